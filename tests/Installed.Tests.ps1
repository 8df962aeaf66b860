# The module as it may be found on a machine: with a missing file, with files of two versions, in a folder with a long
# name or foreign letters, in a folder that nothing writes to. Each session is a process of its own.

BeforeAll {
    . $PSScriptRoot/common.ps1
    $shell = Get-PwshPath
    $main = Split-Path $script:MainManifest
    $type = (Get-Module AzIntegrationRuntime).ImplementingAssembly.GetType('AzIntegrationRuntime.Native.Platform')
    $own = $type.GetProperty('Current', [Reflection.BindingFlags]'Static, NonPublic').GetValue($null)
    $read = { param($Name) $type.GetProperty($Name, [Reflection.BindingFlags]'Instance, NonPublic').GetValue($own) }
    $rid = & $read 'Name'
    $library = Split-Path -Leaf (& $read 'LibraryPath')
    $emulator = Split-Path -Leaf (& $read 'EmulatorPath')

    function Copy-Installed {
        # A copy of the built module below some folder; returns the folder of the copy.
        param([string]$Below = "$([guid]::NewGuid())")

        $folder = Join-Path $TestDrive "$Below/AzIntegrationRuntime/$script:Version"
        $null = [IO.Directory]::CreateDirectory((Split-Path $folder))
        Copy-Item -LiteralPath $main -Destination $folder -Recurse
        $folder
    }

    function Invoke-Installed {
        # Imports the module of a folder in a new process, runs a script, and returns its lines.
        param([string]$Folder, [string]$Script)

        $path = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
        # With a byte order mark: the folder may have foreign letters.
        [IO.File]::WriteAllText($path, ("`$ErrorActionPreference = 'Stop'`n" +
                "[Console]::OutputEncoding = [Text.UTF8Encoding]::new(`$false)`n" +
                "Import-Module '$Folder/AzIntegrationRuntime.psd1'`n$Script"), [Text.UTF8Encoding]::new($true))
        & $shell -NoProfile -NonInteractive -File $path 2>&1 | ForEach-Object { "$_" }
    }

    $message = 'try { {0} } catch { $_.FullyQualifiedErrorId; $_.Exception.Message -replace "\s+", " " }'
    $list = $message.Replace('{0}', 'Get-AzDataFactoryV2')
    $start = $message.Replace('{0}', 'Start-AzIntegrationRuntimeEmulator -WarningAction Ignore')
    $works = @'
try {
    $started = Start-AzIntegrationRuntimeEmulator -WarningAction Ignore
    $version = $started.Version
    "emulator $version"
    @(Get-AzPurviewAccount).Count -gt 0
}
finally { Stop-AzIntegrationRuntimeEmulator }
'@
}

