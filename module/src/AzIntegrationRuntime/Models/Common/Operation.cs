using System;
using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace AzIntegrationRuntime;

/// <summary>Represents a start or stop that goes on at the service.</summary>
[TypeConverter(typeof(ModelConverter))]
public class Operation
{
    /// <summary>Gets the id of the operation.</summary>
    public string? Id { get; internal set; }

    /// <summary>Gets the kind: <c>Start</c> or <c>Stop</c>.</summary>
    public string? Kind { get; internal set; }

    /// <summary>Gets the name of the integration runtime.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the name of the resource group.</summary>
    public string? ResourceGroupName { get; internal set; }

    /// <summary>Gets the name of the data factory; null in Synapse.</summary>
    public string? DataFactoryName { get; internal set; }

    /// <summary>Gets the name of the workspace; null in Data Factory.</summary>
    public string? WorkspaceName { get; internal set; }

    /// <summary>Gets the resource id of the integration runtime.</summary>
    public string? RuntimeId { get; internal set; }

    /// <summary>Gets the address that tells the status of the operation.</summary>
    public string? StatusUrl { get; internal set; }

    /// <summary>Gets the address that tells the result of the operation.</summary>
    public string? ResultUrl { get; internal set; }

    /// <summary>Gets when the operation began.</summary>
    public DateTime? StartTime { get; internal set; }
}
