# The folder deploy/: the scripts run in a process like those of Azure Automation and Azure Functions, with managed
# identities of the emulator and a container of blobs on loopback. The templates name the types and versions that are
# meant to be deployed, and are compiled where there is a Bicep compiler.

BeforeDiscovery {
    $isLinuxHost = $PSVersionTable.PSVersion.Major -gt 5 -and $IsLinux
    $folder = Join-Path (Split-Path $PSScriptRoot) 'deploy'
    # An installed Bicep, or Microsoft's own package of this version, which is kept in .cache.
    $version = '0.49.2'
    $reason = 'there is no bicep'
    $compiler = Get-Command -Name bicep -CommandType Application -ErrorAction Ignore | Select-Object -First 1 |
        ForEach-Object { $_.Path }
    $dotnet = Get-Command -Name dotnet -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    if (-not $compiler -and $isLinuxHost -and $dotnet -and
        [Runtime.InteropServices.RuntimeInformation]::OSArchitecture -eq 'X64') {
        $package = 'Azure.Bicep.CommandLine.linux-x64'
        $cache = Join-Path (Split-Path $PSScriptRoot) '.cache/bicep'
        $program = Join-Path $cache "$($package.ToLowerInvariant())/$version/tools/bicep"
        if (-not (Test-Path -LiteralPath $program)) {
            $env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
            $env:DOTNET_NOLOGO = '1'
            $said = & $dotnet.Source package download "$package@$version" --output $cache 2>&1
            $reason = "dotnet package download $package@$version failed: $($said | Select-Object -First 1)"
        }
        if (Test-Path -LiteralPath $program) {
            & chmod +x $program
            $compiler = $program
        }
    }
    $templates = @(Get-ChildItem -Path $folder -Filter *.bicep -Recurse -File | ForEach-Object {
            $name = $_.FullName.Substring($folder.Length + 1).Replace('\', '/')
            @{ Name = $name; Path = $_.FullName; Compiler = $compiler }
        })
    if (-not $compiler) {
        Write-Warning "The templates are not compiled: $reason."
    }
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    $deploy = Join-Path $script:Root 'deploy'
    $watch = Join-Path $deploy 'automation/Watch-IntegrationRuntimeFleet.ps1'
}

Describe 'The scripts in a host without child processes' -Skip:(-not $isLinuxHost) {
    BeforeAll {
        Add-Type -Path (Join-Path $PSScriptRoot 'lib/blob-server.cs')
        Reset-TestProcess
        $start = New-StartInfo (Get-EmulatorPath) '--parent-stdin'
        $start.RedirectStandardInput = $true
        $process = [System.Diagnostics.Process]::Start($start)
        $ready = $process.StandardOutput.ReadLine() | ConvertFrom-Json
        $global:TestEmulator = [pscustomobject]@{ Endpoint = $ready.endpoint }

        # Storage has a certificate of its own; the file of authorities has it and the one of the emulator.
        $key = [Security.Cryptography.RSA]::Create(2048)
        $request = [Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=blobs', $key, 'SHA256',
            [Security.Cryptography.RSASignaturePadding]::Pkcs1)
        $names = [Security.Cryptography.X509Certificates.SubjectAlternativeNameBuilder]::new()
        $names.AddIpAddress([Net.IPAddress]::Loopback)
        $request.CertificateExtensions.Add($names.Build())
        $certificate = $request.CreateSelfSigned([DateTimeOffset]::Now.AddDays(-1), [DateTimeOffset]::Now.AddDays(1))
        $authorities = Join-Path $TestDrive 'authorities.pem'
        [IO.File]::WriteAllText($authorities,
            [IO.File]::ReadAllText($ready.caPath).TrimEnd() + "`n" + $certificate.ExportCertificatePem() + "`n")
        $blobs = [BlobServer]::new($certificate)
        $address = "https://127.0.0.1:$($blobs.Port)"

        # Two subscriptions, and for each an identity that reads it: expired nodes in one, healthy ones in the other.
        $trusted = $env:SSL_CERT_FILE
        $env:SSL_CERT_FILE = $ready.caPath
        $expired = Invoke-Emulator POST '/emulator/seed' @{
            fleet = @{
                subscriptions = 1; factories = 1; workspaces = 1; runtimes = 1; nodes = 2; expiresInDays = @(-3)
            }
        }
        $healthy = Invoke-Emulator POST '/emulator/seed' @{
            fleet = @{ subscriptions = 1; factories = 1; runtimes = 1; nodes = 2; expiresInDays = @(300) }
        }
        $identities = @(Invoke-Emulator PUT '/emulator/identities' @{
                systemAssigned = $true; userAssigned = @('watch-a', 'watch-b')
            } | ForEach-Object { $_ } | Where-Object { $_.PSObject.Properties['resourceId'] -and $_.resourceId })
        $null = Add-AzEnvironment -Name Emulator -ARMEndpoint $ready.endpoint
        $secret = ConvertTo-SecureString $ready.clientSecret -AsPlainText -Force
        $null = Connect-AzAccount -Environment Emulator -ServicePrincipal -Tenant $ready.tenantId -Credential (
            New-Object PSCredential $ready.clientId, $secret)
        foreach ($number in 0, 1) {
            $subscription = @($expired.subscriptionIds[0], $healthy.subscriptionIds[0])[$number]
            $null = New-AzRoleAssignment -ObjectId $identities[$number].objectId -RoleDefinitionName Contributor `
                -Scope "/subscriptions/$subscription" -ErrorAction Stop
        }

        $jobHome = Join-Path $TestDrive 'home'
        $empty = Join-Path $TestDrive 'empty'
        $temporary = Join-Path $TestDrive 'tmp'
        $null = New-Item -ItemType Directory -Path $jobHome, $empty, $temporary

        function Invoke-Sandbox {
            # Runs the jobs in one process: no profile, no program on the path, and no module but ours.
            param([hashtable[]]$Job, [hashtable]$Variable = @{}, [string]$ModulePath = (Join-Path $script:Root output))

            $jobs = Join-Path $TestDrive 'jobs.json'
            $result = Join-Path $TestDrive 'result.json'
            Remove-Item -LiteralPath $result -ErrorAction Ignore
            [IO.File]::WriteAllText($jobs, (ConvertTo-Json $Job -Depth 5))
            $child = New-StartInfo (Get-PwshPath) '-NoProfile', '-NonInteractive', '-File', (
                Join-Path $PSScriptRoot 'lib/sandbox.ps1'), $ready.endpoint, $jobs, $result
            $child.RedirectStandardError = $true
            foreach ($name in @($child.Environment.Keys) -match '^(AZURE|AZIR|IDENTITY|MSI|IMDS|FLEET)_') {
                $null = $child.Environment.Remove($name)
            }
            $set = @{
                PATH              = $empty
                HOME              = $jobHome
                TMPDIR            = $temporary
                PSModulePath      = $ModulePath
                SSL_CERT_FILE     = $authorities
                IDENTITY_ENDPOINT = $ready.identityEndpoint
                IDENTITY_HEADER   = $ready.identityHeader
            }
            foreach ($table in $set, $Variable) {
                foreach ($name in $table.Keys) { $child.Environment[$name] = $table[$name] }
            }
            $running = [System.Diagnostics.Process]::Start($child)
            $errors = $running.StandardError.ReadToEndAsync()
            $text = $running.StandardOutput.ReadToEnd() + $errors.Result
            $running.WaitForExit()
            $result | Should -Exist -Because $text
            $seen = [IO.File]::ReadAllText($result) | ConvertFrom-Json
            # No matter what the jobs did: no process was started, and the memory of a sandbox was enough.
            $seen.After.Faults | Should -Be $seen.Before.Faults -Because 'a program was started'
            $seen.After.Living | Should -BeNullOrEmpty
            $seen.PeakMegabytes | Should -BeLessThan 400
            @(Get-ChildItem -LiteralPath $temporary -Filter 'fleet-*') | Should -BeNullOrEmpty
            $seen
        }

        function Get-Claim {
            # A claim of the token of a request.
            param($Request, [string]$Name)

            $part = ($Request['Authorization'] -replace '^Bearer ' -split '\.')[1].Replace('-', '+').Replace('_', '/')
            $part += '=' * ((4 - $part.Length % 4) % 4)
            ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($part)) | ConvertFrom-Json).$Name
        }

        $zip = Join-Path $TestDrive 'app.zip'
        $app = Join-Path $TestDrive 'app'
        $null = & (Join-Path $deploy 'function/New-FunctionPackage.ps1') -ModulePath (
            Join-Path $script:Root 'output') -Path $zip -Platform linux-x64
        Expand-Archive -LiteralPath $zip -DestinationPath $app

        $first = Invoke-Sandbox @(
            @{ Script = $watch; Parameters = @{
                    Environment = 'Emulator'; ClientId = $identities[0].clientId; ReportContainer = "$address/a"
                    Service = 'DataFactory, Synapse'
                }
            }
            @{ Script = $watch; Parameters = @{
                    Environment = 'Emulator'; ClientId = $identities[1].clientId; ReportContainer = "$address/b"
                    Service = 'DataFactory, Synapse'
                }
            }
        )
        $names = @($blobs.Blobs.Keys | Sort-Object)
    }

    AfterAll {
        $env:SSL_CERT_FILE = $trusted
        $blobs.Stop()
        $process.StandardInput.Close()
        $null = $process.WaitForExit(10000)
        $process.Dispose()
        $null = Get-AzContext | Disconnect-AzAccount
        Reset-TestProcess
        Remove-Variable -Name TestEmulator -Scope Global
    }

    It 'fails the job that has findings, with a summary, and no other' {
        $first.Jobs[0].State | Should -BeExactly 'Failed'
        $first.Jobs[0].Failure | Should -Match '^The check of \d+ integration runtimes found 4 errors: AZIR101 \(4\)\.'
        # The files of the run are gone; the error names the report that is kept.
        $first.Jobs[0].Failure | Should -Match "Report: $address/a/reports/[\d-]+/\d+\.html$"
        $first.Jobs[0].Failure | Should -Not -Match ([regex]::Escape($temporary))
        $first.Jobs[0].Output[0] | Should -Match '^Findings: 4 Error, 0 Warning, \d+ Information\.'
        @($first.Jobs[0].Output -match '^Error AZIR101 .+/ir-1/[\w-]+: ') | Should -HaveCount 4
        $first.Jobs[1].State | Should -BeExactly 'Completed' -Because "$($first.Jobs[1].Failure)"
        $first.Jobs[1].Output[0] | Should -Match '^Findings: 0 Error, 0 Warning'
        $first.Jobs[0].Errors + $first.Jobs[1].Errors | Should -BeNullOrEmpty
    }

    It 'gives each job of a process the view of its own identity' {
        $one = $blobs.Text('/a/fleet.json')
        $two = $blobs.Text('/b/fleet.json')
        $one | Should -Match $expired.subscriptionIds[0]
        $one | Should -Not -Match $healthy.subscriptionIds[0]
        $two | Should -Match $healthy.subscriptionIds[0]
        $two | Should -Not -Match $expired.subscriptionIds[0]
        foreach ($request in $blobs.Requests) {
            $number = if ($request['path'] -like '/a/*') { 0 } else { 1 }
            Get-Claim $request oid | Should -Be $identities[$number].objectId
            Get-Claim $request aud | Should -Match '^https://storage\.azure\.com/?$'
        }
    }

    It 'keeps the snapshot and the reports in the container, although the job fails' {
        foreach ($letter in 'a', 'b') {
            $names | Should -Contain "/$letter/fleet.json"
            $names | Should -Contain "/$letter/fleet.html"
            @($names -match "^/$letter/reports/\d{4}-\d\d-\d\d/\d{6}\.html$") | Should -HaveCount 1
            @($names -match "^/$letter/reports/\d{4}-\d\d-\d\d/\d{6}\.json$") | Should -HaveCount 1
        }
        $blobs.Text('/a/fleet.html') | Should -Match '<html'
        { $blobs.Text('/a/fleet.json') | ConvertFrom-Json } | Should -Not -Throw
        $put = @($blobs.Requests | Where-Object { $_['method'] -eq 'PUT' })
        foreach ($request in $put) {
            $request['x-ms-blob-type'] | Should -BeExactly 'BlockBlob'
            $request['x-ms-version'] | Should -Match '^\d{4}-\d\d-\d\d$'
        }
        ($put | Where-Object { $_['path'] -eq '/a/fleet.html' })['Content-Type'] | Should -Match '^text/html'
        # The snapshot is the last, so that a run that breaks off keeps the old baseline.
        @($put | Where-Object { $_['path'] -like '/a/*' })[-1]['path'] | Should -BeExactly '/a/fleet.json'
    }

    It 'would notice a program that a job starts' {
        $path = Join-Path $TestDrive 'program.ps1'
        Set-Content -LiteralPath $path -Value '[Diagnostics.Process]::Start("/bin/true").WaitForExit()'
        { Invoke-Sandbox @{ Script = $path; Parameters = @{} } } | Should -Throw '*a program was started*'
        Set-Content -LiteralPath $path -Value '$null = [Diagnostics.Process]::Start("/bin/sleep", "2")'
        { Invoke-Sandbox @{ Script = $path; Parameters = @{} } } | Should -Throw
    }

    It 'saves no sign-in in the profile' {
        @(Get-ChildItem -LiteralPath $jobHome -Recurse -File -Force | Where-Object {
                (Get-Content -LiteralPath $_.FullName -Raw) -match 'MSI@|ManagedService'
            }) | Should -BeNullOrEmpty
    }

    It 'compares with the run before, and applies the rules of the container' {
        $rules = @{ silence = @(
                @{ code = 'AZIR101'; reason = 'Known.' }, @{ code = 'AZIR209'; reason = 'Is being set up.' })
        } | ConvertTo-Json -Depth 4
        $blobs.Blobs['/a/fleet-rules.json'] = [Text.Encoding]::UTF8.GetBytes($rules)
        $factory = "/subscriptions/$($expired.subscriptionIds[0])/resourceGroups/rg-fleet/providers/" +
            "Microsoft.DataFactory/factories"
        $name = @(Get-AzDataFactoryV2 -ResourceGroupName rg-fleet -DefaultProfile (
                Set-AzContext -Subscription $expired.subscriptionIds[0]))[0].DataFactoryName
        $answer = Invoke-AzRestMethod -Method PUT -Payload '{"properties":{"type":"SelfHosted"}}' -Path (
            "$factory/$name/integrationRuntimes/ir-new?api-version=2018-06-01")
        $answer.StatusCode | Should -Be 200
        $second = Invoke-Sandbox @{ Script = $watch; Parameters = @{
                Environment = 'Emulator'; ClientId = $identities[0].clientId; ReportContainer = "$address/a"
                Service = 'DataFactory, Synapse'
            }
        }
        $second.Jobs[0].Output[0] | Should -Match '^Findings: 0 Error, .* Changes since the last run: 1\.$' -Because (
            "$($second.Jobs[0].Failure)")
        $null = $blobs.Blobs.TryRemove('/a/fleet-rules.json', [ref]$null)
    }

    It 'names the role that is missing when the container refuses, and leaves the baseline' {
        $before = $blobs.Text('/a/fleet.json')
        $blobs.Refuse = 403
        $blobs.RefuseCount = 1000
        try {
            $refused = Invoke-Sandbox @{ Script = $watch; Parameters = @{
                    Environment = 'Emulator'; ClientId = $identities[0].clientId; ReportContainer = "$address/a"
                    Service = 'DataFactory'
                }
            }
        } finally {
            $blobs.RefuseCount = 0
        }
        $refused.Jobs[0].State | Should -BeExactly 'Failed'
        $refused.Jobs[0].Failure | Should -Match "The blob 'fleet\.html' of '.*/a' could not be written: "
        $refused.Jobs[0].Failure | Should -Match 'Storage Blob Data Contributor'
        $blobs.Text('/a/fleet.json') | Should -BeExactly $before
    }

    It 'tries again when the container is busy' {
        $blobs.Refuse = 503
        $blobs.RefuseCount = 2
        $seen = Invoke-Sandbox @{ Script = $watch; Parameters = @{
                Environment = 'Emulator'; ClientId = $identities[1].clientId; ReportContainer = "$address/busy"
                Service = 'DataFactory'
            }
        }
        $seen.Jobs[0].State | Should -BeExactly 'Completed' -Because "$($seen.Jobs[0].Failure)"
        $blobs.Text('/busy/fleet.json') | Should -Not -BeNullOrEmpty
    }

    It 'refuses <Container> before anything is sent' -ForEach @(
        @{ Container = 'http://127.0.0.1:1/plain' }, @{ Container = 'https://127.0.0.1:1/a?sig=planted-signature' }
    ) {
        $count = $blobs.Requests.Count
        $refused = Invoke-Sandbox @{ Script = $watch; Parameters = @{
                Environment = 'Emulator'; ReportContainer = $Container
            }
        }
        $refused.Jobs[0].State | Should -BeExactly 'Failed'
        $refused.Jobs[0].Failure | Should -Match 'is not the https address of a container\.'
        $refused.Jobs[0].Failure | Should -Not -Match 'planted'
        $blobs.Requests.Count | Should -Be $count
    }

    It 'says which variable of the webhook is missing' {
        $refused = Invoke-Sandbox @{ Script = $watch; Parameters = @{
                Environment = 'Emulator'; ClientId = $identities[0].clientId; WebhookVariable = 'FleetWebhook'
            }
        }
        $refused.Jobs[0].Failure | Should -Match "^The variable 'FleetWebhook' for the webhook is missing\."
    }

    Context 'as the package of the Function App' {
        It 'has what the host looks for, one platform, and no emulator' {
            foreach ($name in 'host.json', 'profile.ps1', 'WatchFleet/function.json', 'WatchFleet/run.ps1',
                'WatchFleet/Watch-IntegrationRuntimeFleet.ps1',
                'Modules/AzIntegrationRuntime/linux-x64/libazir_native.so',
                'Modules/AzIntegrationRuntime.Standalone/AzIntegrationRuntime.Standalone.psd1') {
                Join-Path $app $name | Should -Exist
            }
            @(Get-ChildItem -LiteralPath $app -Recurse -Filter 'azir-emulator*') | Should -BeNullOrEmpty
            Join-Path $app 'requirements.psd1' | Should -Not -Exist
            $settings = [IO.File]::ReadAllText((Join-Path $app 'host.json')) | ConvertFrom-Json
            $settings.managedDependency.enabled | Should -BeFalse
        }

        It 'runs with the settings of the app and its own modules' {
            $run = Join-Path $TestDrive 'run.ps1'
            Set-Content -LiteralPath $run -Value (
                "`$ErrorActionPreference = 'Stop'; . '$app/profile.ps1'`n" +
                "& '$app/WatchFleet/run.ps1' -Timer @{ IsPastDue = `$false }")
            $settings = @{
                FLEET_ENVIRONMENT      = 'Emulator'
                FLEET_CLIENT_ID        = $identities[0].clientId
                FLEET_REPORT_CONTAINER = "$address/function"
                FLEET_SERVICE          = 'Synapse'
                FLEET_ERROR_ON_FINDING = ''
            }
            $seen = Invoke-Sandbox @{ Script = $run; Parameters = @{} } -Variable $settings -ModulePath (
                Join-Path $app 'Modules')
            $seen.Jobs[0].State | Should -BeExactly 'Failed'
            $seen.Jobs[0].Output[0] | Should -Match '^Findings: 2 Error, ' -Because "$($seen.Jobs[0].Failure)"
            $blobs.Text('/function/fleet.html') | Should -Match '<html'
        }

        It 'is not made without the library of the platform' {
            { & (Join-Path $deploy 'function/New-FunctionPackage.ps1') -ModulePath (Join-Path $script:Root 'output') `
                    -Path $zip -Platform win-x64 } | Should -Throw '*has no library for win-x64*'
            Test-Path -LiteralPath $zip | Should -BeTrue
        }
    }

    Context 'as the pipeline <Name>' -ForEach @(
        @{ Name = 'github.yml'; Step = 'Install the module', 'Check the fleet' }
        @{ Name = 'azure-pipelines.yml'; Step = 'Check the fleet' }
    ) {
        It 'installs the release, signs in with the federated token, and fails with all reports' {
            # The release and the token service of the runner are on loopback too.
            $zip = Join-Path $TestDrive 'release.zip'
            Compress-Archive -Path (Join-Path $app 'Modules/*') -DestinationPath $zip -Force
            $blobs.Blobs['/release.zip'] = [IO.File]::ReadAllBytes($zip)
            $null = Invoke-Emulator POST '/emulator/federated-credentials' @{
                clientId = $ready.clientId; subject = 'watch'
            }
            $token = (Invoke-Emulator POST '/emulator/federated-tokens' @{ subject = 'watch' }).token
            $blobs.Blobs['/token?a=b&audience=api://AzureADTokenExchange'] = [Text.Encoding]::UTF8.GetBytes(
                (ConvertTo-Json @{ value = $token }))

            $work = Join-Path $TestDrive $Name
            $null = New-Item -ItemType Directory -Path $work -Force
            $text = [IO.File]::ReadAllText((Join-Path $deploy "pipelines/$Name"))
            $number = 0
            $lines = @(foreach ($title in $Step) {
                    $block = [regex]::Match($text, "(?ms)^ +(- name|displayName): $title\r?\n.*?" +
                        '^( +)(run|inlineScript): \|\r?\n((\2 [^\r\n]*)?\r?\n)+')
                    $block.Success | Should -BeTrue
                    $path = Join-Path $work "step-$((++$number)).ps1"
                    [IO.File]::WriteAllText($path, ($block.Value -replace '(?s)^.*?(run|inlineScript): \|\r?\n'))
                    ". '$path'"
                    # What GitHub does between two steps.
                    'if ($env:GITHUB_ENV -and (Test-Path $env:GITHUB_ENV)) {'
                    '    Get-Content $env:GITHUB_ENV | ForEach-Object { $name, $value = $_ -split "=", 2'
                    '        Set-Item "env:$name" $value }'
                    '}'
                })
            $script = Join-Path $TestDrive 'pipeline.ps1'
            Set-Content -LiteralPath $script -Value (@(
                    "`$ErrorActionPreference = 'Stop'; Set-Location '$work'"
                    "`$PSDefaultParameterValues = @{ 'Connect-AzAccount:Environment' = 'Emulator'"
                    "    'Test-AzIntegrationRuntimeFleet:Service' = 'DataFactory' }"
                ) + $lines)
            $seen = Invoke-Sandbox @{ Script = $script; Parameters = @{} } -Variable @{
                AZIR_RELEASE                   = "$address/release.zip"
                AZURE_CLIENT_ID                = $ready.clientId
                AZURE_TENANT_ID                = $ready.tenantId
                ACTIONS_ID_TOKEN_REQUEST_URL   = "$address/token?a=b"
                ACTIONS_ID_TOKEN_REQUEST_TOKEN = 'planted-request-token'
                GITHUB_ENV                     = Join-Path $work 'env'
                servicePrincipalId             = $ready.clientId
                tenantId                       = $ready.tenantId
                idToken                        = $token
                PIPELINE_WORKSPACE             = $work
            }
            $seen.Jobs[0].State | Should -BeExactly 'Failed' -Because "$($seen.Jobs[0].Errors)"
            $seen.Jobs[0].Failure | Should -Match 'found \d+ errors: AZIR101'
            Join-Path $work modules/AzIntegrationRuntime | Should -Exist
            $made = @(Get-ChildItem -LiteralPath $work -Recurse -Filter 'fleet.*').Name
            foreach ($file in 'fleet.json', 'fleet.html', 'fleet.md', 'fleet.xml') { $made | Should -Contain $file }
        }
    }
}

