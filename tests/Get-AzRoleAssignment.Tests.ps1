BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-a'
    $user = New-TestFactory 'adf-b'
    $runtime = New-TestRuntime 'adf-a' 'ir-one'
    $principal = "$($user.Identity.PrincipalId)"
    $null = New-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Contributor -Scope $runtime.Id
    $null = New-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Reader -ResourceGroupName rg
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzRoleAssignment' {
    It 'gets those of an object id' {
        (Get-AzRoleAssignment -ObjectId $principal).RoleDefinitionName | Sort-Object |
            Should -Be 'Contributor', 'Reader'
    }

    It 'gets those on a scope, inherited ones too' {
        $found = @(Get-AzRoleAssignment -Scope $runtime.Id | Where-Object ObjectId -EQ $principal)
        $found.RoleDefinitionName | Sort-Object | Should -Be 'Contributor', 'Reader'
    }

    It 'gets those of a role' {
        (Get-AzRoleAssignment -Scope $runtime.Id -RoleDefinitionName Contributor).ObjectId | Should -Contain $principal
        (Get-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Reader).Scope |
            Should -BeExactly "/subscriptions/$script:SubscriptionId/resourceGroups/rg"
    }

    It 'gets those on a resource group' {
        (Get-AzRoleAssignment -ResourceGroupName rg | Where-Object ObjectId -EQ $principal).RoleDefinitionName |
            Should -Contain 'Reader'
    }

    It 'lists those of the subscription without parameters' {
        @(Get-AzRoleAssignment).ObjectId | Should -Contain $principal
    }

    It 'says that it does not ask Microsoft Graph' {
        (Get-Refusal { Get-AzRoleAssignment -SignInName 'a@b.c' }).Exception.Message |
            Should -BeLike '-SignInName would have to be looked up in Microsoft Graph*'
        (Get-Refusal { Get-AzRoleAssignment -ServicePrincipalName 'x' }).Exception.Message |
            Should -BeLike '-ServicePrincipalName would have to be looked up in Microsoft Graph*'
    }
}
