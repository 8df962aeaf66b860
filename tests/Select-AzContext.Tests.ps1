BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'Select-AzContext' {
    BeforeEach {
        $null = Connect-AzAccount
        $second = Get-AzContext -ListAvailable | Where-Object { $_.Subscription.Name -eq 'Emulator Second' }
    }

    It 'selects a context by name, without a request' {
        Clear-SentRequest
        $selected = Select-AzContext $second.Name.ToUpperInvariant()
        $selected.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext'
        $selected.Name | Should -BeExactly $second.Name
        (Get-AzContext).Subscription.Name | Should -BeExactly 'Emulator Second'
        @(Get-SentRequest) | Should -HaveCount 0
    }

    It 'takes a context, also from the pipeline' {
        ($second | Select-AzContext).Subscription.Name | Should -BeExactly 'Emulator Second'
        $null = Connect-AzAccount
        (Select-AzContext -InputObject $second -Scope Process).Subscription.Name | Should -BeExactly 'Emulator Second'
    }

    It 'selects nothing with -WhatIf' {
        $result = Invoke-Answered "Select-AzContext '$($second.Name)' -WhatIf"
        $result.Written |
            Should -Contain 'What if: Performing the operation "Change the current context" on target "Context".'
        (Get-AzContext).Subscription.Name | Should -BeExactly 'Emulator'
    }

    It 'says that there is no such context' {
        (Get-Refusal { Select-AzContext 'no such' }).Exception.Message |
            Should -BeExactly "There is no context 'no such'. Get-AzContext -ListAvailable shows the contexts."
    }

    It 'completes names' {
        $line = 'Select-AzContext -Name "emulator s'
        [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length,
            $null).CompletionMatches.CompletionText |
            Should -Be "`"$($second.Name)`""
    }
}
