using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Stops an Azure-SSIS integration runtime.</summary>
/// <remarks>
/// <para>
/// Stops the nodes of an Azure-SSIS integration runtime and waits until it is stopped. A stopped integration runtime
/// keeps its settings and costs nothing. The cmdlet asks for confirmation unless -Force is given.
/// </para>
/// <para>
/// With -NoWait the cmdlet returns as soon as the service has accepted the request.
/// Wait-AzDataFactoryV2IntegrationRuntime takes the returned object. With -AsJob the cmdlet runs as a job. Ctrl+C ends
/// the wait, but not the operation in the service.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Stop-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -Name 'ir-ssis-running' -Force
/// </code>
/// <para>Stops an Azure-SSIS integration runtime without asking for confirmation, and waits until it is stopped.</para>
/// </example>
/// <example>
/// <code>
/// Start-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis' -Force
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' -Status |
///     Where-Object State -EQ 'Started' |
///     Stop-AzDataFactoryV2IntegrationRuntime -Force -NoWait
/// </code>
/// <para>
/// Starts an Azure-SSIS integration runtime, and afterwards stops all that are started, without waiting for them.
/// </para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs type="None">With -NoWait it is an AzIntegrationRuntime.Operation, with -AsJob a job.</outputs>
/// <seealso>Start-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Wait-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsLifecycle.Stop, "AzDataFactoryV2IntegrationRuntime",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
[OutputType(typeof(AzIntegrationRuntime.Operation))]
public sealed class StopAzureDataFactoryIntegrationRuntimeCommand : NamedFactoryRuntimeCmdlet
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
    protected override string Operation => "runtime.stop";
}
