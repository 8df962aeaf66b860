namespace Microsoft.Azure.Management.Synapse.Models;

/// <summary>Represents Azure PowerShell as a step of an express custom setup.</summary>
public class AzPowerShellSetup : CustomSetupBase
{
    /// <summary>Creates an empty object.</summary>
    public AzPowerShellSetup()
    {
    }

    /// <summary>Creates an object of its values.</summary>
    /// <param name="version">The version to install.</param>
    public AzPowerShellSetup(string version)
    {
        Version = version;
    }

    /// <summary>Gets or sets the version to install.</summary>
    public string? Version { get; set; }
}
