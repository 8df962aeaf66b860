BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-node'
    $runtime = New-TestRuntime 'adf-node' 'ir-node'
    $key = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-node ir-node
    # Upstream's own words: without quotes round the node, with two of them behind the runtime.
    $question = "Are you sure you want to remove node west-1 in integration runtime 'ir-node''?"

    function Get-NodeName {
        @((Get-AzDataFactoryV2IntegrationRuntime rg adf-node ir-node -Status).Nodes | ForEach-Object { $_.NodeName })
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Remove-AzDataFactoryV2IntegrationRuntimeNode' {
    BeforeEach {
        foreach ($name in 'west-1', 'west-2') {
            $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName $name
        }
        Clear-SentRequest
    }

    It 'always asks, and removes nothing when the answer is no' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -NodeName west-1' `
            -Answer No
        $result.Asked | Should -BeExactly $question
        $result.Output | Should -BeNullOrEmpty
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'removes it when the answer is yes, and returns nothing' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -NodeName west-1' `
            -Answer Yes
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be 'DELETE /factories/adf-node/integrationRuntimes/ir-node/nodes/west-1'
        Get-NodeName | Should -Be 'west-2'
    }

    It 'does not ask with <With>' -ForEach @(@{ With = '-Force' }, @{ With = '-Confirm:$false' }) {
        $result = Invoke-Answered ("Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -NodeName " +
            "west-1 $With")
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        Get-NodeName | Should -Be 'west-2'
    }

    It 'removes nothing with -WhatIf, and asks nothing' {
        $result = Invoke-Answered ('Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -NodeName ' +
            'west-1 -WhatIf')
        $result.Written | Should -BeExactly (
            "What if: Performing the operation ""Removing the node west-1 in integration runtime 'ir-node'."" on " +
            "target ""ir-node"".")
        $result.Asked | Should -BeNullOrEmpty
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'says that nobody can be asked where nobody is' {
        $result = Invoke-Answered ('Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -NodeName ' +
            'west-1; "went on"')
        $result.Errors | Should -HaveCount 1
        $result.Output | Should -Be 'went on'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'takes the id, an object and what is piped in' {
        Remove-AzDataFactoryV2IntegrationRuntimeNode -ResourceId $runtime.Id -NodeName west-1 -Force
        Get-NodeName | Should -Be 'west-2'
        Remove-AzDataFactoryV2IntegrationRuntimeNode $runtime -NodeName west-2 -Force
        Get-NodeName | Should -BeNullOrEmpty
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName west-1
        $runtime | Remove-AzDataFactoryV2IntegrationRuntimeNode -NodeName west-1 -Force
        Get-NodeName | Should -BeNullOrEmpty
    }

    It 'removes the dead ones of a runtime' {
        $null = Invoke-Emulator PATCH '/emulator/nodes' @{
            runtimeId = $runtime.Id
            nodeName = 'west-2'
            status = 'Offline'
        }
        $status = Get-AzDataFactoryV2IntegrationRuntime rg adf-node ir-node -Status
        $status.Nodes | Where-Object Status -EQ 'Offline' |
            ForEach-Object { $status | Remove-AzDataFactoryV2IntegrationRuntimeNode -NodeName $_.NodeName -Force }
        Get-NodeName | Should -Be 'west-1'
    }

    It 'warns when there is nothing to remove' {
        $result = Invoke-Answered ('Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -NodeName ' +
            'east-9 -Force')
        $result.Warnings | Should -BeExactly "The node 'east-9' does not exist in integration runtime 'ir-node'."
        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
    }

    It 'wants -NodeName: -Name is no parameter of it' {
        { Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-node -Name west-1 -Force } |
            Should -Throw -ErrorId ('*,' +
                'Microsoft.Azure.Commands.DataFactoryV2.RemoveAzureDataFactoryIntegrationRuntimeNodeCommand')
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'passes on what the service refuses' {
        $records = Get-Refusal {
            Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-node ir-none -NodeName west-1 -Force
        }
        Get-FiveLine $records[0] | Should -BeLike "HTTP Status Code: NotFound`nError Code: NotFound`n*"
        $records[0].CategoryInfo.Category | Should -Be 'CloseError'
    }
}
