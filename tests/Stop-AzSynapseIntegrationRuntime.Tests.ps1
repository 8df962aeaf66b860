BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-stop'
    $where = @{ ResourceGroupName = 'rg'; WorkspaceName = 'syn-stop'; Name = 'ir-ssis' }
    $runtime = Set-AzSynapseIntegrationRuntime @where -Type Managed -Location eastus -NodeSize Standard_D2_v3 `
        -NodeCount 1
    $call = 'Stop-AzSynapseIntegrationRuntime -ResourceGroupName rg -WorkspaceName syn-stop -Name ir-ssis'
    $path = '/workspaces/syn-stop/integrationRuntimes/ir-ssis'

    function Get-State {
        ($runtime | Get-AzSynapseIntegrationRuntime -Status).State
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Stop-AzSynapseIntegrationRuntime' {
    BeforeEach {
        if ((Get-State) -ne 'Started') {
            $null = Start-AzSynapseIntegrationRuntime @where -Force
        }
        Clear-SentRequest
    }

    It 'asks when it exists, and stops nothing when the answer is no' {
        $result = Invoke-Answered $call -Answer No
        $result.Asked[0] |
            Should -BeLike 'An integration runtime with the name ir-ssis in the workspace syn-stop exists. *'
        Get-SentRequest | Should -Be "GET $path"
    }

    It 'stops and writes nothing' {
        $result = Invoke-Answered $call -Answer Yes
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        Get-State | Should -BeExactly 'Stopped'
    }

    It 'reads nothing before with -Force' {
        Stop-AzSynapseIntegrationRuntime @where -Force
        @(Get-SentRequest)[0] | Should -Be "POST $path/stop"
    }

    It 'stops nothing with -WhatIf, and sends nothing' {
        $result = Invoke-Answered "$call -WhatIf"
        "$($result.Written)" | Should -BeLike 'What if: Performing the operation "*''ir-ssis''*" on target "ir-ssis".'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'takes <Name>' -ForEach @(
        @{ Name = 'the workspace''s name alone'
            Call = { Stop-AzSynapseIntegrationRuntime -WorkspaceName syn-stop -IntegrationRuntimeName ir-ssis -Force } }
        @{ Name = 'a workspace'; Call = { $workspace | Stop-AzSynapseIntegrationRuntime -Name ir-ssis -Force } }
        @{ Name = 'an id'; Call = { Stop-AzSynapseIntegrationRuntime -ResourceId $runtime.Id -Force } }
        @{ Name = 'a runtime'; Call = { $runtime | Stop-AzSynapseIntegrationRuntime -Force } }
    ) {
        & $Call
        Get-State | Should -BeExactly 'Stopped'
    }

    It 'writes an operation with -NoWait, which Wait- takes' {
        $operation = Stop-AzSynapseIntegrationRuntime @where -Force -NoWait
        $operation.Kind | Should -BeExactly 'Stop'
        ($operation | Wait-AzSynapseIntegrationRuntime).State | Should -BeExactly 'Stopped'
    }

    It 'goes on in a job with -AsJob' {
        $job = Stop-AzSynapseIntegrationRuntime @where -Force -AsJob
        $job | Wait-Job | Receive-Job | Should -BeNullOrEmpty
        Get-State | Should -BeExactly 'Stopped'
    }

    It 'does not ask about one that does not exist: the service''s error comes' {
        $result = Invoke-Answered $call.Replace('ir-ssis', 'ir-none')
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors[0].Exception.Message | Should -BeLike 'HTTP Status Code: NotFound*'
    }
}
