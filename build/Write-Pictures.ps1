#Requires -Version 7.4
<#
.SYNOPSIS
Makes the terminal pictures in docs/pictures again, from the output of the built module.

.DESCRIPTION
Runs the commands of each picture against the emulator and draws what they print as two SVG files, for light and for
dark pages. The text is what the module printed, with its colors; nothing is typed in by hand. Dates and ids are those
of the run. Make the pictures again after a change of a view, in a terminal of 120 columns: a narrower one breaks the
names of resources.

.PARAMETER Name
The pictures to make. All of them without it.

.PARAMETER Module
The folder with the built modules; output/ without it.

.EXAMPLE
pwsh -NoProfile -File build/Write-Pictures.ps1 -Name fleet
#>
param(
    [ValidateSet('first-steps', 'fleet', 'guard', 'share')]
    [string[]]$Name = @('first-steps', 'fleet', 'guard', 'share'),

    [string]$Module
)

$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
if (-not $Module) { $Module = Join-Path $root 'output' }
$env:PSModulePath = $Module + [IO.Path]::PathSeparator + $env:PSModulePath
$work = Join-Path ([IO.Path]::GetTempPath()) "azir-pictures-$PID"
$null = New-Item -ItemType Directory -Path $work
# The sign-ins of whoever runs this script are neither read nor changed.
$env:AZIR_PROFILE = Join-Path $work 'profile'
Import-Module AzIntegrationRuntime.Standalone
$PSStyle.OutputRendering = 'Ansi'
$PSStyle.Progress.View = 'Classic'
$ProgressPreference = 'SilentlyContinue'
# Where an error of a command is in this script is of no use to a reader.
$ErrorView = 'ConciseView'
$columns = 124

# GitHub's own colors, which have enough contrast on both grounds. The numbers are those of ANSI.
$palettes = @{
    light = @{
        Ground = '#ffffff'; Edge = '#d0d7de'; Text = '#1f2328'; Prompt = '#0969da'
        Color = @{ 31 = '#cf222e'; 32 = '#1a7f37'; 33 = '#9a6700'; 34 = '#0969da'; 35 = '#8250df'; 36 = '#1b7c83' }
    }
    dark  = @{
        Ground = '#0d1117'; Edge = '#3d444d'; Text = '#e6edf3'; Prompt = '#58a6ff'
        Color = @{ 31 = '#ff7b72'; 32 = '#3fb950'; 33 = '#d29922'; 34 = '#58a6ff'; 35 = '#bc8cff'; 36 = '#39c5cf' }
    }
}

