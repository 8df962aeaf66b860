# Import in process, and the whole process, against an empty module and a bare PowerShell.
param([string]$Module, [string]$Emulator, [int]$Runs)

. $PSScriptRoot/common.ps1

$name = 'AzIntegrationRuntime'
$folder = Join-Path ([IO.Path]::GetTempPath()) "azir-bench-$([guid]::NewGuid())"
$empty = foreach ($each in 'Empty', 'Other') {
    $null = New-Item -ItemType Directory -Path "$folder/$each"
    Set-Content -LiteralPath "$folder/$each/$each.psm1" -Value ''
    New-ModuleManifest -Path "$folder/$each/$each.psd1" -RootModule "$each.psm1" -FunctionsToExport @() `
        -CmdletsToExport @() -VariablesToExport @() -AliasesToExport @()
    "$folder/$each/$each.psd1"
}
$running = Start-BenchEmulator -Path $Emulator
try {
    # Import of the first module of a process, and of one after another module.
    $import = {
        param($First, $Second)
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Import-Module $First
        $one = $watch.Elapsed.TotalMilliseconds
        $watch.Restart()
        if ($Second) { Import-Module $Second }
        ConvertTo-Json @($one, $watch.Elapsed.TotalMilliseconds) -Compress
    }
    $ours = Join-Path $Module "$name.psd1"
    $times = @{ ours = @(); empty = @(); oursAfter = @(); emptyAfter = @() }
    foreach ($run in 1..$Runs) {
        $times.ours += (Invoke-Fresh -Script $import -ArgumentList $ours)[0]
        $pair = Invoke-Fresh -Script $import -ArgumentList $empty[0], $empty[1]
        $times.empty += $pair[0]
        $times.emptyAfter += $pair[1]
        $times.oursAfter += (Invoke-Fresh -Script $import -ArgumentList $empty[0], $ours)[1]
    }
    New-Row -What "Import-Module $name, in process" -Against 'import of an empty module' -Unit ms -Wanted 3 `
        -Measured (Get-Median $times.ours) -Reference (Get-Median $times.empty)
    New-Row -What '  the same, after another import' -Against 'the same of an empty module' -Unit ms `
        -Measured (Get-Median $times.oursAfter) -Reference (Get-Median $times.emptyAfter)

    # A copy of the module whose emulator is one that runs already: what is measured is the module, not the emulator's
    # start.
    Copy-Item -LiteralPath $Module -Destination "$folder/$name" -Recurse
    $program = Get-ChildItem -LiteralPath "$folder/$name" -Recurse -File -Filter 'azir-emulator*' |
        Select-Object -First 1
    $what = 'pwsh + import + sign-in + one Get'
    if ($IsWindows) {
        $what += " + emulator's start"
    }
    else {
        Set-Content -LiteralPath "$folder/ready" -Value $running.Line
        Set-Content -LiteralPath $program.FullName -Value "#!/bin/sh`ncat '$folder/ready'`nexec cat >/dev/null"
    }
    $seed = @{ subscriptionId = $running.Ready.subscriptionId; resourceGroupName = 'rg'; factoryName = 'adf'; count = 1
        prefix = 'ir-' } | ConvertTo-Json
    $null = Invoke-RestMethod -Method Post -Uri "$($running.Ready.endpoint)/emulator/seed" -Body $seed `
        -ContentType 'application/json' -SkipCertificateCheck
    $script = @"
`$ErrorActionPreference = 'Stop'
Import-Module '$folder/$name/$name.psd1'
`$null = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
if (@(Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf).Count -ne 1) { exit 1 }
"@
    if ($IsWindows) { $script = $script -replace 'if \(@.*', '' }
    $times = @{ ours = @(); bare = @() }
    foreach ($run in 0..$Runs) {
        $bare = Measure-Wall -ArgumentList '-NoProfile', '-Command', '1'
        $whole = Measure-Wall -ArgumentList '-NoProfile', '-Command', $script
        if ($run -eq 0) { continue }
        $times.bare += $bare
        $times.ours += $whole
    }
    New-Row -What $what -Against 'pwsh -NoProfile -Command 1' -Unit ms -Wanted 1.9 -Measured (Get-Median $times.ours) `
        -Reference (Get-Median $times.bare)
}
finally {
    Stop-BenchEmulator -Emulator $running
    Remove-Item -LiteralPath $folder -Recurse -Force
}
