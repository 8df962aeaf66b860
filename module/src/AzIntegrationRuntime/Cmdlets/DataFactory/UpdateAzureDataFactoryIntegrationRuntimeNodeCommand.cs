using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Changes the number of concurrent jobs of a self-hosted node.</summary>
/// <remarks>
/// <para>
/// Sets the maximum number of concurrent jobs of a node of a self-hosted integration runtime. The property
/// MaxConcurrentJobs of the node is the upper limit.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Update-AzDataFactoryV2IntegrationRuntimeNode -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -IntegrationRuntimeName 'ir-west' -Name 'west-1' -ConcurrentJobsLimit 3
/// </code>
/// <para>Sets the limit of a node to three concurrent jobs.</para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west' -Status
/// foreach ($node in $runtime.Nodes) {
///     $runtime |
///         Update-AzDataFactoryV2IntegrationRuntimeNode -Name $node.NodeName `
///         -ConcurrentJobsLimit $node.MaxConcurrentJobs
/// }
/// </code>
/// <para>Sets the limit of every node of an integration runtime to its maximum.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and
/// IntegrationRuntimeName, or Id.
/// </inputs>
/// <inputs cref="AzIntegrationRuntime.FleetNode" />
/// <outputs cref="PSSelfHostedIntegrationRuntimeNode">The changed node.</outputs>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntimeNode</seealso>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntimeMetric</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsData.Update, "AzDataFactoryV2IntegrationRuntimeNode",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(PSSelfHostedIntegrationRuntimeNode))]
public sealed class UpdateAzureDataFactoryIntegrationRuntimeNodeCommand : FactoryRuntimeNodeCmdlet
{
    /// <inheritdoc cref="GetAzureDataFactoryIntegrationRuntimeNodeCommand.Name" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [Parameter(Mandatory = true, ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NodeCompleter))]
    public string? Name { get; set; }

    /// <summary>The number of concurrent jobs, from 1 to the node's MaxConcurrentJobs.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int ConcurrentJobsLimit { get; set; }

    /// <inheritdoc />
    protected override string Operation => "node.update";
}
