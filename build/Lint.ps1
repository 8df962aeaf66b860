# Lint: what a machine can say about the text.

. $PSScriptRoot/Common.ps1

$script:CargoDeny = '0.20.2'

function Invoke-Lint {
    <#
    .SYNOPSIS
    Runs every linter, says what each found, and fails at the end when one found something.
    #>
    Assert-Program -Program cargo -Reason 'Install Rust from https://rustup.rs, then open a new shell.'
    $manifest = '--manifest-path', (Join-Path $script:Root 'Cargo.toml')
    $failed = @(
        Test-Lint -Name 'rustfmt' -Check { cargo fmt --all @manifest -- --check }
        Test-Lint -Name 'clippy' -Check { cargo clippy --workspace --all-targets --locked @manifest -- -D warnings }
        Test-Lint -Name 'cargo deny' -Check {
            & (Get-CargoDeny) --manifest-path (Join-Path $script:Root 'Cargo.toml') --config (Join-Path $script:Root 'deny.toml') check licenses sources bans
        }
        Test-Lint -Name 'PSScriptAnalyzer' -Check { Invoke-ScriptLint }
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

function Get-CargoDeny {
    # The pinned cargo-deny: what cargo finds if it is that version, or one compiled into .cache.
    $cached = Join-Path $script:Root '.cache/cargo-tools/bin' $(if ($IsWindows) { 'cargo-deny.exe' } else { 'cargo-deny' })
    $installed = Get-Command -Name cargo-deny -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    foreach ($program in $cached, $(if ($installed) { $installed.Source })) {
        if ($program -and (Test-Path -LiteralPath $program) -and "$(& $program --version)" -eq "cargo-deny $script:CargoDeny") { return $program }
    }
    Write-Step "compile cargo-deny $script:CargoDeny into .cache/cargo-tools (once, some minutes)"
    # Not --locked: what matters is its own version, and a mirror may hold later patch releases of its dependencies.
    Invoke-Program -Program cargo -ArgumentList @('install', 'cargo-deny', '--version', $script:CargoDeny, '--root', (Join-Path $script:Root '.cache/cargo-tools')) | Out-Host
    $cached
}

function Invoke-ScriptLint {
    # Analyses every PowerShell file under the rules for its place; sets the exit code as a program would.
    $analyzer = Resolve-Tool -Name PSScriptAnalyzer -Minimum 1.24 -Below 2.0 -Pinned 1.25.0
    Import-Module $analyzer -Verbose:$false
    $settings = Import-PowerShellDataFile -LiteralPath (Join-Path $script:Root 'PSScriptAnalyzerSettings.psd1')
    $profiles = Join-Path (Split-Path $analyzer) 'compatibility_profiles'
    $missing = @($settings.Rules.PSUseCompatibleCommands.TargetProfiles | Where-Object { -not (Test-Path -LiteralPath (Join-Path $profiles "$_.json")) })
    if ($missing) {
        # The analyzer from the gallery has them; a rebuilt one may not, and then the rule fails with a null reference.
        $settings.Rules.Remove('PSUseCompatibleCommands')
        Write-Step "NOT CHECKED: commands against Windows PowerShell 5.1 (this PSScriptAnalyzer came without $($missing -join ', '))"
    }

    # What ships runs on 5.1 and 7, and so do its tests, whose blocks share variables in ways the analyzer cannot see. The build and the
    # benchmarks run on 7.4 only and are never asked to confirm.
    $tests = 'PSUseDeclaredVarsMoreThanAssignments', 'PSAvoidGlobalVars', 'PSUseShouldProcessForStateChangingFunctions', 'PSAvoidUsingConvertToSecureStringWithPlainText', 'PSAvoidUsingPlainTextForPassword'
    $build = 'PSUseCompatibleSyntax', 'PSUseCompatibleCommands', 'PSUseShouldProcessForStateChangingFunctions', 'PSAvoidUsingConvertToSecureStringWithPlainText'
    $places = [ordered]@{ 'module' = @(); 'examples' = @('PSAvoidUsingWriteHost', 'PSAvoidUsingConvertToSecureStringWithPlainText'); 'tests' = $tests; 'bench' = $build; 'build' = $build; 'build.ps1' = $build }
    $found = foreach ($place in $places.Keys) {
        $path = Join-Path $script:Root $place
        if (-not (Test-Path -LiteralPath $path)) { continue }
        $files = Get-ChildItem -LiteralPath $path -Recurse -File -Include *.ps1, *.psm1, *.psd1 | Where-Object FullName -NotMatch '[\\/]node_modules[\\/]'
        foreach ($file in $files) {
            $rules = $settings.Clone()
            $rules.ExcludeRules = @($settings.ExcludeRules) + $places[$place]
            # A file at a time: over a folder the analyzer now and then loses one to a race of its own.
            if ($place -eq 'module' -and $file.FullName -match '[\\/]private[\\/]') { $rules.ExcludeRules += 'PSUseShouldProcessForStateChangingFunctions' }
            $name = [IO.Path]::GetRelativePath($script:Root, $file.FullName)
            try {
                Invoke-ScriptAnalyzer -Path $file.FullName -Settings $rules | ForEach-Object { "${name}:$($_.Line): $($_.RuleName): $($_.Message)" }
            }
            catch {
                "${name}: $($_.Exception.Message)"
            }
        }
    }
    $found
    $global:LASTEXITCODE = [int]($null -ne $found)
}
