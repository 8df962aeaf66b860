BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'Remove-AzContext' {
    BeforeEach {
        $null = Clear-AzContext
        $null = Connect-AzAccount
        $first = Get-AzContext
        $second = Get-AzContext -ListAvailable | Where-Object { $_.Subscription.Name -eq 'Emulator Second' }
    }

    It 'forgets a context that is not in use, without a question or a request' {
        Clear-SentRequest
        $result = Invoke-Answered 'param($Name) Remove-AzContext $Name' -Argument @{ Name = $second.Name }
        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
        (Get-AzContext -ListAvailable).Name | Should -Be $first.Name
        @(Get-SentRequest) | Should -HaveCount 0
    }

    It 'asks for the one in use, and another comes into use' {
        $run = 'Get-AzContext | Remove-AzContext -PassThru'
        $question = "'$($first.Name)' is the default context used for communicating with Azure.  Are you sure you " +
            "want to remove the default context?"
        $result = Invoke-Answered $run -Answer 'No'
        $result.Asked | Should -Be $question
        (Get-AzContext).Name | Should -BeExactly $first.Name
        $result = Invoke-Answered $run -Answer 'Yes'
        $result.Output[0].Name | Should -BeExactly $first.Name
        (Get-AzContext).Name | Should -BeExactly $second.Name
    }

    It 'does not ask with -Force, and nobody is signed in without contexts' {
        Get-AzContext -ListAvailable | Remove-AzContext -Force
        Get-AzContext | Should -BeNullOrEmpty
        (Get-Refusal { Get-AzResourceGroup }).Exception.Message | Should -BeLike 'Run Connect-AzAccount to login.*'
    }

    It 'removes nothing with -WhatIf' {
        $result = Invoke-Answered 'Get-AzContext | Remove-AzContext -WhatIf'
        $result.Written |
            Should -Contain ("What if: Performing the operation `"Remove context '$($first.Name)'`" on target " +
                "`"Context`".")
        @(Get-AzContext -ListAvailable) | Should -HaveCount 2
    }

    It 'says that there is no such context' {
        (Get-Refusal { Remove-AzContext -Name 'no such' }).Exception.Message |
            Should -BeLike "There is no context 'no such'.*"
    }
}
