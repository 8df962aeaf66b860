function Remove-AzEnvironment {
    <#
    .SYNOPSIS
    Removes an Azure cloud that was added.

    .DESCRIPTION
    Removes an environment that Add-AzEnvironment added. The built-in ones stay. Who is signed in to it stays signed in.

    .EXAMPLE
    Add-AzEnvironment -Name 'Lab' -ResourceManagerEndpoint 'https://management.lab.contoso.com'
    Remove-AzEnvironment -Name 'Lab'

    Adds an environment and removes it.

    .EXAMPLE
    Get-AzEnvironment -Name 'Lab' | Remove-AzEnvironment -WhatIf

    Shows what would be removed.

    .INPUTS
    Objects with the property Name.

    .OUTPUTS
    Microsoft.Azure.Commands.Profile.Models.PSAzureEnvironment: the environment that was removed.

    .LINK
    Add-AzEnvironment

    .LINK
    Get-AzEnvironment

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.Profile.Models.PSAzureEnvironment')]
    param(
        # The name of the environment.
        [Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument environment @args })]
        [string]$Name,

        # Process changes this process only, CurrentUser later ones too.
        [Parameter()]
        [ValidateSet('Process', 'CurrentUser')]
        [string]$Scope,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'environment.remove' -Argument $PSBoundParameters
    }
}
