BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-node'
    $runtime = New-TestSynapseRuntime 'syn-node' 'ir-node'
    $key = $runtime | Get-AzSynapseIntegrationRuntimeKey
    $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName 'West-1' -Version '5.40.1.1'
    $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName 'West-2'
    $null = $workspace | Set-AzSynapseIntegrationRuntime -Name ir-ssis -Type Managed -Location eastus `
        -NodeSize Standard_D2_v3 -NodeCount 2
    $started = $workspace | Start-AzSynapseIntegrationRuntime -Name ir-ssis -Force
    $where = @{ ResourceGroupName = 'rg'; WorkspaceName = 'syn-node' }
    $models = 'Microsoft.Azure.Commands.Synapse.Models'
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzSynapseIntegrationRuntimeNode' {
    BeforeEach { Clear-SentRequest }

    It 'gets a node by name, out of the status' {
        $node = Get-AzSynapseIntegrationRuntimeNode @where -IntegrationRuntimeName ir-node -Name West-1
        $node.PSObject.TypeNames[0] | Should -BeExactly "$models.PSSelfHostedIntegrationRuntimeNode"
        $node.ResourceGroupName | Should -BeExactly 'rg'
        $node.WorkspaceName | Should -BeExactly 'syn-node'
        $node.IntegrationRuntimeName | Should -BeExactly 'ir-node'
        $node.Name | Should -BeExactly 'West-1'
        $node.Status | Should -BeExactly 'Online'
        $node.Version | Should -BeExactly '5.40.1.1'
        $node.IpAddress | Should -BeNullOrEmpty
        Get-SentRequest | Sort-Object | Should -Be @(
            'GET /workspaces/syn-node/integrationRuntimes/ir-node'
            'POST /workspaces/syn-node/integrationRuntimes/ir-node/getStatus')
    }

    It 'also gets its address with -IpAddress, in one more request' {
        $node = Get-AzSynapseIntegrationRuntimeNode @where -IntegrationRuntimeName ir-node -Name West-2 -IpAddress
        $node.IpAddress | Should -Match '^\d+\.\d+\.\d+\.\d+$'
        @(Get-SentRequest)[-1] |
            Should -Be 'POST /workspaces/syn-node/integrationRuntimes/ir-node/nodes/West-2/ipAddress'
    }

    # By id and by object upstream fails: it takes the runtime's name for the node's.
    It 'takes <Name>' -ForEach @(
        @{ Name = 'an id'; Call = { Get-AzSynapseIntegrationRuntimeNode -ResourceId $runtime.Id -Name West-1 } }
        @{ Name = 'a runtime'; Call = { Get-AzSynapseIntegrationRuntimeNode -InputObject $runtime -Name West-1 } }
        @{ Name = 'a runtime from the pipeline'
            Call = { $runtime | Get-AzSynapseIntegrationRuntimeNode -Name West-1 } }
        @{ Name = 'a workspace from the pipeline'
            Call = { $workspace | Get-AzSynapseIntegrationRuntimeNode -IntegrationRuntimeName ir-node -Name West-1 } }
        @{ Name = 'the workspace''s name alone'
            Call = { Get-AzSynapseIntegrationRuntimeNode -WorkspaceName syn-node -IntegrationRuntimeName ir-node `
                -Name West-1 } }
    ) {
        $node = & $Call
        $node.Name | Should -BeExactly 'West-1'
        $node.IntegrationRuntimeName | Should -BeExactly 'ir-node'
    }

    It 'gets a node of an Azure-SSIS runtime by its id' {
        $id = $started.Nodes[1].NodeId
        $node = Get-AzSynapseIntegrationRuntimeNode @where -IntegrationRuntimeName ir-ssis -Name $id
        $node.PSObject.TypeNames[0] | Should -BeExactly "$models.PSManagedIntegrationRuntimeNode"
        $node.NodeId | Should -BeExactly $id
        $node.Status | Should -BeExactly 'Available'
    }

    It 'ends with an error when there is no such node' {
        $records = Get-Refusal {
            Get-AzSynapseIntegrationRuntimeNode @where -IntegrationRuntimeName ir-node -Name East-9
            'went on'
        }
        $records | Should -HaveCount 1
        $records[0].Exception.Message |
            Should -BeLike 'The node with node name East-9 in integration runtime ir-node was not found.*'
        $records[0].FullyQualifiedErrorId |
            Should -BeExactly 'Microsoft.Azure.Commands.Synapse.GetAzureSynapseIntegrationRuntimeNode'
        { Get-AzSynapseIntegrationRuntimeNode @where -IntegrationRuntimeName ir-node -Name East-9 `
            -ErrorAction SilentlyContinue } |
            Should -Throw 'The node with node name East-9*'
    }

    It 'has no address of a node of an Azure-SSIS runtime' {
        $records = Get-Refusal {
            Get-AzSynapseIntegrationRuntimeNode @where -IntegrationRuntimeName ir-ssis -Name $started.Nodes[0].NodeId `
                -IpAddress
        }
        $records[0].Exception.Message |
            Should -BeExactly 'The SSIS-Azure integration runtime does not support getting IP address of node.'
    }

    It 'goes on after a runtime that does not exist' {
        $result = Invoke-Answered ('Get-AzSynapseIntegrationRuntimeNode -WorkspaceName syn-node ' +
            '-IntegrationRuntimeName ir-none -Name West-1; "went on"')
        $result.Output | Should -Be 'went on'
        Get-FiveLine $result.Errors[0] | Should -BeLike "HTTP Status Code: NotFound`nError Code: NotFound`n*"
    }
}
