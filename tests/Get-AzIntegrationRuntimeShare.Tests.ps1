BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    . $PSScriptRoot/fixtures/sharing.ps1
    $shared = New-SharingScene -Factory 'adf-whole', 'adf-ungranted', 'adf-replaced', 'adf-unlisted', 'adf-only'
    $all = 'adf-whole', 'adf-ungranted', 'adf-replaced', 'adf-unlisted', 'adf-only'
    $null = $shared | New-AzIntegrationRuntimeShare -With $all -ErrorAction Stop
    $ungranted = (Get-AzDataFactoryV2 -ResourceGroupName rg -Name adf-ungranted).Identity.PrincipalId
    $null = Remove-AzRoleAssignment -ObjectId $ungranted -RoleDefinitionName Contributor -Scope $shared.Id
    Set-PlainRuntime adf-replaced
    $null = Remove-AzDataFactoryV2IntegrationRuntime rg adf-hub ir-shared -LinkedDataFactoryName adf-unlisted -Force
    $null = Remove-AzDataFactoryV2IntegrationRuntime rg adf-only ir-shared -Force
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzIntegrationRuntimeShare' {
    It 'shows who uses a shared runtime, and what is broken' {
        $shares = $shared | Get-AzIntegrationRuntimeShare
        $shares[0] | Should -BeOfType ([AzIntegrationRuntime.Share])
        $rows = $shares | Sort-Object DataFactoryName | ForEach-Object {
            ('{0} {1} {2} {3}' -f $_.DataFactoryName, $_.Outcome, $_.Grant, ($_.Problem -join ',')).Trim()
        }
        $rows | Should -Be @(
            'adf-only Broken Present NotLinked'
            'adf-replaced Broken Present LinkedRuntimeReplaced'
            'adf-ungranted Broken Missing GrantMissing'
            'adf-unlisted Broken Present LinkMissing'
            'adf-whole Shared Present'
        )
        $whole = $shares | Where-Object DataFactoryName -EQ adf-whole
        $whole.State | Should -Be 'Online'
        $whole.CreateTime | Should -BeOfType ([datetime])
        $whole.LinkedIntegrationRuntimeId | Should -BeLike '*/factories/adf-whole/integrationruntimes/ir-shared'
        $whole.Fix | Should -BeNullOrEmpty
        ($shares | Where-Object DataFactoryName -EQ adf-replaced).Fix |
            Should -BeLike "Repair-AzIntegrationRuntimeShare -ResourceId '*' -With '*adf-replaced' -Name 'ir-shared'"
    }

    It 'shows those of a data factory, on whichever side it is' {
        Get-AzIntegrationRuntimeShare -DataFactoryName adf-hub | Should -HaveCount 5
        $of = Get-AzIntegrationRuntimeShare -DataFactoryName adf-whole -ResourceGroupName rg
        $of.SharedDataFactoryName, $of.DataFactoryName | Should -Be 'adf-hub', 'adf-whole'
        $factory = Get-AzDataFactoryV2 -ResourceGroupName rg -Name adf-whole
        ($factory | Get-AzIntegrationRuntimeShare).DataFactoryName | Should -Be 'adf-whole'
        (Get-AzIntegrationRuntimeShare -ResourceId $factory.DataFactoryId).DataFactoryName | Should -Be 'adf-whole'
    }

    It 'shows from its side what a data factory has only a role for' {
        foreach ($row in @('adf-only', 'NotLinked'), @('adf-replaced', 'LinkedRuntimeReplaced')) {
            $of = Get-AzIntegrationRuntimeShare -DataFactoryName $row[0]
            $of.SharedDataFactoryName | Should -Be 'adf-hub'
            $of.Problem | Should -Be $row[1]
        }
        ($of | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv).Problem | Should -BeExactly 'LinkedRuntimeReplaced'
    }

    It 'shows the one of a linked runtime' {
        $linked = Get-AzDataFactoryV2IntegrationRuntime rg adf-ungranted ir-shared
        $share = $linked | Get-AzIntegrationRuntimeShare
        $share | Should -HaveCount 1
        $share.Problem | Should -Be 'GrantMissing'
        $share.Error | Should -BeLike 'UnauthorizedIntegrationRuntimeAccess: *'
        (Get-AzIntegrationRuntimeShare -DataFactoryName adf-whole -IntegrationRuntimeName ir-shared).Outcome |
            Should -Be 'Shared'
    }

    It 'sees links and linked runtimes whose other side is gone' {
        $null = New-TestFactory adf-gone
        $null = New-AzDataFactoryV2IntegrationRuntimeLink rg adf-hub ir-shared `
            -LinkedIntegrationRuntimeName ir-shared -LinkedDataFactoryName adf-vanished
        $second = New-TestRuntime adf-gone ir-second
        $null = $second | Get-AzDataFactoryV2IntegrationRuntimeKey |
            Register-AzIntegrationRuntimeEmulatorNode -NodeName node-2
        $null = $second | New-AzIntegrationRuntimeShare -With adf-only
        $null = Remove-AzDataFactoryV2 -ResourceGroupName rg -Name adf-gone -Force
        $shares = Get-AzIntegrationRuntimeShare -DataFactoryName adf-only
        ($shares | Where-Object SharedDataFactoryName -EQ adf-gone).Problem | Should -Be 'OwnerMissing'
        $vanished = $shared | Get-AzIntegrationRuntimeShare | Where-Object DataFactoryName -EQ adf-vanished
        $vanished.Problem | Should -Be 'FactoryMissing'
        $vanished.Fix | Should -BeLike 'Remove-AzIntegrationRuntimeShare *'
        ($vanished | Remove-AzIntegrationRuntimeShare -Force -PassThru).Outcome | Should -Be 'Removed'
        ($shares | Where-Object SharedDataFactoryName -EQ adf-gone |
            Remove-AzIntegrationRuntimeShare -Force -PassThru).Outcome | Should -Be 'Removed'
    }

    It 'shows the shares of all data factories that the account can see' {
        $of = $shared | Get-AzIntegrationRuntimeShare | Sort-Object DataFactoryName
        $all = Get-AzIntegrationRuntimeShare -WarningVariable warned -WarningAction SilentlyContinue |
            Where-Object SharedDataFactoryName -EQ adf-hub | Sort-Object DataFactoryName
        # What a share says itself is no warning beside it.
        $warned -join ' ' | Should -Not -BeLike '*adf-ungranted*'
        $all.DataFactoryName | Should -Be $of.DataFactoryName
        $all.Outcome | Should -Be $of.Outcome
        ($all | ForEach-Object { "$($_.Problem)" }) | Should -Be ($of | ForEach-Object { "$($_.Problem)" })
        Get-AzIntegrationRuntimeShare -Subscription 'Emulator Second' | Should -BeNullOrEmpty
    }

    It 'has a table' {
        $text = $shared | Get-AzIntegrationRuntimeShare | Format-Table | Out-String -Width 160
        $text | Should -BeLike '*Shared: adf-hub/ir-shared*DataFactoryName*Name*Outcome*State*Grant*Problem*'
    }

    It 'refuses what shares nothing' {
        $id = "/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/Microsoft.Synapse/workspaces/syn"
        $records = Get-Refusal { Get-AzIntegrationRuntimeShare -ResourceId $id -ErrorAction Stop }
        $records[0].Exception.Message | Should -BeLike 'Azure shares integration runtimes between data factories only.*'
    }
}
