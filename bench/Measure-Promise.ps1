#Requires -Version 7.4
<#
.SYNOPSIS
Measures what the project promises, side by side in one run, and prints it as a table.

.DESCRIPTION
Medians of several runs, on this machine as it is: other work on it shows in the figures, in both columns. Never fails
because of a figure.

.PARAMETER Module
The folder of the built AzIntegrationRuntime.

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
    [string]$Emulator,

    [Parameter(Mandatory)]
    [string]$Library,

    [Parameter(Mandatory)]
    [string]$Load,

    [int]$Runs = 9
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
. $PSScriptRoot/common.ps1

$rows = @(
    & $PSScriptRoot/Measure-Import.ps1 -Module $Module -Emulator $Emulator -Runs $Runs
    & $PSScriptRoot/Measure-Request.ps1 -Module $Module -Runs $Runs
    & $PSScriptRoot/Measure-Memory.ps1 -Module $Module -Runs ([Math]::Max(3, [int]($Runs / 2)))
    New-Row -What 'stripped release library' -Unit MB -Wanted 6 `
        -Measured ((Get-Item -LiteralPath $Library).Length / 1e6)
    & $PSScriptRoot/Measure-Emulator.ps1 -Emulator $Emulator -Load $Load -Runs $Runs
)
("$([Runtime.InteropServices.RuntimeInformation]::OSDescription), $([Environment]::ProcessorCount) processors, " +
    "PowerShell $($PSVersionTable.PSVersion), medians of $Runs runs")
$PSStyle.OutputRendering = 'PlainText'
($rows | Format-Table -AutoSize | Out-String -Width 200).Trim()
