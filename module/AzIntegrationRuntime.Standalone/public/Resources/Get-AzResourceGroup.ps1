function Get-AzResourceGroup {
    <#
    .SYNOPSIS
    Gets resource groups.

    .DESCRIPTION
    Gets the resource groups of the subscription, or those with a name, an id, a region or tags. A name can have wildcards.

    .EXAMPLE
    Get-AzResourceGroup

    Lists the resource groups.

    .EXAMPLE
    Get-AzResourceGroup -Name 'rg-data*'

    Lists those whose names begin so.

    .EXAMPLE
    Get-AzResourceGroup -Tag @{ team = 'data' }

    Lists those with a tag.

    .INPUTS
    Objects with the properties Name (or ResourceGroupName), Location, Id (or ResourceId) and Tag.

    .OUTPUTS
    Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceGroup

    .LINK
    New-AzResourceGroup

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'GetByResourceGroupName', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceGroup')]
    param(
        # The resource group's name, with wildcards if you like.
        [Parameter(Position = 0, ParameterSetName = 'GetByResourceGroupName', ValueFromPipelineByPropertyName)]
        [Alias('ResourceGroupName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [SupportsWildcards()]
        [string]$Name,

        # The Azure region.
        [Parameter(Position = 1, ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument location @args })]
        [string]$Location,

        # The resource group's id.
        [Parameter(ParameterSetName = 'GetByResourceGroupId', ValueFromPipelineByPropertyName)]
        [Alias('ResourceGroupId', 'ResourceId')]
        [ValidateNotNullOrEmpty()]
        [string]$Id,

        # A tag that the resource groups must have.
        [Parameter(ParameterSetName = 'GetByResourceGroupName', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [hashtable]$Tag,

        # Returns the properties in full.
        [Parameter()]
        [switch]$ExpandProperties,

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
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'group.get' -Argument $PSBoundParameters
    }
}
