<#
.SYNOPSIS
Shares a self-hosted integration runtime with another data factory, step by step, and shows each object.

.DESCRIPTION
The script follows Microsoft's article "Create a shared self-hosted integration runtime". It also shows the refusal when
the grant is missing, the status of the linked runtime, and the links before and after the revocation.
New-AzIntegrationRuntimeShare does the same in one step, and verifies it.

The script works in the emulator that comes with the module, so it needs no Azure subscription. It starts an emulator
and stops it at the end. If an emulator runs in this process, the script uses that one and leaves it running. With
-UseAzure the script works in the subscription of the current sign-in.

In Azure and in an emulator that was running, the script creates two data factories with new names, and the resource
group if it does not exist. At the end it removes these, and nothing else.

.PARAMETER UseAzure
Works in Azure with the current sign-in (Connect-AzAccount), not in the emulator.

.PARAMETER ResourceGroupName
The resource group for the two data factories. The script creates it if it does not exist.

.PARAMETER Location
The region of the resource group and the data factories.

.EXAMPLE
./examples/Share-IntegrationRuntime.ps1

.EXAMPLE
Connect-AzAccount -UseDeviceAuthentication
./examples/Share-IntegrationRuntime.ps1 -UseAzure -Location WestEurope

.EXAMPLE
./examples/Share-IntegrationRuntime.ps1 -UseAzure -ResourceGroupName rg-data -WhatIf

Shows what the script would create and remove.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [switch]$UseAzure,

    [string]$ResourceGroupName = 'rg-sharing',

    [string]$Location = 'EastUS'
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
    param([string]$Title, [scriptblock]$Command)

    $script:Step++
    Write-Line ''
    Write-Line ('== {0}. {1}' -f $script:Step, $Title)
    foreach ($line in $Command.ToString().Trim() -split '\r?\n') {
        Write-Line ('   PS> ' + ($line -replace '^ {8}', ''))
    }
    $result = @(& $Command)
    if ($result.Count -gt 0) {
        foreach ($line in ($result | Hide-Key | Show-Single | Out-String -Width 160).Trim() -split '\r?\n') {
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
            return [pscustomobject]@{
                AuthKey1 = $_.AuthKey1.Substring(0, 24) + '...'
                AuthKey2 = $_.AuthKey2.Substring(0, 24) + '...'
            }
        }
        $_
    }
}

function Show-Refusal {
    # Runs a command that the module has to refuse, and shows the error.
    param([string]$Title, [scriptblock]$Command)

    $script:Refusal = @()
    $null = Invoke-Step $Title $Command
    if ($script:Refusal.Count -eq 0) {
        throw "This should have been refused: $Title."
    }
    Write-Line '   Refused:'
    foreach ($line in $script:Refusal[0].Exception.Message -split '\r?\n') {
        Write-Line ('     ' + $line)
    }
}

function Show-Picture {
    # Draws the shared runtime, the linked runtime and the grant, as the service returns them.
    param([string]$Title)

    $shared = Get-AzDataFactoryV2IntegrationRuntime @sharedName -Status
    $linked = Get-AzDataFactoryV2IntegrationRuntime @linkedName -ErrorAction SilentlyContinue
    $granted = @(Get-AzRoleAssignment -Scope $sharedRuntime.Id |
        Where-Object ObjectId -EQ $linkedFactory.Identity.PrincipalId).Count -gt 0
    $isLinked = @($shared.Links | Where-Object DataFactoryName -EQ $linkedFactory.DataFactoryName).Count -gt 0
    if ($null -eq $linked) {
        $state = '(no linked runtime)'
    } else {
        $status = Get-AzDataFactoryV2IntegrationRuntime @linkedName -Status -ErrorAction SilentlyContinue
        if ($null -eq $status) {
            $state = "$($linked.Name): no access"
        } else {
            $state = "$($linked.Name): $($status.State)"
        }
    }
    $grant = 'no grant'
    if ($granted) {
        $grant = 'Contributor'
    }
    $arrow = '                 '
    if ($isLinked) {
        $arrow = '<----------------'
    }
    $box = '+' + ('-' * 32) + '+'
    Write-Line ''
    Write-Line "== $Title"
    Write-Line ''
    Write-Line ('   {0,-34}{1}{2}' -f $sharedFactory.DataFactoryName, (' ' * 17), $linkedFactory.DataFactoryName)
    Write-Line ('   {0}{1}{2}' -f $box, $grant.PadLeft(9 + [int]($grant.Length / 2)).PadRight(17), $box)
    Write-Line ('   | {0,-30} |{1}| {2,-30} |' -f "$($shared.Name): $($shared.State)", $arrow, $state)
    foreach ($node in $shared.Nodes) {
        Write-Line ('   | {0,-30} |{1}| {2,-30} |' -f "  node $($node.NodeName): $($node.Status)", (' ' * 17), '')
    }
    Write-Line ('   {0}{1}{2}' -f $box, (' ' * 17), $box)
}

