using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace AzIntegrationRuntime.Purview;

/// <summary>Represents an integration runtime of a Purview account.</summary>
[TypeConverter(typeof(ModelConverter))]
public class IntegrationRuntime
{
    private string? portalUrl;

    /// <summary>Gets the name.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the type: <c>Managed</c> or <c>SelfHosted</c>.</summary>
    public string? Type { get; internal set; }

    /// <summary>Gets the name of the resource group.</summary>
    public string? ResourceGroupName { get; internal set; }

    /// <summary>Gets the name of the account.</summary>
    public string? AccountName { get; internal set; }

    /// <summary>Gets or sets the description.</summary>
    public string? Description { get; set; }

    /// <summary>Gets the id: the resource id of the account and the name.</summary>
    public string? Id { get; internal set; }

    /// <summary>Gets the service: <c>Purview</c>.</summary>
    public string? Service { get; internal set; }

    /// <summary>Gets the name of the account.</summary>
    public string? Parent { get; internal set; }

    /// <summary>Gets the kind: <c>Azure</c> or <c>SelfHosted</c>.</summary>
    public string? Kind { get; internal set; }

    /// <summary>Gets the state; null where it was not asked for.</summary>
    public virtual string? State { get; internal set; }

    /// <summary>Gets the version of the software on the nodes; null where it was not asked for.</summary>
    public virtual string? Version { get; internal set; }

    /// <summary>Gets the id of the subscription.</summary>
    public string? SubscriptionId { get; internal set; }

    /// <summary>Gets the address of the account in the Azure portal.</summary>
    public string? PortalUrl
    {
        get => portalUrl is null ? StudioAddress.OfAccount(Id) : portalUrl.Length > 0 ? portalUrl : null;
        internal set => portalUrl = value;
    }
}
