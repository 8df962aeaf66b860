namespace Microsoft.Azure.Commands.DataFactoryV2.Models;

/// <summary>Represents the endpoints of one category that an Azure-SSIS integration runtime connects to.</summary>
public class PSIntegrationRuntimeOutboundNetworkDependenciesCategoryEndpoint
{
    /// <summary>Gets the category.</summary>
    public string? Category { get; internal set; }

    /// <summary>Gets the endpoints as JSON text.</summary>
    public string? EndPoint { get; internal set; }
}
