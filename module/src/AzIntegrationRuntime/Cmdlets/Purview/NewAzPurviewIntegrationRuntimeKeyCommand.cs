using System.Management.Automation;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Purview;
using Microsoft.Azure.Commands.DataFactoryV2;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Replaces an authentication key of a self-hosted integration runtime of a Purview account.</summary>
/// <remarks>
/// <para>
/// Regenerates an authentication key of a self-hosted integration runtime. The old key is no longer valid. The cmdlet
/// asks for confirmation unless -Force is given.
/// </para>
/// <para>
/// Only the new key is returned; the property of the other key is $null. A managed integration runtime has no keys.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// New-AzPurviewIntegrationRuntimeKey -AccountName 'pv-prod' -Name 'ir-west' -KeyName AuthKey1 -Force
/// </code>
/// <para>Replaces the first key without asking for confirmation.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzPurviewIntegrationRuntime -AccountName 'pv-prod' |
///     Where-Object Kind -EQ 'SelfHosted' |
///     New-AzPurviewIntegrationRuntimeKey -KeyName AuthKey2 -Force
/// </code>
/// <para>Replaces the second key of all self-hosted integration runtimes of a Purview account.</para>
/// </example>
/// <inputs cref="AzIntegrationRuntime.Purview.IntegrationRuntime">
/// You can pipe an integration runtime or a Purview account.
/// </inputs>
/// <inputs cref="AzIntegrationRuntime.Purview.Account" />
/// <outputs cref="AzIntegrationRuntime.Purview.IntegrationRuntimeKeys">The new key in AuthKey1 or AuthKey2.</outputs>
/// <seealso>Get-AzPurviewIntegrationRuntimeKey</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommon.New, "AzPurviewIntegrationRuntimeKey",
    DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(Purview.IntegrationRuntimeKeys))]
public sealed class NewAzPurviewIntegrationRuntimeKeyCommand : NativeCmdlet
{
    private const string ByName = "NewByNameParameterSet";
    private const string ByParentObject = "NewByParentObjectParameterSet";
    private const string ByResourceId = "NewByResourceIdParameterSet";
    private const string ByInputObject = "NewByInputObjectParameterSet";

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

    /// <inheritdoc cref="NewAzureDataFactoryIntegrationRuntimeKeyCommand.KeyName" />
    [Parameter(Mandatory = true)]
    [ValidateSet("AuthKey1", "AuthKey2")]
    public string? KeyName { get; set; }

    /// <inheritdoc cref="SharedParameters.Force" />
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "purview.key.new";
}
