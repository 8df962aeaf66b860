using System;
using System.Collections.Generic;
using System.ComponentModel;
using AzIntegrationRuntime.Models;
using Microsoft.Azure.Commands.Common.Authentication.Abstractions;

namespace Microsoft.Azure.Commands.Profile.Models;

/// <summary>Represents a subscription.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSAzureSubscription : IAzureSubscription
{
    /// <summary>Gets or sets the id.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the state.</summary>
    public string? State { get; set; }

    /// <summary>Gets the id.</summary>
    public string? SubscriptionId
    {
        get => Id;
        internal set => Id ??= value;
    }

    /// <summary>Gets or sets the tenant that the subscription was found in.</summary>
    public string? TenantId { get; set; }

    /// <summary>Gets or sets the tenant that the subscription belongs to.</summary>
    public string? HomeTenantId { get; set; }

    /// <summary>Gets or sets the tenants that manage the subscription.</summary>
    public string[]? ManagedByTenantIds { get; set; }

    /// <summary>Gets always null: there is no current storage account.</summary>
    public string? CurrentStorageAccountName { get; internal set; }

    /// <summary>Gets always null: the policies are not asked for.</summary>
    public object? SubscriptionPolicies { get; internal set; }

    /// <summary>Gets further properties by name.</summary>
    public IDictionary<string, string> ExtendedProperties { get; internal set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets always null: there is no current storage account.</summary>
    public string? CurrentStorageAccount { get; set; }

    /// <summary>Gets always null: the source is not asked for.</summary>
    public string? AuthorizationSource { get; internal set; }

    /// <summary>Gets the tags; null where they were not asked for.</summary>
    public Dictionary<string, string>? Tags { get; internal set; }

    /// <inheritdoc />
    public override string ToString() => Id ?? string.Empty;
}
