# Package: both modules for all platforms that were built, as .nupkg and zip, tried as a user would.

. $PSScriptRoot/Module.ps1
. $PSScriptRoot/Archive.ps1
. $PSScriptRoot/Notices.ps1
. $PSScriptRoot/Sign.ps1
. $PSScriptRoot/Binary.ps1

function Invoke-Package {
    <#
    .SYNOPSIS
    Builds and packs both modules into output/packages/, tries the packages, and prints sizes and hashes.

    .DESCRIPTION
    -Platform names folders with the native files of other builds: a folder <rid>/ with the library and the emulator.
    Where one of them has the files of this machine, nothing native is compiled here.
    #>
    param([string]$Target, [string[]]$Platform, [string]$ProjectUri, [string]$CertificateThumbprint)

    $others = Resolve-PlatformFolder -Path $Platform
    $own = Get-Platform -Target $Target
    $built = Invoke-Build -Target $Target -Native $others[$own.Rid] -Reproducible
    $folders = [ordered]@{}
    foreach ($rid in $script:Platforms) {
        if ($rid -eq $own.Rid) { $folders[$rid] = Split-Path $built.Library }
        elseif ($others.Contains($rid)) { $folders[$rid] = $others[$rid] }
    }
    foreach ($rid in $folders.Keys) { Assert-Binary -Rid $rid -Folder $folders[$rid] -Version $built.Version }

    $output = Join-Path $script:Root 'output/packages'
    $packages = New-Package -Built $built -Platform $folders -OutputPath $output -ProjectUri $ProjectUri `
        -CertificateThumbprint $CertificateThumbprint
    Test-Package -Path $output -Version $built.Version -Run:(-not $Target)

    foreach ($file in $packages) {
        $hash = (Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash.ToLowerInvariant()
        $name = [IO.Path]::GetRelativePath($output, $file)
        '{0,-54} {1,12:n0} bytes  sha256 {2}' -f $name, (Get-Item -LiteralPath $file).Length, $hash
    }
    "platforms: $($folders.Keys -join ', ')"
    $programs = foreach ($rid in $folders.Keys -match '^linux-(x|arm)64$') { Get-ChildItem $folders[$rid] -File }
    $floor = $programs | ForEach-Object { Get-GlibcFloor -Path $_.FullName } | Sort-Object -Descending |
        Select-Object -First 1
    if ($floor) { "needs glibc $floor or later on Linux (read from the libraries and the emulators)" }
    "install: Register-PSResourceRepository -Name AzIntegrationRuntime -Uri '$output/repository' " +
        '-Trusted; Install-PSResource AzIntegrationRuntime'
}

function New-Package {
    <#
    .SYNOPSIS
    Writes the packages of a build and returns their paths.

    .DESCRIPTION
    repository/AzIntegrationRuntime.<version>.nupkg   for Install-PSResource and Install-Module, one for each module
    AzIntegrationRuntime-<version>.zip                both modules, to be unpacked into a folder of the module path
    automation/AzIntegrationRuntime.zip               for Azure Automation, one for each module, without the emulator
    AzIntegrationRuntime.Deploy-<version>.zip         the templates and scripts of deploy/, and the examples
    AzIntegrationRuntime-<version>.cdx.json           the bill of materials, which the modules contain too
    SHA256SUMS                                        the hashes of all of them
    #>
    param(
        [psobject]$Built, [Collections.IDictionary]$Platform, [string]$OutputPath, [string]$ProjectUri,
        [string]$CertificateThumbprint
    )

    $version = $Built.Version
    Write-Step "pack the modules for $($Platform.Keys -join ', ')"
    $stage = Join-Path $script:Root ".cache/package-$PID"
    try {
        $component = @(Get-CrateComponent -Rid @($Platform.Keys))
        $notes = Get-ReleaseNote -Version $version
        $extra = @{
            'CHANGELOG.md'            = [IO.File]::ReadAllText((Join-Path $script:Root 'CHANGELOG.md'))
            'THIRD-PARTY-NOTICES.txt' = New-Notice -Component $component
        }
        $sources = [ordered]@{
            'AzIntegrationRuntime'            = $Built.Main
            'AzIntegrationRuntime.Standalone' = $Built.Standalone
        }
        foreach ($name in $sources.Keys) {
            Copy-ModuleFile -Source $sources[$name] -Destination (Join-Path $stage $name)
            Set-ManifestAddress -Path (Join-Path $stage "$name/$name.psd1") -Version $version -Uri $ProjectUri
        }
        foreach ($rid in $Platform.Keys) {
            $null = [IO.Directory]::CreateDirectory((Join-Path $stage "AzIntegrationRuntime/$rid"))
            foreach ($file in Get-ChildItem -LiteralPath $Platform[$rid] -File) {
                Copy-Item -LiteralPath $file.FullName -Destination (Join-Path $stage "AzIntegrationRuntime/$rid")
            }
        }
        foreach ($file in $extra.Keys) {
            [IO.File]::WriteAllText((Join-Path $stage "AzIntegrationRuntime/$file"), $extra[$file])
        }
        [IO.File]::WriteAllText((Join-Path $stage 'AzIntegrationRuntime.Standalone/CHANGELOG.md'),
            $extra['CHANGELOG.md'])
        # Signatures change files, the bill of materials has their hashes, and the catalogue has all of it.
        $modules = @($sources.Keys | ForEach-Object { Join-Path $stage $_ })
        $certificate = Find-SigningCertificate -Thumbprint $CertificateThumbprint
        if ($certificate) { $modules | ForEach-Object { Set-ModuleSignature -Path $_ -Certificate $certificate } }
        $bill = New-BillOfMaterials -Version $version -Component $component -File (Get-StagedFile -Folder $stage)
        [IO.File]::WriteAllText((Join-Path $stage 'AzIntegrationRuntime/sbom.cdx.json'), $bill)
        if ($certificate) { $modules | ForEach-Object { Add-ModuleCatalog -Path $_ -Certificate $certificate } }

        Remove-Item -LiteralPath $OutputPath -Recurse -Force -ErrorAction Ignore
        $null = [IO.Directory]::CreateDirectory((Join-Path $OutputPath 'automation'))
        $files = @(
            foreach ($name in $sources.Keys) {
                $path = Join-Path $OutputPath "repository/$name.$version.nupkg"
                $manifest = Import-PowerShellDataFile -LiteralPath (Join-Path $stage "$name/$name.psd1")
                Save-NuGetPackage -Path $path -Name $name -Manifest $manifest -ReleaseNotes $notes `
                    -Entry (Get-FolderEntry -Folder (Join-Path $stage $name))
                $path
            }
            $path = Join-Path $OutputPath "AzIntegrationRuntime-$version.zip"
            Save-Archive -Path $path -Entry @(
                foreach ($name in $sources.Keys) {
                    Get-FolderEntry -Folder (Join-Path $stage $name) -Prefix "$name/$version/"
                })
            $path
            # Automation wants the module's own name for the file and the folder, without a folder for the version.
            foreach ($name in $sources.Keys) {
                $path = Join-Path $OutputPath "automation/$name.zip"
                Save-Archive -Path $path -Entry (
                    Get-FolderEntry -Folder (Join-Path $stage $name) -Prefix "$name/" -Where {
                        $_.Name -notlike 'azir-emulator*' })
                $path
            }
            # Beside the modules and not in them: a module has no scripts, which policies would have to allow.
            $path = Join-Path $OutputPath "AzIntegrationRuntime.Deploy-$version.zip"
            Save-Archive -Path $path -Entry @(
                Get-FolderEntry -Folder (Join-Path $script:Root 'deploy') -Prefix 'deploy/'
                Get-FolderEntry -Folder (Join-Path $script:Root 'examples') -Prefix 'examples/' -Where {
                    $_.Extension -eq '.ps1' }
                New-Entry -Name 'LICENSE' -Path (Join-Path $script:Root 'LICENSE'))
            $path
            $path = Join-Path $OutputPath "AzIntegrationRuntime-$version.cdx.json"
            [IO.File]::WriteAllText($path, $bill)
            $path
        )
        $sums = Join-Path $OutputPath 'SHA256SUMS'
        [IO.File]::WriteAllText($sums, (Get-HashList -Path $files -Root $OutputPath))
        $files + $sums
    }
    finally {
        Remove-Item -LiteralPath $stage -Recurse -Force -ErrorAction Ignore
    }
}

