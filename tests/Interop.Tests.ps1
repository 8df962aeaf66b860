# The binding and the C header say the same, and the types for -ExpressCustomSetup are what scripts expect of them.

BeforeAll {
    Set-StrictMode -Version Latest
    $root = Split-Path $PSScriptRoot
    $manifest = Import-PowerShellDataFile (Join-Path $root 'module/AzIntegrationRuntime/AzIntegrationRuntime.psd1')
    $version = $manifest.ModuleVersion
    $bin = Get-ChildItem -LiteralPath (Join-Path $root "output/AzIntegrationRuntime/$version/bin") -Directory |
        Where-Object { Test-Path (Join-Path $_.FullName 'AzIntegrationRuntime.Interop.dll') } | Select-Object -First 1
    $interop = [Reflection.Assembly]::LoadFrom((Join-Path $bin.FullName 'AzIntegrationRuntime.Interop.dll'))
    $native = $interop.GetType('AzIntegrationRuntime.Native', $true)
    $methods = $native.GetMethods([Reflection.BindingFlags]'Public, NonPublic, Static, Instance, DeclaredOnly')

    # Prototypes of the header as 'name(type, type) -> type', in .NET's words: a pointer is an array here.
    $header = [IO.File]::ReadAllText((Join-Path $root 'native/ffi/include/azir.h'))
    $code = $header -replace '(?s)/\*.*?\*/' -replace '//[^\n]*' -replace '(?m)^\s*#.*$'
    $words = @{ int32_t = 'Int32'; int64_t = 'Int64'; uint8_t = 'Byte' }
    $declared = foreach ($match in [regex]::Matches($code, '\b(\w+)\s+(azir_\w+)\s*\(([^)]*)\)\s*;')) {
        $parameters = foreach ($parameter in $match.Groups[3].Value -split ',') {
            $parts = [regex]::Match($parameter.Trim(), '^(?:const\s+)?(\w+)\s*(\*?)')
            if ($parts.Groups[1].Value -ne 'void') { $words[$parts.Groups[1].Value] + $(if ($parts.Groups[2].Value) { '[]' }) }
        }
        '{0}({1}) -> {2}' -f $match.Groups[2].Value, (@($parameters) -join ', '), $words[$match.Groups[1].Value]
    }
    $bound = foreach ($method in $methods) {
        '{0}({1}) -> {2}' -f $method.Name, (@($method.GetParameters() | ForEach-Object { $_.ParameterType.Name }) -join ', '), $method.ReturnType.Name
    }
}

Describe 'the interop assembly' {
    It 'binds exactly the functions of the C header, with their types' {
        @($declared).Count | Should -Be 6
        ($bound | Sort-Object) -join "`n" | Should -BeExactly (($declared | Sort-Object) -join "`n")
    }

    It 'calls each by its exact name, cdecl, and returns its status as it is' {
        foreach ($method in $methods) {
            $import = $method.GetCustomAttributes([Runtime.InteropServices.DllImportAttribute], $false)[0]
            $import.Value | Should -BeExactly 'azir_native'
            $import.EntryPoint | Should -BeExactly $method.Name
            $import.CallingConvention | Should -Be 'Cdecl'
            $import.ExactSpelling | Should -BeTrue
            $import.PreserveSig | Should -BeTrue
            $import.SetLastError | Should -BeFalse
        }
    }

    It 'refers to mscorlib 4.0.0.0 and to nothing else' {
        $interop.GetReferencedAssemblies().FullName | Should -Be 'mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089'
    }

    It 'has the version of the module' {
        $interop.GetName().Version.ToString() | Should -Be ([version]::new("$version.0").ToString())
    }

    It 'holds one class, which cannot be made' {
        @($interop.GetTypes()).Count | Should -Be 1
        $native.IsAbstract -and $native.IsSealed | Should -BeTrue
    }

    It 'reaches the library beside it' {
        [AzIntegrationRuntime.Native]::azir_abi_version() | Should -Be 1
    }
}

Describe 'the writer of the assemblies' {
    It 'writes the same bytes for the same input' {
        $copy = Join-Path $TestDrive 'AzIntegrationRuntime.Interop.dll'
        & {
            . (Join-Path $root 'build/Common.ps1')
            . (Join-Path $root 'build/Assemblies.ps1')
            Write-InteropAssembly -Path $copy -Version $version
        }
        (Get-FileHash $copy).Hash | Should -Be (Get-FileHash $interop.Location).Hash
    }
}

Describe 'the types for -ExpressCustomSetup of <Service>' -ForEach @(
    @{ Service = 'DataFactory'; File = 'AzIntegrationRuntime.Models.dll' }
    @{ Service = 'Synapse'; File = 'AzIntegrationRuntime.SynapseModels.dll' }
) {
    BeforeAll {
        $names = "Microsoft.Azure.Management.$Service.Models"
        if (-not ("$names.CmdkeySetup" -as [type])) {
            $null = [Reflection.Assembly]::LoadFrom((Join-Path $bin.FullName $File))
        }
    }

    It '<Type> is made with <Members> in that order, or without any and filled later' -ForEach @(
        @{ Type = 'SecureString'; Base = 'SecretBase'; Members = @('Value'); Values = @('p') }
        @{ Type = 'CmdkeySetup'; Base = 'CustomSetupBase'; Members = @('TargetName', 'UserName', 'Password'); Values = @('host', 'user', $null) }
        @{ Type = 'EnvironmentVariableSetup'; Base = 'CustomSetupBase'; Members = @('VariableName', 'VariableValue'); Values = @('name', 'value') }
        @{ Type = 'ComponentSetup'; Base = 'CustomSetupBase'; Members = @('ComponentName', 'LicenseKey'); Values = @('component', $null) }
        @{ Type = 'AzPowerShellSetup'; Base = 'CustomSetupBase'; Members = @('Version'); Values = @('1.0') }
    ) {
        $made = New-Object "$names.$Type" -ArgumentList $Values
        $filled = New-Object "$names.$Type"
        for ($i = 0; $i -lt $Members.Count; $i++) {
            $made.($Members[$i]) | Should -Be $Values[$i]
            $filled.($Members[$i]) | Should -BeNullOrEmpty
            $filled.($Members[$i]) = $Values[$i]
            $filled.($Members[$i]) | Should -Be $Values[$i]
        }
        @($made.PSObject.Properties).Name | Should -Be $Members
        $made.GetType().BaseType.FullName | Should -BeExactly "$names.$Base"
    }

    It 'takes the module''s own secret where the SDK wants one' {
        $secret = New-Object "$names.SecureString" -ArgumentList 'p'
        (New-Object "$names.CmdkeySetup" -ArgumentList 'host', 'user', $secret).Password.Value | Should -BeExactly 'p'
        { New-Object "$names.CmdkeySetup" -ArgumentList 'host', 'user', 'text' } | Should -Throw
    }
}
