function Clear-AzContext {
    <#
    .SYNOPSIS
    Forgets all accounts and contexts.

    .DESCRIPTION
    Forgets who is signed in, with all contexts and tokens: in this process, or with -Scope CurrentUser what was kept for later
    ones too. Nothing is sent.

    .EXAMPLE
    Clear-AzContext

    Forgets everybody.

    .EXAMPLE
    Clear-AzContext -Scope CurrentUser -Force

    Forgets everybody, also in later processes, without a question.

    .INPUTS
    None.

    .OUTPUTS
    System.Boolean: true, with PassThru.

    .LINK
    Get-AzContext

    .LINK
    Remove-AzContext

    .LINK
    Disconnect-AzAccount

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType([bool])]
    param(
        # Returns true.
        [Parameter()]
        [switch]$PassThru,

        # Does not ask.
        [Parameter()]
        [switch]$Force,

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
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'context.clear' -Argument $PSBoundParameters
    }
}
