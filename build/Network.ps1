# Checks that need the network or another Rust: Miri, advisories, the minimum Rust, Microsoft's specification.

. $PSScriptRoot/Lint.ps1

# The state of github.com/Azure/azure-rest-api-specs that the traffic is compared with, and what of it the emulator
# speaks. A folder of a service may have moved inside it; the patterns fit both layouts.
$script:SpecificationCommit = '07a8998a6a9a7bd5ffd728cce23620d42b59a18d'
$script:SpecificationPatterns = @(
    '/specification/common-types/resource-management/'
    '/specification/datafactory/resource-manager/**/stable/2018-06-01/'
    '/specification/synapse/common/'
    '/specification/synapse/resource-manager/**/stable/2021-06-01/'
    '/specification/purview/resource-manager/**/stable/2021-12-01/'
    '/specification/purview/data-plane/Azure.Analytics.Purview.Scanning/stable/2023-09-01/'
    '/specification/authorization/resource-manager/**/stable/2022-04-01/'
    '/specification/resources/resource-manager/**/stable/2022-12-01/subscriptions.json'
    '/specification/resources/resource-manager/**/stable/2024-03-01/resources.json'
    '/specification/resourcegraph/resource-manager/**/stable/2024-04-01/'
)

function Invoke-Miri {
    <#
    .SYNOPSIS
    Runs the tests of the C interface's buffers and statuses under Miri.

    .DESCRIPTION
    Miri runs no foreign code. These tests call the functions that read and write the caller's memory, and nothing of
    the network or the system.
    #>
    Install-Toolchain -Name nightly -Program miri -Option '--component', 'miri,rust-src'
    Write-Step 'the tests of native/ffi/src/boundary.rs under Miri (some minutes: it compiles the crates)'
    Invoke-Program -Program cargo -ArgumentList @(
        '+nightly', 'miri', 'test', '--locked', '--manifest-path', (Join-Path $script:Root 'Cargo.toml')
        '-p', 'azir-ffi', '--lib', 'boundary::'
    )
}

function Invoke-Advisories {
    <#
    .SYNOPSIS
    Compares the crates of Cargo.lock with RustSec's advisories. cargo-deny fetches the database.
    #>
    Assert-Program -Program cargo -Reason 'Install Rust from https://rustup.rs, then open a new shell.'
    $deny = Get-CargoDeny
    Invoke-Program -Program $deny -ArgumentList @(
        '--manifest-path', (Join-Path $script:Root 'Cargo.toml')
        '--config', (Join-Path $script:Root 'deny.toml'), 'check', 'advisories'
    )
}

function Invoke-MinimumRust {
    <#
    .SYNOPSIS
    Compiles the library and the emulator with the Rust of rust-version in Cargo.toml.
    #>
    $line = Select-String -LiteralPath (Join-Path $script:Root 'Cargo.toml') -Pattern '^rust-version = "([^"]+)"'
    $version = $line.Matches[0].Groups[1].Value
    Install-Toolchain -Name $version -Program rustc
    Write-Step "compile with Rust $version (some minutes)"
    Invoke-Program -Program cargo -ArgumentList @(
        "+$version", 'check', '--locked', '--manifest-path', (Join-Path $script:Root 'Cargo.toml')
        '-p', 'azir-ffi', '-p', 'azir-emulator'
    )
}

function Install-Toolchain {
    # Installs a Rust toolchain where rustup does not have it; the default toolchain stays.
    param([string]$Name, [string]$Program, [string[]]$Option)

    Assert-Program -Program rustup -Reason 'This task chooses a Rust toolchain. Install rustup from https://rustup.rs.'
    & rustup which --toolchain $Name $Program *> $null
    if ($LASTEXITCODE -eq 0) { return }
    Write-Step "install the Rust toolchain '$Name' with rustup (a minute)"
    Invoke-Program -Program rustup -ArgumentList (@('toolchain', 'install', $Name, '--profile', 'minimal') + $Option)
}

function Invoke-Specification {
    <#
    .SYNOPSIS
    Fetches the part of Microsoft's specification that the emulator speaks, at a fixed commit, and prints its folder.

    .DESCRIPTION
    The examples of the files are left out: they refer to files that are not fetched. AZIR_SPECIFICATION_SOURCE names
    another repository to fetch from, such as a mirror.
    #>
    Assert-Program -Program git -Reason 'Install it from https://git-scm.com.'
    $source = 'https://github.com/Azure/azure-rest-api-specs'
    $commit = $script:SpecificationCommit
    if ($env:AZIR_SPECIFICATION_SOURCE) { $source = $env:AZIR_SPECIFICATION_SOURCE }
    if ($env:AZIR_SPECIFICATION_COMMIT) { $commit = $env:AZIR_SPECIFICATION_COMMIT }
    $folder = Join-Path $script:Root '.cache/specification'
    $mark = Join-Path $folder 'commit'
    if ((Test-Path -LiteralPath $mark) -and [IO.File]::ReadAllText($mark) -eq $commit) {
        Write-Step "$folder has the specification of $commit"
        return $folder
    }
    $clone = Join-Path $script:Root '.cache/specification.git'
    foreach ($old in $folder, $clone) { Remove-Item -LiteralPath $old -Recurse -Force -ErrorAction Ignore }
    Write-Step "fetch commit $commit of $source (some megabytes)"
    Invoke-Program -Program git -ArgumentList 'init', '--quiet', $clone
    Invoke-Program -Program git -ArgumentList (
        @('-C', $clone, 'sparse-checkout', 'set', '--no-cone') + $script:SpecificationPatterns)
    Invoke-Program -Program git -ArgumentList @(
        '-C', $clone, 'fetch', '--quiet', '--depth', '1', '--filter=blob:none', $source, $commit)
    Invoke-Program -Program git -ArgumentList '-C', $clone, 'config', 'remote.origin.url', $source
    Invoke-Program -Program git -ArgumentList '-C', $clone, 'config', 'remote.origin.promisor', 'true'
    Invoke-Program -Program git -ArgumentList '-C', $clone, 'checkout', '--quiet', $commit
    $root = Join-Path $clone 'specification'
    $files = Get-ChildItem -LiteralPath $root -Recurse -File -Filter *.json |
        Where-Object FullName -NotMatch '[\\/]examples[\\/]'
    foreach ($file in $files) {
        $json = [Text.Json.Nodes.JsonNode]::Parse([IO.File]::ReadAllText($file.FullName))
        Remove-Example -Node $json
        $target = [IO.Path]::Combine($folder, 'specification', [IO.Path]::GetRelativePath($root, $file.FullName))
        $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($target))
        [IO.File]::WriteAllText($target, $json.ToJsonString())
    }
    Remove-Item -LiteralPath $clone -Recurse -Force
    [IO.File]::WriteAllText($mark, $commit)
    Write-Step "$(@($files).Count) files; set AZIR_SPEC to $folder"
    $folder
}

function Remove-Example {
    # Takes every 'x-ms-examples' out of a document.
    param([Text.Json.Nodes.JsonNode]$Node)

    if ($Node -is [Text.Json.Nodes.JsonObject]) {
        $null = $Node.Remove('x-ms-examples')
        foreach ($pair in @($Node.GetEnumerator())) { Remove-Example -Node $pair.Value }
    }
    elseif ($Node -is [Text.Json.Nodes.JsonArray]) {
        foreach ($item in @($Node.GetEnumerator())) { Remove-Example -Node $item }
    }
}
