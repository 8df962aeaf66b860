# Enable- and Disable-, which is its opposite in everything.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $account = New-TestAccount 'pv-author'
    $runtime = Set-AzPurviewIntegrationRuntime -AccountName pv-author -Name ir-azure -Type Managed `
        -ManagedVirtualNetworkName defaultv2
    $null = New-TestPurviewRuntime 'pv-author' 'ir-west'
}

AfterAll { Stop-TestEmulator }

Describe '<Verb>-AzPurviewIntegrationRuntimeInteractiveAuthoring' -ForEach @(
    @{ Verb = 'Enable'; Doing = 'Enabling'; Action = 'enableInteractiveQuery' }
    @{ Verb = 'Disable'; Doing = 'Disabling'; Action = 'disableInteractiveQuery' }
) {
    BeforeAll {
        $name = "$Verb-AzPurviewIntegrationRuntimeInteractiveAuthoring"
    }

    BeforeEach { Clear-SentRequest }

    It 'asks nothing, waits, and writes what is in force then' {
        $result = Invoke-Answered "$name -AccountName pv-author -Name ir-azure"
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        $result.Output[0].pstypenames[0] |
            Should -BeExactly 'AzIntegrationRuntime.Purview.ManagedIntegrationRuntimeStatus'
        $result.Output[0].InteractiveQuery.Status | Should -BeExactly "${Verb}d"
        $sent = @(Get-ScanRequest)
        $sent[1] | Should -Be "POST /integrationruntimes/ir-azure:$Action"
        $sent[2] | Should -Be 'GET /integrationruntimes/ir-azure/enableInteractiveQuery'
        $sent[-1] | Should -Be 'GET /integrationruntimes/ir-azure/status'
    }

    It 'takes account, id and object' {
        ($account | & $name -Name ir-azure).InteractiveQuery.Status | Should -BeExactly "${Verb}d"
        (& $name -ResourceId $runtime.Id).InteractiveQuery.Status | Should -BeExactly "${Verb}d"
        ($runtime | & $name).InteractiveQuery.Status | Should -BeExactly "${Verb}d"
    }

    It 'says what it would do with -WhatIf, and changes nothing' {
        $result = Invoke-Answered "$name -AccountName pv-author -Name ir-azure -WhatIf"
        "$($result.Written)" | Should -BeExactly (
            "What if: Performing the operation ""$Doing interactive authoring of integration runtime 'ir-azure' in " +
            "Purview account 'pv-author'."" on target ""ir-azure"".")
        Get-ScanRequest | Should -Be 'GET /integrationruntimes/ir-azure'
    }

    It 'asks with -Confirm' {
        $result = Invoke-Answered "$name -AccountName pv-author -Name ir-azure -Confirm" -Answer No
        $result.Asked | Should -HaveCount 1
        @(Get-ScanRequest) -match '^POST' | Should -HaveCount 0
    }

    It 'refuses a self-hosted one' {
        $record = Get-Refusal { & $name -AccountName pv-author -Name ir-west }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeExactly (
            "Integration runtime 'ir-west' in Purview account 'pv-author' is self-hosted. Interactive authoring is " +
            "switched for managed integration runtimes only.")
        Get-ScanRequest | Should -Be 'GET /integrationruntimes/ir-west'
    }

    It 'passes on how it failed' {
        Set-Emulator @{ operationFailure = 'InternalServerError' }
        try {
            $record = Get-Refusal { & $name -AccountName pv-author -Name ir-azure }
        } finally {
            Set-Emulator @{ operationFailure = $null }
        }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeLike "HTTP Status Code: OK`nError Code: InternalServerError`n*"
    }

    It 'does the same in the older version, which says nothing of how it goes on' {
        $null = Invoke-Emulator PATCH '/emulator/accounts' @{
            accountId = (New-TestAccount "pv-old-$Verb".ToLowerInvariant()).Id
            scanVersions = @('2022-07-01-preview')
        }
        $old = Set-AzPurviewIntegrationRuntime -AccountName "pv-old-$Verb" -Name ir-azure -Type Managed
        ($old | & $name).InteractiveQuery.Status | Should -Match "^$Verb|^$Doing"
    }
}

Describe 'Enable-AzPurviewIntegrationRuntimeInteractiveAuthoring' {
    It 'sends the minutes' {
        $status = $runtime | Enable-AzPurviewIntegrationRuntimeInteractiveAuthoring -AutoTerminationMinutes 15
        $status.InteractiveQuery.AutoTerminationMinutes | Should -Be 15
    }

    It 'refuses no minutes in the binding' {
        { $runtime | Enable-AzPurviewIntegrationRuntimeInteractiveAuthoring -AutoTerminationMinutes 0 } | Should -Throw
    }
}
