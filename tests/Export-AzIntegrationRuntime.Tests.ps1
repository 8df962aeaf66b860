BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $files = . $PSScriptRoot/fixtures/desired.ps1 -Folder $TestDrive
}

AfterAll { Stop-TestEmulator }

Describe 'Export-AzIntegrationRuntime' {
    BeforeEach { Clear-SentRequest }

    It 'writes the files of Studio to a new folder, and changes no byte the second time' {
        $folder = Join-Path $TestDrive 'new'
        $written = @(Export-AzIntegrationRuntime $folder -DataFactoryName adf-prod)
        $written | ForEach-Object { $_.GetType().FullName } | Select-Object -Unique |
            Should -BeExactly 'AzIntegrationRuntime.ExportedFile'
        $written.Name | Sort-Object | Should -Be 'AzureIR', 'ir-west', 'SharedIR'
        $written.Action | Select-Object -Unique | Should -BeExactly 'Create'
        $written.Written | Should -Not -Contain $false
        $west = Join-Path $folder 'integrationRuntime/ir-west.json'
        ($written | Where-Object Name -EQ 'ir-west').File | Should -Be $west
        [IO.File]::ReadAllText($west) | Should -BeExactly (
            "{`n`t`"name`": `"ir-west`",`n`t`"properties`": {`n`t`t`"type`": `"SelfHosted`",`n`t`t" +
            "`"description`": `"West`"`n`t}`n}")
        $shared = [IO.File]::ReadAllText((Join-Path $folder 'integrationRuntime/SharedIR.json'))
        # But for the casing of the id, which is that of the link.
        $shared | Should -Be (
            [IO.File]::ReadAllText("$files/factory/integrationRuntime/SharedIR.json").TrimEnd())
        Get-SentRequest | Should -Not -BeLike 'PUT*'
        ($written | Format-Table | Out-String -Width 120) | Should -Match 'Action +Name +Written +Changes'

        Compare-AzIntegrationRuntime $folder -DataFactoryName adf-prod | Should -BeNullOrEmpty
        $time = (Get-Item $west).LastWriteTimeUtc
        $again = @(Export-AzIntegrationRuntime "$folder/integrationRuntime" -DataFactoryName adf-prod)
        $again.Action | Select-Object -Unique | Should -BeExactly 'NoChange'
        (Get-Item $west).LastWriteTimeUtc | Should -Be $time
    }

    It 'keeps the bytes of the users'' files that mean the same' {
        $folder = "$files/factory/integrationRuntime"
        $before = Get-ChildItem $folder | Get-FileHash
        (Get-AzDataFactoryV2 rg adf-prod | Export-AzIntegrationRuntime -Path $folder).Written |
            Should -Not -Contain $true
        (Get-ChildItem $folder | Get-FileHash).Hash | Should -Be $before.Hash
    }

    It 'asks before it overwrites files: <Answer>' -ForEach @(
        @{ Answer = 'Yes'; Wanted = 'West' }
        @{ Answer = 'No'; Wanted = 'East' }
    ) {
        $folder = Join-Path $TestDrive "asked-$Answer"
        $null = New-Item -ItemType Directory -Path (Join-Path $folder 'integrationRuntime')
        $west = Join-Path $folder 'integrationRuntime/ir-west.json'
        Set-Content $west '{ "name": "ir-west", "properties": { "type": "SelfHosted", "description": "East" } }'
        $result = Invoke-Answered "Export-AzIntegrationRuntime '$folder' -DataFactoryName adf-prod -Name ir-*" `
            -Answer $Answer
        $result.Errors | Should -BeNullOrEmpty
        $result.Asked[0] | Should -BeLike "These files differ from what is live:*'East' -> 'West'*Overwrite them?*"
        (Get-Content $west -Raw | ConvertFrom-Json).properties.description | Should -BeExactly $Wanted
    }

    It 'writes nothing with -WhatIf, and everything with -Force' {
        $folder = Join-Path $TestDrive 'whatif'
        $planned = @(Export-AzIntegrationRuntime $folder -DataFactoryName adf-prod -Name 'ir-west' -WhatIf)
        $planned.Action | Should -BeExactly 'Create'
        $planned.Written | Should -BeFalse
        Test-Path $folder | Should -BeFalse
        $null = New-Item -ItemType Directory -Path (Join-Path $folder 'integrationRuntime')
        Set-Content (Join-Path $folder 'integrationRuntime/ir-west.json') `
            '{ "name": "ir-west", "properties": { "type": "SelfHosted" } }'
        $result = Invoke-Answered "Export-AzIntegrationRuntime '$folder' -DataFactoryName adf-prod -Name ir-* -Force"
        $result.Asked | Should -BeNullOrEmpty
        $result.Output[0].Changes | Should -Be "properties.description: (none) -> 'West'"
        $result.Output[0].Written | Should -BeTrue
    }

    It 'leaves files that cannot be read, and says so at the end' {
        $folder = Join-Path $TestDrive 'broken'
        $null = New-Item -ItemType Directory -Path (Join-Path $folder 'integrationRuntime')
        Set-Content (Join-Path $folder 'integrationRuntime/ir-west.json') '<<<<<<< HEAD'
        $records = Get-Refusal { Export-AzIntegrationRuntime $folder -DataFactoryName adf-prod | Out-Null }
        $records[-1].FullyQualifiedErrorId | Should -BeLike 'NotExported,*'
        $records[-1].Exception.Message | Should -BeLike '1 of 3*ir-west*not valid JSON (line 1*'
        Get-Content (Join-Path $folder 'integrationRuntime/ir-west.json') | Should -Be '<<<<<<< HEAD'
        Test-Path (Join-Path $folder 'integrationRuntime/SharedIR.json') | Should -BeTrue
    }

    It 'exports a workspace' {
        $null = New-TestWorkspace 'syn-export'
        $null = New-TestSynapseRuntime 'syn-export' 'ir-local'
        $folder = Join-Path $TestDrive 'workspace'
        (Export-AzIntegrationRuntime $folder -WorkspaceName syn-export).Name | Should -Contain 'ir-local'
        Compare-AzIntegrationRuntime $folder -WorkspaceName syn-export | Should -BeNullOrEmpty
    }

    It 'refuses what it cannot export: <Name>' -ForEach @(
        @{ Name = 'a name that is not live'; Wanted = "*'ir-none' does not exist in data factory 'adf-prod'*"
            Call = { Export-AzIntegrationRuntime "$TestDrive/x" -DataFactoryName adf-prod -Name ir-none } }
        @{ Name = 'a file as path'; Wanted = "*mapping.json' is a file.*"
            Call = { Export-AzIntegrationRuntime "$files/mapping.json" -DataFactoryName adf-prod } }
    ) {
        $records = Get-Refusal $Call
        $records | Should -HaveCount 1
        $records[0].Exception.Message | Should -BeLike $Wanted
    }
}
