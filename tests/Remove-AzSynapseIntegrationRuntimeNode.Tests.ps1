BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-node'
    $runtime = New-TestSynapseRuntime 'syn-node' 'ir-node'
    $key = $runtime | Get-AzSynapseIntegrationRuntimeKey
    # Upstream's own words: without quotes round the node, with two of them behind the runtime.
    $question = "Are you sure you want to remove node west-1 in integration runtime 'ir-node''?"
    $call = 'Remove-AzSynapseIntegrationRuntimeNode -ResourceGroupName rg -WorkspaceName syn-node ' +
        '-IntegrationRuntimeName ir-node -NodeName west-1'

    function Get-NodeName {
        @(($runtime | Get-AzSynapseIntegrationRuntime -Status).Nodes | ForEach-Object { $_.NodeName })
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Remove-AzSynapseIntegrationRuntimeNode' {
    BeforeEach {
        foreach ($name in 'west-1', 'west-2') {
            $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName $name
        }
        Clear-SentRequest
    }

    It 'always asks, and removes nothing when the answer is no' {
        $result = Invoke-Answered $call -Answer No
        $result.Asked | Should -BeExactly $question
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'removes it when the answer is yes, and returns nothing' {
        $result = Invoke-Answered $call -Answer Yes
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be 'DELETE /workspaces/syn-node/integrationRuntimes/ir-node/nodes/west-1'
        Get-NodeName | Should -Be 'west-2'
    }

    It 'does not ask with <With>' -ForEach @(@{ With = '-Force' }, @{ With = '-Confirm:$false' }) {
        (Invoke-Answered "$call $With").Asked | Should -BeNullOrEmpty
        Get-NodeName | Should -Be 'west-2'
    }

    It 'removes nothing with -WhatIf' {
        $result = Invoke-Answered "$call -WhatIf"
        $result.Written | Should -BeExactly (
            "What if: Performing the operation ""Removing the node west-1 in integration runtime 'ir-node'."" on " +
            "target ""ir-node"".")
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'takes a workspace, an id, a runtime, and names of nodes from the pipeline' {
        $workspace | Remove-AzSynapseIntegrationRuntimeNode -IntegrationRuntimeName ir-node -NodeName west-1 -Force
        Get-NodeName | Should -Be 'west-2'
        Remove-AzSynapseIntegrationRuntimeNode -ResourceId $runtime.Id -NodeName west-2 -Force
        Get-NodeName | Should -BeNullOrEmpty
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName west-1
        $runtime | Remove-AzSynapseIntegrationRuntimeNode -NodeName west-1 -Force
        Get-NodeName | Should -BeNullOrEmpty
        foreach ($name in 'west-1', 'west-2', 'west-3') {
            $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName $name
        }
        'west-1', 'west-3' | Remove-AzSynapseIntegrationRuntimeNode -WorkspaceName syn-node `
            -IntegrationRuntimeName ir-node -Force
        Get-NodeName | Should -Be 'west-2'
    }

    It 'warns when there is nothing to remove' {
        $result = Invoke-Answered ($call.Replace('west-1', 'east-9') + ' -Force')
        $result.Warnings | Should -BeExactly "The node 'east-9' does not exist in integration runtime 'ir-node'."
        $result.Errors | Should -BeNullOrEmpty
    }
}
