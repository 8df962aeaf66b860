<#
.SYNOPSIS
Shares a self-hosted integration runtime with another data factory, step by step, and shows every object on the way.

.DESCRIPTION
The walk-through of Microsoft's article "Create a shared self-hosted integration runtime", with what the article leaves
out: the refusal when the grant is missing, the status of the linked runtime, and who shares with whom before and after
the revocation.

It happens in the emulator that comes with the module, so no Azure subscription is needed. With -UseAzure it happens in
the subscription that you are signed in to; what it creates there is removed at the end.

.PARAMETER UseAzure
Works in Azure, with the current sign-in (Connect-AzAccount), and not in the emulator.

.PARAMETER ResourceGroupName
The resource group to create.

.PARAMETER Location
The region to create things in.

.EXAMPLE
./examples/Share-IntegrationRuntime.ps1

.EXAMPLE
Connect-AzAccount -UseDeviceAuthentication
./examples/Share-IntegrationRuntime.ps1 -UseAzure -Location WestEurope
#>
[CmdletBinding()]
param(
    [switch]$UseAzure,

    [string]$ResourceGroupName = 'rg-sharing',

    [string]$Location = 'EastUS'
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
        Write-Line ('   PS> ' + ($line -replace '^ {8}', ''))
    }
    $result = @(& $Command)
    if ($result.Count -gt 0) {
        $text = $result | Hide-Key | Out-String -Width 160
        foreach ($line in $text.Trim() -split '\r?\n') {
            Write-Line ('   ' + $line)
        }
    }
    $result
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
    # Runs what has to be refused, and shows how.
    param([string]$Title, [scriptblock]$Command)

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
    # Draws who shares with whom, from what the service says at this moment.
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

$script:Step = 0
$script:Refusal = @()
$suffix = 'demo'
if ($UseAzure) {
    # Names of data factories are unique in all of Azure.
    $suffix = [guid]::NewGuid().ToString('N').Substring(0, 8)
}
$sharedName = @{ ResourceGroupName = $ResourceGroupName; DataFactoryName = "adf-shared-$suffix"; Name = 'ir-shared' }
$linkedName = @{ ResourceGroupName = $ResourceGroupName; DataFactoryName = "adf-linked-$suffix"; Name = 'ir-linked' }

foreach ($name in 'sharedName', 'linkedName') {
    $value = Get-Variable -Name $name -ValueOnly
    Write-Line ('@{0} stands for -ResourceGroupName {1} -DataFactoryName {2} -Name {3}' -f
        $name, $value.ResourceGroupName, $value.DataFactoryName, $value.Name)
}

try {
    if (-not $UseAzure) {
        $null = Invoke-Step 'Start the emulator: an Azure on this computer' {
            Start-AzIntegrationRuntimeEmulator
        }
        $null = Invoke-Step 'Sign in' {
            Connect-AzAccount
        }
        $null = Invoke-Step 'Select a subscription' {
            Select-AzSubscription -SubscriptionName 'Emulator'
        }
    }
    $null = Invoke-Step 'Create a resource group' {
        New-AzResourceGroup -Name $ResourceGroupName -Location $Location
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
    $linkedFactory = Invoke-Step 'Create the data factory that wants to use it' {
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
    Show-Refusal 'Without the grant the linked runtime sees nothing any more' {
        Get-AzDataFactoryV2IntegrationRuntime @linkedName -Status -ErrorAction SilentlyContinue `
            -ErrorVariable script:Refusal
    }
    $null = Invoke-Step 'Remove the links that the data factory has to the shared runtime' {
        Remove-AzDataFactoryV2IntegrationRuntime @sharedName -LinkedDataFactoryName $linkedName.DataFactoryName -Force
    }
    Show-Picture 'Who shares with whom, after the revocation'
} finally {
    if ($UseAzure) {
        $null = Remove-AzResourceGroup -Name $ResourceGroupName -Force -ErrorAction Continue
    } else {
        Stop-AzIntegrationRuntimeEmulator -ErrorAction SilentlyContinue
    }
}
