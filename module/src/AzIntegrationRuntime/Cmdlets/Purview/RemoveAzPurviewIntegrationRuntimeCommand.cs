using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Purview;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Removes an integration runtime of a Purview account.</summary>
/// <remarks>
/// <para>
/// Removes an integration runtime. Running and later scans that use it fail. The cmdlet asks for confirmation unless
/// -Force is given. If the integration runtime does not exist, the cmdlet writes a warning.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Remove-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Name 'ir-west' -WhatIf
/// Remove-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Name 'ir-west' -Force
/// </code>
/// <para>Shows what the cmdlet would remove, and removes it without asking for confirmation.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Status |
///     Where-Object State -EQ 'NeedRegistration' |
///     Remove-AzPurviewIntegrationRuntime -Force
/// </code>
/// <para>Removes the self-hosted integration runtimes without a registered node.</para>
/// </example>
/// <inputs cref="AzIntegrationRuntime.Purview.IntegrationRuntime">
/// You can pipe an integration runtime or a Purview account.
/// </inputs>
/// <inputs cref="AzIntegrationRuntime.Purview.Account" />
/// <outputs type="None" />
/// <seealso>Set-AzPurviewIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.Remove, "AzPurviewIntegrationRuntime",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveAzPurviewIntegrationRuntimeCommand : NativeCmdlet
{
    private const string ByName = "RemoveByNameParameterSet";
    private const string ByParentObject = "RemoveByParentObjectParameterSet";
    private const string ByResourceId = "RemoveByResourceIdParameterSet";
    private const string ByInputObject = "RemoveByInputObjectParameterSet";

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

    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "purview.runtime.remove";
}
