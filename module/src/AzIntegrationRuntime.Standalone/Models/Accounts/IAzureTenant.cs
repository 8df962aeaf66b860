using System.Collections.Generic;

namespace Microsoft.Azure.Commands.Common.Authentication.Abstractions;

/// <summary>Represents a tenant.</summary>
public interface IAzureTenant
{
    /// <summary>Gets the id.</summary>
    string? Id { get; }

    /// <summary>Gets further properties by name.</summary>
    IDictionary<string, string> ExtendedProperties { get; }
}
