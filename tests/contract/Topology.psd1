# The parameters and output types of the cmdlets that draw a fleet. They are all ours.
@{
    'Export-AzIntegrationRuntimeTopology' = @{
        Ours = $true
        DefaultParameterSet = 'BySelection'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('System.Void')
        Parameters = @{
            Detail = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Node IntegrationRuntime Broken Resource ResourceGroup')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            FromSnapshot = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    BySnapshot = 'mandatory, named, no pipeline'
                }
            }
            Location = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'location'
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            ManagementGroup = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Path = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'mandatory, 0, no pipeline'
                }
            }
            Query = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Service = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('set DataFactory Synapse Purview')
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Subscription = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Tag = @{
                Ours = $true
                Type = 'System.Collections.Hashtable'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Type = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('set SelfHosted Linked Azure AzureDefault AzureSsis')
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Show-AzIntegrationRuntimeTopology' = @{
        Ours = $true
        DefaultParameterSet = 'BySelection'
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @('System.Void')
        Parameters = @{
            Detail = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Node IntegrationRuntime Broken Resource ResourceGroup')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            FromSnapshot = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    BySnapshot = 'mandatory, named, no pipeline'
                }
            }
            Location = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'location'
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            ManagementGroup = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Query = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Service = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('set DataFactory Synapse Purview')
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Subscription = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Tag = @{
                Ours = $true
                Type = 'System.Collections.Hashtable'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Type = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('set SelfHosted Linked Azure AzureDefault AzureSsis')
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
        }
    }
}
