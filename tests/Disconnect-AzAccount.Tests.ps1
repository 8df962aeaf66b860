BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'Disconnect-AzAccount' {
    BeforeEach { $null = Connect-AzAccount }

    It 'signs out and returns the account' {
        $account = Disconnect-AzAccount
        $account.Id | Should -Be $script:Owner
        $account.PSObject.TypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.Profile.Models.PSAzureRmAccount'
        Get-AzContext | Should -BeNullOrEmpty
        (Get-Refusal { Get-AzDataFactoryV2 }).Exception.Message | Should -BeExactly 'Run Connect-AzAccount to login.'
    }

    It 'takes a user name, a context and an account' {
        (Disconnect-AzAccount -Username $script:Owner).Id | Should -Be $script:Owner
        $null = Connect-AzAccount
        (Get-AzContext | Disconnect-AzAccount).Id | Should -Be $script:Owner
        $null = Connect-AzAccount
        (Disconnect-AzAccount -InputObject (Get-AzContext).Account).Id | Should -Be $script:Owner
        Get-AzContext | Should -BeNullOrEmpty
    }

    It 'says that somebody is not signed in' {
        $record = Get-Refusal { Disconnect-AzAccount 'nobody' }
        $record.Exception.Message |
            Should -BeExactly "Account 'nobody' is not signed in. Get-AzContext -ListAvailable shows who is."
    }

    It 'signs nobody out with -WhatIf' {
        $null = Invoke-Answered 'Disconnect-AzAccount -WhatIf'
        Get-AzContext | Should -Not -BeNullOrEmpty
    }

    It 'is known under its old names' {
        (Get-Command Logout-AzAccount, Remove-AzAccount).ResolvedCommand.Name |
            Should -Be 'Disconnect-AzAccount', 'Disconnect-AzAccount'
    }
}
