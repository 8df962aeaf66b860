using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Gets linked services of a data factory.</summary>
/// <remarks>
/// <para>
/// Gets the linked service of a name or a resource id, or all linked services of a data factory. The property
/// connectVia of its definition refers to the integration runtime that it connects through.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzDataFactoryV2LinkedService -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod'
/// </code>
/// <para>Lists the linked services of a data factory.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod' |
///     Get-AzDataFactoryV2LinkedService |
///     Where-Object { $_.Properties.ConnectVia.ReferenceName -eq 'ir-west' } |
///     Select-Object Name
/// </code>
/// <para>Lists the linked services that connect through an integration runtime.</para>
/// </example>
/// <inputs cref="PSDataFactory">
/// You can pipe a data factory, or objects with the properties ResourceGroupName, DataFactoryName and Name.
/// </inputs>
/// <outputs cref="PSLinkedService">The linked service with its definition in the property Properties.</outputs>
/// <seealso>Set-AzDataFactoryV2LinkedService</seealso>
/// <seealso>Remove-AzDataFactoryV2LinkedService</seealso>
/// <seealso>ConvertTo-AzIntegrationRuntimeReference</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzDataFactoryV2LinkedService", DefaultParameterSetName = ByFactoryName)]
[OutputType(typeof(PSLinkedService))]
public sealed class GetAzureDataFactoryLinkedServiceCommand : LinkedServiceCmdlet
{
    private const string ByFactoryObject = "ByFactoryObject";

    /// <summary>The data factory, an object that Get-AzDataFactoryV2 returns, in place of its names.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByFactoryObject, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSDataFactory? DataFactory { get; set; }

    /// <summary>The name of the linked service. The default is all linked services of the data factory.</summary>
    [Parameter(Position = 2, ParameterSetName = ByFactoryName, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 1, ParameterSetName = ByFactoryObject, ValueFromPipelineByPropertyName = true)]
    [Alias("LinkedServiceName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LinkedServiceCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc />
    protected override string Operation => "linkedservice.get";
}
