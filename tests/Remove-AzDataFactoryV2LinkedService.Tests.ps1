BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $factory = New-TestFactory 'adf-links'
    $file = Join-Path $TestDrive 'lake.json'
    Set-Content $file '{ "properties": { "type": "AzureBlobStorage", "typeProperties": { "serviceEndpoint": "x" } } }'
}

AfterAll { Stop-TestEmulator }

Describe 'Remove-AzDataFactoryV2LinkedService' {
    BeforeEach {
        $made = Set-AzDataFactoryV2LinkedService rg adf-links lake $file -Force
        Clear-SentRequest
    }

    It 'removes one without a question with -Force: <Name>' -ForEach @(
        @{ Name = 'by position'; Call = { Remove-AzDataFactoryV2LinkedService rg adf-links lake -Force } }
        @{ Name = 'by its id'; Call = { Remove-AzDataFactoryV2LinkedService -ResourceId $made.Id -Force } }
        @{ Name = 'from the pipeline'; Call = { $made | Remove-AzDataFactoryV2LinkedService -Force } }
    ) {
        & $Call | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be 'DELETE /factories/adf-links/linkedservices/lake'
        Get-AzDataFactoryV2LinkedService rg adf-links | Should -BeNullOrEmpty
    }

    It 'asks, and removes nothing when the answer is no' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2LinkedService rg adf-links lake' -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Asked[0] |
            Should -Match "Are you sure you want to remove linked service 'lake' in data factory 'adf-links'\?"
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'removes nothing with -WhatIf' {
        $null = Invoke-Answered 'Remove-AzDataFactoryV2LinkedService rg adf-links lake -WhatIf'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'warns where there is none' {
        Remove-AzDataFactoryV2LinkedService rg adf-links gone -Force -WarningVariable warnings `
            -WarningAction SilentlyContinue
        "$warnings" | Should -BeExactly "Linked service 'gone' does not exist in the data factory 'adf-links'."
    }
}
