using System.Collections.Generic;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Creates or replaces a linked service of a data factory.</summary>
/// <remarks>
/// <para>
/// Creates a linked service from its JSON definition. The cmdlet asks for confirmation before it replaces an existing
/// linked service, unless -Force is given. ConvertTo-AzIntegrationRuntimeReference creates the connectVia of a
/// definition, which refers to an integration runtime.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $file = Join-Path ([System.IO.Path]::GetTempPath()) 'blob.json'
/// $runtime = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-azure'
/// @{
///     properties = @{
///         type           = 'AzureBlobStorage'
///         typeProperties = @{ serviceEndpoint = 'https://data.blob.core.windows.net' }
///         connectVia     = ConvertTo-AzIntegrationRuntimeReference $runtime
///     }
/// } | ConvertTo-Json -Depth 5 | Set-Content $file
/// Set-AzDataFactoryV2LinkedService -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'blob' `
///     -DefinitionFile $file -Force
/// </code>
/// <para>Creates a linked service that connects through an integration runtime.</para>
/// </example>
/// <example>
/// <code>
/// $file = Join-Path ([System.IO.Path]::GetTempPath()) 'stage.json'
/// Set-Content $file '{ "properties": { "type": "AzureBlobStorage", "typeProperties": { "serviceEndpoint": "x" } } }'
/// Set-AzDataFactoryV2LinkedService 'rg-data' 'adf-prod' 'stage' $file -WhatIf
/// </code>
/// <para>Shows what the cmdlet would do.</para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe objects with the properties ResourceGroupName, DataFactoryName and Name.
/// </inputs>
/// <outputs cref="PSLinkedService">The linked service with its definition in the property Properties.</outputs>
/// <seealso>Get-AzDataFactoryV2LinkedService</seealso>
/// <seealso>Remove-AzDataFactoryV2LinkedService</seealso>
/// <seealso>ConvertTo-AzIntegrationRuntimeReference</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.Set, "AzDataFactoryV2LinkedService",
    DefaultParameterSetName = ByFactoryName, SupportsShouldProcess = true)]
[OutputType(typeof(PSLinkedService))]
[Alias("New-AzDataFactoryV2LinkedService")]
public sealed class SetAzureDataFactoryLinkedServiceCommand : LinkedServiceCmdlet
{
    /// <summary>The name of the linked service.</summary>
    [Parameter(
        Mandatory = true, Position = 2, ParameterSetName = ByFactoryName, ValueFromPipelineByPropertyName = true)]
    [Alias("LinkedServiceName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LinkedServiceCompleter))]
    public string? Name { get; set; }

    /// <summary>The path of the JSON file with the definition of the linked service.</summary>
    [Parameter(Mandatory = true, Position = 3)]
    [Alias("File")]
    [ValidateNotNullOrEmpty]
    public string? DefinitionFile { get; set; }

    /// <summary>Replaces an existing linked service without asking for confirmation.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "linkedservice.set";

    /// <inheritdoc />
    protected override IReadOnlyList<string> PathParameters => [nameof(DefinitionFile)];
}
