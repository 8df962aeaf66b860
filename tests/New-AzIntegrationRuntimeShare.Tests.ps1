BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    . $PSScriptRoot/fixtures/sharing.ps1
}

AfterAll { Stop-TestEmulator }

Describe 'New-AzIntegrationRuntimeShare' {
    BeforeEach {
        $shared = New-SharingScene -Factory 'adf-dev', 'adf-test'
        Clear-SentRequest
    }

    AfterEach { Set-Emulator @{ roleAssignmentDelaySeconds = 0; sharingNeedsNode = $false } }

    It 'shares with a data factory: role, linked runtime, link' {
        $share = $shared | New-AzIntegrationRuntimeShare -With 'adf-dev'
        $share | Should -BeOfType ([AzIntegrationRuntime.Share])
        $share.Outcome, $share.State, $share.Grant | Should -Be 'Shared', 'Online', 'Created'
        $share.SharedDataFactoryName, $share.SharedIntegrationRuntimeName | Should -Be 'adf-hub', 'ir-shared'
        $share.DataFactoryName, $share.LinkedIntegrationRuntimeName | Should -Be 'adf-dev', 'ir-shared'
        $share.Problem | Should -BeNullOrEmpty
        $linked = Get-AzDataFactoryV2IntegrationRuntime rg adf-dev ir-shared -Status
        $linked.Type, $linked.State | Should -Be 'SelfHosted(Linked)', 'Online'
        $role = Get-AzRoleAssignment -Scope $shared.Id -ObjectId $share.PrincipalId
        $role.RoleDefinitionName, $role.Scope | Should -Be 'Contributor', $shared.Id
        $writes = @(Get-SentRequest) -match '^PUT'
        $writes[0] | Should -BeLike 'PUT */roleAssignments/*'
        $writes[1] | Should -Be 'PUT /factories/adf-dev/integrationRuntimes/ir-shared'
        $writes | Should -HaveCount 2
    }

    It 'takes names, ids and objects, and writes an object for each in their order' {
        $test = Get-AzDataFactoryV2 -ResourceGroupName rg -Name adf-test
        $dev = (Get-AzDataFactoryV2 -ResourceGroupName rg -Name adf-dev).DataFactoryId
        $shares = New-AzIntegrationRuntimeShare -ResourceId $shared.Id -With $test, 'adf-dev', $dev -Name ir-mine
        $shares.DataFactoryName | Should -Be 'adf-test', 'adf-dev'
        $shares.Outcome | Should -Be 'Shared', 'Shared'
        $shares.LinkedIntegrationRuntimeName | Should -Be 'ir-mine', 'ir-mine'
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-hub ir-shared -Status).Links | Should -HaveCount 2
    }

    It 'gives the role to the identity of a credential' {
        $identity = "/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/Microsoft.ManagedIdentity/" +
            'userAssignedIdentities/one'
        $identities = New-Object 'System.Collections.Generic.Dictionary[string,object]'
        $identities[$identity] = @{}
        $factory = Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-dev -Location eastus -Force `
            -IdentityType UserAssigned -UserAssignedIdentity $identities
        $result = Invoke-Answered "New-AzIntegrationRuntimeShare '$($shared.Id)' adf-dev"
        $result.Output.Outcome | Should -Be 'Failed'
        $result.Errors[0].Exception.Message | Should -BeLike '*Give -CredentialName*'
        $result = Invoke-Answered "New-AzIntegrationRuntimeShare '$($shared.Id)' adf-dev -CredentialName cred-one"
        $result.Errors[0].Exception.Message | Should -BeLike "*has no credential 'cred-one'*"
        $null = Invoke-ResourceManager PUT "$($factory.DataFactoryId)/credentials/cred-one?api-version=2018-06-01" @{
            properties = @{ type = 'ManagedIdentity'; typeProperties = @{ resourceId = $identity } }
        }
        $share = $shared | New-AzIntegrationRuntimeShare -With $factory -CredentialName cred-one
        $share.Outcome, $share.State | Should -Be 'Shared', 'Online'
    }

    It 'waits until the role works' {
        Set-Emulator @{ roleAssignmentDelaySeconds = 4 }
        $share = New-AzIntegrationRuntimeShare $shared 'adf-dev'
        $share.Outcome, $share.State | Should -Be 'Shared', 'Online'
        $puts = @(Get-SentRequest) -match '^PUT /factories/adf-dev/integrationRuntimes'
        $puts.Count | Should -BeGreaterThan 1
    }

    It 'changes nothing when it is run again' {
        $null = $shared | New-AzIntegrationRuntimeShare -With 'adf-dev'
        Clear-SentRequest
        $share = $shared.Id | New-AzIntegrationRuntimeShare -With 'adf-dev', 'adf-test'
        $share.Outcome | Should -Be 'AlreadyShared', 'Shared'
        @(Get-SentRequest) -match '^PUT' | Should -Not -BeLike '*adf-dev*'
    }

    It 'goes on after a data factory that fails, and its error comes at the end' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-dev ir-shared -Type SelfHosted -Force
        $result = Invoke-Answered (
            "New-AzIntegrationRuntimeShare -ResourceId '$($shared.Id)' -With adf-dev, adf-none, adf-test")
        $result.Output.Outcome | Should -Be 'Failed', 'Failed', 'Shared'
        $result.Output[0].Error | Should -BeLike "*'ir-shared' in data factory 'adf-dev' exists and is not a linked*"
        $result.Output[1].Error | Should -BeLike "Could not find data factory: 'adf-none'*"
        $result.Errors | Should -HaveCount 2
        $result.Errors[0].FullyQualifiedErrorId |
            Should -BeExactly 'NameInUse,AzIntegrationRuntime.Cmdlets.NewAzIntegrationRuntimeShareCommand'
        $result.Errors[0].TargetObject | Should -BeLike '*adf-dev'
    }

    It 'undoes with -Rollback what it made for a data factory that fails' {
        Add-Fault @{ method = 'PUT'; path = '/factories/adf-dev/integrationRuntimes'; status = 400; times = 9
            body = '{"error":{"code":"BadRequest","message":"Not today."}}' }
        try {
            $result = Invoke-Answered (
                "New-AzIntegrationRuntimeShare -ResourceId '$($shared.Id)' -With adf-dev, adf-test -Rollback")
        } finally {
            Clear-Fault
        }
        $result.Output.Outcome | Should -Be 'RolledBack', 'Shared'
        $result.Output[0].Error | Should -Be 'BadRequest: Not today.'
        $result.Errors | Should -HaveCount 1
        @(Get-AzRoleAssignment -Scope $shared.Id | Where-Object Scope -EQ $shared.Id).ObjectId |
            Should -Be $result.Output[1].PrincipalId
    }

    It 'refuses a runtime without a node, as Azure does' {
        $bare = New-TestRuntime adf-hub ir-bare
        $records = Get-Refusal { $bare | New-AzIntegrationRuntimeShare -With adf-dev -ErrorAction Stop }
        $records[0].Exception.Message |
            Should -BeLike "Integration runtime 'ir-bare' in data factory 'adf-hub' has no node*"
        $records[0].FullyQualifiedErrorId | Should -BeLike 'RuntimeNotShareable,*'
        Get-SentRequest | Should -Not -BeLike 'PUT */roleAssignments/*'
    }

    It 'refuses one whose nodes are offline unless -Force is given' {
        $null = Invoke-Emulator PATCH '/emulator/nodes' @{
            runtimeId = $shared.Id; nodeName = 'node-1'; status = 'Offline' }
        $records = Get-Refusal { $shared | New-AzIntegrationRuntimeShare -With adf-dev -ErrorAction Stop }
        $records[0].Exception.Message | Should -BeLike 'No node of *is online*-Force*'
        ($shared | New-AzIntegrationRuntimeShare -With adf-dev -Force).Outcome | Should -Be 'Shared'
    }

    It 'says that workspaces share nothing' {
        New-TestWorkspace 'syn-share'
        $null = Set-AzSynapseIntegrationRuntime -WorkspaceName syn-share -Name ir-syn -Type SelfHosted -Force
        $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName syn-share -Name ir-syn
        $records = Get-Refusal { $runtime | New-AzIntegrationRuntimeShare -With adf-dev -ErrorAction Stop }
        $records[0].Exception.Message | Should -BeLike 'Azure shares integration runtimes between data factories only.*'
        $workspace = Get-AzSynapseWorkspace -Name syn-share
        $share = 'param($Shared, $Workspace) $Shared | New-AzIntegrationRuntimeShare -With $Workspace'
        $result = Invoke-Answered $share `
            -Argument @{ Shared = $shared; Workspace = $workspace }
        $result.Output.Outcome | Should -Be 'Failed'
    }

    It 'names each step with -WhatIf and asks for each with -Confirm' {
        $command = "New-AzIntegrationRuntimeShare -ResourceId '$($shared.Id)' -With adf-dev"
        $result = Invoke-Answered "$command -WhatIf"
        "$($result.Written)" | Should -BeLike ("*Granting the role 'Contributor' on integration runtime 'ir-shared' " +
            "in data factory 'adf-hub' to data factory 'adf-dev'.*Creating the linked integration runtime " +
            "'ir-shared' in data factory 'adf-dev'*")
        $result.Output | Should -BeNullOrEmpty
        $result = Invoke-Answered "$command -Confirm" -Answer No, No
        $result.Asked | Should -HaveCount 2
        Get-SentRequest | Should -Not -BeLike 'PUT*'
    }
}
