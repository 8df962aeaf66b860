function Get-AzEnvironment {
    <#
    .SYNOPSIS
    Gets the Azure clouds that one can sign in to.

    .DESCRIPTION
    Gets the built-in environments and those that Add-AzEnvironment added, with the addresses of their services; or the one of a
    name.

    .EXAMPLE
    Get-AzEnvironment

    Lists the environments.

    .EXAMPLE
    Get-AzEnvironment -Name AzureChinaCloud | Format-List

    Shows all addresses of one.

    .INPUTS
    Objects with the property Name.

    .OUTPUTS
    Microsoft.Azure.Commands.Profile.Models.PSAzureEnvironment

    .LINK
    Add-AzEnvironment

    .LINK
    Remove-AzEnvironment

    .LINK
    Connect-AzAccount

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.Profile.Models.PSAzureEnvironment')]
    param(
        # The name of the environment.
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument environment @args })]
        [string]$Name,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'environment.get' -Argument $PSBoundParameters
    }
}
