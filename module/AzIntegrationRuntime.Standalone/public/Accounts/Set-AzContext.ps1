function Set-AzContext {
    <#
    .SYNOPSIS
    Selects the subscription that the cmdlets use.

    .DESCRIPTION
    Selects a subscription, a tenant or a whole context. Select-AzSubscription is an alias of it.

    .EXAMPLE
    Set-AzContext -Subscription 'Production'

    Selects a subscription by name or id.

    .EXAMPLE
    Select-AzSubscription -SubscriptionName 'Production'

    Does the same, as older scripts write it.

    .EXAMPLE
    Get-AzSubscription -SubscriptionName 'Test' | Set-AzContext

    Selects a subscription that Get-AzSubscription found.

    .INPUTS
    A context, a tenant or a subscription.

    .OUTPUTS
    Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext: what is now in use.

    .LINK
    Get-AzContext

    .LINK
    Get-AzSubscription

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'Context', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')]
    [Alias('Select-AzSubscription')]
    param(
        # A context, as Get-AzContext returns it.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Context', ValueFromPipeline)]
        [PSTypeName('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')]
        [psobject]$Context,

        # A tenant, as the property Tenant of a context.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'TenantObject', ValueFromPipeline)]
        [PSTypeName('Microsoft.Azure.Commands.Profile.Models.PSAzureTenant')]
        [psobject]$TenantObject,

        # A subscription, as Get-AzSubscription returns it.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'SubscriptionObject', ValueFromPipeline)]
        [PSTypeName('Microsoft.Azure.Commands.Profile.Models.PSAzureSubscription')]
        [psobject]$SubscriptionObject,

        # The subscription: its id or name.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Subscription')]
        [Alias('SubscriptionId', 'SubscriptionName')]
        [ValidateNotNullOrEmpty()]
        [string]$Subscription,

        # The tenant: its id or one of its domains.
        [Parameter(Mandatory, ParameterSetName = 'TenantNameOnly')]
        [Parameter(ParameterSetName = 'Subscription')]
        [Alias('Domain', 'TenantId')]
        [ValidateNotNullOrEmpty()]
        [string]$Tenant,

        # Texts to note down with the context: they show in its ExtendedProperties, and stay until another subscription is selected.
        [Parameter()]
        [System.Collections.Generic.IDictionary[string, string]]$ExtendedProperty,

        # The name of the context.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$Name,

        # Replaces a context of the same name without asking.
        [Parameter()]
        [switch]$Force,

        # Process keeps the sign-in for this process, CurrentUser for later ones too.
        [Parameter()]
        [ValidateSet('Process', 'CurrentUser')]
        [string]$Scope,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'context.set' -Argument $PSBoundParameters
    }
}
