# The check of what a node needs: against the emulator's own listener and others on loopback. What machines and networks
# can be like is tried in native/core/tests/prerequisite; no name but those of loopback is ever looked up here.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $endpoint = [uri]$global:TestEmulator.Endpoint
    $here = $endpoint.Authority
    $null = New-TestFactory 'adf-check'
    $null = New-TestRuntime 'adf-check' 'ir-check'
    $account = @(Get-AzPurviewAccount)[0]

    function Get-Closed {
        # A port that nothing listens at.
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $port = $listener.LocalEndpoint.Port
        $listener.Stop()
        "127.0.0.1:$port"
    }

    function Start-SelfSigned {
        # A listener whose certificate nobody trusts.
        $key = [Security.Cryptography.RSA]::Create(2048)
        $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=Inspection of the test', $key,
            'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $names = [Security.Cryptography.X509Certificates.SubjectAlternativeNameBuilder]::new()
        $names.AddIpAddress([Net.IPAddress]::Loopback)
        $request.CertificateExtensions.Add($names.Build())
        $certificate = $request.CreateSelfSigned([datetimeoffset]::UtcNow.AddDays(-1),
            [datetimeoffset]::UtcNow.AddDays(30))
        $certificate = [Security.Cryptography.X509Certificates.X509Certificate2]::new($certificate.Export('Pfx', ''),
            '')
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $shell = [powershell]::Create().AddScript({
                param($Listener, $Certificate)
                $client = $Listener.AcceptTcpClient()
                $stream = [Net.Security.SslStream]::new($client.GetStream())
                try { $stream.AuthenticateAsServer($Certificate) }
                catch { $_.Exception.Message }
                finally { $client.Close() }
            }).AddArgument($listener).AddArgument($certificate)
        $null = $shell.BeginInvoke()
        @{ Listener = $listener; Shell = $shell; Address = "127.0.0.1:$($listener.LocalEndpoint.Port)" }
    }

    function Invoke-Process {
        # A new PowerShell that has the module and an emulator of its own; its exit code.
        param([string]$Script, [switch]$File)

        $text = "`$WarningPreference = 'SilentlyContinue'; Import-Module '$script:MainManifest'; `$null = " +
            "Start-AzIntegrationRuntimeEmulator; $Script"
        $shell = Get-PwshPath
        if ($File) {
            $path = Join-Path $TestDrive 'scheduled.ps1'
            Set-Content -LiteralPath $path -Value $text
            $output = & $shell -NoProfile -NonInteractive -File $path 2>&1
        } else {
            $output = & $shell -NoProfile -NonInteractive -Command $text 2>&1
        }
        [pscustomobject]@{ Code = $LASTEXITCODE; Text = "$output" }
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Findings' {
    It 'are objects with what was checked, what came of it and what to do' {
        $found = @(Test-AzIntegrationRuntimePrerequisite -For DataFactory)
        foreach ($one in $found) {
            $one.PSObject.TypeNames[0] | Should -Be 'AzIntegrationRuntime.PrerequisiteFinding'
            $one.PSObject.Properties.Name | Should -Be 'Area', 'Check', 'Required', 'Found', 'Result', 'Why', 'Fix'
            $one.Area | Should -BeIn 'Host', 'Network'
            $one.Result | Should -BeIn 'Passed', 'Failed', 'Warning', 'Skipped'
            $one.Why | Should -Not -BeNullOrEmpty
            if ($one.Result -in 'Failed', 'Warning') {
                $one.Fix | Should -Not -BeNullOrEmpty
            }
        }
        @($found | Where-Object Area -EQ 'Network').Count | Should -Be 8
    }

    It 'are a table, by area' {
        $lines = @(Test-AzIntegrationRuntimePrerequisite -For Purview | Out-String -Width 160 -Stream |
            Where-Object { $_ })
        $lines -match '^ +Area: (Host|Network)$' | Should -HaveCount 2
        $lines -match '^Result +Check +Required +Found' | Should -HaveCount 2
        $lines -match '^Skipped \*\.servicebus\.windows\.net:443 +TLS +not tried' | Should -HaveCount 1
    }

    It 'have the colour of their result' {
        $object = [pscustomobject]@{ Area = 'Host'; Check = 'a'; Required = 'b'; Found = 'c'; Result = '' }
        $object.PSObject.TypeNames.Insert(0, 'AzIntegrationRuntime.PrerequisiteFinding')
        $before = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'Ansi'
        try {
            foreach ($pair in @('Passed', 'Green'), @('Warning', 'Yellow'), @('Failed', 'Red')) {
                $object.Result = $pair[0]
                $object | Out-String |
                    Should -Match ([regex]::Escape($PSStyle.Foreground.($pair[1]) + $pair[0] + $PSStyle.Reset))
            }
            $object.Result = 'Skipped'
            $object | Out-String | Should -Match '(?m)^Skipped '
        } finally {
            $PSStyle.OutputRendering = $before
        }
    }

    It 'can be of one part only' {
        (Test-AzIntegrationRuntimePrerequisite -For Synapse -Area Host).Area | Sort-Object -Unique | Should -Be 'Host'
        (Test-AzIntegrationRuntimePrerequisite -For Synapse -Area network).Area | Sort-Object -Unique |
            Should -Be 'Network'
        (Test-AzIntegrationRuntimePrerequisite -For Synapse -Area Network, Host).Area | Sort-Object -Unique |
            Should -Be 'Host', 'Network'
    }

    It 'are written one by one' {
        # The rest is not waited for.
        $first = Test-AzIntegrationRuntimePrerequisite -For DataFactory -Source (Get-Closed) | Select-Object -First 1
        $first | Should -HaveCount 1
    }
}

