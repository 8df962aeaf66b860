using System.Collections.Generic;
using System.ComponentModel;
using AzIntegrationRuntime.Models;
using Microsoft.Azure.Management.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse.Models;

/// <summary>Represents what the nodes of an integration runtime are doing.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSIntegrationRuntimeMetrics
{
    /// <summary>Gets the name of the integration runtime; of a linked one, the name of the shared one.</summary>
    public string? IntegrationRuntimeName { get; internal set; }

    /// <summary>Gets the name of the resource group, as the caller gave it.</summary>
    public string? ResourceGroupName { get; internal set; }

    /// <summary>Gets the name of the workspace, as the caller gave it.</summary>
    public string? WorkspaceName { get; internal set; }

    /// <summary>Gets what each node is doing.</summary>
    public IList<IntegrationRuntimeNodeMonitoringData>? Nodes { get; internal set; }
}
