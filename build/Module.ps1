# Build: the native library, the emulator and the compiled cmdlets, and both modules as they are installed, in output/.

. $PSScriptRoot/Common.ps1
if (Test-Path -LiteralPath "$PSScriptRoot/Help.ps1") { . $PSScriptRoot/Help.ps1 }

# Folder names of a built module that hold the native library and the emulator of one platform.
$script:Platforms = 'win-x64', 'win-x86', 'win-arm64', 'linux-x64', 'linux-arm64', 'linux-musl-x64', 'linux-musl-arm64',
    'osx-x64', 'osx-arm64'
$script:Modules = 'AzIntegrationRuntime', 'AzIntegrationRuntime.Standalone'

function Get-Platform {
    <#
    .SYNOPSIS
    Returns the facts about a Rust target: .NET runtime identifier and file names. The machine's own without -Target.
    #>
    param([string]$Target)

    $triple = $Target
    if (-not $triple) { $triple = (& rustc -vV | Select-String -Pattern '^host: (.+)$').Matches[0].Groups[1].Value }
    $cpu = switch -Wildcard ($triple) {
        'x86_64-*' { 'x64' }
        'aarch64-*' { 'arm64' }
        'i686-*-windows-*' { 'x86' }
        default { throw "The module is not built for '$triple': x86_64, aarch64, and i686 on Windows only." }
    }
    $system, $library, $suffix = switch -Wildcard ($triple) {
        '*-windows-*' { 'win', 'azir_native.dll', '.exe' }
        '*-apple-darwin' { 'osx', 'libazir_native.dylib', '' }
        '*-linux-musl*' { 'linux-musl', 'libazir_native.so', '' }
        '*-linux-gnu*' { 'linux', 'libazir_native.so', '' }
        default { throw "The module is not built for '$triple': Windows, Linux and macOS only." }
    }
    [pscustomobject]@{ Rid = "$system-$cpu"; Library = $library; Emulator = "azir-emulator$suffix"; Target = $Target }
}

function Get-CargoDirectory {
    # Where cargo puts a build: its own answer, which knows CARGO_TARGET_DIR and config files. A reproducible build
    # has a folder of its own, because its compiler options differ and would compile everything again in turn.
    param([string]$Target, [switch]$Quick, [switch]$Reproducible)

    $manifest = Join-Path $script:Root 'Cargo.toml'
    $json = & cargo metadata --no-deps --format-version 1 --locked --manifest-path $manifest
    if ($LASTEXITCODE -ne 0) { throw 'cargo metadata failed: is Cargo.lock up to date?' }
    $folder = ($json | ConvertFrom-Json).target_directory
    if ($Reproducible) { $folder = Join-Path $folder 'package' }
    [IO.Path]::Combine($folder, "$Target", $(if ($Quick) { 'quick' } else { 'release' }))
}

function Get-ProductVersion {
    # The version of everything: the library refuses a module of another build, so all manifests must agree.
    $text = Select-String -LiteralPath (Join-Path $script:Root 'Cargo.toml') -Pattern '^version = "([^"]+)"'
    $cargo = ($text | Select-Object -First 1).Matches[0].Groups[1].Value
    foreach ($module in $script:Modules) {
        $manifest = Import-PowerShellDataFile -LiteralPath (Join-Path $script:Root "module/$module/$module.psd1")
        if ($manifest.ModuleVersion -ne $cargo) {
            throw "module/$module/$module.psd1 says version $($manifest.ModuleVersion), Cargo.toml says $cargo."
        }
        foreach ($required in $manifest['RequiredModules'] | Where-Object { $_ }) {
            if ($required.RequiredVersion -ne $cargo) {
                throw "module/$module/$module.psd1 requires $($required.ModuleName) $($required.RequiredVersion), " +
                    "Cargo.toml says $cargo."
            }
        }
    }
    $cargo
}

