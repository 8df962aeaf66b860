BeforeAll {
    . $PSScriptRoot/common.ps1
}

AfterAll {
    Stop-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
}

Describe 'Start-AzIntegrationRuntimeEmulator' {
    AfterEach {
        Stop-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
    }

    It 'starts it, signs in and says where the cmdlets go from now on' {
        $emulator = Start-AzIntegrationRuntimeEmulator -WarningVariable warnings -WarningAction SilentlyContinue
        $emulator.PSObject.TypeNames[0] | Should -BeExactly 'AzIntegrationRuntime.Emulator'
        $emulator.Endpoint | Should -Match '^https://127\.0\.0\.1:\d+$'
        $emulator.SubscriptionName | Should -BeExactly 'Emulator'
        Get-Process -Id $emulator.ProcessId | Should -Not -BeNullOrEmpty
        "$warnings" | Should -BeExactly (
            "All cmdlets of AzIntegrationRuntime in this process now go to the emulator at $($emulator.Endpoint) " +
            "and not to Azure, until " +
            'Stop-AzIntegrationRuntimeEmulator.')
        (Get-AzContext).Subscription.Id | Should -Be $emulator.SubscriptionId
        Get-AzDataFactoryV2 | Should -BeNullOrEmpty
    }

    It 'takes a port and a name for the subscription' {
        $listener = New-Object System.Net.Sockets.TcpListener ([System.Net.IPAddress]::Loopback), 0
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        $listener.Stop()
        $emulator = Start-AzIntegrationRuntimeEmulator -Port $port -SubscriptionName 'Contoso Test' `
            -WarningAction SilentlyContinue
        $emulator.Endpoint | Should -BeExactly "https://127.0.0.1:$port"
        (Get-AzContext).Subscription.Name | Should -BeExactly 'Contoso Test'
    }

    It 'refuses to start a second one' {
        $emulator = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
        $record = Get-Refusal { Start-AzIntegrationRuntimeEmulator }
        $record.Exception.Message |
            Should -BeExactly ("The emulator runs already at $($emulator.Endpoint). Stop it first with " +
                "Stop-AzIntegrationRuntimeEmulator.")
        Get-AzDataFactoryV2 | Should -BeNullOrEmpty
    }

    It 'starts nothing with -WhatIf' {
        $result = Invoke-Answered 'Start-AzIntegrationRuntimeEmulator -WhatIf'
        $result.Output | Should -BeNullOrEmpty
        "$($result.Written)" | Should -BeLike 'What if: Performing the operation "Starting the emulator."*'
        $record = Get-Refusal { Get-AzDataFactoryV2 }
        $record.Exception.Message | Should -BeLike 'Run Connect-AzAccount to login. *'
    }

    It 'keeps what is created in a file' {
        $path = Join-Path $TestDrive 'state.json'
        $null = Start-AzIntegrationRuntimeEmulator -StatePath $path -WarningAction SilentlyContinue
        $null = New-AzResourceGroup -Name rg -Location eastus
        $made = New-TestFactory 'adf-kept'
        Stop-AzIntegrationRuntimeEmulator
        $null = Start-AzIntegrationRuntimeEmulator -StatePath $path -WarningAction SilentlyContinue
        (Get-AzDataFactoryV2 rg adf-kept).Identity.PrincipalId | Should -Be $made.Identity.PrincipalId
    }

    It 'sets a damaged state file aside and says so' {
        $path = Join-Path $TestDrive 'one.json'
        $null = Start-AzIntegrationRuntimeEmulator -StatePath $path -WarningAction SilentlyContinue
        Stop-AzIntegrationRuntimeEmulator
        $text = [IO.File]::ReadAllText($path)
        [IO.File]::WriteAllText($path, $text.Substring(0, 1000))
        $null = Start-AzIntegrationRuntimeEmulator -StatePath $path `
            -WarningVariable warnings -WarningAction SilentlyContinue
        "$($warnings[0])" | Should -BeLike "The state file '*one.json' is damaged (*). It is now '*one.json.damaged-*"
        Get-AzDataFactoryV2 | Should -BeNullOrEmpty
    }

    It 'takes relative paths from the current location of PowerShell' {
        Push-Location $TestDrive
        try {
            $null = Start-AzIntegrationRuntimeEmulator -TrafficPath './traffic.jsonl' -WarningAction SilentlyContinue
            $null = Get-AzDataFactoryV2
            Join-Path $TestDrive 'traffic.jsonl' | Should -FileContentMatch '/subscriptions/'
        } finally {
            Pop-Location
        }
    }

    It 'holds its answers back when asked' {
        $null = Start-AzIntegrationRuntimeEmulator -LatencyMilliseconds 150 -WarningAction SilentlyContinue
        (Measure-Command { Get-AzDataFactoryV2 }).TotalMilliseconds | Should -BeGreaterThan 149
    }

    It 'refuses a port that there is not, in the binding' {
        { Start-AzIntegrationRuntimeEmulator -Port 70000 } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
    }

    It 'says so when the port is taken' {
        $listener = New-Object System.Net.Sockets.TcpListener ([System.Net.IPAddress]::Loopback), 0
        $listener.Start()
        try {
            $record = Get-Refusal { Start-AzIntegrationRuntimeEmulator -Port $listener.LocalEndpoint.Port }
            $record | Should -HaveCount 1
            $record.Exception.Message | Should -BeLike "*$($listener.LocalEndpoint.Port)*"
        } finally {
            $listener.Stop()
        }
    }

    It 'ends with the process that started it' {
        $shell = Get-PwshPath
        $env:AZIR_TEST_MANIFEST = $script:MainManifest
        $id = & $shell -NoProfile `
            -Command 'Import-Module $env:AZIR_TEST_MANIFEST; (Start-AzIntegrationRuntimeEmulator 3>$null).ProcessId'
        $id | Should -Match '^\d+$'
        for ($wait = 0; $wait -lt 40 -and (Get-Process -Id $id -ErrorAction Ignore); $wait++) {
            Start-Sleep -Milliseconds 100
        }
        Get-Process -Id $id -ErrorAction Ignore | Should -BeNullOrEmpty
    }
}
