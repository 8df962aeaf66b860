# Sessions of a user whose folders are elsewhere: what is installed there is not installed for the one who tests.

function Invoke-UserSession {
    <#
    .SYNOPSIS
    Runs a script in a new PowerShell whose user has another home folder, and returns what it writes, line by line.
    #>
    param([string]$UserFolder, [string]$Script)

    $path = Join-Path $TestDrive "session-$([guid]::NewGuid()).ps1"
    Set-Content -LiteralPath $path -Value (
        "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'`n" +
        "if (`$PSVersionTable.PSVersion.Major -gt 5) { `$PSStyle.OutputRendering = 'PlainText' }`n$Script")
    $saved = @{}
    foreach ($name in 'HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'PSModulePath') {
        $saved[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $null)
    }
    if (-not $env:OS) { $env:HOME = $UserFolder }
    try {
        & (Get-PwshPath) -NoProfile -NonInteractive -File $path 2>&1 | ForEach-Object { "$_" }
    } finally {
        foreach ($name in $saved.Keys) {
            [Environment]::SetEnvironmentVariable($name, $saved[$name])
        }
        Remove-Item -LiteralPath $path
    }
}
