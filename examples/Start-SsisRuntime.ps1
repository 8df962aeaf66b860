<#
.SYNOPSIS
Starts or stops Azure-SSIS integration runtimes, all at once, and waits until each is there: for a schedule.

.DESCRIPTION
The nodes of an Azure-SSIS integration runtime cost money while they run, and starting them takes up to half an hour. A
scheduled task or a runbook calls this before the packages run and, with -Operation Stop, after them.

All are begun before the first is waited for, so several take as long as the slowest. One that is there already is left
alone; one that is on its way is waited for. One that fails does not keep the others: an object is written for each,
with the reason where there is one, and the script ends with an error when any is not where it should be.

.PARAMETER ResourceGroupName
The resource group of the data factory.

.PARAMETER DataFactoryName
The data factory.

.PARAMETER Name
The integration runtimes. When left out: all Azure-SSIS ones of the data factory.

.PARAMETER Operation
Start, or Stop.

.PARAMETER TimeoutMinutes
How long to wait for all of them together.

.EXAMPLE
./examples/Start-SsisRuntime.ps1 -ResourceGroupName rg-etl -DataFactoryName adf-etl

Starts all Azure-SSIS integration runtimes of the data factory.

.EXAMPLE
./examples/Start-SsisRuntime.ps1 rg-etl adf-etl -Name ir-night -Operation Stop -TimeoutMinutes 30

Stops one.

.OUTPUTS
An object for each integration runtime: Name, Operation, State and Problem.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, Position = 0)]
    [string]$ResourceGroupName,

    [Parameter(Mandatory, Position = 1)]
    [string]$DataFactoryName,

    [string[]]$Name,

    [ValidateSet('Start', 'Stop')]
    [string]$Operation = 'Start',

    [ValidateRange(1, 1440)]
    [int]$TimeoutMinutes = 60
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if ($null -eq (Get-Module -Name AzIntegrationRuntime)) {
    Import-Module -Name AzIntegrationRuntime
}

$factory = @{ ResourceGroupName = $ResourceGroupName; DataFactoryName = $DataFactoryName }
$there = 'Stopped', 'Initial'
$onItsWay = 'Stopping'
if ($Operation -eq 'Start') {
    $there = @('Started')
    $onItsWay = 'Starting'
}

# A name that there is not ends it here, before anything is started.
if ($Name) {
    $runtimes = @(foreach ($one in $Name) { Get-AzDataFactoryV2IntegrationRuntime @factory -Name $one })
} else {
    # What has nodes of its own is Azure-SSIS; what else is managed runs by itself.
    $runtimes = @(Get-AzDataFactoryV2IntegrationRuntime @factory |
        Where-Object { $_.Type -eq 'Managed' -and $null -ne $_.NodeCount })
}

$begun = foreach ($runtime in $runtimes) {
    $state = ''
    if ($null -ne $runtime.PSObject.Properties['State']) {
        $state = $runtime.State
    }
    $row = [pscustomobject]@{
        Name = $runtime.Name
        Operation = $Operation
        State = $state
        Problem = $null
        WaitFor = $null
    }
    if ($state -eq $onItsWay) {
        $row.WaitFor = $runtime
    } elseif ($there -notcontains $state) {
        try {
            if ($Operation -eq 'Start') {
                $row.WaitFor = Start-AzDataFactoryV2IntegrationRuntime @factory -Name $runtime.Name -Force -NoWait
            } else {
                $row.WaitFor = Stop-AzDataFactoryV2IntegrationRuntime @factory -Name $runtime.Name -Force -NoWait
            }
        } catch {
            $row.Problem = $_.Exception.Message
        }
    }
    $row
}

$end = (Get-Date).AddMinutes($TimeoutMinutes)
foreach ($row in $begun) {
    if ($null -ne $row.WaitFor) {
        # Each has what is left of the time, and one look at least.
        $left = [Math]::Max(1, [int]($end - (Get-Date)).TotalSeconds)
        try {
            $row.State = (Wait-AzDataFactoryV2IntegrationRuntime -InputObject $row.WaitFor -Timeout $left).State
        } catch {
            $row.Problem = $_.Exception.Message
        }
    }
    $row | Select-Object -Property Name, Operation, State, Problem
}

# With -WhatIf nothing was begun, and nothing is wrong with that.
$failed = @($begun | Where-Object { $null -ne $_.Problem -or ($null -ne $_.WaitFor -and $there -notcontains $_.State) })
if ($failed.Count -gt 0) {
    $verb = $Operation.ToLowerInvariant()
    throw ("$($failed.Count) of $($runtimes.Count) integration runtimes in data factory '$DataFactoryName' did not " +
        "${verb}: $($failed.Name -join ', ').")
}
