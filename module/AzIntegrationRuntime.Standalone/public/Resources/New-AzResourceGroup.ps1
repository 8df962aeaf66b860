function New-AzResourceGroup {
    <#
    .SYNOPSIS
    Creates a resource group.

    .DESCRIPTION
    Creates a resource group in a region. If it exists already, it asks whether it may be updated, unless -Force is given.

    .EXAMPLE
    New-AzResourceGroup -Name 'rg-data' -Location WestEurope

    Creates a resource group.

    .EXAMPLE
    New-AzResourceGroup -Name 'rg-data' -Location WestEurope -Tag @{ team = 'data' } -Force

    Creates it, or sets the tags of the existing one.

    .INPUTS
    Objects with the properties Name (or ResourceGroupName), Location and Tag.

    .OUTPUTS
    Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceGroup

    .LINK
    Get-AzResourceGroup

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceGroup')]
    param(
        # The resource group's name.
        [Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)]
        [Alias('ResourceGroupName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$Name,

        # The Azure region.
        [Parameter(Mandatory, Position = 1, ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument location @args })]
        [string]$Location,

        # Tags: names and values.
        [Parameter(ValueFromPipelineByPropertyName)]
        [Alias('Tags')]
        [hashtable]$Tag,

        # Does not ask.
        [Parameter()]
        [switch]$Force,

        # The version of the service interface to use.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$ApiVersion,

        # Takes preview versions of the service interface into account.
        [Parameter()]
        [switch]$Pre,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'group.new' -Argument $PSBoundParameters
    }
}
