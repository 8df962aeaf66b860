<#
.SYNOPSIS
Lets many writers change one integration runtime at the same time, from processes and runspaces.

.DESCRIPTION
Each write adds a member of its own to the runtime's properties, so that a lost update is a missing member. A write
that comes second is refused with 412 in words; it may not overwrite anything.
#>
[CmdletBinding()]
param([int]$Processes = 5, [int]$Runspaces = 20, [int]$Writes = 10)

. $PSScriptRoot/common.ps1
try {
    Start-TestEmulator
    $null = Connect-AzAccount -Scope CurrentUser -ContextName race
    $null = New-TestFactory 'adf-race'
    $null = New-TestRuntime 'adf-race' 'ir-race'
    $began = [Diagnostics.Stopwatch]::StartNew()
    $started = foreach ($process in 1..$Processes) {
        Start-NewProcess @"
1..$Runspaces | ForEach-Object -ThrottleLimit $Runspaces -Parallel {
    `$ErrorActionPreference = 'Stop'; `$WarningPreference = 'SilentlyContinue'
    foreach (`$write in 1..$Writes) {
        `$name = "writer${process}x`${_}x`$write"
        try {
            `$null = Set-AzDataFactoryV2IntegrationRuntime rg adf-race ir-race -Property @{ `$name = 1 } -Force
            "done `$name"
        }
        catch {
            "refused `$(`$_.Exception.Data['StatusCode']) `$(`$_.Exception.Message -replace '\s+', ' ')"
        }
    }
}
"@
    }
    $lines = @(Wait-NewProcess $started)
    $done = @($lines -like 'done *' | ForEach-Object { $_.Substring(5) })
    $refused = @($lines -like 'refused *')
    $id = "/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/Microsoft.DataFactory/factories/" +
        'adf-race/integrationRuntimes/ir-race?api-version=2018-06-01'
    $there = @((Invoke-ResourceManager GET $id).properties.PSObject.Properties.Name)
    $lost = @($done | Where-Object { $_ -notin $there })
    $other = @($refused | Where-Object { $_ -notlike 'refused 412 *' })
    [pscustomobject]@{
        Test    = 'writers'
        Writes  = $Processes * $Runspaces * $Writes
        Done    = $done.Count
        Refused = $refused.Count
        Lost    = $lost.Count
        Other   = $other
        Seconds = [math]::Round($began.Elapsed.TotalSeconds)
        Passed  = $lines.Count -eq $Processes * $Runspaces * $Writes -and $done.Count -gt 0 -and -not $lost -and
            -not $other
    }
}
finally {
    Stop-TestEmulator
    Remove-Item -LiteralPath $script:Place -Recurse -Force -ErrorAction Ignore
}
