using System.Collections.Generic;
using System.ComponentModel;
using System.Management.Automation;
using AzIntegrationRuntime.Models;
using Microsoft.Azure.Management.DataFactory.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2.Models;

/// <summary>Represents a data factory.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSDataFactory
{
    private string? portalUrl;

    /// <summary>Gets the name.</summary>
    public string? DataFactoryName { get; internal set; }

    /// <summary>Gets the resource id.</summary>
    public string? DataFactoryId { get; internal set; }

    /// <summary>Gets the name of the resource group.</summary>
    public string? ResourceGroupName { get; internal set; }

    /// <summary>Gets or sets the region.</summary>
    public string? Location { get; set; }

    /// <summary>Gets or sets the tags.</summary>
    public IDictionary<string, string>? Tags { get; set; }

    /// <summary>Gets or sets the identity.</summary>
    public FactoryIdentity? Identity { get; set; }

    /// <summary>Gets the provisioning state.</summary>
    public string? ProvisioningState { get; internal set; }

    /// <summary>Gets or sets the repository that the data factory is kept in.</summary>
    public FactoryRepoConfiguration? RepoConfiguration { get; set; }

    /// <summary>Gets or sets the global parameters.</summary>
    public IDictionary<string, GlobalParameterSpecification>? GlobalParameters { get; set; }

    /// <summary>Gets the version of the resource at the service.</summary>
    public string? ETag { get; internal set; }

    /// <summary>Gets whether public networks may reach the data factory: <c>Enabled</c> or <c>Disabled</c>.</summary>
    public string? PublicNetworkAccess { get; internal set; }

    /// <summary>Gets the key of the customer that the data factory is encrypted with.</summary>
    public PSObject? Encryption { get; internal set; }

    /// <summary>Gets the address of the data factory in Data Factory Studio.</summary>
    public string? PortalUrl
    {
        get => portalUrl is null ? StudioAddress.OfDataFactory(DataFactoryId) : portalUrl.Length > 0 ? portalUrl : null;
        internal set => portalUrl = value;
    }
}
