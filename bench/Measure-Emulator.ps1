# The emulator: how soon it is ready, and how many GETs a second it answers over connections that stay open.
param([string]$Emulator, [string]$Load, [int]$Runs)

. $PSScriptRoot/common.ps1

$times = foreach ($run in 0..$Runs) {
    $running = Start-BenchEmulator -Path $Emulator
    Stop-BenchEmulator -Emulator $running
    if ($run -gt 0) { $running.Milliseconds }
}
New-Row -What 'emulator: start to ready' -Unit ms -Wanted 150 -Measured (Get-Median $times)

$running = Start-BenchEmulator -Path $Emulator
try {
    $ready = $running.Ready
    $seed = @{ subscriptionId = $ready.subscriptionId; resourceGroupName = 'rg'; factoryName = 'adf'; count = 100
        prefix = 'ir-' } | ConvertTo-Json
    $null = Invoke-RestMethod -Method Post -Uri "$($ready.endpoint)/emulator/seed" -Body $seed `
        -ContentType 'application/json' -SkipCertificateCheck
    $token = Get-EmulatorToken -Ready $ready
    $group = "$($ready.endpoint)/subscriptions/$($ready.subscriptionId)/resourceGroups/rg"
    $factory = "$group/providers/Microsoft.DataFactory/factories/adf"
    $url = "$factory/integrationRuntimes/ir-050?api-version=2018-06-01"
    # Two seconds each: bounded, and on loopback.
    $rates = foreach ($run in 1..3) { (& $Load $url $ready.caPath $token 2 4 | ConvertFrom-Json).requestsPerSecond }
    New-Row -What 'emulator: GETs over 4 kept TLS connections' -Unit '/s' -Wanted 4000 -AtLeast `
        -Measured (Get-Median $rates)
}
finally {
    Stop-BenchEmulator -Emulator $running
}
