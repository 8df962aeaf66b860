# What the long tests share: the built modules, an emulator, other processes, and what this process holds.

. (Join-Path (Split-Path $PSScriptRoot) 'common.ps1')
$ErrorActionPreference = 'Stop'
$WarningPreference = 'SilentlyContinue'
$PSStyle.OutputRendering = 'PlainText'

# A folder of the test's own for contexts, and no secret service, whose keyring would be the user's.
$script:Place = Join-Path ([IO.Path]::GetTempPath()) "azir-soak-$PID"
$env:AZIR_PROFILE = $script:Place
$env:DBUS_SESSION_BUS_ADDRESS = 'unix:path=/nonexistent'

function Start-NewProcess {
    # Starts a script in a PowerShell of its own with both modules; its contexts are the kept ones.
    param([string]$Script)

    $text = '$ProgressPreference = $WarningPreference = "SilentlyContinue"; $ErrorActionPreference = "Stop"; ' +
        "Import-Module '$script:MainManifest', '$script:StandaloneManifest'; $Script"
    $start = New-Object Diagnostics.ProcessStartInfo (Get-PwshPath)
    foreach ($word in '-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand') {
        $start.ArgumentList.Add($word)
    }
    $start.ArgumentList.Add([Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($text)))
    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    [pscustomobject]@{
        Process = $process
        Output  = $process.StandardOutput.ReadToEndAsync()
        Error   = $process.StandardError.ReadToEndAsync()
    }
}

function Wait-NewProcess {
    # Waits for processes and returns the lines that each wrote. Only one that hangs takes so long, on any machine.
    param([object[]]$Started, [int]$Minutes = 60)

    $end = [DateTime]::UtcNow.AddMinutes($Minutes)
    foreach ($one in $Started) {
        $left = [math]::Max(0, ($end - [DateTime]::UtcNow).TotalMilliseconds)
        if (-not $one.Process.WaitForExit([int]$left)) {
            foreach ($other in $Started) { if (-not $other.Process.HasExited) { $other.Process.Kill() } }
            throw "A process did not end within $Minutes minutes. It wrote: $($one.Output.Result) $($one.Error.Result)"
        }
        if ($one.Process.ExitCode -ne 0) {
            throw "A process ended with $($one.Process.ExitCode): $($one.Error.Result)"
        }
        $one.Output.Result -split '\r?\n' | Where-Object { $_ }
    }
}

function Get-OpenHandle {
    # The number of operations of the native library that are open in this process.
    $assembly = (Get-Module AzIntegrationRuntime).ImplementingAssembly
    $hidden = [Reflection.BindingFlags]'NonPublic, Public, Static, Instance'
    $type = $assembly.GetType('AzIntegrationRuntime.Native.Library', $true)
    $library = $type.GetMethod('Load', $hidden).Invoke($null, @())
    $request = [Text.Encoding]::UTF8.GetBytes('{"operation":"selftest.handles"}')
    $start = @($request, [byte[]]@(), [long]0)
    $null = $type.GetMethod('Start', $hidden).Invoke($library, $start)
    try {
        do {
            $next = @($start[2], 1000, [long]0)
            $kind = $type.GetMethod('Next', $hidden).Invoke($library, $next)
        } while ($kind -eq 0)
        $frame = [byte[]]::new($next[2])
        $null = $type.GetMethod('Read', $hidden).Invoke($library, @($start[2], $frame))
        # No layouts, one result, an int.
        if ($frame.Length -ne 7) { throw 'selftest.handles answered something else.' }
        [BitConverter]::ToInt32($frame, 3)
    }
    finally {
        $null = $type.GetMethod('Close', $hidden).Invoke($library, @($start[2]))
    }
}

function Get-Holding {
    # What this process holds: memory, operations, threads, and on Linux descriptors and connections.
    [GC]::Collect()
    [GC]::WaitForPendingFinalizers()
    [GC]::Collect()
    $process = Get-Process -Id $PID
    $links = @()
    if ($IsLinux) {
        $links = @([IO.Directory]::GetFileSystemEntries('/proc/self/fd') | ForEach-Object {
                $target = ([IO.FileInfo]$_).LinkTarget
                if ($target) { $target }
            })
    }
    [pscustomobject]@{
        MemoryMiB   = [math]::Round($process.WorkingSet64 / 1MB)
        Operations  = Get-OpenHandle
        Threads     = $process.Threads.Count
        Descriptors = $links.Count
        Connections = @($links | Where-Object { $_ -like 'socket:*' }).Count
    }
}
