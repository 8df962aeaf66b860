BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-node'
    $runtime = New-TestSynapseRuntime 'syn-node' 'ir-node'
    $key = $runtime | Get-AzSynapseIntegrationRuntimeKey
    foreach ($name in 'west-1', 'west-2') {
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName $name
    }
    $node = @{ ResourceGroupName = 'rg'; WorkspaceName = 'syn-node'; IntegrationRuntimeName = 'ir-node' }
    $call = 'Update-AzSynapseIntegrationRuntimeNode -ResourceGroupName rg -WorkspaceName syn-node ' +
        '-IntegrationRuntimeName ir-node -Name west-1 -ConcurrentJobsLimit 8'

    function Get-Limit {
        param([string]$Name)
        ($runtime | Get-AzSynapseIntegrationRuntimeNode -Name $Name).ConcurrentJobsLimit
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Update-AzSynapseIntegrationRuntimeNode' {
    BeforeEach { Clear-SentRequest }

    It 'sets the limit with one request, and returns the node' {
        $changed = Update-AzSynapseIntegrationRuntimeNode @node -Name west-1 -ConcurrentJobsLimit 2
        $changed.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntimeNode'
        $changed.Name | Should -BeExactly 'west-1'
        $changed.WorkspaceName | Should -BeExactly 'syn-node'
        $changed.ConcurrentJobsLimit | Should -Be 2
        Get-SentRequest | Should -Be 'PATCH /workspaces/syn-node/integrationRuntimes/ir-node/nodes/west-1'
        @((Get-SentBody PATCH).PSObject.Properties.Name) | Should -BeExactly 'concurrentJobsLimit'
        Get-Limit west-1 | Should -Be 2
    }

    It 'takes a workspace, an id and a runtime' {
        $null = $workspace | Update-AzSynapseIntegrationRuntimeNode -IntegrationRuntimeName ir-node -Name west-2 `
            -ConcurrentJobsLimit 3
        Get-Limit west-2 | Should -Be 3
        $null = Update-AzSynapseIntegrationRuntimeNode -ResourceId $runtime.Id -Name west-2 -ConcurrentJobsLimit 4
        Get-Limit west-2 | Should -Be 4
        $null = $runtime | Update-AzSynapseIntegrationRuntimeNode -Name west-2 -ConcurrentJobsLimit 5
        Get-Limit west-2 | Should -Be 5
    }

    It 'never asks by itself, asks with -Confirm, and changes nothing with -WhatIf' {
        (Invoke-Answered $call.Replace('8', '7')).Asked | Should -BeNullOrEmpty
        $result = Invoke-Answered "$call -Confirm" -Answer No
        $result.Asked[0] | Should -BeLike '*"Updating integration runtime node west-1." on target "west-1".'
        $result = Invoke-Answered "$call -WhatIf"
        $result.Written |
            Should -BeExactly ('What if: Performing the operation "Updating integration runtime node west-1." on ' +
                'target "west-1".')
        Get-Limit west-1 | Should -Be 7
    }

    It 'refuses a limit below one before any request' {
        (Get-Refusal {
            Update-AzSynapseIntegrationRuntimeNode @node -Name west-1 -ConcurrentJobsLimit 0
        }).Exception.Message |
            Should -BeLike '-ConcurrentJobsLimit must be a whole number from 1 *'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'passes on that there is no such node' {
        $records = Get-Refusal { Update-AzSynapseIntegrationRuntimeNode @node -Name east-9 -ConcurrentJobsLimit 2 }
        Get-FiveLine $records[0] | Should -BeLike "HTTP Status Code: NotFound`nError Code: NotFound`n*"
    }
}
