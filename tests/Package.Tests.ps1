# The packages: what is in them, and that they can be made again. They are made of the built modules in output/, so that
# the test compiles nothing.

BeforeDiscovery {
    # The build needs 7.4 and cargo.
    $without = $PSVersionTable.PSVersion -lt [version]'7.4' -or
        -not (Get-Command -Name cargo -CommandType Application -ErrorAction Ignore)
    $windows = $env:OS -like 'Windows*'
    $linux = -not $without -and $IsLinux
}

Describe 'The packages' -Skip:$without {
    BeforeAll {
        . $PSScriptRoot/common.ps1
        . (Join-Path $script:Root 'build/Package.ps1')
        $InformationPreference = 'Ignore'

        $rid = (Get-Platform).Rid
        $built = [pscustomobject]@{
            Version    = $script:Version
            Main       = Split-Path $script:MainManifest
            Standalone = Split-Path $script:StandaloneManifest
        }
        $platform = [ordered]@{ $rid = Join-Path $built.Main $rid }
        $address = 'https://project.example'
        $folder = Join-Path $TestDrive 'first'
        $null = New-Package -Built $built -Platform $platform -OutputPath $folder -ProjectUri $address
        $repository = Join-Path $folder 'repository'
        $main = Join-Path $repository "AzIntegrationRuntime.$($script:Version).nupkg"
        $standalone = Join-Path $repository "AzIntegrationRuntime.Standalone.$($script:Version).nupkg"

        function Get-ArchiveEntry {
            # Name, permissions and time of each entry.
            param([string]$Path)

            $zip = [IO.Compression.ZipFile]::OpenRead($Path)
            try {
                $zip.Entries | ForEach-Object {
                    [pscustomobject]@{
                        Name = $_.FullName
                        Mode = ($_.ExternalAttributes -shr 16) -band 0x1FF
                        Year = $_.LastWriteTime.Year
                    }
                }
            }
            finally { $zip.Dispose() }
        }

        function Read-ArchiveText {
            param([string]$Path, [string]$Name)

            $zip = [IO.Compression.ZipFile]::OpenRead($Path)
            try {
                $reader = [IO.StreamReader]::new($zip.GetEntry($Name).Open())
                try { $reader.ReadToEnd() } finally { $reader.Dispose() }
            }
            finally { $zip.Dispose() }
        }

        $component = @(Get-CrateComponent -Rid $rid)
    }

    It 'have the same bytes when they are made again' {
        $again = Join-Path $TestDrive 'again'
        $null = New-Package -Built $built -Platform $platform -OutputPath $again -ProjectUri $address
        $sums = [IO.File]::ReadAllText((Join-Path $again 'SHA256SUMS'))
        $sums | Should -BeExactly ([IO.File]::ReadAllText((Join-Path $folder 'SHA256SUMS')))
        @($sums -split "`n" -match '^[0-9a-f]{64}  \S+$') | Should -HaveCount 7
    }

    It 'have the templates and scripts beside the modules, and none in them' {
        $entries = @(Get-ArchiveEntry (Join-Path $folder "AzIntegrationRuntime.Deploy-$($script:Version).zip")).Name
        foreach ($file in 'LICENSE', 'deploy/automation/main.bicep', 'deploy/role-definition.json',
            'deploy/automation/Watch-IntegrationRuntimeFleet.ps1', 'deploy/function/flex.bicep',
            'deploy/pipelines/github.yml', 'examples/Share-IntegrationRuntime.ps1') {
            $entries | Should -Contain $file
        }
        $entries -match '\\' | Should -BeNullOrEmpty
        @(Get-ArchiveEntry $main).Name -match '\.ps1$' | Should -BeNullOrEmpty
    }

    It 'hold the files of a module: <Name>' -ForEach @(
        @{ Name = 'AzIntegrationRuntime'; More = 'THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json' }
        @{ Name = 'AzIntegrationRuntime.Standalone'; More = @() }
    ) {
        $wanted = @("$Name.psd1", "$Name.dll", 'LICENSE', 'CHANGELOG.md', "en-US/$Name.dll-Help.xml",
            "en-US/about_$Name.help.txt", "formats/$Name.format.ps1xml", "types/$Name.types.ps1xml") + $More
        $packed = @(Get-ArchiveEntry (Join-Path $repository "$Name.$($script:Version).nupkg")).Name
        $zipped = @(Get-ArchiveEntry (Join-Path $folder "AzIntegrationRuntime-$($script:Version).zip")).Name
        foreach ($file in $wanted) {
            $packed | Should -Contain $file
            $zipped | Should -Contain "$Name/$($script:Version)/$file"
        }
    }

    It 'keep the permission of the emulator to run, and no time' {
        foreach ($path in $main, (Join-Path $folder "AzIntegrationRuntime-$($script:Version).zip")) {
            $entries = @(Get-ArchiveEntry $path)
            $entries.Year | Select-Object -Unique | Should -Be 2000
            foreach ($entry in $entries) {
                $wanted = if ($entry.Name -match '/azir-emulator$') { 0x1ED } else { 0x1A4 }
                $entry.Mode | Should -Be $wanted -Because $entry.Name
            }
        }
    }

    It 'say in the archive that Unix made it, on every system' {
        $bytes = [IO.File]::ReadAllBytes($main)
        $at = [BitConverter]::ToUInt32($bytes, $bytes.Length - 6)
        [BitConverter]::ToUInt32($bytes, $at) | Should -Be 0x02014b50
        $bytes[$at + 5] | Should -Be 3
    }

    It 'have the metadata that repositories show' {
        $nuspec = ([xml](Read-ArchiveText $main 'AzIntegrationRuntime.nuspec')).package.metadata
        $nuspec.id, $nuspec.version | Should -BeExactly 'AzIntegrationRuntime', $script:Version
        $nuspec.projectUrl, $nuspec.licenseUrl |
            Should -BeExactly $address, "$address/blob/v$($script:Version)/LICENSE"
        $nuspec.releaseNotes | Should -BeLike '### Added*'
        $nuspec.tags.Length | Should -BeLessOrEqual 4000
        $words = $nuspec.tags -split ' '
        foreach ($tag in 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS', 'PSModule') {
            $words | Should -Contain $tag
        }
        $nuspec = ([xml](Read-ArchiveText $standalone 'AzIntegrationRuntime.Standalone.nuspec')).package.metadata
        # Exactly this version: the two assemblies share their classes.
        $nuspec.dependencies.dependency.id | Should -BeExactly 'AzIntegrationRuntime'
        $nuspec.dependencies.dependency.version | Should -BeExactly "[$($script:Version)]"
    }

    It 'have a manifest with the addresses of the project' {
        $text = Read-ArchiveText $main 'AzIntegrationRuntime.psd1'
        $path = Join-Path $TestDrive 'manifest.psd1'
        Set-Content -LiteralPath $path -Value $text
        $data = (Import-PowerShellDataFile -LiteralPath $path).PrivateData.PSData
        $data.ProjectUri, $data.LicenseUri |
            Should -BeExactly $address, "$address/blob/v$($script:Version)/LICENSE"
        $data.ReleaseNotes | Should -Not -BeNullOrEmpty
    }

    It 'have for Azure Automation a folder with the name of the module, short paths and no emulator' {
        foreach ($name in 'AzIntegrationRuntime', 'AzIntegrationRuntime.Standalone') {
            $entries = @(Get-ArchiveEntry (Join-Path $folder "automation/$name.zip")).Name
            $entries | Should -Contain "$name/$name.psd1"
            $entries -notlike "$name/*" | Should -BeNullOrEmpty
            $entries -match 'azir-emulator' | Should -BeNullOrEmpty
            ($entries | Measure-Object Length -Maximum).Maximum | Should -BeLessThan 140
        }
        @(Get-ArchiveEntry (Join-Path $folder 'automation/AzIntegrationRuntime.zip')).Name -match 'azir_native' |
            Should -HaveCount 1
    }

    It 'name each third-party component with its licence, and have its text' {
        $text = Read-ArchiveText $main 'THIRD-PARTY-NOTICES.txt'
        $component.Count | Should -BeGreaterThan 100
        # Pester takes milliseconds for each comparison: the names that fail are collected.
        $lines = [Collections.Generic.HashSet[string]]::new([string[]]($text -split "`n"))
        $above = [Collections.Generic.HashSet[string]]::new()
        foreach ($match in [regex]::Matches($text, '(?s)\nLicence text of: (.*?)\n-{76}\n')) {
            foreach ($name in $match.Groups[1].Value -split ',\s+') { $null = $above.Add($name) }
        }
        $wrong = foreach ($each in $component) {
            $key = "$($each.Name) $($each.Version)"
            if (-not $lines.Contains("$key ($($each.License))")) { "$key is not in the list" }
            if (-not $above.Contains($key)) { "$key has no licence text" }
            if (-not (Get-LicenseText -Component $each | Where-Object Length -GT 400)) { "$key has a short text" }
        }
        $wrong | Should -BeNullOrEmpty
        $text | Should -Match 'Rust standard library'
        $text | Should -Match 'TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION'
        # Test tools are not in the product.
        $component.Name | Should -Not -Contain 'loom'
        $component.Name | Should -Not -Contain 'cbindgen'
    }

    It 'refuse a component without a licence text, and make the text of the MIT licence' {
        $crate = [pscustomobject]@{
            Name = 'made-up'; Version = '1.0.0'; License = 'Apache-2.0'; Authors = @('Ada <a@b.example>')
            Folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive 'crate')).FullName
        }
        { Get-LicenseText -Component $crate } | Should -Throw 'made-up 1.0.0 (Apache-2.0) comes without *'
        $crate.License = 'MIT OR Apache-2.0'
        Get-LicenseText -Component $crate |
            Should -BeLike "MIT License*Copyright (c) Ada`n*Permission is hereby granted*WITHOUT WARRANTY*"
    }

    It 'have a bill of materials with the hashes of the crates and of the files' {
        $text = Read-ArchiveText $main 'sbom.cdx.json'
        $text | Should -BeExactly (
            [IO.File]::ReadAllText((Join-Path $folder "AzIntegrationRuntime-$($script:Version).cdx.json")))
        $bill = ConvertFrom-Json $text
        $bill.bomFormat, $bill.specVersion | Should -BeExactly 'CycloneDX', '1.6'
        $bill.serialNumber | Should -Match '^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        $crates = @($bill.components | Where-Object { $_.'bom-ref' -like 'pkg:cargo/*' })
        $crates | Should -HaveCount $component.Count
        foreach ($crate in $crates) { $crate.hashes[0].content | Should -Match '^[0-9a-f]{64}$' }
        $references = @($bill.components.'bom-ref') + $bill.metadata.component.'bom-ref'
        @($references | Select-Object -Unique).Count | Should -Be $references.Count
        $bill.dependencies.dependsOn | Where-Object { $_ } | Should -BeIn $references

        $unpacked = Join-Path $TestDrive 'unpacked'
        Expand-Archive -LiteralPath (Join-Path $folder "AzIntegrationRuntime-$($script:Version).zip") $unpacked
        $files = @($bill.components | Where-Object type -EQ 'file')
        $files.Count | Should -BeGreaterThan 15
        foreach ($file in $files) {
            $path = Join-Path $unpacked ($file.name -replace '^([^/]+)/', "`$1/$($script:Version)/")
            (Get-FileHash -LiteralPath $path).Hash | Should -Be $file.hashes[0].content -Because $file.name
        }
    }

    It 'are signed where a certificate and Windows are, and say so elsewhere' -Skip:$windows {
        $InformationPreference = 'Continue'
        Find-SigningCertificate 6>&1 | Should -BeLike '*NOT SIGNED: * on Windows only'
        { Find-SigningCertificate -Thumbprint 'ABCD' } | Should -Throw 'A package can be signed on Windows only.*'
    }

    It 'take the text of the release from the changelog' {
        Get-ReleaseNote -Version $script:Version | Should -BeLike '### Added*'
        { Get-ReleaseNote -Version '99.0.0' } | Should -Throw 'CHANGELOG.md has no section *99.0.0*'
    }
}

Describe 'A package for several platforms' -Skip:$without {
    BeforeAll {
        . $PSScriptRoot/common.ps1
        . (Join-Path $script:Root 'build/Package.ps1')
        $root = $script:Root
        $own = (Get-Platform).Rid
        $native = Join-Path (Split-Path $script:MainManifest) $own

        function New-PlatformFolder {
            # A folder with files that have the first bytes of a library for a platform.
            param([string]$Rid, [byte[]]$Head, [string]$Version = $script:Version)

            $platform = Get-Platform -Target $script:Triples[$Rid]
            $path = (New-Item -ItemType Directory -Path (Join-Path $TestDrive "$([guid]::NewGuid())/$Rid")).FullName
            $text = [Text.Encoding]::ASCII.GetBytes("azir-emulator $Version`n")
            foreach ($name in $platform.Library, $platform.Emulator) {
                $bytes = [byte[]]::new(512)
                $Head.CopyTo($bytes, 0)
                [IO.File]::WriteAllBytes((Join-Path $path $name), $bytes + $text)
            }
            $path
        }

        function Get-Head {
            # The first bytes of a file of this kind.
            param([string]$Kind, [int]$Machine)

            $bytes = [byte[]]::new(256)
            switch ($Kind) {
                'elf' {
                    ([byte[]](0x7F, 0x45, 0x4C, 0x46)).CopyTo($bytes, 0)
                    [BitConverter]::GetBytes([uint16]$Machine).CopyTo($bytes, 18)
                }
                'mach' {
                    ([byte[]](0xCF, 0xFA, 0xED, 0xFE)).CopyTo($bytes, 0)
                    [BitConverter]::GetBytes($Machine).CopyTo($bytes, 4)
                }
                'pe' {
                    ([byte[]](0x4D, 0x5A)).CopyTo($bytes, 0)
                    [BitConverter]::GetBytes(128).CopyTo($bytes, 60)
                    ([byte[]](0x50, 0x45, 0, 0)).CopyTo($bytes, 128)
                    [BitConverter]::GetBytes([uint16]$Machine).CopyTo($bytes, 132)
                }
            }
            , $bytes
        }
    }

    AfterEach { $script:Root = $root }

    It 'takes the files of this build' {
        { Assert-Binary -Rid $own -Folder $native -Version $script:Version } | Should -Not -Throw
    }

    It 'takes files for <Rid>' -ForEach @(
        @{ Rid = 'win-x64'; Kind = 'pe'; Machine = 0x8664 }
        @{ Rid = 'win-x86'; Kind = 'pe'; Machine = 0x14C }
        @{ Rid = 'win-arm64'; Kind = 'pe'; Machine = 0xAA64 }
        @{ Rid = 'linux-x64'; Kind = 'elf'; Machine = 0x3E }
        @{ Rid = 'linux-arm64'; Kind = 'elf'; Machine = 0xB7 }
        @{ Rid = 'linux-musl-x64'; Kind = 'elf'; Machine = 0x3E }
        @{ Rid = 'osx-x64'; Kind = 'mach'; Machine = 0x01000007 }
        @{ Rid = 'osx-arm64'; Kind = 'mach'; Machine = 0x0100000C }
    ) {
        $path = New-PlatformFolder $Rid (Get-Head $Kind $Machine)
        { Assert-Binary -Rid $Rid -Folder $path -Version $script:Version } | Should -Not -Throw
        (Resolve-PlatformFolder -Path (Split-Path $path))[$Rid] | Should -BeExactly $path
    }

    It 'refuses files of another platform' {
        $path = New-PlatformFolder 'win-x64' (Get-Head 'pe' 0xAA64)
        { Assert-Binary -Rid 'win-x64' -Folder $path -Version $script:Version } |
            Should -Throw "*azir_native.dll is for 'win-arm64', not for win-x64."
    }

    It 'refuses files of another version' {
        $path = New-PlatformFolder 'osx-arm64' (Get-Head 'mach' 0x0100000C) -Version '0.0.9'
        { Assert-Binary -Rid 'osx-arm64' -Folder $path -Version $script:Version } |
            Should -Throw "The files for osx-arm64 are of version 0.0.9, not $($script:Version)."
    }

    It 'refuses glibc in a folder for musl' -Skip:(-not $linux) {
        $path = New-Item -ItemType Directory -Path (Join-Path $TestDrive 'linux-musl-x64')
        Copy-Item -Path (Join-Path $native '*') -Destination $path
        { Assert-Binary -Rid 'linux-musl-x64' -Folder $path.FullName -Version $script:Version } |
            Should -Throw '*needs glibc, not musl.'
    }

    It 'refuses a folder that lacks a file, or has one too many' {
        $path = New-PlatformFolder 'win-x64' (Get-Head 'pe' 0x8664)
        Set-Content -LiteralPath (Join-Path $path 'notes.txt') -Value 'x'
        { Assert-Binary -Rid 'win-x64' -Folder $path -Version $script:Version } |
            Should -Throw '*has notes.txt, which is not a part of the module.'
        Remove-Item -LiteralPath (Join-Path $path 'azir-emulator.exe')
        { Assert-Binary -Rid 'win-x64' -Folder $path -Version $script:Version } |
            Should -Throw 'win-x64 has no azir-emulator.exe in *'
    }

    It 'refuses a folder that names no platform, or one twice' {
        { Resolve-PlatformFolder -Path $TestDrive/nowhere } | Should -Throw '-Platform: * is not a folder.'
        $empty = (New-Item -ItemType Directory -Path (Join-Path $TestDrive 'empty')).FullName
        { Resolve-PlatformFolder -Path $empty } |
            Should -Throw '-Platform: * has no folder that is named as a platform*'
        $path = New-PlatformFolder 'win-x64' (Get-Head 'pe' 0x8664)
        { Resolve-PlatformFolder -Path $path, (Split-Path $path) } | Should -Throw '-Platform: win-x64 is named twice.'
    }

    It 'is compiled to the same bytes in every folder, which name none of them' {
        # A program whose message has the path of a source file outside its own folder.
        $programs = foreach ($name in 'one', 'another') {
            $script:Root = Join-Path $TestDrive "compiled-$name"
            foreach ($part in 'program', 'part') {
                $null = [IO.Directory]::CreateDirectory((Join-Path $script:Root "$part/src"))
            }
            Set-Content -LiteralPath (Join-Path $script:Root 'part/Cargo.toml') -Value (
                '[package]', 'name = "part"', 'version = "0.1.0"', 'edition = "2024"')
            Set-Content -LiteralPath (Join-Path $script:Root 'part/src/lib.rs') -Value (
                'pub fn place() -> &''static str { file!() }')
            Set-Content -LiteralPath (Join-Path $script:Root 'program/Cargo.toml') -Value (
                '[package]', 'name = "program"', 'version = "0.1.0"', 'edition = "2024"', '[dependencies]',
                'part = { path = "../part" }', '[profile.release]', 'strip = "symbols"')
            Set-Content -LiteralPath (Join-Path $script:Root 'program/src/main.rs') -Value (
                'fn main() { println!("{}", part::place()); }')
            $made = Join-Path $script:Root 'made'
            $null = cargo build --release --quiet --offline --config (Get-PathOption) --target-dir $made `
                --manifest-path (Join-Path $script:Root 'program/Cargo.toml')
            $LASTEXITCODE | Should -Be 0
            (Get-Item -Path (Join-Path $made 'release/program*') -Include program, program.exe).FullName
        }
        & $programs[0] | Should -BeExactly ([IO.Path]::Combine('/source', 'part', 'src', 'lib.rs'))
        (Get-FileHash -LiteralPath $programs[1]).Hash | Should -BeExactly (Get-FileHash -LiteralPath $programs[0]).Hash
        [Text.Encoding]::Latin1.GetString([IO.File]::ReadAllBytes($programs[0])) |
            Should -Not -Match ([regex]::Escape("$TestDrive"))
    }
}
