function Remove-AzDataFactoryV2IntegrationRuntime {
    <#
    .SYNOPSIS
    Removes an integration runtime, or the links of a data factory to a shared one.

    .DESCRIPTION
    Removes an integration runtime. With -LinkedDataFactoryName the runtime stays and only the links that these data factories have
    to it are removed. With -RemoveLinks all links are removed first, and then the runtime.

    It asks first, unless -Force is given; the question names the data factories that still link to the runtime, and with -Force a
    warning does. Removing what does not exist is a warning.

    The AutoResolveIntegrationRuntime that every data factory has cannot be removed; that is refused before anything is sent, with
    -Force too.

    .EXAMPLE
    Remove-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-west' -WhatIf
    Remove-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-west' -Force

    Shows what would be removed, and removes it without asking.

    .EXAMPLE
    Remove-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-shared' `
        -LinkedDataFactoryName 'adf-test' -Force

    Revokes the sharing with 'adf-test': its links to the shared runtime are removed, the runtime stays.

    .EXAMPLE
    $shared = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-shared'
    Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' |
        Where-Object DataFactoryName -Like 'adf-test*' |
        Select-Object @{ Name = 'LinkedDataFactoryName'; Expression = { $_.DataFactoryId } } |
        Remove-AzDataFactoryV2IntegrationRuntime -ResourceId $shared.Id -Force

    Revokes the sharing with several data factories.

    .EXAMPLE
    Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-shared' |
        Remove-AzDataFactoryV2IntegrationRuntime -RemoveLinks -Force

    Removes a shared runtime and its links.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime. An integration runtime can be piped in; so can objects
    with the properties ResourceGroupName, DataFactoryName and Name, or Id, and LinkedDataFactoryName.

    .OUTPUTS
    None.

    .LINK
    Set-AzDataFactoryV2IntegrationRuntime

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

        # The data factories whose links to this shared runtime are to be removed: names or resource ids, or * for all.
        [Parameter(ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument factory @args })]
        [string[]]$LinkedDataFactoryName,

        # Removes the links to this shared runtime first, and then the runtime.
        [Parameter()]
        [switch]$RemoveLinks,

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
