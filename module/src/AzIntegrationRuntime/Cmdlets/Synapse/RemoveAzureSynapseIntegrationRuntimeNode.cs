using System.Management.Automation;
using AzIntegrationRuntime;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>Removes a node of a self-hosted integration runtime of a Synapse workspace.</summary>
/// <remarks>
/// <para>
/// Removes a node from a self-hosted integration runtime. The software stays on the machine, which can register again
/// with an authentication key. The cmdlet asks for confirmation unless -Force is given. If the node does not exist, the
/// cmdlet writes a warning.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Remove-AzSynapseIntegrationRuntimeNode -WorkspaceName 'syn-prod' -IntegrationRuntimeName 'ir-west' `
///     -NodeName 'west-2' -Force
/// </code>
/// <para>Removes a node without asking for confirmation.</para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -Status
/// $runtime.Nodes |
///     Where-Object Status -EQ 'Offline' |
///     ForEach-Object { $_.NodeName } |
///     Remove-AzSynapseIntegrationRuntimeNode -WorkspaceName 'syn-prod' -IntegrationRuntimeName 'ir-west' -Force
/// </code>
/// <para>Removes the offline nodes of an integration runtime.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' |
///     Remove-AzSynapseIntegrationRuntimeNode -NodeName 'west-1' -WhatIf
/// </code>
/// <para>Shows what the cmdlet would remove.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime, a workspace or the names of nodes.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <inputs cref="string" />
/// <inputs cref="FleetNode" />
/// <outputs type="None" />
/// <seealso>Get-AzSynapseIntegrationRuntimeNode</seealso>
/// <seealso>Get-AzSynapseIntegrationRuntimeKey</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.Remove, "AzSynapseIntegrationRuntimeNode",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveAzureSynapseIntegrationRuntimeNode : SynapseRuntimeRemoveCmdlet
{
    /// <inheritdoc cref="FactoryRuntimeNodeCmdlet.IntegrationRuntimeName" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeCompleter))]
    public string? IntegrationRuntimeName { get; set; }

    /// <inheritdoc cref="RemoveAzureDataFactoryIntegrationRuntimeNodeCommand.NodeName" />
    [Parameter(Mandatory = true, ParameterSetName = ByName, ValueFromPipeline = true)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject, ValueFromPipeline = true)]
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId, ValueFromPipeline = true)]
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseNodeCompleter))]
    public string? NodeName { get; set; }

    /// <inheritdoc cref="FactoryRuntimeNodeCmdlet.RuntimeNode" />
    [Parameter(Mandatory = true, ParameterSetName = ByNode, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public FleetNode? RuntimeNode { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.node.remove";
}
