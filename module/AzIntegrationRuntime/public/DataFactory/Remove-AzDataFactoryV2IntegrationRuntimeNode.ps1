function Remove-AzDataFactoryV2IntegrationRuntimeNode {
    <#
    .SYNOPSIS
    Removes a node of a self-hosted integration runtime.

    .DESCRIPTION
    Takes a node out of a self-hosted integration runtime. The software stays on its machine, which can register again with a key. It
    asks first, unless -Force is given. Removing what does not exist is a warning.

    .EXAMPLE
    Remove-AzDataFactoryV2IntegrationRuntimeNode -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -IntegrationRuntimeName 'ir-west' `
        -NodeName 'west-2' -Force

    Removes a node without asking.

    .EXAMPLE
    $runtime = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west' -Status
    $runtime.Nodes |
        Where-Object Status -EQ 'Offline' |
        ForEach-Object { $runtime | Remove-AzDataFactoryV2IntegrationRuntimeNode -NodeName $_.NodeName -Force }

    Removes the dead nodes of an integration runtime.

    .EXAMPLE
    Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west' |
        Remove-AzDataFactoryV2IntegrationRuntimeNode -NodeName 'west-1' -WhatIf

    Shows what would be removed.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime. An integration runtime can be piped in; so can objects
    with the properties ResourceGroupName, DataFactoryName and IntegrationRuntimeName, or Id.

    .OUTPUTS
    None.

    .LINK
    Get-AzDataFactoryV2IntegrationRuntimeNode

    .LINK
    Get-AzDataFactoryV2IntegrationRuntimeKey

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByIntegrationRuntimeName', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType([void])]
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
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument runtime @args })]
        [string]$IntegrationRuntimeName,

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

        # The node's name.
        [Parameter(Mandatory)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument node @args })]
        [string]$NodeName,

        # Does not ask.
        [Parameter()]
        [switch]$Force,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'node.remove' -Argument $PSBoundParameters
    }
}
