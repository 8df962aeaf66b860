using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>Starts an Azure-SSIS integration runtime of a Synapse workspace.</summary>
/// <remarks>
/// <para>
/// Starts the nodes of an Azure-SSIS integration runtime and waits until it is started, which takes up to half an hour
/// in Azure. The progress bar shows the state that the service reports. The cmdlet asks for confirmation unless -Force
/// is given.
/// </para>
/// <para>
/// The returned status is the one that the service answers at the end of the start, which may have no nodes yet.
/// Get-AzSynapseIntegrationRuntime with -Status returns the nodes.
/// </para>
/// <para>
/// With -NoWait the cmdlet returns as soon as the service has accepted the request. Wait-AzSynapseIntegrationRuntime
/// takes the returned object. With -AsJob the cmdlet runs as a job. Ctrl+C ends the wait, but not the operation in the
/// service.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Start-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-ssis' -Force
/// </code>
/// <para>
/// Starts an Azure-SSIS integration runtime without asking for confirmation, and waits until it is started.
/// </para>
/// </example>
/// <example>
/// <code>
/// Stop-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-ssis-running' -Force
/// $operation = Start-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-ssis-running' -Force -NoWait
/// $operation | Wait-AzSynapseIntegrationRuntime -Timeout 3600
/// </code>
/// <para>Restarts an Azure-SSIS integration runtime. The script can do other work between the last two lines.</para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-ssis'
/// $job = $runtime | Start-AzSynapseIntegrationRuntime -Force -AsJob
/// $job | Receive-Job -Wait -AutoRemoveJob
/// </code>
/// <para>Starts an Azure-SSIS integration runtime as a job, and receives its status from the job.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime or a workspace.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <outputs cref="PSManagedIntegrationRuntimeStatus">
/// The status of the started integration runtime. With -NoWait it is an AzIntegrationRuntime.Operation, with -AsJob a
/// job.
/// </outputs>
/// <seealso>Stop-AzSynapseIntegrationRuntime</seealso>
/// <seealso>Wait-AzSynapseIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsLifecycle.Start, "AzSynapseIntegrationRuntime",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(PSManagedIntegrationRuntimeStatus))]
[OutputType(typeof(AzIntegrationRuntime.Operation))]
public sealed class StartAzureSynapseIntegrationRuntime : NativeCmdlet
{
    private const string ByName = "StartByNameParameterSet";
    private const string ByParentObject = "StartByParentObjectParameterSet";
    private const string ByResourceId = "StartByResourceIdParameterSet";
    private const string ByInputObject = "StartByInputObjectParameterSet";

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

    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// Returns as soon as the service has accepted the request. Wait-AzSynapseIntegrationRuntime takes the returned
    /// object, also in another session.
    /// </summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <inheritdoc cref="SharedParameters.AsJob" />
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.runtime.start";
}
