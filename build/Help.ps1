# Build: the help of a module's cmdlets as PowerShell reads it (MAML), from the assembly and its XML documentation.

function New-ModuleHelp {
    <#
    .SYNOPSIS
    Writes the help file of an assembly's cmdlets.

    .DESCRIPTION
    A process of its own loads the assembly, so that this process does not keep the file open.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute(
        'PSUseShouldProcessForStateChangingFunctions', '', Justification = 'It writes a file of the build.')]
    param([string]$Assembly, [string]$Documentation, [string]$OutputPath)

    $arguments = @(
        '-NoProfile', '-NonInteractive', '-File', (Join-Path $PSScriptRoot 'Write-Help.ps1')
        '-Assembly', $Assembly, '-Documentation', $Documentation, '-OutputPath', $OutputPath
    )
    Invoke-Program -Program (Get-PwshPath) -ArgumentList $arguments | Out-Host
}
