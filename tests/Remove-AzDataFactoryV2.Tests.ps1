BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'Remove-AzDataFactoryV2' {
    BeforeEach {
        $factory = New-TestFactory 'adf-rem'
        Clear-SentRequest
    }

    It 'always asks, and removes nothing when the answer is no' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2 rg adf-rem' -Answer No
        $result.Asked |
            Should -BeExactly "Are you sure you want to remove data factory 'adf-rem' in resource group 'rg'?"
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'removes it when the answer is yes, and returns nothing' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2 -ResourceGroupName rg -Name adf-rem' -Answer Yes
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be 'DELETE /factories/adf-rem'
        Get-AzDataFactoryV2 rg | Should -BeNullOrEmpty
    }

    It 'removes nothing with -WhatIf' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2 rg adf-rem -WhatIf'
        "$($result.Written)" |
            Should -BeExactly ('What if: Performing the operation "Removing data factory ''adf-rem'' in resource ' +
                'group ''rg''." on target "adf-rem".')
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'takes id and object without a question with -Force' {
        Remove-AzDataFactoryV2 -ResourceId $factory.DataFactoryId -Force | Should -BeNullOrEmpty
        New-TestFactory 'adf-rem' | Remove-AzDataFactoryV2 -Force | Should -BeNullOrEmpty
        Get-AzDataFactoryV2 rg | Should -BeNullOrEmpty
    }

    It 'warns when there is nothing to remove' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2 rg adf-none -Force'
        $result.Warnings | Should -BeExactly "Data factory 'adf-none' does not exist in the resource group 'rg'."
        $result.Errors | Should -BeNullOrEmpty
    }
}
