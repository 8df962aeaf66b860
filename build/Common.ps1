# What every task uses: running programs, writing files, finding modules and the .NET SDK.

. $PSScriptRoot/Pwsh.ps1

function Write-Step {
    # Says what happens next, in words a person reads.
    param([string]$Text)

    Write-Information "== $Text"
}

function Invoke-Program {
    <#
    .SYNOPSIS
    Runs a program and stops the build when it fails.
    #>
    param([string]$Program, [string[]]$ArgumentList)

    & $Program @ArgumentList
    if ($LASTEXITCODE -ne 0) { throw "$Program $($ArgumentList -join ' ') ended with exit code $LASTEXITCODE." }
}

function Assert-Program {
    # Stops with words about what to install when a program is missing.
    param([string]$Program, [string]$Reason)

    if (-not (Get-Command -Name $Program -CommandType Application -ErrorAction Ignore)) {
        throw "'$Program' is not on PATH. $Reason"
    }
}

function Get-ShellPath {
    <#
    .SYNOPSIS
    Returns the program that runs an example or the tests: this PowerShell, or Windows PowerShell 5.1.
    #>
    param([switch]$WindowsPowerShell)

    if (-not $WindowsPowerShell) { return Get-PwshPath }
    $program = Join-Path "$env:SystemRoot" 'System32/WindowsPowerShell/v1.0/powershell.exe'
    if (-not (Test-Path -LiteralPath $program)) { throw 'Windows PowerShell 5.1 is part of Windows only.' }
    $program
}

function Save-File {
    <#
    .SYNOPSIS
    Writes bytes to a file unless it holds them already.

    .DESCRIPTION
    The file is put in place by a rename: a process that has the old one loaded keeps it, and nobody sees half a file.
    #>
    param([string]$Path, [byte[]]$Content)

    if (Test-Path -LiteralPath $Path -PathType Leaf) {
        $present = [IO.File]::ReadAllBytes($Path)
        if ([Linq.Enumerable]::SequenceEqual($present, $Content)) { return }
    }
    $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Path))
    $new = "$Path.$PID.new"
    [IO.File]::WriteAllBytes($new, $Content)
    Move-IntoPlace -Path $new -Destination $Path
}

function Copy-ChangedFile {
    <#
    .SYNOPSIS
    Copies a file unless the destination is the same already, with the permissions it has.
    #>
    param([string]$Path, [string]$Destination)

    $from = Get-Item -LiteralPath $Path
    $to = Get-Item -LiteralPath $Destination -ErrorAction Ignore
    if ($to -and $to.Length -eq $from.Length -and $to.LastWriteTimeUtc -eq $from.LastWriteTimeUtc) { return }
    $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Destination))
    $new = "$Destination.$PID.new"
    [IO.File]::Copy($from.FullName, $new, $true)
    [IO.File]::SetLastWriteTimeUtc($new, $from.LastWriteTimeUtc)
    Move-IntoPlace -Path $new -Destination $Destination
}

function Move-IntoPlace {
    # Renames a finished file to its name; on Windows a library that is loaded cannot be replaced.
    param([string]$Path, [string]$Destination)

    try {
        [IO.File]::Move($Path, $Destination, $true)
    }
    catch {
        [IO.File]::Delete($Path)
        throw "$Destination cannot be replaced ($($_.Exception.InnerException.Message)). " +
            'Close the PowerShell sessions that have the module loaded.'
    }
}

