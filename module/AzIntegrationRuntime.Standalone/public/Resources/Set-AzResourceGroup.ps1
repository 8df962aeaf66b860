function Set-AzResourceGroup {
    <#
    .SYNOPSIS
    Changes the tags of a resource group.

    .DESCRIPTION
    Gives a resource group these tags. Tags that are not among them go.

    .EXAMPLE
    Set-AzResourceGroup -Name 'rg-data' -Tag @{ team = 'data' }

    Gives a resource group one tag.

    .EXAMPLE
    $tags = @{ stage = 'test' } + (Get-AzResourceGroup -Name 'rg-data').Tags
    Set-AzResourceGroup -Name 'rg-data' -Tag $tags

    Adds a tag to those that are there.

    .EXAMPLE
    Set-AzResourceGroup -Name 'rg-data' -Tag @{}

    Removes all tags.

    .INPUTS
    Objects with the properties Name (or ResourceGroupName) and Tag (or Tags).

    .OUTPUTS
    Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceGroup

    .LINK
    Get-AzResourceGroup

    .LINK
    New-AzResourceGroup

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'SetByResourceGroupName', PositionalBinding = $false)]
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'The cmdlet of this name has no -WhatIf.')]
    [OutputType('Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceGroup')]
    param(
        # The resource group's name.
        [Parameter(Mandatory, ParameterSetName = 'SetByResourceGroupName', ValueFromPipelineByPropertyName)]
        [Alias('ResourceGroupName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$Name,

        # The tags.
        [Parameter(Mandatory, Position = 1, ValueFromPipelineByPropertyName)]
        [Alias('Tags')]
        [hashtable]$Tag,

        # The resource group's id.
        [Parameter(Mandatory, ParameterSetName = 'SetByResourceGroupId')]
        [Alias('ResourceGroupId', 'ResourceId')]
        [ValidateNotNullOrEmpty()]
        [string]$Id,

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
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'group.set' -Argument $PSBoundParameters
    }
}
