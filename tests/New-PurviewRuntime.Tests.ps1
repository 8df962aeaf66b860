# The walk-through of the article "Create and manage a self-hosted integration runtime" of Purview: the script in
# examples/ does what it shows.

BeforeAll {
    . $PSScriptRoot/common.ps1
    $shell = Get-PwshPath
    $output = & $shell -NoProfile -NonInteractive -File (Join-Path $script:Root 'examples/New-PurviewRuntime.ps1') *>&1
    $exit = $LASTEXITCODE
    $text = ($output -join "`n") -replace '\x1b\[[0-9;]*m', '' -replace '\r', ''
    # By the beginnings of the titles of the steps.
    $steps = [regex]::Split($text, '(?m)^== \d+\. ')

    function Get-Step {
        param([string]$Title)
        @($steps -like "$Title*")[0]
    }
}

Describe 'examples/New-PurviewRuntime.ps1' {
    It 'succeeds' {
        $exit | Should -Be 0 -Because $text
    }

    It 'names the domains of the article with the account''s own storage account and event hub' {
        $account = Get-Step 'Find the Purview account'
        $storage = [regex]::Match($account, 'ManagedStorageAccount +: (\S+)').Groups[1].Value
        $hub = [regex]::Match($account, 'ManagedEventHubNamespace +: (\S+)').Groups[1].Value
        $storage | Should -Not -BeNullOrEmpty
        $lines = (Get-Step 'What the machine has to reach') -split "`n" | ForEach-Object { $_.Trim() }
        foreach ($domain in "$hub.servicebus.windows.net", "$storage.core.windows.net",
            "$storage.queue.core.windows.net", '*.frontend.clouddatahub.net') {
            $lines | Should -Contain $domain
        }
    }

    It 'creates it, registers a machine, and shows it online' {
        Get-Step 'Create the self-hosted' | Should -Match '(?m)^ +Type +: SelfHosted$'
        Get-Step 'How is it doing?' | Should -Match '(?m)^ +State +: Online$'
        Get-Step 'And its nodes?' | Should -Match 'west-1 +Online'
    }

    It 'shows what an edit changes, and edits' {
        Get-Step 'What would another' |
            Should -Match "Description: 'Runs in the west office' -> 'Runs in the north office'"
        Get-Step 'Edit the description' | Should -Match '(?m)^ +Description +: Runs in the north office$'
    }

    It 'regenerates one key' {
        Get-Step 'Regenerate a key' | Should -Match '(?m)^ +IR@\S+\.\.\. *$'
    }

    It 'shows no whole key' {
        $text | Should -Match 'AuthKey1'
        $text | Should -Not -Match 'IR@[0-9a-f-]{36}@'
    }

    It 'deletes it' {
        Get-Step 'List the integration runtimes' | Should -Match 'MyIntegrationRuntime +SelfHosted +Online'
        $text | Should -Match 'that are left: 0'
    }
}

Describe 'examples/New-PurviewRuntime.ps1 where an emulator runs' {
    BeforeAll {
        Start-TestEmulator
        $path = Join-Path $script:Root 'examples/New-PurviewRuntime.ps1'
        $null = New-TestPurviewRuntime purview-emulator ir-mine
    }

    BeforeEach { Clear-SentRequest }

    AfterEach {
        (Get-AzIntegrationRuntimeEmulator).Endpoint | Should -Be $global:TestEmulator.Endpoint
        @(Get-AzPurviewIntegrationRuntime -AccountName purview-emulator).Name | Should -Be 'ir-mine'
    }

    AfterAll { Stop-TestEmulator }

    It 'uses it, and can be run again' {
        foreach ($run in 1, 2) {
            $result = Invoke-Answered "& '$path'"
            $result.Thrown | Should -BeNullOrEmpty
            $result.Errors | Should -BeNullOrEmpty
        }
    }

    It 'ends before any change when the runtime exists' {
        (Invoke-Answered "& '$path' -Name ir-mine").Thrown.Message |
            Should -BeLike "Integration runtime 'ir-mine' exists in *"
        @(Get-ScanRequest) -notlike 'GET *' | Should -BeNullOrEmpty
    }

    It 'stops at No, before any change' {
        (Invoke-Answered "& '$path' -Confirm" -Answer No).Asked | Should -HaveCount 1
        Get-ScanRequest | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf' {
        (Invoke-Answered "& '$path' -WhatIf").Errors | Should -BeNullOrEmpty
        Get-ScanRequest | Should -BeNullOrEmpty
    }

    It 'removes the runtime when a later step fails' {
        Add-Fault @{ method = 'POST'; path = ':regenerateAuthKey'; status = 400; times = 1 }
        (Invoke-Answered "& '$path'").Thrown | Should -Not -BeNullOrEmpty
    }
}
