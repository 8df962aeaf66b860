using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Gets integration runtimes of a Purview account.</summary>
/// <remarks>
/// <para>
/// Gets the integration runtime of a name, an id or an object, or all integration runtimes of a Purview account.
/// </para>
/// <para>
/// With -Status the cmdlet also gets the status: the state, version and nodes of a self-hosted integration runtime, or
/// the state and the interactive authoring of a managed one. For a list, the cmdlet gets the status of each integration
/// runtime.
/// </para>
/// <para>
/// Purview has its own roles: managing integration runtimes needs the role Data source administrator of a collection in
/// the account. A role in Azure is not sufficient. With -ResourceGroupName no role in Azure is needed.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzPurviewIntegrationRuntime -AccountName 'pv-prod'
/// </code>
/// <para>Lists the integration runtimes of a Purview account.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzPurviewIntegrationRuntime -ResourceGroupName 'rg-data' -AccountName 'pv-prod' -Name 'ir-west' -Status
/// </code>
/// <para>Gets the status of an integration runtime.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzPurviewAccount |
///     Get-AzPurviewIntegrationRuntime -Status |
///     Where-Object State -NE 'Online' |
///     Select-Object AccountName, Name, State
/// </code>
/// <para>Shows the integration runtimes of all Purview accounts of the subscription that are not online.</para>
/// </example>
/// <example>
/// <code>
/// (Get-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Name 'ir-west' -Status).Nodes
/// </code>
/// <para>Shows the nodes of a self-hosted integration runtime.</para>
/// </example>
/// <inputs cref="AzIntegrationRuntime.Purview.IntegrationRuntime">
/// You can pipe an integration runtime or a Purview account.
/// </inputs>
/// <inputs cref="AzIntegrationRuntime.Purview.Account" />
/// <inputs cref="FleetNode" />
/// <outputs cref="AzIntegrationRuntime.Purview.IntegrationRuntime">
/// An integration runtime of the type Managed or SelfHosted, or with -Status its status.
/// </outputs>
/// <seealso>Get-AzPurviewAccount</seealso>
/// <seealso>Set-AzPurviewIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzPurviewIntegrationRuntime", DefaultParameterSetName = ByName)]
[OutputType(typeof(Purview.IntegrationRuntime))]
[OutputType(typeof(Purview.ManagedIntegrationRuntime))]
[OutputType(typeof(Purview.SelfHostedIntegrationRuntime))]
public sealed class GetAzPurviewIntegrationRuntimeCommand : PurviewRuntimeGetCmdlet
{
    /// <summary>The name of the integration runtime. The default is all integration runtimes of the account.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PurviewRuntimeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="GetAzureDataFactoryIntegrationRuntimeCommand.RuntimeNode" />
    [Parameter(Mandatory = true, ParameterSetName = ByNode, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public FleetNode? RuntimeNode { get; set; }

    /// <inheritdoc cref="GetAzureDataFactoryIntegrationRuntimeCommand.Status" />
    [Parameter]
    public SwitchParameter Status { get; set; }

    /// <inheritdoc />
    protected override string Operation => "purview.runtime.get";
}
