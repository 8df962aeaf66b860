using System.Collections.Generic;

namespace Microsoft.Azure.Commands.Common.Authentication.Abstractions;

/// <summary>Represents an account, with the tenant, the subscription and the cloud that it works in.</summary>
public interface IAzureContext
{
    /// <summary>Gets the account.</summary>
    IAzureAccount? Account { get; }

    /// <summary>Gets the tenant.</summary>
    IAzureTenant? Tenant { get; }

    /// <summary>Gets the subscription.</summary>
    IAzureSubscription? Subscription { get; }

    /// <summary>Gets the cloud.</summary>
    IAzureEnvironment? Environment { get; }

    /// <summary>Gets the profile of API versions.</summary>
    string? VersionProfile { get; }

    /// <summary>Gets further properties by name.</summary>
    IDictionary<string, string> ExtendedProperties { get; }
}
