using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using Microsoft.Azure.Commands.Profile.Models.Core;

namespace Microsoft.Azure.Commands.Profile;

/// <summary>Gets the current context.</summary>
/// <remarks>
/// <para>
/// Gets the current context: the account, tenant and subscription that the cmdlets use. Without a sign-in the cmdlet
/// returns nothing.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Get-AzContext
/// </code>
/// <para>Gets the current context.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzContext -ListAvailable
/// </code>
/// <para>Gets all contexts of this process.</para>
/// </example>
/// <example>
/// <code>
/// (Get-AzContext).Subscription.Id
/// </code>
/// <para>Gets the id of the current subscription.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="PSAzureContext" />
/// <seealso>Set-AzContext</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzContext", DefaultParameterSetName = GetSingleContextSet)]
[OutputType(typeof(PSAzureContext))]
public sealed class GetAzureRMContextCommand : NativeCmdlet
{
    private const string GetSingleContextSet = "GetSingleContext";
    private const string ListAllContextsSet = "ListAllContexts";

    /// <summary>The name of the context.</summary>
    [Parameter(Position = 0, ParameterSetName = GetSingleContextSet)]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public string? Name { get; set; }

    /// <summary>Gets all contexts.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ListAllContextsSet)]
    public SwitchParameter ListAvailable { get; set; }

    /// <summary>Lists the subscriptions again before it returns the contexts.</summary>
    [Parameter(ParameterSetName = ListAllContextsSet)]
    public SwitchParameter RefreshContextFromTokenCache { get; set; }

    /// <inheritdoc />
    protected override string Operation => "context.get";
}
