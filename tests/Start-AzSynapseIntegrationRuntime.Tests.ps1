BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-start'
    $where = @{ ResourceGroupName = 'rg'; WorkspaceName = 'syn-start'; Name = 'ir-ssis' }
    $call = 'Start-AzSynapseIntegrationRuntime -ResourceGroupName rg -WorkspaceName syn-start -Name ir-ssis'
    $path = '/workspaces/syn-start/integrationRuntimes/ir-ssis'
}

AfterAll { Stop-TestEmulator }

Describe 'Start-AzSynapseIntegrationRuntime' {
    BeforeEach {
        Set-Emulator @{ operationSeconds = 0 }
        $runtime = Set-AzSynapseIntegrationRuntime @where -Type Managed -Location eastus -NodeSize Standard_D2_v3 `
            -NodeCount 2 -Force
        Clear-SentRequest
    }

    AfterEach {
        Set-Emulator @{ operationSeconds = 0 }
        if ((Get-AzSynapseIntegrationRuntime @where -Status).State -in 'Started', 'Starting') {
            $null = Wait-AzSynapseIntegrationRuntime @where -Interval 1
            Stop-AzSynapseIntegrationRuntime @where -Force
        }
    }

    It 'always asks, in words about overwriting, and starts nothing when the answer is no' {
        $result = Invoke-Answered $call -Answer No
        $result.Asked[0] |
            Should -BeLike 'An integration runtime with the name ir-ssis in the workspace syn-start exists. *'
        Get-SentRequest | Should -Be "GET $path"
    }

    It 'reads, starts, follows the operation and writes the status' {
        $result = Invoke-Answered $call -Answer Yes
        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -HaveCount 1
        $result.Output[0].pstypenames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntimeStatus'
        $result.Output[0].State | Should -BeExactly 'Started'
        $result.Output[0].WorkspaceName | Should -BeExactly 'syn-start'
        $result.Output[0].Nodes.Status | Should -Be 'Available', 'Available'
        @(Get-SentRequest)[0..1] | Should -Be "GET $path", "POST $path/start"
    }

    It 'does not ask with <With>' -ForEach @(@{ With = '-Force' }, @{ With = '-Confirm:$false' }) {
        $result = Invoke-Answered "$call $With"
        $result.Asked | Should -BeNullOrEmpty
        $result.Output.State | Should -BeExactly 'Started'
    }

    It 'reads but does not start with -WhatIf' {
        $result = Invoke-Answered "$call -WhatIf"
        "$($result.Written)" | Should -BeLike 'What if: Performing the operation "*''ir-ssis''*" on target "ir-ssis".'
        Get-SentRequest | Should -Be "GET $path"
    }

    It 'takes <Name>' -ForEach @(
        @{ Name = 'the workspace''s name alone'
            Call = { Start-AzSynapseIntegrationRuntime -WorkspaceName syn-start -IntegrationRuntimeName ir-ssis `
                -Force } }
        @{ Name = 'a workspace'; Call = { $workspace | Start-AzSynapseIntegrationRuntime -Name ir-ssis -Force } }
        @{ Name = 'an id'; Call = { Start-AzSynapseIntegrationRuntime -ResourceId $runtime.Id -Force } }
        @{ Name = 'a runtime'; Call = { $runtime | Start-AzSynapseIntegrationRuntime -Force } }
    ) {
        (& $Call).State | Should -BeExactly 'Started'
    }

    It 'writes an operation with -NoWait, and does not wait' {
        Set-Emulator @{ operationSeconds = 2 }
        $operation = Start-AzSynapseIntegrationRuntime @where -Force -NoWait
        $operation.pstypenames[0] | Should -BeExactly 'AzIntegrationRuntime.Operation'
        $operation.Kind | Should -BeExactly 'Start'
        $operation.Name | Should -BeExactly 'ir-ssis'
        $operation.RuntimeId | Should -Be $runtime.Id
        ($runtime | Get-AzSynapseIntegrationRuntime -Status).State | Should -BeExactly 'Starting'
    }

    It 'goes on in a job with -AsJob, after its question' {
        $result = Invoke-Answered "$call -AsJob" -Answer Yes
        $result.Asked | Should -HaveCount 1
        $result.Output[0] | Should -BeOfType [System.Management.Automation.Job]
        ($result.Output[0] | Receive-Job -Wait).State | Should -BeExactly 'Started'
    }

    It 'tells a failed start in upstream''s words and the service''s' {
        Set-Emulator @{ startFailure = 'CustomSetupScriptFailure' }
        try {
            $record = Get-Refusal { Start-AzSynapseIntegrationRuntime @where -Force }
        } finally {
            Set-Emulator @{ startFailure = $null }
        }
        $record | Should -HaveCount 1
        $lines = $record.Exception.Message -split "`n"
        $lines[0] |
            Should -BeLike ('An error occurred while requesting the status of Integration Runtime, *: ' +
                'Get-AzSynapseIntegrationRuntime -WorkspaceName MyWorkspace *-Status')
        # Synapse tells an operation's failure as a text, the code in front.
        $lines -match 'CustomSetupScriptFailure' | Should -HaveCount 1
    }

    It 'refuses a self-hosted one with the reason, before it asks' {
        $null = New-TestSynapseRuntime 'syn-start' 'ir-self'
        $result = Invoke-Answered $call.Replace('ir-ssis', 'ir-self')
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors[0].Exception.Message |
            Should -BeLike "Integration runtime 'ir-self' in workspace 'syn-start' is self-hosted. Only an Azure-SSIS*"
        Get-SentRequest | Should -Not -BeLike 'POST*/start'
    }

    It 'names the missing' {
        $where['Name'] = 'ir-none'
        try {
            (Get-Refusal { Start-AzSynapseIntegrationRuntime @where -Force }).Exception.Message |
                Should -BeLike 'HTTP Status Code: NotFound*'
        } finally {
            $where['Name'] = 'ir-ssis'
        }
    }
}
