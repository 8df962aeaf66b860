<#
.SYNOPSIS
Lists the nodes of all integration runtimes in the subscription with their load, as objects or as a CSV file.

.DESCRIPTION
The script returns a row for each node of each integration runtime in the data factories of the current subscription. A
runtime without nodes has one row. The row has the state, the versions, and for self-hosted nodes the load. If the
status of a runtime cannot be read (such as that of a linked runtime without a grant), its row has the reason.

The script changes nothing in Azure. With -Path it writes a file, unless -WhatIf is given.

.PARAMETER ResourceGroupName
Only data factories in these resource groups. Wildcards are allowed.

.PARAMETER DataFactoryName
Only these data factories. Wildcards are allowed.

.PARAMETER Type
SelfHosted, Managed or All.

.PARAMETER Path
The CSV file to write.

.EXAMPLE
./examples/Get-RuntimeFleet.ps1 | Where-Object NodeStatus -NE Online | Format-Table

Shows the nodes that are not online.

.EXAMPLE
./examples/Get-RuntimeFleet.ps1 -ResourceGroupName rg-prod-* -Type All -Path fleet.csv | Group-Object State

Writes a file, and counts the rows by state.

.EXAMPLE
Get-AzSubscription | ForEach-Object { $null = Set-AzContext -Subscription $_.Id; ./examples/Get-RuntimeFleet.ps1 }

Lists the nodes of several subscriptions.

.OUTPUTS
An object for each node.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string[]]$ResourceGroupName = '*',

    [string[]]$DataFactoryName = '*',

    [ValidateSet('SelfHosted', 'Managed', 'All')]
    [string]$Type = 'SelfHosted',

    [string]$Path
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if ($null -eq (Get-Module -Name AzIntegrationRuntime)) {
    Import-Module -Name AzIntegrationRuntime
}

function Test-Like {
    # Returns whether a text matches one of the patterns.
    param([string]$Text, [string[]]$Pattern)

    @($Pattern | Where-Object { $Text -like $_ }).Count -gt 0
}

function Get-MemberValue {
    # Returns a property's value, or null: the kinds of runtimes have different properties.
    param($Object, [string]$Name)

    if ($null -ne $Object -and $null -ne $Object.PSObject.Properties[$Name]) {
        $Object.$Name
    } else {
        $null
    }
}

$rows = New-Object System.Collections.ArrayList
$factories = Get-AzDataFactoryV2 | Where-Object {
    (Test-Like $_.ResourceGroupName $ResourceGroupName) -and (Test-Like $_.DataFactoryName $DataFactoryName)
}
foreach ($factory in $factories) {
    $place = @{ ResourceGroupName = $factory.ResourceGroupName; DataFactoryName = $factory.DataFactoryName }
    foreach ($runtime in Get-AzDataFactoryV2IntegrationRuntime @place) {
        if ($Type -ne 'All' -and $runtime.Type -ne $Type) {
            continue
        }
        $problem = $null
        $status = $null
        $busy = @{}
        try {
            $status = Get-AzDataFactoryV2IntegrationRuntime @place -Name $runtime.Name -Status
            if ($runtime.Type -eq 'SelfHosted') {
                $metric = Get-AzDataFactoryV2IntegrationRuntimeMetric @place -Name $runtime.Name
                foreach ($node in @($metric.Nodes)) {
                    if ($null -ne $node) {
                        $busy[$node.NodeName] = $node
                    }
                }
            }
        } catch {
            # One of the five lines of a service error is the service's message.
            $words = $_.Exception.Message -split '\r?\n' -like 'Error Message: *'
            $problem = "$words" -replace '^Error Message: ', ''
            if (-not $problem) {
                $problem = $_.Exception.Message
            }
        }
        $nodes = @(Get-MemberValue $status 'Nodes')
        if ($nodes.Count -eq 0) {
            $nodes = @($null)
        }
        foreach ($node in $nodes) {
            $nodeName = Get-MemberValue $node 'NodeName'
            if ($null -eq $nodeName) {
                $nodeName = Get-MemberValue $node 'NodeId'
            }
            $metric = $null
            if ($null -ne $nodeName) {
                $metric = $busy[$nodeName]
            }
            $kind = $runtime.Type
            if ($null -ne (Get-MemberValue $status 'Type')) {
                $kind = $status.Type
            }
            $null = $rows.Add([pscustomobject]@{
                    ResourceGroupName      = $factory.ResourceGroupName
                    DataFactoryName        = $factory.DataFactoryName
                    IntegrationRuntimeName = $runtime.Name
                    Type                   = $kind
                    State                  = Get-MemberValue $status 'State'
                    Version                = Get-MemberValue $status 'Version'
                    LatestVersion          = Get-MemberValue $status 'LatestVersion'
                    AutoUpdate             = Get-MemberValue $status 'AutoUpdate'
                    NodeName               = $nodeName
                    NodeStatus             = Get-MemberValue $node 'Status'
                    LastConnectTime        = Get-MemberValue $node 'LastConnectTime'
                    CpuUtilization         = Get-MemberValue $metric 'CpuUtilization'
                    AvailableMemoryInMb    = Get-MemberValue $metric 'AvailableMemoryInMb'
                    ConcurrentJobsRunning  = Get-MemberValue $metric 'ConcurrentJobsRunning'
                    ConcurrentJobsLimit    = Get-MemberValue $metric 'ConcurrentJobsLimit'
                    Problem                = $problem
                })
        }
    }
}
if ($Path) {
    $rows | Export-Csv -LiteralPath $Path -NoTypeInformation -Encoding UTF8
}
$rows
