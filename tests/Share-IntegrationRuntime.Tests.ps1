# examples/Share-IntegrationRuntime.ps1 does what it shows, and removes only what it created.

BeforeAll {
    . $PSScriptRoot/common.ps1
    $shell = Get-PwshPath
    $path = Join-Path $script:Root 'examples/Share-IntegrationRuntime.ps1'
}

Describe 'examples/Share-IntegrationRuntime.ps1' {
    BeforeAll {
        $output = & $shell -NoProfile -NonInteractive -File $path *>&1
        $exit = $LASTEXITCODE
        $text = ($output -join "`n") -replace '\x1b\[[0-9;]*m', '' -replace '\r', ''
    }

    It 'succeeds' {
        $exit | Should -Be 0 -Because $text
    }

    It 'shows the refusal before the grant, with the cure' {
        $text | Should -Match ('(?s)Link before the grant.*Refused:.*New-AzRoleAssignment.*' +
            'Integration runtimes in adf-linked-demo: 0')
    }

    It 'shows the status of the shared runtime through the linked one' {
        $text | Should -Match '(?m)^ +Type +: SelfHosted\(Linked\)$'
        $text | Should -Match '(?m)^ +OriginalIntegrationRuntimeName +: ir-shared$'
        $text | Should -Match '(?m)^ +State +: Online$'
    }

    It 'shows no whole key' {
        $text | Should -Match 'AuthKey1'
        $text | Should -Not -Match 'IR@[0-9a-f-]{36}@'
    }

    It 'draws who shares with whom, before and after the revocation' {
        $before, $after = $text -split '== Who shares with whom, after the revocation'
        $picture = ($before -split '== Who shares with whom')[-1]
        $picture | Should -Match 'Contributor'
        $picture | Should -Match '\| ir-shared: Online +\|<-+\| ir-linked: Online +\|'
        $after | Should -Match 'no grant'
        $after | Should -Match '\| ir-shared: Online +\| +\|'
        $after | Should -Not -Match '<--'
    }
}

Describe 'examples/Share-IntegrationRuntime.ps1 where an emulator runs' {
    BeforeAll {
        Start-TestEmulator
        $null = Set-AzDataFactoryV2 rg adf-mine eastus -ErrorAction Stop

        function Get-Inventory {
            # All that the emulator has: groups, data factories, runtimes and role assignments.
            Get-AzResourceGroup | ForEach-Object { $_.ResourceId }
            Get-AzDataFactoryV2 | ForEach-Object {
                $_.DataFactoryId
                $_ | Get-AzDataFactoryV2IntegrationRuntime | ForEach-Object { $_.Id }
            }
            Get-AzRoleAssignment | ForEach-Object { $_.RoleAssignmentId }
        }
        $before = @(Get-Inventory)
    }

    BeforeEach {
        Clear-Fault
        Clear-SentRequest
    }

    AfterEach {
        # The emulator is the test's: it still runs, and has what it had.
        (Get-AzIntegrationRuntimeEmulator).Endpoint | Should -Be $global:TestEmulator.Endpoint
        @(Get-Inventory) | Should -Be $before
    }

    AfterAll { Stop-TestEmulator }

    It 'uses it and a group that exists, and removes only what it created' {
        $result = Invoke-Answered "& '$path' -ResourceGroupName rg"
        $result.Thrown | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        $result.Asked | Should -BeNullOrEmpty
        "$($result.Information)" | Should -BeLike '*does not remove it*Who shares with whom, after the revocation*'
        Get-SentRequest | Should -Not -Contain "DELETE /subscriptions/$script:SubscriptionId/resourcegroups/rg"
    }

    It 'creates a group that does not exist, and removes it' {
        $result = Invoke-Answered "& '$path' -ResourceGroupName rg-new"
        $result.Errors | Should -BeNullOrEmpty
        "$($result.Information)" | Should -BeLike "*Removed resource group 'rg-new'*"
    }

    It 'can be run again' {
        foreach ($run in 1, 2) {
            (Invoke-Answered "& '$path' -ResourceGroupName rg").Errors | Should -BeNullOrEmpty
        }
    }

    It 'stops at No, before any change' {
        $result = Invoke-Answered "& '$path' -ResourceGroupName rg -Confirm" -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Errors | Should -BeNullOrEmpty
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf, and says what it would do' {
        $result = Invoke-Answered "& '$path' -ResourceGroupName rg -WhatIf"
        $result.Errors | Should -BeNullOrEmpty
        "$($result.Written)" | Should -BeLike '*remove what the script created*'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'removes what it created when a step fails' {
        Add-Fault @{ method = 'PUT'; path = '/integrationRuntimes/ir-linked'; status = 409; times = 9 }
        $result = Invoke-Answered "& '$path' -ResourceGroupName rg"
        $result.Thrown | Should -Not -BeNullOrEmpty
    }

    It 'creates nothing when it cannot tell whether the group exists' {
        Add-Fault @{ method = 'GET'; path = '/resourcegroups/rg'; status = 403; times = 1 }
        $result = Invoke-Answered "& '$path' -ResourceGroupName rg"
        $result.Thrown | Should -Not -BeNullOrEmpty
        @(Get-SentRequest) -notlike 'GET *' | Should -BeNullOrEmpty
    }

    It 'refuses -UseAzure' {
        (Invoke-Answered "& '$path' -UseAzure").Thrown.Message | Should -BeLike '*another PowerShell process*'
        Get-SentRequest | Should -BeNullOrEmpty
    }
}
