using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Management.Automation;
using AzIntegrationRuntime.Models;

namespace Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels;

/// <summary>Represents a resource.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSResource
{
    /// <summary>Gets or sets the resource id.</summary>
    public string? ResourceId { get; set; }

    /// <summary>Gets or sets the resource id.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the identity.</summary>
    public object? Identity { get; set; }

    /// <summary>Gets or sets the kind.</summary>
    public string? Kind { get; set; }

    /// <summary>Gets or sets the region.</summary>
    public string? Location { get; set; }

    /// <summary>Gets or sets the resource that manages this one.</summary>
    public string? ManagedBy { get; set; }

    /// <summary>Gets or sets the name.</summary>
    public string? ResourceName { get; set; }

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the name of the extension resource.</summary>
    public string? ExtensionResourceName { get; set; }

    /// <summary>Gets or sets the parent, as its type and name.</summary>
    public string? ParentResource { get; set; }

    /// <summary>Gets or sets the plan.</summary>
    public object? Plan { get; set; }

    /// <summary>Gets or sets the properties; null where they were not asked for.</summary>
    public PSObject? Properties { get; set; }

    /// <summary>Gets or sets the name of the resource group.</summary>
    public string? ResourceGroupName { get; set; }

    /// <summary>Gets or sets the type.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets the type.</summary>
    public string? ResourceType { get; set; }

    /// <summary>Gets or sets the type of the extension resource.</summary>
    public string? ExtensionResourceType { get; set; }

    /// <summary>Gets or sets the pricing tier.</summary>
    public object? Sku { get; set; }

    /// <summary>Gets or sets the tags.</summary>
    public IDictionary<string, string>? Tags { get; set; }

    /// <summary>Gets the tags as text.</summary>
    public string? TagsTable { get; internal set; }

    /// <summary>Gets or sets the subscription.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>Gets or sets when the resource was created.</summary>
    public DateTime? CreatedTime { get; set; }

    /// <summary>Gets or sets when the resource was changed last.</summary>
    public DateTime? ChangedTime { get; set; }

    /// <summary>Gets or sets the version of the resource at the service.</summary>
    public string? ETag { get; set; }
}
