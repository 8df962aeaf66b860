BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $files = . $PSScriptRoot/fixtures/desired.ps1 -Folder $TestDrive
    $template = @{
        Path                    = Join-Path $files 'template/ARMTemplateForFactory.json'
        ParameterFile           = Join-Path $files 'template/ARMTemplateParametersForFactory.json'
        ResourceGroupName       = 'rg'
        DataFactoryName         = 'adf-prod'
        TemplateParameterObject = @{
            'sql-west_connectionString' = (ConvertTo-SecureString planted -AsPlainText -Force)
        }
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Compare-AzIntegrationRuntime' {
    BeforeEach { Clear-SentRequest }

    It 'writes nothing where nothing differs: <Name>' -ForEach @(
        @{ Name = 'a Git folder'; Call = { Compare-AzIntegrationRuntime "$files/factory" -DataFactoryName adf-prod } }
        @{ Name = 'a template'; Call = { Compare-AzIntegrationRuntime @template } }
        @{ Name = 'by the id'; Call = {
                $id = (Get-AzDataFactoryV2 rg adf-prod).DataFactoryId
                Compare-AzIntegrationRuntime -Path "$files/factory/integrationRuntime" -ResourceId $id
            } }
        @{ Name = 'from the pipeline'; Call = {
                Get-AzDataFactoryV2 rg adf-prod | Compare-AzIntegrationRuntime -TemplateFile "$files/factory"
            } }
        @{ Name = 'a path below the location'; Call = {
                Push-Location $files
                try { Compare-AzIntegrationRuntime ./factory -ResourceGroupName rg -DataFactoryName adf-prod }
                finally { Pop-Location }
            } }
    ) {
        & $Call | Should -BeNullOrEmpty
        # A list, and the data factory itself.
        Get-SentRequest | Select-Object -Last 2 | Sort-Object |
            Should -Be 'GET /factories/adf-prod', 'GET /factories/adf-prod/integrationRuntimes'
    }

    It 'writes an object for each difference' {
        $folder = Join-Path $TestDrive 'changed'
        Copy-Item -LiteralPath (Join-Path $files 'factory') -Destination $folder -Recurse
        Set-Content (Join-Path $folder 'integrationRuntime/SharedIR.json') `
            '{ "name": "SharedIR", "properties": { "type": "SelfHosted", "typeProperties": {} } }'
        Set-Content (Join-Path $folder 'integrationRuntime/ir-west.json') `
            '{ "name": "ir-west", "properties": { "type": "SelfHosted", "description": "East" } }'
        $found = @(Compare-AzIntegrationRuntime $folder -DataFactoryName adf-prod)
        $found.Name | Should -Be 'SharedIR', 'ir-west'
        $found[0].GetType().FullName | Should -BeExactly 'AzIntegrationRuntime.Difference'
        $found[0].Severity | Should -BeExactly 'Destructive'
        $found[0].Member | Should -BeExactly 'properties.typeProperties.linkedInfo'
        $found[0].InFile | Should -BeNullOrEmpty
        $found[0].Live | Should -BeLike '*adf-hub*'
        $found[0].LinkedServices | Should -Be 'files-hub'
        $found[0].Fix | Should -BeLike '*"linkedInfo"*ir-hub*'
        $found[0].File | Should -BeLike '*SharedIR.json'
        $found[0].Id | Should -BeLike '*/factories/adf-prod/integrationruntimes/SharedIR'
        $found[1].Severity | Should -BeExactly 'Difference'
        $found[1].InFile, $found[1].Live | Should -BeExactly 'East', 'West'
        ($found | Format-Table | Out-String -Width 160) | Should -Match '(?s)Severity +Name +Member.*SharedIR'

        # The command of the fix ends the difference.
        $null = & ([scriptblock]::Create(($found[1].Fix -replace '^.*: (?=Set-Az)') + ' -Force'))
        @(Compare-AzIntegrationRuntime $folder -DataFactoryName adf-prod).Name | Should -Be 'SharedIR'
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-prod ir-west -Description West -Force
    }

    It 'ends with an error after all objects where that is asked for: <Threshold>' -ForEach @(
        @{ Threshold = 'Any'; Stops = $true }
        @{ Threshold = 'Destructive'; Stops = $false }
    ) {
        $folder = Join-Path $TestDrive "asked-$Threshold"
        Copy-Item -LiteralPath (Join-Path $files 'factory') -Destination $folder -Recurse
        Remove-Item (Join-Path $folder 'integrationRuntime/ir-west.json')
        $written = [Collections.ArrayList]::new()
        $records = Get-Refusal {
            Compare-AzIntegrationRuntime $folder -DataFactoryName adf-prod -ErrorOnDifference $Threshold |
                ForEach-Object { $null = $written.Add($_) }
        }
        $written.Name | Should -Be 'ir-west'
        if ($Stops) {
            $records[-1].FullyQualifiedErrorId | Should -BeLike 'DifferenceFound,*'
            $records[-1].Exception.Message | Should -BeLike '1 of 1 differences*ir-west*'
        } else {
            $records | Should -BeNullOrEmpty
        }
    }

    It 'writes reports, also where the command ends with an error' {
        $folder = Join-Path $TestDrive 'reported'
        Copy-Item -LiteralPath (Join-Path $files 'factory') -Destination $folder -Recurse
        Set-Content (Join-Path $folder 'integrationRuntime/ir-west.json') `
            '{ "name": "ir-west", "properties": { "type": "SelfHosted", "description": "East" } }'
        Push-Location $TestDrive
        try {
            $records = Get-Refusal {
                $null = Compare-AzIntegrationRuntime $folder -DataFactoryName adf-prod -ErrorOnDifference Any `
                    -ReportPath './drift.xml', './drift.sarif', './drift.html'
            }
        } finally { Pop-Location }
        $records[-1].Exception.Message | Should -BeLike '*Reports: *drift.xml*'
        $suite = ([xml][IO.File]::ReadAllText("$TestDrive/drift.xml")).testsuites
        $suite.failures | Should -Be '1'
        $suite.tests | Should -Be '3'
        $log = [IO.File]::ReadAllText("$TestDrive/drift.sarif") | ConvertFrom-Json
        $log.runs[0].results[0].ruleId | Should -BeExactly 'Difference'
        $log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri |
            Should -BeLike '*integrationRuntime/ir-west.json'
        [IO.File]::ReadAllText("$TestDrive/drift.html") | Should -BeLike '*Drift of data factory*'
    }

    It 'writes no report over a file that it reads, over another file, or over that of another data factory' {
        $folder = Join-Path $TestDrive 'kept'
        Copy-Item -LiteralPath (Join-Path $files 'factory') -Destination $folder -Recurse
        $definition = Join-Path $folder 'integrationRuntime/ir-west.json'
        $before = [IO.File]::ReadAllText($definition)
        $mapping = Join-Path $TestDrive 'kept-mapping.json'
        Set-Content -LiteralPath $mapping -Value '{ "prod": {} }'
        $notes = Join-Path $TestDrive 'kept.md'
        Set-Content -LiteralPath $notes -Value '# Notes'
        foreach ($case in @(
                @{ Path = $definition; Message = '*ir-west.json'' of -ReportPath is not a report of a comparison*' }
                @{ Path = $notes; Message = '*kept.md'' of -ReportPath is not a report of a comp*would be lost*' }
                @{ Path = $mapping; Message = '*-ReportPath and -Mapping name the same file*' }
                @{ Path = "$TestDrive/one.csv", "$TestDrive/one.csv"; Message = '*twice*' })) {
            (Get-Refusal {
                $null = Compare-AzIntegrationRuntime $folder -DataFactoryName adf-prod -Mapping $mapping `
                    -ReportPath $case.Path
            }).Exception.Message | Should -BeLike $case.Message
        }
        [IO.File]::ReadAllText($definition) | Should -BeExactly $before
        (Get-Content -LiteralPath $notes) | Should -BeExactly '# Notes'
        $report = Join-Path $TestDrive 'again.md'
        foreach ($run in 1, 2) {
            $null = Compare-AzIntegrationRuntime $folder -DataFactoryName adf-prod -ReportPath $report
            (Get-Content -LiteralPath $report)[0] | Should -BeLike '# Drift of data factory*'
        }
        $factory = Get-AzDataFactoryV2 | Where-Object DataFactoryName -EQ 'adf-prod'
        (Get-Refusal {
            $null = $factory, $factory | Compare-AzIntegrationRuntime $folder -ReportPath "$TestDrive/two.csv"
        })[-1].Exception.Message | Should -BeLike '-ReportPath is for one data factory or workspace*'
    }

    It 'has lists that are one text in a CSV file' {
        $folder = Join-Path $TestDrive 'csv'
        Copy-Item -LiteralPath (Join-Path $files 'factory') -Destination $folder -Recurse
        Set-Content (Join-Path $folder 'integrationRuntime/SharedIR.json') `
            '{ "name": "SharedIR", "properties": { "type": "SelfHosted" } }'
        $found = Compare-AzIntegrationRuntime $folder -DataFactoryName adf-prod
        ($found | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv).LinkedServices | Should -BeExactly 'files-hub'
        $found.LinkedServices -contains 'files-hub' | Should -BeTrue
        ($found | ConvertTo-Json | ConvertFrom-Json).LinkedServices | Should -Be 'files-hub'
    }

    It 'compares another environment by a mapping file' {
        # The files of production, compared with the data factory that has the nodes.
        $found = @(Compare-AzIntegrationRuntime "$files/factory" -ResourceGroupName rg -DataFactoryName adf-hub `
                -Mapping "$files/mapping.json" -Environment prod)
        $found.Name | Should -Be 'ir-west'
        $found[0].Live | Should -BeNullOrEmpty
        (Get-Refusal {
                Compare-AzIntegrationRuntime "$files/factory" -DataFactoryName adf-hub -Mapping "$files/mapping.json"
            }).Exception.Message | Should -BeLike "*environments 'dev', 'prod'. Choose one with -Environment."
    }

    It 'says which parameter is missing, and which file beside the template has it' {
        $found = @(Compare-AzIntegrationRuntime -Path "$files/template" -DataFactoryName adf-prod `
                -TemplateParameterObject @{ factoryName = 'adf-prod' })
        $found.Severity | Should -Be 'NotCompared'
        $found[0].Message | Should -BeLike "*'SharedIR_properties_typeProperties_linkedInfo_resourceId' has no value*"
        $records = Get-Refusal { Compare-AzIntegrationRuntime -Path "$files/template" -DataFactoryName adf-prod }
        $records[0].Exception.Message | Should -BeLike "*deploys to data factory 'adf-dev', not to*'adf-prod'*"
    }

    It 'compares the live service of a data factory in Git mode, and says so' {
        $id = (Get-AzDataFactoryV2 rg adf-prod).DataFactoryId
        $null = Invoke-ResourceManager PUT "${id}?api-version=2018-06-01" @{
            location   = 'eastus'
            identity   = @{ type = 'SystemAssigned' }
            properties = @{ repoConfiguration = @{
                    type = 'FactoryGitHubConfiguration'; accountName = 'contoso'; repositoryName = 'adf-files'
                    collaborationBranch = 'main'; rootFolder = '/'
                } }
        }
        Compare-AzIntegrationRuntime "$files/factory" -DataFactoryName adf-prod -WarningVariable warnings `
            -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -BeLike "*Git repository 'adf-files' (branch 'main')*"
    }

    It 'compares a workspace' {
        $null = New-TestWorkspace 'syn-prod'
        $found = @(Compare-AzIntegrationRuntime "$files/workspace" -WorkspaceName syn-prod `
                -TemplateParameterObject @{ workspaceName = 'syn-prod' })
        $found.Name | Should -Be 'ir-local'
        $found[0].Fix | Should -BeLike 'Set-AzSynapseIntegrationRuntime*'
        $null = & ([scriptblock]::Create("$($found[0].Fix) -Force"))
        Compare-AzIntegrationRuntime "$files/workspace" -WorkspaceName syn-prod `
            -TemplateParameterObject @{ workspaceName = 'syn-prod' } | Should -BeNullOrEmpty
    }

    It 'refuses what it cannot compare: <Name>' -ForEach @(
        @{ Name = 'no such path'; Wanted = "*none' does not exist."
            Call = { Compare-AzIntegrationRuntime "$files/none" -DataFactoryName adf-prod } }
        @{ Name = 'no such factory'; Wanted = "*'adf-none'*"
            Call = { Compare-AzIntegrationRuntime "$files/factory" -DataFactoryName adf-none } }
        @{ Name = 'a Purview account'; Wanted = 'Purview has no Git integration*'
            Call = { Get-AzPurviewAccount | Compare-AzIntegrationRuntime "$files/factory" } }
        @{ Name = 'an environment alone'; Wanted = '*give -Mapping too.'
            Call = { Compare-AzIntegrationRuntime "$files/factory" -DataFactoryName adf-prod -Environment x } }
    ) {
        $records = Get-Refusal $Call
        $records | Should -HaveCount 1
        $records[0].Exception.Message | Should -BeLike $Wanted
    }
}
