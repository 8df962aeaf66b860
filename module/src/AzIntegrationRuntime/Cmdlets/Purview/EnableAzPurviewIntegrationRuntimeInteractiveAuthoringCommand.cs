using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Purview;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Turns on interactive authoring of a managed integration runtime of a Purview account.</summary>
/// <remarks>
/// <para>
/// Turns on interactive authoring of a managed integration runtime. If the service reports a long-running operation,
/// the cmdlet waits for it. The Purview portal needs interactive authoring to test connections and browse sources. The
/// service turns it off after the given minutes without use.
/// </para>
/// <para>Self-hosted integration runtimes do not have this setting.</para>
/// </remarks>
/// <example>
/// <code>
/// Enable-AzPurviewIntegrationRuntimeInteractiveAuthoring -AccountName 'pv-prod' -Name 'ir-managed' `
///     -AutoTerminationMinutes 60
/// </code>
/// <para>Turns on interactive authoring, which ends an hour after its last use.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzPurviewIntegrationRuntime -AccountName 'pv-prod' |
///     Where-Object Kind -EQ 'Azure' |
///     Enable-AzPurviewIntegrationRuntimeInteractiveAuthoring |
///     Select-Object Name, @{ Name = 'Interactive'; Expression = { $_.InteractiveQuery.Status } }
/// </code>
/// <para>Turns on interactive authoring of all managed integration runtimes of an account, and shows its status.</para>
/// </example>
/// <inputs cref="AzIntegrationRuntime.Purview.IntegrationRuntime">
/// You can pipe an integration runtime or a Purview account.
/// </inputs>
/// <inputs cref="AzIntegrationRuntime.Purview.Account" />
/// <outputs cref="AzIntegrationRuntime.Purview.ManagedIntegrationRuntimeStatus">
/// The integration runtime with its status. InteractiveQuery shows the status of interactive authoring.
/// </outputs>
/// <seealso>Disable-AzPurviewIntegrationRuntimeInteractiveAuthoring</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsLifecycle.Enable, "AzPurviewIntegrationRuntimeInteractiveAuthoring",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(Purview.ManagedIntegrationRuntimeStatus))]
public sealed class EnableAzPurviewIntegrationRuntimeInteractiveAuthoringCommand : NativeCmdlet
{
    private const string ByName = "EnableByNameParameterSet";
    private const string ByParentObject = "EnableByParentObjectParameterSet";
    private const string ByResourceId = "EnableByResourceIdParameterSet";
    private const string ByInputObject = "EnableByInputObjectParameterSet";

    /// <inheritdoc cref="PurviewRuntimeGetCmdlet.ResourceGroupName" />
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <inheritdoc cref="PurviewRuntimeGetCmdlet.AccountName" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public string? AccountName { get; set; }

    /// <inheritdoc cref="NamedFactoryRuntimeCmdlet.Name" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PurviewRuntimeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc cref="PurviewRuntimeGetCmdlet.AccountObject" />
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public Account? AccountObject { get; set; }

    /// <inheritdoc cref="PurviewRuntimeGetCmdlet.ResourceId" />
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PurviewRuntimeIdCompleter))]
    public string? ResourceId { get; set; }

    /// <inheritdoc cref="PurviewRuntimeGetCmdlet.InputObject" />
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public IntegrationRuntime? InputObject { get; set; }

    /// <inheritdoc cref="EnableAzDataFactoryV2IntegrationRuntimeInteractiveAuthoringCommand.AutoTerminationMinutes" />
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int AutoTerminationMinutes { get; set; }

    /// <inheritdoc />
    protected override string Operation => "purview.interactive.enable";
}
