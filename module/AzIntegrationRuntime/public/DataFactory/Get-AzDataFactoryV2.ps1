function Get-AzDataFactoryV2 {
    <#
    .SYNOPSIS
    Gets data factories.

    .DESCRIPTION
    Gets the data factories of the subscription, those of a resource group, or one by name.

    .EXAMPLE
    Get-AzDataFactoryV2

    Lists the data factories of the subscription.

    .EXAMPLE
    Get-AzDataFactoryV2 -ResourceGroupName 'rg-data'

    Lists those of a resource group.

    .EXAMPLE
    (Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test').Identity.PrincipalId

    Gets the object id of a data factory's identity, for New-AzRoleAssignment.

    .EXAMPLE
    $factory = Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod'
    $newer = Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod' -IfNoneMatch $factory.ETag
    if ($newer) { $factory = $newer }

    Gets a data factory again only if somebody has changed it since.

    .INPUTS
    Objects with the properties ResourceGroupName and Name (or DataFactoryName) can be piped in.

    .OUTPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory

    .LINK
    Set-AzDataFactoryV2

    .LINK
    Get-AzDataFactoryV2IntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'BySubscriptionId', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory')]
    param(
        # The resource group.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByFactoryName', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The data factory's name. Without it all of the resource group are listed.
        [Parameter(Position = 1, ParameterSetName = 'ByFactoryName', ValueFromPipelineByPropertyName)]
        [Alias('DataFactoryName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument factory @args })]
        [string]$Name,

        # Returns the data factory only if it is of another version by now: the ETag of the object that was read before.
        [Parameter(ParameterSetName = 'ByFactoryName')]
        [ValidateNotNullOrEmpty()]
        [string]$IfNoneMatch,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'factory.get' -Argument $PSBoundParameters
    }
}
