# What every measurement uses: medians, fresh PowerShell processes, an emulator, rows of the table.

. (Join-Path (Split-Path $PSScriptRoot) 'build/Pwsh.ps1')
$script:Pwsh = Get-PwshPath

function Get-Median {
    # The middle of some numbers.
    param([double[]]$Value)

    $sorted = @($Value | Sort-Object)
    $middle = [int][Math]::Floor(($sorted.Count - 1) / 2)
    if ($sorted.Count % 2) { $sorted[$middle] } else { ($sorted[$middle] + $sorted[$middle + 1]) / 2 }
}

function Invoke-Fresh {
    <#
    .SYNOPSIS
    Runs a script block in a PowerShell process of its own and returns what it wrote, read from JSON.
    #>
    param([scriptblock]$Script, [object[]]$ArgumentList = @())

    # As a file: -Command with a script block would bring the process's own remoting serialisation into the measurement.
    $file = Join-Path ([IO.Path]::GetTempPath()) "azir-bench-$([guid]::NewGuid()).ps1"
    try {
        Set-Content -LiteralPath $file -Value $Script.ToString()
        $output = & $script:Pwsh -NoLogo -NoProfile -NonInteractive -File $file @ArgumentList
        if ($LASTEXITCODE -ne 0) { throw "A measurement failed: $output" }
        # Warnings go to standard output too; the measurement is the last line.
        $output | Select-Object -Last 1 | ConvertFrom-Json
    }
    finally {
        Remove-Item -LiteralPath $file -ErrorAction Ignore
    }
}

function Measure-Wall {
    # Milliseconds of a program from start to exit.
    param([string[]]$ArgumentList)

    $watch = [Diagnostics.Stopwatch]::StartNew()
    $output = & $script:Pwsh @ArgumentList
    $watch.Stop()
    if ($LASTEXITCODE -ne 0) { throw "A measurement failed: $output" }
    $watch.Elapsed.TotalMilliseconds
}

function Start-BenchEmulator {
    <#
    .SYNOPSIS
    Starts the emulator and returns its process, its ready line and how long that took.
    #>
    param([string]$Path)

    $start = [Diagnostics.ProcessStartInfo]::new($Path, '--parent-stdin')
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $process = [Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLine()
    $watch.Stop()
    if (-not $line) { throw 'The emulator ended before it was ready.' }
    [pscustomobject]@{
        Process = $process
        Line = $line
        Ready = $line | ConvertFrom-Json
        Milliseconds = $watch.Elapsed.TotalMilliseconds
    }
}

function Stop-BenchEmulator {
    # Its parent's end of the pipe is closed: it ends by itself.
    param([psobject]$Emulator)

    $Emulator.Process.StandardInput.Close()
    if (-not $Emulator.Process.WaitForExit(5000)) { $Emulator.Process.Kill() }
    $Emulator.Process.Dispose()
}

function New-BenchFolder {
    # A folder for files of a measurement; the caller removes it.
    $folder = Join-Path ([IO.Path]::GetTempPath()) "azir-bench-$([guid]::NewGuid())"
    (New-Item -ItemType Directory -Path $folder).FullName
}

function Set-RunningEmulator {
    <#
    .SYNOPSIS
    Puts a program at a path that acts as the emulator and answers with one that runs already.

    .DESCRIPTION
    So the emulator's own start is not measured. On Windows, where a script is not a program, the emulator itself is
    put there.
    #>
    param([string]$Path, [psobject]$Running)

    if ($IsWindows) {
        Copy-Item -LiteralPath $Running.Process.MainModule.FileName -Destination $Path -Force
        return
    }
    Set-Content -LiteralPath "$Path.ready" -Value $Running.Line
    Set-Content -LiteralPath $Path -Value "#!/bin/sh`ncat '$Path.ready'`nexec cat >/dev/null"
    chmod 755 $Path
}

function Copy-WithEmulator {
    # Copies a built module whose emulator then is the one that runs.
    param([string]$Module, [string]$Folder, [psobject]$Running)

    Copy-Item -LiteralPath $Module -Destination $Folder -Recurse
    $program = Get-ChildItem -LiteralPath $Folder -Recurse -File -Filter 'azir-emulator*' | Select-Object -First 1
    Set-RunningEmulator -Path $program.FullName -Running $Running
}

function Add-Runtime {
    # Gives the emulator a factory with so many integration runtimes: ir-00000, ir-00001, ...
    param([psobject]$Ready, [string]$Factory, [int]$Count)

    $seed = @{ subscriptionId = $Ready.SubscriptionId; resourceGroupName = 'rg'; factoryName = $Factory
        count = $Count; prefix = 'ir-' } | ConvertTo-Json
    $null = Invoke-RestMethod -Method Post -Uri "$($Ready.Endpoint)/emulator/seed" -Body $seed `
        -ContentType 'application/json' -SkipCertificateCheck
}

function Get-EmulatorToken {
    # A token of the emulator's owner, from its ready line or from what Start-AzIntegrationRuntimeEmulator wrote.
    param([psobject]$Ready)

    $body = @{
        grant_type    = 'client_credentials'
        client_id     = '66666666-6666-4666-8666-666666666666'
        client_secret = 'azir-emulator-owner-secret'
        scope         = 'https://management.azure.com/.default'
    }
    (Invoke-RestMethod -Method Post -Uri "$($Ready.Endpoint)/$($Ready.TenantId)/oauth2/v2.0/token" -Body $body `
        -SkipCertificateCheck).access_token
}

function New-Row {
    <#
    .SYNOPSIS
    Makes a row of the table. With -Reference the ratio is what is wanted; without, the figure itself. -AtLeast turns
    the wish round.
    #>
    param([string]$What, [string]$Against = '', [double]$Measured, [double]$Reference, [string]$Unit, [double]$Wanted,
        [switch]$AtLeast)

    $figure = { param($Number) if ($Number -ge 1000) { '{0:n0}' -f $Number } else { '{0:0.###}' -f $Number } }
    if ($Measured -ge 10) { $Measured = [Math]::Round($Measured, 1) }
    if ($Reference -ge 10) { $Reference = [Math]::Round($Reference, 1) }
    $compared = $PSBoundParameters.ContainsKey('Reference')
    $ratio = if ($compared) { $Measured / $Reference } else { $Measured }
    $met = ''
    if ($PSBoundParameters.ContainsKey('Wanted')) {
        $met = if ($AtLeast) { $ratio -ge $Wanted } else { $ratio -le $Wanted }
    }
    [pscustomobject][ordered]@{
        What      = $What
        Against   = $Against
        Measured  = "$(& $figure $Measured) $Unit"
        Reference = if ($compared) { "$(& $figure $Reference) $Unit" } else { '' }
        Ratio     = if ($compared) { '{0:0.00} x' -f $ratio } else { '' }
        Wanted    = if ($met -is [bool]) {
            "$(if ($AtLeast) { '>=' } else { '<=' }) $(& $figure $Wanted) $(if ($compared) { 'x' } else { $Unit })"
        } else { '' }
        Met       = if ($met -is [bool]) { if ($met) { 'yes' } else { 'MISSED' } } else { '' }
    }
}
