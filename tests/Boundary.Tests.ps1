# What stands between a cmdlet and the library: the request, secrets, errors, questions, and the library itself.

BeforeAll {
    . $PSScriptRoot/boundary.ps1
    Start-BoundaryTest
}

AfterAll { Stop-TestEmulator }

Describe 'The binding' {
    It 'calls exactly the functions of the C header' {
        $header = [IO.File]::ReadAllText((Join-Path $script:Root 'native/ffi/include/azir.h')) -replace '//[^\n]*'
        $declared = [regex]::Matches($header, '\b(azir_\w+)\s*\(') | ForEach-Object { $_.Groups[1].Value }
        $library = $script:Assembly.GetType('AzIntegrationRuntime.Native.Library', $true)
        $bound = $library.GetField('Exports', $script:Hidden).GetValue($null)
        ($bound | Sort-Object) -join ' ' | Should -BeExactly (($declared | Sort-Object) -join ' ')
        $version = $library.GetField('AbiVersion', $script:Hidden).GetValue($null)
        $header | Should -Match "#define AZIR_ABI_VERSION $version\b"
    }

    It 'has the version of the module' {
        $script:Assembly.GetName().Version.ToString(3) | Should -BeExactly $script:Version
    }
}

Describe 'A request' {
    It 'names operation, build, cmdlet, runspace and what is wanted' {
        $request = New-TestRequest @{ Verbose = $true }
        $request.Json.operation | Should -BeExactly 'probe'
        $request.Json.build | Should -BeExactly $script:Version
        $request.Json.cmdlet | Should -BeExactly 'Get-RequestProbe'
        $request.Json.runspace | Should -BeExactly ([runspace]::DefaultRunspace.InstanceId.ToString())
        $request.Json.verbose | Should -BeTrue
        $request.Json.PSObject.Properties.Name | Should -Not -Contain 'debug'
        $request.Json.PSObject.Properties.Name | Should -Not -Contain 'context'
    }

    It 'says that verbose messages are wanted by preference, unless the parameter says otherwise' {
        (New-TestRequest @{} -Preference @{ VerbosePreference = 'Continue' }).Json.verbose | Should -BeTrue
        (New-TestRequest @{ Verbose = $false } -Preference @{ VerbosePreference = 'Continue' }).Text |
            Should -Not -Match '"verbose"'
        (New-TestRequest @{} -Preference @{ DebugPreference = 'Inquire' }).Json.debug | Should -BeTrue
        (New-TestRequest @{} -Preference @{ DebugPreference = 'Ignore' }).Text | Should -Not -Match '"debug"'
    }

    It '<Says> that -WhatIf is in force: <Name>' -ForEach @(
        @{ Says = 'says'; Name = 'bound'; Given = @{ WhatIf = [switch]$true }; Preference = @{} }
        @{ Says = 'says'; Name = 'the preference'; Given = @{}; Preference = @{ WhatIfPreference = $true } }
        @{ Says = 'does not say'; Name = 'nothing'; Given = @{}; Preference = @{} }
        @{
            Says = 'does not say'; Name = 'the preference, overruled'; Given = @{ WhatIf = [switch]$false }
            Preference = @{ WhatIfPreference = $true }
        }
    ) {
        $request = New-TestRequest $Given -Preference $Preference
        ($request.Text -match '"whatIf":true') | Should -Be ($Says -eq 'says')
    }

    It '<Says> that the user will be asked: <Name>' -ForEach @(
        @{ Says = 'says'; Name = 'bound'; Given = @{ Confirm = [switch]$true }; Preference = @{} }
        @{ Says = 'says'; Name = 'the preference Low'; Given = @{}; Preference = @{ ConfirmPreference = 'Low' } }
        @{
            Says = 'says'; Name = 'the preference Medium'; Given = @{}
            Preference = @{ ConfirmPreference = [System.Management.Automation.ConfirmImpact]::Medium }
        }
        @{ Says = 'does not say'; Name = 'the preference High'; Given = @{}; Preference = @{} }
        @{ Says = 'does not say'; Name = 'the preference None'; Given = @{}
            Preference = @{ ConfirmPreference = 'None' } }
        @{
            Says = 'does not say'; Name = 'the preference, overruled'; Given = @{ Confirm = [switch]$false }
            Preference = @{ ConfirmPreference = 'Low' }
        }
        @{
            Says = 'does not say'; Name = 'a cmdlet that asks nothing'; Given = @{}
            Preference = @{ ConfirmPreference = 'Low' }
            AsksNothing = $true
        }
    ) {
        $request = New-TestRequest $Given -Preference $Preference -AsksNothing:([bool]$_['AsksNothing'])
        ($request.Text -match '"confirm":true') | Should -Be ($Says -eq 'says')
    }

    # The texts are written as regular expressions write them: the report of the test run is XML, which has no control
    # characters.
    It 'carries any text unharmed: <Name>' -ForEach @(
        @{ Name = 'quotes and backslashes'; Escaped = 'a "b" \\c\\ /d' }
        @{ Name = 'control characters'; Escaped = 'a\tb\nc\r\x00\x1b' }
        @{ Name = 'an emoji'; Escaped = 'x\uD83D\uDE00y' }
        @{ Name = 'letters of the world'; Escaped = '\u00E9\u4E2D\u2028' }
        @{ Name = 'nothing'; Escaped = '' }
    ) {
        $text = [regex]::Unescape($Escaped)
        $request = New-TestRequest @{ Description = $text; Tag = @{ key = $text } }
        $request.Json.arguments.Description | Should -BeExactly $text
        $request.Json.arguments.Tag.key | Should -BeExactly $text
    }

    It 'has null where null was bound, and nothing where nothing was' {
        $request = New-TestRequest @{ NodeCount = $null }
        $request.Text | Should -Match '"NodeCount":null'
        $request.Text | Should -Not -Match 'NodeSize'
    }

    It 'writes numbers, switches, dates, durations and ids as JSON has them, in any culture' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [System.Threading.Thread]::CurrentThread.CurrentCulture = 'de-DE'
            $request = New-TestRequest @{
                Whole = 3; Long = 4000000000; Part = 1.5; Exact = [decimal]2.25; Force = [switch]$true
                Not = [switch]$false
                When = [datetime]::new(2024, 1, 2, 3, 4, 5, [System.DateTimeKind]::Utc)
                Offset = [timespan]::FromHours(3)
                Id = [guid]'b24988ac-6180-42a0-ab88-20f7382dd24c'; Color = [System.ConsoleColor]::Red
                List = @('a', 2, $null); Empty = @(); Table = @{}
            }
        } finally {
            [System.Threading.Thread]::CurrentThread.CurrentCulture = $culture
        }
        foreach ($part in '"Whole":3', '"Long":4000000000', '"Part":1.5', '"Exact":2.25', '"Force":true', '"Not":false',
            '"When":"2024-01-02T03:04:05', '"Offset":"PT3H"', '"Id":"b24988ac-6180-42a0-ab88-20f7382dd24c"',
            '"Color":"Red"',
            '"List":["a",2,null]', '"Empty":[]', '"Table":{}') {
            $request.Text | Should -BeLike "*$([System.Management.Automation.WildcardPattern]::Escape($part))*"
        }
    }

    It 'leaves PowerShell''s own parameters out, but for Confirm and WhatIf' {
        $request = New-TestRequest @{
            Verbose = $true; ErrorAction = 'Stop'; OutVariable = 'x'; Confirm = $false; WhatIf = $true
            DefaultProfile = 'name'
            AsJob = $true; NoWait = $true
        }
        $request.Json.arguments.PSObject.Properties.Name | Sort-Object | Should -Be 'Confirm', 'NoWait', 'WhatIf'
        $request.Json.context | Should -BeExactly 'name'
    }

    It 'has secrets beside the text and never in it' {
        $secure = ConvertTo-SecureString "planted-1$([char]0xE9)" -AsPlainText -Force
        $request = New-TestRequest @{
            AuthKey                    = $secure
            Credential                 = New-Object PSCredential 'user',
                (ConvertTo-SecureString 'planted-2' -AsPlainText -Force)
            AccessToken                = 'planted-3'
            SetupScriptContainerSasUri = 'planted-4'
            Name                       = 'plain'
        }
        $request.Text | Should -Not -Match 'planted'
        Read-Secret $request $request.Json.arguments.AuthKey | Should -BeExactly "planted-1$([char]0xE9)"
        Read-Secret $request $request.Json.arguments.Credential.password | Should -BeExactly 'planted-2'
        $request.Json.arguments.Credential.userName | Should -BeExactly 'user'
        Read-Secret $request $request.Json.arguments.AccessToken | Should -BeExactly 'planted-3'
        Read-Secret $request $request.Json.arguments.SetupScriptContainerSasUri | Should -BeExactly 'planted-4'
        $request.Json.arguments.Name | Should -BeExactly 'plain'
    }

    It 'hands on the members of objects, but not those that are secrets' {
        $object = [pscustomobject]@{
            Name = 'ir'; Inner = [pscustomobject]@{ Value = 1; Deeper = @{ x = 1 } }; CatalogAdminPassword = 'planted'
            AuthKey1 = 'planted'; Token = 'planted'
        }
        $request = New-TestRequest @{ InputObject = $object }
        $request.Text | Should -Not -Match 'planted'
        $request.Json.arguments.InputObject.Name | Should -BeExactly 'ir'
        $request.Json.arguments.InputObject.Inner.Value | Should -Be 1
        $request.Json.arguments.InputObject.Inner.Deeper | Should -BeNullOrEmpty
    }

    It 'hands on the members of a class and what was added to its instance' {
        $thing = New-Object AzIntegrationRuntime.Tests.Thing
        $thing.Number = 5
        Add-Member -InputObject $thing -NotePropertyName Added -NotePropertyValue 'too'
        $sent = (New-TestRequest @{ InputObject = $thing }).Json.arguments.InputObject
        $sent.Number | Should -Be 5
        $sent.Fixed | Should -BeExactly 'fixed'
        $sent.Added | Should -BeExactly 'too'
    }

    It 'hands on an operation: <Name>' -ForEach @(
        @{ Name = 'as -NoWait wrote it'; Way = { $_ } }
        @{
            Name = 'from Export-Clixml'
            Way = {
                $text = [System.Management.Automation.PSSerializer]::Serialize($_)
                [System.Management.Automation.PSSerializer]::Deserialize($text)
            }
        }
        @{ Name = 'from ConvertTo-Json'; Way = { $_ | ConvertTo-Json | ConvertFrom-Json } }
    ) {
        $operation = [pscustomobject]@{
            PSTypeName = 'AzIntegrationRuntime.Operation'; Id = 'x'; Kind = 'Start'; Name = 'ir'
            ResourceGroupName = 'rg'
            DataFactoryName = 'adf'; RuntimeId = '/subscriptions/s'; StatusUrl = 'https://h/status'; ResultUrl = $null
            StartTime = [datetime]::new(2024, 1, 2, 3, 4, 5, [System.DateTimeKind]::Utc)
        }
        $sent = (New-TestRequest @{ InputObject = ($operation | ForEach-Object $Way) }).Text
        $sent | Should -BeLike (
            '*"InputObject":{"Id":"x","Kind":"Start","Name":"ir","ResourceGroupName":"rg",' +
            '"DataFactoryName":"adf","RuntimeId":"/subscriptions/s","StatusUrl":"https://h/status",' +
            '"ResultUrl":null,"StartTime":"2024-01-02T03:04:05.0000000Z"}*')
    }

    It 'has all of -Property, with what is secure apart' {
        $secure = ConvertTo-SecureString 'planted-a' -AsPlainText -Force
        $request = New-TestRequest @{
            Property = @{
                keys           = 1
                Password       = $secure
                typeProperties = [pscustomobject]@{
                    Token = 't'
                    a = @{ b = @{ c = @{ d = @{ e = @(@{ f = $null }, 2.5) } } } }
                }
            }
        }
        $request.Text | Should -Not -Match 'planted'
        $sent = $request.Json.arguments.Property
        $sent.keys | Should -Be 1
        Read-Secret $request $sent.Password | Should -BeExactly 'planted-a'
        $sent.typeProperties.Token | Should -BeExactly 't'
        ConvertTo-Json $sent.typeProperties.a -Depth 9 -Compress |
            Should -BeExactly '{"b":{"c":{"d":{"e":[{"f":null},2.5]}}}}'
    }

    It 'takes -Property as JSON for a secret: there may be one in it' {
        $request = New-TestRequest @{ Property = '{"a": "planted-b"}' }
        $request.Text | Should -Not -Match 'planted'
        Read-Secret $request $request.Json.arguments.Property | Should -BeExactly '{"a": "planted-b"}'
    }

    It 'refuses a -Property without end' {
        $table = @{}
        $table['self'] = $table
        $record = Get-Refusal { Invoke-NativeProbe runtime.get -Given @{ Property = $table } }
        $record.Exception.Message |
            Should -BeExactly '-Property cannot be sent: it is nested more than 30 levels deep, or contains itself.'
        $record.Exception.GetType().FullName | Should -BeExactly 'System.ArgumentException'
        $record.FullyQualifiedErrorId | Should -BeExactly 'InvalidProperty,AzIntegrationRuntime.Tests.InvokeNativeProbe'
    }

    It 'has the variables that say how the network is reached, secrets among them apart, as they are at each call' {
        $env:AZURE_CLIENT_SECRET = 'planted-5'
        $env:HTTPS_PROXY = 'http://user:planted-7@proxy:1'
        $env:NO_PROXY = 'one'
        try {
            $request = New-TestRequest @{}
            $request.Text | Should -Not -Match 'planted|AZURE'
            Read-Secret $request $request.Json.environment.HTTPS_PROXY |
                Should -BeExactly 'http://user:planted-7@proxy:1'
            $request.Json.environment.NO_PROXY | Should -BeExactly 'one'
            $env:NO_PROXY = 'another'
            (New-TestRequest @{}).Json.environment.NO_PROXY | Should -BeExactly 'another'
        } finally {
            foreach ($name in 'AZURE_CLIENT_SECRET', 'NO_PROXY', 'HTTPS_PROXY') {
                [System.Environment]::SetEnvironmentVariable($name, $null)
            }
        }
    }

    It 'has nothing of who one is, which is told when the library asks for it' {
        $env:AZURE_CLIENT_ID = 'the "app"'
        $env:AZIR_OTHER = 'planted-6'
        try {
            $told = $script:Assembly.GetType('AzIntegrationRuntime.Native.SignInEnvironment', $true).GetMethod(
                'ToJson', $script:Hidden).Invoke($null, @())
            $json = ConvertFrom-Json ([System.Text.Encoding]::UTF8.GetString($told))
            $json.AZURE_CLIENT_ID | Should -BeExactly 'the "app"'
            $json.PATH | Should -BeExactly $env:PATH
            $json.PSObject.Properties.Name | Should -Not -Contain 'AZIR_OTHER'
            (New-TestRequest @{}).Text | Should -Not -Match 'AZURE_CLIENT_ID'
        } finally {
            $env:AZURE_CLIENT_ID = $env:AZIR_OTHER = $null
        }
    }

    It 'takes set-up objects of the SDK and hashtables' {
        $items = New-Object System.Collections.ArrayList
        $password = New-Object Microsoft.Azure.Management.DataFactory.Models.SecureString -ArgumentList 'planted-8'
        $null = $items.Add((New-Object Microsoft.Azure.Management.DataFactory.Models.CmdkeySetup -ArgumentList 'target',
            'user', $password))
        $null = $items.Add((New-Object Microsoft.Azure.Management.DataFactory.Models.ComponentSetup `
            -ArgumentList 'component'))
        $null = $items.Add(@{ type = 'CmdkeySetup'; targetName = 't'; userName = 'u'; password = 'planted-9' })
        $null = $items.Add(@{ type = 'AzPowerShellSetup'; typeProperties = @{ version = '5.5' } })
        $request = New-TestRequest @{ ExpressCustomSetup = $items }
        $request.Text | Should -Not -Match 'planted'
        $sent = $request.Json.arguments.ExpressCustomSetup
        $sent[0].__type | Should -BeExactly 'CmdkeySetup'
        $sent[0].TargetName | Should -BeExactly 'target'
        Read-Secret $request $sent[0].Password | Should -BeExactly 'planted-8'
        $sent[1].__type | Should -BeExactly 'ComponentSetup'
        $sent[2].__type | Should -BeExactly 'CmdkeySetup'
        Read-Secret $request $sent[2].Password | Should -BeExactly 'planted-9'
        $sent[3].typeProperties.version | Should -BeExactly '5.5'
    }
}

Describe 'A secret' {
    It 'is noticed, so that the buffer is wiped: <Kind>' -ForEach @(
        @{ Kind = 'text'; Tag = 15; Wanted = $true }
        @{ Kind = 'SecureString'; Tag = 16; Wanted = $true }
        @{ Kind = 'none'; Tag = 6; Wanted = $false }
    ) {
        $frame = New-Frame { $_.Count(0).Count(1).Byte($Tag).Name('x') }
        [AzIntegrationRuntime.Tests.FrameReading]::HoldsSecret($frame) | Should -Be $Wanted
    }

    It 'may be in what the pipeline did not want to see, which is wiped too' {
        $frame = New-Frame { $_.Count(0).Count(2).Text('seen').Byte(15).Name('planted-e') }
        [AzIntegrationRuntime.Tests.FrameReading]::HoldsSecretAfterFirst($frame) | Should -BeTrue
    }

    It 'goes there and back as bytes' {
        $secure = ConvertTo-SecureString "planted-d$([char]0x20AC)" -AsPlainText -Force
        $back = Invoke-NativeProbe selftest.secret -Given @{ Secret = $secure }
        $texts = $back.PSObject.Properties | Where-Object { $_.Value -is [securestring] } |
            ForEach-Object { (New-Object PSCredential 'x', $_.Value).GetNetworkCredential().Password }
        $texts | Should -Be "planted-d$([char]0x20AC)"
    }
}

Describe 'The caller''s preferences' {
    It 'decide what is shown' {
        $result = Invoke-Answered ('& { $WarningPreference = "SilentlyContinue"; ' +
            'Remove-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-none -Force }')
        $result.Warnings | Should -BeNullOrEmpty
        $result = Invoke-Answered '& { $DebugPreference = "Continue"; Get-AzDataFactoryV2 rg }'
        $result.Debug.Count | Should -BeGreaterThan 0
        $result = Invoke-Answered 'Get-AzDataFactoryV2 rg'
        $result.Debug | Should -BeNullOrEmpty
    }

    It 'decide whether anything is done' {
        $result = Invoke-Answered ('& { $WhatIfPreference = $true; Set-AzDataFactoryV2 -ResourceGroupName rg -Name ' +
            'adf-what -Location eastus }')
        $result.Written[-1] | Should -BeLike 'What if:*'
        (Get-AzDataFactoryV2 rg).DataFactoryName | Should -Not -Contain 'adf-what'
    }

    It 'give way to parameters' {
        $result = Invoke-Answered ('& { $ErrorActionPreference = "Stop"; Get-AzDataFactoryV2 rg adf-none ' +
            '-ErrorAction SilentlyContinue; "went on" }')
        $result.Output | Should -Be 'went on'
        $result = Invoke-Answered 'Get-AzDataFactoryV2 rg adf-none -ErrorAction Stop; "went on"'
        $result.Output | Should -BeNullOrEmpty
        $result.Thrown.Message | Should -BeLike '*adf-none*'
        $result = Invoke-Answered ('Get-AzDataFactoryV2 rg adf-none -ErrorVariable mine -ErrorAction ' +
            'SilentlyContinue; $mine.Count')
        $result.Output | Should -Be 1
    }
}

Describe 'An error' {
    It 'ends in the full name of the cmdlet''s class' {
        $record = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime rg adf-pump nope }
        $record.FullyQualifiedErrorId | Should -BeExactly (
            (Get-Command Get-AzDataFactoryV2IntegrationRuntime).ImplementingType.FullName)
    }

    It 'is of the class that the frame names, with what the service answered' {
        $message = [AzIntegrationRuntime.Tests.FrameReading]::Message((New-Frame {
                    $_.Byte(12).Count(8).Name('frame').Text('error').Name('message').Text('text').Name('id').Text('Id').
                    Name('category').Text('ObjectNotFound').Name('target').Text('ir').
                    Name('recommendedAction').Text('do').
                    Name('exception').Text('System.Collections.Generic.KeyNotFoundException').
                    Name('data').Byte(12).Count(1).Name('StatusCode').Int32(404)
                }))
        $record = $script:Assembly.GetType('AzIntegrationRuntime.Native.ErrorFactory',
            $true).GetMethods($script:Hidden) |
            Where-Object { $_.Name -eq 'ToRecord' -and $_.GetParameters()[0].ParameterType.Name -eq 'FrameTable' } |
            ForEach-Object { $_.Invoke($null, @(, $message)) }
        $record.Exception | Should -BeOfType ([System.Collections.Generic.KeyNotFoundException])
        $record.Exception.Message | Should -BeExactly 'text'
        $record.Exception.Data['StatusCode'] | Should -Be 404
        $record.FullyQualifiedErrorId | Should -BeExactly 'Id'
        $record.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $record.TargetObject | Should -BeExactly 'ir'
        $record.ErrorDetails.RecommendedAction | Should -BeExactly 'do'
    }
}

Describe 'What the library lets the user know' {
    BeforeAll {
        $command = 'Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-what -Location eastus -WhatIf'
        $said = "Data factory 'adf-what' does not exist and would be created*"
    }

    It 'is shown as by Write-Host, whatever $InformationPreference is' {
        $result = Invoke-Answered "& { `$InformationPreference = 'SilentlyContinue'; $command }"
        $result.Written | Should -HaveCount 2
        $result.Written[0] | Should -BeLike $said
        $result.Information[0] | Should -BeLike $said
    }

    It 'can be caught, and is not shown then' {
        $result = Invoke-Answered ("$command 6>&1 | ForEach-Object { `$_.GetType().Name; `$_.Tags -join ' '; " +
            "`$_.MessageData }")
        $result.Output[0] | Should -BeExactly 'InformationRecord'
        $result.Output[1] | Should -BeExactly 'PSHOST AzIntegrationRuntime.Change'
        $result.Output[2] | Should -BeLike $said
        $result.Written | Should -HaveCount 1
        $result = Invoke-Answered "$command -InformationVariable mine; `$mine"
        "$($result.Output[0])" | Should -BeLike $said
    }

    It 'is ignored where that is wanted: <Name>' -ForEach @(
        @{ Name = 'parameter'; Text = '{0} -InformationAction Ignore' }
        @{ Name = 'preference'; Text = '& {{ $InformationPreference = "Ignore"; {0} }}' }
    ) {
        $result = Invoke-Answered ($Text -f $command)
        $result.Written | Should -HaveCount 1
        $result.Written[0] | Should -BeLike 'What if:*'
        $result.Information | Should -Not -BeLike $said
    }
}