Describe 'A library' {
    It 'that was removed is named, with what removes it and the next step' {
        $folder = Copy-Installed
        Remove-Item -LiteralPath (Join-Path $folder "$rid/$library")
        $said = Invoke-Installed $folder $list
        $said[0] | Should -BeLike 'NativeLibraryNotLoaded,*'
        $said[1] | Should -Match (
            "^The native library '.*$([regex]::Escape($library))' is missing, although the module has a folder for " +
            "this platform \($rid\)\. Security software may have removed the file: look into its list of blocked " +
            'files\. Then install the module again: Install-PSResource AzIntegrationRuntime -Reinstall$')
    }

    It 'of the other processor is refused with its path and the reason of the system' {
        $folder = Copy-Installed
        $path = Join-Path $folder "$rid/$library"
        $bytes = [IO.File]::ReadAllBytes($path)
        # The machine of an ELF file is at 18, of a PE file behind its header, of a Mach-O file at 4.
        $at = if ($library -like '*.so') { 18 }
        elseif ($library -like '*.dll') { [BitConverter]::ToInt32($bytes, 60) + 4 }
        else { 4 }
        $bytes[$at] = $bytes[$at] -bxor 0xFF
        [IO.File]::WriteAllBytes($path, $bytes)
        (Invoke-Installed $folder $list)[1] |
            Should -BeLike "The native library '*$rid*$library' cannot be loaded: *"
    }

    It 'that is cut is refused with its path and the reason of the system' {
        $folder = Copy-Installed
        $path = Join-Path $folder "$rid/$library"
        $bytes = [IO.File]::ReadAllBytes($path)
        [IO.File]::WriteAllBytes($path, $bytes[0..4095])
        $said = (Invoke-Installed $folder $list)[1]
        $said | Should -BeLike "The native library '*$rid*$library' cannot be loaded: *"
        # The loader of Linux would end the process.
        if ($library -like '*.so') {
            $said | Should -BeLike ("*: the file is damaged: it has 4096 of $($bytes.Length) bytes. Install the " +
                'module again: Install-PSResource AzIntegrationRuntime -Reinstall')
        }
    }

    It 'of another platform only is refused with the platforms that the package has' {
        $folder = Copy-Installed
        Get-ChildItem -LiteralPath $folder -Directory | Where-Object Name -Match '^(win|linux|osx)-' |
            Remove-Item -Recurse
        $other, $file = if ($rid -like 'osx-*') { 'linux-x64', 'libazir_native.so' }
        else { 'osx-arm64', 'libazir_native.dylib' }
        $null = New-Item -ItemType File -Path (Join-Path $folder "$other/$file") -Force
        $said = Invoke-Installed $folder $list
        $said[0] | Should -BeLike 'NativeLibraryNotLoaded,*'
        $said[1] | Should -BeLike (
            "AzIntegrationRuntime has no native library for this platform ($rid): '*' does not exist. The folder '*' " +
            "has those for: $other. Install a package that was made for this platform, or build one with *")
    }

    It 'with an older interface beside a newer module is refused before anything is asked of it' -Skip:(
        $PSVersionTable.PSVersion.Major -lt 6) {
        $folder = Copy-Installed
        $path = Join-Path $folder "$rid/$library"
        # The function that answers with the version of the interface, as it is in memory and in the file.
        $code = [byte[]]::new(16)
        $native = [Runtime.InteropServices.NativeLibrary]
        $from = $native::GetExport($native::Load((Join-Path $main "$rid/$library")), 'azir_abi_version')
        [Runtime.InteropServices.Marshal]::Copy($from, $code, 0, $code.Length)
        $latin = [Text.Encoding]::GetEncoding('iso-8859-1')
        $bytes = [IO.File]::ReadAllBytes($path)
        $at = $latin.GetString($bytes).IndexOf($latin.GetString($code), [StringComparison]::Ordinal)
        $at | Should -BeGreaterThan 0
        # "Return 2" of each processor; a build without the optimizer may have it in another function.
        $x64 = $latin.GetString($code).IndexOf("$([char]0xB8)$([char]2)$([char]0)$([char]0)$([char]0)",
            [StringComparison]::Ordinal)
        $arm64 = $latin.GetString($code).IndexOf("$([char]0x40)$([char]0)$([char]0x80)$([char]0x52)",
            [StringComparison]::Ordinal)
        if ($x64 -ge 0) { $bytes[$at + $x64 + 1] = 1 }
        elseif ($arm64 -ge 0) { $bytes[$at + $arm64] = 0x20 }
        else { Set-ItResult -Skipped -Because 'the build has another form of the function'; return }
        [IO.File]::WriteAllBytes($path, $bytes)
        $said = Invoke-Installed $folder $list
        $said[0] | Should -BeLike 'NativeLibraryNotLoaded,*'
        $said[1] | Should -BeLike (
            "The native library '*$library' is of another version of AzIntegrationRuntime (interface 1, expected 2)" +
            '*restart PowerShell. If the error persists, install the module again.')
    }

    It 'for 32 bits that is missing beside the one for 64 bits is explained' {
        $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive 'thirty-two')).FullName
        $null = New-Item -ItemType File -Path (Join-Path $folder 'win-x64/azir_native.dll') -Force
        $flags = [Reflection.BindingFlags]'Instance, NonPublic'
        $platform = $type.GetConstructor($flags, $null, [type[]]@([string], [string]), $null).Invoke(
            @('win-x86', $folder))
        $text = $type.GetMethod('DescribeMissingLibrary', $flags).Invoke($platform, @())
        $text | Should -BeLike (
            "*no native library for this platform (win-x86)*has those for: win-x64. This is a 32-bit process: open " +
            'the 64-bit Windows PowerShell.')
    }
}

Describe 'The emulator' {
    It 'that is missing is named, with the reason and the next step' {
        $folder = Copy-Installed
        Remove-Item -LiteralPath (Join-Path $folder "$rid/$emulator")
        (Invoke-Installed $folder $start)[1] | Should -Match (
            "^The emulator '.*$([regex]::Escape($emulator))' could not be started: .* The package for Azure " +
            'Automation has no emulator, and security software may have removed it\. Install the module again: ' +
            'Install-PSResource AzIntegrationRuntime -Reinstall\.$')
    }

    It 'that lost its permission to run is named with the command that gives it back' -Skip:($env:OS -like 'Windows*') {
        $folder = Copy-Installed
        $path = Join-Path $folder "$rid/$emulator"
        chmod a-x $path
        $said = (Invoke-Installed $folder $start)[1]
        $said | Should -BeLike "The emulator '$path' could not be started: *did not keep its permission to run: *"
        # The command of the text is pasted.
        $command = [regex]::Match($said, "chmod \+x '[^']+'").Value
        & ([scriptblock]::Create($command))
        Invoke-Installed $folder $works | Should -BeExactly "emulator $script:Version", 'True'
    }
}