Describe 'The host part' {
    It 'says that nodes need Windows' -Skip:($IsWindows -ne $false) {
        $found = Test-AzIntegrationRuntimePrerequisite -For Purview -Area Host
        $found | Should -HaveCount 1
        $found.Check | Should -Be 'Operating system'
        $found.Result | Should -Be 'Failed'
        $found.Fix | Should -Match 'Windows machine'
    }

    It 'reads this machine' -Skip:($IsWindows -eq $false) {
        $found = @(Test-AzIntegrationRuntimePrerequisite -For Purview -Area Host)
        $found.Check | Should -Contain 'Windows version'
        $found.Check | Should -Contain '.NET Framework'
        ($found | Where-Object Check -EQ '64-bit Windows').Result | Should -Be 'Passed'
    }
}

Describe 'The network part' {
    BeforeAll {
        function Get-Finding {
            param([string]$Source, [hashtable]$More = @{})
            $address = $Source -replace '^https://', ''
            Test-AzIntegrationRuntimePrerequisite -For DataFactory -Area Network -Source $Source @More |
                Where-Object Check -EQ $address
        }
    }

    It 'passes what is open and trusted' {
        $found = Get-Finding "https://$here"
        $found.Result | Should -Be 'Passed' -Because $found.Found
        $found.Required | Should -Be 'TLS'
        $found.Found |
            Should -Match ("^connected; TLS 1\.[23]; certificate issued by 'azir-emulator authority', valid until " +
                "\d{4}-\d\d-\d\d$")
        $found.Fix | Should -BeNullOrEmpty
        $found = Get-Finding $here
        $found.Result | Should -Be 'Passed'
        $found.Required | Should -Be 'connection'
        $found.Found | Should -Be 'connected'
    }

    It 'fails what is closed' {
        $found = Get-Finding (Get-Closed)
        $found.Result | Should -Be 'Failed'
        $found.Found | Should -Match '^not connected: '
    }

    It 'fails a certificate for other names' {
        $found = Get-Finding "https://other.localhost:$($endpoint.Port)"
        $found.Result | Should -Be 'Failed'
        $found.Found |
            Should -Match ('^resolves to 127\.0\.0\.1; connected; the certificate is not trusted: it is for other ' +
                'names; certificate issued by')
    }

    It 'fails a certificate that is not trusted, and says who issued it' {
        $server = Start-SelfSigned
        try {
            $found = Get-Finding "https://$($server.Address)"
            $found.Result | Should -Be 'Failed'
            $found.Found | Should -Match "not trusted: .*; certificate issued by 'Inspection of the test'"
            $found.Fix | Should -Match 'opens TLS'
        } finally {
            $server.Listener.Stop()
            $server.Shell.Dispose()
        }
    }

    It 'fails what is no private address where one is wanted' {
        $found = Get-Finding "https://$here" @{ PrivateEndpoint = $true }
        $found.Result | Should -Be 'Failed'
        $found.Required | Should -Be 'TLS, private address'
        $found.Found | Should -Match '127\.0\.0\.1 is this machine itself, not a private address; not connected'
    }

    It 'tries a name that is given for a pattern, with the table''s words' {
        $found = @(Test-AzIntegrationRuntimePrerequisite -For Purview -Area Network `
            -HostName "localhost:$($endpoint.Port)", 'contoso.servicebus.windows.net')
        ($found | Where-Object Check -EQ "localhost:$($endpoint.Port)").Result | Should -Be 'Passed'
        $pattern = $found | Where-Object Check -EQ '*.servicebus.windows.net:443'
        $name = $found | Where-Object Check -EQ 'contoso.servicebus.windows.net:443'
        $name.Why | Should -Be $pattern.Why
        $pattern.Found | Should -Match 'see the names below'
    }

    It 'contacts nothing but this machine while the emulator runs' {
        $sources = 'sql.contoso.example:1433', 'https://api.contoso.example/', '10.0.0.4:1433'
        $found = @(Test-AzIntegrationRuntimePrerequisite -For DataFactory -Area Network -Source $sources `
            -KeyVaultName kv-data)
        foreach ($name in 'download.microsoft.com:443', 'kv-data.vault.azure.net:443', 'sql.contoso.example:1433',
            'api.contoso.example:443', '10.0.0.4:1433') {
            $one = $found | Where-Object Check -EQ $name
            $one.Result | Should -Be 'Skipped'
            $one.Found | Should -Be 'not tried while the emulator runs in this process'
            $one.Fix | Should -Match 'Stop-AzIntegrationRuntimeEmulator'
        }
    }
}

