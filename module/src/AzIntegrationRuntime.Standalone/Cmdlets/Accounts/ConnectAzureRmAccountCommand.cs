using System.Collections.Generic;
using System.Management.Automation;
using System.Security;
using AzIntegrationRuntime.Cmdlets;
using AzIntegrationRuntime.Completion;
using AzIntegrationRuntime.Standalone.Cmdlets;
using AzIntegrationRuntime.Standalone.Completion;
using Microsoft.Azure.Commands.Profile.Models.Core;

namespace Microsoft.Azure.Commands.Profile;

/// <summary>Signs in to Azure.</summary>
/// <remarks>
/// <para>
/// Signs in and selects a tenant and a subscription for the cmdlets of AzIntegrationRuntime and
/// AzIntegrationRuntime.Standalone in this process. The sign-in is interactive (in the browser or with a device code),
/// with a service principal (a secret, a certificate or a federated token), with a managed identity, or with an access
/// token.
/// </para>
/// <para>
/// Without parameters the cmdlet opens the sign-in page in the browser. Where there is no browser, it uses a device
/// code. After Start-AzIntegrationRuntimeEmulator it signs in to the emulator.
/// </para>
/// <para>
/// With -Scope CurrentUser, or after Enable-AzContextAutosave, the sign-in is also valid for later processes.
/// </para>
/// <para>
/// Without a sign-in, the cmdlets use the credentials in the environment (AZURE_CLIENT_ID and the other AZURE_*
/// variables), a managed identity that the environment describes, or the sign-in of the Azure CLI.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Connect-AzAccount
/// </code>
/// <para>Signs in interactively, in the browser.</para>
/// </example>
/// <example>
/// <code>
/// Connect-AzAccount -Tenant 'contoso.onmicrosoft.com' -Subscription 'Production' -Scope CurrentUser
/// </code>
/// <para>Signs in to a tenant, selects a subscription, and saves the sign-in for later processes.</para>
/// </example>
/// <example>
/// <code>
/// Connect-AzAccount -UseDeviceAuthentication -Tenant 'contoso.onmicrosoft.com'
/// </code>
/// <para>Signs in with a device code that you enter in a browser on any computer.</para>
/// </example>
/// <example>
/// <code>
/// $credential = Get-Credential -UserName '66666666-6666-4666-8666-666666666666'
/// Connect-AzAccount -ServicePrincipal -Credential $credential -Tenant '11111111-1111-4111-8111-111111111111' `
///     -Subscription 'Production'
/// </code>
/// <para>Signs in as a service principal with its application id and secret, and selects a subscription.</para>
/// </example>
/// <example>
/// <code>
/// $password = Read-Host -Prompt 'Password of the certificate file' -AsSecureString
/// $application = @{
///     ApplicationId = '66666666-6666-4666-8666-666666666666'
///     Tenant        = '11111111-1111-4111-8111-111111111111'
/// }
/// Connect-AzAccount @application -CertificatePath './app.pfx' -CertificatePassword $password
/// </code>
/// <para>
/// Signs in as a service principal with a certificate and its private key in a PFX file. A PEM file also works.
/// </para>
/// </example>
/// <example>
/// <code>
/// $application = @{
///     ApplicationId = '66666666-6666-4666-8666-666666666666'
///     Tenant        = '11111111-1111-4111-8111-111111111111'
/// }
/// Connect-AzAccount @application -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567'
/// </code>
/// <para>Signs in as a service principal with a certificate in the Windows certificate store.</para>
/// </example>
/// <example>
/// <code>
/// $application = @{
///     ApplicationId = '66666666-6666-4666-8666-666666666666'
///     Tenant        = '11111111-1111-4111-8111-111111111111'
/// }
/// Connect-AzAccount @application -FederatedToken $env:ID_TOKEN
/// </code>
/// <para>
/// Signs in as a service principal that trusts the issuer of a token, such as the token of a pipeline. No secret is
/// needed.
/// </para>
/// </example>
/// <example>
/// <code>
/// Connect-AzAccount -Identity -Subscription 'Production'
/// </code>
/// <para>Signs in with the managed identity of this virtual machine, runbook, web app or Arc server.</para>
/// </example>
/// <example>
/// <code>
/// Connect-AzAccount -Identity -AccountId '99999999-9999-4999-8999-999999999999'
/// </code>
/// <para>Signs in with a user-assigned managed identity, by its client id.</para>
/// </example>
/// <example>
/// <code>
/// $token = az account get-access-token --query accessToken --output tsv
/// Connect-AzAccount -AccessToken $token -AccountId 'you@contoso.com'
/// </code>
/// <para>Signs in with an access token of the Azure CLI. The token cannot be renewed.</para>
/// </example>
/// <example>
/// <code>
/// Connect-AzAccount -Environment AzureUSGovernment
/// </code>
/// <para>Signs in to another environment.</para>
/// </example>
/// <example>
/// <code>
/// Start-AzIntegrationRuntimeEmulator
/// Connect-AzAccount
/// </code>
/// <para>Signs in to the emulator.</para>
/// </example>
/// <inputs cref="string">You can pipe a subscription.</inputs>
/// <outputs cref="PSAzureProfile">The account, subscription, tenant and environment.</outputs>
/// <seealso>Set-AzContext</seealso>
/// <seealso>Get-AzEnvironment</seealso>
/// <seealso>Disconnect-AzAccount</seealso>
/// <seealso>about_AzIntegrationRuntime.Standalone</seealso>
/// <seealso>about_AzIntegrationRuntime</seealso>
[Cmdlet(VerbsCommunications.Connect, "AzAccount", DefaultParameterSetName = UserSet, SupportsShouldProcess = true)]
[OutputType(typeof(PSAzureProfile))]
[Alias("Add-AzAccount", "Login-AzAccount")]
public sealed class ConnectAzureRmAccountCommand : ContextScopeCmdlet
{
    private const string ServicePrincipalSet = "ServicePrincipalWithSubscriptionId";
    private const string ServicePrincipalCertificateSet = "ServicePrincipalCertificateWithSubscriptionId";
    private const string ServicePrincipalCertificateFileSet = "ServicePrincipalCertificateFileWithSubscriptionId";
    private const string ClientAssertionSet = "ClientAssertionParameterSet";
    private const string UserSet = "UserWithSubscriptionId";
    private const string UserWithCredentialSet = "UserWithCredential";
    private const string AccessTokenSet = "AccessTokenWithSubscriptionId";
    private const string ManagedServiceLoginSet = "ManagedServiceLogin";

