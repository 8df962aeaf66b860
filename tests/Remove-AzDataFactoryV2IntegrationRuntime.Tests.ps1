BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-rem'
    $question = "Are you sure you want to remove integration runtime '{0}' in data factory 'adf-rem'?"
}

AfterAll { Stop-TestEmulator }

Describe 'Remove-AzDataFactoryV2IntegrationRuntime' {
    BeforeEach {
        $runtime = New-TestRuntime 'adf-rem' 'ir-rem'
        Clear-SentRequest
    }

    It 'always asks, and removes nothing when the answer is no' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-rem' -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Asked[0] | Should -BeLike "$($question -f 'ir-rem')*"
        $result.Output | Should -BeNullOrEmpty
        Get-SentRequest | Should -Not -BeLike 'DELETE*'
    }

    It 'removes it when the answer is yes, and returns nothing' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-rem' -Answer Yes
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        Get-SentRequest | Should -Contain 'DELETE /factories/adf-rem/integrationRuntimes/ir-rem'
        Get-AzDataFactoryV2IntegrationRuntime rg adf-rem | Should -BeNullOrEmpty
    }

    It 'does not ask with <With>' -ForEach @(@{ With = '-Force' }, @{ With = '-Confirm:$false' }) {
        $result = Invoke-Answered "Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-rem $With"
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        Get-AzDataFactoryV2IntegrationRuntime rg adf-rem | Should -BeNullOrEmpty
    }

    It 'removes nothing with -WhatIf' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-rem -WhatIf'
        "$($result.Written)" |
            Should -BeLike ("What if: Performing the operation ""Removing the integration runtime 'ir-rem' in the " +
                "data factory 'adf-rem'."" on target ""ir-rem"".")
        Get-SentRequest | Should -Not -BeLike 'DELETE*'
    }

    It 'takes the id, and what is piped in' {
        $null = New-TestRuntime 'adf-rem' 'ir-two'
        $result = Invoke-Answered 'param($Id) Remove-AzDataFactoryV2IntegrationRuntime -ResourceId $Id -Force' `
            -Argument @{ Id = $runtime.Id }
        $result.Errors | Should -BeNullOrEmpty
        Get-AzDataFactoryV2IntegrationRuntime rg adf-rem | Remove-AzDataFactoryV2IntegrationRuntime -Force
        Get-AzDataFactoryV2IntegrationRuntime rg adf-rem | Should -BeNullOrEmpty
    }

    It 'never removes the runtime that every data factory has: <Name>' -ForEach @(
        @{ Name = 'AutoResolveIntegrationRuntime' }, @{ Name = 'autoresolveintegrationruntime' }
    ) {
        $records = Get-Refusal { Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem $Name -Force }
        $records | Should -HaveCount 1
        $records[0].Exception.Message |
            Should -BeLike ("'$Name' is the default integration runtime, which every data factory has: it is not " +
                "removed.*another name*Nothing was changed.")
        Get-SentRequest | Should -Not -BeLike 'DELETE*'
    }

    It 'warns when there is nothing to remove' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-none -Force'
        $result.Warnings |
            Should -BeExactly "Integration runtime 'ir-none' does not exist in the data factory 'adf-rem'."
        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
    }
}

Describe 'Remove-AzDataFactoryV2IntegrationRuntime of what is shared' {
    BeforeAll {
        $shared = New-TestRuntime 'adf-rem' 'ir-shared'
        $user = New-TestFactory 'adf-user'
        $null = New-AzRoleAssignment -ObjectId $user.Identity.PrincipalId -RoleDefinitionName Contributor `
            -Scope $shared.Id
        $null = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-user -Name ir-linked `
            -Type SelfHosted -SharedIntegrationRuntimeResourceId $shared.Id -Force
    }

    BeforeEach { Clear-SentRequest }

    It 'names the links in its question' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-shared' -Answer No
        $result.Asked[0] | Should -BeExactly (
            "Integration runtime 'ir-shared' is shared: linked integration runtime 'ir-linked' in data factory " +
            "'adf-user' will stop working.`n" +
            ($question -f 'ir-shared'))
    }

    It 'names the links with -WhatIf' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-shared -WhatIf'
        $result.Warnings | Should -BeExactly (
            "Integration runtime 'ir-shared' is shared: linked integration runtime 'ir-linked' in data factory " +
            "'adf-user' will stop working.")
        Get-SentRequest | Should -Not -BeLike 'DELETE*'
    }

    It 'removes the links of a factory only, and the runtime stays' {
        $result = Invoke-Answered ('Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-shared ' +
            '-LinkedDataFactoryName adf-user') -Answer Yes
        $result.Asked[0] | Should -BeLike "$($question -f 'ir-shared')*"
        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
        Get-SentRequest | Should -Contain 'POST /factories/adf-rem/integrationRuntimes/ir-shared/removeLinks'
        Get-SentRequest | Should -Not -BeLike 'DELETE*'
        $body = Get-SentBody POST
        $body.factoryName | Should -BeExactly 'adf-user'
        @($body.PSObject.Properties).Count | Should -Be 1
        @((Get-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-shared -Status).Links).Count | Should -Be 0
    }

    It 'takes the resource id of the linked factory, and sends its name' {
        $null = Invoke-Answered ('param($Id) Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-shared ' +
            '-LinkedDataFactoryName $Id -Force') -Argument @{
            Id = $user.DataFactoryId }
        (Get-SentBody POST).factoryName | Should -BeExactly 'adf-user'
    }

    It 'warns of the links with -Force and removes it all the same' {
        $null = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-user -Name ir-again `
            -Type SelfHosted -SharedIntegrationRuntimeResourceId $shared.Id -Force
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-shared -Force'
        "$($result.Warnings)" | Should -BeLike '*adf-user*'
    }
}

Describe 'Remove-AzDataFactoryV2IntegrationRuntime of many links' {
    BeforeAll {
        $users = foreach ($name in 'adf-one', 'adf-two', 'adf-three') { New-TestFactory $name }
    }

    BeforeEach {
        $shared = New-TestRuntime 'adf-rem' 'ir-many'
        foreach ($user in $users) {
            $null = New-AzRoleAssignment -ObjectId $user.Identity.PrincipalId -RoleDefinitionName Contributor `
                -Scope $shared.Id -ErrorAction Ignore
            $null = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName $user.DataFactoryName `
                -Name ir-link -Type SelfHosted -SharedIntegrationRuntimeResourceId $shared.Id -Force
        }
        Clear-SentRequest
    }

    It 'takes several names and ids' {
        Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-many -LinkedDataFactoryName 'adf-one',
            $users[1].DataFactoryId -Force
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-many -Status).Links.DataFactoryName |
            Should -Be 'adf-three'
    }

    It 'takes them from the pipeline by property name' {
        $users[0, 1] | Select-Object @{ Name = 'LinkedDataFactoryName'; Expression = { $_.DataFactoryName } } |
            Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-many -Force
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-many -Status).Links.DataFactoryName |
            Should -Be 'adf-three'
        'adf-three' | Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-many -LinkedDataFactoryName { $_ } -Force
        @((Get-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-many -Status).Links) | Should -HaveCount 0
    }

    It 'takes all for *, after one question, and the runtime stays' {
        $result = Invoke-Answered ('Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-many ' +
            '-LinkedDataFactoryName *') -Answer Yes
        $result.Asked | Should -HaveCount 1
        $result.Errors | Should -BeNullOrEmpty
        @(Get-SentRequest | Where-Object { $_ -like 'POST */removeLinks' }) | Should -HaveCount 3
        @((Get-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-many -Status).Links) | Should -HaveCount 0
    }

    It 'removes the links first, then the runtime, with -RemoveLinks' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-many -RemoveLinks' -Answer Yes
        $result.Asked[0] |
            Should -BeLike "Integration runtime 'ir-many' is shared: linked integration runtimes *will stop working.*"
        $sent = @(Get-SentRequest)
        $sent[-1] | Should -Be 'DELETE /factories/adf-rem/integrationRuntimes/ir-many'
        $sent[-2] | Should -BeLike 'POST */removeLinks'
        @(Get-AzDataFactoryV2IntegrationRuntime rg adf-rem).Name | Should -Not -Contain 'ir-many'
    }

    It 'leaves everything when the answer is no' {
        $null = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-many -RemoveLinks' -Answer No
        @((Get-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-many -Status).Links) | Should -HaveCount 3
    }

    It 'refuses -RemoveLinks together with -LinkedDataFactoryName' {
        (Get-Refusal {
            Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-many -RemoveLinks -LinkedDataFactoryName adf-one `
                -Force
        }).Exception.Message |
            Should -BeLike '-RemoveLinks removes the integration runtime with all its links*'
        Get-SentRequest | Should -BeNullOrEmpty
    }
}
