# Test: everything that can be false, and one count at the end.

function Invoke-Test {
    <#
    .SYNOPSIS
    Builds, runs the checks that -Only names, all without it, and returns the exit code. The last line is the count.
    #>
    param([string[]]$Only, [string[]]$Path, [switch]$Quick, [switch]$WindowsPowerShell)

    Assert-Program -Program node -Reason 'The tests need Node 20 or later: https://nodejs.org.'
    $built = Invoke-Build -Quick:$Quick
    # Where share.sh, checks.mjs and the oracles find the library and the emulator, and how they start PowerShell.
    $env:AZIR_BUILT = $built.CargoPath
    $env:PWSH = Get-PwshPath
    $Only = @($Only | Where-Object { $_ })
    $Path = @($Path | Where-Object { $_ })
    if (-not $Only) { $Only = 'cargo', 'share', 'fuzz', 'pester', 'oracles' }
    $checks = Join-Path $script:Root 'build/checks.mjs'

    & node $checks --fresh @($Only | Where-Object { $_ -in 'cargo', 'share', 'fuzz' }) | Out-Host
    if ($LASTEXITCODE -ne 0) { throw 'build/checks.mjs could not do its work.' }
    if ('pester' -in $Only) { Invoke-PesterRun -Built $built -Path $Path -WindowsPowerShell:$WindowsPowerShell }
    & node $checks @($Only | Where-Object { $_ -eq 'oracles' }) summary | Out-Host
    $LASTEXITCODE
}

function Invoke-PesterRun {
    # In a process of its own: a library that was loaded cannot be unloaded, and this process may have an older one.
    param([psobject]$Built, [string[]]$Path, [switch]$WindowsPowerShell)

    $pester = Resolve-Tool -Name Pester -Minimum 5.5 -Below 6.0 -Pinned 5.9.1 -Package
    # The server that answers as no service should; the Rust tests have built it already, where they ran.
    Invoke-Program -Program cargo -ArgumentList @(
        'build', '--locked', '-p', 'azir-emulator', '--example', 'azir-evil'
        '--manifest-path', (Join-Path $script:Root 'Cargo.toml')
    )
    $debug = Join-Path (Split-Path $Built.CargoPath) 'debug/examples/azir-evil*'
    $env:AZIR_EVIL = (Get-Item -Path $debug -Include azir-evil, azir-evil.exe).FullName
    Write-Step "Pester tests of $($Built.Main)"
    $arguments = @(
        '-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass'
        '-File', (Join-Path $PSScriptRoot 'Run-Pester.ps1')
        '-Pester', $pester, '-Root', $script:Root
    )
    # -File takes no arrays: the paths go as one word.
    if ($Path) { $arguments += '-Path', ($Path -join [IO.Path]::PathSeparator) }
    & (Get-ShellPath -WindowsPowerShell:$WindowsPowerShell) @arguments | Out-Host
    if ($LASTEXITCODE -ne 0) { throw 'The Pester run ended without a result.' }
}
