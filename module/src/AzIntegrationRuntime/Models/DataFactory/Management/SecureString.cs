namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents a secret that is sent as it is.</summary>
/// <remarks>The text form is the name of the class, so that no log gets the secret.</remarks>
public class SecureString : SecretBase
{
    /// <summary>Creates an empty object.</summary>
    public SecureString()
    {
    }

    /// <summary>Creates an object of its values.</summary>
    /// <param name="value">The secret.</param>
    public SecureString(string value)
    {
        Value = value;
    }

    /// <summary>Gets or sets the secret.</summary>
    public string? Value { get; set; }
}
