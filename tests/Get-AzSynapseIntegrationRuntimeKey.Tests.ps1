BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-key'
    $runtime = New-TestSynapseRuntime 'syn-key' 'ir-key'
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzSynapseIntegrationRuntimeKey' {
    BeforeEach { Clear-SentRequest }

    It 'gets both keys with one request' {
        $keys = Get-AzSynapseIntegrationRuntimeKey -ResourceGroupName rg -WorkspaceName syn-key -Name ir-key
        $keys.PSObject.Properties.Name | Should -BeExactly 'AuthKey1', 'AuthKey2'
        $keys.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeKeys'
        $keys.AuthKey1 | Should -Match '^IR@[0-9a-f-]{36}@syn-key@\S+@\S+$'
        $keys.AuthKey2 | Should -Not -BeExactly $keys.AuthKey1
        Get-SentRequest | Should -Be 'POST /workspaces/syn-key/integrationRuntimes/ir-key/listAuthKeys'
    }

    It 'takes the workspace''s name alone, a workspace, an id and a runtime' {
        $first = (Get-AzSynapseIntegrationRuntimeKey -WorkspaceName syn-key -IntegrationRuntimeName ir-key).AuthKey1
        ($workspace | Get-AzSynapseIntegrationRuntimeKey -Name ir-key).AuthKey1 | Should -BeExactly $first
        (Get-AzSynapseIntegrationRuntimeKey -ResourceId $runtime.Id).AuthKey1 | Should -BeExactly $first
        ($runtime | Get-AzSynapseIntegrationRuntimeKey).AuthKey1 | Should -BeExactly $first
    }

    It 'gives keys that nodes register with' {
        $key = Get-AzSynapseIntegrationRuntimeKey -WorkspaceName syn-key -Name ir-key
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName west-1
        ($runtime | Get-AzSynapseIntegrationRuntime -Status).Nodes.NodeName | Should -Be 'west-1'
    }

    It 'passes on what the service says of a runtime without keys' {
        $null = Set-AzSynapseIntegrationRuntime -WorkspaceName syn-key -Name ir-azure -Type Managed
        $record = Get-Refusal { Get-AzSynapseIntegrationRuntimeKey -WorkspaceName syn-key -Name ir-azure }
        $record | Should -HaveCount 1
        $record.Exception.Message |
            Should -BeLike "HTTP Status Code: *`nError Code: *`nError Message: *`nRequest Id: *`nTimestamp (Utc):*"
    }

    It 'gives the one key of an answer without the other' {
        Add-Fault @{ path = 'listAuthKeys'; body = '{"authKey1":"IR@planted","authKey2":null}' }
        $keys = Get-AzSynapseIntegrationRuntimeKey -WorkspaceName syn-key -Name ir-key
        $keys.AuthKey1 | Should -BeExactly 'IR@planted'
        $null -eq $keys.AuthKey2 | Should -BeTrue
    }
}
