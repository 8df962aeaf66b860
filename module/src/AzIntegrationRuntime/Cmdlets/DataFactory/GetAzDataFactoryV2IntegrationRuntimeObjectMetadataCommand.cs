using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>
/// Gets the folders, projects, packages and environments in the catalog of an Azure-SSIS integration runtime.
/// </summary>
/// <remarks>
/// <para>
/// Gets the object metadata of the catalog of an Azure-SSIS integration runtime: its folders, projects, packages and
/// environments, as of the last Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata. The integration runtime must be
/// started.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $null = Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata 'rg-data' 'adf-prod' 'ir-ssis-running'
/// Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
///     -Name 'ir-ssis-running'
/// </code>
/// <para>Refreshes the object metadata, and lists it.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis-running' |
///     Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata -MetadataPath 'ssisFolders'
/// </code>
/// <para>Lists the folders of the catalog.</para>
/// </example>
/// <example>
/// <code>
/// $objects = Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata 'rg-data' 'adf-prod' 'ir-ssis-running'
/// $objects | Where-Object Type -EQ 'Package' | Select-Object Id, Name
/// </code>
/// <para>Lists the packages of the catalog.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs cref="AzIntegrationRuntime.ObjectMetadata">
/// An object for each folder, project, package and environment.
/// </outputs>
/// <seealso>Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata</seealso>
/// <seealso>Start-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzDataFactoryV2IntegrationRuntimeObjectMetadata", DefaultParameterSetName = ByName)]
[OutputType(typeof(ObjectMetadata))]
public sealed class GetAzDataFactoryV2IntegrationRuntimeObjectMetadataCommand : NamedFactoryRuntimeCmdlet
{
    /// <summary>The path of the objects to get. The default is the whole catalog.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? MetadataPath { get; set; }

    /// <inheritdoc />
    protected override string Operation => "metadata.get";
}
