<#
.SYNOPSIS
Regenerates both authentication keys of a self-hosted integration runtime while its nodes keep a valid key.

.DESCRIPTION
Run the script when a key was disclosed, or on a schedule. One of the two keys is the spare key: the nodes are not
registered with it. Alternate the spare key from run to run: AuthKey2 in the first run, AuthKey1 in the second, and so
on. The output has the spare key of the next run. Azure does not show which key a node was registered with.

1. The script regenerates the spare key, which no node uses.
2. It registers each node with that key by the script block that you give, which knows how to reach your machines.
3. When all nodes are online and each has a new time of registration, it regenerates the other key, so the old key is
   no longer valid.

If a node does not come online, or its time of registration did not change, the script ends before step 3. The other
key is then still valid, and the script can be run again with the same -SpareKey. The script writes no key; the script
block gets it as a SecureString.

.PARAMETER ResourceGroupName
The resource group of the data factory.

.PARAMETER DataFactoryName
The data factory.

.PARAMETER Name
The self-hosted integration runtime: the shared one, not one that is linked to it.

.PARAMETER RegisterNode
Registers one node: it is called with the name of the node and the key.

.PARAMETER SpareKey
The key that no node uses: AuthKey2 or AuthKey1. Give the one that the last run did not: with the key that the nodes
use, they are without a valid key until they are registered again.

.PARAMETER SkipRegistrationCheck
Regenerates the other key also if the time of registration of a node did not change. Check on the machines first that
they were registered.

.PARAMETER TimeoutSeconds
How long to wait for the nodes to be online, all together.

.EXAMPLE
./examples/Reset-RuntimeKey.ps1 rg-data adf-prod ir-west -RegisterNode {
    param($Node, $Key)
    $text = (New-Object System.Net.NetworkCredential '', $Key).Password
    Invoke-Command -ComputerName $Node -ArgumentList $text -ScriptBlock {
        & 'C:\Program Files\Microsoft Integration Runtime\5.0\Shared\dmgcmd.exe' -Key $args[0]
    }
}

Registers each node with the tool that comes with the integration runtime, over PowerShell remoting.

.EXAMPLE
./examples/Reset-RuntimeKey.ps1 rg-data adf-prod ir-west -SpareKey AuthKey1 -RegisterNode $register

The run after that: the nodes use AuthKey2 now, so AuthKey1 is the spare key.

.OUTPUTS
An object with the nodes whose time of registration changed, those whose time did not, and the spare key of the next
run.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    [Parameter(Mandatory, Position = 0)]
    [string]$ResourceGroupName,

    [Parameter(Mandatory, Position = 1)]
    [string]$DataFactoryName,

    [Parameter(Mandatory, Position = 2)]
    [string]$Name,

    [Parameter(Mandatory)]
    [scriptblock]$RegisterNode,

    [ValidateSet('AuthKey2', 'AuthKey1')]
    [string]$SpareKey = 'AuthKey2',

    [switch]$SkipRegistrationCheck,

    [ValidateRange(1, 3600)]
    [int]$TimeoutSeconds = 300
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if ($null -eq (Get-Module -Name AzIntegrationRuntime)) {
    Import-Module -Name AzIntegrationRuntime
}

$runtime = @{ ResourceGroupName = $ResourceGroupName; DataFactoryName = $DataFactoryName; Name = $Name }
$before = Get-AzDataFactoryV2IntegrationRuntime @runtime -Status
if ($before.Type -ne 'SelfHosted') {
    throw ("Integration runtime '$Name' in data factory '$DataFactoryName' is '$($before.Type)': only a self-hosted " +
        "one that is not linked has keys.")
}
$nodes = @($before.Nodes | ForEach-Object { $_.NodeName })
$registered = @{}
foreach ($node in $before.Nodes) {
    $registered[$node.NodeName] = $node.RegisterTime
}
$otherKey = if ($SpareKey -eq 'AuthKey2') { 'AuthKey1' } else { 'AuthKey2' }

if (-not $PSCmdlet.ShouldProcess($Name,
    "regenerate both authentication keys and register each node with $SpareKey")) {
    return
}

# The question was asked above.
$new = New-AzDataFactoryV2IntegrationRuntimeKey @runtime -KeyName $SpareKey -Force
$key = ConvertTo-SecureString -String $new.$SpareKey -AsPlainText -Force
$new = $null
foreach ($node in $nodes) {
    Write-Verbose "Registering node '$node'."
    $null = & $RegisterNode $node $key
}

$reason = "$otherKey was not changed; $SpareKey is new."
$unproven = @()
if ($nodes.Count -gt 0) {
    try {
        $null = Wait-AzDataFactoryV2IntegrationRuntime @runtime -State Online -Timeout $TimeoutSeconds `
            -Interval ([Math]::Min(15, $TimeoutSeconds))
    } catch {
        throw "Not all nodes of integration runtime '$Name' are online again. $reason $($_.Exception.Message)"
    }
    # The runtime is online when each node that it still has is online, so a lost node does not show in its state.
    $now = @{}
    foreach ($node in (Get-AzDataFactoryV2IntegrationRuntime @runtime -Status).Nodes) {
        $now[$node.NodeName] = $node.RegisterTime
    }
    $lost = @($nodes | Where-Object { -not $now.ContainsKey($_) })
    if ($lost.Count -gt 0) {
        throw "Integration runtime '$Name' has lost nodes: $($lost -join ', '). $reason"
    }
    # The service does not say which key a node has; a new registration has a new time.
    $unproven = @($nodes | Where-Object { $now[$_] -eq $registered[$_] })
    if ($unproven.Count -gt 0 -and -not $SkipRegistrationCheck) {
        throw ("The time of registration did not change for nodes of integration runtime '$Name': " +
            "$($unproven -join ', '). -RegisterNode did not register them. $reason Register these nodes, or check on " +
            'the machines that they are registered and run the script again with -SkipRegistrationCheck.')
    }
}
$null = New-AzDataFactoryV2IntegrationRuntimeKey @runtime -KeyName $otherKey -Force

[pscustomobject]@{
    ResourceGroupName      = $ResourceGroupName
    DataFactoryName        = $DataFactoryName
    IntegrationRuntimeName = $Name
    RegisteredNodes        = @($nodes | Where-Object { $unproven -notcontains $_ })
    UnprovenNodes          = $unproven
    NextSpareKey           = $otherKey
}
