BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll {
    $null = Disable-AzContextAutosave
    Stop-TestEmulator
}

Describe 'Enable-AzContextAutosave' {
    BeforeEach { $null = Disable-AzContextAutosave }

    It 'says that contexts are kept from now on' {
        $setting = Enable-AzContextAutosave
        $setting.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.Common.Authentication.ContextAutosaveSettings'
        $setting.PSObject.Properties.Name |
            Should -BeExactly 'Mode', 'ContextDirectory', 'ContextFile', 'CacheDirectory', 'CacheFile', 'Settings'
        $setting.Mode | Should -BeExactly 'CurrentUser'
    }

    It 'says where, while they are kept' {
        $saved = $env:AZIR_PROFILE
        try {
            # The emulator's are kept only where a place is named.
            $env:AZIR_PROFILE = $null
            (Enable-AzContextAutosave).ContextDirectory | Should -BeNullOrEmpty
            $null = Disable-AzContextAutosave
            $env:AZIR_PROFILE = Join-Path $TestDrive 'kept'
            $setting = Enable-AzContextAutosave
            $setting.ContextDirectory | Should -BeExactly $env:AZIR_PROFILE
            $setting.CacheDirectory | Should -BeExactly $env:AZIR_PROFILE
            $setting.ContextFile, $setting.CacheFile | Should -Be 'contexts.json', 'contexts.json'
            Join-Path $setting.ContextDirectory $setting.ContextFile | Should -Exist
            (Disable-AzContextAutosave).ContextDirectory | Should -BeNullOrEmpty
        } finally {
            $env:AZIR_PROFILE = $saved
        }
    }

    It 'makes the user the scope that other cmdlets have' {
        $null = Enable-AzContextAutosave -Scope Process
        $result = Invoke-Answered 'Clear-AzContext -WhatIf'
        "$($result.Written)" |
            Should -BeLike ('*"Remove all accounts and subscriptions for all sessions started by the current user" ' +
                'on target "All contexts for the current user"*')
    }

    It 'does nothing with -WhatIf, and says for whom: <Target>' -ForEach @(
        @{ With = ''; Action = 'Always autosave the context for the current user'; Target = 'Current user' }
        @{ With = '-Scope CurrentUser'; Action = 'Always autosave the context for the current user'
            Target = 'Current user' }
        @{ With = '-Scope Process'; Action = 'Autosave the context in the current session'; Target = 'Current session' }
    ) {
        $result = Invoke-Answered "Enable-AzContextAutosave $With -WhatIf; Clear-AzContext -WhatIf"
        $result.Output | Should -BeNullOrEmpty
        $result.Written[0] | Should -BeExactly "What if: Performing the operation `"$Action`" on target `"$Target`"."
        $result.Written[1] | Should -BeLike '*"Current process context"*'
    }
}
