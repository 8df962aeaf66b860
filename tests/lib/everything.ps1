# Gathers all that a person or a log could read of a run.

function Get-Everything {
    # All that a person or a log could read of a run: each stream, errors down to their details, and what the host
    # showed.
    param($Result, [switch]$WithOutput)

    $texts = New-Object System.Collections.Generic.List[string]
    foreach ($name in 'Asked', 'Captions', 'Written', 'Warnings', 'Verbose', 'Debug', 'Information') {
        foreach ($line in $Result.$name) { $texts.Add($line) }
    }
    foreach ($record in $Result.Progress) { $texts.Add("$($record.Activity) $($record.StatusDescription)") }
    foreach ($record in @($Result.Errors) + @($Result.Thrown | Where-Object { $_ })) {
        $texts.Add(($record | Format-List * -Force | Out-String -Width 4096))
        $texts.Add("$record")
        if ($record -is [System.Management.Automation.ErrorRecord]) {
            $texts.Add($record.Exception.ToString())
            foreach ($key in $record.Exception.Data.Keys) { $texts.Add("$key=$($record.Exception.Data[$key])") }
            $texts.Add([Management.Automation.PSSerializer]::Serialize($record, 4))
            if (Get-Command Get-Error -ErrorAction Ignore) {
                $texts.Add(($record | Get-Error | Out-String -Width 4096))
            }
        }
    }
    if ($WithOutput) {
        $texts.Add(($Result.Output | Out-String -Width 4096))
        $texts.Add(($Result.Output | Format-List * -Force | Out-String -Width 4096))
        $texts.Add([Management.Automation.PSSerializer]::Serialize($Result.Output, 6))
    }
    $texts -join "`n"
}
