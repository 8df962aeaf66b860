# With Az.Accounts: its context and tokens are used, as they are at each call. Each script runs in a PowerShell of its
# own, since the test process has Standalone loaded; the emulator stands for Azure as a cloud that is not known by name.

BeforeAll {
    . $PSScriptRoot/common.ps1

    $program = Get-EmulatorPath
    $start = New-StartInfo $program '--parent-stdin'
    $start.RedirectStandardInput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $ready = ConvertFrom-Json $process.StandardOutput.ReadLine()

    function Invoke-Child {
        # Runs a script in another PowerShell and returns all that it wrote, errors as their messages. Variables are set
        # for it only.
        param([string]$Script, [hashtable]$Variable = @{}, [switch]$NoModule)

        $path = Join-Path $TestDrive 'child.ps1'
        $head = @'
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSStyle.OutputRendering = 'PlainText'
Import-Module AzIntegrationRuntime
$owner = New-Object PSCredential $env:TEST_CLIENT, (ConvertTo-SecureString $env:TEST_SECRET -AsPlainText -Force)
function Connect-Owner {
    $place = @{ Tenant = $env:TEST_TENANT; SubscriptionId = $env:TEST_SUBSCRIPTION; SubscriptionName = 'Emulator' }
    $null = Az.Accounts\Connect-AzAccount -ServicePrincipal -Credential $owner @place
}
try {
'@
        Set-Content -LiteralPath $path -Value ($head + "`n" + $Script + "`n} catch { `$_.Exception.Message }")
        $child = New-StartInfo (Get-PwshPath) '-NoProfile', '-NonInteractive', '-File', $path
        $child.RedirectStandardError = $true
        foreach ($name in @($child.Environment.Keys) -match '^(AZURE|IDENTITY|MSI|IMDS)_') {
            $null = $child.Environment.Remove($name)
        }
        $modules = @(Join-Path $script:Root 'output')
        if (-not $NoModule) {
            $modules += Join-Path $PSScriptRoot 'fixtures'
        }
        $set = @{
            PSModulePath      = $modules -join [IO.Path]::PathSeparator
            SSL_CERT_FILE     = $ready.caPath
            STANDIN_ENDPOINT  = $ready.endpoint
            STANDIN_SHAPE     = 'SecureString'
            TEST_CLIENT       = $ready.clientId
            TEST_SECRET       = $ready.clientSecret
            TEST_TENANT       = $ready.tenantId
            TEST_SUBSCRIPTION = $ready.subscriptionId
        }
        foreach ($table in $set, $Variable) {
            foreach ($name in $table.Keys) {
                $child.Environment[$name] = $table[$name]
            }
        }
        $running = [System.Diagnostics.Process]::Start($child)
        $errors = $running.StandardError.ReadToEndAsync()
        $text = $running.StandardOutput.ReadToEnd() + $errors.Result
        $running.WaitForExit()
        $text -split '\r?\n' | Where-Object { $_ }
    }

    function Invoke-ReadyEmulator {
        param([string]$Method, [string]$Path, $Body)
        $argument = @{ Method = $Method; Uri = $ready.endpoint + $Path; SkipCertificateCheck = $true; NoProxy = $true }
        if ($null -ne $Body) {
            $argument['Body'] = ConvertTo-Json $Body -Compress
            $argument['ContentType'] = 'application/json'
        }
        Invoke-RestMethod @argument
    }
}

AfterAll {
    $process.StandardInput.Close()
    $process.WaitForExit()
}

Describe 'With Az.Accounts' {
    It 'its context and its tokens are used, of the shape <_>' -ForEach 'String', 'SecureString' {
        Invoke-Child -Variable @{ STANDIN_SHAPE = $_ } -Script @'
            Connect-Owner
            @(Get-AzDataFactoryV2).Count
            $asked = & (Get-Module Az.Accounts) { $script:Asked }
            @($asked).Count
            $asked[0].ResourceUrl
            $asked[0].TenantId
'@ | Should -Be '0', '1', 'https://management.core.windows.net/', $ready.tenantId
    }

    It 'it is imported when nobody has signed in, and says so when nobody has there either' {
        $said = Invoke-Child -Script @'
            @(Get-Module Az.Accounts).Count
            try { Get-AzDataFactoryV2 } catch { $_.Exception.Message; $_.Exception.GetType().Name }
            @(Get-Module Az.Accounts).Count
'@
        $said[0] | Should -Be '0'
        $said[1] |
            Should -BeLike ('Run Connect-AzAccount to login. Tried without success: Az.Accounts (no account is ' +
                'signed in with it); the environment (AZURE_CLIENT_ID is not set); managed identity (*); Azure CLI ' +
                '(*).')
        $said[2] | Should -BeExactly 'PSInvalidOperationException'
        $said[3] | Should -Be '1'
    }

    It 'a change of context there is seen at the next call' {
        $null = Invoke-ReadyEmulator DELETE '/emulator/requests'
        Invoke-Child -Script @"
            Connect-Owner
            `$null = Get-AzDataFactoryV2
            `$null = Select-AzSubscription -SubscriptionId '$script:SecondSubscriptionId' -SubscriptionName Second
            `$null = Get-AzDataFactoryV2
            `$null = Az.Accounts\Disconnect-AzAccount
            try { Get-AzDataFactoryV2 } catch { 'nobody' }
"@ | Should -Be 'nobody'
        $sent = @(Invoke-ReadyEmulator GET '/emulator/requests' | ForEach-Object { $_ } |
            Where-Object { $_.url -like '*/subscriptions/*' })
        $sent | Should -HaveCount 2
        $sent[0].url | Should -BeLike "*/subscriptions/$($ready.subscriptionId)/*"
        $sent[1].url | Should -BeLike "*/subscriptions/$script:SecondSubscriptionId/*"
    }

    It '-DefaultProfile takes one of its contexts, under each of the names' {
        Invoke-Child -Script @'
            Connect-Owner
            $context = Get-AzContext
            $null = Az.Accounts\Disconnect-AzAccount
            foreach ($name in 'DefaultProfile', 'AzContext', 'AzureRmContext', 'AzureCredential') {
                $argument = @{ $name = $context }
                @(Get-AzDataFactoryV2 @argument).Count
            }
            (& (Get-Module Az.Accounts) { $script:Asked })[0].Given
'@ | Should -Be '0', '0', '0', '0', 'True'
    }

    It 'a job goes by its context and its tokens<Given>' -ForEach @(
        @{ Given = ''; Sign = ''; With = ''; Name = 'adf-job' }
        # What was given counts there too, also when nobody is signed in any more.
        @{ Given = ', and by the one that is given'; Sign = '$null = Az.Accounts\Disconnect-AzAccount'
            With = '-DefaultProfile $context'; Name = 'adf-job-given' }
    ) {
        Invoke-Child -Script @"
            Connect-Owner
            `$context = Get-AzContext
            `$null = Set-AzDataFactoryV2 -ResourceGroupName rg-emulator -Name $Name -Location eastus
            `$null = Set-AzDataFactoryV2IntegrationRuntime rg-emulator $Name ir-a -Type SelfHosted -Force
            $Sign
            & (Get-Module Az.Accounts) { `$script:Asked.Clear() }
            `$job = Wait-AzDataFactoryV2IntegrationRuntime rg-emulator $Name ir-a -State NeedRegistration -AsJob $With
            `$done = `$job | Wait-Job | Receive-Job
            `$done.Name
            `$asked = @(& (Get-Module Az.Accounts) { `$script:Asked })
            `$asked.Count
            `$asked[0].Given
