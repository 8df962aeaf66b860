<#
.SYNOPSIS
Makes the zip of the Function App.

.DESCRIPTION
The zip has the files of this folder, the script of the runbook, and both modules in Modules/ with the library of one
platform and without the emulator. A Flex Consumption plan installs no modules by itself, so that they are part of the
app.

.PARAMETER ModulePath
The folder with AzIntegrationRuntime and AzIntegrationRuntime.Standalone: the unpacked
AzIntegrationRuntime-<version>.zip of a release, or output/ after a build.

.PARAMETER Path
The zip to write. An existing file is replaced.

.PARAMETER Platform
linux-x64 for a Flex Consumption plan, win-x64 for a Windows plan.

.EXAMPLE
./New-FunctionPackage.ps1 -ModulePath ./AzIntegrationRuntime-0.1.0 -Path ./fleet.zip -Platform linux-x64
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string]$ModulePath,

    [Parameter(Mandatory)]
    [string]$Path,

    [ValidateSet('linux-x64', 'win-x64')]
    [string]$Platform = 'linux-x64'
)

$ErrorActionPreference = 'Stop'
$names = 'AzIntegrationRuntime', 'AzIntegrationRuntime.Standalone'
$folder = Join-Path ([IO.Path]::GetTempPath()) "fleet-app-$([guid]::NewGuid().ToString('N'))"
try {
    $modules = Join-Path $folder 'Modules'
    $function = Join-Path $folder 'WatchFleet'
    $null = New-Item -ItemType Directory -Path $modules, $function
    Copy-Item -Path (Join-Path $PSScriptRoot 'host.json'), (Join-Path $PSScriptRoot 'profile.ps1') -Destination $folder
    Copy-Item -Path (Join-Path $PSScriptRoot 'WatchFleet/*') -Destination $function
    Copy-Item -Path (Join-Path $PSScriptRoot '../automation/Watch-IntegrationRuntimeFleet.ps1') -Destination $function

    foreach ($name in $names) {
        $manifest = @(Get-ChildItem -Path (Join-Path $ModulePath $name) -Filter "$name.psd1" -Recurse -File)
        if ($manifest.Count -ne 1) {
            throw ("'$ModulePath' has $($manifest.Count) versions of $name, and one is needed. Unpack one release " +
                'into an empty folder: Expand-Archive ./AzIntegrationRuntime-<version>.zip -DestinationPath ./modules')
        }
        Copy-Item -LiteralPath $manifest[0].DirectoryName -Destination (Join-Path $modules $name) -Recurse
    }

    $main = Join-Path $modules 'AzIntegrationRuntime'
    $library = @(Get-ChildItem -Path (Join-Path $main $Platform) -Filter '*azir_native*' -File -ErrorAction Ignore)
    if (-not $library) {
        throw "'$ModulePath' has no library for $Platform. Take the packages of a release, which have all platforms."
    }
    # Other platforms, and the emulator, which is for development.
    Get-ChildItem -LiteralPath $main -Directory |
        Where-Object { $_.Name -ne $Platform -and $_.Name -match '^(win|linux|linux-musl|osx)-' } |
        Remove-Item -Recurse
    Get-ChildItem -LiteralPath (Join-Path $main $Platform) -Filter 'azir-emulator*' -File | Remove-Item

    if (Test-Path -LiteralPath $Path) { Remove-Item -LiteralPath $Path }
    Compress-Archive -Path (Join-Path $folder '*') -DestinationPath $Path
    Get-Item -LiteralPath $Path
} finally {
    Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore
}
