using System;
using System.Collections.Generic;

namespace Microsoft.Azure.Commands.Synapse.Models;

/// <summary>Represents a node of a self-hosted integration runtime.</summary>
public class PSSelfHostedIntegrationRuntimeNode
{
    /// <summary>Gets the name of the resource group, as the caller gave it.</summary>
    public string? ResourceGroupName { get; internal set; }

    /// <summary>Gets the name of the workspace, as the caller gave it.</summary>
    public string? WorkspaceName { get; internal set; }

    /// <summary>Gets the name of the integration runtime.</summary>
    public string? IntegrationRuntimeName { get; internal set; }

    /// <summary>Gets the name of the node.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the name of the machine that the node runs on.</summary>
    public string? MachineName { get; internal set; }

    /// <summary>Gets the address of the node's host service.</summary>
    public string? HostServiceUri { get; internal set; }

    /// <summary>Gets the status, such as <c>Online</c> or <c>Offline</c>.</summary>
    public string? Status { get; internal set; }

    /// <summary>Gets what the node can do, by name.</summary>
    public IDictionary<string, string>? Capabilities { get; internal set; }

    /// <summary>Gets whether the version is up to date.</summary>
    public string? VersionStatus { get; internal set; }

    /// <summary>Gets the version of the node's software.</summary>
    public string? Version { get; internal set; }

    /// <summary>Gets when the node was registered.</summary>
    public DateTime? RegisterTime { get; internal set; }

    /// <summary>Gets when the node connected last.</summary>
    public DateTime? LastConnectTime { get; internal set; }

    /// <summary>Gets when the version expires.</summary>
    public DateTime? ExpiryTime { get; internal set; }

    /// <summary>Gets when the node started last.</summary>
    public DateTime? LastStartTime { get; internal set; }

    /// <summary>Gets when the node stopped last.</summary>
    public DateTime? LastStopTime { get; internal set; }

    /// <summary>Gets the result of the last update: <c>None</c>, <c>Succeed</c> or <c>Fail</c>.</summary>
    public string? LastUpdateResult { get; internal set; }

    /// <summary>Gets when the last update began.</summary>
    public DateTime? LastStartUpdateTime { get; internal set; }

    /// <summary>Gets when the last update ended.</summary>
    public DateTime? LastEndUpdateTime { get; internal set; }

    /// <summary>Gets whether the node hands out the work of the integration runtime.</summary>
    public bool? IsActiveDispatcher { get; internal set; }

    /// <summary>Gets how many jobs the node may run at once.</summary>
    public int? ConcurrentJobsLimit { get; internal set; }

    /// <summary>Gets the highest possible limit of concurrent jobs.</summary>
    public int? MaxConcurrentJobs { get; internal set; }

    /// <summary>Gets the IP address; null where it was not asked for.</summary>
    public string? IpAddress { get; internal set; }
}
