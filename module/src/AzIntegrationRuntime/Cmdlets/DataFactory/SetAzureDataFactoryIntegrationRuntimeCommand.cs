using System.Collections;
using System.Management.Automation;
using System.Security;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Creates or changes an integration runtime.</summary>
/// <remarks>
/// <para>
/// Creates an integration runtime of the type Managed or SelfHosted, or a linked integration runtime, which uses a
/// shared self-hosted integration runtime of another data factory.
/// </para>
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
/// Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-east' `
///     -Type SelfHosted -Description 'Runs in the east office'
/// </code>
/// <para>
/// Creates a self-hosted integration runtime. Its nodes register with an authentication key from
/// Get-AzDataFactoryV2IntegrationRuntimeKey.
/// </para>
/// </example>
/// <example>
/// <code>
/// Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-flow' `
///     -Type Managed -Location WestEurope -DataFlowComputeType General -DataFlowCoreCount 8 -DataFlowTimeToLive 10
/// </code>
/// <para>Creates an Azure integration runtime in a region, for data flows.</para>
/// </example>
/// <example>
/// <code>
/// $password = ConvertTo-SecureString $env:SQL_PASSWORD -AsPlainText -Force
/// $ssis = @{
///     ResourceGroupName      = 'rg-data'
///     DataFactoryName        = 'adf-prod'
///     Name                   = 'ir-packages'
///     Type                   = 'Managed'
///     Location               = 'WestEurope'
///     NodeSize               = 'Standard_D4_v3'
///     NodeCount              = 2
///     Edition                = 'Standard'
///     LicenseType            = 'BasePrice'
///     CatalogServerEndpoint  = 'sql-data.database.windows.net'
///     CatalogAdminCredential = [pscredential]::new('sqladmin', $password)
///     CatalogPricingTier     = 'S1'
/// }
/// Set-AzDataFactoryV2IntegrationRuntime @ssis
/// </code>
/// <para>
/// Creates an Azure-SSIS integration runtime with a catalog. Start-AzDataFactoryV2IntegrationRuntime starts it.
/// </para>
/// </example>
/// <example>
/// <code>
/// Set-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis' -NodeCount 1 `
///     -SetupScriptContainerSasUri $env:SAS_URI -Force
/// </code>
/// <para>
/// Changes the number of nodes and the custom setup script of a stopped Azure-SSIS integration runtime. All other
/// settings stay, also the password of the catalog.
/// </para>
/// </example>
/// <example>
/// <code>
/// $shared = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-shared'
/// Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-test' `
///     -Name 'ir-second' -Type SelfHosted -SharedIntegrationRuntimeResourceId $shared.Id
/// </code>
/// <para>
/// Creates a linked integration runtime. The identity of 'adf-test' has the role Contributor on the shared integration
/// runtime.
/// </para>
/// </example>
/// <example>
/// <code>
/// $key = ConvertTo-SecureString $env:IR_KEY -AsPlainText -Force
/// Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-test' `
///     -Name 'ir-by-key' -Type SelfHosted -AuthKey $key -WhatIf
/// </code>
/// <para>Shows the effect of linking with an authentication key.</para>
/// </example>
/// <example>
/// <code>
/// Set-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west' -Description 'Moved north' -Force
/// Set-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west' -Clear Description -Force
/// </code>
/// <para>
/// Changes the description of an existing integration runtime without asking for confirmation, and removes it.
/// </para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-azure' | Set-AzDataFactoryV2IntegrationRuntime -Force
/// </code>
/// <para>Sets an integration runtime without changes, which repairs it if it is in the state Limited.</para>
/// </example>
/// <example>
/// <code>
/// Set-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-azure' -Location NorthEurope -WhatIf
/// Set-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-azure' -Location NorthEurope -Force
/// </code>
/// <para>Shows the effect of moving an Azure integration runtime to another region, and moves it.</para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-azure'
/// $runtime | Set-AzDataFactoryV2IntegrationRuntime -IfMatch $runtime.Etag -Force -Property @{
///     typeProperties = @{ computeProperties = @{ location = 'NorthEurope' } }
/// }
/// </code>
/// <para>
/// Changes computeProperties.location of the REST API, unless the integration runtime has changed since it was read.
/// </para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <outputs cref="PSIntegrationRuntime">
/// An integration runtime of the type Managed, SelfHosted or Linked, or $null if nothing changed.
/// </outputs>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Remove-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.Set, "AzDataFactoryV2IntegrationRuntime",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(PSIntegrationRuntime))]
public sealed class SetAzureDataFactoryIntegrationRuntimeCommand : NativeCmdlet
{
    private const string ByName = "ByIntegrationRuntimeName";
    private const string ByLinkedName = "ByLinkedIntegrationRuntimeName";
    private const string ByResourceId = "ByResourceId";
    private const string ByLinkedResourceId = "ByLinkedIntegrationRuntimeResourceId";
    private const string ByObject = "ByIntegrationRuntimeObject";
    private const string ByLinkedObject = "ByLinkedIntegrationRuntimeObject";

