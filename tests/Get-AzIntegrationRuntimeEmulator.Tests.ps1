BeforeAll {
    . $PSScriptRoot/common.ps1
}

Describe 'Get-AzIntegrationRuntimeEmulator' {
    It 'writes nothing where none runs' {
        Get-AzIntegrationRuntimeEmulator | Should -BeNullOrEmpty
    }

    It 'writes what Start-AzIntegrationRuntimeEmulator wrote' {
        $started = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
        try {
            $shown = Get-AzIntegrationRuntimeEmulator
            $shown | Should -BeOfType [AzIntegrationRuntime.Emulator]
            ($shown | ConvertTo-Json) | Should -BeExactly ($started | ConvertTo-Json)
        } finally {
            Stop-TestEmulator
        }
        Get-AzIntegrationRuntimeEmulator | Should -BeNullOrEmpty
    }

    It 'writes nothing once it has ended by itself' {
        $started = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
        try {
            Stop-Process -Id $started.ProcessId -Force
            Wait-Process -Id $started.ProcessId -Timeout 10 -ErrorAction Ignore
            Get-AzIntegrationRuntimeEmulator | Should -BeNullOrEmpty
        } finally {
            Stop-TestEmulator
        }
    }
}