Describe 'A question' {
    It 'is answered by the user: <Answer>' -ForEach @(@{ Answer = 'Yes' }, @{ Answer = 'No' }) {
        $null = New-TestRuntime 'adf-pump' 'ir-asked'
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-asked' -Answer $Answer
        $result.Errors | Should -BeNullOrEmpty
        $result.Asked | Should -HaveCount 1
        $left = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-pump | Where-Object Name -EQ 'ir-asked')
        $left.Count | Should -Be ([int]($Answer -eq 'No'))
    }

    It 'that nobody can answer is an error with the way to do without it, and nothing is done' {
        $null = New-TestRuntime 'adf-pump' 'ir-asked'
        $result = Invoke-Answered 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-asked'
        $result.Errors | Should -HaveCount 1
        $result.Errors[0].Exception.Message | Should -BeExactly (
            "Nobody is here to answer. The question was: Are you sure you want to remove integration runtime " +
            "'ir-asked' in data factory 'adf-pump'? " + 'Use -Force or -Confirm:$false to run ' +
            'Remove-AzDataFactoryV2IntegrationRuntime without the question.')
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-asked).Name | Should -BeExactly 'ir-asked'
    }

    It 'cannot be asked in a host that is not interactive, whose own text stands in front' {
        $shell = (Get-Process -Id $PID).Path
        $output = & $shell -NoProfile -NonInteractive -Command (
            "`$WarningPreference = 'SilentlyContinue'; `$env:PSModulePath = '$(Join-Path $script:Root output)'; " +
            "Import-Module '$script:MainManifest', '$script:StandaloneManifest'; `$null = " +
            "Start-AzIntegrationRuntimeEmulator; " +
            '$null = Connect-AzAccount; $null = New-AzResourceGroup rg eastus; ' +
            '$null = Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf -Location eastus -Force; ' +
            'Remove-AzDataFactoryV2 -ResourceGroupName rg -Name adf -ErrorAction SilentlyContinue -ErrorVariable ' +
            'problem; ' +
            '$problem[0].Exception.Message; Stop-AzIntegrationRuntimeEmulator')
        $output | Should -Match 'NonInteractive mode.*-Force or -Confirm:\$false'
    }

    It 'is an error with the question where the input has ended' -Skip:($env:OS -eq 'Windows_NT') {
        # A child with an empty file as its input.
        $script = "`$WarningPreference = 'SilentlyContinue'; `$ErrorActionPreference = 'SilentlyContinue'; " +
            "Import-Module '$script:MainManifest', '$script:StandaloneManifest'; " +
            "`$null = Start-AzIntegrationRuntimeEmulator; `$null = Connect-AzAccount; " +
            "`$null = New-AzResourceGroup rg eastus; " +
            "Remove-AzResourceGroup rg -ErrorVariable one; Remove-AzResourceGroup rg -Confirm -ErrorVariable two; " +
            "''; 'SAID ' + `$one[0].Exception.Message; 'SAID ' + `$two[0].Exception.Message; " +
            'Stop-AzIntegrationRuntimeEmulator'
        $said = @(& sh -c '"$0" -NoProfile -Command "$1" < /dev/null' (Get-PwshPath) $script) -match '^SAID '
        $said | Should -HaveCount 2
        $ended = 'SAID The input of the console has ended, so nobody can answer. The question was: '
        $said[0] | Should -BeExactly (
            "${ended}Are you sure you want to remove resource group 'rg' Use -Force or -Confirm:`$false to run " +
            'Remove-AzResourceGroup without the question.')
        $said[1] | Should -BeLike "${ended}Removing resource group* Use -Force or -Confirm:`$false to run *"
    }
}

