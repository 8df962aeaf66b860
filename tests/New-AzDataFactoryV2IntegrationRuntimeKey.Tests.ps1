BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-key'
    $runtime = New-TestRuntime 'adf-key' 'ir-key'
    $question = "Continuing execution will renegerate the authentication key '{0}' of integration runtime ir-key. " +
        "This operation will " +
        "invalidate the existing authentication key.`nAre you sure you want to continue?"
}

AfterAll { Stop-TestEmulator }

Describe 'New-AzDataFactoryV2IntegrationRuntimeKey' {
    BeforeEach { Clear-SentRequest }

    It 'asks when the runtime exists, and returns $null when the answer is no' {
        $result = Invoke-Answered 'New-AzDataFactoryV2IntegrationRuntimeKey rg adf-key ir-key -KeyName AuthKey1' `
            -Answer No
        $result.Asked | Should -BeExactly ($question -f 'AuthKey1')
        $result.Output | Should -HaveCount 1
        $result.Output[0] | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be 'GET /factories/adf-key/integrationRuntimes/ir-key'
    }

    It 'replaces the key and returns only that one' {
        $before = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-key ir-key
        $result = Invoke-Answered 'New-AzDataFactoryV2IntegrationRuntimeKey rg adf-key ir-key -KeyName AuthKey2' `
            -Answer Yes
        $result.Errors | Should -BeNullOrEmpty
        $result.Output[0].AuthKey1 | Should -BeNullOrEmpty
        $result.Output[0].AuthKey2 | Should -Match '^IR@'
        $after = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-key ir-key
        $after.AuthKey1 | Should -BeExactly $before.AuthKey1
        $after.AuthKey2 | Should -BeExactly $result.Output[0].AuthKey2
        $after.AuthKey2 | Should -Not -BeExactly $before.AuthKey2
    }

    It 'sends the name of the key as it is typed, and reads nothing first with -Force' {
        $key = New-AzDataFactoryV2IntegrationRuntimeKey rg adf-key ir-key -KeyName authkey1 -Force
        $key.AuthKey1 | Should -Match '^IR@'
        $key.AuthKey2 | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be 'POST /factories/adf-key/integrationRuntimes/ir-key/regenerateAuthKey'
        (Get-SentBody POST).keyName | Should -BeExactly 'authkey1'
    }

    It 'replaces nothing with -WhatIf' {
        $result = Invoke-Answered 'New-AzDataFactoryV2IntegrationRuntimeKey rg adf-key ir-key -KeyName AuthKey1 -WhatIf'
        "$($result.Written)" |
            Should -BeExactly ('What if: Performing the operation "Renegerate the authentication key ''AuthKey1'' ' +
                'of integration runtime ir-key." on target "ir-key".')
        $result.Output[0] | Should -BeNullOrEmpty
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'asks nothing when the runtime is missing, and passes the error on' {
        $result = Invoke-Answered 'New-AzDataFactoryV2IntegrationRuntimeKey rg adf-key ir-none -KeyName AuthKey1'
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors[0].Exception.Message | Should -BeLike 'HTTP Status Code: NotFound*'
    }

    It 'takes what is piped in' {
        ($runtime | New-AzDataFactoryV2IntegrationRuntimeKey -KeyName AuthKey1 -Force).AuthKey1 | Should -Match '^IR@'
    }

    It 'refuses another key in the binding' {
        { New-AzDataFactoryV2IntegrationRuntimeKey rg adf-key ir-key -KeyName AuthKey3 } |
            Should -Throw -ErrorId 'ParameterArgumentValidationError*'
    }
}
