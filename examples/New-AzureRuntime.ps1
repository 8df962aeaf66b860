<#
.SYNOPSIS
Creates an Azure integration runtime in a data factory or a Synapse workspace, moves and repairs it, and shows every
object on the way.

.DESCRIPTION
The walk-through of Microsoft's article "How to create and configure Azure Integration Runtime", with what the article
leaves out: the runtime that is there already and stays where it is, what a move to another region changes, the repair
of a runtime in the state Limited, and the reference that the JSON of a linked service takes.

It happens in the emulator that comes with the module, so no Azure subscription is needed. With -UseAzure it happens in
the subscription that you are signed in to; what it creates there is removed at the end.

.PARAMETER Service
DataFactory or Synapse.

.PARAMETER UseAzure
Works in Azure, with the current sign-in (Connect-AzAccount), and not in the emulator.

.PARAMETER ResourceGroupName
The resource group to create for the data factory. A workspace is found by its name.

.PARAMETER DataFactoryName
The data factory to create. In Azure the name has to be one that nobody else has.

.PARAMETER WorkspaceName
The Synapse workspace to work in, which is there already.

.PARAMETER Name
The integration runtime to create.

.PARAMETER Location
The region to create the integration runtime in.

.PARAMETER NewLocation
The region to move it to.

.EXAMPLE
./examples/New-AzureRuntime.ps1

.EXAMPLE
./examples/New-AzureRuntime.ps1 -Service Synapse

.EXAMPLE
Connect-AzAccount -UseDeviceAuthentication
./examples/New-AzureRuntime.ps1 -UseAzure -Service Synapse -WorkspaceName syn-prod
#>
[CmdletBinding()]
param(
    [ValidateSet('DataFactory', 'Synapse')]
    [string]$Service = 'DataFactory',

    [switch]$UseAzure,

    [string]$ResourceGroupName = 'ADFV2SampleRG',

    [string]$DataFactoryName = 'SampleV2DataFactory1',

    [string]$WorkspaceName = 'synapse-emulator',

    [string]$Name = 'MySampleAzureIR',

    [string]$Location = 'West Europe',

    [string]$NewLocation = 'North Europe'
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
    # Shows a command, runs it, shows what it returns and warns of, and returns the objects.
    param([string]$Title, [scriptblock]$Command)

    $script:Step++
    Write-Line ''
    Write-Line ('== {0}. {1}' -f $script:Step, $Title)
    foreach ($line in $Command.ToString().Trim() -split '\r?\n') {
        Write-Line ('   PS> ' + ($line -replace '^ {8}(    )?'))
    }
    $result = @(& $Command)
    if ($result.Count -gt 0) {
        foreach ($line in ($result | Out-String -Width 160).Trim() -split '\r?\n') {
            Write-Line ('   ' + $line)
        }
    }
    $result
}

