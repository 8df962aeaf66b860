function Initialize-NativeTable {
    # What New-NativeRequest looks up. Made on the first call: made at import, it would cost a sixth of the import's time.

    # Parameters that the contract types as string, or as an object that may be one, though what they hold is a secret.
    $script:SecretArgument = @{
        AccessToken                = $true
        GraphAccessToken           = $true
        MicrosoftGraphAccessToken  = $true
        KeyVaultAccessToken        = $true
        FederatedToken             = $true
        SetupScriptContainerSasUri = $true
        AuthKey                    = $true
    }

    # Members of objects given as arguments that are not handed on: secrets, and where Az keeps some.
    $script:WithheldMember = @{
        AuthKey1                   = $true
        AuthKey2                   = $true
        CatalogAdminPassword       = $true
        SetupScriptContainerSasUri = $true
        ExtendedProperties         = $true
        ExtendedProperty           = $true
        TokenCache                 = $true
        Token                      = $true
        Password                   = $true
    }

    # PowerShell's own parameters. Confirm and WhatIf are not among them: the library sees those.
    $script:CommonParameter = @{
        Verbose             = $true
        Debug               = $true
        ErrorAction         = $true
        WarningAction       = $true
        InformationAction   = $true
        ProgressAction      = $true
        ErrorVariable       = $true
        WarningVariable     = $true
        InformationVariable = $true
        OutVariable         = $true
        OutBuffer           = $true
        PipelineVariable    = $true
        DefaultProfile      = $true
        AsJob               = $true
    }

    # What is handed on of the environment: these, and what begins with AZURE_, IDENTITY_, MSI_ or IMDS_.
    $script:EnvironmentName = @{
        SSL_CERT_FILE = $true
        SSL_CERT_DIR  = $true
        HTTPS_PROXY   = $true
        HTTP_PROXY    = $true
        ALL_PROXY     = $true
        NO_PROXY      = $true
    }

    # What the environment looked like at the last call, and the names in it that are wanted.
    $script:EnvironmentPresent = $null
    $script:EnvironmentWanted = @()

    # Headers of objects frames and what was made of them.
    $script:NativeShape = @{}

    # The version that the library has to have too.
    $script:NativeBuild = $ExecutionContext.SessionState.Module.Version.ToString()

    # Characters that JSON wants escaped in a string.
    $script:EscapedCharacter = [char[]](@(34, 92) + 0..31)
}

function New-NativeRequest {
    # Writes the request of an operation: UTF-8 JSON, and beside it the bytes of the secrets that it points to.
    param($Cmdlet, [string]$Name, [System.Collections.IDictionary]$Argument, [bool]$Verbose, [bool]$Debug)

    $builder = [System.Text.StringBuilder]::new(1024)
    $secrets = @{ Pieces = $null; Length = 0 }

    $null = $builder.Append('{"operation":"' + $Name + '","build":"' + $script:NativeBuild + '","cmdlet":"' +
        $Cmdlet.MyInvocation.MyCommand.Name + '","parameterSet":"' + $Cmdlet.ParameterSetName + '","arguments":{')
    $separator = '"'
    foreach ($key in $Argument.Keys) {
        if ($script:CommonParameter.ContainsKey($key)) {
            continue
        }
        $null = $builder.Append($separator + $key + '":')
        $separator = ',"'
        $value = $Argument[$key]
        if ($value -is [string]) {
            if ($script:SecretArgument.ContainsKey($key)) {
                Add-NativeSecret $builder $secrets ([System.Text.Encoding]::UTF8.GetBytes([string]$value)) 'utf8'
            } elseif ($value.IndexOfAny($script:EscapedCharacter) -lt 0) {
                # Nearly every argument; a function call would cost more than all the rest.
                $null = $builder.Append('"' + $value + '"')
            } else {
                Add-NativeString $builder $value
            }
        } elseif ($key -eq 'ExpressCustomSetup') {
            Add-NativeSetup $builder $secrets $value
        } else {
            Add-NativeValue $builder $secrets $value 4
        }
    }
    $null = $builder.Append('},"environment":{')

    # Which variables there are changes hardly ever: what was found out about their names is kept.
    $variables = [System.Environment]::GetEnvironmentVariables()
    $present = $variables.Keys -join ' '
    if ($present -cne $script:EnvironmentPresent) {
        $script:EnvironmentWanted = @(Get-NativeEnvironmentName $variables)
        $script:EnvironmentPresent = $present
    }
    if ($script:EnvironmentWanted.Length -gt 0) {
        Add-NativeEnvironment $builder $secrets $variables
    }
    $null = $builder.Append('}')

    if ($Argument.ContainsKey('DefaultProfile')) {
        $null = $builder.Append(',"context":')
        Add-NativeValue $builder $secrets $Argument['DefaultProfile'] 4
    }
    if ($Verbose) {
        $null = $builder.Append(',"verbose":true')
    }
    if ($Debug) {
        $null = $builder.Append(',"debug":true')
    }
    $null = $builder.Append('}')

    $bytes = [byte[]]::new($secrets.Length)
    if ($secrets.Length -gt 0) {
        $offset = 0
        foreach ($piece in $secrets.Pieces) {
            [System.Buffer]::BlockCopy($piece, 0, $bytes, $offset, $piece.Length)
            $offset += $piece.Length
            [array]::Clear($piece, 0, $piece.Length)
        }
    }
    @{
        Request = [System.Text.Encoding]::UTF8.GetBytes($builder.ToString())
        Secrets = $bytes
    }
}