function Build-NativeProgram {
    <#
    .SYNOPSIS
    Compiles the native library and the emulator, and returns the folder that they are in.

    .DESCRIPTION
    With -Reproducible the files name no folder of this machine, so that another machine makes the same ones.
    #>
    param([string]$Target, [switch]$Quick, [switch]$Reproducible)

    $arguments = @('build', '--locked', '--manifest-path', (Join-Path $script:Root 'Cargo.toml'))
    $arguments += '--profile', $(if ($Quick) { 'quick' } else { 'release' })
    if ($Target) {
        Install-RustTarget -Target $Target
        $arguments += '--target', $Target
    }
    if ($Reproducible) {
        $arguments += '--target-dir', (Split-Path (Get-CargoDirectory -Reproducible)), '--config', (Get-PathOption)
    }
    # One at a time for a release: together, the library would get the features that only the emulator needs of the
    # crates that both use. A quick build compiles these crates once instead.
    $calls = if ($Quick) { , @('azir-library', 'azir-emulator') } else { @('azir-library'), @('azir-emulator') }
    foreach ($packages in $calls) {
        $names = $packages | ForEach-Object { '-p', $_ }
        $what = @{ 'azir-library' = 'the native library'; 'azir-emulator' = 'the emulator' }
        $time = if ($Quick) { 'the first time about two minutes on two free processors, later seconds' }
        else { 'with the optimizer some minutes, also after a small change' }
        Write-Step "compile $(($packages | ForEach-Object { $what[$_] }) -join ' and '): $time"
        Invoke-Program -Program cargo -ArgumentList ($arguments + $names) | Out-Host
    }
    Get-CargoDirectory -Target $Target -Quick:$Quick -Reproducible:$Reproducible
}

function Install-RustTarget {
    # Installs the standard library of a target where the toolchain lacks it and rustup can get it.
    param([string]$Target)

    if (Test-Path -LiteralPath (& rustc --print target-libdir --target $Target)) { return }
    Assert-Program -Program rustup -Reason "The Rust toolchain cannot compile for $Target; rustup can install that."
    Write-Step "install the Rust standard library for $Target with rustup (a download)"
    Invoke-Program -Program rustup -ArgumentList 'target', 'add', $Target
}

function Get-PathOption {
    <#
    .SYNOPSIS
    Returns the setting of cargo that replaces the folders of this machine in what the compiler writes.

    .DESCRIPTION
    Messages of the libraries name their source files. Without this setting they would name the home folder of
    whoever builds. The variable RUSTFLAGS would replace the settings of .cargo/config.toml; this one is added to them.
    #>
    $cargo = if ($env:CARGO_HOME) { $env:CARGO_HOME } else { Join-Path $HOME '.cargo' }
    $sources = Get-ChildItem -Path (Join-Path $cargo 'registry/src') -Directory -ErrorAction Ignore
    # The compiler takes the last one that fits.
    $flags = @(
        "--remap-path-prefix=$script:Root=/source"
        "--remap-path-prefix=$cargo=/cargo"
        # The name of the folder depends on the registry that the crates came from.
        $sources | ForEach-Object { "--remap-path-prefix=$($_.FullName)=/cargo/registry" }
    )
    "target.'cfg(all())'.rustflags=[" + (($flags | ForEach-Object { "'$_'" }) -join ',') + ']'
}

function Build-ManagedAssembly {
    <#
    .SYNOPSIS
    Compiles the cmdlets of both modules, and returns the folder of each module's assembly by the module's name.

    .DESCRIPTION
    The result depends on the sources and the compiler only: no path of this machine, no time, no random number.
    The packages are those of packages.lock.json.
    #>
    param([string]$Version)

    $dotnet = Get-DotnetPath
    if (-not $dotnet) {
        throw 'The .NET SDK 8 or later is missing; it compiles the cmdlets. Install it from ' +
            'https://dotnet.microsoft.com/download. On Linux and macOS build.sh installs it into .cache/dotnet.'
    }
    $source = Join-Path $script:Root 'module/src'
    # The project of Standalone refers to the other one, so that one call builds both.
    $arguments = @(
        'build', (Join-Path $source 'AzIntegrationRuntime.Standalone'), '--configuration', 'Release', '--nologo'
        '--verbosity', 'quiet', '-clp:NoSummary'
        "-p:Version=$Version", '-p:ContinuousIntegrationBuild=true', "-p:PathMap=$source=/module/src"
        '-p:RestoreLockedMode=true', '-p:RestorePackagesWithLockFile=true'
        # No server process stays behind the build.
        '-nodeReuse:false', '-p:UseSharedCompilation=false'
    )
    # It says much where all is well; only a failure is of interest.
    $output = & $dotnet @arguments 2>&1
    if ($LASTEXITCODE -ne 0) {
        $output | Out-Host
        throw "dotnet build of module/src ended with exit code $LASTEXITCODE."
    }

    $folders = @{}
    foreach ($name in $script:Modules) {
        $folders[$name] = Join-Path $source "$name/bin/Release/netstandard2.0"
        $assembly = [Reflection.AssemblyName]::GetAssemblyName((Join-Path $folders[$name] "$name.dll"))
        if ($assembly.Version.ToString(3) -ne $Version) {
            throw "$name.dll has version $($assembly.Version), the product $Version."
        }
    }
    $folders
}