# A world for each picture, and what is typed in it.
$pictures = @{
    'first-steps' = @{
        Title    = 'A self-hosted integration runtime in the emulator'
        Setup    = { }
        Commands = @(
            '$group = New-AzResourceGroup -Name rg -Location EastUS'
            'Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-try -Location EastUS'
            '$runtime = Set-AzDataFactoryV2IntegrationRuntime rg adf-try ir-try -Type SelfHosted'
            'Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-try ir-try | Register-AzIntegrationRuntimeEmulatorNode'
            'Get-AzDataFactoryV2IntegrationRuntime rg adf-try ir-try -Status'
        )
    }
    'fleet'       = @{
        Title    = 'The check of a fleet: what has stopped, and what will stop'
        Setup    = {
            $made = @{
                subscriptions = 2; factories = 2; runtimes = 1; nodes = 2; links = 1
                expiresInDays = 300, 5, 200, -3, 320, 60, 280, 150
                statuses = 'Online', 'Online', 'Online', 'Offline', 'Online', 'Online', 'Online', 'Online'
            }
            $request = @{
                Uri                  = "$($emulator.Endpoint)/emulator/seed"
                Method               = 'Post'
                Body                 = @{ fleet = $made } | ConvertTo-Json -Depth 9
                ContentType          = 'application/json'
                SkipCertificateCheck = $true
            }
            $null = Invoke-RestMethod @request
        }
        Commands = @(
            'Test-AzIntegrationRuntimeFleet -Severity Warning'
            'Test-AzIntegrationRuntimeFleet -Severity Error | Select-Object -First 1 | Format-List Message, Fix'
        )
    }
    'guard'       = @{
        Title    = 'The guard of a release: a deployment that would cut a link'
        Setup    = {
            $null = & "$root/tests/fixtures/examples.ps1" 6>$null
            Copy-Item -Path "$root/tests/fixtures/desired/page/*" -Destination . -Recurse
            # Test has a link of that name, and a linked service that connects through it.
            $shared = Get-AzDataFactoryV2IntegrationRuntime rg-data adf-prod ir-shared
            $link = @{ ResourceGroupName = 'rg-data'; DataFactoryName = 'adf-test'; Name = 'ir-shared' }
            $link += @{ Type = 'SelfHosted'; SharedIntegrationRuntimeResourceId = $shared.Id }
            $null = Set-AzDataFactoryV2IntegrationRuntime @link
            $definition = Get-Content "$root/tests/fixtures/desired/factory/linkedService/files-hub.json" -Raw
            $definition -replace 'SharedIR', 'ir-shared' | Set-Content files-hub.json
            $null = Set-AzDataFactoryV2LinkedService rg-data adf-test files-hub -DefinitionFile files-hub.json -Force
            (Get-Content parameters/prod.json -Raw).Replace('adf-prod', 'adf-test') | Set-Content parameters/test.json
        }
        Commands = @(
            @'
$release = @{
    ResourceGroupName     = 'rg-data'
    TemplateFile          = './adf_publish/adf-dev/ARMTemplateForFactory.json'
    TemplateParameterFile = './parameters/test.json'
}
'@
            'Test-AzIntegrationRuntimeDeployment @release'
        )
    }
    'share'       = @{
        Title    = 'A self-hosted integration runtime, shared with another data factory'
        Setup    = { $null = & "$root/tests/fixtures/examples.ps1" 6>$null }
        Commands = @(
            '$runtime = Get-AzDataFactoryV2IntegrationRuntime rg-data adf-prod ir-west'
            '$runtime | New-AzIntegrationRuntimeShare -With adf-test'
            'Get-AzIntegrationRuntimeShare -DataFactoryName adf-prod'
        )
    }
}

function Get-Transcript {
    # The lines of a terminal in which the commands were typed, with the sequences of ANSI.
    param([Collections.IDictionary]$Picture)

    $emulator = Start-AzIntegrationRuntimeEmulator -SubscriptionName Production -WarningAction Ignore
    $folder = New-Item -ItemType Directory -Path (Join-Path $work ([guid]::NewGuid()))
    Push-Location $folder
    try {
        Write-Verbose "The emulator listens at $($emulator.Endpoint)."
        . $Picture.Setup
        $ErrorActionPreference = 'Continue'
        foreach ($command in $Picture.Commands) {
            $typed = $command -split '\r?\n'
            $prompt = 'PS>'
            foreach ($part in $typed) {
                "`e[7m$prompt`e[0m $part"
                $prompt = '>>'
            }
            $written = [Collections.Generic.List[object]]::new()
            try {
                . ([scriptblock]::Create($command)) 2>&1 3>&1 6>&1 | ForEach-Object {
                    $warning = $_ -is [Management.Automation.WarningRecord]
                    $written.Add($(if ($warning) { "$($PSStyle.Formatting.Warning)WARNING: $_`e[0m" } else { $_ }))
                }
            } catch {
                # An error that ends a command comes after what it wrote.
                $written.Add($_)
            }
            $answer = $written | Out-String -Width $columns
            # A terminal breaks the lines that are longer, as those of errors are.
            $full = "\G((?:(?>(?:\x1b\[[0-9;]*m)*)[^\x1b]){$columns})(?=.)"
            $lines = $answer.TrimEnd() -split '\r?\n' | ForEach-Object { $_ -replace $full, "`$1`n" -split '\n' }
            # One empty line between a command and its table, as a terminal shows it.
            if ($answer.Trim()) { $lines; '' }
        }
    } finally {
        Pop-Location
        Stop-AzIntegrationRuntimeEmulator -WarningAction Ignore
    }
}

