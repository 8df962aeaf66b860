BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-sync'
    $runtime = New-TestRuntime 'adf-sync' 'ir-sync'
    $request = 'POST /factories/adf-sync/integrationRuntimes/ir-sync/syncCredentials'
}

AfterAll { Stop-TestEmulator }

Describe 'Sync-AzDataFactoryV2IntegrationRuntimeCredential' {
    BeforeEach { Clear-SentRequest }

    It 'always asks, and sends nothing when the answer is no' {
        $result = Invoke-Answered 'Sync-AzDataFactoryV2IntegrationRuntimeCredential rg adf-sync ir-sync' -Answer No
        # A full stop, as upstream has it.
        $result.Asked |
            Should -BeExactly "Are you sure you want to sync node credentials in integration runtime 'ir-sync'."
        $result.Output | Should -BeNullOrEmpty
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'synchronizes with one request when the answer is yes, and returns nothing' {
        $result = Invoke-Answered 'Sync-AzDataFactoryV2IntegrationRuntimeCredential rg adf-sync ir-sync' -Answer Yes
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be $request
        Get-SentBody POST | Should -BeNullOrEmpty
    }

    It 'does not ask with <With>' -ForEach @(@{ With = '-Force' }, @{ With = '-Confirm:$false' }) {
        $result = Invoke-Answered "Sync-AzDataFactoryV2IntegrationRuntimeCredential rg adf-sync ir-sync $With"
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be $request
    }

    It 'asks in spite of -Force with -Confirm' {
        $result = Invoke-Answered ('Sync-AzDataFactoryV2IntegrationRuntimeCredential rg adf-sync ir-sync -Force ' +
            '-Confirm') -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Asked[0] |
            Should -BeLike "*""Syncing node credentials in integration runtime 'ir-sync'."" on target ""ir-sync""."
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'sends nothing with -WhatIf' {
        $result = Invoke-Answered 'Sync-AzDataFactoryV2IntegrationRuntimeCredential rg adf-sync ir-sync -WhatIf'
        $result.Written | Should -BeExactly (
            "What if: Performing the operation ""Syncing node credentials in integration runtime 'ir-sync'."" on " +
            "target ""ir-sync"".")
        $result.Asked | Should -BeNullOrEmpty
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'takes the names, the id, an object and what is piped in' {
        Sync-AzDataFactoryV2IntegrationRuntimeCredential -ResourceGroupName rg -DataFactoryName adf-sync `
            -IntegrationRuntimeName ir-sync -Force
        Sync-AzDataFactoryV2IntegrationRuntimeCredential -ResourceId $runtime.Id -Force
        Sync-AzDataFactoryV2IntegrationRuntimeCredential -InputObject $runtime -Force
        $runtime | Sync-AzDataFactoryV2IntegrationRuntimeCredential -Force
        @(Get-SentRequest) -eq $request | Should -HaveCount 4
    }

    It 'names the runtime -IntegrationRuntimeName and nothing else' {
        { Sync-AzDataFactoryV2IntegrationRuntimeCredential rg adf-sync -Name ir-sync -Force } |
            Should -Throw -ErrorId ('NamedParameterNotFound,' +
                'Microsoft.Azure.Commands.DataFactoryV2.SyncAzureDataFactoryIntegrationRuntimeNodeCredential')
    }

    It 'passes on what the service refuses, and goes on' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-sync ir-azure -Type Managed
        foreach ($pair in @('ir-azure', 'BadRequest'), @('ir-none', 'NotFound')) {
            $result = Invoke-Answered ("Sync-AzDataFactoryV2IntegrationRuntimeCredential rg adf-sync $($pair[0]) " +
                "-Force; 'went on'")
            $result.Output | Should -Be 'went on'
            Get-FiveLine $result.Errors[0] | Should -BeLike "HTTP Status Code: $($pair[1])`nError Code: $($pair[1])`n*"
            $result.Errors[0].CategoryInfo.Category | Should -Be 'CloseError'
            $result.Errors[0].FullyQualifiedErrorId |
                Should -BeExactly ('Microsoft.Azure.Commands.DataFactoryV2.' +
                    'SyncAzureDataFactoryIntegrationRuntimeNodeCredential')
        }
    }
}