function Build-Module {
    <#
    .SYNOPSIS
    Puts a module's assembly, manifest, views and help into its output folder, and returns that folder.

    .DESCRIPTION
    Files that no longer belong there are removed, except those of the platform folders, which the caller fills.
    #>
    param([string]$Name, [string]$Version, [string]$AssemblyPath)

    $source = Join-Path $script:Root "module/$Name"
    $output = Join-Path $script:Root "output/$Name/$Version"
    $wanted = [Collections.Generic.List[string]]::new()
    $add = {
        param([string]$Relative, [byte[]]$Content)
        $target = Join-Path $output $Relative
        Save-File -Path $target -Content $Content
        $wanted.Add([IO.Path]::GetFullPath($target))
    }
    & $add "$Name.dll" ([IO.File]::ReadAllBytes((Join-Path $AssemblyPath "$Name.dll")))
    & $add 'LICENSE' ([IO.File]::ReadAllBytes((Join-Path $script:Root 'LICENSE')))
    foreach ($file in Get-ChildItem -LiteralPath $source -Recurse -File -Include *.psd1, *.ps1xml, *.txt, *.json) {
        & $add ([IO.Path]::GetRelativePath($source, $file.FullName)) ([IO.File]::ReadAllBytes($file.FullName))
    }
    if (Get-Command -Name New-ModuleHelp -CommandType Function -ErrorAction Ignore) {
        $help = Join-Path $output "en-US/$Name.dll-Help.xml"
        $null = [IO.Directory]::CreateDirectory((Split-Path $help))
        New-ModuleHelp -Assembly (Join-Path $AssemblyPath "$Name.dll") `
            -Documentation (Join-Path $AssemblyPath "$Name.xml") -OutputPath $help
        $wanted.Add([IO.Path]::GetFullPath($help))
    }

    $manifest = Import-PowerShellDataFile -LiteralPath (Join-Path $output "$Name.psd1")
    $named = @($manifest.RootModule) + @($manifest['FormatsToProcess']) + @($manifest['TypesToProcess'])
    foreach ($file in $named | Where-Object { $_ }) {
        if (-not (Test-Path -LiteralPath (Join-Path $output $file))) {
            throw "module/$Name/$Name.psd1 names $file, which the build did not make."
        }
    }
    $kept = $script:Platforms | ForEach-Object { Join-Path $output $_ '*' }
    foreach ($file in Get-ChildItem -LiteralPath $output -Recurse -File) {
        $ofPlatform = $kept | Where-Object { $file.FullName -like $_ }
        if (-not $ofPlatform -and $file.FullName -notin $wanted) { Remove-Item -LiteralPath $file.FullName }
    }
    foreach ($folder in Get-ChildItem -LiteralPath $output -Directory) {
        if (-not (Get-ChildItem -LiteralPath $folder.FullName -Recurse -File)) {
            Remove-Item -LiteralPath $folder.FullName -Recurse
        }
    }
    $output
}

function Invoke-Build {
    <#
    .SYNOPSIS
    Builds both modules into output/ and returns the facts that the other tasks need.

    .DESCRIPTION
    -Quick compiles the native code with few optimizations and without link-time optimization: for development and for
    the demo, never for a package. -Reproducible is for packages. -Native names a folder that has the native files.
    #>
    param([string]$Target, [switch]$Quick, [switch]$Reproducible, [string]$Native)

    Assert-Program -Program cargo -Reason 'Install Rust from https://rustup.rs, then open a new shell.'
    $platform = Get-Platform -Target $Target
    $version = Get-ProductVersion

    # First what takes seconds: an error in a cmdlet shows before the native code is compiled.
    Write-Step 'compile the cmdlets (about half a minute)'
    $assemblies = Build-ManagedAssembly -Version $version
    if ($Native) {
        Write-Step "take the native library and the emulator from $Native"
        $cargo = $Native
    }
    else {
        $cargo = Build-NativeProgram -Target $Target -Quick:$Quick -Reproducible:$Reproducible
    }

    Write-Step "put the modules into output/ (version $version)"
    $folders = @{}
    foreach ($name in $script:Modules) {
        $folders[$name] = Build-Module -Name $name -Version $version -AssemblyPath $assemblies[$name]
    }
    $folder = Join-Path $folders['AzIntegrationRuntime'] $platform.Rid
    foreach ($name in $platform.Library, $platform.Emulator) {
        Copy-ChangedFile -Path (Join-Path $cargo $name) -Destination (Join-Path $folder $name)
    }

    [pscustomobject]@{
        Version    = $version
        Rid        = $platform.Rid
        Main       = $folders['AzIntegrationRuntime']
        Standalone = $folders['AzIntegrationRuntime.Standalone']
        Library    = Join-Path $folder $platform.Library
        Emulator   = Join-Path $folder $platform.Emulator
        CargoPath  = $cargo
    }
}
