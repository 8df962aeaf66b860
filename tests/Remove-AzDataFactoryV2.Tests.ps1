BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'Remove-AzDataFactoryV2' {
    BeforeEach {
        $factory = New-TestFactory 'adf-rem'
        Clear-SentRequest
    }

    It 'always asks, and removes nothing when the answer is no' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2 rg adf-rem' -Answer No
        $result.Asked |
            Should -BeExactly "Are you sure you want to remove data factory 'adf-rem' in resource group 'rg'?"
        $result.Information | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be 'GET /factories/adf-rem/integrationRuntimes'
    }

    It 'removes it when the answer is yes, and returns nothing' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2 -ResourceGroupName rg -Name adf-rem' -Answer Yes
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        @(Get-SentRequest)[-1] | Should -Be 'DELETE /factories/adf-rem'
        Get-AzDataFactoryV2 rg | Should -BeNullOrEmpty
    }

    It 'removes nothing with -WhatIf' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2 rg adf-rem -WhatIf'
        "$($result.Written)" |
            Should -BeExactly ('What if: Performing the operation "Removing data factory ''adf-rem'' in resource ' +
                'group ''rg''." on target "adf-rem".')
        Get-SentRequest | Should -Be 'GET /factories/adf-rem/integrationRuntimes'
    }

    It 'takes id and object without a question with -Force' {
        Remove-AzDataFactoryV2 -ResourceId $factory.DataFactoryId -Force | Should -BeNullOrEmpty
        New-TestFactory 'adf-rem' | Remove-AzDataFactoryV2 -Force | Should -BeNullOrEmpty
        Get-AzDataFactoryV2 rg | Should -BeNullOrEmpty
    }

    It 'warns when there is nothing to remove' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2 rg adf-none -Force'
        $result.Warnings | Should -BeExactly "Data factory 'adf-none' does not exist in the resource group 'rg'."
        $result.Errors | Should -BeNullOrEmpty
    }
}

Describe 'Remove-AzDataFactoryV2 of a factory with integration runtimes' {
    BeforeAll {
        $null = New-TestFactory 'adf-full'
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-full ir-azure -Type Managed -Location eastus -Force
        $shared = New-TestRuntime 'adf-full' 'ir-shared'
        $key = $shared | Get-AzDataFactoryV2IntegrationRuntimeKey
        foreach ($node in 'west-1', 'west-2') {
            $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName $node
        }
        $user = New-TestFactory 'adf-user'
        $null = New-AzRoleAssignment -ObjectId $user.Identity.PrincipalId -RoleDefinitionName Contributor `
            -Scope $shared.Id
        $null = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-user -Name ir-linked `
            -Type SelfHosted -SharedIntegrationRuntimeResourceId $shared.Id -Force
        $known = "Data factory 'adf-full' has 2 integration runtimes, which are removed with it: 'ir-azure', " +
            "'ir-shared'.`n2 nodes are registered with it.`nIntegration runtime 'ir-shared' is shared: linked " +
            "integration runtime 'ir-linked' in data factory 'adf-user' will stop working."
    }
    BeforeEach { Clear-SentRequest }
    AfterEach { Clear-Fault }

    It 'says what goes with it, <With>' -ForEach @(
        @{ With = 'before the question'; Switch = ''; Answer = 'No' }
        @{ With = 'with -WhatIf'; Switch = '-WhatIf'; Answer = @() }
    ) {
        $result = Invoke-Answered "Remove-AzDataFactoryV2 rg adf-full $Switch" -Answer $Answer
        $result.Information[0] | Should -BeExactly $known
        $result.Asked | Where-Object { $_ } | Should -Be $(if ($Switch) { $null } else {
                "Are you sure you want to remove data factory 'adf-full' in resource group 'rg'?" })
        Get-SentRequest | Should -Not -Match '^DELETE'
    }

    It 'asks in spite of a status that cannot be read, and says so' {
        Add-Fault @{ method = 'POST'; path = '/getStatus'; status = 403
            body = '{"error":{"code":"AuthorizationFailed","message":"No."}}' }
        $result = Invoke-Answered 'Remove-AzDataFactoryV2 rg adf-full' -Answer No
        $result.Information[0] | Should -BeExactly (($known -split "`n")[0] + "`nThe status could not be read, so " +
            "nodes and links are not known: 'ir-shared' (403 AuthorizationFailed).")
        $result.Asked | Should -HaveCount 1
        $result.Errors | Should -BeNullOrEmpty
    }

    It 'asks in spite of a list that cannot be read, and says so' {
        Add-Fault @{ method = 'GET'; path = '/integrationRuntimes'; status = 403
            body = '{"error":{"code":"AuthorizationFailed","message":"No."}}' }
        $result = Invoke-Answered 'Remove-AzDataFactoryV2 rg adf-full' -Answer No
        $result.Information[0] | Should -BeExactly (
            "The integration runtimes of data factory 'adf-full' could not be read (403 AuthorizationFailed). They " +
            'are removed with it, and links to them stop working.')
        $result.Asked | Should -HaveCount 1
    }

    It 'says nothing and sends nothing more with -Force' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2 rg adf-full -Force'
        $result.Information | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be 'DELETE /factories/adf-full'
    }
}
