using System;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>Changes the automatic update of a self-hosted integration runtime of a Synapse workspace.</summary>
/// <remarks>
/// <para>
/// Turns the automatic update of the nodes of a self-hosted integration runtime on or off, and sets its time of day.
/// Set-AzSynapseIntegrationRuntime changes all other settings.
/// </para>
/// <para>The name of the integration runtime is -IntegrationRuntimeName; there is no -Name.</para>
/// </remarks>
/// <example>
/// <code>
/// Update-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -IntegrationRuntimeName 'ir-west' -AutoUpdate On `
///     -AutoUpdateDelayOffset '03:00:00'
/// </code>
/// <para>Turns on the automatic update of the nodes, at 3 AM.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' |
///     Where-Object Kind -EQ 'SelfHosted' |
///     Update-AzSynapseIntegrationRuntime -AutoUpdate Off
/// </code>
/// <para>Turns off the automatic update of every self-hosted integration runtime of a workspace.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime or a workspace.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <outputs cref="PSSelfHostedIntegrationRuntime">
/// The integration runtime. Its status shows the settings of the automatic update.
/// </outputs>
/// <seealso>Get-AzSynapseIntegrationRuntime</seealso>
/// <seealso>Invoke-AzSynapseIntegrationRuntimeUpgrade</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsData.Update, "AzSynapseIntegrationRuntime",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(PSSelfHostedIntegrationRuntimeStatus))]
public sealed class UpdateAzureSynapseIntegrationRuntime : SynapseRuntimeUpdateCmdlet
{
    /// <inheritdoc cref="UpdateAzureDataFactoryIntegrationRuntimeCommand.AutoUpdate" />
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateSet("On", "Off")]
    public string? AutoUpdate { get; set; }

    /// <inheritdoc cref="UpdateAzureDataFactoryIntegrationRuntimeCommand.AutoUpdateDelayOffset" />
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan? AutoUpdateDelayOffset { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.runtime.update";
}
