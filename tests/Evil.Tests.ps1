# A server that answers as no service should, behind real cmdlets: each misbehaviour has its text, its time and, on
# Linux, which tells the most that a process had, its memory.

BeforeDiscovery {
    # The environment variable allows two seconds of silence, so an answer as a whole has six. The seconds of a row are
    # those of an idle machine; what a call takes on this one comes on top.
    $proxies = 'Something between this computer and Azure may have changed it: check proxies, then try again.'
    $silent = 'ENDPOINT took the GET and did not answer within 2 seconds. Check the network and the proxy ' +
        '($env:HTTPS_PROXY). Try again.'
    $redirected = 'The service answered with a redirection (HTTP status {0}). It was not followed and no token was ' +
        'sent there. A proxy or a sign-in page of the network may stand in between: check it, then try again.'
    $answers = @(
        @{ Mode = 'dribble'; Seconds = 10; Text = 'ENDPOINT took the GET and did not complete its answer within 6 ' +
            'seconds. Check the network and the proxy ($env:HTTPS_PROXY). Try again.' }
        @{ Mode = 'head'; Seconds = 10; Text = $silent }
        @{ Mode = 'silence'; Seconds = 10; Text = $silent }
        @{ Mode = 'html'; Seconds = 6; MiB = 160; Text = 'The answer of the service is not JSON (HTTP status ' +
                "200, 1048576 bytes, expected value at line 1 column 1). $proxies" }
        @{ Mode = 'bomb'; Seconds = 6; MiB = 160; Text = 'The answer of ENDPOINT to GET is larger than 32 MiB and ' +
                "was not read further. $proxies" }
        @{ Mode = 'switch'; Seconds = 3; Text = 'The service answered with HTTP status 101, which announces ' +
                "something else and is no answer. $proxies" }
        @{ Mode = 'cut-list'; Seconds = 3; Text = 'The answer of the service is not JSON (HTTP status 200, 21 bytes, ' +
                "EOF while parsing a string at line 1 column 21). $proxies" }
        @{ Mode = 'short'; Seconds = 3; Text = 'The answer of the service is not JSON (HTTP status 200, 10 bytes, ' +
                "EOF while parsing a string at line 1 column 10). $proxies" }
        @{ Mode = 'nested'; Seconds = 3; Text = 'The answer of the service is not JSON (HTTP status 200, 1000000 ' +
                "bytes, recursion limit exceeded at line 1 column 128). $proxies" }
        @{ Mode = 'list'; Seconds = 3; Text = "The answer of the service is JSON but no resource: it has no 'name' " +
                "(HTTP status 200). $proxies" }
        @{ Mode = 'nothing'; Seconds = 3; Text = 'The answer of the service is JSON but no resource: it has no ' +
                "'name' (HTTP status 200). $proxies" }
        foreach ($status in 301, 302, 303, 307, 308) {
            @{ Mode = "redirect-$status"; Seconds = 3; Text = $redirected -f $status }
        }
    )
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    Reset-TestProcess

    $program = $env:AZIR_EVIL
    if (-not $program) {
        $program = @(Get-Item -Path (Join-Path $script:Root 'target/debug/examples/azir-evil*') -ErrorAction Ignore `
                -Include azir-evil, azir-evil.exe).FullName | Select-Object -First 1
    }
    if (-not $program) {
        throw 'The server is not built. Run: cargo build --locked -p azir-emulator --example azir-evil'
    }
    $authority = Join-Path ([IO.Path]::GetTempPath()) "azir-evil-$PID.pem"
    $start = New-StartInfo $program $authority
    $start.RedirectStandardInput = $true
    $evil = [Diagnostics.Process]::Start($start)
    $endpoint = ($evil.StandardOutput.ReadLine() | ConvertFrom-Json).endpoint

    $saved = @{ SSL_CERT_FILE = $env:SSL_CERT_FILE; AZIR_TIMEOUT = $env:AZIR_TIMEOUT }
    $env:SSL_CERT_FILE = $authority
    $env:AZIR_TIMEOUT = '2'
    $null = Add-AzEnvironment -Name Evil -ResourceManagerEndpoint $endpoint -ActiveDirectoryEndpoint $endpoint `
        -ActiveDirectoryServiceEndpointResourceId $endpoint
    # A token that says its tenant and nothing else.
    $token = 'eyJhbGciOiJub25lIn0.eyJ0aWQiOiIxMTExMTExMS0xMTExLTQxMTEtODExMS0xMTExMTExMTExMTEifQ.x'
    $null = Connect-AzAccount -Environment Evil -AccessToken $token -AccountId me -ErrorAction Stop

    # What one answer may cost: PowerShell's own collection of memory takes some of it.
    $most = 64

    function Get-Memory {
        # A line of the system's account of this process, in MiB.
        param([string]$Name)

        $line = @(Get-Content -LiteralPath /proc/self/status) -match "^${Name}:"
        [int]($line[0] -replace '\D') / 1024
    }

    function Get-Told {
        # What a command fails with, how long that takes, and by how much the memory of the process grew meanwhile: the
        # endpoint and the time of the text are left out.
        param([scriptblock]$Command)

        $held = 0
        if ($IsLinux) {
            [GC]::Collect()
            # The most that the process had begins anew.
            [IO.File]::WriteAllText('/proc/self/clear_refs', '5')
            $held = Get-Memory VmRSS
        }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $record = Get-Refusal $Command
        [pscustomobject]@{
            Text    = ($record.Exception.Message -replace [regex]::Escape($endpoint), 'ENDPOINT') -replace
                '(?<=Timestamp \(Utc\):).*$', 'NOW'
            Seconds = $watch.Elapsed.TotalSeconds
            MiB     = if ($IsLinux) { (Get-Memory VmHWM) - $held } else { 0 }
            Record  = $record
        }
    }

    $slack = 20 * (@(1..5 | ForEach-Object {
                (Measure-Command { Get-AzDataFactoryV2IntegrationRuntime rg good ir-a }).TotalSeconds
            }) | Measure-Object -Maximum).Maximum
}

AfterAll {
    foreach ($name in $saved.Keys) { Set-Item -Path "Env:$name" -Value $saved[$name] }
    $evil.StandardInput.Close()
    $null = $evil.WaitForExit(5000)
    Remove-Item -LiteralPath $authority -ErrorAction Ignore
    Reset-TestProcess
}

Describe 'An answer that no service gives' {
    It '<Mode> is told in words, in time' -ForEach $answers {
        $told = Get-Told { Get-AzDataFactoryV2IntegrationRuntime rg $Mode ir-a }
        $told.Text | Should -BeExactly $Text
        $told.Seconds | Should -BeLessThan ($slack + $Seconds)
        $told.MiB | Should -BeLessThan $(if ($_['MiB']) { $_['MiB'] } else { $most })
    }

    It 'with a broken connection is told after the repetitions' {
        $told = Get-Told { Get-AzDataFactoryV2IntegrationRuntime rg cut ir-a }
        $told.Text | Should -BeLike ('The connection to ENDPOINT broke before the answer to GET was complete: *. ' +
            'Try again.')
        $told.Seconds | Should -BeLessThan ($slack + 10)
    }

    It 'with two lengths makes no object of nulls' {
        $told = Get-Told { Get-AzDataFactoryV2IntegrationRuntime rg lengths ir-a }
        $told.Text | Should -BeLike ('The answer of ENDPOINT to GET says its length in two ways (Content-Length and ' +
            'Transfer-Encoding) and was not read. *')
    }

    It 'that is a list is no resource' {
        $told = Get-Told { Get-AzDataFactoryV2IntegrationRuntime rg array ir-a }
        $told.Text | Should -BeLike 'The answer of the service is JSON but no resource (HTTP status 200, * bytes). *'
    }

    It 'with a number that is none is not JSON' {
        $told = Get-Told { Get-AzDataFactoryV2IntegrationRuntime rg numbers ir-a }
        $told.Text | Should -BeLike ('The answer of the service is not JSON (HTTP status 200, * bytes, number out of ' +
            'range *')
    }

    It 'with a byte order mark is read' {
        (Get-AzDataFactoryV2IntegrationRuntime rg mark ir-a).Name | Should -BeExactly 'ir-a'
    }

    It 'without a key is no key' {
        $told = Get-Told { Get-AzDataFactoryV2IntegrationRuntimeKey rg list ir-a }
        $told.Text | Should -BeLike "The service's answer has no authentication key.*"
    }

    It 'to a list that has no end and no members ends' {
        $told = Get-Told { Get-AzDataFactoryV2IntegrationRuntime rg pages }
        $told.Text | Should -BeExactly ("The service's list had 100 pages in a row without members and says that " +
            'there are more. It was not read further. Try again; if the error persists, the service has changed.')
        $told.Seconds | Should -BeLessThan ($slack + 15)
    }

    It 'in completion is silent, and in time' {
        foreach ($mode in 'cut-list', 'silence', 'html') {
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $line = "Get-AzDataFactoryV2IntegrationRuntime rg $mode "
            $found = [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)
            $watch.Elapsed.TotalSeconds | Should -BeLessThan ($slack + 3)
            @($found.CompletionMatches.ListItemText | Where-Object { $_ }) | Should -BeNullOrEmpty
        }
        $line = 'Get-AzDataFactoryV2IntegrationRuntime rg list '
        $found = [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)
        $found.CompletionMatches.ListItemText | Should -Contain 'list'
    }
}

Describe 'A refusal that no service gives' {
    BeforeAll {
        # An ellipsis.
        $dots = [char]0x2026
    }

    It 'shows control characters as text' {
        $told = Get-Told { Get-AzDataFactoryV2IntegrationRuntime rg control ir-a }
        $told.Text | Should -BeExactly ("HTTP Status Code: BadRequest`nError Code: Odd`nError Message: " +
            "\u001b[2J\u001b]0;owned\u0007No.`nRequest Id: `nTimestamp (Utc):NOW")
    }

    It 'of any length is cut' {
        $told = Get-Told { Get-AzDataFactoryV2IntegrationRuntime rg long ir-a }
        $told.Text | Should -BeExactly ("HTTP Status Code: BadRequest`nError Code: $('C' * 200) $dots (cut here, " +
            "299800 more characters)`nError Message: $('m' * 4000) $dots (cut here, 296000 more characters)`n" +
            "Request Id: `nTimestamp (Utc):NOW")
        $told.Record.Exception.Data['ServiceCode'].Length | Should -BeLessThan 300
    }

    It 'of 50 MB is read in part' {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        # A new key is not asked for again: the time is that of one answer.
        $told = Get-Told { New-AzDataFactoryV2IntegrationRuntimeKey rg html-error ir-a -KeyName AuthKey1 -Force }
        $told.Text | Should -BeLike ("HTTP Status Code: BadGateway`nError Code: BadGateway`nError Message: <html>*" +
            " $dots (cut here, 1044576 more characters)*")
        $watch.Elapsed.TotalSeconds | Should -BeLessThan ($slack + 6)
    }

    It 'that asks to come back in 31 years is left to the user' {
        $told = Get-Told { Get-AzDataFactoryV2IntegrationRuntime rg later ir-a }
        $told.Text | Should -BeLike ("HTTP Status Code: TooManyRequests`nError Code: TooManyRequests`nError Message: " +
            'Later.*')
        $told.Seconds | Should -BeLessThan ($slack + 3)
    }
}

Describe 'An operation that no service has' {
    It 'and that answers nonsense ends the wait' {
        $told = Get-Told { Start-AzDataFactoryV2IntegrationRuntime rg nonsense ir-a -Force }
        $told.Text | Should -BeExactly ('10 answers in a row about the operation had no status, so the wait ended; ' +
            'the operation may go on in Azure. Its status is at ENDPOINT/operation/nonsense. Wait again with ' +
            "Wait-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg' -DataFactoryName 'nonsense' -Name 'ir-a'.")
        $told.Seconds | Should -BeLessThan ($slack + 20)
    }

    It 'and that asks for a pause of 31 years ends the wait' {
        $told = Get-Told { Start-AzDataFactoryV2IntegrationRuntime rg pause ir-a -Force }
        $told.Text | Should -BeExactly ('The service wants to be asked about the operation again after 1000000000 ' +
            'seconds, which is left to you: the wait ended, and the operation goes on in Azure. Its status is at ' +
            'ENDPOINT/operation/pause. Wait again with Wait-AzDataFactoryV2IntegrationRuntime -ResourceGroupName ' +
            "'rg' -DataFactoryName 'pause' -Name 'ir-a'.")
        $told.Seconds | Should -BeLessThan ($slack + 3)
    }
}

Describe 'A sign-in that no service gives' {
    BeforeAll {
        $credential = New-Object PSCredential 'app', (ConvertTo-SecureString 'planted' -AsPlainText -Force)
    }

    It 'with a token for ever is refused' {
        $told = Get-Told {
            Connect-AzAccount -Environment Evil -ServicePrincipal -Credential $credential -Tenant lifetime.test
        }
        $told.Text | Should -BeExactly ("The sign-in's answer from ENDPOINT says that the token is valid for " +
            '9223372036854775807 seconds, which no token is. Something between this computer and Azure may have ' +
            'changed it: check proxies, then try again.')
    }

    It 'with control characters shows them as text' {
        $told = Get-Told {
            Connect-AzAccount -Environment Evil -ServicePrincipal -Credential $credential -Tenant control.test
        }
        $told.Text | Should -BeLike ("Signing in application 'app' to tenant 'control.test' failed: AADSTS1: " +
            '\u001b`[2J\u001b`]0;owned\u0007No.*')
    }

    It 'that is silent is told in time' {
        $told = Get-Told {
            Connect-AzAccount -Environment Evil -ServicePrincipal -Credential $credential -Tenant silence.test
        }
        $told.Text | Should -BeExactly ('ENDPOINT took the POST and did not answer within 2 seconds. Check the ' +
            'network and the proxy ($env:HTTPS_PROXY). Try again.')
        $told.Seconds | Should -BeLessThan ($slack + 6)
    }
}

Describe '$env:AZIR_TIMEOUT' {
    It 'that is no number of seconds is told by its name' {
        $env:AZIR_TIMEOUT = 'soon'
        try {
            $told = Get-Told { Get-AzDataFactoryV2IntegrationRuntime rg any ir-a }
        } finally {
            $env:AZIR_TIMEOUT = '2'
        }
        $told.Text | Should -BeLike ("`$env:AZIR_TIMEOUT is 'soon'. It is the number of seconds for which a service " +
            'may stay silent, from 1 to 3600: correct it, or remove it with Remove-Item Env:AZIR_TIMEOUT.*')
    }
}

Describe 'A view' {
    It 'shows control characters of a description as text, and the object keeps them' {
        $runtime = Get-AzDataFactoryV2IntegrationRuntime rg described ir-a
        $runtime.Description | Should -BeExactly "$([char]27)[2J$([char]27)]0;owned$([char]7)d"
        $list = $runtime | Format-List | Out-String
        $list | Should -Match ([regex]::Escape('\u001b[2J\u001b]0;owned\u0007d'))
        foreach ($text in ($runtime | Out-String), ($runtime, $runtime | Out-String), $list) {
            $text | Should -Not -Match "$([char]27)\[2J|$([char]27)\]0|$([char]7)"
        }
    }
}
