BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator

    function New-TestCredential {
        param([string]$Id = $script:Owner, [string]$Secret = $script:OwnerSecret)
        New-Object PSCredential $Id, (ConvertTo-SecureString $Secret -AsPlainText -Force)
    }

    function Get-TestToken {
        param([string]$Id = $script:Owner, [string]$Secret = $script:OwnerSecret)
        (Invoke-RestMethod -SkipCertificateCheck -NoProxy -Method Post `
            -Uri "$($global:TestEmulator.Endpoint)/$script:HomeTenant/oauth2/v2.0/token" -Body @{
            grant_type = 'client_credentials'; client_id = $Id; client_secret = $Secret
            scope = 'https://management.azure.com/.default'
        }).access_token
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Connect-AzAccount' {
    AfterEach {
        $null = Invoke-Emulator POST '/emulator/settings' @{ deviceCode = 'approve' }
        $null = Connect-AzAccount
    }

    It 'without parameters signs in to the emulator that runs' {
        $null = Disconnect-AzAccount
        $signed = Connect-AzAccount
        $signed.PSObject.TypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.Profile.Models.Core.PSAzureProfile'
        $signed.Context.Account.Id | Should -Be $script:Owner
        $signed.Context.Account.Type | Should -BeExactly 'ServicePrincipal'
        $signed.Context.Subscription.Name | Should -BeExactly 'Emulator'
        $signed.Context.Tenant.Id | Should -Be $script:HomeTenant
        $signed.Environments.Keys | Should -Contain $signed.Context.Environment.Name
    }

    It 'shows account, subscription, tenant and environment as a table' {
        $lines = @((Connect-AzAccount | Out-String -Width 300) -split '\r?\n' | Where-Object { $_ })
        $lines[0] -split '\s+' | Where-Object { $_ -match '^[A-Z]' } |
            Should -Be 'Account', 'SubscriptionName', 'TenantId', 'Environment'
        $lines[2] | Should -Match "$script:Owner\s+Emulator\s+$script:HomeTenant"
    }

    It 'signs in as a service principal with a secret' {
        $signed = Connect-AzAccount -ServicePrincipal `
            -Credential (New-TestCredential $script:Reader $script:ReaderSecret) -Tenant $script:HomeTenant
        $signed.Context.Account.Id | Should -Be $script:Reader
        (Get-AzSubscription).Name | Should -Be 'Emulator'
    }

    It 'selects the subscription it is told: by <By>' -ForEach @(
        @{ By = 'name'; Value = 'Emulator Second'; Known = 'Emulator Second' }
        @{ By = 'id'; Value = '44444444-4444-4444-8444-444444444444'; Known = $null }
    ) {
        foreach ($signed in (Connect-AzAccount -Subscription $Value), ($Value | Connect-AzAccount)) {
            $signed.Context.Subscription.Id | Should -BeExactly $script:SecondSubscriptionId
            $signed.Context.Subscription.Name | Should -BeExactly $Known
        }
        # What was not looked up is there when it is wanted.
        @(Get-AzContext -ListAvailable).Subscription.Name | Should -Contain 'Emulator Second'
        (Get-AzContext).Subscription.Name | Should -BeExactly 'Emulator Second'
    }

    It 'shows the id of a subscription whose name is not known' {
        Connect-AzAccount -Subscription $script:SecondSubscriptionId | Out-String -Width 300 |
            Should -Match "$script:SecondSubscriptionId\s+$script:HomeTenant"
        Get-AzContext | Out-String -Width 400 | Should -Match "$script:Owner\s+$script:SecondSubscriptionId"
    }

    It 'asks before it replaces a context of the wanted name, unless -Force' {
        $null = Connect-AzAccount -ContextName work
        try {
            $result = Invoke-Answered 'Connect-AzAccount -ContextName work' -Answer 'No'
            $result.Asked | Should -Be "Are you sure you want to replace existing context 'work'?"
            $result.Captions | Should -Contain "Overwrite existing context 'work'"
            $result.Output | Should -BeNullOrEmpty
            $result = Invoke-Answered 'Connect-AzAccount -ContextName work -Force'
            $result.Asked | Should -BeNullOrEmpty
            $result.Output[0].Context.Name | Should -BeExactly 'work'
        } finally {
            $null = Remove-AzContext -Name work -Force
        }
    }

    It 'asks for the token of another service with the sign-in: <_>' -ForEach 'KeyVault', 'https://purview.azure.net' {
        Clear-SentRequest
        $null = Connect-AzAccount -AuthScope $_
        @(Invoke-Emulator GET '/emulator/requests' | ForEach-Object { $_ } |
            Where-Object { $_.url -like '*/oauth2/v2.0/token' }) | Should -HaveCount 2
        Clear-SentRequest
        $token = if ($_ -like 'https:*') { Get-AzAccessToken -ResourceUrl $_ } else {
            Get-AzAccessToken -ResourceTypeName $_
        }
        $token.Token | Should -BeOfType [securestring]
        @(Invoke-Emulator GET '/emulator/requests' | ForEach-Object { $_ }) | Should -BeNullOrEmpty
    }

    It 'refuses a service that it does not know' {
        (Get-Refusal { Connect-AzAccount -AuthScope Banana }).Exception.Message | Should -BeExactly (
            "'Banana' is no kind of service that is known here, such as Storage, KeyVault or Synapse, and no " +
            "resource such as https://storage.azure.com/.")
    }

    It 'signs in with an access token' {
        $signed = Connect-AzAccount -AccessToken (Get-TestToken) -AccountId 'somebody'
        $signed.Context.Account.Id | Should -BeExactly 'somebody'
        $signed.Context.Account.Type | Should -BeExactly 'AccessToken'
        { Get-AzDataFactoryV2 -ErrorAction Stop } | Should -Not -Throw
    }

    It 'signs in with a device code and shows what to do' {
        $result = Invoke-Answered 'Connect-AzAccount -UseDeviceAuthentication'
        $result.Errors | Should -BeNullOrEmpty
        "$($result.Warnings)" | Should -Match 'code'
        $result.Output[0].Context.Account.Type | Should -BeExactly 'User'
    }

    It 'says what became of a device code that was <Outcome>' -ForEach @(
        @{ Outcome = 'declined'; Setting = 'decline'; Text = 'The sign-in was declined in the browser.' }
        @{ Outcome = 'expired'; Setting = 'expire'; Text = 'The code was not used in time.' }
    ) {
        Set-Emulator @{ deviceCode = $Setting }
        $record = Get-Refusal { Connect-AzAccount -UseDeviceAuthentication -WarningAction SilentlyContinue }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeExactly "$Text Run Connect-AzAccount -UseDeviceAuthentication again."
    }

    It 'says that a secret is wrong, and does not repeat it' {
        $record = Get-Refusal {
            Connect-AzAccount -ServicePrincipal -Credential (New-TestCredential -Secret 'planted-wrong-secret') `
                -Tenant $script:HomeTenant
        }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeLike "Signing in *$script:Owner* to tenant '$script:HomeTenant' failed: *"
        "$record" | Should -Not -Match 'planted'
    }

    It 'keeps the present sign-in when another one fails' {
        $null = Get-Refusal {
            Connect-AzAccount -ServicePrincipal -Credential (New-TestCredential -Secret 'wrong') `
                -Tenant $script:HomeTenant
        }
        (Get-AzContext).Account.Id | Should -Be $script:Owner
    }

    It 'says that a subscription is not there' {
        $record = Get-Refusal { Connect-AzAccount -Subscription 'Nowhere' }
        $record.Exception.Message |
            Should -BeLike ("Subscription 'Nowhere' was not found for account '*' in tenant '*'. Get-AzSubscription " +
                "lists the subscriptions that the account can use.")
    }

    It 'signs nobody in with -WhatIf' {
        $before = (Get-AzContext).Name
        $result = Invoke-Answered "Connect-AzAccount -Subscription 'Emulator Second' -WhatIf"
        $result.Output | Should -BeNullOrEmpty
        (Get-AzContext).Name | Should -BeExactly $before
    }

    It 'signs in with the managed identity of the emulator, whatever the environment says' {
        $env:IDENTITY_ENDPOINT = 'http://203.0.113.1/nowhere'
        $env:IDENTITY_HEADER = 'planted-header'
        try {
            $signed = Connect-AzAccount -Identity
        } finally {
            $env:IDENTITY_ENDPOINT = $env:IDENTITY_HEADER = $null
        }
        $signed.Context.Account.Id | Should -BeExactly 'MSI@50342'
        $signed.Context.Account.Type | Should -BeExactly 'ManagedService'
        $signed.Context.Tenant.Id | Should -Be $script:HomeTenant
        { Get-AzDataFactoryV2 -ErrorAction Stop } | Should -Not -Throw
    }

    It 'signs in with a certificate file <File>' -ForEach @(
        @{ File = 'app.pem'; Password = $null }, @{ File = 'app.pfx'; Password = 'planted-password' }
        @{ File = 'app-encrypted.pem'; Password = 'planted-password' }
    ) {
        $null = Invoke-Emulator POST '/emulator/certificates' @{
            clientId = $script:Owner
            certificate =
                [IO.File]::ReadAllText((Join-Path $script:Root 'native/core/tests/fixtures/certificate-only.pem'))
        }
        $argument = @{ ApplicationId = $script:Owner; Tenant = $script:HomeTenant; SendCertificateChain = $true
            CertificatePath = Join-Path $script:Root "native/core/tests/fixtures/$File" }
        if ($Password) {
            $argument['CertificatePassword'] = ConvertTo-SecureString $Password -AsPlainText -Force
        }
        $signed = Connect-AzAccount @argument
        $signed.Context.Account.Id | Should -Be $script:Owner
        $signed.Context.Account.Type | Should -BeExactly 'ServicePrincipal'
        { Get-AzDataFactoryV2 -ErrorAction Stop } | Should -Not -Throw
    }

    It 'says what is wrong with a certificate file, and does not repeat the password' {
        $password = ConvertTo-SecureString 'planted-wrong-password' -AsPlainText -Force
        $path = Join-Path $script:Root 'native/core/tests/fixtures/app.pfx'
        $record = Get-Refusal {
            Connect-AzAccount -ApplicationId $script:Owner -Tenant $script:HomeTenant -CertificatePath $path `
                -CertificatePassword $password
        }
        $record.Exception.Message |
            Should -BeLike ("The certificate file '*app.pfx' cannot be used: the password does not open it. Check " +
                "-CertificatePassword.")
        "$record" | Should -Not -Match 'planted'
    }

    It 'says that a certificate is not one of the application''s' {
        $null = Invoke-Emulator DELETE '/emulator/certificates' @{ clientId = $script:Owner }
        $path = Join-Path $script:Root 'native/core/tests/fixtures/app.pem'
        $record = Get-Refusal {
            Connect-AzAccount -ApplicationId $script:Owner -Tenant $script:HomeTenant -CertificatePath $path
        }
        $record.Exception.Message |
            Should -BeLike ("*AADSTS700027*(the certificate is not one of the application's, or its signature is " +
                "wrong). Upload this certificate*")
    }

    It 'gets a new token when access was changed, and asks to sign in again when there is none' {
        $null = Connect-AzAccount -UseDeviceAuthentication -WarningAction SilentlyContinue
        $null = Invoke-Emulator POST '/emulator/revoke-sessions' @{}
        { Get-AzDataFactoryV2 -ErrorAction Stop } | Should -Not -Throw
        $null = Invoke-Emulator POST '/emulator/revoke-sessions' @{ refreshTokens = 'revoked' }
        $record = Get-Refusal { Get-AzDataFactoryV2 }
        $record.Exception.Message |
            Should -BeLike ("Azure wants account '*' to sign in again: its access was changed or revoked " +
                "(continuous access evaluation).*AADSTS*Run Connect-AzAccount again.")
    }

    It 'signs in with a federated token' {
        $null = Invoke-Emulator POST '/emulator/federated-credentials' @{
            clientId = $script:Owner
            subject = 'repo:contoso/deploy'
        }
        $token = (Invoke-Emulator POST '/emulator/federated-tokens' @{ subject = 'repo:contoso/deploy' }).token
        $signed = Connect-AzAccount -ApplicationId $script:Owner -Tenant $script:HomeTenant -FederatedToken $token
        $signed.Context.Account.Type | Should -BeExactly 'ClientAssertion'
        { Get-AzDataFactoryV2 -ErrorAction Stop } | Should -Not -Throw
    }

    It 'is known under its old names' {
        (Get-Command Login-AzAccount, Add-AzAccount).ResolvedCommand.Name |
            Should -Be 'Connect-AzAccount', 'Connect-AzAccount'
    }
}
