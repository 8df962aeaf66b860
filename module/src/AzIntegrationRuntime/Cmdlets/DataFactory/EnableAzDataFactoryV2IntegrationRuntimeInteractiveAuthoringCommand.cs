using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Turns on interactive authoring of a managed integration runtime.</summary>
/// <remarks>
/// <para>
/// Turns on interactive authoring of an Azure integration runtime in a managed virtual network, and waits for the
/// operation to end. Data Factory Studio needs interactive authoring to test connections, browse folders and preview
/// data. The service turns it off after the given minutes without use.
/// </para>
/// <para>
/// With -NoWait the cmdlet returns as soon as the service has accepted the request.
/// Wait-AzDataFactoryV2IntegrationRuntime takes the returned object. With -AsJob the cmdlet runs as a job.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring -ResourceGroupName 'rg-data' `
///     -DataFactoryName 'adf-prod' -Name 'ir-vnet' -AutoTerminationMinutes 60
/// </code>
/// <para>Turns on interactive authoring, which ends an hour after its last use.</para>
/// </example>
/// <example>
/// <code>
/// $operation = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-vnet' |
///     Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring -NoWait
/// $operation | Wait-AzDataFactoryV2IntegrationRuntime -Timeout 600
/// </code>
/// <para>Turns on interactive authoring, and waits for the operation later.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs cref="PSIntegrationRuntime">
/// The integration runtime. With -NoWait it is an AzIntegrationRuntime.Operation, with -AsJob a job.
/// </outputs>
/// <seealso>Disable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring</seealso>
/// <seealso>Wait-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsLifecycle.Enable, "AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(PSIntegrationRuntime))]
[OutputType(typeof(AzIntegrationRuntime.Operation))]
public sealed class EnableAzDataFactoryV2IntegrationRuntimeInteractiveAuthoringCommand : NamedFactoryRuntimeCmdlet
{
    /// <summary>
    /// The number of minutes without use after which the service turns interactive authoring off. The default is the
    /// service's.
    /// </summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int AutoTerminationMinutes { get; set; }

    /// <inheritdoc cref="DisableAzDataFactoryV2IntegrationRuntimeInteractiveAuthoringCommand.NoWait" />
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <inheritdoc cref="SharedParameters.AsJob" />
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc />
    protected override string Operation => "interactive.enable";
}
