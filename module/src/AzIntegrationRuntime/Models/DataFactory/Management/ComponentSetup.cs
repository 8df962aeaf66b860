namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents an installed component as a step of an express custom setup.</summary>
public class ComponentSetup : CustomSetupBase
{
    /// <summary>Creates an empty object.</summary>
    public ComponentSetup()
    {
    }

    /// <summary>Creates an object of its values.</summary>
    /// <param name="componentName">The name of the component.</param>
    /// <param name="licenseKey">The licence key.</param>
    public ComponentSetup(string componentName, SecretBase? licenseKey = null)
    {
        ComponentName = componentName;
        LicenseKey = licenseKey;
    }

    /// <summary>Gets or sets the name of the component.</summary>
    public string? ComponentName { get; set; }

    /// <summary>Gets or sets the licence key.</summary>
    public SecretBase? LicenseKey { get; set; }
}
