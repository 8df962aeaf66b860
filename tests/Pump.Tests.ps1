# What stands between a cmdlet and the library: the request that is written, the frames that are read.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-pump'
    $module = Get-Module AzIntegrationRuntime

    function New-TestRequest {
        # The request for these arguments, as JSON and as the bytes beside it. The preferences are those that the caller
        # of the cmdlet has.
        param([hashtable]$Argument, [string]$Operation = 'probe', [hashtable]$Preference = @{}, [switch]$Piped,
            [switch]$AsksNothing)
        $null = Get-AzContext
        $request = & $module {
            param($Given, $Operation, $Preference, $Piped, $Probe)
            function Invoke-Probe {
                [CmdletBinding(SupportsShouldProcess)]
                param($Given, $Operation, [Parameter(ValueFromPipeline)]$Piped)
                process { New-NativeRequest $PSCmdlet $Operation $Given $true $false }
            }
            function Invoke-QuietProbe {
                [CmdletBinding()]
                param($Given, $Operation)
                New-NativeRequest $PSCmdlet $Operation $Given $true $false
            }
            foreach ($name in $Preference.Keys) {
                Set-Variable -Name $name -Value $Preference[$name]
            }
            if ($Piped) {
                1 | & $Probe $Given $Operation
            } else {
                & $Probe $Given $Operation
            }
        } $Argument $Operation $Preference $Piped $(if ($AsksNothing) { 'Invoke-QuietProbe' } else { 'Invoke-Probe' })
        [pscustomobject]@{
            Text    = [System.Text.Encoding]::UTF8.GetString($request.Request)
            Json    = ConvertFrom-Json ([System.Text.Encoding]::UTF8.GetString($request.Request))
            Secrets = $request.Secrets
        }
    }

    function Read-Secret {
        # The text that a reference to a secret stands for.
        param($Request, $Reference)
        $encoding = if ($Reference.secret.encoding -eq 'utf8') { [System.Text.Encoding]::UTF8 } else {
            [System.Text.Encoding]::Unicode
        }
        $encoding.GetString($Request.Secrets, $Reference.secret.offset, $Reference.secret.length)
    }
}

AfterAll { Stop-TestEmulator }

