# What is particular to Purview: its roles, tenants, versions and hosts, and what services and users get wrong.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $account = New-TestAccount 'pv-odd'
    $runtime = New-TestPurviewRuntime 'pv-odd' 'ir-one'

    function Set-ScanAccount {
        # Who has the role of an account, and which versions it knows.
        param([hashtable]$Change, $Account = $account)
        $null = Invoke-Emulator PATCH '/emulator/accounts' ($Change + @{ accountId = $Account.Id })
    }

    function Connect-Reader {
        $credential = New-Object PSCredential $script:Reader,
            (ConvertTo-SecureString $script:ReaderSecret -AsPlainText -Force)
        $null = Connect-AzAccount -ServicePrincipal -Credential $credential -Tenant $script:HomeTenant
    }

    function Set-PlantedRuntime {
        # A runtime, or its status, as the service would have it one day.
        param([string]$Name, $Properties, $Status)
        $body = @{ runtimeId = "$($account.Id)/integrationRuntimes/$Name" }
        if ($null -ne $Properties) { $body['properties'] = $Properties }
        if ($null -ne $Status) { $body['status'] = $Status }
        $null = Invoke-Emulator PUT '/emulator/runtimes' $body
    }

    function Get-Token {
        param([string]$Scope, [string]$Tenant = $script:HomeTenant)
        (Invoke-RestMethod -SkipCertificateCheck -NoProxy -Method Post `
            -Uri "$($global:TestEmulator.Endpoint)/$Tenant/oauth2/v2.0/token" -Body @{
                grant_type = 'client_credentials'; client_id = $script:Owner; client_secret = $script:OwnerSecret
                scope = $Scope }).access_token
    }
}

AfterAll { Stop-TestEmulator }

Describe 'The roles of Purview' {
    AfterEach {
        Set-ScanAccount @{ principalId = $script:Owner; dataSourceAdministrator = $null }
        Set-ScanAccount @{ principalId = $script:Reader; dataSourceAdministrator = $null }
        $null = Connect-AzAccount
    }

    It 'are named where one is missing, whatever the role in Azure' {
        Set-ScanAccount @{ principalId = $script:Owner; dataSourceAdministrator = $false }
        $record = Get-Refusal { Get-AzPurviewIntegrationRuntime -AccountName pv-odd -Name ir-one }
        $record | Should -HaveCount 1
        $record.Exception.Data['StatusCode'] | Should -Be 403
        Get-FiveLine $record | Should -BeExactly (
            "HTTP Status Code: Forbidden`nError Code: Unauthorized`nError Message: Not authorized to access " +
            "account. Purview has roles of its own, and a role in " +
            "Azure such as Owner or Contributor is none of them: account '$script:Owner' needs the role 'Data " +
            "source administrator' of a collection in Purview " +
            "account 'pv-odd'. A collection administrator gives it in the Purview portal: Data map, Collections, " +
            "Role assignments.`nRequest Id: ID`nTimestamp (Utc):NOW")
        $record.Exception.Message | Should -Not -Match 'least built-in role'
    }

    It 'suffice without one in Azure where the group is given' {
        # Nothing is known of this account yet.
        $null = New-TestAccount 'pv-role'
        $null = New-TestPurviewRuntime 'pv-role' 'ir-role'
        $other = Get-AzPurviewAccount -Name pv-role
        Set-ScanAccount @{ principalId = $script:Reader; dataSourceAdministrator = $true } $other
        Connect-Reader
        Add-Fault @{ path = 'Microsoft.Purview/accounts'; status = 403; times = 0
            body = '{"error":{"code":"AuthorizationFailed","message":"The client does not have authorization to ' +
                'perform action ''Microsoft.Purview/accounts/read'' over scope ''x''."}}'
        }
        try {
            $result = Invoke-Answered ('Get-AzPurviewIntegrationRuntime -ResourceGroupName rg -AccountName pv-role ' +
                '-Name ir-role -Verbose')
            $record = Get-Refusal { Get-AzPurviewIntegrationRuntime -AccountName pv-role -Name ir-role }
        } finally {
            Clear-Fault
        }
        $result.Errors | Should -BeNullOrEmpty
        $result.Output[0].Name | Should -BeExactly 'ir-role'
        $record.Exception.Message | Should -BeLike '*Microsoft.Purview/accounts/read*'
    }
}

Describe 'The tenant of an account' {
    AfterEach { $null = Connect-AzAccount }

    BeforeAll {
        # In the other tenant's subscription.
        $null = Set-AzContext -Subscription $script:OtherSubscriptionId -Tenant $script:OtherTenant
        $null = New-AzResourceGroup -Name rg-other -Location eastus
        $foreign = New-TestAccount 'pv-foreign' 'rg-other' $script:OtherSubscriptionId
        $foreignRuntime = New-TestPurviewRuntime 'pv-foreign' 'ir-foreign'
        $null = Connect-AzAccount
    }

    It 'is found out, and its token is asked for' {
        Clear-SentRequest
        (Get-AzPurviewIntegrationRuntime -ResourceId $foreignRuntime.Id).Name | Should -BeExactly 'ir-foreign'
        ($foreign | Get-AzPurviewIntegrationRuntime).Name | Should -Be 'ir-foreign'
    }

    It 'is named where the sign-in has no other tenant' {
        $null = Connect-AzAccount -AccessToken (Get-Token 'https://management.azure.com/.default') -AccountId me
        # One that nothing is known of yet.
        $record = Get-Refusal {
            Get-AzPurviewIntegrationRuntime -ResourceId ($foreignRuntime.Id -replace 'pv-foreign', 'pv-unseen')
        }
        $record | Should -HaveCount 1
        $record.Exception.Message |
            Should -BeLike "*'$script:OtherTenant'*Run Connect-AzAccount -Tenant '$script:OtherTenant'*"
    }

    It 'is not all: a token for Resource Manager is none for Purview' {
        $null = Connect-AzAccount -AccessToken (Get-Token 'https://management.azure.com/.default') -AccountId me `
            -Subscription $script:SubscriptionId
        $record = Get-Refusal { Get-AzPurviewIntegrationRuntime -ResourceGroupName rg -AccountName pv-odd }
        $record.Exception.Message |
            Should -BeLike ("*signed in with an access token for Azure Resource Manager, and " +
                "'https://purview.azure.net' wants one of its own.*")
    }
}

