# What the build decides by itself: platforms, the PowerShell that it starts, the length of lines, packages from NuGet.

BeforeDiscovery {
    # The build needs 7.4. A PowerShell that brings its own .NET cannot be started by dotnet.
    $old = $PSVersionTable.PSVersion -lt [version]'7.4'
    $settings = Join-Path $PSHOME 'pwsh.runtimeconfig.json'
    $dotnet = Get-Command -Name dotnet -CommandType Application -ErrorAction Ignore
    $hosted = $dotnet -and (Test-Path $settings) -and (Get-Content -Raw $settings) -match '"frameworks?":'
}

Describe 'The build' -Skip:$old {
    BeforeAll {
        $script:Root = Split-Path $PSScriptRoot
        . (Join-Path $script:Root 'build/Lint.ps1')
        . (Join-Path $script:Root 'build/Test.ps1')
    }

    It 'puts a library for <Target> into <Rid>' -ForEach @(
        @{ Target = 'x86_64-pc-windows-msvc'; Rid = 'win-x64'; Library = 'azir_native.dll' }
        @{ Target = 'i686-pc-windows-msvc'; Rid = 'win-x86'; Library = 'azir_native.dll' }
        @{ Target = 'aarch64-pc-windows-msvc'; Rid = 'win-arm64'; Library = 'azir_native.dll' }
        @{ Target = 'x86_64-unknown-linux-gnu'; Rid = 'linux-x64'; Library = 'libazir_native.so' }
        @{ Target = 'aarch64-unknown-linux-gnu'; Rid = 'linux-arm64'; Library = 'libazir_native.so' }
        @{ Target = 'x86_64-unknown-linux-musl'; Rid = 'linux-musl-x64'; Library = 'libazir_native.so' }
        @{ Target = 'x86_64-apple-darwin'; Rid = 'osx-x64'; Library = 'libazir_native.dylib' }
        @{ Target = 'aarch64-apple-darwin'; Rid = 'osx-arm64'; Library = 'libazir_native.dylib' }
    ) {
        $platform = Get-Platform -Target $Target
        $platform.Rid, $platform.Library | Should -BeExactly $Rid, $Library
    }

    It 'refuses <_>' -ForEach 'i686-unknown-linux-gnu', 'riscv64gc-unknown-linux-gnu', 'x86_64-unknown-freebsd' {
        { Get-Platform -Target $_ } | Should -Throw "The module is not built for '$_': *"
    }

    It 'has help that describes each parameter, each task and each environment variable' {
        $path = Join-Path $script:Root 'build.ps1'
        $help = Get-Help $path -Full
        $help.Synopsis | Should -BeLike 'Builds, tests, *'
        foreach ($parameter in $help.parameters.parameter) {
            "$($parameter.description.Text)".Length | Should -BeGreaterThan 20 -Because $parameter.name
        }
        foreach ($task in (Get-Command $path).Parameters['Task'].Attributes.ValidValues) {
            ($help.description.Text -join "`n") | Should -Match "(?m)^$task " -Because $task
        }
    }

    It 'starts the PowerShell of its own process' {
        & (Get-PwshPath) -NoProfile -Command '$PSHOME' | Should -BeExactly $PSHOME
    }

    It 'starts the PowerShell that runs inside dotnet' -Skip:(-not $hosted) {
        $script = Join-Path $TestDrive 'inside.ps1'
        Set-Content -LiteralPath $script -Value @"
. '$(Join-Path $script:Root 'build/Pwsh.ps1')'
Split-Path (Get-Process -Id `$PID).Path -LeafBase
& (Get-PwshPath) -NoProfile -Command '`$PSHOME'
"@
        & dotnet (Join-Path $PSHOME 'pwsh.dll') -NoProfile -File $script | Should -BeExactly 'dotnet', $PSHOME
    }
}

Describe 'Lint of line lengths' -Skip:$old {
    BeforeAll {
        . (Join-Path (Split-Path $PSScriptRoot) 'build/Lint.ps1')
        $script:Root = $TestDrive
        $text = 'word ' * 25
    }
    BeforeEach { Get-ChildItem -LiteralPath $TestDrive | Remove-Item -Recurse }

    It 'finds a long line in <_>' -ForEach 'a.rs', 'deep/er/b.cs', 'c.ps1', 'd.md', 'e.mjs', 'f.h', 'g.sh' {
        $path = Join-Path $TestDrive $_
        $null = New-Item -ItemType Directory -Force -Path (Split-Path $path)
        Set-Content -LiteralPath $path -Value 'short', $text
        Invoke-LineLint | Should -Contain "${_}:2: $($text.Length) characters, 120 are allowed"
        $LASTEXITCODE | Should -Be 1
    }

    It 'does not find <Case>' -ForEach @(
        @{ Case = 'a row of a table'; Name = 'a.md'; Line = '| ' + 'word ' * 30 + '|' }
        @{ Case = 'a line that is one address'; Name = 'a.rs'; Line = '// https://learn.microsoft.com/' + 'x' * 120 }
        @{ Case = '120 characters that are more bytes'; Name = 'a.rs'; Line = '// ' + [string][char]0xfc * 117 }
        @{ Case = 'a line that a tool made'; Name = 'target/a.rs'; Line = 'word ' * 30 }
    ) {
        $path = Join-Path $TestDrive $Name
        $null = New-Item -ItemType Directory -Force -Path (Split-Path $path)
        Set-Content -LiteralPath $path -Value $Line
        @(Invoke-LineLint) -match 'characters' | Should -BeNullOrEmpty
    }
}
