function Connect-AzAccount {
    <#
    .SYNOPSIS
    Signs in to Azure.

    .DESCRIPTION
    Signs in, and selects a tenant and a subscription, for the cmdlets of AzIntegrationRuntime and
    AzIntegrationRuntime.Standalone in this process: as a person in the browser or with a code, as an application with a secret,
    a certificate or a federated token, as the managed identity of the machine, or with an access token.

    Without parameters it opens the sign-in page in the browser; where no browser can be shown it goes on with a code for any
    device. After Start-AzIntegrationRuntimeEmulator it signs in to the emulator.

    With -Scope CurrentUser, or after Enable-AzContextAutosave, later processes are signed in too.

    Where nobody has signed in, the cmdlets use the environment's credentials (AZURE_CLIENT_ID and its kin), a managed identity
    that the environment tells of, or the sign-in of the Azure CLI.

    .EXAMPLE
    Connect-AzAccount

    Signs in as a person, in the browser.

    .EXAMPLE
    Connect-AzAccount -Tenant 'contoso.onmicrosoft.com' -Subscription 'Production' -Scope CurrentUser

    Signs in to a tenant, selects a subscription, and keeps the sign-in for later processes.

    .EXAMPLE
    Connect-AzAccount -UseDeviceAuthentication -Tenant 'contoso.onmicrosoft.com'

    Signs in with a code that you enter in a browser on any computer.

    .EXAMPLE
    $credential = Get-Credential -UserName '66666666-6666-4666-8666-666666666666'
    Connect-AzAccount -ServicePrincipal -Credential $credential -Tenant '11111111-1111-4111-8111-111111111111' -Subscription 'Production'

    Signs in as an application with its id and secret, and selects a subscription.

    .EXAMPLE
    $password = Read-Host -Prompt 'Password of the certificate file' -AsSecureString
    $application = @{ ApplicationId = '66666666-6666-4666-8666-666666666666'; Tenant = '11111111-1111-4111-8111-111111111111' }
    Connect-AzAccount @application -CertificatePath './app.pfx' -CertificatePassword $password

    Signs in as an application with a certificate and its private key, in a PFX file. A PEM file serves too.

    .EXAMPLE
    $application = @{ ApplicationId = '66666666-6666-4666-8666-666666666666'; Tenant = '11111111-1111-4111-8111-111111111111' }
    Connect-AzAccount @application -CertificateThumbprint '0123456789ABCDEF0123456789ABCDEF01234567'

    Signs in as an application with a certificate in the certificate store of Windows.

    .EXAMPLE
    $application = @{ ApplicationId = '66666666-6666-4666-8666-666666666666'; Tenant = '11111111-1111-4111-8111-111111111111' }
    Connect-AzAccount @application -FederatedToken $env:ID_TOKEN

    Signs in as an application that trusts the issuer of a token, such as that of a pipeline. No secret is needed.

    .EXAMPLE
    Connect-AzAccount -Identity -Subscription 'Production'

    Signs in as the managed identity of this virtual machine, runbook, web app or Arc server.

    .EXAMPLE
    Connect-AzAccount -Identity -AccountId '99999999-9999-4999-8999-999999999999'

    Signs in as a user-assigned managed identity, which its client id names.

    .EXAMPLE
    $token = az account get-access-token --query accessToken --output tsv
    Connect-AzAccount -AccessToken $token -AccountId 'you@contoso.com'

    Signs in with an access token, here of the Azure CLI. It cannot be renewed.

    .EXAMPLE
    Connect-AzAccount -Environment AzureUSGovernment

    Signs in to another cloud.

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

        # The subscription to select: its id or name. Without it the first one. An id together with the tenant is taken as it is,
        # without asking; the name is then null until the subscriptions are listed.
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

        # Replaces a context of the name in -ContextName without asking.
        [Parameter()]
        [switch]$Force,

        # Process keeps the sign-in for this process, CurrentUser for later ones too.
        [Parameter()]
        [ValidateSet('Process', 'CurrentUser')]
        [string]$Scope,

        # A service whose token is asked for with the sign-in: one of the names that complete, or a resource such as
        # https://purview.azure.net. A person answers what that service wants, such as a second factor, at once.
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

        # Whose access token it is, the client id or resource id of a managed identity, or the name to fill in on the sign-in page.
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

        # An application's id and secret with -ServicePrincipal; else a user's name and password, which few tenants allow.
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
