using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>Replaces an authentication key of a self-hosted integration runtime of a Synapse workspace.</summary>
/// <remarks>
/// <para>
/// Regenerates an authentication key of a self-hosted integration runtime. The old key is no longer valid. The cmdlet
/// asks for confirmation unless -Force is given.
/// </para>
/// <para>Only the new key is returned; the property of the other key is $null.</para>
/// </remarks>
/// <example>
/// <code>
/// New-AzSynapseIntegrationRuntimeKey -WorkspaceName 'syn-prod' -Name 'ir-west' -KeyName AuthKey1 -Force
/// </code>
/// <para>Replaces the first key without asking for confirmation.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' |
///     Where-Object Kind -EQ 'SelfHosted' |
///     New-AzSynapseIntegrationRuntimeKey -KeyName AuthKey2 -Force
/// </code>
/// <para>Replaces the second key of all self-hosted integration runtimes of a workspace.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime or a workspace.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <outputs cref="PSIntegrationRuntimeKeys">The new key in AuthKey1 or AuthKey2.</outputs>
/// <seealso>Get-AzSynapseIntegrationRuntimeKey</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.New, "AzSynapseIntegrationRuntimeKey",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(PSIntegrationRuntimeKeys))]
public sealed class NewAzureSynapseIntegrationRuntimeKey : NativeCmdlet
{
    private const string ByName = "NewByNameParameterSet";
    private const string ByParentObject = "NewByParentObjectParameterSet";
    private const string ByResourceId = "NewByResourceIdParameterSet";
    private const string ByInputObject = "NewByInputObjectParameterSet";

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

    /// <inheritdoc cref="NewAzureDataFactoryIntegrationRuntimeKeyCommand.KeyName" />
    [Parameter(Mandatory = true)]
    [ValidateSet("AuthKey1", "AuthKey2")]
    public string? KeyName { get; set; }

    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.key.new";
}
