BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-a'
    $user = New-TestFactory 'adf-b'
    $runtime = New-TestRuntime 'adf-a' 'ir-one'
    $principal = "$($user.Identity.PrincipalId)"
}

AfterAll { Stop-TestEmulator }

Describe 'Remove-AzRoleAssignment' {
    BeforeEach {
        $null = Get-AzRoleAssignment -ObjectId $principal | Remove-AzRoleAssignment
        $made = New-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Contributor -Scope $runtime.Id
    }

    It 'removes it without a question and says so' {
        $result = Invoke-Answered ('param($Id, $Scope) Remove-AzRoleAssignment -ObjectId $Id -RoleDefinitionName ' +
            'Contributor -Scope $Scope') -Argument @{
            Id = $principal; Scope = $runtime.Id }
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        "$($result.Output)" |
            Should -BeExactly ("Successfully removed role assignment for AD object '$principal' on scope " +
                "'$($runtime.Id)' with role definition 'Contributor'")
        Get-AzRoleAssignment -ObjectId $principal | Should -BeNullOrEmpty
    }

    It 'returns what was removed with -PassThru' {
        $removed = Remove-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Contributor -Scope $runtime.Id `
            -PassThru
        $removed.RoleAssignmentId | Should -BeExactly $made.RoleAssignmentId
    }

    It 'takes an object' {
        $null = $made | Remove-AzRoleAssignment
        Get-AzRoleAssignment -ObjectId $principal | Should -BeNullOrEmpty
    }

    It 'leaves the same role on another scope alone' {
        $null = New-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Contributor -ResourceGroupName rg
        $null = Remove-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Contributor -Scope $runtime.Id
        (Get-AzRoleAssignment -ObjectId $principal).Scope |
            Should -BeExactly "/subscriptions/$script:SubscriptionId/resourceGroups/rg"
    }

    It 'removes nothing with -WhatIf' {
        $null = Invoke-Answered ('param($Id, $Scope) Remove-AzRoleAssignment -ObjectId $Id -RoleDefinitionName ' +
            'Contributor -Scope $Scope -WhatIf') -Argument @{
            Id = $principal; Scope = $runtime.Id }
        @(Get-AzRoleAssignment -ObjectId $principal).Count | Should -Be 1
    }

    It 'says that there is none' {
        $record = Get-Refusal {
            Remove-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Reader -Scope $runtime.Id
        }
        $record.Exception.Message | Should -BeExactly 'The provided information does not map to a role assignment.'
    }
}
