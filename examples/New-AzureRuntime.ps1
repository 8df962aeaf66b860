<#
.SYNOPSIS
Creates an Azure integration runtime in a data factory or a Synapse workspace, moves it, repairs it, and shows each
object.

.DESCRIPTION
The script follows Microsoft's article "How to create and configure Azure Integration Runtime". It also shows the
default runtime, the changes of a move to another region, the repair of a runtime in the state Limited, and the
reference for the JSON of a linked service.

The script works in the emulator that comes with the module, so it needs no Azure subscription. It starts an emulator
and stops it at the end. If an emulator runs in this process, the script uses that one and leaves it running. With
-UseAzure the script works in the subscription of the current sign-in.

The script creates the integration runtime, and the resource group and the data factory if they do not exist. At the end
it removes these, and nothing else. If an integration runtime with the name exists, the script ends before any change.

.PARAMETER Service
DataFactory or Synapse.

.PARAMETER UseAzure
Works in Azure with the current sign-in (Connect-AzAccount), not in the emulator.

.PARAMETER ResourceGroupName
The resource group of the data factory. The script creates it if it does not exist. A workspace is found by its name.

.PARAMETER DataFactoryName
The data factory. The script creates it if it does not exist. In Azure the name of a new one has to be unique.

.PARAMETER WorkspaceName
The Synapse workspace, which has to exist.

.PARAMETER Name
The integration runtime to create. An integration runtime with this name must not exist.

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

.EXAMPLE
./examples/New-AzureRuntime.ps1 -UseAzure -ResourceGroupName rg-data -DataFactoryName adf-prod -WhatIf

Shows what the script would create and remove.
#>
[CmdletBinding(SupportsShouldProcess)]
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
        Write-Line ('   PS> ' + ($line -replace '^ {8}(    )?'))
    }
    $result = @(& $Command)
    if ($result.Count -gt 0) {
        foreach ($line in ($result | Show-Single | Out-String -Width 160).Trim() -split '\r?\n') {
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

function Invoke-Limitation {
    # Azure puts a runtime into the state Limited when a part of it fails. The emulator does so on request.
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
    # Sets a runtime in the state Limited again without changes, which repairs it.
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

function Test-Existing {
    # Whether a resource exists. Any failure but "not found" ends the script, so nothing is created by mistake.
    param([scriptblock]$Command)

    try {
        $null -ne (& $Command)
    } catch {
        $code = $_.Exception.Data['ServiceCode']
        if ($_.Exception.Message -notlike '*does not exist*' -and $code -notlike '*NotFound') {
            throw
        }
        $false
    }
}

$script:Step = 0
$script:Refusal = @()
$emulator = Get-AzIntegrationRuntimeEmulator
if ($UseAzure -and $null -ne $emulator) {
    throw "An emulator runs in this process at $($emulator.Endpoint). Run -UseAzure in another PowerShell process."
}
if (-not $UseAzure -and $null -ne (Get-Module -Name Az.Accounts)) {
    throw 'Az.Accounts is loaded, and the emulator has a sign-in of its own. Run this in another PowerShell process.'
}
$own = -not $UseAzure -and $null -eq $emulator
$place = "workspace '$WorkspaceName'"
$same = @{ WorkspaceName = $WorkspaceName }
if ($Service -eq 'DataFactory') {
    $place = "data factory '$DataFactoryName' in resource group '$ResourceGroupName'"
    $same = @{ ResourceGroupName = $ResourceGroupName; DataFactoryName = $DataFactoryName }
}
$action = "create integration runtime '$Name' in $Location, move it to $NewLocation, and remove what the script created"
if (-not $PSCmdlet.ShouldProcess($place, $action)) {
    return
}
# The question above is for all steps.
$ConfirmPreference = 'None'

$group = $null
$factory = $null
$runtime = $null
try {
    if ($own) {
        $emulator = Invoke-Step 'Start the emulator: an Azure on this computer' {
            Start-AzIntegrationRuntimeEmulator
        }
    }
    if (-not $UseAzure -and $null -eq (Get-AzContext)) {
        $null = Invoke-Step 'Sign in' {
            Connect-AzAccount
        }
    }
    if ($Service -eq 'DataFactory') {
        if (-not (Test-Existing { Get-AzResourceGroup -Name $ResourceGroupName })) {
            $group = Invoke-Step 'Create a resource group' {
                New-AzResourceGroup -Name $ResourceGroupName -Location 'East US'
            }
        }
        if (Test-Existing { Get-AzDataFactoryV2 -ResourceGroupName $ResourceGroupName -Name $DataFactoryName }) {
            $parent = Invoke-Step 'Get the data factory' {
                Get-AzDataFactoryV2 -ResourceGroupName $ResourceGroupName -Name $DataFactoryName
            }
        } else {
            $parent = Invoke-Step 'Create the data factory' {
                Set-AzDataFactoryV2 -ResourceGroupName $ResourceGroupName -Name $DataFactoryName -Location 'East US'
            }
            $factory = $parent
        }
    } else {
        $parent = Invoke-Step 'Find the workspace' {
            Get-AzSynapseWorkspace -Name $WorkspaceName
        }
    }
    if (@($parent | Get-AzIntegrationRuntime | Where-Object Name -EQ $Name).Count -gt 0) {
        throw ("Integration runtime '$Name' exists in $place. The script changes none that it did not create: give " +
            'another -Name.')
    }
    if ($Service -eq 'DataFactory') {
        # The command of the article.
        $runtime = Invoke-Step 'Create an Azure integration runtime in a region' {
            Set-AzDataFactoryV2IntegrationRuntime -DataFactoryName $DataFactoryName -Name $Name `
                -ResourceGroupName $ResourceGroupName -Type Managed -Location $Location
        }
    } else {
        $runtime = Invoke-Step 'Create an Azure integration runtime in a region' {
            Set-AzSynapseIntegrationRuntime @same -Name $Name -Type Managed -Location $Location
        }
    }
    $runtime = $runtime[0]

    $null = Invoke-Step 'List the integration runtimes' {
        $parent | Get-AzIntegrationRuntime | Select-Object Name, Kind, Type, Parent
    }
    Write-Line '   The new runtime has the kind Azure. AutoResolveIntegrationRuntime, which every data factory and'
    Write-Line '   workspace has, has the kind AzureDefault: linked services without connectVia use it.'
    if ($Service -eq 'DataFactory') {
        Show-Refusal 'The default runtime cannot be removed' {
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
        Show-Refusal 'The default runtime cannot be removed' {
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
    if ($own) {
        Stop-AzIntegrationRuntimeEmulator -ErrorAction SilentlyContinue
    } else {
        if ($null -ne $factory) {
            $null = Remove-AzDataFactoryV2 -ResourceGroupName $ResourceGroupName -Name $DataFactoryName -Force `
                -ErrorAction Continue
            Write-Line "   Removed data factory '$DataFactoryName'."
        }
        if ($null -ne $group) {
            $null = Remove-AzResourceGroup -Name $ResourceGroupName -Force -ErrorAction Continue
            Write-Line "   Removed resource group '$ResourceGroupName'."
        }
    }
}
