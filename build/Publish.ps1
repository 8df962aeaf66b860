# Publishes the packages in output/packages: a draft of a release first, then, once a person agreed, the release itself.

. $PSScriptRoot/Package.ps1

function Assert-Package {
    <#
    .SYNOPSIS
    Stops unless all files of output/packages are there and have the hashes of SHA256SUMS; returns their paths.
    #>
    param([string]$Path, [string]$Version)

    $sums = Join-Path $Path 'SHA256SUMS'
    if (-not (Test-Path -LiteralPath $sums)) { throw "$Path has no packages. Next step: ./build.sh Package" }
    $files = foreach ($line in [IO.File]::ReadAllLines($sums)) {
        $hash, $name = $line -split '  ', 2
        $file = Join-Path $Path $name
        if (-not (Test-Path -LiteralPath $file)) { throw "$name is named in SHA256SUMS and is not in $Path." }
        if ((Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash -ne $hash) {
            throw "$name does not have the hash of SHA256SUMS. Make the packages again."
        }
        $file
    }
    if ("AzIntegrationRuntime.$Version.nupkg" -notin @($files | Split-Path -Leaf)) {
        throw "The packages in $Path are not those of version $Version."
    }
    @($files) + $sums
}

function Invoke-Draft {
    <#
    .SYNOPSIS
    Makes the draft of a GitHub release with the packages. Needs the program gh, signed in, and the tag of the version.
    #>
    Assert-Program -Program gh -Reason 'Install it from https://cli.github.com, then sign in with gh auth login.'
    $version = Get-ProductVersion
    $files = Assert-Package -Path (Join-Path $script:Root 'output/packages') -Version $version
    $notes = Join-Path ([IO.Path]::GetTempPath()) "azir-notes-$PID.md"
    try {
        [IO.File]::WriteAllText($notes, (Get-ReleaseNote -Version $version))
        # --verify-tag: a release never makes its own tag.
        Invoke-Program -Program gh -ArgumentList (
            @('release', 'create', "v$version", '--draft', '--verify-tag', '--title', "v$version", '--notes-file',
                $notes) + $files)
    }
    finally { Remove-Item -LiteralPath $notes -ErrorAction Ignore }
}

function Invoke-Publish {
    <#
    .SYNOPSIS
    Publishes the packages in the PowerShell Gallery and makes the draft of the release public.

    .DESCRIPTION
    AZIR_GALLERY_KEY is the key of the gallery. A published version cannot be deleted or replaced.
    #>
    Assert-Program -Program gh -Reason 'Install it from https://cli.github.com, then sign in with gh auth login.'
    if (-not $env:AZIR_GALLERY_KEY) {
        throw 'AZIR_GALLERY_KEY is not set. It is the key of an account of https://www.powershellgallery.com.'
    }
    $version = Get-ProductVersion
    $folder = Join-Path $script:Root 'output/packages'
    $null = Assert-Package -Path $folder -Version $version
    # In this order: the gallery refuses a module whose required module it does not have.
    foreach ($name in $script:Modules) {
        $package = Join-Path $folder "repository/$name.$version.nupkg"
        Publish-PSResource -NupkgPath $package -Repository PSGallery -ApiKey $env:AZIR_GALLERY_KEY
        Write-Step "published $name $version"
    }
    Invoke-Program -Program gh -ArgumentList 'release', 'edit', "v$version", '--draft=false'
}
