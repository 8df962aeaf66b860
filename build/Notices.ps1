# What a package says about third-party software: the notices, and the bill of materials (CycloneDX).
# Both come from Cargo.lock, the sources of the crates, packages.lock.json and the Rust toolchain, without other tools.

# The Rust target whose dependencies stand for a platform. MinGW's differ by import libraries under the same licence.
$script:Triples = @{
    'win-x64'          = 'x86_64-pc-windows-msvc'
    'win-x86'          = 'i686-pc-windows-msvc'
    'win-arm64'        = 'aarch64-pc-windows-msvc'
    'linux-x64'        = 'x86_64-unknown-linux-gnu'
    'linux-arm64'      = 'aarch64-unknown-linux-gnu'
    'linux-musl-x64'   = 'x86_64-unknown-linux-musl'
    'linux-musl-arm64' = 'aarch64-unknown-linux-musl'
    'osx-x64'          = 'x86_64-apple-darwin'
    'osx-arm64'        = 'aarch64-apple-darwin'
}

function Get-CrateComponent {
    <#
    .SYNOPSIS
    Returns the crates that the library and the emulator of some platforms are made of, sorted by name and version.

    .DESCRIPTION
    These are the normal dependencies of both programs. Those of tests and build scripts are left out.
    #>
    param([string[]]$Rid)

    $manifest = Join-Path $script:Root 'Cargo.toml'
    $sums = Get-CrateChecksum -Path (Join-Path $script:Root 'Cargo.lock')
    $found = [Collections.Generic.SortedDictionary[string, psobject]]::new([StringComparer]::Ordinal)
    foreach ($name in $Rid) {
        $json = & cargo metadata --format-version 1 --locked --filter-platform $script:Triples[$name] `
            --manifest-path $manifest
        if ($LASTEXITCODE -ne 0) { throw "cargo metadata failed for $name." }
        $metadata = $json | ConvertFrom-Json -Depth 100 -AsHashtable
        $packages = @{}
        foreach ($package in $metadata.packages) { $packages[$package.id] = $package }
        $nodes = @{}
        foreach ($node in $metadata.resolve.nodes) {
            $nodes[$node.id] = @($node.deps | Where-Object { $_.dep_kinds.kind -contains $null } | ForEach-Object pkg)
        }
        $queue = [Collections.Generic.Queue[string]]::new()
        $met = [Collections.Generic.HashSet[string]]::new()
        $packages.Values | Where-Object name -In 'azir-ffi', 'azir-emulator' | ForEach-Object { $queue.Enqueue($_.id) }
        while ($queue.Count) {
            $id = $queue.Dequeue()
            if (-not $met.Add($id)) { continue }
            foreach ($next in $nodes[$id]) { $queue.Enqueue($next) }
            $package = $packages[$id]
            if (-not $package.source) { continue }
            $key = "$($package.name) $($package.version)"
            if (-not $found.ContainsKey($key)) {
                $found[$key] = [pscustomobject]@{
                    Name       = $package.name
                    Version    = $package.version
                    License    = ConvertTo-LicenseExpression -Text $package.license
                    Authors    = @($package.authors)
                    Repository = $package.repository
                    Folder     = Split-Path $package.manifest_path
                    Sha256     = $sums[$key]
                    DependsOn  = [Collections.Generic.SortedSet[string]]::new([StringComparer]::Ordinal)
                }
            }
            foreach ($next in $nodes[$id]) {
                $null = $found[$key].DependsOn.Add("$($packages[$next].name) $($packages[$next].version)")
            }
        }
    }
    $found.Values
}

function Get-CrateChecksum {
    # The SHA-256 of each crate's archive, by name and version.
    param([string]$Path)

    $sums = @{}
    $pattern = '(?m)^name = "([^"]+)"\nversion = "([^"]+)"\nsource = "[^"]+"\nchecksum = "([0-9a-f]{64})"'
    foreach ($match in [regex]::Matches([IO.File]::ReadAllText($Path).Replace("`r", ''), $pattern)) {
        $sums["$($match.Groups[1].Value) $($match.Groups[2].Value)"] = $match.Groups[3].Value
    }
    $sums
}

function ConvertTo-LicenseExpression {
    # Older crates separate alternatives by a slash, which SPDX does not know.
    param([string]$Text)

    $Text -replace '\s*/\s*', ' OR '
}

