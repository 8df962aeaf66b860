<#
.SYNOPSIS
Sets up a self-hosted integration runtime in a Purview account, edits it and deletes it, and shows every object on the
way.

.DESCRIPTION
The walk-through of Microsoft's article "Create and manage a self-hosted integration runtime" in Purview: create it,
take a key, register a machine, look how it is doing, edit the description, regenerate a key, delete it. The article
clicks through the Purview Studio; here it is a script. The domains that the machine has to reach are made of the
account's own managed storage account and event hub.

It happens in the emulator that comes with the module, so no Azure subscription is needed. With -UseAzure it happens in
the account that you name; the integration runtime that it creates there is removed at the end.

.PARAMETER UseAzure
Works in Azure, with the current sign-in (Connect-AzAccount), and not in the emulator. Who is signed in needs the role
Data source administrator of a collection in the account.

.PARAMETER AccountName
The Purview account to work in, which is there already.

.PARAMETER Name
The integration runtime to create.

.PARAMETER NodeName
The machine to register in the emulator.

.EXAMPLE
./examples/New-PurviewRuntime.ps1

.EXAMPLE
Connect-AzAccount -UseDeviceAuthentication
./examples/New-PurviewRuntime.ps1 -UseAzure -AccountName contosopurview -Name ir-demo
#>
[CmdletBinding()]
param(
    [switch]$UseAzure,

    [string]$AccountName = 'purview-emulator',

    [string]$Name = 'MyIntegrationRuntime',

    [string]$NodeName = 'west-1'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$InformationPreference = 'Continue'

if ($null -eq (Get-Module -Name AzIntegrationRuntime)) {
    # Straight from a clone: what the build made, not what may be installed.
    $output = Join-Path (Split-Path $PSScriptRoot) 'output'
    if (Test-Path -LiteralPath $output) {
        $env:PSModulePath = $output + [System.IO.Path]::PathSeparator + $env:PSModulePath
    }
    Import-Module AzIntegrationRuntime
}
if ($null -eq (Get-Module -Name Az.Accounts) -and $null -eq (Get-Module -Name AzIntegrationRuntime.Standalone)) {
    Import-Module AzIntegrationRuntime.Standalone
}

function Write-Line {
    param([string]$Text = '')
    Write-Information $Text
}

function Invoke-Step {
    # Shows a command, runs it, shows the objects it returns and returns them.
    param([string]$Title, [scriptblock]$Command)

    $script:Step++
    Write-Line ''
    Write-Line ('== {0}. {1}' -f $script:Step, $Title)
    foreach ($line in $Command.ToString().Trim() -split '\r?\n') {
        Write-Line ('   PS> ' + ($line -replace '^ {12}'))
    }
    # With -WhatIf there is nothing that could be returned.
    $result = @(& $Command | Where-Object { $null -ne $_ })
    if ($result.Count -gt 0) {
        foreach ($line in ($result | Hide-Key | Out-String -Width 160).Trim() -split '\r?\n') {
            Write-Line ('   ' + $line)
        }
    }
    $result
}

function Hide-Key {
    # Of an authentication key only the beginning is shown.
    process {
        if ($_ -isnot [string] -and $null -ne $_.PSObject.Properties['AuthKey1']) {
            $shown = @{ AuthKey1 = $_.AuthKey1; AuthKey2 = $_.AuthKey2 }
            foreach ($key in 'AuthKey1', 'AuthKey2') {
                if ($shown[$key]) {
                    $shown[$key] = $shown[$key].Substring(0, 24) + '...'
                }
            }
            return [pscustomobject]@{ AuthKey1 = $shown.AuthKey1; AuthKey2 = $shown.AuthKey2 }
        }
        $_
    }
}

$script:Step = 0
$created = $false
$runtime = @{ AccountName = $AccountName; Name = $Name }
Write-Line "@runtime stands for -AccountName $AccountName -Name $Name"

try {
    if (-not $UseAzure) {
        $null = Invoke-Step 'Start the emulator: an Azure on this computer' {
            Start-AzIntegrationRuntimeEmulator
        }
        $null = Invoke-Step 'Sign in' {
            Connect-AzAccount
        }
    }
    $account = Invoke-Step 'Find the Purview account, whichever resource group it is in' {
        Get-AzPurviewAccount -Name $AccountName |
            Select-Object Name, ResourceGroupName, Location, ManagedStorageAccount, ManagedEventHubNamespace
    }
    $null = Invoke-Step 'What the machine has to reach besides the sources and their Key Vault, all on port 443' {
        '*.servicebus.windows.net'
        $account.ManagedEventHubNamespace + '.servicebus.windows.net'
        '*.frontend.clouddatahub.net'
        $account.ManagedStorageAccount + '.core.windows.net'
        $account.ManagedStorageAccount + '.queue.core.windows.net'
        'download.microsoft.com'
    }
    if ($null -ne (Get-AzPurviewIntegrationRuntime @runtime -ErrorAction SilentlyContinue)) {
        throw "There is an integration runtime '$Name' in '$AccountName' already. Give another -Name."
    }
    $null = Invoke-Step 'Create the self-hosted integration runtime' {
        Set-AzPurviewIntegrationRuntime @runtime -Type SelfHosted -Description 'Runs in the west office'
    }
    $created = $true
    $key = Invoke-Step 'Get the keys with which a machine registers' {
        Get-AzPurviewIntegrationRuntimeKey @runtime
    }
    if ($UseAzure) {
        Write-Line ('   Install the self-hosted integration runtime on a machine that has none of Data Factory or ' +
            'Synapse, and register it with')
        Write-Line '   AuthKey1 to see it go online.'
    } else {
        $null = Invoke-Step 'Register a machine, as the installer does' {
            Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName $NodeName
        }
    }
    $null = Invoke-Step 'How is it doing?' {
        Get-AzPurviewIntegrationRuntime @runtime -Status |
            Select-Object Name, Type, State, Version, VersionStatus, AutoUpdate
    }
    $null = Invoke-Step 'And its nodes?' {
        (Get-AzPurviewIntegrationRuntime @runtime -Status).Nodes
    }
    $null = Invoke-Step 'What would another description change?' {
        Set-AzPurviewIntegrationRuntime @runtime -Description 'Runs in the north office' -WhatIf
    }
    $null = Invoke-Step 'Edit the description' {
        Set-AzPurviewIntegrationRuntime @runtime -Description 'Runs in the north office' -Force
    }
    $null = Invoke-Step 'Regenerate a key: the old one is not valid any more' {
        New-AzPurviewIntegrationRuntimeKey @runtime -KeyName AuthKey1 -Force
    }
    $null = Invoke-Step 'List the integration runtimes of the account' {
        Get-AzPurviewIntegrationRuntime -AccountName $AccountName -Status
    }
    $null = Invoke-Step 'Delete it: ongoing scans that rely on it fail then' {
        Remove-AzPurviewIntegrationRuntime @runtime -Force
    }
    $created = $false
    $left = @(Get-AzPurviewIntegrationRuntime -AccountName $AccountName | Where-Object Name -EQ $Name)
    Write-Line "   Integration runtimes of that name that are left: $($left.Count)"
} finally {
    if ($created -and $UseAzure) {
        Remove-AzPurviewIntegrationRuntime @runtime -Force -ErrorAction Continue
    }
    if (-not $UseAzure) {
        Stop-AzIntegrationRuntimeEmulator -ErrorAction SilentlyContinue
    }
}
