# Scripts as people have them for Az.DataFactory, run as they are, and those of examples/. Each script runs in a session
# that knows only the modules, without strict mode, as at a prompt; what it asks is answered from a list, and a question
# too many is an error.

BeforeAll {
    . $PSScriptRoot/common.ps1
    . $PSScriptRoot/scripts.ps1
    Start-TestEmulator

    function Set-NodeStatus {
        param([string]$RuntimeId, [string]$Node, [string]$Status)

        $null = Invoke-Emulator PATCH '/emulator/nodes' @{ runtimeId = $RuntimeId; nodeName = $Node; status = $Status }
    }

    function Test-AuthKey {
        # Whether a node can register with this key.
        param([string]$Key)

        $refused = Get-Refusal {
            Register-AzIntegrationRuntimeEmulatorNode -AuthKey $Key -NodeName 'key-check' -ErrorAction Stop
        }
        $null -eq $refused
    }
}

AfterAll { Stop-TestEmulator }

Describe 'A script that provisions an Azure-SSIS integration runtime' {
    BeforeAll {
        $result = Invoke-UserScript -Answer Yes, Yes @'
            # Where things are
            $SubscriptionName = "Emulator"
            $ResourceGroupName = "rg-ssis"
            $Location = "EastUS"
            $DataFactoryName = "adf-ssis-prod"

            # The integration runtime
            $IRName = "ir-ssis-prod"
            $NodeSize = "Standard_D8_v3"
            $NodeCount = 4
            $SetupSas = "https://contosostore.blob.core.windows.net/setup?sv=2024-01-01&sr=c&sig=planted-signature%3D"
            $VnetId = "/subscriptions/33333333-3333-4333-8333-333333333333/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/vnet-hub"
            $SubnetName = "ssis"
            $PublicIPs = @("/publicIPAddresses/pip-1", "/publicIPAddresses/pip-2")

            # The catalog
            $SqlServer = "contoso.database.windows.net"
            $SqlAdmin = "ssisadmin"
            $SqlPassword = "planted-Passw0rd"
            $SqlTier = "S1"

            Connect-AzAccount | Out-Null
            Select-AzSubscription -SubscriptionName $SubscriptionName | Out-Null
            New-AzResourceGroup -Name $ResourceGroupName -Location $Location | Out-Null
            Set-AzDataFactoryV2 -ResourceGroupName $ResourceGroupName -Location $Location -Name $DataFactoryName | Out-Null

            $secret = ConvertTo-SecureString $SqlPassword -AsPlainText -Force
            $credential = New-Object System.Management.Automation.PSCredential($SqlAdmin, $secret)

            Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $ResourceGroupName `
                -DataFactoryName $DataFactoryName `
                -Name $IRName `
                -Description "Packages of the data warehouse" `
                -Type Managed `
                -Location $Location `
                -NodeSize $NodeSize `
                -NodeCount $NodeCount `
                -Edition Enterprise `
                -LicenseType BasePrice `
                -MaxParallelExecutionsPerNode 8 `
                -VnetId $VnetId `
                -Subnet $SubnetName `
                -PublicIPs $PublicIPs | Out-Null

            # It exists by now: without -Force this asks
            if (![string]::IsNullOrEmpty($SqlServer)) {
                Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $ResourceGroupName `
                    -DataFactoryName $DataFactoryName `
                    -Name $IRName `
                    -CatalogServerEndpoint $SqlServer `
                    -CatalogAdminCredential $credential `
                    -CatalogPricingTier $SqlTier | Out-Null
            }
            if (![string]::IsNullOrEmpty($SetupSas)) {
                Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $ResourceGroupName `
                    -DataFactoryName $DataFactoryName `
                    -Name $IRName `
                    -SetupScriptContainerSasUri $SetupSas | Out-Null
            }

            # Express custom setup, with the types of the SDK
            $password = New-Object Microsoft.Azure.Management.DataFactory.Models.SecureString("planted-share-key")
            $license = New-Object Microsoft.Azure.Management.DataFactory.Models.SecureString("planted-license")
            $setup = New-Object System.Collections.ArrayList
            $setup.Add((New-Object Microsoft.Azure.Management.DataFactory.Models.CmdkeySetup("share.contoso.com", "contoso\loader", $password))) | Out-Null
            $setup.Add((New-Object Microsoft.Azure.Management.DataFactory.Models.EnvironmentVariableSetup("STAGE", "prod"))) | Out-Null
            $setup.Add((New-Object Microsoft.Azure.Management.DataFactory.Models.ComponentSetup("oh22is.HEDDA.IO", $license))) | Out-Null
            $setup.Add((New-Object Microsoft.Azure.Management.DataFactory.Models.AzPowerShellSetup("5.5.0"))) | Out-Null
            Set-AzDataFactoryV2IntegrationRuntime $ResourceGroupName $DataFactoryName $IRName -ExpressCustomSetup $setup -Force | Out-Null

            $ir = Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $ResourceGroupName -DataFactoryName $DataFactoryName -Name $IRName
            $ir

            Write-Host "Starting, this takes 20 to 30 minutes"
            Start-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $ResourceGroupName -DataFactoryName $DataFactoryName -Name $IRName -Force
            Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $ResourceGroupName -DataFactoryName $DataFactoryName -Name $IRName -Status

            # Smaller for the weekend
            Stop-AzDataFactoryV2IntegrationRuntime -InputObject $ir -Force
            $ir | Set-AzDataFactoryV2IntegrationRuntime -NodeSize Standard_D2_v3 -NodeCount 1 -Force | Out-Null
            Start-AzDataFactoryV2IntegrationRuntime -ResourceId $ir.Id -Force
            (Get-AzDataFactoryV2IntegrationRuntime -ResourceId $ir.Id -Status).Nodes.Count
            Stop-AzDataFactoryV2IntegrationRuntime -ResourceId $ir.Id -Force
            (Get-AzDataFactoryV2IntegrationRuntime -ResourceId $ir.Id -Status).State

            Remove-AzDataFactoryV2IntegrationRuntime -ResourceId $ir.Id -Force
            @(Get-AzDataFactoryV2IntegrationRuntime $ResourceGroupName $DataFactoryName).Count
'@
        $made, $started, $running, $smaller, $nodes, $state, $left = $result.Output
        $puts = @(Get-SentRequest -Whole | Where-Object method -EQ PUT | Where-Object url -Like '*/ir-ssis-prod?*' |
            ForEach-Object { $_.body.properties })
    }

    It 'runs to its end, and asks about each change that has no -Force' {
        Assert-Clean $result
        $result.Asked | Should -HaveCount 2
        $result.Asked |
            Should -BeLike ('An integration runtime with the name ir-ssis-prod in the data factory adf-ssis-prod ' +
                'exists. *')
        $result.Output | Should -HaveCount 7
    }

    It 'has a runtime with all that it asked for, step by step' {
        $made.Description | Should -BeExactly 'Packages of the data warehouse'
        $made.Location | Should -BeExactly 'EastUS'
        $made.NodeSize | Should -BeExactly 'Standard_D8_v3'
        $made.NodeCount | Should -Be 4
        $made.Edition | Should -BeExactly 'Enterprise'
        $made.LicenseType | Should -BeExactly 'BasePrice'
        $made.MaxParallelExecutionsPerNode | Should -Be 8
        $made.VNetId | Should -BeLike '*/virtualNetworks/vnet-hub'
        $made.Subnet | Should -BeExactly 'ssis'
        $made.PublicIPs | Should -Be '/publicIPAddresses/pip-1', '/publicIPAddresses/pip-2'
        $made.CatalogServerEndpoint | Should -BeExactly 'contoso.database.windows.net'
        $made.CatalogAdminUserName | Should -BeExactly 'ssisadmin'
        $made.CatalogPricingTier | Should -BeExactly 'S1'
        $made.SetupScriptContainerSasUri | Should -BeLike 'https://contosostore.blob.core.windows.net/setup*'
        $made.ExpressCustomSetup | ForEach-Object { $_.GetType().Name } |
            Should -Be 'CmdkeySetup', 'EnvironmentVariableSetup', 'ComponentSetup', 'AzPowerShellSetup'
        $made.ExpressCustomSetup[1].VariableValue | Should -BeExactly 'prod'
    }

    It 'writes all that is there each time, and no secret comes back' {
        $puts.Count | Should -Be 5
        $puts[4].typeProperties.ssisProperties.catalogInfo.catalogServerEndpoint |
            Should -BeExactly 'contoso.database.windows.net'
        $puts[4].typeProperties.ssisProperties.expressCustomSetupProperties.Count | Should -Be 4
        $made | ConvertTo-Json -Depth 8 | Should -Not -Match 'planted'
    }

    It 'has it started, smaller, stopped and gone' {
        $started.State | Should -BeExactly 'Started'
        # The answer to a start has no nodes yet.
        @($started.Nodes) | Should -HaveCount 0
        $running.Nodes | Should -HaveCount 4
        $smaller.State | Should -BeExactly 'Started'
        $smaller.NodeCount | Should -Be 1
        $nodes | Should -Be 1
        $smaller.CatalogServerEndpoint | Should -BeExactly 'contoso.database.windows.net'
        $state | Should -BeExactly 'Stopped'
        $left | Should -Be 0
    }
}

Describe 'Scripts that report on a fleet' {
    BeforeAll {
        $null = New-AzResourceGroup rg-fleet eastus
        foreach ($name in 'adf-fleet-a', 'adf-fleet-b') {
            $null = Set-AzDataFactoryV2 rg-fleet $name eastus
        }
        $west = Set-AzDataFactoryV2IntegrationRuntime rg-fleet adf-fleet-a ir-west -Type SelfHosted
        $null = Set-AzDataFactoryV2IntegrationRuntime rg-fleet adf-fleet-a ir-idle -Type SelfHosted
        $east = Set-AzDataFactoryV2IntegrationRuntime rg-fleet adf-fleet-b ir-east -Type SelfHosted
        $null = Set-AzDataFactoryV2IntegrationRuntime rg-fleet adf-fleet-b ir-azure -Type Managed -Location westeurope
        $key = ($west | Get-AzDataFactoryV2IntegrationRuntimeKey).AuthKey1
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key -NodeName 'west-1'
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key -NodeName 'west-2' -Version '5.40.1.1'
        $null = Register-AzIntegrationRuntimeEmulatorNode `
            -AuthKey ($east | Get-AzDataFactoryV2IntegrationRuntimeKey).AuthKey1 -NodeName 'east-1'
        Set-NodeStatus $west.Id 'west-2' 'Offline'
        # A linked one that lost its grant.
        $identity = (Get-AzDataFactoryV2 rg-fleet adf-fleet-b).Identity.PrincipalId
        $null = New-AzRoleAssignment -ObjectId $identity -RoleDefinitionName Contributor -Scope $west.Id
        $null = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg-fleet -DataFactoryName adf-fleet-b `
            -Name ir-linked -Type SelfHosted -SharedIntegrationRuntimeResourceId $west.Id
        $null = Remove-AzRoleAssignment -ObjectId $identity -RoleDefinitionName Contributor -Scope $west.Id
        $csv = Join-Path $TestDrive 'fleet.csv'
    }

    It 'by pipeline, with status and metrics, as CSV' {
        $result = Invoke-UserScript @"
            `$report = Get-AzDataFactoryV2 |
                Where-Object { `$_.ResourceGroupName -eq 'rg-fleet' } |
                Get-AzDataFactoryV2IntegrationRuntime |
                Where-Object { `$_.Type -eq 'SelfHosted' } |
                ForEach-Object {
                    `$ir = `$_
                    `$status = `$ir | Get-AzDataFactoryV2IntegrationRuntime -Status -ErrorAction SilentlyContinue
                    `$metric = `$ir | Get-AzDataFactoryV2IntegrationRuntimeMetric -ErrorAction SilentlyContinue
                    foreach (`$node in `$status.Nodes) {
                        `$load = `$metric.Nodes | Where-Object { `$_.NodeName -eq `$node.NodeName }
                        `$ir | Select-Object DataFactoryName, Name,
                            @{ n = 'State'; e = { `$status.State } }, @{ n = 'Node'; e = { `$node.NodeName } }, @{ n = 'NodeStatus'; e = { `$node.Status } },
                            @{ n = 'Version'; e = { `$node.Version } }, @{ n = 'Cpu'; e = { `$load.CpuUtilization } }, @{ n = 'Limit'; e = { `$load.ConcurrentJobsLimit } }
                    }
                }
            `$report | Sort-Object DataFactoryName, Name, Node | Export-Csv -Path '$csv' -NoTypeInformation
"@
        Assert-Clean $result
        $rows = @(Import-Csv -LiteralPath $csv)
        $rows.Node | Should -Be 'west-1', 'west-2', 'east-1'
        $rows.State | Should -Be 'Limited', 'Limited', 'Online'
        $rows.NodeStatus | Should -Be 'Online', 'Offline', 'Online'
        $rows[1].Version | Should -BeExactly '5.40.1.1'
        $rows.Cpu | Should -Be '13', '13', '13'
        $rows.Limit | Should -Be '20', '20', '20'
    }

    It 'finds nodes that are not online with Where-Object' {
        $result = Invoke-UserScript @'
            Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg-fleet -DataFactoryName adf-fleet-a |
                ForEach-Object { Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg-fleet -DataFactoryName adf-fleet-a -Name $_.Name -Status } |
                Select-Object -ExpandProperty Nodes | Where-Object Status -ne Online | Select-Object -ExpandProperty NodeName
'@
        Assert-Clean $result
        $result.Output | Should -Be 'west-2'
    }

    It 'with examples/Get-RuntimeFleet.ps1' {
        $path = Join-Path $TestDrive 'example.csv'
        $script = Join-Path $script:Root 'examples/Get-RuntimeFleet.ps1'
        $code = 'param($Script, $Path) & $Script -Selection @{ ResourceGroupName = "rg-fleet" } -Path $Path'
        $result = Invoke-Answered $code -Argument @{ Script = $script; Path = $path }
        # The linked one cannot be read without its grant.
        $result.Warnings | Should -BeLike '1 resource could not be read.*AZIR303*'
        $result.Warnings = @()
        Assert-Clean $result
        $rows = @($result.Output | Sort-Object NodeName)
        $rows.NodeName | Should -Be 'east-1', 'west-1', 'west-2'
        $rows[2].Status | Should -BeExactly 'Offline'
        $rows[1].LastConnectTime | Should -BeOfType [datetime]
        $rows[0].Findings | Should -Match 'AZIR203'
        @(Import-Csv -LiteralPath $path).NodeName | Sort-Object | Should -Be $rows.NodeName
    }
}

Describe 'Scripts that rotate keys' {
    BeforeEach {
        $null = New-TestFactory 'adf-keys'
        $runtime = New-TestRuntime 'adf-keys' 'ir-keys'
        $old = $runtime | Get-AzDataFactoryV2IntegrationRuntimeKey
        foreach ($node in 'node-1', 'node-2') {
            $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $old.AuthKey1 -NodeName $node
        }
    }

    AfterEach { Remove-AzDataFactoryV2IntegrationRuntime rg adf-keys ir-keys -Force }

    It 'with New-, first one and then the other, and a node registered between' {
        $result = Invoke-UserScript -Answer Yes @'
            $ir = @{ ResourceGroupName = 'rg'; DataFactoryName = 'adf-keys'; Name = 'ir-keys' }
            $new = New-AzDataFactoryV2IntegrationRuntimeKey @ir -KeyName AuthKey1
            # On the machine: dmgcmd.exe -Key $new.AuthKey1
            Register-AzIntegrationRuntimeEmulatorNode -AuthKey $new.AuthKey1 -NodeName node-1 | Out-Null
            New-AzDataFactoryV2IntegrationRuntimeKey @ir -KeyName AuthKey2 -Force | Out-Null
            (Get-AzDataFactoryV2IntegrationRuntime @ir -Status).Nodes | ForEach-Object { $_.NodeName + ' ' + $_.Status }
'@
        Assert-Clean $result
        $result.Asked |
            Should -BeLike ("Continuing execution will renegerate the authentication key 'AuthKey1' of integration " +
                "runtime ir-keys.*")
        $result.Output | Should -Be 'node-1 Online', 'node-2 Online'
        $now = $runtime | Get-AzDataFactoryV2IntegrationRuntimeKey
        $now.AuthKey1 | Should -Not -BeExactly $old.AuthKey1
        $now.AuthKey2 | Should -Not -BeExactly $old.AuthKey2
        Test-AuthKey $old.AuthKey1 | Should -BeFalse
        Test-AuthKey $old.AuthKey2 | Should -BeFalse
        Test-AuthKey $now.AuthKey1 | Should -BeTrue
    }

    Context 'examples/Reset-RuntimeKey.ps1' {
        BeforeAll { $example = Join-Path $script:Root 'examples/Reset-RuntimeKey.ps1' }

        It 'makes both keys anew, and registers each node with the second between' {
            $result = Invoke-Answered @'
                param($Example)
                & $Example rg adf-keys ir-keys -Confirm:$false -RegisterNode {
                    param($Node, $Key)
                    Register-AzIntegrationRuntimeEmulatorNode -AuthKey $Key -NodeName $Node
                    "registered with $((Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-keys ir-keys).AuthKey1)"
                }
'@ -Argument @{ Example = $example }
            Assert-Clean $result
            $result.Output | Should -HaveCount 1
            $result.Output[0].RegisteredNodes | Should -Be 'node-1', 'node-2'
            $result.Output[0].UnprovenNodes | Should -BeNullOrEmpty
            $result.Output[0].NextSpareKey | Should -Be 'AuthKey1'
            $result.Output | ConvertTo-Json | Should -Not -Match 'IR@'
            Test-AuthKey $old.AuthKey1 | Should -BeFalse
            Test-AuthKey $old.AuthKey2 | Should -BeFalse
            $now = $runtime | Get-AzDataFactoryV2IntegrationRuntimeKey
            Test-AuthKey $now.AuthKey2 | Should -BeTrue
        }

        It 'asks first, and makes nothing anew when the answer is no' {
            $result = Invoke-Answered ('param($Example) & $Example rg adf-keys ir-keys -RegisterNode { throw ' +
                '"called" }') -Argument @{ Example = $example } -Answer No
            $result.Asked | Should -HaveCount 1
            $result.Output | Should -BeNullOrEmpty
            $now = $runtime | Get-AzDataFactoryV2IntegrationRuntimeKey
            $now.AuthKey1 | Should -BeExactly $old.AuthKey1
            $now.AuthKey2 | Should -BeExactly $old.AuthKey2
        }

        It 'leaves the first key alone when a node does not come back' {
            $result = Invoke-Answered @'
                param($Example)
                & $Example rg adf-keys ir-keys -Confirm:$false -TimeoutSeconds 1 -RegisterNode {
                    param($Node)
                    if ($Node -eq 'node-2') {
                        Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-keys ir-keys -NodeName node-2 -Force
                    }
                }
'@ -Argument @{ Example = $example }
            "$($result.Thrown.Message)$($result.Errors)" |
                Should -BeLike "*has lost nodes: node-2. AuthKey1 was not changed; AuthKey2 is new.*"
            Test-AuthKey $old.AuthKey1 | Should -BeTrue
            Test-AuthKey $old.AuthKey2 | Should -BeFalse
        }

        It 'alternates the spare key, so that the nodes always have a valid key' {
            $result = Invoke-Answered @'
                param($Example)
                $register = {
                    param($Node, $Key)
                    $text = (New-Object System.Net.NetworkCredential '', $Key).Password
                    $keys = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-keys ir-keys
                    $used.Add(('AuthKey1', 'AuthKey2' | Where-Object { $keys.$_ -ceq $text }))
                    $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $Key -NodeName $Node
                }
                $used = [Collections.Generic.List[string]]::new()
                $first = & $Example rg adf-keys ir-keys -Confirm:$false -RegisterNode $register
                $between = (Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-keys ir-keys).AuthKey2
                $second = & $Example rg adf-keys ir-keys -Confirm:$false -RegisterNode $register `
                    -SpareKey $first.NextSpareKey
                [pscustomobject]@{ Used = $used; Next = $second.NextSpareKey; Between = $between }
'@ -Argument @{ Example = $example }
            Assert-Clean $result
            $result.Output[0].Used | Should -Be 'AuthKey2', 'AuthKey2', 'AuthKey1', 'AuthKey1'
            $result.Output[0].Next | Should -Be 'AuthKey2'
            # The key of the first run was valid until the nodes had that of the second.
            Test-AuthKey $result.Output[0].Between | Should -BeFalse
        }

        It 'does not take a node for registered that was not, and keeps the key that it has' {
            $result = Invoke-Answered @'
                param($Example)
                & $Example rg adf-keys ir-keys -Confirm:$false -RegisterNode {
                    param($Node, $Key)
                    if ($Node -eq 'node-1') {
                        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $Key -NodeName $Node
                    }
                }
'@ -Argument @{ Example = $example }
            "$($result.Thrown.Message)$($result.Errors)" |
                Should -BeLike "*time of registration did not change *: node-2. *AuthKey1 was not changed*"
            ($runtime | Get-AzDataFactoryV2IntegrationRuntimeKey).AuthKey1 | Should -BeExactly $old.AuthKey1
            $result = Invoke-Answered ('param($Example) & $Example rg adf-keys ir-keys -Confirm:$false -RegisterNode ' +
                '{ } -SkipRegistrationCheck') -Argument @{ Example = $example }
            Assert-Clean $result
            $result.Output[0].RegisteredNodes | Should -BeNullOrEmpty
            $result.Output[0].UnprovenNodes | Should -Be 'node-1', 'node-2'
            Test-AuthKey $old.AuthKey1 | Should -BeFalse
        }

        It 'refuses a runtime without keys before anything is done' {
            $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-keys ir-cloud -Type Managed -Location eastus -Force
            Clear-SentRequest
            $result = Invoke-Answered 'param($Example) & $Example rg adf-keys ir-cloud -RegisterNode { }' `
                -Argument @{ Example = $example }
            "$($result.Thrown.Message)$($result.Errors)" |
                Should -BeLike "*'ir-cloud'*is 'Managed': only a self-hosted one *has keys.*"
            Get-SentRequest | Should -Not -BeLike '*regenerateAuthKey'
        }
    }
}

Describe 'Scripts that keep nodes' {
    BeforeEach {
        $null = New-TestFactory 'adf-nodes'
        $runtime = New-TestRuntime 'adf-nodes' 'ir-nodes'
        $key = ($runtime | Get-AzDataFactoryV2IntegrationRuntimeKey).AuthKey1
        foreach ($node in 'Node-1', 'Node-2', 'Node-3') {
            $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key -NodeName $node
        }
        Set-NodeStatus $runtime.Id 'Node-2' 'Offline'
    }

    AfterEach { Remove-AzDataFactoryV2IntegrationRuntime rg adf-nodes ir-nodes -Force }

    It 'removes dead ones and raises the limits of the others' {
        $result = Invoke-UserScript @'
            $ir = Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-nodes -Name ir-nodes -Status
            foreach ($node in $ir.Nodes) {
                if ($node.Status -eq 'Offline') {
                    Remove-AzDataFactoryV2IntegrationRuntimeNode -ResourceGroupName rg -DataFactoryName adf-nodes -IntegrationRuntimeName ir-nodes -NodeName $node.NodeName -Force
                } else {
                    $limit = [math]::Min(12, $node.MaxConcurrentJobs)
                    Update-AzDataFactoryV2IntegrationRuntimeNode -ResourceGroupName rg -DataFactoryName adf-nodes -IntegrationRuntimeName ir-nodes -Name $node.NodeName -ConcurrentJobsLimit $limit
                }
            }
            Sync-AzDataFactoryV2IntegrationRuntimeCredential -ResourceGroupName rg -DataFactoryName adf-nodes -IntegrationRuntimeName ir-nodes -Force
            (Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-nodes ir-nodes -Name Node-3 -IpAddress).IpAddress
'@
        Assert-Clean $result
        $updated = @($result.Output)[0..1]
        $updated.Name | Should -Be 'Node-1', 'Node-3'
        $updated.ConcurrentJobsLimit | Should -Be 12, 12
        $result.Output[2] | Should -Match '^10\.0\.0\.\d+$'
        $status = $runtime | Get-AzDataFactoryV2IntegrationRuntime -Status
        $status.Nodes.NodeName | Should -Be 'Node-1', 'Node-3'
        $status.Nodes.ConcurrentJobsLimit | Should -Be 12, 12
        $status.State | Should -BeExactly 'Online'
    }

    It 'asks before it removes one' {
        $result = Invoke-UserScript -Answer No, Yes @'
            Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-nodes ir-nodes -NodeName Node-1
            Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-nodes ir-nodes -NodeName Node-2
'@
        Assert-Clean $result
        ($runtime | Get-AzDataFactoryV2IntegrationRuntime -Status).Nodes.NodeName | Should -Be 'Node-1', 'Node-3'
    }

    It 'sets the window of automatic updates' {
        $result = Invoke-UserScript @'
            Update-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-nodes -Name ir-nodes `
                -AutoUpdate On -AutoUpdateDelayOffset ([TimeSpan]::FromHours(3)) -Verbose:$false | Out-Null
            Get-AzDataFactoryV2IntegrationRuntime rg adf-nodes ir-nodes -Status | Select-Object AutoUpdate, UpdateDelayOffset
            Get-AzDataFactoryV2IntegrationRuntime rg adf-nodes ir-nodes | Update-AzDataFactoryV2IntegrationRuntime -AutoUpdate Off | Out-Null
            (Get-AzDataFactoryV2IntegrationRuntime rg adf-nodes ir-nodes -Status).AutoUpdate
'@
        Assert-Clean $result
        $result.Output[0].AutoUpdate | Should -BeExactly 'On'
        $result.Output[0].UpdateDelayOffset | Should -Be ([timespan]'03:00:00')
        $result.Output[1] | Should -BeExactly 'Off'
    }

    It 'brings the nodes up to date' {
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key -NodeName 'Node-3' -Version '5.40.1.1'
        $result = Invoke-UserScript @'
            $ir = @{ ResourceGroupName = 'rg'; DataFactoryName = 'adf-nodes'; Name = 'ir-nodes' }
            $status = Get-AzDataFactoryV2IntegrationRuntime @ir -Status
            if ($status.VersionStatus -eq 'UpdateAvailable') {
                "from $($status.Version) to $($status.LatestVersion)"
                Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade @ir
            }
            (Get-AzDataFactoryV2IntegrationRuntime @ir -Status).Version
'@
        Assert-Clean $result
        $latest = ($runtime | Get-AzDataFactoryV2IntegrationRuntime -Status).LatestVersion
        $result.Output | Should -Be "from 5.40.1.1 to $latest", $latest
    }
}

Describe 'A script that ends sharing' {
    It 'removes the link, the linked runtime and the shared one' {
        $null = New-TestFactory 'adf-lender'
        $shared = New-TestRuntime 'adf-lender' 'ir-lent'
        $borrower = New-TestFactory 'adf-borrower'
        $null = New-AzRoleAssignment -ObjectId $borrower.Identity.PrincipalId -RoleDefinitionName Contributor `
            -Scope $shared.Id
        $null = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-borrower `
            -Name ir-borrowed -Type SelfHosted -SharedIntegrationRuntimeResourceId $shared.Id
        $result = Invoke-UserScript -Answer Yes @'
            $shared = Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-lender -Name ir-lent -Status
            foreach ($link in $shared.Links) {
                $identity = (Get-AzDataFactoryV2 -ResourceGroupName rg -Name $link.DataFactoryName).Identity.PrincipalId
                Remove-AzRoleAssignment -ObjectId $identity -RoleDefinitionName 'Contributor' -Scope $shared.Id
                Remove-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-lender -Name ir-lent -LinkedDataFactoryName $link.DataFactoryName
                Remove-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName $link.DataFactoryName -Name $link.Name -Force
            }
            Remove-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-lender -Name ir-lent -Force
'@
        Assert-Clean $result
        $result.Asked |
            Should -BeExactly ("Are you sure you want to remove integration runtime 'ir-lent' in data factory " +
                "'adf-lender'?")
        Get-AzDataFactoryV2IntegrationRuntime rg adf-lender | Should -BeNullOrEmpty
        Get-AzDataFactoryV2IntegrationRuntime rg adf-borrower | Should -BeNullOrEmpty
        Get-AzRoleAssignment -ObjectId $borrower.Identity.PrincipalId | Should -BeNullOrEmpty
    }
}

Describe 'Scripts that start several runtimes' {
    BeforeEach {
        $null = New-TestFactory 'adf-many'
        foreach ($name in 'ir-1', 'ir-2', 'ir-3') {
            $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-many $name -Type Managed -Location eastus `
                -NodeSize Standard_D2_v3 -NodeCount 1 -Force
        }
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-many ir-azure -Type Managed -Location eastus -Force
        $null = New-TestRuntime 'adf-many' 'ir-self'
        $example = Join-Path $script:Root 'examples/Start-SsisRuntime.ps1'
    }

    AfterEach {
        Set-Emulator @{ operationSeconds = 0; startFailure = $null }
        Clear-Fault
        foreach ($runtime in Get-AzDataFactoryV2IntegrationRuntime rg adf-many) {
            if ($runtime.Type -eq 'Managed' -and $runtime.State -eq 'Started') {
                Stop-AzDataFactoryV2IntegrationRuntime -InputObject $runtime -Force
            }
            Remove-AzDataFactoryV2IntegrationRuntime -InputObject $runtime -Force
        }
    }

    It 'with -NoWait, and then waits for all' {
        $result = Invoke-UserScript @'
            $operations = 'ir-1', 'ir-2', 'ir-3' | ForEach-Object { Start-AzDataFactoryV2IntegrationRuntime rg adf-many $_ -Force -NoWait }
            "begun: $($operations.Count)"
            $operations | Wait-AzDataFactoryV2IntegrationRuntime -Interval 1 | ForEach-Object { $_.Name + ' ' + $_.State }
'@
        Assert-Clean $result
        $result.Output | Should -Be 'begun: 3', 'ir-1 Started', 'ir-2 Started', 'ir-3 Started'
        $sent = @(Get-SentRequest)
        $last = [array]::LastIndexOf($sent, ($sent -like 'POST */start')[-1])
        $first = [array]::IndexOf($sent, ($sent -like 'GET */operationstatuses/*')[0])
        $first | Should -BeGreaterThan $last
    }

    It 'as jobs, as people do who have no -NoWait' {
        $result = Invoke-UserScript @'
            $jobs = foreach ($name in 'ir-1', 'ir-2') { Start-AzDataFactoryV2IntegrationRuntime rg adf-many $name -Force -AsJob }
            $jobs | Receive-Job -Wait -AutoRemoveJob | ForEach-Object { $_.Name + ' ' + $_.State } | Sort-Object
'@
        Assert-Clean $result
        $result.Output | Should -Be 'ir-1 Started', 'ir-2 Started'
    }

    Context 'examples/Start-SsisRuntime.ps1' {
        It 'starts all that are Azure-SSIS, begins all before it waits, and stops them again' {
            $null = Start-AzDataFactoryV2IntegrationRuntime rg adf-many ir-2 -Force
            Clear-SentRequest
            $result = Invoke-Answered 'param($Example) & $Example rg adf-many' -Argument @{ Example = $example }
            Assert-Clean $result
            $result.Output.Name | Should -Be 'ir-1', 'ir-2', 'ir-3'
            $result.Output.State | Should -Be 'Started', 'Started', 'Started'
            $sent = @(Get-SentRequest)
            ($sent -like 'POST */start') -replace '^.*Runtimes/' | Should -Be 'ir-1/start', 'ir-3/start'
            [array]::IndexOf($sent, ($sent -like 'GET */operationstatuses/*')[0]) |
                Should -BeGreaterThan ([array]::IndexOf($sent, ($sent -like 'POST */ir-3/start')[0]))
            $result = Invoke-Answered 'param($Example) & $Example rg adf-many -Operation Stop -Name ir-1, ir-3' `
                -Argument @{ Example = $example }
            Assert-Clean $result
            $result.Output.State | Should -Be 'Stopped', 'Stopped'
            (Get-AzDataFactoryV2IntegrationRuntime rg adf-many |
                Where-Object { $_.Type -eq 'Managed' -and $_.State -eq 'Started' }).Name | Should -Be 'ir-2'
        }

        It 'waits for one that is on its way' {
            Set-Emulator @{ operationSeconds = 60 }
            $begun = Start-AzDataFactoryV2IntegrationRuntime rg adf-many ir-1 -Force -NoWait
            # When it is looked at it starts; when it is asked for its status, it has started.
            $null = Invoke-Emulator PUT '/emulator/runtimes' @{
                runtimeId = $begun.RuntimeId
                status = @{ properties = @{ state = 'Started' } }
            }
            Clear-SentRequest
            $result = Invoke-Answered 'param($Example) & $Example rg adf-many -Name ir-1' `
                -Argument @{ Example = $example }
            $sent = @(Get-SentRequest)
            $null = Invoke-Emulator POST '/emulator/clock' @{ advanceSeconds = 60 }
            Assert-Clean $result
            $result.Output.State | Should -Be 'Started'
            $sent | Should -Contain 'POST /factories/adf-many/integrationRuntimes/ir-1/getStatus'
            $sent | Should -Not -BeLike 'POST */start'
        }

        It 'tells of each that fails, goes on with the others, and ends with an error' {
            Add-Fault @{ method = 'POST'; path = '/ir-2/start\?'; status = 400
                body = '{"error":{"code":"Broken","message":"Not today."}}' }
            $result = Invoke-Answered ('param($Example) try { & $Example rg adf-many; "went on" } catch { ' +
                '$_.Exception.Message }') -Argument @{ Example = $example }
            $result.Output | Should -HaveCount 4
            $result.Output[0..2].State | Should -Be 'Started', 'Initial', 'Started'
            $result.Output[1].Problem | Should -BeLike '*Not today.*'
            $result.Output[3] |
                Should -BeExactly "1 of 3 integration runtimes in data factory 'adf-many' did not start: ir-2."
        }

        It 'starts none with -WhatIf' {
            Clear-SentRequest
            $result = Invoke-Answered 'param($Example) & $Example rg adf-many -WhatIf' -Argument @{ Example = $example }
            Assert-Clean $result
            @($result.Written -like 'What if: Performing the operation "Starting *').Count | Should -Be 3
            Get-SentRequest | Should -Not -BeLike 'POST*'
        }
    }
}

Describe 'The examples' {
    It 'have help: <_>' -ForEach 'Start-SsisRuntime.ps1', 'Get-RuntimeFleet.ps1', 'Reset-RuntimeKey.ps1' {
        $path = Join-Path $script:Root "examples/$_"
        $help = Get-Help $path
        $help.Synopsis | Should -Match '\w+ \w+'
        @($help.Examples.example).Count | Should -BeGreaterOrEqual 1
        foreach ($name in (Get-Command $path).ScriptBlock.Ast.ParamBlock.Parameters.Name.VariablePath.UserPath) {
            (Get-Help $path -Parameter $name).Description.Text |
                Should -Not -BeNullOrEmpty -Because "-$name has to be explained"
        }
    }
}
