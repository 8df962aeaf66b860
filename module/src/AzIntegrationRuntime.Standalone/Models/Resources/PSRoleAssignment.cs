using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace Microsoft.Azure.Commands.Resources.Models.Authorization;

/// <summary>Represents a role assignment.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSRoleAssignment
{
    /// <summary>Gets or sets the name: a GUID.</summary>
    public string? RoleAssignmentName { get; set; }

    /// <summary>Gets or sets the resource id.</summary>
    public string? RoleAssignmentId { get; set; }

    /// <summary>Gets or sets the scope.</summary>
    public string? Scope { get; set; }

    /// <summary>Gets or sets the display name of the principal.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Gets or sets the sign-in name of the principal.</summary>
    public string? SignInName { get; set; }

    /// <summary>Gets or sets the name of the role.</summary>
    public string? RoleDefinitionName { get; set; }

    /// <summary>Gets or sets the id of the role: a GUID.</summary>
    public string? RoleDefinitionId { get; set; }

    /// <summary>Gets or sets the object id of the principal.</summary>
    public string? ObjectId { get; set; }

    /// <summary>Gets or sets the type of the principal.</summary>
    public string? ObjectType { get; set; }

    /// <summary>Gets or sets whether the principal can assign the role to others.</summary>
    public bool CanDelegate { get; set; }

    /// <summary>Gets or sets the description.</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets the version of the condition.</summary>
    public string? ConditionVersion { get; set; }

    /// <summary>Gets or sets the condition.</summary>
    public string? Condition { get; set; }
}
