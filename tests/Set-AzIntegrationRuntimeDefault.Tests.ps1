# Defaults of a session and of a folder: Set-, Get- and Clear-AzIntegrationRuntimeDefault.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    foreach ($factory in 'adf-one', 'adf-two') {
        $null = New-TestFactory $factory
        foreach ($name in 'ir-both', "ir-$factory") {
            $null = Set-AzDataFactoryV2IntegrationRuntime rg $factory $name -Type SelfHosted -Force
        }
    }
    $null = New-TestWorkspace 'syn-one'
    $null = Set-AzSynapseIntegrationRuntime -WorkspaceName syn-one -Name ir-syn -Type SelfHosted
    $null = New-TestAccount 'pv-one'
    $other = Get-AzDataFactoryV2IntegrationRuntime rg adf-two ir-both
    $file = '.azintegrationruntime.json'
}

AfterAll {
    Clear-AzIntegrationRuntimeDefault
    Stop-TestEmulator
}

Describe 'Set-AzIntegrationRuntimeDefault' {
    AfterEach { Clear-AzIntegrationRuntimeDefault }

    It 'returns the defaults that are in force' {
        $set = @(Set-AzIntegrationRuntimeDefault -ResourceGroupName rg -DataFactoryName adf-one)
        $set += @(Set-AzIntegrationRuntimeDefault -WorkspaceName syn-one)[1]
        $set.Service | Should -Be 'DataFactory', 'Synapse'
        $set.Parent | Should -Be 'adf-one', 'syn-one'
        $set[0].ResourceGroupName | Should -Be 'rg'
        $set.Source | Should -Be 'Session', 'Session'
        @(Get-AzIntegrationRuntimeDefault).Parent | Should -Be 'adf-one', 'syn-one'
    }

    It 'gives commands the data factory that they do not name' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one
        (Get-AzDataFactoryV2IntegrationRuntime).Name | Sort-Object | Should -Be 'ir-adf-one', 'ir-both'
        (Get-AzDataFactoryV2IntegrationRuntime -Name ir-both).DataFactoryName | Should -Be 'adf-one'
        (Set-AzDataFactoryV2IntegrationRuntime -Name ir-both -Description now -Force).DataFactoryName |
            Should -Be 'adf-one'
        (Get-AzDataFactoryV2IntegrationRuntimeKey -Name ir-both).AuthKey1 | Should -Not -BeNullOrEmpty
    }

    It 'gives commands the workspace that they do not name' {
        $null = Set-AzIntegrationRuntimeDefault -WorkspaceName syn-one
        (Get-AzSynapseIntegrationRuntime -Name ir-syn).WorkspaceName | Should -Be 'syn-one'
    }

    It 'gives another workspace no resource group' {
        $null = Get-AzSynapseWorkspace -Name syn-one | Set-AzIntegrationRuntimeDefault
        $null = Set-AzIntegrationRuntimeDefault -ResourceGroupName rg-else -WorkspaceName syn-else
        (Get-AzSynapseIntegrationRuntime -WorkspaceName syn-one -Name ir-syn).Name | Should -Be 'ir-syn'
        { Get-AzSynapseIntegrationRuntime -Name ir-syn -ErrorAction Stop } | Should -Throw '*rg-else*'
    }

    It 'is one resource: <Name>' -ForEach @(
        @{ Name = 'data factories'; Pipe = { Get-AzDataFactoryV2 } }
        @{ Name = 'runtimes'; Pipe = { Get-AzDataFactoryV2IntegrationRuntime rg adf-one
                Get-AzDataFactoryV2IntegrationRuntime rg adf-two } }
    ) {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one
        { & $Pipe | Set-AzIntegrationRuntimeDefault } |
            Should -Throw "A default is one resource, and there are 'adf-one' and 'adf-two'.*"
        (Get-AzIntegrationRuntimeDefault).Parent | Should -Be 'adf-one'
        # All of one data factory are one default, and nothing is none.
        $null = Get-AzDataFactoryV2IntegrationRuntime rg adf-two | Set-AzIntegrationRuntimeDefault
        (Get-AzIntegrationRuntimeDefault).Parent | Should -Be 'adf-two'
        @() | Set-AzIntegrationRuntimeDefault | Should -BeNullOrEmpty
    }

    It 'loses to each parameter of a command' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one
        (Get-AzDataFactoryV2IntegrationRuntime -DataFactoryName adf-two -Name ir-both).DataFactoryName |
            Should -Be 'adf-two'
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-two ir-both).DataFactoryName | Should -Be 'adf-two'
        (Get-AzDataFactoryV2IntegrationRuntime -ResourceId $other.Id).DataFactoryName | Should -Be 'adf-two'
        (Get-AzDataFactoryV2IntegrationRuntime -InputObject $other).DataFactoryName | Should -Be 'adf-two'
    }

    It 'refuses a name that stands where the resource group is: <Cmdlet>' -ForEach @(
        @{ Cmdlet = 'Get-AzDataFactoryV2IntegrationRuntime'; Given = @{} }
        @{ Cmdlet = 'Start-AzDataFactoryV2IntegrationRuntime'; Given = @{ Name = 'ir-both'; Force = $true } }
        @{ Cmdlet = 'Stop-AzDataFactoryV2IntegrationRuntime'; Given = @{ Name = 'ir-both'; Force = $true } }
        @{ Cmdlet = 'Remove-AzDataFactoryV2IntegrationRuntime'; Given = @{ Name = 'ir-both'; Force = $true } }
        @{ Cmdlet = 'Set-AzDataFactoryV2IntegrationRuntime'
            Given = @{ Name = 'ir-both'; Type = 'SelfHosted'; Force = $true } }
        @{ Cmdlet = 'Remove-AzDataFactoryV2IntegrationRuntimeNode'
            Given = @{ IntegrationRuntimeName = 'ir-both'; NodeName = 'west-1'; Force = $true } }
    ) {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one
        Clear-SentRequest
        $records = Get-Refusal { & $Cmdlet ir-both @Given }
        $name = if ($Given['NodeName']) { 'IntegrationRuntimeName' } else { 'Name' }
        $records[0].Exception.Message | Should -BeLike (
            "'ir-both' is read as -ResourceGroupName, but 'adf-one', the default of -DataFactoryName, is in the " +
            "resource group 'rg'. Did you mean -$name 'ir-both'? *")
        Get-SentRequest | Should -BeNullOrEmpty
        # The own resource group is no mistake.
        (Get-AzDataFactoryV2IntegrationRuntime RG -Name ir-both).DataFactoryName | Should -Be 'adf-one'
    }

    It 'refuses another resource group for the default workspace' {
        $null = Get-AzSynapseWorkspace -Name syn-one | Set-AzIntegrationRuntimeDefault
        (Get-Refusal { Get-AzSynapseIntegrationRuntime -ResourceGroupName rg-two }).Exception.Message |
            Should -BeLike "'rg-two' is read as -ResourceGroupName, but 'syn-one', the default of -WorkspaceName, *"
        { Get-AzSynapseIntegrationRuntime syn-one -Name ir-syn } | Should -Throw '*positional parameter*'
    }

    It 'never takes a piped object for one of the default data factory' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one
        ($other | Get-AzDataFactoryV2IntegrationRuntime -Status).DataFactoryName | Should -Be 'adf-two'
        ($other | Select-Object ResourceGroupName, DataFactoryName, Name |
            Get-AzDataFactoryV2IntegrationRuntime).DataFactoryName | Should -Be 'adf-two'
        ([pscustomobject]@{ Id = $other.Id } | Get-AzDataFactoryV2IntegrationRuntime).DataFactoryName |
            Should -Be 'adf-two'
        Clear-SentRequest
        $other | Set-AzDataFactoryV2IntegrationRuntime -Description piped -Force | Out-Null
        $other | Remove-AzDataFactoryV2IntegrationRuntime -Force
        Get-SentRequest | Where-Object { $_ -match 'adf-one' } | Should -BeNullOrEmpty
        Get-SentRequest | Should -Contain 'DELETE /factories/adf-two/integrationRuntimes/ir-both'
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-two ir-both -Type SelfHosted -Force
    }

    It 'never takes a piped object for one of the default data factory after a command that could not be bound' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one
        foreach ($failed in @(
                { Remove-AzDataFactoryV2IntegrationRuntime -Name ir-both -Typo 1 }
                { Remove-AzDataFactoryV2IntegrationRuntime -Name $null }
                { Get-AzDataFactoryV2IntegrationRuntime | Remove-AzDataFactoryV2IntegrationRuntime -Typo 1 })) {
            $failed | Should -Throw
            Clear-SentRequest
            $rows = [pscustomobject]@{ Name = 'ir-both' }, ($other | Select-Object Name, Type)
            foreach ($row in $rows) {
                { $row | Remove-AzDataFactoryV2IntegrationRuntime -Force -ErrorAction Stop } | Should -Throw
            }
            Get-SentRequest | Where-Object { $_ -match '^DELETE' } | Should -BeNullOrEmpty
        }
        (Get-AzDataFactoryV2IntegrationRuntime -Name ir-both).DataFactoryName | Should -Be 'adf-one'
    }

    It 'gives the first command of a pipeline the default, and the next ones none' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one
        $all = Get-AzDataFactoryV2IntegrationRuntime | Get-AzDataFactoryV2IntegrationRuntime -Status |
            Get-AzDataFactoryV2IntegrationRuntime
        $all.DataFactoryName | Should -Be 'adf-one', 'adf-one'
        $each = 'ir-both', 'ir-adf-one' | ForEach-Object { Get-AzDataFactoryV2IntegrationRuntime -Name $_ }
        $each.Name | Should -Be 'ir-both', 'ir-adf-one'
        $inner = Get-AzDataFactoryV2IntegrationRuntime -Name (Get-AzDataFactoryV2IntegrationRuntime -Name ir-both).Name
        $inner.DataFactoryName | Should -Be 'adf-one'
    }

    It 'leaves cmdlets that are not about the runtimes of one data factory as they are' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one
        $set = $PSDefaultParameterValues.GetEnumerator() | Where-Object { $_.Value -is [scriptblock] }
        @($set).Count | Should -BeGreaterThan 50
        $set.Key | Where-Object { $_ -notmatch '-Az(DataFactoryV2|Synapse|Purview)IntegrationRuntime' } |
            Should -BeNullOrEmpty
        (Get-AzIntegrationRuntime -Service DataFactory).Parent | Sort-Object -Unique | Should -Be 'adf-one', 'adf-two'
        @(Get-AzDataFactoryV2).DataFactoryName | Should -Contain 'adf-two'
    }

    It 'says with -Verbose what a command takes' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one
        $said = Get-AzDataFactoryV2IntegrationRuntime -Name ir-both -Verbose 4>&1 | Out-String
        $said | Should -BeLike "*-DataFactoryName is 'adf-one', the default of Set-AzIntegrationRuntimeDefault.*"
        Get-AzDataFactoryV2IntegrationRuntime rg adf-two ir-both -Verbose 4>&1 | Out-String |
            Should -Not -BeLike '*the default of*'
    }

    It 'lets Tab complete the runtimes of the default data factory' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one
        $line = 'Get-AzDataFactoryV2IntegrationRuntime -Name ir-'
        $found = [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)
        $found.CompletionMatches.CompletionText | Should -Be 'ir-adf-one', 'ir-both'
    }

    It 'keeps an entry that the user made' {
        $key = 'Get-AzDataFactoryV2IntegrationRuntime:DataFactoryName'
        $global:PSDefaultParameterValues[$key] = 'adf-two'
        try {
            $null = Set-AzIntegrationRuntimeDefault rg adf-one
            (Get-AzDataFactoryV2IntegrationRuntime -Name ir-both).DataFactoryName | Should -Be 'adf-two'
            Clear-AzIntegrationRuntimeDefault
            $global:PSDefaultParameterValues[$key] | Should -Be 'adf-two'
        }
        finally { $global:PSDefaultParameterValues.Remove($key) }
    }

    It 'refuses a data factory without its resource group, and a call without names' {
        { Set-AzIntegrationRuntimeDefault -DataFactoryName adf-one } |
            Should -Throw "*need the resource group of 'adf-one'. Add -ResourceGroupName.*"
        { Set-AzIntegrationRuntimeDefault } | Should -Throw 'No default was given.*'
        Get-AzIntegrationRuntimeDefault | Should -BeNullOrEmpty
    }

    It 'takes a piped data factory, workspace and account, and an integration runtime of one' {
        $null = Get-AzDataFactoryV2 rg adf-one | Set-AzIntegrationRuntimeDefault
        $null = Get-AzSynapseWorkspace -Name syn-one | Set-AzIntegrationRuntimeDefault
        $set = @(Get-AzPurviewAccount -Name pv-one | Set-AzIntegrationRuntimeDefault)
        $set.Service | Should -Be 'DataFactory', 'Purview', 'Synapse'
        $set.Parent | Should -Be 'adf-one', 'pv-one', 'syn-one'
        $set.ResourceGroupName | Should -Be 'rg', 'rg', 'rg'
        @($other | Set-AzIntegrationRuntimeDefault)[0].Parent | Should -Be 'adf-two'
        @(Set-AzIntegrationRuntimeDefault -WorkspaceObject (Get-AzSynapseWorkspace -Name syn-one))[2].Parent |
            Should -Be 'syn-one'
    }

    It 'refuses what is no name of one resource: <Name>' -ForEach @(
        @{ Name = '*' }, @{ Name = 'adf-?' }, @{ Name = 'adf-[ab]' }, @{ Name = ' ' }, @{ Name = 'adf one' }
        @{ Name = '/subscriptions/s' }
    ) {
        foreach ($given in @{ DataFactoryName = $Name; ResourceGroupName = 'rg' },
            @{ DataFactoryName = 'adf-one'; ResourceGroupName = $Name }, @{ WorkspaceName = $Name },
            @{ AccountName = $Name }) {
            { Set-AzIntegrationRuntimeDefault @given } | Should -Throw "'$($Name -replace
                '[[*?]', '`$0')' of -* is not the name of one resource:*Get-Az* lists the names."
        }
        Get-AzIntegrationRuntimeDefault | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf' {
        Set-AzIntegrationRuntimeDefault rg adf-one -WhatIf | Should -BeNullOrEmpty
        Get-AzIntegrationRuntimeDefault | Should -BeNullOrEmpty
    }
}

