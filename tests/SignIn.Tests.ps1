# Ways to sign in, from the sign-in to the work: the sharing walk-through with each, what it costs, and what is said
# where it fails. The emulator runs as a program of its own and no cmdlet is told of it: it stands for a cloud that
# describes itself, and so the ways to sign in are those of Azure.

BeforeAll {
    . $PSScriptRoot/common.ps1

    # Nothing of the user's: no kept contexts, and no credentials that may be in the environment.
    $script:Saved = @{}
    foreach ($name in 'AZIR_PROFILE', 'SSL_CERT_FILE', 'IDENTITY_ENDPOINT', 'IDENTITY_HEADER', 'IMDS_ENDPOINT',
        'MSI_ENDPOINT', 'MSI_SECRET') {
        $script:Saved[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $null)
    }

    $program = Get-EmulatorPath
    $start = New-StartInfo $program '--parent-stdin', '--subscription-name', 'Emulator Second'
    $start.RedirectStandardInput = $true
    $script:Process = [System.Diagnostics.Process]::Start($start)
    $script:Ready = $script:Process.StandardOutput.ReadLine() | ConvertFrom-Json
    $global:TestEmulator = [pscustomobject]@{ Endpoint = $script:Ready.endpoint }
    $env:SSL_CERT_FILE = $script:Ready.caPath
    $env:AZIR_PROFILE = Join-Path $TestDrive 'profile'

    $script:Fixtures = Join-Path $script:Root 'native/core/tests/fixtures'
    $script:Example = Join-Path $script:Root 'examples/Share-IntegrationRuntime.ps1'
    $script:Shell = Get-PwshPath

    function New-Secret {
        param([string]$Text)
        ConvertTo-SecureString $Text -AsPlainText -Force
    }

    function Get-Way {
        # The arguments of Connect-AzAccount for a way to sign in.
        param([string]$Name, [hashtable]$Change = @{})

        $argument = switch ($Name) {
            'secret' {
                $credential = New-Object PSCredential $script:Owner, (New-Secret $script:OwnerSecret)
                @{ ServicePrincipal = $true; Tenant = $script:HomeTenant; Credential = $credential }
            }
            'certificate' {
                @{ ApplicationId = $script:Owner; Tenant = $script:HomeTenant
                    CertificatePath = Join-Path $script:Fixtures 'app.pem' }
            }
            'federated token' {
                $token = (Invoke-Emulator POST '/emulator/federated-tokens' @{ subject = 'repo:contoso/deploy' }).token
                @{ ApplicationId = $script:Owner; Tenant = $script:HomeTenant; FederatedToken = $token }
            }
            'device code' { @{ UseDeviceAuthentication = $true; WarningAction = 'SilentlyContinue' } }
            'managed identity' { @{ Identity = $true } }
        }
        $argument['Environment'] = 'Cloud'
        foreach ($key in $Change.Keys) {
            $argument[$key] = $Change[$key]
        }
        $argument
    }

    function Invoke-Session {
        # Runs a script in a PowerShell of its own, with these variables and no others, and returns the lines of all its
        # streams.
        param([string]$Script, [hashtable]$Variable = @{})

        $path = Join-Path $TestDrive 'session.ps1'
        Set-Content -LiteralPath $path -Value (@(
                'Set-StrictMode -Version Latest'
                '$ErrorActionPreference = ''Stop'''
                '$PSStyle.OutputRendering = ''PlainText'''
                $Script) -join "`n")
        $child = New-StartInfo $script:Shell '-NoProfile', '-NonInteractive', '-File', $path
        $child.RedirectStandardError = $true
        # What Windows itself needs to start a program, and how .NET is set up to run here.
        $keep = 'SystemRoot', 'SystemDrive', 'TEMP', 'TMP', 'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT', 'DOTNET_ROOT',
        'DOTNET_EnableWriteXorExecute'
        foreach ($name in @($child.Environment.Keys)) {
            if ($keep -notcontains $name) {
                $null = $child.Environment.Remove($name)
            }
        }
        $child.Environment['SSL_CERT_FILE'] = $script:Ready.caPath
        foreach ($name in $Variable.Keys) {
            $child.Environment[$name] = $Variable[$name]
        }
        $running = [System.Diagnostics.Process]::Start($child)
        $errors = $running.StandardError.ReadToEndAsync()
        $text = $running.StandardOutput.ReadToEnd() + $errors.Result
        $running.WaitForExit()
        $text -split '\r?\n' | Where-Object { $_ }
    }

    function Get-AllSent {
        # Every request since Clear-SentRequest, as 'METHOD path'.
        foreach ($request in @(Invoke-Emulator GET '/emulator/requests' | ForEach-Object { $_ })) {
            '{0} {1}' -f $request.method, ($request.url -replace '^https?://[^/]+', '' -replace '\?.*$', '')
        }
    }

    function Get-Said {
        # The one message with which signing in fails.
        param([hashtable]$Way)
        $records = @(Get-Refusal { Connect-AzAccount @Way })
        $records | Should -HaveCount 1
        $records[0].FullyQualifiedErrorId |
            Should -BeExactly 'Microsoft.Azure.Commands.Profile.ConnectAzureRmAccountCommand'
        $records[0].Exception.Message
    }

    $script:Standalone = @"
Import-Module '$script:MainManifest', '$script:StandaloneManifest'
`$null = Add-AzEnvironment -Name Cloud -ARMEndpoint '$($script:Ready.endpoint)'
"@
    $null = Add-AzEnvironment -Name Cloud -ARMEndpoint $script:Ready.endpoint -ErrorAction Stop
    $null = Invoke-Emulator POST '/emulator/certificates' @{
        clientId = $script:Owner
        certificate = [IO.File]::ReadAllText((Join-Path $script:Fixtures 'certificate-only.pem')) }
    $null = Invoke-Emulator POST '/emulator/federated-credentials' @{
        clientId = $script:Owner
        subject = 'repo:contoso/deploy'
    }
}

AfterAll {
    $null = Clear-AzContext -Scope Process -Force -ErrorAction Ignore
    $null = Remove-AzEnvironment -Name Cloud -ErrorAction Ignore
    $script:Process.StandardInput.Close()
    $script:Process.WaitForExit()
    $script:Process.Dispose()
    Stop-TestEmulator
    Remove-Variable -Name TestEmulator -Scope Global
    foreach ($name in $script:Saved.Keys) {
        [Environment]::SetEnvironmentVariable($name, $script:Saved[$name])
    }
}

Describe 'The sharing walk-through' {
    BeforeAll {
        function Assert-Shared {
            # What the walk-through shows when each of its steps does what it should, and what it leaves.
            param([string[]]$Said, [string]$Type)

            $text = $Said -join "`n"
            $text | Should -Match "(?m)^ACCOUNT $Type$" -Because $text
            # Each error but the two refusals that it shows ends it.
            $text | Should -Match '(?m)^END$' -Because $text
            [regex]::Matches($text, '(?m)^   Refused:$').Count | Should -Be 2 -Because $text
            $text | Should -Match '(?m)^   Integration runtimes in adf-linked-\w+: 0$'
            $before, $after = ($text -split '== Who shares with whom, after the revocation')[0, 1]
            $before | Should -Match '\+ +Contributor +\+'
            $before | Should -Match '\| ir-shared: NeedRegistration +\|<-+\| ir-linked: NeedRegistration +\|'
            $after | Should -Match '\+ +no grant +\+'
            $after | Should -Match '\| ir-shared: NeedRegistration +\| +\| ir-linked: no access +\|'
            # It went over this wire, and tidied up.
            @(Get-SentRequest) -match '^PUT .*/integrationruntimes/ir-linked$' |
                Should -HaveCount 2 -Because 'the first is refused by the service'
            @(Get-SentRequest) -match '^DELETE /subscriptions/[0-9a-f-]+/resourcegroups/rg-walk$' | Should -HaveCount 1
            $text | Should -Not `
                -Match "eyJ0|$([regex]::Escape($script:OwnerSecret))|$([regex]::Escape($script:Ready.identityHeader))"
        }

        $walk = @"
'ACCOUNT ' + (Get-AzContext).Account.Type
& '$script:Example' -UseAzure -ResourceGroupName rg-walk -Location eastus
'END'
"@
    }

    BeforeEach { Clear-SentRequest }

    It 'runs with a service principal of Standalone' {
        $said = Invoke-Session -Variable @{ TEST_SECRET = $script:OwnerSecret; AZIR_PROFILE = $env:AZIR_PROFILE } `
            -Script ($script:Standalone + @"

`$credential = New-Object PSCredential '$script:Owner', (ConvertTo-SecureString `$env:TEST_SECRET -AsPlainText -Force)
`$null = Connect-AzAccount -Environment Cloud -ServicePrincipal -Credential `$credential -Tenant '$script:HomeTenant'
$walk
"@)
        Assert-Shared $said 'ServicePrincipal'
    }

    It 'runs with a device code of Standalone' {
        $said = Invoke-Session -Variable @{ AZIR_PROFILE = $env:AZIR_PROFILE } -Script ($script:Standalone + @"

`$null = Connect-AzAccount -Environment Cloud -UseDeviceAuthentication
$walk
"@)
        @($said -match 'enter the code') | Should -HaveCount 1 -Because ($said -join "`n")
        Assert-Shared $said 'User'
    }

    It 'runs in a runbook: a managed identity, and nothing else in the environment' {
        # A machine's identity may do the work; that it may also grant is up to an owner, who does so here.
        $identity = @(Invoke-Emulator GET '/emulator/identities' | ForEach-Object { $_ })[0].objectId
        $way = Get-Way 'secret'
        $null = Connect-AzAccount @way
        $null = New-AzRoleAssignment -ObjectId $identity -RoleDefinitionName 'User Access Administrator' `
            -Scope "/subscriptions/$script:SubscriptionId"
        Clear-SentRequest

        $said = Invoke-Session -Variable @{
            IDENTITY_ENDPOINT = $script:Ready.identityEndpoint
            IDENTITY_HEADER = $script:Ready.identityHeader
        } -Script (
            $script:Standalone + @"

`$null = Connect-AzAccount -Environment Cloud -Identity
$walk
"@)
        Assert-Shared $said 'ManagedService'
        @(Get-AllSent) -match '/msi/token$' | Should -HaveCount 1
        @(Get-AllSent) -match '/oauth2/' | Should -BeNullOrEmpty
    }

    It 'runs with Az.Accounts signed in, and without Standalone' {
        # Groups and grants are Az.Resources' there; these few lines stand for it.
        $resources = @'
function Invoke-Manager {
    param([string]$Method, [string]$Path, $Body, [string]$Version)
    $tenant = (Get-AzContext).Tenant.Id
    $token = (Get-AzAccessToken -ResourceUrl 'https://management.core.windows.net/' -TenantId $tenant).Token
    $argument = @{
        Method = $Method; Uri = "$env:STANDIN_ENDPOINT$Path`?api-version=$Version"; Authentication = 'Bearer'
        Token = $token; SkipCertificateCheck = $true; NoProxy = $true
    }
    if ($null -ne $Body) {
        $argument['Body'] = ConvertTo-Json $Body -Depth 5
        $argument['ContentType'] = 'application/json'
    }
    Invoke-RestMethod @argument
}
function Get-GroupPath { param([string]$Name) "/subscriptions/$((Get-AzContext).Subscription.Id)/resourcegroups/$Name" }
function Get-AzResourceGroup {
    [CmdletBinding()] param($Name)
    try { Invoke-Manager GET (Get-GroupPath $Name) $null '2021-04-01' }
    catch { throw 'Provided resource group does not exist.' }
}
function New-AzResourceGroup {
    [CmdletBinding()] param($Name, $Location)
    Invoke-Manager PUT (Get-GroupPath $Name) @{ location = $Location } '2021-04-01'
}
function Remove-AzResourceGroup {
    [CmdletBinding()] param($Name, [switch]$Force)
    Invoke-Manager DELETE (Get-GroupPath $Name) $null '2021-04-01'
}
function New-AzRoleAssignment {
    [CmdletBinding()] param($ObjectId, $RoleDefinitionName, $Scope)
    $authorization = 'providers/Microsoft.Authorization'
    $subscription = "/subscriptions/$((Get-AzContext).Subscription.Id)"
    $role = "$subscription/$authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c"
    $body = @{ properties = @{ roleDefinitionId = $role; principalId = $ObjectId } }
    Invoke-Manager PUT "$Scope/$authorization/roleAssignments/$([guid]::NewGuid())" $body '2022-04-01'
}
function Get-AzRoleAssignment {
    [CmdletBinding()] param($Scope)
    $assignments = "$Scope/providers/Microsoft.Authorization/roleAssignments"
    foreach ($one in (Invoke-Manager GET $assignments $null '2022-04-01').value) {
        [pscustomobject]@{ ObjectId = $one.properties.principalId; Id = $one.id }
    }
}
function Remove-AzRoleAssignment {
    [CmdletBinding()] param($ObjectId, $RoleDefinitionName, $Scope)
    $null = Get-AzRoleAssignment -Scope $Scope | Where-Object ObjectId -EQ $ObjectId |
        ForEach-Object { Invoke-Manager DELETE $_.Id $null '2022-04-01' }
}
'@
        $variable = @{
            STANDIN_ENDPOINT = $script:Ready.endpoint
            STANDIN_SHAPE    = 'SecureString'
            TEST_SECRET      = $script:OwnerSecret
            AZIR_PROFILE     = $env:AZIR_PROFILE
            PSModulePath     = Join-Path $PSScriptRoot 'fixtures'
        }
        $said = Invoke-Session -Variable $variable -Script @"
Import-Module Az.Accounts
Import-Module '$script:MainManifest'
$resources
`$credential = New-Object PSCredential '$script:Owner', (ConvertTo-SecureString `$env:TEST_SECRET -AsPlainText -Force)
`$place = @{ Tenant = '$script:HomeTenant'; SubscriptionId = '$script:SubscriptionId'; SubscriptionName = 'Emulator' }
`$null = Connect-AzAccount -ServicePrincipal -Credential `$credential @place
$walk
'STANDALONE ' + @(Get-Module AzIntegrationRuntime.Standalone).Count
"@
        Assert-Shared $said 'ServicePrincipal'
        $said | Should -Contain 'STANDALONE 0'
    }
}

Describe 'From the sign-in to the first object' {
    BeforeAll {
        $factories = "GET /subscriptions/$script:SubscriptionId/providers/Microsoft.DataFactory/factories"
    }

    # The cloud is a custom one: its description is one request, when it is added.
    It 'costs the metadata, a token and the call itself where the subscription is told: <_>' -ForEach 'secret',
        'certificate', 'federated token' {
        $way = Get-Way $_ @{ Subscription = $script:SubscriptionId }
        Clear-SentRequest
        $null = Add-AzEnvironment -Name Cloud -ARMEndpoint $script:Ready.endpoint
        $null = Connect-AzAccount @way
        $null = Get-AzDataFactoryV2
        Get-AllSent | Should -Be 'GET /metadata/endpoints', "POST /$script:HomeTenant/oauth2/v2.0/token", $factories
        # And the next one: the call alone.
        Clear-SentRequest
        $null = Get-AzDataFactoryV2
        Get-AllSent | Should -Be $factories
    }

    It 'costs a list of the subscriptions more where nobody says which' {
        $way = Get-Way 'secret'
        Clear-SentRequest
        $null = Connect-AzAccount @way
        $null = Get-AzDataFactoryV2
        Get-AllSent | Should -Be "POST /$script:HomeTenant/oauth2/v2.0/token", 'GET /subscriptions', $factories
    }

    It 'costs one request more with a device code: for the code' {
        $way = Get-Way 'device code' @{ Tenant = $script:HomeTenant; Subscription = $script:SubscriptionId }
        Clear-SentRequest
        $null = Connect-AzAccount @way
        $null = Get-AzDataFactoryV2
        Get-AllSent | Should -Be "POST /$script:HomeTenant/oauth2/v2.0/devicecode",
            "POST /$script:HomeTenant/oauth2/v2.0/token", $factories
    }

    It 'asks the managed identity once, and the sign-in service never' {
        $env:IDENTITY_ENDPOINT, $env:IDENTITY_HEADER = $script:Ready.identityEndpoint, $script:Ready.identityHeader
        try {
            $way = Get-Way 'managed identity' @{ Subscription = $script:SubscriptionId }
            Clear-SentRequest
            $null = Connect-AzAccount @way
            $null = Get-AzDataFactoryV2
        } finally {
            $env:IDENTITY_ENDPOINT = $env:IDENTITY_HEADER = $null
        }
        Get-AllSent | Should -Be 'GET /msi/token', $factories
    }

    It 'costs a later process the call alone while a kept token is valid' {
        $variable = @{ TEST_SECRET = $script:OwnerSecret; AZIR_PROFILE = Join-Path $TestDrive 'kept' }
        $said = Invoke-Session -Variable $variable -Script ($script:Standalone + @"

`$credential = New-Object PSCredential '$script:Owner', (ConvertTo-SecureString `$env:TEST_SECRET -AsPlainText -Force)
`$place = @{ Environment = 'Cloud'; Tenant = '$script:HomeTenant'; Subscription = '$script:SubscriptionId' }
`$null = Connect-AzAccount -ServicePrincipal -Credential `$credential @place -Scope CurrentUser 3>`$null
'END'
"@)
        $said | Should -Contain 'END' -Because ($said -join "`n")
        Clear-SentRequest
        $variable.Remove('TEST_SECRET')
        $said = Invoke-Session -Variable $variable `
            -Script "Import-Module '$script:MainManifest'; `$null = Get-AzDataFactoryV2; 'END'"
        $said | Should -Contain 'END' -Because ($said -join "`n")
        Get-AllSent | Should -Be $factories
    }

    It 'asks for no token where one was brought along' {
        $way = Get-Way 'secret'
        $null = Connect-AzAccount @way
        $token = (Get-AzAccessToken).Token
        Clear-SentRequest
        $null = Connect-AzAccount -Environment Cloud `
            -AccessToken ([pscredential]::new('x', $token).GetNetworkCredential().Password) -AccountId me `
            -Tenant $script:HomeTenant
        $null = Get-AzDataFactoryV2
        Get-AllSent | Should -Be 'GET /subscriptions',
            "GET /subscriptions/$script:SubscriptionId/providers/Microsoft.DataFactory/factories"
    }
}

