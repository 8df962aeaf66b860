# Lint: what a machine can say about the text.

. $PSScriptRoot/Module.ps1

$script:CargoDeny = '0.20.2'
$script:LineLength = 120

function Invoke-Lint {
    <#
    .SYNOPSIS
    Runs every linter, says what each found, and fails at the end when one found something.
    #>
    Assert-Program -Program cargo -Reason 'Install Rust from https://rustup.rs, then open a new shell.'
    $manifest = '--manifest-path', (Join-Path $script:Root 'Cargo.toml')
    $failed = @(
        Test-Lint -Name 'length of lines' -Check { Invoke-LineLint }
        Test-Lint -Name 'rustfmt' -Check { cargo fmt --all @manifest -- --check }
        Test-Lint -Name 'minimum Rust version' -Check { Invoke-RustVersionLint }
        Test-Lint -Name 'clippy' -Check { cargo clippy --workspace --all-targets --locked @manifest -- -D warnings }
        Test-Lint -Name 'cargo doc' -Check { Invoke-DocumentationLint }
        Test-Lint -Name 'cargo deny' -Check {
            $deny = Get-CargoDeny
            & $deny @manifest --config (Join-Path $script:Root 'deny.toml') check licenses sources bans
        }
        Test-Lint -Name 'dotnet' -Check { Invoke-DotnetLint }
        Test-Lint -Name 'PSScriptAnalyzer' -Check { Invoke-ScriptLint }
        Test-Lint -Name 'actionlint' -Check { Invoke-WorkflowLint }
    ) | Where-Object { $_ }
    if ($failed) { throw "Lint found something: $($failed -join ', ')." }
    Write-Step 'Lint found nothing'
}

function Test-Lint {
    # Runs one linter; returns its name when it failed.
    param([string]$Name, [scriptblock]$Check)

    Write-Step $Name
    $global:LASTEXITCODE = 0
    & $Check | Out-Host
    if ($LASTEXITCODE -ne 0) { $Name }
}

