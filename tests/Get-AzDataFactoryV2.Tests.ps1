BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-AzResourceGroup -Name rg-two -Location eastus
    foreach ($name in 'adf-a', 'adf-b') {
        $null = New-TestFactory $name
    }
    $null = Set-AzDataFactoryV2 rg-two adf-c eastus
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzDataFactoryV2' {
    BeforeEach { Clear-SentRequest }

    It 'lists the subscription' {
        (Get-AzDataFactoryV2).DataFactoryName | Sort-Object | Should -Be 'adf-a', 'adf-b', 'adf-c'
    }

    It 'lists a resource group' {
        (Get-AzDataFactoryV2 -ResourceGroupName rg).DataFactoryName | Sort-Object | Should -Be 'adf-a', 'adf-b'
    }

    It 'lists all pages' {
        Set-Emulator @{ pageSize = 1 }
        try {
            @(Get-AzDataFactoryV2).Count | Should -Be 3
            @(Get-AzDataFactoryV2 rg).Count | Should -Be 2
        } finally {
            Set-Emulator @{ pageSize = 50 }
        }
    }

    It 'gets one by name, position and alias' {
        $one = Get-AzDataFactoryV2 rg adf-a
        $one.DataFactoryName | Should -BeExactly 'adf-a'
        $one.DataFactoryId | Should -BeLike '/subscriptions/*/factories/adf-a'
        (Get-AzDataFactoryV2 -ResourceGroupName rg -DataFactoryName adf-a).DataFactoryName | Should -BeExactly 'adf-a'
        Get-SentRequest | Should -Be 'GET /factories/adf-a', 'GET /factories/adf-a'
    }

    It 'binds a factory by its properties' {
        @(Get-AzDataFactoryV2 rg | Get-AzDataFactoryV2).DataFactoryName | Sort-Object | Should -Be 'adf-a', 'adf-b'
    }

    It 'says that one is missing' {
        $record = Get-Refusal { Get-AzDataFactoryV2 rg adf-none }
        Get-FiveLine $record |
            Should -BeLike ("HTTP Status Code: NotFound`nError Code: ResourceNotFound`nError Message: The Resource " +
                "'Microsoft.DataFactory/factories/adf-none' under resource group 'rg' was not found.*`nRequest Id: " +
                "ID`nTimestamp (Utc):NOW")
    }
}

Describe 'Get-AzDataFactoryV2 -IfNoneMatch' {
    It 'writes nothing while the version is the one given' {
        $factory = Get-AzDataFactoryV2 rg adf-a
        Get-AzDataFactoryV2 rg adf-a -IfNoneMatch $factory.ETag | Should -BeNullOrEmpty
        $null = Update-AzDataFactoryV2 rg adf-a -Tag @{ a = 'b' }
        (Get-AzDataFactoryV2 rg adf-a -IfNoneMatch $factory.ETag).Tags['a'] | Should -BeExactly 'b'
        (Get-Refusal { Get-AzDataFactoryV2 rg -IfNoneMatch x }).Exception.Message |
            Should -BeLike '-IfNoneMatch is about one*'
    }
}
