using System.Collections;

namespace Microsoft.Azure.Commands.Synapse.Models;

/// <summary>Represents a resource of Synapse that has a region and tags.</summary>
public class PSSynapseTrackedResource : PSSynapseResource
{
    /// <summary>Gets or sets the tags.</summary>
    public Hashtable? Tags { get; set; }

    /// <summary>Gets or sets the region.</summary>
    public string? Location { get; set; }
}
