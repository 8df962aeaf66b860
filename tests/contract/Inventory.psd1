# The parameters and output types of the cmdlets that belong to no service. They are all ours.
@{
    'ConvertTo-AzIntegrationRuntimeReference' = @{
        Ours = $true
        DefaultParameterSet = ''
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @('System.Management.Automation.PSCustomObject')
        Parameters = @{
            InputObject = @{
                Ours = $true
                Type = 'System.Management.Automation.PSObject'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    __AllParameterSets = 'mandatory, 0, by value'
                }
            }
        }
    }
    'Get-AzIntegrationRuntime' = @{
        Ours = $true
        DefaultParameterSet = 'BySelection'
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @(
            'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime'
            'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime'
            'AzIntegrationRuntime.Purview.IntegrationRuntime'
        )
        Parameters = @{
            AccountName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'account'
                Sets = @{
                    ByAccount = 'mandatory, named, no pipeline'
                }
            }
            DataFactoryName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByDataFactory = 'mandatory, named, no pipeline'
                }
            }
            InputObject = @{
                Ours = $true
                Type = 'System.Management.Automation.PSObject'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByInputObject = 'mandatory, named, by value'
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
                    __AllParameterSets = 'optional, named, no pipeline'
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
                    ByAccount = 'optional, named, no pipeline'
                    ByDataFactory = 'optional, named, no pipeline'
                    BySelection = 'optional, named, no pipeline'
                    ByWorkspace = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Sets = @{
                    ByResourceId = 'mandatory, named, by property name'
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
            Status = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
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
            WorkspaceName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    ByWorkspace = 'mandatory, named, no pipeline'
                }
            }
        }
    }
    'Get-AzIntegrationRuntimeNode' = @{
        Ours = $true
        DefaultParameterSet = 'BySelection'
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.FleetNode')
        Parameters = @{
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
    'Enable-AzIntegrationRuntimeCompatibility' = @{
        Ours = $true
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.CompatibilityModule')
        Parameters = @{
            Scope = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Process CurrentUser')
                Sets = @{
                    __AllParameterSets = 'optional, 0, no pipeline'
                }
            }
        }
    }
    'Disable-AzIntegrationRuntimeCompatibility' = @{
        Ours = $true
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.CompatibilityModule')
        Parameters = @{
            Scope = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Process CurrentUser')
                Sets = @{
                    __AllParameterSets = 'optional, 0, no pipeline'
                }
            }
        }
    }
    'Set-AzIntegrationRuntimeDefault' = @{
        Ours = $true
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.ParentDefault')
        Parameters = @{
            AccountName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'account'
                Sets = @{
                    __AllParameterSets = 'optional, named, by property name'
                }
            }
            AccountObject = @{
                Ours = $true
                Type = 'AzIntegrationRuntime.Purview.Account'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    __AllParameterSets = 'optional, named, by value'
                }
            }
            DataFactoryName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    __AllParameterSets = 'optional, 1, by property name'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    __AllParameterSets = 'optional, 0, by property name'
                }
            }
            Scope = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Session Folder')
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
                    __AllParameterSets = 'optional, named, by property name'
                }
            }
            WorkspaceObject = @{
                Ours = $true
                Type = 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    __AllParameterSets = 'optional, named, by value'
                }
            }
        }
    }
    'Get-AzIntegrationRuntimeDefault' = @{
        Ours = $true
        DefaultParameterSet = ''
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.ParentDefault')
        Parameters = @{}
    }
    'Clear-AzIntegrationRuntimeDefault' = @{
        Ours = $true
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @()
        Parameters = @{
            Scope = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Session Folder')
                Sets = @{
                    __AllParameterSets = 'optional, 0, no pipeline'
                }
            }
        }
    }
    'Test-AzIntegrationRuntimeFleet' = @{
        Ours = $true
        DefaultParameterSet = 'BySelection'
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @(
            'AzIntegrationRuntime.FleetFinding'
            'AzIntegrationRuntime.FleetChange'
            'AzIntegrationRuntime.FleetVerdict'
        )
        Parameters = @{
            Subscription = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
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
            Tag = @{
                Ours = $true
                Type = 'System.Collections.Hashtable'
                Aliases = @()
                Validation = @('not null')
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
            Type = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('set SelfHosted Linked Azure AzureDefault AzureSsis')
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
            FromSnapshot = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    BySnapshot = 'mandatory, named, no pipeline'
                }
            }
            Snapshot = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Resume = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Metric = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    BySelection = 'optional, named, no pipeline'
                }
            }
            Baseline = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ExpiresWithin = @{
                Ours = $true
                Type = 'System.Object'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            OfflineLongerThan = @{
                Ours = $true
                Type = 'System.Object'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Skip = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Severity = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Information Warning Error')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            RulesFile = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            IncludeSilenced = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ReportPath = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Webhook = @{
                Ours = $true
                Type = 'System.Object'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            WebhookFormat = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Teams Json')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ErrorOnFinding = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Warning Error')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            AsVerdict = @{
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
}
