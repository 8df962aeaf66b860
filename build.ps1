#Requires -Version 7.4

<#
.SYNOPSIS
Builds, tests, checks, shows and packs AzIntegrationRuntime.

.DESCRIPTION
Everything the project does by machine goes through this script; build.sh installs what is missing and calls it.
A bare call builds. Rust and the .NET SDK 8 or later are needed.

Build    compiles the cmdlets (dotnet), the native library and the emulator (cargo) and lays both modules out as they
         are installed: output/AzIntegrationRuntime/<version>/ and output/AzIntegrationRuntime.Standalone/<version>/.
Test     builds, then runs the Rust tests, examples/share.c (under valgrind where it is installed), the fuzzer for a
         minute, the Pester tests against the built modules, and the oracles: Microsoft's own clients and
         specification. Needs Node 20. The last line is the count.
Lint     rustfmt, clippy, cargo doc, cargo deny (licences, sources, duplicates), the minimum Rust version, dotnet
         format, the length of lines, and PSScriptAnalyzer for Windows PowerShell 5.1 and PowerShell 7.
Demo     builds, then runs examples/Share-IntegrationRuntime.ps1 against the emulator.
Fuzz     runs the fuzzer's targets for -Minutes. What it finds is in .cache/fuzz/. Needs Node 20.
Soak     builds, then runs 24 simulated hours, 1,000 racing writers and 50 processes on the kept contexts, and prints
         memory, handles, connections and threads before and after.
Bench    builds, then measures the promises in bench/ side by side and prints them as a table.
Package  builds, then packs both modules into output/packages/: .nupkg files for Install-PSResource and Install-Module,
         a zip to be unpacked into a folder of $env:PSModulePath, zips for Azure Automation, a bill of materials
         (CycloneDX) and the hashes of all. Signs them on Windows, where a certificate is named.
Miri     runs the tests of the C interface under Miri, which finds undefined behavior. Needs a nightly Rust with Miri.
Advisories     compares the crates with the advisory database of RustSec. Needs the network.
MinimumRust    compiles the workspace with the oldest Rust that Cargo.toml names. Needs rustup.
Specification  fetches Microsoft's specification at a fixed commit into .cache/specification, for AZIR_SPEC.
Draft    makes the draft of a GitHub release with the files of output/packages. Needs gh.
Publish  publishes output/packages in the PowerShell Gallery and the draft on GitHub. Needs gh and AZIR_GALLERY_KEY.

Pester is taken as installed, or fetched once into .cache/ from NuGet, else from the PowerShell Gallery.
Where PSScriptAnalyzer is missing, Lint says that it checked nothing with it.

.PARAMETER Task
What to do: Build, Test, Lint, Demo, Fuzz, Soak, Bench, Package, Miri, Advisories, MinimumRust, Specification,
Draft or Publish.

.PARAMETER Only
For Test: which checks to run, of cargo, share, fuzz, pester and oracles. All of them without it.

.PARAMETER Path
For Test: the Pester files to run, instead of all of tests/.

.PARAMETER Minutes
For Fuzz: how long it runs.

.PARAMETER Quick
For Build and Test: compile the native code with few optimizations and without link-time optimization. It takes a
fraction of the time. Demo does so by itself unless a full build is there.

.PARAMETER Target
For Build and Package: the Rust target to build for, such as x86_64-pc-windows-msvc. The machine's own without it.

.PARAMETER Reproducible
For Build: compile the native code as Package does, without the names of this machine's folders in the files.

.PARAMETER WindowsPowerShell
For Demo and Test -Only pester, on Windows: run the example or the tests in Windows PowerShell 5.1.

.PARAMETER Platform
For Package: folders with the native files of other builds, each with folders such as win-x64/ that have the library
and the emulator. Where one is for this machine, nothing native is compiled here.

.PARAMETER ProjectUri
For Package: the address of the project, which the manifests in the package name.

.PARAMETER CertificateThumbprint
For Package on Windows: the code-signing certificate in the user's or the machine's store that signs the package.

.PARAMETER Baseline
For Bench: the output folder of an older build, to be measured beside this one.

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
./build.ps1 -Quick

Builds both modules in a fraction of the time, for development.

.EXAMPLE
./build.ps1 -Task Package

Makes the packages in output/packages/ for this machine's platform, and prints their sizes and hashes.

.EXAMPLE
./build.ps1 -Task Package -Platform ./win, ./mac

Makes packages for this machine's platform and for those whose folders are in ./win and ./mac.

.NOTES
Environment:
AZIR_POWERSHELL=required   build.sh fails where PowerShell or the .NET SDK cannot be installed, instead of running what
                           needs neither.
AZIR_SPEC=FOLDER           Microsoft's specification, laid out for oav; without it Test says that it did not validate
                           the traffic.
