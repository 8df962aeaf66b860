function Remove-AzRoleAssignment {
    <#
    .SYNOPSIS
    Removes a role assignment.

    .DESCRIPTION
    Takes a role away that somebody has on a scope. A self-hosted integration runtime is no longer shared with a data factory
    whose identity loses the role Contributor on it.

    .EXAMPLE
    $factory = Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test'
    $shared = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-shared'
    Remove-AzRoleAssignment -ObjectId $factory.Identity.PrincipalId -RoleDefinitionName 'Contributor' -Scope $shared.Id

    Revokes the sharing of an integration runtime.

    .EXAMPLE
    Get-AzRoleAssignment -ObjectId '88888888-8888-4888-8888-888888888888' | Remove-AzRoleAssignment -WhatIf

    Shows which role assignments of somebody would be removed.

    .INPUTS
    Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment. Objects with properties named like the parameters
    can be piped in too.

    .OUTPUTS
    System.String: what was removed; with -PassThru Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment.

    .LINK
    New-AzRoleAssignment

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'EmptyParameterSet', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment')]
    param(
        # The object id of whom it is for: a user, group or identity, such as the Identity.PrincipalId of a data factory.
        [Parameter(Mandatory, ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ScopeWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
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
        [Alias('SPN')]
        [ValidateNotNullOrEmpty()]
        [string]$ServicePrincipalName,

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
        [Parameter(ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'RoleIdWithScopeAndObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithSignInNameParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ScopeWithSPNParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$Scope,

        # The name of the role, such as Contributor.
        [Parameter(Mandatory, ParameterSetName = 'EmptyParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceGroupWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ResourceWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, ParameterSetName = 'ScopeWithObjectIdParameterSet', ValueFromPipelineByPropertyName)]
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

        # A role assignment as Get-AzRoleAssignment returns it.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'RoleAssignmentParameterSet', ValueFromPipeline)]
        [ValidateNotNullOrEmpty()]
        [PSTypeName('Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment')]
        [psobject]$InputObject,

        # Returns the role assignments that were removed.
        [Parameter()]
        [switch]$PassThru,

        # Leaves the check of the scope to the service.
        [Parameter()]
        [switch]$SkipClientSideScopeValidation,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'roleassignment.remove' -Argument $PSBoundParameters
    }
}
