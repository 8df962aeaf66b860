function Disconnect-AzAccount {
    <#
    .SYNOPSIS
    Signs out.

    .DESCRIPTION
    Forgets the current sign-in, or the named one, and its tokens. Nothing is sent.

    .EXAMPLE
    Disconnect-AzAccount

    Signs out.

    .EXAMPLE
    Disconnect-AzAccount -Username '66666666-6666-4666-8666-666666666666'

    Forgets the sign-ins of one account.

    .EXAMPLE
    Get-AzContext | Disconnect-AzAccount

    Forgets the account of a context.

    .INPUTS
    An account or a context.

    .OUTPUTS
    Microsoft.Azure.Commands.Profile.Models.PSAzureRmAccount: the account that was signed out.

    .LINK
    Connect-AzAccount

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ContextName', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.Profile.Models.PSAzureRmAccount')]
    [Alias('Remove-AzAccount', 'Logout-AzAccount')]
    param(
        # The name of the context to forget.
        [Parameter(ParameterSetName = 'ContextName')]
        [ValidateNotNullOrEmpty()]
        [string]$ContextName,

        # The account, by user name or id.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'UserId')]
        [Alias('Id', 'UserId')]
        [ValidateNotNullOrEmpty()]
        [string]$Username,

        # The account, by the id of its application.
        [Parameter(Mandatory, ParameterSetName = 'ServicePrincipal')]
        [Alias('SPN', 'ServicePrincipal')]
        [ValidateNotNullOrEmpty()]
        [string]$ApplicationId,

        # The application's tenant.
        [Parameter(Mandatory, ParameterSetName = 'ServicePrincipal')]
        [ValidateNotNullOrEmpty()]
        [string]$TenantId,

        # The account, as the property Account of a context.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'AccountObject', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Profile.Models.PSAzureRmAccount')]
        [psobject]$InputObject,

        # A context, as Get-AzContext returns it.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ContextObject', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')]
        [psobject]$AzureContext,

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
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'account.disconnect' -Argument $PSBoundParameters
    }
}
