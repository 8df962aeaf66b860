BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $files = . $PSScriptRoot/fixtures/desired.ps1 -Folder $TestDrive
    # Linked templates are exported with a self-hosted integration runtime in place of the link.
    $release = @{
        ResourceGroupName     = 'rg'
        TemplateFile          = Join-Path $files 'template/linkedTemplates/ArmTemplate_master.json'
        TemplateParameterFile = Join-Path $files 'template/linkedTemplates/ArmTemplateParameters_master.json'
    }

    function Invoke-Guard {
        # What the guard writes, and the error that it ends with.
        param([hashtable]$More = @{})
        $written = [Collections.ArrayList]::new()
        $records = Get-Refusal {
            Test-AzIntegrationRuntimeDeployment @release @More | ForEach-Object { $null = $written.Add($_) }
        }
        [pscustomobject]@{ Written = @($written); Records = @($records) }
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Test-AzIntegrationRuntimeDeployment' {
    BeforeEach { Clear-SentRequest }

    It 'stops a deployment that takes a link away, and says whom it hurts' {
        $guard = Invoke-Guard
        $guard.Written.Name | Should -Be 'SharedIR'
        $effect = $guard.Written[0]
        $effect.GetType().FullName | Should -BeExactly 'AzIntegrationRuntime.DeploymentEffect'
        $effect.Action | Should -BeExactly 'ReplaceLinked'
        $effect.Destructive | Should -BeTrue
        $effect.Allowed | Should -BeFalse
        $effect.LinkedServices | Should -Be 'files-hub'
        $effect.OnlineNodes | Should -Be 'hub-1'
        $effect.File | Should -BeLike '*ArmTemplate_0.json'
        $effect.Line | Should -Be 14
        $effect.Fix | Should -BeLike '*shows the text to add: Compare-AzIntegrationRuntime -Path *'
        $difference = & ([scriptblock]::Create(($effect.Fix -replace '(?s)^.*: (?=Compare-)')))
        ($difference | Where-Object Severity -EQ Destructive).Fix | Should -Match 'linkedInfo'
        $guard.Records[-1].FullyQualifiedErrorId | Should -BeLike 'DestructiveDeployment,*'
        $guard.Records[-1].Exception.Message |
            Should -BeLike "The deployment to data factory 'adf-prod' destroys what is in use*SharedIR (ReplaceLinked)*"
        ($effect | Format-Table | Out-String -Width 160) | Should -Match '(?s)Action +Name.*ReplaceLinked +SharedIR'
        # Only the status is not a GET, and it counts as a read.
        Get-SentRequest | Where-Object { $_ -notlike 'GET *' -and $_ -notlike 'POST */getStatus' } |
            Should -BeNullOrEmpty
    }

    It 'lets what is allowed pass' {
        $guard = Invoke-Guard @{ Allow = 'Shared*' }
        $guard.Records | Should -BeNullOrEmpty
        $guard.Written[0].Allowed | Should -BeTrue
        (Invoke-Guard @{ Allow = 'ir-*' }).Records | Should -HaveCount 1
    }

    It 'lets a deployment that changes nothing pass' {
        $found = @(Test-AzIntegrationRuntimeDeployment -ResourceGroupName rg -TemplateFile "$files/template" `
                -TemplateParameterFile "$files/template/ARMTemplateParametersForFactory.json" -ErrorAction Stop)
        $found.Action | Should -Be 'NoChange', 'NoChange', 'NoChange'
        @(Test-AzIntegrationRuntimeDeployment "$files/factory" -DataFactoryName adf-prod -ErrorAction Stop).Action |
            Should -Be 'NoChange', 'NoChange', 'NoChange'
    }

    It 'says what goes with <Name>' -ForEach @(
        @{ Name = 'a script that deletes'; More = @{ DeleteUnlisted = $true }; Gone = 'AzureIR', 'ir-west' }
        @{ Name = 'the mode Complete'; More = @{ Mode = 'Complete' }; Gone = 'AzureIR', 'ir-west', 'SharedIR' }
    ) {
        $guard = Invoke-Guard $More
        $removed = @($guard.Written | Where-Object Action -EQ 'Remove')
        $removed.Name | Sort-Object | Should -Be $Gone
        ($removed | Where-Object Name -EQ 'ir-west').LinkedServices | Should -Be 'sql-west'
        ($removed | Where-Object Name -EQ 'ir-west').OnlineNodes | Should -Be 'west-1'
    }

    It 'says who loses a shared integration runtime that becomes a link' {
        $folder = Join-Path $TestDrive 'hub'
        $null = New-Item -ItemType Directory -Path (Join-Path $folder 'integrationRuntime')
        $own = [IO.File]::ReadAllText((Join-Path $files 'factory/integrationRuntime/SharedIR.json'))
        [IO.File]::WriteAllText((Join-Path $folder 'integrationRuntime/ir-hub.json'),
            $own.Replace('"SharedIR"', '"ir-hub"').Replace('integrationruntimes/ir-hub', 'integrationruntimes/ir-x'))
        $written = [Collections.ArrayList]::new()
        $records = Get-Refusal {
            Test-AzIntegrationRuntimeDeployment $folder -DataFactoryName adf-hub |
                ForEach-Object { $null = $written.Add($_) }
        }
        $written[0].Action | Should -BeExactly 'ReplaceShared'
        $written[0].Links | Should -Be 'adf-prod/SharedIR'
        $written[0].OnlineNodes | Should -Be 'hub-1'
        $records | Should -HaveCount 1
    }

    It 'works with the role Reader' {
        $credential = New-Object PSCredential $script:Reader,
            (ConvertTo-SecureString $script:ReaderSecret -AsPlainText -Force)
        $before = Get-AzContext
        try {
            $null = Connect-AzAccount -ServicePrincipal -Credential $credential -Tenant $script:HomeTenant
            $guard = Invoke-Guard
            $guard.Written[0].Action | Should -BeExactly 'ReplaceLinked'
            $guard.Written[0].OnlineNodes | Should -Be 'hub-1'
            $guard.Records | Should -HaveCount 1
        } finally {
            $null = Disconnect-AzAccount
            $null = Set-AzContext -Context $before
        }
    }

    It 'says what could not be read, and does not take it for nothing' {
        $refused = @{ status = 403; body = '{"error":{"code":"AuthorizationFailed","message":"Not allowed."}}' }
        Add-Fault ($refused + @{ method = 'POST'; path = '/getStatus' })
        Add-Fault ($refused + @{ method = 'GET'; path = '/linkedservices' })
        try { $guard = Invoke-Guard } finally { Clear-Fault }
        $guard.Written.Action | Should -Be 'ReplaceLinked', 'Unknown'
        $guard.Written[1].Message | Should -BeLike '*getstatus/read*''Reader''*linkedServices/read*''Reader''*'
        $guard.Written[1].Fix | Should -BeLike 'New-AzRoleAssignment *-RoleDefinitionName ''Reader''*'
        ($guard.Written | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv)[0].LinkedServices |
            Should -BeExactly 'files-hub'
    }

    It 'leaves the width of the console to the message' {
        $text = (Invoke-Guard).Written | Out-String -Width 80
        $lines = @($text -split '\r?\n' | Where-Object { $_ })
        $lines[0] | Should -Match '^Action +Name +Message$'
        ($lines[0].IndexOf('Message')) | Should -BeLessOrEqual 35
        ($text -replace '\s') | Should -BeLike '*Linkedservices:files-hub.*'
    }

    It 'writes a report of test results' {
        $report = Join-Path $TestDrive 'guard.xml'
        $guard = Invoke-Guard @{ ReportPath = $report }
        $guard.Records[-1].Exception.Message | Should -BeLike "*Reports: '$report'."
        $suites = ([xml][IO.File]::ReadAllText($report)).testsuites
        $suites.name | Should -BeExactly "Deployment to data factory 'adf-prod'"
        $suites.testsuite.testcase.failure.type | Should -BeExactly 'Error'
        $records = (Invoke-Guard @{ ReportPath = $report }).Records
        $records[-1].Exception.Message | Should -BeLike "*Reports: '$report'."
        Set-Content -LiteralPath $report -Value '<project />'
        $records = (Invoke-Guard @{ ReportPath = $report }).Records
        $records[0].Exception.Message |
            Should -BeLike "*guard.xml' of -ReportPath is not a report of a deployment check of this form*"
        Get-Content -LiteralPath $report | Should -BeExactly '<project />'
        $records = (Invoke-Guard @{ ReportPath = './guard.pdf' }).Records
        $records[0].Exception.Message | Should -BeLike "*'*guard.pdf' stands for no form of a report*"
    }

    It 'stops in a pipeline, so that what follows is not run: <Way>' -ForEach @(
        @{ Way = 'the preference'; Lines = '$ErrorActionPreference = "Stop"'; Option = '' }
        @{ Way = 'the parameter'; Lines = ''; Option = '-ErrorAction Stop' }
    ) {
        $script = Join-Path $TestDrive 'release.ps1'
        Set-Content $script @"
param([hashtable]`$Release)
$Lines
Test-AzIntegrationRuntimeDeployment @Release $Option | Out-Null
'deployed'
"@
        $said = $null
        $records = Get-Refusal { Set-Variable -Name said -Value (& $script -Release $release) -Scope 1 }
        $said | Should -BeNullOrEmpty
        $records[-1].Exception.Message | Should -BeLike 'The deployment to data factory*'
    }

    It 'refuses a mistake: <Name>' -ForEach @(
        @{ Name = 'the mode Complete of a folder'; Wanted = 'The mode Complete belongs to templates.*'
            Call = { Test-AzIntegrationRuntimeDeployment "$files/factory" -DataFactoryName adf-prod -Mode Complete } }
        @{ Name = 'a folder without a factory'; Wanted = '*does not say which data factory or workspace*'
            Call = { Test-AzIntegrationRuntimeDeployment "$files/factory" -ResourceGroupName rg } }
        @{ Name = 'a template as the parameter file'; Wanted = '*is not a parameter file*'
            Call = {
                Test-AzIntegrationRuntimeDeployment $release.TemplateFile -ResourceGroupName rg `
                    -TemplateParameterFile "$files/factory/integrationRuntime/ir-west.json"
            } }
    ) {
        $records = Get-Refusal $Call
        $records | Should -HaveCount 1
        $records[0].Exception.Message | Should -BeLike $Wanted
        # What could not be judged must not be deployed.
        $caught = $null
        try { $null = & $Call } catch { $caught = $_ }
        $caught.Exception.Message | Should -BeLike $Wanted
    }
}

Describe 'The accident' {
    It 'happens without the guard, and does not happen with it' {
        $template = [IO.File]::ReadAllText((Join-Path $files 'template/linkedTemplates/ArmTemplate_0.json')) |
            ConvertFrom-Json
        $deploy = {
            # What Resource Manager does with a template: it writes each resource as a whole.
            foreach ($resource in $template.resources | Where-Object type -Like '*/integrationRuntimes') {
                $name = $resource.name -replace "^.*'/(.*)'\)\]$", '$1'
                $path = "/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/Microsoft.DataFactory/" +
                    "factories/adf-prod/integrationRuntimes/${name}?api-version=2018-06-01"
                $null = Invoke-ResourceManager PUT $path @{ properties = $resource.properties }
            }
        }
        Clear-SentRequest
        $records = Get-Refusal {
            $null = Test-AzIntegrationRuntimeDeployment @release -ErrorAction Stop
            & $deploy
        }
        $records[-1].Exception.Message | Should -BeLike '*SharedIR (ReplaceLinked)*'
        Get-SentRequest | Where-Object { $_ -like 'PUT *' } | Should -BeNullOrEmpty
        $live = Get-AzDataFactoryV2IntegrationRuntime rg adf-prod SharedIR -Status
        $live.GetType().Name | Should -BeLike 'PSLinked*'

        & $deploy
        $live = Get-AzDataFactoryV2IntegrationRuntime rg adf-prod SharedIR -Status
        $live.GetType().Name | Should -Not -BeLike 'PSLinked*'
        $live.Nodes | Should -BeNullOrEmpty
        $live.State | Should -Not -Be 'Online'
    }
}
