<#
.SYNOPSIS
Lets many processes add, rename and remove saved contexts at the same time.

.DESCRIPTION
Each process adds a context of its own, renames it and reads the others. At the end each of them is there once, the
file is whole, and no process lost the change of another.
#>
[CmdletBinding()]
param([int]$Processes = 50)

. $PSScriptRoot/common.ps1
try {
    Start-TestEmulator
    $null = Connect-AzAccount -Scope CurrentUser -ContextName first
    $began = [Diagnostics.Stopwatch]::StartNew()
    $wanted = @('first')
    $lines = @()
    # Ten at once: more only wait for the processors.
    for ($from = 1; $from -le $Processes; $from += 10) {
        $started = foreach ($process in $from..([math]::Min($from + 9, $Processes))) {
            $wanted += "own-$process"
            Start-NewProcess @"
`$null = Set-AzContext -Subscription $script:SubscriptionId -Name 'new-$process' -Scope CurrentUser
`$null = Rename-AzContext -SourceName 'new-$process' -TargetName 'own-$process' -Scope CurrentUser
if ((Get-AzContext -ListAvailable).Name -notcontains 'own-$process') { throw 'own-$process is missing' }
'done'
"@
        }
        $lines += @(Wait-NewProcess $started)
    }
    $file = Get-Content -LiteralPath (Join-Path $script:Place 'contexts.json') -Raw | ConvertFrom-Json
    $there = @($file.contexts.name)
    $missing = @($wanted | Where-Object { $_ -notin $there })
    $left = @(Get-ChildItem -LiteralPath $script:Place -Force | Where-Object { $_.Name -match 'damaged|\.new|tmp' })
    [pscustomobject]@{
        Test      = 'saved contexts'
        Processes = $Processes
        Done      = $lines.Count
        Missing   = $missing
        Other     = @($there | Where-Object { $_ -notin $wanted })
        Seconds   = [math]::Round($began.Elapsed.TotalSeconds)
        Passed    = $lines.Count -eq $Processes -and -not $missing -and -not $left -and
            $there.Count -eq @($there | Select-Object -Unique).Count
    }
}
finally {
    Stop-TestEmulator
    Remove-Item -LiteralPath $script:Place -Recurse -Force -ErrorAction Ignore
}
