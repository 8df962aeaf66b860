using System.Management.Automation;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Turns off interactive authoring of a managed integration runtime.</summary>
/// <remarks>
/// <para>
/// Turns off interactive authoring of an Azure integration runtime in a managed virtual network, and waits for the
/// operation to end.
/// </para>
/// <para>
/// With -NoWait the cmdlet returns as soon as the service has accepted the request.
/// Wait-AzDataFactoryV2IntegrationRuntime takes the returned object. With -AsJob the cmdlet runs as a job.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Disable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring -ResourceGroupName 'rg-data' `
///     -DataFactoryName 'adf-prod' -Name 'ir-vnet'
/// </code>
/// <para>Turns off interactive authoring.</para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-vnet'
/// $null = $runtime | Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring
/// $runtime | Disable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring -NoWait
/// </code>
/// <para>Turns interactive authoring on, and then off without waiting for the operation to end.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs cref="PSIntegrationRuntime">
/// The integration runtime. With -NoWait it is an AzIntegrationRuntime.Operation, with -AsJob a job.
/// </outputs>
/// <seealso>Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring</seealso>
/// <seealso>Wait-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsLifecycle.Disable, "AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(PSIntegrationRuntime))]
[OutputType(typeof(AzIntegrationRuntime.Operation))]
public sealed class DisableAzDataFactoryV2IntegrationRuntimeInteractiveAuthoringCommand : NamedFactoryRuntimeCmdlet
{
    /// <summary>
    /// Returns as soon as the service has accepted the request. Wait-AzDataFactoryV2IntegrationRuntime takes the
    /// returned object, also in another session.
    /// </summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <inheritdoc cref="SharedParameters.AsJob" />
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc />
    protected override string Operation => "interactive.disable";
}
