# Enable- and Disable-, which is its opposite in everything.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-author'
    $runtime = Set-AzDataFactoryV2IntegrationRuntime rg adf-author ir-vnet -Type Managed -Location AutoResolve `
        -ManagedVirtualNetworkName default -Force
}

AfterAll { Stop-TestEmulator }

Describe '<Verb>-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring' -ForEach @(
    @{ Verb = 'Enable'; Doing = 'Enabling'; Action = 'enableInteractiveQuery' }
    @{ Verb = 'Disable'; Doing = 'Disabling'; Action = 'disableInteractiveQuery' }
) {
    BeforeAll {
        $name = "$Verb-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring"
    }

    BeforeEach { Clear-SentRequest }

    It 'asks nothing, and writes the runtime' {
        $result = Invoke-Answered "$name rg adf-author ir-vnet"
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        $result.Output[0].pstypenames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntime'
        $result.Output[0].Name | Should -BeExactly 'ir-vnet'
        @(Get-SentRequest)[0] | Should -Be "POST /factories/adf-author/integrationRuntimes/ir-vnet/$Action"
    }

    It 'says what it would do with -WhatIf, and sends nothing' {
        $result = Invoke-Answered "$name rg adf-author ir-vnet -WhatIf"
        "$($result.Written)" | Should -BeLike (
            "What if: Performing the operation ""$Doing interactive authoring of integration runtime 'ir-vnet' in " +
            "data factory 'adf-author'."" on target ""ir-vnet"".")
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'asks with -Confirm' {
        $result = Invoke-Answered "$name rg adf-author ir-vnet -Confirm" -Answer No
        $result.Asked | Should -HaveCount 1
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'takes id, object and pipeline' {
        (& $name -ResourceId $runtime.Id).Name | Should -BeExactly 'ir-vnet'
        (& $name -InputObject $runtime).Name | Should -BeExactly 'ir-vnet'
        ($runtime | & $name).Name | Should -BeExactly 'ir-vnet'
    }

    It 'does not wait with -NoWait; Wait- picks it up' {
        Set-Emulator @{ operationSeconds = 1 }
        try {
            $operation = & $name rg adf-author ir-vnet -NoWait
        } finally {
            Set-Emulator @{ operationSeconds = 0 }
        }
        $operation.Kind | Should -BeExactly "${Verb}InteractiveAuthoring"
        $operation.StatusUrl | Should -Not -BeNullOrEmpty
        ($operation | Wait-AzDataFactoryV2IntegrationRuntime -Interval 1).Name | Should -BeExactly 'ir-vnet'
    }

    It 'goes on in a job with -AsJob' {
        $job = & $name rg adf-author ir-vnet -AsJob
        $job | Should -BeOfType [System.Management.Automation.Job]
        ($job | Wait-Job | Receive-Job).Name | Should -BeExactly 'ir-vnet'
    }

    It 'passes on that there is no such runtime' {
        (Get-Refusal { & $name rg adf-author ir-none }).Exception.Message | Should -BeLike 'HTTP Status Code: NotFound*'
    }
}

Describe 'Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring -AutoTerminationMinutes' {
    It 'is sent as a number' {
        Clear-SentRequest
        $null = Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring rg adf-author ir-vnet `
            -AutoTerminationMinutes 45
        (Get-SentBody POST).autoTerminationMinutes | Should -Be 45
    }

    It 'is at least 1' {
        { Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring rg adf-author ir-vnet `
            -AutoTerminationMinutes 0 } | Should -Throw '*AutoTerminationMinutes*'
    }
}
