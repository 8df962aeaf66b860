using System;
using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace AzIntegrationRuntime;

/// <summary>Represents a shared integration runtime and one data factory that uses it.</summary>
[TypeConverter(typeof(ModelConverter))]
public class Share
{
    /// <summary>Gets the name of the data factory that has the shared integration runtime.</summary>
    public string? SharedDataFactoryName { get; internal set; }

    /// <summary>Gets the name of the shared integration runtime.</summary>
    public string? SharedIntegrationRuntimeName { get; internal set; }

    /// <summary>Gets the name of the data factory that uses it.</summary>
    public string? DataFactoryName { get; internal set; }

    /// <summary>Gets the name of the linked integration runtime in that data factory.</summary>
    public string? LinkedIntegrationRuntimeName { get; internal set; }

    /// <summary>
    /// Gets the outcome: <c>Shared</c>, <c>AlreadyShared</c>, <c>Repaired</c>, <c>Broken</c>, <c>Removed</c>,
    /// <c>PartlyRemoved</c>, <c>Failed</c> or <c>RolledBack</c>.
    /// </summary>
    public string? Outcome { get; internal set; }

    /// <summary>Gets the state of the shared integration runtime, as the linked one shows it.</summary>
    public string? State { get; internal set; }

    /// <summary>
    /// Gets how the data factory has its role on the shared integration runtime: <c>Created</c>, <c>Present</c>,
    /// <c>Inherited</c>, <c>Missing</c>, <c>Removed</c> or <c>Unknown</c>.
    /// </summary>
    public string? Grant { get; internal set; }

    /// <summary>Gets what is broken.</summary>
    public TextList? Problem { get; internal set; }

    /// <summary>Gets the reason of a failure.</summary>
    public string? Error { get; internal set; }

    /// <summary>Gets the next step: a command.</summary>
    public string? Fix { get; internal set; }

    /// <summary>Gets the resource id of the shared integration runtime.</summary>
    public string? SharedIntegrationRuntimeId { get; internal set; }

    /// <summary>Gets the resource id of the linked integration runtime.</summary>
    public string? LinkedIntegrationRuntimeId { get; internal set; }

    /// <summary>Gets the resource id of the data factory that uses the shared integration runtime.</summary>
    public string? DataFactoryId { get; internal set; }

    /// <summary>Gets the resource group of that data factory.</summary>
    public string? ResourceGroupName { get; internal set; }

    /// <summary>Gets the subscription id of that data factory.</summary>
    public string? SubscriptionId { get; internal set; }

    /// <summary>Gets the object id of the identity that has the role, or needs it.</summary>
    public string? PrincipalId { get; internal set; }

    /// <summary>Gets when the link was created, as the shared integration runtime lists it.</summary>
    public DateTime? CreateTime { get; internal set; }
}
