using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace Microsoft.Azure.Commands.Synapse.Models;

/// <summary>Represents an integration runtime of a workspace.</summary>
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

    /// <summary>Gets the name of the workspace, as the caller gave it.</summary>
    public virtual string? WorkspaceName { get; internal set; }

    /// <summary>Gets or sets the description.</summary>
    public string? Description { get; set; }

    /// <summary>Gets the resource id.</summary>
    public string? Id { get; internal set; }

    /// <summary>Gets the version of the resource at the service.</summary>
    public string? Etag { get; internal set; }

    /// <summary>Gets the service: <c>Synapse</c>.</summary>
    public string? Service { get; internal set; }

    /// <summary>Gets the name of the workspace.</summary>
    public string? Parent { get; internal set; }

    /// <summary>Gets the kind: <c>Azure</c>, <c>AzureSsis</c>, <c>SelfHosted</c> or <c>Linked</c>.</summary>
    public string? Kind { get; internal set; }

    /// <summary>Gets the state; null where it was not asked for.</summary>
    public virtual string? State { get; internal set; }

    /// <summary>Gets the version of the software on the nodes; null where it was not asked for.</summary>
    public virtual string? Version { get; internal set; }

    /// <summary>Gets the id of the subscription.</summary>
    public string? SubscriptionId { get; internal set; }

    /// <summary>Gets the address of the workspace in Synapse Studio.</summary>
    public string? PortalUrl
    {
        get => portalUrl is null ? StudioAddress.OfWorkspace(Id) : portalUrl.Length > 0 ? portalUrl : null;
        internal set => portalUrl = value;
    }
}
