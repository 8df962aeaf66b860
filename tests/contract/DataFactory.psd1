# The parameters and output types of the Data Factory cmdlets.
# Written from the upstream cmdlets' documentation, not from the code. A set reads: mandatory or optional, position,
# pipeline. What upstream has not is marked Ours. OurType, OurSets and OurOutputType are what is here in place of it, or
# besides. Completer is the kind that the native library is asked for, or the words themselves; upstream completes
# groups, locations and factory ids.
@{
    'Get-AzDataFactoryV2IntegrationRuntime' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $false
        OutputType = @(
            'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
            'Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntime'
            'Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntime'
            'Microsoft.Azure.Commands.DataFactoryV2.Models.PSLinkedIntegrationRuntime'
        )
        Parameters = @{
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            IfNoneMatch = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, 2, by property name'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
            RuntimeNode = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.FleetNode'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByRuntimeNode = 'mandatory, named, by value'
                }
            }
            Status = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Set-AzDataFactoryV2IntegrationRuntime' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')
        Parameters = @{
            AuthKey = @{
                Type = 'System.Security.SecureString'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            CatalogAdminCredential = @{
                Type = 'System.Management.Automation.PSCredential'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            CatalogPricingTier = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            CatalogServerEndpoint = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            Clear = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @(
                    'set Description VirtualNetwork PublicIPs CustomSetup ExpressCustomSetup DataProxy PackageStore Credential ManagedVirtualNetwork'
                )
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            CredentialName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                    ByLinkedIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            DataFlowComputeType = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'General, MemoryOptimized, ComputeOptimized'
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            DataFlowCoreCount = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            DataFlowEnableQuickReuse = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            DataFlowTimeToLive = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            DataProxyIntegrationRuntimeName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            DataProxyStagingLinkedServiceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            DataProxyStagingPath = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            Description = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Edition = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Standard Enterprise')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            ExpressCustomSetup = @{
                Type = 'System.Collections.ArrayList'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            IfMatch = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                    ByLinkedIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            LicenseType = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('set LicenseIncluded BasePrice')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            Location = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'location'
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            ManagedVNetCopyComputeScaleDataIntegrationUnit = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            ManagedVNetCopyComputeScaleTimeToLive = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            ManagedVNetNumberOfExternalNodeCount = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            ManagedVNetNumberOfPipelineNodeCount = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            ManagedVNetPipelineExternalComputeScaleTimeToLive = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            ManagedVirtualNetworkName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            MaxParallelExecutionsPerNode = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                    ByLinkedIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            NodeCount = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            NodeSize = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            PackageStore = @{
                Ours = $true
                Type = 'System.Collections.Hashtable'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            Property = @{
                Ours = $true
                Type = 'System.Object'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            PublicIPs = @{
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                    ByLinkedIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByLinkedIntegrationRuntimeResourceId = 'mandatory, 0, by property name'
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
            SelfContainedInteractiveAuthoringEnabled = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            SetupScriptContainerSasUri = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            SharedIntegrationRuntimeResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByLinkedIntegrationRuntimeName = 'mandatory, named, no pipeline'
                    ByLinkedIntegrationRuntimeObject = 'mandatory, named, no pipeline'
                    ByLinkedIntegrationRuntimeResourceId = 'mandatory, named, no pipeline'
                }
            }
            Subnet = @{
                Type = 'System.String'
                Aliases = @('SubnetName')
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            SubnetId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            Type = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty', 'set Managed SelfHosted')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            VNetId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
            VNetInjectionMethod = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Standard Express')
                Sets = @{
                    ByIntegrationRuntimeName = 'optional, named, no pipeline'
                    ByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    ByResourceId = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Remove-AzDataFactoryV2IntegrationRuntime' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @('System.Void')
        Parameters = @{
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            LinkedDataFactoryName = @{
                Type = 'System.String'
                OurType = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
                OurSets = @{
                    __AllParameterSets = 'optional, named, by property name'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            RemoveLinks = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Update-AzDataFactoryV2IntegrationRuntime' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeStatus')
        Parameters = @{
            AutoUpdate = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty', 'set On Off')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            AutoUpdateDelayOffset = @{
                Type = 'System.Nullable[System.TimeSpan]'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Start-AzDataFactoryV2IntegrationRuntime' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntimeStatus')
        OurOutputType = @('AzIntegrationRuntime.Operation')
        Parameters = @{
            AsJob = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            NoWait = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Stop-AzDataFactoryV2IntegrationRuntime' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @('System.Void')
        OurOutputType = @('AzIntegrationRuntime.Operation')
        Parameters = @{
            AsJob = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            NoWait = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Wait-AzDataFactoryV2IntegrationRuntime' = @{
        Ours = $true
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')
        Parameters = @{
            AsJob = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            DataFactoryName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            InputObject = @{
                Ours = $true
                Type = 'System.Management.Automation.PSObject'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            Interval = @{
                Ours = $true
                Type = 'System.Int32'
                Aliases = @()
                Validation = @('range 1 2147483647')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
            State = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'Limited, NeedRegistration, Offline, Online, Started, Stopped'
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Timeout = @{
                Ours = $true
                Type = 'System.Int32'
                Aliases = @()
                Validation = @('range 1 2147483647')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Get-AzDataFactoryV2IntegrationRuntimeKey' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeKeys')
        Parameters = @{
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'New-AzDataFactoryV2IntegrationRuntimeKey' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeKeys')
        Parameters = @{
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            KeyName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('set AuthKey1 AuthKey2')
                Sets = @{
                    __AllParameterSets = 'mandatory, named, no pipeline'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Get-AzDataFactoryV2IntegrationRuntimeMetric' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeMetrics')
        Parameters = @{
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Get-AzDataFactoryV2IntegrationRuntimeNode' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $false
        OutputType = @(
            'Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntimeNode'
            'Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeNode'
        )
        Parameters = @{
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            IntegrationRuntimeName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            IpAddress = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'node'
                Sets = @{
                    __AllParameterSets = 'mandatory, named, no pipeline'
                }
                OurSets = @{
                    ByIntegrationRuntimeName = 'mandatory, named, no pipeline'
                    ByIntegrationRuntimeObject = 'mandatory, named, no pipeline'
                    ByResourceId = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
            RuntimeNode = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.FleetNode'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByRuntimeNode = 'mandatory, named, by value'
                }
            }
        }
    }
    'Update-AzDataFactoryV2IntegrationRuntimeNode' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeNode')
        Parameters = @{
            ConcurrentJobsLimit = @{
                Type = 'System.Int32'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'mandatory, named, no pipeline'
                }
            }
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            IntegrationRuntimeName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'node'
                Sets = @{
                    __AllParameterSets = 'mandatory, named, no pipeline'
                }
                OurSets = @{
                    ByIntegrationRuntimeName = 'mandatory, named, no pipeline'
                    ByIntegrationRuntimeObject = 'mandatory, named, no pipeline'
                    ByResourceId = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
            RuntimeNode = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.FleetNode'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByRuntimeNode = 'mandatory, named, by value'
                }
            }
        }
    }
    'Remove-AzDataFactoryV2IntegrationRuntimeNode' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @('System.Void')
        Parameters = @{
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            IntegrationRuntimeName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            NodeName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'node'
                Sets = @{
                    __AllParameterSets = 'mandatory, named, no pipeline'
                }
                OurSets = @{
                    ByIntegrationRuntimeName = 'mandatory, named, no pipeline'
                    ByIntegrationRuntimeObject = 'mandatory, named, no pipeline'
                    ByResourceId = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
            RuntimeNode = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.FleetNode'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByRuntimeNode = 'mandatory, named, by value'
                }
            }
        }
    }
    'Sync-AzDataFactoryV2IntegrationRuntimeCredential' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @('System.Void')
        Parameters = @{
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            IntegrationRuntimeName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
            RuntimeNode = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.FleetNode'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByRuntimeNode = 'mandatory, named, by value'
                }
            }
        }
    }
    'Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @('System.Void')
        Parameters = @{
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint' = @{
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $false
        OutputType = @(
            'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeOutboundNetworkDependenciesCategoryEndpoint'
        )
        Parameters = @{
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo' = @{
        Ours = $true
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.ConnectionInfo')
        Parameters = @{
            DataFactoryName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            InputObject = @{
                Ours = $true
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring' = @{
        Ours = $true
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @(
            'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
            'AzIntegrationRuntime.Operation'
        )
        Parameters = @{
            AsJob = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            AutoTerminationMinutes = @{
                Ours = $true
                Type = 'System.Int32'
                Aliases = @()
                Validation = @('range 1 2147483647')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            DataFactoryName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            InputObject = @{
                Ours = $true
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            NoWait = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Disable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring' = @{
        Ours = $true
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @(
            'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
            'AzIntegrationRuntime.Operation'
        )
        Parameters = @{
            AsJob = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            DataFactoryName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            InputObject = @{
                Ours = $true
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            NoWait = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata' = @{
        Ours = $true
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.ObjectMetadata')
        Parameters = @{
            DataFactoryName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            InputObject = @{
                Ours = $true
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            MetadataPath = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata' = @{
        Ours = $true
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.ObjectMetadataStatus', 'AzIntegrationRuntime.Operation')
        Parameters = @{
            AsJob = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            DataFactoryName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            InputObject = @{
                Ours = $true
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            NoWait = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'New-AzDataFactoryV2IntegrationRuntimeLink' = @{
        Ours = $true
        DefaultParameterSet = 'ByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.Share')
        Parameters = @{
            DataFactoryName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 1, by property name'
                }
            }
            InputObject = @{
                Ours = $true
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByIntegrationRuntimeObject = 'mandatory, 0, by value'
                }
            }
            LinkedDataFactoryLocation = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'location'
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            LinkedDataFactoryName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    __AllParameterSets = 'mandatory, named, no pipeline'
                }
            }
            LinkedIntegrationRuntimeName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'mandatory, named, no pipeline'
                }
            }
            LinkedSubscriptionId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 2, by property name'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByIntegrationRuntimeName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Get-AzDataFactoryV2' = @{
        DefaultParameterSet = 'BySubscriptionId'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory')
        Parameters = @{
            IfNoneMatch = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByFactoryName = 'optional, named, no pipeline'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('DataFactoryName')
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByFactoryName = 'optional, 1, by property name'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByFactoryName = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Set-AzDataFactoryV2' = @{
        DefaultParameterSet = 'ByFactoryName'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory')
        Parameters = @{
            AccountName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByFactoryNameFactoryRepoGitConfig = 'mandatory, named, no pipeline'
                    ByFactoryNameFactoryRepoVstsConfig = 'mandatory, named, no pipeline'
                    ByInputObjectFactoryRepoGitConfig = 'optional, named, no pipeline'
                    ByInputObjectFactoryRepoVstsConfig = 'optional, named, no pipeline'
                    ByResourceIdFactoryRepoGitConfig = 'mandatory, named, no pipeline'
                    ByResourceIdFactoryRepoVstsConfig = 'mandatory, named, no pipeline'
                }
            }
            CollaborationBranch = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByFactoryNameFactoryRepoGitConfig = 'mandatory, named, no pipeline'
                    ByFactoryNameFactoryRepoVstsConfig = 'mandatory, named, no pipeline'
                    ByInputObjectFactoryRepoGitConfig = 'optional, named, no pipeline'
                    ByInputObjectFactoryRepoVstsConfig = 'optional, named, no pipeline'
                    ByResourceIdFactoryRepoGitConfig = 'mandatory, named, no pipeline'
                    ByResourceIdFactoryRepoVstsConfig = 'mandatory, named, no pipeline'
                }
            }
            DisablePublish = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            EncryptionKeyName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            EncryptionKeyVersion = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            EncryptionUserAssignedIdentity = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            EncryptionVaultBaseUrl = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            GlobalParameterDefinition = @{
                Type = 'System.Collections.Generic.IDictionary[System.String,Microsoft.Azure.Management.DataFactory.Models.GlobalParameterSpecification]'
                OurType = 'System.Collections.IDictionary'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            HostName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByFactoryNameFactoryRepoGitConfig = 'mandatory, named, no pipeline'
                    ByInputObjectFactoryRepoGitConfig = 'mandatory, named, no pipeline'
                    ByResourceIdFactoryRepoGitConfig = 'mandatory, named, no pipeline'
                }
            }
            IdentityType = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            IfMatch = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByInputObject = 'mandatory, named, by value'
                    ByInputObjectFactoryRepoGitConfig = 'mandatory, named, by value'
                    ByInputObjectFactoryRepoVstsConfig = 'mandatory, named, by value'
                }
            }
            LastCommitId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByFactoryNameFactoryRepoGitConfig = 'optional, named, no pipeline'
                    ByFactoryNameFactoryRepoVstsConfig = 'optional, named, no pipeline'
                    ByInputObjectFactoryRepoGitConfig = 'optional, named, no pipeline'
                    ByInputObjectFactoryRepoVstsConfig = 'optional, named, no pipeline'
                    ByResourceIdFactoryRepoGitConfig = 'optional, named, no pipeline'
                    ByResourceIdFactoryRepoVstsConfig = 'optional, named, no pipeline'
                }
            }
            Location = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'location'
                Sets = @{
                    ByFactoryName = 'mandatory, 2, by property name'
                    ByFactoryNameFactoryRepoGitConfig = 'mandatory, 2, by property name'
                    ByFactoryNameFactoryRepoVstsConfig = 'mandatory, 2, by property name'
                    ByInputObject = 'optional, named, no pipeline'
                    ByInputObjectFactoryRepoGitConfig = 'optional, named, no pipeline'
                    ByInputObjectFactoryRepoVstsConfig = 'optional, named, no pipeline'
                    ByResourceId = 'mandatory, 1, by property name'
                    ByResourceIdFactoryRepoGitConfig = 'mandatory, 1, by property name'
                    ByResourceIdFactoryRepoVstsConfig = 'mandatory, 1, by property name'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('DataFactoryName')
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByFactoryName = 'mandatory, 1, by property name'
                    ByFactoryNameFactoryRepoGitConfig = 'mandatory, 1, by property name'
                    ByFactoryNameFactoryRepoVstsConfig = 'mandatory, 1, by property name'
                }
            }
            ProjectName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByFactoryNameFactoryRepoVstsConfig = 'mandatory, named, no pipeline'
                    ByInputObjectFactoryRepoVstsConfig = 'mandatory, named, no pipeline'
                    ByResourceIdFactoryRepoVstsConfig = 'mandatory, named, no pipeline'
                }
            }
            Property = @{
                Ours = $true
                Type = 'System.Object'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            PublicNetworkAccess = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            RepositoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByFactoryNameFactoryRepoGitConfig = 'mandatory, named, no pipeline'
                    ByFactoryNameFactoryRepoVstsConfig = 'mandatory, named, no pipeline'
                    ByInputObjectFactoryRepoGitConfig = 'optional, named, no pipeline'
                    ByInputObjectFactoryRepoVstsConfig = 'optional, named, no pipeline'
                    ByResourceIdFactoryRepoGitConfig = 'mandatory, named, no pipeline'
                    ByResourceIdFactoryRepoVstsConfig = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByFactoryName = 'mandatory, 0, by property name'
                    ByFactoryNameFactoryRepoGitConfig = 'mandatory, 0, by property name'
                    ByFactoryNameFactoryRepoVstsConfig = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id', 'DataFactoryId')
                Validation = @('not null or empty')
                Completer = 'factoryid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                    ByResourceIdFactoryRepoGitConfig = 'mandatory, 0, by property name'
                    ByResourceIdFactoryRepoVstsConfig = 'mandatory, 0, by property name'
                }
            }
            RootFolder = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByFactoryNameFactoryRepoGitConfig = 'mandatory, named, no pipeline'
                    ByFactoryNameFactoryRepoVstsConfig = 'mandatory, named, no pipeline'
                    ByInputObjectFactoryRepoGitConfig = 'optional, named, no pipeline'
                    ByInputObjectFactoryRepoVstsConfig = 'optional, named, no pipeline'
                    ByResourceIdFactoryRepoGitConfig = 'mandatory, named, no pipeline'
                    ByResourceIdFactoryRepoVstsConfig = 'mandatory, named, no pipeline'
                }
            }
            Tag = @{
                Type = 'System.Collections.Hashtable'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ByFactoryName = 'optional, 3, by property name'
                    ByFactoryNameFactoryRepoGitConfig = 'optional, 3, by property name'
                    ByFactoryNameFactoryRepoVstsConfig = 'optional, 3, by property name'
                    ByInputObject = 'optional, named, no pipeline'
                    ByInputObjectFactoryRepoGitConfig = 'optional, named, no pipeline'
                    ByInputObjectFactoryRepoVstsConfig = 'optional, named, no pipeline'
                    ByResourceId = 'optional, 2, by property name'
                    ByResourceIdFactoryRepoGitConfig = 'optional, 2, by property name'
                    ByResourceIdFactoryRepoVstsConfig = 'optional, 2, by property name'
                }
            }
            TenantId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByFactoryNameFactoryRepoVstsConfig = 'optional, named, no pipeline'
                    ByInputObjectFactoryRepoVstsConfig = 'optional, named, no pipeline'
                    ByResourceIdFactoryRepoVstsConfig = 'optional, named, no pipeline'
                }
            }
            UserAssignedIdentity = @{
                Type = 'System.Collections.Generic.IDictionary[System.String,System.Object]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Update-AzDataFactoryV2' = @{
        DefaultParameterSet = 'ByFactoryName'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory')
        Parameters = @{
            EncryptionKeyName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            EncryptionKeyVersion = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            EncryptionUserAssignedIdentity = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            EncryptionVaultBaseUrl = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            IdentityType = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByFactoryObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('DataFactoryName')
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByFactoryName = 'mandatory, 1, no pipeline'
                }
            }
            PublicNetworkAccess = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByFactoryName = 'mandatory, 0, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factoryid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
            Tag = @{
                Type = 'System.Collections.Hashtable'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            UserAssignedIdentity = @{
                Type = 'System.Collections.Generic.IDictionary[System.String,System.Object]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Remove-AzDataFactoryV2' = @{
        DefaultParameterSet = 'ByFactoryName'
        SupportsShouldProcess = $true
        OutputType = @('System.Void')
        Parameters = @{
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByFactoryObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('DataFactoryName')
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByFactoryName = 'mandatory, 1, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByFactoryName = 'mandatory, 0, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factoryid'
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Get-AzDataFactoryV2LinkedService' = @{
        DefaultParameterSet = 'ByFactoryName'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSLinkedService')
        Parameters = @{
            DataFactory = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByFactoryObject = 'mandatory, 0, by value'
                }
            }
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByFactoryName = 'mandatory, 1, by property name'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('LinkedServiceName')
                Validation = @('not null or empty')
                Completer = 'linkedservice'
                Sets = @{
                    ByFactoryName = 'optional, 2, by property name'
                    ByFactoryObject = 'optional, 1, by property name'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByFactoryName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Set-AzDataFactoryV2LinkedService' = @{
        DefaultParameterSet = 'ByFactoryName'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSLinkedService')
        Parameters = @{
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByFactoryName = 'mandatory, 1, by property name'
                }
            }
            DefinitionFile = @{
                Type = 'System.String'
                Aliases = @('File')
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'mandatory, 3, no pipeline'
                }
            }
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('LinkedServiceName')
                Validation = @('not null or empty')
                Completer = 'linkedservice'
                Sets = @{
                    ByFactoryName = 'mandatory, 2, by property name'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByFactoryName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
    'Remove-AzDataFactoryV2LinkedService' = @{
        DefaultParameterSet = 'ByFactoryName'
        SupportsShouldProcess = $true
        OutputType = @('System.Void')
        Parameters = @{
            DataFactoryName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByFactoryName = 'mandatory, 1, by property name'
                }
            }
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSLinkedService'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByInputObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('LinkedServiceName')
                Validation = @('not null or empty')
                Completer = 'linkedservice'
                Sets = @{
                    ByFactoryName = 'mandatory, 2, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByFactoryName = 'mandatory, 0, by property name'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByResourceId = 'mandatory, 0, by property name'
                }
            }
        }
    }
}
