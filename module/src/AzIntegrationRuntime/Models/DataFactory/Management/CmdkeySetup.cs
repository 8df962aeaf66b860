namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents a stored credential (<c>cmdkey</c>) as a step of an express custom setup.</summary>
public class CmdkeySetup : CustomSetupBase
{
    /// <summary>Creates an empty object.</summary>
    public CmdkeySetup()
    {
    }

    /// <summary>Creates an object of its values.</summary>
    /// <param name="targetName">The server that the credential is for.</param>
    /// <param name="userName">The name of the user.</param>
    /// <param name="password">The password.</param>
    public CmdkeySetup(object targetName, object userName, SecretBase password)
    {
        TargetName = targetName;
        UserName = userName;
        Password = password;
    }

    /// <summary>Gets or sets the server that the credential is for.</summary>
    public object? TargetName { get; set; }

    /// <summary>Gets or sets the name of the user.</summary>
    public object? UserName { get; set; }

    /// <summary>Gets or sets the password.</summary>
    public SecretBase? Password { get; set; }
}
