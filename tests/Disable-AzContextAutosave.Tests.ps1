BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll {
    $null = Disable-AzContextAutosave
    Stop-TestEmulator
}

Describe 'Disable-AzContextAutosave' {
    BeforeEach { $null = Enable-AzContextAutosave }

    It 'says that contexts end with the process, and leaves those of this one' {
        $before = (Get-AzContext).Name
        $setting = Disable-AzContextAutosave
        $setting.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.Common.Authentication.ContextAutosaveSettings'
        $setting.Mode | Should -BeExactly 'Process'
        (Get-AzContext).Name | Should -BeExactly $before
        $result = Invoke-Answered 'Clear-AzContext -WhatIf'
        "$($result.Written)" | Should -BeLike '*"Current process context"*'
    }

    It 'does nothing with -WhatIf, and says for whom: <Target>' -ForEach @(
        @{ With = ''; Action = 'Never autosave the context for the current user'; Target = 'Current user' }
        @{ With = '-Scope Process'; Action = 'Do not autosave the context in the current session'
            Target = 'Current session' }
    ) {
        $result = Invoke-Answered "Disable-AzContextAutosave $With -WhatIf; Clear-AzContext -WhatIf"
        $result.Written[0] | Should -BeExactly "What if: Performing the operation `"$Action`" on target `"$Target`"."
        $result.Written[1] | Should -BeLike '*all sessions started by the current user*'
    }
}
