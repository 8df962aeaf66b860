BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-set'
    $where = @{ ResourceGroupName = 'rg'; WorkspaceName = 'syn-set' }
    $path = '/workspaces/syn-set/integrationRuntimes'
    $exists = "An integration runtime with the name {0} in the workspace syn-set exists. `n" +
        "Continuing execution may overwrite the existing one. `nAre you sure you want to continue?"
    $call = 'Set-AzSynapseIntegrationRuntime -ResourceGroupName rg -WorkspaceName syn-set -Name '
    $models = 'Microsoft.Azure.Commands.Synapse.Models'
}

AfterAll { Stop-TestEmulator }

Describe 'Set-AzSynapseIntegrationRuntime' {
    BeforeEach { Clear-SentRequest }

    Context 'a self-hosted runtime' {
        It 'is created without asking: it is read, written, and the operation followed to its end' {
            $result = Invoke-Answered "$call ir-new -Type selfhosted -Description d"
            $result.Asked | Should -BeNullOrEmpty
            $result.Errors | Should -BeNullOrEmpty
            $made = $result.Output[0]
            $made.pstypenames[0] | Should -BeExactly "$models.PSSelfHostedIntegrationRuntime"
            $made.Name | Should -BeExactly 'ir-new'
            $made.Type | Should -BeExactly 'SelfHosted'
            $made.Description | Should -BeExactly 'd'
            $made.WorkspaceName | Should -BeExactly 'syn-set'
            $sent = @(Get-SentRequest)
            $sent[0..1] | Should -Be "GET $path/ir-new", "PUT $path/ir-new"
            $sent[2] | Should -BeLike 'GET /workspaces/syn-set/operationResults/*'
        }

        It 'asks when it exists, and returns $null when the answer is no' {
            $null = New-TestSynapseRuntime 'syn-set' 'ir-ask'
            Clear-SentRequest
            $result = Invoke-Answered "$call ir-ask -Description x" -Answer No
            $result.Asked[0] | Should -BeLike "*$($exists -f 'ir-ask')"
            $result.Output | Should -HaveCount 1
            $result.Output[0] | Should -BeNullOrEmpty
            Get-SentRequest | Should -Be "GET $path/ir-ask"
        }

        It 'is read and not written with -WhatIf' {
            $result = Invoke-Answered "$call ir-ask -Description x -WhatIf"
            $result.Written[-1] |
                Should -BeLike ("What if: Performing the operation ""Updating integration runtime 'ir-ask' in " +
                    "workspace 'syn-set'."" on target ""ir-ask"".")
            Get-SentRequest | Should -Be "GET $path/ir-ask"
        }

        It 'takes the workspace''s name alone, a workspace, an id and a runtime' {
            $runtime = Set-AzSynapseIntegrationRuntime -WorkspaceName syn-set -Name ir-ask -Description one -Force
            $runtime.Description | Should -BeExactly 'one'
            ($workspace | Set-AzSynapseIntegrationRuntime -IntegrationRuntimeName ir-ask -Description two `
                -Force).Description | Should -BeExactly 'two'
            (Set-AzSynapseIntegrationRuntime -ResourceId $runtime.Id -Description three -Force).Description |
                Should -BeExactly 'three'
            ($runtime | Set-AzSynapseIntegrationRuntime -Description four -Force).Description | Should -BeExactly 'four'
        }

        It 'loses its description with -Clear, and takes what -Property says' {
            (Set-AzSynapseIntegrationRuntime @where -Name ir-ask -Clear Description -Force).Description |
                Should -BeNullOrEmpty
            (Set-AzSynapseIntegrationRuntime @where -Name ir-ask -Property @{ description = 'raw' } `
                -Force).Description | Should -BeExactly 'raw'
        }

        It 'is written only over the version of -IfMatch' {
            $old = Get-AzSynapseIntegrationRuntime @where -Name ir-ask
            $null = Set-AzSynapseIntegrationRuntime @where -Name ir-ask -Description newer -Force
            $record = Get-Refusal { $old | Set-AzSynapseIntegrationRuntime -IfMatch $old.Etag -Description lost -Force }
            $record.Exception.Data['StatusCode'] | Should -Be 412
            (Get-AzSynapseIntegrationRuntime @where -Name ir-ask).Description | Should -BeExactly 'newer'
        }
    }

    Context 'a managed runtime' {
        It 'is created in a location' {
            $made = Set-AzSynapseIntegrationRuntime @where -Name ir-azure -Type Managed -Location 'West Europe'
            $made.pstypenames[0] | Should -BeExactly "$models.PSManagedIntegrationRuntime"
            $made.Location | Should -BeExactly 'West Europe'
            $made.Kind | Should -BeExactly 'Azure'
            $body = Get-SentBody PUT
            $body.properties.type | Should -BeExactly 'Managed'
            $body.properties.typeProperties.computeProperties.location | Should -BeExactly 'West Europe'
        }

        It 'moves with a second Set, and the difference is shown before' {
            $result = Invoke-Answered "$call ir-azure -Location NorthEurope -WhatIf"
            "$($result.Information)" | Should -BeLike '*West Europe*NorthEurope*'
            (Set-AzSynapseIntegrationRuntime @where -Name ir-azure -Location NorthEurope -Force).Location |
                Should -BeExactly 'NorthEurope'
        }

        It 'is repaired by setting it again as it is' {
            $runtime = Get-AzSynapseIntegrationRuntime @where -Name ir-azure
            $null = Invoke-Emulator PATCH '/emulator/runtimes' @{ runtimeId = $runtime.Id; state = 'Limited' }
            $warnings = (Invoke-Answered 'param($Id) Get-AzSynapseIntegrationRuntime -ResourceId $Id -Status' `
                -Argument @{ Id = $runtime.Id }).Warnings
            # The command that the warning ends with does it.
            (Invoke-Answered ([regex]::Match($warnings[0], 'Get-AzSynapseIntegrationRuntime .*-Force').Value)).Errors |
                Should -BeNullOrEmpty
            ($runtime | Get-AzSynapseIntegrationRuntime -Status).State | Should -BeExactly 'Online'
        }

        It 'puts each parameter where the service wants it' {
            $setup = New-Object System.Collections.ArrayList
            $null = $setup.Add((New-Object Microsoft.Azure.Management.Synapse.Models.CmdkeySetup -ArgumentList 'server',
                'domain\user',
                    (New-Object Microsoft.Azure.Management.Synapse.Models.SecureString -ArgumentList 'planted-cmdkey')))
            $null = $setup.Add((New-Object Microsoft.Azure.Management.Synapse.Models.EnvironmentVariableSetup `
                -ArgumentList 'NAME', 'value'))
            $argument = @{
                NodeSize                          = 'Standard_D4_v3'
                NodeCount                         = 2
                MaxParallelExecutionsPerNode      = 4
                CatalogServerEndpoint             = 'sql.database.windows.net'
                CatalogAdminCredential            = New-Object PSCredential 'admin',
                    (ConvertTo-SecureString 'planted-catalog' -AsPlainText -Force)
                CatalogPricingTier                = 'S1'
                VNetId                            =
                    '/subscriptions/x/resourceGroups/n/providers/Microsoft.Network/virtualNetworks/v'
                Subnet                            = 's'
                PublicIP                          = '/ip/1', '/ip/2'
                DataFlowComputeType               = 'General'
                DataFlowCoreCount                 = 8
                DataFlowTimeToLive                = 10
                SetupScriptContainerSasUri        = 'https://store.blob.core.windows.net/setup?sv=1&sig=planted-sas'
                ExpressCustomSetup                = $setup
                Edition                           = 'standard'
                LicenseType                       = 'LicenseIncluded'
                DataProxyIntegrationRuntimeName   = 'ir-new'
                DataProxyStagingLinkedServiceName = 'store'
                DataProxyStagingPath              = 'path'
            }
            $made = Set-AzSynapseIntegrationRuntime @where -Name ir-ssis -Type Managed -Location EastUS @argument
            $kind = (Get-SentBody PUT).properties.typeProperties
            $compute = $kind.computeProperties
            $compute.nodeSize | Should -BeExactly 'Standard_D4_v3'
            $compute.numberOfNodes | Should -Be 2
            $compute.maxParallelExecutionsPerNode | Should -Be 4
            $compute.vNetProperties.vNetId | Should -BeExactly $argument.VNetId
            $compute.vNetProperties.subnet | Should -BeExactly 's'
            $compute.vNetProperties.publicIPs | Should -Be '/ip/1', '/ip/2'
            $compute.dataFlowProperties.computeType | Should -BeExactly 'General'
            $compute.dataFlowProperties.coreCount | Should -Be 8
            $compute.dataFlowProperties.timeToLive | Should -Be 10
            $ssis = $kind.ssisProperties
            $ssis.catalogInfo.catalogServerEndpoint | Should -BeExactly 'sql.database.windows.net'
            $ssis.catalogInfo.catalogAdminUserName | Should -BeExactly 'admin'
            $ssis.catalogInfo.catalogAdminPassword.type | Should -BeExactly 'SecureString'
            $ssis.customSetupScriptProperties.blobContainerUri |
                Should -BeExactly 'https://store.blob.core.windows.net/setup'
            $ssis.edition | Should -BeExactly 'standard'
            $ssis.dataProxyProperties.connectVia.referenceName | Should -BeExactly 'ir-new'
            $ssis.expressCustomSetupProperties.type | Should -BeExactly 'CmdkeySetup', 'EnvironmentVariableSetup'
            $ssis.expressCustomSetupProperties[0].typeProperties.password.type | Should -BeExactly 'SecureString'
            $made.Kind | Should -BeExactly 'AzureSsis'
            $made.NodeCount | Should -Be 2
            $made | ConvertTo-Json -Depth 8 | Should -Not -Match 'planted'
        }

        It 'changes the network and the subnet one at a time, and an empty text clears' {
            $null = Set-AzSynapseIntegrationRuntime @where -Name ir-ssis -Subnet other -Force
            $network = (Get-SentBody PUT).properties.typeProperties.computeProperties.vNetProperties
            $network.subnet | Should -BeExactly 'other'
            $network.vNetId | Should -BeLike '*/virtualNetworks/v'
            $cleared = Set-AzSynapseIntegrationRuntime @where -Name ir-ssis -VNetId '' -Subnet '' -Force
            $cleared.VNetId | Should -BeNullOrEmpty
            $cleared.Subnet | Should -BeNullOrEmpty
        }

        It 'keeps what is not given' {
            $null = Set-AzSynapseIntegrationRuntime @where -Name ir-ssis -NodeCount 3 -Force
            $kind = (Get-SentBody PUT).properties.typeProperties
            $kind.computeProperties.numberOfNodes | Should -Be 3
            $kind.computeProperties.nodeSize | Should -BeExactly 'Standard_D4_v3'
            $kind.computeProperties.dataFlowProperties.coreCount | Should -Be 8
            $kind.ssisProperties.edition | Should -BeExactly 'standard'
        }

        It 'is put into a managed virtual network by its name' {
            $null = Set-AzSynapseIntegrationRuntime @where -Name ir-vnet -Type Managed -Location EastUS `
                -ManagedVirtualNetworkName default
            (Get-SentBody PUT).properties.managedVirtualNetwork.referenceName | Should -BeExactly 'default'
        }
    }

    Context 'what it refuses' {
        It '<Case>' -ForEach @(
            @{ Case = 'to create one without a type'; With = @{ Name = 'ir-none'; Description = 'd' }
                Text = "Pramater 'Type' must be provided when creating new integration runtime." }
            @{ Case = 'another type than the existing one'; With = @{ Name = 'ir-ask'; Type = 'Managed' }
                Text = "The value for pramater 'Type' is different with existing integration runtime with name " +
                    "ir-ask." }
            @{ Case = 'public addresses without a network'
                With = @{ Name = 'ir-x'; Type = 'Managed'; PublicIP = '/1', '/2' }
                Text = 'Please provide a VNet resource ID and subnet name to bring static public IP addresses for ' +
                    'your Azure-SSIS Integration Runtime.' }
            @{ Case = 'one public address'
                With = @{ Name = 'ir-x'; Type = 'Managed'; PublicIP = '/1'; VNetId = '/v'; Subnet = 's' }
                Text = 'Please provide two static public IP addresses for your Azure-SSIS Integration Runtime.' }
            @{ Case = 'a network without its subnet'; With = @{ Name = 'ir-x'; Type = 'Managed'; VNetId = '/v' }
                Text = 'Both VNetId and Subnet must be set.' }
        ) {
            $records = Get-Refusal { Set-AzSynapseIntegrationRuntime @where @With -Force }
            $records | Should -HaveCount 1
            $records[0].Exception.Message | Should -BeExactly $Text
            $records[0].FullyQualifiedErrorId |
                Should -BeExactly 'Microsoft.Azure.Commands.Synapse.SetAzureSynapseIntegrationRuntime'
            Get-SentRequest | Should -Not -BeLike 'PUT*'
        }

        It 'to share a managed one, before any request' {
            $key = ConvertTo-SecureString 'IR@planted-key' -AsPlainText -Force
            $record = Get-Refusal { Set-AzSynapseIntegrationRuntime @where -Name ir-shared -Type managed -AuthKey $key }
            $record.Exception.Message | Should -BeExactly 'Only self-hosted integration runtime can be shared.'
            Get-SentRequest | Should -BeNullOrEmpty
        }

        It 'the scale of a managed network together with an object, in the binding' {
            $runtime = Get-AzSynapseIntegrationRuntime @where -Name ir-azure
            { Set-AzSynapseIntegrationRuntime -InputObject $runtime -ManagedVNetCopyComputeScaleTimeToLive 5 -Force } |
                Should -Throw -ErrorId 'AmbiguousParameterSet*'
        }

        It 'to move the runtime that every workspace has' {
            $record = Get-Refusal {
                Set-AzSynapseIntegrationRuntime @where -Name AutoResolveIntegrationRuntime -Location WestEurope -Force
            }
            $record | Should -HaveCount 1
            $record.Exception.Message | Should -BeLike '*AutoResolveIntegrationRuntime*another name*-Location*'
            Get-SentRequest | Should -Not -BeLike 'PUT*'
        }
    }
}
