BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-node'
    $runtime = New-TestRuntime 'adf-node' 'ir-node'
    $keys = $runtime | Get-AzDataFactoryV2IntegrationRuntimeKey
}

AfterAll { Stop-TestEmulator }

Describe 'Register-AzIntegrationRuntimeEmulatorNode' {
    It 'brings a runtime online with the key as text' {
        $node = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $keys.AuthKey1 -NodeName 'node-a' -Version '5.30.1.1'
        $node.PSObject.TypeNames[0] | Should -BeExactly 'AzIntegrationRuntime.EmulatorNode'
        $node.NodeName | Should -BeExactly 'node-a'
        $node.Status | Should -BeExactly 'Online'
        $node.Version | Should -BeExactly '5.30.1.1'
        ($runtime | Get-AzDataFactoryV2IntegrationRuntime -Status).State | Should -BeExactly 'Online'
    }

    It 'takes a SecureString, and the second key' {
        $secure = ConvertTo-SecureString $keys.AuthKey2 -AsPlainText -Force
        (Register-AzIntegrationRuntimeEmulatorNode $secure 'node-b').NodeName | Should -BeExactly 'node-b'
    }

    It 'takes keys from the pipeline' {
        ($runtime | Get-AzDataFactoryV2IntegrationRuntimeKey |
            Register-AzIntegrationRuntimeEmulatorNode -NodeName 'node-c').NodeName |
            Should -BeExactly 'node-c'
    }

    It 'gives a node without a name the first free one' {
        $unnamed = New-TestRuntime 'adf-node' 'ir-unnamed' | Get-AzDataFactoryV2IntegrationRuntimeKey
        $null = Register-AzIntegrationRuntimeEmulatorNode $unnamed.AuthKey1 'node-2'
        $names = foreach ($time in 1..2) { (Register-AzIntegrationRuntimeEmulatorNode $unnamed.AuthKey1).NodeName }
        $names | Should -BeExactly 'node-1', 'node-3'
    }

    It 'refuses a key that is no longer valid' {
        $null = $runtime | New-AzDataFactoryV2IntegrationRuntimeKey -KeyName AuthKey2 -Force
        $record = Get-Refusal { Register-AzIntegrationRuntimeEmulatorNode $keys.AuthKey2 'node-d' }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeLike '*authentication key*'
        $record.Exception.Message | Should -Not -BeLike "*$($keys.AuthKey2)*"
    }

    It 'registers nothing with -WhatIf' {
        $null = Invoke-Answered 'param($Key) Register-AzIntegrationRuntimeEmulatorNode $Key node-w -WhatIf' `
            -Argument @{ Key = $keys.AuthKey1 }
        ($runtime | Get-AzDataFactoryV2IntegrationRuntime -Status).Nodes.NodeName | Should -Not -Contain 'node-w'
    }

    It 'says so when there is no emulator' {
        Stop-TestEmulator
        $record = Get-Refusal { Register-AzIntegrationRuntimeEmulatorNode $keys.AuthKey1 'node-x' }
        $record.Exception.Message | Should -BeExactly (
            'The emulator is not running in this process. Start it with Start-AzIntegrationRuntimeEmulator; a real ' +
            'node is registered by the ' +
            'installer on its machine.')
    }
}
