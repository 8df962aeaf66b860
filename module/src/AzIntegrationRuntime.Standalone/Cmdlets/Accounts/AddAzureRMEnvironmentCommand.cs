using System;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.Profile.Models;

namespace Microsoft.Azure.Commands.Profile;

/// <summary>Adds an environment, an Azure cloud to sign in to.</summary>
/// <remarks>
/// <para>
/// Adds an environment by its addresses, or by the address of its Resource Manager, whose metadata describes the cloud.
/// With -AutoDiscover it adds all environments that the discovery endpoint lists. For an existing environment, the
/// cmdlet changes only the given addresses.
/// </para>
/// <para>Connect-AzAccount -Environment signs in to it.</para>
/// </remarks>
/// <example>
/// <code>
/// Add-AzEnvironment -Name 'China' -ARMEndpoint 'https://management.chinacloudapi.cn'
/// </code>
/// <para>
/// Adds an environment by the address of its Resource Manager. The cmdlet requests the metadata of a cloud that is not
/// built in.
/// </para>
/// </example>
/// <example>
/// <code>
/// Add-AzEnvironment -Name 'Lab' -ResourceManagerEndpoint 'https://management.lab.contoso.com' `
///     -ActiveDirectoryEndpoint 'https://login.microsoftonline.com' `
///     -ActiveDirectoryServiceEndpointResourceId 'https://management.lab.contoso.com/'
/// </code>
/// <para>
/// Adds an environment by the addresses of Resource Manager and sign-in, and the audience of its access tokens.
/// </para>
/// </example>
/// <example>
/// <code>
/// Add-AzEnvironment -AutoDiscover
/// </code>
/// <para>Adds the environments that the discovery endpoint of the public cloud lists.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe objects with properties of the same names as the parameters.</inputs>
/// <outputs cref="PSAzureEnvironment">The added environment. With -AutoDiscover it is all environments.</outputs>
/// <seealso>Get-AzEnvironment</seealso>
/// <seealso>Remove-AzEnvironment</seealso>
/// <seealso>Connect-AzAccount</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Add, "AzEnvironment", DefaultParameterSetName = NameSet, SupportsShouldProcess = true)]
[OutputType(typeof(PSAzureEnvironment))]
public sealed class AddAzureRMEnvironmentCommand : ContextScopeCmdlet
{
    private const string NameSet = "Name";
    private const string ARMEndpointSet = "ARMEndpoint";
    private const string DiscoverySet = "Discovery";

    /// <summary>The name of the environment.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ARMEndpointSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Name { get; set; }

