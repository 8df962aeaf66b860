BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-out'
    $runtime = Set-AzDataFactoryV2IntegrationRuntime rg adf-out ir-ssis -Type Managed -Location eastus `
        -NodeSize Standard_D2_v3 -NodeCount 1
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint' {
    BeforeEach {
        Clear-Fault
        Clear-SentRequest
    }

    It 'writes one object for each category, with one request' {
        $found = @(Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint -ResourceGroupName rg `
            -DataFactoryName adf-out -Name ir-ssis)
        $found.Category | Should -Contain 'Azure Storage (Management)'
        $found.Count | Should -Be 4
        $found[0].PSObject.TypeNames[0] |
            Should -BeExactly ('Microsoft.Azure.Commands.DataFactoryV2.Models.' +
                'PSIntegrationRuntimeOutboundNetworkDependenciesCategoryEndpoint')
        Get-SentRequest |
            Should -Be 'GET /factories/adf-out/integrationRuntimes/ir-ssis/outboundNetworkDependenciesEndpoints'
    }

    It 'has the endpoints as a text of JSON, with the casing of .NET' {
        $found = Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint rg adf-out ir-ssis |
            Where-Object Category -Like 'Azure Storage*'
        $found.EndPoint |
            Should -BeExactly ('[{"DomainName":"*.blob.core.windows.net","EndpointDetails":[{"Port":443}]},' +
            '{"DomainName":"*.table.core.windows.net","EndpointDetails":[{"Port":443}]}]')
    }

    It 'takes the alias of -Name, the id, an object and what is piped in' {
        $count = {
            @($input).Count
        }
        Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint rg adf-out `
            -IntegrationRuntimeName ir-ssis | & $count | Should -Be 4
        Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint -ResourceId $runtime.Id | & $count |
            Should -Be 4
        Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint -InputObject $runtime | & $count |
            Should -Be 4
        $runtime | Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint | & $count | Should -Be 4
    }

    It 'writes nothing when there is nothing' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-out ir-azure -Type Managed
        Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint rg adf-out ir-azure |
            Should -BeNullOrEmpty
        Add-Fault @{ path = 'outboundNetworkDependenciesEndpoints'; body = '{}' }
        $result = Invoke-Answered ('Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint rg ' +
            'adf-out ir-ssis')
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
    }

    It 'passes on that there is no such runtime, and goes on' {
        $result = Invoke-Answered ('Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint rg ' +
            'adf-out ir-none; "went on"')
        $result.Output | Should -Be 'went on'
        Get-FiveLine $result.Errors[0] | Should -BeLike "HTTP Status Code: NotFound`nError Code: NotFound`n*"
        $result.Errors[0].CategoryInfo.Category | Should -Be 'CloseError'
    }
}
