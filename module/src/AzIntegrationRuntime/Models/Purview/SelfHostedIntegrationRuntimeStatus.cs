using System;
using System.Collections.Generic;
using System.ComponentModel;
using AzIntegrationRuntime.Models;
using Microsoft.Azure.Management.DataFactory.Models;

namespace AzIntegrationRuntime.Purview;

/// <summary>Represents an integration runtime of Purview on machines of its owner, and its status.</summary>
[TypeConverter(typeof(ModelConverter))]
public class SelfHostedIntegrationRuntimeStatus : SelfHostedIntegrationRuntime
{
    /// <summary>Gets the state, such as <c>Online</c>, <c>Limited</c> or <c>NeedRegistration</c>.</summary>
    public override string? State { get; internal set; }

    /// <summary>Gets the version of the software on the nodes.</summary>
    public override string? Version { get; internal set; }

    /// <summary>Gets when the integration runtime was created.</summary>
    public DateTime? CreateTime { get; internal set; }

    /// <summary>Gets whether the nodes update themselves: <c>On</c> or <c>Off</c>.</summary>
    public string? AutoUpdate { get; internal set; }

    /// <summary>Gets the date of the next update.</summary>
    public DateTime? ScheduledUpdateDate { get; internal set; }

    /// <summary>Gets the time of day of an update.</summary>
    public TimeSpan? UpdateDelayOffset { get; internal set; }

    /// <summary>Gets the offset of the time zone that the time of day is meant in.</summary>
    public TimeSpan? LocalTimeZoneOffset { get; internal set; }

    /// <summary>Gets how nodes encrypt what they send each other.</summary>
    public string? InternalChannelEncryption { get; internal set; }

    /// <summary>Gets what the integration runtime can do, by name.</summary>
    public IDictionary<string, string>? Capabilities { get; internal set; }

    /// <summary>Gets the addresses of the service that the nodes connect to.</summary>
    public IList<string>? ServiceUrls { get; internal set; }

    /// <summary>Gets the nodes.</summary>
    public IList<SelfHostedIntegrationRuntimeNode>? Nodes { get; internal set; }

    /// <summary>Gets when the next automatic update is expected.</summary>
    public DateTime? AutoUpdateETA { get; internal set; }

    /// <summary>Gets the latest version of the software.</summary>
    public string? LatestVersion { get; internal set; }

    /// <summary>Gets the version that the service is updating the nodes to.</summary>
    public string? PushedVersion { get; internal set; }

    /// <summary>Gets the id of the integration runtime's task queue.</summary>
    public string? TaskQueueId { get; internal set; }

    /// <summary>Gets whether the version is up to date.</summary>
    public string? VersionStatus { get; internal set; }

    /// <summary>Gets what the service sends beyond these properties.</summary>
    public IDictionary<string, object>? AdditionalProperties { get; internal set; }
}
