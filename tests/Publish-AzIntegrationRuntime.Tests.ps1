BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $files = . $PSScriptRoot/fixtures/desired.ps1 -Folder $TestDrive
}

AfterAll { Stop-TestEmulator }

Describe 'Publish-AzIntegrationRuntime' {
    BeforeEach {
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        Copy-Item -LiteralPath "$files/factory" -Destination $folder -Recurse
        $west = Join-Path $folder 'integrationRuntime/ir-west.json'
        Clear-SentRequest
    }

    It 'only reads where nothing differs' {
        $found = @(Publish-AzIntegrationRuntime $folder -DataFactoryName adf-prod)
        $found.Outcome | Select-Object -Unique | Should -BeExactly 'Unchanged'
        $found[0].GetType().FullName | Should -BeExactly 'AzIntegrationRuntime.PublishedRuntime'
        Get-SentRequest | Should -Not -Match '^(PUT|DELETE|PATCH)'
        ($found | Format-Table | Out-String -Width 120) | Should -Match 'Outcome +Action +Name +Message'
    }

    It 'writes what differs, and nothing the second time' {
        Set-Content $west '{ "name": "ir-west", "properties": { "type": "SelfHosted", "description": "East" } }'
        Set-Content (Join-Path $folder 'integrationRuntime/ir-new.json') `
            '{ "name": "ir-new", "properties": { "type": "SelfHosted" } }'
        $found = @(Get-AzDataFactoryV2 rg adf-prod | Publish-AzIntegrationRuntime -Path $folder |
                Where-Object Outcome -NE 'Unchanged')
        $found.Outcome | Should -Be 'Done', 'Done'
        ($found | Where-Object Name -EQ 'ir-west').Changes | Should -Be "properties.description: 'West' -> 'East'"
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-prod ir-west).Description | Should -BeExactly 'East'
        # The nodes stay.
        @((Get-AzDataFactoryV2IntegrationRuntime rg adf-prod ir-west -Status).Nodes).Count | Should -Be 1
        Clear-SentRequest
        (Publish-AzIntegrationRuntime $folder -DataFactoryName adf-prod).Outcome | Select-Object -Unique |
            Should -BeExactly 'Unchanged'
        Get-SentRequest | Should -Not -Match '^(PUT|DELETE)'
        Remove-AzDataFactoryV2IntegrationRuntime rg adf-prod ir-new -Force
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-prod ir-west -Description West -Force
    }

    It 'shows the changes with -WhatIf' {
        Set-Content $west '{ "name": "ir-west", "properties": { "type": "SelfHosted", "description": "East" } }'
        $found = @(Publish-AzIntegrationRuntime $folder -DataFactoryName adf-prod -Name 'ir-w*' -WhatIf `
                -InformationVariable shown 6> $null)
        $found.Outcome | Should -BeExactly 'NotConfirmed'
        "$shown" | Should -BeLike "*~ Description: 'West' -> 'East'*"
        Get-SentRequest | Should -Not -Match '^(PUT|DELETE)'
    }

    It 'never replaces a link, and goes on with the others' {
        Set-Content (Join-Path $folder 'integrationRuntime/SharedIR.json') `
            '{ "name": "SharedIR", "properties": { "type": "SelfHosted" } }'
        Set-Content $west '{ "name": "ir-west", "properties": { "type": "SelfHosted", "description": "East" } }'
        $written = [Collections.ArrayList]::new()
        $records = Get-Refusal {
            Publish-AzIntegrationRuntime $folder -DataFactoryName adf-prod |
                ForEach-Object { $null = $written.Add($_) }
        }
        $records[-1].FullyQualifiedErrorId | Should -BeLike 'NotPublished,*'
        $records[-1].Exception.Message | Should -BeLike '1 of 3*SharedIR (ReplaceLinked, Refused)*'
        $refused = $written | Where-Object Name -EQ 'SharedIR'
        $refused.LinkedServices | Should -Contain 'files-hub'
        $refused.Fix | Should -Not -BeNullOrEmpty
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-prod SharedIR).Kind | Should -BeExactly 'Linked'
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-prod ir-west).Description | Should -BeExactly 'East'
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-prod ir-west -Description West -Force
    }

    It 'removes with -Prune only, after a question: <Answer>' -ForEach @(
        @{ Answer = 'No'; Stays = $true }
        @{ Answer = 'Yes'; Stays = $false }
    ) {
        $null = New-TestRuntime 'adf-prod' 'ir-extra'
        Publish-AzIntegrationRuntime $folder -DataFactoryName adf-prod | Where-Object Name -EQ 'ir-extra' |
            Should -BeNullOrEmpty
        $result = Invoke-Answered "Publish-AzIntegrationRuntime '$folder' -DataFactoryName adf-prod -Prune" `
            -Answer $Answer
        $result.Errors | Should -BeNullOrEmpty
        $result.Asked[0] | Should -BeLike '*not in the files and are removed:*ir-extra*'
        $names = (Get-AzDataFactoryV2IntegrationRuntime rg adf-prod).Name
        ($names -contains 'ir-extra') | Should -Be $Stays
    }

    It 'never removes one that is shared' {
        $hub = Join-Path $TestDrive 'hub'
        $null = New-Item -ItemType Directory -Path (Join-Path $hub 'integrationRuntime') -Force
        Set-Content (Join-Path $hub 'integrationRuntime/ir-other.json') `
            '{ "name": "ir-other", "properties": { "type": "SelfHosted" } }'
        $records = Get-Refusal {
            Publish-AzIntegrationRuntime $hub -DataFactoryName adf-hub -Prune -Force | Out-Null
        }
        $records[-1].Exception.Message | Should -BeLike "*'ir-hub'*is not removed: it is shared with adf-prod/SharedIR*"
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-hub).Name | Should -Contain 'ir-hub'
        Remove-AzDataFactoryV2IntegrationRuntime rg adf-hub ir-other -Force
    }

    It 'publishes to a workspace' {
        $null = New-TestWorkspace 'syn-publish'
        $own = Join-Path $TestDrive 'workspace'
        $null = New-Item -ItemType Directory -Path (Join-Path $own 'integrationRuntime')
        Set-Content (Join-Path $own 'integrationRuntime/ir-syn.json') `
            '{ "name": "ir-syn", "properties": { "type": "SelfHosted", "description": "one" } }'
        $found = @(Publish-AzIntegrationRuntime $own -WorkspaceName syn-publish)
        ($found | Where-Object Name -EQ 'ir-syn').Outcome | Should -BeExactly 'Done'
        (Get-AzSynapseIntegrationRuntime -WorkspaceName syn-publish -Name ir-syn).Description | Should -BeExactly 'one'
        Set-Content (Join-Path $own 'integrationRuntime/ir-syn.json') `
            '{ "name": "ir-syn", "properties": { "type": "SelfHosted", "description": "two" } }'
        $found = @(Publish-AzIntegrationRuntime $own -WorkspaceName syn-publish)
        ($found | Where-Object Name -EQ 'ir-syn').Changes | Should -Be "properties.description: 'one' -> 'two'"
        (Publish-AzIntegrationRuntime $own -WorkspaceName syn-publish).Outcome | Select-Object -Unique |
            Should -BeExactly 'Unchanged'
        $null = Publish-AzIntegrationRuntime $own -WorkspaceName syn-publish -Prune -Force
        @(Get-AzSynapseIntegrationRuntime -WorkspaceName syn-publish).Name | Should -Contain 'ir-syn'
    }

    It 'brings back what Export- wrote' {
        $null = New-TestFactory 'adf-copy'
        $exported = Join-Path $TestDrive 'exported'
        $null = Export-AzIntegrationRuntime $exported -DataFactoryName adf-prod -Name 'AzureIR', 'ir-west'
        (Publish-AzIntegrationRuntime $exported -DataFactoryName adf-copy).Outcome | Should -Be 'Done', 'Done'
        Compare-AzIntegrationRuntime $exported -DataFactoryName adf-copy | Should -BeNullOrEmpty
    }
}
