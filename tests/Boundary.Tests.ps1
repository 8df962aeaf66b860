# What stands between a cmdlet and the library: the request that is written, the frames that are read, questions,
# errors, jobs.

BeforeAll {
    . $PSScriptRoot/common.ps1
    . $PSScriptRoot/boundary.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-pump'
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

Describe 'An objects frame of the library' {
    BeforeAll { $results = @(Invoke-NativeProbe selftest.values) }

    It 'carries every kind of value with its .NET type' {
        $one = $results[0]
        $one.Null | Should -BeNull
        $one.False | Should -BeFalse
        $one.True | Should -BeTrue
        $one.Int32 | Should -BeExactly ([int]::MinValue)
        $one.Int64 | Should -BeExactly ([long]::MaxValue)
        $one.Double | Should -BeExactly -0.5
        $one.Text | Should -BeExactly ([regex]::Unescape('\u00E4\uD83D\uDE00\x00\n'))
        $one.Date | Should -Be ([datetime]::new(2026, 2, 28, 21, 59, 59, [DateTimeKind]::Utc).AddTicks(1234567))
        $one.Date.Kind | Should -Be 'Utc'
        $one.DateOffset.Offset | Should -Be ([timespan]::FromHours(2))
        $one.DateOffset.UtcDateTime | Should -Be $one.Date
        $one.Span | Should -Be ([timespan]'-1.02:03:04.5')
        $one.Guid | Should -Be ([guid]'00112233-4455-6677-8899-aabbccddeeff')
        , $one.List | Should -BeOfType ([object[]])
        $one.List | Should -Be @($null, 'b')
        $one.Table | Should -BeOfType ([hashtable])
        $one.Table.Z | Should -Be 1
        $one.Bag.PSObject.Properties['Inner'].Value | Should -BeOfType ([pscustomobject])
        $one.SecretText | Should -BeExactly ([regex]::Unescape('s3cr\u20ACt'))
        $one.Secret | Should -BeOfType ([securestring])
        (New-Object PSCredential 'x', $one.Secret).GetNetworkCredential().Password |
            Should -BeExactly ([regex]::Unescape('s3cr\u20ACt'))
    }

    It 'has objects in objects, of one class with other members too' {
        $results[0].Part.Name | Should -BeExactly 'first'
        $results[0].Parts.Count | Should -Be 2
        $results[0].Parts[1].More | Should -Be 2
        $results[0].PartsByName.own.Name | Should -BeExactly 'third'
    }

    It 'has results without a class' {
        $results | Should -HaveCount 5
        $results[1].PSObject.TypeNames[0] | Should -BeExactly 'AzIntegrationRuntime.SelfTest'
        $results[2] | Should -BeNull
        $results[3] | Should -BeExactly 'bare'
        $results[4].Name | Should -BeExactly 'bag'
    }

    It 'carries any text unharmed through service and library: <Name>' -ForEach @(
        @{ Name = 'markup'; Escaped = '<a href="x">&amp;</a>' }
        @{ Name = 'what looks like an escape'; Escaped = 'a_x0041_b _x000A_ \\u0041' }
        @{ Name = 'an emoji and other letters'; Escaped = 'x\uD83D\uDE00\u00E9\u4E2D' }
        @{ Name = 'line ends and tabs'; Escaped = 'a\r\nb\n\tc' }
        @{ Name = 'control characters'; Escaped = 'a\x01b\x1fc' }
        @{ Name = 'blanks at the ends'; Escaped = '  x  ' }
        @{ Name = 'characters that XML does not have'; Escaped = 'a\uFFFDb\uFFFEc' }
    ) {
        $text = [regex]::Unescape($Escaped)
        $made = Set-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-text -Type SelfHosted -Description $text -Force
        $made.Description | Should -BeExactly $text
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-text).Description | Should -BeExactly $text
    }

    It 'comes in order, each object once, from a list of many pages' {
        $null = Invoke-Emulator POST '/emulator/seed' @{
            subscriptionId = $script:SubscriptionId; resourceGroupName = 'rg'; factoryName = 'adf-many'; count = 1200
            prefix = 'ir-'
        }
        $list = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-many)
        $list.Count | Should -Be 1200
        @($list.Name | Sort-Object -Unique).Count | Should -Be 1200
        @($list | Where-Object { $_.GetType().Name -ne 'PSSelfHostedIntegrationRuntime' }).Count | Should -Be 0
    }
}

