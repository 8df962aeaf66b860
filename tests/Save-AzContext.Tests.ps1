BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $file = Join-Path $TestDrive 'contexts.json'
}

AfterAll { Stop-TestEmulator }

Describe 'Save-AzContext' {
    BeforeEach { Remove-Item $file -ErrorAction Ignore }

    It 'writes all contexts, without a credential' {
        $names = (Get-AzContext -ListAvailable).Name | Sort-Object
        Save-AzContext -Path $file | Should -BeNullOrEmpty
        $text = [IO.File]::ReadAllText($file)
        $saved = $text | ConvertFrom-Json
        $saved.current | Should -BeExactly (Get-AzContext).Name
        $saved.contexts.name | Sort-Object | Should -Be $names
        $text | Should -Not -Match 'sealed'
        $text | Should -Not -Match $script:OwnerSecret
    }

    It 'is for its owner alone' -Skip:($IsWindows -ne $false) {
        Save-AzContext -Path $file
        (Get-Item $file).UnixMode | Should -BeExactly '-rw-------'
    }

    It 'protects a credential that is saved on wish' {
        Save-AzContext -Path $file -WithCredential -WarningAction SilentlyContinue
        $text = [IO.File]::ReadAllText($file)
        $text | Should -Match 'sealed'
        $text | Should -Not -Match $script:OwnerSecret
    }

    It 'writes the context of a profile alone' {
        Connect-AzAccount | Save-AzContext -Path $file
        @(([IO.File]::ReadAllText($file) | ConvertFrom-Json).contexts).Count | Should -Be 1
    }

    It 'asks before it replaces a file' {
        Set-Content $file 'mine'
        $result = Invoke-Answered "Save-AzContext -Path '$file'" -Answer No
        $result.Asked | Should -HaveCount 1
        (Get-Content $file) | Should -BeExactly 'mine'
        Save-AzContext -Path $file -Force
        (Get-Content $file) | Should -Not -Contain 'mine'
    }

    It 'writes nothing with -WhatIf' {
        $null = Invoke-Answered "Save-AzContext -Path '$file' -WhatIf"
        $file | Should -Not -Exist
    }

    It 'says why a file cannot be written' {
        $nowhere = Join-Path $TestDrive 'none/contexts.json'
        (Get-Refusal { Save-AzContext -Path $nowhere }).Exception.Message |
            Should -BeLike "The contexts could not be saved to '*none*': *"
    }
}
