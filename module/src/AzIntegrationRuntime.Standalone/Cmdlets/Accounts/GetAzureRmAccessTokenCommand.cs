using System.Management.Automation;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Completion;
using Microsoft.Azure.Commands.Profile.Models;

namespace Microsoft.Azure.Commands.Profile;

/// <summary>Gets an access token of the signed-in account.</summary>
/// <remarks>
/// <para>
/// Gets an access token for Azure Resource Manager, for another service, or for a resource by its address. The token is
/// a SecureString, as in Az.Accounts 5 and later. Invoke-RestMethod -Authentication Bearer -Token of PowerShell 7 takes
/// it.
/// </para>
/// <para>The cmdlet returns a cached token if it is still valid for some time.</para>
/// </remarks>
/// <example>
/// <code>
/// $token = Get-AzAccessToken
/// $token.ExpiresOn
/// </code>
/// <para>Gets an access token for Azure Resource Manager, and shows when it expires.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzAccessToken -ResourceTypeName Synapse
/// </code>
/// <para>Gets an access token for Synapse workspaces.</para>
/// </example>
/// <example>
/// <code>
/// Get-AzAccessToken -ResourceUrl 'https://purview.azure.net'
/// </code>
/// <para>Gets an access token for a resource by its address.</para>
/// </example>
/// <inputs type="None" />
/// <outputs cref="PSSecureAccessToken" />
/// <seealso>Connect-AzAccount</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommon.Get, "AzAccessToken", DefaultParameterSetName = KnownResourceTypeNameSet)]
[OutputType(typeof(PSSecureAccessToken))]
public sealed class GetAzureRmAccessTokenCommand : NativeCmdlet
{
    private const string KnownResourceTypeNameSet = "KnownResourceTypeName";
    private const string ResourceUrlSet = "ResourceUrl";

    /// <summary>The service that the token is for. The default is Arm (Azure Resource Manager).</summary>
    [Parameter(ParameterSetName = KnownResourceTypeNameSet)]
    [ArgumentCompleter(typeof(TokenResourceCompleter))]
    public string? ResourceTypeName { get; set; }

    /// <summary>The resource that the token is for.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ResourceUrlSet)]
    [Alias("Resource", "ResourceUri")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ResourceUrl { get; set; }

    /// <summary>The id of the tenant. The default is the tenant of the context.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? TenantId { get; set; }

    /// <summary>Has no effect: the token is always a SecureString.</summary>
    [Parameter]
    public SwitchParameter AsSecureString { get; set; }

    /// <inheritdoc />
    protected override string Operation => "token.get";
}
