function Remove-AzResourceGroup {
    <#
    .SYNOPSIS
    Removes a resource group and everything in it.

    .DESCRIPTION
    Removes a resource group with all its resources, and waits until it is gone. It asks first, unless -Force is given.

    .EXAMPLE
    Remove-AzResourceGroup -Name 'rg-test'

    Removes a resource group after asking.

    .EXAMPLE
    Get-AzResourceGroup -Name 'rg-test' | Remove-AzResourceGroup -Force -AsJob

    Removes a resource group in the background.

    .INPUTS
    Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceGroup

    .OUTPUTS
    System.Boolean: $true.

    .LINK
    New-AzResourceGroup

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'RemoveByResourceGroupName', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType([bool])]
    param(
        # The resource group's name.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'RemoveByResourceGroupName', ValueFromPipelineByPropertyName)]
        [Alias('ResourceGroupName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$Name,

        # The resource group's id.
        [Parameter(Mandatory, ParameterSetName = 'RemoveByResourceGroupId', ValueFromPipelineByPropertyName)]
        [Alias('ResourceGroupId', 'ResourceId')]
        [ValidateNotNullOrEmpty()]
        [string]$Id,

        # Kinds of resources that are removed by force.
        [Parameter()]
        [string]$ForceDeletionType,

        # Does not ask.
        [Parameter()]
        [switch]$Force,

        # Asks, then returns at once, with a job that does it.
        [Parameter()]
        [switch]$AsJob,

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
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'group.remove' -Argument $PSBoundParameters
    }
}
