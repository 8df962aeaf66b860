# Az's module names where Az is not installed: Enable- and Disable-AzIntegrationRuntimeCompatibility.

BeforeAll {
    . $PSScriptRoot/common.ps1

    function Invoke-Script {
        # Runs a script in a process of its own, whose home is empty, and returns its output.
        param([string]$Script)

        $path = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
        Set-Content -LiteralPath $path -Value @"
Import-Module '$script:MainManifest'
$Script
"@
        & (Get-PwshPath) -NoProfile -File $path 2>&1 | ForEach-Object { "$_" }
    }

    $homes = 'HOME', 'XDG_DATA_HOME', 'LOCALAPPDATA'
    $saved = @{}
    foreach ($name in $homes) {
        $saved[$name] = [Environment]::GetEnvironmentVariable($name)
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive $name)
        [Environment]::SetEnvironmentVariable($name, $folder.FullName)
    }
}

AfterAll {
    foreach ($name in $homes) { [Environment]::SetEnvironmentVariable($name, $saved[$name]) }
}

Describe 'Enable-AzIntegrationRuntimeCompatibility' {
    It 'makes Import-Module, #Requires and module-qualified names work' {
        $script = Join-Path $TestDrive 'requires.ps1'
        Set-Content -LiteralPath $script -Value @'
#Requires -Modules Az.Accounts, @{ ModuleName = 'Az.DataFactory'; ModuleVersion = '1.10' }
Import-Module Az.Resources, Az.Synapse, Az
(Get-Command Az.DataFactory\Get-AzDataFactoryV2).Source
(Get-Command Az.Accounts\Connect-AzAccount).Source
(Get-Command Az.Resources\Get-AzResourceGroup).Source
(Get-Command Az.Synapse\Get-AzSynapseWorkspace).Source
'@
        Invoke-Script @"
`$null = Enable-AzIntegrationRuntimeCompatibility
& '$script'
"@ | Should -Be 'Az.DataFactory', 'Az.Accounts', 'Az.Resources', 'Az.Synapse'
    }

    It 'skips a module that is installed' {
        $folder = Join-Path $TestDrive 'installed'
        $module = New-Item -ItemType Directory (Join-Path $folder 'Az.Synapse/9.9.9')
        New-ModuleManifest -Path (Join-Path $module 'Az.Synapse.psd1') -ModuleVersion 9.9.9
        Invoke-Script @"
`$env:PSModulePath = '$folder' + [IO.Path]::PathSeparator + `$env:PSModulePath
Enable-AzIntegrationRuntimeCompatibility | ForEach-Object { `$_.Name + ' ' + `$_.State }
"@ | Should -Be 'Az.Accounts Enabled', 'Az.Resources Enabled', 'Az.DataFactory Enabled', 'Az.Synapse Skipped',
            'Az Enabled'
    }

    It 'changes nothing with -WhatIf' {
        $output = Invoke-Script @'
$before = $env:PSModulePath
Enable-AzIntegrationRuntimeCompatibility -WhatIf | Out-Null
$env:PSModulePath -eq $before
@(Get-Module -ListAvailable Az.DataFactory).Count
'@
        $output | Select-Object -Last 2 | Should -Be 'True', '0'
    }

    It 'is taken back by Disable-AzIntegrationRuntimeCompatibility' {
        Invoke-Script @'
# As Windows often has it, with a separator at its end.
$env:PSModulePath += [IO.Path]::PathSeparator
$before = $env:PSModulePath
$null = Enable-AzIntegrationRuntimeCompatibility
@(Disable-AzIntegrationRuntimeCompatibility).State | Select-Object -Unique
$env:PSModulePath -eq $before
@(Get-Module -ListAvailable Az.DataFactory).Count
'@ | Should -Be 'Disabled', 'True', '0'
    }

    # The folder of the user's modules cannot be another on Windows.
    It 'is there in later processes with -Scope CurrentUser, until it is taken back' -Skip:$IsWindows {
        $count = '@(Get-Module -ListAvailable Az.DataFactory).Count'
        Invoke-Script "`$null = Enable-AzIntegrationRuntimeCompatibility -Scope CurrentUser; $count" | Should -Be '1'
        Invoke-Script $count | Should -Be '1'
        Invoke-Script "`$null = Disable-AzIntegrationRuntimeCompatibility -Scope CurrentUser; $count" | Should -Be '0'
    }
}