function Get-SourceFile {
    # The files of some folders and of the root itself, as paths from the root; what tools made is left out.
    param([string[]]$Include)

    $made = 'target', 'output', '.cache', '.git', 'node_modules', 'bin', 'obj'
    $folders = [Collections.Generic.Queue[string]]::new()
    $folders.Enqueue($script:Root)
    while ($folders.Count) {
        $folder = $folders.Dequeue()
        foreach ($child in [IO.Directory]::EnumerateDirectories($folder)) {
            if ([IO.Path]::GetFileName($child) -notin $made) { $folders.Enqueue($child) }
        }
        foreach ($file in [IO.Directory]::EnumerateFiles($folder)) {
            if ([IO.Path]::GetExtension($file).TrimStart('.') -in $Include) {
                [IO.Path]::GetRelativePath($script:Root, $file).Replace('\', '/')
            }
        }
    }
}

function Invoke-LineLint {
    <#
    .SYNOPSIS
    Finds lines that are too long, comments and Markdown included.

    .DESCRIPTION
    Two kinds of lines may be longer: rows of Markdown tables, and lines that are one word, such as an address.
    #>
    $list = Join-Path $PSScriptRoot 'long-lines.txt'
    $exempt = @(Get-Content -LiteralPath $list | Where-Object { $_ -notmatch '^#|^$' })
    $met = [Collections.Generic.HashSet[string]]::new()
    $names = Get-SourceFile -Include rs, cs, ps1, psm1, psd1, mjs, c, h, sh, md, yml | Sort-Object -Culture ''
    $found = foreach ($name in $names) {
        $rule = $exempt | Where-Object { $name -clike $_ } | Select-Object -First 1
        $number = 0
        foreach ($line in [IO.File]::ReadLines((Join-Path $script:Root $name))) {
            $number++
            if ($line.Length -le $script:LineLength) { continue }
            if ($rule) { $null = $met.Add($rule); continue }
            if ($name.EndsWith('.md') -and $line.TrimStart().StartsWith('|')) { continue }
            if ($line.TrimStart('/', '#', '!', '*', '-', '<', ' ') -notmatch '\s') { continue }
            "${name}:${number}: $($line.Length) characters, $script:LineLength are allowed"
        }
    }
    # The list shrinks: who wraps the last long line of a file takes it off.
    $unneeded = $exempt | Where-Object { -not $met.Contains($_) } |
        ForEach-Object { "build/long-lines.txt: '$_' names no file with a long line; remove the entry" }
    $found
    $unneeded
    $global:LASTEXITCODE = [int]($null -ne $found -or $null -ne $unneeded)
}

function Invoke-RustVersionLint {
    <#
    .SYNOPSIS
    Compares the minimum Rust version of Cargo.toml with the versions that the crates of Cargo.lock state.

    .DESCRIPTION
    A crate states the version that it needs; the highest of them is the least that this workspace needs. What the
    workspace's own code calls is held against the same number by clippy (incompatible_msrv).
    #>
    $json = & cargo metadata --format-version 1 --locked --manifest-path (Join-Path $script:Root 'Cargo.toml')
    if ($LASTEXITCODE -ne 0) { return }
    $packages = ($json | ConvertFrom-Json -Depth 100).packages
    $own = ($packages | Where-Object { -not $_.source } | Select-Object -First 1).rust_version
    $highest = $packages | Where-Object { $_.source -and $_.rust_version } |
        Sort-Object { ConvertTo-FullVersion $_.rust_version } | Select-Object -Last 1
    $needed = ConvertTo-FullVersion $highest.rust_version
    "Cargo.toml: $own; the highest of the crates: $($highest.rust_version) ($($highest.name) $($highest.version))"
    if ((ConvertTo-FullVersion $own) -lt $needed) {
        "Cargo.toml: rust-version is $own, but $($highest.name) $($highest.version) needs $($highest.rust_version)"
        $global:LASTEXITCODE = 1
    }
}

function ConvertTo-FullVersion {
    # 1.89 and 1.89.0 are the same version of Rust, and are not for System.Version.
    param([string]$Text)

    $parts = @($Text -split '\.') + @(0, 0, 0)
    [version]::new($parts[0], $parts[1], $parts[2])
}

function Invoke-DocumentationLint {
    # Builds the documentation of the workspace; a broken link or an unclosed tag is an error.
    $before = $env:RUSTDOCFLAGS
    $env:RUSTDOCFLAGS = "$before -D warnings".Trim()
    try {
        cargo doc --workspace --no-deps --locked --quiet --manifest-path (Join-Path $script:Root 'Cargo.toml')
    }
    finally {
        $env:RUSTDOCFLAGS = $before
    }
}

function Invoke-DotnetLint {
    # Holds the C# files to .editorconfig and to the analyzers, whose warnings are errors of the build.
    $dotnet = Get-DotnetPath
    if (-not $dotnet) {
        Write-Step 'NOT CHECKED: module/src (the .NET SDK 8 or later is missing: https://dotnet.microsoft.com/download)'
        return
    }
    & $dotnet format whitespace (Join-Path $script:Root 'module/src') --folder --verify-no-changes
    $format = $LASTEXITCODE
    try {
        $null = Build-ManagedAssembly -Version (Get-ProductVersion)
    }
    catch {
        $_.Exception.Message
        $format = 1
    }
    $global:LASTEXITCODE = $format
}

function Get-CargoDeny {
    # The pinned cargo-deny: what cargo finds if it is that version, or one compiled into .cache.
    $tools = Join-Path $script:Root '.cache/cargo-tools'
    $cached = Join-Path $tools 'bin' $(if ($IsWindows) { 'cargo-deny.exe' } else { 'cargo-deny' })
    $installed = Get-Command -Name cargo-deny -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    foreach ($program in $cached, $(if ($installed) { $installed.Source })) {
        if (-not $program -or -not (Test-Path -LiteralPath $program)) { continue }
        if ("$(& $program --version)" -eq "cargo-deny $script:CargoDeny") { return $program }
    }
    Write-Step "compile cargo-deny $script:CargoDeny into .cache/cargo-tools (once, some minutes)"
    # Not --locked: what matters is its own version, and a mirror may hold later patch releases of its dependencies.
    $arguments = @('install', 'cargo-deny', '--version', $script:CargoDeny, '--root', $tools)
    Invoke-Program -Program cargo -ArgumentList $arguments | Out-Host
    $cached
}

function Invoke-ScriptLint {
    # Analyses every PowerShell file under the rules for its place; sets the exit code as a program would.
    try {
        $analyzer = Resolve-Tool -Name PSScriptAnalyzer -Minimum 1.24 -Below 2.0 -Pinned 1.25.0
    }
    catch {
        Write-Step "NOT CHECKED: the PowerShell files. $($_.Exception.Message)"
        return
    }
    Import-Module $analyzer -Verbose:$false
    $settings = Import-PowerShellDataFile -LiteralPath (Join-Path $script:Root 'PSScriptAnalyzerSettings.psd1')
    $profiles = Join-Path (Split-Path $analyzer) 'compatibility_profiles'
    $missing = @($settings.Rules.PSUseCompatibleCommands.TargetProfiles |
            Where-Object { -not (Test-Path -LiteralPath (Join-Path $profiles "$_.json")) })
    if ($missing) {
        # The analyzer from the gallery has them; a rebuilt one may not, and then the rule fails with a null reference.
        $settings.Rules.Remove('PSUseCompatibleCommands')
        Write-Step ('NOT CHECKED: commands against Windows PowerShell 5.1 ' +
            "(this PSScriptAnalyzer came without $($missing -join ', '))")
    }

    # The modules and the examples run on 5.1 and 7, and so do the tests, whose blocks share variables in ways the
    # analyzer cannot see. The build and the benchmarks run on 7.4 only and are never asked to confirm. What is deployed
    # runs on 7.6 only.
    $plainText = 'PSAvoidUsingConvertToSecureStringWithPlainText'
    $state = 'PSUseShouldProcessForStateChangingFunctions'
    $tests = 'PSUseDeclaredVarsMoreThanAssignments', 'PSAvoidGlobalVars', $state, $plainText,
        'PSAvoidUsingPlainTextForPassword'
    $build = 'PSUseCompatibleSyntax', 'PSUseCompatibleCommands', $state, $plainText
    $places = [ordered]@{
        'module'    = @()
        'examples'  = @('PSAvoidUsingWriteHost', $plainText)
        'deploy'    = @('PSUseCompatibleCommands')
        'tests'     = $tests
        'bench'     = $build
        'build'     = $build
        'build.ps1' = $build
    }
    $names = Get-SourceFile -Include ps1, psm1, psd1
    $found = foreach ($place in $places.Keys) {
        $rules = $settings.Clone()
        $rules.ExcludeRules = @($settings.ExcludeRules) + $places[$place]
        # A file at a time: over a folder the analyzer now and then loses one to a race of its own.
        foreach ($name in $names | Where-Object { $_ -eq $place -or $_.StartsWith("$place/") }) {
            try {
                Invoke-ScriptAnalyzer -Path (Join-Path $script:Root $name) -Settings $rules |
                    ForEach-Object { "${name}:$($_.Line): $($_.RuleName): $($_.Message)" }
            }
            catch {
                "${name}: $($_.Exception.Message)"
            }
        }
    }
    $found
    $global:LASTEXITCODE = [int]($null -ne $found)
}

function Invoke-WorkflowLint {
    # Checks the workflows, and the one that deploy/ has for users, with an actionlint of the path.
    $actionlint = Get-Command -Name actionlint -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    if (-not $actionlint) {
        Write-Step 'NOT CHECKED: the workflows (actionlint is missing: https://github.com/rhysd/actionlint)'
        return
    }
    $files = @(Get-SourceFile -Include yml) -match '^(.github/workflows|deploy/pipelines/github)'
    & $actionlint.Source -no-color ($files | ForEach-Object { Join-Path $script:Root $_ })
}
