using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Gets the authentication keys of a self-hosted integration runtime of a Purview account.</summary>
/// <remarks>
/// <para>
/// Gets the two authentication keys with which a node registers with a self-hosted integration runtime. Both keys are
/// equivalent. A managed integration runtime has no keys.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzPurviewIntegrationRuntimeKey -AccountName 'pv-prod' -Name 'ir-west'
/// </code>
/// <para>Gets both keys.</para>
/// </example>
/// <example>
/// <code>
/// $account = Get-AzPurviewAccount -Name 'pv-prod'
/// (Get-AzPurviewIntegrationRuntimeKey -AccountObject $account -Name 'ir-west').AuthKey1 | Set-Content -Path ./key.txt
/// </code>
/// <para>Writes the first key to a file, for the installer on the machine of the node.</para>
/// </example>
/// <inputs cref="AzIntegrationRuntime.Purview.IntegrationRuntime">
/// You can pipe an integration runtime or a Purview account.
/// </inputs>
/// <inputs cref="AzIntegrationRuntime.Purview.Account" />
/// <outputs cref="AzIntegrationRuntime.Purview.IntegrationRuntimeKeys">AuthKey1 and AuthKey2.</outputs>
/// <seealso>New-AzPurviewIntegrationRuntimeKey</seealso>
/// <seealso>Set-AzPurviewIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzPurviewIntegrationRuntimeKey", DefaultParameterSetName = ByName)]
[OutputType(typeof(Purview.IntegrationRuntimeKeys))]
public sealed class GetAzPurviewIntegrationRuntimeKeyCommand : PurviewRuntimeGetCmdlet
{
    /// <inheritdoc cref="NamedFactoryRuntimeCmdlet.Name" />
    [Parameter(Mandatory = true, ParameterSetName = ByName)]
    [Parameter(Mandatory = true, ParameterSetName = ByParentObject)]
    [Alias("IntegrationRuntimeName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PurviewRuntimeCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc />
    protected override string Operation => "purview.key.get";
}
