BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestAccount 'pv-key'
    $runtime = New-TestPurviewRuntime 'pv-key' 'ir-key'
    $question = "Continuing execution will renegerate the authentication key '{0}' of integration runtime ir-key. " +
        "This operation will " +
        "invalidate the existing authentication key.`nAre you sure you want to continue?"
}

AfterAll { Stop-TestEmulator }

Describe 'New-AzPurviewIntegrationRuntimeKey' {
    BeforeEach { Clear-SentRequest }

    It 'asks, and returns $null when the answer is no' {
        $result = Invoke-Answered ('New-AzPurviewIntegrationRuntimeKey -AccountName pv-key -Name ir-key -KeyName ' +
            'AuthKey1') -Answer No
        $result.Asked | Should -BeExactly ($question -f 'AuthKey1')
        $result.Output | Should -HaveCount 1
        $result.Output[0] | Should -BeNullOrEmpty
        Get-ScanRequest | Should -Be 'GET /integrationruntimes/ir-key'
    }

    It 'replaces the key and returns only that one' {
        $before = $runtime | Get-AzPurviewIntegrationRuntimeKey
        $result = Invoke-Answered ('New-AzPurviewIntegrationRuntimeKey -AccountName pv-key -Name ir-key -KeyName ' +
            'AuthKey2') -Answer Yes
        $result.Errors | Should -BeNullOrEmpty
        $result.Output[0].PSObject.TypeNames[0] |
            Should -BeExactly 'AzIntegrationRuntime.Purview.IntegrationRuntimeKeys'
        $result.Output[0].AuthKey1 | Should -BeNullOrEmpty
        $result.Output[0].AuthKey2 | Should -Match '^IR@'
        $after = $runtime | Get-AzPurviewIntegrationRuntimeKey
        $after.AuthKey1 | Should -BeExactly $before.AuthKey1
        $after.AuthKey2 | Should -BeExactly $result.Output[0].AuthKey2
        $after.AuthKey2 | Should -Not -BeExactly $before.AuthKey2
    }

    It 'sends the name of the key in the service''s casing' {
        ($runtime | New-AzPurviewIntegrationRuntimeKey -KeyName AUTHKEY1 -Force).AuthKey1 | Should -Match '^IR@'
        (Get-ScanRequest -Whole)[-1].body.keyName | Should -BeExactly 'authKey1'
        Get-ScanRequest | Should -Be 'GET /integrationruntimes/ir-key',
            'POST /integrationruntimes/ir-key:regenerateAuthKey'
    }

    It 'replaces nothing with -WhatIf' {
        $result = Invoke-Answered ('New-AzPurviewIntegrationRuntimeKey -AccountName pv-key -Name ir-key -KeyName ' +
            'AuthKey1 -WhatIf')
        "$($result.Written)" |
            Should -BeExactly ('What if: Performing the operation "Renegerate the authentication key ''AuthKey1'' ' +
                'of integration runtime ir-key." on target "ir-key".')
        Get-ScanRequest | Should -Be 'GET /integrationruntimes/ir-key'
    }

    It 'says that a managed one has no keys, before it asks' {
        $null = Set-AzPurviewIntegrationRuntime -AccountName pv-key -Name ir-azure -Type Managed
        $result = Invoke-Answered ('New-AzPurviewIntegrationRuntimeKey -AccountName pv-key -Name ir-azure -KeyName ' +
            'AuthKey1')
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors[0].Exception.Message | Should -BeLike '*is managed by Azure and has no authentication keys*'
    }

    It 'is not sent again when the answer is lost, for the key would be another one by then' {
        Add-Fault @{ method = 'POST'; path = 'regenerateAuthKey'; dropAfterRequest = $true }
        try {
            $record = Get-Refusal { $runtime | New-AzPurviewIntegrationRuntimeKey -KeyName AuthKey1 -Force }
        } finally {
            Clear-Fault
        }
        $record.Exception.Message |
            Should -BeLike '*Whether the service did what was asked is not known: look before trying again.'
        @(Get-ScanRequest) -like '*regenerateAuthKey' | Should -HaveCount 1
    }

    It 'asks nothing when the runtime is missing, and passes the error on' {
        $result = Invoke-Answered ('New-AzPurviewIntegrationRuntimeKey -AccountName pv-key -Name ir-none -KeyName ' +
            'AuthKey1')
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors[0].Exception.Message | Should -BeLike 'HTTP Status Code: NotFound*'
    }

    It 'refuses another key in the binding' {
        { New-AzPurviewIntegrationRuntimeKey -AccountName pv-key -Name ir-key -KeyName AuthKey3 } |
            Should -Throw -ErrorId 'ParameterArgumentValidationError*'
    }
}