Describe 'An object of a class' {
    BeforeAll {
        $class = 'AzIntegrationRuntime.Tests.Thing'
        # One member with one value: what it is in the object.
        function New-Thing([string]$Member, [scriptblock]$Value) {
            $frame = New-Frame {
                $null = $_.Count(1).Layout($class, $Member).Count(1).Byte(14).Count(0)
                $_ | ForEach-Object $Value
            }
            (Read-Frame $frame)[0]
        }
    }

    It 'is an instance of it, with private, inherited and overridden properties set' {
        $frame = New-Frame {
            $_.Count(1).Layout($class, 'Inherited', 'Text',
                'Overridden').Count(1).Byte(14).Count(0).Text('a').Text('b').Text('c')
        }
        $thing = (Read-Frame $frame)[0]
        $thing.GetType().FullName | Should -BeExactly $class
        $thing.Inherited | Should -BeExactly 'a'
        $thing.Text | Should -BeExactly 'b'
        $thing.Overridden | Should -BeExactly 'c'
        $thing.PSObject.TypeNames[0] | Should -BeExactly $class
    }

    It 'has the value in the property''s type: <Member>' -ForEach @(
        @{ Member = 'Number'; Value = { $_.Int32(5) }; Wanted = 5; Type = 'Int32' }
        @{ Member = 'Number'; Value = { $_.Int64(5) }; Wanted = 5; Type = 'Int32' }
        @{ Member = 'Long'; Value = { $_.Int32(5) }; Wanted = 5; Type = 'Int64' }
        @{ Member = 'Double'; Value = { $_.Int32(5) }; Wanted = 5; Type = 'Double' }
        @{ Member = 'Color'; Value = { $_.Text('green') }; Wanted = 'Green'; Type = 'Color' }
        @{
            Member = 'Id'; Value = { $_.Text('b24988ac-6180-42a0-ab88-20f7382dd24c') }; Type = 'Guid'
            Wanted = [guid]'b24988ac-6180-42a0-ab88-20f7382dd24c'
        }
        @{ Member = 'Array'; Value = { $_.Byte(11).Count(2).Text('a').Text('b') }; Wanted = @('a', 'b')
            Type = 'String[]' }
        @{ Member = 'Interface'; Value = { $_.Byte(11).Count(2).Text('a').Text('b') }; Wanted = @('a', 'b')
            Type = 'List`1' }
        @{ Member = 'List'; Value = { $_.Byte(11).Count(2).Int32(1).Byte(0) }; Wanted = @(1, $null); Type = 'List`1' }
        @{ Member = 'Objects'; Value = { $_.Byte(11).Count(2).Int32(1).Text('b') }; Wanted = @(1, 'b')
            Type = 'Object[]' }
        @{ Member = 'Anything'; Value = { $_.Byte(11).Count(1).Int32(1) }; Wanted = @(1); Type = 'Object[]' }
    ) {
        $thing = New-Thing $Member $Value
        $thing.GetType().FullName | Should -BeExactly $class
        , $thing.$Member | ForEach-Object { $_.GetType().Name } | Should -BeExactly $Type
        @($thing.$Member) | Should -Be $Wanted
        $thing.PSObject.Properties[$Member].MemberType | Should -Be 'Property'
    }

    It 'shows control characters of a text as text: <Case>' -ForEach @(
        @{ Case = 'an escape sequence'; Raw = 'a\x1b[2Jb'; Shown = 'a\u001b[2Jb' }
        @{ Case = 'the 8-bit form'; Raw = 'a\x9b2Jb'; Shown = 'a\u009b2Jb' }
        @{ Case = 'a carriage return'; Raw = 'a\rb'; Shown = 'a\u000db' }
        @{ Case = 'ends of lines and tabs'; Raw = 'a\r\nb\n\tc'; Shown = '' }
        @{ Case = 'another language'; Raw = '\u4e16\u754c \u200f\u05d0'; Shown = '' }
    ) {
        $raw = [regex]::Unescape($Raw)
        if (-not $Shown) { $Shown = $raw }
        $thing = New-Thing 'Filled' { $_.Text($raw) }
        foreach ($view in ($thing | Format-List | Out-String), ($thing | Format-Table Filled | Out-String)) {
            $view | Should -BeLike "*$([WildcardPattern]::Escape(($Shown -split '\r?\n')[0]))*"
            $view | Should -Not -Match '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]'
        }
        # The value is the text of the service.
        $thing.Filled | Should -BeExactly $raw
        $thing.Filled.Length | Should -Be $raw.Length
        (ConvertFrom-Json ($thing | Select-Object Filled | ConvertTo-Json)).Filled | Should -BeExactly $raw
        (New-TestRequest @{ InputObject = $thing }).Json.arguments.InputObject.Filled | Should -BeExactly $raw
        $thing.Filled = 'new'
        (New-TestRequest @{ InputObject = $thing }).Json.arguments.InputObject.Filled | Should -BeExactly 'new'
    }

    It 'shows control characters in lists, tables and objects of it as text' {
        $raw = "a$([char]27)[2J"
        foreach ($thing in @(
                New-Thing 'Interface' { $_.Byte(11).Count(2).Text($raw).Byte(0) }
                New-Thing 'Table' { $_.Byte(12).Count(1).Name('k').Text($raw) }
                (New-Thing 'Anything' { $_.Byte(13).Count(1).Name('x').Text($raw) }).Anything
            )) {
            $view = $thing | Format-List | Out-String
            $view | Should -BeLike '*a\u001b`[2J*'
            $view | Should -Not -Match '\x1b'
        }
        (New-Thing 'Interface' { $_.Byte(11).Count(1).Text($raw) }).Interface[0] | Should -BeExactly $raw
        (New-Thing 'Table' { $_.Byte(12).Count(1).Name('k').Text($raw) }).Table['K'] | Should -BeExactly $raw
    }

    It 'has tables as the property wants them' {
        $thing = New-Thing 'Texts' { $_.Byte(12).Count(2).Name('b').Text('1').Name('a').Byte(0) }
        $thing.Texts.GetType().Name | Should -BeExactly 'Dictionary`2'
        $thing.Texts.Keys -join ' ' | Should -BeExactly 'b a'
        $thing.Texts['b'] | Should -BeExactly '1'
        $thing = New-Thing 'Values' {
            $_.Byte(12).Count(2).Name('list').Byte(11).Count(1).Int32(1).
            Name('bag').Byte(13).Count(1).Name('x').Int32(2)
        }
        , $thing.Values['list'] | Should -BeOfType ([object[]])
        $thing.Values['bag'].x | Should -Be 2
        $thing = New-Thing 'Table' { $_.Byte(12).Count(1).Name('K').Byte(12).Count(1).Name('inner').Int32(3) }
        $thing.Table['k']['inner'] | Should -Be 3
    }

    It 'keeps both of two names that differ in casing only, in a table' {
        $thing = New-Thing 'Anything' { $_.Byte(12).Count(2).Name('a').Int32(1).Name('A').Int32(2) }
        $thing.Anything['a'] | Should -Be 1
        $thing.Anything['A'] | Should -Be 2
    }

    It 'holds objects of classes' {
        $frame = New-Frame {
            $_.Count(2).Layout($class, 'Inner', 'Inners').Layout($class, 'Text').Count(1).Byte(14).Count(0).
            Byte(14).Count(1).Text('in').Byte(11).Count(1).Byte(14).Count(1).Text('of many')
        }
        $thing = (Read-Frame $frame)[0]
        $thing.Inner.Text | Should -BeExactly 'in'
        $thing.Inner.PSObject.TypeNames[0] | Should -BeExactly $class
        $thing.Inners[0].Text | Should -BeExactly 'of many'
    }

    It 'keeps the default of a property for null, unless the property takes null' {
        (New-Thing 'Default' { $_.Byte(0) }).Default | Should -Be 7
        (New-Thing 'Filled' { $_.Byte(0) }).Filled | Should -BeNull
    }

    It 'loses nothing: <Name> becomes a note property' -ForEach @(
        @{ Name = 'an unknown member'; Member = 'Unknown'; Value = { $_.Int32(1) }; Wanted = 1 }
        @{ Name = 'a text for a number'; Member = 'Number'; Value = { $_.Text('many') }; Wanted = 'many' }
        @{ Name = 'a number for a text'; Member = 'Text'; Value = { $_.Int32(1) }; Wanted = 1 }
        @{ Name = 'a number that is too large'; Member = 'Number'; Value = { $_.Int64(5000000000) }
            Wanted = 5000000000 }
        @{ Name = 'an unknown word of an enumeration'; Member = 'Color'; Value = { $_.Text('blue') }; Wanted = 'blue' }
        @{ Name = 'a list with an element that does not fit'; Member = 'List'
            Value = { $_.Byte(11).Count(1).Text('x') }; Wanted = @('x') }
        @{ Name = 'a value for a property that cannot be set'; Member = 'Fixed'; Value = { $_.Text('x') }
            Wanted = 'x' }
        @{ Name = 'a value that the class refuses'; Member = 'Picky'; Value = { $_.Text('x') }; Wanted = 'x' }
    ) {
        foreach ($time in 1..12) {
            # After some calls a setter is called in another way.
            $thing = New-Thing $Member $Value
            @($thing.$Member) | Should -Be $Wanted
            $thing.PSObject.Properties[$Member].MemberType | Should -Be 'NoteProperty'
            $thing -is $class | Should -BeTrue
        }
    }

    It 'is made quickly: ten thousand of twenty-five members in a tenth of a second of processor time' -Tag Speed {
        [string[]]$members = @('Text', 'Filled', 'Inherited', 'Overridden', 'Number', 'Long', 'Default') +
            @(1..18 | ForEach-Object { 'Text' })
        $writer = New-Object AzIntegrationRuntime.Tests.FrameWriter
        $null = $writer.Count(1).Layout($class, $members).Count(10000)
        $one = New-Object AzIntegrationRuntime.Tests.FrameWriter
        $null = $one.Byte(14).Count(0).Text('some text').Text('other').Text('more').Text('last')
        $null = $one.Int32(1).Int64(2).Int32(3)
        foreach ($index in 1..18) { $null = $one.Text("value number $index") }
        $bytes = $one.ToArray()
        foreach ($index in 1..10000) { $null = $writer.Byte($bytes) }
        $frame = $writer.ToArray()
        $null = Read-Frame $frame
        $process = [Diagnostics.Process]::GetCurrentProcess()
        $best = foreach ($time in 1..5) {
            $process.Refresh()
            $before = $process.TotalProcessorTime
            $null = Read-Frame $frame
            $process.Refresh()
            ($process.TotalProcessorTime - $before).TotalMilliseconds
        }
        ($best | Measure-Object -Minimum).Minimum | Should -BeLessThan 100
    }
}

