using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Creates a reference to an integration runtime for the JSON of a linked service.</summary>
/// <remarks>
/// <para>
/// Creates the object for connectVia of a linked service: the name of the integration runtime and the type
/// IntegrationRuntimeReference. ConvertTo-Json converts it to the JSON of the service. For a Purview integration
/// runtime it has only the name, for connectedVia of a scan.
/// </para>
/// <para>
/// A linked service without connectVia uses the AutoResolveIntegrationRuntime. The cmdlet sends no request.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-azure' |
///     ConvertTo-AzIntegrationRuntimeReference | ConvertTo-Json
/// </code>
/// <para>Creates the reference to an integration runtime of a data factory.</para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-azure'
/// $service = @{
///     name       = 'StorageLinkedService'
///     properties = @{
///         type           = 'AzureBlobStorage'
///         typeProperties = @{ serviceEndpoint = 'https://data.blob.core.windows.net' }
///         connectVia     = ConvertTo-AzIntegrationRuntimeReference $runtime
///     }
/// }
/// $file = Join-Path ([System.IO.Path]::GetTempPath()) 'storage.json'
/// $service | ConvertTo-Json -Depth 5 | Set-Content $file
/// </code>
/// <para>Writes the definition of a linked service that connects through an integration runtime of a workspace.</para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe an integration runtime of a data factory, a Synapse workspace or a Purview account.
/// </inputs>
/// <outputs cref="PSCustomObject">An object with the properties referenceName and type.</outputs>
/// <seealso>Get-AzIntegrationRuntime</seealso>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Get-AzSynapseIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsData.ConvertTo, "AzIntegrationRuntimeReference")]
[OutputType("System.Management.Automation.PSCustomObject")]
public sealed class ConvertToAzIntegrationRuntimeReferenceCommand : NativeCmdlet
{
    /// <summary>The integration runtime, an object that a Get cmdlet returns.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc />
    protected override string Operation => "reference.convert";
}
