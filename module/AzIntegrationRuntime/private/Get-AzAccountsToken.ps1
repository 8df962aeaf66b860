function Get-AzAccountsToken {
    # A token from Az.Accounts as UTF-8 bytes; none when Az.Accounts is not there or nobody signed in with it.
    param([string]$Resource, [string]$Tenant)

    $bytes = New-Object byte[] 0
    if ($null -eq (Get-Module -Name Az.Accounts)) {
        # As Az.DataFactory does, but only when nobody signed in otherwise: looking for a module takes a while.
        if ($null -eq (Get-Module -Name Az.Accounts -ListAvailable)) {
            return , $bytes
        }
        try {
            Import-Module -Name Az.Accounts -Global -ErrorAction Stop -Verbose:$false
        } catch {
            return , $bytes
        }
    }
    $argument = @{
        ResourceUrl   = $Resource
        ErrorAction   = 'Stop'
        WarningAction = 'SilentlyContinue'
    }
    if (-not [string]::IsNullOrEmpty($Tenant)) {
        $argument['TenantId'] = $Tenant
    }
    try {
        $token = (Az.Accounts\Get-AzAccessToken @argument).Token
    } catch {
        return , $bytes
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
