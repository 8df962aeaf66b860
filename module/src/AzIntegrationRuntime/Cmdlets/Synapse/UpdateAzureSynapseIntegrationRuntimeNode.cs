using System.Management.Automation;
using AzIntegrationRuntime;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>Changes the number of concurrent jobs of a self-hosted node of a Synapse workspace.</summary>
/// <remarks>
/// <para>
/// Sets the maximum number of concurrent jobs of a node of a self-hosted integration runtime. The property
/// MaxConcurrentJobs of the node is the upper limit.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Update-AzSynapseIntegrationRuntimeNode -WorkspaceName 'syn-prod' -IntegrationRuntimeName 'ir-west' `
///     -Name 'west-1' -ConcurrentJobsLimit 3
/// </code>
/// <para>Sets the limit of a node to three concurrent jobs.</para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -Status
/// foreach ($node in $runtime.Nodes) {
///     $runtime |
///         Update-AzSynapseIntegrationRuntimeNode -Name $node.NodeName -ConcurrentJobsLimit $node.MaxConcurrentJobs
/// }
/// </code>
/// <para>Sets the limit of every node of an integration runtime to its maximum.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime or a workspace.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <inputs cref="FleetNode" />
/// <outputs cref="PSSelfHostedIntegrationRuntimeNode">The changed node.</outputs>
/// <seealso>Get-AzSynapseIntegrationRuntimeNode</seealso>
/// <seealso>Get-AzSynapseIntegrationRuntimeMetric</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsData.Update, "AzSynapseIntegrationRuntimeNode",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(PSSelfHostedIntegrationRuntimeStatus))]
public sealed class UpdateAzureSynapseIntegrationRuntimeNode : SynapseRuntimeUpdateCmdlet
{
    /// <inheritdoc cref="GetAzureDataFactoryIntegrationRuntimeNodeCommand.Name" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseNodeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="UpdateAzureDataFactoryIntegrationRuntimeNodeCommand.ConcurrentJobsLimit" />
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int ConcurrentJobsLimit { get; set; }

    /// <inheritdoc cref="FactoryRuntimeNodeCmdlet.RuntimeNode" />
    [Parameter(Mandatory = true, ParameterSetName = ByNode, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public FleetNode? RuntimeNode { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.node.update";
}