function ConvertTo-Run {
    # The runs of equal style in a line: text, color, weight. The style goes on from line to line, as in a terminal.
    param([string]$Line, [hashtable]$Style)

    $column = 0
    foreach ($part in [regex]::Split($Line, '(\x1b\[[0-9;]*m)')) {
        if ($part -match '^\x1b\[([0-9;]*)m$') {
            foreach ($code in $Matches[1] -split ';') {
                switch ([int]"0$code") {
                    0 { $Style.Color = 0; $Style.Bold = $false; $Style.Prompt = $false }
                    1 { $Style.Bold = $true }
                    7 { $Style.Prompt = $true }
                    { $_ -in 31..36 } { $Style.Color = $_ }
                    { $_ -in 91..96 } { $Style.Color = $_ - 60 }
                }
            }
        } elseif ($part) {
            [pscustomobject]@{
                Text = $part; Column = $column; Color = $Style.Color; Bold = $Style.Bold; Prompt = $Style.Prompt
            }
            $column += $part.Length
        }
    }
}

function ConvertTo-Svg {
    # A terminal as SVG. Each run has its place and width, so that columns are straight in any font of a browser.
    param([string[]]$Line, [string]$Title, [Collections.IDictionary]$Palette)

    $wide = 7.8
    $high = 19
    $height = 50 + $high * $Line.Count
    # As wide as its longest line, without the sequences of ANSI, and not narrower than a terminal.
    $longest = ($Line | ForEach-Object { ($_ -replace '\x1b\[[0-9;]*m').Length } | Measure-Object -Maximum).Maximum
    $width = [int](32 + $wide * [Math]::Max(90, $longest))
    $escape = { param($Text) [Security.SecurityElement]::Escape($Text) }
    $fonts = "ui-monospace, SFMono-Regular, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"
    "<svg xmlns=`"http://www.w3.org/2000/svg`" width=`"$width`" height=`"$height`" viewBox=`"0 0 $width $height`""
    "  role=`"img`" aria-label=`"$(& $escape $Title)`">"
    "<title>$(& $escape $Title)</title>"
    "<rect x=`".5`" y=`".5`" width=`"$($width - 1)`" height=`"$($height - 1)`" rx=`"8`" fill=`"$($Palette.Ground)`""
    "  stroke=`"$($Palette.Edge)`"/>"
    foreach ($at in 0..2) { "<circle cx=`"$(20 + 18 * $at)`" cy=`"18`" r=`"5.5`" fill=`"$($Palette.Edge)`"/>" }
    "<g font-family=`"$fonts`" font-size=`"13`" fill=`"$($Palette.Text)`">"
    $style = @{ Color = 0; Bold = $false; Prompt = $false }
    for ($row = 0; $row -lt $Line.Count; $row++) {
        foreach ($run in ConvertTo-Run -Line $Line[$row] -Style $style) {
            $fill = if ($run.Prompt) { $Palette.Prompt } elseif ($run.Color) { $Palette.Color[$run.Color] }
            # Browsers draw several spaces as one: the columns of a table are texts of their own.
            foreach ($word in [regex]::Matches($run.Text, '\S+(?: \S+)*')) {
                '<text x="{0:0.#}" y="{1}" textLength="{2:0.#}" lengthAdjust="spacingAndGlyphs"{3}{4}>{5}</text>' -f @(
                    16 + $wide * ($run.Column + $word.Index)
                    48 + $high * $row
                    $wide * $word.Length
                    if ($fill) { " fill=`"$fill`"" } else { '' }
                    if ($run.Bold) { ' font-weight="600"' } else { '' }
                    & $escape $word.Value
                )
            }
        }
    }
    '</g>'
    '</svg>'
}

try {
    $target = Join-Path $root 'docs/pictures'
    $null = [IO.Directory]::CreateDirectory($target)
    foreach ($picture in $Name) {
        $lines = @(Get-Transcript -Picture $pictures[$picture])
        if (-not $lines[-1]) { $lines = $lines[0..($lines.Count - 2)] }
        foreach ($page in $palettes.Keys) {
            $svg = ConvertTo-Svg -Line $lines -Title $pictures[$picture].Title -Palette $palettes[$page]
            $path = Join-Path $target "$picture-$page.svg"
            [IO.File]::WriteAllText($path, ($svg -join "`n") + "`n")
            Get-Item -LiteralPath $path | Select-Object Name, Length
        }
    }
} finally {
    Remove-Item -LiteralPath $work -Recurse -Force
}
