BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $factory = New-TestFactory 'adf-links'
    $file = Join-Path $TestDrive 'lake.json'
    Set-Content $file (@{
            properties = @{
                type           = 'AzureBlobStorage'
                typeProperties = @{
                    connectionString = 'DefaultEndpointsProtocol=https;AccountName=lake'
                    accountKey       = @{ type = 'SecureString'; value = 'planted-secret' }
                }
            }
        } | ConvertTo-Json -Depth 5)
}

AfterAll { Stop-TestEmulator }

Describe 'Set-AzDataFactoryV2LinkedService' {
    BeforeEach {
        Remove-AzDataFactoryV2LinkedService rg adf-links lake -Force -WarningAction SilentlyContinue
        Clear-SentRequest
    }

    It 'creates one without a question: <Name>' -ForEach @(
        @{ Name = 'by position'; Call = 'Set-AzDataFactoryV2LinkedService rg adf-links lake $file' }
        @{ Name = 'under its other name'; Call = 'New-AzDataFactoryV2LinkedService rg adf-links lake -File $file' }
        @{ Name = 'by its id'; Call = (
                'Set-AzDataFactoryV2LinkedService -ResourceId "$($factory.DataFactoryId)/linkedservices/lake" ' +
                '-DefinitionFile $file') }
    ) {
        $made = & ([scriptblock]::Create($Call))
        $made.Name | Should -BeExactly 'lake'
        $made.Properties.Type | Should -BeExactly 'AzureBlobStorage'
        ($made | ConvertTo-Json -Depth 6) | Should -Not -Match 'planted'
        Get-SentRequest | Should -Be @(
            'GET /factories/adf-links/linkedservices/lake'
            'PUT /factories/adf-links/linkedservices/lake')
    }

    It 'asks before it replaces one' {
        $null = Set-AzDataFactoryV2LinkedService rg adf-links lake $file
        Clear-SentRequest
        $result = Invoke-Answered "Set-AzDataFactoryV2LinkedService rg adf-links lake '$file'" -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Asked[0] | Should -Match 'A linked service with the name lake in the data factory adf-links exists'
        Get-SentRequest | Should -Not -Contain 'PUT /factories/adf-links/linkedservices/lake'
        $result = Invoke-Answered "Set-AzDataFactoryV2LinkedService rg adf-links lake '$file'" -Answer Yes
        $result.Output[0].Name | Should -BeExactly 'lake'
        $result = Invoke-Answered "Set-AzDataFactoryV2LinkedService rg adf-links lake '$file' -Force"
        $result.Asked | Should -BeNullOrEmpty
    }

    It 'writes nothing with -WhatIf' {
        $null = Invoke-Answered "Set-AzDataFactoryV2LinkedService rg adf-links lake '$file' -WhatIf"
        Get-SentRequest | Should -Not -Contain 'PUT /factories/adf-links/linkedservices/lake'
    }

    It 'takes a file relative to the current location' {
        Push-Location $TestDrive
        try {
            (Set-AzDataFactoryV2LinkedService rg adf-links lake ./lake.json).Name | Should -BeExactly 'lake'
        } finally {
            Pop-Location
        }
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'a file without properties'; Text = '{ "type": "AzureBlobStorage" }'
            Words = "*has no object 'properties'*" }
        @{ Name = 'what is no JSON'; Text = '{ "planted'; Words = '*is not valid JSON (line *, column *' }
    ) {
        $bad = Join-Path $TestDrive 'bad.json'
        Set-Content $bad $Text
        $record = Get-Refusal { Set-AzDataFactoryV2LinkedService rg adf-links lake $bad -Force }
        $record.Exception.Message | Should -BeLike $Words
        "$record" | Should -Not -Match 'planted'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'says that the runtime is missing that a definition refers to' {
        $other = Join-Path $TestDrive 'other.json'
        Set-Content $other (@{ properties = @{ type = 'AzureBlobStorage'; connectVia = @{
                        type = 'IntegrationRuntimeReference'; referenceName = 'ir-none' } } } | ConvertTo-Json -Depth 5)
        (Get-Refusal { Set-AzDataFactoryV2LinkedService rg adf-links lake $other -Force }).Exception.Message |
            Should -BeLike "HTTP Status Code: BadRequest*'ir-none'*"
    }
}