Describe 'A command that is stopped' {
    It 'ends at once, and the operation with it' {
        $shell = [powershell]::Create()
        $shell.Runspace = [runspacefactory]::CreateRunspace()
        $shell.Runspace.Open()
        try {
            $null = $shell.AddCommand('Import-Module').AddParameter('Assembly',
                [AzIntegrationRuntime.Tests.Thing].Assembly).Invoke()
            $shell.Commands.Clear()
            $running = $shell.AddCommand('Invoke-NativeProbe').AddParameter('Name', 'selftest.wait').BeginInvoke()
            Start-Sleep -Milliseconds 500
            $shell.InvocationStateInfo.State | Should -Be 'Running'
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $running.IsCompleted | Should -BeTrue
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
            # Of the hour that the operation takes.
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
        } finally {
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
    }

    It 'ends when the pipeline has enough' {
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        @(Invoke-NativeProbe selftest.values | Select-Object -First 1).Count | Should -Be 1
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 10
    }
}

Describe 'An operation that a script abandons' {
    It 'is closed by a finalizer' {
        $before = Invoke-NativeProbe selftest.handles
        [AzIntegrationRuntime.Tests.Abandoning]::Start(20)
        Invoke-NativeProbe selftest.handles | Should -BeGreaterThan $before
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        do {
            [GC]::Collect()
            [GC]::WaitForPendingFinalizers()
            $after = Invoke-NativeProbe selftest.handles
        } while ($after -gt $before -and $watch.Elapsed.TotalSeconds -lt 20)
        $after | Should -Be $before
    }
}

Describe 'A token of Az.Accounts' {
    BeforeAll {
        function Get-HostAnswer {
            # The bytes that the module answers a question with.
            param([hashtable]$Question)
            $frame = [AzIntegrationRuntime.Tests.FrameReading]::Message((New-Frame {
                        $writer = $_.Byte(12).Count($Question.Count)
                        foreach ($key in $Question.Keys) { $null = $writer.Name($key).Text($Question[$key]) }
                        $writer
                    }))
            $type = $script:Assembly.GetType('AzIntegrationRuntime.Native.AzAccounts', $true)
            $accounts = [Activator]::CreateInstance($type, $true)
            , $type.GetMethod('Answer', $script:Hidden).Invoke($accounts, @($frame, $null))
        }
    }

    AfterEach { Remove-Module Az.Accounts -ErrorAction Ignore }

    It 'is taken as bytes, whether it comes as <Kind>' -ForEach @(@{ Kind = 'SecureString' }, @{ Kind = 'string' }) {
        $stand = New-Module -Name Az.Accounts -ArgumentList $Kind -ScriptBlock {
            param($Kind)
            $script:Kind = $Kind
            function Get-AzAccessToken {
                [CmdletBinding()]
                param($ResourceUrl, $TenantId)
                $text = "token-for-$ResourceUrl-in-$TenantId"
                if ($script:Kind -eq 'string') { return @{ Token = $text } }
                $secure = New-Object System.Security.SecureString
                foreach ($character in $text.ToCharArray()) { $secure.AppendChar($character) }
                [pscustomobject]@{ Token = $secure }
            }
        }
        Import-Module $stand -Global
        $bytes = Get-HostAnswer @{ frame = 'token'; resource = 'https://management.azure.com/'; tenant = 'tenant' }
        [System.Text.Encoding]::UTF8.GetString($bytes) |
            Should -BeExactly 'token-for-https://management.azure.com/-in-tenant'
    }

    It 'is the reason after a zero byte when nobody signed in there' {
        $stand = New-Module -Name Az.Accounts -ScriptBlock {
            function Get-AzAccessToken { [CmdletBinding()]param($ResourceUrl) throw 'Run Connect-AzAccount to login.' }
        }
        Import-Module $stand -Global
        $bytes = Get-HostAnswer @{ frame = 'token'; resource = 'https://management.azure.com/'; tenant = '' }
        $bytes[0] | Should -Be 0
        [System.Text.Encoding]::UTF8.GetString($bytes, 1, $bytes.Length - 1) |
            Should -BeExactly 'Run Connect-AzAccount to login.'
    }

    It 'is nothing, and a context the reason, where Standalone is in its place' {
        (Get-HostAnswer @{ frame = 'token'; resource = 'https://management.azure.com/'; tenant = '' }).Length |
            Should -Be 0
        $reason = [System.Text.Encoding]::UTF8.GetString((Get-HostAnswer @{ frame = 'context' }))
        $reason | Should -BeExactly '{"reason":"AzIntegrationRuntime.Standalone is loaded in its place"}'
    }
}

Describe 'The native library' {
    BeforeAll {
        $shell = (Get-Process -Id $PID).Path
        $platform = $script:Assembly.GetType('AzIntegrationRuntime.Native.Platform', $true).GetProperty('Current',
            $script:Hidden).GetValue($null)
        $platformName = $platform.GetType().GetProperty('Name', $script:Hidden).GetValue($platform)

        function Copy-TestModule {
            # A copy of the built module.
            $folder = Join-Path $TestDrive "$([guid]::NewGuid())/AzIntegrationRuntime/$script:Version"
            $null = New-Item -ItemType Directory -Path (Split-Path $folder) -Force
            Copy-Item -LiteralPath (Split-Path $script:MainManifest) -Destination $folder -Recurse
            $folder
        }
    }

    It 'is not loaded by the import' {
        $output = & $shell -NoProfile `
            -Command ("Import-Module '$script:MainManifest'; (Get-Process -Id `$PID).Modules.ModuleName -match " +
                "'azir_native'; 'end'")
        $output | Should -Be 'end'
    }

    It 'is named by the error where there is none for the platform, with the platforms that there are' {
        $folder = Copy-TestModule
        # A build may hold more platforms than this one.
        Get-ChildItem -LiteralPath $folder -Directory | Where-Object { $_.Name -match '^(win|linux|osx)-' } |
            Remove-Item -Recurse
        $other = if ($platformName -eq 'osx-arm64') { 'osx-x64' } else { 'osx-arm64' }
        $null = New-Item -ItemType File -Path (Join-Path $folder "$other/libazir_native.dylib") -Force
        $output = & $shell -NoProfile -Command (
            "Import-Module '$folder/AzIntegrationRuntime.psd1'; try { Get-AzDataFactoryV2 } catch { " +
            "`$_.FullyQualifiedErrorId; `$_.Exception.Message }")
        $output[0] | Should -BeLike 'NativeLibraryNotLoaded,Microsoft.Azure.Commands.DataFactoryV2.*'
        $output[1] | Should -Match (
            "^AzIntegrationRuntime has no native library for this platform \($platformName\): '.*azir_native\.\w+' " +
            "does not exist\. " +
            "The folder '.*' has those for: $other\. Install a package that was made for this platform, or build " +
            "one with build\.ps1\.$")
    }

    It 'is named by the error where it cannot be loaded' {
        $folder = Copy-TestModule
        $library = Get-ChildItem -LiteralPath (Join-Path $folder $platformName) -File |
            Where-Object Name -Match '^(lib)?azir_native\.'
        [IO.File]::WriteAllText($library.FullName, 'this is no library')
        $output = & $shell -NoProfile -Command (
            "Import-Module '$folder/AzIntegrationRuntime.psd1'; try { Get-AzDataFactoryV2 } catch { " +
            "`$_.Exception.Message -replace '\s+', ' ' }")
        $output | Should -Match "^The native library '.*azir_native\.\w+' cannot be loaded: "
    }
}

