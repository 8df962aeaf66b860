function New-AzRoleAssignment {
    <#
    .SYNOPSIS
    Assigns a role.

    .DESCRIPTION
    Grants somebody a role on a scope: a resource, a resource group or the subscription. Granting the identity of a data factory
    the role Contributor on a self-hosted integration runtime shares the runtime with that data factory.

    .EXAMPLE
    $factory = Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test'
    $shared = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west'
    New-AzRoleAssignment -ObjectId $factory.Identity.PrincipalId -RoleDefinitionName 'Contributor' -Scope $shared.Id

    Shares an integration runtime with another data factory.

    .EXAMPLE
    New-AzRoleAssignment -ObjectId '88888888-8888-4888-8888-888888888888' -RoleDefinitionName 'Reader' -ResourceGroupName 'rg-data'

    Grants the role Reader on a resource group.

    .INPUTS
    Objects with properties named like the parameters.

    .OUTPUTS
    Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment

    .LINK
    Remove-AzRoleAssignment

    .LINK
    Get-AzRoleAssignment

    .LINK
    about_AzIntegrationRuntime
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'The cmdlet of this name has no -WhatIf.')]
    [CmdletBinding(DefaultParameterSetName = 'EmptyParameterSet', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment')]
    param(
        # The object id of whom it is for: a user, group or identity, such as the Identity.PrincipalId of a data factory.
        [Parameter(Mandatory, ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Alias('Id', 'PrincipalId')]
        [ValidateNotNullOrEmpty()]
        [string]$ObjectId,

        # The sign-in name of a user. It takes Microsoft Graph, which this module does not ask: use -ObjectId.
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Alias('Email', 'UserPrincipalName')]
        [ValidateNotNullOrEmpty()]
        [string]$SignInName,

        # The application id of a service principal. It takes Microsoft Graph, which this module does not ask: use -ObjectId.
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Alias('SPN', 'ServicePrincipalName')]
        [ValidateNotNullOrEmpty()]
        [string]$ApplicationId,

        # The resource group on which it is.
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
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$ResourceName,

        # The resource's type, such as Microsoft.DataFactory/factories.
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$ResourceType,

        # What the resource is part of, when it is part of another.
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$ParentResource,

        # The resource id of what it is on. Without it the subscription.
        [Parameter(Mandatory, ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$Scope,

        # The name of the role, such as Contributor.
        [Parameter(Mandatory, ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$RoleDefinitionName,

        # The id of the role.
        [Parameter(Mandatory, ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateScript({ if ($_ -eq [guid]::Empty) { throw "The id must not be empty." } else { $true } })]
        [guid]$RoleDefinitionId,

        # Why the role is assigned.
        [Parameter(ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$Description,

        # The condition under which it holds.
        [Parameter(ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$Condition,

        # The version of the condition's language: 2.0 unless told otherwise.
        [Parameter(ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$ConditionVersion,

        # What the object id stands for: User, Group or Service Principal.
        [Parameter(ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceGroupWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ResourceWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [Alias('PrincipalType')]
        [ArgumentCompleter({
                param($CommandName, $ParameterName, $WordToComplete)
                @('User', 'Group', 'Service Principal') -like ($WordToComplete.Trim([char]34, [char]39) + '*') -replace '^.* .*$', '''$0'''
            })]
        [string]$ObjectType,

        # A JSON file with the properties of a role assignment.
        [Parameter(Mandatory, ParameterSetName = 'InputFileParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$InputFile,

        # Lets the assignee grant the role to others.
        [Parameter()]
        [switch]$AllowDelegation,

        # Leaves the check of the scope to the service.
        [Parameter()]
        [switch]$SkipClientSideScopeValidation,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        $argument = @{}
        foreach ($key in $PSBoundParameters.Keys) {
            $argument[$key] = $PSBoundParameters[$key]
        }
        if ($argument.ContainsKey('InputFile')) {
            $argument['InputFile'] = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($argument['InputFile'])
        }
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'roleassignment.new' -Argument $argument
    }
}