    /// <inheritdoc cref="FactoryRuntimeCmdlet.ResourceGroupName" />
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByLinkedName, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <inheritdoc cref="FactoryRuntimeCmdlet.DataFactoryName" />
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ByLinkedName, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public string? DataFactoryName { get; set; }

    /// <inheritdoc cref="NamedFactoryRuntimeCmdlet.Name" />
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, Position = 2, ParameterSetName = ByLinkedName, ValueFromPipelineByPropertyName = true)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuntimeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="FactoryRuntimeCmdlet.ResourceId" />
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByResourceId, ValueFromPipelineByPropertyName = true)]
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = ByLinkedResourceId, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuntimeIdCompleter))]
    public string? ResourceId { get; set; }

    /// <inheritdoc cref="FactoryRuntimeCmdlet.InputObject" />
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByObject, ValueFromPipeline = true)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByLinkedObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSIntegrationRuntime? InputObject { get; set; }

    /// <summary>
    /// The type: Managed (Azure and Azure-SSIS) or SelfHosted. It is required to create an integration runtime, also a
    /// linked one. The type of an existing integration runtime cannot change.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateSet("Managed", "SelfHosted")]
    public string? Type { get; set; }

    /// <summary>The description of the integration runtime.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Description { get; set; }

    /// <summary>
    /// The resource id of the shared self-hosted integration runtime to link to. The identity of this data factory
    /// needs the role Contributor on it.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLinkedName)]
    [Parameter(Mandatory = true, ParameterSetName = ByLinkedResourceId)]
    [Parameter(Mandatory = true, ParameterSetName = ByLinkedObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuntimeIdCompleter))]
    public string? SharedIntegrationRuntimeResourceId { get; set; }

    /// <summary>Changes an existing integration runtime without asking for confirmation.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// Managed: the Azure region that runs the integration runtime, such as WestEurope, or AutoResolve.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocationCompleter))]
    public string? Location { get; set; }

    /// <summary>Azure-SSIS: the size of its virtual machines.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NodeSizeCompleter))]
    public string? NodeSize { get; set; }

    /// <summary>Azure-SSIS: the number of nodes.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? NodeCount { get; set; }

    /// <summary>Azure-SSIS: the maximum number of packages that a node runs in parallel.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? MaxParallelExecutionsPerNode { get; set; }

    /// <summary>Azure-SSIS: the database server of the catalog SSISDB.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? CatalogServerEndpoint { get; set; }

    /// <summary>
    /// Azure-SSIS: the user name and password of the server administrator. The password has at most 128 characters.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSCredential? CatalogAdminCredential { get; set; }

    /// <summary>Azure-SSIS: the pricing tier of the catalog.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CatalogPricingTierCompleter))]
    public string? CatalogPricingTier { get; set; }

    /// <summary>The resource id of the virtual network to join. It requires -Subnet.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? VNetId { get; set; }

    /// <summary>The name of the subnet to join. It requires -VNetId.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [Alias("SubnetName")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Subnet { get; set; }

    /// <summary>The resource id of the subnet to join, in place of -VNetId and -Subnet.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? SubnetId { get; set; }

    /// <summary>Azure-SSIS: the method of joining the subnet of -SubnetId, Standard or Express.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateSet("Standard", "Express")]
    public string? VNetInjectionMethod { get; set; }

    /// <summary>
    /// Azure-SSIS: the resource ids of two static public IP addresses. They require -VNetId or -SubnetId in the same
    /// call.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? PublicIPs { get; set; }

    /// <summary>The kind of compute for data flows: General, MemoryOptimized or ComputeOptimized.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DataFlowComputeTypeCompleter))]
    public string? DataFlowComputeType { get; set; }

    /// <summary>The number of cores for data flows.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? DataFlowCoreCount { get; set; }

    /// <summary>The time to live, in minutes, of the compute for data flows.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? DataFlowTimeToLive { get; set; }

    /// <summary>Keeps the cluster of a data flow for the next activity.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    public SwitchParameter DataFlowEnableQuickReuse { get; set; }

    /// <summary>The number of data integration units for copy activities in a managed virtual network.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? ManagedVNetCopyComputeScaleDataIntegrationUnit { get; set; }

    /// <summary>The time to live, in minutes, of the compute for copy activities.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? ManagedVNetCopyComputeScaleTimeToLive { get; set; }

    /// <summary>The time to live, in minutes, of the compute for pipeline and external activities.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? ManagedVNetPipelineExternalComputeScaleTimeToLive { get; set; }

    /// <summary>The number of nodes for pipeline activities, from 1 to 10.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? ManagedVNetNumberOfPipelineNodeCount { get; set; }

    /// <summary>The number of nodes for external activities, from 1 to 10.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int? ManagedVNetNumberOfExternalNodeCount { get; set; }

    /// <summary>
    /// Azure-SSIS: the address of the container with the custom setup script, with its shared access signature.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? SetupScriptContainerSasUri { get; set; }

    /// <summary>
    /// Azure-SSIS: the express custom setup, which needs no script: CmdkeySetup, EnvironmentVariableSetup,
    /// ComponentSetup and AzPowerShellSetup objects of Microsoft.Azure.Management.DataFactory.Models, or hashtables
    /// with the same members and a type.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public ArrayList? ExpressCustomSetup { get; set; }

    /// <summary>Azure-SSIS: the edition, Standard or Enterprise.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateSet("Standard", "Enterprise")]
    public string? Edition { get; set; }

    /// <summary>Azure-SSIS: the license type, LicenseIncluded, or BasePrice for Azure Hybrid Benefit.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateSet("LicenseIncluded", "BasePrice")]
    public string? LicenseType { get; set; }

    /// <summary>Azure-SSIS: the name of the self-hosted integration runtime that serves as its proxy.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuntimeCompleter))]
    public string? DataProxyIntegrationRuntimeName { get; set; }

    /// <summary>
    /// Azure-SSIS: the name of the linked service of the storage account where the proxy stages data.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? DataProxyStagingLinkedServiceName { get; set; }

    /// <summary>Azure-SSIS: the path of the staging folder.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? DataProxyStagingPath { get; set; }

    /// <summary>
    /// An authentication key of the shared self-hosted integration runtime to link to. It is valid only when the linked
    /// integration runtime is created.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public SecureString? AuthKey { get; set; }

    /// <summary>
    /// Self-hosted: turns self-contained interactive authoring on, which needs no connection to Azure Relay. :$false
    /// turns it off.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    public SwitchParameter SelfContainedInteractiveAuthoringEnabled { get; set; }

    /// <summary>
    /// Managed: the name of the data factory's managed virtual network that the integration runtime joins, such as
    /// default.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ManagedVirtualNetworkName { get; set; }

    /// <summary>
    /// Azure-SSIS: the package stores, with the names of the stores as keys and the names of their linked services as
    /// values. They replace the existing package stores.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByResourceId)]
    [Parameter(ParameterSetName = ByObject)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Hashtable? PackageStore { get; set; }

    /// <summary>
    /// The name of a credential of the data factory that holds a user-assigned managed identity. An Azure-SSIS
    /// integration runtime authenticates with it; a linked integration runtime uses it to reach the shared one.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? CredentialName { get; set; }

    /// <summary>
    /// The settings to remove from an existing integration runtime: Description, VirtualNetwork, PublicIPs,
    /// CustomSetup, ExpressCustomSetup, DataProxy, PackageStore, Credential or ManagedVirtualNetwork.
    /// </summary>
    [Parameter]
    [ValidateSet(
        "Description", "VirtualNetwork", "PublicIPs", "CustomSetup", "ExpressCustomSetup", "DataProxy", "PackageStore",
        "Credential", "ManagedVirtualNetwork")]
    public string[]? Clear { get; set; }

    /// <summary>
    /// Properties without a parameter: a hashtable, an object or a JSON string. The cmdlet merges it into the
    /// properties of the integration runtime, under the names of the REST API. Members that are null are removed.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? Property { get; set; }

    /// <summary>
    /// The Etag of the integration runtime that was read. The cmdlet fails if the integration runtime has changed
    /// since. * accepts every version.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? IfMatch { get; set; }

    /// <inheritdoc />
    protected override string Operation => "runtime.set";
}
