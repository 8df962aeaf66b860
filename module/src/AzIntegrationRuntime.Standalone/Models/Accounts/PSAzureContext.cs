using System;
using System.Collections.Generic;
using System.ComponentModel;
using AzIntegrationRuntime.Models;
using Microsoft.Azure.Commands.Common.Authentication.Abstractions;
using Microsoft.Azure.Commands.Common.Authentication.Abstractions.Core;

namespace Microsoft.Azure.Commands.Profile.Models.Core;

/// <summary>Represents an account, with the tenant, the subscription and the cloud that it works in.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSAzureContext : IAzureContext, IAzureContextContainer
{
    /// <summary>Gets or sets the name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the account.</summary>
    public IAzureAccount? Account { get; set; }

    /// <summary>Gets or sets the cloud.</summary>
    public IAzureEnvironment? Environment { get; set; }

    /// <summary>Gets or sets the subscription.</summary>
    public IAzureSubscription? Subscription { get; set; }

    /// <summary>Gets or sets the tenant.</summary>
    public IAzureTenant? Tenant { get; set; }

    /// <summary>Gets or sets always null: tokens are kept elsewhere.</summary>
    public object? TokenCache { get; set; }

    /// <summary>Gets or sets the profile of API versions.</summary>
    public string? VersionProfile { get; set; }

    /// <summary>Gets further properties by name.</summary>
    public IDictionary<string, string> ExtendedProperties { get; internal set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
