BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-AzResourceGroup rg-two eastus
    $one = New-TestFactory 'adf-one'
    $null = Set-AzDataFactoryV2 rg-two adf-two eastus -Tag @{ team = 'data' }
    $null = New-TestRuntime 'adf-one' 'ir-self'
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzResource' {
    It 'lists <Name>' -ForEach @(
        @{ Name = 'a type'; Call = { Get-AzResource -ResourceType Microsoft.DataFactory/factories }
            Found = 'adf-one', 'adf-two' }
        @{ Name = 'a resource group'; Call = { Get-AzResource -ResourceGroupName rg-two }; Found = 'adf-two' }
        @{ Name = 'resource groups by a wildcard'; Call = { Get-AzResource -ResourceGroupName '*two' }
            Found = 'adf-two' }
        @{ Name = 'names by a wildcard'; Call = { Get-AzResource -Name 'ADF-*' }; Found = 'adf-one', 'adf-two' }
        @{ Name = 'a tag'; Call = { Get-AzResource -Tag @{ team = 'data' } }; Found = 'adf-two' }
        @{ Name = 'the name of a tag'; Call = { Get-AzResource -TagName team }; Found = 'adf-two' }
        @{ Name = 'the value of a tag'; Call = { Get-AzResource -TagValue data }; Found = 'adf-two' }
        @{ Name = 'an OData filter'; Call = { Get-AzResource -ODataQuery "name eq 'adf-one'" }; Found = 'adf-one' }
    ) {
        (& $Call).Name | Sort-Object | Should -Be $Found
    }

    It 'gets one by its id, and by group, type and name' {
        foreach ($own in (Get-AzResource -ResourceId $one.DataFactoryId),
            (Get-AzResource -ResourceGroupName rg -ResourceType Microsoft.DataFactory/factories -Name adf-one)) {
            $own | Should -BeOfType [Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResource]
            $own.ResourceId | Should -BeExactly $one.DataFactoryId
            $own.ResourceType | Should -BeExactly 'Microsoft.DataFactory/factories'
            $own.ResourceGroupName | Should -BeExactly 'rg'
            $own.SubscriptionId | Should -BeExactly $script:SubscriptionId
            $own.Properties.provisioningState | Should -BeExactly 'Succeeded'
        }
    }

    It 'gets a resource within another one' {
        $own = Get-AzResource -ResourceId "$($one.DataFactoryId)/integrationRuntimes/ir-self"
        $own.Name | Should -BeExactly 'ir-self'
        $own.ParentResource | Should -BeExactly 'factories/adf-one'
        $own.Properties.type | Should -BeExactly 'SelfHosted'
    }

    It 'gets properties with -ExpandProperties only' {
        (Get-AzResource -Name adf-two).Properties | Should -BeNullOrEmpty
        (Get-AzResource -Name adf-two -ExpandProperties).Properties.provisioningState | Should -BeExactly 'Succeeded'
    }

    It 'says that one is missing' {
        (Get-Refusal { Get-AzResource -ResourceId ($one.DataFactoryId -replace 'adf-one', 'adf-none') }).
            Exception.Message | Should -BeLike '*adf-none*'
        (Get-Refusal { Get-AzResource -ResourceId 'adf-none' }).Exception.Message |
            Should -BeLike "'adf-none' is not a resource id.*"
    }
}
