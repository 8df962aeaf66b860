using System.Collections;
using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels;

/// <summary>Represents a resource group.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSResourceGroup
{
    /// <summary>Gets or sets the name.</summary>
    public string? ResourceGroupName { get; set; }

    /// <summary>Gets or sets the region.</summary>
    public string? Location { get; set; }

    /// <summary>Gets or sets the provisioning state.</summary>
    public string? ProvisioningState { get; set; }

    /// <summary>Gets or sets the tags.</summary>
    public Hashtable? Tags { get; set; }

    /// <summary>Gets the tags as text.</summary>
    public string? TagsTable { get; internal set; }

    /// <summary>Gets or sets the resource id.</summary>
    public string? ResourceId { get; set; }

    /// <summary>Gets or sets the resource that manages the group.</summary>
    public string? ManagedBy { get; set; }
}