    /// <summary>
    /// The environment: AzureCloud (the public cloud), AzureChinaCloud, AzureUSGovernment, or the name of an
    /// environment that Add-AzEnvironment added.
    /// </summary>
    [Parameter]
    [Alias("EnvironmentName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    public string? Environment { get; set; }

    /// <summary>The id of the tenant, or one of its domains.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServicePrincipalSet)]
    [Parameter(Mandatory = true, ParameterSetName = ServicePrincipalCertificateSet)]
    [Parameter(Mandatory = true, ParameterSetName = ServicePrincipalCertificateFileSet)]
    [Parameter(Mandatory = true, ParameterSetName = ClientAssertionSet)]
    [Parameter(ParameterSetName = UserSet)]
    [Parameter(ParameterSetName = UserWithCredentialSet)]
    [Parameter(ParameterSetName = AccessTokenSet)]
    [Parameter(ParameterSetName = ManagedServiceLoginSet)]
    [Alias("Domain", "TenantId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Tenant { get; set; }

    /// <summary>
    /// The id or name of the subscription to select. The default is the first subscription. Together with -Tenant an id
    /// is not looked up; the subscription's name is then null until the subscriptions are listed.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [Alias("SubscriptionName", "SubscriptionId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SubscriptionCompleter))]
    public string? Subscription { get; set; }

    /// <summary>The name of the new context.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ContextName { get; set; }

    /// <summary>Creates no contexts for the other subscriptions.</summary>
    [Parameter]
    public SwitchParameter SkipContextPopulation { get; set; }

    /// <summary>The number of subscriptions to create contexts for. The default is 25; -1 means all.</summary>
    [Parameter]
    [ValidateRange(-1, int.MaxValue)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public int MaxContextPopulation { get; set; }

    /// <summary>Replaces a context of the name in -ContextName without asking for confirmation.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// The service whose access token is requested during the sign-in: a name that Tab completes, or a resource such as
    /// https://purview.azure.net. An interactive sign-in then also satisfies the requirements of that service, such as
    /// a second factor.
    /// </summary>
    [Parameter(ParameterSetName = UserSet)]
    [Parameter(ParameterSetName = UserWithCredentialSet)]
    [Parameter(ParameterSetName = ServicePrincipalSet)]
    [Parameter(ParameterSetName = ServicePrincipalCertificateSet)]
    [Parameter(ParameterSetName = ManagedServiceLoginSet)]
    [Alias("AuthScopeTypeName")]
    [ArgumentCompleter(typeof(AuthScopeCompleter))]
    public string? AuthScope { get; set; }

    /// <summary>
    /// The account that the access token belongs to, the client id or resource id of a managed identity, or the user
    /// name to fill in on the sign-in page.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = AccessTokenSet)]
    [Parameter(ParameterSetName = UserSet)]
    [Parameter(ParameterSetName = ManagedServiceLoginSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Signs in with a code that is entered in a browser, on this or another computer.</summary>
    [Parameter(ParameterSetName = UserSet)]
    [Alias("DeviceCode", "DeviceAuth", "Device")]
    public SwitchParameter UseDeviceAuthentication { get; set; }

    /// <summary>The claims challenge that a service sent when it refused an access token.</summary>
    [Parameter(ParameterSetName = UserSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ClaimsChallenge { get; set; }

    /// <summary>
    /// The application id and secret with -ServicePrincipal; otherwise the user name and password, which few tenants
    /// allow.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = UserWithCredentialSet)]
    [Parameter(Mandatory = true, ParameterSetName = ServicePrincipalSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSCredential? Credential { get; set; }

    /// <summary>Signs in as a service principal.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServicePrincipalSet)]
    [Parameter(ParameterSetName = ServicePrincipalCertificateSet)]
    [Parameter(ParameterSetName = ServicePrincipalCertificateFileSet)]
    [Parameter(ParameterSetName = ClientAssertionSet)]
    public SwitchParameter ServicePrincipal { get; set; }

    /// <summary>The application id of the service principal.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServicePrincipalCertificateSet)]
    [Parameter(Mandatory = true, ParameterSetName = ServicePrincipalCertificateFileSet)]
    [Parameter(Mandatory = true, ParameterSetName = ClientAssertionSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? ApplicationId { get; set; }

    /// <summary>The thumbprint of a certificate in the Windows certificate store.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServicePrincipalCertificateSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? CertificateThumbprint { get; set; }

    /// <summary>The path of a PFX or PEM file with the certificate and its private key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ServicePrincipalCertificateFileSet)]
    public string? CertificatePath { get; set; }

    /// <summary>The password of the certificate file.</summary>
    [Parameter(ParameterSetName = ServicePrincipalCertificateFileSet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>Sends the whole certificate chain, for subject name and issuer authentication.</summary>
    [Parameter(ParameterSetName = ServicePrincipalCertificateSet)]
    [Parameter(ParameterSetName = ServicePrincipalCertificateFileSet)]
    public SwitchParameter SendCertificateChain { get; set; }

    /// <summary>A token of another identity provider that the application trusts.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ClientAssertionSet)]
    [Alias("ClientAssertion")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? FederatedToken { get; set; }

    /// <summary>An access token for Azure Resource Manager, a String or SecureString.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AccessTokenSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? AccessToken { get; set; }

    /// <summary>
    /// An access token for Azure AD Graph, the retired directory API. It is a String or SecureString.
    /// </summary>
    [Parameter(ParameterSetName = AccessTokenSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? GraphAccessToken { get; set; }

    /// <summary>An access token for Microsoft Graph, a String or SecureString.</summary>
    [Parameter(ParameterSetName = AccessTokenSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? MicrosoftGraphAccessToken { get; set; }

    /// <summary>An access token for Key Vault, a String or SecureString.</summary>
    [Parameter(ParameterSetName = AccessTokenSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public object? KeyVaultAccessToken { get; set; }

    /// <summary>Skips the validation of the access token.</summary>
    [Parameter(ParameterSetName = AccessTokenSet)]
    public SwitchParameter SkipValidation { get; set; }

    /// <summary>Signs in with the managed identity of this machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ManagedServiceLoginSet)]
    [Alias("MSI", "ManagedService")]
    public SwitchParameter Identity { get; set; }

    /// <inheritdoc />
    protected override string Operation => "account.connect";

    /// <inheritdoc />
    protected override IReadOnlyList<string> PathParameters => [nameof(CertificatePath)];
}
