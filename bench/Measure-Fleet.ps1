# The inventory of a fleet: against one request after another, against the ideal for Azure's rates, and its memory.
param([string]$Module, [int]$Runs = 3, [string[]]$Only)

. $PSScriptRoot/common.ps1
$Module = (Resolve-Path -LiteralPath $Module).ProviderPath

# What each measurement begins with: the emulator with so much latency, and a fleet in it.
$prologue = {
    $ErrorActionPreference = 'Stop'
    . "$Bench/common.ps1"
    Import-Module (Join-Path $Module 'AzIntegrationRuntime.psd1')
    function Start-Fleet {
        param([hashtable]$Fleet, [int]$Latency, [switch]$Throttled)
        $emulator = Start-AzIntegrationRuntimeEmulator -LatencyMilliseconds $Latency -WarningAction SilentlyContinue
        $json = @{ ContentType = 'application/json'; SkipCertificateCheck = $true; Method = 'Post' }
        $made = Invoke-RestMethod @json -Uri "$($emulator.Endpoint)/emulator/seed" `
            -Body (@{ fleet = $Fleet } | ConvertTo-Json -Depth 5)
        if ($Throttled) {
            $null = Invoke-RestMethod @json -Uri "$($emulator.Endpoint)/emulator/settings" `
                -Body (@{ throttling = $true; pageSize = 1000 } | ConvertTo-Json)
        } else {
            $null = Invoke-RestMethod @json -Uri "$($emulator.Endpoint)/emulator/settings" `
                -Body (@{ pageSize = 1000 } | ConvertTo-Json)
        }
        [pscustomobject]@{ Emulator = $emulator; Subscription = $made.subscriptionIds; Made = $made }
    }
    function Measure-Inventory {
        param([string[]]$Subscription, [int]$Expected)
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $count = @(Get-AzIntegrationRuntime -Subscription $Subscription -Status).Count
        $watch.Stop()
        if ($count -ne $Expected) { throw "Read $count of $Expected integration runtimes." }
        $watch.Elapsed.TotalMilliseconds
    }
}

function Invoke-Measurement {
    # A measurement in a process of its own, after the prologue.
    param([scriptblock]$Script, [object[]]$ArgumentList = @())
    $text = "param(`$Module, `$Bench, [int]`$Runs)`n$prologue`ntry {`n$Script`n} finally {`n" +
        "Stop-AzIntegrationRuntimeEmulator }"
    Invoke-Fresh -Script ([scriptblock]::Create($text)) -ArgumentList (@($Module, $PSScriptRoot, $Runs) + $ArgumentList)
}

function Test-Wanted {
    param([string]$Name)
    -not $Only -or $Only -contains $Name
}

if (Test-Wanted 'parallel') {
    $times = Invoke-Measurement {
        $fleet = Start-Fleet @{ factories = 100; runtimes = 10 } -Latency 20
        $id = $fleet.Subscription[0]
        # The connections and the code of both sides are warm.
        $factories = @(Get-AzIntegrationRuntime -Subscription $id -Status).Id -replace '/integrationruntimes/.*$' |
            Select-Object -Unique
        $ours = foreach ($run in 1..$Runs) { Measure-Inventory $id 1000 }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $count = 0
        foreach ($factory in $factories) {
            foreach ($runtime in Get-AzIntegrationRuntime -ResourceId $factory) {
                $null = Get-AzIntegrationRuntime -ResourceId $runtime.Id -Status
                $count++
            }
        }
        $watch.Stop()
        if ($count -ne 1000) { throw "Read $count of 1000 integration runtimes." }
        @{ ours = $ours; loop = $watch.Elapsed.TotalMilliseconds } | ConvertTo-Json -Compress
    }
    New-Row -What 'inventory with status, 1,000 in 100 factories, 20 ms' `
        -Against 'the same cmdlets, one after another' -Unit 'times as fast' -Wanted 25 -AtLeast `
        -Measured ($times.loop / (Get-Median $times.ours))
    New-Row -What '  time of the inventory' -Unit ms -Measured (Get-Median $times.ours)
    New-Row -What '  time one after another' -Unit ms -Measured $times.loop
}

if (Test-Wanted 'process') {
    $times = Invoke-Measurement {
        $fleet = Start-Fleet @{ factories = 2; runtimes = 10 } -Latency 20
        $token = Get-EmulatorToken -Ready $fleet.Emulator
        $base = "$($fleet.Emulator.Endpoint)/subscriptions/$($fleet.Subscription[0])"
        $curl = (Get-Command curl -CommandType Application)[0].Source
        $call = {
            param([string]$Method, [string]$Address)
            & $curl -sk -X $Method -H "Authorization: Bearer $token" -H 'Content-Length: 0' $Address | ConvertFrom-Json
        }
        $version = 'api-version=2018-06-01'
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $count = 0
        foreach ($factory in (& $call GET "$base/providers/Microsoft.DataFactory/factories?$version").value) {
            $own = "$($fleet.Emulator.Endpoint)$($factory.id)/integrationRuntimes"
            foreach ($runtime in (& $call GET "$($own)?$version").value) {
                $status = & $call POST "$own/$($runtime.name)/getStatus?$version"
                if ($status.properties.state) { $count++ }
            }
        }
        $loop = $watch.Elapsed.TotalMilliseconds
        if ($count -ne 20) { throw "Read $count of 20 integration runtimes." }
        $null = Measure-Inventory $fleet.Subscription[0] 20
        $ours = foreach ($run in 1..$Runs) { Measure-Inventory $fleet.Subscription[0] 20 }
        @{ ours = $ours; loop = $loop } | ConvertTo-Json -Compress
    }
    New-Row -What 'inventory with status, 20 runtimes' -Against 'a loop with a process (curl) for each request' `
        -Unit ms -Measured (Get-Median $times.ours) -Reference $times.loop
}

if (Test-Wanted 'buckets') {
    $time = Invoke-Measurement {
        $fleet = Start-Fleet @{ factories = 100; runtimes = 10 } -Latency 20 -Throttled
        Measure-Inventory $fleet.Subscription[0] 1000 | ConvertTo-Json -Compress
    }
    # 1,100 reads: 250 at once, then 25 a second.
    New-Row -What 'the same with buckets, one subscription' -Against 'the ideal for these rates' -Unit ms -Wanted 1.1 `
        -Measured $time -Reference (850 / 25 * 1000)
}

if (Test-Wanted 'subscriptions') {
    $time = Invoke-Measurement {
        $fleet = Start-Fleet @{ subscriptions = 10; factories = 50; runtimes = 10 } -Latency 20 -Throttled
        Measure-Inventory $fleet.Subscription 5000 | ConvertTo-Json -Compress
    }
    # 550 reads in each.
    New-Row -What 'ten subscriptions with buckets, 5,000 runtimes' -Against 'the ideal for these rates' -Unit ms `
        -Wanted 1.3 -Measured $time -Reference (300 / 25 * 1000)
}

if (Test-Wanted 'memory') {
    $bare = Invoke-Fresh -Script {
        foreach ($time in 1..3) { [GC]::Collect(); [GC]::WaitForPendingFinalizers() }
        [Diagnostics.Process]::GetCurrentProcess().WorkingSet64 / 1MB | ConvertTo-Json
    }
    $sizes = Invoke-Measurement {
        $fleet = Start-Fleet @{ factories = 100; runtimes = 250; nodes = 4 } -Latency 0
        $own = [Diagnostics.Process]::GetCurrentProcess()
        $seen = @{ count = 0; most = 0; half = 0 }
        Get-AzIntegrationRuntimeNode -Subscription $fleet.Subscription | ForEach-Object {
            $seen.count++
            if ($seen.count % 5000 -eq 0) {
                $own.Refresh()
                $size = $own.WorkingSet64 / 1MB
                $seen.most = [Math]::Max($seen.most, $size)
                if ($seen.count -eq 50000) { $seen.half = $seen.most }
            }
        }
        if ($seen.count -ne 100000) { throw "Read $($seen.count) of 100000 nodes." }
        $seen | ConvertTo-Json -Compress
    }
    New-Row -What "memory over bare pwsh ($([int]$bare) MiB), 100,000 nodes streamed" -Unit MiB -Wanted 40 `
        -Measured ($sizes.most - $bare)
    New-Row -What '  of which grew in the second half' -Unit MiB -Wanted 5 -Measured ($sizes.most - $sizes.half)
}