Describe 'A token endpoint that fails' {
    AfterEach {
        Clear-Fault
        $null = Invoke-Emulator POST '/emulator/settings' @{ deviceCode = 'approve' }
    }

    It 'throttles: the wait that it asks for is kept and said, and then it serves (<_>)' -ForEach 'secret',
        'certificate', 'federated token', 'device code' {
        $way = Get-Way $_
        Add-Fault @{ path = '/oauth2/v2.0/token'; status = 429; headers = @{ 'Retry-After' = '0' }; times = 2 }
        Clear-SentRequest
        $said = @(Connect-AzAccount @way -Verbose 4>&1 |
            Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | ForEach-Object { "$_" })
        @($said -eq 'The service answered POST with HTTP status 429; trying again in 0.0 s.') | Should -HaveCount 2
        @(Get-AllSent) -match '/oauth2/v2.0/token$' | Should -HaveCount 3
    }

    It '<Fault>, always: it is tried <Times> times, and what is said names it (<Way>)' -ForEach @(
        $failed = "Signing in application '66666666-6666-4666-8666-666666666666' to tenant " +
            "'11111111-1111-4111-8111-111111111111' failed: " +
            'the sign-in service answered with status 429 and no reason; try again later.'
        $html = '{0} answered with HTML, not with a token (HTTP status 200): a proxy or the sign-in page of the ' +
            'network may have answered in its place. ' +
            'Open any page in a browser, check $env:HTTPS_PROXY, then try again.'
        $broke = 'The connection to {0} broke before the answer to POST was complete: *. Try again.'
        $throttled = @{
            Fault = 'throttles'
            Times = 4
            Setting = @{ status = 429; headers = @{ 'Retry-After' = '0' } }
        }
        $malformed = @{ Fault = 'answers HTML'; Times = 1; Setting = @{ malformed = $true } }
        $dropped = @{ Fault = 'is cut off'; Times = 4; Setting = @{ drop = $true } }
        $throttled + @{ Way = 'secret'; Text = $failed }
        $throttled + @{ Way = 'certificate'; Text = $failed }
        $throttled + @{ Way = 'federated token'; Text = $failed }
        $malformed + @{ Way = 'secret'; Text = $html }
        $malformed + @{ Way = 'certificate'; Text = $html }
        $malformed + @{ Way = 'federated token'; Text = $html }
        $dropped + @{ Way = 'secret'; Text = $broke }
        $dropped + @{ Way = 'certificate'; Text = $broke }
        $dropped + @{ Way = 'federated token'; Text = $broke }
    ) {
        $argument = Get-Way $Way
        Add-Fault ($Setting + @{ path = '/oauth2/v2.0/token'; times = 0 })
        Clear-SentRequest
        $said = Get-Said $argument
        $said | Should -BeLike ($Text -f $script:Ready.endpoint)
        $said | Should -Not -Match 'docs\.rs'
        @(Get-AllSent) | Should -Be (@("POST /$script:HomeTenant/oauth2/v2.0/token") * $Times)
    }

    It 'asks for a wait of an hour: it is not waited for (<_>)' -ForEach 'secret', 'federated token' {
        $way = Get-Way $_
        Add-Fault @{ path = '/oauth2/v2.0/token'; status = 429; headers = @{ 'Retry-After' = '3600' } }
        Clear-SentRequest
        $null = Get-Said $way
        Get-AllSent | Should -HaveCount 1
    }

    It 'fails once, and the next sign-in serves: nothing of the failure stays' {
        $way = Get-Way 'secret'
        Add-Fault @{ path = '/oauth2/v2.0/token'; malformed = $true }
        $null = Get-Said $way
        (Connect-AzAccount @way).Context.Account.Id | Should -Be $script:Owner
    }

    It 'answers a device code with HTML' {
        $way = Get-Way 'device code'
        Add-Fault @{ path = '/oauth2/v2.0/devicecode'; malformed = $true }
        Get-Said $way |
            Should -BeLike "$($script:Ready.endpoint) answered with HTML, not with a token (HTTP status 200): *"
    }

    It 'has a device code <Setting>' -ForEach @(
        @{ Setting = 'decline'
            Text = 'The sign-in was declined in the browser. Run Connect-AzAccount -UseDeviceAuthentication again.' }
        @{ Setting = 'expire'
            Text = 'The code was not used in time. Run Connect-AzAccount -UseDeviceAuthentication again.' }
    ) {
        Set-Emulator @{ deviceCode = $Setting }
        $way = Get-Way 'device code'
        Get-Said $way | Should -BeExactly $Text
    }

    It 'knows no such tenant: <_>' -ForEach '00000000-0000-4000-8000-000000000000', 'nobody.example' {
        $way = Get-Way 'secret' @{ Tenant = $_ }
        Get-Said $way |
            Should -BeLike ("Signing in application '$script:Owner' to tenant '$_' failed: AADSTS90002: Tenant '$_' " +
                "not found.* (there is no such tenant). Check the tenant, and the environment it belongs to.")
    }

    It 'is not asked for what is no tenant' {
        $way = Get-Way 'secret' @{ Tenant = 'a/b' }
        Clear-SentRequest
        Get-Said $way | Should -BeExactly "'a/b' is not a tenant: give its id (a GUID) or one of its domain names."
        Get-AllSent | Should -BeNullOrEmpty
    }
}

