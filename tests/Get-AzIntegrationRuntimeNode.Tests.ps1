# The nodes of a fleet as rows, and the integration runtimes of all subscriptions.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $fleet = Invoke-Emulator POST '/emulator/seed' @{
        fleet = @{ subscriptions = 3; factories = 2; workspaces = 1; accounts = 1; runtimes = 2; nodes = 2; links = 1
            stale = 1; forbidden = 1; expiresInDays = 5, 200; statuses = 'Online', 'Offline'
            managementGroup = 'mg-fleet' }
    }
    $ids = @($fleet.subscriptionIds)
    $forbidden = $fleet.forbiddenSubscriptionIds[0]
    $open = @($ids | Where-Object { $_ -ne $forbidden })

    function Invoke-Quiet {
        # What a block writes, without the errors of what may not be read.
        param([scriptblock]$Block)
        & $Block 2>$null
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzIntegrationRuntimeNode' {
    BeforeEach { Clear-SentRequest }

    It 'has one row for each node of all subscriptions that may be read' {
        $rows = @(Invoke-Quiet { Get-AzIntegrationRuntimeNode -ErrorAction SilentlyContinue })
        # Two subscriptions, each with four parents of two integration runtimes with two nodes.
        $rows | Should -HaveCount 32
        $rows.SubscriptionId | Sort-Object -Unique | Should -Be ($open | Sort-Object)
        $rows.Service | Sort-Object -Unique | Should -Be 'DataFactory', 'Purview', 'Synapse'
        $rows[0].pstypenames[0] | Should -BeExactly 'AzIntegrationRuntime.FleetNode'
    }

    It 'begins with the columns that people look for, and has their names for them' {
        $row = @(Get-AzIntegrationRuntimeNode -Subscription $open[0] -Service DataFactory)[0]
        @($row.psobject.Properties.Name)[0..9] | Should -Be @(
            'Subscription', 'Parent', 'IntegrationRuntime', 'NodeName', 'MachineName', 'Status', 'AutoUpdate',
            'VersionStatus', 'RegisterTime', 'LastConnectTime'
        )
        $row.DataFactoryName | Should -BeExactly $row.Parent
        $row.IRName | Should -BeExactly $row.IntegrationRuntime
        $row.Registered | Should -Be $row.RegisterTime
        $row.LastUsed | Should -Be $row.LastConnectTime
        $row.Subscription | Should -BeLike 'Fleet *'
        $row.ExpiryTime | Should -BeOfType ([datetime])
        $row.ExpiryIsEstimated | Should -BeFalse
        $row.CredentialInSync | Should -BeTrue
        $row.MaxConcurrentJobs | Should -BeOfType ([int])
        $row.ParentId | Should -BeLike "/subscriptions/$($open[0])/*"
    }

    It 'is flat enough for a file, each column once' {
        $csv = @(Get-AzIntegrationRuntimeNode -Subscription $open[0] | ConvertTo-Csv -NoTypeInformation)
        $csv | Should -HaveCount 17
        $names = $csv[0] -split ','
        $names | Should -HaveCount 33
        ($csv -join "`n") | Should -Not -Match 'System\.|\[\]'
    }

    It 'shows a table by parent' {
        $text = Get-AzIntegrationRuntimeNode -Subscription $open[0] -Service Synapse | Out-String -Width 150
        $text | Should -Match 'Parent: syn-fleet-\S+ \(Synapse\)'
        $text | Should -Match 'IntegrationRuntime\s+NodeName\s+Status\s+Version\s+ExpiryTime\s+LastConnectTime'
    }

    It 'narrows by <Name>' -ForEach @(
        @{ Name = 'service'; Call = { Get-AzIntegrationRuntimeNode -Subscription $open -Service Purview }; Count = 8 }
        @{ Name = 'name'; Call = { Get-AzIntegrationRuntimeNode -Subscription $open -Name '*-2' }; Count = 16 }
        @{ Name = 'condition'
            Call = { Get-AzIntegrationRuntimeNode -Subscription $open -Query "name startswith 'adf-fleet'" }
            Count = 16 }
        @{ Name = 'region'; Call = { Get-AzIntegrationRuntimeNode -Subscription $open -Location 'East US' }; Count = 0 }
        @{ Name = 'tag'; Call = { Get-AzIntegrationRuntimeNode -Subscription $open -Tag @{ env = 'prod' } }; Count = 0 }
        @{ Name = 'management group'; Call = {
            Invoke-Quiet { Get-AzIntegrationRuntimeNode -ManagementGroup mg-fleet -ErrorAction SilentlyContinue }
        }; Count = 32 }
    ) {
        @(& $Call) | Should -HaveCount $Count
    }

    It 'finds subscriptions by name, and names those that are not there' {
        $name = @(Get-AzIntegrationRuntimeNode -Subscription $open[0] -Service Purview)[0].Subscription
        @(Get-AzIntegrationRuntimeNode -Subscription $name -Service Purview) | Should -HaveCount 4
        (Get-Refusal { Get-AzIntegrationRuntimeNode -Subscription 'Flt' }).Exception.Message |
            Should -BeLike "Subscription 'Flt' was not found*"
    }

    It 'asks for no status of a linked one whose owner is in view' {
        $null = Get-AzIntegrationRuntimeNode -Subscription $open[0] -Service DataFactory
        @(Get-SentRequest) -match 'ir-linked.*getStatus' | Should -BeNullOrEmpty
        @(@(Get-SentRequest) -match '/getStatus$') | Should -HaveCount 4
        # Without its owner, the linked one shows the nodes that it uses.
        $rows = @(Get-AzIntegrationRuntimeNode -Subscription $open[0] -Name 'ir-linked-1')
        $rows | Should -HaveCount 2
        $rows.Kind | Should -Be 'Linked', 'Linked'
    }

    It 'writes an error for what may not be read, and the rest' {
        $errors = @()
        $rows = @(Get-AzIntegrationRuntimeNode -ManagementGroup mg-fleet -ErrorVariable errors `
                -ErrorAction SilentlyContinue)
        $rows | Should -HaveCount 32
        $refused = @($errors | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
        @($refused.TargetObject) -match $forbidden | Should -Not -BeNullOrEmpty
        $refused[0].Exception.Message | Should -BeLike 'The integration runtimes of * could not be listed.*'
        @($refused.Exception.Message) -match "is 'Reader'" | Should -Not -BeNullOrEmpty
    }

    It 'tells the number of requests and the least time with -Verbose' {
        $lines = @(Get-AzIntegrationRuntimeNode -Subscription $open[0] -Verbose 4>&1 |
                Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }).Message
        $lines -match '^13 requests to 1 subscription' | Should -Not -BeNullOrEmpty
        $lines -match 'is gone; Resource Graph lags behind' | Should -Not -BeNullOrEmpty
    }

    It 'shows a refused condition with the words of the service' {
        $message = (Get-Refusal { Get-AzIntegrationRuntimeNode -Query 'summarize count()' }).Exception.Message
        $message | Should -BeLike 'Resource Graph refused the condition of -Query, "where summarize count()"*'
        $message | Should -BeLike '*is not understood here*'
    }

    It 'waits for the rates of Resource Graph and of Resource Manager' {
        Add-Fault @{ method = 'POST'; path = '/Microsoft.ResourceGraph/'; status = 429; headers = @{
                'x-ms-user-quota-remaining' = '0'; 'x-ms-user-quota-resets-after' = '00:00:01'
            } }
        Add-Fault @{ method = 'POST'; path = '/getStatus'; skip = 3; times = 2; status = 429
            headers = @{ 'Retry-After' = '1' } }
        @(Get-AzIntegrationRuntimeNode -Subscription $open[0]) | Should -HaveCount 16
        Clear-Fault
    }

    It 'reads the lists of each subscription where Resource Graph cannot be used' {
        Add-Fault @{ method = 'POST'; path = '/Microsoft.ResourceGraph/'; times = 0; status = 404 }
        try {
            $warnings = @()
            $rows = @(Get-AzIntegrationRuntimeNode -Subscription $open -WarningVariable warnings 3>$null)
            $rows | Should -HaveCount 32
            "$($warnings[0])" | Should -BeLike 'Resource Graph cannot be used here*'
            (Get-Refusal { Get-AzIntegrationRuntimeNode -ManagementGroup mg-fleet }).Exception.Message |
                Should -BeLike '*-ManagementGroup needs Resource Graph*'
        } finally {
            Clear-Fault
        }
    }
}

Describe 'Get-AzIntegrationRuntime of a fleet' {
    It 'shows the owner''s state for a linked one' {
        $list = @(Get-AzIntegrationRuntime -Subscription $open[0] -Service DataFactory -Status)
        $linked = @($list | Where-Object Kind -EQ 'Linked')
        $linked | Should -HaveCount 1
        $linked[0].State | Should -Not -BeNullOrEmpty
        $linked[0].OriginalIntegrationRuntimeName | Should -BeExactly 'ir-1'
        @($linked[0].Nodes) | Should -HaveCount 2
        $linked[0].SubscriptionId | Should -BeExactly $open[0]
    }

    It 'narrows by kind' {
        @(Get-AzIntegrationRuntime -Subscription $open -Type Linked).Name | Should -Be 'ir-linked-1', 'ir-linked-1'
        @(Get-AzIntegrationRuntime -Subscription $open -Type AzureDefault -Service Synapse) | Should -HaveCount 2
    }
}

Describe 'A row of a node in a pipeline' {
    BeforeAll {
        # The subscription is not the one of the context, so that names alone would reach nothing.
        $rows = @(Get-AzIntegrationRuntimeNode -Subscription $open[0])
        $row = @{}
        $runtime = @{}
        foreach ($service in 'DataFactory', 'Synapse', 'Purview') {
            $row[$service] = @($rows | Where-Object Service -EQ $service)[0]
            $runtime[$service] = $row[$service] | Get-AzIntegrationRuntime
        }
    }
    BeforeEach { Clear-SentRequest }

    It 'gets its node in <Service>' -ForEach @(
        @{ Service = 'DataFactory'; Noun = 'AzDataFactoryV2' }, @{ Service = 'Synapse'; Noun = 'AzSynapse' }
    ) {
        $node = $row[$Service] | & "Get-${Noun}IntegrationRuntimeNode"
        $node.Name | Should -BeExactly $row[$Service].NodeName
        $node.IntegrationRuntimeName | Should -BeExactly $row[$Service].IntegrationRuntime
        @(Get-SentRequest -Whole).url | Should -BeLike "*/subscriptions/$($open[0])/*"
    }

    It 'updates its node in <Service>' -ForEach @(
        @{ Service = 'DataFactory'; Noun = 'AzDataFactoryV2' }, @{ Service = 'Synapse'; Noun = 'AzSynapse' }
    ) {
        $own = $row[$Service]
        ($own | & "Update-${Noun}IntegrationRuntimeNode" -ConcurrentJobsLimit 3).ConcurrentJobsLimit | Should -Be 3
        @(Get-SentRequest -Whole).url | Should -BeLike (
            "*$($own.ParentId)/integrationRuntimes/$($own.IntegrationRuntime)/nodes/$($own.NodeName)?*")
    }

    It 'removes its node in <Service>, and none with -WhatIf' -ForEach @(
        @{ Service = 'DataFactory'; Noun = 'AzDataFactoryV2'; Parent = 'data factory' }
        @{ Service = 'Synapse'; Noun = 'AzSynapse'; Parent = 'workspace' }
    ) {
        $own = @($rows | Where-Object Service -EQ $Service)[-1]
        $remove = "Remove-${Noun}IntegrationRuntimeNode"
        $result = Invoke-Answered "param(`$Row) `$Row | $remove -WhatIf" -Argument @{ Row = $own }
        "$($result.Written)" | Should -BeLike (
            "What if: *Removing the node $($own.NodeName) in integration runtime '$($own.IntegrationRuntime)' of " +
            "$Parent '$($own.Parent)'.*")
        $update = "Update-${Noun}IntegrationRuntimeNode -ConcurrentJobsLimit 2 -WhatIf"
        $result = Invoke-Answered "param(`$Row) `$Row | $update" -Argument @{ Row = $own }
        "$($result.Written)" | Should -BeLike "*Updating the node $($own.NodeName) in *' of $Parent '$($own.Parent)'.*"
        Get-SentRequest | Should -BeNullOrEmpty
        $own | & $remove -Force
        @(Get-SentRequest -Whole).url | Should -BeLike (
            "*$($own.ParentId)/integrationRuntimes/$($own.IntegrationRuntime)/nodes/$($own.NodeName)?*")
        @(Get-AzIntegrationRuntimeNode -Subscription $open[0] | Where-Object NodeName -EQ $own.NodeName) |
            Should -BeNullOrEmpty
    }

    It 'gets its integration runtime in <Service>' -ForEach @(
        @{ Service = 'DataFactory'; Noun = 'AzDataFactoryV2' }, @{ Service = 'Synapse'; Noun = 'AzSynapse' }
        @{ Service = 'Purview'; Noun = 'AzPurview' }
    ) {
        foreach ($cmdlet in "Get-${Noun}IntegrationRuntime", 'Get-AzIntegrationRuntime') {
            $found = @($row[$Service] | & $cmdlet -Status)
            $found | Should -HaveCount 1
            $found.Name | Should -BeExactly $row[$Service].IntegrationRuntime
            $found.Parent | Should -BeExactly $row[$Service].Parent
            $found.Nodes.NodeName | Should -Contain $row[$Service].NodeName
        }
    }

    It 'is what it was after a job or a file' {
        $path = Join-Path $TestDrive 'row.xml'
        $row['Synapse'] | Export-Clixml $path
        $back = Import-Clixml $path
        $back | Should -BeOfType ([AzIntegrationRuntime.FleetNode])
        ($back | Get-AzSynapseIntegrationRuntimeNode).Name | Should -BeExactly $row['Synapse'].NodeName
    }

    It 'never becomes a data factory where it is of <Service>' -ForEach @(
        @{ Service = 'Synapse' }, @{ Service = 'Purview' }
    ) {
        $row[$Service].DataFactoryName | Should -BeNullOrEmpty
        foreach ($command in 'Get-AzDataFactoryV2', 'Get-AzDataFactoryV2LinkedService', 'Set-AzDataFactoryV2 -Force') {
            $result = Invoke-Answered "param(`$Row) `$Row | $command" -Argument @{ Row = $row[$Service] }
            @($result.Errors) + @($result.Thrown) | Should -Not -BeNullOrEmpty
        }
        @(Get-SentRequest) -match $row[$Service].Parent | Should -BeNullOrEmpty
    }

    It 'or a runtime means its own runtime or is refused: <Kind>, <Service>, <Cmdlet>' -ForEach @(
        # What a cmdlet needs besides is given, so that nothing but the row decides.
        $more = @{ KeyName = 'AuthKey1'; ConcurrentJobsLimit = 2; WhatIf = $true; TargetIntegrationRuntime = 'x'
            LinkedDataFactoryName = 'adf-x'; LinkedIntegrationRuntimeName = 'ir-x'; MetadataPath = 'x' }
        foreach ($service in 'DataFactory', 'Synapse', 'Purview') {
            foreach ($command in Get-Command -Module AzIntegrationRuntime -CommandType Cmdlet) {
                if ($command.Noun -notmatch '^Az(DataFactoryV2|Synapse|Purview)IntegrationRuntime') { continue }
                $given = @{}
                foreach ($key in $more.Keys | Where-Object { $command.Parameters.ContainsKey($_) }) {
                    $given[$key] = $more[$key]
                }
                foreach ($kind in 'node', 'runtime') {
                    @{ Kind = $kind; Service = $service; Cmdlet = $command.Name; Given = $given }
                }
            }
        }
    ) {
        $own = $row[$Service]
        # Where nobody can be asked, a missing parameter is an error.
        $result = Invoke-Answered 'param($Row, $Cmdlet, $Given) $Row | & $Cmdlet @Given' -Argument @{
            Row = $(if ($Kind -eq 'node') { $own } else { $runtime[$Service] }); Cmdlet = $Cmdlet; Given = $Given }
        $reached = @(Get-SentRequest -Whole | ForEach-Object { $_.url })
        $foreign = @($reached | Where-Object { $_ -notmatch
                "$($own.ParentId)/integrationRuntimes/$($own.IntegrationRuntime)[/?]" })
        $foreign | Should -BeNullOrEmpty
        if ($Kind -eq 'node' -and ($result.Errors -or $result.Thrown)) { $reached | Should -BeNullOrEmpty }
    }
}
