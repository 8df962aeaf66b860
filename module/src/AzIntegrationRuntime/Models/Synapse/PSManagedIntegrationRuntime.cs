using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Management.Automation;
using AzIntegrationRuntime.Models;
using Microsoft.Azure.Management.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse.Models;

/// <summary>Represents an integration runtime of a workspace whose compute Azure manages.</summary>
[TypeConverter(typeof(ModelConverter))]
public class PSManagedIntegrationRuntime : PSIntegrationRuntime
{
    /// <summary>Gets the region of the compute.</summary>
    public string? Location { get; internal set; }

    /// <summary>Gets the size of a node.</summary>
    public string? NodeSize { get; internal set; }

    /// <summary>Gets the number of nodes.</summary>
    public int? NodeCount { get; internal set; }

    /// <summary>Gets how many packages a node may run at once.</summary>
    public int? MaxParallelExecutionsPerNode { get; internal set; }

    /// <summary>Gets the server of the SSIS catalog.</summary>
    public string? CatalogServerEndpoint { get; internal set; }

    /// <summary>Gets the name of the catalog's administrator.</summary>
    public string? CatalogAdminUserName { get; internal set; }

    /// <summary>Gets the password of the catalog's administrator, as the service masks it.</summary>
    public string? CatalogAdminPassword { get; internal set; }

    /// <summary>Gets the pricing tier of the catalog's database.</summary>
    public string? CatalogPricingTier { get; internal set; }

    /// <summary>Gets the resource id of the virtual network.</summary>
    public string? VNetId { get; internal set; }

    /// <summary>Gets the name of the subnet.</summary>
    public string? Subnet { get; internal set; }

    /// <summary>Gets the resource id of the subnet.</summary>
    public string? SubnetId { get; internal set; }

    /// <summary>Gets how the nodes join the virtual network: <c>Standard</c> or <c>Express</c>.</summary>
    public string? VNetInjectionMethod { get; internal set; }

    /// <summary>Gets the resource ids of the public IP addresses.</summary>
    public string[]? PublicIPs { get; internal set; }

    /// <summary>Gets the number of cores of a data flow.</summary>
    public int? DataFlowCoreCount { get; internal set; }

    /// <summary>Gets the compute type of a data flow.</summary>
    public string? DataFlowComputeType { get; internal set; }

    /// <summary>Gets for how many minutes the compute of a data flow is kept.</summary>
    public int? DataFlowTimeToLive { get; internal set; }

    /// <summary>Gets whether the compute of a data flow is removed after a run.</summary>
    public bool? DataFlowEnableCleanUp { get; internal set; }

    /// <summary>Gets the data integration units of a copy activity in the managed network.</summary>
    public int? CopyComputeScaleDataIntegrationUnit { get; internal set; }

    /// <summary>Gets for how many minutes the compute of a copy activity is kept.</summary>
    public int? CopyComputeScaleTimeToLive { get; internal set; }

    /// <summary>Gets for how many minutes the compute of pipelines is kept.</summary>
    public int? PipelineExternalComputeScaleTimeToLive { get; internal set; }

    /// <summary>Gets the number of nodes for pipeline activities.</summary>
    public int? PipelineExternalComputeScaleNumberOfPipelineNodes { get; internal set; }

    /// <summary>Gets the number of nodes for external activities.</summary>
    public int? PipelineExternalComputeScaleNumberOfExternalNodes { get; internal set; }

    /// <summary>Gets the state, such as <c>Started</c> or <c>Stopped</c>.</summary>
    public override string? State { get; internal set; }

    /// <summary>Gets the licence: <c>LicenseIncluded</c> or <c>BasePrice</c>.</summary>
    public string? LicenseType { get; internal set; }

    /// <summary>Gets the address of the container with the custom setup script.</summary>
    public string? SetupScriptContainerSasUri { get; internal set; }

    /// <summary>Gets the name of the self-hosted integration runtime that serves as a proxy.</summary>
    public string? DataProxyIntegrationRuntimeName { get; internal set; }

    /// <summary>Gets the name of the linked service that data is staged in.</summary>
    public string? DataProxyStagingLinkedServiceName { get; internal set; }

    /// <summary>Gets the path that data is staged at.</summary>
    public string? DataProxyStagingPath { get; internal set; }

    /// <summary>Gets the edition: <c>Standard</c> or <c>Enterprise</c>.</summary>
    public string? Edition { get; internal set; }

    /// <summary>Gets the express custom setups.</summary>
    public IList<CustomSetupBase>? ExpressCustomSetup { get; internal set; }

    /// <summary>Gets the name of the managed virtual network.</summary>
    public string? ManagedVirtualNetworkName { get; internal set; }

    /// <summary>Gets the name of the credential that is used instead of the system-assigned identity.</summary>
    public string? CredentialName { get; internal set; }

    /// <summary>Gets the names of the package stores, each with its linked service.</summary>
    public Hashtable? PackageStore { get; internal set; }

    /// <summary>Gets whether interactive authoring is on: <c>Status</c> and <c>AutoTerminationMinutes</c>.</summary>
    public PSObject? InteractiveAuthoring { get; internal set; }
}
