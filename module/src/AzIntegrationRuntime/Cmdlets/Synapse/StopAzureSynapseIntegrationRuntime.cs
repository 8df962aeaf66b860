using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>Stops an Azure-SSIS integration runtime of a Synapse workspace.</summary>
/// <remarks>
/// <para>
/// Stops the nodes of an Azure-SSIS integration runtime and waits until it is stopped. A stopped integration runtime
/// keeps its settings and costs nothing. The cmdlet asks for confirmation unless -Force is given.
/// </para>
/// <para>
/// With -NoWait the cmdlet returns as soon as the service has accepted the request. Wait-AzSynapseIntegrationRuntime
/// takes the returned object. With -AsJob the cmdlet runs as a job. Ctrl+C ends the wait, but not the operation in the
/// service.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Stop-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-ssis-running' -Force
/// </code>
/// <para>Stops an Azure-SSIS integration runtime without asking for confirmation, and waits until it is stopped.</para>
/// </example>
/// <example>
/// <code>
/// Start-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-ssis' -Force
/// Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Status |
///     Where-Object { $_.Kind -eq 'AzureSsis' -and $_.State -eq 'Started' } |
///     Stop-AzSynapseIntegrationRuntime -Force -NoWait
/// </code>
/// <para>
/// Starts an Azure-SSIS integration runtime, and afterwards stops all that are started, without waiting for them.
/// </para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime or a workspace.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <outputs type="None">With -NoWait it is an AzIntegrationRuntime.Operation, with -AsJob a job.</outputs>
/// <seealso>Start-AzSynapseIntegrationRuntime</seealso>
/// <seealso>Wait-AzSynapseIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsLifecycle.Stop, "AzSynapseIntegrationRuntime",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
[OutputType(typeof(AzIntegrationRuntime.Operation))]
public sealed class StopAzureSynapseIntegrationRuntime : SynapseRuntimeStopCmdlet
{
    /// <inheritdoc cref="NamedFactoryRuntimeCmdlet.Name" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="StartAzureSynapseIntegrationRuntime.NoWait" />
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <inheritdoc cref="SharedParameters.AsJob" />
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.runtime.stop";
}
