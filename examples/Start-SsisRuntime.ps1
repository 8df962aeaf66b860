<#
.SYNOPSIS
Starts or stops Azure-SSIS integration runtimes in parallel and waits for all of them: for a schedule.

.DESCRIPTION
The nodes of an Azure-SSIS integration runtime cost money while they run, and a start takes up to half an hour. A
scheduled task or a runbook runs the script before the packages and, with -Operation Stop, after them.

The script begins all operations before it waits, so several take as long as the slowest. It leaves a runtime alone that
is in the wanted state, and waits for one that is on the way to it. A failure, such as a name that does not exist, does
not stop the other operations. The script returns an object for each runtime, with the reason of a failure. If any
failed, the script ends with an error, and the exit code of pwsh -File is 1.

.PARAMETER ResourceGroupName
The resource group of the data factory.

.PARAMETER DataFactoryName
The data factory.

.PARAMETER Name
The integration runtimes. Without it: all Azure-SSIS integration runtimes of the data factory.

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

# An item is a runtime, or the row of a name that cannot be read.
if ($Name) {
    $items = @(foreach ($one in $Name | Select-Object -Unique) {
            try {
                Get-AzDataFactoryV2IntegrationRuntime @factory -Name $one
            } catch {
                [pscustomobject]@{
                    Name = $one
                    Operation = $Operation
                    State = ''
                    Problem = $_.Exception.Message
                    WaitFor = $null
                }
            }
        })
} else {
    # An Azure-SSIS runtime has nodes; other managed runtimes do not start and stop.
    $items = @(Get-AzDataFactoryV2IntegrationRuntime @factory |
        Where-Object { $_.Type -eq 'Managed' -and $null -ne $_.NodeCount })
}

$begun = foreach ($runtime in $items) {
    if ($null -ne $runtime.PSObject.Properties['Problem']) {
        $runtime
        continue
    }
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
        # Each wait has the rest of the time, and reads the state at least once.
        $left = [Math]::Max(1, [int]($end - (Get-Date)).TotalSeconds)
        try {
            $row.State = (Wait-AzDataFactoryV2IntegrationRuntime -InputObject $row.WaitFor -Timeout $left).State
        } catch {
            $row.Problem = $_.Exception.Message
        }
    }
    $row | Select-Object -Property Name, Operation, State, Problem
}

# With -WhatIf no operation was begun, which is not a failure.
$failed = @($begun | Where-Object { $null -ne $_.Problem -or ($null -ne $_.WaitFor -and $there -notcontains $_.State) })
if ($failed.Count -gt 0) {
    $verb = $Operation.ToLowerInvariant()
    throw ("$($failed.Count) of $($items.Count) integration runtimes in data factory '$DataFactoryName' did not " +
        "${verb}: $($failed.Name -join ', ').")
}
