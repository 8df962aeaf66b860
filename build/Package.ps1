# Package: one zip of both modules, tried as a user would before it is announced.

. $PSScriptRoot/Module.ps1

function Invoke-Package {
    <#
    .SYNOPSIS
    Builds and packs both modules into output/AzIntegrationRuntime-<version>-<rid>.zip, and prints sizes and hashes.
    #>
    param([string]$Target)

    $built = Invoke-Build -Target $Target
    $zip = Join-Path $script:Root "output/AzIntegrationRuntime-$($built.Version)-$($built.Rid).zip"
    Write-Step "pack $zip"
    New-ModuleZip -Path $zip -Built $built
    if (-not $Target) { Test-ModuleZip -Path $zip -Version $built.Version }

    $files = @(Get-Item -LiteralPath $zip) + @(Get-ChildItem -LiteralPath (Split-Path $built.Library) -File)
    foreach ($file in $files) {
        $hash = (Get-FileHash -LiteralPath $file.FullName -Algorithm SHA256).Hash.ToLowerInvariant()
        '{0,-44} {1,12:n0} bytes  sha256 {2}' -f $file.Name, $file.Length, $hash
    }
    $floor = foreach ($program in $built.Library, $built.Emulator) { Get-GlibcFloor -Path $program }
    $floor = $floor | Sort-Object -Descending | Select-Object -First 1
    if ($floor) { "needs glibc $floor or later (read from the library and the emulator)" }
    "install: unpack into a folder of `$env:PSModulePath, then Import-Module AzIntegrationRuntime"
}

function New-ModuleZip {
    # Writes the same bytes for the same files: sorted, with one fixed time; programs keep their permission to run.
    param([string]$Path, [psobject]$Built)

    $output = Join-Path $script:Root 'output'
    $files = foreach ($folder in $Built.Main, $Built.Standalone) {
        Get-ChildItem -LiteralPath $folder -Recurse -File | Where-Object {
            # Libraries of other platforms that an earlier build left are not of this package.
            $top = ([IO.Path]::GetRelativePath($folder, $_.FullName) -split '[\\/]')[0]
            $top -notin $script:Platforms -or $top -eq $Built.Rid
        }
    }
    Remove-Item -LiteralPath $Path -ErrorAction Ignore
    $zip = [IO.Compression.ZipFile]::Open($Path, [IO.Compression.ZipArchiveMode]::Create)
    try {
        foreach ($file in $files | Sort-Object { $_.FullName.Replace('\', '/') } -Culture '') {
            $name = [IO.Path]::GetRelativePath($output, $file.FullName).Replace('\', '/')
            $entry = $zip.CreateEntry($name, [IO.Compression.CompressionLevel]::SmallestSize)
            $entry.LastWriteTime = [DateTimeOffset]::new(2000, 1, 1, 0, 0, 0, [TimeSpan]::Zero)
            $mode = if ($file.Name -like 'azir-emulator*') { 0x81ED } else { 0x81A4 }      # -rwxr-xr-x, -rw-r--r--
            $entry.ExternalAttributes = $mode -shl 16
            $to = $entry.Open()
            try {
                $from = [IO.File]::OpenRead($file.FullName)
                try { $from.CopyTo($to) } finally { $from.Dispose() }
            }
            finally { $to.Dispose() }
        }
    }
    finally { $zip.Dispose() }
}

function Test-ModuleZip {
    # Unpacks it and uses it in a PowerShell that has nothing else of ours.
    param([string]$Path, [string]$Version)

    $folder = Join-Path ([IO.Path]::GetTempPath()) "azir-package-$([guid]::NewGuid())"
    try {
        Expand-Archive -LiteralPath $Path -DestinationPath $folder
        $script = {
            param($Folder, $Version)
            $ErrorActionPreference = 'Stop'
            $env:PSModulePath = $Folder + [IO.Path]::PathSeparator + $env:PSModulePath
            Import-Module AzIntegrationRuntime, AzIntegrationRuntime.Standalone
            $null = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
            try { $null = Connect-AzAccount } finally { Stop-AzIntegrationRuntimeEmulator }
            "$((Get-Module AzIntegrationRuntime).Version)" -eq $Version
        }
        $works = & (Get-PwshPath) -NoProfile -NonInteractive -Command $script -args $folder, $Version
        if ($LASTEXITCODE -ne 0 -or "$works" -notlike '*True*') {
            throw "The package does not work after unpacking: $works"
        }
        Write-Step 'unpacked, imported and used: it works'
    }
    finally {
        Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore
    }
}

function Get-GlibcFloor {
    <#
    .SYNOPSIS
    Returns the newest glibc version that an ELF file asks for, or nothing for another kind of file.
    #>
    param([string]$Path)

    $bytes = [IO.File]::ReadAllBytes($Path)
    if ($bytes.Length -lt 4 -or [Text.Encoding]::ASCII.GetString($bytes, 1, 3) -cne 'ELF') { return }
    # The versions a file needs stand as strings of their own in its dynamic string table.
    $text = [Text.Encoding]::Latin1.GetString($bytes)
    [regex]::Matches($text, '(?<=\0)GLIBC_(\d+\.\d+(?:\.\d+)?)(?=\0)') |
        ForEach-Object { [version]$_.Groups[1].Value } |
        Sort-Object -Descending | Select-Object -First 1
}
