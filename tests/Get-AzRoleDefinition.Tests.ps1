BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzRoleDefinition' {
    It 'lists the roles of the subscription' {
        Clear-SentRequest
        $roles = Get-AzRoleDefinition
        $roles.Name | Should -Contain 'Owner'
        $roles.Name | Should -Contain 'Data Factory Contributor'
        $roles[0].PSObject.TypeNames |
            Should -Contain 'Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleDefinition'
        Get-SentRequest |
            Should -BeLike "GET /subscriptions/$script:SubscriptionId/providers/Microsoft.Authorization/roleDefinitions"
    }

    It 'gets one by name, with what it allows' {
        $role = Get-AzRoleDefinition contributor
        $role.Name | Should -BeExactly 'Contributor'
        $role.Id | Should -Be 'b24988ac-6180-42a0-ab88-20f7382dd24c'
        $role.IsCustom | Should -BeFalse
        $role.Actions | Should -Be '*'
        $role.NotActions | Should -Contain 'Microsoft.Authorization/*/Write'
        @($role.DataActions) | Should -HaveCount 0
        $role.AssignableScopes | Should -Be '/'
        $role.Permissions[0].NotActions | Should -Be $role.NotActions
    }

    It 'gets one by id' {
        (Get-AzRoleDefinition -Id 'acdd72a7-3385-48ef-bd42-f606fba81ae7').Name | Should -BeExactly 'Reader'
        (Get-Refusal { Get-AzRoleDefinition -Id ([guid]::Empty) }).Exception.Message |
            Should -BeLike "*'Id'*must not be empty.*"
    }

    It 'takes a scope, also from the pipeline' {
        Clear-SentRequest
        $scope = (Get-AzResourceGroup rg).ResourceId
        (Get-AzRoleDefinition Reader -Scope $scope).Name | Should -BeExactly 'Reader'
        ($scope | Get-AzRoleDefinition -Id 'acdd72a7-3385-48ef-bd42-f606fba81ae7').Name | Should -BeExactly 'Reader'
        @(Get-SentRequest -Whole | Where-Object {
            $_.url -like "*$scope/providers/Microsoft.Authorization/roleDefinitions*"
        }) | Should -HaveCount 2
        (Get-Refusal { Get-AzRoleDefinition -Scope 'nowhere' }).Exception.Message |
            Should -BeLike "'nowhere' is not a scope.*"
    }

    It 'warns when there is none: <Case>' -ForEach @(
        @{ Case = 'name'; With = "-Name 'No Such Role'" },
        @{ Case = 'id'; With = "-Id '99999999-9999-4999-8999-999999999999'" }, @{ Case = 'custom'; With = '-Custom' }
    ) {
        $result = Invoke-Answered "Get-AzRoleDefinition $With"
        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
        $result.Warnings | Should -Be @(
            'No role definitions where found with those conditions.'
            "If the role was created recently keep in mind there's a slight delay between creation and public view."
            'Please try again later.')
    }

    It 'gives what the cmdlets of role assignments take' {
        $role = Get-AzRoleDefinition Owner
        $assignment = Get-AzRoleAssignment -RoleDefinitionId $role.Id -Scope "/subscriptions/$script:SubscriptionId"
        $assignment.RoleDefinitionName | Should -Contain 'Owner'
    }
}
