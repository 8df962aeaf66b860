# The parameters and output types of the Synapse cmdlets.
# Written from the upstream cmdlets' documentation, not from the code. A set reads: mandatory or optional, position,
# pipeline. What upstream has not is marked Ours. OurType and OurOutputType are what is here in place of it, or besides.
# Completer is the kind that the native library is asked for, or the words themselves.
@{
    'Get-AzSynapseIntegrationRuntime' = @{
        DefaultParameterSet = 'GetByNameParameterSet'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')
        Parameters = @{
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
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    GetByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'synapseruntime'
                Sets = @{
                    GetByNameParameterSet = 'optional, named, no pipeline'
                    GetByParentObjectParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    GetByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    GetByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            RuntimeNode = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.FleetNode'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    GetByRuntimeNodeParameterSet = 'mandatory, named, by value'
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
            WorkspaceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    GetByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    GetByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
        }
    }
    'Set-AzSynapseIntegrationRuntime' = @{
        DefaultParameterSet = 'SetByIntegrationRuntimeName'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')
        Parameters = @{
            AuthKey = @{
                Type = 'System.Security.SecureString'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            CatalogAdminCredential = @{
                Type = 'System.Management.Automation.PSCredential'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            CatalogPricingTier = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            CatalogServerEndpoint = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            Clear = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @(
                    'set Description VirtualNetwork PublicIPs CustomSetup ExpressCustomSetup DataProxy ManagedVirtualNetwork'
                )
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            DataFlowComputeType = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'General, MemoryOptimized, ComputeOptimized'
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            DataFlowCoreCount = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            DataFlowTimeToLive = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            DataProxyIntegrationRuntimeName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntime'
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            DataProxyStagingLinkedServiceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            DataProxyStagingPath = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
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
                Validation = @('not null or empty', 'set Standard Enterprise')
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            ExpressCustomSetup = @{
                Type = 'System.Collections.ArrayList'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
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
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    SetByIntegrationRuntimeObject = 'mandatory, named, by value'
                    SetByLinkedIntegrationRuntimeObject = 'mandatory, named, by value'
                }
            }
            LicenseType = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty', 'set LicenseIncluded BasePrice')
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            Location = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'location'
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            ManagedVNetCopyComputeScaleDataIntegrationUnit = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            ManagedVNetCopyComputeScaleTimeToLive = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            ManagedVNetNumberOfExternalNodeCount = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            ManagedVNetNumberOfPipelineNodeCount = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            ManagedVNetPipelineExternalComputeScaleTimeToLive = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            ManagedVirtualNetworkName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            MaxParallelExecutionsPerNode = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'synapseruntime'
                Sets = @{
                    SetByIntegrationRuntimeName = 'mandatory, named, no pipeline'
                    SetByLinkedIntegrationRuntimeName = 'mandatory, named, no pipeline'
                    SetByLinkedIntegrationRuntimeParentObject = 'mandatory, named, no pipeline'
                    SetByParentObject = 'mandatory, named, no pipeline'
                }
            }
            NodeCount = @{
                Type = 'System.Nullable[System.Int32]'
                Aliases = @()
                Validation = @()
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            NodeSize = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
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
            PublicIP = @{
                Type = 'System.String[]'
                Aliases = @('PublicIPs')
                Validation = @('not null')
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByLinkedIntegrationRuntimeName = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    SetByLinkedIntegrationRuntimeResourceId = 'mandatory, named, no pipeline'
                    SetByResourceId = 'mandatory, named, no pipeline'
                }
            }
            SelfContainedInteractiveAuthoringEnabled = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            SetupScriptContainerSasUri = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            SharedIntegrationRuntimeResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'runtimeid'
                Sets = @{
                    SetByLinkedIntegrationRuntimeName = 'mandatory, named, no pipeline'
                    SetByLinkedIntegrationRuntimeObject = 'mandatory, named, no pipeline'
                    SetByLinkedIntegrationRuntimeParentObject = 'mandatory, named, no pipeline'
                    SetByLinkedIntegrationRuntimeResourceId = 'mandatory, named, no pipeline'
                }
            }
            Subnet = @{
                Type = 'System.String'
                Aliases = @('SubnetName')
                Validation = @('not null')
                Sets = @{
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
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
                    SetByIntegrationRuntimeName = 'optional, named, no pipeline'
                    SetByIntegrationRuntimeObject = 'optional, named, no pipeline'
                    SetByParentObject = 'optional, named, no pipeline'
                    SetByResourceId = 'optional, named, no pipeline'
                }
            }
            WorkspaceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    SetByIntegrationRuntimeName = 'mandatory, named, no pipeline'
                    SetByLinkedIntegrationRuntimeName = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    SetByLinkedIntegrationRuntimeParentObject = 'mandatory, named, by value'
                    SetByParentObject = 'mandatory, named, by value'
                }
            }
        }
    }
    'Remove-AzSynapseIntegrationRuntime' = @{
        DefaultParameterSet = 'RemoveByNameParameterSet'
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
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    RemoveByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'synapseruntime'
                Sets = @{
                    RemoveByNameParameterSet = 'mandatory, named, no pipeline'
                    RemoveByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    RemoveByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    RemoveByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    RemoveByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    RemoveByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
        }
    }
    'Start-AzSynapseIntegrationRuntime' = @{
        DefaultParameterSet = 'StartByNameParameterSet'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntimeStatus')
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
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    StartByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'synapseruntime'
                Sets = @{
                    StartByNameParameterSet = 'mandatory, named, no pipeline'
                    StartByParentObjectParameterSet = 'mandatory, named, no pipeline'
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
                    StartByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    StartByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    StartByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    StartByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
        }
    }
    'Stop-AzSynapseIntegrationRuntime' = @{
        DefaultParameterSet = 'StopByNameParameterSet'
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
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    StopByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'synapseruntime'
                Sets = @{
                    StopByNameParameterSet = 'mandatory, named, no pipeline'
                    StopByParentObjectParameterSet = 'mandatory, named, no pipeline'
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
                    StopByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    StopByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    StopByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    StopByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
        }
    }
    'Update-AzSynapseIntegrationRuntime' = @{
        DefaultParameterSet = 'UpdateByNameParameterSet'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntimeStatus')
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
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    UpdateByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            IntegrationRuntimeName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntime'
                Sets = @{
                    UpdateByNameParameterSet = 'mandatory, named, no pipeline'
                    UpdateByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    UpdateByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    UpdateByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    UpdateByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    UpdateByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
        }
    }
    'Get-AzSynapseIntegrationRuntimeKey' = @{
        DefaultParameterSet = 'GetByNameParameterSet'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeKeys')
        Parameters = @{
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    GetByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'synapseruntime'
                Sets = @{
                    GetByNameParameterSet = 'mandatory, named, no pipeline'
                    GetByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    GetByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    GetByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    GetByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    GetByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
        }
    }
    'New-AzSynapseIntegrationRuntimeKey' = @{
        DefaultParameterSet = 'NewByNameParameterSet'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeKeys')
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
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    NewByInputObjectParameterSet = 'mandatory, named, by value'
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
                Completer = 'synapseruntime'
                Sets = @{
                    NewByNameParameterSet = 'mandatory, named, no pipeline'
                    NewByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    NewByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    NewByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    NewByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    NewByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
        }
    }
    'Get-AzSynapseIntegrationRuntimeMetric' = @{
        DefaultParameterSet = 'GetByNameParameterSet'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeMetrics')
        Parameters = @{
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    GetByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'synapseruntime'
                Sets = @{
                    GetByNameParameterSet = 'mandatory, named, no pipeline'
                    GetByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    GetByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    GetByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    GetByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    GetByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
        }
    }
    'Get-AzSynapseIntegrationRuntimeNode' = @{
        DefaultParameterSet = 'GetByNameParameterSet'
        SupportsShouldProcess = $false
        OutputType = @(
            'Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntimeNode'
            'Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntimeNode'
        )
        Parameters = @{
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    GetByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            IntegrationRuntimeName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntime'
                Sets = @{
                    GetByNameParameterSet = 'mandatory, named, no pipeline'
                    GetByParentObjectParameterSet = 'mandatory, named, no pipeline'
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
                Completer = 'synapsenode'
                Sets = @{
                    __AllParameterSets = 'mandatory, named, no pipeline'
                }
                OurSets = @{
                    GetByInputObjectParameterSet = 'mandatory, named, no pipeline'
                    GetByNameParameterSet = 'mandatory, named, no pipeline'
                    GetByParentObjectParameterSet = 'mandatory, named, no pipeline'
                    GetByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    GetByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    GetByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            RuntimeNode = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.FleetNode'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    GetByRuntimeNodeParameterSet = 'mandatory, named, by value'
                }
            }
            WorkspaceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    GetByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    GetByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
        }
    }
    'Update-AzSynapseIntegrationRuntimeNode' = @{
        DefaultParameterSet = 'UpdateByNameParameterSet'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntimeStatus')
        Parameters = @{
            ConcurrentJobsLimit = @{
                Type = 'System.Int32'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'mandatory, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    UpdateByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            IntegrationRuntimeName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntime'
                Sets = @{
                    UpdateByNameParameterSet = 'mandatory, named, no pipeline'
                    UpdateByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapsenode'
                Sets = @{
                    __AllParameterSets = 'mandatory, named, no pipeline'
                }
                OurSets = @{
                    UpdateByInputObjectParameterSet = 'mandatory, named, no pipeline'
                    UpdateByNameParameterSet = 'mandatory, named, no pipeline'
                    UpdateByParentObjectParameterSet = 'mandatory, named, no pipeline'
                    UpdateByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    UpdateByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    UpdateByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            RuntimeNode = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.FleetNode'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    UpdateByRuntimeNodeParameterSet = 'mandatory, named, by value'
                }
            }
            WorkspaceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    UpdateByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    UpdateByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
        }
    }
    'Remove-AzSynapseIntegrationRuntimeNode' = @{
        DefaultParameterSet = 'RemoveByNameParameterSet'
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
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    RemoveByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            IntegrationRuntimeName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntime'
                Sets = @{
                    RemoveByNameParameterSet = 'mandatory, named, no pipeline'
                    RemoveByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            NodeName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapsenode'
                Sets = @{
                    __AllParameterSets = 'mandatory, named, by value'
                }
                OurSets = @{
                    RemoveByInputObjectParameterSet = 'mandatory, named, by value'
                    RemoveByNameParameterSet = 'mandatory, named, by value'
                    RemoveByParentObjectParameterSet = 'mandatory, named, by value'
                    RemoveByResourceIdParameterSet = 'mandatory, named, by value'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    RemoveByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    RemoveByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            RuntimeNode = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.FleetNode'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    RemoveByRuntimeNodeParameterSet = 'mandatory, named, by value'
                }
            }
            WorkspaceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    RemoveByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    RemoveByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
        }
    }
    'Sync-AzSynapseIntegrationRuntimeCredential' = @{
        DefaultParameterSet = 'StopByNameParameterSet'
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
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    StopByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            IntegrationRuntimeName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntime'
                Sets = @{
                    StopByNameParameterSet = 'mandatory, named, no pipeline'
                    StopByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    StopByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    StopByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    StopByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    StopByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
        }
    }
    'Invoke-AzSynapseIntegrationRuntimeUpgrade' = @{
        DefaultParameterSet = 'InvokeByNameParameterSet'
        SupportsShouldProcess = $true
        OutputType = @('System.Void')
        Parameters = @{
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    InvokeByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'synapseruntime'
                Sets = @{
                    InvokeByNameParameterSet = 'mandatory, named, no pipeline'
                    InvokeByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    InvokeByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    InvokeByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    InvokeByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    InvokeByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
        }
    }
    'Get-AzSynapseWorkspace' = @{
        DefaultParameterSet = 'GetByNameParameterSet'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace')
        Parameters = @{
            Name = @{
                Type = 'System.String'
                Aliases = @('WorkspaceName')
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    GetByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    GetByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspaceid'
                Sets = @{
                    GetByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
        }
    }
    'Wait-AzSynapseIntegrationRuntime' = @{
        Ours = $true
        DefaultParameterSet = 'WaitByNameParameterSet'
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')
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
            InputObject = @{
                Ours = $true
                Type = 'System.Management.Automation.PSObject'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    WaitByInputObjectParameterSet = 'mandatory, named, by value'
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
                Completer = 'synapseruntime'
                Sets = @{
                    WaitByNameParameterSet = 'mandatory, named, no pipeline'
                    WaitByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    WaitByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'synapseruntimeid'
                Sets = @{
                    WaitByResourceIdParameterSet = 'mandatory, named, no pipeline'
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
            WorkspaceName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    WaitByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            WorkspaceObject = @{
                Ours = $true
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    WaitByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
        }
    }
}
