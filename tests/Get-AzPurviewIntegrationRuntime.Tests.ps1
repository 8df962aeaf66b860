BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $account = New-TestAccount 'pv-get'
    $null = New-TestAccount 'pv-none'
    $null = Set-AzPurviewIntegrationRuntime -AccountObject $account -Name ir-azure -Type Managed -Location eastus `
        -ManagedVirtualNetworkName defaultv2
    $null = Set-AzPurviewIntegrationRuntime -AccountObject $account -Name ir-new -Type SelfHosted
    $west = Set-AzPurviewIntegrationRuntime -AccountObject $account -Name ir-west -Type SelfHosted `
        -Description 'The west office'
    $key = Get-AzPurviewIntegrationRuntimeKey -InputObject $west
    foreach ($node in 'west-1', 'west-2') {
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName $node
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzPurviewIntegrationRuntime' {
    BeforeEach { Clear-SentRequest }

    It 'lists those of an account' {
        $list = Get-AzPurviewIntegrationRuntime -AccountName pv-get -ResourceGroupName rg
        $list.Name | Should -Be 'ir-azure', 'ir-new', 'ir-west'
        $list.Type | Should -Be 'Managed', 'SelfHosted', 'SelfHosted'
        $list.Kind | Should -Be 'Azure', 'SelfHosted', 'SelfHosted'
        Get-ScanRequest | Should -Be 'GET /integrationruntimes'
        Get-AzPurviewIntegrationRuntime -AccountName pv-none | Should -BeNullOrEmpty
    }

    It 'lists all pages' {
        Set-Emulator @{ pageSize = 1 }
        try {
            @(Get-AzPurviewIntegrationRuntime -AccountName pv-get).Count | Should -Be 3
            @(Get-ScanRequest).Count | Should -Be 3
        } finally {
            Set-Emulator @{ pageSize = 50 }
        }
    }

    It 'gets one by name, with and without the group, by account, by id and by object' {
        $first = Get-AzPurviewIntegrationRuntime -AccountName PV-get -Name ir-west
        $first.Name | Should -BeExactly 'ir-west'
        $first.ResourceGroupName | Should -BeExactly 'rg'
        (Get-AzPurviewIntegrationRuntime -ResourceGroupName rg -AccountName pv-get -IntegrationRuntimeName ir-west).Id |
            Should -Be $west.Id
        ($account | Get-AzPurviewIntegrationRuntime -Name ir-west).Id | Should -Be $west.Id
        (Get-AzPurviewIntegrationRuntime -ResourceId $west.Id).Id | Should -Be $west.Id
        ($west | Get-AzPurviewIntegrationRuntime).Id | Should -Be $west.Id
    }

    It 'asks for the account only until its endpoint is known' {
        $null = $west | Get-AzPurviewIntegrationRuntime
        Get-SentRequest | Should -BeNullOrEmpty
        Get-ScanRequest | Should -Be 'GET /integrationruntimes/ir-west'
    }

    It 'has the same properties as the runtimes of the other services' {
        $west.PSObject.TypeNames | Should -Be @(
            'AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntime',
            'AzIntegrationRuntime.Purview.IntegrationRuntime', 'System.Object')
        $west.PSObject.Properties.Name | Should -BeExactly @(
            'Name', 'Type', 'ResourceGroupName', 'AccountName', 'Description', 'Id', 'Service', 'Parent', 'Kind',
            'State', 'Version', 'SubscriptionId', 'PortalUrl')
        $west.Id | Should -BeExactly "$($account.Id)/integrationRuntimes/ir-west"
        $west.AccountName | Should -BeExactly 'pv-get'
        $west.Description | Should -BeExactly 'The west office'
        $west.Service | Should -BeExactly 'Purview'
        $west.Parent | Should -BeExactly 'pv-get'
        $west.State | Should -BeNullOrEmpty
        $azure = Get-AzPurviewIntegrationRuntime -AccountName pv-get -Name ir-azure
        $azure.PSObject.TypeNames[0] | Should -BeExactly 'AzIntegrationRuntime.Purview.ManagedIntegrationRuntime'
        $azure.Location | Should -BeExactly 'eastus'
        $azure.ManagedVirtualNetworkName | Should -BeExactly 'defaultv2'
    }

    It 'gets the status of a self-hosted one, with its nodes' {
        $status = Get-AzPurviewIntegrationRuntime -AccountName pv-get -Name ir-west -Status
        $status.PSObject.TypeNames[0] |
            Should -BeExactly 'AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntimeStatus'
        $status.PSObject.TypeNames | Should -Contain 'AzIntegrationRuntime.Purview.IntegrationRuntime'
        $status.State | Should -BeExactly 'Online'
        $status.Version | Should -Match '^\d+(\.\d+){3}$'
        $status.CreateTime | Should -BeOfType [datetime]
        $status.LocalTimeZoneOffset | Should -BeOfType [timespan]
        $status.Capabilities -is [System.Collections.Generic.IDictionary[string, string]] | Should -BeTrue
        $status.AdditionalProperties | Should -BeNullOrEmpty
        $status.Nodes.NodeName | Should -Be 'west-1', 'west-2'
        $null = New-TestFactory 'adf-node'
        $null = New-TestRuntime 'adf-node' 'ir-node'
        $node = (Get-AzDataFactoryV2IntegrationRuntime rg adf-node ir-node -Status |
                ForEach-Object {
                    $null = Register-AzIntegrationRuntimeEmulatorNode `
                        -AuthKey ($_ | Get-AzDataFactoryV2IntegrationRuntimeKey).AuthKey1 -NodeName n
                    $_
                } |
                Get-AzDataFactoryV2IntegrationRuntime -Status).Nodes[0]
        $status.Nodes[0].PSObject.Properties.Name | Should -BeExactly $node.PSObject.Properties.Name
        $status.Nodes[0].GetType().Name | Should -BeExactly 'SelfHostedIntegrationRuntimeNode'
        Get-ScanRequest | Should -Be 'GET /integrationruntimes/ir-west', 'GET /integrationruntimes/ir-west/status'
    }

    It 'gets the status of a managed one, and of one without nodes' {
        $status = Get-AzPurviewIntegrationRuntime -AccountName pv-get -Name ir-azure -Status
        $status.PSObject.TypeNames[0] | Should -BeExactly 'AzIntegrationRuntime.Purview.ManagedIntegrationRuntimeStatus'
        $status.State | Should -BeExactly 'Online'
        $status.Location | Should -BeExactly 'eastus'
        $status.PSObject.Properties.Name | Should -Contain 'InteractiveQuery'
        (Get-AzPurviewIntegrationRuntime -AccountName pv-get -Name ir-new -Status).State |
            Should -BeExactly 'NeedRegistration'
    }

    It 'gets the status of each in a list, which is a table' {
        $list = $account | Get-AzPurviewIntegrationRuntime -Status
        $list.State | Should -Be 'Online', 'NeedRegistration', 'Online'
        $lines = @($list | Out-String -Width 200 -Stream) -join "`n" -replace '\x1b\[[\d;]*m'
        $lines | Should -Match 'Name +Type +State +Nodes +Version'
        $lines | Should -Match 'ir-azure +Managed +Online'
        $lines | Should -Match 'ir-west +SelfHosted +Online +2 +\d'
    }

    It 'says that there is none' {
        $record = Get-Refusal { Get-AzPurviewIntegrationRuntime -AccountName pv-get -Name ir-none }
        $record | Should -HaveCount 1
        Get-FiveLine $record | Should -BeLike (
            "HTTP Status Code: NotFound`nError Code: IntegrationRuntimeNotFound`nError Message: The integration " +
            "runtime 'ir-none' was not found. There is no integration runtime 'ir-none' in Purview account " +
            "'pv-get'*`nRequest Id: ID`nTimestamp (Utc):NOW")
        $record.Exception.Data['ServiceCode'] | Should -BeExactly 'IntegrationRuntimeNotFound'
    }
}
