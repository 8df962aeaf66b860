BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'Rename-AzContext' {
    BeforeEach {
        $null = Clear-AzContext
        $null = Connect-AzAccount
        $first = Get-AzContext
        $second = Get-AzContext -ListAvailable | Where-Object { $_.Subscription.Name -eq 'Emulator Second' }
    }

    It 'gives a context another name' {
        Rename-AzContext $first.Name work | Should -BeNullOrEmpty
        (Get-AzContext).Name | Should -BeExactly 'work'
        (Get-AzContext -ListAvailable).Name | Should -Be 'work', $second.Name
        @(Get-AzResourceGroup -DefaultProfile 'work').ResourceGroupName | Should -Contain 'rg'
    }

    It 'takes a context from the pipeline and returns it with -PassThru' {
        $renamed = $second | Rename-AzContext -TargetName test -PassThru
        $renamed.PSObject.TypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext'
        $renamed.Name | Should -BeExactly 'test'
        $renamed.Subscription.Name | Should -BeExactly 'Emulator Second'
        (Get-AzContext).Name | Should -BeExactly $first.Name
    }

    It 'asks before another context loses its name' {
        $argument = @{ From = $first.Name; To = $second.Name }
        $run = 'param($From, $To) Rename-AzContext -SourceName $From -TargetName $To -Scope Process'
        $result = Invoke-Answered $run -Answer 'No' -Argument $argument
        $result.Asked | Should -Be "Overwrite context '$($second.Name)' with context '$($first.Name)'"
        @(Get-AzContext -ListAvailable) | Should -HaveCount 2
        $result = Invoke-Answered $run -Answer 'Yes' -Argument $argument
        $result.Unanswered | Should -Be 0
        (Get-AzContext -ListAvailable).Name | Should -Be $second.Name
        (Get-AzContext).Subscription.Name | Should -BeExactly 'Emulator'
    }

    It 'does not ask with -Force' {
        $result = Invoke-Answered 'param($From, $To) Rename-AzContext $From $To -Force' -Argument @{
            From = $first.Name
            To = $second.Name
        }
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        @(Get-AzContext -ListAvailable) | Should -HaveCount 1
    }

    It 'renames nothing with -WhatIf' {
        $result = Invoke-Answered 'Get-AzContext | Rename-AzContext -TargetName work -WhatIf'
        $result.Written |
            Should -Contain ("What if: Performing the operation `"Rename context '$($first.Name)' to 'work'`" on " +
                "target `"Context`".")
        (Get-AzContext).Name | Should -BeExactly $first.Name
    }

    It 'says that there is no such context' {
        (Get-Refusal { Rename-AzContext 'no such' work }).Exception.Message |
            Should -BeLike "There is no context 'no such'.*"
    }
}
