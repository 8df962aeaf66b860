# Import in process, and the whole process, against an empty module, a bare PowerShell and one with Invoke-RestMethod.
param([string]$Module, [string]$Standalone, [string]$Emulator, [int]$Runs)

. $PSScriptRoot/common.ps1

$name = 'AzIntegrationRuntime'
$folder = New-BenchFolder
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
    $other = Join-Path $Standalone "$name.Standalone.psd1"
    $times = @{ ours = @(); both = @(); empty = @(); oursAfter = @(); emptyAfter = @() }
    foreach ($run in 1..$Runs) {
        $times.ours += (Invoke-Fresh -Script $import -ArgumentList $ours)[0]
        $pair = Invoke-Fresh -Script $import -ArgumentList $empty[0], $empty[1]
        $times.empty += $pair[0]
        $times.emptyAfter += $pair[1]
        $times.oursAfter += (Invoke-Fresh -Script $import -ArgumentList $empty[0], $ours)[1]
        $pair = Invoke-Fresh -Script $import -ArgumentList $ours, $other
        $times.both += $pair[0] + $pair[1]
    }
    $reference = Get-Median $times.empty
    New-Row -What "Import-Module $name, in process" -Against 'import of an empty module' -Unit ms -Wanted 2 `
        -Measured (Get-Median $times.ours) -Reference $reference
    New-Row -What '  and of Standalone with it' -Against 'import of an empty module' -Unit ms -Wanted 3 `
        -Measured (Get-Median $times.both) -Reference $reference
    New-Row -What '  without Standalone, after another import' -Against 'the same of an empty module' -Unit ms `
        -Measured (Get-Median $times.oursAfter) -Reference (Get-Median $times.emptyAfter)

    # The emulator runs already: what is measured is the module, not the emulator's start.
    Copy-WithEmulator -Module $Module -Folder "$folder/$name" -Running $running
    Add-Runtime -Ready $running.Ready -Factory adf -Count 1
    $script = @"
`$ErrorActionPreference = 'Stop'
Import-Module '$folder/$name/$name.psd1'
`$null = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
if (@(Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf).Count -ne 1) { exit 1 }
"@
    $what = 'pwsh + import + sign-in + one Get'
    if ($IsWindows) {
        $what += " + emulator's start"
        $script = $script -replace 'if \(@.*', ''
    }
    $ready = $running.Ready
    $group = "$($ready.endpoint)/subscriptions/$($ready.subscriptionId)/resourceGroups/rg"
    # What a script without any module does; it verifies nothing, in its favour.
    $rest = @"
`$ErrorActionPreference = 'Stop'
`$body = @{
    grant_type = 'client_credentials'
    client_id = '66666666-6666-4666-8666-666666666666'
    client_secret = 'azir-emulator-owner-secret'
    scope = 'https://management.azure.com/.default'
}
`$token = Invoke-RestMethod -Method Post -Uri '$($ready.endpoint)/$($ready.tenantId)/oauth2/v2.0/token' -Body `$body ``
    -SkipCertificateCheck
`$uri = '$group/providers/Microsoft.DataFactory/factories/adf/integrationRuntimes?api-version=2018-06-01'
`$headers = @{ Authorization = "Bearer `$(`$token.access_token)" }
if (@((Invoke-RestMethod -Uri `$uri -Headers `$headers -SkipCertificateCheck).value).Count -ne 1) { exit 1 }
"@
    $scripts = @{ bare = '1'; ours = $script; rest = $rest }
    $times = @{ bare = @(); ours = @(); rest = @() }
    foreach ($run in 0..$Runs) {
        foreach ($which in 'bare', 'ours', 'rest') {
            $wall = Measure-Wall -ArgumentList '-NoProfile', '-Command', $scripts[$which]
            if ($run -gt 0) { $times[$which] += $wall }
        }
    }
    $whole = Get-Median $times.ours
    New-Row -What $what -Against 'pwsh -NoProfile -Command 1' -Unit ms -Wanted 1.4 -Measured $whole `
        -Reference (Get-Median $times.bare)
    New-Row -What $what -Against 'pwsh + Invoke-RestMethod for token and GET' -Unit ms -Wanted 0.8 -Measured $whole `
        -Reference (Get-Median $times.rest)
}
finally {
    Stop-BenchEmulator -Emulator $running
    Remove-Item -LiteralPath $folder -Recurse -Force
}
