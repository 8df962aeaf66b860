function Get-AzSubscription {
    <#
    .SYNOPSIS
    Gets subscriptions.

    .DESCRIPTION
    Gets the subscriptions that the signed-in account can see, in all of its tenants or in one, or one by id or name.

    .EXAMPLE
    Get-AzSubscription

    Lists the subscriptions.

    .EXAMPLE
    Get-AzSubscription -SubscriptionName 'Production'

    Gets one by name.

    .EXAMPLE
    Get-AzSubscription -TenantId '11111111-1111-4111-8111-111111111111'

    Lists those of a tenant.

    .INPUTS
    Objects with the properties SubscriptionId, SubscriptionName or TenantId.

    .OUTPUTS
    Microsoft.Azure.Commands.Profile.Models.PSAzureSubscription

    .LINK
    Set-AzContext

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ListByIdInTenant', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.Profile.Models.PSAzureSubscription')]
    param(
        # The subscription's id.
        [Parameter(ParameterSetName = 'ListByIdInTenant', ValueFromPipelineByPropertyName)]
        [string]$SubscriptionId,

        # The subscription's name.
        [Parameter(ParameterSetName = 'ListByNameInTenant', ValueFromPipelineByPropertyName)]
        [string]$SubscriptionName,

        # The tenant: its id or one of its domains.
        [Parameter(ValueFromPipelineByPropertyName)]
        [string]$TenantId,

        # Returns at once, with a job that does it.
        [Parameter()]
        [switch]$AsJob,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'subscription.get' -Argument $PSBoundParameters
    }
}
