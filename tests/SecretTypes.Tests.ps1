# Secrets and .NET strings: PowerShell on Windows hands string arguments of methods to the antivirus interface, and
# script blocks to the log, word for word. So a secret is no string in the assemblies but where a contract demands it,
# and no script of the modules handles one.

BeforeDiscovery {
    $assemblies = @{ Name = 'AzIntegrationRuntime' }, @{ Name = 'AzIntegrationRuntime.Standalone' }
}

BeforeAll {
    . $PSScriptRoot/common.ps1

    # Members and parameters of type string whose names speak of a secret, each with the reason why it is a string.
    $upstream = 'Az has it as a string, and scripts read or give it so.'
    $name_only = 'The name, address or version of a key or secret, not the secret.'
    $allowed = @{
        'PSIntegrationRuntimeKeys.AuthKey1'                              = $upstream
        'PSIntegrationRuntimeKeys.AuthKey2'                              = $upstream
        'IntegrationRuntimeKeys.AuthKey1'                                = 'As the keys of the other services.'
        'IntegrationRuntimeKeys.AuthKey2'                                = 'As the keys of the other services.'
        'PSManagedIntegrationRuntime.CatalogAdminPassword'               = "$upstream The core never fills it."
        'PSManagedIntegrationRuntime.SetupScriptContainerSasUri'         = "$upstream The core masks the signature."
        'SetAzureDataFactoryIntegrationRuntimeCommand.SetupScriptContainerSasUri' = $upstream
        'SetAzureSynapseIntegrationRuntime.SetupScriptContainerSasUri'   = $upstream
        'ConnectAzureRmAccountCommand.FederatedToken'                    = $upstream
        'PSAccessToken.Token'                                            = $upstream
        'PSAzureRmAccount.AccessToken'                                   = "$upstream It is always null here."
        'ConnectionInfo.ServiceToken'                                    = 'The service has it as text.'
        'ConnectionInfo.PublicKey'                                       = 'A public key is no secret.'
        'GitHubClientSecret.ByoaSecretAkvUrl'                            = $name_only
        'GitHubClientSecret.ByoaSecretName'                              = $name_only
        'GitHubClientSecret.ctor(byoaSecretAkvUrl)'                     = $name_only
        'GitHubClientSecret.ctor(byoaSecretName)'                       = $name_only
        'NewAzureSynapseIntegrationRuntimeKey.KeyName'                   = $name_only
        'NewAzureDataFactoryIntegrationRuntimeKeyCommand.KeyName'        = $name_only
        'NewAzPurviewIntegrationRuntimeKeyCommand.KeyName'               = $name_only
        'SetAzureDataFactoryCommand.EncryptionKeyName'                   = $name_only
        'SetAzureDataFactoryCommand.EncryptionKeyVersion'                = $name_only
        'UpdateAzureDataFactoryCommand.EncryptionKeyName'                = $name_only
        'UpdateAzureDataFactoryCommand.EncryptionKeyVersion'             = $name_only
        'AddAzureRMEnvironmentCommand.AzureKeyVaultDnsSuffix'            = $name_only
        'AddAzureRMEnvironmentCommand.AzureKeyVaultServiceEndpointResourceId' = $name_only
        'PSAzureEnvironment.AzureKeyVaultDnsSuffix'                      = $name_only
        'PSAzureEnvironment.AzureKeyVaultServiceEndpointResourceId'      = $name_only
    }

    function Get-SecretString {
        # Names of the members and parameters of type string that speak of a secret.
        param([Reflection.Assembly]$Assembly)

        $secret = '(?i)secret|password|token|sas|(?<!primary)key'
        $all = [Reflection.BindingFlags]'Instance, Static, Public, NonPublic, DeclaredOnly'
        # What the compiler made is of what is written, under other names.
        foreach ($type in $Assembly.GetTypes() | Where-Object { $_.FullName -notmatch '[<>]' }) {
            foreach ($member in @($type.GetProperties($all)) + @($type.GetFields($all))) {
                $value = if ($member -is [Reflection.FieldInfo]) { $member.FieldType } else { $member.PropertyType }
                $constant = $member -is [Reflection.FieldInfo] -and $member.IsLiteral
                if ($value -eq [string] -and $member.Name -match $secret -and $member.Name -notmatch '<' -and
                    -not $constant) {
                    "$($type.Name).$($member.Name)"
                }
            }
            foreach ($method in @($type.GetMethods($all)) + @($type.GetConstructors($all))) {
                foreach ($parameter in $method.GetParameters()) {
                    if ($method.Name -notmatch '<|^set_' -and $parameter.ParameterType -eq [string] -and
                        $parameter.Name -match $secret) {
                        "$($type.Name).$($method.Name -replace '^\.')($($parameter.Name))"
                    }
                }
            }
        }
    }

    function Get-Assembly {
        param([string]$Name)

        [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq $Name } |
            Select-Object -First 1
    }
}

