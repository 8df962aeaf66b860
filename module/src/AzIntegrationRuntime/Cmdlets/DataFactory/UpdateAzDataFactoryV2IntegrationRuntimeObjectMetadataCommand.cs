using System.Management.Automation;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Refreshes the object metadata of an Azure-SSIS integration runtime.</summary>
/// <remarks>
/// <para>
/// Refreshes the object metadata of the catalog of an Azure-SSIS integration runtime: its folders, projects, packages
/// and environments. The cmdlet waits for the operation to end. The integration runtime must be started.
/// </para>
/// <para>
/// With -NoWait the cmdlet returns as soon as the service has accepted the request.
/// Wait-AzDataFactoryV2IntegrationRuntime takes the returned object. With -AsJob the cmdlet runs as a job.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata -ResourceGroupName 'rg-data' `
///     -DataFactoryName 'adf-prod' -Name 'ir-ssis-running'
/// </code>
/// <para>Refreshes the object metadata of a catalog.</para>
/// </example>
/// <example>
/// <code>
/// $operation = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis-running' |
///     Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata -NoWait
/// $operation | Wait-AzDataFactoryV2IntegrationRuntime -Timeout 600
/// </code>
/// <para>Refreshes the object metadata, and waits for the operation later.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs cref="AzIntegrationRuntime.ObjectMetadataStatus">
/// The result of the operation. With -NoWait it is an AzIntegrationRuntime.Operation, with -AsJob a job.
/// </outputs>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata</seealso>
/// <seealso>Wait-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsData.Update, "AzDataFactoryV2IntegrationRuntimeObjectMetadata",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(ObjectMetadataStatus))]
[OutputType(typeof(AzIntegrationRuntime.Operation))]
public sealed class UpdateAzDataFactoryV2IntegrationRuntimeObjectMetadataCommand : NamedFactoryRuntimeCmdlet
{
    /// <inheritdoc cref="DisableAzDataFactoryV2IntegrationRuntimeInteractiveAuthoringCommand.NoWait" />
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <inheritdoc cref="SharedParameters.AsJob" />
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc />
    protected override string Operation => "metadata.refresh";
}