Describe 'The role of the watch' {
    BeforeAll {
        $role = [IO.File]::ReadAllText((Join-Path $deploy 'role-definition.json')) | ConvertFrom-Json
        $source = [IO.File]::ReadAllText((Join-Path $script:Root 'native/core/src/fleet/rights.rs'))
    }

    It 'has the name and each action that the messages of the product give' {
        $role.Name | Should -BeExactly ([regex]::Match($source, 'OWN_ROLE: &str = "(.+?)"').Groups[1].Value)
        $named = [regex]::Matches($source, '"(Microsoft\.[\w.]+/[\w/]+/(read|action))"') |
            ForEach-Object { $_.Groups[1].Value }
        @($named).Count | Should -BeGreaterThan 7
        foreach ($action in $named) { $role.Actions | Should -Contain $action }
    }

    It 'has no wildcard, no right to change anything, and none to read keys' {
        $role.Actions -match '\*|/(write|delete)$|authkeys|connectioninfo' | Should -BeNullOrEmpty
        @($role.Actions -match '/action$') | Should -Be @(
            'Microsoft.Synapse/workspaces/integrationRuntimes/getStatus/action'
            'Microsoft.Synapse/workspaces/integrationRuntimes/monitoringData/action')
        $role.DataActions | Should -BeNullOrEmpty
    }
}

