using System.Collections;
using System.Management.Automation;
using System.Security;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>Creates or changes an integration runtime of a Synapse workspace.</summary>
/// <remarks>
/// <para>Creates an integration runtime of the type Managed or SelfHosted in a Synapse workspace.</para>
/// <para>
/// For an existing integration runtime, the cmdlet changes only the given settings. It asks for confirmation unless
/// -Force is given. It shows the changes before it asks, and with -WhatIf. If the integration runtime has changed in
/// the meantime, the cmdlet overwrites nothing and writes an error.
/// </para>
/// <para>
/// Setting an Azure integration runtime without changes, with -Force alone, repairs it if it is in the state Limited.
/// </para>
/// <para>
/// The location of the AutoResolveIntegrationRuntime cannot change. To run activities in another region, create an
/// integration runtime of another name with that -Location.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Set-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-europe' -Type Managed -Location WestEurope
/// </code>
/// <para>Creates an Azure integration runtime in a region.</para>
/// </example>
/// <example>
/// <code>
/// Set-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-azure' -Location NorthEurope -WhatIf
/// Set-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-azure' -Location NorthEurope -Force
/// </code>
/// <para>Shows the effect of moving an Azure integration runtime to another region, and moves it.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-azure' | Set-AzSynapseIntegrationRuntime -Force
/// </code>
/// <para>Sets an integration runtime without changes, which repairs it if it is in the state Limited.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSynapseWorkspace -Name 'syn-prod' |
///     Set-AzSynapseIntegrationRuntime -Name 'ir-east' -Type SelfHosted -Description 'Runs in the east office'
/// </code>
/// <para>
/// Creates a self-hosted integration runtime. Its nodes register with an authentication key from
/// Get-AzSynapseIntegrationRuntimeKey.
/// </para>
/// </example>
/// <example>
/// <code>
/// $password = ConvertTo-SecureString $env:SQL_PASSWORD -AsPlainText -Force
/// $ssis = @{
///     WorkspaceName          = 'syn-prod'
///     Name                   = 'ir-packages'
///     Type                   = 'Managed'
///     Location               = 'WestEurope'
///     NodeSize               = 'Standard_D4_v3'
///     NodeCount              = 2
///     CatalogServerEndpoint  = 'sql-data.database.windows.net'
///     CatalogAdminCredential = [pscredential]::new('sqladmin', $password)
///     CatalogPricingTier     = 'S1'
/// }
/// Set-AzSynapseIntegrationRuntime @ssis
/// </code>
/// <para>Creates an Azure-SSIS integration runtime with a catalog. Start-AzSynapseIntegrationRuntime starts it.</para>
/// </example>
/// <example>
/// <code>
/// Set-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -Description 'Moved north' -Force
/// Set-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -Clear Description -Force
/// </code>
/// <para>
/// Changes the description of an existing integration runtime without asking for confirmation, and removes it.
/// </para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-azure'
/// $runtime | Set-AzSynapseIntegrationRuntime -IfMatch $runtime.Etag -Force -Property @{
///     typeProperties = @{ computeProperties = @{ location = 'NorthEurope' } }
/// }
/// </code>
/// <para>
/// Changes computeProperties.location of the REST API, unless the integration runtime has changed since it was read.
/// </para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime or a workspace.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <outputs cref="PSIntegrationRuntime">
/// An integration runtime of the type Managed or SelfHosted, or $null if nothing changed.
/// </outputs>
/// <seealso>Get-AzSynapseIntegrationRuntime</seealso>
/// <seealso>Remove-AzSynapseIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Set, "AzSynapseIntegrationRuntime", DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(PSIntegrationRuntime))]
public sealed class SetAzureSynapseIntegrationRuntime : NativeCmdlet
{
    private const string ByName = "SetByIntegrationRuntimeName";
    private const string ByLinkedName = "SetByLinkedIntegrationRuntimeName";
    private const string ByParentObject = "SetByParentObject";
    private const string ByLinkedParentObject = "SetByLinkedIntegrationRuntimeParentObject";
    private const string ByResourceId = "SetByResourceId";
    private const string ByLinkedResourceId = "SetByLinkedIntegrationRuntimeResourceId";
    private const string ByObject = "SetByIntegrationRuntimeObject";
    private const string ByLinkedObject = "SetByLinkedIntegrationRuntimeObject";

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.ResourceGroupName" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByLinkedName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.WorkspaceName" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByLinkedName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? WorkspaceName { get; set; }

