# Ctrl+C in a wait, in a terminal: what goes on in the service is told, and it goes on.

BeforeDiscovery {
    # util-linux's script makes a terminal; macOS and BSD have another program of that name.
    $terminal = $PSVersionTable.PSEdition -eq 'Core' -and $IsLinux -and
        (Get-Command script -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    $shell = Get-PwshPath

    function Stop-Command {
        # Runs a script in a terminal, presses Ctrl+C two seconds after the word is seen, and returns the transcript.
        param([string]$Path, [string]$Word)

        $start = New-StartInfo 'script' '-qefc', "$shell -NoProfile -NoLogo -File $Path", '/dev/null'
        $start.RedirectStandardInput = $true
        $start.Environment['TERM'] = 'xterm'
        $start.Environment['COLUMNS'] = '300'
        $process = [System.Diagnostics.Process]::Start($start)
        $transcript = New-Object System.Text.StringBuilder
        $buffer = New-Object char[] 4096
        $pressAt = [datetime]::MaxValue
        $end = [datetime]::UtcNow.AddSeconds(120)
        $read = $process.StandardOutput.ReadAsync($buffer, 0, $buffer.Length)
        while ([datetime]::UtcNow -lt $end) {
            if ([datetime]::UtcNow -gt $pressAt) {
                $process.StandardInput.Write([char]3)
                $process.StandardInput.Flush()
                $pressAt = [datetime]::MaxValue
            }
            if (-not $read.Wait(200)) {
                continue
            }
            if ($read.Result -eq 0) {
                break
            }
            $chunk = New-Object string $buffer, 0, $read.Result
            $before = $transcript.ToString().Contains($Word)
            $null = $transcript.Append($chunk)
            # .NET asks the terminal where its cursor is, and waits ten seconds for a terminal that does not say.
            foreach ($query in [regex]::Matches($chunk, '\x1b\[6n')) {
                $process.StandardInput.Write("$([char]27)[24;1R")
                $process.StandardInput.Flush()
            }
            if (-not $before -and $transcript.ToString().Contains($Word)) {
                $pressAt = [datetime]::UtcNow.AddSeconds(2)
            }
            $read = $process.StandardOutput.ReadAsync($buffer, 0, $buffer.Length)
        }
        if (-not $process.WaitForExit(5000)) {
            $process.Kill()
        }
        $transcript.ToString() -replace '\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]', '' -replace '\r?\n', ' '
    }
}

Describe 'Ctrl+C' -Skip:(-not $terminal) {
    It 'in <What> says what goes on, and it goes on' -ForEach @(
        @{
            What    = 'a start'
            Command = 'Start-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis -Force'
            Says    = 'The start of integration runtime ''ir-ssis'' in data factory ''adf-stop'' goes on in Azure'
            Next    = 'Wait-AzDataFactoryV2IntegrationRuntime -ResourceGroupName ''rg'' -DataFactoryName ' +
                '''adf-stop'' -Name ''ir-ssis'''
        }
        @{
            What    = 'a wait'
            Command = '$null = Start-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis -Force -NoWait; ' +
                'Wait-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis -State Started'
            Says    = 'Nothing that goes on in Azure with integration runtime ''ir-ssis'''
            Next    = 'Wait-AzDataFactoryV2IntegrationRuntime -ResourceGroupName ''rg'' -DataFactoryName ' +
                '''adf-stop'' -Name ''ir-ssis'' -State ''Started'''
        }
    ) {
        $after = Join-Path $TestDrive "$($What -replace ' ', '-').txt"
        $path = Join-Path $TestDrive "$($What -replace ' ', '-').ps1"
        [IO.File]::WriteAllText($path, @"
`$env:PSModulePath = '$(Join-Path $script:Root 'output')' + [IO.Path]::PathSeparator + `$env:PSModulePath
Import-Module AzIntegrationRuntime, AzIntegrationRuntime.Standalone
`$emulator = Start-AzIntegrationRuntimeEmulator
`$null = Connect-AzAccount
`$null = New-AzResourceGroup rg -Location eastus
`$null = Set-AzDataFactoryV2 rg adf-stop eastus -Force
`$null = Set-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis -Type Managed -Location eastus -NodeSize ``
    Standard_D4_v3 -NodeCount 1
Invoke-RestMethod "`$(`$emulator.Endpoint)/emulator/settings" -Method Post -Body '{"operationSeconds":600}' ``
    -ContentType application/json -SkipCertificateCheck -NoProxy | Out-Null
[Console]::WriteLine('waits-now')
try {
    $Command
} finally {
    `$state = (Get-AzDataFactoryV2IntegrationRuntime rg adf-stop ir-ssis -Status).State
    [IO.File]::WriteAllText('$after', "`$state")
}
"@)
        $text = Stop-Command $path 'waits-now'
        $text | Should -BeLike "*Only the wait was stopped. *$Says*" -Because $text
        $text | Should -BeLike "*To wait again: $Next*" -Because $text
        Get-Content -LiteralPath $after | Should -BeExactly 'Starting'
    }
}
