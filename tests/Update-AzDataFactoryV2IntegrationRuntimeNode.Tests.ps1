BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-node'
    $runtime = New-TestRuntime 'adf-node' 'ir-node'
    $key = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-node ir-node
    foreach ($name in 'west-1', 'west-2') {
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName $name
    }

    function Get-Limit {
        param([string]$Node)
        (Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name $Node).ConcurrentJobsLimit
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Update-AzDataFactoryV2IntegrationRuntimeNode' {
    BeforeEach { Clear-SentRequest }

    It 'sets the limit with one request, and returns the node without its address' {
        $node = Update-AzDataFactoryV2IntegrationRuntimeNode -ResourceGroupName rg -DataFactoryName adf-node `
            -IntegrationRuntimeName ir-node -Name west-1 -ConcurrentJobsLimit 2
        $node.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeNode'
        $node.Name | Should -BeExactly 'west-1'
        $node.ConcurrentJobsLimit | Should -Be 2
        $node.IpAddress | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be 'PATCH /factories/adf-node/integrationRuntimes/ir-node/nodes/west-1'
        $body = Get-SentBody PATCH
        @($body.PSObject.Properties.Name) | Should -BeExactly 'concurrentJobsLimit'
        $body.concurrentJobsLimit | Should -Be 2
        Get-Limit west-1 | Should -Be 2
    }

    It 'takes the id, an object and what is piped in' {
        $null = Update-AzDataFactoryV2IntegrationRuntimeNode -ResourceId $runtime.Id -Name west-1 -ConcurrentJobsLimit 3
        Get-Limit west-1 | Should -Be 3
        $null = Update-AzDataFactoryV2IntegrationRuntimeNode $runtime -Name west-1 -ConcurrentJobsLimit 4
        Get-Limit west-1 | Should -Be 4
        $null = Get-AzDataFactoryV2IntegrationRuntime rg adf-node |
            Update-AzDataFactoryV2IntegrationRuntimeNode -Name west-2 -ConcurrentJobsLimit 5
        Get-Limit west-2 | Should -Be 5
        # Nodes say where they are.
        $null = Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name west-1 |
            Update-AzDataFactoryV2IntegrationRuntimeNode -Name west-2 -ConcurrentJobsLimit 6
        Get-Limit west-2 | Should -Be 6
    }

    It 'never asks by itself, and knows no -Force' {
        $result = Invoke-Answered ('Update-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name west-1 ' +
            '-ConcurrentJobsLimit 7')
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        { Update-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name west-1 -ConcurrentJobsLimit 7 `
            -Force } |
            Should -Throw -ErrorId ('NamedParameterNotFound,' +
                'Microsoft.Azure.Commands.DataFactoryV2.UpdateAzureDataFactoryIntegrationRuntimeNodeCommand')
    }

    It 'asks with -Confirm, and changes nothing when the answer is no' {
        $result = Invoke-Answered ('Update-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name west-1 ' +
            '-ConcurrentJobsLimit 8 -Confirm') -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Asked[0] | Should -BeLike '*"Updating integration runtime node west-1." on target "west-1".'
        $result.Output | Should -BeNullOrEmpty
        Get-SentRequest | Should -Not -BeLike 'PATCH*'
    }

    It 'changes nothing with -WhatIf' {
        $result = Invoke-Answered ('Update-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name west-1 ' +
            '-ConcurrentJobsLimit 8 -WhatIf')
        $result.Written |
            Should -BeExactly ('What if: Performing the operation "Updating integration runtime node west-1." on ' +
                'target "west-1".')
        $result.Output | Should -BeNullOrEmpty
        Get-SentRequest | Should -Not -BeLike 'PATCH*'
    }

    It 'refuses a limit below one before any request' {
        $records = Get-Refusal {
            Update-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name west-1 -ConcurrentJobsLimit 0
        }
        $records | Should -HaveCount 1
        $records[0].Exception.Message | Should -BeLike '-ConcurrentJobsLimit must be a whole number from 1 *'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'passes on what the service says of more than a node can do' {
        $result = Invoke-Answered ('Update-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name west-1 ' +
            '-ConcurrentJobsLimit 999; "went on"')
        Get-FiveLine $result.Errors[0] | Should -BeLike "HTTP Status Code: BadRequest`nError Code: BadRequest`n*"
        $result.Errors[0].CategoryInfo.Category | Should -Be 'CloseError'
        $result.Errors[0].FullyQualifiedErrorId |
            Should -BeExactly ('Microsoft.Azure.Commands.DataFactoryV2.' +
                'UpdateAzureDataFactoryIntegrationRuntimeNodeCommand')
        $result.Output | Should -Be 'went on'
    }

    It 'passes on that there is no such node' {
        $records = Get-Refusal {
            Update-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name east-9 -ConcurrentJobsLimit 2
        }
        Get-FiveLine $records[0] | Should -BeLike "HTTP Status Code: NotFound`nError Code: NotFound`n*"
    }
}
