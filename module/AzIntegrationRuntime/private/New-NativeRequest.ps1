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
        Property                   = $true
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

    # What is handed on of the environment: how the network is reached. What says who one is goes when the library asks for it.
    $script:EnvironmentName = @('SSL_CERT_FILE', 'SSL_CERT_DIR', 'HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY')
    $script:EnvironmentName += 'https_proxy', 'http_proxy', 'all_proxy', 'no_proxy', 'AZIR_PROFILE'

    # Characters that JSON wants escaped in a string.
    $script:EscapedCharacter = [char[]](@(34, 92) + 0..31)

    # Where contexts are kept, as a member of the request: what GetFolderPath answers, whose first call costs milliseconds.
    $script:NativeProfile = ''
    $variables = [System.Environment]::GetEnvironmentVariables()
    $system = (Get-NativePlatform).Name
    if ($system -like 'win-*') {
        $folder = $variables['LOCALAPPDATA']
    } elseif ($system -like 'osx-*' -and $variables['HOME']) {
        $folder = $variables['HOME'] + '/Library/Application Support'
    } elseif ($variables['XDG_DATA_HOME']) {
        $folder = $variables['XDG_DATA_HOME']
    } elseif ($variables['HOME']) {
        $folder = $variables['HOME'] + '/.local/share'
    } else {
        $folder = $null
    }
    if ($folder) {
        $script:NativeProfile = ',"profile":' +
            (ConvertTo-NativeString ($folder + [System.IO.Path]::DirectorySeparatorChar + 'AzIntegrationRuntime'))
    }

    # Headers of objects frames and what was made of them.
    $script:NativeTypeName = @{}
    $script:NativeShape = @{}

    # The version that the library has to have too.
    $script:NativeBuild = $ExecutionContext.SessionState.Module.Version.ToString()
}

function New-NativeRequest {
    # Writes the request of an operation: UTF-8 JSON, and beside it the bytes of the secrets that it points to.
    # Texts are put together with operators: in a new process each overloaded .NET method costs milliseconds on its first call.
    param($Cmdlet, $Name, $Argument, $Verbose, $Debug)

    $secrets = @{ Pieces = $null; Length = 0 }
    $members = ''
    foreach ($key in $Argument.Keys) {
        if ($script:CommonParameter[$key]) {
            continue
        }
        $value = $Argument[$key]
        if ($value -is [string] -and $value.IndexOfAny($script:EscapedCharacter) -lt 0 -and -not $script:SecretArgument[$key]) {
            # Nearly every argument.
            $members += ',"' + $key + '":"' + $value + '"'
        } elseif ($value -is [string] -and $script:SecretArgument[$key]) {
            $members += ',"' + $key + '":' + (Add-NativeSecret $secrets ([System.Text.Encoding]::UTF8.GetBytes($value)) 'utf8')
        } elseif ($key -eq 'ExpressCustomSetup' -or $key -eq 'Property') {
            # Goes into what is written as it is: nothing of it is left out.
            try {
                if ($key -eq 'Property') {
                    $text = ConvertTo-NativeJson $secrets $value 30 $true
                } else {
                    $text = ConvertTo-NativeSetup $secrets $value
                }
                $members += ',"' + $key + '":' + $text
            } catch {
                $exception = New-Object System.ArgumentException "-$key cannot be sent: $($_.Exception.Message)"
                $Cmdlet.ThrowTerminatingError(
                    (New-Object System.Management.Automation.ErrorRecord $exception, "Invalid$key", 'InvalidArgument', $null))
            }
        } elseif ($key -eq 'InputObject' -or $key -eq 'WorkspaceObject' -or $key -eq 'AccountObject') {
            # It is told by its own members and by theirs, such as tags. The nodes of a runtime with its status would take ten times as long.
            $members += ',"' + $key + '":' + (ConvertTo-NativeJson $secrets $value 2)
        } else {
            $members += ',"' + $key + '":' + (ConvertTo-NativeJson $secrets $value 4)
        }
    }
    $json = '{"operation":"' + $Name + '","build":"' + $script:NativeBuild + '","cmdlet":"' + $Cmdlet.MyInvocation.MyCommand.Name +
        '","parameterSet":"' + $Cmdlet.ParameterSetName + '","arguments":{' + ($members -replace '^,', '') + '}' + $script:NativeProfile

    $variables = ''
    # All at once: the method that reads one costs ten times as much on its first call.
    $all = [System.Environment]::GetEnvironmentVariables()
    $wanted = $script:EnvironmentName
    foreach ($variable in $wanted) {
        $value = $all[$variable]
        if ($value) {
            $variables += ',' + (ConvertTo-NativeVariable $secrets $variable $value)
        }
    }
    if ($variables) {
        $json += ',"environment":{' + $variables.Substring(1) + '}'
    }
    if ($Argument.ContainsKey('DefaultProfile')) {
        $json += ',"context":' + (ConvertTo-NativeJson $secrets $Argument['DefaultProfile'] 4)
    }
    if ($Verbose) {
        $json += ',"verbose":true'
    }
    if ($Debug) {
        $json += ',"debug":true'
    }
    if ($Cmdlet.MyInvocation.ExpectingInput) {
        $json += ',"pipeline":true'
    }
    # What is not bound is as the caller's preference says, which Invoke-NativeOperation has put into these variables.
    if ($Argument.ContainsKey('WhatIf')) {
        $WhatIfPreference = [bool]$Argument['WhatIf']
    }
    if ($WhatIfPreference) {
        $json += ',"whatIf":true'
    }
    if ($Argument.ContainsKey('Confirm')) {
        if ($Argument['Confirm']) {
            $json += ',"confirm":true'
        }
    } elseif ('Low', 'Medium' -contains $ConfirmPreference -and $Cmdlet.MyInvocation.MyCommand.Parameters.ContainsKey('Confirm')) {
        # The impact of every cmdlet here is the usual one, Medium.
        $json += ',"confirm":true'
    }

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
        Request = [System.Text.Encoding]::UTF8.GetBytes($json + '}')
        Secrets = $bytes
    }
}