    /// <summary>The address of the publish settings file.</summary>
    [Parameter(Position = 1, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? PublishSettingsFileUrl { get; set; }

    /// <summary>The address of classic service management.</summary>
    [Parameter(Position = 2, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Alias("ServiceManagement", "ServiceManagementUrl")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ServiceEndpoint { get; set; }

    /// <summary>The address of the portal.</summary>
    [Parameter(Position = 3, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ManagementPortalUrl { get; set; }

    /// <summary>The DNS suffix of storage accounts.</summary>
    [Parameter(Position = 4, ParameterSetName = NameSet)]
    [Parameter(Position = 2, ParameterSetName = ARMEndpointSet)]
    [Alias("StorageEndpointSuffix")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? StorageEndpoint { get; set; }

    /// <summary>The address of the sign-in service, without the tenant.</summary>
    [Parameter(Position = 5, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Alias("AdEndpointUrl", "ActiveDirectory", "ActiveDirectoryAuthority")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ActiveDirectoryEndpoint { get; set; }

    /// <summary>The address of Resource Manager.</summary>
    [Parameter(Position = 6, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceManager", "ResourceManagerUrl")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ResourceManagerEndpoint { get; set; }

    /// <summary>The address of a Resource Manager that publishes the metadata of its cloud.</summary>
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = ARMEndpointSet, ValueFromPipelineByPropertyName = true)]
    [Alias("ArmUrl")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ARMEndpoint { get; set; }

    /// <summary>The address of the template gallery.</summary>
    [Parameter(Position = 7, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Gallery", "GalleryUrl")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? GalleryEndpoint { get; set; }

    /// <summary>
    /// The audience of access tokens for Resource Manager. The default is the address of Resource Manager.
    /// </summary>
    [Parameter(Position = 8, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ActiveDirectoryServiceEndpointResourceId { get; set; }

    /// <summary>The address of Azure AD Graph, the retired directory API.</summary>
    [Parameter(Position = 9, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Graph", "GraphUrl")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? GraphEndpoint { get; set; }

    /// <summary>The DNS suffix of key vaults.</summary>
    [Parameter(Position = 10, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 3, ParameterSetName = ARMEndpointSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AzureKeyVaultDnsSuffix { get; set; }

    /// <summary>The audience of access tokens for key vaults.</summary>
    [Parameter(Position = 11, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 4, ParameterSetName = ARMEndpointSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AzureKeyVaultServiceEndpointResourceId { get; set; }

    /// <summary>The DNS suffix of Traffic Manager.</summary>
    [Parameter(Position = 12, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? TrafficManagerDnsSuffix { get; set; }

    /// <summary>The DNS suffix of SQL Database servers.</summary>
    [Parameter(Position = 13, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? SqlDatabaseDnsSuffix { get; set; }

    /// <summary>The DNS suffix of Data Lake Store.</summary>
    [Parameter(Position = 14, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AzureDataLakeStoreFileSystemEndpointSuffix { get; set; }

    /// <summary>The DNS suffix of Data Lake Analytics.</summary>
    [Parameter(Position = 15, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AzureDataLakeAnalyticsCatalogAndJobEndpointSuffix { get; set; }

    /// <summary>Marks the environment as one that uses AD FS. This module cannot sign in to it.</summary>
    [Parameter(Position = 16, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Alias("OnPremise")]
    public SwitchParameter EnableAdfsAuthentication { get; set; }

    /// <summary>The tenant for sign-ins that name no tenant.</summary>
    [Parameter(Position = 17, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AdTenant { get; set; }

    /// <summary>The audience of access tokens for Azure AD Graph, the retired directory API.</summary>
    [Parameter(Position = 18, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Alias("GraphEndpointResourceId", "GraphResourceId")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? GraphAudience { get; set; }

    /// <summary>The audience of access tokens for Data Lake.</summary>
    [Parameter(Position = 19, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 19, ParameterSetName = ARMEndpointSet, ValueFromPipelineByPropertyName = true)]
    [Alias("DataLakeEndpointResourceId", "DataLakeResourceId")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? DataLakeAudience { get; set; }

    /// <summary>The audience of access tokens for Batch.</summary>
    [Parameter(Position = 20, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 20, ParameterSetName = ARMEndpointSet, ValueFromPipelineByPropertyName = true)]
    [Alias("BatchResourceId", "BatchAudience")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? BatchEndpointResourceId { get; set; }

    /// <summary>The audience of access tokens for Log Analytics.</summary>
    [Parameter(Position = 21, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 21, ParameterSetName = ARMEndpointSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AzureOperationalInsightsEndpointResourceId { get; set; }

    /// <summary>The address of Log Analytics.</summary>
    [Parameter(Position = 22, ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 22, ParameterSetName = ARMEndpointSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AzureOperationalInsightsEndpoint { get; set; }

    /// <summary>The DNS suffix of Analysis Services.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [Parameter(ParameterSetName = ARMEndpointSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AzureAnalysisServicesEndpointSuffix { get; set; }

    /// <summary>The audience of access tokens for Analysis Services.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [Parameter(ParameterSetName = ARMEndpointSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AzureAnalysisServicesEndpointResourceId { get; set; }

    /// <summary>The DNS suffix of Azure Attestation.</summary>
    [Parameter(ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ARMEndpointSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AzureAttestationServiceEndpointSuffix { get; set; }

    /// <summary>The audience of access tokens for Azure Attestation.</summary>
    [Parameter(ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ARMEndpointSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AzureAttestationServiceEndpointResourceId { get; set; }

    /// <summary>The DNS suffix of Synapse workspaces.</summary>
    [Parameter(ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ARMEndpointSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AzureSynapseAnalyticsEndpointSuffix { get; set; }

    /// <summary>The audience of access tokens for Synapse workspaces.</summary>
    [Parameter(ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ARMEndpointSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AzureSynapseAnalyticsEndpointResourceId { get; set; }

    /// <summary>The DNS suffix of container registries.</summary>
    [Parameter(ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ARMEndpointSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ContainerRegistryEndpointSuffix { get; set; }

    /// <summary>The audience of access tokens for Microsoft Graph.</summary>
    [Parameter(ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? MicrosoftGraphEndpointResourceId { get; set; }

    /// <summary>The address of Microsoft Graph.</summary>
    [Parameter(ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? MicrosoftGraphUrl { get; set; }

    /// <summary>Has no effect. It exists for older scripts.</summary>
    [Parameter(ParameterSetName = NameSet, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? SshAuthScope { get; set; }

    /// <summary>Adds the clouds that the discovery endpoint lists.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DiscoverySet)]
    public SwitchParameter AutoDiscover { get; set; }

    /// <summary>The address of the discovery endpoint. The default is the endpoint of the public cloud.</summary>
    [Parameter(ParameterSetName = DiscoverySet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Uri? Uri { get; set; }

    /// <inheritdoc />
    protected override string Operation => "environment.add";
}
