function ConvertTo-AzIntegrationRuntimeReference {
    <#
    .SYNOPSIS
    Makes what refers to an integration runtime in the JSON of a linked service.

    .DESCRIPTION
    Makes the object that a linked service takes as its connectVia, with the runtime's name and the type IntegrationRuntimeReference.
    ConvertTo-Json writes it as the service reads it. Of a Purview runtime it has the name only, as a scan takes it in connectedVia.

    A linked service without connectVia uses the AutoResolveIntegrationRuntime that every data factory and workspace has. Nothing is
    asked of Azure.

    .EXAMPLE
    Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-azure' | ConvertTo-AzIntegrationRuntimeReference | ConvertTo-Json

    Writes the reference to a runtime of a data factory.

    .EXAMPLE
    $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-azure'
    $service = @{
        name       = 'StorageLinkedService'
        properties = @{
            type           = 'AzureBlobStorage'
            typeProperties = @{ serviceEndpoint = 'https://data.blob.core.windows.net' }
            connectVia     = ConvertTo-AzIntegrationRuntimeReference $runtime
        }
    }
    $file = Join-Path ([System.IO.Path]::GetTempPath()) 'storage.json'
    $service | ConvertTo-Json -Depth 5 | Set-Content $file

    Writes the definition of a linked service that is reached through an integration runtime of a workspace.

    .INPUTS
    An integration runtime of a data factory, a Synapse workspace or a Purview account can be piped in.

    .OUTPUTS
    System.Management.Automation.PSCustomObject: referenceName and type.

    .LINK
    Get-AzIntegrationRuntime

    .LINK
    Get-AzDataFactoryV2IntegrationRuntime

    .LINK
    Get-AzSynapseIntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType('System.Management.Automation.PSCustomObject')]
    param(
        # An integration runtime, as the Get- cmdlets return it.
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)]
        [ValidateNotNull()]
        [psobject]$InputObject,

        # Accepted as everywhere; no context is needed here.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'reference.convert' -Argument $PSBoundParameters
    }
}