"@ | Should -Be 'ir-a', '1', ($With -ne '').ToString()
    }

    It 'its tokens are asked for each service: <_>' -ForEach 'https://purview.azure.net',
        'https://dev.azuresynapse.net' {
        $null = Invoke-ReadyEmulator DELETE '/emulator/requests'
        # As the library asks for them, and as they come back: the bytes of the token.
        $said = Invoke-Child -Script @"
            Connect-Owner
            `$hidden = [Reflection.BindingFlags]'NonPublic, Public, Instance'
            `$native = 'AzIntegrationRuntime.Native'
            `$assembly = (Get-Command Get-AzDataFactoryV2).ImplementingType.Assembly
            `$table = `$assembly.GetType("`$native.FrameTable", `$true)
            `$frame = [Activator]::CreateInstance(`$table, `$hidden, `$null, @(3), `$null)
            `$question = @{ frame = 'token'; resource = '$_'; tenant = `$env:TEST_TENANT }
            `$add = `$table.GetMethod('Add', `$hidden)
            foreach (`$key in `$question.Keys) { `$null = `$add.Invoke(`$frame, @(`$key, `$question[`$key])) }
            `$type = `$assembly.GetType("`$native.AzAccounts", `$true)
            `$accounts = [Activator]::CreateInstance(`$type, `$true)
            `$bytes = `$type.GetMethod('Answer', `$hidden).Invoke(`$accounts, @(`$frame, `$null))
            `$part = [Text.Encoding]::UTF8.GetString(`$bytes).Split('.')[1].Replace('-', '+').Replace('_', '/')
            `$part += '=' * ((4 - `$part.Length % 4) % 4)
            ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String(`$part)) | ConvertFrom-Json).aud
            (& (Get-Module Az.Accounts) { `$script:Asked })[0].ResourceUrl
