# New-AzIntegrationRuntimeShare with fifty data factories against one, on an emulator that takes its time to answer and
# in which a role takes its time to work. Without that time, too: then only the requests count.
param([string]$Module, [int]$Runs = 3, [int]$GrantSeconds = 20, [int]$LatencyMilliseconds = 50)

. $PSScriptRoot/common.ps1

$result = Invoke-Fresh -ArgumentList $Module, $Runs, $GrantSeconds, $LatencyMilliseconds, $PSScriptRoot -Script {
    param($Module, [int]$Runs, [int]$GrantSeconds, [int]$LatencyMilliseconds, $Bench)
    $ErrorActionPreference = 'Stop'
    $ProgressPreference = 'SilentlyContinue'
    . "$Bench/common.ps1"
    Import-Module (Join-Path $Module 'AzIntegrationRuntime.psd1')
    $emulator = Start-AzIntegrationRuntimeEmulator -LatencyMilliseconds $LatencyMilliseconds `
        -WarningAction SilentlyContinue
    try {
        Add-Runtime -Ready $emulator -Factory adf-seed -Count 1
        $null = Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-hub -Location eastus -Force
        $ids = foreach ($index in 1..50) {
            (Set-AzDataFactoryV2 -ResourceGroupName rg -Name "adf-$index" -Location eastus -Force).DataFactoryId
        }
        $number = 0
        # A shared runtime of its own for each measurement, so that nothing is shared before.
        $measure = {
            param([string[]]$With, [int]$Delay)
            $script:number++
            $shared = Set-AzDataFactoryV2IntegrationRuntime rg adf-hub "ir-$script:number" -Type SelfHosted -Force
            $null = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-hub $shared.Name |
                Register-AzIntegrationRuntimeEmulatorNode -NodeName node-1
            $null = Invoke-RestMethod -Method Post -Uri "$($emulator.Endpoint)/emulator/settings" `
                -Body (ConvertTo-Json @{ roleAssignmentDelaySeconds = $Delay }) -ContentType 'application/json' `
                -SkipCertificateCheck
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $shares = @($shared | New-AzIntegrationRuntimeShare -With $With)
            $watch.Stop()
            $bad = @($shares | Where-Object Outcome -NE 'Shared')
            if ($bad -or $shares.Count -ne $With.Count) { throw "Not all were shared: $($bad | Out-String)" }
            $watch.Elapsed.TotalMilliseconds
        }
        $null = & $measure $ids[0] 0
        $times = @{ one = @(); fifty = @(); oneBare = @(); fiftyBare = @() }
        foreach ($run in 1..$Runs) {
            $times.one += & $measure $ids[0] $GrantSeconds
            $times.fifty += & $measure $ids $GrantSeconds
            $times.oneBare += & $measure $ids[0] 0
            $times.fiftyBare += & $measure $ids 0
        }
        $medians = @{}
        foreach ($key in $times.Keys) { $medians[$key] = Get-Median $times[$key] }
        $medians | ConvertTo-Json -Compress
    }
    finally {
        Stop-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
    }
}
New-Row -What "share with 50 data factories, a role works after $GrantSeconds s" -Against 'with one' -Unit ms `
    -Measured $result.fifty -Reference $result.one -Wanted 1.5
New-Row -What "share with 50 data factories, a role works at once, $LatencyMilliseconds ms an answer" `
    -Against 'with one' -Unit ms -Measured $result.fiftyBare -Reference $result.oneBare
