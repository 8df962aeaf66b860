BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $account = New-TestAccount 'pv-key'
    $runtime = New-TestPurviewRuntime 'pv-key' 'ir-key'
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzPurviewIntegrationRuntimeKey' {
    BeforeEach { Clear-SentRequest }

    It 'gets both keys with one request' {
        $keys = Get-AzPurviewIntegrationRuntimeKey -AccountName pv-key -ResourceGroupName rg -Name ir-key
        $keys.PSObject.Properties.Name | Should -BeExactly 'AuthKey1', 'AuthKey2'
        $keys.PSObject.TypeNames[0] | Should -BeExactly 'AzIntegrationRuntime.Purview.IntegrationRuntimeKeys'
        $keys.AuthKey1 | Should -BeOfType [string]
        $keys.AuthKey1 | Should -Match '^IR@[0-9a-f-]{36}@pv-key@\S+@\S+$'
        $keys.AuthKey2 | Should -Match '^IR@[0-9a-f-]{36}@pv-key@\S+@\S+$'
        $keys.AuthKey1 | Should -Not -BeExactly $keys.AuthKey2
        Get-ScanRequest | Should -Be 'POST /integrationruntimes/ir-key:listAuthKeys'
    }

    It 'takes account, id and object' {
        $first = (Get-AzPurviewIntegrationRuntimeKey -AccountName pv-key -Name ir-key).AuthKey1
        ($account | Get-AzPurviewIntegrationRuntimeKey -Name ir-key).AuthKey1 | Should -BeExactly $first
        (Get-AzPurviewIntegrationRuntimeKey -ResourceId $runtime.Id).AuthKey1 | Should -BeExactly $first
        ($runtime | Get-AzPurviewIntegrationRuntimeKey).AuthKey1 | Should -BeExactly $first
    }

    It 'gives a key with which a node registers' {
        $null = Register-AzIntegrationRuntimeEmulatorNode `
            -AuthKey ($runtime | Get-AzPurviewIntegrationRuntimeKey).AuthKey2 -NodeName west-1
        ($runtime | Get-AzPurviewIntegrationRuntime -Status).Nodes.NodeName | Should -Be 'west-1'
    }

    It 'shows both keys whole, one below the other' {
        $text = ($runtime | Get-AzPurviewIntegrationRuntimeKey | Out-String -Width 400) -replace '\x1b\[[\d;]*m'
        $lines = @($text -split '\r?\n' | Where-Object { $_ })
        $lines | Should -HaveCount 2
        $lines[0] | Should -Match '^AuthKey1 : IR@\S+$'
        $lines[1] | Should -Match '^AuthKey2 : IR@\S+$'
    }

    It 'shows no key in verbose and debug messages' {
        $result = Invoke-Answered 'Get-AzPurviewIntegrationRuntimeKey -AccountName pv-key -Name ir-key -Verbose -Debug'
        $said = @($result.Verbose) + $result.Debug + $result.Written -join "`n"
        $said | Should -Match 'listAuthKeys'
        $said | Should -Not -Match 'IR@'
        $said | Should -Not -Match 'Bearer \S'
    }

    It 'says that a managed one has none' {
        $null = Set-AzPurviewIntegrationRuntime -AccountName pv-key -Name ir-azure -Type Managed
        $record = Get-Refusal { Get-AzPurviewIntegrationRuntimeKey -AccountName pv-key -Name ir-azure }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeExactly (
            "Integration runtime 'ir-azure' in Purview account 'pv-key' is managed by Azure and has no " +
            "authentication keys: with a key a machine registers as a " +
            'node of a self-hosted one. Get-AzPurviewIntegrationRuntime shows which are of type SelfHosted.')
    }

    It 'passes on that there is no such runtime' {
        $record = Get-Refusal { Get-AzPurviewIntegrationRuntimeKey -AccountName pv-key -Name ir-none }
        $record.Exception.Message | Should -BeLike 'HTTP Status Code: NotFound*'
    }
}
