function Disable-AzContextAutosave {
    <#
    .SYNOPSIS
    Keeps no contexts for later sessions.

    .DESCRIPTION
    From now on contexts end with the PowerShell session that made them. What this session has stays in use.

    .EXAMPLE
    Disable-AzContextAutosave

    Keeps no contexts from now on.

    .EXAMPLE
    Disable-AzContextAutosave -Scope Process

    Keeps no contexts of this session.

    .INPUTS
    None.

    .OUTPUTS
    Microsoft.Azure.Commands.Common.Authentication.ContextAutosaveSettings: whether contexts are kept.

    .LINK
    Enable-AzContextAutosave

    .LINK
    Clear-AzContext

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
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'autosave.disable' -Argument $PSBoundParameters
    }
}