function Get-LicenseText {
    <#
    .SYNOPSIS
    Returns the licence texts of a crate.

    .DESCRIPTION
    A few crates come without one. For the MIT licence the text is made with the crate's authors. For any other
    licence the build stops, so that no notice is missing.
    #>
    param([psobject]$Component)

    $files = @(Get-ChildItem -LiteralPath $Component.Folder -File |
            Where-Object Name -Match '^(licen[cs]e|copying|copyright|notice|unlicense)' | Sort-Object Name -Culture '')
    $texts = @($files | ForEach-Object { [IO.File]::ReadAllText($_.FullName) })
    # The file of some crates only says which licences there are.
    if ($texts | Where-Object Length -GT 400) { return $texts }
    if ($Component.License -notmatch '\bMIT\b') {
        throw "$($Component.Name) $($Component.Version) ($($Component.License)) comes without a licence text."
    }
    $own = [IO.File]::ReadAllText((Join-Path $script:Root 'LICENSE')).Replace("`r", '')
    $terms = $own.Substring($own.IndexOf('Permission is hereby granted'))
    $authors = @($Component.Authors | ForEach-Object { $_ -replace '\s*<[^>]*>' })
    $holder = if ($authors) { $authors -join ', ' } else { "the authors of $($Component.Name)" }
    "MIT License`n`nCopyright (c) $holder`n`n$terms"
}

function Get-StandardLibraryNotice {
    <#
    .SYNOPSIS
    Returns the notices of the Rust standard library, which is compiled into both programs, as name and texts.

    .DESCRIPTION
    The toolchain has them as a page. A toolchain of a Linux distribution may lack it; then the result is empty.
    #>
    $page = Join-Path (& rustc --print sysroot) 'share/doc/rust/COPYRIGHT-library.html'
    if (-not (Test-Path -LiteralPath $page)) { return }
    $version = (& rustc --version) -replace '^rustc (\S+).*', '$1'
    $html = [IO.File]::ReadAllText($page)
    $parts = $html -split '<h3>[^<\w]*'
    foreach ($part in $parts | Select-Object -Skip 1) {
        $texts = @([regex]::Matches($part, '(?s)<pre>(.*?)</pre>') |
                ForEach-Object { [Net.WebUtility]::HtmlDecode($_.Groups[1].Value) })
        if ($texts) {
            [pscustomobject]@{
                Name  = "Rust standard library $version, with " + ($part -replace '(?s)</h3>.*')
                Texts = $texts
            }
        }
    }
}

function New-Notice {
    <#
    .SYNOPSIS
    Returns the text of THIRD-PARTY-NOTICES.txt: each component with its licence, and each licence text once.
    #>
    param([psobject[]]$Component)

    $texts = [ordered]@{}
    $add = {
        param([string]$Text, [string]$Name)
        $key = ($Text -replace '[\s\p{Cf}]+', ' ').Trim().ToLowerInvariant()
        if (-not $texts.Contains($key)) {
            $lines = $Text.Replace("`r", '').Trim([char]0xfeff, "`n", ' ') -split "`n"
            $texts[$key] = [pscustomobject]@{
                Text  = ($lines | ForEach-Object { $_.TrimEnd() }) -join "`n"
                Names = [Collections.Generic.List[string]]::new()
            }
        }
        if (-not $texts[$key].Names.Contains($Name)) { $texts[$key].Names.Add($Name) }
    }
    foreach ($each in $Component) {
        foreach ($text in Get-LicenseText -Component $each) { & $add $text "$($each.Name) $($each.Version)" }
    }
    $standard = @(Get-StandardLibraryNotice)
    foreach ($each in $standard) { foreach ($text in $each.Texts) { & $add $text $each.Name } }
    if (-not $standard) {
        Write-Step ('NOT INCLUDED: the notices of the Rust standard library ' +
            '(this toolchain has no COPYRIGHT-library.html)')
    }

    $line = '-' * 76
    $lines = @(
        'THIRD-PARTY NOTICES'
        ''
        'The native library and the emulator of AzIntegrationRuntime contain the'
        'following software. The assemblies of the modules contain none: they refer'
        'to PowerShell only.'
        ''
        'Rust standard library (MIT OR Apache-2.0)'
        '    Copyright (c) The Rust Project Developers'
        foreach ($each in $Component) {
            "$($each.Name) $($each.Version) ($($each.License))"
            if ($each.Repository) { "    $($each.Repository)" }
        }
        foreach ($each in $texts.Values) {
            ''
            $line
            "Licence text of: $($each.Names -join ', ')" -replace '(.{1,74})(?:, |$)', "`$1,`n" -replace ',\n$'
            $line
            ''
            $each.Text
        }
    )
    ($lines -join "`n") + "`n"
}

