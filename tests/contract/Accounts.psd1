# The parameters and output types of the cmdlets of Az.Accounts.
# Written from the upstream cmdlets' documentation, not from the code. A set reads: mandatory or optional, position, pipeline. Types that exist
# only in Az are objects here (OurType), with the Az type as PSTypeName where ours is PSObject.
@{
    'Connect-AzAccount' = @{
        DefaultParameterSet = 'UserWithSubscriptionId'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureProfile')
        Parameters = @{
            AccessToken = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    AccessTokenWithSubscriptionId = 'mandatory, named, no pipeline'
                }
            }
            AccountId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    AccessTokenWithSubscriptionId = 'mandatory, named, no pipeline'
                    ManagedServiceLogin = 'optional, named, no pipeline'
                    UserWithSubscriptionId = 'optional, named, no pipeline'
                }
            }
            ApplicationId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ClientAssertionParameterSet = 'mandatory, named, no pipeline'
                    ServicePrincipalCertificateFileWithSubscriptionId = 'mandatory, named, no pipeline'
                    ServicePrincipalCertificateWithSubscriptionId = 'mandatory, named, no pipeline'
                }
            }
            AuthScope = @{
                Type = 'System.String'
                Aliases = @('AuthScopeTypeName')
                Validation = @()
                Completer = 'AadGraph, AnalysisServices, Attestation, Batch, DataLake, KeyVault, ManagedHsm, OperationalInsights, Storage, Synapse'
                Sets = @{
                    ManagedServiceLogin = 'optional, named, no pipeline'
                    ServicePrincipalCertificateWithSubscriptionId = 'optional, named, no pipeline'
                    ServicePrincipalWithSubscriptionId = 'optional, named, no pipeline'
                    UserWithCredential = 'optional, named, no pipeline'
                    UserWithSubscriptionId = 'optional, named, no pipeline'
                }
            }
            CertificatePassword = @{
                Type = 'System.Security.SecureString'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ServicePrincipalCertificateFileWithSubscriptionId = 'optional, named, no pipeline'
                }
            }
            CertificatePath = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ServicePrincipalCertificateFileWithSubscriptionId = 'mandatory, named, no pipeline'
                }
            }
            CertificateThumbprint = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ServicePrincipalCertificateWithSubscriptionId = 'mandatory, named, no pipeline'
                }
            }
            ClaimsChallenge = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    UserWithSubscriptionId = 'optional, named, no pipeline'
                }
            }
            ContextName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Credential = @{
                Type = 'System.Management.Automation.PSCredential'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ServicePrincipalWithSubscriptionId = 'mandatory, named, no pipeline'
                    UserWithCredential = 'mandatory, named, no pipeline'
                }
            }
            Environment = @{
                Type = 'System.String'
                Aliases = @('EnvironmentName')
                Validation = @('not null or empty')
                Completer = 'AzureCloud, AzureChinaCloud, AzureUSGovernment'
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            FederatedToken = @{
                Type = 'System.String'
                Aliases = @('ClientAssertion')
                Validation = @('not null or empty')
                Sets = @{
                    ClientAssertionParameterSet = 'mandatory, named, no pipeline'
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
            GraphAccessToken = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    AccessTokenWithSubscriptionId = 'optional, named, no pipeline'
                }
            }
            Identity = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @('MSI', 'ManagedService')
                Validation = @()
                Sets = @{
                    ManagedServiceLogin = 'mandatory, named, no pipeline'
                }
            }
            KeyVaultAccessToken = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    AccessTokenWithSubscriptionId = 'optional, named, no pipeline'
                }
            }
            MaxContextPopulation = @{
                Type = 'System.Int32'
                Aliases = @()
                Validation = @('range -1 2147483647')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            MicrosoftGraphAccessToken = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    AccessTokenWithSubscriptionId = 'optional, named, no pipeline'
                }
            }
            Scope = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Process CurrentUser')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            SendCertificateChain = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ServicePrincipalCertificateFileWithSubscriptionId = 'optional, named, no pipeline'
                    ServicePrincipalCertificateWithSubscriptionId = 'optional, named, no pipeline'
                }
            }
            ServicePrincipal = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ClientAssertionParameterSet = 'optional, named, no pipeline'
                    ServicePrincipalCertificateFileWithSubscriptionId = 'optional, named, no pipeline'
                    ServicePrincipalCertificateWithSubscriptionId = 'optional, named, no pipeline'
                    ServicePrincipalWithSubscriptionId = 'mandatory, named, no pipeline'
                }
            }
            SkipContextPopulation = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            SkipValidation = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    AccessTokenWithSubscriptionId = 'optional, named, no pipeline'
                }
            }
            Subscription = @{
                Type = 'System.String'
                Aliases = @('SubscriptionName', 'SubscriptionId')
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, by value'
                }
            }
            Tenant = @{
                Type = 'System.String'
                Aliases = @('Domain', 'TenantId')
                Validation = @('not null or empty')
                Sets = @{
                    AccessTokenWithSubscriptionId = 'optional, named, no pipeline'
                    ClientAssertionParameterSet = 'mandatory, named, no pipeline'
                    ManagedServiceLogin = 'optional, named, no pipeline'
                    ServicePrincipalCertificateFileWithSubscriptionId = 'mandatory, named, no pipeline'
                    ServicePrincipalCertificateWithSubscriptionId = 'mandatory, named, no pipeline'
                    ServicePrincipalWithSubscriptionId = 'mandatory, named, no pipeline'
                    UserWithCredential = 'optional, named, no pipeline'
                    UserWithSubscriptionId = 'optional, named, no pipeline'
                }
            }
            UseDeviceAuthentication = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @('DeviceCode', 'DeviceAuth', 'Device')
                Validation = @()
                Sets = @{
                    UserWithSubscriptionId = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Disconnect-AzAccount' = @{
        DefaultParameterSet = 'ContextName'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.PSAzureRmAccount')
        Parameters = @{
            ApplicationId = @{
                Type = 'System.String'
                Aliases = @('SPN', 'ServicePrincipal')
                Validation = @('not null or empty')
                Sets = @{
                    ServicePrincipal = 'mandatory, named, no pipeline'
                }
            }
            AzureContext = @{
                Type = 'Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext'
                OurType = 'System.Management.Automation.PSObject'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    ContextObject = 'mandatory, 0, by value'
                }
            }
            ContextName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ContextName = 'optional, named, no pipeline'
                }
            }
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.Profile.Models.PSAzureRmAccount'
                OurType = 'System.Management.Automation.PSObject'
                Aliases = @()
                Validation = @('not null')
                Sets = @{
                    AccountObject = 'mandatory, 0, by value'
                }
            }
            Scope = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Process CurrentUser')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            TenantId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ServicePrincipal = 'mandatory, named, no pipeline'
                }
            }
            Username = @{
                Type = 'System.String'
                Aliases = @('Id', 'UserId')
                Validation = @('not null or empty')
                Sets = @{
                    UserId = 'mandatory, 0, no pipeline'
                }
            }
        }
    }
    'Get-AzContext' = @{
        DefaultParameterSet = 'GetSingleContext'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')
        Parameters = @{
            ListAvailable = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ListAllContexts = 'mandatory, named, no pipeline'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    GetSingleContext = 'optional, 0, no pipeline'
                }
            }
            RefreshContextFromTokenCache = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ListAllContexts = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Set-AzContext' = @{
        DefaultParameterSet = 'Context'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')
        Parameters = @{
            Context = @{
                Type = 'Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext'
                OurType = 'System.Management.Automation.PSObject'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Context = 'mandatory, 0, by value'
                }
            }
            ExtendedProperty = @{
                Type = 'System.Collections.Generic.IDictionary[System.String,System.String]'
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
            Name = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Scope = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Process CurrentUser')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Subscription = @{
                Type = 'System.String'
                Aliases = @('SubscriptionId', 'SubscriptionName')
                Validation = @('not null or empty')
                Sets = @{
                    Subscription = 'mandatory, 0, no pipeline'
                }
            }
            SubscriptionObject = @{
                Type = 'Microsoft.Azure.Commands.Profile.Models.PSAzureSubscription'
                OurType = 'System.Management.Automation.PSObject'
                Aliases = @()
                Validation = @()
                Sets = @{
                    SubscriptionObject = 'mandatory, 0, by value'
                }
            }
            Tenant = @{
                Type = 'System.String'
                Aliases = @('Domain', 'TenantId')
                Validation = @('not null or empty')
                Sets = @{
                    Subscription = 'optional, named, no pipeline'
                    TenantNameOnly = 'mandatory, named, no pipeline'
                }
            }
            TenantObject = @{
                Type = 'Microsoft.Azure.Commands.Profile.Models.PSAzureTenant'
                OurType = 'System.Management.Automation.PSObject'
                Aliases = @()
                Validation = @()
                Sets = @{
                    TenantObject = 'mandatory, 0, by value'
                }
            }
        }
    }
    'Get-AzSubscription' = @{
        DefaultParameterSet = 'ListByIdInTenant'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.PSAzureSubscription')
        Parameters = @{
            AsJob = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            SubscriptionId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ListByIdInTenant = 'optional, named, by property name'
                }
            }
            SubscriptionName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ListByNameInTenant = 'optional, named, by property name'
                }
            }
            TenantId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, by property name'
                }
            }
        }
    }
}
