using System.Management.Automation;
using AzIntegrationRuntime.Completion;

namespace AzIntegrationRuntime.Cmdlets;

/// <summary>Gets Purview accounts.</summary>
/// <remarks>
/// <para>
/// Gets the Purview accounts of the subscription or of a resource group, or the account of a name or resource id. You
/// can pipe a Purview account to the cmdlets for integration runtimes.
/// </para>
/// <para>
/// A firewall must allow a self-hosted integration runtime to reach the hosts in ManagedStorageAccount and
/// ManagedEventHubNamespace. Endpoints has the addresses of the account's own services.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzPurviewAccount
/// </code>
/// <para>Lists the Purview accounts of the subscription.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzPurviewAccount -Name 'pv-prod' | Get-AzPurviewIntegrationRuntime
/// </code>
/// <para>Lists the integration runtimes of a Purview account. The resource group is not needed.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzPurviewAccount -ResourceGroupName 'rg-data' -Name 'pv-*' |
///     Select-Object Name, ManagedStorageAccount, ManagedEventHubNamespace
/// </code>
/// <para>Shows the storage accounts and event hubs that self-hosted nodes must reach.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="AzIntegrationRuntime.Purview.Account" />
/// <seealso>Get-AzPurviewIntegrationRuntime</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzPurviewAccount", DefaultParameterSetName = ByName)]
[OutputType(typeof(Purview.Account))]
public sealed class GetAzPurviewAccountCommand : NativeCmdlet
{
    private const string ByName = "GetByNameParameterSet";
    private const string ByResourceId = "GetByResourceIdParameterSet";

    /// <summary>The name of the resource group. The default is all resource groups of the subscription.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? ResourceGroupName { get; set; }

    /// <summary>The name of the Purview account. Wildcards are allowed. The default is all accounts.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Alias("AccountName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public string? Name { get; set; }

    /// <summary>
    /// The resource id of the Purview account, in place of the names. The cmdlet uses the subscription in the id.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ByResourceId)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AccountIdCompleter))]
    public string? ResourceId { get; set; }

    /// <inheritdoc />
    protected override string Operation => "purview.account.get";
}
