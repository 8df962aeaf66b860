# The parameters and output types of the check of what a node needs, which upstream has not. A set reads: mandatory or
# optional, position, pipeline.
@{
    'Test-AzIntegrationRuntimePrerequisite' = @{
        Ours = $true
        DefaultParameterSet = 'ByNameParameterSet'
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.PrerequisiteFinding')
        Parameters = @{
            For = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('set DataFactory Synapse Purview')
                Sets = @{
                    __AllParameterSets = 'mandatory, 0, no pipeline'
                }
            }
            Area = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('set Host Network')
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
                    ByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            DataFactoryName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'factory'
                Sets = @{
                    ByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            WorkspaceName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'workspace'
                Sets = @{
                    ByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            AccountName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'account'
                Sets = @{
                    ByNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByResourceIdParameterSet = 'mandatory, named, no pipeline'
                }
            }
            InputObject = @{
                Ours = $true
                Type = 'System.Management.Automation.PSObject'
                Aliases = @('AccountObject', 'WorkspaceObject')
                Validation = @('not null')
                Sets = @{
                    ByInputObjectParameterSet = 'mandatory, named, by value'
                }
            }
            IntegrationRuntimeName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            KeyVaultName = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Source = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            HostName = @{
                Ours = $true
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            PrivateEndpoint = @{
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
                Validation = @('range 1 300')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ErrorOnFailure = @{
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
