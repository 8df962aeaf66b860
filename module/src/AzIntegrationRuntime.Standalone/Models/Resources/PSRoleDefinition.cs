using System.Collections.Generic;

namespace Microsoft.Azure.Commands.Resources.Models.Authorization;

/// <summary>Represents a role.</summary>
public class PSRoleDefinition
{
    /// <summary>Gets or sets the name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the id: a GUID.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets whether the role is one of the tenant's own.</summary>
    public bool IsCustom { get; set; }

    /// <summary>Gets or sets the description.</summary>
    public string? Description { get; set; }

    /// <summary>Gets or sets the operations that the role allows.</summary>
    public List<string>? Actions { get; set; }

    /// <summary>Gets or sets the operations that the role excludes.</summary>
    public List<string>? NotActions { get; set; }

    /// <summary>Gets or sets the operations on data that the role allows.</summary>
    public List<string>? DataActions { get; set; }

    /// <summary>Gets or sets the operations on data that the role excludes.</summary>
    public List<string>? NotDataActions { get; set; }

    /// <summary>Gets or sets the scopes that the role can be assigned at.</summary>
    public List<string>? AssignableScopes { get; set; }

    /// <summary>Gets or sets the condition.</summary>
    public string? Condition { get; set; }

    /// <summary>Gets or sets the version of the condition.</summary>
    public string? ConditionVersion { get; set; }

    /// <summary>Gets or sets the permissions, each with its condition.</summary>
    public object[]? Permissions { get; set; }
}
