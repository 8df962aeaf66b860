<#
.SYNOPSIS
Lists the nodes of all integration runtimes in the subscription, with what they are doing: as objects, or as a CSV file.

.DESCRIPTION
A row for each node of each integration runtime in each data factory that the current subscription has, or one row for a
runtime without nodes: state, versions, and of self-hosted nodes what they are busy with. A runtime whose status cannot
be had (a linked one whose grant is gone, for instance) has a row that says why.

.PARAMETER ResourceGroupName
Only data factories in these resource groups. Wildcards are allowed.

.PARAMETER DataFactoryName
Only these data factories. Wildcards are allowed.

.PARAMETER Type
SelfHosted, Managed or All.

.PARAMETER Path
Writes a CSV file there too.

.EXAMPLE
./examples/Get-RuntimeFleet.ps1 | Where-Object NodeStatus -NE Online | Format-Table

Shows what is not well.

.EXAMPLE
./examples/Get-RuntimeFleet.ps1 -ResourceGroupName rg-prod-* -Type All -Path fleet.csv | Group-Object State

Writes a file, and counts.

.EXAMPLE
Get-AzSubscription | ForEach-Object { $null = Set-AzContext -Subscription $_.Id; ./examples/Get-RuntimeFleet.ps1 }

The fleet of several subscriptions.

.OUTPUTS
An object for each node.
#>
[CmdletBinding()]
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
    # Whether a text is like one of these patterns.
    param([string]$Text, [string[]]$Pattern)

    @($Pattern | Where-Object { $Text -like $_ }).Count -gt 0
}

function Get-MemberValue {
    # A property's value; nothing for one that an object has not, for the kinds of runtimes differ.
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
            # Of the service's five lines one is its own words.
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
