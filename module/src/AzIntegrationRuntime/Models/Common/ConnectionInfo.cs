namespace AzIntegrationRuntime;

/// <summary>Represents what a node needs for its connection to the service.</summary>
/// <remarks>The text form is the name of the class, so that no log gets the token.</remarks>
public class ConnectionInfo
{
    /// <summary>Gets the token of the service.</summary>
    public string? ServiceToken { get; internal set; }

    /// <summary>Gets the thumbprint of the integration runtime's certificate.</summary>
    public string? IdentityCertThumbprint { get; internal set; }

    /// <summary>Gets the address of the node's host service.</summary>
    public string? HostServiceUri { get; internal set; }

    /// <summary>Gets the version of the software.</summary>
    public string? Version { get; internal set; }

    /// <summary>Gets the public key.</summary>
    public string? PublicKey { get; internal set; }

    /// <summary>Gets whether the integration runtime's certificate has expired.</summary>
    public bool? IsIdentityCertExpired { get; internal set; }
}
