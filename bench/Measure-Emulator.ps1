# The emulator: how soon it is ready, and how many GETs a second it answers over connections that stay open.
param([string]$Emulator, [int]$Runs)

. $PSScriptRoot/common.ps1

$times = foreach ($run in 0..$Runs) {
    $running = Start-BenchEmulator -Path $Emulator
    Stop-BenchEmulator -Emulator $running
    if ($run -gt 0) { $running.Milliseconds }
}
New-Row -What 'emulator: start to ready' -Unit ms -Wanted 150 -Measured (Get-Median $times)
