# The parameters and output types of the cmdlets of Az.Accounts.
# Written from the upstream cmdlets' documentation, not from the code. A set reads: mandatory or optional, position,
# pipeline. OurType is what is here in place of Type. Completer is the kind that the native library is asked for, or the
# words themselves.
@{
    'Connect-AzAccount' = @{
        DefaultParameterSet = 'UserWithSubscriptionId'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureProfile')
        Parameters = @{
            AccessToken = @{
                Type = 'System.String'
                OurType = 'System.Object'
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
                Completer = 'environment'
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
                OurType = 'System.Object'
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
                OurType = 'System.Object'
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
                OurType = 'System.Object'
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
                Completer = 'context'
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
    'Get-AzTenant' = @{
        DefaultParameterSet = ''
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.PSAzureTenant')
        Parameters = @{
            TenantId = @{
                Type = 'System.String'
                Aliases = @('Domain', 'Tenant')
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, 0, by property name'
                }
            }
        }
    }
    'Get-AzEnvironment' = @{
        DefaultParameterSet = ''
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.PSAzureEnvironment')
        Parameters = @{
            Name = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Completer = 'environment'
                Sets = @{
                    __AllParameterSets = 'optional, 0, by property name'
                }
            }
        }
    }
    'Remove-AzEnvironment' = @{
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.PSAzureEnvironment')
        Parameters = @{
            Name = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Completer = 'environment'
                Sets = @{
                    __AllParameterSets = 'mandatory, 0, by property name'
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
        }
    }
    'Add-AzEnvironment' = @{
        DefaultParameterSet = 'Name'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.PSAzureEnvironment')
        Parameters = @{
            ActiveDirectoryEndpoint = @{
                Type = 'System.String'
                Aliases = @('AdEndpointUrl', 'ActiveDirectory', 'ActiveDirectoryAuthority')
                Validation = @()
                Sets = @{
                    Name = 'optional, 5, by property name'
                }
            }
            ActiveDirectoryServiceEndpointResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, 8, by property name'
                }
            }
            AdTenant = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, 17, by property name'
                }
            }
            ARMEndpoint = @{
                Type = 'System.String'
                Aliases = @('ArmUrl')
                Validation = @()
                Sets = @{
                    ARMEndpoint = 'mandatory, 1, by property name'
                }
            }
            AutoDiscover = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Discovery = 'mandatory, named, no pipeline'
                }
            }
            AzureAnalysisServicesEndpointResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, named, no pipeline'
                    ARMEndpoint = 'optional, named, no pipeline'
                }
            }
            AzureAnalysisServicesEndpointSuffix = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, named, no pipeline'
                    ARMEndpoint = 'optional, named, no pipeline'
                }
            }
            AzureAttestationServiceEndpointResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, named, by property name'
                    ARMEndpoint = 'optional, named, by property name'
                }
            }
            AzureAttestationServiceEndpointSuffix = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, named, by property name'
                    ARMEndpoint = 'optional, named, by property name'
                }
            }
            AzureDataLakeAnalyticsCatalogAndJobEndpointSuffix = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, 15, by property name'
                }
            }
            AzureDataLakeStoreFileSystemEndpointSuffix = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, 14, by property name'
                }
            }
            AzureKeyVaultDnsSuffix = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, 10, by property name'
                    ARMEndpoint = 'optional, 3, by property name'
                }
            }
            AzureKeyVaultServiceEndpointResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, 11, by property name'
                    ARMEndpoint = 'optional, 4, by property name'
                }
            }
            AzureOperationalInsightsEndpoint = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, 22, by property name'
                    ARMEndpoint = 'optional, 22, by property name'
                }
            }
            AzureOperationalInsightsEndpointResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, 21, by property name'
                    ARMEndpoint = 'optional, 21, by property name'
                }
            }
            AzureSynapseAnalyticsEndpointResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, named, by property name'
                    ARMEndpoint = 'optional, named, by property name'
                }
            }
            AzureSynapseAnalyticsEndpointSuffix = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, named, by property name'
                    ARMEndpoint = 'optional, named, by property name'
                }
            }
            BatchEndpointResourceId = @{
                Type = 'System.String'
                Aliases = @('BatchResourceId', 'BatchAudience')
                Validation = @()
                Sets = @{
                    Name = 'optional, 20, by property name'
                    ARMEndpoint = 'optional, 20, by property name'
                }
            }
            ContainerRegistryEndpointSuffix = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, named, by property name'
                    ARMEndpoint = 'optional, named, by property name'
                }
            }
            DataLakeAudience = @{
                Type = 'System.String'
                Aliases = @('DataLakeEndpointResourceId', 'DataLakeResourceId')
                Validation = @()
                Sets = @{
                    Name = 'optional, 19, by property name'
                    ARMEndpoint = 'optional, 19, by property name'
                }
            }
            EnableAdfsAuthentication = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @('OnPremise')
                Validation = @()
                Sets = @{
                    Name = 'optional, 16, by property name'
                }
            }
            GalleryEndpoint = @{
                Type = 'System.String'
                Aliases = @('Gallery', 'GalleryUrl')
                Validation = @()
                Sets = @{
                    Name = 'optional, 7, by property name'
                }
            }
            GraphAudience = @{
                Type = 'System.String'
                Aliases = @('GraphEndpointResourceId', 'GraphResourceId')
                Validation = @()
                Sets = @{
                    Name = 'optional, 18, by property name'
                }
            }
            GraphEndpoint = @{
                Type = 'System.String'
                Aliases = @('Graph', 'GraphUrl')
                Validation = @()
                Sets = @{
                    Name = 'optional, 9, by property name'
                }
            }
            ManagementPortalUrl = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, 3, by property name'
                }
            }
            MicrosoftGraphEndpointResourceId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, named, by property name'
                }
            }
            MicrosoftGraphUrl = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, named, by property name'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'mandatory, 0, by property name'
                    ARMEndpoint = 'mandatory, 0, by property name'
                }
            }
            PublishSettingsFileUrl = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, 1, by property name'
                }
            }
            ResourceManagerEndpoint = @{
                Type = 'System.String'
                Aliases = @('ResourceManager', 'ResourceManagerUrl')
                Validation = @()
                Sets = @{
                    Name = 'optional, 6, by property name'
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
            ServiceEndpoint = @{
                Type = 'System.String'
                Aliases = @('ServiceManagement', 'ServiceManagementUrl')
                Validation = @()
                Sets = @{
                    Name = 'optional, 2, by property name'
                }
            }
            SqlDatabaseDnsSuffix = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, 13, by property name'
                }
            }
            SshAuthScope = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, named, by property name'
                }
            }
            StorageEndpoint = @{
                Type = 'System.String'
                Aliases = @('StorageEndpointSuffix')
                Validation = @()
                Sets = @{
                    Name = 'optional, 4, no pipeline'
                    ARMEndpoint = 'optional, 2, no pipeline'
                }
            }
            TrafficManagerDnsSuffix = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Name = 'optional, 12, by property name'
                }
            }
            Uri = @{
                Type = 'System.Uri'
                Aliases = @()
                Validation = @()
                Sets = @{
                    Discovery = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Get-AzAccessToken' = @{
        DefaultParameterSet = 'KnownResourceTypeName'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.PSSecureAccessToken')
        Parameters = @{
            AsSecureString = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ResourceTypeName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Completer = 'AadGraph, AnalysisServices, AppConfiguration, Arm, Attestation, Batch, CommunicationEmail, DataLake, KeyVault, ManagedHsm, MSGraph, OperationalInsights, ResourceManager, Storage, Synapse'
                Sets = @{
                    KnownResourceTypeName = 'optional, named, no pipeline'
                }
            }
            ResourceUrl = @{
                Type = 'System.String'
                Aliases = @('Resource', 'ResourceUri')
                Validation = @('not null or empty')
                Sets = @{
                    ResourceUrl = 'mandatory, named, no pipeline'
                }
            }
            TenantId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Select-AzContext' = @{
        DefaultParameterSet = 'SelectByInputObject'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')
        Parameters = @{
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    SelectByInputObject = 'mandatory, named, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'context'
                Sets = @{
                    SelectByName = 'mandatory, 0, no pipeline'
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
        }
    }
    'Rename-AzContext' = @{
        DefaultParameterSet = 'RenameByInputObject'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')
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
                Type = 'Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    RenameByInputObject = 'mandatory, named, by value'
                }
            }
            PassThru = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
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
            SourceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'context'
                Sets = @{
                    RenameByName = 'mandatory, 0, no pipeline'
                }
            }
            TargetName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'mandatory, 1, no pipeline'
                }
            }
        }
    }
    'Remove-AzContext' = @{
        DefaultParameterSet = 'RemoveByInputObject'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')
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
                Type = 'Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    RemoveByInputObject = 'mandatory, named, by value'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'context'
                Sets = @{
                    RemoveByName = 'mandatory, 0, no pipeline'
                }
            }
            PassThru = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
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
        }
    }
    'Clear-AzContext' = @{
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        OutputType = @('System.Boolean')
        Parameters = @{
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            PassThru = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
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
        }
    }
    'Enable-AzContextAutosave' = @{
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Common.Authentication.ContextAutosaveSettings')
        Parameters = @{
            Scope = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Process CurrentUser')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Disable-AzContextAutosave' = @{
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Common.Authentication.ContextAutosaveSettings')
        Parameters = @{
            Scope = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('set Process CurrentUser')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Invoke-AzRestMethod' = @{
        DefaultParameterSet = 'ByPath'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.PSHttpResponse')
        Parameters = @{
            ApiVersion = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByParameters = 'mandatory, named, no pipeline'
                }
            }
            AsJob = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            FinalResultFrom = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('')
                Completer = 'FinalStateVia, Location, OriginalUri, Operation-Location'
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Method = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('set GET POST PUT PATCH DELETE', 'not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Name = @{
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByParameters = 'optional, named, no pipeline'
                }
            }
            Path = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByPath = 'mandatory, named, no pipeline'
                }
            }
            Payload = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            PollFrom = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('')
                Completer = 'AzureAsyncLocation, Location, OriginalUri, Operation-Location'
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
                    ByParameters = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.Uri'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByURI = 'optional, named, no pipeline'
                }
            }
            ResourceProviderName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByParameters = 'optional, named, no pipeline'
                }
            }
            ResourceType = @{
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByParameters = 'optional, named, no pipeline'
                }
            }
            SubscriptionId = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByParameters = 'optional, named, no pipeline'
                }
            }
            Uri = @{
                Type = 'System.Uri'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByURI = 'mandatory, 1, no pipeline'
                }
            }
            WaitForCompletion = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Save-AzContext' = @{
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureProfile')
        Parameters = @{
            Force = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Path = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'mandatory, 1, no pipeline'
                }
            }
            Profile = @{
                Type = 'Microsoft.Azure.Commands.Profile.Models.Core.PSAzureProfile'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    __AllParameterSets = 'optional, 0, by value'
                }
            }
            WithCredential = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Import-AzContext' = @{
        DefaultParameterSet = 'ProfileFromDisk'
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureProfile')
        Parameters = @{
            AzureContext = @{
                Type = 'Microsoft.Azure.Commands.Profile.Models.Core.PSAzureProfile'
                Aliases = @('Profile')
                Validation = @('not null')
                Sets = @{
                    InMemoryProfile = 'mandatory, 0, by property name'
                }
            }
            Path = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ProfileFromDisk = 'mandatory, 0, by property name'
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
        }
    }
}
