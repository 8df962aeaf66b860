using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Gets the metrics of the nodes of an integration runtime.</summary>
/// <remarks>
/// <para>
/// Gets the memory, processor use, jobs and traffic of each node of an integration runtime. For a linked integration
/// runtime, the metrics and the name are those of the shared integration runtime.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntimeMetric -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-west'
/// </code>
/// <para>Gets the metrics of a self-hosted integration runtime.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' |
///     Where-Object Type -EQ 'SelfHosted' |
///     Get-AzDataFactoryV2IntegrationRuntimeMetric |
///     ForEach-Object { $_.Nodes } |
///     Sort-Object CpuUtilization -Descending |
///     Select-Object NodeName, CpuUtilization, AvailableMemoryInMb, ConcurrentJobsRunning
/// </code>
/// <para>Shows the nodes of all self-hosted integration runtimes of a data factory, sorted by processor use.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs cref="PSIntegrationRuntimeMetrics">The metrics of each node in the property Nodes.</outputs>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntimeNode</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzDataFactoryV2IntegrationRuntimeMetric", DefaultParameterSetName = ByName)]
[OutputType(typeof(PSIntegrationRuntimeMetrics))]
public sealed class GetAzureDataFactoryIntegrationRuntimeMetricCommand : NamedFactoryRuntimeCmdlet
{
    /// <inheritdoc />
    protected override string Operation => "metric.get";
}
