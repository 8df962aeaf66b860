# What is in the two assemblies of the module.

. $PSScriptRoot/AssemblyWriter.ps1

function Write-InteropAssembly {
    <#
    .SYNOPSIS
    Writes the binding to the native library: one class with the functions of native/ffi/include/azir.h, nothing else.
    #>
    param([string]$Path, [version]$Version)

    $writer = New-AssemblyWriter -Name ([IO.Path]::GetFileNameWithoutExtension($Path)) -Version $Version
    $null = Add-Class -Writer $writer -Namespace 'AzIntegrationRuntime' -Name 'Native' -Attributes 'Public, Abstract, Sealed, BeforeFieldInit'
    $function = @{ Writer = $writer; Library = 'azir_native' }
    Add-PInvoke @function -Name azir_abi_version -Returns int32 -Parameters ([ordered]@{})
    Add-PInvoke @function -Name azir_start -Returns int32 -Out op `
        -Parameters ([ordered]@{ request = 'byte[]'; len = 'int64'; secrets = 'byte[]'; secretsLen = 'int64'; op = 'int64[]' })
    Add-PInvoke @function -Name azir_next -Returns int32 -Out len -Parameters ([ordered]@{ op = 'int64'; timeoutMs = 'int32'; len = 'int64[]' })
    Add-PInvoke @function -Name azir_read -Returns int64 -Out buffer -Parameters ([ordered]@{ op = 'int64'; buffer = 'byte[]'; capacity = 'int64' })
    Add-PInvoke @function -Name azir_answer -Returns int32 -Parameters ([ordered]@{ op = 'int64'; answer = 'byte[]'; len = 'int64' })
    Add-PInvoke @function -Name azir_close -Returns int32 -Parameters ([ordered]@{ op = 'int64' })
    Save-File -Path $Path -Content (ConvertTo-AssemblyByte -Writer $writer)
}

function Write-ModelAssembly {
    <#
    .SYNOPSIS
    Writes the types that scripts make with New-Object for -ExpressCustomSetup, under the names that Microsoft's SDK gives them.

    .DESCRIPTION
    One file for each service: the module loads it only where the SDK's own types are not loaded.
    #>
    param([string]$Path, [version]$Version, [string]$Namespace = 'Microsoft.Azure.Management.DataFactory.Models')

    $writer = New-AssemblyWriter -Name ([IO.Path]::GetFileNameWithoutExtension($Path)) -Version $Version
    $class = @{ Writer = $writer; Namespace = $Namespace }
    Add-DataClass @class -Name SecretBase
    Add-DataClass @class -Name SecureString -Base SecretBase -Members ([ordered]@{ Value = 'string' })
    Add-DataClass @class -Name CustomSetupBase
    Add-DataClass @class -Name CmdkeySetup -Base CustomSetupBase -Members ([ordered]@{ TargetName = 'object'; UserName = 'object'; Password = 'SecretBase' })
    Add-DataClass @class -Name EnvironmentVariableSetup -Base CustomSetupBase -Members ([ordered]@{ VariableName = 'string'; VariableValue = 'string' })
    Add-DataClass @class -Name ComponentSetup -Base CustomSetupBase -Members ([ordered]@{ ComponentName = 'string'; LicenseKey = 'SecretBase' }) -Optional LicenseKey
    Add-DataClass @class -Name AzPowerShellSetup -Base CustomSetupBase -Members ([ordered]@{ Version = 'string' })
    Save-File -Path $Path -Content (ConvertTo-AssemblyByte -Writer $writer)
}
