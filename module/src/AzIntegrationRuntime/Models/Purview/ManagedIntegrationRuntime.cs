using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace AzIntegrationRuntime.Purview;

/// <summary>Represents an integration runtime of Purview whose compute Azure manages.</summary>
[TypeConverter(typeof(ModelConverter))]
public class ManagedIntegrationRuntime : IntegrationRuntime
{
    /// <summary>Gets the region of the compute.</summary>
    public string? Location { get; internal set; }

    /// <summary>Gets the name of the managed virtual network.</summary>
    public string? ManagedVirtualNetworkName { get; internal set; }
}