function Test-ResourceGroup {
    # Whether the resource group exists. Any other failure ends the script, so nothing is created by mistake.
    try {
        $null -ne (Get-AzResourceGroup -Name $ResourceGroupName)
    } catch {
        if ($_.Exception.Message -notlike '*does not exist*') {
            throw
        }
        $false
    }
}

function Clear-Created {
    # Removes what this run created, and nothing that was there before.
    Write-Line ''
    Write-Line '== Remove what the script created'
    $quiet = @{ Force = $true; ErrorAction = 'Continue' }
    if ($granted) {
        $principal = $linkedFactory.Identity.PrincipalId
        $null = Remove-AzRoleAssignment -ObjectId $principal -RoleDefinitionName 'Contributor' `
            -Scope $sharedRuntime.Id -ErrorAction Continue
    }
    foreach ($factory in @($linkedFactory) + @($sharedFactory) | Where-Object { $null -ne $_ }) {
        $null = Remove-AzDataFactoryV2 -ResourceGroupName $ResourceGroupName -Name $factory.DataFactoryName @quiet
        Write-Line "   Removed data factory '$($factory.DataFactoryName)'."
    }
    if ($null -ne $group) {
        $null = Remove-AzResourceGroup -Name $ResourceGroupName @quiet
        Write-Line "   Removed resource group '$ResourceGroupName'."
    }
}

$script:Step = 0
$script:Refusal = @()
$running = Get-AzIntegrationRuntimeEmulator
if ($UseAzure -and $null -ne $running) {
    throw "An emulator runs in this process at $($running.Endpoint). Run -UseAzure in another PowerShell process."
}
if (-not $UseAzure -and $null -ne (Get-Module -Name Az.Accounts)) {
    throw 'Az.Accounts is loaded, and the emulator has a sign-in of its own. Run this in another PowerShell process.'
}
$own = -not $UseAzure -and $null -eq $running
$suffix = 'demo'
if (-not $own) {
    # Names of data factories are unique in Azure, and a running emulator can have the names of an earlier run.
    $suffix = [guid]::NewGuid().ToString('N').Substring(0, 8)
}
$sharedName = @{ ResourceGroupName = $ResourceGroupName; DataFactoryName = "adf-shared-$suffix"; Name = 'ir-shared' }
$linkedName = @{ ResourceGroupName = $ResourceGroupName; DataFactoryName = "adf-linked-$suffix"; Name = 'ir-linked' }

$action = "create data factories '$($sharedName.DataFactoryName)' and '$($linkedName.DataFactoryName)', share an " +
    'integration runtime between them, and remove what the script created'
if (-not $PSCmdlet.ShouldProcess("resource group '$ResourceGroupName'", $action)) {
    return
}
# The question above is for all steps.
$ConfirmPreference = 'None'

foreach ($name in 'sharedName', 'linkedName') {
    $value = Get-Variable -Name $name -ValueOnly
    Write-Line ('@{0} stands for -ResourceGroupName {1} -DataFactoryName {2} -Name {3}' -f
        $name, $value.ResourceGroupName, $value.DataFactoryName, $value.Name)
}

$group = $null
$sharedFactory = $null
$linkedFactory = $null
$granted = $false
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
    if ($own) {
        $null = Invoke-Step 'Select a subscription' {
            Select-AzSubscription -SubscriptionName 'Emulator'
        }
    }
    if (Test-ResourceGroup) {
        Write-Line "   Resource group '$ResourceGroupName' exists. The script uses it and does not remove it."
    } else {
        $group = Invoke-Step 'Create a resource group' {
            New-AzResourceGroup -Name $ResourceGroupName -Location $Location
        }
    }
    $sharedFactory = Invoke-Step 'Create the data factory that owns the integration runtime' {
        Set-AzDataFactoryV2 -ResourceGroupName $ResourceGroupName -Name $sharedName.DataFactoryName -Location $Location
    }
    $sharedRuntime = Invoke-Step 'Create the self-hosted integration runtime to share' {
        Set-AzDataFactoryV2IntegrationRuntime @sharedName -Type SelfHosted -Description 'Runs in the west office'
    }
    $key = Invoke-Step 'Get the keys with which a node registers' {
        Get-AzDataFactoryV2IntegrationRuntimeKey @sharedName
    }
    if ($UseAzure) {
        Write-Line ('   Install the self-hosted integration runtime on a computer and register it with AuthKey1 to ' +
            'see it go online.')
    } else {
        $null = Invoke-Step 'Register a node, as the installer does' {
            Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName 'west-1'
        }
    }
    $null = Invoke-Step 'How is the shared runtime doing?' {
        Get-AzDataFactoryV2IntegrationRuntime @sharedName -Status
    }
    $linkedFactory = Invoke-Step 'Create the data factory that will use it' {
        Set-AzDataFactoryV2 -ResourceGroupName $ResourceGroupName -Name $linkedName.DataFactoryName -Location $Location
    }

    Show-Refusal 'Link before the grant: refused, and nothing is written' {
        Set-AzDataFactoryV2IntegrationRuntime @linkedName -Type SelfHosted `
            -SharedIntegrationRuntimeResourceId $sharedRuntime.Id -ErrorAction SilentlyContinue `
            -ErrorVariable script:Refusal
    }
    $left = @(Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $ResourceGroupName `
        -DataFactoryName $linkedName.DataFactoryName)
    Write-Line "   Integration runtimes in $($linkedName.DataFactoryName): $($left.Count)"

    $null = Invoke-Step 'Grant the data factory''s identity access to the shared runtime' {
        New-AzRoleAssignment -ObjectId $linkedFactory.Identity.PrincipalId -RoleDefinitionName 'Contributor' `
            -Scope $sharedRuntime.Id
    }
    $granted = $true
    $null = Invoke-Step 'Link' {
        Set-AzDataFactoryV2IntegrationRuntime @linkedName -Type SelfHosted `
            -SharedIntegrationRuntimeResourceId $sharedRuntime.Id -Description 'The west office, borrowed'
    }
    $null = Invoke-Step 'The linked runtime''s status is that of the shared one' {
        Get-AzDataFactoryV2IntegrationRuntime @linkedName -Status
    }
    $null = Invoke-Step 'The shared runtime knows its links' {
        (Get-AzDataFactoryV2IntegrationRuntime @sharedName -Status).Links
    }
    Show-Picture 'Who shares with whom'

    $null = Invoke-Step 'Revoke the grant' {
        Remove-AzRoleAssignment -ObjectId $linkedFactory.Identity.PrincipalId -RoleDefinitionName 'Contributor' `
            -Scope $sharedRuntime.Id
    }
    $granted = $false
    Show-Refusal 'Without the grant the linked runtime sees nothing any more' {
        Get-AzDataFactoryV2IntegrationRuntime @linkedName -Status -ErrorAction SilentlyContinue `
            -ErrorVariable script:Refusal
    }
    $null = Invoke-Step 'Remove the links that the data factory has to the shared runtime' {
        Remove-AzDataFactoryV2IntegrationRuntime @sharedName -LinkedDataFactoryName $linkedName.DataFactoryName -Force
    }
    Show-Picture 'Who shares with whom, after the revocation'
} finally {
    if ($own) {
        Stop-AzIntegrationRuntimeEmulator -ErrorAction SilentlyContinue
    } else {
        Clear-Created
    }
}