    /// <inheritdoc cref="NamedFactoryRuntimeCmdlet.Name" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByLinkedName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [Parameter(Mandatory = true, ParameterSetName = ByLinkedParentObject)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.WorkspaceObject" />
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject, ValueFromPipeline = true)]
    [Parameter(Mandatory = true, ParameterSetName = ByLinkedParentObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSSynapseWorkspace? WorkspaceObject { get; set; }

    /// <inheritdoc cref="FactoryRuntimeCmdlet.ResourceId" />
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [Parameter(Mandatory = true, ParameterSetName = ByLinkedResourceId)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeIdCompleter))]
    public string? ResourceId { get; set; }

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.InputObject" />
    [Parameter(Mandatory = true, ParameterSetName = ByObject, ValueFromPipeline = true)]
    [Parameter(Mandatory = true, ParameterSetName = ByLinkedObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSIntegrationRuntime? InputObject { get; set; }

    /// <summary>
    /// The type: Managed (Azure and Azure-SSIS) or SelfHosted. It is required to create an integration runtime. The
    /// type of an existing integration runtime cannot change.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateSet("Managed", "SelfHosted")]
    public string? Type { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.Description" />
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Description { get; set; }

    /// <summary>
    /// The resource id of the shared self-hosted integration runtime to link to. Synapse does not support sharing and
    /// refuses the request; the parameter exists for scripts that use it.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLinkedName)]
    [Parameter(Mandatory = true, ParameterSetName = ByLinkedParentObject)]
    [Parameter(Mandatory = true, ParameterSetName = ByLinkedResourceId)]
    [Parameter(Mandatory = true, ParameterSetName = ByLinkedObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuntimeIdCompleter))]
    public string? SharedIntegrationRuntimeResourceId { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.Location" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocationCompleter))]
    public string? Location { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.NodeSize" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NodeSizeCompleter))]
    public string? NodeSize { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.NodeCount" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? NodeCount { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.MaxParallelExecutionsPerNode" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? MaxParallelExecutionsPerNode { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.CatalogServerEndpoint" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? CatalogServerEndpoint { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.CatalogAdminCredential" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSCredential? CatalogAdminCredential { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.CatalogPricingTier" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CatalogPricingTierCompleter))]
    public string? CatalogPricingTier { get; set; }

    /// <summary>
    /// The resource id of the virtual network to join. An existing one can be changed without -Subnet; an empty string
    /// removes it.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? VNetId { get; set; }

    /// <summary>
    /// The name of the subnet to join. An existing one can be changed without -VNetId; an empty string removes it.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [Alias("SubnetName")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Subnet { get; set; }

    /// <summary>
    /// Azure-SSIS: the resource ids of two static public IP addresses. They require -VNetId in the same call.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [Alias("PublicIPs")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? PublicIP { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.DataFlowComputeType" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DataFlowComputeTypeCompleter))]
    public string? DataFlowComputeType { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.DataFlowCoreCount" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? DataFlowCoreCount { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.DataFlowTimeToLive" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? DataFlowTimeToLive { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.SetupScriptContainerSasUri" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? SetupScriptContainerSasUri { get; set; }

    /// <summary>
    /// Azure-SSIS: the express custom setup, which needs no script: CmdkeySetup, EnvironmentVariableSetup,
    /// ComponentSetup and AzPowerShellSetup objects of Microsoft.Azure.Management.Synapse.Models (or
    /// .DataFactory.Models), or hashtables with the same members and a type.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public ArrayList? ExpressCustomSetup { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.Edition" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ValidateSet("Standard", "Enterprise")]
    public string? Edition { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.LicenseType" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ValidateSet("LicenseIncluded", "BasePrice")]
    public string? LicenseType { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.DataProxyIntegrationRuntimeName" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeCompleter))]
    public string? DataProxyIntegrationRuntimeName { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.DataProxyStagingLinkedServiceName" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? DataProxyStagingLinkedServiceName { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.DataProxyStagingPath" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? DataProxyStagingPath { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.AuthKey" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public SecureString? AuthKey { get; set; }

    /// <inheritdoc
    ///     cref="SetAzureDataFactoryIntegrationRuntimeCommand.ManagedVNetCopyComputeScaleDataIntegrationUnit" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? ManagedVNetCopyComputeScaleDataIntegrationUnit { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.ManagedVNetCopyComputeScaleTimeToLive" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? ManagedVNetCopyComputeScaleTimeToLive { get; set; }

    /// <inheritdoc
    ///     cref="SetAzureDataFactoryIntegrationRuntimeCommand.ManagedVNetPipelineExternalComputeScaleTimeToLive" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? ManagedVNetPipelineExternalComputeScaleTimeToLive { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.ManagedVNetNumberOfPipelineNodeCount" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? ManagedVNetNumberOfPipelineNodeCount { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.ManagedVNetNumberOfExternalNodeCount" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? ManagedVNetNumberOfExternalNodeCount { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.SelfContainedInteractiveAuthoringEnabled" />
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    public SwitchParameter SelfContainedInteractiveAuthoringEnabled { get; set; }

    /// <summary>
    /// Managed: the name of the workspace's managed virtual network that the integration runtime joins, such as
    /// default.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ManagedVirtualNetworkName { get; set; }

    /// <summary>
    /// The settings to remove from an existing integration runtime: Description, VirtualNetwork, PublicIPs,
    /// CustomSetup, ExpressCustomSetup, DataProxy or ManagedVirtualNetwork.
    /// </summary>
    [Parameter]
    [ValidateSet(
        "Description", "VirtualNetwork", "PublicIPs", "CustomSetup", "ExpressCustomSetup", "DataProxy",
        "ManagedVirtualNetwork")]
    public string[]? Clear { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.Property" />
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? Property { get; set; }

    /// <inheritdoc cref="SetAzureDataFactoryIntegrationRuntimeCommand.IfMatch" />
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? IfMatch { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.runtime.set";
}
