using System;
using System.Collections.Generic;

namespace Microsoft.Azure.Management.DataFactory.Models;

/// <summary>Represents the identity of a data factory.</summary>
public class FactoryIdentity
{
    /// <summary>Gets or sets the type, such as <c>SystemAssigned</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Gets the object id of the system-assigned identity.</summary>
    public Guid? PrincipalId { get; internal set; }

    /// <summary>Gets the tenant of the system-assigned identity.</summary>
    public Guid? TenantId { get; internal set; }

    /// <summary>Gets or sets the user-assigned identities by resource id.</summary>
    public IDictionary<string, object>? UserAssignedIdentities { get; set; }

    /// <summary>Returns the type of the identity.</summary>
    public override string ToString() => Type ?? base.ToString();
}