Describe 'A folder' {
    It 'with foreign letters and spaces works, for the module, its files and the temporary files' {
        $name = "J$([char]0xFC)rgen M$([char]0xFC)ller $([char]0x6E2C)$([char]0x8A66) $([char]0x15E)"
        $folder = Copy-Installed $name
        $temporary = (New-Item -ItemType Directory -Path (Join-Path $TestDrive "$name/temp")).FullName
        $state = Join-Path $TestDrive "$name/state.json"
        $script = "`$env:TMPDIR = `$env:TEMP = `$env:TMP = '$temporary'`n`$env:AZIR_PROFILE = '$temporary'`n" +
            $works.Replace('Ignore', "Ignore -StatePath '$state'")
        Invoke-Installed $folder $script | Should -BeExactly "emulator $script:Version", 'True'
        $state | Should -Exist
    }

    It 'with a path above 260 characters works' -Skip:($PSVersionTable.PSVersion.Major -lt 6) {
        $long = 1..7 | ForEach-Object { "a-folder-with-a-long-name-of-many-characters-$_" }
        $folder = Copy-Installed ($long -join '/')
        $folder.Length | Should -BeGreaterThan 260
        # The library is loaded: the answer is its own.
        $own = $message.Replace('{0}', "Test-AzIntegrationRuntimeFleet -FromSnapshot 'no-such-file.json'")
        (Invoke-Installed $folder $own)[1] | Should -BeLike '*no-such-file.json*'
        $said = @(Invoke-Installed $folder $start)
        # Files may have such a path on Windows, but not each program there.
        if ($said.Count -gt 1 -and $env:OS -like 'Windows*') {
            $length = "$folder/$rid/$emulator".Length
            $said[1] | Should -BeLike "*could not be started: *Its path has $length characters, and Windows may*"
        } else {
            Invoke-Installed $folder $works | Should -BeExactly "emulator $script:Version", 'True'
        }
    }

    It 'of the module is never written to, so that it can be read-only' {
        $folder = Copy-Installed
        $picture = {
            Get-ChildItem -LiteralPath $folder -Recurse -Force |
                ForEach-Object { "$($_.FullName) $($_.LastWriteTimeUtc.Ticks)" }
        }
        Get-ChildItem -LiteralPath $folder -Recurse -File | ForEach-Object { $_.IsReadOnly = $true }
        $before = & $picture
        try {
            Invoke-Installed $folder "$works`nGet-Help about_AzIntegrationRuntime | Out-Null" |
                Should -BeExactly "emulator $script:Version", 'True'
            & $picture | Should -BeExactly $before
        }
        finally { Get-ChildItem -LiteralPath $folder -Recurse -File | ForEach-Object { $_.IsReadOnly = $false } }
    }
}

Describe 'Two versions' {
    BeforeAll {
        $next = Join-Path $TestDrive 'next/AzIntegrationRuntime/99.0.0'
        $null = [IO.Directory]::CreateDirectory((Split-Path $next))
        Copy-Item -LiteralPath $main -Destination $next -Recurse
        $manifest = Join-Path $next 'AzIntegrationRuntime.psd1'
        [IO.File]::WriteAllText($manifest,
            [IO.File]::ReadAllText($manifest).Replace("'$script:Version'", "'99.0.0'"))
        # Another build has another id in its assembly; .NET takes one with the same id for the one that is loaded.
        $path = Join-Path $next 'AzIntegrationRuntime.dll'
        $latin = [Text.Encoding]::GetEncoding('iso-8859-1')
        $bytes = [IO.File]::ReadAllBytes($path)
        $id = (Get-Module AzIntegrationRuntime).ImplementingAssembly.ManifestModule.ModuleVersionId.ToByteArray()
        $at = $latin.GetString($bytes).IndexOf($latin.GetString($id), [StringComparison]::Ordinal)
        $at | Should -BeGreaterThan 0
        $bytes[$at] = $bytes[$at] -bxor 0xFF
        [IO.File]::WriteAllBytes($path, $bytes)
    }

    It 'are not loaded together, and the first one goes on' {
        $said = Invoke-Installed $main (
            "try { Import-Module '$manifest' } catch { `$_.Exception.Message }`n" +
            "(Get-Module AzIntegrationRuntime).Version.ToString()`n$works")
        # One error that says what is loaded, and none of the types.
        if ($PSVersionTable.PSVersion.Major -gt 5) {
            $said[0] | Should -BeLike '*AzIntegrationRuntime, Version=*Assembly with same name is already loaded*'
        }
        $said[-3..-1] | Should -BeExactly $script:Version, "emulator $script:Version", 'True'
    }

    It 'are not mixed: Standalone imports no other version of AzIntegrationRuntime' {
        $folder = Join-Path $TestDrive 'next'
        $said = & $shell -NoProfile -NonInteractive -Command (
            "`$env:PSModulePath = '$folder'; try { Import-Module '$script:StandaloneManifest' -ErrorAction Stop } " +
            'catch { $_.Exception.Message }')
        "$said" | Should -BeLike "*'AzIntegrationRuntime' is not loaded*"
    }
}
