# The workflows of GitHub call only the build, with tasks and options that exist, so that each step can be repeated by
# hand. The forms and settings beside them are files that GitHub reads.

BeforeDiscovery {
    $folder = Join-Path (Split-Path $PSScriptRoot) '.github'
    $workflows = @(Get-ChildItem -LiteralPath (Join-Path $folder 'workflows') -File | ForEach-Object {
            @{ Name = $_.Name; Path = $_.FullName }
        })
    # A step of the workflow for Alpine, whose image has no bash.
    $allowed = 'apk add --no-cache bash build-base curl git icu-libs tar'
    $steps = @(foreach ($workflow in $workflows) {
            $number = 0
            foreach ($line in [IO.File]::ReadAllLines($workflow.Path)) {
                $number++
                if ($line -match '^\s*(- )?run: (.+)$' -and $Matches[2] -ne $allowed) {
                    @{ Name = $workflow.Name; Line = $number; Command = $Matches[2] }
                }
            }
        })
}

BeforeAll {
    $script:Root = Split-Path $PSScriptRoot
    $build = [Management.Automation.Language.Parser]::ParseFile(
        (Join-Path $script:Root 'build.ps1'), [ref]$null, [ref]$null).ParamBlock.Parameters
    $options = @($build | ForEach-Object { $_.Name.VariablePath.UserPath })
    $set = ($build | Where-Object { $_.Name.VariablePath.UserPath -eq 'Task' }).Attributes |
        Where-Object { $_.TypeName.Name -eq 'ValidateSet' }
    $tasks = @($set.PositionalArguments | ForEach-Object { $_.Value })
}

Describe '<Name>, line <Line>: <Command>' -ForEach $steps {
    It 'calls a task of the build with options that exist' {
        # An expression of GitHub stands for one word.
        $plain = $Command -replace '\$\{\{[^}]*\}\}', 'word'
        $plain | Should -Match '^(\./build\.ps1|(bash )?\./build\.sh)( |$)'
        $errors = $null
        $tree = [Management.Automation.Language.Parser]::ParseInput(
            ($plain -replace '^bash ' -replace 'build\.sh (\w+)', 'build.ps1 -Task $1'), [ref]$null, [ref]$errors)
        $errors | Should -BeNullOrEmpty
        $words = $tree.Find({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true).CommandElements
        $words[1].ParameterName | Should -BeExactly 'Task'
        $tasks | Should -Contain $words[2].Value
        $named = $words | Where-Object { $_ -is [Management.Automation.Language.CommandParameterAst] }
        $named.ParameterName | ForEach-Object { $options | Should -Contain $_ }
    }
}

Describe 'The workflow <Name>' -ForEach $workflows {
    BeforeAll {
        $lines = [IO.File]::ReadAllLines($Path)
        $text = $lines -join "`n"
    }

    It 'has no command outside the build, and no tabs' {
        # A block of commands has no command in its first line.
        $lines -match '^\s*(- )?run: *[|>]' | Should -BeNullOrEmpty
        $lines -match "`t" | Should -BeNullOrEmpty
        $lines | Where-Object Length -GT 120 | Should -BeNullOrEmpty
    }

    It 'gives its token no right but to read, unless a job names one' {
        $text | Should -Match '(?m)^permissions:\n  contents: read$'
    }

    It 'uses actions of a fixed major version, and a time limit in each job' {
        $uses = @($lines -match '^\s*- uses: ')
        $uses.Count | Should -BeGreaterThan 0
        $uses -notmatch 'uses: actions/[\w-]+@v\d+$' | Should -BeNullOrEmpty
        @($lines -match '^    runs-on: ').Count | Should -Be @($lines -match '^    timeout-minutes: ').Count
    }

    It 'names a secret in the environment of a step only, never in a command' {
        $lines -match 'secrets\.' -notmatch '^ {10}[A-Z_]+: \$\{\{ secrets\.\w+ \}\}$' | Should -BeNullOrEmpty
    }
}

Describe 'The release' {
    BeforeAll {
        $text = [IO.File]::ReadAllText((Join-Path $script:Root '.github/workflows/release.yml'))
        . (Join-Path $script:Root 'build/Pwsh.ps1')
        $module = [IO.File]::ReadAllText((Join-Path $script:Root 'build/Module.ps1'))
    }

    It 'builds each platform that the module looks for, but arm64 with musl' {
        $list = [regex]::Match($module, '(?s)\$script:Platforms = (.*?)\r?\n\$').Groups[1].Value
        $platforms = @([regex]::Matches($list, "'([\w-]+)'") | ForEach-Object { $_.Groups[1].Value })
        $platforms.Count | Should -Be 9
        foreach ($rid in $platforms | Where-Object { $_ -ne 'linux-musl-arm64' }) {
            $text | Should -Match "(rid|name): $rid[ ,`n]"
        }
    }

    It 'publishes nothing without an approval' {
        $text | Should -Match '(?s)publish:\n    needs: draft\n.*?\n    environment: release\n'
    }
}

Describe 'The other files for GitHub' {
    It 'have <_>' -ForEach @(
        '.github/dependabot.yml', '.github/ISSUE_TEMPLATE/bug.yml', '.github/ISSUE_TEMPLATE/feature.yml'
        '.github/PULL_REQUEST_TEMPLATE.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md', '.editorconfig'
        '.devcontainer/devcontainer.json'
    ) {
        $path = Join-Path $script:Root $_
        $path | Should -Exist
        [IO.File]::ReadAllText($path) | Should -Not -Match "`t"
    }

    It 'send a vulnerability to the private report' {
        foreach ($name in '.github/ISSUE_TEMPLATE/bug.yml', '.github/PULL_REQUEST_TEMPLATE.md') {
            [IO.File]::ReadAllText((Join-Path $script:Root $name)) | Should -Match 'SECURITY\.md'
        }
    }
}
