<#
.SYNOPSIS
Lists the nodes of all self-hosted integration runtimes with what is wrong with them, as objects or as a CSV file.

.DESCRIPTION
The script returns a row for each node of each self-hosted integration runtime in the data factories, Synapse
workspaces and Purview accounts that the current context can see, in all subscriptions. A row has the state, the version
with its expiry, and the codes of the findings about the node and its integration runtime. docs/findings.md explains
the codes. An integration runtime without nodes has no row.

The script reads Azure twice, for the nodes and for the findings, and changes nothing. With -Path it writes a file,
unless -WhatIf is given.

.PARAMETER Selection
The parameters that select a part of the fleet, such as @{ Subscription = 'Production'; Tag = @{ env = 'prod' } }.
Get-Help Get-AzIntegrationRuntimeNode lists them.

.PARAMETER ExpiresWithin
The number of days before the expiry of a version from which on it is a finding.

.PARAMETER Path
The CSV file to write.

.EXAMPLE
./examples/Get-RuntimeFleet.ps1 | Where-Object Findings | Format-Table Parent, NodeName, Status, Findings

Shows the nodes that something is wrong with.

.EXAMPLE
./examples/Get-RuntimeFleet.ps1 -Selection @{ Service = 'DataFactory'; Name = 'ir-prod-*' } -Path fleet.csv |
    Group-Object Version -NoElement

Writes a file, and counts the nodes by version.

.OUTPUTS
An object for each node.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [hashtable]$Selection = @{},

    [int]$ExpiresWithin = 60,

    [string]$Path
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if ($null -eq (Get-Module -Name AzIntegrationRuntime)) {
    Import-Module -Name AzIntegrationRuntime
}

# Findings by the integration runtime; one without a node is about all of its nodes.
$findings = @{}
Test-AzIntegrationRuntimeFleet @Selection -ExpiresWithin $ExpiresWithin | ForEach-Object {
    $findings[$_.Id] = @($findings[$_.Id] | Where-Object { $_ }) + $_
}
$rows = @(Get-AzIntegrationRuntimeNode @Selection | ForEach-Object {
        $node = $_
        $own = @($findings[$node.IntegrationRuntimeId] | Where-Object { $_ -and (-not $_.Node -or $_.Node -eq $node.NodeName) })
        $node | Select-Object Subscription, Parent, IntegrationRuntime, NodeName, MachineName, Status, Version,
            ExpiryTime, LastConnectTime, @{ Name = 'Findings'; Expression = { ($own | ForEach-Object Code) -join ' ' } }
    })
if ($Path) {
    $rows | Export-Csv -LiteralPath $Path -NoTypeInformation -Encoding UTF8
}
$rows
