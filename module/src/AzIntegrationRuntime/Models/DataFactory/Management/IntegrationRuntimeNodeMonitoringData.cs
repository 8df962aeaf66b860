using System.Collections.Generic;

namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents what a node of an integration runtime is doing.</summary>
public class IntegrationRuntimeNodeMonitoringData
{
    /// <summary>Gets or sets what the service sends beyond these properties.</summary>
    public IDictionary<string, object>? AdditionalProperties { get; set; }

    /// <summary>Gets the name of the node.</summary>
    public string? NodeName { get; internal set; }

    /// <summary>Gets the free memory in megabytes.</summary>
    public int? AvailableMemoryInMb { get; internal set; }

    /// <summary>Gets the use of the processors in percent.</summary>
    public int? CpuUtilization { get; internal set; }

    /// <summary>Gets how many jobs the node may run at once.</summary>
    public int? ConcurrentJobsLimit { get; internal set; }

    /// <summary>Gets how many jobs the node is running.</summary>
    public int? ConcurrentJobsRunning { get; internal set; }

    /// <summary>Gets the highest possible limit of concurrent jobs.</summary>
    public int? MaxConcurrentJobs { get; internal set; }

    /// <summary>Gets how many bytes the node has sent.</summary>
    public double? SentBytes { get; internal set; }

    /// <summary>Gets how many bytes the node has received.</summary>
    public double? ReceivedBytes { get; internal set; }
}
