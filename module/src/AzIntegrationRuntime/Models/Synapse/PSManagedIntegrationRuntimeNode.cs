using System.Collections.Generic;
using Microsoft.Azure.Management.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse.Models;

/// <summary>Represents a node of an integration runtime whose compute Azure manages.</summary>
public class PSManagedIntegrationRuntimeNode
{
    /// <summary>Gets the name of the resource group, as the caller gave it.</summary>
    public string? ResourceGroupName { get; internal set; }

    /// <summary>Gets the name of the workspace, as the caller gave it.</summary>
    public string? WorkspaceName { get; internal set; }

    /// <summary>Gets the name of the integration runtime.</summary>
    public string? IntegrationRuntimeName { get; internal set; }

    /// <summary>Gets the name of the node.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the id of the node.</summary>
    public string? NodeId { get; internal set; }

    /// <summary>Gets the status, such as <c>Available</c>.</summary>
    public string? Status { get; internal set; }

    /// <summary>Gets the errors of the node.</summary>
    public IList<ManagedIntegrationRuntimeError>? Errors { get; internal set; }
}
