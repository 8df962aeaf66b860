using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Purview;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Turns off interactive authoring of a managed integration runtime of a Purview account.</summary>
/// <remarks>
/// <para>
/// Turns off interactive authoring of a managed integration runtime. If the service reports a long-running operation,
/// the cmdlet waits for it.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Disable-AzPurviewIntegrationRuntimeInteractiveAuthoring -AccountName 'pv-prod' -Name 'ir-managed'
/// </code>
/// <para>Turns off interactive authoring.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Name 'ir-managed' |
///     Disable-AzPurviewIntegrationRuntimeInteractiveAuthoring
/// </code>
/// <para>Turns off interactive authoring of an integration runtime from the pipeline.</para>
/// </example>
/// <inputs cref="AzIntegrationRuntime.Purview.IntegrationRuntime">
/// You can pipe an integration runtime or a Purview account.
/// </inputs>
/// <inputs cref="AzIntegrationRuntime.Purview.Account" />
/// <outputs cref="AzIntegrationRuntime.Purview.ManagedIntegrationRuntimeStatus">
/// The integration runtime with its status.
/// </outputs>
/// <seealso>Enable-AzPurviewIntegrationRuntimeInteractiveAuthoring</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsLifecycle.Disable, "AzPurviewIntegrationRuntimeInteractiveAuthoring",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(Purview.ManagedIntegrationRuntimeStatus))]
public sealed class DisableAzPurviewIntegrationRuntimeInteractiveAuthoringCommand : NativeCmdlet
{
    private const string ByName = "DisableByNameParameterSet";
    private const string ByParentObject = "DisableByParentObjectParameterSet";
    private const string ByResourceId = "DisableByResourceIdParameterSet";
    private const string ByInputObject = "DisableByInputObjectParameterSet";

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

    /// <inheritdoc />
    protected override string Operation => "purview.interactive.disable";
}
