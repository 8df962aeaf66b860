using System;
using System.Collections.Generic;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone;
using AzIntegrationRuntime.Standalone.Completion;
using Microsoft.Azure.Commands.Resources.Models.Authorization;

namespace Microsoft.Azure.Commands.Resources;

/// <summary>Assigns a role.</summary>
/// <remarks>
/// <para>
/// Assigns a role to a principal on a scope: a resource, a resource group or the subscription. To share a self-hosted
/// integration runtime with a data factory, assign the role Contributor on the integration runtime to the identity of
/// the data factory.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $factory = Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test'
/// $shared = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west'
/// New-AzRoleAssignment -ObjectId $factory.Identity.PrincipalId -RoleDefinitionName 'Contributor' -Scope $shared.Id
/// </code>
/// <para>Shares an integration runtime with another data factory.</para>
/// </example>
/// <example>
/// <code>
/// New-AzRoleAssignment -ObjectId '88888888-8888-4888-8888-888888888888' -RoleDefinitionName 'Reader' `
///     -ResourceGroupName 'rg-data'
/// </code>
/// <para>Assigns the role Reader on a resource group.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe objects with properties of the same names as the parameters.</inputs>
/// <outputs cref="PSRoleAssignment" />
/// <seealso>Remove-AzRoleAssignment</seealso>
/// <seealso>Get-AzRoleAssignment</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.New, "AzRoleAssignment", DefaultParameterSetName = EmptySet)]
[OutputType(typeof(PSRoleAssignment))]
public sealed class NewAzureRoleAssignmentCommand : NativeCmdlet
{
    private const string EmptySet = "EmptyParameterSet";
    private const string ResourceGroupWithObjectIdSet = "ResourceGroupWithObjectIdParameterSet";
    private const string ResourceWithObjectIdSet = "ResourceWithObjectIdParameterSet";
    private const string RoleIdWithScopeAndObjectIdSet = "RoleIdWithScopeAndObjectIdParameterSet";
    private const string ResourceGroupWithSignInNameSet = "ResourceGroupWithSignInNameParameterSet";
    private const string ResourceWithSignInNameSet = "ResourceWithSignInNameParameterSet";
    private const string ScopeWithSignInNameSet = "ScopeWithSignInNameParameterSet";
    private const string ResourceGroupWithSPNSet = "ResourceGroupWithSPNParameterSet";
    private const string ResourceWithSPNSet = "ResourceWithSPNParameterSet";
    private const string ScopeWithSPNSet = "ScopeWithSPNParameterSet";
    private const string InputFileSet = "InputFileParameterSet";

    /// <inheritdoc cref="GetAzureRoleAssignmentCommand.ObjectId" />
    [Parameter(Mandatory = true, ParameterSetName = EmptySet, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, ParameterSetName = ResourceGroupWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
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

    /// <summary>
    /// The application id of a service principal. Resolving it needs Microsoft Graph, which this module does not call.
    /// Use -ObjectId instead.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ResourceGroupWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ScopeWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Alias("SPN", "ServicePrincipalName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ApplicationId { get; set; }

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
    [Parameter(
        Mandatory = true, ParameterSetName = RoleIdWithScopeAndObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = EmptySet, ValueFromPipelineByPropertyName = true)]
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

    /// <summary>The description of the role assignment.</summary>
    [Parameter(ParameterSetName = EmptySet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = RoleIdWithScopeAndObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Description { get; set; }

    /// <summary>The condition of the role assignment.</summary>
    [Parameter(ParameterSetName = EmptySet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = RoleIdWithScopeAndObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Condition { get; set; }

    /// <summary>The version of the condition syntax. The default is 2.0.</summary>
    [Parameter(ParameterSetName = EmptySet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = RoleIdWithScopeAndObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ConditionVersion { get; set; }

    /// <summary>The type of the principal: User, Group or Service Principal.</summary>
    [Parameter(ParameterSetName = EmptySet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = RoleIdWithScopeAndObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PrincipalType")]
    [ArgumentCompleter(typeof(PrincipalTypeCompleter))]
    public string? ObjectType { get; set; }

    /// <summary>The path of a JSON file with the properties of the role assignment.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputFileSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? InputFile { get; set; }

    /// <summary>Allows the assignee to grant the role to others.</summary>
    [Parameter]
    public SwitchParameter AllowDelegation { get; set; }

    /// <inheritdoc cref="GetAzureRoleAssignmentCommand.SkipClientSideScopeValidation" />
    [Parameter]
    public SwitchParameter SkipClientSideScopeValidation { get; set; }

    /// <inheritdoc />
    protected override string Operation => "roleassignment.new";

    /// <inheritdoc />
    protected override IReadOnlyList<string> PathParameters => [nameof(InputFile)];
}
