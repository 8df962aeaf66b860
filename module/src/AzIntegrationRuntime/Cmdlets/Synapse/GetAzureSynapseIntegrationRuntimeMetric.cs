using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>Gets the metrics of the nodes of an integration runtime of a Synapse workspace.</summary>
/// <remarks>
/// <para>Gets the memory, processor use, jobs and traffic of each node of an integration runtime.</para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzSynapseIntegrationRuntimeMetric -WorkspaceName 'syn-prod' -Name 'ir-west'
/// </code>
/// <para>Gets the metrics of a self-hosted integration runtime.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' |
///     Where-Object Kind -EQ 'SelfHosted' |
///     Get-AzSynapseIntegrationRuntimeMetric |
///     ForEach-Object { $_.Nodes } |
///     Sort-Object CpuUtilization -Descending |
///     Select-Object NodeName, CpuUtilization, AvailableMemoryInMb, ConcurrentJobsRunning
/// </code>
/// <para>Shows the nodes of all self-hosted integration runtimes of a workspace, sorted by processor use.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime or a workspace.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <outputs cref="PSIntegrationRuntimeMetrics">The metrics of each node in the property Nodes.</outputs>
/// <seealso>Get-AzSynapseIntegrationRuntime</seealso>
/// <seealso>Get-AzSynapseIntegrationRuntimeNode</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzSynapseIntegrationRuntimeMetric", DefaultParameterSetName = ByName)]
[OutputType(typeof(PSIntegrationRuntimeMetrics))]
public sealed class GetAzureSynapseIntegrationRuntimeMetric : SynapseRuntimeGetCmdlet
{
    /// <inheritdoc cref="NamedFactoryRuntimeCmdlet.Name" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.metric.get";
}
