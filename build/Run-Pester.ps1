#Requires -Version 5.1
<#
.SYNOPSIS
Runs the Pester tests in this process and adds their count to .cache/test/results.jsonl.

.PARAMETER Pester
The manifest of the Pester module to use.

.PARAMETER Root
The repository.

.PARAMETER Path
Test files or folders, joined by the system's path separator. All of tests/ without it.
#>
param(
    [Parameter(Mandatory)]
    [string]$Pester,

    [Parameter(Mandatory)]
    [string]$Root,

    [string]$Path
)

$ErrorActionPreference = 'Stop'
$cache = Join-Path $Root '.cache/test'
$null = [IO.Directory]::CreateDirectory((Join-Path $cache 'traffic'))

# The built modules are found by name, before any that is installed.
$env:PSModulePath = (Join-Path $Root 'output') + [IO.Path]::PathSeparator + $env:PSModulePath
# Every emulator that a test starts writes down what it exchanges, for the check against Microsoft's specification.
$env:AZIR_TRAFFIC = Join-Path $cache 'traffic/pester.jsonl'
$global:PSDefaultParameterValues['Start-AzIntegrationRuntimeEmulator:TrafficPath'] = $env:AZIR_TRAFFIC

Import-Module $Pester
$configuration = New-PesterConfiguration
$configuration.Run.Path = if ($Path) {
    $Path -split [IO.Path]::PathSeparator
}
else {
    Get-ChildItem -Path (Join-Path $Root 'tests') -Filter *.Tests.ps1 -Recurse -File |
        Where-Object FullName -NotMatch '[\\/]node_modules[\\/]' |
        ForEach-Object FullName
}
$configuration.Run.PassThru = $true
$configuration.TestResult.Enabled = $true
$configuration.TestResult.OutputPath = Join-Path $cache 'pester.xml'
$result = Invoke-Pester -Configuration $configuration

# A file that cannot be read has no tests to fail; a block that fails in its AfterAll fails none.
$failed = $result.FailedCount + $result.FailedContainersCount
if ($failed -eq 0 -and $result.Result -ne 'Passed') { $failed = 1 }
$line = @{
    check   = 'Pester'
    passed  = $result.PassedCount
    failed  = $failed
    skipped = $result.SkippedCount + $result.InconclusiveCount
    seconds = [int]$result.Duration.TotalSeconds
    notes   = @()
}
Add-Content -LiteralPath (Join-Path $cache 'results.jsonl') -Value (ConvertTo-Json $line -Compress)
