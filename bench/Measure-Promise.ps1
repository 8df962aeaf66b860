#Requires -Version 7.4
<#
.SYNOPSIS
Measures what the project promises, side by side in one run, and prints it as a table.

.DESCRIPTION
Medians of several runs, on this machine as it is: other work on it shows in the figures, in both columns. Never fails
because of a figure.

.PARAMETER Module
The folder of the built AzIntegrationRuntime.

.PARAMETER Standalone
The folder of the built AzIntegrationRuntime.Standalone.

.PARAMETER Baseline
The output folder of an older build of this module, to be measured beside this one; without it that is left out.

.PARAMETER Emulator
The emulator's program.

.PARAMETER Library
The native library.

.PARAMETER Load
The load generator: native/emulator/examples/load.rs, compiled.

.PARAMETER Runs
How often each thing is measured.

.EXAMPLE
./build.ps1 -Task Bench

Builds, then runs this script with what was built.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string]$Module,

    [Parameter(Mandatory)]
    [string]$Standalone,

    [Parameter(Mandatory)]
    [string]$Emulator,

    [Parameter(Mandatory)]
    [string]$Library,

    [Parameter(Mandatory)]
    [string]$Load,

    [string]$Baseline,

    [int]$Runs = 9
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
. $PSScriptRoot/common.ps1

$rows = @(
    & $PSScriptRoot/Measure-Import.ps1 -Module $Module -Standalone $Standalone -Emulator $Emulator -Runs $Runs
    & $PSScriptRoot/Measure-Request.ps1 -Module $Module -Runs $Runs
    & $PSScriptRoot/Measure-Guard.ps1 -Module $Module -Runs $Runs
    & $PSScriptRoot/Measure-Memory.ps1 -Module $Module -Runs ([Math]::Max(3, [int]($Runs / 2)))
    $assemblies = Get-ChildItem -LiteralPath $Module, $Standalone -File -Filter 'AzIntegrationRuntime*.dll'
    New-Row -What 'managed assemblies of both modules' -Unit KB -Wanted 500 `
        -Measured (($assemblies | Measure-Object -Property Length -Sum).Sum / 1e3)
    New-Row -What 'stripped release library' -Unit MB -Wanted 6 `
        -Measured ((Get-Item -LiteralPath $Library).Length / 1e6)
    if ($Baseline) {
        & $PSScriptRoot/Measure-Baseline.ps1 -Module $Module -Library $Library -Baseline $Baseline `
            -Emulator $Emulator -Runs $Runs
    }
    & $PSScriptRoot/Measure-Fleet.ps1 -Module $Module -Runs ([Math]::Max(3, [int]($Runs / 3)))
    & $PSScriptRoot/Measure-Emulator.ps1 -Emulator $Emulator -Load $Load -Runs $Runs
)
("$([Runtime.InteropServices.RuntimeInformation]::OSDescription), $([Environment]::ProcessorCount) processors, " +
    "PowerShell $($PSVersionTable.PSVersion), medians of $Runs runs")
$missed = @($rows | Where-Object Met -EQ 'MISSED').Count
$PSStyle.OutputRendering = 'PlainText'
($rows | Format-Table -AutoSize | Out-String -Width 200).Trim()
if ($missed) { "$missed figures are not as wanted." } else { 'All figures are as wanted.' }
