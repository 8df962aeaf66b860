function Get-HostAnswer {
    # The bytes that answer a question of the library about who one is: a token or context of Az.Accounts, or the environment.
    # The caller wipes them.
    param($Cmdlet, $Frame)

    switch ($Frame['frame']) {
        'token' { $bytes = Get-AzAccountsToken $Frame['resource'] $Frame['tenant'] $Cmdlet.MyInvocation.BoundParameters['DefaultProfile'] }
        'context' { $bytes = [System.Text.Encoding]::UTF8.GetBytes((Get-AzAccountsContext)) }
        default { $bytes = [System.Text.Encoding]::UTF8.GetBytes((Get-SignInEnvironment)) }
    }
    , $bytes
}

function Import-AzAccount {
    # Sees to it that Az.Accounts is loaded, as Az.DataFactory does; the reason when it is not.
    if ($null -ne (Get-Module -Name Az.Accounts)) {
        return
    }
    if ($null -ne (Get-Module -Name AzIntegrationRuntime.Standalone)) {
        # Its cmdlets have the same names: one of the two is enough in a session.
        return 'AzIntegrationRuntime.Standalone is loaded in its place'
    }
    # Looking for a module takes a while, so only once in a session.
    if ($null -eq $script:AzAccountsInstalled) {
        $script:AzAccountsInstalled = $null -ne (Get-Module -Name Az.Accounts -ListAvailable)
    }
    if (-not $script:AzAccountsInstalled) {
        return 'it is not installed'
    }
    try {
        Import-Module -Name Az.Accounts -Global -ErrorAction Stop -Verbose:$false -WarningAction SilentlyContinue
    } catch {
        "it cannot be imported: $($_.Exception.Message)"
    }
}

function Get-AzAccountsContext {
    # The context of Az.Accounts as JSON, or the reason why there is none.
    $reason = Import-AzAccount
    $context = $null
    if ($null -eq $reason) {
        try {
            $context = Az.Accounts\Get-AzContext -ErrorAction Stop -WarningAction SilentlyContinue
        } catch {
            $reason = $_.Exception.Message
        }
        if ($null -eq $reason -and ($null -eq $context -or $null -eq $context.Account)) {
            $reason = 'nobody is signed in with it'
        }
    }
    if ($null -ne $reason) {
        return '{"reason":' + (ConvertTo-NativeString $reason) + '}'
    }

    $json = '{"account":' + (Join-NativeMember @('id', 'type') @($context.Account.Id, $context.Account.Type))
    $json += ',"tenant":' + (ConvertTo-NativeString ([string]$context.Tenant.Id))
    $subscription = $context.Subscription
    if ($null -ne $subscription -and $subscription.Id) {
        $values = @($subscription.Id, $subscription.Name, $subscription.State, $subscription.TenantId)
        $json += ',"subscription":' + (Join-NativeMember @('id', 'name', 'state', 'tenant') $values)
    }
    $environment = $context.Environment
    if ($null -ne $environment) {
        $names = @('name', 'resourceManagerUrl', 'authority', 'resourceManagerAudience')
        $values = @($environment.Name, $environment.ResourceManagerUrl, $environment.ActiveDirectoryAuthority,
            $environment.ActiveDirectoryServiceEndpointResourceId)
        $json += ',"environment":' + (Join-NativeMember $names $values)
    }
    $json + '}'
}

function Join-NativeMember {
    # A JSON object of the texts that are not empty.
    param($Name, $Value)

    $members = ''
    for ($index = 0; $index -lt $Name.Length; $index++) {
        $text = [string]$Value[$index]
        if ($text) {
            $members += ',"' + $Name[$index] + '":' + (ConvertTo-NativeString $text)
        }
    }
    '{' + ($members -replace '^,', '') + '}'
}

function Get-SignInEnvironment {
    # The variables that say who one is, where a browser can be shown and where programs are, as a JSON object of texts.
    $all = [System.Environment]::GetEnvironmentVariables()
    $names = @($all.Keys) -match '^((AZURE|IDENTITY|MSI|IMDS)_.*|PATH|DISPLAY|WAYLAND_DISPLAY|ProgramData|ProgramFiles)$'
    Join-NativeMember $names @($names | ForEach-Object { $all[$_] })
}

function Get-AzAccountsToken {
    # A token from Az.Accounts as UTF-8 bytes. None when Az.Accounts is not there; a zero byte and the reason when it gives none.
    param([string]$Resource, [string]$Tenant, $AzureProfile)

    $bytes = New-Object byte[] 0
    if ($null -ne (Import-AzAccount)) {
        return , $bytes
    }
    $argument = @{
        ResourceUrl   = $Resource
        ErrorAction   = 'Stop'
        WarningAction = 'SilentlyContinue'
    }
    if (-not [string]::IsNullOrEmpty($Tenant)) {
        $argument['TenantId'] = $Tenant
    }
    if ($null -ne $AzureProfile) {
        $argument['DefaultProfile'] = $AzureProfile
    }
    try {
        $token = (Az.Accounts\Get-AzAccessToken @argument).Token
    } catch {
        return , [System.Text.Encoding]::UTF8.GetBytes([char]0 + $_.Exception.Message)
    }
    if ($token -is [System.Security.SecureString]) {
        # Az.Accounts 5 and later. Tokens are ASCII: each second byte of UTF-16 is the character.
        $wide = ConvertFrom-NativeSecureString $token
        $bytes = New-Object byte[] ($wide.Length / 2)
        for ($index = 0; $index -lt $bytes.Length; $index++) {
            $bytes[$index] = $wide[2 * $index]
        }
        [array]::Clear($wide, 0, $wide.Length)
    } elseif ($null -ne $token) {
        $bytes = [System.Text.Encoding]::UTF8.GetBytes([string]$token)
    }
    , $bytes
}
