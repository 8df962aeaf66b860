# Archives of a package: zip and nupkg with the same bytes for the same files, on every system that runs the build.

# The time of every entry. The time of a build says nothing about the content.
$script:EntryTime = [DateTimeOffset]::new(2000, 1, 1, 0, 0, 0, [TimeSpan]::Zero)

function New-Entry {
    <#
    .SYNOPSIS
    Returns an entry of an archive: its name, and the file or the text that it holds.
    #>
    param([string]$Name, [string]$Path, [string]$Text)

    $content = if ($Path) { $null } else { [Text.UTF8Encoding]::new($false).GetBytes($Text.Replace("`r`n", "`n")) }
    [pscustomobject]@{ Name = $Name.Replace('\', '/'); Path = $Path; Content = $content }
}

function Get-FolderEntry {
    <#
    .SYNOPSIS
    Returns the entries for all files of a folder, with names below a prefix.
    #>
    param([string]$Folder, [string]$Prefix = '', [scriptblock]$Where = { $true })

    $root = (Get-Item -LiteralPath $Folder).FullName
    foreach ($file in Get-ChildItem -LiteralPath $root -Recurse -File -Force | Where-Object $Where) {
        New-Entry -Name ($Prefix + [IO.Path]::GetRelativePath($root, $file.FullName)) -Path $file.FullName
    }
}

function Save-Archive {
    <#
    .SYNOPSIS
    Writes a zip archive: sorted entries, one fixed time, and the permission to run for the emulator.
    #>
    param([string]$Path, [psobject[]]$Entry)

    $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Path))
    Remove-Item -LiteralPath $Path -ErrorAction Ignore
    $sorted = [Collections.Generic.SortedDictionary[string, psobject]]::new([StringComparer]::Ordinal)
    foreach ($each in $Entry) { $sorted.Add($each.Name, $each) }
    $zip = [IO.Compression.ZipFile]::Open($Path, [IO.Compression.ZipArchiveMode]::Create)
    try {
        foreach ($each in $sorted.Values) {
            $made = $zip.CreateEntry($each.Name, [IO.Compression.CompressionLevel]::SmallestSize)
            $made.LastWriteTime = $script:EntryTime
            # -rwxr-xr-x and -rw-r--r--
            $mode = if ($each.Name -match '(^|/)azir-emulator$') { 0x81ED } else { 0x81A4 }
            $made.ExternalAttributes = $mode -shl 16
            $to = $made.Open()
            try {
                if ($each.Path) {
                    $from = [IO.File]::OpenRead($each.Path)
                    try { $from.CopyTo($to) } finally { $from.Dispose() }
                }
                else {
                    $to.Write($each.Content, 0, $each.Content.Length)
                }
            }
            finally { $to.Dispose() }
        }
    }
    finally { $zip.Dispose() }
    Set-ArchiveOrigin -Path $Path
}

function Set-ArchiveOrigin {
    <#
    .SYNOPSIS
    Marks the entries of a zip archive as made on Unix.

    .DESCRIPTION
    .NET writes the system that it runs on. An archive that Windows made would lose the permission to run where
    'unzip' unpacks it, and would differ from the one that Linux makes.
    #>
    param([string]$Path)

    $bytes = [IO.File]::ReadAllBytes($Path)
    # The end record has no comment, so it is the last 22 bytes: number of entries at 10, start of the directory at 16.
    $end = $bytes.Length - 22
    if ($end -lt 0 -or [BitConverter]::ToUInt32($bytes, $end) -ne 0x06054b50) { throw "$Path has no end record." }
    $at = [BitConverter]::ToUInt32($bytes, $end + 16)
    foreach ($number in 1..[BitConverter]::ToUInt16($bytes, $end + 10)) {
        if ([BitConverter]::ToUInt32($bytes, $at) -ne 0x02014b50) { throw "$Path has no entry $number." }
        $bytes[$at + 5] = 3
        # The fixed part, then the name, the extra field and the comment.
        $name, $extra, $comment = 28, 30, 32 | ForEach-Object { [BitConverter]::ToUInt16($bytes, $at + $_) }
        $at += 46 + $name + $extra + $comment
    }
    [IO.File]::WriteAllBytes($Path, $bytes)
}

