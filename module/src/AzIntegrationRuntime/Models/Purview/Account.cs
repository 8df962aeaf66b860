using System;
using System.Collections;
using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace AzIntegrationRuntime.Purview;

/// <summary>Represents a Purview account.</summary>
[TypeConverter(typeof(ModelConverter))]
public class Account
{
    private string? portalUrl;

    /// <summary>Gets the name.</summary>
    public string? Name { get; internal set; }

    /// <summary>Gets the name of the resource group.</summary>
    public string? ResourceGroupName { get; internal set; }

    /// <summary>Gets the region.</summary>
    public string? Location { get; internal set; }

    /// <summary>Gets the resource id.</summary>
    public string? Id { get; internal set; }

    /// <summary>Gets the type of the resource.</summary>
    public string? Type { get; internal set; }

    /// <summary>Gets the name of the managed storage account.</summary>
    public string? ManagedStorageAccount { get; internal set; }

    /// <summary>Gets the name of the managed Event Hubs namespace.</summary>
    public string? ManagedEventHubNamespace { get; internal set; }

    /// <summary>Gets the name of the managed resource group.</summary>
    public string? ManagedResourceGroupName { get; internal set; }

    /// <summary>Gets the resource ids of the managed resources.</summary>
    public object? ManagedResources { get; internal set; }

    /// <summary>Gets the endpoints.</summary>
    public object? Endpoints { get; internal set; }

    /// <summary>Gets the identity.</summary>
    public object? Identity { get; internal set; }

    /// <summary>Gets the pricing tier.</summary>
    public object? Sku { get; internal set; }

    /// <summary>Gets the friendly name.</summary>
    public string? FriendlyName { get; internal set; }

    /// <summary>Gets the provisioning state.</summary>
    public string? ProvisioningState { get; internal set; }

    /// <summary>Gets whether public networks have access.</summary>
    public string? PublicNetworkAccess { get; internal set; }

    /// <summary>Gets whether public networks have access to the managed resources.</summary>
    public string? ManagedResourcesPublicNetworkAccess { get; internal set; }

    /// <summary>Gets whether the managed Event Hubs namespace is on.</summary>
    public string? ManagedEventHubState { get; internal set; }

    /// <summary>Gets the connections of private endpoints.</summary>
    public object[]? PrivateEndpointConnections { get; internal set; }

    /// <summary>Gets when the account was created.</summary>
    public DateTime? CreatedAt { get; internal set; }

    /// <summary>Gets who created the account.</summary>
    public string? CreatedBy { get; internal set; }

    /// <summary>Gets the tags.</summary>
    public Hashtable? Tags { get; internal set; }

    /// <summary>Gets the address of the account in the Azure portal.</summary>
    public string? PortalUrl
    {
        get => portalUrl is null ? StudioAddress.OfAccount(Id) : portalUrl.Length > 0 ? portalUrl : null;
        internal set => portalUrl = value;
    }
}
