using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Gets integration runtimes of data factories, Synapse workspaces and Purview accounts.</summary>
/// <remarks>
/// <para>
/// Without parameters the cmdlet gets the integration runtimes of all data factories, Synapse workspaces and Purview
/// accounts that the current context can see, in all subscriptions. -Subscription, -ManagementGroup,
/// -ResourceGroupName, -Location, -Tag, -Service, -Type, -Name and -Query narrow the selection. With the name, resource
/// id or object of a data factory, workspace or account the cmdlet gets the integration runtimes of that resource.
/// </para>
/// <para>
/// The objects are those of the service's own cmdlet. All have the properties Service, Parent, Kind, State, Version and
/// SubscriptionId; State and Version need -Status. Kind is Azure, AzureDefault (the AutoResolveIntegrationRuntime of a
/// data factory or workspace), AzureSsis, SelfHosted or Linked.
/// </para>
/// <para>
/// Azure Resource Graph finds the data factories, workspaces and accounts. Their integration runtimes and statuses are
/// read in parallel, within the request rates of Azure Resource Manager, and come grouped by parent. -Verbose shows the
/// number of requests and the least time first. What cannot be read is an error that names the missing action and the
/// least role; the others follow. A linked integration runtime shows the status of the shared one.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzIntegrationRuntime -Status | Where-Object State -NE 'Online'
/// </code>
/// <para>Gets the integration runtimes of all subscriptions that are not online.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzIntegrationRuntime -Service DataFactory -Type SelfHosted -Tag @{ env = 'prod' } |
///     Group-Object SubscriptionId
/// </code>
/// <para>Groups the self-hosted integration runtimes of all data factories with a tag by their subscription.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzIntegrationRuntime -Query "name startswith 'adf-' and location =~ 'westeurope'" -Verbose
/// </code>
/// <para>Uses a condition of Azure Resource Graph on the data factories, workspaces and accounts.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzIntegrationRuntime -DataFactoryName 'adf-prod'
/// </code>
/// <para>Lists the integration runtimes of a data factory. The resource group is not needed.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-azure*' -Status
/// </code>
/// <para>Gets some integration runtimes of a Synapse workspace with their status.</para>
/// </example>
/// <example>
/// <code>
/// @(Get-AzDataFactoryV2) + @(Get-AzSynapseWorkspace) |
///     Get-AzIntegrationRuntime -Status |
///     Where-Object { $_.Kind -eq 'SelfHosted' -and $_.State -ne 'Online' } |
///     Select-Object Service, Parent, Name, State, Version
/// </code>
/// <para>
/// Finds the self-hosted integration runtimes of all data factories and workspaces of a subscription that are not
/// online.
/// </para>
/// </example>
/// <example>
/// <code>
/// 'adf-prod', 'syn-prod' | Get-AzIntegrationRuntime | Where-Object Kind -EQ 'SelfHosted'
/// </code>
/// <para>
/// Gets the integration runtimes of the data factory, workspace or Purview account of each name. Resource ids can be
/// piped too.
/// </para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe a data factory, a workspace, a Purview account, an integration runtime, their names and resource ids,
/// and objects with the property Id.
/// </inputs>
/// <outputs cref="Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime">
/// An integration runtime of a data factory, of the class that Get-AzDataFactoryV2IntegrationRuntime returns.
/// </outputs>
/// <outputs cref="Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime">
/// An integration runtime of a Synapse workspace.
/// </outputs>
/// <outputs cref="Purview.IntegrationRuntime">An integration runtime of a Purview account.</outputs>
/// <seealso>Get-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>Get-AzSynapseIntegrationRuntime</seealso>
/// <seealso>Get-AzIntegrationRuntimeNode</seealso>
/// <seealso>ConvertTo-AzIntegrationRuntimeReference</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzIntegrationRuntime", DefaultParameterSetName = BySelection)]
[OutputType(typeof(Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime))]
[OutputType(typeof(Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime))]
[OutputType(typeof(Purview.IntegrationRuntime))]
public sealed class GetAzIntegrationRuntimeCommand : FleetCmdlet
{
    private const string ByDataFactory = "ByDataFactory";
    private const string ByWorkspace = "ByWorkspace";
    private const string ByAccount = "ByAccount";
    private const string ByResourceId = "ByResourceId";
    private const string ByInputObject = "ByInputObject";

    /// <summary>
    /// The resource group of the data factory, workspace or Purview account. Without it the cmdlet finds the resource
    /// by its name. Without a name the cmdlet gets the integration runtimes of the whole resource group. Without
    /// -Subscription it is one of the current context's subscription.
    /// </summary>
    [Parameter(ParameterSetName = BySelection)]
    [Parameter(ParameterSetName = ByDataFactory)]
    [Parameter(ParameterSetName = ByWorkspace)]
    [Parameter(ParameterSetName = ByAccount)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public override string? ResourceGroupName { get; set; }

    /// <inheritdoc cref="FactoryRuntimeCmdlet.DataFactoryName" />
    [Parameter(Mandatory = true, ParameterSetName = ByDataFactory)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public string? DataFactoryName { get; set; }

    /// <inheritdoc cref="SynapseRuntimeGetCmdlet.WorkspaceName" />
    [Parameter(Mandatory = true, ParameterSetName = ByWorkspace)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkspaceCompleter))]
    public string? WorkspaceName { get; set; }

    /// <inheritdoc cref="PurviewRuntimeGetCmdlet.AccountName" />
    [Parameter(Mandatory = true, ParameterSetName = ByAccount)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public string? AccountName { get; set; }

    /// <summary>
    /// The resource id of a data factory, workspace, Purview account or integration runtime. The cmdlet uses the
    /// subscription in the id.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ResourceId { get; set; }

    /// <summary>
    /// A data factory, workspace, Purview account or integration runtime: an object that a cmdlet of this module or of
    /// Az returns, a name or a resource id.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// The names of the integration runtimes. Wildcards are allowed. The default is all integration runtimes.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuntimeCompleter))]
    public override string[]? Name { get; set; }

    /// <summary>
    /// Also gets the state, version and nodes, which takes one more request for each integration runtime.
    /// </summary>
    [Parameter]
    public SwitchParameter Status { get; set; }

    /// <inheritdoc />
    protected override string Operation => "inventory.get";
}
