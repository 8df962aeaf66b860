# Memory of a PowerShell that imported the module and did one Get, over one that did nothing.
param([string]$Module, [int]$Runs)

. $PSScriptRoot/common.ps1

$bare = {
    foreach ($time in 1..3) { [GC]::Collect(); [GC]::WaitForPendingFinalizers() }
    ConvertTo-Json ([Diagnostics.Process]::GetCurrentProcess().WorkingSet64 / 1MB)
}
$ours = {
    param($Module)
    $ErrorActionPreference = 'Stop'
    Import-Module (Join-Path $Module 'AzIntegrationRuntime.psd1')
    $null = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
    # One request of a cmdlet; that there is no such runtime is an answer too.
    $null = Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf -Name ir-none `
        -ErrorAction SilentlyContinue
    foreach ($time in 1..3) { [GC]::Collect(); [GC]::WaitForPendingFinalizers() }
    $size = [Diagnostics.Process]::GetCurrentProcess().WorkingSet64 / 1MB
    Stop-AzIntegrationRuntimeEmulator
    ConvertTo-Json $size
}
$sizes = @{ ours = @(); bare = @() }
foreach ($run in 1..$Runs) {
    $sizes.bare += Invoke-Fresh -Script $bare
    $sizes.ours += Invoke-Fresh -Script $ours -ArgumentList $Module
}
$base = Get-Median $sizes.bare
New-Row -What "memory over bare pwsh ($([int]$base) MiB), import and one Get" -Unit MiB -Wanted 13 `
    -Measured ((Get-Median $sizes.ours) - $base)
