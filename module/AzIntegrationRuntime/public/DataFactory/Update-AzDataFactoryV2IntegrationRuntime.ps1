function Update-AzDataFactoryV2IntegrationRuntime {
    <#
    .SYNOPSIS
    Changes when the nodes of a self-hosted integration runtime are updated.

    .DESCRIPTION
    Switches the automatic update of the nodes of a self-hosted integration runtime on or off, and sets the hour of the day when it
    happens. Set-AzDataFactoryV2IntegrationRuntime changes everything else.

    .EXAMPLE
    Update-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-west' `
        -AutoUpdate On -AutoUpdateDelayOffset '03:00:00'

    Lets the nodes be updated automatically, at three o'clock in the night.

    .EXAMPLE
    Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' |
        Where-Object Type -EQ 'SelfHosted' |
        Update-AzDataFactoryV2IntegrationRuntime -AutoUpdate Off

    Switches the automatic update off for every self-hosted integration runtime of a data factory.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime. An integration runtime can be piped in; so can objects
    with the properties ResourceGroupName, DataFactoryName and Name, or Id.

    .OUTPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntime: the integration runtime. Its settings for updates
    are part of its status.

    .LINK
    Get-AzDataFactoryV2IntegrationRuntime

    .LINK
    Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade

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

        # On or Off: whether nodes are updated automatically.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [ValidateSet('On', 'Off')]
        [string]$AutoUpdate,

        # The time of the day at which nodes are updated, in their own time zone: '03:00:00' is three o'clock in the night.
        [Parameter()]
        [ValidateNotNull()]
        [System.Nullable[timespan]]$AutoUpdateDelayOffset,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'runtime.update' -Argument $PSBoundParameters
    }
}
