using System;
using System.Collections.Generic;

namespace Microsoft.Azure.Commands.Synapse.Models;

/// <summary>Represents the identity of a workspace.</summary>
public class PSManagedIdentity
{
    /// <summary>Gets or sets the type, such as <c>SystemAssigned</c>.</summary>
    public string? IdentityType { get; set; }

    /// <summary>Gets or sets the object id of the system-assigned identity.</summary>
    public string? PrincipalId { get; set; }

    /// <summary>Gets or sets the tenant of the system-assigned identity.</summary>
    public Guid? TenantId { get; set; }

    /// <summary>Gets or sets the user-assigned identities by resource id.</summary>
    public IDictionary<string, object>? UserAssignedIdentities { get; set; }

    /// <summary>Returns the type of the identity.</summary>
    public override string ToString() => IdentityType ?? base.ToString();
}