Describe 'The defaults of a folder' {
    BeforeEach {
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        $below = (New-Item -ItemType Directory (Join-Path $folder 'below/deep')).FullName
        Push-Location $folder
    }
    AfterEach {
        Pop-Location
        Clear-AzIntegrationRuntimeDefault
    }

    It 'are in a file that the folders below use' {
        $set = Get-AzDataFactoryV2 rg adf-one | Set-AzIntegrationRuntimeDefault -Scope Folder
        $set.Source | Should -Be (Join-Path $folder $file)
        $text = Get-Content -Raw (Join-Path $folder $file) | ConvertFrom-Json
        $text.dataFactory.name | Should -Be 'adf-one'
        $text.dataFactory.resourceGroupName | Should -Be 'rg'
        Set-Location $below
        (Get-AzDataFactoryV2IntegrationRuntime -Name ir-both).DataFactoryName | Should -Be 'adf-one'
    }

    It 'replace those of the session, there only' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one -Scope Folder
        $null = Set-AzIntegrationRuntimeDefault rg adf-two -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "In this folder the default stays 'adf-one': the file '*$file' replaces*"
        (Get-AzDataFactoryV2IntegrationRuntime -Name ir-both).DataFactoryName | Should -Be 'adf-one'
        Set-Location $TestDrive
        (Get-AzDataFactoryV2IntegrationRuntime -Name ir-both).DataFactoryName | Should -Be 'adf-two'
    }

    It 'are added to those of the other services' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one -Scope Folder
        $all = @(Set-AzIntegrationRuntimeDefault -WorkspaceName syn-one -Scope Folder)
        $all.Parent | Should -Be 'adf-one', 'syn-one'
    }

    It 'are not read before a session asks for it' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one -Scope Folder
        Clear-AzIntegrationRuntimeDefault
        Get-AzIntegrationRuntimeDefault | Should -BeNullOrEmpty
        @(Set-AzIntegrationRuntimeDefault -Scope Folder).Parent | Should -Be 'adf-one'
    }

    It 'are removed with their file' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one -Scope Folder
        Clear-AzIntegrationRuntimeDefault -Scope Folder -WhatIf
        Test-Path (Join-Path $folder $file) | Should -BeTrue
        Clear-AzIntegrationRuntimeDefault -Scope Folder
        Test-Path (Join-Path $folder $file) | Should -BeFalse
    }

    It 'are not removed from a folder below' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one -Scope Folder
        Set-Location $below
        $said = Clear-AzIntegrationRuntimeDefault -Scope Folder 3>&1
        $said.Message | Should -BeLike "*has no file of defaults; '*$file' applies to it and stays.*"
        Test-Path (Join-Path $folder $file) | Should -BeTrue
    }

    It 'in a file that is damaged are refused, and not replaced by those of the session' -ForEach @(
        @{ Text = '[1' }, @{ Text = '{"dataFactory": 7}' }, @{ Text = ' ' * 70000 }, @{ Text = 'x' },
        @{ Text = '{"dataFactory": {"resourceGroup": "rg", "name": "adf-one"}}' }, @{ Text = '[]' }, @{ Text = 'null' },
        @{ Text = '{"datafactory": {"resourceGroupName": "rg", "name": "adf-one"}}' },
        @{ Text = '{"dataFactory": {"resourceGroupName": "rg", "dataFactoryName": "adf-one"}}' },
        @{ Text = '{"dataFactory": {"resourceGroupName": "rg", "name": ""}}' }, @{ Text = '{"dataFactory": null}' },
        @{ Text = '{"dataFactory": {"resourceGroupName": "rg"}}' }, @{ Text = '{"a b": 1}' }, @{ Text = '' },
        @{ Text = '{"dataFactory": {"name": "adf-one"}}' }, @{ Text = '{"dataFactory": {"name": "x*", "resource' +
            'GroupName": "rg"}}' }
    ) {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one
        $null = Set-AzIntegrationRuntimeDefault -Scope Folder
        [IO.File]::WriteAllText((Join-Path $folder $file), $Text)
        { Get-AzIntegrationRuntimeDefault } | Should -Throw "*$file' is not a file of defaults*"
        { Get-AzDataFactoryV2IntegrationRuntime -Name ir-both -ErrorAction Stop } | Should -Throw
    }

    It 'can have comments' {
        $null = Set-AzIntegrationRuntimeDefault -Scope Folder
        [IO.File]::WriteAllText((Join-Path $folder $file), @'
// The factory of this project, see http://example.org/x
{
    /* "dataFactory": {
       "name": "adf-two" }, */
    "dataFactory": { // here
        "resourceGroupName": "rg", /**/ "name": "adf-\u006fne"
    }
}
'@)
        (Get-AzIntegrationRuntimeDefault).Parent | Should -Be 'adf-one'
        (Get-AzDataFactoryV2IntegrationRuntime -Name ir-both).DataFactoryName | Should -Be 'adf-one'
    }

    It 'say what is wrong with the file: <Reason>' -ForEach @(
        @{ Text = '{"dataFactory" {"name": "a"}}'; Reason = 'it is not valid JSON' }
        @{ Text = "{`n/* x"; Reason = 'it is not valid JSON' }
        @{ Text = '{"workspace": {"name": "a//"}} // "'; Reason = "'a//' is not the name of one resource" }
        @{ Text = '{"workspace": {"name": "a", "name": "b"}}'; Reason = "it has 'name' twice" }
        @{ Text = '{"workspace": {"name": "a"}, "workspace": {"name": "b"}}'; Reason = "it has 'workspace' twice" }
        @{ Text = '{"workspace": [["a"], -1.5e3]}'; Reason = "'workspace' is not a JSON object" }
    ) {
        $null = Set-AzIntegrationRuntimeDefault -Scope Folder
        [IO.File]::WriteAllText((Join-Path $folder $file), $Text)
        $message = (Get-Refusal { Get-AzIntegrationRuntimeDefault }).Exception.Message
        $message | Should -BeLike "*$file' is not a file of defaults: *$Reason. Correct it*"
    }

    It 'are neither written nor removed where the location is no folder' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one -Scope Folder
        Set-Location Env:
        { Set-AzIntegrationRuntimeDefault rg adf-two -Scope Folder } |
            Should -Throw "The current location 'Env:*' is not a folder of the file system.*Set-Location*"
        { Clear-AzIntegrationRuntimeDefault -Scope Folder } | Should -Throw '*is not a folder of the file system.*'
        Set-Location $folder
        (Get-AzIntegrationRuntimeDefault).Parent | Should -Be 'adf-one'
    }

    It 'can have a byte order mark' {
        $null = Set-AzIntegrationRuntimeDefault rg adf-one -Scope Folder
        $path = Join-Path $folder $file
        [IO.File]::WriteAllText($path, [IO.File]::ReadAllText($path), [Text.UTF8Encoding]::new($true))
        (Get-AzIntegrationRuntimeDefault).Parent | Should -Be 'adf-one'
    }
}
