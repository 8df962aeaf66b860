BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-start'
    $exists = "An integration runtime with the name ir-ssis in the data factory adf-start exists. `n" +
        "Continuing execution may overwrite the existing one. `nAre you sure you want to continue?"
}

AfterAll { Stop-TestEmulator }

Describe 'Start-AzDataFactoryV2IntegrationRuntime' {
    BeforeEach {
        Set-Emulator @{ operationSeconds = 0 }
        $runtime = Set-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis -Type Managed -Location eastus `
            -NodeSize Standard_D2_v3 -NodeCount 2 -Force
        Clear-SentRequest
    }

    AfterEach {
        Set-Emulator @{ operationSeconds = 0 }
        if ((Get-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis).State -in 'Started', 'Starting') {
            Wait-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis -Interval 1 | Out-Null
            Stop-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis -Force
        }
    }

    It 'always asks, in words about overwriting, and starts nothing when the answer is no' {
        $result = Invoke-Answered 'Start-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis' -Answer No
        $result.Asked[0] | Should -BeLike "$exists*"
        $result.Output | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be 'GET /factories/adf-start/integrationRuntimes/ir-ssis'
    }

    It 'reads, starts, follows the operation and writes the status' {
        $result = Invoke-Answered 'Start-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis' -Answer Yes
        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -HaveCount 1
        $result.Output[0].pstypenames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntimeStatus'
        $result.Output[0].State | Should -BeExactly 'Started'
        # The result of a start has no machines; the status has them.
        $result.Output[0].Nodes | Should -BeNullOrEmpty
        $result.Output[0].NodeCount | Should -Be 2
        $sent = @(Get-SentRequest)
        $sent[0..1] | Should -Be 'GET /factories/adf-start/integrationRuntimes/ir-ssis',
            'POST /factories/adf-start/integrationRuntimes/ir-ssis/start'
        $sent[2] | Should -BeLike 'GET */ir-ssis/start/operationstatuses/*'
        $sent[3] | Should -BeLike 'GET */ir-ssis/start/operationresults/*'
    }

    It 'does not ask with <With>' -ForEach @(@{ With = '-Force' }, @{ With = '-Confirm:$false' }) {
        $result = Invoke-Answered "Start-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis $With"
        $result.Asked | Should -BeNullOrEmpty
        $result.Output.State | Should -BeExactly 'Started'
    }

    It 'reads but does not start with -WhatIf' {
        $result = Invoke-Answered 'Start-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis -WhatIf'
        "$($result.Written)" |
            Should -BeLike ('What if: Performing the operation "Starting integration runtime ''ir-ssis'' in data ' +
                'factory ''adf-start''." on target "ir-ssis".')
        Get-SentRequest | Should -Be 'GET /factories/adf-start/integrationRuntimes/ir-ssis'
    }

    It 'takes <Name>' -ForEach @(
        @{ Name = 'an id'; Call = { Start-AzDataFactoryV2IntegrationRuntime -ResourceId $runtime.Id -Force } }
        @{ Name = 'an object'; Call = { Start-AzDataFactoryV2IntegrationRuntime -InputObject $runtime -Force } }
        @{ Name = 'an object from the pipeline'; Call = { $runtime | Start-AzDataFactoryV2IntegrationRuntime -Force } }
        @{ Name = 'names from the pipeline'; Call = {
                [pscustomobject]@{
                    ResourceGroupName = 'rg'
                    DataFactoryName = 'adf-start'
                    IntegrationRuntimeName = 'ir-ssis'
                } |
                    Start-AzDataFactoryV2IntegrationRuntime -Force
            }
        }
    ) {
        (& $Call).State | Should -BeExactly 'Started'
    }

    It 'shows the service''s state and the time that has passed' {
        Set-Emulator @{ operationSeconds = 2 }
        $result = Invoke-Answered 'Start-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis -Force'
        $result.Output.State | Should -BeExactly 'Started'
        $shown = @($result.Progress | Where-Object RecordType -EQ Processing)
        $shown.Count | Should -BeGreaterThan 0
        $shown[0].Activity | Should -BeExactly "Start integration runtime 'ir-ssis'"
        $shown[0].StatusDescription | Should -Match '^InProgress, 0:0\d$'
        $result.Progress[-1].RecordType | Should -Be 'Completed'
    }

    It 'writes an operation with -NoWait, and does not wait' {
        Set-Emulator @{ operationSeconds = 2 }
        $operation = Start-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis -Force -NoWait
        $operation.pstypenames[0] | Should -BeExactly 'AzIntegrationRuntime.Operation'
        $operation.Kind | Should -BeExactly 'Start'
        $operation.Name | Should -BeExactly 'ir-ssis'
        $operation.DataFactoryName | Should -BeExactly 'adf-start'
        $operation.ResourceGroupName | Should -BeExactly 'rg'
        $operation.RuntimeId | Should -Be $runtime.Id
        $operation.StatusUrl | Should -BeLike "*/start/operationstatuses/$($operation.Id)*"
        $operation.ResultUrl | Should -BeLike "*/start/operationresults/$($operation.Id)*"
        $operation.StartTime | Should -BeOfType [datetime]
        @(Get-SentRequest).Count | Should -Be 2
        $status = Get-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis -Status
        $status.State | Should -BeExactly 'Starting'
    }

    It 'goes on in a job with -AsJob, after its question' {
        $result = Invoke-Answered 'Start-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis -AsJob' -Answer Yes
        $result.Asked | Should -HaveCount 1
        $result.Output | Should -HaveCount 1
        $result.Output[0] | Should -BeOfType [System.Management.Automation.Job]
        ($result.Output[0] | Receive-Job -Wait).State | Should -BeExactly 'Started'
    }

    It 'tells a failed start in upstream''s words and the service''s' {
        Set-Emulator @{ startFailure = 'CustomSetupScriptFailure' }
        try {
            $record = Get-Refusal { Start-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis -Force }
        } finally {
            Set-Emulator @{ startFailure = $null }
        }
        $record | Should -HaveCount 1
        $lines = $record.Exception.Message -split "`n"
        $lines[0] |
            Should -BeExactly ('An error occurred while requesting the status of Integration Runtime, but you can ' +
                'manually ' +
                'execute the ' +
            'following command: Get-AzDataFactoryV2IntegrationRuntime -DataFactoryName MyDataFactory ' +
            '-ResourceGroupName MyResourceGroup -Name MyIR -Status')
        $lines | Should -Contain 'Error Code: CustomSetupScriptFailure'
        $record.CategoryInfo.Category | Should -Be 'CloseError'
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis -Status).LastOperation.Result |
            Should -BeExactly 'Failed'
    }

    It 'refuses a self-hosted one with the reason, before it asks' {
        $null = New-TestRuntime 'adf-start' 'ir-self'
        Clear-SentRequest
        $result = Invoke-Answered 'Start-AzDataFactoryV2IntegrationRuntime rg adf-start ir-self'
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors[0].Exception.Message |
            Should -BeLike ("Integration runtime 'ir-self' in data factory 'adf-start' is self-hosted. Only an " +
                "Azure-SSIS*")
        Get-SentRequest | Should -Not -BeLike 'POST*'
    }

    It 'passes the service''s refusal on, and names the missing' {
        $null = Start-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis -Force
        (Get-Refusal { Start-AzDataFactoryV2IntegrationRuntime rg adf-start ir-ssis -Force }).Exception.Message |
            Should -BeLike '*cannot start now*'
        (Get-Refusal { Start-AzDataFactoryV2IntegrationRuntime rg adf-start ir-none -Force }).Exception.Message |
            Should -BeLike 'HTTP Status Code: NotFound*'
    }
}
