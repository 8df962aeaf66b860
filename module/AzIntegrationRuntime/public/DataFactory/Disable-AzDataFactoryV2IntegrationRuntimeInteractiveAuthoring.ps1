function Disable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring {
    <#
    .SYNOPSIS
    Switches interactive authoring of a managed integration runtime off.

    .DESCRIPTION
    Switches interactive authoring of an Azure integration runtime in a managed virtual network off, and waits until that is done.

    With -NoWait it returns as soon as the service has begun, and Wait-AzDataFactoryV2IntegrationRuntime takes what is returned. With
    -AsJob it waits in a job.

    .EXAMPLE
    Disable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' `
        -Name 'ir-vnet'

    Switches interactive authoring off.

    .EXAMPLE
    $runtime = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-vnet'
    $null = $runtime | Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring
    $runtime | Disable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring -NoWait

    Switches it on for a while, and off again without waiting.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime. An integration runtime can be piped in; so can objects
    with the properties ResourceGroupName, DataFactoryName and Name, or Id.

    .OUTPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime: the integration runtime. With -NoWait an
    AzIntegrationRuntime.Operation, with -AsJob a job.

    .LINK
    Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring

    .LINK
    Wait-AzDataFactoryV2IntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByIntegrationRuntimeName', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')]
    [OutputType('AzIntegrationRuntime.Operation')]
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

        # The integration runtime's name.
        [Parameter(Mandatory, Position = 2, ParameterSetName = 'ByIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument runtime @args })]
        [string]$Name,

        # The integration runtime's resource id, in place of the three names. Its subscription is the one that is used.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByResourceId', ValueFromPipelineByPropertyName)]
        [Alias('Id')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument runtimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzDataFactoryV2IntegrationRuntime returns it, in place of the three names.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByIntegrationRuntimeObject', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')]
        [psobject]$InputObject,

        # Returns as soon as the service has taken the request, with an object that Wait-AzDataFactoryV2IntegrationRuntime takes, in
        # another session too.
        [Parameter()]
        [switch]$NoWait,

        # Asks its questions and then goes on in a job, which is returned. Needs Start-ThreadJob.
        [Parameter()]
        [switch]$AsJob,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'interactive.disable' -Argument $PSBoundParameters
    }
}
