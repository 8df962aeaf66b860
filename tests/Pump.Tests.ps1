# What stands between a cmdlet and the library: the request that is written, the frames that are read.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-pump'
    $module = Get-Module AzIntegrationRuntime

    function New-TestRequest {
        # The request for these arguments, as JSON and as the bytes beside it.
        param([hashtable]$Argument, [string]$Operation = 'probe')
        $null = Get-AzContext
        $request = & $module {
            function Invoke-Probe {
                [CmdletBinding()]
                param($Given, $Operation)
                New-NativeRequest $PSCmdlet $Operation $Given $true $false
            }
            Invoke-Probe $args[0] $args[1]
        } $Argument $Operation
        [pscustomobject]@{
            Text    = [System.Text.Encoding]::UTF8.GetString($request.Request)
            Json    = ConvertFrom-Json ([System.Text.Encoding]::UTF8.GetString($request.Request))
            Secrets = $request.Secrets
        }
    }

    function Read-Secret {
        # The text that a reference to a secret stands for.
        param($Request, $Reference)
        $encoding = if ($Reference.secret.encoding -eq 'utf8') { [System.Text.Encoding]::UTF8 } else { [System.Text.Encoding]::Unicode }
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

    # The texts are written as regular expressions write them: the report of the test run is XML, which has no control characters.
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
                    Whole = 3; Long = 4000000000; Part = 1.5; Force = [switch]$true; Not = [switch]$false; When = [datetime]::new(2024, 1, 2, 3, 4, 5, [System.DateTimeKind]::Utc)
                    Offset = [timespan]::FromHours(3); Id = [guid]'b24988ac-6180-42a0-ab88-20f7382dd24c'; Color = [System.ConsoleColor]::Red
                    List = @('a', 2, $null); Empty = @(); Table = @{}
                } | ForEach-Object { $table = @{}; foreach ($key in $_.Keys) { $table[$key] = $_[$key] }; $table })
        } finally {
            [System.Threading.Thread]::CurrentThread.CurrentCulture = $culture
        }
        foreach ($part in '"Whole":3', '"Long":4000000000', '"Part":1.5', '"Force":true', '"Not":false', '"When":"2024-01-02T03:04:05', '"Offset":"PT3H"',
            '"Id":"b24988ac-6180-42a0-ab88-20f7382dd24c"', '"Color":"Red"', '"List":["a",2,null]', '"Empty":[]', '"Table":{}') {
            $request.Text | Should -BeLike "*$([System.Management.Automation.WildcardPattern]::Escape($part))*"
        }
    }

    It 'leaves PowerShell''s own parameters out, but for Confirm and WhatIf' {
        $request = New-TestRequest @{ Verbose = $true; ErrorAction = 'Stop'; OutVariable = 'x'; Confirm = $false; WhatIf = $true; DefaultProfile = 'name'; AsJob = $true }
        $request.Json.arguments.PSObject.Properties.Name | Sort-Object | Should -Be 'Confirm', 'WhatIf'
        $request.Json.context | Should -BeExactly 'name'
    }

    It 'has secrets beside the text and never in it' {
        $secure = ConvertTo-SecureString "planted-1$([char]0xE9)" -AsPlainText -Force
        $request = New-TestRequest @{
            AuthKey                    = $secure
            Credential                 = New-Object PSCredential 'user', (ConvertTo-SecureString 'planted-2' -AsPlainText -Force)
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
        $object = [pscustomobject]@{ Name = 'ir'; Inner = [pscustomobject]@{ Value = 1 }; CatalogAdminPassword = 'planted'; AuthKey1 = 'planted'; Token = 'planted' }
        $request = New-TestRequest @{ InputObject = $object }
        $request.Text | Should -Not -Match 'planted'
        $request.Json.arguments.InputObject.Name | Should -BeExactly 'ir'
        $request.Json.arguments.InputObject.Inner.Value | Should -Be 1
    }

    It 'has the variables of the environment that matter, secrets among them apart, as they are at each call' {
        $env:AZURE_CLIENT_SECRET = 'planted-5'
        $env:AZURE_TENANT_ID = 'tenant'
        $env:AZIR_OTHER = 'planted-6'
        try {
            $request = New-TestRequest @{} 'account.connect'
            $request.Text | Should -Not -Match 'planted'
            $request.Json.environment.AZURE_TENANT_ID | Should -BeExactly 'tenant'
            Read-Secret $request $request.Json.environment.AZURE_CLIENT_SECRET | Should -BeExactly 'planted-5'
            $env:AZURE_TENANT_ID = 'another'
            (New-TestRequest @{} 'account.connect').Json.environment.AZURE_TENANT_ID | Should -BeExactly 'another'
            $env:MSI_ENDPOINT = 'http://127.0.0.1:1'
            (New-TestRequest @{} 'account.connect').Json.environment.MSI_ENDPOINT | Should -BeExactly 'http://127.0.0.1:1'
            $env:HTTPS_PROXY = 'http://user:planted-7@proxy:1'
            $request = New-TestRequest @{}
            $request.Text | Should -Not -Match 'planted|AZURE|MSI'
            Read-Secret $request $request.Json.environment.HTTPS_PROXY | Should -BeExactly 'http://user:planted-7@proxy:1'
        } finally {
            foreach ($name in 'AZURE_CLIENT_SECRET', 'AZURE_TENANT_ID', 'AZIR_OTHER', 'MSI_ENDPOINT', 'HTTPS_PROXY') {
                [System.Environment]::SetEnvironmentVariable($name, $null)
            }
        }
        (New-TestRequest @{} 'account.connect').Text | Should -Not -Match 'AZURE_TENANT_ID|MSI_ENDPOINT|HTTPS_PROXY'
    }

    It 'takes set-up objects of the SDK and hashtables' {
        $items = New-Object System.Collections.ArrayList
        $password = New-Object Microsoft.Azure.Management.DataFactory.Models.SecureString -ArgumentList 'planted-8'
        $null = $items.Add((New-Object Microsoft.Azure.Management.DataFactory.Models.CmdkeySetup -ArgumentList 'target', 'user', $password))
        $null = $items.Add((New-Object Microsoft.Azure.Management.DataFactory.Models.ComponentSetup -ArgumentList 'component'))
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
        $null = Invoke-Emulator POST '/emulator/seed' @{ subscriptionId = $script:SubscriptionId; resourceGroupName = 'rg'; factoryName = 'adf-many'; count = 1200; prefix = 'ir-' }
        $list = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-many)
        $list.Count | Should -Be 1200
        @($list.Name | Sort-Object -Unique).Count | Should -Be 1200
        @($list | Where-Object { $_.PSObject.TypeNames[0] -ne 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntime' }).Count | Should -Be 0
    }
}

Describe 'The caller''s preferences' {
    It 'decide what is shown, as with a compiled cmdlet' {
        $result = Invoke-Answered '& { $WarningPreference = "SilentlyContinue"; Remove-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-none -Force }'
        $result.Warnings | Should -BeNullOrEmpty
        $result = Invoke-Answered '& { $DebugPreference = "Continue"; Get-AzDataFactoryV2 rg }'
        $result.Debug.Count | Should -BeGreaterThan 0
        $result = Invoke-Answered 'Get-AzDataFactoryV2 rg'
        $result.Debug | Should -BeNullOrEmpty
    }

    It 'decide whether anything is done' {
        $result = Invoke-Answered '& { $WhatIfPreference = $true; Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-what -Location eastus }'
        "$($result.Written)" | Should -BeLike 'What if:*'
        (Get-AzDataFactoryV2 rg).DataFactoryName | Should -Not -Contain 'adf-what'
    }

    It 'give way to parameters' {
        $result = Invoke-Answered '& { $ErrorActionPreference = "Stop"; Get-AzDataFactoryV2 rg adf-none -ErrorAction SilentlyContinue; "went on" }'
        $result.Output | Should -Be 'went on'
        $result = Invoke-Answered 'Get-AzDataFactoryV2 rg adf-none -ErrorAction Stop; "went on"'
        $result.Output | Should -BeNullOrEmpty
        $result.Thrown.Message | Should -BeLike '*adf-none*'
        $result = Invoke-Answered 'Get-AzDataFactoryV2 rg adf-none -ErrorVariable mine -ErrorAction SilentlyContinue; $mine.Count'
        $result.Output | Should -Be 1
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
        [System.Text.Encoding]::UTF8.GetString($bytes) | Should -BeExactly 'token-for-https://management.azure.com/-in-tenant'
    }

    It 'is nothing when nobody signed in there' {
        $stand = New-Module -Name Az.Accounts -ScriptBlock { function Get-AzAccessToken { throw 'Run Connect-AzAccount to login.' } }
        Import-Module $stand -Global
        $bytes = & $module { Get-AzAccountsToken 'https://management.azure.com/' '' }
        @($bytes).Count | Should -Be 0
    }
}

Describe 'The native library' {
    BeforeAll {
        $shell = (Get-Process -Id $PID).Path

        function Copy-TestModule {
            # A copy of the built module under another version.
            param([string]$Version)
            $folder = Join-Path $TestDrive "$([guid]::NewGuid())/AzIntegrationRuntime/$Version"
            $null = New-Item -ItemType Directory -Path (Split-Path $folder) -Force
            Copy-Item -LiteralPath (Split-Path $script:MainManifest) -Destination $folder -Recurse
            $manifest = Join-Path $folder 'AzIntegrationRuntime.psd1'
            [IO.File]::WriteAllText($manifest, [IO.File]::ReadAllText($manifest).Replace("'$script:Version'", "'$Version'"))
            $manifest
        }
    }

    It 'is named by the error where there is none for the platform' {
        $manifest = Copy-TestModule $script:Version
        Remove-Item -LiteralPath (Join-Path (Split-Path $manifest) 'bin') -Recurse
        $output = & $shell -NoProfile -Command "Import-Module '$manifest'; try { Get-AzDataFactoryV2 } catch { `$_.FullyQualifiedErrorId; `$_.Exception.Message }"
        $output[0] | Should -BeExactly 'NativeLibraryNotLoaded,Get-AzDataFactoryV2'
        $output[1] | Should -Match '^AzIntegrationRuntime has no native library for this platform \(\w+-\w+\): ''.*azir_native\.\w+'' or the assembly beside it does not exist\. Install a package that was made for it, or build one with build\.ps1\.$'
    }

    It 'is named by the error where it cannot be loaded' {
        $manifest = Copy-TestModule $script:Version
        $library = Get-ChildItem -LiteralPath (Join-Path (Split-Path $manifest) 'bin') -Recurse -File | Where-Object Name -Match '^(lib)?azir_native\.'
        foreach ($file in $library) { [IO.File]::WriteAllText($file.FullName, 'this is no library') }
        $output = & $shell -NoProfile -Command "Import-Module '$manifest'; try { Get-AzDataFactoryV2 } catch { `$_.Exception.Message -replace '\s+', ' ' }"
        $output | Should -Match "^The native library '.*azir_native\.\w+' cannot be loaded: "
    }

    It 'asks for a new PowerShell when the module was updated under it' {
        $manifest = Copy-TestModule '9.9.9'
        $output = & $shell -NoProfile -Command (
            "Import-Module '$script:MainManifest'; `$null = Get-AzDataFactoryV2 -ErrorAction SilentlyContinue; Remove-Module AzIntegrationRuntime; " +
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
            'A mistake in AzIntegrationRuntime stopped this command; PowerShell itself is not affected. What was asked may have been done in ' +
            'part: look before trying again. Please report it with the command and the output of $PSVersionTable.')
        (Get-AzDataFactoryV2 -ResourceGroupName rg -Name adf-pump).DataFactoryName | Should -BeExactly 'adf-pump'
    }
}
