# Secrets in the files, objects and addresses that the cmdlets for fleets, shares and definitions read and write.

BeforeAll {
    . $PSScriptRoot/common.ps1
    . $PSScriptRoot/lib/everything.ps1
    $places = Join-Path $TestDrive 'temp'
    $null = New-Item -ItemType Directory -Path $places
    # What anything of this process puts into the temporary folder is looked at.
    $saved = @{ TMPDIR = $env:TMPDIR; TEMP = $env:TEMP; TMP = $env:TMP }
    $env:TMPDIR = $env:TEMP = $env:TMP = $places
    $traffic = Join-Path $TestDrive 'traffic.jsonl'
    $state = Join-Path $TestDrive 'state.json'
    Reset-TestProcess
    $global:TestEmulator = Start-AzIntegrationRuntimeEmulator -TrafficPath $traffic -StatePath $state `
        -WarningAction SilentlyContinue
    $null = New-AzResourceGroup rg eastus
    $files = . $PSScriptRoot/fixtures/desired.ps1 -Folder $TestDrive
    $keys = @(foreach ($pair in @('adf-hub', 'ir-hub'), @('adf-prod', 'ir-west')) {
            $own = Get-AzDataFactoryV2IntegrationRuntimeKey rg $pair[0] $pair[1]
            $own.AuthKey1, $own.AuthKey2
        })
    $loud = '$VerbosePreference = "Continue"; $DebugPreference = "Continue"; $InformationPreference = "Continue"; '

    function Find-Secret {
        # What a text has of what was planted, of tokens and of keys, with what stands before and behind it.
        param([string]$Text, [string[]]$More)

        $patterns = @('planted-', 'eyJ[A-Za-z0-9_-]{20,}\.', [regex]::Escape($script:OwnerSecret)) + $More +
            @($keys | ForEach-Object { [regex]::Escape($_.Split('@')[-1]) })
        foreach ($pattern in $patterns | Where-Object { $_ }) {
            [regex]::Matches($Text, "(?s).{0,60}(?:$pattern).{0,60}") | ForEach-Object { $_.Value }
        }
    }

    function Assert-NoSecret {
        # Nothing that can be read of a run, and no file in these folders, has what was planted, a key or a token.
        param($Result, [string[]]$Folder = @(), [switch]$Quiet)

        if (-not $Quiet) { $Result.Debug.Count | Should -BeGreaterThan 0 -Because 'there must be something to search' }
        $all = @(Get-Everything $Result -WithOutput)
        foreach ($file in @($Folder) + $places | Get-ChildItem -Recurse -File -Force) {
            $all += Get-OpenFileText $file.FullName
        }
        # The path of a webhook is a secret to all but its host, which writes the traffic file.
        Find-Secret ($all -join "`n") -More 'hookmark' | Should -BeNullOrEmpty
    }
}

AfterAll {
    Stop-TestEmulator
    foreach ($name in $saved.Keys) { Set-Item -Path "Env:$name" -Value $saved[$name] }
}