Describe 'The version' {
    BeforeEach { Clear-SentRequest }

    It 'is the newest that the account answers, asked for once' {
        $old = New-TestAccount 'pv-old'
        Set-ScanAccount @{ scanVersions = @('2022-07-01-preview') } $old
        $made = New-TestPurviewRuntime 'pv-old' 'ir-old'
        Clear-SentRequest
        ($made | Get-AzPurviewIntegrationRuntimeKey).AuthKey1 | Should -Match '^IR@'
        ($made | New-AzPurviewIntegrationRuntimeKey -KeyName AuthKey2 -Force).AuthKey2 | Should -Match '^IR@'
        ($made | Get-AzPurviewIntegrationRuntime -Status).State | Should -BeExactly 'NeedRegistration'
        $made | Remove-AzPurviewIntegrationRuntime -Force
        $sent = Get-ScanRequest -Whole
        $sent.url -notmatch 'api-version=2022-07-01-preview$' | Should -BeNullOrEmpty
        Get-ScanRequest | Select-Object -First 3 | Should -Be @(
            'POST /integrationruntimes/ir-old/:listAuthKeys', 'GET /integrationruntimes/ir-old',
            'POST /integrationruntimes/ir-old/:regenerateAuthKey')
    }

    It 'is told when the account answers none' {
        $none = New-TestAccount 'pv-none'
        Set-ScanAccount @{ scanVersions = @() } $none
        $record = Get-Refusal { $none | Get-AzPurviewIntegrationRuntime }
        $record.Exception.Message |
            Should -BeLike ("*Purview account 'pv-none' answers neither API version 2023-09-01 nor " +
                "2022-07-01-preview, the two that have integration runtimes.*")
        @(Get-ScanRequest -Whole).Count | Should -Be 2
    }

    It 'of 2022 says more of a managed runtime, which is kept' {
        Set-ScanAccount @{ scanVersions = @('2022-07-01-preview') } (New-TestAccount 'pv-old-managed')
        $made = Set-AzPurviewIntegrationRuntime -AccountName pv-old-managed -Name ir-azure -Type Managed
        $status = $made | Get-AzPurviewIntegrationRuntime -Status
        $status.AdditionalProperties.Keys | Sort-Object | Should -Be 'dataFlowState', 'dataMovementState'
    }
}

