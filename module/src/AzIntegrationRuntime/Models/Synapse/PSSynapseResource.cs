namespace Microsoft.Azure.Commands.Synapse.Models;

/// <summary>Represents a resource of Synapse.</summary>
public class PSSynapseResource
{
    /// <summary>Gets or sets the resource id.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the type of the resource.</summary>
    public string? Type { get; set; }

    /// <summary>Gets the name of the resource group.</summary>
    public string? ResourceGroupName { get; internal set; }
}
