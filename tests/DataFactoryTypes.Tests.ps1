# What the Data Factory cmdlets write, held against contract/types: type names, properties in order, types of the
# values.

BeforeDiscovery {
    $table = Import-PowerShellDataFile (Join-Path $PSScriptRoot 'contract/types/DataFactory.psd1')
    $types = foreach ($name in $table.Keys | Where-Object { -not $table[$_]['Made'] } | Sort-Object) {
        @{ Name = $name; Short = $name -replace '^.*\.'; Contract = $table[$name] }
    }
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    . $PSScriptRoot/types.ps1
    Start-TestEmulator

    function Set-Planted {
        # Puts a runtime or its status there as the service would have it when everything is set.
        param([string]$Name, [string]$Factory, $Properties, $Status)
        $body = @{
            runtimeId = "/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/Microsoft.DataFactory/" +
                "factories/$Factory/integrationRuntimes/$Name"
        }
        if ($null -ne $Properties) { $body['properties'] = $Properties }
        if ($null -ne $Status) { $body['status'] = $Status }
        $argument = @{
            Method               = 'PUT'
            Uri                  = $global:TestEmulator.Endpoint.TrimEnd('/') + '/emulator/runtimes'
            Body                 = ConvertTo-Json $body -Depth 12
            ContentType          = 'application/json'
            SkipCertificateCheck = $true
            NoProxy              = $true
        }
        $null = Invoke-RestMethod @argument
    }

    $prod = New-TestFactory 'adf-types'
    $user = New-TestFactory 'adf-user'
    $identities = New-Object 'System.Collections.Generic.Dictionary[string,object]'
    $identities[("/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/Microsoft.ManagedIdentity/" +
        "userAssignedIdentities/id-data")] = @{}
    $git = @{
        ResourceGroupName         = 'rg'
        Name                      = 'adf-types'
        Location                  = 'eastus'
        Tag                       = @{ team = 'data' }
        UserAssignedIdentity      = $identities
        GlobalParameterDefinition = @{ stage = @{ Type = 'String'; Value = 'production' } }
        HostName                  = 'https://github.com'
        AccountName               = 'contoso'
        RepositoryName            = 'factories'
        CollaborationBranch       = 'main'
        RootFolder                = '/'
        Force                     = $true
    }
    Set-AzDataFactoryV2 @git | Add-Seen
    $key = @{
        EncryptionVaultBaseUrl         = 'https://kv.vault.azure.net'
        EncryptionKeyName              = 'key'
        EncryptionUserAssignedIdentity = @($identities.Keys)[0]
        PublicNetworkAccess            = 'Disabled'
    }
    Update-AzDataFactoryV2 rg adf-types @key | Add-Seen
    Get-AzDataFactoryV2 | Add-Seen
    Get-AzDataFactoryV2 rg adf-user | Add-Seen
    Update-AzDataFactoryV2 rg adf-user -Tag @{ team = 'data' } | Add-Seen

    $definition = Join-Path $TestDrive 'lake.json'
    $properties = '{ "type": "AzureBlobStorage", "typeProperties": { "serviceEndpoint": "x" } }'
    Set-Content $definition "{ ""properties"": $properties }"
    Set-AzDataFactoryV2LinkedService rg adf-types lake $definition | Add-Seen
    Get-AzDataFactoryV2LinkedService rg adf-types | Add-Seen

    # A self-hosted runtime with two nodes, shared with the other factory.
    $shared = New-TestRuntime 'adf-types' 'ir-shared'
    $null = New-AzRoleAssignment -ObjectId $user.Identity.PrincipalId -RoleDefinitionName Contributor -Scope $shared.Id
    $linked = @{
        ResourceGroupName                  = 'rg'
        DataFactoryName                    = 'adf-user'
        Name                               = 'ir-linked'
        Type                               = 'SelfHosted'
        SharedIntegrationRuntimeResourceId = $shared.Id
        Description                        = 'Linked'
    }
    Set-AzDataFactoryV2IntegrationRuntime @linked | Add-Seen
    $key = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-types ir-shared
    $key | Add-Seen
    foreach ($node in 'node-1', 'node-2') {
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName $node
    }
    New-AzDataFactoryV2IntegrationRuntimeKey rg adf-types ir-shared -KeyName AuthKey2 -Force | Add-Seen
    Update-AzDataFactoryV2IntegrationRuntime rg adf-types ir-shared -AutoUpdate On -AutoUpdateDelayOffset '03:00:00' |
        Add-Seen
    Update-AzDataFactoryV2IntegrationRuntimeNode rg adf-types ir-shared -Name node-1 -ConcurrentJobsLimit 2 | Add-Seen
    Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-types ir-shared -Name node-1 -IpAddress | Add-Seen
    Get-AzDataFactoryV2IntegrationRuntimeMetric rg adf-types ir-shared | Add-Seen
    Add-Fault @{ method = 'POST'; path = '/ir-shared/monitoringData'
        body = '{"name":"ir-shared","nodes":[{"nodeName":"node-1","temperature":20}]}' }
    Get-AzDataFactoryV2IntegrationRuntimeMetric rg adf-types ir-shared | Add-Seen
    Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo rg adf-types ir-shared | Add-Seen
    New-AzDataFactoryV2IntegrationRuntimeLink rg adf-types ir-shared -LinkedIntegrationRuntimeName ir-other `
        -LinkedDataFactoryName adf-other -LinkedDataFactoryLocation westeurope | Add-Seen

    # An Azure-SSIS runtime, started, with what its catalog has.
    $credential = New-Object pscredential 'sqladmin', (ConvertTo-SecureString 'a-password' -AsPlainText -Force)
    $packages = @{
        ResourceGroupName      = 'rg'
        DataFactoryName        = 'adf-types'
        Name                   = 'ir-ssis'
        Type                   = 'Managed'
        Location               = 'eastus'
        NodeSize               = 'Standard_D4_v3'
        NodeCount              = 2
        CatalogServerEndpoint  = 'sql.database.windows.net'
        CatalogAdminCredential = $credential
    }
    Set-AzDataFactoryV2IntegrationRuntime @packages | Add-Seen
    Start-AzDataFactoryV2IntegrationRuntime rg adf-types ir-ssis -Force | Add-Seen
    Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata rg adf-types ir-ssis | Add-Seen
    Add-Fault @{ path = 'refreshObjectMetadata/operation'; times = 2
        body = '{"status":"Succeeded","name":"n","properties":"p","error":"e"}' }
    Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata rg adf-types ir-ssis | Add-Seen
    Clear-Fault
    Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata rg adf-types ir-ssis | Add-Seen
    Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint rg adf-types ir-ssis | Add-Seen
    foreach ($node in (Get-AzDataFactoryV2IntegrationRuntime rg adf-types ir-ssis -Status).Nodes) {
        Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-types ir-ssis -Name $node.NodeId | Add-Seen
    }
    Stop-AzDataFactoryV2IntegrationRuntime rg adf-types ir-ssis -Force -NoWait | Add-Seen

    # The rest of what a service can say.
    $reference = @{ type = 'LinkedServiceReference'; referenceName = 'staging' }
    $subnet = "/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet"
    $secret = @{ type = 'SecureString'; value = '**********' }
    $full = @{
        type           = 'Managed'
        description    = 'Everything at once'
        state          = 'Stopped'
        managedVirtualNetwork = @{ type = 'ManagedVirtualNetworkReference'; referenceName = 'default' }
        typeProperties = @{
            interactiveQuery  = @{ status = 'Enabled'; autoTerminationMinutes = 60 }
            computeProperties = @{
                location                               = 'eastus'
                nodeSize                               = 'Standard_D4_v3'
                numberOfNodes                          = 2
                maxParallelExecutionsPerNode           = 4
                dataFlowProperties                     = @{
                    computeType = 'General'
                    coreCount = 8
                    timeToLive = 10
                    cleanup = $false
                }
                vNetProperties                         = @{
                    vNetId    = $subnet
                    subnet    = 'default'
                    subnetId  = "$subnet/subnets/default"
                    publicIPs = @("$subnet/1", "$subnet/2")
                }
                copyComputeScaleProperties             = @{ dataIntegrationUnit = 16; timeToLive = 5 }
                pipelineExternalComputeScaleProperties = @{
                    timeToLive = 5
                    numberOfPipelineNodes = 2
                    numberOfExternalNodes = 3
                }
            }
            ssisProperties    = @{
                catalogInfo                  = @{
                    catalogServerEndpoint = 'sql.database.windows.net'
                    catalogAdminUserName  = 'sqladmin'
                    catalogAdminPassword  = $secret
                    catalogPricingTier    = 'S1'
                }
                licenseType                  = 'BasePrice'
                credential                   = @{ type = 'CredentialReference'; referenceName = 'cred-1' }
                packageStores                = @(@{ name = 'store'; packageStoreLinkedService = $reference })
                edition                      = 'Enterprise'
                customSetupScriptProperties  = @{
                    blobContainerUri = 'https://stdata.blob.core.windows.net/setup'
                    sasToken = $secret
                }
                dataProxyProperties          = @{
                    connectVia           = @{ type = 'IntegrationRuntimeReference'; referenceName = 'ir-shared' }
                    stagingLinkedService = $reference
                    path                 = 'stage'
                }
                expressCustomSetupProperties =
                    @(@{ type = 'AzPowerShellSetup'; typeProperties = @{ version = '11.0' } })
            }
        }
    }
    $machineError = @{
        time = '2026-01-02T03:04:05.1234567Z'
        code = 'NodeUnavailable'
        parameters = @('a')
        message = 'Gone.'
        severity = 'High'
    }
    Set-Planted -Name 'ir-full' -Factory 'adf-types' -Properties $full -Status @{
        name       = 'ir-full'
        properties = @{
            type            = 'Managed'
            dataFactoryName = 'adf-types'
            state           = 'Stopped'
            typeProperties  = @{
                createTime    = '2026-01-02T03:04:05.1234567Z'
                nodes         = @(@{
                    nodeId = 'tvm_1'
                    status = 'Unavailable'
                    errors = @($machineError)
                    since = 'yesterday'
                })
                otherErrors   = @($machineError)
                lastOperation = @{
                    type       = 'Start'
                    startTime  = '2026-01-02T03:04:05Z'
                    result     = 'Failed'
                    errorCode  = 'CustomSetupScriptFailure'
                    parameters = @('a')
                    activityId = '00000000-0000-0000-0000-000000000001'
                    progress   = 5
                }
            }
        }
    }
    Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-types ir-full -Name tvm_1 | Add-Seen

    $when = '2026-01-02T03:04:05.1234567Z'
    $node = @{
        nodeName            = 'node-1'
        machineName         = 'NODE-1'
        hostServiceUri      = 'https://node-1:8050/HostServiceRemote.svc/'
        status              = 'Online'
        capabilities        = @{ nodeEnabled = 'True' }
        versionStatus       = 'UpToDate'
        version             = '5.50.1.1'
        registerTime        = $when
        lastConnectTime     = $when
        expiryTime          = $when
        lastStartTime       = $when
        lastStopTime        = $when
        lastUpdateResult    = 'Succeed'
        lastStartUpdateTime = $when
        lastEndUpdateTime   = $when
        isActiveDispatcher  = $true
        concurrentJobsLimit = 2
        maxConcurrentJobs   = 20
        osType              = 1
    }
    $status = @{
        name       = 'ir-shared'
        properties = @{
            type            = 'SelfHosted'
            dataFactoryName = 'adf-types'
            state           = 'Online'
            typeProperties  = @{
                createTime                               = $when
                taskQueueId                              = '00000000-0000-0000-0000-000000000001'
                internalChannelEncryption                = 'NotSet'
                version                                  = '5.50.1.1'
                nodes                                    = @($node)
                scheduledUpdateDate                      = $when
                updateDelayOffset                        = 'PT3H'
                localTimeZoneOffset                      = 'PT8H'
                capabilities                             = @{ nodeEnabled = 'True' }
                serviceUrls                              = @('adf-types.eastus.datafactory.azure.net')
                autoUpdate                               = 'On'
                versionStatus                            = 'UpToDate'
                links                                    = @(@{
                        name                = 'ir-linked'
                        subscriptionId      = $script:SubscriptionId
                        dataFactoryName     = 'adf-user'
                        dataFactoryLocation = 'eastus'
                        createTime          = $when
                    })
                pushedVersion                            = '5.51.1.1'
                latestVersion                            = '5.51.1.1'
                autoUpdateETA                            = $when
                selfContainedInteractiveAuthoringEnabled = $true
            }
        }
    }
    $own = @{ type = 'SelfHosted'; description = 'Here'
        typeProperties = @{ selfContainedInteractiveAuthoringEnabled = $true } }
    Set-Planted -Name 'ir-here' -Factory 'adf-types' -Properties $own -Status $status
    $there = @{
        type           = 'SelfHosted'
        description    = 'There'
        typeProperties = @{
            linkedInfo                               = @{
                authorizationType = 'RBAC'
                resourceId        = $shared.Id
                credential        = @{ type = 'CredentialReference'; referenceName = 'cred-1' }
            }
            selfContainedInteractiveAuthoringEnabled = $true
        }
    }
    Set-Planted -Name 'ir-there' -Factory 'adf-user' -Properties $there -Status $status
    Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-types ir-here -Name node-1 | Add-Seen
    Set-Planted -Name 'ir-flow' -Factory 'adf-types' -Properties @{
        type           = 'Airflow'
        description    = 'New'
        state          = 'Idle'
        typeProperties = @{ environment = 'x'; version = '2.4' }
    }

    foreach ($factory in 'adf-types', 'adf-user') {
        Get-AzDataFactoryV2IntegrationRuntime rg $factory | Add-Seen
        foreach ($runtime in Get-AzDataFactoryV2IntegrationRuntime rg $factory | Where-Object Name -NE 'ir-flow') {
            Get-AzDataFactoryV2IntegrationRuntime rg $factory $runtime.Name | Add-Seen
            Get-AzDataFactoryV2IntegrationRuntime rg $factory $runtime.Name -Status | Add-Seen
        }
    }
    Get-AzDataFactoryV2IntegrationRuntime rg adf-types ir-flow | Add-Seen
}

AfterAll { Stop-TestEmulator }

Describe 'The types of Data Factory' {
    It 'show all that can be set' {
        $full = Get-AzDataFactoryV2IntegrationRuntime rg adf-types ir-full
        $full.ManagedVirtualNetworkName | Should -BeExactly 'default'
        $full.CredentialName | Should -BeExactly 'cred-1'
        $full.PackageStore['store'] | Should -BeExactly 'staging'
        $full.InteractiveAuthoring.Status | Should -BeExactly 'Enabled'
        $full.InteractiveAuthoring.AutoTerminationMinutes | Should -Be 60
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-user ir-there).CredentialName | Should -BeExactly 'cred-1'
        $list = $full | Format-List | Out-String -Width 200
        $texts = 'ManagedVirtualNetworkName +: default', 'CredentialName +: cred-1', 'PackageStore +: {.*store'
        foreach ($text in $texts) {
            $list | Should -Match $text
        }
        $factory = Get-AzDataFactoryV2 rg adf-types
        $factory.PublicNetworkAccess | Should -BeExactly 'Disabled'
        $factory.Encryption.keyName | Should -BeExactly 'key'
    }

    It 'are all in the contract' -ForEach @(@{ Names = @($table.Keys) }) {
        # The tests of Get-AzIntegrationRuntimeShare read that class.
        $Names += 'AzIntegrationRuntime.Share'
        $script:Seen.Keys | Where-Object { $Names -notcontains $_ } | Should -BeNullOrEmpty
    }

    It '<Short> is written as the contract has it' -ForEach $types {
        Get-TypeDifference -Name $Name -Contract $Contract -Filled | Should -BeNullOrEmpty
    }
}