Describe 'What the service may have one day' {
    It 'is kept: a kind that nobody knows' {
        Set-PlantedRuntime 'ir-kube' @{ kind = 'Kubernetes'; properties = @{ cluster = @{ nodes = 3 } } } @{
            name = 'ir-kube'
            kind = 'Kubernetes'
            properties = @{ state = 'Dreaming'; typeProperties = @{ x = 1 } }
        }
        $odd = Get-AzPurviewIntegrationRuntime -AccountName pv-odd -Name ir-kube
        $odd.Kind | Should -BeExactly 'Kubernetes'
        $odd.Type | Should -BeExactly 'Kubernetes'
        $odd.Properties.cluster.nodes | Should -Be 3
        $status = $odd | Get-AzPurviewIntegrationRuntime -Status
        $status.State | Should -BeExactly 'Dreaming'
        $status.Status.typeProperties.x | Should -Be 1
        (Get-AzPurviewIntegrationRuntime -AccountName pv-odd | Out-String -Width 200) |
            Should -Match 'ir-kube +Kubernetes'
    }

    It 'is kept: a state that nobody knows, and members of a status and of a node' {
        Set-PlantedRuntime 'ir-one' $null @{ name = 'ir-one'; kind = 'SelfHosted'; properties = @{ state = 'HalfOnline'
                typeProperties = @{
                    version = '9.9'
                    mood = 'good'
                    nodes = @(@{ nodeName = 'n'; status = 'Snoozing'; colour = 'blue' })
                } }
        }
        $status = $runtime | Get-AzPurviewIntegrationRuntime -Status
        $status.State | Should -BeExactly 'HalfOnline'
        $status.Version | Should -BeExactly '9.9'
        $status.AdditionalProperties['mood'] | Should -BeExactly 'good'
        $status.Nodes[0].Status | Should -BeExactly 'Snoozing'
        $status.Nodes[0].AdditionalProperties['colour'] | Should -BeExactly 'blue'
    }
}

Describe 'What is of every service' {
    It 'takes accounts and runtimes of Purview: Get-AzIntegrationRuntime' {
        (Get-AzIntegrationRuntime -AccountName pv-odd -Name ir-on*).Id | Should -Be $runtime.Id
        ($account | Get-AzIntegrationRuntime).Name | Should -Contain 'ir-one'
        $found = $runtime | Get-AzIntegrationRuntime -Status
        $found.PSObject.TypeNames[0] |
            Should -BeExactly 'AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntimeStatus'
    }

    It 'makes the reference that a scan takes: ConvertTo-AzIntegrationRuntimeReference' {
        $reference = $runtime | ConvertTo-AzIntegrationRuntimeReference
        $reference | ConvertTo-Json -Compress | Should -BeExactly '{"referenceName":"ir-one"}'
    }

    It 'explains the state Limited of a managed runtime, with its repair' {
        Set-PlantedRuntime 'ir-limited' @{ kind = 'Managed'; properties = @{} } @{
            name = 'ir-limited'
            kind = 'Managed'
            properties = @{ state = 'Limited' }
        }
        # That runspace keeps the context that it began with, which was another one.
        $result = Invoke-Answered ('$null = Connect-AzAccount; ' +
            'Get-AzPurviewIntegrationRuntime -AccountName pv-odd -Name ir-limited -Status')
        $result.Warnings | Should -HaveCount 1
        $result.Warnings[0] |
            Should -BeLike ('*is in the state Limited*scans that use it may fail*| Set-AzPurviewIntegrationRuntime ' +
                '-Force')
        (Get-AzPurviewIntegrationRuntime -AccountName pv-odd -Name ir-limited |
            Set-AzPurviewIntegrationRuntime -Force).Name | Should -BeExactly 'ir-limited'
    }
}