function ConvertTo-NativeString {
    # A text as a JSON string.
    param([string]$Text)

    if ($Text.IndexOfAny($script:EscapedCharacter) -lt 0) {
        return '"' + $Text + '"'
    }
    $json = '"'
    foreach ($character in $Text.ToCharArray()) {
        $code = [int]$character
        if ($code -lt 32) {
            $json += '\u' + $code.ToString('x4')
        } elseif ($code -eq 34 -or $code -eq 92) {
            $json += '\' + $character
        } else {
            $json += $character
        }
    }
    $json + '"'
}

function Add-NativeSecret {
    # Puts the bytes among the secrets; answers with the JSON that says where they are.
    param($Secrets, [byte[]]$Bytes, [string]$Encoding)

    if ($null -eq $Secrets.Pieces) {
        $Secrets.Pieces = [System.Collections.ArrayList]::new()
    }
    $null = $Secrets.Pieces.Add($Bytes)
    $json = '{"secret":{"offset":' + $Secrets.Length + ',"length":' + $Bytes.Length + ',"encoding":"' + $Encoding + '"}}'
    $Secrets.Length += $Bytes.Length
    $json
}

function ConvertFrom-NativeSecureString {
    # The UTF-16 bytes of a SecureString, without a .NET string on the way: strings cannot be wiped.
    param([System.Security.SecureString]$SecureString)

    $bytes = [byte[]]::new($SecureString.Length * 2)
    $memory = [System.Runtime.InteropServices.Marshal]::SecureStringToGlobalAllocUnicode($SecureString)
    try {
        [System.Runtime.InteropServices.Marshal]::Copy($memory, $bytes, 0, $bytes.Length)
    } finally {
        [System.Runtime.InteropServices.Marshal]::ZeroFreeGlobalAllocUnicode($memory)
    }
    , $bytes
}

