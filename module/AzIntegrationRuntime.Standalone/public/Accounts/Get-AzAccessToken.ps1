function Get-AzAccessToken {
    <#
    .SYNOPSIS
    Gets an access token of the signed-in account.

    .DESCRIPTION
    Gets a token for Resource Manager, for another kind of service, or for a resource by its address. The token comes as a
    SecureString, as in Az.Accounts 5 and later, and goes into Invoke-RestMethod -Authentication Bearer -Token of PowerShell 7
    as it is.

    The token is one that is in use already, if there is one that is good for a while yet.

    .EXAMPLE
    $token = Get-AzAccessToken
    $token.ExpiresOn

    Gets a token for Resource Manager, and shows when it ends.

    .EXAMPLE
    Get-AzAccessToken -ResourceTypeName Synapse

    Gets a token for Synapse workspaces.

    .EXAMPLE
    Get-AzAccessToken -ResourceUrl 'https://purview.azure.net'

    Gets a token for a resource by its address.

    .INPUTS
    None.

    .OUTPUTS
    Microsoft.Azure.Commands.Profile.Models.PSSecureAccessToken

    .LINK
    Connect-AzAccount

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'KnownResourceTypeName', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.Profile.Models.PSSecureAccessToken')]
    param(
        # The kind of service: Arm (Resource Manager) unless told otherwise.
        [Parameter(ParameterSetName = 'KnownResourceTypeName')]
        [ArgumentCompleter({
                param($CommandName, $ParameterName, $WordToComplete)
                @('AadGraph', 'AnalysisServices', 'AppConfiguration', 'Arm', 'Attestation', 'Batch', 'CommunicationEmail', 'DataLake', 'KeyVault', 'ManagedHsm', 'MSGraph', 'OperationalInsights', 'ResourceManager', 'Storage', 'Synapse') -like ($WordToComplete.Trim([char]34, [char]39) + '*')
            })]
        [string]$ResourceTypeName,

        # The resource that the token is for.
        [Parameter(Mandatory, ParameterSetName = 'ResourceUrl')]
        [Alias('Resource', 'ResourceUri')]
        [ValidateNotNullOrEmpty()]
        [string]$ResourceUrl,

        # The tenant, if it is not that of the context.
        [Parameter()]
        [string]$TenantId,

        # Has no effect: the token is a SecureString anyway.
        [Parameter()]
        [switch]$AsSecureString,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'token.get' -Argument $PSBoundParameters
    }
}
