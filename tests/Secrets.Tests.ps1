# What is secret is planted, everything that can be read is gathered, and the planted texts are looked for.

BeforeAll {
    . $PSScriptRoot/common.ps1
    . $PSScriptRoot/lib/everything.ps1
    $traffic = Join-Path $TestDrive 'traffic.jsonl'
    $global:TestEmulator = Start-AzIntegrationRuntimeEmulator -TrafficPath $traffic -WarningAction SilentlyContinue
    $null = New-AzResourceGroup rg eastus
    $null = New-TestFactory 'adf-sec'
    $runtime = New-TestRuntime 'adf-sec' 'ir-sec'
    $keys = $runtime | Get-AzDataFactoryV2IntegrationRuntimeKey

    $loud = '$VerbosePreference = "Continue"; $DebugPreference = "Continue"; $InformationPreference = "Continue"; '
}

AfterAll { Stop-TestEmulator }

Describe 'Secrets' {
    AfterEach { Clear-Fault }

    It 'are not in what signing in says: the secret of a service principal (<Case>)' -ForEach @(
        @{ Case = 'right'; Secret = 'azir-emulator-owner-secret' },
        @{ Case = 'wrong'; Secret = 'planted-wrong-secret-1' }
    ) {
        $credential = New-Object PSCredential $script:Owner, (ConvertTo-SecureString $Secret -AsPlainText -Force)
        $result = Invoke-Answered ('param($Credential, $Tenant) ' + $loud +
            'Connect-AzAccount -ServicePrincipal -Credential $Credential -Tenant $Tenant') -Argument @{
            Credential = $credential; Tenant = $script:HomeTenant }
        $everything = Get-Everything $result -WithOutput
        $result.Debug.Count | Should -BeGreaterThan 0 -Because 'the search has to have something to search'
        $everything | Should -Not -BeLike "*$Secret*"
        ($result.Errors.Count -gt 0) | Should -Be ($Case -eq 'wrong')
    }

    It 'are not in what signing in says: an access token' {
        $claims = 'eyJ0aWQiOiIxMTExMTExMS0xMTExLTQxMTEtODExMS0xMTExMTExMTExMTEifQ'
        $token = "eyJhbGciOiJub25lIn0.$claims.planted-signature-2"
        $result = Invoke-Answered ('param($Token) ' + $loud +
            'Connect-AzAccount -AccessToken $Token -AccountId me; Get-AzDataFactoryV2') -Argument @{ Token = $token }
        $result.Errors.Count | Should -BeGreaterThan 0
        Get-Everything $result -WithOutput | Should -Not -Match 'planted-signature-2'
        $null = Connect-AzAccount
    }

    It 'are not in what a call says: its own token' {
        $token = (Invoke-RestMethod -SkipCertificateCheck -NoProxy -Method Post `
            -Uri "$($global:TestEmulator.Endpoint)/$script:HomeTenant/oauth2/v2.0/token" -Body @{
                grant_type = 'client_credentials'; client_id = $script:Owner; client_secret = $script:OwnerSecret
                scope = 'https://management.azure.com/.default' }).access_token
        $result = Invoke-Answered ('param($Token) ' + $loud +
            'Connect-AzAccount -AccessToken $Token -AccountId me; Get-AzDataFactoryV2 rg adf-sec; ' +
            'Get-AzDataFactoryV2 rg adf-none') -Argument @{ Token = $token }
        $result.Errors.Count | Should -Be 1
        ($result.Debug -join "`n") | Should -Match 'adf-sec'
        $everything = Get-Everything $result -WithOutput
        $everything | Should -Not -BeLike "*$token*"
        $everything | Should -Not -BeLike "*$($token.Substring($token.Length - 24))*"
        $null = Connect-AzAccount
    }

    It 'are not in what the key cmdlets say' {
        $result = Invoke-Answered ($loud +
            'Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-sec ir-sec; New-AzDataFactoryV2IntegrationRuntimeKey ' +
            'rg adf-sec ir-sec -KeyName AuthKey2 -Force')
        $result.Errors | Should -BeNullOrEmpty
        $result.Debug.Count | Should -BeGreaterThan 0
        $everything = Get-Everything $result
        foreach ($key in @($keys.AuthKey1, $keys.AuthKey2, $result.Output[1].AuthKey2)) {
            $everything | Should -Not -BeLike "*$($key.Split('@')[-1])*"
        }
    }

    It 'are not in what Set says: passwords, addresses with signatures and keys, granted or refused (<Status>)' `
        -ForEach @(
        @{ Status = 200 }, @{ Status = 400 }, @{ Status = 500 }
    ) {
        if ($Status -ne 200) {
            Add-Fault @{ method = 'PUT'; path = 'ir-secret'; status = $Status; times = 9 }
        }
        $setup = New-Object System.Collections.ArrayList
        $null = $setup.Add(@{ type = 'CmdkeySetup'; targetName = 't'; userName = 'u'; password = 'planted-cmdkey-3' })
        $argument = @{
            Credential = New-Object PSCredential 'admin',
                (ConvertTo-SecureString 'planted-catalog-3' -AsPlainText -Force)
            Address    = 'https://store.blob.core.windows.net/setup?sv=1&sig=planted-sas-3'
            Setup      = $setup
            Key        = ConvertTo-SecureString 'IR@planted-key-3' -AsPlainText -Force
        }
        $result = Invoke-Answered ('param($Credential, $Address, $Setup, $Key) ' + $loud +
            'Set-AzDataFactoryV2IntegrationRuntime rg adf-sec ir-secret -Type Managed -Location EastUS -NodeSize ' +
            'Standard_D4_v3 -CatalogServerEndpoint s -CatalogAdminCredential $Credential ' +
            '-SetupScriptContainerSasUri $Address -ExpressCustomSetup $Setup -Force; ' +
            'Set-AzDataFactoryV2IntegrationRuntime rg adf-sec ir-by-key -Type SelfHosted -AuthKey $Key -Force') `
            -Argument $argument
        $result.Debug.Count | Should -BeGreaterThan 0
        Get-Everything $result -WithOutput | Should -Not -Match 'planted'
    }

    It 'are not in what the Synapse cmdlets say, granted or refused (<Status>)' `
        -ForEach @(@{ Status = 200 }, @{ Status = 400 }) {
        $null = New-TestWorkspace 'syn-sec'
        $self = New-TestSynapseRuntime 'syn-sec' 'ir-sec'
        $own = $self | Get-AzSynapseIntegrationRuntimeKey
        if ($Status -ne 200) {
            # Without an envelope, as Synapse answers.
            Add-Fault @{ method = 'PUT'; path = 'ir-secret|ir-by-key'; status = $Status; times = 9
                body = '{"code":"BadRequest","message":"No.","target":null,"details":null,"error":null}' }
        }
        $setup = New-Object System.Collections.ArrayList
        $null = $setup.Add((New-Object Microsoft.Azure.Management.Synapse.Models.CmdkeySetup -ArgumentList 't', 'u',
                (New-Object Microsoft.Azure.Management.Synapse.Models.SecureString -ArgumentList 'planted-cmdkey-5')))
        $argument = @{
            Credential = New-Object PSCredential 'admin',
                (ConvertTo-SecureString 'planted-catalog-5' -AsPlainText -Force)
            Address    = 'https://store.blob.core.windows.net/setup?sv=1&sig=planted-sas-5'
            Setup      = $setup
            Key        = ConvertTo-SecureString 'IR@planted-key-5' -AsPlainText -Force
        }
        $result = Invoke-Answered ('param($Credential, $Address, $Setup, $Key) ' + $loud +
            'Set-AzSynapseIntegrationRuntime -WorkspaceName syn-sec -Name ir-secret -Type Managed -Location EastUS ' +
            '-NodeSize Standard_D4_v3 -CatalogServerEndpoint s ' +
            '-CatalogAdminCredential $Credential -SetupScriptContainerSasUri $Address -ExpressCustomSetup $Setup ' +
            '-Force; ' +
            'Set-AzSynapseIntegrationRuntime -WorkspaceName syn-sec -Name ir-by-key -Type SelfHosted -AuthKey $Key ' +
            '-Force') -Argument $argument
        $result.Debug.Count | Should -BeGreaterThan 0
        # A workspace has no links: the second one is refused by the service.
        $result.Errors.Count | Should -Be $(if ($Status -eq 200) { 1 } else { 2 }) -Because "$($result.Errors)"
        Get-Everything $result -WithOutput | Should -Not -Match 'planted'
        $result = Invoke-Answered ($loud +
            'New-AzSynapseIntegrationRuntimeKey -WorkspaceName syn-sec -Name ir-sec -KeyName AuthKey2 -Force')
        $everything = Get-Everything $result
        foreach ($key in $own.AuthKey1, $own.AuthKey2, $result.Output[0].AuthKey2) {
            $everything | Should -Not -BeLike "*$($key.Split('@')[-1])*"
        }
    }

    It 'are not in what comes of an answer that is cut or no JSON' {
        foreach ($fault in @{ truncate = 60 }, @{ malformed = $true }) {
            Add-Fault (@{ method = 'POST'; path = 'listAuthKeys'; times = 9 } + $fault)
            $result = Invoke-Answered ($loud + 'Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-sec ir-sec')
            $result.Errors.Count | Should -Be 1
            $everything = Get-Everything $result
            $everything | Should -Not -BeLike "*$($keys.AuthKey1.Split('@')[-1])*"
            $everything | Should -Not -BeLike '*IR@*'
            Clear-Fault
        }
    }

    It 'of the environment are not in what the emulator hears or anybody reads' {
        $env:AZURE_CLIENT_SECRET = 'planted-environment-4'
        try {
            $result = Invoke-Answered ($loud + 'Get-AzDataFactoryV2 rg adf-none')
            Get-Everything $result | Should -Not -Match 'planted-environment-4'
        } finally {
            $env:AZURE_CLIENT_SECRET = $null
        }
    }

    It 'are not in the traffic that the emulator writes down' {
        $text = Get-OpenFileText $traffic
        $text | Should -Match 'listAuthKeys'
        $text | Should -Not -Match 'planted-'
        $text | Should -Not -BeLike "*$script:OwnerSecret*"
        $text | Should -Not -BeLike "*$($keys.AuthKey1.Split('@')[-1])*"
        $text | Should -Not -Match 'Bearer eyJ'
    }

    It 'are not in objects that are piped on' {
        $managed = Get-AzDataFactoryV2IntegrationRuntime rg adf-sec ir-secret
        "$($managed | ConvertTo-Json -Depth 6)" | Should -Not -Match 'planted'
    }

    It 'do not survive as plain text in a transcript of verbose calls' {
        $path = Join-Path $TestDrive 'transcript.txt'
        $null = Start-Transcript -Path $path
        try {
            $null = $runtime | Get-AzDataFactoryV2IntegrationRuntimeKey -Verbose -Debug 4>&1 5>&1
        } finally {
            $null = Stop-Transcript
        }
        [IO.File]::ReadAllText($path) | Should -Not -BeLike "*$($keys.AuthKey1.Split('@')[-1])*"
    }
}
