# The long tests of tests/soak/ at a tenth of their size, each in a process of its own; build.sh Soak has them whole.

BeforeAll {
    . $PSScriptRoot/common.ps1

    function Invoke-SoakTest {
        param([string]$Name, [string[]]$Words)

        $words = @('-NoLogo', '-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/soak/$Name.ps1") + $Words
        & (Get-PwshPath) @words 2>&1 | Out-String
    }
}

Describe 'Many at once' {
    It 'loses no update of a hundred writers from processes and runspaces' {
        Invoke-SoakTest Test-Writer '-Processes', '2', '-Runspaces', '10', '-Writes', '5' |
            Should -Match '(?m)^Passed\s*:\s*True'
    }

    It 'keeps the contexts of five processes' {
        Invoke-SoakTest Test-SavedContext '-Processes', '5' | Should -Match '(?m)^Passed\s*:\s*True'
    }

    It 'leaves no operation open when a hundred jobs are stopped at once' {
        Invoke-SoakTest Test-Job '-Jobs', '100' | Should -Match '(?m)^Passed\s*:\s*True'
    }

    It 'holds after three simulated hours what it held after one' {
        Invoke-SoakTest Test-Day '-Hours', '3' | Should -Match '(?m)^Passed\s*:\s*True'
    }
}
