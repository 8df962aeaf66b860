using System;

namespace Microsoft.Azure.Management.Synapse.Models;

/// <summary>Represents an integration runtime that is linked to a shared one.</summary>
public class LinkedIntegrationRuntime
{
    /// <summary>Gets the name of the linked integration runtime.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the subscription of its data factory.</summary>
    public string? SubscriptionId { get; internal set; }

    /// <summary>Gets the name of its data factory.</summary>
    public string? DataFactoryName { get; internal set; }

    /// <summary>Gets the region of its data factory.</summary>
    public string? DataFactoryLocation { get; internal set; }

    /// <summary>Gets when the link was made.</summary>
    public DateTime? CreateTime { get; internal set; }
}
