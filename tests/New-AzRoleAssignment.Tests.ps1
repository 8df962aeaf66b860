BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-a'
    $user = New-TestFactory 'adf-b'
    $runtime = New-TestRuntime 'adf-a' 'ir-one'
    $principal = $user.Identity.PrincipalId
}

AfterAll { Stop-TestEmulator }

Describe 'New-AzRoleAssignment' {
    It 'grants a role on an integration runtime, as the sharing script does' {
        $made = New-AzRoleAssignment -ObjectId $principal -RoleDefinitionName 'Contributor' -Scope $runtime.Id
        $made.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment'
        $made.Scope | Should -BeExactly $runtime.Id
        $made.ObjectId | Should -Be $principal
        $made.RoleDefinitionName | Should -BeExactly 'Contributor'
        $made.RoleDefinitionId | Should -BeExactly 'b24988ac-6180-42a0-ab88-20f7382dd24c'
        $made.RoleAssignmentId | Should -BeLike "$($runtime.Id)/providers/Microsoft.Authorization/roleAssignments/*"
        $made.CanDelegate | Should -BeFalse
        $made.PSObject.Properties.Name | Should -Contain 'DisplayName'
    }

    It 'says that it is there already' {
        $record = Get-Refusal {
            New-AzRoleAssignment -ObjectId $principal -RoleDefinitionName 'Contributor' -Scope $runtime.Id
        }
        $record.Exception.Data['ServiceCode'] | Should -BeExactly 'RoleAssignmentExists'
        $record.Exception.Data['StatusCode'] | Should -Be 409
    }

    It 'grants on a resource group, a resource and the subscription' {
        (New-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Reader -ResourceGroupName rg).Scope |
            Should -BeExactly "/subscriptions/$script:SubscriptionId/resourceGroups/rg"
        (New-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Reader -ResourceGroupName rg `
            -ResourceName adf-a -ResourceType Microsoft.DataFactory/factories).Scope |
            Should -BeExactly ("/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/" +
                "Microsoft.DataFactory/factories/adf-a")
        (New-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Reader).Scope |
            Should -BeExactly "/subscriptions/$script:SubscriptionId"
    }

    It 'takes a role by its id' {
        $made = New-AzRoleAssignment -ObjectId $principal -RoleDefinitionId 'acdd72a7-3385-48ef-bd42-f606fba81ae7' `
            -Scope $runtime.Id
        $made.RoleDefinitionName | Should -BeExactly 'Reader'
    }

    It 'takes a condition, of version 2.0 unless told otherwise' {
        $made = New-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Owner -Scope $runtime.Id `
            -Description 'why' -Condition '@Resource[x] StringEquals ''y'''
        $made.ConditionVersion | Should -BeExactly '2.0'
        $made.Description | Should -BeExactly 'why'
    }

    It 'refuses <Case>' -ForEach @(
        @{ Case = 'a version without a condition'; With = @{ ConditionVersion = '2.0' }
            Text = '-ConditionVersion needs -Condition: give both or neither.' }
        @{ Case = 'an old version'; With = @{ Condition = 'x'; ConditionVersion = '1.0' }
            Text = "Condition version '1.0' is too old: it must be 2.0 or later." }
    ) {
        $record = Get-Refusal {
            New-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Reader -Scope $runtime.Id @With
        }
        $record.Exception.Message | Should -BeLike "$Text*"
    }

    It 'refuses a role that there is not' {
        $record = Get-Refusal {
            New-AzRoleAssignment -ObjectId $principal -RoleDefinitionName 'Contributer' -Scope $runtime.Id
        }
        $record.Exception.Message |
            Should -BeExactly ("Cannot find role definition with name 'Contributer'. Check the name, for instance " +
                "'Contributor' or 'Data Factory Contributor'.")
    }

    It 'refuses what is no object id, and what is no scope' {
        (Get-Refusal { New-AzRoleAssignment -ObjectId 'me' -RoleDefinitionName Reader }).Exception.Message |
            Should -BeExactly "'me' is not an object id: it is a GUID."
        (Get-Refusal {
            New-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Reader -Scope 'rg'
        }).Exception.Message |
            Should -BeExactly ("'rg' is not a scope. A scope is a resource id such as '/subscriptions/<subscription " +
                "id>/resourceGroups/<group>'.")
    }

    It 'says that it does not ask Microsoft Graph' {
        (Get-Refusal {
            New-AzRoleAssignment -SignInName 'a@b.c' -RoleDefinitionName Reader -Scope $runtime.Id
        }).Exception.Message | Should -BeExactly (
            '-SignInName would have to be looked up in Microsoft Graph, which this module does not use. Give the ' +
            'object id of the user, group or ' +
            'service principal with -ObjectId.')
    }

    It 'says which right is missing, and the least role that has it' {
        $credential = New-Object PSCredential $script:Reader,
            (ConvertTo-SecureString $script:ReaderSecret -AsPlainText -Force)
        $null = Connect-AzAccount -ServicePrincipal -Credential $credential -Tenant $script:HomeTenant
        try {
            $record = Get-Refusal {
                New-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Reader -Scope $runtime.Id
            }
            $record.Exception.Data['ServiceCode'] | Should -BeExactly 'AuthorizationFailed'
            $record.Exception.Message | Should -BeLike '*Microsoft.Authorization/roleAssignments/write*'
            $record.Exception.Message |
                Should -BeLike ("*The least built-in role with the action " +
                    "'Microsoft.Authorization/roleAssignments/write' is 'User Access Administrator'.*")
        } finally {
            $null = Connect-AzAccount
        }
    }

    It 'waits for an identity that is not known yet' {
        Set-Emulator @{ identityPropagationSeconds = 2 }
        try {
            $fresh = New-TestFactory 'adf-fresh'
            (New-AzRoleAssignment -ObjectId $fresh.Identity.PrincipalId -RoleDefinitionName Reader `
                -Scope $runtime.Id).ObjectId |
                Should -Be $fresh.Identity.PrincipalId
        } finally {
            Set-Emulator @{ identityPropagationSeconds = 0 }
        }
    }
}
