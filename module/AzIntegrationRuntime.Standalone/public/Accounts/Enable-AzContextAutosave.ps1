function Enable-AzContextAutosave {
    <#
    .SYNOPSIS
    Keeps contexts for later sessions.

    .DESCRIPTION
    From now on contexts are kept for later PowerShell sessions of the same user, with their tokens under the protection of the
    system. Connect-AzAccount -Scope CurrentUser keeps one sign-in only.

    .EXAMPLE
    Enable-AzContextAutosave

    Keeps contexts from now on.

    .EXAMPLE
    Enable-AzContextAutosave -Scope Process

    Keeps the contexts of this session.

    .INPUTS
    None.

    .OUTPUTS
    Microsoft.Azure.Commands.Common.Authentication.ContextAutosaveSettings: whether contexts are kept.

    .LINK
    Disable-AzContextAutosave

    .LINK
    Connect-AzAccount

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.Common.Authentication.ContextAutosaveSettings')]
    param(
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
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'autosave.enable' -Argument $PSBoundParameters
    }
}
