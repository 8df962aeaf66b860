using System;
using System.Collections.Generic;
using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace AzIntegrationRuntime.Purview;

/// <summary>Represents an integration runtime of Purview whose compute Azure manages, and its status.</summary>
[TypeConverter(typeof(ModelConverter))]
public class ManagedIntegrationRuntimeStatus : ManagedIntegrationRuntime
{
    /// <summary>Gets the state.</summary>
    public override string? State { get; internal set; }

    /// <summary>Gets when the integration runtime was created.</summary>
    public DateTime? CreateTime { get; internal set; }

    /// <summary>Gets the state of interactive authoring.</summary>
    public object? InteractiveQuery { get; internal set; }

    /// <summary>Gets what the service sends beyond these properties.</summary>
    public IDictionary<string, object>? AdditionalProperties { get; internal set; }
}
