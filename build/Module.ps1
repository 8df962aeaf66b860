# Build: the native library and the emulator, the two assemblies, and both modules as they are installed, in output/.

. $PSScriptRoot/Common.ps1
. $PSScriptRoot/Assemblies.ps1

function Get-Platform {
    <#
    .SYNOPSIS
    Names what is built for a Rust target: folder of cargo's output, .NET runtime identifier, file names.
    #>
    param([string]$Target)

    $triple = $Target
    if (-not $triple) { $triple = (& rustc -vV | Select-String -Pattern '^host: (.+)$').Matches[0].Groups[1].Value }
    $cpu = switch -Wildcard ($triple) {
        'x86_64-*' { 'x64' }
        'aarch64-*' { 'arm64' }
        default { throw "The module is not built for '$triple': x86_64 and aarch64 only." }
    }
    $system, $library, $suffix = switch -Wildcard ($triple) {
        '*-windows-*' { 'win', 'azir_native.dll', '.exe' }
        '*-apple-darwin' { 'osx', 'libazir_native.dylib', '' }
        '*-linux-musl*' { 'linux', 'libazir_native.so', '' }
        '*-linux-gnu*' { 'linux', 'libazir_native.so', '' }
        default { throw "The module is not built for '$triple': Windows, Linux and macOS only." }
    }
    [pscustomobject]@{ Rid = "$system-$cpu"; Library = $library; Emulator = "azir-emulator$suffix"; Target = $Target }
}

function Get-CargoDirectory {
    # Where cargo puts a release build: its own answer, which knows CARGO_TARGET_DIR and config files.
    param([string]$Target)

    $json = & cargo metadata --no-deps --format-version 1 --locked --manifest-path (Join-Path $script:Root 'Cargo.toml')
    if ($LASTEXITCODE -ne 0) { throw 'cargo metadata failed: is Cargo.lock up to date?' }
    [IO.Path]::Combine(($json | ConvertFrom-Json).target_directory, "$Target", 'release')
}

function Get-ProductVersion {
    # The version of everything: both manifests and the workspace must agree, for the library refuses a module of another build.
    $cargo = (Select-String -LiteralPath (Join-Path $script:Root 'Cargo.toml') -Pattern '^version = "([^"]+)"' | Select-Object -First 1).Matches[0].Groups[1].Value
    foreach ($module in 'AzIntegrationRuntime', 'AzIntegrationRuntime.Standalone') {
        $manifest = Import-PowerShellDataFile -LiteralPath (Join-Path $script:Root "module/$module/$module.psd1")
        if ($manifest.ModuleVersion -ne $cargo) { throw "module/$module/$module.psd1 says version $($manifest.ModuleVersion), Cargo.toml says $cargo." }
    }
    $cargo
}

