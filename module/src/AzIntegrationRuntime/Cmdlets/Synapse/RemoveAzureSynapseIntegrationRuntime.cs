using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>Removes an integration runtime of a Synapse workspace.</summary>
/// <remarks>
/// <para>
/// Removes an integration runtime. The cmdlet asks for confirmation unless -Force is given. If the integration runtime
/// does not exist, the cmdlet writes a warning.
/// </para>
/// <para>
/// The AutoResolveIntegrationRuntime of a workspace cannot be removed. The cmdlet refuses it before it sends a request,
/// also with -Force.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Remove-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -WhatIf
/// Remove-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -Force
/// </code>
/// <para>Shows what the cmdlet would remove, and removes it without asking for confirmation.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSynapseWorkspace -Name 'syn-prod' |
///     Get-AzSynapseIntegrationRuntime |
///     Where-Object { $_.Kind -eq 'Azure' -and $_.Name -like 'ir-azure*' } |
///     Remove-AzSynapseIntegrationRuntime -Force
/// </code>
/// <para>Removes several Azure integration runtimes of a workspace.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime or a workspace.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <outputs type="None" />
/// <seealso>Set-AzSynapseIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.Remove, "AzSynapseIntegrationRuntime",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveAzureSynapseIntegrationRuntime : SynapseRuntimeRemoveCmdlet
{
    /// <inheritdoc cref="NamedFactoryRuntimeCmdlet.Name" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.runtime.remove";
}
