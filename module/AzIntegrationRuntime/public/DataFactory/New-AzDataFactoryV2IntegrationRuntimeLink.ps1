function New-AzDataFactoryV2IntegrationRuntimeLink {
    <#
    .SYNOPSIS
    Enters a link to a shared integration runtime from its own side.

    .DESCRIPTION
    Tells a shared self-hosted integration runtime of a linked one in another data factory, as an entry in its list of links. The linked
    integration runtime itself is created in its own data factory, with Set-AzDataFactoryV2IntegrationRuntime
    -SharedIntegrationRuntimeResourceId, which makes such an entry too.

    .EXAMPLE
    New-AzDataFactoryV2IntegrationRuntimeLink -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-shared' `
        -LinkedIntegrationRuntimeName 'ir-second' -LinkedDataFactoryName 'adf-test'

    Enters a link from 'ir-second' in 'adf-test', which is in the same subscription and region.

    .EXAMPLE
    $factory = Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test'
    $shared = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-shared' |
        New-AzDataFactoryV2IntegrationRuntimeLink -LinkedIntegrationRuntimeName 'ir-third' `
            -LinkedDataFactoryName $factory.DataFactoryName -LinkedSubscriptionId $factory.DataFactoryId.Split('/')[2] `
            -LinkedDataFactoryLocation $factory.Location
    $shared.Links

    Enters a link with all that there is to say of it, and lists the links.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime. An integration runtime can be piped in; so can objects
    with the properties ResourceGroupName, DataFactoryName and Name, or Id.

    .OUTPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeStatus: the shared integration runtime with its links.

    .LINK
    Set-AzDataFactoryV2IntegrationRuntime

    .LINK
    Remove-AzDataFactoryV2IntegrationRuntime

    .LINK
    Get-AzDataFactoryV2IntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByIntegrationRuntimeName', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeStatus')]
    param(
        # The resource group that holds the data factory.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The data factory.
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ByIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument factory @args })]
        [string]$DataFactoryName,

        # The shared integration runtime's name.
        [Parameter(Mandatory, Position = 2, ParameterSetName = 'ByIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument runtime @args })]
        [string]$Name,

        # The shared integration runtime's resource id, in place of the three names. Its subscription is the one that is used.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByResourceId', ValueFromPipelineByPropertyName)]
        [Alias('Id')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument runtimeid @args })]
        [string]$ResourceId,

        # The shared integration runtime as Get-AzDataFactoryV2IntegrationRuntime returns it, in place of the three names.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByIntegrationRuntimeObject', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')]
        [psobject]$InputObject,

        # The linked integration runtime's name.
        [Parameter(Mandatory)]
        [ValidateNotNullOrEmpty()]
        [string]$LinkedIntegrationRuntimeName,

        # The data factory of the linked integration runtime.
        [Parameter(Mandatory)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument factory @args })]
        [string]$LinkedDataFactoryName,

        # The subscription of that data factory. Without it that of the shared integration runtime.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$LinkedSubscriptionId,

        # The Azure region of that data factory.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument location @args })]
        [string]$LinkedDataFactoryLocation,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'link.new' -Argument $PSBoundParameters
    }
}
