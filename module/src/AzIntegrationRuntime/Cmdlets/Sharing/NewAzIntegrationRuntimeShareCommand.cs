using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Shares a self-hosted integration runtime with other data factories.</summary>
/// <remarks>
/// <para>
/// Lets other data factories use a self-hosted integration runtime. For each data factory the cmdlet gives its identity
/// a role on the shared integration runtime, waits until the role works, creates the linked integration runtime, and
/// verifies that the shared one lists it and that its status can be read.
/// </para>
/// <para>
/// Before it writes, the cmdlet checks that a node of version 3.8 or later is registered and online, that the data
/// factory has an identity in the same tenant, that the name is not in use, and that the shared integration runtime has
/// fewer than 100 links.
/// </para>
/// <para>
/// The cmdlet works on the data factories in parallel and writes an object for each. One that fails does not stop the
/// others; its error follows at the end. If the command is run again, it completes what is missing and changes nothing
/// else. Azure shares integration runtimes between data factories only, not between Synapse workspaces.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west' |
///     New-AzIntegrationRuntimeShare -With 'adf-test'
/// </code>
/// <para>Shares an integration runtime with a data factory. The linked one has the same name.</para>
/// </example>
/// <example>
/// <code>
/// $shared = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west'
/// $factories = Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' | Where-Object DataFactoryName -Like 'adf-t*'
/// New-AzIntegrationRuntimeShare -ResourceId $shared.Id -With $factories -Name 'ir-linked-west' -Rollback |
///     Format-Table DataFactoryName, Outcome, State
/// </code>
/// <para>
/// Shares it with several data factories under another name. What was made for a data factory that fails is undone.
/// </para>
/// </example>
/// <inputs cref="PSObject">You can pipe the shared integration runtime, its resource id, or objects with an Id.</inputs>
/// <outputs cref="AzIntegrationRuntime.Share">
/// An object for each data factory, in the order of -With. Its Outcome is Shared, AlreadyShared, Failed or RolledBack.
/// </outputs>
/// <seealso>Get-AzIntegrationRuntimeShare</seealso>
/// <seealso>Remove-AzIntegrationRuntimeShare</seealso>
/// <seealso>Repair-AzIntegrationRuntimeShare</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.New, "AzIntegrationRuntimeShare",
    DefaultParameterSetName = ByInputObject, SupportsShouldProcess = true)]
[OutputType(typeof(Share))]
public sealed class NewAzIntegrationRuntimeShareCommand : GrantingShareCmdlet
{
    /// <summary>The shared integration runtime: an object that a Get cmdlet returns, or its resource id.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// The data factories that shall use it: names, resource ids, or objects that Get-AzDataFactoryV2 returns. Names are
    /// looked up in the current subscription.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactoryCompleter))]
    public PSObject[]? With { get; set; }

    /// <summary>
    /// The name of the linked integration runtimes. The default is the name of the shared one, which lets the same
    /// linked services run in each environment.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Name { get; set; }

    /// <summary>
    /// Undoes what was made for a data factory that fails: the role and the linked integration runtime.
    /// </summary>
    [Parameter]
    public SwitchParameter Rollback { get; set; }

    /// <summary>Shares the integration runtime although it has no node, or none that is online; Azure decides.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "share.new";
}
