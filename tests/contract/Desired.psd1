# The parameters and output types of the cmdlets that read and write the users' files. They are all ours.
@{
    'Compare-AzIntegrationRuntime' = @{
        Ours = $true
        DefaultParameterSet = 'ByDataFactory'
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.Difference')
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
            Environment = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ErrorOnDifference = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Destructive Any')
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
                    ByInputObject = 'mandatory, named, by value'
                }
            }
            Mapping = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ParameterFile = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('TemplateParameterFile')
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Path = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('TemplateFile')
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'mandatory, 0, no pipeline'
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
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByDataFactory = 'optional, named, no pipeline'
                    ByWorkspace = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByResourceId = 'mandatory, named, no pipeline'
                }
            }
            TemplateParameterObject = @{
                Ours = $true
                Type = 'System.Collections.Hashtable'
                Aliases = @()
                Validation = @('not null')
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
                    ByWorkspace = 'mandatory, named, no pipeline'
                }
            }
        }
    }
    'Export-AzIntegrationRuntime' = @{
        Ours = $true
        DefaultParameterSet = 'ByDataFactory'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.ExportedFile')
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
            Environment = @{
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
                    ByInputObject = 'mandatory, named, by value'
                }
            }
            Mapping = @{
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
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
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
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByDataFactory = 'optional, named, no pipeline'
                    ByWorkspace = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByResourceId = 'mandatory, named, no pipeline'
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
    'Publish-AzIntegrationRuntime' = @{
        Ours = $true
        DefaultParameterSet = 'ByDataFactory'
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.PublishedRuntime')
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
            Environment = @{
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
                    ByInputObject = 'mandatory, named, by value'
                }
            }
            Mapping = @{
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
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ParameterFile = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('TemplateParameterFile')
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Path = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('TemplateFile')
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'mandatory, 0, no pipeline'
                }
            }
            Prune = @{
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
                    ByDataFactory = 'optional, named, no pipeline'
                    ByWorkspace = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByResourceId = 'mandatory, named, no pipeline'
                }
            }
            TemplateParameterObject = @{
                Ours = $true
                Type = 'System.Collections.Hashtable'
                Aliases = @()
                Validation = @('not null')
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
                    ByWorkspace = 'mandatory, named, no pipeline'
                }
            }
        }
    }
    'Test-AzIntegrationRuntimeDeployment' = @{
        Ours = $true
        DefaultParameterSet = 'ByResourceGroup'
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.DeploymentEffect')
        Parameters = @{
            Allow = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
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
                    ByDataFactory = 'mandatory, named, no pipeline'
                }
            }
            DeleteUnlisted = @{
                Ours = $true
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Environment = @{
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
                    ByInputObject = 'mandatory, named, by value'
                }
            }
            Mapping = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Mode = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Incremental Complete')
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
            ResourceGroupName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    ByResourceGroup = 'mandatory, named, no pipeline'
                    ByDataFactory = 'optional, named, no pipeline'
                    ByWorkspace = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByResourceId = 'mandatory, named, no pipeline'
                }
            }
            TemplateFile = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('Path')
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'mandatory, 0, no pipeline'
                }
            }
            TemplateParameterFile = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @('ParameterFile')
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            TemplateParameterObject = @{
                Ours = $true
                Type = 'System.Collections.Hashtable'
                Aliases = @()
                Validation = @('not null')
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
                    ByWorkspace = 'mandatory, named, no pipeline'
                }
            }
        }
    }
}