function Copy-ModuleFile {
    # Copies a built module without its platform folders: an earlier build may have left some that do not belong here.
    param([string]$Source, [string]$Destination)

    foreach ($file in Get-ChildItem -LiteralPath $Source -Recurse -File) {
        $relative = [IO.Path]::GetRelativePath($Source, $file.FullName)
        if (($relative -split '[\\/]')[0] -in $script:Platforms) { continue }
        $target = Join-Path $Destination $relative
        $null = [IO.Directory]::CreateDirectory((Split-Path $target))
        Copy-Item -LiteralPath $file.FullName -Destination $target
    }
}

function Get-StagedFile {
    # Names and hashes of the files of both modules.
    param([string]$Folder)

    $root = (Get-Item -LiteralPath $Folder).FullName
    Get-ChildItem -LiteralPath $root -Recurse -File | ForEach-Object {
        [pscustomobject]@{
            Name   = [IO.Path]::GetRelativePath($root, $_.FullName).Replace('\', '/')
            Sha256 = (Get-FileHash -LiteralPath $_.FullName -Algorithm SHA256).Hash.ToLowerInvariant()
        }
    } | Sort-Object Name -Culture ''
}

function Get-HashList {
    # The lines that 'sha256sum --check' reads.
    param([string[]]$Path, [string]$Root)

    $lines = foreach ($file in $Path) {
        $hash = (Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash.ToLowerInvariant()
        "$hash  $([IO.Path]::GetRelativePath($Root, $file).Replace('\', '/'))`n"
    }
    -join $lines
}

function Get-ReleaseNote {
    <#
    .SYNOPSIS
    Returns the section of CHANGELOG.md for a version, as a repository of packages shows it.
    #>
    param([string]$Version)

    $text = [IO.File]::ReadAllText((Join-Path $script:Root 'CHANGELOG.md')).Replace("`r", '')
    $match = [regex]::Match($text, "(?ms)^## \[$([regex]::Escape($Version))\][^\n]*\n(.*?)(?=^## |\z)")
    if (-not $match.Success) { throw "CHANGELOG.md has no section '## [$Version]'." }
    # An address in the package leads nowhere: the text of a link stays.
    $match.Groups[1].Value.Trim() -replace '\[([^\]]+)\]\([^)]+\)', '$1'
}

function Set-ManifestAddress {
    # Adds the address of the project, which the source does not know, to a staged manifest.
    param([string]$Path, [string]$Version, [string]$Uri)

    if (-not $Uri) {
        Write-Step "NOT SET: ProjectUri and LicenseUri of $(Split-Path -LeafBase $Path) (no -ProjectUri)"
        return
    }
    $address = $Uri.TrimEnd('/')
    $text = [IO.File]::ReadAllText($Path).Replace("`r", '')
    $line = [regex]::Match($text, '(?m)^( *)ReleaseNotes *= .*$')
    if (-not $line.Success) { throw "$Path has no line 'ReleaseNotes'." }
    $indent = $line.Groups[1].Value
    $added = "${indent}ProjectUri   = '$address'`n${indent}LicenseUri   = '$address/blob/v$Version/LICENSE'`n"
    [IO.File]::WriteAllText($Path, $text.Insert($line.Index, $added))
}

function Test-Package {
    <#
    .SYNOPSIS
    Looks at the packages as a user's machine would: names, lengths of paths, and the zip unpacked and used.
    #>
    param([string]$Path, [string]$Version, [switch]$Run)

    foreach ($file in Get-ChildItem -LiteralPath $Path -Recurse -File -Include *.zip, *.nupkg) {
        $zip = [IO.Compression.ZipFile]::OpenRead($file.FullName)
        try {
            $long = @($zip.Entries | Where-Object { $_.FullName.Length -ge 140 })
            if ($long) { throw "$($file.Name): Azure Automation refuses the long path $($long[0].FullName)." }
        }
        finally { $zip.Dispose() }
    }
    if (-not $Run) {
        Write-Step 'NOT TRIED: the package of another platform was not unpacked and used'
        return
    }
    $folder = Join-Path ([IO.Path]::GetTempPath()) "azir-package-$([guid]::NewGuid())"
    try {
        Expand-Archive -LiteralPath (Join-Path $Path "AzIntegrationRuntime-$Version.zip") -DestinationPath $folder
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
