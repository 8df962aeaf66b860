# examples/Get-RuntimeFleet.ps1 changes nothing, and writes its file only when it may.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory adf
    $key = New-TestRuntime adf ir-1 | Get-AzDataFactoryV2IntegrationRuntimeKey
    $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName node-1
    $example = Join-Path $script:Root 'examples/Get-RuntimeFleet.ps1'
    $file = Join-Path $TestDrive 'fleet.csv'
}

AfterAll { Stop-TestEmulator }

Describe 'examples/Get-RuntimeFleet.ps1' {
    BeforeEach { Clear-SentRequest }

    It 'writes no file with -WhatIf, and returns the rows' {
        $result = Invoke-Answered "& '$example' -Path '$file' -WhatIf"
        $result.Errors | Should -BeNullOrEmpty
        $result.Output.NodeName | Should -Be 'node-1'
        $result.Output.Findings | Should -Be 'AZIR203'
        Test-Path -LiteralPath $file | Should -BeFalse
    }

    It 'writes the file, also a second time, and no other request than reads' {
        foreach ($run in 1, 2) {
            $result = Invoke-Answered "& '$example' -Path '$file'"
            $result.Errors | Should -BeNullOrEmpty
        }
        (Import-Csv -LiteralPath $file).NodeName | Should -Be 'node-1'
        @(Get-SentRequest) -notmatch '^(GET .*|POST .*/getStatus)$' | Should -BeNullOrEmpty
    }
}
