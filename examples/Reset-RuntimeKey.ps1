<#
.SYNOPSIS
Regenerates both authentication keys of a self-hosted integration runtime while its nodes keep a valid key.

.DESCRIPTION
Run the script when a key was disclosed, or on a schedule. Nodes are registered with the first key; the second key is
the spare.

1. The script regenerates the second key, which no node uses.
2. It registers each node with that key by the script block that you give, which knows how to reach your machines.
3. When all nodes are online, it regenerates the first key, so the old key is no longer valid.

If a node does not come online, the script ends before step 3: the first key is still valid, and the script can be run
again. The script writes no key; the script block gets it as a SecureString.

.PARAMETER ResourceGroupName
The resource group of the data factory.

.PARAMETER DataFactoryName
The data factory.

.PARAMETER Name
The self-hosted integration runtime: the shared one, not one that is linked to it.

.PARAMETER RegisterNode
Registers one node: it is called with the name of the node and the key.

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

.OUTPUTS
An object that says which nodes were registered, and with which key.
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

if (-not $PSCmdlet.ShouldProcess($Name,
    "make both authentication keys anew and register $($nodes.Count) nodes with the second")) {
    return
}

# The question was asked above.
$new = New-AzDataFactoryV2IntegrationRuntimeKey @runtime -KeyName AuthKey2 -Force
$key = ConvertTo-SecureString -String $new.AuthKey2 -AsPlainText -Force
$new = $null
foreach ($node in $nodes) {
    Write-Verbose "Registering node '$node'."
    $null = & $RegisterNode $node $key
}

$reason = 'AuthKey1 was left as it was; AuthKey2 is new.'
if ($nodes.Count -gt 0) {
    try {
        $null = Wait-AzDataFactoryV2IntegrationRuntime @runtime -State Online -Timeout $TimeoutSeconds `
            -Interval ([Math]::Min(15, $TimeoutSeconds))
    } catch {
        throw "Not all nodes of integration runtime '$Name' are online again. $reason $($_.Exception.Message)"
    }
    # Online is the runtime when all nodes are that it has: none may have been lost.
    $now = @((Get-AzDataFactoryV2IntegrationRuntime @runtime -Status).Nodes | ForEach-Object { $_.NodeName })
    $lost = @($nodes | Where-Object { $now -notcontains $_ })
    if ($lost.Count -gt 0) {
        throw "Integration runtime '$Name' has lost nodes: $($lost -join ', '). $reason"
    }
}
$null = New-AzDataFactoryV2IntegrationRuntimeKey @runtime -KeyName AuthKey1 -Force

[pscustomobject]@{
    ResourceGroupName      = $ResourceGroupName
    DataFactoryName        = $DataFactoryName
    IntegrationRuntimeName = $Name
    RegisteredNodes        = $nodes
    RegisteredWith         = 'AuthKey2'
}
