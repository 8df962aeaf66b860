# The demonstration in examples/ does what it shows.

BeforeAll {
    . $PSScriptRoot/common.ps1
    $shell = Get-PwshPath
    $output = & $shell -NoProfile -NonInteractive `
        -File (Join-Path $script:Root 'examples/Share-IntegrationRuntime.ps1') *>&1
    $exit = $LASTEXITCODE
    $text = ($output -join "`n") -replace '\x1b\[[0-9;]*m', '' -replace '\r', ''
}

Describe 'examples/Share-IntegrationRuntime.ps1' {
    It 'ends well' {
        $exit | Should -Be 0 -Because $text
    }

    It 'shows the refusal before the grant, with the cure' {
        $text | Should -Match "(?s)Link before the grant.*Refused:.*New-AzRoleAssignment.*Integration runtimes in adf-linked-demo: 0"
    }

    It 'shows the status of the shared runtime through the linked one' {
        $text | Should -Match '(?m)^ +Type +: SelfHosted\(Linked\)$'
        $text | Should -Match '(?m)^ +OriginalIntegrationRuntimeName +: ir-shared$'
        $text | Should -Match '(?m)^ +State +: Online$'
    }

    It 'shows no whole key' {
        $text | Should -Match 'AuthKey1'
        $text | Should -Not -Match 'IR@[0-9a-f-]{36}@'
    }

    It 'draws who shares with whom, before and after the revocation' {
        $before, $after = $text -split '== Who shares with whom, after the revocation'
        $picture = ($before -split '== Who shares with whom')[-1]
        $picture | Should -Match 'Contributor'
        $picture | Should -Match '\| ir-shared: Online +\|<-+\| ir-linked: Online +\|'
        $after | Should -Match 'no grant'
        $after | Should -Match '\| ir-shared: Online +\| +\|'
        $after | Should -Not -Match '<--'
    }
}