Describe 'A certificate file that does not serve' {
    It '<File>, password <Password>' -ForEach @(
        @{ File = 'app.pfx'; Password = 'planted-password-no'
            Text = "The certificate file '{0}' cannot be used: the password does not open it. Check " +
                "-CertificatePassword." }
        @{ File = 'app-encrypted.pem'; Password = 'planted-password-no'
            Text = "The certificate file '{0}' cannot be used: the password does not open it. Check " +
                "-CertificatePassword." }
        @{ File = 'app.pfx'; Password = $null
            Text = "The certificate file '{0}' cannot be used: it is protected by a password. Give it with " +
                "-CertificatePassword." }
        @{ File = 'certificate-only.pem'; Password = $null
            Text = "The certificate file '{0}' cannot be used: it holds a certificate but no private key. Export it " +
                "with its private key (PFX), or put the key into the PEM file." }
        @{ File = 'certificate-only.pfx'; Password = 'planted-password'
            Text = "The certificate file '{0}' cannot be used: it holds a certificate but no private key. Export it " +
                "with its private key (PFX), or put the key into the PEM file." }
        @{ File = 'key-only.pem'; Password = $null
            Text = "The certificate file '{0}' cannot be used: it holds no certificate. Give a PFX file, or a PEM " +
                "file with certificate and private key." }
        @{ File = 'other-key.pem'; Password = $null
            Text = "The certificate file '{0}' cannot be used: its private key does not belong to its certificate. " +
                "Export both from the same place again." }
        @{ File = 'expired.pem'; Password = $null
            Text = "The certificate 9D4D4054FA65471667ED0A87187FFF2E83C873E4 of 'CN=azir test expired' expired at " +
                "2001-01-01 00:00 UTC. Add a new certificate to the application and sign in with it." }
    ) {
        $change = @{ CertificatePath = Join-Path $script:Fixtures $File }
        if ($Password) {
            $change['CertificatePassword'] = New-Secret $Password
        }
        $way = Get-Way 'certificate' $change
        Clear-SentRequest
        Get-Said $way | Should -BeExactly ($Text -f $change['CertificatePath'])
        Get-AllSent | Should -BeNullOrEmpty
    }

    It 'is not known to the application' {
        $way = Get-Way 'certificate' @{ ApplicationId = $script:Reader }
        Get-Said $way |
            Should -BeLike ("Signing in application '$script:Reader' to tenant '$script:HomeTenant' failed: " +
                "AADSTS700027: *(the certificate is not one of the application's, or its signature is wrong). " +
                "Upload this certificate to the application, or use one that it has.")
    }
}

