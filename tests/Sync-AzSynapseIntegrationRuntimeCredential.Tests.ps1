BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-sync'
    $runtime = New-TestSynapseRuntime 'syn-sync' 'ir-sync'
    $request = 'POST /workspaces/syn-sync/integrationRuntimes/ir-sync/syncCredentials'
    $call = 'Sync-AzSynapseIntegrationRuntimeCredential -ResourceGroupName rg -WorkspaceName syn-sync ' +
        '-IntegrationRuntimeName ir-sync'
}

AfterAll { Stop-TestEmulator }

Describe 'Sync-AzSynapseIntegrationRuntimeCredential' {
    BeforeEach { Clear-SentRequest }

    It 'always asks, and sends nothing when the answer is no' {
        $result = Invoke-Answered $call -Answer No
        # A full stop, as upstream has it.
        $result.Asked |
            Should -BeExactly "Are you sure you want to sync node credentials in integration runtime 'ir-sync'."
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'synchronizes with one request when the answer is yes, and returns nothing' {
        $result = Invoke-Answered $call -Answer Yes
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be $request
    }

    It 'does not ask with <With>' -ForEach @(@{ With = '-Force' }, @{ With = '-Confirm:$false' }) {
        (Invoke-Answered "$call $With").Asked | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be $request
    }

    It 'sends nothing with -WhatIf' {
        $result = Invoke-Answered "$call -WhatIf"
        $result.Written | Should -BeExactly (
            "What if: Performing the operation ""Syncing node credentials in integration runtime 'ir-sync'."" on " +
            "target ""ir-sync"".")
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'takes a workspace, an id and a runtime' {
        $workspace | Sync-AzSynapseIntegrationRuntimeCredential -IntegrationRuntimeName ir-sync -Force
        Sync-AzSynapseIntegrationRuntimeCredential -ResourceId $runtime.Id -Force
        $runtime | Sync-AzSynapseIntegrationRuntimeCredential -Force
        @(Get-SentRequest) -eq $request | Should -HaveCount 3
    }

    It 'names the runtime -IntegrationRuntimeName and nothing else' {
        { Sync-AzSynapseIntegrationRuntimeCredential -WorkspaceName syn-sync -Name ir-sync -Force } |
            Should -Throw -ErrorId ('NamedParameterNotFound,' +
                'Microsoft.Azure.Commands.Synapse.SyncAzureSynapseIntegrationRuntimeCredential')
    }

    It 'passes on what the service refuses, and goes on' {
        $null = Set-AzSynapseIntegrationRuntime -WorkspaceName syn-sync -Name ir-azure -Type Managed
        foreach ($pair in @('ir-azure', 'BadRequest'), @('ir-none', 'NotFound')) {
            $result = Invoke-Answered ($call.Replace('ir-sync', $pair[0]) + ' -Force; "went on"')
            $result.Output | Should -Be 'went on'
            Get-FiveLine $result.Errors[0] | Should -BeLike "HTTP Status Code: $($pair[1])`nError Code: $($pair[1])`n*"
        }
    }
}
