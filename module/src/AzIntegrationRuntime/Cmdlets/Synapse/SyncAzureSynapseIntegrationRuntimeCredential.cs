using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>
/// Synchronizes the credentials among the nodes of a self-hosted integration runtime of a Synapse workspace.
/// </summary>
/// <remarks>
/// <para>
/// Copies the credentials of data stores from the dispatcher node of a self-hosted integration runtime to its other
/// nodes. The cmdlet asks for confirmation unless -Force is given.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Sync-AzSynapseIntegrationRuntimeCredential -WorkspaceName 'syn-prod' -IntegrationRuntimeName 'ir-west' -Force
/// </code>
/// <para>Synchronizes the credentials of the nodes without asking for confirmation.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' |
///     Where-Object Kind -EQ 'SelfHosted' |
///     Sync-AzSynapseIntegrationRuntimeCredential -Force
/// </code>
/// <para>Synchronizes the credentials of every self-hosted integration runtime of a workspace.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime or a workspace.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <outputs type="None" />
/// <seealso>Get-AzSynapseIntegrationRuntimeNode</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsData.Sync, "AzSynapseIntegrationRuntimeCredential",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SyncAzureSynapseIntegrationRuntimeCredential : SynapseRuntimeStopCmdlet
{
    /// <inheritdoc cref="FactoryRuntimeNodeCmdlet.IntegrationRuntimeName" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeCompleter))]
    public string? IntegrationRuntimeName { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.runtime.sync";
}
