function Remove-AzContext {
    <#
    .SYNOPSIS
    Forgets a context.

    .DESCRIPTION
    Forgets a context of this process. If it is the one in use, you are asked first; the last of the others then comes into use.
    When the last context of an account goes, its tokens go with it. Nothing is sent.

    .EXAMPLE
    Get-AzContext -ListAvailable | Where-Object { $_.Subscription.Name -eq 'Test' } | Remove-AzContext

    Forgets the context of a subscription.

    .EXAMPLE
    Get-AzContext | Remove-AzContext -Force -PassThru

    Forgets the current context, without a question.

    .INPUTS
    A context.

    .OUTPUTS
    Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext, with PassThru.

    .LINK
    Get-AzContext

    .LINK
    Clear-AzContext

    .LINK
    Disconnect-AzAccount

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'RemoveByInputObject', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')]
    param(
        # A context, as Get-AzContext returns it.
        [Parameter(Mandatory, ParameterSetName = 'RemoveByInputObject', ValueFromPipeline)]
        [ValidateNotNullOrEmpty()]
        [PSTypeName('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')]
        [psobject]$InputObject,

        # The name of the context.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'RemoveByName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument context @args })]
        [string]$Name,

        # Does not ask, also when the context is the one in use.
        [Parameter()]
        [switch]$Force,

        # Returns the context that is gone.
        [Parameter()]
        [switch]$PassThru,

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
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'context.remove' -Argument $PSBoundParameters
    }
}
