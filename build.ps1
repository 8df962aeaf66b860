#Requires -Version 7.4
<#
.SYNOPSIS
Builds, tests, checks, shows and packs AzIntegrationRuntime.

.DESCRIPTION
Everything the project does by machine goes through this script; build.sh finds a PowerShell and calls it. A bare call builds.

Build    compiles the native library and the emulator (cargo, release) and lays both modules out as they are installed:
         output/AzIntegrationRuntime/<version>/ and output/AzIntegrationRuntime.Standalone/<version>/.
Test     builds, then runs the Rust tests, examples/share.c (under valgrind where there is one), the Pester tests against the built
         modules, and the oracles: Microsoft's own clients and specification. Needs Node 20. The last line is the count.
Lint     rustfmt, clippy, cargo deny (licences, sources, duplicates) and PSScriptAnalyzer for Windows PowerShell 5.1 and PowerShell 7.
Demo     builds, then runs examples/Share-IntegrationRuntime.ps1 against the emulator.
Bench    builds, then measures the promises in bench/ side by side and prints them as a table.
Package  builds, then makes a zip of both modules that installs by unpacking it into a folder of $env:PSModulePath.

Modules that a task needs (Pester, PSScriptAnalyzer) are taken as installed, or fetched once from the PowerShell Gallery into .cache/.

.PARAMETER Task
What to do: Build, Test, Lint, Demo, Bench or Package.

.PARAMETER Only
For Test: which checks to run, of cargo, share, pester and oracles. All of them without it.

.PARAMETER Path
For Test: the Pester files to run, instead of all of tests/.

.PARAMETER Target
For Build and Package: the Rust target to build for, such as x86_64-pc-windows-msvc. The machine's own without it.

.EXAMPLE
./build.ps1

Builds both modules into output/.

.EXAMPLE
./build.ps1 -Task Test

Builds and runs every test.

.EXAMPLE
./build.ps1 -Task Test -Only pester -Path tests/Module.Tests.ps1

Builds and runs one Pester file.

.EXAMPLE
./build.ps1 -Task Package

Makes output/AzIntegrationRuntime-<version>-<rid>.zip and prints its size and hash.

.NOTES
Environment:
AZIR_POWERSHELL=required   build.sh fails where no PowerShell can be had, instead of running what needs none.
AZIR_SPEC=FOLDER           Microsoft's specification, laid out for oav; without it Test says that it did not validate the traffic.
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Lint', 'Demo', 'Bench', 'Package')]
    [string]$Task = 'Build',

    [ValidatePattern('^(cargo|share|pester|oracles)(,(cargo|share|pester|oracles))*$')]
    [string[]]$Only,

    [string[]]$Path,

    [string]$Target
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$InformationPreference = 'Continue'
$script:Root = $PSScriptRoot
. $PSScriptRoot/build/Module.ps1

try {
    switch ($Task) {
        'Build' {
            $built = Invoke-Build -Target $Target
            Write-Step "built $($built.Main)"
        }
        'Test' {
            . $PSScriptRoot/build/Test.ps1
            # What came through build.sh or -File is one word with commas.
            exit (Invoke-Test -Only ($Only -split ',') -Path ($Path -split ','))
        }
        'Lint' {
            . $PSScriptRoot/build/Lint.ps1
            Invoke-Lint
        }
        'Demo' {
            $built = Invoke-Build
            & (Get-PwshPath) -NoProfile -File (Join-Path $PSScriptRoot 'examples/Share-IntegrationRuntime.ps1')
            exit $LASTEXITCODE
        }
        'Bench' {
            $built = Invoke-Build
            Invoke-Program -Program cargo -ArgumentList build, --release, --locked, -p, azir-emulator, --example, azir-load, --manifest-path, (Join-Path $PSScriptRoot 'Cargo.toml')
            $load = Get-Item -Path (Join-Path $built.CargoPath 'examples/azir-load*') -Include azir-load, azir-load.exe
            & $PSScriptRoot/bench/Measure-Promise.ps1 -Module $built.Main -Emulator $built.Emulator -Library $built.Library -Load $load.FullName
        }
        'Package' {
            . $PSScriptRoot/build/Package.ps1
            Invoke-Package -Target $Target
        }
    }
}
catch {
    # What failed has said so itself; here it is enough to name it. -Verbose tells where in the build it was.
    [Console]::Error.WriteLine("build.ps1: $($_.Exception.Message)")
    Write-Verbose $_.ScriptStackTrace
    exit 1
}
