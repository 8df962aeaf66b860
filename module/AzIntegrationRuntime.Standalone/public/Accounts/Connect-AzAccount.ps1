function Connect-AzAccount {
    <#
    .SYNOPSIS
    Signs in to Azure.

    .DESCRIPTION
    Signs in, and selects a tenant and a subscription, for the cmdlets of AzIntegrationRuntime and
    AzIntegrationRuntime.Standalone in this process: as a person in the browser or with a code, as an application with a secret,
    a certificate or a federated token, as the managed identity of the machine, or with an access token.

    With -Scope CurrentUser, or after Enable-AzContextAutosave, later processes are signed in too.

    After Start-AzIntegrationRuntimeEmulator, Connect-AzAccount without parameters signs in to the emulator.

    .EXAMPLE
    Connect-AzAccount -UseDeviceAuthentication -Tenant 'contoso.onmicrosoft.com'

    Signs in with a code that you enter in a browser on any computer.

    .EXAMPLE
    $credential = Get-Credential -UserName '66666666-6666-4666-8666-666666666666'
    Connect-AzAccount -ServicePrincipal -Credential $credential -Tenant '11111111-1111-4111-8111-111111111111' -Subscription 'Production'

    Signs in as an application with its id and secret, and selects a subscription.

    .EXAMPLE
    Start-AzIntegrationRuntimeEmulator
    Connect-AzAccount

    Signs in to the emulator.

    .INPUTS
    System.String. A subscription can be piped in.

    .OUTPUTS
    Microsoft.Azure.Commands.Profile.Models.Core.PSAzureProfile: the account, subscription, tenant and environment.

    .LINK
    Set-AzContext

    .LINK
    Get-AzEnvironment

    .LINK
    Disconnect-AzAccount

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'UserWithSubscriptionId', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureProfile')]
    [Alias('Add-AzAccount', 'Login-AzAccount')]
    param(
        # The Azure cloud: AzureCloud (the public one), AzureChinaCloud, AzureUSGovernment, or one that Add-AzEnvironment added.
        [Parameter()]
        [Alias('EnvironmentName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument environment @args })]
        [string]$Environment,

        # The tenant: its id or one of its domains.
        [Parameter(Mandatory, ParameterSetName = 'ServicePrincipalWithSubscriptionId')]
        [Parameter(Mandatory, ParameterSetName = 'ServicePrincipalCertificateWithSubscriptionId')]
        [Parameter(Mandatory, ParameterSetName = 'ServicePrincipalCertificateFileWithSubscriptionId')]
        [Parameter(Mandatory, ParameterSetName = 'ClientAssertionParameterSet')]
        [Parameter(ParameterSetName = 'UserWithSubscriptionId')]
        [Parameter(ParameterSetName = 'UserWithCredential')]
        [Parameter(ParameterSetName = 'AccessTokenWithSubscriptionId')]
        [Parameter(ParameterSetName = 'ManagedServiceLogin')]
        [Alias('Domain', 'TenantId')]
        [ValidateNotNullOrEmpty()]
        [string]$Tenant,

        # The subscription to select: its id or name. Without it the first one.
        [Parameter(ValueFromPipeline)]
        [Alias('SubscriptionName', 'SubscriptionId')]
        [ValidateNotNullOrEmpty()]
        [string]$Subscription,

        # The name under which this sign-in is kept.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$ContextName,

        # Makes no contexts for the other subscriptions.
        [Parameter()]
        [switch]$SkipContextPopulation,

        # For how many subscriptions a context is made: 25 unless told otherwise, -1 for all.
        [Parameter()]
        [ValidateRange(-1, 2147483647)]
        [int]$MaxContextPopulation,

        # Replaces a context of the same name without asking.
        [Parameter()]
        [switch]$Force,

        # Process keeps the sign-in for this process, CurrentUser for later ones too.
        [Parameter()]
        [ValidateSet('Process', 'CurrentUser')]
        [string]$Scope,

        # Another service that a token is wanted for in the same sign-in.
        [Parameter(ParameterSetName = 'UserWithSubscriptionId')]
        [Parameter(ParameterSetName = 'UserWithCredential')]
        [Parameter(ParameterSetName = 'ServicePrincipalWithSubscriptionId')]
        [Parameter(ParameterSetName = 'ServicePrincipalCertificateWithSubscriptionId')]
        [Parameter(ParameterSetName = 'ManagedServiceLogin')]
        [Alias('AuthScopeTypeName')]
        [ArgumentCompleter({
                param($CommandName, $ParameterName, $WordToComplete)
                @('AadGraph', 'AnalysisServices', 'Attestation', 'Batch', 'DataLake', 'KeyVault', 'ManagedHsm', 'OperationalInsights', 'Storage', 'Synapse') -like ($WordToComplete.Trim([char]34, [char]39) + '*')
            })]
        [string]$AuthScope,

        # Whose access token it is, or the client id of a managed identity.
        [Parameter(Mandatory, ParameterSetName = 'AccessTokenWithSubscriptionId')]
        [Parameter(ParameterSetName = 'UserWithSubscriptionId')]
        [Parameter(ParameterSetName = 'ManagedServiceLogin')]
        [ValidateNotNullOrEmpty()]
        [string]$AccountId,

        # Signs in with a code that is entered in a browser, on this or another computer.
        [Parameter(ParameterSetName = 'UserWithSubscriptionId')]
        [Alias('DeviceCode', 'DeviceAuth', 'Device')]
        [switch]$UseDeviceAuthentication,

        # The claims that a service asked for when it refused an earlier token.
        [Parameter(ParameterSetName = 'UserWithSubscriptionId')]
        [string]$ClaimsChallenge,

        # A user's name and password; with -ServicePrincipal an application's id and secret.
        [Parameter(Mandatory, ParameterSetName = 'UserWithCredential')]
        [Parameter(Mandatory, ParameterSetName = 'ServicePrincipalWithSubscriptionId')]
        [pscredential]$Credential,

        # Signs in as an application.
        [Parameter(Mandatory, ParameterSetName = 'ServicePrincipalWithSubscriptionId')]
        [Parameter(ParameterSetName = 'ServicePrincipalCertificateWithSubscriptionId')]
        [Parameter(ParameterSetName = 'ServicePrincipalCertificateFileWithSubscriptionId')]
        [Parameter(ParameterSetName = 'ClientAssertionParameterSet')]
        [switch]$ServicePrincipal,

        # The application's id.
        [Parameter(Mandatory, ParameterSetName = 'ServicePrincipalCertificateWithSubscriptionId')]
        [Parameter(Mandatory, ParameterSetName = 'ServicePrincipalCertificateFileWithSubscriptionId')]
        [Parameter(Mandatory, ParameterSetName = 'ClientAssertionParameterSet')]
        [string]$ApplicationId,

        # The thumbprint of a certificate in the Windows certificate store.
        [Parameter(Mandatory, ParameterSetName = 'ServicePrincipalCertificateWithSubscriptionId')]
        [string]$CertificateThumbprint,

        # A file with certificate and private key, PFX or PEM.
        [Parameter(Mandatory, ParameterSetName = 'ServicePrincipalCertificateFileWithSubscriptionId')]
        [string]$CertificatePath,

        # The certificate file's password.
        [Parameter(ParameterSetName = 'ServicePrincipalCertificateFileWithSubscriptionId')]
        [securestring]$CertificatePassword,

        # Sends the whole chain of the certificate, for subject name and issuer authentication.
        [Parameter(ParameterSetName = 'ServicePrincipalCertificateWithSubscriptionId')]
        [Parameter(ParameterSetName = 'ServicePrincipalCertificateFileWithSubscriptionId')]
        [switch]$SendCertificateChain,

        # A token of another identity provider that the application trusts.
        [Parameter(Mandatory, ParameterSetName = 'ClientAssertionParameterSet')]
        [Alias('ClientAssertion')]
        [ValidateNotNullOrEmpty()]
        [string]$FederatedToken,

        # An access token for Azure Resource Manager.
        [Parameter(Mandatory, ParameterSetName = 'AccessTokenWithSubscriptionId')]
        [ValidateNotNullOrEmpty()]
        [string]$AccessToken,

        # An access token for the old directory service.
        [Parameter(ParameterSetName = 'AccessTokenWithSubscriptionId')]
        [ValidateNotNullOrEmpty()]
        [string]$GraphAccessToken,

        # An access token for Microsoft Graph.
        [Parameter(ParameterSetName = 'AccessTokenWithSubscriptionId')]
        [ValidateNotNullOrEmpty()]
        [string]$MicrosoftGraphAccessToken,

        # An access token for Key Vault.
        [Parameter(ParameterSetName = 'AccessTokenWithSubscriptionId')]
        [ValidateNotNullOrEmpty()]
        [string]$KeyVaultAccessToken,

        # Does not try the access token.
        [Parameter(ParameterSetName = 'AccessTokenWithSubscriptionId')]
        [switch]$SkipValidation,

        # Signs in as the managed identity of this machine.
        [Parameter(Mandatory, ParameterSetName = 'ManagedServiceLogin')]
        [Alias('MSI', 'ManagedService')]
        [switch]$Identity,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        $argument = @{}
        foreach ($key in $PSBoundParameters.Keys) {
            $argument[$key] = $PSBoundParameters[$key]
        }
        if ($argument.ContainsKey('CertificatePath')) {
            $argument['CertificatePath'] = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($argument['CertificatePath'])
        }
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'account.connect' -Argument $argument
    }
}
