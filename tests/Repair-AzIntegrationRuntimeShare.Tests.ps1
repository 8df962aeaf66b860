BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    . $PSScriptRoot/fixtures/sharing.ps1
}

AfterAll { Stop-TestEmulator }

Describe 'Repair-AzIntegrationRuntimeShare' {
    BeforeEach {
        $shared = New-SharingScene -Factory 'adf-dev', 'adf-test'
        $null = $shared | New-AzIntegrationRuntimeShare -With 'adf-dev', 'adf-test' -ErrorAction Stop
        Clear-SentRequest
    }

    It 'brings back a linked runtime that a deployment replaced, under the linked services that use it' {
        Set-TestLinkedService adf-dev lake ir-shared
        Set-PlainRuntime adf-dev
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-dev ir-shared -Status).State | Should -Be 'NeedRegistration'
        Clear-SentRequest
        $repaired = $shared | Get-AzIntegrationRuntimeShare | Where-Object Outcome -EQ Broken |
            Repair-AzIntegrationRuntimeShare
        $repaired.DataFactoryName, $repaired.Outcome, $repaired.State | Should -Be 'adf-dev', 'Repaired', 'Online'
        @(Get-SentRequest) -match '^(PUT|DELETE)' |
            Should -Be 'PUT /factories/adf-dev/integrationRuntimes/ir-shared'
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-dev ir-shared -Status).Type | Should -Be 'SelfHosted(Linked)'
        ($shared | Get-AzIntegrationRuntimeShare).Outcome | Should -Be 'Shared', 'Shared'
    }

    It 'gives the role again' {
        $principal = (Get-AzDataFactoryV2 -ResourceGroupName rg -Name adf-dev).Identity.PrincipalId
        $null = Remove-AzRoleAssignment -ObjectId $principal -RoleDefinitionName Contributor -Scope $shared.Id
        $repaired = $shared | Repair-AzIntegrationRuntimeShare -With adf-dev
        $repaired.Outcome, $repaired.Grant, $repaired.State | Should -Be 'Repaired', 'Created', 'Online'
    }

    It 'enters a link again that was removed, and makes a linked runtime again' {
        $null = Remove-AzDataFactoryV2IntegrationRuntime rg adf-hub ir-shared -LinkedDataFactoryName adf-dev -Force
        $null = Remove-AzDataFactoryV2IntegrationRuntime rg adf-test ir-shared -Force
        $repaired = Repair-AzIntegrationRuntimeShare -ResourceId $shared.Id -With adf-dev, adf-test
        $repaired.Outcome | Should -Be 'Repaired', 'Repaired'
        ($shared | Get-AzIntegrationRuntimeShare).Outcome | Should -Be 'Shared', 'Shared'
    }

    It 'links again what has only its role left' {
        $null = $shared | New-AzIntegrationRuntimeShare -With adf-dev
        $null = Remove-AzDataFactoryV2IntegrationRuntime rg adf-dev ir-shared -Force
        $broken = Get-AzIntegrationRuntimeShare -DataFactoryName adf-dev
        $broken.Problem | Should -Be 'NotLinked'
        $share = $broken | Repair-AzIntegrationRuntimeShare
        $share.Outcome, $share.LinkedIntegrationRuntimeName | Should -Be 'Repaired', 'ir-shared'
        (Get-AzIntegrationRuntimeShare -DataFactoryName adf-dev).Outcome | Should -Be 'Shared'
    }

    It 'leaves what is whole, and changes nothing with -WhatIf' {
        ($shared | Repair-AzIntegrationRuntimeShare -With adf-dev).Outcome | Should -Be 'AlreadyShared'
        Set-PlainRuntime adf-dev
        Clear-SentRequest
        $result = Invoke-Answered "Repair-AzIntegrationRuntimeShare -ResourceId '$($shared.Id)' -With adf-dev -WhatIf"
        "$($result.Written)" | Should -BeLike '*Replacing by a linked one the self-hosted integration runtime*'
        Get-SentRequest | Should -Not -BeLike 'PUT*'
    }

    It 'never replaces a runtime that has nodes' {
        Set-PlainRuntime adf-dev
        $null = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-dev ir-shared |
            Register-AzIntegrationRuntimeEmulatorNode -NodeName node-2
        $result = Invoke-Answered "Repair-AzIntegrationRuntimeShare -ResourceId '$($shared.Id)' -With adf-dev"
        $result.Output.Outcome | Should -Be 'Failed'
        $result.Errors[0].Exception.Message | Should -BeLike '*with a node of its own, which would be cut off*'
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-dev ir-shared -Status).State | Should -Be 'Online'
    }
}