Describe 'A service that does not answer as it should' {
    AfterEach { Clear-Fault }

    It 'is asked again at its pace' {
        Add-Fault @{ path = '/scan/integrationruntimes'; status = 429; headers = @{ 'retry-after' = '0' }; times = 2 }
        ($runtime | Get-AzPurviewIntegrationRuntime).Name | Should -BeExactly 'ir-one'
    }

    It 'is asked with a new token when it refuses the old one' {
        $null = Invoke-Emulator POST '/emulator/expire-tokens'
        ($runtime | Get-AzPurviewIntegrationRuntime).Name | Should -BeExactly 'ir-one'
    }

    It 'is told: <What>' -ForEach @(
        @{ What = 'no JSON'; Fault = @{ malformed = $true }; Text = 'The answer of the service is not JSON*' }
        @{ What = 'a list without value'; Fault = @{ status = 200; body = '{}' }
            Text = "The service's list has no 'value'.*" }
        @{ What = 'a list that goes on elsewhere'; Fault = @{ nextLinkHost = 'https://elsewhere.localhost' }
            Text = "The service's list continues at another host, 'elsewhere.localhost'. It was not followed and no " +
                "token was sent there.*"
        }
        @{ What = 'an error without a body'
            Fault = @{ status = 400; body = ''; headers = @{ 'x-ms-error-code' = 'Odd' } }
            Text = "HTTP Status Code: BadRequest`nError Code: Odd`n*" }
    ) {
        if ($Fault['nextLinkHost']) { Set-Emulator @{ pageSize = 1 } }
        Add-Fault ($Fault + @{ path = '/scan/integrationruntimes' })
        try {
            $record = Get-Refusal { Get-AzPurviewIntegrationRuntime -AccountName pv-odd -WarningAction Ignore }
        } finally {
            Set-Emulator @{ pageSize = 50 }
        }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeLike $Text
    }

    It 'is told: keys without a key' {
        Add-Fault @{ path = 'listAuthKeys'; status = 200; body = '{"authKey1":null,"authKey2":null}' }
        $record = Get-Refusal { $runtime | Get-AzPurviewIntegrationRuntimeKey }
        $record.Exception.Message |
            Should -BeLike ("The service's answer has no authentication key. Get-AzPurviewIntegrationRuntimeKey " +
                "shows the keys that are in force*")
    }

    It 'is told: a write without what is there now' {
        Add-Fault @{ method = 'PUT'; path = '/scan/integrationruntimes'; status = 201; body = '' }
        $record = Get-Refusal { $runtime | Set-AzPurviewIntegrationRuntime -Description x -Force }
        $record.Exception.Message | Should -BeExactly (
            'The service accepted the change (HTTP status 201) but did not answer with what is there now. Get it to ' +
            'see.')
    }
}