Describe 'A managed identity that does not serve' {
    BeforeEach { $way = Get-Way 'managed identity' }
    AfterEach {
        $env:IDENTITY_ENDPOINT = $env:IDENTITY_HEADER = $env:AZURE_POD_IDENTITY_AUTHORITY_HOST = $null
        $null = Invoke-Emulator PUT '/emulator/identities' @{ systemAssigned = $true; userAssigned = @() }
        Clear-Fault
    }

    It 'is not there: no variable and no virtual machine' {
        $env:AZURE_POD_IDENTITY_AUTHORITY_HOST = 'http://127.0.0.1:9'
        Get-Said $way |
            Should -BeExactly ('This computer has no managed identity: it is no virtual machine of Azure with one, ' +
                'and no variable such as $env:IDENTITY_ENDPOINT ' +
            'names another place that gives tokens. Sign in in another way.')
    }

    It 'is not assigned' {
        $env:IDENTITY_ENDPOINT, $env:IDENTITY_HEADER = $script:Ready.identityEndpoint, $script:Ready.identityHeader
        $null = Invoke-Emulator PUT '/emulator/identities' @{ systemAssigned = $false; userAssigned = @() }
        Get-Said $way |
            Should -BeLike ('The managed identity of this service gave no token for a system-assigned identity: *. ' +
                'Check that the identity is assigned here; ' +
            'a user-assigned one is named by its client id with Connect-AzAccount -Identity -AccountId.')
    }

    It 'is another than the one that is named' {
        $env:IDENTITY_ENDPOINT, $env:IDENTITY_HEADER = $script:Ready.identityEndpoint, $script:Ready.identityHeader
        $way['AccountId'] = '00000000-0000-4000-8000-000000000001'
        Get-Said $way |
            Should -BeLike ("The managed identity of this service gave no token for the identity " +
                "'00000000-0000-4000-8000-000000000001': *. Check that the identity is assigned here;*")
    }

    It 'has its secret not sent to <_>, and that is said without it' -ForEach 'http://203.0.113.1/msi',
        'http://example.com/msi', 'http://127.0.0.1.example.com/msi', 'ftp://127.0.0.1/msi' {
        $env:IDENTITY_ENDPOINT, $env:IDENTITY_HEADER = $_, 'planted-identity-header'
        Get-Said $way |
            Should -BeExactly ('The address in $env:IDENTITY_ENDPOINT is refused: the managed identity''s secret ' +
                'and tokens go over https, or to this computer ' +
            '(loopback or link-local) only. Clear the variable or correct it.')
    }

    It 'wants another secret, which is not repeated' {
        $env:IDENTITY_ENDPOINT, $env:IDENTITY_HEADER = $script:Ready.identityEndpoint, 'planted-identity-header'
        $said = Get-Said $way
        $said | Should -BeLike 'The managed identity of this service gave no token for a system-assigned identity: *'
        $said | Should -Not -Match 'planted'
    }
}

