# The parameters and output types of the Purview cmdlets, which upstream has not: Az.Purview has Get-AzPurviewAccount
# only, of another make. Selectors and sets are those of the Synapse family. A set reads: mandatory or optional,
# position, pipeline.
@{
    'Get-AzPurviewAccount' = @{
        Ours = $true
        DefaultParameterSet = 'GetByNameParameterSet'
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.Purview.Account')
        Parameters = @{
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('AccountName')
                Validation = @('not null or empty')
                Completer = 'account'
                Sets = @{
                    GetByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    GetByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'accountid'
                Sets = @{
                    GetByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
        }
    }
    'Get-AzPurviewIntegrationRuntime' = @{
        Ours = $true
        DefaultParameterSet = 'GetByNameParameterSet'
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @(
            'AzIntegrationRuntime.Purview.IntegrationRuntime'
            'AzIntegrationRuntime.Purview.ManagedIntegrationRuntime'
            'AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntime'
        )
        Parameters = @{
            AccountName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'account'
                Sets = @{
                    GetByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            AccountObject = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.Purview.Account'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    GetByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
            InputObject = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.Purview.IntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    GetByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'purviewruntime'
                Sets = @{
                    GetByNameParameterSet = 'optional, named, no pipeline'
                    GetByParentObjectParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    GetByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'purviewruntimeid'
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
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Set-AzPurviewIntegrationRuntime' = @{
        Ours = $true
        DefaultParameterSet = 'SetByNameParameterSet'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.Purview.IntegrationRuntime')
        Parameters = @{
            AccountName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'account'
                Sets = @{
                    SetByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            AccountObject = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.Purview.Account'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    SetByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Description = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Force = @{
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
                Type = 'AzIntegrationRuntime.Purview.IntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    SetByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Location = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'location'
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ManagedVirtualNetworkName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'defaultv2'
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'purviewruntime'
                Sets = @{
                    SetByNameParameterSet = 'mandatory, named, no pipeline'
                    SetByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    SetByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'purviewruntimeid'
                Sets = @{
                    SetByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            Type = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('Kind')
                Validation = @('set Managed SelfHosted')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Remove-AzPurviewIntegrationRuntime' = @{
        Ours = $true
        DefaultParameterSet = 'RemoveByNameParameterSet'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('System.Void')
        Parameters = @{
            AccountName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'account'
                Sets = @{
                    RemoveByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            AccountObject = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.Purview.Account'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    RemoveByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Force = @{
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
                Type = 'AzIntegrationRuntime.Purview.IntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    RemoveByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'purviewruntime'
                Sets = @{
                    RemoveByNameParameterSet = 'mandatory, named, no pipeline'
                    RemoveByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    RemoveByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'purviewruntimeid'
                Sets = @{
                    RemoveByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
        }
    }
    'Get-AzPurviewIntegrationRuntimeKey' = @{
        Ours = $true
        DefaultParameterSet = 'GetByNameParameterSet'
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.Purview.IntegrationRuntimeKeys')
        Parameters = @{
            AccountName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'account'
                Sets = @{
                    GetByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            AccountObject = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.Purview.Account'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    GetByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
            InputObject = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.Purview.IntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    GetByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'purviewruntime'
                Sets = @{
                    GetByNameParameterSet = 'mandatory, named, no pipeline'
                    GetByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    GetByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'purviewruntimeid'
                Sets = @{
                    GetByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
        }
    }
    'New-AzPurviewIntegrationRuntimeKey' = @{
        Ours = $true
        DefaultParameterSet = 'NewByNameParameterSet'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.Purview.IntegrationRuntimeKeys')
        Parameters = @{
            AccountName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'account'
                Sets = @{
                    NewByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            AccountObject = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.Purview.Account'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    NewByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Force = @{
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
                Type = 'AzIntegrationRuntime.Purview.IntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    NewByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            KeyName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('set AuthKey1 AuthKey2')
                Sets = @{
                    __AllParameterSets = 'mandatory, named, no pipeline'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'purviewruntime'
                Sets = @{
                    NewByNameParameterSet = 'mandatory, named, no pipeline'
                    NewByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    NewByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'purviewruntimeid'
                Sets = @{
                    NewByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
        }
    }
    'Enable-AzPurviewIntegrationRuntimeInteractiveAuthoring' = @{
        Ours = $true
        DefaultParameterSet = 'EnableByNameParameterSet'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.Purview.ManagedIntegrationRuntimeStatus')
        Parameters = @{
            AccountName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'account'
                Sets = @{
                    EnableByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            AccountObject = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.Purview.Account'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    EnableByParentObjectParameterSet = 'mandatory, named, by value'
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
            InputObject = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.Purview.IntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    EnableByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'purviewruntime'
                Sets = @{
                    EnableByNameParameterSet = 'mandatory, named, no pipeline'
                    EnableByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    EnableByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'purviewruntimeid'
                Sets = @{
                    EnableByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
        }
    }
    'Disable-AzPurviewIntegrationRuntimeInteractiveAuthoring' = @{
        Ours = $true
        DefaultParameterSet = 'DisableByNameParameterSet'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.Purview.ManagedIntegrationRuntimeStatus')
        Parameters = @{
            AccountName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'account'
                Sets = @{
                    DisableByNameParameterSet = 'mandatory, named, no pipeline'
                }
            }
            AccountObject = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.Purview.Account'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    DisableByParentObjectParameterSet = 'mandatory, named, by value'
                }
            }
            InputObject = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.Purview.IntegrationRuntime'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    DisableByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('IntegrationRuntimeName')
                Validation = @('not null or empty')
                Completer = 'purviewruntime'
                Sets = @{
                    DisableByNameParameterSet = 'mandatory, named, no pipeline'
                    DisableByParentObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    DisableByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'purviewruntimeid'
                Sets = @{
                    DisableByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
        }
    }
}
