BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-metric'
    $runtime = New-TestSynapseRuntime 'syn-metric' 'ir-metric'
    $key = $runtime | Get-AzSynapseIntegrationRuntimeKey
    foreach ($name in 'west-1', 'west-2') {
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName $name
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzSynapseIntegrationRuntimeMetric' {
    BeforeEach { Clear-SentRequest }

    It 'gets the metrics of each node with one request' {
        $metric = Get-AzSynapseIntegrationRuntimeMetric -ResourceGroupName rg -WorkspaceName syn-metric -Name ir-metric
        $metric.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeMetrics'
        $metric.IntegrationRuntimeName | Should -BeExactly 'ir-metric'
        $metric.ResourceGroupName | Should -BeExactly 'rg'
        $metric.WorkspaceName | Should -BeExactly 'syn-metric'
        $metric.Nodes.NodeName | Should -Be 'west-1', 'west-2'
        $metric.Nodes[0].CpuUtilization | Should -BeOfType [int]
        $metric.Nodes[0].SentBytes | Should -BeOfType [double]
        Get-SentRequest | Should -Be 'POST /workspaces/syn-metric/integrationRuntimes/ir-metric/monitoringData'
    }

    It 'takes the workspace''s name alone, a workspace, an id and a runtime' {
        (Get-AzSynapseIntegrationRuntimeMetric -WorkspaceName syn-metric -IntegrationRuntimeName ir-metric).Nodes |
            Should -HaveCount 2
        ($workspace | Get-AzSynapseIntegrationRuntimeMetric -Name ir-metric).Nodes | Should -HaveCount 2
        (Get-AzSynapseIntegrationRuntimeMetric -ResourceId $runtime.Id).Nodes | Should -HaveCount 2
        ($runtime | Get-AzSynapseIntegrationRuntimeMetric).Nodes | Should -HaveCount 2
    }

    It 'has no nodes of a runtime without any' {
        $null = New-TestSynapseRuntime 'syn-metric' 'ir-empty'
        (Get-AzSynapseIntegrationRuntimeMetric -WorkspaceName syn-metric -Name ir-empty).Nodes | Should -BeNullOrEmpty
    }

    It 'passes on that there is no such runtime, and goes on' {
        $result = Invoke-Answered ('Get-AzSynapseIntegrationRuntimeMetric -WorkspaceName syn-metric -Name ir-none; ' +
            '"went on"')
        $result.Output | Should -Be 'went on'
        Get-FiveLine $result.Errors[0] | Should -BeLike "HTTP Status Code: NotFound`nError Code: NotFound`n*"
        $result.Errors[0].FullyQualifiedErrorId |
            Should -BeExactly 'Microsoft.Azure.Commands.Synapse.GetAzureSynapseIntegrationRuntimeMetric'
    }
}
