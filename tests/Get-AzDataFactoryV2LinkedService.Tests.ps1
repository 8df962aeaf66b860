BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $factory = New-TestFactory 'adf-links'
    $null = New-TestRuntime 'adf-links' 'ir-self'
    $file = Join-Path $TestDrive 'lake.json'
    Set-Content $file (@{
            properties = @{
                type           = 'AzureBlobStorage'
                description    = 'The lake.'
                typeProperties = @{ serviceEndpoint = 'https://lake.blob.core.windows.net' }
                connectVia     = @{ type = 'IntegrationRuntimeReference'; referenceName = 'ir-self' }
            }
        } | ConvertTo-Json -Depth 5)
    foreach ($name in 'lake', 'sea') {
        $null = Set-AzDataFactoryV2LinkedService rg adf-links $name $file
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzDataFactoryV2LinkedService' {
    BeforeEach { Clear-SentRequest }

    It 'gets one: <Name>' -ForEach @(
        @{ Name = 'by position'; Call = { Get-AzDataFactoryV2LinkedService rg adf-links lake } }
        @{ Name = 'with the alias of its name'; Call = {
                Get-AzDataFactoryV2LinkedService -ResourceGroupName rg -DataFactoryName adf-links `
                    -LinkedServiceName lake
            }
        }
        @{ Name = 'of an object'; Call = { $factory | Get-AzDataFactoryV2LinkedService -Name lake } }
        @{ Name = 'by its id'; Call = {
                Get-AzDataFactoryV2LinkedService -ResourceId "$($factory.DataFactoryId)/linkedservices/lake"
            }
        }
    ) {
        $one = & $Call
        $one | Should -BeOfType [Microsoft.Azure.Commands.DataFactoryV2.Models.PSLinkedService]
        $one.Name | Should -BeExactly 'lake'
        $one.DataFactoryName | Should -BeExactly 'adf-links'
        $one.ResourceGroupName | Should -BeExactly 'rg'
        $one.Id | Should -BeExactly "$($factory.DataFactoryId)/linkedservices/lake"
        $one.ETag | Should -Not -BeNullOrEmpty
        $one.Properties.Type | Should -BeExactly 'AzureBlobStorage'
        $one.Properties.ConnectVia.ReferenceName | Should -BeExactly 'ir-self'
        Get-SentRequest | Should -Be 'GET /factories/adf-links/linkedservices/lake'
    }

    It 'lists all pages' {
        Set-Emulator @{ pageSize = 1 }
        try {
            (Get-AzDataFactoryV2LinkedService rg adf-links).Name | Sort-Object | Should -Be 'lake', 'sea'
        } finally {
            Set-Emulator @{ pageSize = 50 }
        }
    }

    It 'says what is missing' {
        (Get-Refusal { Get-AzDataFactoryV2LinkedService rg adf-links lakes }).Exception.Message |
            Should -BeLike (
                "HTTP Status Code: NotFound*There is no linked service 'lakes' in data factory 'adf-links'. Did you " +
                "mean 'lake'?*")
        (Get-Refusal { Get-AzDataFactoryV2LinkedService rg adf-none }).Exception.Message |
            Should -BeLike "HTTP Status Code: NotFound*There is no data factory 'adf-none' in resource group 'rg'.*"
    }

    It 'refuses an id of something else' {
        (Get-Refusal { Get-AzDataFactoryV2LinkedService -ResourceId $factory.DataFactoryId }).Exception.Message |
            Should -BeLike '*is not the resource id of a linked service.*'
        Get-SentRequest | Should -BeNullOrEmpty
    }
}
