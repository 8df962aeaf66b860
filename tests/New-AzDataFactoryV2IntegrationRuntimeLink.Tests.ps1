BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-link'
    $user = New-TestFactory 'adf-user'
    $path = '/factories/adf-link/integrationRuntimes/ir-shared'
}

AfterAll { Stop-TestEmulator }

Describe 'New-AzDataFactoryV2IntegrationRuntimeLink' {
    BeforeEach {
        $null = Remove-AzDataFactoryV2IntegrationRuntime rg adf-link ir-shared -RemoveLinks -Force `
            -WarningAction SilentlyContinue
        $shared = New-TestRuntime 'adf-link' 'ir-shared'
        Clear-SentRequest
    }

    It 'enters a link and returns both of its sides' {
        $share = New-AzDataFactoryV2IntegrationRuntimeLink -ResourceGroupName rg -DataFactoryName adf-link `
            -Name ir-shared -LinkedIntegrationRuntimeName ir-linked -LinkedDataFactoryName adf-user
        $share | Should -BeOfType ([AzIntegrationRuntime.Share])
        $share.SharedIntegrationRuntimeId | Should -Be $shared.Id
        $share.SharedDataFactoryName, $share.SharedIntegrationRuntimeName | Should -Be 'adf-link', 'ir-shared'
        $share.DataFactoryName, $share.LinkedIntegrationRuntimeName | Should -Be 'adf-user', 'ir-linked'
        $share.Outcome | Should -BeExactly 'Shared'
        $share.CreateTime | Should -BeOfType ([datetime])
        Get-SentRequest | Should -Be "GET $path", "POST $path/linkedIntegrationRuntime"
        $body = Get-SentBody POST
        @($body.PSObject.Properties.Name) | Sort-Object | Should -Be 'dataFactoryName', 'name', 'subscriptionId'
        $body.subscriptionId | Should -BeExactly $script:SubscriptionId
    }

    It 'says all that is given' {
        $share = New-AzDataFactoryV2IntegrationRuntimeLink rg adf-link ir-shared `
            -LinkedIntegrationRuntimeName ir-linked -LinkedDataFactoryName adf-user `
            -LinkedSubscriptionId $script:SecondSubscriptionId -LinkedDataFactoryLocation westeurope
        $share.SubscriptionId | Should -BeExactly $script:SecondSubscriptionId
        $link = (Get-AzDataFactoryV2IntegrationRuntime rg adf-link ir-shared -Status).Links[0]
        $link.SubscriptionId | Should -BeExactly $script:SecondSubscriptionId
        $link.DataFactoryLocation | Should -BeExactly 'westeurope'
    }

    It 'takes the id of the linked factory, which says its subscription, and looks at its side' {
        $share = New-AzDataFactoryV2IntegrationRuntimeLink rg adf-link ir-shared `
            -LinkedIntegrationRuntimeName ir-linked -LinkedDataFactoryName $user.DataFactoryId
        $share.DataFactoryId | Should -Be $user.DataFactoryId
        $share.Outcome | Should -BeExactly 'Broken'
        $share.Problem | Should -Be 'LinkedRuntimeMissing'
        $share.Fix | Should -BeLike 'Repair-AzIntegrationRuntimeShare -ResourceId *'
        $records = Get-Refusal {
            New-AzDataFactoryV2IntegrationRuntimeLink rg adf-link ir-shared -LinkedIntegrationRuntimeName ir-linked `
                -LinkedDataFactoryName $user.DataFactoryId -LinkedSubscriptionId $script:SecondSubscriptionId
        }
        $records[0].Exception.Message | Should -BeLike '*-LinkedSubscriptionId*'
    }

    It 'takes the alias of -Name, the id, an object and what is piped in' {
        $who = @{ LinkedDataFactoryName = 'adf-user' }
        $null = New-AzDataFactoryV2IntegrationRuntimeLink rg adf-link -IntegrationRuntimeName ir-shared @who `
            -LinkedIntegrationRuntimeName ir-1
        $null = New-AzDataFactoryV2IntegrationRuntimeLink -ResourceId $shared.Id @who -LinkedIntegrationRuntimeName ir-2
        $null = New-AzDataFactoryV2IntegrationRuntimeLink -InputObject $shared @who -LinkedIntegrationRuntimeName ir-3
        $null = $shared | New-AzDataFactoryV2IntegrationRuntimeLink @who -LinkedIntegrationRuntimeName ir-4
        $status = $shared | Get-AzDataFactoryV2IntegrationRuntime -Status
        $status.Links.Name | Should -Be 'ir-1', 'ir-2', 'ir-3', 'ir-4'
    }

    It 'does not ask by itself, and enters nothing with -WhatIf or when the answer is no' {
        $command = 'New-AzDataFactoryV2IntegrationRuntimeLink rg adf-link ir-shared -LinkedIntegrationRuntimeName ' +
            'ir-linked -LinkedDataFactoryName adf-user'
        $result = Invoke-Answered "$command -WhatIf"
        "$($result.Written)" |
            Should -BeLike 'What if: Performing the operation "Creating a link *" on target "ir-shared".'
        $result = Invoke-Answered "$command -Confirm" -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Output | Should -BeNullOrEmpty
        Get-SentRequest | Should -Not -BeLike 'POST*'
        $result = Invoke-Answered $command
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -HaveCount 1
    }

    It 'refuses what cannot be shared, before anything is written' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-link ir-azure -Type Managed -Force
        $null = New-AzRoleAssignment -ObjectId $user.Identity.PrincipalId -RoleDefinitionName Contributor `
            -Scope $shared.Id
        $null = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-user -Name ir-linked `
            -Type SelfHosted -SharedIntegrationRuntimeResourceId $shared.Id -Force
        Clear-SentRequest
        $who = @{ LinkedDataFactoryName = 'adf-user'; LinkedIntegrationRuntimeName = 'ir-second' }
        $records = Get-Refusal { New-AzDataFactoryV2IntegrationRuntimeLink rg adf-link ir-azure @who }
        $records[0].Exception.Message | Should -BeExactly (
            "Only self-hosted integration runtime can be shared. Integration runtime 'ir-azure' in data factory " +
            "'adf-link' is not a self-hosted one, and 'ir-second' in data factory 'adf-user' was not linked to it. " +
            'Nothing was changed.')
        $records[0].FullyQualifiedErrorId |
            Should -BeExactly ('RuntimeNotShareable,' +
            'AzIntegrationRuntime.Cmdlets.NewAzDataFactoryV2IntegrationRuntimeLinkCommand')
        $records = Get-Refusal { New-AzDataFactoryV2IntegrationRuntimeLink rg adf-user ir-linked @who }
        $records[0].Exception.Message |
            Should -BeLike "Integration runtime 'ir-linked' in data factory 'adf-user' is itself linked*"
        Get-SentRequest | Should -Not -BeLike 'POST*'
    }

    It 'passes on that there is no such runtime, and goes on' {
        $result = Invoke-Answered (
            'New-AzDataFactoryV2IntegrationRuntimeLink rg adf-link ir-none -LinkedIntegrationRuntimeName ir-linked ' +
            '-LinkedDataFactoryName adf-user; "went on"')
        $result.Output | Should -Be 'went on'
        Get-FiveLine $result.Errors[0] | Should -BeLike ("The link from integration runtime 'ir-linked' " +
            "in data factory 'adf-user' to integration runtime 'ir-none' in data factory 'adf-link' was not created. " +
            "HTTP Status Code: NotFound`nError Code: NotFound`n*")
    }
}
