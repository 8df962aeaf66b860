using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using Microsoft.Azure.Commands.Profile.Models;
using Microsoft.Azure.Commands.Profile.Models.Core;

namespace Microsoft.Azure.Commands.Profile;

/// <summary>Signs out.</summary>
/// <remarks>
/// <para>Removes the current or the given account with its contexts and tokens. The cmdlet sends no request.</para>
/// </remarks>
/// <example>
/// <code>
/// Disconnect-AzAccount
/// </code>
/// <para>Signs out.</para>
/// </example>
/// <example>
/// <code>
/// Disconnect-AzAccount -Username '66666666-6666-4666-8666-666666666666'
/// </code>
/// <para>Signs out of an account.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzContext | Disconnect-AzAccount
/// </code>
/// <para>Signs out of the account of a context.</para>
/// </example>
/// <inputs cref="PSObject">You can pipe an account or a context.</inputs>
/// <outputs cref="PSAzureRmAccount">The account that was signed out.</outputs>
/// <seealso>Connect-AzAccount</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(
    VerbsCommunications.Disconnect, "AzAccount",
    DefaultParameterSetName = ContextNameSet, SupportsShouldProcess = true)]
[OutputType(typeof(PSAzureRmAccount))]
[Alias("Remove-AzAccount", "Logout-AzAccount")]
public sealed class DisconnectAzureRmAccountCommand : ContextScopeCmdlet
{
    private const string ContextNameSet = "ContextName";
    private const string UserIdSet = "UserId";
    private const string ServicePrincipalSet = "ServicePrincipal";
    private const string AccountObjectSet = "AccountObject";
    private const string ContextObjectSet = "ContextObject";

    /// <summary>The name of the context to sign out of.</summary>
    [Parameter(ParameterSetName = ContextNameSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ContextName { get; set; }

    /// <summary>The user name or id of the account to sign out.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = UserIdSet)]
    [Alias("Id", "UserId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Username { get; set; }

    /// <summary>The application id of the account to sign out.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServicePrincipalSet)]
    [Alias("SPN", "ServicePrincipal")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ApplicationId { get; set; }

    /// <summary>The id of the service principal's tenant.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServicePrincipalSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? TenantId { get; set; }

    /// <summary>The account to sign out, an object such as the Account of a context.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AccountObjectSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSAzureRmAccount? InputObject { get; set; }

    /// <summary>The context, an object that Get-AzContext returns.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ContextObjectSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSAzureContext? AzureContext { get; set; }

    /// <inheritdoc />
    protected override string Operation => "account.disconnect";
}
