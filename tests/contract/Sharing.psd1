# The parameters and output types of the cmdlets for shares of integration runtimes. They are all ours.
@{
    'Get-AzIntegrationRuntimeShare' = @{
        Ours = $true
        DefaultParameterSet = 'ByFleet'
        SupportsShouldProcess = $false
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
                    ByDataFactory = 'mandatory, named, no pipeline'
                }
            }
            InputObject = @{
                Ours = $true
                Type = 'System.Management.Automation.PSObject'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByInputObject = 'mandatory, 0, by value'
                }
            }
            IntegrationRuntimeName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'runtime'
                Sets = @{
                    ByDataFactory = 'optional, named, no pipeline'
                }
            }
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByDataFactory = 'optional, named, no pipeline'
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
            Subscription = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByFleet = 'optional, named, no pipeline'
                }
            }
        }
    }
    'New-AzIntegrationRuntimeShare' = @{
        Ours = $true
        DefaultParameterSet = 'ByInputObject'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.Share')
        Parameters = @{
            CredentialName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
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
                Type = 'System.Management.Automation.PSObject'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByInputObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
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
            RoleDefinitionName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Rollback = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            TimeoutSeconds = @{
                Ours = $true
                Type = 'System.Int32'
                Aliases = @()
                Validation = @('range 0 7200')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            With = @{
                Ours = $true
                Type = 'System.Management.Automation.PSObject[]'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    __AllParameterSets = 'mandatory, 1, no pipeline'
                }
            }
        }
    }
    'Remove-AzIntegrationRuntimeShare' = @{
        Ours = $true
        DefaultParameterSet = 'ByInputObject'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.Share')
        Parameters = @{
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
                Type = 'System.Management.Automation.PSObject'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ByInputObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            PassThru = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
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
            With = @{
                Ours = $true
                Type = 'System.Management.Automation.PSObject[]'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    __AllParameterSets = 'optional, 1, no pipeline'
                }
            }
        }
    }
    'Repair-AzIntegrationRuntimeShare' = @{
        Ours = $true
        DefaultParameterSet = 'ByInputObject'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.Share')
        Parameters = @{
            CredentialName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
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
                    ByInputObject = 'mandatory, 0, by value'
                }
            }
            Name = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
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
            RoleDefinitionName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            TimeoutSeconds = @{
                Ours = $true
                Type = 'System.Int32'
                Aliases = @()
                Validation = @('range 0 7200')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            With = @{
                Ours = $true
                Type = 'System.Management.Automation.PSObject[]'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    __AllParameterSets = 'optional, 1, no pipeline'
                }
            }
        }
    }
}