Describe 'A request' {
    It 'names operation, build, cmdlet and what is wanted' {
        $request = New-TestRequest @{}
        $request.Json.operation | Should -BeExactly 'probe'
        $request.Json.build | Should -BeExactly $script:Version
        $request.Json.cmdlet | Should -BeExactly 'Invoke-Probe'
        $request.Json.verbose | Should -BeTrue
        $request.Json.PSObject.Properties.Name | Should -Not -Contain 'debug'
        $request.Json.PSObject.Properties.Name | Should -Not -Contain 'context'
    }

    It 'says when the input comes from the pipeline' {
        (New-TestRequest @{}).Text | Should -Not -Match '"pipeline"'
        (New-TestRequest @{} -Piped).Json.pipeline | Should -BeTrue
    }

    It '<Says> that -WhatIf is in force: <Name>' -ForEach @(
        @{ Says = 'says'; Name = 'bound'; Given = @{ WhatIf = [switch]$true }; Preference = @{} }
        @{ Says = 'says'; Name = 'the preference'; Given = @{}; Preference = @{ WhatIfPreference = $true } }
        @{ Says = 'does not say'; Name = 'nothing'; Given = @{}; Preference = @{} }
        @{ Says = 'does not say'; Name = 'the preference, overruled'; Given = @{ WhatIf = [switch]$false }
            Preference = @{ WhatIfPreference = $true } }
    ) {
        $request = New-TestRequest $Given -Preference $Preference
        ($request.Text -match '"whatIf":true') | Should -Be ($Says -eq 'says')
    }

    It '<Says> that the user will be asked: <Name>' -ForEach @(
        @{ Says = 'says'; Name = 'bound'; Given = @{ Confirm = [switch]$true }; Preference = @{} }
        @{ Says = 'says'; Name = 'the preference Low'; Given = @{}; Preference = @{ ConfirmPreference = 'Low' } }
        @{ Says = 'says'; Name = 'the preference Medium'; Given = @{}
            Preference = @{ ConfirmPreference = [System.Management.Automation.ConfirmImpact]::Medium } }
        @{ Says = 'does not say'; Name = 'the preference High'; Given = @{}; Preference = @{} }
        @{ Says = 'does not say'; Name = 'the preference None'; Given = @{}
            Preference = @{ ConfirmPreference = 'None' } }
        @{ Says = 'does not say'; Name = 'the preference, overruled'; Given = @{ Confirm = [switch]$false }
            Preference = @{ ConfirmPreference = 'Low' } }
        @{ Says = 'does not say'; Name = 'a cmdlet that asks nothing'; Given = @{}
            Preference = @{ ConfirmPreference = 'Low' }; AsksNothing = $true }
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
            $request = New-TestRequest ([ordered]@{
                    Whole = 3; Long = 4000000000; Part = 1.5; Force = [switch]$true; Not = [switch]$false
                    When = [datetime]::new(2024, 1, 2, 3, 4, 5, [System.DateTimeKind]::Utc)
                    Offset = [timespan]::FromHours(3); Id = [guid]'b24988ac-6180-42a0-ab88-20f7382dd24c'
                    Color = [System.ConsoleColor]::Red
                    List = @('a', 2, $null); Empty = @(); Table = @{}
                } | ForEach-Object { $table = @{}; foreach ($key in $_.Keys) { $table[$key] = $_[$key] }; $table })
        } finally {
            [System.Threading.Thread]::CurrentThread.CurrentCulture = $culture
        }
        foreach ($part in '"Whole":3', '"Long":4000000000', '"Part":1.5', '"Force":true', '"Not":false',
            '"When":"2024-01-02T03:04:05', '"Offset":"PT3H"',
            '"Id":"b24988ac-6180-42a0-ab88-20f7382dd24c"', '"Color":"Red"', '"List":["a",2,null]', '"Empty":[]',
            '"Table":{}') {
            $request.Text | Should -BeLike "*$([System.Management.Automation.WildcardPattern]::Escape($part))*"
        }
    }

    It 'leaves PowerShell''s own parameters out, but for Confirm and WhatIf' {
        $request = New-TestRequest @{
            Verbose = $true; ErrorAction = 'Stop'; OutVariable = 'x'; Confirm = $false; WhatIf = $true
            DefaultProfile = 'name'; AsJob = $true; NoWait = $true
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
            Name = 'ir'
            Inner = [pscustomobject]@{ Value = 1 }
            CatalogAdminPassword = 'planted'
            AuthKey1 = 'planted'
            Token = 'planted'
        }
        $request = New-TestRequest @{ InputObject = $object }
        $request.Text | Should -Not -Match 'planted'
        $request.Json.arguments.InputObject.Name | Should -BeExactly 'ir'
        $request.Json.arguments.InputObject.Inner.Value | Should -Be 1
    }

    It 'hands on an operation: <Name>' -ForEach @(
        @{ Name = 'as -NoWait wrote it'; Way = { $_ } }
        @{ Name = 'from Export-Clixml'
            Way = {
                $serializer = [System.Management.Automation.PSSerializer]
                $serializer::Deserialize($serializer::Serialize($_))
            } }
        @{ Name = 'from ConvertTo-Json'; Way = { $_ | ConvertTo-Json | ConvertFrom-Json } }
    ) {
        $operation = [pscustomobject]@{
            PSTypeName = 'AzIntegrationRuntime.Operation'; Id = 'x'; Kind = 'Start'; Name = 'ir'
            ResourceGroupName = 'rg'; DataFactoryName = 'adf'
            RuntimeId = '/subscriptions/s'; StatusUrl = 'https://h/status'; ResultUrl = $null
            StartTime = [datetime]::new(2024, 1, 2, 3, 4, 5, [System.DateTimeKind]::Utc)
        }
        $sent = (New-TestRequest @{ InputObject = ($operation | ForEach-Object $Way) }).Text
        $sent |
            Should -BeLike ('*"InputObject":{"Id":"x","Kind":"Start","Name":"ir","ResourceGroupName":"rg",' +
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
        { New-TestRequest @{ Property = $table } } |
            Should -Throw '-Property cannot be sent: it is nested more than 30 levels deep, or contains itself.'
    }

    It 'has the variables that say how the network is reached, secrets among them apart, as they are at each call' {
        $env:AZURE_CLIENT_SECRET = 'planted-5'
        $env:HTTPS_PROXY = 'http://user:planted-7@proxy:1'
        $env:NO_PROXY = 'one'
        try {
            $request = New-TestRequest @{} 'account.connect'
            $request.Text | Should -Not -Match 'planted|AZURE'
            Read-Secret $request $request.Json.environment.HTTPS_PROXY |
                Should -BeExactly 'http://user:planted-7@proxy:1'
            $request.Json.environment.NO_PROXY | Should -BeExactly 'one'
            $env:NO_PROXY = 'another'
            (New-TestRequest @{} 'account.connect').Json.environment.NO_PROXY | Should -BeExactly 'another'
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
            $told = & $module { Get-HostAnswer $null @{ frame = 'environment' } }
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

Describe 'Objects' {
    It 'carry any text unharmed through service and library: <Name>' -ForEach @(
        @{ Name = 'markup'; Escaped = '<a href="x">&amp;</a>' }
        @{ Name = 'what CLIXML takes for an escape'; Escaped = 'a_x0041_b _x000A_ _x' }
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

    It 'come in order, each once, from a list of many pages' {
        $null = Invoke-Emulator POST '/emulator/seed' @{
            subscriptionId = $script:SubscriptionId
            resourceGroupName = 'rg'
            factoryName = 'adf-many'
            count = 1200
            prefix = 'ir-'
        }
        $list = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-many)
        $list.Count | Should -Be 1200
        @($list.Name | Sort-Object -Unique).Count | Should -Be 1200
        @($list | Where-Object {
            $_.PSObject.TypeNames[0] -ne 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntime'
        }).Count | Should -Be 0
    }
}

Describe 'The caller''s preferences' {
    It 'decide what is shown, as with a compiled cmdlet' {
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

Describe 'What the library lets the user know' {
    BeforeAll {
        $command = 'Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-what -Location eastus -WhatIf'
        $said = "Data factory 'adf-what' does not exist and would be created:*"
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

Describe 'A job' {
    BeforeAll {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Type Managed -Location eastus `
            -NodeSize Standard_D2_v3 -NodeCount 1 -Force
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-vnet -Type Managed -Location eastus `
            -ManagedVirtualNetworkName default -Force
        $wait = '| ForEach-Object { $job = $_; Wait-Job $job | Out-Null; $job }'
    }

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
        $result.Output[0].Name | Should -BeExactly ($Text -split ' ')[0]
        $result.Output[0].State | Should -BeExactly 'Completed'
        $result.Output[0].Error | Should -BeNullOrEmpty
    }

    It 'begins too where the question is left out, and has the error' {
        $result = Invoke-Answered "Stop-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-none -AsJob $wait"
        $result.Errors | Should -BeNullOrEmpty
        $result.Output[0].Error[0].Exception.Message | Should -BeLike 'HTTP Status Code: NotFound*'
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
}

Describe 'A token of Az.Accounts' {
    AfterEach { Remove-Module Az.Accounts -ErrorAction Ignore }

    It 'is taken as bytes, whether it comes as <Kind>' -ForEach @(@{ Kind = 'SecureString' }, @{ Kind = 'string' }) {
        $stand = New-Module -Name Az.Accounts -ArgumentList $Kind -ScriptBlock {
            param($Kind)
            $script:Kind = $Kind
            function Get-AzAccessToken {
                param($ResourceUrl, $TenantId)
                $text = "token-for-$ResourceUrl-in-$TenantId"
                if ($script:Kind -eq 'string') { return @{ Token = $text } }
                $secure = New-Object System.Security.SecureString
                foreach ($character in $text.ToCharArray()) { $secure.AppendChar($character) }
                @{ Token = $secure }
            }
        }
        Import-Module $stand -Global
        $bytes = & $module { Get-AzAccountsToken 'https://management.azure.com/' 'tenant' }
        [System.Text.Encoding]::UTF8.GetString($bytes) |
            Should -BeExactly 'token-for-https://management.azure.com/-in-tenant'
    }

    It 'is the reason after a zero byte when nobody signed in there' {
        $stand = New-Module -Name Az.Accounts -ScriptBlock {
            function Get-AzAccessToken { throw 'Run Connect-AzAccount to login.' }
        }
        Import-Module $stand -Global
        $bytes = & $module { Get-AzAccountsToken 'https://management.azure.com/' '' }
        $bytes[0] | Should -Be 0
        [System.Text.Encoding]::UTF8.GetString($bytes, 1, $bytes.Length - 1) |
            Should -BeExactly 'Run Connect-AzAccount to login.'
    }
}

Describe 'The native library' {
    BeforeAll {
        $shell = Get-PwshPath

        function Copy-TestModule {
            # A copy of the built module under another version.
            param([string]$Version)
            $folder = Join-Path $TestDrive "$([guid]::NewGuid())/AzIntegrationRuntime/$Version"
            $null = New-Item -ItemType Directory -Path (Split-Path $folder) -Force
            Copy-Item -LiteralPath (Split-Path $script:MainManifest) -Destination $folder -Recurse
            $manifest = Join-Path $folder 'AzIntegrationRuntime.psd1'
            [IO.File]::WriteAllText($manifest,
                [IO.File]::ReadAllText($manifest).Replace("'$script:Version'", "'$Version'"))
            $manifest
        }
    }

    It 'is named by the error where there is none for the platform' {
        $manifest = Copy-TestModule $script:Version
        $platform = Split-Path (Split-Path (Get-EmulatorPath)) -Leaf
        Remove-Item -LiteralPath (Join-Path (Split-Path $manifest) $platform) -Recurse
        $output = & $shell -NoProfile `
            -Command ("Import-Module '$manifest'; try { Get-AzDataFactoryV2 } catch { `$_.FullyQualifiedErrorId; " +
                "`$_.Exception.Message }")
        $output[0] | Should -BeExactly 'NativeLibraryNotLoaded,Get-AzDataFactoryV2'
        $output[1] |
            Should -Match ('^AzIntegrationRuntime has no native library for this platform \(\w+-\w+\): ' +
                '''.*azir_native\.\w+'' or the assembly beside it does not exist\. Install a package that was made ' +
                'for it, or build one with build\.ps1\.$')
    }

    It 'is named by the error where it cannot be loaded' {
        $manifest = Copy-TestModule $script:Version
        $library = Get-ChildItem -LiteralPath (Split-Path $manifest) -Recurse -File |
            Where-Object Name -Match '^(lib)?azir_native\.'
        foreach ($file in $library) { [IO.File]::WriteAllText($file.FullName, 'this is no library') }
        $output = & $shell -NoProfile `
            -Command ("Import-Module '$manifest'; try { Get-AzDataFactoryV2 } catch { `$_.Exception.Message " +
                "-replace '\s+', ' ' }")
        $output | Should -Match "^The native library '.*azir_native\.\w+' cannot be loaded: "
    }

    It 'asks for a new PowerShell when the module was updated under it' {
        $manifest = Copy-TestModule '9.9.9'
        $output = & $shell -NoProfile -Command (
            "Import-Module '$script:MainManifest'; `$null = Get-AzDataFactoryV2 -ErrorAction SilentlyContinue; " +
            "Remove-Module AzIntegrationRuntime; " +
            "Import-Module '$manifest'; try { Get-AzDataFactoryV2 -ErrorAction Stop } catch { `$_.Exception.Message }")
        $output | Should -Match 'estart PowerShell\.$'
        $output | Should -Match 'AzIntegrationRuntime'
    }
}

Describe 'A panic in the library' {
    It 'becomes an error record, says nothing of itself, and the next cmdlet works' {
        $records = & $module {
            function Invoke-Panic {
                [CmdletBinding()]
                param()
                Invoke-NativeOperation $PSCmdlet 'selftest.panic' $PSBoundParameters
            }
            Invoke-Panic -ErrorAction SilentlyContinue -ErrorVariable problem
            $problem
        }
        @($records).Count | Should -Be 1
        $records[0].Exception.Message | Should -BeExactly (
            'A mistake in AzIntegrationRuntime stopped this command; PowerShell itself is not affected. What was ' +
            'asked may have been done in ' +
            'part: look before trying again. Please report it with the command and the output of $PSVersionTable.')
        (Get-AzDataFactoryV2 -ResourceGroupName rg -Name adf-pump).DataFactoryName | Should -BeExactly 'adf-pump'
    }
}