function Add-NativeString {
    param([System.Text.StringBuilder]$Builder, [string]$Text)

    $null = $Builder.Append('"')
    if ($Text.IndexOfAny($script:EscapedCharacter) -lt 0) {
        $null = $Builder.Append($Text)
    } else {
        foreach ($character in $Text.ToCharArray()) {
            $code = [int]$character
            if ($code -lt 32) {
                $null = $Builder.Append('\u').Append($code.ToString('x4'))
            } else {
                if ($code -eq 34 -or $code -eq 92) {
                    $null = $Builder.Append('\')
                }
                $null = $Builder.Append($character)
            }
        }
    }
    $null = $Builder.Append('"')
}

function Add-NativeSecret {
    # Puts the bytes among the secrets, and into the JSON where they are.
    param([System.Text.StringBuilder]$Builder, $Secrets, [byte[]]$Bytes, [string]$Encoding)

    $null = $Builder.Append('{"secret":{"offset":').Append($Secrets.Length).Append(',"length":').Append($Bytes.Length)
    $null = $Builder.Append(',"encoding":"').Append($Encoding).Append('"}}')
    if ($null -eq $Secrets.Pieces) {
        $Secrets.Pieces = [System.Collections.ArrayList]::new()
    }
    $null = $Secrets.Pieces.Add($Bytes)
    $Secrets.Length += $Bytes.Length
}

function ConvertFrom-NativeSecureString {
    # The UTF-16 bytes of a SecureString, without a .NET string on the way: strings cannot be wiped.
    param([System.Security.SecureString]$SecureString)

    $bytes = New-Object byte[] ($SecureString.Length * 2)
    $memory = [System.Runtime.InteropServices.Marshal]::SecureStringToGlobalAllocUnicode($SecureString)
    try {
        [System.Runtime.InteropServices.Marshal]::Copy($memory, $bytes, 0, $bytes.Length)
    } finally {
        [System.Runtime.InteropServices.Marshal]::ZeroFreeGlobalAllocUnicode($memory)
    }
    , $bytes
}

function Add-NativeValue {
    # Writes a value as JSON; of an object its members, Depth levels deep.
    param([System.Text.StringBuilder]$Builder, $Secrets, $Value, [int]$Depth)

    if ($null -eq $Value) {
        $null = $Builder.Append('null')
    } elseif ($Value -is [string]) {
        Add-NativeString $Builder $Value
    } elseif ($Value -is [bool] -or $Value -is [switch]) {
        if ($Value) {
            $null = $Builder.Append('true')
        } else {
            $null = $Builder.Append('false')
        }
    } elseif ($Value -is [System.Security.SecureString]) {
        Add-NativeSecret $Builder $Secrets (ConvertFrom-NativeSecureString $Value) 'utf16le'
    } elseif ($Value -is [System.Management.Automation.PSCredential]) {
        $null = $Builder.Append('{"userName":')
        Add-NativeString $Builder $Value.UserName
        $null = $Builder.Append(',"password":')
        Add-NativeSecret $Builder $Secrets (ConvertFrom-NativeSecureString $Value.Password) 'utf16le'
        $null = $Builder.Append('}')
    } elseif ($Value -is [System.Enum] -or $Value -is [guid] -or $Value -is [uri] -or $Value -is [version] -or $Value -is [char]) {
        Add-NativeString $Builder $Value.ToString()
    } elseif ($Value -is [datetime]) {
        Add-NativeString $Builder $Value.ToUniversalTime().ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
    } elseif ($Value -is [datetimeoffset]) {
        Add-NativeString $Builder $Value.UtcDateTime.ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
    } elseif ($Value -is [timespan]) {
        Add-NativeString $Builder ([System.Xml.XmlConvert]::ToString([timespan]$Value))
    } elseif ($Value -is [double] -or $Value -is [single]) {
        if ([double]::IsNaN($Value) -or [double]::IsInfinity($Value)) {
            $null = $Builder.Append('null')
        } else {
            $null = $Builder.Append(([double]$Value).ToString('R', [System.Globalization.CultureInfo]::InvariantCulture))
        }
    } elseif ($Value -is [System.ValueType] -and $Value -is [System.IFormattable]) {
        $null = $Builder.Append($Value.ToString($null, [System.Globalization.CultureInfo]::InvariantCulture))
    } elseif ($Depth -le 0) {
        $null = $Builder.Append('null')
    } elseif ($Value -is [System.Collections.IDictionary]) {
        $separator = '{'
        foreach ($key in $Value.Keys) {
            $null = $Builder.Append($separator)
            Add-NativeString $Builder ([string]$key)
            $null = $Builder.Append(':')
            Add-NativeValue $Builder $Secrets $Value[$key] ($Depth - 1)
            $separator = ','
        }
        if ($separator -eq '{') {
            $null = $Builder.Append($separator)
        }
        $null = $Builder.Append('}')
    } elseif ($Value -is [System.Collections.IEnumerable]) {
        $separator = '['
        foreach ($item in $Value) {
            $null = $Builder.Append($separator)
            Add-NativeValue $Builder $Secrets $item ($Depth - 1)
            $separator = ','
        }
        if ($separator -eq '[') {
            $null = $Builder.Append($separator)
        }
        $null = $Builder.Append(']')
    } else {
        $separator = '{'
        foreach ($property in $Value.PSObject.Properties) {
            if ($script:WithheldMember.ContainsKey($property.Name)) {
                continue
            }
            try {
                $member = $property.Value
            } catch {
                # A getter of somebody else's object that throws has nothing to hand on.
                continue
            }
            $null = $Builder.Append($separator)
            Add-NativeString $Builder $property.Name
            $null = $Builder.Append(':')
            Add-NativeValue $Builder $Secrets $member ($Depth - 1)
            $separator = ','
        }
        if ($separator -eq '{') {
            $null = $Builder.Append($separator)
        }
        $null = $Builder.Append('}')
    }
}

function Add-NativeSetup {
    # Writes the items of -ExpressCustomSetup: objects of the SDK (Az's or ours) or hashtables, passwords as secrets.
    param([System.Text.StringBuilder]$Builder, $Secrets, $Items)

    if ($null -eq $Items) {
        $null = $Builder.Append('null')
        return
    }
    $before = '['
    foreach ($item in $Items) {
        $null = $Builder.Append($before)
        Add-NativeSetupObject $Builder $Secrets $item
        $before = ','
    }
    if ($before -eq '[') {
        $null = $Builder.Append($before)
    }
    $null = $Builder.Append(']')
}

function Add-NativeSetupObject {
    param([System.Text.StringBuilder]$Builder, $Secrets, $Item)

    if ($null -eq $Item -or $Item -is [string] -or $Item -is [System.ValueType]) {
        Add-NativeValue $Builder $Secrets $Item 1
        return
    }
    if ($Item -is [System.Security.SecureString]) {
        Add-NativeValue $Builder $Secrets $Item 1
        return
    }
    $members = [ordered]@{}
    if ($Item -is [System.Collections.IDictionary]) {
        # @{ type = 'CmdkeySetup'; targetName = ... } is a shorter way to write such an object.
        $short = $Item.Contains('type') -and -not $Item.Contains('typeProperties') -and $Item['type'] -ne 'SecureString'
        foreach ($key in $Item.Keys) {
            $name = [string]$key
            if ($short -and $name -eq 'type') {
                $name = '__type'
            } elseif ($short) {
                $name = $name.Substring(0, 1).ToUpperInvariant() + $name.Substring(1)
            }
            $members[$name] = $Item[$key]
        }
    } else {
        foreach ($property in $Item.PSObject.Properties) {
            $members[$property.Name] = $property.Value
        }
        # The last part of the type's name says which kind of set-up it is.
        $members['__type'] = $Item.PSObject.TypeNames[0].Split('.')[-1]
    }
    $kind = $members['__type']
    if ($null -eq $kind) {
        $kind = $members['type']
    }
    if ($kind -eq 'SecureString') {
        # The SDK's own SecureString is an object with a text in it.
        Add-NativeSecret $Builder $Secrets ([System.Text.Encoding]::UTF8.GetBytes([string]$members['Value'])) 'utf8'
        return
    }
    $before = '{'
    foreach ($key in $members.Keys) {
        $value = $members[$key]
        $null = $Builder.Append($before)
        Add-NativeString $Builder $key
        $null = $Builder.Append(':')
        if (($key -eq 'Password' -or $key -eq 'LicenseKey') -and $value -is [string]) {
            Add-NativeSecret $Builder $Secrets ([System.Text.Encoding]::UTF8.GetBytes([string]$value)) 'utf8'
        } else {
            Add-NativeSetupObject $Builder $Secrets $value
        }
        $before = ','
    }
    if ($before -eq '{') {
        $null = $Builder.Append($before)
    }
    $null = $Builder.Append('}')
}

function Get-NativeEnvironmentName {
    # The names of those variables that the library may see. It never reads its own environment.
    param([System.Collections.IDictionary]$Variables)

    $ordinal = [System.StringComparison]::OrdinalIgnoreCase
    foreach ($name in $Variables.Keys) {
        if ($script:EnvironmentName.ContainsKey($name) -or $name.StartsWith('AZURE_', $ordinal) -or
            $name.StartsWith('IDENTITY_', $ordinal) -or $name.StartsWith('MSI_', $ordinal) -or $name.StartsWith('IMDS_', $ordinal)) {
            $name
        }
    }
}

function Add-NativeEnvironment {
    # Writes the variables that the library may see.
    param([System.Text.StringBuilder]$Builder, $Secrets, [System.Collections.IDictionary]$Variables)

    $separator = '"'
    foreach ($name in $script:EnvironmentWanted) {
        $value = [string]$Variables[$name]
        if ($value.Length -eq 0) {
            continue
        }
        $null = $Builder.Append($separator).Append($name).Append('":')
        # A proxy's address can hold its password.
        if ($name -match 'SECRET|PASSWORD|HEADER|_KEY$|_TOKEN$' -or ($name -match 'PROXY$' -and $value.Contains('@'))) {
            Add-NativeSecret $Builder $Secrets ([System.Text.Encoding]::UTF8.GetBytes($value)) 'utf8'
        } else {
            Add-NativeString $Builder $value
        }
        $separator = ',"'
    }
}
