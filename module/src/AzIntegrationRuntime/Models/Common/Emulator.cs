namespace AzIntegrationRuntime;

/// <summary>Represents the emulator of Azure that this process started.</summary>
public class Emulator
{
    /// <summary>Gets the address.</summary>
    public string? Endpoint { get; internal set; }

    /// <summary>Gets the name of the subscription.</summary>
    public string? SubscriptionName { get; internal set; }

    /// <summary>Gets the id of the subscription.</summary>
    public string? SubscriptionId { get; internal set; }

    /// <summary>Gets the id of the tenant.</summary>
    public string? TenantId { get; internal set; }

    /// <summary>Gets the client id of the service principal.</summary>
    public string? ClientId { get; internal set; }

    /// <summary>Gets the file of the certificate authority.</summary>
    public string? CertificateAuthorityPath { get; internal set; }

    /// <summary>Gets the id of the process.</summary>
    public int? ProcessId { get; internal set; }

    /// <summary>Gets the version.</summary>
    public string? Version { get; internal set; }
}
