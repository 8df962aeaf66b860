BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'New-AzResourceGroup' {
    It 'creates one without a question' {
        $result = Invoke-Answered 'New-AzResourceGroup -Name rg-new -Location WestEurope -Tag @{ team = "data" }'
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        $group = $result.Output[0]
        $group.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceGroup'
        $group.PSObject.Properties.Name |
            Should -BeExactly 'ResourceGroupName', 'Location', 'ProvisioningState', 'Tags', 'TagsTable', 'ResourceId',
            'ManagedBy'
        $group.ResourceGroupName | Should -BeExactly 'rg-new'
        $group.ResourceId | Should -BeExactly "/subscriptions/$script:SubscriptionId/resourceGroups/rg-new"
        $group.ProvisioningState | Should -BeExactly 'Succeeded'
        $group.Tags['team'] | Should -BeExactly 'data'
    }

    It 'asks when it exists, and leaves it when the answer is no' {
        $result = Invoke-Answered 'New-AzResourceGroup rg-new WestEurope -Tag @{ team = "other" }' -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Asked[0] | Should -Match 'already exists'
        (Get-AzResourceGroup rg-new).Tags['team'] | Should -BeExactly 'data'
    }

    It 'does not ask with -Force' {
        $result = Invoke-Answered 'New-AzResourceGroup rg-new WestEurope -Tag @{ team = "other" } -Force'
        $result.Asked | Should -BeNullOrEmpty
        $result.Output[0].Tags['team'] | Should -BeExactly 'other'
    }

    It 'creates nothing with -WhatIf' {
        $null = Invoke-Answered 'New-AzResourceGroup rg-what WestEurope -WhatIf'
        (Get-AzResourceGroup).ResourceGroupName | Should -Not -Contain 'rg-what'
    }

    It 'checks the name by the published rule' {
        (Get-Refusal { New-AzResourceGroup 'rg!' WestEurope }).Exception.Message |
            Should -BeLike "'rg!' is not a valid resource group name.*"
    }
}