Describe 'Secrets in <Name>' -ForEach $assemblies {
    It 'are strings only where a contract demands it' {
        Get-SecretString (Get-Assembly $Name) | Where-Object { -not $allowed.ContainsKey($_) } | Should -BeNullOrEmpty
    }

    It 'are handled by no script of the module' {
        $folder = Split-Path (Get-Module $Name).Path
        Get-ChildItem -Path $folder -Include *.ps1, *.psm1 -Recurse -File | Should -BeNullOrEmpty
        # Views and type data may have script blocks; none reads a secret.
        foreach ($file in Get-ChildItem -Path $folder -Filter *.ps1xml -Recurse -File) {
            $blocks = ([xml](Get-Content -LiteralPath $file.FullName -Raw)).SelectNodes(
                '//*[local-name() = "ScriptBlock" or local-name() = "GetScriptBlock"]')
            $blocks | Where-Object { $_.InnerText -match '(?i)authkey|password|token|secret' } | Should -BeNullOrEmpty
        }
    }
}

Describe 'The list of strings that hold a secret' {
    It 'has no entry that nothing needs' {
        $found = foreach ($name in 'AzIntegrationRuntime', 'AzIntegrationRuntime.Standalone') {
            Get-SecretString (Get-Assembly $name)
        }
        $allowed.Keys | Where-Object { $found -notcontains $_ } | Should -BeNullOrEmpty
    }

    It 'has a reason for each entry' {
        $allowed.Values | Where-Object { -not $_ } | Should -BeNullOrEmpty
    }
}

Describe 'Parameters for a secret' {
    It 'take a SecureString or a credential, but for those that Az has as a string' {
        $string = foreach ($command in Get-Command -Module AzIntegrationRuntime, AzIntegrationRuntime.Standalone) {
            foreach ($parameter in $command.Parameters.Values) {
                # An alias is its command.
                if ($command.CommandType -eq 'Cmdlet' -and
                    $parameter.Name -match 'Secret|Password|Token$|^AuthKey$|SasUri$' -and
                    $parameter.ParameterType -notin [securestring], [pscredential], [switch]) {
                    "$($command.Name) -$($parameter.Name) $($parameter.ParameterType.Name)"
                }
            }
        }
        # An Object takes a SecureString too. Keys and access tokens are what Get-AzDataFactoryV2IntegrationRuntimeKey
        # and Get-AzAccessToken give.
        $string | Sort-Object -Unique | Should -Be @(
            'Connect-AzAccount -AccessToken Object'
            'Connect-AzAccount -FederatedToken String'
            'Connect-AzAccount -GraphAccessToken Object'
            'Connect-AzAccount -KeyVaultAccessToken Object'
            'Connect-AzAccount -MicrosoftGraphAccessToken Object'
            'Register-AzIntegrationRuntimeEmulatorNode -AuthKey Object'
            'Set-AzDataFactoryV2IntegrationRuntime -SetupScriptContainerSasUri String'
            'Set-AzSynapseIntegrationRuntime -SetupScriptContainerSasUri String')
    }
}
