# Every command of the documents: the PowerShell blocks of README.md, docs/, deploy/ and the about_ topics run against
# the emulator, each in a scope of its own. The commands inside the text name cmdlets and parameters that exist.
#
# A block that cannot run against the emulator has the line <!-- not run: REASON --> before it. This file lists these
# blocks and counts them. A block that another test runs has the line <!-- run by tests/NAME.Tests.ps1 -->.

BeforeDiscovery {
    $root = Split-Path $PSScriptRoot
    $pages = @(Get-Item (Join-Path $root 'README.md'), (Join-Path $root 'CONTRIBUTING.md')) +
        @(Get-ChildItem (Join-Path $root 'docs') -Filter *.md) + @(Get-Item (Join-Path $root 'deploy/README.md'))
    $spans = @()
    $blocks = @(foreach ($page in $pages) {
            $lines = [IO.File]::ReadAllLines($page.FullName)
            $fence = $null
            $reason = ''
            $runner = ''
            for ($index = 0; $index -lt $lines.Count; $index++) {
                $line = $lines[$index]
                if ($line -match '^\s*```(.*)$') {
                    if ($null -eq $fence) {
                        $fence = $Matches[1]
                        $first = $index + 1
                    } else {
                        if ($fence -eq 'yaml') {
                            # The PowerShell in the steps of a pipeline.
                            $step = @($lines[$first..($index - 1)])
                            for ($at = 0; $at -lt $step.Count; $at++) {
                                if ($step[$at] -notmatch '^( *)(inlineScript|Inline): \|$') { continue }
                                $deeper = '^ {{{0},}}\S' -f ($Matches[1].Length + 1)
                                $code = @(for ($next = $at + 1; $next -lt $step.Count; $next++) {
                                        if ($step[$next] -and $step[$next] -notmatch $deeper) { break }
                                        $step[$next]
                                    })
                                @{
                                    Page   = $page.Name
                                    Line   = $first + $at + 1
                                    Code   = $code -join "`n"
                                    Reason = $reason
                                }
                            }
                        }
                        if ($fence -eq 'powershell') {
                            @{
                                Page   = $page.Name
                                Line   = $first
                                Code   = $lines[$first..($index - 1)] -join "`n"
                                Reason = $reason
                                Runner = $runner
                            }
                        }
                        $fence = $null
                        $reason = ''
                        $runner = ''
                    }
                } elseif ($null -eq $fence -and $line -match '^\s*<!-- not run: (.+) -->$') {
                    $reason = $Matches[1]
                } elseif ($null -eq $fence -and $line -match '^<!-- run by (\S+) -->$') {
                    $runner = $Matches[1]
                } elseif ($null -eq $fence -and $line.Trim()) {
                    $reason = ''
                    $runner = ''
                    foreach ($span in [regex]::Matches($line, '`([A-Z][a-z]+-Az[^`]*)`')) {
                        $spans += @{
                            Page = $page.Name
                            Line = $index + 1
                            Code = $span.Groups[1].Value.Replace('\|', '|')
                        }
                    }
                }
            }
        })
    # The commands of an about_ topic are indented by eight columns. They depend on each other and run as one script.
    $blocks += @(foreach ($topic in Get-ChildItem (Join-Path $root 'module') -Filter about_*.txt -Recurse) {
            $code = @([IO.File]::ReadAllLines($topic.FullName) -match '^ {8}( {4})?\S')
            if ($code) {
                @{
                    Page   = $topic.Name
                    Line   = 1
                    # A topic has 76 columns, so its group has a short name.
                    Code   = ($code -join "`n") -replace '(?<=\s)rg(?= adf-(prod|test))|(?<='')rg(?='')', 'rg-data'
                    Reason = ''
                    Runner = ''
                }
            }
        })
    $blocksThatRun = @($blocks | Where-Object { -not $_.Reason -and -not $_.Runner })
    $blocksOfOthers = @($blocks | Where-Object { $_.Runner })
    $blocksThatDoNot = @($blocks | Where-Object { $_.Reason })
    # A span with an ellipsis is not a whole command.
    $spans = @($spans | Where-Object { $_.Code -notmatch "$([char]0x2026)|\.\.\." })
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    $world = Join-Path $TestDrive 'world.json'
    Reset-TestProcess
    $null = Start-AzIntegrationRuntimeEmulator -StatePath $world -SubscriptionName Production -WarningAction Ignore `
        -ErrorAction Stop
    $null = & "$PSScriptRoot/fixtures/examples.ps1" 6>$null
    # The resources of the first steps.
    $null = New-AzResourceGroup -Name rg -Location EastUS -ErrorAction Stop
    $null = Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-try -Location EastUS -ErrorAction Stop
    $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-try ir-try -Type SelfHosted -ErrorAction Stop
    $ssis = @{ Type = 'Managed'; Location = 'WestEurope'; NodeSize = 'Standard_D2_v3'; NodeCount = 1 }
    $null = Set-AzDataFactoryV2IntegrationRuntime rg-data adf-prod ir-night @ssis -ErrorAction Stop
    $key = (Get-AzDataFactoryV2IntegrationRuntimeKey rg-data adf-prod ir-west).AuthKey1
    Stop-AzIntegrationRuntimeEmulator
    # The names that the pages use for the second subscription and the tenant.
    [IO.File]::WriteAllText($world,
        [IO.File]::ReadAllText($world).Replace('Emulator Second', 'Test').Replace('home.azir.example',
            'contoso.onmicrosoft.com'))

    # The commands of a page run in this frame. It has the variables that an earlier block of the page sets, and
    # answers for the programs and people that a command asks.
    $frame = @'
param($Folder, $Secret, $Emulator, $Key)
Set-Location -LiteralPath $Folder
$key = [pscustomobject]@{ AuthKey1 = $Key }
$HomeBefore = $HOME
Set-Variable -Name HOME -Value $Folder -Force
function Get-Credential {
    param($UserName)
    [pscredential]::new($UserName, (ConvertTo-SecureString $Secret -AsPlainText -Force))
}
function Read-Host { ConvertTo-SecureString 'planted-password' -AsPlainText -Force }
function az { [pscredential]::new('token', (Get-AzAccessToken).Token).GetNetworkCredential().Password }
try {
& {
{0}
}
Get-Job | Wait-Job | Receive-Job
} finally {
Get-Job | Remove-Job -Force
Set-Variable -Name HOME -Value $HomeBefore -Force
}
'@
}

AfterAll {
    Remove-Item -LiteralPath Env:ID_TOKEN -ErrorAction Ignore
    Stop-TestEmulator
}

Describe '<Page>, line <Line>' -ForEach $blocksThatRun {
    BeforeEach {
        Stop-AzIntegrationRuntimeEmulator -WarningAction Ignore
        Reset-TestProcess
        $path = $env:PSModulePath
        $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        $fixtures = Join-Path $script:Root 'native/core/tests/fixtures'
        Copy-Item -Path (Join-Path $fixtures 'app.p*') -Destination $folder
        Copy-Item -LiteralPath (Join-Path $script:Root 'examples') -Destination $folder -Recurse
        # The reader's own files: a Git folder, a template, and what a name is in each environment.
        Copy-Item -Path (Join-Path $script:Root 'tests/fixtures/desired/page/*') -Destination $folder -Recurse
        # A script of the reader, which a page names.
        Set-Content -LiteralPath (Join-Path $folder 'Deploy.ps1') -Value 'Get-AzDataFactoryV2 rg-data'
        $global:TestEmulator = $null
        if ($Code -notmatch '(?m)^ *(\$emulator = )?Start-AzIntegrationRuntimeEmulator') {
            $state = Join-Path $folder 'state.json'
            Copy-Item -LiteralPath $world -Destination $state
            $global:TestEmulator = Start-AzIntegrationRuntimeEmulator -StatePath $state -SubscriptionName Production `
                -WarningAction Ignore -ErrorAction Stop
            if ($Code -match 'app\.(pem|pfx)') {
                $null = Invoke-Emulator POST '/emulator/certificates' @{
                    clientId    = $script:Owner
                    certificate = [IO.File]::ReadAllText((Join-Path $fixtures 'certificate-only.pem'))
                }
            }
            if ($Code -match 'ID_TOKEN') {
                $null = Invoke-Emulator POST '/emulator/federated-credentials' @{
                    clientId = $script:Owner
                    subject  = 'pipeline'
                }
                $env:ID_TOKEN = (Invoke-Emulator POST '/emulator/federated-tokens' @{ subject = 'pipeline' }).token
            }
        }
    }

    AfterEach {
        $env:PSModulePath = $path
        Stop-AzIntegrationRuntimeEmulator -WarningAction Ignore
    }

    It 'runs without an error' {
        $script = $Code
        if ($Code -match '\$Error\[0\]') {
            # The reader has an error of the service to look at.
            $script = "`$null = Get-AzDataFactoryV2 rg-data adf-none -ErrorAction SilentlyContinue`n$Code"
        }
        $result = Invoke-Answered $frame.Replace('{0}', $script) -Answer (@('Yes') * 20) -Argument @{
            Folder   = $folder
            Secret   = $script:OwnerSecret
            Emulator = $global:TestEmulator
            Key      = $key
        }
        $result.Thrown | Should -BeNullOrEmpty -Because $Code
        $result.Errors | Should -BeNullOrEmpty -Because $Code
    }
}

