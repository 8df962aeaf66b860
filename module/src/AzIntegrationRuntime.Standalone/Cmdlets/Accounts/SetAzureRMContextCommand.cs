using System.Collections.Generic;
using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.Profile.Models;
using Microsoft.Azure.Commands.Profile.Models.Core;

namespace Microsoft.Azure.Commands.Profile;

/// <summary>Selects the current subscription, tenant or context.</summary>
/// <remarks>
/// <para>
/// Selects a subscription, a tenant or a context for the cmdlets of this process. Select-AzSubscription is an alias of
/// this cmdlet.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Set-AzContext -Subscription 'Production'
/// </code>
/// <para>Selects a subscription by name or id.</para>
/// </example>
/// <example>
/// <code>
/// Select-AzSubscription -SubscriptionName 'Production'
/// </code>
/// <para>Selects a subscription with the alias of older scripts.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzSubscription -SubscriptionName 'Test' | Set-AzContext
/// </code>
/// <para>Selects a subscription that Get-AzSubscription found.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe a context, a tenant or a subscription.</inputs>
/// <outputs cref="PSAzureContext">The current context.</outputs>
/// <seealso>Get-AzContext</seealso>
/// <seealso>Get-AzSubscription</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Set, "AzContext", DefaultParameterSetName = ContextSet, SupportsShouldProcess = true)]
[OutputType(typeof(PSAzureContext))]
[Alias("Select-AzSubscription")]
public sealed class SetAzureRMContextCommand : ContextScopeCmdlet
{
    private const string ContextSet = "Context";
    private const string TenantObjectSet = "TenantObject";
    private const string SubscriptionObjectSet = "SubscriptionObject";
    private const string SubscriptionSet = "Subscription";
    private const string TenantNameOnlySet = "TenantNameOnly";

    /// <summary>The context, an object that Get-AzContext returns.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ContextSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSAzureContext? Context { get; set; }

    /// <summary>The tenant, an object such as the Tenant of a context.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TenantObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSAzureTenant? TenantObject { get; set; }

    /// <summary>The subscription, an object that Get-AzSubscription returns.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SubscriptionObjectSet, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSAzureSubscription? SubscriptionObject { get; set; }

    /// <summary>The id or name of the subscription.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SubscriptionSet)]
    [Alias("SubscriptionId", "SubscriptionName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SubscriptionCompleter))]
    public string? Subscription { get; set; }

    /// <inheritdoc cref="ConnectAzureRmAccountCommand.Tenant" />
    [Parameter(Mandatory = true, ParameterSetName = TenantNameOnlySet)]
    [Parameter(ParameterSetName = SubscriptionSet)]
    [Alias("Domain", "TenantId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Tenant { get; set; }

    /// <summary>The extended properties of the context. They stay until another subscription is selected.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public IDictionary<string, string>? ExtendedProperty { get; set; }

    /// <inheritdoc cref="GetAzureRMContextCommand.Name" />
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Name { get; set; }

    /// <summary>Replaces a context of the same name without asking for confirmation.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override string Operation => "context.set";
}