function Save-NuGetPackage {
    <#
    .SYNOPSIS
    Writes a module as .nupkg, as Install-PSResource and Install-Module take it.

    .DESCRIPTION
    Compress-PSResource would do, but writes the time and a random name into the package.
    #>
    param([string]$Path, [string]$Name, [hashtable]$Manifest, [string]$ReleaseNotes, [psobject[]]$Entry)

    $core = 'package/services/metadata/core-properties/module.psmdcp'
    $relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
    $types = 'http://schemas.openxmlformats.org/package/2006/content-types'
    $properties = "$relations/metadata/core-properties"
    $documents = 'http://schemas.microsoft.com/packaging/2010/07/manifest'
    $own = @(
        New-Entry -Name "$Name.nuspec" -Text (
            New-NuGetSpecification -Name $Name -Manifest $Manifest -ReleaseNotes $ReleaseNotes)
        New-Entry -Name '_rels/.rels' -Text @"
<?xml version="1.0" encoding="utf-8"?>
<Relationships xmlns="$relations">
  <Relationship Type="$documents" Target="/$Name.nuspec" Id="R1" />
  <Relationship Type="$properties" Target="/$core" Id="R2" />
</Relationships>
"@
        New-Entry -Name $core -Text @"
<?xml version="1.0" encoding="utf-8"?>
<coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">
  <dc:creator>$([Security.SecurityElement]::Escape($Manifest.Author))</dc:creator>
  <dc:description>$([Security.SecurityElement]::Escape($Manifest.Description))</dc:description>
  <dc:identifier>$Name</dc:identifier>
  <version>$($Manifest.ModuleVersion)</version>
</coreProperties>
"@
    )
    $all = $own + $Entry
    $endings = [Collections.Generic.SortedSet[string]]::new([StringComparer]::Ordinal)
    $plain = [Collections.Generic.SortedSet[string]]::new([StringComparer]::Ordinal)
    foreach ($each in $all) {
        $ending = [IO.Path]::GetExtension($each.Name).TrimStart('.')
        $null = if ($ending) { $endings.Add($ending) } else { $plain.Add($each.Name) }
    }
    $lines = @(
        foreach ($ending in $endings) {
            $type = switch ($ending) {
                'rels' { 'application/vnd.openxmlformats-package.relationships+xml' }
                'psmdcp' { 'application/vnd.openxmlformats-package.core-properties+xml' }
                default { 'application/octet' }
            }
            "  <Default Extension=""$ending"" ContentType=""$type"" />"
        }
        foreach ($file in $plain) { "  <Override PartName=""/$file"" ContentType=""application/octet"" />" }
    )
    $all += New-Entry -Name '[Content_Types].xml' -Text @"
<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="$types">
$($lines -join "`n")
</Types>
"@
    Save-Archive -Path $Path -Entry $all
}

function New-NuGetSpecification {
    # The metadata of a module package. The tags are those that the PowerShell Gallery searches by.
    param([string]$Name, [hashtable]$Manifest, [string]$ReleaseNotes)

    $data = $Manifest.PrivateData.PSData
    $text = { [Security.SecurityElement]::Escape("$($args[0])") }
    $tags = @($data.Tags) + 'PSModule', 'PSIncludes_Cmdlet'
    $commands = @($Manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" })
    # A server of NuGet's software takes 4,000 characters of tags. A shorter list finds the module by its commands too.
    foreach ($more in $commands, @($commands -like 'PSCommand_*')) {
        if ("$($tags + $more)".Length -le 4000) { $tags += $more; break }
    }
    $optional = @(
        if ($data.ContainsKey('LicenseUri')) { "    <licenseUrl>$(& $text $data.LicenseUri)</licenseUrl>" }
        if ($data.ContainsKey('ProjectUri')) { "    <projectUrl>$(& $text $data.ProjectUri)</projectUrl>" }
    )
    $dependencies = @(
        foreach ($module in $Manifest['RequiredModules'] | Where-Object { $_ }) {
            "      <dependency id=""$($module.ModuleName)"" version=""[$($module.RequiredVersion)]"" />"
        }
    )
    $required = if ($dependencies) {
        @('    <dependencies>') + $dependencies + '    </dependencies>'
    }
    @(
        '<?xml version="1.0" encoding="utf-8"?>'
        '<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">'
        '  <metadata>'
        "    <id>$Name</id>"
        "    <version>$($Manifest.ModuleVersion)</version>"
        "    <authors>$(& $text $Manifest.Author)</authors>"
        "    <owners>$(& $text $Manifest.CompanyName)</owners>"
        '    <requireLicenseAcceptance>false</requireLicenseAcceptance>'
        $optional
        "    <description>$(& $text $Manifest.Description)</description>"
        "    <releaseNotes>$(& $text $ReleaseNotes)</releaseNotes>"
        "    <copyright>$(& $text $Manifest.Copyright)</copyright>"
        "    <tags>$(& $text ($tags -join ' '))</tags>"
        $required
        '  </metadata>'
        '</package>'
    ) -join "`n"
}
