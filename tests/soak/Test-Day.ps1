<#
.SYNOPSIS
Lives through simulated hours in minutes: tokens end, the service throttles, restarts and spoils pages.

.DESCRIPTION
The emulator's clock goes forward by ten minutes in each turn. Every hour all tokens end; throttling is on for the
third quarter of each hour; a fault of changing kind meets every second turn. In each turn the session reads, writes,
waits and lists. What the process holds is compared with what it held after the first hour.
#>
[CmdletBinding()]
param([int]$Hours = 24)

. $PSScriptRoot/common.ps1

function Invoke-Turn {
    # The work of ten minutes; errors are counted by their status, since faults are answers too.
    param([int]$Number, [hashtable]$Failed)

    $work = @(
        { Get-AzDataFactoryV2IntegrationRuntime rg adf-day | Out-Null }
        { Get-AzDataFactoryV2IntegrationRuntime rg adf-day ir-1 -Status | Out-Null }
        { Set-AzDataFactoryV2IntegrationRuntime rg adf-day ir-1 -Description "turn $Number" -Force | Out-Null }
        { Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-day ir-2 | Out-Null }
        { Get-AzDataFactoryV2 rg | Out-Null }
        { Get-AzDataFactoryV2IntegrationRuntimeMetric rg adf-day ir-3 | Out-Null }
        { Get-AzIntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-day | Out-Null }
    )
    foreach ($one in $work) {
        try { & $one }
        catch {
            $kind = "$($_.Exception.Data['StatusCode'])"
            if (-not $kind) { $kind = ($_.Exception.Message -split '[.:]')[0] }
            $Failed[$kind] = 1 + $Failed[$kind]
        }
    }
}

$faults = @(
    @{ status = 503; headers = @{ 'Retry-After' = '1' }; path = '/integrationRuntimes' }
    @{ dropAfterRequest = $true; path = '/integrationRuntimes' }
    @{ truncate = 40; path = '/integrationRuntimes' }
    @{ malformed = $true; path = '/integrationRuntimes' }
    @{ nextLinkHost = 'https://elsewhere.example'; path = '/integrationRuntimes' }
    @{ drop = $true; path = '/integrationRuntimes' }
)
try {
    Start-TestEmulator
    $null = New-TestFactory 'adf-day'
    foreach ($number in 1..12) { $null = New-TestRuntime 'adf-day' "ir-$number" }
    Set-Emulator @{ pageSize = 5 }
    $began = [Diagnostics.Stopwatch]::StartNew()
    $failed = @{}
    $first = $null
    foreach ($turn in 1..(6 * $Hours)) {
        $null = Invoke-Emulator POST '/emulator/clock' @{ advanceSeconds = 600 }
        if ($turn % 6 -eq 1) { $null = Invoke-Emulator POST '/emulator/expire-tokens' }
        Set-Emulator @{ throttling = $turn % 6 -eq 4 }
        if ($turn % 2 -eq 0) { Add-Fault $faults[($turn / 2) % $faults.Count] }
        Invoke-Turn $turn $failed
        Clear-Fault
        if ($turn % 36 -eq 0) {
            # The service restarts: what it knew is gone, its connections too.
            Stop-AzIntegrationRuntimeEmulator
            $global:TestEmulator = Start-AzIntegrationRuntimeEmulator
            $null = Connect-AzAccount
            $null = New-AzResourceGroup -Name rg -Location eastus -Force
            $null = New-TestFactory 'adf-day'
            foreach ($number in 1..12) { $null = New-TestRuntime 'adf-day' "ir-$number" }
            Set-Emulator @{ pageSize = 5 }
        }
        if ($turn -eq 6) { $first = Get-Holding }
    }
    $last = Get-Holding
    [pscustomobject]@{
        Test        = 'day'
        Hours       = $Hours
        Turns       = 6 * $Hours
        Failed      = ($failed.Keys | Sort-Object | ForEach-Object { "$_=$($failed[$_])" }) -join ' '
        MemoryMiB   = "$($first.MemoryMiB) -> $($last.MemoryMiB)"
        Operations  = "$($first.Operations) -> $($last.Operations)"
        Threads     = "$($first.Threads) -> $($last.Threads)"
        Descriptors = "$($first.Descriptors) -> $($last.Descriptors)"
        Connections = "$($first.Connections) -> $($last.Connections)"
        Seconds     = [math]::Round($began.Elapsed.TotalSeconds)
        # PowerShell's own pools of threads and memory grow a little; what leaks grows with each hour.
        Passed      = $last.Operations -eq 0 -and $last.MemoryMiB - $first.MemoryMiB -lt 80 -and
            $last.Threads - $first.Threads -lt 12 -and $last.Descriptors - $first.Descriptors -lt 20 -and
            $last.Connections - $first.Connections -lt 8
    }
}
finally {
    Stop-TestEmulator
    Remove-Item -LiteralPath $script:Place -Recurse -Force -ErrorAction Ignore
}
