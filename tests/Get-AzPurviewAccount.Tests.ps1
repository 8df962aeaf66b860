BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-AzResourceGroup -Name rg-two -Location westus
    $one = New-TestAccount 'pv-one'
    $null = New-TestAccount 'pv-two'
    $null = New-TestAccount 'other' 'rg-two'
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzPurviewAccount' {
    BeforeEach { Clear-SentRequest }

    It 'gets one by group and name with one request' {
        $found = @(Get-AzPurviewAccount -ResourceGroupName rg -Name pv-one)
        $found | Should -HaveCount 1
        $found[0].Name | Should -BeExactly 'pv-one'
        Get-SentRequest | Should -Be 'GET /accounts/pv-one'
    }

    It 'finds one by its name alone, and under the alias of -Name' {
        (Get-AzPurviewAccount -Name OTHER).ResourceGroupName | Should -Be 'rg-two'
        (Get-AzPurviewAccount -AccountName other).Name | Should -BeExactly 'other'
    }

    It 'gets one by its resource id' {
        (Get-AzPurviewAccount -ResourceId $one.Id).Name | Should -BeExactly 'pv-one'
        Get-SentRequest | Should -Be 'GET /accounts/pv-one'
    }

    It 'lists those of a group, and those of the subscription' {
        (Get-AzPurviewAccount -ResourceGroupName rg).Name | Sort-Object | Should -Be 'pv-one', 'pv-two'
        $all = @(Get-AzPurviewAccount).Name
        'pv-one', 'pv-two', 'other', 'purview-emulator' | ForEach-Object { $all | Should -Contain $_ }
    }

    It 'takes wildcards: <Name>' -ForEach @(
        @{ Name = 'pv-*'; Wanted = 'pv-one', 'pv-two' }
        @{ Name = 'PV-T?o'; Wanted = , 'pv-two' }
        @{ Name = 'pv-[no]*'; Wanted = , 'pv-one' }
        @{ Name = 'none-*'; Wanted = @() }
    ) {
        @(Get-AzPurviewAccount -ResourceGroupName rg -Name $Name | ForEach-Object Name | Sort-Object) |
            Should -Be $Wanted
    }

    It 'lists all pages' {
        Set-Emulator @{ pageSize = 1 }
        try {
            @(Get-AzPurviewAccount -ResourceGroupName rg).Count | Should -Be 2
        } finally {
            Set-Emulator @{ pageSize = 50 }
        }
    }

    It 'shows a list as a table' {
        $lines = @(Get-AzPurviewAccount -ResourceGroupName rg | Out-String -Width 200 -Stream | Where-Object { $_ })
        $lines[0] | Should -Match '^\W*Name\W+ResourceGroupName\W+Location\W+ProvisioningState'
        $lines[-1] | Should -Match 'pv-two +rg +eastus +Succeeded'
    }

    It 'names what Purview manages, which a node has to reach' {
        $one.PSObject.TypeNames[0] | Should -BeExactly 'AzIntegrationRuntime.Purview.Account'
        $one.ManagedStorageAccount | Should -Match '^scan[a-z0-9]+$'
        $one.ManagedEventHubNamespace | Should -Match '^Atlas-[0-9a-f-]{36}$'
        $one.ManagedResourceGroupName | Should -BeLike 'managed-rg-pv-one*'
        $one.ManagedResources.StorageAccount |
            Should -BeLike "*/providers/Microsoft.Storage/storageAccounts/$($one.ManagedStorageAccount)"
        $one.ManagedResources.EventHubNamespace |
            Should -BeLike "*/providers/Microsoft.EventHub/namespaces/$($one.ManagedEventHubNamespace)"
    }

    It 'has what an account has' {
        $one.Id |
            Should -Be ("/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/Microsoft.Purview/" +
                "accounts/pv-one")
        $one.Type | Should -BeExactly 'Microsoft.Purview/accounts'
        $one.Location | Should -BeExactly 'eastus'
        $one.Tags | Should -BeOfType [hashtable]
        $one.Tags['team'] | Should -BeExactly 'data'
        $one.ProvisioningState | Should -BeExactly 'Succeeded'
        $one.PublicNetworkAccess | Should -BeExactly 'Enabled'
        $one.Sku.Name | Should -BeExactly 'Standard'
        $one.Sku.Capacity | Should -Be 1
        $one.CreatedAt | Should -BeOfType [datetime]
        $one.Identity.PrincipalId | Should -BeOfType [guid]
        "$($one.Identity.TenantId)" | Should -Be $script:HomeTenant
        $one.Endpoints.Scan | Should -BeLike 'https://pv-one.purview.localhost:*/scan'
    }

    It 'says that there is no such account' {
        $record = Get-Refusal { Get-AzPurviewAccount -ResourceGroupName rg -Name pv-none }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeLike '*Microsoft.Purview/accounts/pv-none*was not found*'
        $record = Get-Refusal { Get-AzPurviewAccount -Name pv-none }
        $record.Exception.Message | Should -BeLike (
            "Could not find Purview account: 'pv-none' in any resource group in the currently selected " +
            "subscription: $script:SubscriptionId.*")
        $record.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        (Get-Refusal { Get-AzPurviewAccount -ResourceGroupName rg-none }).Exception.Message | Should -BeLike '*rg-none*'
    }

    It 'refuses before a request <What>' -ForEach @(
        @{ What = 'the id of something else'
            Command = { Get-AzPurviewAccount -ResourceId ($one.Id -replace 'Purview/accounts', 'Synapse/workspaces') }
            Text = '*is not the resource id of a Purview account, but of a Synapse workspace.*'
        }
        @{ What = 'a name that cannot be'; Command = { Get-AzPurviewAccount -Name a_b }
            Text = "'a_b' is not a valid Purview account name.*" }
        @{ What = 'a group that cannot be'; Command = { Get-AzPurviewAccount -ResourceGroupName 'a/b' }
            Text = "'a/b' is not a valid resource group name.*" }
    ) {
        $record = Get-Refusal $Command
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeLike $Text
        Get-SentRequest | Should -BeNullOrEmpty
    }
}