function New-BillOfMaterials {
    <#
    .SYNOPSIS
    Returns the bill of materials of a package as CycloneDX 1.6 (JSON).

    .DESCRIPTION
    It has the crates with the hashes of Cargo.lock, the reference packages of the assemblies, and the files of the
    package with their hashes. It has no time and no random number: the serial number is a hash of the content.
    #>
    param([string]$Version, [psobject[]]$Component, [psobject[]]$File)

    $main = "AzIntegrationRuntime@$Version"
    $reference = { param($Key) 'pkg:cargo/' + ($Key -replace ' ', '@' -replace '\+', '%2B') }
    $known = @{}
    foreach ($each in $Component) { $known["$($each.Name) $($each.Version)"] = $true }
    $libraries = foreach ($each in $Component) {
        $purl = & $reference "$($each.Name) $($each.Version)"
        $crate = [ordered]@{ type = 'library'; 'bom-ref' = $purl; name = $each.Name; version = $each.Version }
        if ($each.Sha256) { $crate.hashes = @([ordered]@{ alg = 'SHA-256'; content = $each.Sha256 }) }
        if ($each.License) { $crate.licenses = @(@{ expression = $each.License }) }
        $crate.purl = $purl
        if ($each.Repository) { $crate.externalReferences = @([ordered]@{ type = 'vcs'; url = $each.Repository }) }
        $crate
    }
    $packages = foreach ($each in Get-ReferencePackage) {
        $purl = "pkg:nuget/$($each.Name)@$($each.Version)"
        [ordered]@{
            type = 'library'; 'bom-ref' = $purl; name = $each.Name; version = $each.Version; scope = 'excluded'
            description = 'Referred to at build time only; no part of it is in the package.'; purl = $purl
        }
    }
    $files = foreach ($each in $File) {
        [ordered]@{
            type = 'file'; 'bom-ref' = "file:$($each.Name)"; name = $each.Name
            hashes = @([ordered]@{ alg = 'SHA-256'; content = $each.Sha256 })
        }
    }
    $graph = @(
        [ordered]@{ ref = $main; dependsOn = @($libraries | ForEach-Object { $_.'bom-ref' }) }
        foreach ($each in $Component) {
            $next = @($each.DependsOn | Where-Object { $known[$_] } | ForEach-Object { & $reference $_ })
            [ordered]@{ ref = & $reference "$($each.Name) $($each.Version)"; dependsOn = $next }
        }
    )
    $bill = [ordered]@{
        '$schema' = 'http://cyclonedx.org/schema/bom-1.6.schema.json'
        bomFormat = 'CycloneDX'
        specVersion = '1.6'
        serialNumber = ''
        version = 1
        metadata = [ordered]@{
            component = [ordered]@{
                type = 'library'; 'bom-ref' = $main; name = 'AzIntegrationRuntime'; version = $Version
                licenses = @(@{ license = @{ id = 'MIT' } }); purl = "pkg:nuget/AzIntegrationRuntime@$Version"
            }
        }
        components = @($libraries) + @($packages) + @($files)
        dependencies = $graph
    }
    $text = ConvertTo-Json $bill -Depth 20
    $hash = [Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes($text.Replace("`r", '')))
    # The form of a UUID of version 8: the content is the maker's own.
    $hash[6] = ($hash[6] -band 0x0F) -bor 0x80
    $hash[8] = ($hash[8] -band 0x3F) -bor 0x80
    $hex = [Convert]::ToHexString($hash, 0, 16).ToLowerInvariant()
    $bill.serialNumber = 'urn:uuid:' + ($hex -replace '^(.{8})(.{4})(.{4})(.{4})', '$1-$2-$3-$4-')
    (ConvertTo-Json $bill -Depth 20).Replace("`r", '') + "`n"
}

function Get-ReferencePackage {
    # The NuGet packages that the projects refer to, from their lock files.
    $met = [Collections.Generic.HashSet[string]]::new()
    foreach ($module in $script:Modules) {
        $lock = Get-Content -Raw -LiteralPath (Join-Path $script:Root "module/src/$module/packages.lock.json") |
            ConvertFrom-Json -AsHashtable
        foreach ($framework in $lock.dependencies.Values) {
            foreach ($name in $framework.Keys | Sort-Object -Culture '') {
                $package = $framework[$name]
                if ($package.type -ne 'Project' -and $met.Add("$name $($package.resolved)")) {
                    [pscustomobject]@{ Name = $name; Version = $package.resolved }
                }
            }
        }
    }
}