Describe 'A subscription or tenant that does not fit' {
    It 'has a name that fits two' {
        $way = Get-Way 'secret' @{ Subscription = 'emulator second' }
        Get-Said $way |
            Should -BeExactly ("2 subscriptions are named 'emulator second': $script:SubscriptionId, " +
                "$script:SecondSubscriptionId. Give the id of the one you mean.")
    }

    It 'belongs to another tenant' {
        $way = Get-Way 'secret' @{ Subscription = 'Emulator Other Tenant' }
        Get-Said $way |
            Should -BeExactly ("Subscription 'Emulator Other Tenant' was not found for account '$script:Owner' in " +
                "tenant '$script:HomeTenant'. " +
            'Get-AzSubscription lists the subscriptions that the account can use.')
    }

    It 'does not exist, and its id was taken as it is: the first call says so' {
        $way = Get-Way 'secret' @{ Subscription = '00000000-0000-4000-8000-000000000000' }
        $null = Connect-AzAccount @way
        $record = @(Get-Refusal { Get-AzDataFactoryV2 })
        $record | Should -HaveCount 1
        $record[0].Exception.Message |
            Should -BeLike ('*SubscriptionNotFound*Get-AzSubscription lists the subscriptions you can use; choose ' +
                'one with Select-AzSubscription.*')
    }

    It 'is answered with the right tenant''s token when its resource id says where it is' {
        $way = Get-Way 'secret'
        $null = Connect-AzAccount @way
        Clear-SentRequest
        $id = "/subscriptions/$script:OtherSubscriptionId/resourceGroups/rg-none/providers/Microsoft.DataFactory/" +
            "factories/adf-none/integrationRuntimes/ir-none"
        $record = @(Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime -ResourceId $id })
        $record | Should -HaveCount 1
        $record[0].Exception.Message | Should -Match '(?m)^Error Code: ResourceGroupNotFound\r?$'
        @(Get-AllSent) -match '/oauth2/' | Should -Be "POST /$script:OtherTenant/oauth2/v2.0/token"
        @(Get-AllSent)[-1] | Should -BeLike "GET /subscriptions/$script:OtherSubscriptionId/*"
        (Get-AzContext).Tenant.Id | Should -Be $script:HomeTenant -Because 'the context stays'
    }
}

