function Select-AzContext {
    <#
    .SYNOPSIS
    Selects a context by its name.

    .DESCRIPTION
    Makes one of the contexts of this process the one that the cmdlets use. Nothing is sent.

    .EXAMPLE
    Get-AzContext | Rename-AzContext -TargetName 'work'
    Select-AzContext -Name 'work'

    Gives a context a short name and selects it by that.

    .EXAMPLE
    Get-AzContext -ListAvailable | Where-Object { $_.Subscription.Name -eq 'Test' } | Select-AzContext

    Selects the context of a subscription.

    .INPUTS
    A context.

    .OUTPUTS
    Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext: what is now in use.

    .LINK
    Get-AzContext

    .LINK
    Set-AzContext

    .LINK
    Rename-AzContext

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'SelectByInputObject', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')]
    param(
        # A context, as Get-AzContext returns it.
        [Parameter(Mandatory, ParameterSetName = 'SelectByInputObject', ValueFromPipeline)]
        [ValidateNotNullOrEmpty()]
        [PSTypeName('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')]
        [psobject]$InputObject,

        # The name of the context.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'SelectByName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument context @args })]
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
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'context.set' -Argument $PSBoundParameters
    }
}
