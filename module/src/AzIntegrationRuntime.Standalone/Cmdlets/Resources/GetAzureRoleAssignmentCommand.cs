using System;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone;
using Microsoft.Azure.Commands.Resources.Models.Authorization;

namespace Microsoft.Azure.Commands.Resources;

/// <summary>Gets role assignments.</summary>
/// <remarks>
/// <para>
/// Gets the role assignments of the subscription, or those of a principal, a role or a scope. Names that need Microsoft
/// Graph are empty.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $shared = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west'
/// Get-AzRoleAssignment -Scope $shared.Id
/// </code>
/// <para>Lists the role assignments of an integration runtime.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzRoleAssignment -ObjectId '88888888-8888-4888-8888-888888888888'
/// </code>
/// <para>Lists the role assignments of a principal.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe objects with properties of the same names as the parameters.</inputs>
/// <outputs cref="PSRoleAssignment" />
/// <seealso>New-AzRoleAssignment</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzRoleAssignment", DefaultParameterSetName = EmptySet)]
[OutputType(typeof(PSRoleAssignment))]
public sealed class GetAzureRoleAssignmentCommand : NativeCmdlet
{
    private const string ObjectIdSet = "ObjectIdParameterSet";
    private const string ResourceGroupWithObjectIdSet = "ResourceGroupWithObjectIdParameterSet";
    private const string ResourceWithObjectIdSet = "ResourceWithObjectIdParameterSet";
    private const string ScopeWithObjectIdSet = "ScopeWithObjectIdParameterSet";
    private const string RoleIdWithScopeAndObjectIdSet = "RoleIdWithScopeAndObjectIdParameterSet";
    private const string SignInNameSet = "SignInNameParameterSet";
    private const string ResourceGroupWithSignInNameSet = "ResourceGroupWithSignInNameParameterSet";
    private const string ResourceWithSignInNameSet = "ResourceWithSignInNameParameterSet";
    private const string ScopeWithSignInNameSet = "ScopeWithSignInNameParameterSet";
    private const string SPNSet = "SPNParameterSet";
    private const string ResourceGroupWithSPNSet = "ResourceGroupWithSPNParameterSet";
    private const string ResourceWithSPNSet = "ResourceWithSPNParameterSet";
    private const string ScopeWithSPNSet = "ScopeWithSPNParameterSet";
    private const string ResourceGroupSet = "ResourceGroupParameterSet";
    private const string ResourceSet = "ResourceParameterSet";
    private const string ScopeSet = "ScopeParameterSet";
    private const string EmptySet = "EmptyParameterSet";

    /// <summary>
    /// The object id of the principal: a user, group, service principal or managed identity, such as the
    /// Identity.PrincipalId of a data factory.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, ParameterSetName = ResourceGroupWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ScopeWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = RoleIdWithScopeAndObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "PrincipalId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ObjectId { get; set; }

    /// <summary>
    /// The sign-in name of a user. Resolving it needs Microsoft Graph, which this module does not call. Use -ObjectId
    /// instead.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = SignInNameSet, ValueFromPipelineByPropertyName = true)]
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
    [Parameter(Mandatory = true, ParameterSetName = SPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceGroupWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ScopeWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Alias("SPN")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ServicePrincipalName { get; set; }

    /// <summary>The resource group of the role assignment's scope.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ResourceGroupSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceSet, ValueFromPipelineByPropertyName = true)]
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

    /// <summary>The resource of the role assignment's scope.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ResourceSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ResourceName { get; set; }

    /// <summary>The type of the resource, such as Microsoft.DataFactory/factories.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ResourceSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceTypeCompleter))]
    public string? ResourceType { get; set; }

    /// <summary>The parent of a nested resource.</summary>
    [Parameter(ParameterSetName = ResourceSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ParentResource { get; set; }

    /// <summary>The resource id of the scope. The default is the subscription.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ScopeSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ScopeWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ScopeWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ScopeWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = RoleIdWithScopeAndObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ScopeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Scope { get; set; }

    /// <summary>The name of the role, such as Contributor.</summary>
    [Parameter(ParameterSetName = EmptySet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeWithObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = SignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeWithSignInNameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = SPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeWithSPNSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceGroupSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ResourceSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ScopeSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleDefinitionNameCompleter))]
    public string? RoleDefinitionName { get; set; }

    /// <summary>The id of the role definition.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = RoleIdWithScopeAndObjectIdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotEmptyGuid]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Guid RoleDefinitionId { get; set; }

    /// <summary>
    /// Also gets the role assignments of the principal's groups. This needs Microsoft Graph, which this module does not
    /// call.
    /// </summary>
    [Parameter(ParameterSetName = ObjectIdSet)]
    [Parameter(ParameterSetName = SignInNameSet)]
    public SwitchParameter ExpandPrincipalGroups { get; set; }

    /// <summary>Also gets the classic administrators of the subscription.</summary>
    [Parameter(ParameterSetName = EmptySet)]
    [Parameter(ParameterSetName = ObjectIdSet)]
    [Parameter(ParameterSetName = ResourceGroupWithObjectIdSet)]
    [Parameter(ParameterSetName = ResourceWithObjectIdSet)]
    [Parameter(ParameterSetName = ScopeWithObjectIdSet)]
    [Parameter(ParameterSetName = SignInNameSet)]
    [Parameter(ParameterSetName = ResourceGroupWithSignInNameSet)]
    [Parameter(ParameterSetName = ResourceWithSignInNameSet)]
    [Parameter(ParameterSetName = ScopeWithSignInNameSet)]
    [Parameter(ParameterSetName = SPNSet)]
    [Parameter(ParameterSetName = ResourceGroupWithSPNSet)]
    [Parameter(ParameterSetName = ResourceWithSPNSet)]
    [Parameter(ParameterSetName = ScopeWithSPNSet)]
    [Parameter(ParameterSetName = ResourceGroupSet)]
    [Parameter(ParameterSetName = ResourceSet)]
    [Parameter(ParameterSetName = ScopeSet)]
    public SwitchParameter IncludeClassicAdministrators { get; set; }

    /// <summary>Skips the check of the scope's format.</summary>
    [Parameter]
    public SwitchParameter SkipClientSideScopeValidation { get; set; }

    /// <inheritdoc />
    protected override string Operation => "roleassignment.get";
}
