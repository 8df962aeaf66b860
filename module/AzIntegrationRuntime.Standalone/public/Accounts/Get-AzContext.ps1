function Get-AzContext {
    <#
    .SYNOPSIS
    Gets the current context.

    .DESCRIPTION
    Gets who is signed in, and which tenant and subscription the cmdlets use. Without a sign-in it returns nothing.

    .EXAMPLE
    Get-AzContext

    Gets the current context.

    .EXAMPLE
    Get-AzContext -ListAvailable

    Gets all contexts of this process.

    .EXAMPLE
    (Get-AzContext).Subscription.Id

    Gets the id of the current subscription.

    .INPUTS
    None.

    .OUTPUTS
    Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext

    .LINK
    Set-AzContext

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'GetSingleContext', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')]
    param(
        # The name of the context.
        [Parameter(Position = 0, ParameterSetName = 'GetSingleContext')]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument context @args })]
        [string]$Name,

        # Gets all contexts.
        [Parameter(Mandatory, ParameterSetName = 'ListAllContexts')]
        [switch]$ListAvailable,

        # Asks anew which subscriptions there are.
        [Parameter(ParameterSetName = 'ListAllContexts')]
        [switch]$RefreshContextFromTokenCache,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'context.get' -Argument $PSBoundParameters
    }
}
