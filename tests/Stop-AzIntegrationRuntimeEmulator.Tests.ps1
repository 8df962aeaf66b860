BeforeAll {
    . $PSScriptRoot/common.ps1
}

Describe 'Stop-AzIntegrationRuntimeEmulator' {
    It 'stops it, and nobody is signed in who was not before' {
        $emulator = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
        Stop-AzIntegrationRuntimeEmulator | Should -BeNullOrEmpty
        for ($wait = 0; $wait -lt 40 -and (Get-Process -Id $emulator.ProcessId -ErrorAction Ignore); $wait++) {
            Start-Sleep -Milliseconds 100
        }
        Get-Process -Id $emulator.ProcessId -ErrorAction Ignore | Should -BeNullOrEmpty
        $record = Get-Refusal { Get-AzDataFactoryV2 }
        $record.Exception.Message | Should -BeLike (
            "Run Connect-AzAccount to login. The emulator at $($emulator.Endpoint) was stopped, " +
            '*Start-AzIntegrationRuntimeEmulator.')
        $record.Exception | Should -BeOfType [System.Management.Automation.PSInvalidOperationException]
        Get-AzContext | Should -BeNullOrEmpty
    }

    It 'is noticed at once when it ended by itself, and the next start makes a new one' {
        $first = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
        try {
            Stop-Process -Id $first.ProcessId -Force
            Wait-Process -Id $first.ProcessId -Timeout 10 -ErrorAction Ignore
            $time = Measure-Command { $script:Record = Get-Refusal { Get-AzDataFactoryV2 } }
            $script:Record.Exception.Message | Should -BeLike (
                "The emulator that this process started at $($first.Endpoint) has ended. Start a new one with " +
                'Start-AzIntegrationRuntimeEmulator*')
            $time.TotalSeconds | Should -BeLessThan 1
            $second = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
            $second.ProcessId | Should -Not -Be $first.ProcessId
            Get-AzDataFactoryV2 | Should -BeNullOrEmpty
        } finally {
            Stop-TestEmulator
        }
    }

    It 'warns when none is running' {
        Stop-AzIntegrationRuntimeEmulator -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeExactly 'The emulator is not running in this process.'
    }

    It 'leaves it running with -WhatIf' {
        $null = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
        try {
            $null = Invoke-Answered 'Stop-AzIntegrationRuntimeEmulator -WhatIf'
            Get-AzContext | Should -Not -BeNullOrEmpty
        } finally {
            Stop-TestEmulator
        }
    }
}
