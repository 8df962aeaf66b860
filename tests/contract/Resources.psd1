# The parameters and output types of the cmdlets of Az.Resources.
# Written from the upstream cmdlets' documentation, not from the code. A set reads: mandatory or optional, position,
# pipeline. Completer is the kind that the native library is asked for, or the words themselves.
@{
    'New-AzResourceGroup' = @{
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceGroup')
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
                Completer = 'location'
                Sets = @{
                    __AllParameterSets = 'mandatory, 1, by property name'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('ResourceGroupName')
                Validation = @('not null or empty')
                Completer = 'group'
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
        OutputType = @('Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceGroup')
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
                Completer = 'location'
                Sets = @{
                    __AllParameterSets = 'optional, 1, by property name'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('ResourceGroupName')
                Validation = @('not null or empty')
                Completer = 'group'
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
        OutputType = @('System.Boolean')
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
                Completer = 'group'
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
        OutputType = @('Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment')
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
                Completer = 'User, Group, Service Principal'
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
                Completer = 'group'
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
        OutputType = @('Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment')
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
                Completer = 'group'
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
                Completer = 'scope'
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
        OutputType = @('Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment')
        Parameters = @{
            InputObject = @{
                Type = 'Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment'
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
                Completer = 'group'
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
    'Set-AzResourceGroup' = @{
        DefaultParameterSet = 'SetByResourceGroupName'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceGroup')
        Parameters = @{
            ApiVersion = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Id = @{
                Type = 'System.String'
                Aliases = @('ResourceGroupId', 'ResourceId')
                Validation = @('not null or empty')
                Sets = @{
                    SetByResourceGroupId = 'mandatory, named, no pipeline'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('ResourceGroupName')
                Validation = @('not null or empty')
                Completer = 'group'
                Sets = @{
                    SetByResourceGroupName = 'mandatory, named, by property name'
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
                    __AllParameterSets = 'mandatory, 1, by property name'
                }
            }
        }
    }
    'Get-AzRoleDefinition' = @{
        DefaultParameterSet = 'RoleDefinitionNameParameterSet'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleDefinition')
        Parameters = @{
            Custom = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @()
                Sets = @{
                    RoleDefinitionCustomParameterSet = 'mandatory, named, by property name'
                }
            }
            Id = @{
                Type = 'System.Guid'
                Aliases = @()
                Validation = @('empty Guid refused')
                Sets = @{
                    RoleDefinitionIdParameterSet = 'mandatory, named, by property name'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    RoleDefinitionNameParameterSet = 'optional, 0, by property name'
                }
            }
            Scope = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    RoleDefinitionNameParameterSet = 'optional, named, by value'
                    RoleDefinitionIdParameterSet = 'optional, named, by value'
                    RoleDefinitionCustomParameterSet = 'optional, named, by value'
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
    'Get-AzResource' = @{
        DefaultParameterSet = 'ByTagNameValueParameterSet'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResource')
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
                Validation = @('')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Name = @{
                Type = 'System.String'
                Aliases = @('ResourceName')
                Validation = @('not null or empty')
                Sets = @{
                    ByTagNameValueParameterSet = 'optional, named, no pipeline'
                    ByTagObjectParameterSet = 'optional, named, no pipeline'
                }
            }
            ODataQuery = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByResourceId = 'optional, named, no pipeline'
                    ByTagNameValueParameterSet = 'optional, named, no pipeline'
                    ByTagObjectParameterSet = 'optional, named, no pipeline'
                }
            }
            Pre = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @('')
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
                    ByTagNameValueParameterSet = 'optional, named, no pipeline'
                    ByTagObjectParameterSet = 'optional, named, no pipeline'
                }
            }
            ResourceId = @{
                Type = 'System.String'
                Aliases = @('Id')
                Validation = @('not null or empty')
                Sets = @{
                    ByResourceId = 'mandatory, named, by property name'
                }
            }
            ResourceType = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    ByTagNameValueParameterSet = 'optional, named, no pipeline'
                    ByTagObjectParameterSet = 'optional, named, no pipeline'
                }
            }
            Tag = @{
                Type = 'System.Collections.Hashtable'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    ByTagObjectParameterSet = 'mandatory, named, no pipeline'
                }
            }
            TagName = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    ByTagNameValueParameterSet = 'optional, named, no pipeline'
                }
            }
            TagValue = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    ByTagNameValueParameterSet = 'optional, named, no pipeline'
                }
            }
        }
    }
    'Register-AzResourceProvider' = @{
        DefaultParameterSet = ''
        SupportsShouldProcess = $true
        OutputType = @('Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceProvider')
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
                Validation = @('')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ConsentToPermissions = @{
                Type = 'System.Boolean'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    __AllParameterSets = 'optional, named, by property name'
                }
            }
            Pre = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ProviderNamespace = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'mandatory, named, by property name'
                }
            }
        }
    }
    'Get-AzResourceProvider' = @{
        DefaultParameterSet = 'ListAvailable'
        SupportsShouldProcess = $false
        OutputType = @('Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceProvider')
        Parameters = @{
            ApiVersion = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ListAvailable = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    ListAvailable = 'optional, named, no pipeline'
                }
            }
            Location = @{
                Type = 'System.String'
                Aliases = @()
                Validation = @('not null or empty')
                Completer = 'location'
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            Pre = @{
                Type = 'System.Management.Automation.SwitchParameter'
                Aliases = @()
                Validation = @('')
                Sets = @{
                    __AllParameterSets = 'optional, named, no pipeline'
                }
            }
            ProviderNamespace = @{
                Type = 'System.String[]'
                Aliases = @()
                Validation = @('not null or empty')
                Sets = @{
                    IndividualProvider = 'mandatory, named, by property name'
                }
            }
        }
    }
}
