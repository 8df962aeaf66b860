BeforeAll {
    . $PSScriptRoot/common.ps1
}

Describe 'Add-AzEnvironment' {
    AfterEach {
        Get-AzEnvironment | Where-Object Type -EQ 'User-defined' | Remove-AzEnvironment | Out-Null
    }

    It 'adds an environment by its addresses' {
        $added = Add-AzEnvironment -Name Lab -ResourceManagerEndpoint 'https://arm.lab.test/' `
            -ActiveDirectoryEndpoint 'https://login.lab.test' -GraphAudience 'https://graph.lab.test/'
        $added.PSObject.TypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.Profile.Models.PSAzureEnvironment'
        $added.Type | Should -BeExactly 'User-defined'
        $added.ActiveDirectoryAuthority | Should -BeExactly 'https://login.lab.test/'
        $added.GraphEndpointResourceId | Should -BeExactly 'https://graph.lab.test/'
        (Get-AzEnvironment).Name | Should -Be 'AzureCloud', 'AzureChinaCloud', 'AzureUSGovernment', 'Lab'
    }

    It 'takes addresses by position and by the names that older scripts use' {
        $addresses = 'https://publish', 'https://service', 'https://portal', 'storage.test', 'https://login.test/',
            'https://arm.test'
        $added = Add-AzEnvironment Lab @addresses
        $added.PublishSettingsFileUrl, $added.ServiceManagementUrl, $added.ManagementPortalUrl,
            $added.StorageEndpointSuffix, $added.ActiveDirectoryAuthority,
        $added.ResourceManagerUrl | Should -Be 'https://publish', 'https://service', 'https://portal', 'storage.test',
        'https://login.test/', 'https://arm.test'
        (Add-AzEnvironment -Name Lab -AdEndpointUrl 'https://other.test' -OnPremise).OnPremise | Should -BeTrue
    }

    It 'changes what is given and leaves the rest' {
        $null = Add-AzEnvironment -Name Lab -ResourceManagerEndpoint 'https://arm.lab.test' -AdTenant one
        $changed = Add-AzEnvironment -Name lab -AdTenant two
        $changed.ResourceManagerUrl | Should -BeExactly 'https://arm.lab.test'
        $changed.AdTenant | Should -BeExactly 'two'
    }

    It 'copies an environment from the pipeline' {
        $copy = [pscustomobject]@{
            Name = 'Copy'
            ResourceManagerUrl = 'https://arm.test'
            ActiveDirectoryAuthority = 'https://login.test'
        } | Add-AzEnvironment
        $copy.ResourceManagerUrl | Should -BeExactly 'https://arm.test'
        $copy.ActiveDirectoryAuthority | Should -BeExactly 'https://login.test/'
    }

    It 'knows the public clouds by their addresses, without a request' {
        $copy = Add-AzEnvironment -Name China -ARMEndpoint 'https://management.chinacloudapi.cn' `
            -AzureKeyVaultDnsSuffix 'vault.mine'
        $copy.ActiveDirectoryAuthority | Should -BeExactly 'https://login.chinacloudapi.cn/'
        $copy.AzureKeyVaultDnsSuffix | Should -BeExactly 'vault.mine'
        $copy.Name | Should -BeExactly 'China'
    }

    It 'adds nothing with -WhatIf' {
        $result = Invoke-Answered 'Add-AzEnvironment -Name Lab -AdTenant x -WhatIf'
        $result.Written | Should -Contain 'What if: Performing the operation "adding environment" on target "Lab".'
        Get-AzEnvironment Lab | Should -BeNullOrEmpty
    }

    It 'refuses the name of a built-in environment' {
        $record = Get-Refusal { Add-AzEnvironment -Name azurecloud -AdTenant x }
        $record.Exception.Message | Should -BeExactly 'Cannot add built-in or discovered environment azurecloud.'
    }

    It 'refuses what is no address' {
        (Get-Refusal { Add-AzEnvironment -Name Lab -ARMEndpoint 'nowhere' }).Exception.Message |
            Should -BeExactly ('Endpoint provided is invalid. Please check the value and retry again with the ' +
                'correct value.')
    }

    It 'says at the sign-in which address is missing' {
        $null = Add-AzEnvironment -Name Lab -ResourceManagerEndpoint 'https://arm.lab.test'
        $record = Get-Refusal {
            Connect-AzAccount -Environment Lab -AccessToken 'planted-token' -AccountId me -Tenant t
        }
        $record.Exception.Message |
            Should -BeExactly ("Environment 'Lab' cannot be signed in to: '' as its ActiveDirectoryAuthority is not " +
                "an address. Set it with Add-AzEnvironment -Name 'Lab' -ActiveDirectoryEndpoint.")
        (Get-Refusal {
            Connect-AzAccount -Environment Nowhere -AccessToken 'planted-token' -AccountId me -Tenant t
        }).Exception.Message |
            Should -BeLike ("Unable to find environment with name 'Nowhere'. There are AzureCloud, *, Lab; " +
                "Add-AzEnvironment adds another.")
    }

    Context 'with a cloud that describes itself' {
        BeforeAll {
            # The emulator as a cloud of its own: it runs, but no cmdlet is told of it.
            $program = Get-EmulatorPath
            $start = New-StartInfo $program '--parent-stdin'
            $start.RedirectStandardInput = $true
            $cloud = [System.Diagnostics.Process]::Start($start)
            $ready = $cloud.StandardOutput.ReadLine() | ConvertFrom-Json
            $trusted = $env:SSL_CERT_FILE
            $env:SSL_CERT_FILE = $ready.caPath
        }

        AfterAll {
            $env:SSL_CERT_FILE = $trusted
            $cloud.StandardInput.Close()
            $null = $cloud.WaitForExit(10000)
            $cloud.Dispose()
        }

        It 'adds it with one request, and one can sign in to it' {
            $added = Add-AzEnvironment -Name Own -ARMEndpoint $ready.endpoint
            $added.ActiveDirectoryAuthority.TrimEnd('/') | Should -BeExactly $ready.endpoint.TrimEnd('/')
            $added.AzureSynapseAnalyticsEndpointResourceId | Should -BeExactly 'https://dev.azuresynapse.net'
            $credential = New-Object PSCredential $ready.clientId,
                (ConvertTo-SecureString $ready.clientSecret -AsPlainText -Force)
            $signed = Connect-AzAccount -Environment own -ServicePrincipal -Credential $credential `
                -Tenant $ready.tenantId
            try {
                $signed.Context.Environment.Name | Should -BeExactly 'Own'
                $signed.Context.Subscription.Id | Should -Be $ready.subscriptionId
                (New-AzResourceGroup -Name rg-own -Location eastus).ResourceGroupName | Should -BeExactly 'rg-own'
            } finally {
                $null = Clear-AzContext
            }
            $requests = @(Invoke-RestMethod -Uri "$($ready.endpoint.TrimEnd('/'))/emulator/requests" `
                -SkipCertificateCheck -NoProxy | ForEach-Object { $_ })
            @($requests.url -like '*/metadata/endpoints*') | Should -HaveCount 1
        }

        It 'says what does not describe itself' {
            $record = Get-Refusal { Add-AzEnvironment -AutoDiscover -Uri "$($ready.endpoint.TrimEnd('/'))/nowhere" }
            $record.Exception.Message |
                Should -BeLike "'127.0.0.1' did not describe its cloud at /metadata/endpoints: HTTP status *"
        }
    }

    Context 'while the emulator runs' {
        BeforeAll { Start-TestEmulator }
        AfterAll { Stop-TestEmulator }

        It 'asks the emulator and nobody else' {
            (Add-AzEnvironment -Name Own -ARMEndpoint $global:TestEmulator.Endpoint).AdTenant |
                Should -Be $script:HomeTenant
            $record = Get-Refusal { Add-AzEnvironment -Name Lab -ARMEndpoint 'https://arm.lab.test' }
            $record.Exception.Message | Should -BeLike "The emulator is running, so 'arm.lab.test' is not asked: *"
        }

        It 'discovers what the emulator''s list has' {
            $found = Add-AzEnvironment -AutoDiscover
            $found.Name | Should -Be 'AzureCloud', 'AzureChinaCloud', 'AzureUSGovernment', 'AzirEmulator'
            $found[-1].Type | Should -BeExactly 'Discovered'
            $null = Remove-AzEnvironment AzirEmulator
        }
    }
}
