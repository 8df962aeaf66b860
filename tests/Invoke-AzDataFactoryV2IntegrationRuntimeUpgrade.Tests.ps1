BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-up'
    $runtime = New-TestRuntime 'adf-up' 'ir-up'
    $key = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-up ir-up
    $request = 'POST /factories/adf-up/integrationRuntimes/ir-up/upgrade'
}

AfterAll { Stop-TestEmulator }

Describe 'Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade' {
    BeforeEach {
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName 'west-1' -Version '5.40.1.1'
        Clear-SentRequest
    }

    It 'upgrades the nodes with one request, without asking, and returns nothing' {
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-up ir-up -Status).VersionStatus | Should -Be 'UpdateAvailable'
        Clear-SentRequest
        $result = Invoke-Answered ('Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade -ResourceGroupName rg ' +
            '-DataFactoryName adf-up -Name ir-up')
        $result.Asked | Should -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be $request
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-up ir-up -Status).VersionStatus | Should -Be 'UpToDate'
    }

    It 'takes the alias of -Name, the id, an object and what is piped in' {
        Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade rg adf-up -IntegrationRuntimeName ir-up
        Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade -ResourceId $runtime.Id
        Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade $runtime
        Get-AzDataFactoryV2IntegrationRuntime rg adf-up | Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade
        @(Get-SentRequest) -eq $request | Should -HaveCount 4
    }

    It 'asks with -Confirm, and sends nothing when the answer is no' {
        $result = Invoke-Answered 'Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade rg adf-up ir-up -Confirm' -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Asked[0] | Should -BeLike "*""Upgrading integration runtime 'ir-up'."" on target ""ir-up""."
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'sends nothing with -WhatIf' {
        $result = Invoke-Answered 'Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade rg adf-up ir-up -WhatIf'
        $result.Written |
            Should -BeExactly ("What if: Performing the operation ""Upgrading integration runtime 'ir-up'."" on " +
                "target ""ir-up"".")
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'knows no -Force' {
        { Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade rg adf-up ir-up -Force } |
            Should -Throw -ErrorId ('NamedParameterNotFound,' +
                'Microsoft.Azure.Commands.DataFactoryV2.InvokeAzureDataFactoryIntegrationRuntimeUpgradeCommand')
    }

    It 'passes on what the service refuses, and goes on' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-up ir-azure -Type Managed
        foreach ($pair in @('ir-azure', 'BadRequest'), @('ir-none', 'NotFound')) {
            $result = Invoke-Answered "Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade rg adf-up $($pair[0]); 'went on'"
            $result.Output | Should -Be 'went on'
            Get-FiveLine $result.Errors[0] | Should -BeLike "HTTP Status Code: $($pair[1])`nError Code: $($pair[1])`n*"
            $result.Errors[0].CategoryInfo.Category | Should -Be 'CloseError'
        }
    }
}