Describe 'A panic in the library' {
    It 'becomes an error record, says nothing of itself, and the next cmdlet works' {
        $records = Get-Refusal { Invoke-NativeProbe selftest.panic }
        @($records).Count | Should -Be 1
        $records[0].Exception.Message | Should -BeExactly (
            'A mistake in AzIntegrationRuntime stopped this command; PowerShell itself is not affected. What was ' +
            'asked may have been done in ' +
            'part: look before trying again. Please report it with the command and the output of $PSVersionTable.')
        (Get-AzDataFactoryV2 -ResourceGroupName rg -Name adf-pump).DataFactoryName | Should -BeExactly 'adf-pump'
    }
}

Describe 'Constrained Language Mode' {
    It 'is no hindrance: cmdlets, objects, questions and completion' {
        $state = [initialsessionstate]::CreateDefault2()
        $state.LanguageMode = 'ConstrainedLanguage'
        $state.ImportPSModule(@($script:MainManifest, $script:StandaloneManifest))
        $space = [runspacefactory]::CreateRunspace($state)
        $space.Open()
        $shell = [powershell]::Create()
        $shell.Runspace = $space
        try {
            $output = $shell.AddScript('
                $ExecutionContext.SessionState.LanguageMode
                $made = Set-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-clm -Type SelfHosted -Force
                $made.Name
                (Get-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-clm).State
                (Get-AzAccessToken).Type
                Remove-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-clm -Force
                $line = "Get-AzDataFactoryV2IntegrationRuntime rg "
                (TabExpansion2 $line $line.Length).CompletionMatches | ForEach-Object { $_.CompletionText }
            ').Invoke()
            $shell.Streams.Error | Should -BeNullOrEmpty
            $output[0] | Should -Be 'ConstrainedLanguage'
            $output | Should -Contain 'ir-clm'
            $output | Should -Contain 'adf-pump'
        } finally {
            $shell.Dispose()
            $space.Dispose()
        }
    }
}