Describe 'What is not of Purview' {
    BeforeAll {
        $null = New-TestFactory 'adf-odd'
        $other = New-TestRuntime 'adf-odd' 'ir-odd'
    }

    BeforeEach { Clear-SentRequest }

    It 'is refused: <What>' -ForEach @(
        @{ What = 'a resource id of a data factory''s runtime'
            Command = { Get-AzPurviewIntegrationRuntime -ResourceId $other.Id }
            Text = '*is not the resource id of an integration runtime in a Purview account*'
        }
        @{ What = 'the resource id of an account'; Command = { Get-AzPurviewIntegrationRuntime -ResourceId $account.Id }
            Text = '*is not the resource id of an integration runtime in a Purview ' +
                'account*/integrationRuntimes/<runtime>*'
        }
        @{ What = 'a runtime of a data factory'; Command = { Get-AzPurviewIntegrationRuntime -InputObject $other }
            Text = '*AzIntegrationRuntime.Purview.IntegrationRuntime*' }
        @{ What = 'a name that no account can have'; Command = { Get-AzPurviewIntegrationRuntime -AccountName 'a b' }
            Text = "'a b' is not a valid Purview account name.*" }
        @{ What = 'a name that no runtime can have'
            Command = { Get-AzPurviewIntegrationRuntime -AccountName pv-odd -Name '-x-' }
            Text = "'-x-' is not a valid integration runtime name.*" }
    ) {
        $record = Get-Refusal $Command
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeLike $Text
        Get-SentRequest | Should -BeNullOrEmpty
        Get-ScanRequest | Should -BeNullOrEmpty
    }

    It 'is told: an account that is not there' {
        $record = Get-Refusal { Get-AzPurviewIntegrationRuntime -AccountName pv-nowhere }
        $record.Exception.Message |
            Should -BeLike "Could not find Purview account: 'pv-nowhere'*gives -ResourceGroupName too."
        (Get-Refusal {
            Get-AzPurviewIntegrationRuntime -ResourceGroupName rg -AccountName pv-nowhere
        }).Exception.Message | Should -BeLike '*pv-nowhere*not found*'
        Get-ScanRequest | Should -BeNullOrEmpty
    }
}

Describe 'Tab' {
    BeforeAll {
        function Get-Completion {
            param([string]$Line)
            @((TabExpansion2 $Line $Line.Length).CompletionMatches | ForEach-Object { $_.CompletionText })
        }
        $null = New-TestAccount 'pv-tab'
        foreach ($name in 'ir-a', 'ir-b', 'other') {
            $null = New-TestPurviewRuntime 'pv-tab' $name
        }
    }

    It 'offers <What>' -ForEach @(
        @{ What = 'accounts'; Line = 'Get-AzPurviewIntegrationRuntime -AccountName pv-t'; Wanted = , 'pv-tab' }
        @{ What = 'accounts to get'; Line = 'Get-AzPurviewAccount -Name pv-t'; Wanted = , 'pv-tab' }
        @{ What = 'groups'; Line = 'Get-AzPurviewIntegrationRuntime -ResourceGroupName rg-em'
            Wanted = , 'rg-emulator' }
        @{ What = 'runtimes'; Line = 'Get-AzPurviewIntegrationRuntime -AccountName pv-tab -Name '
            Wanted = 'ir-a', 'ir-b', 'other' }
        @{ What = 'runtimes of an account in a variable'
            Line = 'Remove-AzPurviewIntegrationRuntime -AccountObject $global:TestAccount -Name ir-'
            Wanted = 'ir-a', 'ir-b' }
        @{ What = 'the managed virtual network'
            Line = 'Set-AzPurviewIntegrationRuntime -AccountName pv-tab -Name ir-a -ManagedVirtualNetworkName '
            Wanted = , 'defaultv2' }
    ) {
        $global:TestAccount = Get-AzPurviewAccount -Name pv-tab
        try {
            Get-Completion $Line | Should -Be $Wanted
        } finally {
            Remove-Variable -Name TestAccount -Scope Global
        }
    }

    It 'offers ids' {
        $ids = (Get-AzPurviewIntegrationRuntime -AccountName pv-tab).Id
        Get-Completion "Get-AzPurviewIntegrationRuntime -ResourceId $($account.Id -replace 'pv-odd', 'pv-tab')" |
            Should -Be $ids
        Get-Completion "Get-AzPurviewAccount -ResourceId $($account.Id)" | Should -Be $account.Id
    }
}