Describe 'The template <Name>' -ForEach $templates {
    It 'names types of Azure with a version that is no preview' {
        $text = [IO.File]::ReadAllText($Path)
        $text | Should -Not -Match '@\d{4}-\d\d-\d\d-preview'
        $text | Should -Not -Match "`t"
        @([IO.File]::ReadAllLines($Path) | Where-Object Length -GT 120) | Should -BeNullOrEmpty
        foreach ($module in [regex]::Matches($text, "(?m)^module \w+ '(.+?)'")) {
            Join-Path (Split-Path $Path) $module.Groups[1].Value | Should -Exist
        }
    }

    It 'is compiled without a warning' -Skip:(-not $compiler) {
        $said = & $Compiler build $Path --outfile (Join-Path $TestDrive 'template.json') 2>&1
        $LASTEXITCODE | Should -Be 0 -Because "$said"
        $said | Should -BeNullOrEmpty
    }
}

Describe 'The parameters of the templates' {
    It 'are those of the runbook' {
        $parameters = (Get-Command -Name $watch).Parameters.Keys
        $text = [IO.File]::ReadAllText((Join-Path $deploy 'automation/main.bicep'))
        $block = [regex]::Match($text, '(?s)\n    parameters: \{(.+?)\n    \}').Groups[1].Value
        $used = [regex]::Matches($block, '(?m)^      (\w+):') | ForEach-Object { $_.Groups[1].Value }
        @($used).Count | Should -BeGreaterThan 3
        foreach ($name in $used) { $parameters | Should -Contain $name }
        $text | Should -Match "version: '7\.6'"
        $text | Should -Match 'runtimeEnvironments@2024-10-23'
        $text | Should -Match 'runtimeEnvironments/packages@2024-10-23'
    }

    It 'are those of the function' {
        $run = [IO.File]::ReadAllText((Join-Path $deploy 'function/WatchFleet/run.ps1'))
        $parameters = (Get-Command -Name $watch).Parameters.Keys
        foreach ($pair in [regex]::Matches($run, "(?m)^    (FLEET_\w+) += '(\w+)'")) {
            $parameters | Should -Contain $pair.Groups[2].Value
        }
        foreach ($plan in 'flex', 'windows') {
            $text = [IO.File]::ReadAllText((Join-Path $deploy "function/$plan.bicep"))
            foreach ($setting in [regex]::Matches($text, '(?m)^      (FLEET_\w+):')) {
                $name = $setting.Groups[1].Value
                if ($name -ne 'FLEET_SCHEDULE') { $run | Should -Match "\b$name\b" }
            }
        }
        $timer = [IO.File]::ReadAllText((Join-Path $deploy 'function/WatchFleet/function.json')) | ConvertFrom-Json
        $timer.bindings[0].type | Should -BeExactly 'timerTrigger'
        $timer.bindings[0].schedule | Should -BeExactly '%FLEET_SCHEDULE%'
    }
}
