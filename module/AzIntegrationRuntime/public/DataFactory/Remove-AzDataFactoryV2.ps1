function Remove-AzDataFactoryV2 {
    <#
    .SYNOPSIS
    Removes a data factory.

    .DESCRIPTION
    Removes a data factory with all it holds. It asks first, unless -Force is given. Removing what does not exist is a warning.

    .EXAMPLE
    Remove-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test' -WhatIf

    Shows what would be removed.

    .EXAMPLE
    Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test' | Remove-AzDataFactoryV2 -Force

    Removes a data factory without asking.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory

    .OUTPUTS
    None.

    .LINK
    Set-AzDataFactoryV2

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByFactoryName', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType([void])]
    param(
        # The resource group.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByFactoryName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The data factory's name.
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ByFactoryName')]
        [Alias('DataFactoryName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument factory @args })]
        [string]$Name,

        # A data factory as Get-AzDataFactoryV2 returns it, in place of group and name.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByFactoryObject', ValueFromPipeline)]
        [ValidateNotNullOrEmpty()]
        [PSTypeName('Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory')]
        [psobject]$InputObject,

        # The data factory's resource id, in place of group and name.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByResourceId', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument factoryid @args })]
        [string]$ResourceId,

        # Does not ask.
        [Parameter()]
        [switch]$Force,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'factory.remove' -Argument $PSBoundParameters
    }
}
