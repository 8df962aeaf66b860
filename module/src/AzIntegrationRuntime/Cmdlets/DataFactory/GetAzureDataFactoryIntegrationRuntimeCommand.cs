using System.Management.Automation;
using AzIntegrationRuntime;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.DataFactoryV2.Models;

namespace Microsoft.Azure.Commands.DataFactoryV2;

/// <summary>Gets integration runtimes of a data factory.</summary>
/// <remarks>
/// <para>
/// Gets the integration runtime of a name, a resource id or an object, or all integration runtimes of a data factory.
/// </para>
/// <para>
/// With -Status the cmdlet also gets the status: the state, version and nodes, and the links to a shared integration
/// runtime. The status of a linked integration runtime is the status of the shared one. For a list, the cmdlet gets the
/// status of each integration runtime. An Azure integration runtime in the state Limited is repaired by setting it
/// again without changes; a warning says so.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod'
/// </code>
/// <para>Lists the integration runtimes of a data factory.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-west' `
///     -Status
/// </code>
/// <para>Gets the status of an integration runtime.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' |
///     Where-Object Type -EQ 'SelfHosted' |
///     Get-AzDataFactoryV2IntegrationRuntime -Status |
///     Select-Object Name, State, Version
/// </code>
/// <para>Shows the state and version of each self-hosted integration runtime of a data factory.</para>
/// </example>
/// <example>
/// <code>
/// $runtime = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-azure'
/// $newer = $runtime | Get-AzDataFactoryV2IntegrationRuntime -IfNoneMatch $runtime.Etag
/// if ($newer) { $runtime = $newer }
/// </code>
/// <para>Gets the integration runtime again only if it has changed since.</para>
/// </example>
/// <inputs cref="PSIntegrationRuntime">
/// You can pipe an integration runtime, or objects with the properties ResourceGroupName, DataFactoryName and Name, or
/// Id.
/// </inputs>
/// <inputs cref="FleetNode" />
/// <outputs cref="PSIntegrationRuntime">
/// An integration runtime of the type Managed, SelfHosted or Linked, or with -Status its status.
/// </outputs>
/// <seealso>Set-AzDataFactoryV2IntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzDataFactoryV2IntegrationRuntime", DefaultParameterSetName = ByName)]
[OutputType(typeof(PSIntegrationRuntime))]
[OutputType(typeof(PSManagedIntegrationRuntime))]
[OutputType(typeof(PSSelfHostedIntegrationRuntime))]
[OutputType(typeof(PSLinkedIntegrationRuntime))]
public sealed class GetAzureDataFactoryIntegrationRuntimeCommand : FactoryRuntimeCmdlet
{
    /// <summary>
    /// The name of the integration runtime. The default is all integration runtimes of the data factory.
    /// </summary>
    [Parameter(Position = 2, ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuntimeCompleter))]
    public string? Name { get; set; }

    /// <summary>
    /// A node, a row that Get-AzIntegrationRuntimeNode returns, in place of the names. The cmdlet gets the integration
    /// runtime of the node, from the subscription in the row.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByNode, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public FleetNode? RuntimeNode { get; set; }

    /// <summary>Returns the status, which takes one more request for each integration runtime.</summary>
    [Parameter]
    public SwitchParameter Status { get; set; }

    /// <summary>
    /// The Etag of the integration runtime that was read before. The cmdlet returns the integration runtime only if it
    /// has changed since.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? IfNoneMatch { get; set; }

    /// <inheritdoc />
    protected override string Operation => "runtime.get";
}