function Join-ModuleScript {
    <#
    .SYNOPSIS
    Returns the text of the built .psm1: the development one with every file of private/ and public/ where it loads them.

    .DESCRIPTION
    What stands between '#region load' and '#endregion load' loads the files in development; here they take its place.
    #>
    param([string]$Folder, [string]$Name)

    $text = [IO.File]::ReadAllText((Join-Path $Folder "$Name.psm1"))
    $region = [regex]::Match($text, '(?ms)^#region load\b.*?^#endregion load\b[^\n]*\n?')
    if (-not $region.Success) { throw "$Name.psm1 has no '#region load' to '#endregion load', where the build puts the functions." }
    $parts = foreach ($kind in 'private', 'public') {
        $path = Join-Path $Folder $kind
        if (-not (Test-Path -LiteralPath $path)) { continue }
        foreach ($file in Get-ChildItem -LiteralPath $path -Filter *.ps1 -Recurse -File | Sort-Object { $_.FullName.Replace('\', '/') } -Culture '') {
            $content = [IO.File]::ReadAllText($file.FullName)
            if ($content -match '(?m)^\s*using\s+\w') { throw "$($file.FullName) has a using statement, which cannot stand inside a merged module." }
            $content.Trim()
        }
    }
    # Line ends as checked out are kept; what joins the files is the first file's own.
    $text.Substring(0, $region.Index) + ($parts -join "`n`n") + "`n" + $text.Substring($region.Index + $region.Length)
}

function ConvertTo-ScriptByte {
    # UTF-8, with a byte-order mark where Windows PowerShell would otherwise read it as ANSI.
    param([string]$Text)

    $mark = $Text -match '[^\x00-\x7f]'
    $encoding = [Text.UTF8Encoding]::new($mark)
    , [byte[]]($encoding.GetPreamble() + $encoding.GetBytes($Text))
}

function Build-ScriptModule {
    <#
    .SYNOPSIS
    Puts a module's script part into its output folder and returns that folder.

    .DESCRIPTION
    Files that no longer belong there are removed; bin/ is the caller's.
    #>
    param([string]$Name, [string]$Version)

    $source = Join-Path $script:Root "module/$Name"
    $output = Join-Path $script:Root "output/$Name/$Version"
    $wanted = [Collections.Generic.List[string]]::new()
    Save-File -Path (Join-Path $output "$Name.psm1") -Content (ConvertTo-ScriptByte -Text (Join-ModuleScript -Folder $source -Name $Name))
    $wanted.Add((Join-Path $output "$Name.psm1"))
    $copied = @(Get-ChildItem -LiteralPath $source -Recurse -File | Where-Object {
            $relative = [IO.Path]::GetRelativePath($source, $_.FullName).Replace('\', '/')
            $relative -notmatch '^(private|public|bin)/' -and $relative -ne "$Name.psm1"
        }) + (Get-Item -LiteralPath (Join-Path $script:Root 'LICENSE'))
    foreach ($file in $copied) {
        $relative = if ($file.Name -eq 'LICENSE') { 'LICENSE' } else { [IO.Path]::GetRelativePath($source, $file.FullName) }
        $target = Join-Path $output $relative
        Save-File -Path $target -Content ([IO.File]::ReadAllBytes($file.FullName))
        $wanted.Add((Get-Item -LiteralPath $target).FullName)
    }
    Get-ChildItem -LiteralPath $output -Recurse -File |
        Where-Object { $_.FullName -notin $wanted -and $_.FullName -notlike (Join-Path $output 'bin' '*') } |
        Remove-Item
    $output
}

function Invoke-Build {
    <#
    .SYNOPSIS
    Builds both modules into output/ and returns the facts that the other tasks need.
    #>
    param([string]$Target)

    Assert-Program -Program cargo -Reason 'Install Rust from https://rustup.rs, then open a new shell.'
    $platform = Get-Platform -Target $Target
    $version = Get-ProductVersion

    Write-Step "build the native library and the emulator ($($platform.Rid))"
    # One at a time: together, the library would get the features that only the emulator needs of the crates that both use.
    foreach ($package in 'azir-ffi', 'azir-emulator') {
        $arguments = @('build', '--release', '--locked', '-p', $package, '--manifest-path', (Join-Path $script:Root 'Cargo.toml'))
        if ($Target) { $arguments += '--target', $Target }
        Invoke-Program -Program cargo -ArgumentList $arguments | Out-Host
    }
    $cargo = Get-CargoDirectory -Target $Target

    Write-Step "put the modules into output/ (version $version)"
    $main = Build-ScriptModule -Name 'AzIntegrationRuntime' -Version $version
    $standalone = Build-ScriptModule -Name 'AzIntegrationRuntime.Standalone' -Version $version
    $bin = Join-Path $main "bin/$($platform.Rid)"
    foreach ($name in $platform.Library, $platform.Emulator) {
        Copy-ChangedFile -Path (Join-Path $cargo $name) -Destination (Join-Path $bin $name)
    }
    Write-InteropAssembly -Path (Join-Path $bin 'AzIntegrationRuntime.Interop.dll') -Version $version
    Write-ModelAssembly -Path (Join-Path $bin 'AzIntegrationRuntime.Models.dll') -Version $version
    Write-ModelAssembly -Path (Join-Path $bin 'AzIntegrationRuntime.SynapseModels.dll') -Version $version -Namespace 'Microsoft.Azure.Management.Synapse.Models'

    [pscustomobject]@{
        Version    = $version
        Rid        = $platform.Rid
        Main       = $main
        Standalone = $standalone
        Library    = Join-Path $bin $platform.Library
        Emulator   = Join-Path $bin $platform.Emulator
        CargoPath  = $cargo
    }
}