function ConvertTo-NativeJson {
    # A value as JSON; of an object its members, Depth levels deep. Whole: all of them, and deeper ones are an error.
    param($Secrets, $Value, [int]$Depth, [bool]$Whole)

    $invariant = [System.Globalization.CultureInfo]::InvariantCulture
    if ($null -eq $Value) {
        return 'null'
    }
    if ($Value -is [string]) {
        return ConvertTo-NativeString $Value
    }
    if ($Value -is [bool] -or $Value -is [switch]) {
        if ($Value) {
            return 'true'
        }
        return 'false'
    }
    if ($Value -is [System.Security.SecureString]) {
        return Add-NativeSecret $Secrets (ConvertFrom-NativeSecureString $Value) 'utf16le'
    }
    if ($Value -is [System.Management.Automation.PSCredential]) {
        return '{"userName":' + (ConvertTo-NativeString $Value.UserName) + ',"password":' +
            (Add-NativeSecret $Secrets (ConvertFrom-NativeSecureString $Value.Password) 'utf16le') + '}'
    }
    if ($Value -is [System.Enum] -or $Value -is [guid] -or $Value -is [uri] -or $Value -is [version] -or $Value -is [char]) {
        return ConvertTo-NativeString $Value.ToString()
    }
    if ($Value -is [datetime]) {
        return ConvertTo-NativeString $Value.ToUniversalTime().ToString('o', $invariant)
    }
    if ($Value -is [datetimeoffset]) {
        return ConvertTo-NativeString $Value.UtcDateTime.ToString('o', $invariant)
    }
    if ($Value -is [timespan]) {
        return ConvertTo-NativeString ([System.Xml.XmlConvert]::ToString([timespan]$Value))
    }
    if ($Value -is [double] -or $Value -is [single]) {
        if ([double]::IsNaN($Value) -or [double]::IsInfinity($Value)) {
            return 'null'
        }
        return ([double]$Value).ToString('R', $invariant)
    }
    if ($Value -is [System.ValueType] -and $Value -is [System.IFormattable]) {
        return $Value.ToString($null, $invariant)
    }
    if ($Depth -le 0) {
        if ($Whole) {
            throw 'it is nested more than 30 levels deep, or contains itself.'
        }
        return 'null'
    }
    if ($Value -is [System.Collections.IDictionary]) {
        # Not by its Keys: one of them may have that name.
        $members = foreach ($entry in $Value.GetEnumerator()) {
            (ConvertTo-NativeString ([string]$entry.Key)) + ':' + (ConvertTo-NativeJson $Secrets $entry.Value ($Depth - 1) $Whole)
        }
        return '{' + ($members -join ',') + '}'
    }
    if ($Value -is [System.Collections.IEnumerable]) {
        $items = foreach ($item in $Value) {
            ConvertTo-NativeJson $Secrets $item ($Depth - 1) $Whole
        }
        return '[' + ($items -join ',') + ']'
    }
    $members = foreach ($property in $Value.PSObject.Properties) {
        if (-not $Whole -and $script:WithheldMember[$property.Name]) {
            continue
        }
        try {
            $member = $property.Value
        } catch {
            # A getter of somebody else's object that throws has nothing to hand on.
            continue
        }
        if ($member -is [string] -and $member.IndexOfAny($script:EscapedCharacter) -lt 0) {
            (ConvertTo-NativeString $property.Name) + ':"' + $member + '"'
        } else {
            (ConvertTo-NativeString $property.Name) + ':' + (ConvertTo-NativeJson $Secrets $member ($Depth - 1) $Whole)
        }
    }
    '{' + ($members -join ',') + '}'
}

function ConvertTo-NativeSetup {
    # The items of -ExpressCustomSetup as JSON: objects of the SDK (Az's or ours) or hashtables, passwords as secrets.
    param($Secrets, $Items)

    if ($null -eq $Items) {
        return 'null'
    }
    $objects = foreach ($item in $Items) {
        # An item has its details, and these a secret in them.
        ConvertTo-NativeSetupObject $Secrets $item 4
    }
    '[' + ($objects -join ',') + ']'
}

function ConvertTo-NativeSetupObject {
    param($Secrets, $Item, [int]$Depth)

    if ($null -eq $Item -or $Item -is [string] -or $Item -is [System.ValueType] -or $Item -is [System.Security.SecureString]) {
        return ConvertTo-NativeJson $Secrets $Item 1
    }
    if ($Depth -le 0) {
        throw 'an item is nested too deeply, or contains itself.'
    }
    if ($Item -is [System.Collections.IEnumerable] -and $Item -isnot [System.Collections.IDictionary]) {
        $elements = foreach ($element in $Item) {
            ConvertTo-NativeSetupObject $Secrets $element ($Depth - 1)
        }
        return '[' + ($elements -join ',') + ']'
    }
    $members = [ordered]@{}
    if ($Item -is [System.Collections.IDictionary]) {
        # @{ type = 'CmdkeySetup'; targetName = ... } is a shorter way to write such an object.
        $short = $Item.Contains('type') -and -not $Item.Contains('typeProperties') -and $Item['type'] -ne 'SecureString'
        foreach ($key in $Item.Keys) {
            $name = [string]$key
            if ($short -and $name -eq 'type') {
                $name = '__type'
            } elseif ($short -and $name) {
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
        return Add-NativeSecret $Secrets ([System.Text.Encoding]::UTF8.GetBytes([string]$members['Value'])) 'utf8'
    }
    $json = foreach ($key in $members.Keys) {
        $value = $members[$key]
        if (($key -eq 'Password' -or $key -eq 'LicenseKey') -and $value -is [string]) {
            $member = Add-NativeSecret $Secrets ([System.Text.Encoding]::UTF8.GetBytes([string]$value)) 'utf8'
        } else {
            $member = ConvertTo-NativeSetupObject $Secrets $value ($Depth - 1)
        }
        (ConvertTo-NativeString $key) + ':' + $member
    }
    '{' + ($json -join ',') + '}'
}

function ConvertTo-NativeVariable {
    # A variable of the environment as a member in JSON. The library never reads its own environment.
    param($Secrets, [string]$Name, [string]$Value)

    # A proxy's address can hold its password.
    if ($Name -match 'SECRET|PASSWORD|HEADER|_KEY$|_TOKEN$' -or ($Name -match 'PROXY$' -and $Value.Contains('@'))) {
        return '"' + $Name + '":' + (Add-NativeSecret $Secrets ([System.Text.Encoding]::UTF8.GetBytes($Value)) 'utf8')
    }
    '"' + $Name + '":' + (ConvertTo-NativeString $Value)
}
