BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-conn'
    $runtime = New-TestRuntime 'adf-conn' 'ir-conn'
    $key = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-conn ir-conn
    $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName 'west-1' -Version '5.40.1.1'
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo' {
    BeforeEach {
        Clear-Fault
        Clear-SentRequest
    }

    It 'gets how to connect with one request' {
        $info = Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo -ResourceGroupName rg -DataFactoryName adf-conn `
            -Name ir-conn
        $info.PSObject.TypeNames[0] | Should -BeExactly 'AzIntegrationRuntime.ConnectionInfo'
        $info.HostServiceUri | Should -BeExactly 'https://west-1:8050/HostServiceRemote.svc/'
        $info.Version | Should -BeExactly '5.40.1.1'
        $info.IsIdentityCertExpired | Should -BeExactly $false
        [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($info.PublicKey)) |
            Should -BeLike '<RSAParameters>*'
        $info.ServiceToken | Should -Not -BeNullOrEmpty
        Get-SentRequest | Should -Be 'POST /factories/adf-conn/integrationRuntimes/ir-conn/getConnectionInfo'
    }

    It 'takes the alias of -Name, the id, an object and what is piped in' {
        (Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo rg adf-conn -IntegrationRuntimeName ir-conn).Version |
            Should -Be '5.40.1.1'
        (Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo -ResourceId $runtime.Id).Version | Should -Be '5.40.1.1'
        (Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo -InputObject $runtime).Version | Should -Be '5.40.1.1'
        ($runtime | Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo).Version | Should -Be '5.40.1.1'
    }

    It 'reads an answer in which nearly everything is missing' {
        Add-Fault @{ path = 'getConnectionInfo'; body = '{"isIdentityCertExprired":true,"version":"1"}' }
        $info = Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo rg adf-conn ir-conn
        $info.IsIdentityCertExpired | Should -BeExactly $true
        $info.ServiceToken | Should -BeNullOrEmpty
        $info.HostServiceUri | Should -BeNullOrEmpty
    }

    It 'shows its token in no stream but the object' {
        Add-Fault @{ path = 'getConnectionInfo'; body = '{"serviceToken":"token-that-opens","version":"1"}' }
        $result = Invoke-Answered ('Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo rg adf-conn ir-conn ' +
            '-Verbose -Debug')
        $result.Output[0].ServiceToken | Should -BeExactly 'token-that-opens'
        "$($result.Verbose) $($result.Debug) $($result.Information) $($result.Written)" |
            Should -Not -Match 'token-that-opens'
        $result.Debug.Count + $result.Verbose.Count | Should -BeGreaterThan 0
    }

    It 'passes on what the service refuses, and goes on' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-conn ir-azure -Type Managed
        foreach ($pair in @('ir-azure', 'BadRequest'), @('ir-none', 'NotFound')) {
            $result = Invoke-Answered ("Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo rg adf-conn " +
                "$($pair[0]); 'went on'")
            $result.Output | Should -Be 'went on'
            Get-FiveLine $result.Errors[0] | Should -BeLike "HTTP Status Code: $($pair[1])`nError Code: $($pair[1])`n*"
        }
    }
}
