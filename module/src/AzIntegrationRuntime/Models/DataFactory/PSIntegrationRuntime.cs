using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2.Models;

/// <summary>Represents an integration runtime of a data factory.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSIntegrationRuntime
{
    private string? portalUrl;

    /// <summary>Gets the name.</summary>
    public virtual string? Name { get; internal set; }

    /// <summary>Gets the type: <c>Managed</c> or <c>SelfHosted</c>.</summary>
    public virtual string? Type { get; internal set; }

    /// <summary>Gets the name of the resource group, as the caller gave it.</summary>
    public virtual string? ResourceGroupName { get; internal set; }

    /// <summary>Gets the name of the data factory, as the caller gave it.</summary>
    public virtual string? DataFactoryName { get; internal set; }

    /// <summary>Gets or sets the description.</summary>
    public string? Description { get; set; }

    /// <summary>Gets the resource id.</summary>
    public string? Id { get; internal set; }

    /// <summary>Gets the version of the resource at the service.</summary>
    public string? Etag { get; internal set; }

    /// <summary>Gets the service: <c>DataFactory</c>.</summary>
    public string? Service { get; internal set; }

    /// <summary>Gets the name of the data factory.</summary>
    public string? Parent { get; internal set; }

    /// <summary>Gets the kind: <c>Azure</c>, <c>AzureSsis</c>, <c>SelfHosted</c> or <c>Linked</c>.</summary>
    public string? Kind { get; internal set; }

    /// <summary>Gets the state; null where it was not asked for.</summary>
    public virtual string? State { get; internal set; }

    /// <summary>Gets the version of the software on the nodes; null where it was not asked for.</summary>
    public virtual string? Version { get; internal set; }

    /// <summary>Gets the id of the subscription.</summary>
    public string? SubscriptionId { get; internal set; }

    /// <summary>Gets the address of the data factory in Data Factory Studio.</summary>
    public string? PortalUrl
    {
        get => portalUrl is null ? StudioAddress.OfDataFactory(Id) : portalUrl.Length > 0 ? portalUrl : null;
        internal set => portalUrl = value;
    }
}
