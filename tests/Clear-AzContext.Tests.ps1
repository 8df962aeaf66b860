BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'Clear-AzContext' {
    BeforeEach { $null = Connect-AzAccount }

    It 'forgets everybody' {
        Clear-AzContext | Should -BeNullOrEmpty
        Get-AzContext -ListAvailable | Should -BeNullOrEmpty
        (Get-Refusal { Get-AzResourceGroup }).Exception.Message | Should -BeLike 'Run Connect-AzAccount to login.*'
        Clear-AzContext -PassThru | Should -BeTrue
    }

    It 'forgets nobody with -WhatIf' {
        $result = Invoke-Answered 'Clear-AzContext -Scope Process -WhatIf'
        $result.Written | Should -Contain (
            'What if: Performing the operation "Current process context" on target "Remove all accounts and ' +
            'subscriptions for the current process.".')
        Get-AzContext | Should -Not -BeNullOrEmpty
    }

    It 'asks before it forgets what is kept for the user' {
        $saved = $env:AZIR_PROFILE
        $env:AZIR_PROFILE = Join-Path $TestDrive 'kept'
        try {
            $null = Connect-AzAccount -Scope CurrentUser -WarningAction SilentlyContinue
            $result = Invoke-Answered 'Clear-AzContext -Scope CurrentUser -PassThru' -Answer 'No'
            $result.Asked | Should -Be 'Remove all accounts and subscriptions in all sessions for the current user?'
            $result.Output | Should -BeNullOrEmpty
            Get-AzContext | Should -Not -BeNullOrEmpty
            $result = Invoke-Answered 'Clear-AzContext -Scope CurrentUser -PassThru -Force'
            $result.Asked | Should -BeNullOrEmpty
            $result.Output | Should -BeTrue
            Get-AzContext | Should -BeNullOrEmpty
        } finally {
            $env:AZIR_PROFILE = $saved
        }
    }

    It 'does not ask where nothing is kept' {
        $result = Invoke-Answered 'Clear-AzContext -Scope CurrentUser -PassThru'
        $result.Asked | Should -BeNullOrEmpty
        $result.Output | Should -BeTrue
        Get-AzContext | Should -BeNullOrEmpty
    }
}
