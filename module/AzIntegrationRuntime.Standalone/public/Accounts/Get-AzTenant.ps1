function Get-AzTenant {
    <#
    .SYNOPSIS
    Gets tenants.

    .DESCRIPTION
    Gets the tenants that the signed-in account can see, or the one with an id or a domain. Where there is none that fits, it
    returns nothing.

    .EXAMPLE
    Get-AzTenant

    Lists the tenants.

    .EXAMPLE
    Get-AzTenant -TenantId 'contoso.onmicrosoft.com'

    Gets a tenant by one of its domains.

    .INPUTS
    Objects with the property TenantId.

    .OUTPUTS
    Microsoft.Azure.Commands.Profile.Models.PSAzureTenant

    .LINK
    Get-AzSubscription

    .LINK
    Set-AzContext

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.Profile.Models.PSAzureTenant')]
    [Alias('Get-AzDomain')]
    param(
        # The tenant: its id or one of its domains.
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [Alias('Domain', 'Tenant')]
        [ValidateNotNullOrEmpty()]
        [string]$TenantId,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'tenant.get' -Argument $PSBoundParameters
    }
}