Describe 'Secrets of signing in' {
    BeforeAll {
        function Get-Everything {
            # All that a person or a log could read of a run.
            param($Result)
            $texts = @(foreach ($name in 'Asked', 'Captions', 'Written', 'Warnings', 'Verbose', 'Debug',
                'Information') { $Result.$name })
            $texts += @($Result.Progress | ForEach-Object { "$($_.Activity) $($_.StatusDescription)" })
            $texts += $Result.Output | Out-String -Width 4096
            foreach ($record in @($Result.Errors) + @($Result.Thrown | Where-Object { $_ })) {
                $texts += ($record | Format-List * -Force | Out-String -Width 4096), "$record"
                if ($record -is [System.Management.Automation.ErrorRecord]) {
                    $texts += $record.Exception.ToString()
                    $texts += @($record.Exception.Data.Values | ForEach-Object { "$_" })
                }
            }
            $texts -join "`n"
        }
    }

    AfterEach { Clear-Fault }

    It 'are in no stream and no error: <Secret> (<Case>)' -ForEach @(
        foreach ($secret in 'client secret', 'federated token', 'certificate password') {
            @{ Secret = $secret; Case = 'refused'; Fault = $null }
            @{ Secret = $secret; Case = 'HTML'; Fault = @{ malformed = $true } }
            @{ Secret = $secret; Case = 'throttled'
                Fault = @{ status = 429; headers = @{ 'Retry-After' = '0' }; times = 0 } }
        }
    ) {
        $planted = 'planted-secret-of-signing-in'
        $way = switch ($Secret) {
            'client secret' {
                Get-Way 'secret' @{ Credential = New-Object PSCredential $script:Owner, (New-Secret $planted) }
            }
            'federated token' {
                Get-Way 'federated token' @{
                    FederatedToken = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL3gifQ.$planted"
                }
            }
            'certificate password' {
                # The right password: it opens the file, and the service is asked. The wrong one is refused before that.
                $planted = if ($Fault) { 'planted-password' } else { 'planted-password-no' }
                Get-Way 'certificate' @{
                    CertificatePath = Join-Path $script:Fixtures 'app.pfx'
                    CertificatePassword = New-Secret $planted
                }
            }
        }
        if ($Fault) {
            Add-Fault ($Fault + @{ path = '/oauth2/v2.0/token' })
        }
        $result = Invoke-Answered (
            ('param($Way) $VerbosePreference = $DebugPreference = $InformationPreference = "Continue"; ' +
            'Connect-AzAccount @Way')
        ) -Argument @{ Way = $way }
        @($result.Errors).Count + @($result.Thrown | Where-Object { $_ }).Count | Should -BeGreaterThan 0
        $everything = Get-Everything $result
        if ($Fault) {
            @($result.Debug -match '/oauth2/v2.0/token') |
                Should -Not -BeNullOrEmpty -Because 'the request is shown, without what is secret'
        }
        $everything | Should -Match 'Connect-AzAccount' -Because 'the search has to have something to search'
        $everything | Should -Not -Match ([regex]::Escape($planted))
        $everything | Should -Not -Match 'client_assertion=ey|"?access_token"?[=:] ?"?ey'
    }
}
