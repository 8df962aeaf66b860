BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-node'
    $runtime = New-TestRuntime 'adf-node' 'ir-node'
    $key = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-node ir-node
    $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName 'West-1' -Version '5.40.1.1'
    $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName 'West-2'
    $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-node ir-ssis -Type Managed -Location eastus `
        -NodeSize Standard_D2_v3 -NodeCount 2
    $null = Start-AzDataFactoryV2IntegrationRuntime rg adf-node ir-ssis -Force
    $started = Get-AzDataFactoryV2IntegrationRuntime rg adf-node ir-ssis -Status
    $models = 'Microsoft.Azure.Commands.DataFactoryV2.Models'
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzDataFactoryV2IntegrationRuntimeNode' {
    BeforeEach { Clear-SentRequest }

    It 'gets a node by name, out of the status' {
        $node = Get-AzDataFactoryV2IntegrationRuntimeNode -ResourceGroupName rg -DataFactoryName adf-node `
            -IntegrationRuntimeName ir-node -Name West-1
        $node.PSObject.TypeNames[0] | Should -BeExactly "$models.PSSelfHostedIntegrationRuntimeNode"
        $node.ResourceGroupName | Should -BeExactly 'rg'
        $node.DataFactoryName | Should -BeExactly 'adf-node'
        $node.IntegrationRuntimeName | Should -BeExactly 'ir-node'
        $node.Name | Should -BeExactly 'West-1'
        $node.Status | Should -BeExactly 'Online'
        $node.Version | Should -BeExactly '5.40.1.1'
        $node.VersionStatus | Should -BeExactly 'UpdateAvailable'
        $node.IpAddress | Should -BeNullOrEmpty
        Get-SentRequest | Sort-Object | Should -Be @(
            'GET /factories/adf-node/integrationRuntimes/ir-node'
            'POST /factories/adf-node/integrationRuntimes/ir-node/getStatus'
        )
    }

    It 'also gets its address with -IpAddress, in one more request' {
        $node = Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name West-2 -IpAddress
        $node.IpAddress | Should -BeExactly '10.0.0.5'
        @(Get-SentRequest)[-1] |
            Should -Be 'POST /factories/adf-node/integrationRuntimes/ir-node/nodes/West-2/ipAddress'
        @(Get-SentRequest) | Should -HaveCount 3
    }

    It 'takes the id, an object, what is piped in, and objects with the names' {
        (Get-AzDataFactoryV2IntegrationRuntimeNode -ResourceId $runtime.Id -Name West-1).Name |
            Should -BeExactly 'West-1'
        (Get-AzDataFactoryV2IntegrationRuntimeNode -Id $runtime.Id -Name West-1).Name | Should -BeExactly 'West-1'
        (Get-AzDataFactoryV2IntegrationRuntimeNode $runtime -Name West-2).Name | Should -BeExactly 'West-2'
        ($runtime | Get-AzDataFactoryV2IntegrationRuntimeNode -Name West-2).Name | Should -BeExactly 'West-2'
        # A node says where it is itself: its name is no longer bound, because -Name takes nothing from the pipeline.
        $first = Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name West-1
        ($first | Get-AzDataFactoryV2IntegrationRuntimeNode -Name West-2).Name | Should -BeExactly 'West-2'
    }

    It 'gets a node of an Azure-SSIS runtime by its id' {
        $id = $started.Nodes[1].NodeId
        $node = Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-ssis -Name $id
        $node.PSObject.TypeNames[0] | Should -BeExactly "$models.PSManagedIntegrationRuntimeNode"
        $node.NodeId | Should -BeExactly $id
        $node.Name | Should -BeExactly $id
        $node.Status | Should -BeExactly 'Available'
        @($node.Errors).Count | Should -Be 0
    }

    It 'gets a node of the shared runtime through a linked one' {
        $user = New-TestFactory 'adf-user'
        $null = New-AzRoleAssignment -ObjectId $user.Identity.PrincipalId -RoleDefinitionName Contributor `
            -Scope $runtime.Id
        $null = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-user -Name ir-linked `
            -Type SelfHosted -SharedIntegrationRuntimeResourceId $runtime.Id
        $node = Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-user ir-linked -Name West-1
        $node.Name | Should -BeExactly 'West-1'
        $node.IntegrationRuntimeName | Should -BeExactly 'ir-linked'
    }

    It 'ends with an error when there is no such node' {
        $records = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name East-9; 'went on' }
        $records | Should -HaveCount 1
        $records[0].Exception.Message |
            Should -BeLike 'The node with node name East-9 in integration runtime ir-node was not found.*'
        $records[0].Exception.GetType().FullName | Should -Be 'System.InvalidOperationException'
        $records[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $records[0].FullyQualifiedErrorId |
            Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.GetAzureDataFactoryIntegrationRuntimeNodeCommand'
        { Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name East-9 -ErrorAction SilentlyContinue } |
            Should -Throw 'The node with node name East-9*'
    }

    It 'compares names with their casing, and says which one there is' {
        $records = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name WEST-1 }
        $records[0].Exception.Message |
            Should -BeLike "The node with node name WEST-1 in integration runtime ir-node was not found.*'West-1'*"
    }

    It 'says that -Name is the node when the name of the runtime was given' {
        $records = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name ir-node }
        $records[0].Exception.Message |
            Should -BeLike "The node with node name ir-node in integration runtime ir-node was not found.`n*-Name*"
    }

    It 'speaks of the ID for a node of an Azure-SSIS runtime' {
        $records = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-ssis -Name tvm_9 }
        $records[0].Exception.Message |
            Should -BeLike 'The node with node ID tvm_9 in integration runtime ir-ssis was not found.*'
    }

    It 'has no address of a node of an Azure-SSIS runtime, whether there is such a node or not' {
        foreach ($name in $started.Nodes[0].NodeId, 'tvm_9') {
            $records = Get-Refusal {
                Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-ssis -Name $name -IpAddress
            }
            $records[0].Exception.Message |
                Should -BeExactly 'The SSIS-Azure integration runtime does not support getting IP address of node.'
            $records[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        }
        Get-SentRequest | Should -Not -BeLike '*ipAddress'
    }

    It 'finds none in a runtime without nodes' {
        $null = New-TestRuntime 'adf-node' 'ir-empty'
        $records = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-empty -Name West-1 }
        $records[0].Exception.Message |
            Should -BeLike 'The node with node name West-1 in integration runtime ir-empty was not found.*'
        Add-Fault @{ method = 'POST'; path = 'ir-empty/getStatus'
            body = '{"name":"ir-empty","properties":{"type":"SelfHosted","state":"Offline","typeProperties":{}}}' }
        $records = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-empty -Name West-1 }
        $records[0].Exception.Message |
            Should -BeLike 'The node with node name West-1 in integration runtime ir-empty was not found.*'
    }

    It 'goes on after a runtime that does not exist' {
        $result = Invoke-Answered ('Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-none -Name West-1; ' +
            '"went on"')
        $result.Output | Should -Be 'went on'
        Get-FiveLine $result.Errors[0] | Should -BeLike "HTTP Status Code: NotFound`nError Code: NotFound`n*"
    }
}