Describe 'The address of a webhook' {
    BeforeAll {
        $snapshot = Join-Path $TestDrive 'fleet.json'
        $null = Test-AzIntegrationRuntimeFleet -Snapshot $snapshot -WarningAction SilentlyContinue
        $endpoint = $global:TestEmulator.Endpoint.TrimEnd('/')
    }

    AfterEach { Clear-Fault }

    It 'is in no stream, file or error: <Name>' -ForEach @(
        @{ Name = 'posted'; Status = 200; Headers = @{} }
        @{ Name = 'refused'; Status = 410; Headers = @{} }
        @{ Name = 'failed'; Status = 500; Headers = @{} }
        @{ Name = 'redirected to another host'; Status = 307
            Headers = @{ Location = 'https://elsewhere.example/hookmark-location' } }
    ) {
        $body = '{"error":{"code":"No","message":"hookmark-answer"}}'
        Add-Fault @{ method = 'POST'; path = '/hook/'; status = $Status; times = 9; body = $body
            headers = $Headers }
        $out = Join-Path $TestDrive "hook $Name"
        $null = New-Item -ItemType Directory -Path $out
        foreach ($kind in 'text', 'secret') {
            $address = "$endpoint/hook/hookmark-path?sig=planted-signature"
            if ($kind -eq 'secret') { $address = ConvertTo-SecureString $address -AsPlainText -Force }
            $command = 'param($Snapshot, $Address, $Folder) ' + $loud +
                'Test-AzIntegrationRuntimeFleet -FromSnapshot $Snapshot -Webhook $Address -ReportPath ' +
                '"$Folder/a.html", "$Folder/a.json", "$Folder/a.md", "$Folder/a.csv", "$Folder/a.sarif", ' +
                '"$Folder/a.xml"'
            $result = Invoke-Answered $command -Argument @{ Snapshot = $snapshot; Address = $address; Folder = $out }
            Assert-NoSecret $result $out -Quiet
            $problem = "$($result.Errors)$($result.Thrown)"
            if ($Status -ge 300) { $problem | Should -Match "webhook at '127\.0\.0\.1' was not posted" }
        }
        @(Get-SentRequest -Whole | Where-Object { $_.url -like '*elsewhere*' }) | Should -BeNullOrEmpty
    }

    It 'is not in the job that runs the survey, nor in a transcript' {
        $address = ConvertTo-SecureString "$endpoint/hook/hookmark-path" -AsPlainText -Force
        $path = Join-Path $TestDrive 'transcript.txt'
        $null = Start-Transcript -Path $path
        try {
            $null = Test-AzIntegrationRuntimeFleet -FromSnapshot $snapshot -Webhook $address -Verbose -Debug `
                -ErrorAction SilentlyContinue -WarningAction SilentlyContinue 4>&1 5>&1
        } finally {
            $null = Stop-Transcript
        }
        Get-OpenFileText $path | Should -Not -Match 'hookmark'
        Get-OpenFileText $snapshot | Should -Not -Match 'hookmark'
    }
}

Describe 'The secrets of definitions' {
    BeforeAll {
        # Live: a catalog's password, a script's address, a license key. Data Factory answers them masked; a plain text
        # that it does not know to be secret is answered as it is.
        $id = "/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/Microsoft.DataFactory/factories/" +
            'adf-prod/integrationRuntimes'
        $secure = { param($Text) @{ type = 'SecureString'; value = $Text } }
        $live = @{ type = 'Managed'; typeProperties = @{
                computeProperties = @{ location = 'East US'; nodeSize = 'Standard_D4_v3'; numberOfNodes = 1 }
                ssisProperties    = @{
                    encryptedCredential         = 'planted-live-credential'
                    catalogInfo                 = @{ catalogServerEndpoint = 's'; catalogAdminUserName = 'u'
                        catalogAdminPassword = & $secure 'planted-live-catalog' }
                    customSetupScriptProperties = @{ blobContainerUri = 'https://store.example/setup'
                        sasToken = & $secure 'planted-live-sas' }
                } } }
        $null = Invoke-ResourceManager PUT "$id/ir-ssis?api-version=2018-06-01" @{ properties = $live }
        $folder = Join-Path $TestDrive 'definitions'
        $null = New-Item -ItemType Directory -Path (Join-Path $folder 'integrationRuntime')
        $own = @{ name = 'ir-ssis'; properties = @{ type = 'Managed'; description = 'changed'; typeProperties = @{
                    computeProperties = @{ location = 'East US'; nodeSize = 'Standard_D4_v3'; numberOfNodes = 2 }
                    ssisProperties    = @{
                        encryptedCredential         = 'planted-file-credential'
                        catalogInfo                 = @{ catalogServerEndpoint = 's'; catalogAdminUserName = 'u'
                            catalogAdminPassword = & $secure 'planted-file-catalog' }
                        customSetupScriptProperties = @{ blobContainerUri = 'https://store.example/setup'
                            sasToken = & $secure 'planted-file-sas' }
                        expressCustomSetupProperties = @(@{ type = 'ComponentSetup'; typeProperties = @{
                                    componentName = 'c'; licenseKey = & $secure 'planted-file-license' } })
                    } } } }
        $file = Join-Path $folder 'integrationRuntime/ir-ssis.json'
        [IO.File]::WriteAllText($file, ($own | ConvertTo-Json -Depth 12))
    }

    It 'are not in what <Name> shows' -ForEach @(
        @{ Name = 'Compare-AzIntegrationRuntime'
            Text = 'Compare-AzIntegrationRuntime $Folder -DataFactoryName adf-prod' }
        @{ Name = 'Publish- with -WhatIf'
            Text = 'Publish-AzIntegrationRuntime $Folder -DataFactoryName adf-prod -WhatIf' }
        @{ Name = 'Publish-'; Text = 'Publish-AzIntegrationRuntime $Folder -DataFactoryName adf-prod -Force' }
        @{ Name = 'the deployment guard'
            Text = 'Test-AzIntegrationRuntimeDeployment $Folder -DataFactoryName adf-prod' }
        @{ Name = 'Set- with -Property and -WhatIf'
            Text = 'Set-AzDataFactoryV2IntegrationRuntime rg adf-prod ir-west -Property @{ encryptedCredential = ' +
                '("plan" + "ted-property"); list = @(@{ sasToken = ("plan" + "ted-property") }) } -WhatIf' }
    ) {
        $result = Invoke-Answered ('param($Folder) ' + $loud + $Text) -Answer 'Yes', 'Yes' -Argument @{
            Folder = $folder }
        Assert-NoSecret $result
    }

    It 'are not in the files that Export- writes' {
        $out = Join-Path $TestDrive 'exported'
        $result = Invoke-Answered ('param($Folder) ' + $loud +
            'Export-AzIntegrationRuntime $Folder -DataFactoryName adf-prod -Force') -Argument @{ Folder = $out }
        $result.Errors | Should -BeNullOrEmpty
        @(Get-ChildItem -LiteralPath $out -Recurse -File).Count | Should -BeGreaterThan 3
        Assert-NoSecret $result $out
    }

    It 'of parameters are not in what the guard says: <Name>' -ForEach @(
        @{ Name = 'a SecureString of the object' }
        @{ Name = 'a default of a secureString' }
        @{ Name = 'a value of a secureString in the file' }
        @{ Name = 'a reference to a key vault' }
    ) {
        $template = @{
            '$schema' = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#'
            contentVersion = '1.0.0.0'
            parameters = @{ own = @{ type = 'secureString'; defaultValue = 'planted-default' } }
            resources = @(@{ name = 'adf-prod/ir-west'; apiVersion = '2018-06-01'
                    type = 'Microsoft.DataFactory/factories/integrationRuntimes'
                    properties = @{ type = 'SelfHosted'; description = "[concat(parameters('own'), '-x')]" } })
        }
        $given = @{ parameters = @{ own = @{ value = 'planted-given' } } }
        $argument = @{}
        if ($Name -eq 'a reference to a key vault') {
            $template.parameters.own = @{ type = 'string' }
            $given.parameters.own = @{ reference = @{ secretName = 's'; keyVault = @{ id = '/planted/kv' } } }
        }
        $path = Join-Path $TestDrive 'secret-template.json'
        [IO.File]::WriteAllText($path, ($template | ConvertTo-Json -Depth 9))
        $argument.Path = $path
        $argument.Given = Join-Path $TestDrive 'secret-parameters.json'
        [IO.File]::WriteAllText($argument.Given, ($given | ConvertTo-Json -Depth 9))
        $argument.Object = @{ own = ConvertTo-SecureString 'planted-object' -AsPlainText -Force }
        $more = switch -Wildcard ($Name) {
            '*of the object' { '-TemplateParameterObject $Object' }
            '*default*' { '' }
            default { '-TemplateParameterFile $Given' }
        }
        $result = Invoke-Answered ('param($Path, $Given, $Object) ' + $loud +
            "Test-AzIntegrationRuntimeDeployment `$Path -DataFactoryName adf-prod -ResourceGroupName rg $more") `
            -Argument $argument
        Assert-NoSecret $result
        "$($result.Output | Format-List * | Out-String -Width 4096)$($result.Errors)$($result.Thrown)" |
            Should -Match 'own' -Because 'the parameter is named'
    }
}

Describe 'The secrets of fleets and shares' {
    It 'are in no stream and no file of <Name>' -ForEach @(
        @{ Name = 'a survey'; Text = 'Test-AzIntegrationRuntimeFleet -Snapshot "$Folder/s.json" -ReportPath ' +
                '"$Folder/s.html", "$Folder/s2.json", "$Folder/s.md", "$Folder/s.csv", "$Folder/s.sarif", ' +
                '"$Folder/s.xml"' }
        @{ Name = 'a topology'; Text = 'foreach ($form in "html", "svg", "dot", "mmd") { ' +
                'Export-AzIntegrationRuntimeTopology "$Folder/t.$form" }' }
        @{ Name = 'the inventory'; Text = 'Get-AzIntegrationRuntime -Status; Get-AzIntegrationRuntimeNode' }
        @{ Name = 'a share'
            Text = 'New-AzIntegrationRuntimeShare -ResourceId $Id -With adf-prod -Name ir-again -Force' }
        @{ Name = 'the shares'; Text = 'Get-AzIntegrationRuntimeShare -ResourceId $Id' }
        @{ Name = 'a repair'; Text = 'Repair-AzIntegrationRuntimeShare -ResourceId $Id -Force' }
        @{ Name = 'the end of a share'
            Text = 'Remove-AzIntegrationRuntimeShare -ResourceId $Id -With adf-prod -Name ir-again -Force' }
        @{ Name = 'the prerequisites'; Text = 'Test-AzIntegrationRuntimePrerequisite -DataFactoryName adf-prod ' +
                '-ResourceGroupName rg' }
    ) {
        $out = Join-Path $TestDrive "out $Name"
        $null = New-Item -ItemType Directory -Path $out
        $id = (Get-AzDataFactoryV2IntegrationRuntime rg adf-hub ir-hub).Id
        $result = Invoke-Answered ('param($Folder, $Id) ' + $loud + $Text) -Argument @{ Folder = $out; Id = $id }
        Assert-NoSecret $result $out -Quiet
    }

    It 'are not in the traffic file, and of the state file only its owner sees them' {
        $text = Get-OpenFileText $traffic
        $text | Should -Match 'listAuthKeys'
        Find-Secret $text | Should -BeNullOrEmpty
        # The emulator has to have the keys again after a restart; what a sign-in or a caller sent it does not keep.
        $text = Get-OpenFileText $state
        $text | Should -Not -Match 'planted-path|planted-object|eyJ[A-Za-z0-9_-]{20,}\.'
        if (-not $IsWindows) {
            $mode = & stat -c '%a' $state 2>$null
            if ($mode) { $mode | Should -Be '600' }
        }
    }
}
