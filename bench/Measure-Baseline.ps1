# The native part of a warm Get and of a list of 10,000, and that list as objects, against an older build.
param([string]$Module, [string]$Library, [string]$Baseline, [string]$Emulator, [int]$Runs)

. $PSScriptRoot/common.ps1

$older = @{
    Library = @(Get-ChildItem -LiteralPath $Baseline -Recurse -File |
            Where-Object Name -Match '^(lib)?azir_native\.(so|dll|dylib)$')
    Module  = @(Get-ChildItem -LiteralPath $Baseline -Recurse -File -Filter 'AzIntegrationRuntime.psd1')
}
foreach ($part in $older.Keys) {
    if ($older[$part].Count -ne 1) {
        throw "-Baseline: '$Baseline' holds $($older[$part].Count) files of the kind '$part', and should hold one. " +
            'Give the output folder of an older build.'
    }
}
New-Row -What 'native library' -Against 'the older build' -Unit MB -Wanted 1.03 `
    -Measured ((Get-Item -LiteralPath $Library).Length / 1e6) -Reference ($older.Library[0].Length / 1e6)
$running = Start-BenchEmulator -Path $Emulator
$folder = New-BenchFolder
try {
    Add-Runtime -Ready $running.Ready -Factory adf -Count 10000
    Set-RunningEmulator -Path "$folder/azir-emulator" -Running $running

    # Both libraries in one process, by turns, on one emulator.
    $measured = Invoke-Fresh -ArgumentList $PSScriptRoot, $older.Library[0].FullName, $Library,
    "$folder/azir-emulator", $Runs -Script {
        param($Bench, $Old, $New, $Program, [int]$Runs)
        $ErrorActionPreference = 'Stop'
        . "$Bench/common.ps1"
        Add-Type -Path "$Bench/NativeDriver.cs" -CompilerOptions '/unsafe' -IgnoreWarnings
        $drivers = @{ old = [NativeDriver]::new($Old); new = [NativeDriver]::new($New) }
        $request = {
            param([string]$Operation, [string]$Cmdlet, [Collections.IDictionary]$Argument)
            @{ operation = $Operation; cmdlet = $Cmdlet; parameterSet = 'ByName'; arguments = $Argument } |
                ConvertTo-Json -Compress
        }
        $start = & $request 'emulator.start' 'Start-AzIntegrationRuntimeEmulator' @{ ProgramPath = $Program }
        $cmdlet = 'Get-AzDataFactoryV2IntegrationRuntime'
        $list = [ordered]@{ ResourceGroupName = 'rg'; DataFactoryName = 'adf' }
        $get = & $request 'runtime.get' $cmdlet ($list + @{ Name = 'ir-00050' })
        $list = & $request 'runtime.get' $cmdlet $list
        foreach ($which in $drivers.Keys) {
            $null = $drivers[$which].Run($start)
            foreach ($warming in 1..200) { $null = $drivers[$which].Run($get) }
            if ($drivers[$which].ObjectFrames -ne 1) { throw "$which library: $($drivers[$which].LastMessage)" }
        }
        $times = @{ get = @{ old = @(); new = @() }; list = @{ old = @(); new = @() } }
        foreach ($run in 1..($Runs * 40)) {
            foreach ($which in 'old', 'new') { $times.get[$which] += $drivers[$which].Run($get) }
        }
        foreach ($run in 1..$Runs) {
            foreach ($which in 'old', 'new') { $times.list[$which] += $drivers[$which].Run($list) }
        }
        $medians = @{}
        foreach ($what in 'get', 'list') {
            foreach ($which in 'old', 'new') { $medians["$what$which"] = Get-Median $times[$what][$which] }
        }
        ConvertTo-Json $medians -Compress
    }
    New-Row -What 'warm Get by name, native part' -Against 'the older build' -Unit ms -Wanted 1 `
        -Measured $measured.getnew -Reference $measured.getold
    New-Row -What 'list of 10,000 runtimes, native part' -Against 'the older build' -Unit ms -Wanted 1 `
        -Measured $measured.listnew -Reference $measured.listold

    # The modules have one name, so each has a process of its own, by turns.
    $times = @{ old = @(); new = @() }
    $modules = @{ old = Split-Path $older.Module[0].FullName; new = $Module }
    foreach ($run in 1..3) {
        foreach ($which in 'old', 'new') {
            if ($run -eq 1) { Copy-WithEmulator -Module $modules[$which] -Folder "$folder/$which" -Running $running }
            $times[$which] += Invoke-Fresh -ArgumentList "$folder/$which" -Script {
                param($Module)
                $ErrorActionPreference = 'Stop'
                Import-Module "$Module/AzIntegrationRuntime.psd1"
                $null = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
                $get = @{ ResourceGroupName = 'rg'; DataFactoryName = 'adf' }
                $times = foreach ($run in 1..4) {
                    [GC]::Collect()
                    $watch = [Diagnostics.Stopwatch]::StartNew()
                    $listed = @(Get-AzDataFactoryV2IntegrationRuntime @get)
                    $watch.Elapsed.TotalMilliseconds
                }
                if ($listed.Count -ne 10000) { throw "Listed $($listed.Count) of 10000." }
                ConvertTo-Json @($times | Select-Object -Skip 1) -Compress
            }
        }
    }
    New-Row -What 'list of 10,000 runtimes as objects' -Against 'the older build' -Unit ms -Wanted 1 `
        -Measured (Get-Median $times.new) -Reference (Get-Median $times.old)
}
finally {
    Stop-BenchEmulator -Emulator $running
    Remove-Item -LiteralPath $folder -Recurse -Force
}
