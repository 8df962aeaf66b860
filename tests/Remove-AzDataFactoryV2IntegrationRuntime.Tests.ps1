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
        "$($result.Written)" | Should -BeLike "What if: Performing the operation ""Removing the integration runtime 'ir-rem' in the data factory 'adf-rem'."" on target ""ir-rem""."
        Get-SentRequest | Should -Not -BeLike 'DELETE*'
    }

    It 'takes the id, and what is piped in' {
        $null = New-TestRuntime 'adf-rem' 'ir-two'
        $result = Invoke-Answered 'param($Id) Remove-AzDataFactoryV2IntegrationRuntime -ResourceId $Id -Force' -Argument @{ Id = $runtime.Id }
        $result.Errors | Should -BeNullOrEmpty
        Get-AzDataFactoryV2IntegrationRuntime rg adf-rem | Remove-AzDataFactoryV2IntegrationRuntime -Force
        Get-AzDataFactoryV2IntegrationRuntime rg adf-rem | Should -BeNullOrEmpty
    }

    It 'warns when there is nothing to remove' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-none -Force'
        $result.Warnings | Should -BeExactly "Integration runtime 'ir-none' does not exist in the data factory 'adf-rem'."
        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
    }
}

Describe 'Remove-AzDataFactoryV2IntegrationRuntime of what is shared' {
    BeforeAll {
        $shared = New-TestRuntime 'adf-rem' 'ir-shared'
        $user = New-TestFactory 'adf-user'
        $null = New-AzRoleAssignment -ObjectId $user.Identity.PrincipalId -RoleDefinitionName Contributor -Scope $shared.Id
        $null = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-user -Name ir-linked `
            -Type SelfHosted -SharedIntegrationRuntimeResourceId $shared.Id -Force
    }

    BeforeEach { Clear-SentRequest }

    It 'names the links in its question' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-shared' -Answer No
        $result.Asked[0] | Should -BeExactly (
            "Integration runtime 'ir-shared' is shared: linked integration runtime 'ir-linked' in data factory 'adf-user' will stop working.`n" +
            ($question -f 'ir-shared'))
    }

    It 'removes the links of a factory only, and the runtime stays' {
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-shared -LinkedDataFactoryName adf-user' -Answer Yes
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
        $null = Invoke-Answered 'param($Id) Remove-AzDataFactoryV2IntegrationRuntime rg adf-rem ir-shared -LinkedDataFactoryName $Id -Force' -Argument @{
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
