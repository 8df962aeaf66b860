using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>Upgrades the nodes of a self-hosted integration runtime of a Synapse workspace.</summary>
/// <remarks>
/// <para>
/// Upgrades the nodes of a self-hosted integration runtime to the latest version. The service upgrades one node after
/// another; the status of the nodes shows the progress.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Invoke-AzSynapseIntegrationRuntimeUpgrade -WorkspaceName 'syn-prod' -Name 'ir-west'
/// </code>
/// <para>Upgrades the nodes of an integration runtime.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Status |
///     Where-Object { $_.Kind -eq 'SelfHosted' -and $_.VersionStatus -eq 'UpdateAvailable' } |
///     Invoke-AzSynapseIntegrationRuntimeUpgrade
/// </code>
/// <para>Upgrades every self-hosted integration runtime of a workspace that has an update.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime or a workspace.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <outputs type="None" />
/// <seealso>Update-AzSynapseIntegrationRuntime</seealso>
/// <seealso>Get-AzSynapseIntegrationRuntimeNode</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsLifecycle.Invoke, "AzSynapseIntegrationRuntimeUpgrade",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class InvokeAzureSynapseIntegrationRuntimeUpgrade : NativeCmdlet
{
    private const string ByName = "InvokeByNameParameterSet";
    private const string ByParentObject = "InvokeByParentObjectParameterSet";
    private const string ByResourceId = "InvokeByResourceIdParameterSet";
    private const string ByInputObject = "InvokeByInputObjectParameterSet";

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.ResourceGroupName" />
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.WorkspaceName" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? WorkspaceName { get; set; }

    /// <inheritdoc cref="NamedFactoryRuntimeCmdlet.Name" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.WorkspaceObject" />
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSSynapseWorkspace? WorkspaceObject { get; set; }

    /// <inheritdoc cref="FactoryRuntimeCmdlet.ResourceId" />
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeIdCompleter))]
    public string? ResourceId { get; set; }

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.InputObject" />
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSIntegrationRuntime? InputObject { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.runtime.upgrade";
}
