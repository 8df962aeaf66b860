function Get-AzRoleAssignment {
    <#
    .SYNOPSIS
    Gets role assignments.

    .DESCRIPTION
    Gets the role assignments of the subscription, or those for somebody, of a role, or on a scope. Names that only Microsoft
    Graph knows stay empty.

    .EXAMPLE
    $shared = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west'
    Get-AzRoleAssignment -Scope $shared.Id

    Lists who has a role on an integration runtime.

    .EXAMPLE
    Get-AzRoleAssignment -ObjectId '88888888-8888-4888-8888-888888888888'

    Lists the roles that somebody has.

    .INPUTS
    Objects with properties named like the parameters.

    .OUTPUTS
    Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment

    .LINK
    New-AzRoleAssignment

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'EmptyParameterSet', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment')]
    param(
        # The object id of whom it is for: a user, group or identity, such as the Identity.PrincipalId of a data factory.
        [Parameter(Mandatory, ParameterSetName = 'ObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ScopeWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Alias('Id', 'PrincipalId')]
        [ValidateNotNullOrEmpty()]
        [string]$ObjectId,

        # The sign-in name of a user. It takes Microsoft Graph, which this module does not ask: use -ObjectId.
        [Parameter(Mandatory, ParameterSetName = 'SignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Alias('Email', 'UserPrincipalName')]
        [ValidateNotNullOrEmpty()]
        [string]$SignInName,

        # The application id of a service principal. It takes Microsoft Graph, which this module does not ask: use -ObjectId.
        [Parameter(Mandatory, ParameterSetName = 'SPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Alias('SPN')]
        [ValidateNotNullOrEmpty()]
        [string]$ServicePrincipalName,

        # The resource group on which it is.
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The resource on which it is.
        [Parameter(Mandatory, ParameterSetName = 'ResourceParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$ResourceName,

        # The resource's type, such as Microsoft.DataFactory/factories.
        [Parameter(Mandatory, ParameterSetName = 'ResourceParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$ResourceType,

        # What the resource is part of, when it is part of another.
        [Parameter(ParameterSetName = 'ResourceParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$ParentResource,

        # The resource id of what it is on. Without it the subscription.
        [Parameter(Mandatory, ParameterSetName = 'ScopeParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ScopeWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument scope @args })]
        [ValidateNotNullOrEmpty()]
        [string]$Scope,

        # The name of the role, such as Contributor.
        [Parameter(ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'SignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'SPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$RoleDefinitionName,

        # The id of the role.
        [Parameter(Mandatory, ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateScript({ if ($_ -eq [guid]::Empty) { throw "The id must not be empty." } else { $true } })]
        [guid]$RoleDefinitionId,

        # Also those of the groups that somebody is in. It takes Microsoft Graph, which this module does not ask.
        [Parameter(ParameterSetName = 'ObjectIdParameterSet')]
        [Parameter(ParameterSetName = 'SignInNameParameterSet')]
        [switch]$ExpandPrincipalGroups,

        # Also the classic administrators of the subscription.
        [Parameter(ParameterSetName = 'EmptyParameterSet')]
        [Parameter(ParameterSetName = 'ObjectIdParameterSet')]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet')]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet')]
        [Parameter(ParameterSetName = 'ScopeWithObjectIdParameterSet')]
        [Parameter(ParameterSetName = 'SignInNameParameterSet')]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet')]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet')]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet')]
        [Parameter(ParameterSetName = 'SPNParameterSet')]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet')]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet')]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet')]
        [Parameter(ParameterSetName = 'ResourceGroupParameterSet')]
        [Parameter(ParameterSetName = 'ResourceParameterSet')]
        [Parameter(ParameterSetName = 'ScopeParameterSet')]
        [switch]$IncludeClassicAdministrators,

        # Leaves the check of the scope to the service.
        [Parameter()]
        [switch]$SkipClientSideScopeValidation,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'roleassignment.get' -Argument $PSBoundParameters
    }
}
