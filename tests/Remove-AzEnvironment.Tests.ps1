BeforeAll {
    . $PSScriptRoot/common.ps1
}

Describe 'Remove-AzEnvironment' {
    BeforeEach { $null = Add-AzEnvironment -Name Lab -AdTenant x }
    AfterEach { $null = Get-AzEnvironment Lab | Remove-AzEnvironment }

    It 'removes an environment that was added, and returns it' {
        $gone = Remove-AzEnvironment lab
        $gone.Name | Should -BeExactly 'Lab'
        $gone.AdTenant | Should -BeExactly 'x'
        Get-AzEnvironment Lab | Should -BeNullOrEmpty
    }

    It 'takes it from the pipeline' {
        (Get-AzEnvironment Lab | Remove-AzEnvironment).Name | Should -BeExactly 'Lab'
    }

    It 'removes nothing with -WhatIf' {
        $result = Invoke-Answered 'Remove-AzEnvironment -Name Lab -WhatIf'
        $result.Written | Should -Contain 'What if: Performing the operation "removing environment" on target "Lab".'
        (Get-AzEnvironment Lab).Name | Should -BeExactly 'Lab'
    }

    It 'refuses what is built in, and what is not there' {
        (Get-Refusal { Remove-AzEnvironment AzureCloud }).Exception.Message |
            Should -BeExactly 'Removing public environment is not supported.'
        (Get-Refusal { Remove-AzEnvironment Nowhere }).Exception.Message |
            Should -BeExactly "The environment name 'Nowhere' is not found."
    }
}
