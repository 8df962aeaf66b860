BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-key'
    $runtime = New-TestSynapseRuntime 'syn-key' 'ir-key'
    $question = "Continuing execution will renegerate the authentication key '{0}' of integration runtime ir-key. " +
        "This operation will " +
        "invalidate the existing authentication key.`nAre you sure you want to continue?"
    $call = 'New-AzSynapseIntegrationRuntimeKey -ResourceGroupName rg -WorkspaceName syn-key -Name ir-key -KeyName '
}

AfterAll { Stop-TestEmulator }

Describe 'New-AzSynapseIntegrationRuntimeKey' {
    BeforeEach { Clear-SentRequest }

    It 'asks when the runtime exists, and returns $null when the answer is no' {
        $result = Invoke-Answered "$call AuthKey1" -Answer No
        $result.Asked | Should -BeExactly ($question -f 'AuthKey1')
        $result.Output | Should -HaveCount 1
        $result.Output[0] | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be 'GET /workspaces/syn-key/integrationRuntimes/ir-key'
    }

    It 'replaces the key and returns only that one' {
        $before = $runtime | Get-AzSynapseIntegrationRuntimeKey
        $result = Invoke-Answered "$call AuthKey2" -Answer Yes
        $result.Errors | Should -BeNullOrEmpty
        $result.Output[0].AuthKey1 | Should -BeNullOrEmpty
        $after = $runtime | Get-AzSynapseIntegrationRuntimeKey
        $after.AuthKey1 | Should -BeExactly $before.AuthKey1
        $after.AuthKey2 | Should -BeExactly $result.Output[0].AuthKey2
        $after.AuthKey2 | Should -Not -BeExactly $before.AuthKey2
    }

    It 'sends the name of the key as it is typed, and reads nothing first with -Force' {
        $key = New-AzSynapseIntegrationRuntimeKey -ResourceGroupName rg -WorkspaceName syn-key -Name ir-key `
            -KeyName authkey1 -Force
        $key.AuthKey1 | Should -Match '^IR@'
        Get-SentRequest | Should -Be 'POST /workspaces/syn-key/integrationRuntimes/ir-key/regenerateAuthKey'
        (Get-SentBody POST).keyName | Should -BeExactly 'authkey1'
    }

    It 'replaces nothing with -WhatIf' {
        $result = Invoke-Answered "$call AuthKey1 -WhatIf"
        "$($result.Written)" |
            Should -BeExactly ('What if: Performing the operation "Renegerate the authentication key ''AuthKey1'' ' +
                'of integration runtime ir-key." on target "ir-key".')
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'takes a workspace, an id and what is piped in' {
        ($workspace | New-AzSynapseIntegrationRuntimeKey -Name ir-key -KeyName AuthKey1 -Force).AuthKey1 |
            Should -Match '^IR@'
        (New-AzSynapseIntegrationRuntimeKey -ResourceId $runtime.Id -KeyName AuthKey1 -Force).AuthKey1 |
            Should -Match '^IR@'
        ($runtime | New-AzSynapseIntegrationRuntimeKey -KeyName AuthKey1 -Force).AuthKey1 | Should -Match '^IR@'
    }

    It 'asks nothing when the runtime is missing, and passes the error on' {
        $result = Invoke-Answered ($call.Replace('-Name ir-key', '-Name ir-none') + 'AuthKey1')
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors[0].Exception.Message | Should -BeLike 'HTTP Status Code: NotFound*'
    }

    It 'refuses another key in the binding' {
        { New-AzSynapseIntegrationRuntimeKey -WorkspaceName syn-key -Name ir-key -KeyName AuthKey3 } |
            Should -Throw -ErrorId 'ParameterArgumentValidationError*'
    }
}
