using System.Collections.Generic;
using System.ComponentModel;
using AzIntegrationRuntime.Models;

namespace Microsoft.Azure.Commands.Synapse.Models;

/// <summary>Represents a Synapse workspace.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSSynapseWorkspace : PSSynapseTrackedResource
{
    private string? portalUrl;

    /// <summary>Gets or sets the data lake of the workspace.</summary>
    public PSDataLakeStorageAccountDetails? DefaultDataLakeStorage { get; set; }

    /// <summary>Gets or sets the name of the managed resource group.</summary>
    public string? ManagedResourceGroupName { get; set; }

    /// <summary>Gets or sets the provisioning state.</summary>
    public string? ProvisioningState { get; set; }

    /// <summary>Gets or sets the name of the SQL administrator.</summary>
    public string? SqlAdministratorLogin { get; set; }

    /// <summary>Gets or sets the virtual network.</summary>
    public object? VirtualNetworkProfile { get; set; }

    /// <summary>Gets or sets the identity.</summary>
    public PSManagedIdentity? Identity { get; set; }

    /// <summary>Gets the endpoints by name.</summary>
    public IDictionary<string, string>? ConnectivityEndpoints { get; internal set; }

    /// <summary>Gets or sets the managed virtual network.</summary>
    public string? ManagedVirtualNetwork { get; set; }

    /// <summary>Gets or sets the connections of private endpoints.</summary>
    public IList<object>? PrivateEndpointConnections { get; set; }

    /// <summary>Gets or sets the unique id of the workspace.</summary>
    public string? WorkspaceUID { get; set; }

    /// <summary>Gets or sets further settings of the workspace.</summary>
    public IDictionary<string, object>? ExtraProperties { get; set; }

    /// <summary>Gets or sets the settings of the managed virtual network.</summary>
    public object? ManagedVirtualNetworkSettings { get; set; }

    /// <summary>Gets or sets the encryption.</summary>
    public object? Encryption { get; set; }

    /// <summary>Gets or sets the repository that the workspace is kept in.</summary>
    public object? WorkspaceRepositoryConfiguration { get; set; }

    /// <summary>Gets or sets the first administrator in a subscription of a cloud solution provider.</summary>
    public object? CspWorkspaceAdminProperties { get; set; }

    /// <summary>Gets or sets whether public networks have access.</summary>
    public string? PublicNetworkAccess { get; set; }

    /// <summary>Gets or sets the Purview account that the workspace is connected to.</summary>
    public object? PurviewConfiguration { get; set; }

    /// <summary>Gets the address of the workspace in Synapse Studio.</summary>
    public string? PortalUrl
    {
        get => portalUrl is null ? StudioAddress.OfWorkspace(Id) : portalUrl.Length > 0 ? portalUrl : null;
        internal set => portalUrl = value;
    }
}
