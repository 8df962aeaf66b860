using System.Collections.Generic;

namespace Microsoft.Azure.Management.Synapse.Models;

/// <summary>Represents a node in the status of an integration runtime whose compute Azure manages.</summary>
public class ManagedIntegrationRuntimeNode
{
    /// <summary>Gets or sets what the service sends beyond these properties.</summary>
    public IDictionary<string, object>? AdditionalProperties { get; set; }

    /// <summary>Gets the id of the node.</summary>
    public string? NodeId { get; internal set; }

    /// <summary>Gets the status, such as <c>Available</c>.</summary>
    public string? Status { get; internal set; }

    /// <summary>Gets or sets the errors of the node.</summary>
    public IList<ManagedIntegrationRuntimeError>? Errors { get; set; }
}
