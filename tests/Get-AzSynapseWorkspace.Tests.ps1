BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-AzResourceGroup -Name rg-two -Location westus
    $one = New-TestWorkspace 'syn-one'
    $null = New-TestWorkspace 'syn-two'
    $null = New-TestWorkspace 'other' 'rg-two'
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzSynapseWorkspace' {
    BeforeEach { Clear-SentRequest }

    It 'gets one by group and name with one request' {
        $found = @(Get-AzSynapseWorkspace -ResourceGroupName rg -Name syn-one)
        $found | Should -HaveCount 1
        $found[0].Name | Should -BeExactly 'syn-one'
        Get-SentRequest | Should -Be 'GET /workspaces/syn-one'
    }

    It 'finds one by its name alone, and under the alias of -Name' {
        (Get-AzSynapseWorkspace -Name other).ResourceGroupName | Should -Be 'rg-two'
        (Get-AzSynapseWorkspace -WorkspaceName other).Name | Should -BeExactly 'other'
    }

    It 'gets one by its resource id' {
        (Get-AzSynapseWorkspace -ResourceId $one.Id).Name | Should -BeExactly 'syn-one'
        Get-SentRequest | Should -Be 'GET /workspaces/syn-one'
    }

    It 'lists those of a group, and those of the subscription' {
        (Get-AzSynapseWorkspace -ResourceGroupName rg).Name | Sort-Object | Should -Be 'syn-one', 'syn-two'
        $all = @(Get-AzSynapseWorkspace).Name
        'syn-one', 'syn-two', 'other' | ForEach-Object { $all | Should -Contain $_ }
    }

    It 'takes wildcards: <Name>' -ForEach @(
        @{ Name = 'syn-*'; Wanted = 'syn-one', 'syn-two' }
        @{ Name = 'SYN-T?o'; Wanted = , 'syn-two' }
        @{ Name = 'none-*'; Wanted = @() }
    ) {
        @(Get-AzSynapseWorkspace -ResourceGroupName rg -Name $Name | ForEach-Object Name | Sort-Object) |
            Should -Be $Wanted
    }

    It 'lists all pages' {
        Set-Emulator @{ pageSize = 1 }
        try {
            @(Get-AzSynapseWorkspace -ResourceGroupName rg).Count | Should -Be 2
        } finally {
            Set-Emulator @{ pageSize = 50 }
        }
    }

    It 'has what Az shows, and the group' {
        $one.PSObject.TypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
        $one | Should -BeOfType 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
        $one.Id |
            Should -Be ("/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/Microsoft.Synapse/" +
                "workspaces/syn-one")
        $one.Type | Should -BeExactly 'Microsoft.Synapse/workspaces'
        $one.Location | Should -BeExactly 'eastus'
        $one.Tags | Should -BeOfType [hashtable]
        $one.Tags['team'] | Should -BeExactly 'data'
        $one.ResourceGroupName | Should -BeExactly 'rg'
        $one.ProvisioningState | Should -BeExactly 'Succeeded'
        $one.SqlAdministratorLogin | Should -BeExactly 'sqladminuser'
        $one.Identity.PrincipalId | Should -Match '^[0-9a-f-]{36}$'
        "$($one.ConnectivityEndpoints['dev'])" | Should -Match 'syn-one'
    }

    It 'can be piped to what has runtimes' {
        ($one | Get-AzSynapseIntegrationRuntime).Name | Should -Contain 'AutoResolveIntegrationRuntime'
    }

    It 'says that there is no such workspace' {
        $record = Get-Refusal { Get-AzSynapseWorkspace -ResourceGroupName rg -Name syn-none }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeLike '*syn-none*'
        (Get-Refusal { Get-AzSynapseWorkspace -Name syn-none }).Exception.Message | Should -BeLike '*syn-none*'
        (Get-Refusal { Get-AzSynapseWorkspace -ResourceGroupName rg-none }).Exception.Message |
            Should -BeLike '*rg-none*'
    }

    It 'refuses the id of something else' {
        $record = Get-Refusal {
            Get-AzSynapseWorkspace -ResourceId ($one.Id -replace 'Microsoft.Synapse/workspaces',
                'Microsoft.DataFactory/factories')
        }
        $record.Exception.Message | Should -BeLike '*is not the resource id of a*workspace*'
        Get-SentRequest | Should -BeNullOrEmpty
    }
}
