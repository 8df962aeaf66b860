using System.Collections.Generic;

namespace Microsoft.Azure.Commands.Common.Authentication.Abstractions;

/// <summary>Represents an account that signed in.</summary>
public interface IAzureAccount
{
    /// <summary>Gets the name of the user, or the id of the application.</summary>
    string? Id { get; }

    /// <summary>Gets the type, such as <c>User</c> or <c>ServicePrincipal</c>.</summary>
    string? Type { get; }

    /// <summary>Gets further properties by name.</summary>
    IDictionary<string, string> ExtendedProperties { get; }
}
