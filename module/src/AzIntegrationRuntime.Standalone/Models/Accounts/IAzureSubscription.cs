using System.Collections.Generic;

namespace Microsoft.Azure.Commands.Common.Authentication.Abstractions;

/// <summary>Represents a subscription.</summary>
public interface IAzureSubscription
{
    /// <summary>Gets the id.</summary>
    string? Id { get; }

    /// <summary>Gets the name.</summary>
    string? Name { get; }

    /// <summary>Gets the state.</summary>
    string? State { get; }

    /// <summary>Gets further properties by name.</summary>
    IDictionary<string, string> ExtendedProperties { get; }
}
