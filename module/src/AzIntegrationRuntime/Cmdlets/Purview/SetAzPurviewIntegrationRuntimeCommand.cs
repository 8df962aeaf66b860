using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Purview;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Creates or changes an integration runtime of a Purview account.</summary>
/// <remarks>
/// <para>
/// Creates an integration runtime of the type SelfHosted, which runs on your own machines, or Managed, which Azure runs
/// in a managed virtual network.
/// </para>
/// <para>
/// For an existing integration runtime, the cmdlet changes only the given settings. It asks for confirmation unless
/// -Force is given. It shows the changes before it asks, and with -WhatIf. The service has no ETags: of two changes at
/// the same time the later change stays.
/// </para>
/// <para>A machine cannot be a node of Purview and a node of Data Factory or Synapse at the same time.</para>
/// </remarks>
/// <example>
/// <code>
/// Set-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Name 'ir-east' -Type SelfHosted `
///     -Description 'The east office'
/// </code>
/// <para>
/// Creates a self-hosted integration runtime. Its nodes register with an authentication key from
/// Get-AzPurviewIntegrationRuntimeKey.
/// </para>
/// </example>
/// <example>
/// <code>
/// Set-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Name 'ir-west' -Description 'Moved north' -WhatIf
/// Set-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Name 'ir-west' -Description 'Moved north' -Force
/// </code>
/// <para>Shows the effect of a new description, and changes it without asking for confirmation.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzPurviewAccount -Name 'pv-prod' |
///     Set-AzPurviewIntegrationRuntime -Name 'ir-europe' -Type Managed -Location WestEurope `
///         -ManagedVirtualNetworkName defaultv2
/// </code>
/// <para>Creates a managed integration runtime in the account's managed virtual network.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzPurviewIntegrationRuntime -AccountName 'pv-prod' |
///     Where-Object Type -EQ 'SelfHosted' |
///     Set-AzPurviewIntegrationRuntime -Description '' -Force
/// </code>
/// <para>Removes the descriptions of all self-hosted integration runtimes.</para>
/// </example>
/// <inputs cref="AzIntegrationRuntime.Purview.IntegrationRuntime">
/// You can pipe an integration runtime or a Purview account.
/// </inputs>
/// <inputs cref="AzIntegrationRuntime.Purview.Account" />
/// <outputs cref="AzIntegrationRuntime.Purview.IntegrationRuntime">
/// The integration runtime, or $null if the change was declined.
/// </outputs>
/// <seealso>Get-AzPurviewIntegrationRuntime</seealso>
/// <seealso>Get-AzPurviewIntegrationRuntimeKey</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Set, "AzPurviewIntegrationRuntime", DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(Purview.IntegrationRuntime))]
public sealed class SetAzPurviewIntegrationRuntimeCommand : NativeCmdlet
{
    private const string ByName = "SetByNameParameterSet";
    private const string ByParentObject = "SetByParentObjectParameterSet";
    private const string ByResourceId = "SetByResourceIdParameterSet";
    private const string ByInputObject = "SetByInputObjectParameterSet";

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

    /// <summary>
    /// The type: Managed or SelfHosted. It is required to create an integration runtime. The type of an existing
    /// integration runtime cannot change.
    /// </summary>
    [Parameter]
    [Alias("Kind")]
    [ValidateSet("Managed", "SelfHosted")]
    public string? Type { get; set; }

    /// <summary>The description of the integration runtime. An empty string removes it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Description { get; set; }

    /// <summary>Managed: the Azure region that runs the integration runtime.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocationCompleter))]
    public string? Location { get; set; }

    /// <summary>
    /// Managed: the name of the account's managed virtual network that the integration runtime joins. It is always
    /// defaultv2.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ManagedVirtualNetworkCompleter))]
    public string? ManagedVirtualNetworkName { get; set; }

    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "purview.runtime.set";
}
