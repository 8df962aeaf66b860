using System;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone;
using Microsoft.Azure.Commands.Resources.Models.Authorization;

namespace Microsoft.Azure.Commands.Resources;

/// <summary>Gets role definitions.</summary>
/// <remarks>
/// <para>
/// Gets the role definitions of a scope or the subscription: all, only the custom ones, or the role definition of a
/// name or an id. The objects show the permissions.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzRoleDefinition -Name 'Data Factory Contributor'
/// </code>
/// <para>Gets a role definition by its name.</para>
/// </example>
/// <example>
/// <code>
/// (Get-AzRoleDefinition -Id 'acdd72a7-3385-48ef-bd42-f606fba81ae7').Actions
/// </code>
/// <para>Lists the permissions of a role definition.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzRoleDefinition -Custom
/// </code>
/// <para>Lists the custom roles.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe a scope, or objects with the properties Name, Id or Custom.</inputs>
/// <outputs cref="PSRoleDefinition" />
/// <seealso>New-AzRoleAssignment</seealso>
/// <seealso>Get-AzRoleAssignment</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzRoleDefinition", DefaultParameterSetName = RoleDefinitionNameSet)]
[OutputType(typeof(PSRoleDefinition))]
public sealed class GetAzureRoleDefinitionCommand : NativeCmdlet
{
    private const string RoleDefinitionNameSet = "RoleDefinitionNameParameterSet";
    private const string RoleDefinitionIdSet = "RoleDefinitionIdParameterSet";
    private const string RoleDefinitionCustomSet = "RoleDefinitionCustomParameterSet";

    /// <summary>The name of the role definition.</summary>
    [Parameter(Position = 0, ParameterSetName = RoleDefinitionNameSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Name { get; set; }

    /// <summary>The id of the role definition.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RoleDefinitionIdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotEmptyGuid]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Guid Id { get; set; }

    /// <summary>The resource id of the scope.</summary>
    [Parameter(ParameterSetName = RoleDefinitionNameSet, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = RoleDefinitionIdSet, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = RoleDefinitionCustomSet, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Scope { get; set; }

    /// <summary>Gets only custom roles.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RoleDefinitionCustomSet, ValueFromPipelineByPropertyName = true)]
    public SwitchParameter Custom { get; set; }

    /// <inheritdoc cref="GetAzureRoleAssignmentCommand.SkipClientSideScopeValidation" />
    [Parameter]
    public SwitchParameter SkipClientSideScopeValidation { get; set; }

    /// <inheritdoc />
    protected override string Operation => "roledefinition.get";
}
