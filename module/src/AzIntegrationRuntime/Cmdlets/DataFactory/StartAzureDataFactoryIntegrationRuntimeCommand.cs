using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Starts an Azure-SSIS integration runtime.</summary>
/// <remarks>
/// <para>
/// Starts the nodes of an Azure-SSIS integration runtime and waits until it is started, which takes up to half an hour
/// in Azure. The progress bar shows the state that the service reports. The cmdlet asks for confirmation unless -Force
/// is given.
/// </para>
/// <para>
/// The returned status is the one that the service answers at the end of the start, which may have no nodes yet.
/// Get-AzDataFactoryV2IntegrationRuntime with -Status returns the nodes.
/// </para>
/// <para>
/// With -NoWait the cmdlet returns as soon as the service has accepted the request.
/// Wait-AzDataFactoryV2IntegrationRuntime takes the returned object. With -AsJob the cmdlet runs as a job. Ctrl+C ends
/// the wait, but not the operation in the service.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Start-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -Name 'ir-ssis' -Force
/// </code>
/// <para>
/// Starts an Azure-SSIS integration runtime without asking for confirmation, and waits until it is started.
/// </para>
/// </example>
/// <example>
/// <code>
/// Stop-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis-running' -Force
/// $operation = Start-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis-running' -Force -NoWait
/// $operation | Wait-AzDataFactoryV2IntegrationRuntime -Timeout 3600
/// </code>
/// <para>Restarts an Azure-SSIS integration runtime. The script can do other work between the last two lines.</para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis'
/// $job = $runtime | Start-AzDataFactoryV2IntegrationRuntime -Force -AsJob
/// $job | Receive-Job -Wait -AutoRemoveJob
/// </code>
/// <para>Starts an Azure-SSIS integration runtime as a job, and receives its status from the job.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs cref="PSManagedIntegrationRuntimeStatus">
/// The status of the started integration runtime. With -NoWait it is an AzIntegrationRuntime.Operation, with -AsJob a
/// job.
/// </outputs>
/// <seealso>Stop-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Wait-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsLifecycle.Start, "AzDataFactoryV2IntegrationRuntime",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(PSManagedIntegrationRuntimeStatus))]
[OutputType(typeof(AzIntegrationRuntime.Operation))]
public sealed class StartAzureDataFactoryIntegrationRuntimeCommand : NamedFactoryRuntimeCmdlet
{
    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc cref="DisableAzDataFactoryV2IntegrationRuntimeInteractiveAuthoringCommand.NoWait" />
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <inheritdoc cref="SharedParameters.AsJob" />
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc />
    protected override string Operation => "runtime.start";
}
