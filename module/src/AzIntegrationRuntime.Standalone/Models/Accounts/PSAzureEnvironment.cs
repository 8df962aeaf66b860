using System;
using System.Collections.Generic;
using System.ComponentModel;
using AzIntegrationRuntime.Models;
using Microsoft.Azure.Commands.Common.Authentication.Abstractions;

namespace Microsoft.Azure.Commands.Profile.Models;

/// <summary>Represents a cloud of Azure and its endpoints.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSAzureEnvironment : IAzureEnvironment
{
    /// <summary>Gets or sets the name.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets whether the cloud is built in or was added.</summary>
    public string? Type { get; set; }

    /// <summary>Gets or sets whether sign-in goes through Active Directory Federation Services.</summary>
    public bool EnableAdfsAuthentication { get; set; }

    /// <summary>Gets or sets whether the cloud is an Azure Stack with Active Directory Federation Services.</summary>
    public bool OnPremise { get; set; }

    /// <summary>Gets or sets the audience of tokens for Resource Manager.</summary>
    public string? ActiveDirectoryServiceEndpointResourceId { get; set; }

    /// <summary>Gets or sets the tenant that is signed in to where none is named.</summary>
    public string? AdTenant { get; set; }

    /// <summary>Gets or sets the address of the template gallery.</summary>
    public string? GalleryUrl { get; set; }

    /// <summary>Gets or sets the address of the portal.</summary>
    public string? ManagementPortalUrl { get; set; }

    /// <summary>Gets or sets the address of the classic service management.</summary>
    public string? ServiceManagementUrl { get; set; }

    /// <summary>Gets or sets the address of the publish settings.</summary>
    public string? PublishSettingsFileUrl { get; set; }

    /// <summary>Gets or sets the address of Resource Manager.</summary>
    public string? ResourceManagerUrl { get; set; }

    /// <summary>Gets or sets the DNS suffix of SQL servers.</summary>
    public string? SqlDatabaseDnsSuffix { get; set; }

    /// <summary>Gets or sets the DNS suffix of storage accounts.</summary>
    public string? StorageEndpointSuffix { get; set; }

    /// <summary>Gets or sets the address of sign-in.</summary>
    public string? ActiveDirectoryAuthority { get; set; }

    /// <summary>Gets or sets the address of the directory.</summary>
    public string? GraphUrl { get; set; }

    /// <summary>Gets or sets the audience of tokens for the directory.</summary>
    public string? GraphEndpointResourceId { get; set; }

    /// <summary>Gets or sets the DNS suffix of Traffic Manager.</summary>
    public string? TrafficManagerDnsSuffix { get; set; }

    /// <summary>Gets or sets the DNS suffix of key vaults.</summary>
    public string? AzureKeyVaultDnsSuffix { get; set; }

    /// <summary>Gets or sets the audience of tokens for Data Lake.</summary>
    public string? DataLakeEndpointResourceId { get; set; }

    /// <summary>Gets or sets the DNS suffix of Data Lake Store.</summary>
    public string? AzureDataLakeStoreFileSystemEndpointSuffix { get; set; }

    /// <summary>Gets or sets the DNS suffix of Data Lake Analytics.</summary>
    public string? AzureDataLakeAnalyticsCatalogAndJobEndpointSuffix { get; set; }

    /// <summary>Gets or sets the audience of tokens for key vaults.</summary>
    public string? AzureKeyVaultServiceEndpointResourceId { get; set; }

    /// <summary>Gets or sets the DNS suffix of container registries.</summary>
    public string? ContainerRegistryEndpointSuffix { get; set; }

    /// <summary>Gets or sets the audience of tokens for Log Analytics.</summary>
    public string? AzureOperationalInsightsEndpointResourceId { get; set; }

    /// <summary>Gets or sets the address of Log Analytics.</summary>
    public string? AzureOperationalInsightsEndpoint { get; set; }

    /// <summary>Gets or sets the DNS suffix of Analysis Services.</summary>
    public string? AzureAnalysisServicesEndpointSuffix { get; set; }

    /// <summary>Gets or sets the audience of tokens for Analysis Services.</summary>
    public string? AnalysisServicesEndpointResourceId { get; set; }

    /// <summary>Gets or sets the DNS suffix of Attestation.</summary>
    public string? AzureAttestationServiceEndpointSuffix { get; set; }

    /// <summary>Gets or sets the audience of tokens for Attestation.</summary>
    public string? AzureAttestationServiceEndpointResourceId { get; set; }

    /// <summary>Gets or sets the DNS suffix of Synapse.</summary>
    public string? AzureSynapseAnalyticsEndpointSuffix { get; set; }

    /// <summary>Gets or sets the audience of tokens for Synapse.</summary>
    public string? AzureSynapseAnalyticsEndpointResourceId { get; set; }

    /// <summary>Gets the profiles of API versions.</summary>
    public IList<string> VersionProfiles { get; internal set; } = new List<string>();

    /// <summary>Gets further properties by name.</summary>
    public IDictionary<string, string> ExtendedProperties { get; internal set; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets the audience of tokens for Batch.</summary>
    public string? BatchEndpointResourceId { get; set; }

    /// <inheritdoc />
    public override string ToString() => Name ?? string.Empty;
}