function Resolve-Tool {
    <#
    .SYNOPSIS
    Returns the manifest of a PowerShell module that the build uses: an installed one, or the pinned version in .cache.

    .DESCRIPTION
    Where no version in the range is installed, the module is fetched once: with -Package from NuGet, else, or where
    NuGet does not serve it, from the PowerShell Gallery.
    #>
    param([string]$Name, [version]$Minimum, [version]$Below, [string]$Pinned, [switch]$Package)

    $found = Get-Module -ListAvailable -Name $Name -Verbose:$false |
        Where-Object { $_.Version -ge $Minimum -and $_.Version -lt $Below } |
        Sort-Object Version -Descending | Select-Object -First 1
    if ($found) { return $found.Path }

    $restored = Join-Path $script:Root ".cache/nuget/$($Name.ToLowerInvariant())/$Pinned/tools/$Name.psd1"
    if ($Package -and -not (Test-Path -LiteralPath $restored) -and (Get-DotnetPath)) {
        Write-Step "fetch $Name $Pinned from NuGet into .cache/nuget"
        Restore-Package -Name $Name -Version $Pinned
    }
    if (Test-Path -LiteralPath $restored) { return $restored }

    $cache = Join-Path $script:Root '.cache/modules'
    $path = Join-Path $cache "$Name/$Pinned/$Name.psd1"
    if (-not (Test-Path -LiteralPath $path)) {
        Write-Step "fetch $Name $Pinned from the PowerShell Gallery into .cache/modules"
        $null = [IO.Directory]::CreateDirectory($cache)
        try {
            Save-Module -Name $Name -RequiredVersion $Pinned -Path $cache -Repository PSGallery -ErrorAction Stop
        }
        catch {
            throw "The module $Name ($Minimum or later) is not installed, and could not be fetched: " +
                "$($_.Exception.Message) Install it, or put it into .cache/modules/$Name/$Pinned."
        }
    }
    $path
}

function Restore-Package {
    <#
    .SYNOPSIS
    Downloads one NuGet package of an exact version into .cache/nuget, without what it depends on.

    .DESCRIPTION
    A project that only names a download does what 'dotnet package download' does, and works with SDK 8.
    #>
    param([string]$Name, [string]$Version)

    $folder = Join-Path $script:Root ".cache/restore/$Name"
    $project = Join-Path $folder "$Name.csproj"
    $null = [IO.Directory]::CreateDirectory($folder)
    # Empty files of these names keep the repository's own settings from applying.
    foreach ($file in 'Directory.Build.props', 'Directory.Build.targets') {
        Set-Content -LiteralPath (Join-Path $folder $file) -Value '<Project />'
    }
    Set-Content -LiteralPath $project -Value @"
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>netstandard2.0</TargetFramework>
    <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
    <RestorePackagesPath>$(Join-Path $script:Root '.cache/nuget')</RestorePackagesPath>
  </PropertyGroup>
  <ItemGroup>
    <PackageDownload Include="$Name" Version="[$Version]" />
  </ItemGroup>
</Project>
"@
    & (Get-DotnetPath) restore $project --verbosity quiet | Out-Host
    if ($LASTEXITCODE -ne 0) { Write-Step "NuGet did not serve $Name $Version" }
}

function Get-DotnetPath {
    <#
    .SYNOPSIS
    Returns the dotnet program that has the .NET SDK 8 or later, or nothing where it is missing.
    #>
    if (-not (Test-Path -LiteralPath 'variable:script:Dotnet')) {
        $program = if ($IsWindows) { 'dotnet.exe' } else { 'dotnet' }
        $installed = Get-Command -Name dotnet -CommandType Application -ErrorAction Ignore | Select-Object -First 1
        $candidates = @(
            if ($env:DOTNET_ROOT) { Join-Path $env:DOTNET_ROOT $program }
            if ($installed) { $installed.Source }
            Join-Path $script:Root ".cache/dotnet/$program"
        )
        $script:Dotnet = $candidates | Where-Object { Test-DotnetSdk -Path $_ } | Select-Object -First 1
    }
    $script:Dotnet
}

function Test-DotnetSdk {
    # True for a dotnet program with an SDK of version 8 or later.
    param([string]$Path)

    if (-not (Test-Path -LiteralPath $Path -PathType Leaf)) { return $false }
    $majors = & $Path --list-sdks 2>$null | ForEach-Object { [int]($_ -split '\.')[0] }
    @($majors | Where-Object { $_ -ge 8 }).Count -gt 0
}
