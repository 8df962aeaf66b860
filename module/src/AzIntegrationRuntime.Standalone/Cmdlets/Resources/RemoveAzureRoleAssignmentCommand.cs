using System;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone;
using Microsoft.Azure.Commands.Resources.Models.Authorization;

namespace Microsoft.Azure.Commands.Resources;

/// <summary>Removes a role assignment.</summary>
/// <remarks>
/// <para>
/// Removes the role assignment of a principal on a scope. Removing the role Contributor of a data factory's identity
/// revokes the sharing of a self-hosted integration runtime.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $factory = Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test'
/// $shared = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-shared'
/// Remove-AzRoleAssignment -ObjectId $factory.Identity.PrincipalId -RoleDefinitionName 'Contributor' -Scope $shared.Id
/// </code>
/// <para>Revokes the sharing of an integration runtime.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzRoleAssignment -ObjectId '88888888-8888-4888-8888-888888888888' | Remove-AzRoleAssignment -WhatIf
/// </code>
/// <para>Shows which role assignments of a principal the cmdlet would remove.</para>
/// </example>
/// <inputs cref="PSRoleAssignment">
/// You can also pipe objects with properties of the same names as the parameters.
/// </inputs>
/// <outputs cref="string">
/// A message that names the removed role assignment. With -PassThru it is a
/// Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleAssignment.
/// </outputs>
/// <seealso>New-AzRoleAssignment</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Remove, "AzRoleAssignment", DefaultParameterSetName = EmptySet, SupportsShouldProcess = true)]
[OutputType(typeof(PSRoleAssignment))]
public sealed class RemoveAzureRoleAssignmentCommand : NativeCmdlet
{
    private const string EmptySet = "EmptyParameterSet";
    private const string ResourceGroupWithObjectIdSet = "ResourceGroupWithObjectIdParameterSet";
    private const string ResourceWithObjectIdSet = "ResourceWithObjectIdParameterSet";
    private const string ScopeWithObjectIdSet = "ScopeWithObjectIdParameterSet";
    private const string RoleIdWithScopeAndObjectIdSet = "RoleIdWithScopeAndObjectIdParameterSet";
    private const string ResourceGroupWithSignInNameSet = "ResourceGroupWithSignInNameParameterSet";
    private const string ResourceWithSignInNameSet = "ResourceWithSignInNameParameterSet";
    private const string ScopeWithSignInNameSet = "ScopeWithSignInNameParameterSet";
    private const string ResourceGroupWithSPNSet = "ResourceGroupWithSPNParameterSet";
    private const string ResourceWithSPNSet = "ResourceWithSPNParameterSet";
    private const string ScopeWithSPNSet = "ScopeWithSPNParameterSet";
    private const string RoleAssignmentSet = "RoleAssignmentParameterSet";

    /// <inheritdoc cref="GetAzureRoleAssignmentCommand.ObjectId" />
    [Parameter(Mandatory = true, ParameterSetName = EmptySet, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, ParameterSetName = ResourceGroupWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ScopeWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, ParameterSetName = RoleIdWithScopeAndObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "PrincipalId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ObjectId { get; set; }

    /// <inheritdoc cref="GetAzureRoleAssignmentCommand.SignInName" />
    [Parameter(
        Mandatory = true, ParameterSetName = ResourceGroupWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ScopeWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Email", "UserPrincipalName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? SignInName { get; set; }

    /// <inheritdoc cref="GetAzureRoleAssignmentCommand.ServicePrincipalName" />
    [Parameter(Mandatory = true, ParameterSetName = ResourceGroupWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ScopeWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Alias("SPN")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ServicePrincipalName { get; set; }

    /// <inheritdoc cref="GetAzureRoleAssignmentCommand.ResourceGroupName" />
    [Parameter(
        Mandatory = true, ParameterSetName = ResourceGroupWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, ParameterSetName = ResourceGroupWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceGroupWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <inheritdoc cref="GetAzureRoleAssignmentCommand.ResourceName" />
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ResourceName { get; set; }

    /// <inheritdoc cref="GetAzureRoleAssignmentCommand.ResourceType" />
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceTypeCompleter))]
    public string? ResourceType { get; set; }

    /// <inheritdoc cref="GetAzureRoleAssignmentCommand.ParentResource" />
    [Parameter(ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ParentResource { get; set; }

    /// <inheritdoc cref="GetAzureRoleAssignmentCommand.Scope" />
    [Parameter(ParameterSetName = EmptySet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = RoleIdWithScopeAndObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Scope { get; set; }

    /// <inheritdoc cref="GetAzureRoleAssignmentCommand.RoleDefinitionName" />
    [Parameter(Mandatory = true, ParameterSetName = EmptySet, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, ParameterSetName = ResourceGroupWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ScopeWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, ParameterSetName = ResourceGroupWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ScopeWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceGroupWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ScopeWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleDefinitionNameCompleter))]
    public string? RoleDefinitionName { get; set; }

    /// <inheritdoc cref="GetAzureRoleAssignmentCommand.RoleDefinitionId" />
    [Parameter(
        Mandatory = true, ParameterSetName = RoleIdWithScopeAndObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotEmptyGuid]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Guid RoleDefinitionId { get; set; }

    /// <summary>The role assignment, an object that Get-AzRoleAssignment returns.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = RoleAssignmentSet, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSRoleAssignment? InputObject { get; set; }

    /// <summary>Returns the removed role assignments.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc cref="GetAzureRoleAssignmentCommand.SkipClientSideScopeValidation" />
    [Parameter]
    public SwitchParameter SkipClientSideScopeValidation { get; set; }

    /// <inheritdoc />
    protected override string Operation => "roleassignment.remove";
}