AZIR_SIGNING_CERTIFICATE, AZIR_SIGNING_PASSWORD
                           a code-signing certificate (PFX in base64) and its password, instead of
                           -CertificateThumbprint. AZIR_TIMESTAMP_SERVER is the server that stamps the signatures.
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Lint', 'Demo', 'Fuzz', 'Soak', 'Bench', 'Package', 'Miri', 'Advisories',
        'MinimumRust', 'Specification', 'Draft', 'Publish')]
    [string]$Task = 'Build',

    [ValidatePattern('^(cargo|share|fuzz|pester|oracles)(,(cargo|share|fuzz|pester|oracles))*$')]
    [string[]]$Only,

    [string[]]$Path,

    [string]$Target,

    [ValidateRange(1, 10080)]
    [int]$Minutes = 60,

    [switch]$Quick,

    [switch]$Reproducible,

    [switch]$WindowsPowerShell,

    [string[]]$Platform,

    [string]$ProjectUri,

    [string]$CertificateThumbprint,

    [string]$Baseline
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$InformationPreference = 'Continue'
$script:Root = $PSScriptRoot
. $PSScriptRoot/build/Module.ps1

try {
    switch ($Task) {
        'Build' {
            $built = Invoke-Build -Target $Target -Quick:$Quick -Reproducible:$Reproducible
            Write-Step "built $($built.Main)"
        }
        'Test' {
            . $PSScriptRoot/build/Test.ps1
            # What came through build.sh or -File is one word with commas.
            exit (Invoke-Test -Only ($Only -split ',') -Path ($Path -split ',') -Quick:$Quick `
                    -WindowsPowerShell:$WindowsPowerShell)
        }
        'Lint' {
            . $PSScriptRoot/build/Lint.ps1
            Invoke-Lint
        }
        'Demo' {
            # A first look should not wait for the optimizer; a full build that is there is brought up to date.
            $library = Join-Path (Get-CargoDirectory) (Get-Platform).Library
            $short = $Quick -or -not (Test-Path -LiteralPath $library)
            if ($short) { Write-Step 'the demo compiles without the optimizer; ./build.sh makes the full build' }
            $built = Invoke-Build -Quick:$short
            Write-Step 'share an integration runtime in the emulator (seconds)'
            $shell = Get-ShellPath -WindowsPowerShell:$WindowsPowerShell
            & $shell -NoProfile -ExecutionPolicy Bypass -File (
                Join-Path $PSScriptRoot 'examples/Share-IntegrationRuntime.ps1')
            exit $LASTEXITCODE
        }
        'Fuzz' {
            Assert-Program -Program node -Reason 'The checks need Node 20 or later: https://nodejs.org.'
            & node (Join-Path $PSScriptRoot 'build/checks.mjs') --fresh fuzz summary --seconds (60 * $Minutes)
            exit $LASTEXITCODE
        }
        'Soak' {
            $null = Invoke-Build -Quick:$Quick
            & (Get-PwshPath) -NoProfile -File (Join-Path $PSScriptRoot 'tests/soak/Invoke-Soak.ps1')
            exit $LASTEXITCODE
        }
        'Bench' {
            $built = Invoke-Build
            Invoke-Program -Program cargo -ArgumentList @(
                'build', '--release', '--locked', '-p', 'azir-emulator', '--example', 'azir-load'
                '--manifest-path', (Join-Path $PSScriptRoot 'Cargo.toml')
            )
            $load = Get-Item -Path (Join-Path $built.CargoPath 'examples/azir-load*') -Include azir-load, azir-load.exe
            $measured = @{
                Module     = $built.Main
                Standalone = $built.Standalone
                Emulator   = $built.Emulator
                Library    = $built.Library
                Load       = $load.FullName
                Baseline   = $Baseline
            }
            & $PSScriptRoot/bench/Measure-Promise.ps1 @measured
        }
        'Package' {
            . $PSScriptRoot/build/Package.ps1
            # What came through build.sh or -File is one word with commas.
            Invoke-Package -Target $Target -Platform ($Platform -split ',') -ProjectUri $ProjectUri `
                -CertificateThumbprint $CertificateThumbprint
        }
        { $_ -in 'Miri', 'Advisories', 'MinimumRust', 'Specification' } {
            . $PSScriptRoot/build/Network.ps1
            & "Invoke-$Task"
        }
        { $_ -in 'Draft', 'Publish' } {
            . $PSScriptRoot/build/Publish.ps1
            & "Invoke-$Task"
        }
    }
}
catch {
    # What failed has said so itself; here it is enough to name it. -Verbose tells where in the build it was.
    [Console]::Error.WriteLine("build.ps1: $($_.Exception.Message)")
    Write-Verbose $_.ScriptStackTrace
    exit 1
}
