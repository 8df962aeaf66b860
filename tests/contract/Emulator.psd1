# The parameters and output types of the cmdlets for the emulator, which upstream has not.
# A set reads: mandatory or optional, position, pipeline.
@{
    'Start-AzIntegrationRuntimeEmulator' = @{
        Ours = $true
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.Emulator')
        Parameters = @{
            LatencyMilliseconds = @{
                Ours = $true
                Type = 'System.Int32'
                Aliases = @()
                Validation = @('range 0 60000')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Port = @{
                Ours = $true
                Type = 'System.Int32'
                Aliases = @()
                Validation = @('range 0 65535')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            StatePath = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            SubscriptionName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            TrafficPath = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Stop-AzIntegrationRuntimeEmulator' = @{
        Ours = $true
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        OutputType = @()
        Parameters = @{
        }
    }
    'Register-AzIntegrationRuntimeEmulatorNode' = @{
        Ours = $true
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.EmulatorNode')
        Parameters = @{
            AuthKey = @{
                Ours = $true
                Type = 'System.Object'
                Aliases = @('AuthKey1')
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'mandatory, 0, by property name'
                }
            }
            NodeName = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, 1, no pipeline'
                }
            }
            Version = @{
                Ours = $true
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Get-AzIntegrationRuntimeEmulator' = @{
        Ours = $true
        DefaultParameterSet = ''
        SupportsShouldProcess = $false
        OutputType = @()
        OurOutputType = @('AzIntegrationRuntime.Emulator')
        Parameters = @{}
    }
}