"@
        $said | Should -Be $_, $_
    }

    It 'a token that it does not give is told with its reason, and no secret' {
        $said = Invoke-Child -Variable @{ TEST_SECRET = 'planted-wrong-secret' } -Script @'
            Connect-Owner
            Get-AzDataFactoryV2 -Verbose -Debug *>&1 | Out-String -Width 1000
'@
        "$said" |
            Should -BeLike ("*Az.Accounts gave no token for 'https://management.core.windows.net/' in tenant " +
                "'$($ready.tenantId)': Your Azure credentials have not been set up or have expired: AADSTS7000215*")
        "$said" | Should -Not -BeLike '*planted*'
    }

    It 'its tokens are seen in no stream' {
        $said = Invoke-Child -Script @'
            Connect-Owner
            Get-AzDataFactoryV2 -Verbose -Debug *>&1 | Out-String -Width 1000
'@
        "$said" | Should -Match 'authorization: REDACTED'
        "$said" | Should -Not -Match 'eyJ'
    }

    It 'it is not imported where Standalone is loaded' {
        $said = Invoke-Child -Script @'
            Import-Module AzIntegrationRuntime.Standalone
            try { Get-AzDataFactoryV2 } catch { $_.Exception.Message }
            @(Get-Module Az.Accounts).Count
'@
        $said[0] | Should -BeLike '*Az.Accounts (AzIntegrationRuntime.Standalone is loaded in its place)*'
        $said[1] | Should -Be '0'
    }
}

Describe 'Without Az.Accounts' {
    It 'says that it is not installed' {
        $said = Invoke-Child -NoModule -Script 'Get-AzDataFactoryV2'
        "$said" |
            Should -BeLike 'Run Connect-AzAccount to login. Tried without success: Az.Accounts (it is not installed)*'
    }

    It 'tries the credentials of the environment, and tells of them without their secret' {
        $variable = @{
            AZURE_CLIENT_ID = 'app'
            AZURE_TENANT_ID = 'a b'
            AZURE_CLIENT_SECRET = 'planted-environment-secret'
        }
        $said = Invoke-Child -NoModule -Variable $variable `
            -Script 'Get-AzDataFactoryV2 -Verbose -Debug *>&1 | Out-String -Width 1000'
        "$said" | Should -BeLike "*the environment ('a b' is not a tenant*"
        "$said" | Should -Not -BeLike '*planted*'
    }

    It 'asks the Azure CLI that is on the path' -Skip:($IsWindows -ne $false) {
        $folder = Join-Path $TestDrive 'cli'
        $null = New-Item -ItemType Directory -Path $folder
        Set-Content -LiteralPath (Join-Path $folder 'az') `
            -Value "#!/bin/sh`necho `"ERROR: Please run 'az login' to setup account.`" >&2`nexit 1"
        chmod +x (Join-Path $folder 'az')
        $said = Invoke-Child -NoModule -Script "`$env:PATH = '$folder' + ':' + `$env:PATH`nGet-AzDataFactoryV2"
        "$said" | Should -BeLike '*Azure CLI (The Azure CLI gave no token: no account is signed in (run az login)).'
    }
}

Describe 'A runbook with a managed identity' {
    It 'asks it straight, and shows neither its secret nor its token' {
        $variable = @{ IDENTITY_ENDPOINT = $ready.identityEndpoint; IDENTITY_HEADER = $ready.identityHeader }
        # The public cloud's Resource Manager cannot be asked here: the token request alone shows the way.
        $said = Invoke-Child -NoModule -Variable ($variable + @{ HTTPS_PROXY = 'http://127.0.0.1:9' }) -Script @'
            Import-Module AzIntegrationRuntime.Standalone
            Connect-AzAccount -Identity -Verbose -Debug -ErrorAction Continue *>&1 | Out-String -Width 1000
'@
        "$said" | Should -Match 'msi/token'
        "$said" | Should -Match 'management\.azure\.com'
        "$said" | Should -Not -Match 'eyJ'
        "$said" | Should -Not -BeLike "*$($ready.identityHeader)*"
    }
}
