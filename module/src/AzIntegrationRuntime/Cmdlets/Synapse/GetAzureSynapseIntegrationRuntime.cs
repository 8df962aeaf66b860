using System.Management.Automation;
using AzIntegrationRuntime;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2;
using Microsoft.Azure.Commands.Synapse.Models;

namespace Microsoft.Azure.Commands.Synapse;

/// <summary>Gets integration runtimes of a Synapse workspace.</summary>
/// <remarks>
/// <para>
/// Gets the integration runtime of a name, a resource id or an object, or all integration runtimes of a workspace. The
/// list includes the AutoResolveIntegrationRuntime of the workspace, whose Kind is AzureDefault.
/// </para>
/// <para>
/// With -Status the cmdlet also gets the status: the state, version and nodes. For a list, the cmdlet gets the status
/// of each integration runtime. An Azure integration runtime in the state Limited is repaired by setting it again
/// without changes; a warning says so.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod'
/// </code>
/// <para>Lists the integration runtimes of a workspace.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSynapseIntegrationRuntime -ResourceGroupName 'rg-data' -WorkspaceName 'syn-prod' -Name 'ir-west' -Status
/// </code>
/// <para>Gets the status of an integration runtime.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSynapseWorkspace -Name 'syn-prod' |
///     Get-AzSynapseIntegrationRuntime |
///     Where-Object Kind -EQ 'Azure' |
///     Select-Object Name, Location
/// </code>
/// <para>Shows the Azure integration runtimes of a workspace, without its AutoResolveIntegrationRuntime.</para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-azure'
/// $newer = $runtime | Get-AzSynapseIntegrationRuntime -IfNoneMatch $runtime.Etag
/// if ($newer) { $runtime = $newer }
/// </code>
/// <para>Gets the integration runtime again only if it has changed since.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">You can pipe an integration runtime or a workspace.</inputs>
/// <inputs cref="PSSynapseWorkspace" />
/// <inputs cref="FleetNode" />
/// <outputs cref="PSIntegrationRuntime">
/// An integration runtime of the type Managed or SelfHosted, or with -Status its status.
/// </outputs>
/// <seealso>Get-AzSynapseWorkspace</seealso>
/// <seealso>Set-AzSynapseIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzSynapseIntegrationRuntime", DefaultParameterSetName = ByName)]
[OutputType(typeof(PSIntegrationRuntime))]
public sealed class GetAzureSynapseIntegrationRuntime : SynapseRuntimeGetCmdlet
{
    /// <summary>
    /// The name of the integration runtime. The default is all integration runtimes of the workspace.
    /// </summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByParentObject)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SynapseRuntimeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="GetAzureDataFactoryIntegrationRuntimeCommand.RuntimeNode" />
    [Parameter(Mandatory = true, ParameterSetName = ByNode, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public FleetNode? RuntimeNode { get; set; }

    /// <inheritdoc cref="GetAzureDataFactoryIntegrationRuntimeCommand.Status" />
    [Parameter]
    public SwitchParameter Status { get; set; }

    /// <inheritdoc cref="GetAzureDataFactoryIntegrationRuntimeCommand.IfNoneMatch" />
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? IfNoneMatch { get; set; }

    /// <inheritdoc />
    protected override string Operation => "synapse.runtime.get";
}
