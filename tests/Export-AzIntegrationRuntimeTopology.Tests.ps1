# The picture of a fleet in each form. What it shows, how it folds and what hostile names do is tried in
# native/core/tests/fleet_topology.rs and fleet_reports.rs.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = Invoke-Emulator POST '/emulator/seed' @{ fleet = @{
            subscriptions = 2; factories = 3; workspaces = 1; accounts = 1; runtimes = 2; nodes = 2; links = 1
            expiresInDays = @(300); statuses = @('Online', 'Online', 'Online', 'Offline')
        }
    }
    $folder = Join-Path ([IO.Path]::GetTempPath()) "azir-topology-tests-$PID"
    $null = New-Item -ItemType Directory -Path $folder -Force
}

AfterAll {
    Remove-Item -LiteralPath $folder -Recurse -Force
    Stop-TestEmulator
}

Describe 'Export-AzIntegrationRuntimeTopology' {
    It 'draws the whole fleet as SVG' {
        $path = Join-Path $folder 'fleet.svg'
        Export-AzIntegrationRuntimeTopology -Path $path -WarningVariable warnings | Should -BeNullOrEmpty
        $warnings | Should -BeNullOrEmpty
        $svg = [xml][IO.File]::ReadAllText($path)
        $svg.DocumentElement.LocalName | Should -BeExactly 'svg'
        $names = @(Select-Xml -Xml $svg -XPath '//*[local-name()="g"][@data-name]' |
                ForEach-Object { $_.Node.GetAttribute('data-name') })
        $names -like 'adf-fleet-*' | Should -HaveCount 6
        $names -like 'syn-fleet-*' | Should -HaveCount 2
        # A shared one that is offline, and lines to the shared ones.
        @(Select-Xml -Xml $svg -XPath '//*[starts-with(@class, "box error")]').Count | Should -BeGreaterThan 0
        @(Select-Xml -Xml $svg -XPath '//*[starts-with(@class, "link")]/*[local-name()="title"]').Count |
            Should -BeGreaterThan 1
    }

    It 'writes <Ending>, relative to the current location' -ForEach @(
        @{ Ending = 'html'; Begin = '<!DOCTYPE html>' }
        @{ Ending = 'mmd'; Begin = 'flowchart' }
        @{ Ending = 'md'; Begin = '# Integration runtimes on 20' }
        @{ Ending = 'dot'; Begin = 'digraph fleet {' }
    ) {
        Push-Location $folder
        try {
            Export-AzIntegrationRuntimeTopology "./picture.$Ending" -Service DataFactory
            $text = [IO.File]::ReadAllText((Join-Path $folder "picture.$Ending"))
            $text.StartsWith($Begin) | Should -BeTrue
            $text | Should -Match 'adf-fleet-'
            $text | Should -Not -Match 'syn-fleet-'
        } finally {
            Pop-Location
        }
    }

    It 'draws with the detail that is asked for' {
        $path = Join-Path $folder 'groups.mmd'
        Export-AzIntegrationRuntimeTopology $path -Detail ResourceGroup
        $text = [IO.File]::ReadAllText($path)
        $text | Should -Match 'rg-fleet'
        $text | Should -Not -Match 'adf-fleet'
    }

    It 'draws a snapshot without a request' {
        $snapshot = Join-Path $folder 'snapshot.json'
        $null = Test-AzIntegrationRuntimeFleet -Snapshot $snapshot -InformationAction Ignore
        Clear-SentRequest
        $path = Join-Path $folder 'snapshot.svg'
        Export-AzIntegrationRuntimeTopology $path -FromSnapshot $snapshot
        Get-SentRequest | Should -BeNullOrEmpty
        [IO.File]::ReadAllText($path) | Should -Match 'adf-fleet-'
    }

    It 'says what is wrong with a path before it reads anything: <Path>' -ForEach @(
        @{ Path = 'fleet.png'; Message = '*.svg, .html, .mmd*' }
        @{ Path = 'no/such/folder/fleet.svg'; Message = '*New-Item -ItemType Directory*' }
    ) {
        Clear-SentRequest
        { Export-AzIntegrationRuntimeTopology (Join-Path $folder $Path) -ErrorAction Stop } |
            Should -Throw $Message
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'replaces its own picture, through a link too, and no other file' {
        $path = Join-Path $folder 'own.svg'
        Export-AzIntegrationRuntimeTopology $path -Detail Broken
        Export-AzIntegrationRuntimeTopology $path -Detail Broken
        if ($IsLinux -or $IsMacOS) {
            $link = Join-Path $folder 'link.svg'
            $null = New-Item -ItemType SymbolicLink -Path $link -Target $path
            Export-AzIntegrationRuntimeTopology $link -Detail Broken
            (Get-Item -LiteralPath $link).LinkType | Should -BeExactly 'SymbolicLink'
        }
        Set-Content -LiteralPath $path '<svg>Of another program</svg>'
        { Export-AzIntegrationRuntimeTopology $path -ErrorAction Stop } |
            Should -Throw "*own.svg' of -Path is not a picture of a topology of this form as this module wrote it*"
        Get-Content -LiteralPath $path | Should -BeExactly '<svg>Of another program</svg>'
    }

    It 'refuses a file that is not a snapshot' {
        $other = Join-Path $folder 'other.json'
        Set-Content -LiteralPath $other '{"a": 1}'
        { Export-AzIntegrationRuntimeTopology (Join-Path $folder 'x.svg') -FromSnapshot $other -ErrorAction Stop } |
            Should -Throw "*other.json*"
    }

    It 'writes and reads nothing under -WhatIf' {
        Clear-SentRequest
        $path = Join-Path $folder 'never.svg'
        Export-AzIntegrationRuntimeTopology $path -WhatIf
        Test-Path -LiteralPath $path | Should -BeFalse
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'warns of an empty selection' {
        $path = Join-Path $folder 'empty.svg'
        Export-AzIntegrationRuntimeTopology $path -Location 'brazilsouth' -WarningVariable warnings `
            -WarningAction Ignore
        $warnings | Should -BeLike '*The picture is empty*'
        ([xml][IO.File]::ReadAllText($path)).DocumentElement.LocalName | Should -BeExactly 'svg'
    }
}

Describe 'Show-AzIntegrationRuntimeTopology' {
    It 'says where the page is when no browser can be opened' -Skip:($IsWindows -or $IsMacOS) {
        $screens = $env:DISPLAY, $env:WAYLAND_DISPLAY
        $env:DISPLAY = $null
        $env:WAYLAND_DISPLAY = $null
        try {
            Show-AzIntegrationRuntimeTopology -Service DataFactory -WarningVariable warnings -WarningAction Ignore
        } finally {
            $env:DISPLAY, $env:WAYLAND_DISPLAY = $screens
        }
        $found = [regex]::Match("$warnings", "The picture is in '([^']+\.html)'")
        $found.Success | Should -BeTrue -Because "$warnings"
        $path = $found.Groups[1].Value
        try {
            [IO.File]::ReadAllText($path) | Should -Match 'adf-fleet-'
        } finally {
            Remove-Item -LiteralPath $path
        }
    }
}
