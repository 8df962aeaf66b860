using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Profile.Models;

namespace Microsoft.Azure.Commands.Profile;

/// <summary>Gets tenants.</summary>
/// <remarks>
/// <para>
/// Gets the tenants of the signed-in account, or the tenant of an id or a domain. Without a match the cmdlet returns
/// nothing.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzTenant
/// </code>
/// <para>Lists the tenants.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzTenant -TenantId 'contoso.onmicrosoft.com'
/// </code>
/// <para>Gets a tenant by one of its domains.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe objects with the property TenantId.</inputs>
/// <outputs cref="PSAzureTenant" />
/// <seealso>Get-AzSubscription</seealso>
/// <seealso>Set-AzContext</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzTenant")]
[OutputType(typeof(PSAzureTenant))]
[Alias("Get-AzDomain")]
public sealed class GetAzureRMTenantCommand : NativeCmdlet
{
    /// <inheritdoc cref="GetAzureRMSubscriptionCommand.TenantId" />
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Domain", "Tenant")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? TenantId { get; set; }

    /// <inheritdoc />
    protected override string Operation => "tenant.get";
}
