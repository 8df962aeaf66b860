using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>Gets Synapse workspaces.</summary>
/// <remarks>
/// <para>
/// Gets the Synapse workspaces of the subscription or of a resource group, or the workspace of a name or resource id.
/// You can pipe a workspace to the cmdlets for integration runtimes.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzSynapseWorkspace
/// </code>
/// <para>Lists the workspaces of the subscription.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSynapseWorkspace -Name 'syn-prod' | Get-AzSynapseIntegrationRuntime
/// </code>
/// <para>Lists the integration runtimes of a workspace. The resource group is not needed.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSynapseWorkspace -ResourceGroupName 'rg-data' -Name 'syn-*' |
///     Get-AzSynapseIntegrationRuntime -Status |
///     Sort-Object WorkspaceName, Name |
///     Select-Object WorkspaceName, Name, Kind, State
/// </code>
/// <para>Shows the state of the integration runtimes of several workspaces.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="PSSynapseWorkspace" />
/// <seealso>Get-AzSynapseIntegrationRuntime</seealso>
/// <seealso>Get-AzIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzSynapseWorkspace", DefaultParameterSetName = ByName)]
[OutputType(typeof(PSSynapseWorkspace))]
public sealed class GetAzureSynapseWorkspace : NativeCmdlet
{
    private const string ByName = "GetByNameParameterSet";
    private const string ByResourceId = "GetByResourceIdParameterSet";

    /// <inheritdoc cref="GetAzPurviewAccountCommand.ResourceGroupName" />
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The name of the workspace. Wildcards are allowed. The default is all workspaces.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Alias("WorkspaceName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? Name { get; set; }

    /// <summary>
    /// The resource id of the workspace, in place of the names. The cmdlet uses the subscription in the id.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceIdCompleter))]
    public string? ResourceId { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.workspace.get";
}
