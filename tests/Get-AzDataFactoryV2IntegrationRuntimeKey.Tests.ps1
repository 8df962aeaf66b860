BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-key'
    $runtime = New-TestRuntime 'adf-key' 'ir-key'
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzDataFactoryV2IntegrationRuntimeKey' {
    BeforeEach { Clear-SentRequest }

    It 'gets both keys with one request' {
        $keys = Get-AzDataFactoryV2IntegrationRuntimeKey -ResourceGroupName rg -DataFactoryName adf-key -Name ir-key
        $keys.PSObject.Properties.Name | Should -BeExactly 'AuthKey1', 'AuthKey2'
        $keys.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeKeys'
        $keys.AuthKey1 | Should -BeOfType [string]
        $keys.AuthKey1 | Should -Match '^IR@[0-9a-f-]{36}@adf-key@\S+@\S+$'
        $keys.AuthKey2 | Should -Match '^IR@[0-9a-f-]{36}@adf-key@\S+@\S+$'
        $keys.AuthKey1 | Should -Not -BeExactly $keys.AuthKey2
        Get-SentRequest | Should -Be 'POST /factories/adf-key/integrationRuntimes/ir-key/listAuthKeys'
    }

    It 'takes positions, id and object' {
        $first = (Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-key ir-key).AuthKey1
        (Get-AzDataFactoryV2IntegrationRuntimeKey -ResourceId $runtime.Id).AuthKey1 | Should -BeExactly $first
        ($runtime | Get-AzDataFactoryV2IntegrationRuntimeKey).AuthKey1 | Should -BeExactly $first
    }

    It 'shows both keys whole, one below the other' {
        $text = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-key ir-key | Out-String -Width 400
        $text = $text -replace '\x1b\[[\d;]*m'
        $lines = @($text -split '\r?\n' | Where-Object { $_ })
        $lines | Should -HaveCount 2
        $lines[0] | Should -Match '^AuthKey1 : IR@\S+$'
        $lines[1] | Should -Match '^AuthKey2 : IR@\S+$'
    }

    It 'passes on what the service says of a runtime without keys' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-key ir-azure -Type Managed
        $record = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-key ir-azure }
        $record | Should -HaveCount 1
        $record.Exception.Message |
            Should -BeLike "HTTP Status Code: *`nError Code: *`nError Message: *`nRequest Id: *`nTimestamp (Utc):*"
    }

    It 'needs a name' {
        $name = (Get-Command Get-AzDataFactoryV2IntegrationRuntimeKey).Parameters['Name']
        $name.ParameterSets['ByIntegrationRuntimeName'].IsMandatory | Should -BeTrue
    }
}
