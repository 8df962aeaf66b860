# What a compiled file says about itself: the platform that it is for, the glibc that it needs.

function Resolve-PlatformFolder {
    <#
    .SYNOPSIS
    Finds the platform folders below some folders, and returns them by the name of the platform.

    .DESCRIPTION
    A folder may be named itself (such as out/win-x64), or the folder that has it.
    #>
    param([string[]]$Path)

    $found = [ordered]@{}
    foreach ($each in $Path | Where-Object { $_ }) {
        if (-not (Test-Path -LiteralPath $each -PathType Container)) { throw "-Platform: $each is not a folder." }
        $folder = Get-Item -LiteralPath $each
        $folders = if ($folder.Name -in $script:Platforms) { $folder }
        else { Get-ChildItem -LiteralPath $each -Directory | Where-Object Name -In $script:Platforms }
        if (-not $folders) {
            throw "-Platform: $each has no folder that is named as a platform: $($script:Platforms -join ', ')."
        }
        foreach ($one in $folders) {
            if ($found.Contains($one.Name)) { throw "-Platform: $($one.Name) is named twice." }
            $found[$one.Name] = $one.FullName
        }
    }
    $found
}

function Assert-Binary {
    <#
    .SYNOPSIS
    Stops where a platform folder lacks a file, or has one of another platform or another version.
    #>
    param([string]$Rid, [string]$Folder, [string]$Version)

    $platform = Get-Platform -Target $script:Triples[$Rid]
    $names = @($platform.Library, $platform.Emulator)
    foreach ($name in $names) {
        $path = Join-Path $Folder $name
        if (-not (Test-Path -LiteralPath $path -PathType Leaf)) { throw "$Rid has no $name in $Folder." }
        $found = Get-BinaryPlatform -Path $path
        # A file says nothing of the C library, unless it needs glibc.
        $wanted = $Rid -replace '^linux-musl', 'linux'
        if ($found -ne $wanted) { throw "$path is for '$found', not for $Rid." }
        if ($Rid -like 'linux-musl-*' -and (Get-GlibcFloor -Path $path)) { throw "$path needs glibc, not musl." }
    }
    $others = @(Get-ChildItem -LiteralPath $Folder -Force | Where-Object Name -NotIn $names)
    if ($others) { throw "$Folder has $($others[0].Name), which is not a part of the module." }
    # The emulator states its version in one text.
    $text = [Text.Encoding]::Latin1.GetString([IO.File]::ReadAllBytes((Join-Path $Folder $platform.Emulator)))
    $versions = @([regex]::Matches($text, 'azir-emulator (\d+\.\d+\.\d+)\n') |
            ForEach-Object { $_.Groups[1].Value } | Select-Object -Unique)
    if ($versions -ne $Version) { throw "The files for $Rid are of version $versions, not $Version." }
}

function Get-BinaryPlatform {
    <#
    .SYNOPSIS
    Returns the platform that a library or program is for, such as win-x64; nothing for another kind of file.
    #>
    param([string]$Path)

    $file = [IO.File]::OpenRead($Path)
    try {
        $head = [byte[]]::new(4096)
        $length = $file.Read($head, 0, $head.Length)
    }
    finally { $file.Dispose() }
    if ($length -lt 64) { return }
    $magic = [BitConverter]::ToUInt32($head, 0)
    if ($magic -eq 0x464C457F) {
        $cpu = @{ 0x3E = 'x64'; 0xB7 = 'arm64' }[[int][BitConverter]::ToUInt16($head, 18)]
        if ($cpu) { "linux-$cpu" }
    }
    elseif ($magic -eq 0xFEEDFACFL) {
        $cpu = @{ 0x01000007 = 'x64'; 0x0100000C = 'arm64' }[[BitConverter]::ToInt32($head, 4)]
        if ($cpu) { "osx-$cpu" }
    }
    elseif ($head[0] -eq 0x4D -and $head[1] -eq 0x5A) {
        $at = [BitConverter]::ToInt32($head, 60)
        if ($at -lt 0 -or $at + 6 -gt $length -or [BitConverter]::ToUInt32($head, $at) -ne 0x4550) { return }
        $cpu = @{ 0x8664 = 'x64'; 0x14C = 'x86'; 0xAA64 = 'arm64' }[[int][BitConverter]::ToUInt16($head, $at + 4)]
        if ($cpu) { "win-$cpu" }
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
