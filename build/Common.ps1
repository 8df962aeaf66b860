# What every task uses: running programs, writing files, finding modules.

function Write-Step {
    # Says what happens next, in words a person reads.
    param([string]$Text)

    Write-Information "== $Text"
}

function Invoke-Program {
    <#
    .SYNOPSIS
    Runs a program and stops the build when it fails.
    #>
    param([string]$Program, [string[]]$ArgumentList)

    & $Program @ArgumentList
    if ($LASTEXITCODE -ne 0) { throw "$Program $($ArgumentList -join ' ') ended with exit code $LASTEXITCODE." }
}

function Assert-Program {
    # Stops with words about what to install when a program is missing.
    param([string]$Program, [string]$Reason)

    if (-not (Get-Command -Name $Program -CommandType Application -ErrorAction Ignore)) { throw "'$Program' is not on PATH. $Reason" }
}

function Save-File {
    <#
    .SYNOPSIS
    Writes bytes to a file unless it holds them already.

    .DESCRIPTION
    The file is put in place by a rename: a process that has the old one loaded keeps it, and nobody sees half a file.
    #>
    param([string]$Path, [byte[]]$Content)

    if (Test-Path -LiteralPath $Path -PathType Leaf) {
        $present = [IO.File]::ReadAllBytes($Path)
        if ($present.Length -eq $Content.Length -and [Convert]::ToBase64String($present) -ceq [Convert]::ToBase64String($Content)) { return }
    }
    $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Path))
    $new = "$Path.$PID.new"
    [IO.File]::WriteAllBytes($new, $Content)
    Move-IntoPlace -Path $new -Destination $Path
}

function Copy-ChangedFile {
    <#
    .SYNOPSIS
    Copies a file unless the destination is the same already, with the permissions it has.
    #>
    param([string]$Path, [string]$Destination)

    $from = Get-Item -LiteralPath $Path
    $to = Get-Item -LiteralPath $Destination -ErrorAction Ignore
    if ($to -and $to.Length -eq $from.Length -and $to.LastWriteTimeUtc -eq $from.LastWriteTimeUtc) { return }
    $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Destination))
    $new = "$Destination.$PID.new"
    [IO.File]::Copy($from.FullName, $new, $true)
    [IO.File]::SetLastWriteTimeUtc($new, $from.LastWriteTimeUtc)
    Move-IntoPlace -Path $new -Destination $Destination
}

function Move-IntoPlace {
    # Renames a finished file to its name; on Windows a library that is loaded cannot be replaced.
    param([string]$Path, [string]$Destination)

    try {
        [IO.File]::Move($Path, $Destination, $true)
    }
    catch {
        [IO.File]::Delete($Path)
        throw "$Destination cannot be replaced ($($_.Exception.InnerException.Message)). Close the PowerShell sessions that have the module loaded."
    }
}

function Resolve-Tool {
    <#
    .SYNOPSIS
    Returns the manifest of a PowerShell module that the build uses: one that is installed, or the pinned version from the gallery, kept in .cache.
    #>
    param([string]$Name, [version]$Minimum, [version]$Below, [string]$Pinned)

    $cache = Join-Path $script:Root '.cache/modules'
    $found = Get-Module -ListAvailable -Name $Name -Verbose:$false | Where-Object { $_.Version -ge $Minimum -and $_.Version -lt $Below } |
        Sort-Object Version -Descending | Select-Object -First 1
    if (-not $found) {
        $path = Join-Path $cache "$Name/$Pinned/$Name.psd1"
        if (-not (Test-Path -LiteralPath $path)) {
            Write-Step "fetch $Name $Pinned from the PowerShell Gallery into .cache/modules"
            $null = [IO.Directory]::CreateDirectory($cache)
            try {
                Save-Module -Name $Name -RequiredVersion $Pinned -Path $cache -Repository PSGallery -ErrorAction Stop
            }
            catch {
                throw "The module $Name ($Minimum or later) is not installed, and the PowerShell Gallery did not give it: $($_.Exception.Message) Install it, or put it into .cache/modules/$Name/$Pinned."
            }
        }
        return $path
    }
    $found.Path
}

function Get-PwshPath {
    # The program that runs this script, for tasks that want a process of their own.
    (Get-Process -Id $PID).Path
}
