using System.Collections.Generic;

namespace Microsoft.Azure.Commands.Common.Authentication.Abstractions;

/// <summary>Represents a cloud of Azure and its endpoints.</summary>
public interface IAzureEnvironment
{
    /// <summary>Gets the name.</summary>
    string? Name { get; }

    /// <summary>Gets the address of Resource Manager.</summary>
    string? ResourceManagerUrl { get; }

    /// <summary>Gets the address of sign-in.</summary>
    string? ActiveDirectoryAuthority { get; }

    /// <summary>Gets further properties by name.</summary>
    IDictionary<string, string> ExtendedProperties { get; }
}