Describe 'What is named' {
    It 'a data factory gives its own address' {
        foreach ($argument in @(
                @{ ResourceGroupName = 'rg'; DataFactoryName = 'adf-check' }
                @{ DataFactoryName = 'adf-check' }
                @{ ResourceId = (Get-AzDataFactoryV2 rg adf-check).DataFactoryId }
            )) {
            $found = Test-AzIntegrationRuntimePrerequisite -For DataFactory -Area Network @argument
            $found.Check | Should -Contain 'adf-check.eastus.datafactory.azure.net:443'
        }
    }

    It 'a factory and a runtime can be piped in' {
        $check = 'adf-check.eastus.datafactory.azure.net:443'
        (Get-AzDataFactoryV2 rg adf-check |
            Test-AzIntegrationRuntimePrerequisite -For DataFactory -Area Network).Check | Should -Contain $check
        Clear-SentRequest
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-check ir-check |
            Test-AzIntegrationRuntimePrerequisite -For DataFactory -Area Network).Check |
            Should -Contain $check
        @(Get-SentRequest)[-1] | Should -Be 'POST /factories/adf-check/integrationRuntimes/ir-check/getStatus'
    }

    It 'a workspace is looked up' {
        $id = "/subscriptions/$script:SubscriptionId/resourceGroups/rg-emulator/providers/Microsoft.Synapse/" +
            "workspaces/synapse-emulator"
        foreach ($argument in @{ WorkspaceName = 'synapse-emulator' }, @{ ResourceId = $id }) {
            Clear-SentRequest
            $found = @(Test-AzIntegrationRuntimePrerequisite -For Synapse -Area Network @argument)
            $found.Check | Should -Contain '*.frontend.clouddatahub.net:443'
            @(Get-SentRequest -Whole)[-1].url | Should -Match '/workspaces/synapse-emulator\?'
        }
    }

    It 'an account gives its managed storage account and event hub' {
        $wanted = @(
            "$($account.ManagedEventHubNamespace).servicebus.windows.net:443"
            "$($account.ManagedStorageAccount).blob.core.windows.net:443"
            "$($account.ManagedStorageAccount).queue.core.windows.net:443"
        )
        foreach ($found in @(
                , @(Test-AzIntegrationRuntimePrerequisite -For Purview -Area Network -AccountName $account.Name)
                , @(Test-AzIntegrationRuntimePrerequisite -For Purview -Area Network -AccountObject $account)
                , @($account | Test-AzIntegrationRuntimePrerequisite -For Purview -Area Network)
            )) {
            foreach ($check in $wanted) {
                $found.Check | Should -Contain $check
            }
        }
    }

    It 'a runtime of an account is asked for its status' {
        $null = Set-AzPurviewIntegrationRuntime -AccountName $account.Name -Name 'ir-scan' -Type SelfHosted -Force
        $found = @(Get-AzPurviewIntegrationRuntime -AccountName $account.Name -Name 'ir-scan' |
                Test-AzIntegrationRuntimePrerequisite -For Purview -Area Network -ErrorAction Stop)
        # There are many: those that are alike are told together.
        $found.Check | Should -Contain "Service addresses of 'ir-scan'"
        $found.Check | Should -Not -Contain '*.frontend.clouddatahub.net:443'
        $found | Should -HaveCount 11
    }

    It 'has to be of the service' {
        $factory = Get-AzDataFactoryV2 rg adf-check
        (Get-Refusal { $factory | Test-AzIntegrationRuntimePrerequisite -For Synapse }).Exception.Message |
            Should -Be "'$($factory.DataFactoryId)' is of Data Factory, and -For is Synapse."
        (Get-Refusal { Test-AzIntegrationRuntimePrerequisite -For Purview -WorkspaceName ws }).Exception.Message |
            Should -Be '-WorkspaceName goes with -For Synapse, and -For is Purview.'
        (Get-Refusal {
            [pscustomobject]@{ Name = 'x' } | Test-AzIntegrationRuntimePrerequisite -For Purview
        }).Exception.Message |
            Should -Be ('The object given as -InputObject has no Id: it is no data factory, workspace, account or ' +
                'integration runtime.')
        (Get-Refusal {
            Test-AzIntegrationRuntimePrerequisite -For DataFactory -DataFactoryName adf-missing
        }).Exception.Message |
            Should -Match "^Could not find data factory: 'adf-missing'"
        (Get-Refusal {
            Test-AzIntegrationRuntimePrerequisite -For DataFactory -DataFactoryName adf-check `
                -IntegrationRuntimeName ir-missing
        }).Exception.Message |
            Should -Match 'could not be retrieved because it does not exist'
        (Get-Refusal { Test-AzIntegrationRuntimePrerequisite -For DataFactory -Source 'sql01' }).Exception.Message |
            Should -Match "^'sql01' is not a source: give host and port"
    }
}

Describe '-ErrorOnFailure' {
    It 'ends with a terminating error after all findings' {
        $closed = Get-Closed
        $found = [Collections.Generic.List[object]]::new()
        $thrown = $null
        try {
            Test-AzIntegrationRuntimePrerequisite -For Purview -Area Network -Source $closed, $here -ErrorOnFailure |
                ForEach-Object { $found.Add($_) }
        } catch {
            $thrown = $_
        }
        $thrown.FullyQualifiedErrorId |
            Should -Be 'PrerequisiteNotMet,AzIntegrationRuntime.Cmdlets.TestAzIntegrationRuntimePrerequisiteCommand'
        $thrown.CategoryInfo.Category | Should -Be 'InvalidResult'
        $thrown.Exception.Message |
            Should -Be ("1 of 13 prerequisites for a self-hosted integration runtime of Purview are not met: " +
                "$closed. " +
            'The findings say why, and what to do.')
        $found[-1].Check | Should -Be $here
    }

    It 'does nothing when nothing failed' {
        $found = @(Test-AzIntegrationRuntimePrerequisite -For Purview -Area Network -Source $here -ErrorOnFailure `
            -ErrorAction Stop)
        $found | Should -HaveCount 12
    }

    It 'gives a command the exit code 1' {
        $failed = Invoke-Process ("Test-AzIntegrationRuntimePrerequisite -For Purview -Area Network -Source " +
            "$(Get-Closed) -ErrorOnFailure")
        $failed.Code | Should -Be 1
        $failed.Text | Should -Match 'prerequisites for a self-hosted integration runtime of Purview are not met'
        (Invoke-Process 'Test-AzIntegrationRuntimePrerequisite -For Purview -Area Network -ErrorOnFailure').Code |
            Should -Be 0
    }

    It 'gives a script the exit code 1 where errors stop it' {
        $script = "`$ErrorActionPreference = 'Stop'; Test-AzIntegrationRuntimePrerequisite -For Purview -Area " +
            "Network -Source $(Get-Closed) -ErrorOnFailure; 'not reached'"
        $failed = Invoke-Process $script -File
        $failed.Code | Should -Be 1
        $failed.Text | Should -Not -Match 'not reached'
    }
}
