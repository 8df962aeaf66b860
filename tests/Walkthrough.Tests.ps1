# The script of Microsoft's article "Create a shared self-hosted integration runtime with PowerShell"
# (fixtures/walkthrough.ps1: its commands as they are printed, with names filled in and without the one comment that
# stands behind a backtick), typed into a terminal.

BeforeDiscovery {
    # util-linux's script makes a terminal; macOS and BSD have another program of that name.
    $terminal = $PSVersionTable.PSEdition -eq 'Core' -and $IsLinux -and
        (Get-Command script -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    $shell = Get-PwshPath

    function Invoke-Terminal {
        # Runs PowerShell in a terminal, types the answer when the question is seen, and returns the transcript.
        param([string]$Command, [string]$Question, [string]$Answer)

        $start = New-StartInfo 'script' '-qefc', $Command, '/dev/null'
        $start.RedirectStandardInput = $true
        $start.Environment['TERM'] = 'xterm'
        $start.Environment['COLUMNS'] = '160'
        $process = [System.Diagnostics.Process]::Start($start)
        $transcript = New-Object System.Text.StringBuilder
        $buffer = New-Object char[] 4096
        $answered = $false
        $end = [datetime]::UtcNow.AddSeconds(90)
        $read = $process.StandardOutput.ReadAsync($buffer, 0, $buffer.Length)
        while ([datetime]::UtcNow -lt $end) {
            if (-not $read.Wait(200)) {
                continue
            }
            if ($read.Result -eq 0) {
                break
            }
            $chunk = New-Object string $buffer, 0, $read.Result
            $null = $transcript.Append($chunk)
            # .NET asks the terminal where its cursor is, and waits ten seconds for a terminal that does not say.
            foreach ($query in [regex]::Matches($chunk, '\x1b\[6n')) {
                $process.StandardInput.Write("$([char]27)[24;1R")
                $process.StandardInput.Flush()
            }
            if (-not $answered -and $transcript.ToString().Contains($Question)) {
                $process.StandardInput.Write("$Answer`n")
                $process.StandardInput.Flush()
                $answered = $true
            }
            $read = $process.StandardOutput.ReadAsync($buffer, 0, $buffer.Length)
        }
        if (-not $process.WaitForExit(5000)) {
            $process.Kill()
        }
        [pscustomobject]@{
            Text     = $transcript.ToString() -replace '\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]', '' -replace '\r', ''
            Answered = $answered
            ExitCode = $process.ExitCode
        }
    }
}

Describe 'The documented script' -Skip:(-not $terminal) {
    BeforeAll {
        $program = Join-Path $TestDrive 'session.ps1'
        $lines = @(
            '$env:PSModulePath = ''{0}'' + [IO.Path]::PathSeparator + $env:PSModulePath' -f
                (Join-Path $script:Root 'output')
            'Import-Module AzIntegrationRuntime, AzIntegrationRuntime.Standalone'
            'Set-StrictMode -Version Latest'
            '$null = Start-AzIntegrationRuntimeEmulator -SubscriptionName ''Contoso Test'''
            ''
            # Pasted at a prompt, each command has its own output; in a file, the first object would decide how all
            # others look.
            '$script = [Management.Automation.Language.Parser]::ParseFile(''{0}'', [ref]$null, [ref]$null)' -f
            (Join-Path $PSScriptRoot 'fixtures/walkthrough.ps1')
            ('foreach ($command in $script.EndBlock.Statements.Extent.Text) { . ([scriptblock]::Create($command)) | ' +
            'Out-Default }')
            ''
            '"ERRORS {0}" -f $Error.Count'
            '"GRANTS {0}" -f @(Get-AzRoleAssignment -ObjectId $factory.Identity.PrincipalId).Count'
            ('"LINKS {0}" -f @((Get-AzDataFactoryV2IntegrationRuntime $ResourceGroupName $SharedDataFactoryName ' +
            '$SharedIntegrationRuntimeName -Status).Links).Count')
            '"SHARED {0}" -f (Get-AzDataFactoryV2IntegrationRuntime $ResourceGroupName $SharedDataFactoryName).Name'
            'Stop-AzIntegrationRuntimeEmulator'
        )
        [IO.File]::WriteAllText($program, $lines -join "`n")
        $session = Invoke-Terminal "$shell -NoProfile -NoLogo -File $program" '(default is "Y"):' 'Y'
        $text = $session.Text
        $flat = $text -replace '\s+', ' '
    }

    It 'runs to its end without an error' {
        $session.Answered | Should -BeTrue
        $session.ExitCode | Should -Be 0
        $text | Should -Match '(?m)^ERRORS 0$' -Because $text
    }

    It 'signs in and selects the subscription' {
        $text | Should -Match '(?m)^Account +SubscriptionName +TenantId'
        $text | Should -Match '(?m)^66666666-6666-4666-8666-666666666666 +Contoso Test '
    }

    It 'shows the resource group and the data factory' {
        $text | Should -Match '(?m)^ResourceGroupName : rg-walkthrough$'
        $text | Should -Match '(?m)^ProvisioningState : Succeeded$'
        $text | Should -Match '(?m)^adf-walk-shared +rg-walkthrough +EastUS +Succeeded$'
    }

    It 'shows the keys' {
        $text | Should -Match '(?m)^AuthKey1 : IR@[0-9a-f-]{20,}'
        $text | Should -Match '(?m)^AuthKey2 : IR@[0-9a-f-]{20,}'
    }

    It 'shows the role assignment' {
        $text | Should -Match '(?m)^RoleDefinitionName : Contributor$'
        $text | Should -Match '(?m)^ObjectType         : ServicePrincipal$'
    }

    It 'shows the linked runtime' {
        $text | Should -Match '(?m)^ *Parent: adf-walk-linked \(DataFactory\)$'
        $text | Should -Match '(?m)^ir-walk-linked +SelfHosted\b'
    }

    It 'says that the role assignment was removed' {
        $text.Replace("`n", '') |
            Should -Match "Successfully removed role assignment for AD object '[0-9a-f-]{36}' on scope '/subscriptions/"
    }

    It 'asks once, at its end' {
        [regex]::Matches($flat, '\(default is "Y"\):').Count | Should -Be 1
        $flat |
            Should -Match ("Are you sure you want to remove integration runtime 'ir-walk-shared' in data factory " +
                "'adf-walk-shared'\?")
        $flat.IndexOf('(default is') | Should -BeGreaterThan $flat.IndexOf('Successfully removed')
    }

    It 'leaves the shared runtime, without grant and without links' {
        $text | Should -Match '(?m)^GRANTS 0$'
        $text | Should -Match '(?m)^LINKS 0$'
        $text | Should -Match '(?m)^SHARED ir-walk-shared$'
    }
}

Describe 'Ctrl+C in a terminal' -Skip:(-not $terminal) {
    It 'ends a wait at once and the session lives' {
        $program = Join-Path $TestDrive 'interrupt.ps1'
        $lines = @(
            '$env:PSModulePath = ''{0}'' + [IO.Path]::PathSeparator + $env:PSModulePath' -f
                (Join-Path $script:Root 'output')
            'Import-Module AzIntegrationRuntime, AzIntegrationRuntime.Standalone'
            '$emulator = Start-AzIntegrationRuntimeEmulator 3>$null'
            ('$null = Invoke-RestMethod -SkipCertificateCheck -NoProxy -Method Post -Uri ' +
            '"$($emulator.Endpoint)/emulator/faults" -ContentType application/json -Body ' +
            '''{"path":"factories","delayMs":30000,"times":9}''')
            '$watch = [Diagnostics.Stopwatch]::StartNew()'
            ('try { "WAITING"; Get-AzDataFactoryV2; "NOT STOPPED" } finally { "STOPPED AFTER {0}" -f ' +
            '$watch.ElapsedMilliseconds | Out-Host }')
        )
        [IO.File]::WriteAllText($program, $lines -join "`n")
        # The terminal turns the character into an interrupt, as the keyboard does.
        $session = Invoke-Terminal "$shell -NoProfile -NoLogo -File $program" 'WAITING' ([char]3)
        $session.Text | Should -Match 'STOPPED AFTER (\d+)'
        $session.Text | Should -Not -Match 'NOT STOPPED'
        [int][regex]::Match($session.Text, 'STOPPED AFTER (\d+)').Groups[1].Value | Should -BeLessThan 5000
    }
}
