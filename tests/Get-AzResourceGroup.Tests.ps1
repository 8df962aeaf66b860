BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-AzResourceGroup rg-a westeurope -Tag @{ team = 'data' }
    $null = New-AzResourceGroup rg-b eastus -Tag @{ team = 'web' }
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzResourceGroup' {
    It 'lists all' {
        (Get-AzResourceGroup).ResourceGroupName | Sort-Object | Should -Be 'rg', 'rg-a', 'rg-b', 'rg-emulator'
    }

    It 'gets one by name, id and pipeline' {
        $one = Get-AzResourceGroup -Name rg-a
        $one.Location | Should -BeExactly 'westeurope'
        (Get-AzResourceGroup -Id $one.ResourceId).ResourceGroupName | Should -BeExactly 'rg-a'
        ($one | Get-AzResourceGroup).ResourceGroupName | Should -BeExactly 'rg-a'
    }

    It 'takes wildcards, a location and tags' {
        (Get-AzResourceGroup 'rg-*').ResourceGroupName | Sort-Object | Should -Be 'rg-a', 'rg-b', 'rg-emulator'
        (Get-AzResourceGroup -Location WestEurope).ResourceGroupName | Should -Be 'rg-a'
        (Get-AzResourceGroup -Tag @{ team = 'web' }).ResourceGroupName | Should -Be 'rg-b'
    }

    It 'lists all pages' {
        Set-Emulator @{ pageSize = 1 }
        try {
            @(Get-AzResourceGroup).Count | Should -Be 4
        } finally {
            Set-Emulator @{ pageSize = 50 }
        }
    }

    It 'says that one is missing' {
        $record = Get-Refusal { Get-AzResourceGroup rg-none }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeExactly 'Provided resource group does not exist.'
        $record.Exception | Should -BeOfType [ArgumentException]
    }
}
