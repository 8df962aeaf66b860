# The types for -ExpressCustomSetup are what scripts expect of them.

BeforeAll { . $PSScriptRoot/common.ps1 }

Describe 'The types for -ExpressCustomSetup of <Service>' -ForEach @(
    @{ Service = 'DataFactory' }
    @{ Service = 'Synapse' }
) {
    BeforeAll {
        $names = "Microsoft.Azure.Management.$Service.Models"
    }

    It '<Type> is made with <Members> in that order, or without any and filled later' -ForEach @(
        @{ Type = 'SecureString'; Base = 'SecretBase'; Members = @('Value'); Values = @('p') }
        @{ Type = 'CmdkeySetup'; Base = 'CustomSetupBase'; Members = @('TargetName', 'UserName', 'Password')
            Values = @('host', 'user', $null) }
        @{ Type = 'EnvironmentVariableSetup'; Base = 'CustomSetupBase'; Members = @('VariableName', 'VariableValue')
            Values = @('name', 'value') }
        @{ Type = 'ComponentSetup'; Base = 'CustomSetupBase'; Members = @('ComponentName', 'LicenseKey')
            Values = @('component', $null) }
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
