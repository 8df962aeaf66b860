using System;
using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace AzIntegrationRuntime;

/// <summary>Represents a node of a self-hosted integration runtime as one flat row.</summary>
[TypeConverter(typeof(ModelConverter))]
public class FleetNode
{
    /// <summary>Gets the name of the subscription, or its id where the name is not known.</summary>
    public string? Subscription { get; internal set; }

    /// <summary>Gets the name of the data factory, workspace or Purview account.</summary>
    public string? Parent { get; internal set; }

    /// <summary>Gets the name of the integration runtime.</summary>
    public string? IntegrationRuntime { get; internal set; }

    /// <summary>Gets the name of the node.</summary>
    public string? NodeName { get; internal set; }

    /// <summary>Gets the name of the machine.</summary>
    public string? MachineName { get; internal set; }

    /// <summary>Gets the status of the node.</summary>
    public string? Status { get; internal set; }

    /// <summary>Gets whether automatic updates are on: <c>On</c> or <c>Off</c>.</summary>
    public string? AutoUpdate { get; internal set; }

    /// <summary>Gets the service's word for the version, such as <c>UpToDate</c>.</summary>
    public string? VersionStatus { get; internal set; }

    /// <summary>Gets the time of the registration.</summary>
    public DateTime? RegisterTime { get; internal set; }

    /// <summary>Gets the time of the last connection.</summary>
    public DateTime? LastConnectTime { get; internal set; }

    /// <summary>Gets the version of the software on the node.</summary>
    public string? Version { get; internal set; }

    /// <summary>Gets the time when the version expires.</summary>
    public DateTime? ExpiryTime { get; internal set; }

    /// <summary>Gets whether the expiry is estimated from the version, since the service sent no date.</summary>
    public bool? ExpiryIsEstimated { get; internal set; }

    /// <summary>Gets whether the node is the active dispatcher.</summary>
    public bool? IsActiveDispatcher { get; internal set; }

    /// <summary>Gets the configured limit of concurrent jobs.</summary>
    public int? ConcurrentJobsLimit { get; internal set; }

    /// <summary>Gets the highest limit of concurrent jobs that the machine allows.</summary>
    public int? MaxConcurrentJobs { get; internal set; }

    /// <summary>Gets whether the node is connected to the service bus.</summary>
    public bool? ServiceBusConnected { get; internal set; }

    /// <summary>Gets whether the HTTPS port is enabled.</summary>
    public bool? HttpsPortEnabled { get; internal set; }

    /// <summary>Gets whether the credentials on the node are in sync with those on the other nodes.</summary>
    public bool? CredentialInSync { get; internal set; }

    /// <summary>Gets whether the node is connected to the resource manager of the service.</summary>
    public bool? ConnectedToResourceManager { get; internal set; }

    /// <summary>Gets whether the node is enabled.</summary>
    public bool? NodeEnabled { get; internal set; }

    /// <summary>Gets the time of the last start.</summary>
    public DateTime? LastStartTime { get; internal set; }

    /// <summary>Gets the time of the last stop.</summary>
    public DateTime? LastStopTime { get; internal set; }

    /// <summary>Gets the result of the last update: <c>None</c>, <c>Succeed</c> or <c>Fail</c>.</summary>
    public string? LastUpdateResult { get; internal set; }

    /// <summary>Gets the time when the last update began.</summary>
    public DateTime? LastStartUpdateTime { get; internal set; }

    /// <summary>Gets the time when the last update ended.</summary>
    public DateTime? LastEndUpdateTime { get; internal set; }

    /// <summary>Gets the service: <c>DataFactory</c>, <c>Synapse</c> or <c>Purview</c>.</summary>
    public string? Service { get; internal set; }

    /// <summary>Gets the kind of the integration runtime: <c>SelfHosted</c> or <c>Linked</c>.</summary>
    public string? Kind { get; internal set; }

    /// <summary>Gets the name of the resource group.</summary>
    public string? ResourceGroupName { get; internal set; }

    /// <summary>Gets the region of the data factory, workspace or Purview account.</summary>
    public string? Location { get; internal set; }

    /// <summary>Gets the id of the subscription.</summary>
    public string? SubscriptionId { get; internal set; }

    /// <summary>Gets the resource id of the data factory, workspace or Purview account.</summary>
    public string? ParentId { get; internal set; }

    /// <summary>Gets the resource id of the integration runtime.</summary>
    public string? IntegrationRuntimeId { get; internal set; }
}
