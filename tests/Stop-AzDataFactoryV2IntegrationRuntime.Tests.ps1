BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-stop'
}

AfterAll { Stop-TestEmulator }

Describe 'Stop-AzDataFactoryV2IntegrationRuntime' {
    BeforeEach {
        $runtime = Get-AzDataFactoryV2IntegrationRuntime rg adf-stop | Where-Object Name -EQ 'ir-ssis'
        if ($null -eq $runtime) {
            $runtime = Set-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis -Type Managed -Location eastus `
                -NodeSize Standard_D2_v3 -NodeCount 1 -Force
        }
        if ($runtime.State -ne 'Started') {
            $null = Start-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis -Force
        }
        Clear-SentRequest
    }

    It 'asks when it exists, and stops nothing when the answer is no' {
        $result = Invoke-Answered 'Stop-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis' -Answer No
        $result.Asked[0] |
            Should -BeLike 'An integration runtime with the name ir-ssis in the data factory adf-stop exists. *'
        Get-SentRequest | Should -Be 'GET /factories/adf-stop/integrationRuntimes/ir-ssis'
    }

    It 'stops and writes nothing' {
        $result = Invoke-Answered 'Stop-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis' -Answer Yes
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis -Status).State | Should -BeExactly 'Stopped'
    }

    It 'reads nothing before with -Force' {
        Stop-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis -Force
        @(Get-SentRequest)[0] | Should -Be 'POST /factories/adf-stop/integrationRuntimes/ir-ssis/stop'
    }

    It 'stops nothing with -WhatIf, and sends nothing' {
        $result = Invoke-Answered 'Stop-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis -WhatIf'
        "$($result.Written)" |
            Should -BeLike ('What if: Performing the operation "Stopping integration runtime ''ir-ssis'' in data ' +
                'factory ''adf-stop''." on target "ir-ssis".')
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'does not ask about one that does not exist: the service''s error comes' {
        $result = Invoke-Answered 'Stop-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-none'
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors[0].Exception.Message | Should -BeLike 'HTTP Status Code: NotFound*'
    }

    It 'takes <Name>' -ForEach @(
        @{ Name = 'an id'; Call = { Stop-AzDataFactoryV2IntegrationRuntime -ResourceId $runtime.Id -Force } }
        @{ Name = 'an object'; Call = { Stop-AzDataFactoryV2IntegrationRuntime -InputObject $runtime -Force } }
        @{ Name = 'the pipeline'; Call = { $runtime | Stop-AzDataFactoryV2IntegrationRuntime -Force } }
    ) {
        & $Call
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis -Status).State | Should -BeExactly 'Stopped'
    }

    It 'writes an operation with -NoWait' {
        $operation = Stop-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis -Force -NoWait
        $operation.Kind | Should -BeExactly 'Stop'
        $operation.StatusUrl | Should -BeLike '*/stop/operationstatuses/*'
    }

    It 'goes on in a job with -AsJob' {
        $job = Stop-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis -Force -AsJob
        $job | Should -BeOfType [System.Management.Automation.Job]
        $job | Wait-Job | Receive-Job | Should -BeNullOrEmpty
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis -Status).State | Should -BeExactly 'Stopped'
    }
}
