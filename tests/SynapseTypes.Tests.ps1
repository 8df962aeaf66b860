# What the Synapse cmdlets write, held against contract/types/Synapse.psd1: type names, properties in order, types of
# the values.

BeforeDiscovery {
    $table = Import-PowerShellDataFile (Join-Path $PSScriptRoot 'contract/types/Synapse.psd1')
    $types = foreach ($name in $table.Keys | Where-Object { -not $table[$_]['Made'] } | Sort-Object) {
        @{ Name = $name; Short = $name -replace '^.*\.'; Contract = $table[$name] }
    }
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    . $PSScriptRoot/types.ps1
    Start-TestEmulator
    function Set-Planted {
        # Puts a runtime, and its status, there as the service would have it.
        param([string]$Name, $Properties, $Status)

        $body = @{ runtimeId = "$($workspace.Id)/integrationRuntimes/$Name"; properties = $Properties
            status = $Status }
        $null = Invoke-Emulator PUT '/emulator/runtimes' $body
    }

    $workspace = New-TestWorkspace 'syn-types'
    $workspace | Add-Seen
    Get-AzSynapseWorkspace | Add-Seen
    $where = @{ ResourceGroupName = 'rg'; WorkspaceName = 'syn-types' }
    $self = Set-AzSynapseIntegrationRuntime @where -Name ir-self -Type SelfHosted -Description d
    $self | Add-Seen
    $key = $self | Get-AzSynapseIntegrationRuntimeKey
    $key | Add-Seen
    $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName node-1
    $self | New-AzSynapseIntegrationRuntimeKey -KeyName AuthKey2 -Force | Add-Seen
    $self | Update-AzSynapseIntegrationRuntime -AutoUpdate On -AutoUpdateDelayOffset '03:00:00' | Add-Seen
    $self | Update-AzSynapseIntegrationRuntimeNode -Name node-1 -ConcurrentJobsLimit 2 | Add-Seen
    $self | Get-AzSynapseIntegrationRuntimeNode -Name node-1 -IpAddress | Add-Seen
    $self | Get-AzSynapseIntegrationRuntimeMetric | Add-Seen
    $packages = @{
        Type                              = 'Managed'
        Location                          = 'eastus'
        NodeSize                          = 'Standard_D4_v3'
        NodeCount                         = 2
        MaxParallelExecutionsPerNode      = 4
        CatalogServerEndpoint             = 'sql.database.windows.net'
        CatalogAdminCredential            = New-Object pscredential 'sqladmin',
            (ConvertTo-SecureString 'a-password' -AsPlainText -Force)
        CatalogPricingTier                = 'S1'
        VNetId                            =
            '/subscriptions/x/resourceGroups/n/providers/Microsoft.Network/virtualNetworks/v'
        Subnet                            = 's'
        PublicIP                          = '/1', '/2'
        DataFlowComputeType               = 'General'
        DataFlowCoreCount                 = 8
        DataFlowTimeToLive                = 10
        SetupScriptContainerSasUri        = 'https://store.blob.core.windows.net/setup?sig=x'
        ExpressCustomSetup                =
            @(@{ type = 'EnvironmentVariableSetup'; variableName = 'a'; variableValue = 'b' })
        Edition                           = 'Standard'
        LicenseType                       = 'BasePrice'
        DataProxyIntegrationRuntimeName   = 'ir-self'
        DataProxyStagingLinkedServiceName = 'store'
        DataProxyStagingPath              = 'p'
    }
    $ssis = Set-AzSynapseIntegrationRuntime @where -Name ir-ssis @packages
    $ssis | Add-Seen
    $ssis | Start-AzSynapseIntegrationRuntime -Force | Add-Seen
    foreach ($node in ($ssis | Get-AzSynapseIntegrationRuntime -Status).Nodes) {
        $ssis | Get-AzSynapseIntegrationRuntimeNode -Name $node.NodeId | Add-Seen
    }
    $ssis | Stop-AzSynapseIntegrationRuntime -Force -NoWait | Add-Seen
    # What no PUT makes.
    $shared = "/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/Microsoft.DataFactory/factories/" +
        "adf-x/integrationruntimes/ir-x"
    $linked = @{ type = 'SelfHosted'
        typeProperties = @{ linkedInfo = @{ authorizationType = 'RBAC'; resourceId = $shared
                credential = @{ type = 'CredentialReference'; referenceName = 'cred-1' } } } }
    $time = '2026-11-01T01:02:03Z'
    Set-Planted 'ir-linked' $linked @{
        name       = 'ir-linked'
        properties = @{
            type           = 'SelfHosted'
            state          = 'Online'
            typeProperties = @{
                links = @(@{ name = 'ir-l'; subscriptionId = 'x'; dataFactoryName = 'adf-l'
                    dataFactoryLocation = 'eastus'; createTime = $time })
                nodes = @()
            }
        }
    }
    Set-Planted 'ir-odd' @{ type = 'Airflow' }
    $failure = @{ time = $time; code = 'c'; parameters = @('p'); message = 'm' }
    $full = @{
        type                  = 'Managed'
        managedVirtualNetwork = @{ type = 'ManagedVirtualNetworkReference'; referenceName = 'default' }
        typeProperties        = @{
            interactiveQuery = @{ status = 'Enabled'; autoTerminationMinutes = 60 }
            ssisProperties   = @{
                edition       = 'Standard'
                credential    = @{ type = 'CredentialReference'; referenceName = 'cred-1' }
                packageStores = @(@{ name = 'store'
                        packageStoreLinkedService = @{ type = 'LinkedServiceReference'; referenceName = 'files' } })
            }
        }
    }
    Set-Planted 'ir-full' $full @{
        name       = 'ir-full'
        properties = @{
            type           = 'Managed'
            state          = 'Started'
            typeProperties = @{
                createTime    = $time
                nodes         = @(@{ nodeId = 'n'; status = 'Available'; errors = @($failure) })
                otherErrors   = @($failure)
                lastOperation = @{
                    type = 'Start'
                    startTime = $time
                    result = 'Failed'
                    errorCode = 'c'
                    parameters = @('p')
                    activityId = 'a'
                }
            }
        }
    }
    Get-AzSynapseIntegrationRuntime @where | Add-Seen
    Get-AzSynapseIntegrationRuntime @where | Where-Object Name -NE 'ir-odd' | Get-AzSynapseIntegrationRuntime -Status |
        Add-Seen
}

AfterAll { Stop-TestEmulator }

Describe 'The types of Synapse' {
    It 'show all that can be set' {
        $full = Get-AzSynapseIntegrationRuntime @where -Name ir-full
        $full.ManagedVirtualNetworkName | Should -BeExactly 'default'
        $full.CredentialName | Should -BeExactly 'cred-1'
        $full.PackageStore['store'] | Should -BeExactly 'files'
        $full.InteractiveAuthoring.Status | Should -BeExactly 'Enabled'
        (Get-AzSynapseIntegrationRuntime @where -Name ir-linked).CredentialName | Should -BeExactly 'cred-1'
    }

    It 'are all in the contract' -ForEach @(@{ Names = @($table.Keys) }) {
        $script:Seen.Keys | Where-Object { $Names -notcontains $_ } | Should -BeNullOrEmpty
    }

    It '<Short> is written as the contract has it' -ForEach $types {
        Get-TypeDifference -Name $Name -Contract $Contract | Should -BeNullOrEmpty
    }
}
