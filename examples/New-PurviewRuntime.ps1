<#
.SYNOPSIS
Sets up a self-hosted integration runtime in a Purview account, edits it, deletes it, and shows each object.

.DESCRIPTION
The script follows Microsoft's article "Create and manage a self-hosted integration runtime" of Purview: it creates a
runtime, gets a key, registers a machine, shows the status, edits the description, regenerates a key, and deletes the
runtime. It also lists the domains that the machine has to reach, with the names of the account's own storage account
and event hub.

The script works in the emulator that comes with the module, so it needs no Azure subscription. It starts an emulator
and stops it at the end. If an emulator runs in this process, the script uses that one and leaves it running. With
-UseAzure the script works in the account that you name.

The script removes the integration runtime that it created, and nothing else. If one with the name exists, the script
ends before any change.

.PARAMETER UseAzure
Works in Azure with the current sign-in (Connect-AzAccount), not in the emulator. The account that is signed in needs
the role Data source administrator of a collection in the Purview account.

.PARAMETER AccountName
The Purview account, which has to exist.

.PARAMETER Name
The integration runtime to create. An integration runtime with this name must not exist.

.PARAMETER NodeName
The machine to register in the emulator.

.EXAMPLE
./examples/New-PurviewRuntime.ps1

.EXAMPLE
Connect-AzAccount -UseDeviceAuthentication
./examples/New-PurviewRuntime.ps1 -UseAzure -AccountName contosopurview -Name ir-demo

.EXAMPLE
./examples/New-PurviewRuntime.ps1 -UseAzure -AccountName contosopurview -WhatIf

Shows what the script would create and remove.
#>
[CmdletBinding(SupportsShouldProcess)]
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
    # In a clone: the built module, not an installed one.
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
    # Shows a command, runs it, shows the objects that it returns, and returns them.
    param([string]$Title, [scriptblock]$Command, [switch]$Table)

    $script:Step++
    Write-Line ''
    Write-Line ('== {0}. {1}' -f $script:Step, $Title)
    foreach ($line in $Command.ToString().Trim() -split '\r?\n') {
        Write-Line ('   PS> ' + ($line -replace '^ {12}'))
    }
    # With -WhatIf a command returns nothing.
    $result = @(& $Command | Where-Object { $null -ne $_ })
    if ($result.Count -gt 0) {
        $shown = @($result | Hide-Key)
        if (-not $Table) {
            $shown = $shown | Show-Single
        }
        foreach ($line in ($shown | Out-String -Width 160).Trim() -split '\r?\n') {
            Write-Line ('   ' + $line)
        }
    }
    $result
}

function Show-Single {
    # Shows a single object of a cmdlet with all properties; the table of its class has a few of them.
    $all = @($input | Where-Object { $null -ne $_ })
    if ($all.Count -eq 1 -and $all[0].GetType().FullName -match '^(Microsoft\.Azure|AzIntegrationRuntime)\.') {
        $all | Format-List
    } else {
        $all
    }
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
$running = Get-AzIntegrationRuntimeEmulator
if ($UseAzure -and $null -ne $running) {
    throw "An emulator runs in this process at $($running.Endpoint). Run -UseAzure in another PowerShell process."
}
if (-not $UseAzure -and $null -ne (Get-Module -Name Az.Accounts)) {
    throw 'Az.Accounts is loaded, and the emulator has a sign-in of its own. Run this in another PowerShell process.'
}
$own = -not $UseAzure -and $null -eq $running
$action = "create integration runtime '$Name', edit it, and remove it"
if (-not $PSCmdlet.ShouldProcess("Purview account '$AccountName'", $action)) {
    return
}
# The question above is for all steps.
$ConfirmPreference = 'None'

$created = $false
$runtime = @{ AccountName = $AccountName; Name = $Name }
Write-Line "@runtime stands for -AccountName $AccountName -Name $Name"

try {
    if ($own) {
        $null = Invoke-Step 'Start the emulator: an Azure on this computer' {
            Start-AzIntegrationRuntimeEmulator
        }
    }
    if (-not $UseAzure -and $null -eq (Get-AzContext)) {
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
    if (@(Get-AzPurviewIntegrationRuntime -AccountName $AccountName | Where-Object Name -EQ $Name).Count -gt 0) {
        throw ("Integration runtime '$Name' exists in Purview account '$AccountName'. The script changes none that " +
            'it did not create: give another -Name.')
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
    $null = Invoke-Step 'And its nodes?' -Table {
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
    $null = Invoke-Step 'List the integration runtimes of the account' -Table {
        Get-AzPurviewIntegrationRuntime -AccountName $AccountName -Status
    }
    $null = Invoke-Step 'Delete it: ongoing scans that rely on it fail then' {
        Remove-AzPurviewIntegrationRuntime @runtime -Force
    }
    $created = $false
    $left = @(Get-AzPurviewIntegrationRuntime -AccountName $AccountName | Where-Object Name -EQ $Name)
    Write-Line "   Integration runtimes of that name that are left: $($left.Count)"
} finally {
    if ($created -and -not $own) {
        Remove-AzPurviewIntegrationRuntime @runtime -Force -ErrorAction Continue
    }
    if ($own) {
        Stop-AzIntegrationRuntimeEmulator -ErrorAction SilentlyContinue
    }
}
