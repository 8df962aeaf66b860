BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator

    function ConvertFrom-TestToken {
        # The claims of a token.
        param([securestring]$Token)
        $part = [System.Net.NetworkCredential]::new('', $Token).Password.Split('.')[1].Replace('-', '+').Replace('_',
            '/')
        $part = $part.PadRight($part.Length + (4 - $part.Length % 4) % 4, '=')
        [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($part)) | ConvertFrom-Json
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzAccessToken' {
    It 'gets a token for Resource Manager as a SecureString' {
        $token = Get-AzAccessToken
        $token.PSObject.TypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.Profile.Models.PSSecureAccessToken'
        $token.PSObject.Properties.Name | Should -BeExactly 'Token', 'ExpiresOn', 'TenantId', 'UserId', 'Type'
        $token.Token | Should -BeOfType ([securestring])
        $token.Token.IsReadOnly() | Should -BeTrue
        $token.ExpiresOn | Should -BeOfType ([System.DateTimeOffset])
        $token.TenantId | Should -Be $script:HomeTenant
        $token.UserId | Should -Be $script:Owner
        $token.Type | Should -BeExactly 'Bearer'
        $claims = ConvertFrom-TestToken $token.Token
        $claims.tid | Should -Be $script:HomeTenant
        $token.ExpiresOn.ToUnixTimeSeconds() | Should -BeGreaterThan ($claims.exp - 60)
        $token.ExpiresOn.ToUnixTimeSeconds() | Should -BeLessThan ($claims.exp + 60)
    }

    It 'gets one that works' {
        $answer = Invoke-RestMethod `
            -Uri "$($global:TestEmulator.Endpoint.TrimEnd('/'))/subscriptions?api-version=2022-12-01" `
            -Authentication Bearer -Token (
            Get-AzAccessToken -AsSecureString).Token -SkipCertificateCheck -NoProxy
        $answer.value.subscriptionId | Should -Contain $script:SubscriptionId
    }

    It 'gets one for <Audience>' -ForEach @(
        @{ With = @{ ResourceTypeName = 'Synapse' }; Audience = 'https://dev.azuresynapse.net' }
        @{ With = @{ ResourceTypeName = 'keyvault' }; Audience = 'https://vault.azure.net' }
        @{ With = @{ ResourceUrl = 'https://purview.azure.net' }; Audience = 'https://purview.azure.net' }
        @{ With = @{ Resource = 'https://graph.microsoft.com' }; Audience = 'https://graph.microsoft.com' }
    ) {
        (ConvertFrom-TestToken (Get-AzAccessToken @With).Token).aud | Should -BeExactly $Audience
    }

    It 'gets one of another tenant' {
        $token = Get-AzAccessToken -TenantId $script:OtherTenant
        $token.TenantId | Should -Be $script:OtherTenant
        (ConvertFrom-TestToken $token.Token).tid | Should -Be $script:OtherTenant
    }

    It 'takes one that is in use already' {
        Clear-SentRequest
        $null = Get-AzAccessToken
        @(Invoke-Emulator GET '/emulator/requests' | ForEach-Object { $_ } | Where-Object { $_.url -like '*oauth2*' }) |
            Should -HaveCount 0
    }

    It 'refuses a kind of service that it does not know' {
        $record = Get-Refusal { Get-AzAccessToken -ResourceTypeName Banana }
        $record | Should -HaveCount 1
        $record.Exception | Should -BeOfType ([System.ArgumentException])
        $record.Exception.Message |
            Should -BeExactly ('The specified ResourceTypeName "Banana" is not supported, please provide a valid ' +
                'value. e.g. Arm, AadGraph, etc.')
    }

    It 'shows the token in no stream' {
        $result = Invoke-Answered ('$VerbosePreference = "Continue"; $DebugPreference = "Continue"; ' +
            'Get-AzAccessToken -ResourceTypeName Storage')
        $plain = [System.Net.NetworkCredential]::new('', $result.Output[0].Token).Password
        $plain.Length | Should -BeGreaterThan 100
        $result.Debug.Count | Should -BeGreaterThan 0 -Because 'the search has to have something to search'
        $everything = @($result.Verbose) + $result.Debug + $result.Warnings + $result.Information + $result.Written +
            ($result.Output | Out-String -Width 4096) + (
            $result.Output | ConvertTo-Json -Depth 4)
        ($everything -join "`n").Contains($plain) | Should -BeFalse
        ($everything -join "`n").Contains($plain.Split('.')[2]) | Should -BeFalse
    }

    It 'says that nobody is signed in' {
        $null = Clear-AzContext
        try {
            (Get-Refusal { Get-AzAccessToken }).Exception.Message | Should -BeLike 'Run Connect-AzAccount to login.*'
        } finally {
            $null = Connect-AzAccount
        }
    }
}
