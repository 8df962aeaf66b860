BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-metric'
    $runtime = New-TestRuntime 'adf-metric' 'ir-metric'
    $key = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-metric ir-metric
    foreach ($name in 'west-1', 'west-2') {
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName $name
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzDataFactoryV2IntegrationRuntimeMetric' {
    BeforeEach {
        Clear-Fault
        Clear-SentRequest
    }

    It 'gets the metrics of each node with one request' {
        $metric = Get-AzDataFactoryV2IntegrationRuntimeMetric -ResourceGroupName RG -DataFactoryName adf-metric `
            -Name ir-metric
        $metric.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeMetrics'
        $metric.IntegrationRuntimeName | Should -BeExactly 'ir-metric'
        $metric.ResourceGroupName | Should -BeExactly 'RG'
        $metric.DataFactoryName | Should -BeExactly 'adf-metric'
        $metric.Nodes.NodeName | Should -Be 'west-1', 'west-2'
        $metric.Nodes[0].CpuUtilization | Should -BeOfType [int]
        $metric.Nodes[0].SentBytes | Should -BeOfType [double]
        Get-SentRequest | Should -Be 'POST /factories/adf-metric/integrationRuntimes/ir-metric/monitoringData'
    }

    It 'takes the alias of -Name, the id, an object and what is piped in' {
        (Get-AzDataFactoryV2IntegrationRuntimeMetric rg adf-metric -IntegrationRuntimeName ir-metric).Nodes |
            Should -HaveCount 2
        (Get-AzDataFactoryV2IntegrationRuntimeMetric -ResourceId $runtime.Id).Nodes | Should -HaveCount 2
        (Get-AzDataFactoryV2IntegrationRuntimeMetric -InputObject $runtime).Nodes | Should -HaveCount 2
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-metric | Get-AzDataFactoryV2IntegrationRuntimeMetric).Nodes |
            Should -HaveCount 2
        $names = [pscustomobject]@{ ResourceGroupName = 'rg'; DataFactoryName = 'adf-metric'; Name = 'ir-metric' }
        ($names | Get-AzDataFactoryV2IntegrationRuntimeMetric).Nodes | Should -HaveCount 2
    }

    It 'has no nodes of a runtime without any' {
        $null = New-TestRuntime 'adf-metric' 'ir-empty'
        $metric = Get-AzDataFactoryV2IntegrationRuntimeMetric rg adf-metric ir-empty
        $metric.IntegrationRuntimeName | Should -BeExactly 'ir-empty'
        $metric.Nodes | Should -BeNullOrEmpty
    }

    It 'says the name of the shared runtime for a linked one' {
        $user = New-TestFactory 'adf-user'
        $null = New-AzRoleAssignment -ObjectId $user.Identity.PrincipalId -RoleDefinitionName Contributor `
            -Scope $runtime.Id
        $null = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-user -Name ir-linked `
            -Type SelfHosted -SharedIntegrationRuntimeResourceId $runtime.Id
        $metric = Get-AzDataFactoryV2IntegrationRuntimeMetric rg adf-user ir-linked
        $metric.IntegrationRuntimeName | Should -BeExactly 'ir-metric'
        $metric.DataFactoryName | Should -BeExactly 'adf-user'
        $metric.Nodes | Should -HaveCount 2
    }

    It 'keeps what it does not know, and values that are not what they should be' {
        Add-Fault @{
            path = 'monitoringData'
            body = '{"name":"ir-metric","nodes":[{"nodeName":5,"cpuUtilization":"busy","sentBytes":4,' +
                '"queueLength":7,"averageQueueDuration":0.5}]}'
        }
        $node = (Get-AzDataFactoryV2IntegrationRuntimeMetric rg adf-metric ir-metric).Nodes[0]
        $node.NodeName | Should -BeExactly '5'
        $node.CpuUtilization | Should -BeExactly 'busy'
        $node.SentBytes | Should -BeOfType [double]
        $node.AvailableMemoryInMb | Should -BeNullOrEmpty
        $node.AdditionalProperties['queueLength'] | Should -Be 7
        $node.AdditionalProperties['averageQueueDuration'] | Should -Be 0.5
    }

    It 'passes on that there is no such runtime, and goes on' {
        $result = Invoke-Answered 'Get-AzDataFactoryV2IntegrationRuntimeMetric rg adf-metric ir-none; "went on"'
        $result.Output | Should -Be 'went on'
        Get-FiveLine $result.Errors[0] | Should -BeLike "HTTP Status Code: NotFound`nError Code: NotFound`n*"
        $result.Errors[0].CategoryInfo.Category | Should -Be 'CloseError'
        $result.Errors[0].FullyQualifiedErrorId |
            Should -BeExactly ('Microsoft.Azure.Commands.DataFactoryV2.' +
                'GetAzureDataFactoryIntegrationRuntimeMetricCommand')
    }
}
