# How the build, the tests and the benchmarks start another PowerShell. Windows PowerShell 5.1 can read this file.

function Get-PwshPath {
    <#
    .SYNOPSIS
    Returns the program that starts the PowerShell of this process.

    .DESCRIPTION
    The process's own program, where it is PowerShell. A PowerShell that was installed as a .NET tool runs inside
    'dotnet'; there it is the tool's command: the one that PWSH names, else the one beside the tool's store.
    #>
    $program = (Get-Process -Id $PID).Path
    if ([IO.Path]::GetFileNameWithoutExtension($program) -in 'pwsh', 'powershell', 'pwsh-preview') { return $program }

    # The command finds its runtime by this variable where .NET is not installed in its usual folder.
    if (-not $env:DOTNET_ROOT -and [IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') {
        $env:DOTNET_ROOT = Split-Path $program
    }
    $suffix = if ([IO.Path]::DirectorySeparatorChar -eq '\') { '.exe' } else { '' }
    $store = ($PSHOME -split '[\\/]\.store[\\/]')[0]
    $candidates = @(
        $env:PWSH
        if ($store -ne $PSHOME) { Join-Path $store "pwsh$suffix" }
        Join-Path $PSHOME "pwsh$suffix"
        Get-Command -Name pwsh -CommandType Application -ErrorAction Ignore |
            Select-Object -First 1 | ForEach-Object Source
    )
    foreach ($candidate in $candidates) {
        if ($candidate -and (Test-Path -LiteralPath $candidate -PathType Leaf)) { return $candidate }
    }
    throw "This PowerShell runs inside $program, and no pwsh program that starts it was found. Set the environment " +
        'variable PWSH to one.'
}
