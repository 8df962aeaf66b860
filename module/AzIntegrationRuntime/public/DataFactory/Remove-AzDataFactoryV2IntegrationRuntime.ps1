function Remove-AzDataFactoryV2IntegrationRuntime {
    <#
    .SYNOPSIS
    Removes an integration runtime, or the links of a data factory to a shared one.

    .DESCRIPTION
    Removes an integration runtime. With -LinkedDataFactoryName the runtime stays and only the links that this data factory has
    to it are removed.

    It asks first, unless -Force is given; the question names the data factories that still link to the runtime. Removing what
    does not exist is a warning.

    .EXAMPLE
    Remove-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-west'

    Removes an integration runtime after asking.

    .EXAMPLE
    Remove-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-west' `
        -LinkedDataFactoryName 'adf-test' -Force

    Revokes the sharing with 'adf-test': its links to the shared runtime are removed, the runtime stays.

    .EXAMPLE
    Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-test' 'ir-linked' | Remove-AzDataFactoryV2IntegrationRuntime -WhatIf

    Shows what would be removed.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime. An integration runtime can be piped in; so can objects
    with the properties ResourceGroupName, DataFactoryName and Name, or Id.

    .OUTPUTS
    None.

    .LINK
    Set-AzDataFactoryV2IntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByIntegrationRuntimeName', PositionalBinding = $false, SupportsShouldProcess)]
    param(
        # The resource group that holds the data factory.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$ResourceGroupName,

        # The data factory.
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ByIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$DataFactoryName,

        # The integration runtime's name.
        [Parameter(Mandatory, Position = 2, ParameterSetName = 'ByIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [string]$Name,

        # The integration runtime's resource id, in place of the three names. Its subscription is the one that is used.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByResourceId', ValueFromPipelineByPropertyName)]
        [Alias('Id')]
        [ValidateNotNullOrEmpty()]
        [string]$ResourceId,

        # An integration runtime as Get-AzDataFactoryV2IntegrationRuntime returns it, in place of the three names.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByIntegrationRuntimeObject', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')]
        [psobject]$InputObject,

        # The name of a data factory whose links to this shared runtime are to be removed; its resource id is taken too.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$LinkedDataFactoryName,

        # Does not ask.
        [Parameter()]
        [switch]$Force,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'runtime.remove' -Argument $PSBoundParameters
    }
}
