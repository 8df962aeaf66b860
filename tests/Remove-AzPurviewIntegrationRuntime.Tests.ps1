BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $account = New-TestAccount 'pv-remove'
    $question = "Ongoing scans that rely on integration runtime 'ir-remove' will fail once it is removed.`nAre you " +
        "sure you want to remove " +
        "integration runtime 'ir-remove' in Purview account 'pv-remove'?"
}

AfterAll { Stop-TestEmulator }

Describe 'Remove-AzPurviewIntegrationRuntime' {
    BeforeEach {
        $runtime = New-TestPurviewRuntime 'pv-remove' 'ir-remove'
        Clear-SentRequest
    }

    It 'asks, and says what becomes of scans' {
        $result = Invoke-Answered 'Remove-AzPurviewIntegrationRuntime -AccountName pv-remove -Name ir-remove' `
            -Answer Yes
        $result.Asked | Should -BeExactly $question
        $result.Output | Should -BeNullOrEmpty
        $result.Warnings | Should -BeNullOrEmpty
        Get-ScanRequest | Should -Be 'GET /integrationruntimes/ir-remove', 'DELETE /integrationruntimes/ir-remove'
        @($account | Get-AzPurviewIntegrationRuntime).Count | Should -Be 0
    }

    It 'removes nothing when the answer is no' {
        $null = Invoke-Answered 'Remove-AzPurviewIntegrationRuntime -AccountName pv-remove -Name ir-remove' -Answer No
        Get-ScanRequest | Should -Be 'GET /integrationruntimes/ir-remove'
    }

    It 'removes what is named by <What>' -ForEach @(
        @{ What = 'account and name'; Command = {
            Remove-AzPurviewIntegrationRuntime -AccountObject $account -Name ir-remove -Force
        } }
        @{ What = 'an account from the pipeline'
            Command = { $account | Remove-AzPurviewIntegrationRuntime -IntegrationRuntimeName ir-remove -Force } }
        @{ What = 'its id'; Command = { Remove-AzPurviewIntegrationRuntime -ResourceId $runtime.Id -Force } }
        @{ What = 'an object from the pipeline'
            Command = { $runtime | Remove-AzPurviewIntegrationRuntime -Confirm:$false } }
    ) {
        & $Command | Should -BeNullOrEmpty
        Get-ScanRequest | Should -Contain 'DELETE /integrationruntimes/ir-remove'
    }

    It 'says what it would do with -WhatIf, and sends nothing' {
        $result = Invoke-Answered 'Remove-AzPurviewIntegrationRuntime -AccountName pv-remove -Name ir-remove -WhatIf'
        "$($result.Written)" | Should -BeExactly (
            'What if: Performing the operation "Removing the integration runtime ''ir-remove'' in the Purview ' +
            'account ''pv-remove''." on target "ir-remove".')
        Get-ScanRequest | Should -BeNullOrEmpty
    }

    It 'warns when there was nothing, and asks nothing' {
        $result = Invoke-Answered 'Remove-AzPurviewIntegrationRuntime -AccountName pv-remove -Name ir-none'
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        $result.Warnings |
            Should -BeExactly "Integration runtime 'ir-none' does not exist in the Purview account 'pv-remove'."
        Get-ScanRequest | Should -Be 'GET /integrationruntimes/ir-none'
    }
}
