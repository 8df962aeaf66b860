<#
.SYNOPSIS
Starts many jobs and stops them at once: no operation of the library stays open.
#>
[CmdletBinding()]
param([int]$Jobs = 100)

. $PSScriptRoot/common.ps1
try {
    Start-TestEmulator
    $null = New-TestFactory 'adf-jobs'
    $null = New-TestRuntime 'adf-jobs' 'ir-jobs'
    $before = Get-OpenHandle
    $began = [Diagnostics.Stopwatch]::StartNew()
    $all = @(1..$Jobs | ForEach-Object {
            Wait-AzDataFactoryV2IntegrationRuntime rg adf-jobs ir-jobs -State Online -AsJob
        })
    $open = Get-OpenHandle
    $all | Stop-Job
    $stopped = Get-OpenHandle
    $states = @($all.State | Select-Object -Unique)
    $all | Remove-Job -Force
    # Jobs that are removed without having been stopped, and some that nobody has any more.
    1..10 | ForEach-Object { Wait-AzDataFactoryV2IntegrationRuntime rg adf-jobs ir-jobs -State Online -AsJob } |
        Remove-Job -Force
    $removed = Get-OpenHandle
    [pscustomobject]@{
        Test    = 'jobs'
        Jobs    = $Jobs
        Open    = $open - $before
        Stopped = $stopped - $before
        Removed = $removed - $before
        States  = $states
        Seconds = [math]::Round($began.Elapsed.TotalSeconds)
        Passed  = $open - $before -eq $Jobs -and $stopped -eq $before -and $removed -eq $before -and
            "$states" -eq 'Stopped'
    }
}
finally {
    Stop-TestEmulator
    Remove-Item -LiteralPath $script:Place -Recurse -Force -ErrorAction Ignore
}
