using System;
using System.Collections.Generic;
using System.ComponentModel;
using AzIntegrationRuntime.Models;
using Microsoft.Azure.Management.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse.Models;

/// <summary>Represents an integration runtime whose compute Azure manages, and its status.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSManagedIntegrationRuntimeStatus : PSManagedIntegrationRuntime
{
    /// <summary>Gets when the integration runtime was created.</summary>
    public DateTime? CreateTime { get; internal set; }

    /// <summary>Gets the nodes.</summary>
    public IList<ManagedIntegrationRuntimeNode>? Nodes { get; internal set; }

    /// <summary>Gets the errors that are no node's.</summary>
    public IList<ManagedIntegrationRuntimeError>? OtherErrors { get; internal set; }

    /// <summary>Gets the result of the last operation.</summary>
    public ManagedIntegrationRuntimeOperationResult? LastOperation { get; internal set; }

    /// <summary>Gets the state, such as <c>Started</c> or <c>Stopped</c>.</summary>
    public override string? State { get; internal set; }
}
