using System.Management.Automation;
using AzIntegrationRuntime;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>Gets a node of an integration runtime of a Synapse workspace.</summary>
/// <remarks>
/// <para>
/// Gets a node by its name, which is case-sensitive. The name of a self-hosted node is the name that it registered
/// with; the name of an Azure-SSIS node is its node id. With -IpAddress the cmdlet also gets the IP address of a
/// self-hosted node.
/// </para>
/// <para>The property Nodes of an integration runtime's status lists its nodes.</para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzSynapseIntegrationRuntimeNode -WorkspaceName 'syn-prod' -IntegrationRuntimeName 'ir-west' -Name 'west-1'
/// </code>
/// <para>Gets a node.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSynapseIntegrationRuntimeNode -WorkspaceName 'syn-prod' -IntegrationRuntimeName 'ir-west' -Name 'west-1' `
///     -IpAddress
/// </code>
/// <para>Gets a node with its IP address.</para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -Status
/// $runtime.Nodes |
///     ForEach-Object { $runtime | Get-AzSynapseIntegrationRuntimeNode -Name $_.NodeName -IpAddress } |
///     Select-Object Name, Status, Version, IpAddress
/// </code>
/// <para>Lists the nodes of an integration runtime with their IP addresses.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime or a workspace.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <inputs cref="FleetNode" />
/// <outputs cref="PSSelfHostedIntegrationRuntimeNode">
/// A self-hosted node. For an Azure-SSIS integration runtime it is a
/// Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntimeNode.
/// </outputs>
/// <seealso>Get-AzSynapseIntegrationRuntime</seealso>
/// <seealso>Update-AzSynapseIntegrationRuntimeNode</seealso>
/// <seealso>Remove-AzSynapseIntegrationRuntimeNode</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzSynapseIntegrationRuntimeNode", DefaultParameterSetName = ByName)]
[OutputType(typeof(PSManagedIntegrationRuntimeNode))]
[OutputType(typeof(PSSelfHostedIntegrationRuntimeNode))]
public sealed class GetAzureSynapseIntegrationRuntimeNode : SynapseRuntimeGetCmdlet
{
    /// <inheritdoc cref="FactoryRuntimeNodeCmdlet.IntegrationRuntimeName" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeCompleter))]
    public string? IntegrationRuntimeName { get; set; }

    /// <inheritdoc cref="GetAzureDataFactoryIntegrationRuntimeNodeCommand.Name" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseNodeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="GetAzureDataFactoryIntegrationRuntimeNodeCommand.IpAddress" />
    [Parameter]
    public SwitchParameter IpAddress { get; set; }

    /// <inheritdoc cref="FactoryRuntimeNodeCmdlet.RuntimeNode" />
    [Parameter(Mandatory = true, ParameterSetName = ByNode, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public FleetNode? RuntimeNode { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.node.get";
}