Describe '<Page>, line <Line>, is not run' -ForEach $blocksThatDoNot {
    It 'says why: <Reason>' {
        [Management.Automation.Language.Parser]::ParseInput($Code, [ref]$null, [ref]($errors = $null)).EndBlock |
            Should -Not -BeNullOrEmpty
        $errors | Should -BeNullOrEmpty
        Set-ItResult -Skipped -Because $Reason
    }
}

Describe '<Page>, line <Line>' -ForEach $blocksOfOthers {
    It 'is run by <Runner>' {
        # That test takes the blocks with its name out of the page.
        Join-Path $script:Root $Runner | Should -FileContentMatch ([regex]::Escape("docs/$Page"))
    }
}

Describe 'The documents' {
    It 'have <Run> blocks that run and <Not> that do not' -ForEach @(
        @{ Run = $blocksThatRun.Count; Not = $blocksThatDoNot.Count }
    ) {
        $Run | Should -BeGreaterThan 30
        # A page whose commands cannot be run is not held to anything.
        $Not | Should -BeLessOrEqual ($Run / 5)
    }

    It 'name cmdlets and parameters that exist' -ForEach @(@{ Spans = $spans }) {
        $Spans.Count | Should -BeGreaterThan 100
        $wrong = foreach ($span in $Spans) {
            $errors = $null
            $tree = [Management.Automation.Language.Parser]::ParseInput($span.Code, [ref]$null, [ref]$errors)
            # A cmdlet of Az alone, of which the page says that it is not here.
            $others = 'Set-AzEnvironment', 'Invoke-AzDataFactoryV2Pipeline', 'New-AzResourceGroupDeployment'
            $commands = $tree.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)
            foreach ($command in $commands | Where-Object { $_.GetCommandName() -notin $others }) {
                $where = "$($span.Page), line $($span.Line): $($span.Code)"
                # Verb- stands for a cmdlet that the text names after it.
                if ($command.GetCommandName() -notmatch '^[A-Z][a-z]+-Az\w+$') { continue }
                $cmdlet = Get-Command -Name $command.GetCommandName() -ErrorAction Ignore
                if ($null -eq $cmdlet) {
                    "$where names no cmdlet"
                    continue
                }
                $names = @($cmdlet.Parameters.Values | ForEach-Object { $_.Name; $_.Aliases })
                $parameters = $command.CommandElements |
                    Where-Object { $_ -is [Management.Automation.Language.CommandParameterAst] }
                foreach ($parameter in $parameters | Where-Object { $_.ParameterName -notin $names }) {
                    "$where has no -$($parameter.ParameterName)"
                }
            }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'have no empty line inside a table' -ForEach @(@{ Pages = $pages.FullName }) {
        $wrong = foreach ($page in $Pages) {
            $lines = [IO.File]::ReadAllLines($page)
            for ($index = 1; $index -lt $lines.Count - 1; $index++) {
                $next = $lines[$index + 1]
                $isNewTable = $index + 2 -lt $lines.Count -and $lines[$index + 2] -match '^\|[ :|-]+\|$'
                if (-not $lines[$index] -and $lines[$index - 1].StartsWith('|') -and $next.StartsWith('|') -and
                    -not $isNewTable) {
                    "$(Split-Path -Leaf $page), line $($index + 1)"
                }
            }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'link to pages and headings that exist' -ForEach @(@{ Pages = $pages.FullName }) {
        $anchors = @{}
        $read = {
            param([string]$Path)
            if (-not $anchors.ContainsKey($Path)) {
                $anchors[$Path] = @([IO.File]::ReadAllLines($Path) -match '^#+ ' | ForEach-Object {
                        ($_ -replace '^#+ ').ToLowerInvariant() -replace '[^\w\- ]' -replace ' ', '-'
                    })
            }
            $anchors[$Path]
        }
        $wrong = foreach ($page in $Pages) {
            # A link, or a picture in light and dark, which is HTML.
            $link = '(?:\]\(|(?:src|srcset)=")(?!https?:)([^)"#\s]*)(?:#([^)\s]+))?[)"]'
            foreach ($match in [regex]::Matches([IO.File]::ReadAllText($page), $link)) {
                $target = $page
                if ($match.Groups[1].Value) {
                    $target = [IO.Path]::GetFullPath([IO.Path]::Combine((Split-Path $page), $match.Groups[1].Value))
                }
                if (-not (Test-Path -LiteralPath $target)) {
                    "$(Split-Path -Leaf $page): $($match.Value)"
                } elseif ($match.Groups[2].Value -and (& $read $target) -notcontains $match.Groups[2].Value) {
                    "$(Split-Path -Leaf $page): $($match.Value)"
                }
            }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'are all in the index of docs/README.md' -ForEach @(@{ Pages = $pages.FullName }) {
        $docs = Join-Path $script:Root 'docs'
        $index = [IO.File]::ReadAllText((Join-Path $docs 'README.md'))
        $wrong = $Pages | Where-Object { (Split-Path $_) -eq $docs } | Split-Path -Leaf |
            Where-Object { $_ -ne 'README.md' -and -not $index.Contains("]($_)") }
        $wrong | Should -BeNullOrEmpty
    }

    It 'have each picture of a terminal in light and dark, of 60 KB at most' {
        $pictures = @(Get-ChildItem -Path (Join-Path $script:Root 'docs/pictures/*') -Include *-light.svg, *-dark.svg)
        $pictures.Count | Should -BeGreaterThan 6
        $names = $pictures.Name | Group-Object { $_ -replace '-(light|dark)\.svg$' }
        $names | Where-Object Count -NE 2 | Should -BeNullOrEmpty
        $pictures | Where-Object Length -GT 60KB | Should -BeNullOrEmpty
        foreach ($picture in $pictures) {
            $null = [xml][IO.File]::ReadAllText($picture.FullName)
        }
    }
}
