using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Profile.Models;

namespace Microsoft.Azure.Commands.Profile;

/// <summary>Gets subscriptions.</summary>
/// <remarks>
/// <para>
/// Gets the subscriptions of the signed-in account in all tenants or in one tenant, or the subscription of an id or a
/// name.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzSubscription
/// </code>
/// <para>Lists the subscriptions.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSubscription -SubscriptionName 'Production'
/// </code>
/// <para>Gets a subscription by its name.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSubscription -TenantId '11111111-1111-4111-8111-111111111111'
/// </code>
/// <para>Lists the subscriptions of a tenant.</para>
/// </example>
/// <inputs cref="PSObject">
/// You can pipe objects with the properties SubscriptionId, SubscriptionName or TenantId.
/// </inputs>
/// <outputs cref="PSAzureSubscription" />
/// <seealso>Set-AzContext</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzSubscription", DefaultParameterSetName = ByIdInTenant)]
[OutputType(typeof(PSAzureSubscription))]
public sealed class GetAzureRMSubscriptionCommand : NativeCmdlet
{
    private const string ByIdInTenant = "ListByIdInTenant";
    private const string ByNameInTenant = "ListByNameInTenant";

    /// <summary>The id of the subscription.</summary>
    [Parameter(ParameterSetName = ByIdInTenant, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SubscriptionIdCompleter))]
    public string? SubscriptionId { get; set; }

    /// <summary>The name of the subscription.</summary>
    [Parameter(ParameterSetName = ByNameInTenant, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SubscriptionCompleter))]
    public string? SubscriptionName { get; set; }

    /// <summary>The id of the tenant, or one of its domains.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? TenantId { get; set; }

    /// <inheritdoc cref="SharedParameters.AsJob" />
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc />
    protected override string Operation => "subscription.get";
}
