# The parameters of the cmdlets of Az.Accounts and Az.Resources.
# Written from the upstream cmdlets' documentation, not from the code; a set reads: mandatory or optional, position, pipeline.
@{
    'Connect-AzAccount' = @{
        DefaultParameterSet = 'UserWithSubscriptionId'
        SupportsShouldProcess = $true
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
                Type = 'System.Management.Automation.PSObject'
                PSTypeName = 'Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext'
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
                Type = 'System.Management.Automation.PSObject'
                PSTypeName = 'Microsoft.Azure.Commands.Profile.Models.PSAzureRmAccount'
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
        Parameters = @{
            Context = @{
                Type = 'System.Management.Automation.PSObject'
                PSTypeName = 'Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext'
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
                Type = 'System.Management.Automation.PSObject'
                PSTypeName = 'Microsoft.Azure.Commands.Profile.Models.PSAzureSubscription'
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
                Type = 'System.Management.Automation.PSObject'
                PSTypeName = 'Microsoft.Azure.Commands.Profile.Models.PSAzureTenant'
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
    'New-AzResourceGroup' = @{
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        Parameters = @{
            ApiVersion = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
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
            Location = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'mandatory, 1, by property name'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('ResourceGroupName')
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'mandatory, 0, by property name'
                }
            }
            Pre = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Tag = @{
                Type = 'System.Collections.Hashtable'
                Aliases = @('Tags')
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, by property name'
                }
            }
        }
    }
    'Get-AzResourceGroup' = @{
        DefaultParameterSet = 'GetByResourceGroupName'
        SupportsShouldProcess = $false
        Parameters = @{
            ApiVersion = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ExpandProperties = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Id = @{
                Type = 'System.String'
                Aliases = @('ResourceGroupId', 'ResourceId')
                Validation = @('not null or empty')
                Sets = @{
                    GetByResourceGroupId = 'optional, named, by property name'
                }
            }
            Location = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, 1, by property name'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('ResourceGroupName')
                Validation = @('not null or empty')
                Sets = @{
                    GetByResourceGroupName = 'optional, 0, by property name'
                }
            }
            Pre = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Tag = @{
                Type = 'System.Collections.Hashtable'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    GetByResourceGroupName = 'optional, named, by property name'
                }
            }
        }
    }
    'Remove-AzResourceGroup' = @{
        DefaultParameterSet = 'RemoveByResourceGroupName'
        SupportsShouldProcess = $true
        Parameters = @{
            ApiVersion = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            AsJob = @{
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
            ForceDeletionType = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Id = @{
                Type = 'System.String'
                Aliases = @('ResourceGroupId', 'ResourceId')
                Validation = @('not null or empty')
                Sets = @{
                    RemoveByResourceGroupId = 'mandatory, named, by property name'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('ResourceGroupName')
                Validation = @('not null or empty')
                Sets = @{
                    RemoveByResourceGroupName = 'mandatory, 0, by property name'
                }
            }
            Pre = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'New-AzRoleAssignment' = @{
        DefaultParameterSet = 'EmptyParameterSet'
        SupportsShouldProcess = $false
        Parameters = @{
            AllowDelegation = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ApplicationId = @{
                Type = 'System.String'
                Aliases = @('SPN', 'ServicePrincipalName')
                Validation = @('not null or empty')
                Sets = @{
                    ResourceGroupWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceWithSPNParameterSet = 'mandatory, named, by property name'
                    ScopeWithSPNParameterSet = 'mandatory, named, by property name'
                }
            }
            Condition = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    EmptyParameterSet = 'optional, named, by property name'
                    ResourceGroupWithObjectIdParameterSet = 'optional, named, by property name'
                    ResourceGroupWithSPNParameterSet = 'optional, named, by property name'
                    ResourceGroupWithSignInNameParameterSet = 'optional, named, by property name'
                    ResourceWithObjectIdParameterSet = 'optional, named, by property name'
                    ResourceWithSPNParameterSet = 'optional, named, by property name'
                    ResourceWithSignInNameParameterSet = 'optional, named, by property name'
                    RoleIdWithScopeAndObjectIdParameterSet = 'optional, named, by property name'
                    ScopeWithSPNParameterSet = 'optional, named, by property name'
                    ScopeWithSignInNameParameterSet = 'optional, named, by property name'
                }
            }
            ConditionVersion = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    EmptyParameterSet = 'optional, named, by property name'
                    ResourceGroupWithObjectIdParameterSet = 'optional, named, by property name'
                    ResourceGroupWithSPNParameterSet = 'optional, named, by property name'
                    ResourceGroupWithSignInNameParameterSet = 'optional, named, by property name'
                    ResourceWithObjectIdParameterSet = 'optional, named, by property name'
                    ResourceWithSPNParameterSet = 'optional, named, by property name'
                    ResourceWithSignInNameParameterSet = 'optional, named, by property name'
                    RoleIdWithScopeAndObjectIdParameterSet = 'optional, named, by property name'
                    ScopeWithSPNParameterSet = 'optional, named, by property name'
                    ScopeWithSignInNameParameterSet = 'optional, named, by property name'
                }
            }
            Description = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    EmptyParameterSet = 'optional, named, by property name'
                    ResourceGroupWithObjectIdParameterSet = 'optional, named, by property name'
                    ResourceGroupWithSPNParameterSet = 'optional, named, by property name'
                    ResourceGroupWithSignInNameParameterSet = 'optional, named, by property name'
                    ResourceWithObjectIdParameterSet = 'optional, named, by property name'
                    ResourceWithSPNParameterSet = 'optional, named, by property name'
                    ResourceWithSignInNameParameterSet = 'optional, named, by property name'
                    RoleIdWithScopeAndObjectIdParameterSet = 'optional, named, by property name'
                    ScopeWithSPNParameterSet = 'optional, named, by property name'
                    ScopeWithSignInNameParameterSet = 'optional, named, by property name'
                }
            }
            InputFile = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    InputFileParameterSet = 'mandatory, named, by property name'
                }
            }
            ObjectId = @{
                Type = 'System.String'
                Aliases = @('Id', 'PrincipalId')
                Validation = @('not null or empty')
                Sets = @{
                    EmptyParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceWithObjectIdParameterSet = 'mandatory, named, by property name'
                    RoleIdWithScopeAndObjectIdParameterSet = 'mandatory, named, by property name'
                }
            }
            ObjectType = @{
                Type = 'System.String'
                Aliases = @('PrincipalType')
                Validation = @()
                Sets = @{
                    EmptyParameterSet = 'optional, named, by property name'
                    ResourceGroupWithObjectIdParameterSet = 'optional, named, by property name'
                    ResourceGroupWithSPNParameterSet = 'optional, named, by property name'
                    ResourceGroupWithSignInNameParameterSet = 'optional, named, by property name'
                    ResourceWithObjectIdParameterSet = 'optional, named, by property name'
                    ResourceWithSPNParameterSet = 'optional, named, by property name'
                    ResourceWithSignInNameParameterSet = 'optional, named, by property name'
                    RoleIdWithScopeAndObjectIdParameterSet = 'optional, named, by property name'
                    ScopeWithSPNParameterSet = 'optional, named, by property name'
                    ScopeWithSignInNameParameterSet = 'optional, named, by property name'
                }
            }
            ParentResource = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ResourceWithObjectIdParameterSet = 'optional, named, by property name'
                    ResourceWithSPNParameterSet = 'optional, named, by property name'
                    ResourceWithSignInNameParameterSet = 'optional, named, by property name'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ResourceGroupWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithSignInNameParameterSet = 'mandatory, named, by property name'
                    ResourceWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceWithSignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            ResourceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ResourceWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceWithSignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            ResourceType = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ResourceWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceWithSignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            RoleDefinitionId = @{
                Type = 'System.Guid'
                Aliases = @()
                Validation = @('empty Guid refused')
                Sets = @{
                    RoleIdWithScopeAndObjectIdParameterSet = 'mandatory, named, by property name'
                }
            }
            RoleDefinitionName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    EmptyParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithSignInNameParameterSet = 'mandatory, named, by property name'
                    ResourceWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceWithSignInNameParameterSet = 'mandatory, named, by property name'
                    ScopeWithSPNParameterSet = 'mandatory, named, by property name'
                    ScopeWithSignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            Scope = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    EmptyParameterSet = 'optional, named, by property name'
                    RoleIdWithScopeAndObjectIdParameterSet = 'mandatory, named, by property name'
                    ScopeWithSPNParameterSet = 'optional, named, by property name'
                    ScopeWithSignInNameParameterSet = 'optional, named, by property name'
                }
            }
            SignInName = @{
                Type = 'System.String'
                Aliases = @('Email', 'UserPrincipalName')
                Validation = @('not null or empty')
                Sets = @{
                    ResourceGroupWithSignInNameParameterSet = 'mandatory, named, by property name'
                    ResourceWithSignInNameParameterSet = 'mandatory, named, by property name'
                    ScopeWithSignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            SkipClientSideScopeValidation = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Get-AzRoleAssignment' = @{
        DefaultParameterSet = 'EmptyParameterSet'
        SupportsShouldProcess = $false
        Parameters = @{
            ExpandPrincipalGroups = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    ObjectIdParameterSet = 'optional, named, no pipeline'
                    SignInNameParameterSet = 'optional, named, no pipeline'
                }
            }
            IncludeClassicAdministrators = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    EmptyParameterSet = 'optional, named, no pipeline'
                    ObjectIdParameterSet = 'optional, named, no pipeline'
                    ResourceGroupParameterSet = 'optional, named, no pipeline'
                    ResourceGroupWithObjectIdParameterSet = 'optional, named, no pipeline'
                    ResourceGroupWithSPNParameterSet = 'optional, named, no pipeline'
                    ResourceGroupWithSignInNameParameterSet = 'optional, named, no pipeline'
                    ResourceParameterSet = 'optional, named, no pipeline'
                    ResourceWithObjectIdParameterSet = 'optional, named, no pipeline'
                    ResourceWithSPNParameterSet = 'optional, named, no pipeline'
                    ResourceWithSignInNameParameterSet = 'optional, named, no pipeline'
                    SPNParameterSet = 'optional, named, no pipeline'
                    ScopeParameterSet = 'optional, named, no pipeline'
                    ScopeWithObjectIdParameterSet = 'optional, named, no pipeline'
                    ScopeWithSPNParameterSet = 'optional, named, no pipeline'
                    ScopeWithSignInNameParameterSet = 'optional, named, no pipeline'
                    SignInNameParameterSet = 'optional, named, no pipeline'
                }
            }
            ObjectId = @{
                Type = 'System.String'
                Aliases = @('Id', 'PrincipalId')
                Validation = @('not null or empty')
                Sets = @{
                    ObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceWithObjectIdParameterSet = 'mandatory, named, by property name'
                    RoleIdWithScopeAndObjectIdParameterSet = 'optional, named, by property name'
                    ScopeWithObjectIdParameterSet = 'mandatory, named, by property name'
                }
            }
            ParentResource = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ResourceParameterSet = 'optional, named, by property name'
                    ResourceWithObjectIdParameterSet = 'optional, named, by property name'
                    ResourceWithSPNParameterSet = 'optional, named, by property name'
                    ResourceWithSignInNameParameterSet = 'optional, named, by property name'
                }
            }
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ResourceGroupParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithSignInNameParameterSet = 'mandatory, named, by property name'
                    ResourceParameterSet = 'mandatory, named, by property name'
                    ResourceWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceWithSignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            ResourceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ResourceParameterSet = 'mandatory, named, by property name'
                    ResourceWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceWithSignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            ResourceType = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ResourceParameterSet = 'mandatory, named, by property name'
                    ResourceWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceWithSignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            RoleDefinitionId = @{
                Type = 'System.Guid'
                Aliases = @()
                Validation = @('empty Guid refused')
                Sets = @{
                    RoleIdWithScopeAndObjectIdParameterSet = 'mandatory, named, by property name'
                }
            }
            RoleDefinitionName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    EmptyParameterSet = 'optional, named, by property name'
                    ObjectIdParameterSet = 'optional, named, by property name'
                    ResourceGroupParameterSet = 'optional, named, by property name'
                    ResourceGroupWithObjectIdParameterSet = 'optional, named, by property name'
                    ResourceGroupWithSPNParameterSet = 'optional, named, by property name'
                    ResourceGroupWithSignInNameParameterSet = 'optional, named, by property name'
                    ResourceParameterSet = 'optional, named, by property name'
                    ResourceWithObjectIdParameterSet = 'optional, named, by property name'
                    ResourceWithSPNParameterSet = 'optional, named, by property name'
                    ResourceWithSignInNameParameterSet = 'optional, named, by property name'
                    SPNParameterSet = 'optional, named, by property name'
                    ScopeParameterSet = 'optional, named, by property name'
                    ScopeWithObjectIdParameterSet = 'optional, named, by property name'
                    ScopeWithSPNParameterSet = 'optional, named, by property name'
                    ScopeWithSignInNameParameterSet = 'optional, named, by property name'
                    SignInNameParameterSet = 'optional, named, by property name'
                }
            }
            Scope = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    RoleIdWithScopeAndObjectIdParameterSet = 'optional, named, by property name'
                    ScopeParameterSet = 'mandatory, named, by property name'
                    ScopeWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ScopeWithSPNParameterSet = 'mandatory, named, by property name'
                    ScopeWithSignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            ServicePrincipalName = @{
                Type = 'System.String'
                Aliases = @('SPN')
                Validation = @('not null or empty')
                Sets = @{
                    ResourceGroupWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceWithSPNParameterSet = 'mandatory, named, by property name'
                    SPNParameterSet = 'mandatory, named, by property name'
                    ScopeWithSPNParameterSet = 'mandatory, named, by property name'
                }
            }
            SignInName = @{
                Type = 'System.String'
                Aliases = @('Email', 'UserPrincipalName')
                Validation = @('not null or empty')
                Sets = @{
                    ResourceGroupWithSignInNameParameterSet = 'mandatory, named, by property name'
                    ResourceWithSignInNameParameterSet = 'mandatory, named, by property name'
                    ScopeWithSignInNameParameterSet = 'mandatory, named, by property name'
                    SignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            SkipClientSideScopeValidation = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Remove-AzRoleAssignment' = @{
        DefaultParameterSet = 'EmptyParameterSet'
        SupportsShouldProcess = $true
        Parameters = @{
            InputObject = @{
                Type = 'System.Management.Automation.PSObject'
                PSTypeName = 'Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    RoleAssignmentParameterSet = 'mandatory, 0, by value'
                }
            }
            ObjectId = @{
                Type = 'System.String'
                Aliases = @('Id', 'PrincipalId')
                Validation = @('not null or empty')
                Sets = @{
                    EmptyParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceWithObjectIdParameterSet = 'mandatory, named, by property name'
                    RoleIdWithScopeAndObjectIdParameterSet = 'mandatory, named, by property name'
                    ScopeWithObjectIdParameterSet = 'mandatory, named, by property name'
                }
            }
            ParentResource = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ResourceWithObjectIdParameterSet = 'optional, named, by property name'
                    ResourceWithSPNParameterSet = 'optional, named, by property name'
                    ResourceWithSignInNameParameterSet = 'optional, named, by property name'
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
            ResourceGroupName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ResourceGroupWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithSignInNameParameterSet = 'mandatory, named, by property name'
                    ResourceWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceWithSignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            ResourceName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ResourceWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceWithSignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            ResourceType = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ResourceWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceWithSignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            RoleDefinitionId = @{
                Type = 'System.Guid'
                Aliases = @()
                Validation = @('empty Guid refused')
                Sets = @{
                    RoleIdWithScopeAndObjectIdParameterSet = 'mandatory, named, by property name'
                }
            }
            RoleDefinitionName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    EmptyParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceGroupWithSignInNameParameterSet = 'mandatory, named, by property name'
                    ResourceWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ResourceWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceWithSignInNameParameterSet = 'mandatory, named, by property name'
                    ScopeWithObjectIdParameterSet = 'mandatory, named, by property name'
                    ScopeWithSPNParameterSet = 'mandatory, named, by property name'
                    ScopeWithSignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            Scope = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    EmptyParameterSet = 'optional, named, by property name'
                    RoleIdWithScopeAndObjectIdParameterSet = 'optional, named, by property name'
                    ScopeWithObjectIdParameterSet = 'optional, named, by property name'
                    ScopeWithSPNParameterSet = 'optional, named, by property name'
                    ScopeWithSignInNameParameterSet = 'optional, named, by property name'
                }
            }
            ServicePrincipalName = @{
                Type = 'System.String'
                Aliases = @('SPN')
                Validation = @('not null or empty')
                Sets = @{
                    ResourceGroupWithSPNParameterSet = 'mandatory, named, by property name'
                    ResourceWithSPNParameterSet = 'mandatory, named, by property name'
                    ScopeWithSPNParameterSet = 'mandatory, named, by property name'
                }
            }
            SignInName = @{
                Type = 'System.String'
                Aliases = @('Email', 'UserPrincipalName')
                Validation = @('not null or empty')
                Sets = @{
                    ResourceGroupWithSignInNameParameterSet = 'mandatory, named, by property name'
                    ResourceWithSignInNameParameterSet = 'mandatory, named, by property name'
                    ScopeWithSignInNameParameterSet = 'mandatory, named, by property name'
                }
            }
            SkipClientSideScopeValidation = @{
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