Describe 'An object of a class that is not there' {
    It 'is a bag with that type name' {
        $frame = New-Frame {
            $_.Count(1).Layout('Not.There', 'A', 'a', 'B').Count(1).Byte(14).Count(0).Int32(1).Int32(2).Byte(0)
        }
        $bag = (Read-Frame $frame)[0]
        $bag.PSObject.TypeNames[0] | Should -BeExactly 'Not.There'
        $bag.A | Should -Be 2
        $bag.PSObject.Properties['B'] | Should -Not -BeNull
    }

    It 'is made for an abstract class too' {
        $frame = New-Frame {
            $_.Count(1).Layout('AzIntegrationRuntime.Cmdlets.NativeCmdlet', 'A').Count(1).Byte(14).Count(0).Int32(1)
        }
        (Read-Frame $frame)[0].A | Should -Be 1
    }
}

Describe 'A frame that is not one' {
    It 'is refused: <Name>' -ForEach @(
        @{ Name = 'empty'; Write = { } }
        @{ Name = 'more layouts than bytes'; Write = { $_.Count(1000) } }
        @{ Name = 'more members than bytes'; Write = { $_.Count(1).Name('X').Count(100000) } }
        @{ Name = 'more results than bytes'; Write = { $_.Count(0).Count(2).Byte(0) } }
        @{ Name = 'a text beyond the end'; Write = { $_.Count(0).Count(1).Byte(6).Count(5).Byte(65) } }
        @{ Name = 'a length of 64 bits'; Write = { $_.Count(0).Count(1).Byte(6).Count([uint64]::MaxValue).Byte(65) } }
        @{ Name = 'a number that does not end'
            Write = { $_.Count(0).Count(1).Byte(6, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1) } }
        @{ Name = 'a tenth byte that is too large'
            Write = { $_.Count(0).Count(1).Byte(6, 255, 255, 255, 255, 255, 255, 255, 255, 255, 2) } }
        @{ Name = 'an unknown kind'; Write = { $_.Count(0).Count(1).Byte(17) } }
        @{ Name = 'an unknown layout'; Write = { $_.Count(0).Count(1).Byte(14).Count(0) } }
        @{ Name = 'half an int'; Write = { $_.Count(0).Count(1).Byte(3, 1, 2) } }
        @{ Name = 'a list longer than the frame'; Write = { $_.Count(0).Count(1).Byte(11).Count(3).Byte(0, 0) } }
        @{ Name = 'a date beyond the year 9999'
            Write = { $_.Count(0).Count(1).Byte(7).Byte(255, 255, 255, 255, 255, 255, 255, 127) } }
        @{ Name = 'an offset of 15 hours'
            Write = { $_.Count(0).Count(1).Byte(8).Byte(0, 0, 0, 0, 0, 0, 0, 8).Byte(132, 3, 0, 0) } }
        @{ Name = 'a text that is not UTF-8'; Write = { $_.Count(0).Count(1).Byte(6).Count(1).Byte(255) } }
        @{ Name = 'a secret that is not UTF-8'; Write = { $_.Count(0).Count(1).Byte(16).Count(1).Byte(255) } }
        @{ Name = 'something behind the end'; Write = { $_.Count(0).Count(0).Byte(0) } }
    ) {
        { Read-Frame (New-Frame $Write) } | Should -Throw '*frame that is not valid*'
    }

    It 'is refused for values nested without end, and does not exhaust the stack' {
        $writer = New-Object AzIntegrationRuntime.Tests.FrameWriter
        $null = $writer.Count(0).Count(1)
        foreach ($level in 1..100000) { $null = $writer.Byte(11, 1) }
        $null = $writer.Byte(0)
        { Read-Frame $writer.ToArray() } | Should -Throw '*nested too deeply*'
    }

    It 'is refused where a message is no table' {
        { [AzIntegrationRuntime.Tests.FrameReading]::Message((New-Frame { $_.Int32(1) })) } |
            Should -Throw '*not a table*'
    }

    It 'never says what was in it' {
        $frame = New-Frame { $_.Count(0).Count(2).Byte(15).Name('planted-c').Byte(99) }
        $message = try { Read-Frame $frame } catch { "$_" }
        $message | Should -Not -Match 'planted'
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
            'Nobody is here to answer. Use -Force or -Confirm:$false to run ' +
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

Describe 'A job' {
    BeforeAll {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Type Managed -Location eastus `
            -NodeSize Standard_D2_v3 -NodeCount 1 -Force
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-vnet -Type Managed -Location eastus `
            -ManagedVirtualNetworkName default -Force
        $wait = '| ForEach-Object { $job = $_; Wait-Job $job | Out-Null; $job }'
    }

    AfterAll { Get-Job | Remove-Job -Force }

    It 'begins after the last question: <Name>' -ForEach @(
        @{ Name = 'two questions'; Text = 'Start-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Confirm -AsJob'
            Answer = 'Yes', 'Yes' }
        @{ Name = 'one, by its own'; Text = 'Stop-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -AsJob'
            Answer = 'Yes' }
        @{ Name = 'one, by -Confirm'
            Text = 'Start-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Force -Confirm -AsJob'; Answer = 'Yes' }
        @{ Name = 'none with -Force'; Text = 'Stop-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Force -AsJob'
            Answer = @() }
        @{ Name = 'none with -Confirm:$false'
            Text = 'Start-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Confirm:$false -AsJob'; Answer = @() }
        @{ Name = 'a cmdlet with ShouldProcess only'
            Text = 'Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring rg adf-pump ir-vnet -AsJob'
            Answer = @() }
        @{ Name = 'the same with -Confirm'
            Text = 'Disable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring rg adf-pump ir-vnet -Confirm -AsJob'
            Answer = 'Yes' }
        @{ Name = 'a cmdlet without questions'
            Text = 'Wait-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -State Started -AsJob'; Answer = @() }
    ) {
        $result = Invoke-Answered "$Text $wait" -Answer $Answer
        $result.Errors | Should -BeNullOrEmpty
        $result.Unanswered | Should -Be 0
        $result.Output | Should -HaveCount 1
        $job = $result.Output[0]
        $job.GetType().FullName | Should -BeExactly 'AzIntegrationRuntime.Jobs.NativeJob'
        $job.Name | Should -BeExactly "$(($Text -split '-')[0]) $(($Text -split ' ')[3])"
        $job.Command | Should -BeExactly ($Text -split ' ')[0]
        $job.State | Should -BeExactly 'Completed'
        $job.Error | Should -BeNullOrEmpty
    }

    It 'has failed where the cmdlet would have failed, with the cmdlet''s error' {
        $result = Invoke-Answered "Stop-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-none -AsJob $wait"
        $result.Errors | Should -BeNullOrEmpty
        $job = $result.Output[0]
        $job.State | Should -BeExactly 'Failed'
        $job.Error[0].Exception.Message | Should -BeLike 'HTTP Status Code: NotFound*'
        $job.Error[0].FullyQualifiedErrorId | Should -BeExactly (
            (Get-Command Stop-AzDataFactoryV2IntegrationRuntime).ImplementingType.FullName)
    }

    It 'has failed where the cmdlet would have failed before its question' {
        $result = Invoke-Answered "Start-AzDataFactoryV2IntegrationRuntime -ResourceId '/not/one' -AsJob $wait"
        $result.Errors | Should -BeNullOrEmpty
        $result.Output[0].State | Should -BeExactly 'Failed'
        $result.Output[0].Error | Should -HaveCount 1
    }

    It 'does not begin: <Name>' -ForEach @(
        @{ Name = 'the answer is no'; Text = 'Start-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -AsJob'
            Answer = 'No' }
        @{ Name = 'the first answer is no'
            Text = 'Start-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Confirm -AsJob'; Answer = 'No' }
        @{ Name = '-WhatIf'; Text = 'Stop-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Force -WhatIf -AsJob'
            Answer = @() }
    ) {
        $result = Invoke-Answered $Text -Answer $Answer
        $result.Output | Should -BeNullOrEmpty
        $result.Unanswered | Should -Be 0
    }

    It 'writes an operation with -NoWait, and is as talkative as its cmdlet' {
        $result = Invoke-Answered ("Stop-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Force -NoWait -Debug " +
            "-AsJob $wait")
        $result.Output[0].Output[0].Kind | Should -BeExactly 'Stop'
        $result.Output[0].Output[0].PSObject.TypeNames[0] | Should -BeExactly 'AzIntegrationRuntime.Operation'
        $result.Output[0].Debug.Count | Should -BeGreaterThan 0
        $result = Invoke-Answered ("Stop-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Force -NoWait -AsJob " +
            "$wait")
        $result.Output[0].Debug.Count | Should -Be 0
    }

    It 'runs at once, is among the session''s jobs, and stops: <Way>' -ForEach @(
        @{ Way = 'Stop-Job'; Stop = { Stop-Job $args[0] } }
        @{ Way = 'Remove-Job -Force'; Stop = { Remove-Job $args[0] -Force } }
        @{ Way = 'Dispose'; Stop = { $args[0].Dispose() } }
    ) {
        $job = Invoke-QuietProbe selftest.wait -AsJob
        $job.State | Should -BeExactly 'Running'
        (Get-Job -Id $job.Id).InstanceId | Should -Be $job.InstanceId
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        & $Stop $job
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
        $job.State | Should -BeExactly 'Stopped'
        # The library's operation is closed, too.
        $job.GetType().GetField('operation', $script:Hidden).GetValue($job).IsClosed | Should -BeTrue
        if ($Way -ne 'Remove-Job -Force') { Remove-Job $job -Force }
    }

    It 'gives what it has to Receive-Job, waiting where that is wanted' {
        $received = Invoke-QuietProbe selftest.values -AsJob | Wait-Job | Receive-Job
        # Receive-Job leaves the null out.
        @($received).Count | Should -Be 4
        $received[2] | Should -BeExactly 'bare'
        $records = Get-Refusal { Invoke-QuietProbe selftest.panic -AsJob | Wait-Job | Receive-Job }
        $records.Exception.Message | Should -BeLike 'A mistake in AzIntegrationRuntime*'
        # PowerShell shows it before the message.
        $records.CategoryInfo.Activity | Should -Not -BeNullOrEmpty
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