function Show-Refusal {
    # Runs what has to be refused, and shows how.
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

function Invoke-Limitation {
    # Azure puts a runtime into the state Limited when some of it fails. The emulator does so when it is told.
    param($Runtime)

    $argument = @{
        Method               = 'PATCH'
        Uri                  = $emulator.Endpoint.TrimEnd('/') + '/emulator/runtimes'
        Body                 = ConvertTo-Json @{ runtimeId = $Runtime.Id; state = 'Limited' }
        ContentType          = 'application/json'
        SkipCertificateCheck = $true
        NoProxy              = $true
    }
    $null = Invoke-RestMethod @argument
}

function Show-Repair {
    # What is Limited is set again as it is; anything else needs nothing.
    param($Runtime)

    $status = Invoke-Step 'How is it doing?' {
        $Runtime | Get-AzIntegrationRuntime -Status | Select-Object Name, Kind, State
    }
    if ($status[0].State -ne 'Limited') {
        Write-Line '   It is not Limited: there is nothing to repair.'
        return
    }
    if ($Service -eq 'DataFactory') {
        $null = Invoke-Step 'Repair it: set it again as it is' {
            $Runtime | Set-AzDataFactoryV2IntegrationRuntime -Force
        }
    } else {
        $null = Invoke-Step 'Repair it: set it again as it is' {
            $Runtime | Set-AzSynapseIntegrationRuntime -Force
        }
    }
    $null = Invoke-Step 'And now?' {
        $Runtime | Get-AzIntegrationRuntime -Status | Select-Object Name, Kind, State
    }
}

$script:Step = 0
$script:Refusal = @()
$created = $null
$runtime = $null
try {
    if (-not $UseAzure) {
        $emulator = Invoke-Step 'Start the emulator: an Azure on this computer' {
            Start-AzIntegrationRuntimeEmulator
        }
        $null = Invoke-Step 'Sign in' {
            Connect-AzAccount
        }
    }
    if ($Service -eq 'DataFactory') {
        if ($null -eq (Get-AzResourceGroup -Name $ResourceGroupName -ErrorAction SilentlyContinue)) {
            $created = Invoke-Step 'Create a resource group' {
                New-AzResourceGroup -Name $ResourceGroupName -Location 'East US'
            }
        }
        $parent = Invoke-Step 'Create the data factory, or use the one that is there' {
            Set-AzDataFactoryV2 -ResourceGroupName $ResourceGroupName -Name $DataFactoryName -Location 'East US' -Force
        }
        # The command of the article.
        $runtime = Invoke-Step 'Create an Azure integration runtime in a region' {
            Set-AzDataFactoryV2IntegrationRuntime -DataFactoryName $DataFactoryName -Name $Name `
                -ResourceGroupName $ResourceGroupName -Type Managed -Location $Location
        }
        $same = @{ ResourceGroupName = $ResourceGroupName; DataFactoryName = $DataFactoryName }
    } else {
        $parent = Invoke-Step 'Find the workspace' {
            Get-AzSynapseWorkspace -Name $WorkspaceName
        }
        $runtime = Invoke-Step 'Create an Azure integration runtime in a region' {
            Set-AzSynapseIntegrationRuntime -WorkspaceName $WorkspaceName -Name $Name -Type Managed -Location $Location
        }
        $same = @{ WorkspaceName = $WorkspaceName }
    }
    $runtime = $runtime[0]

    $null = Invoke-Step 'List what is there' {
        $parent | Get-AzIntegrationRuntime
    }
    Write-Line ('   What somebody made has the kind Azure. AzureDefault is the AutoResolveIntegrationRuntime that ' +
        'every data factory and')
    Write-Line '   workspace has: it runs where the data is, and linked services without connectVia use it.'
    if ($Service -eq 'DataFactory') {
        Show-Refusal 'It is never removed by mistake' {
            Remove-AzDataFactoryV2IntegrationRuntime @same -Name AutoResolveIntegrationRuntime -Force `
                -ErrorAction SilentlyContinue -ErrorVariable script:Refusal
        }
        $null = Invoke-Step 'What would a move to another region change?' {
            Set-AzDataFactoryV2IntegrationRuntime @same -Name $Name -Location $NewLocation -WhatIf
        }
        $null = Invoke-Step 'Move it' {
            Set-AzDataFactoryV2IntegrationRuntime @same -Name $Name -Location $NewLocation -Force
        }
    } else {
        Show-Refusal 'It is never removed by mistake' {
            Remove-AzSynapseIntegrationRuntime @same -Name AutoResolveIntegrationRuntime -Force `
                -ErrorAction SilentlyContinue -ErrorVariable script:Refusal
        }
        $null = Invoke-Step 'What would a move to another region change?' {
            Set-AzSynapseIntegrationRuntime @same -Name $Name -Location $NewLocation -WhatIf
        }
        $null = Invoke-Step 'Move it' {
            Set-AzSynapseIntegrationRuntime @same -Name $Name -Location $NewLocation -Force
        }
    }

    if (-not $UseAzure -and $PSVersionTable.PSVersion.Major -gt 5) {
        Invoke-Limitation $runtime
    }
    Show-Repair $runtime

    $null = Invoke-Step 'Refer to it in the JSON of a linked service' {
        $reference = $runtime | ConvertTo-AzIntegrationRuntimeReference
        $storage = @{ type = 'AzureStorage'; typeProperties = @{ connectionString = '...' }; connectVia = $reference }
        ConvertTo-Json @{ name = 'MyStorageLinkedService'; properties = $storage } -Depth 4
    }
} finally {
    if ($null -ne $runtime) {
        if ($Service -eq 'DataFactory') {
            $null = Invoke-Step 'Remove it' {
                $runtime | Remove-AzDataFactoryV2IntegrationRuntime -Force -ErrorAction Continue
            }
        } else {
            $null = Invoke-Step 'Remove it' {
                $runtime | Remove-AzSynapseIntegrationRuntime -Force -ErrorAction Continue
            }
        }
    }
    if ($UseAzure) {
        if ($null -ne $created) {
            $null = Remove-AzResourceGroup -Name $ResourceGroupName -Force -ErrorAction Continue
        }
    } else {
        Stop-AzIntegrationRuntimeEmulator -ErrorAction SilentlyContinue
    }
}
