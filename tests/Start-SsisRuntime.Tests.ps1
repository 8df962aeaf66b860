# examples/Start-SsisRuntime.ps1: one failure does not stop the others, and the exit code tells of it.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $path = Join-Path $script:Root 'examples/Start-SsisRuntime.ps1'
    $null = New-TestFactory adf
    $null = New-TestRuntime adf ir-1
    $ssis = @{ Type = 'Managed'; Location = 'eastus'; NodeSize = 'Standard_D2_v3'; NodeCount = 1 }
    foreach ($runtime in 'ir-ssis', 'ir-night') {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf $runtime @ssis -ErrorAction Stop
    }

    function Get-State {
        param([string]$Name)
        (Get-AzDataFactoryV2IntegrationRuntime rg adf $Name -Status).State
    }
}

AfterAll { Stop-TestEmulator }

Describe 'examples/Start-SsisRuntime.ps1' {
    BeforeEach {
        foreach ($runtime in 'ir-ssis', 'ir-night') {
            if ((Get-State $runtime) -eq 'Started') {
                Stop-AzDataFactoryV2IntegrationRuntime rg adf $runtime -Force -ErrorAction Stop
            }
        }
        Clear-Fault
        Clear-SentRequest
    }

    It 'starts the others when a name does not exist and a runtime is self-hosted' {
        $result = Invoke-Answered "try { & '$path' rg adf -Name nope, ir-1, ir-ssis } catch { `$_.Exception.Message }"
        $result.Output[0..2].Name | Should -Be 'nope', 'ir-1', 'ir-ssis'
        $result.Output[0].Problem | Should -BeLike '*nope*'
        $result.Output[1].Problem | Should -BeLike '*ir-1*'
        $result.Output[2].Problem | Should -BeNullOrEmpty
        $result.Output[2].State | Should -Be 'Started'
        $result.Output[3] |
            Should -BeExactly "2 of 3 integration runtimes in data factory 'adf' did not start: nope, ir-1."
        Get-State ir-ssis | Should -Be 'Started'
    }

    It 'ends a process with exit code <Exit> (-Name <Name>)' -ForEach @(
        @{ Name = 'ir-ssis'; Exit = 0 }
        @{ Name = 'nope,ir-ssis'; Exit = 1 }
    ) {
        # The process has an emulator of its own, with the same state.
        $script = Join-Path $TestDrive 'run.ps1'
        Set-Content -LiteralPath $script -Value @"
`$ErrorActionPreference = 'Stop'
Import-Module '$script:MainManifest', '$script:StandaloneManifest'
`$null = Start-AzIntegrationRuntimeEmulator -WarningAction Ignore
`$null = New-AzResourceGroup rg eastus
`$null = Set-AzDataFactoryV2 rg adf eastus
`$ssis = @{ Type = 'Managed'; Location = 'eastus'; NodeSize = 'Standard_D2_v3'; NodeCount = 1 }
`$null = Set-AzDataFactoryV2IntegrationRuntime rg adf ir-ssis @ssis
& '$path' rg adf -Name $Name
"@
        $output = & (Get-PwshPath) -NoProfile -NonInteractive -File $script *>&1
        $LASTEXITCODE | Should -Be $Exit -Because (($output -join "`n") -replace '\x1b\[[0-9;]*m')
    }

    It 'starts all Azure-SSIS runtimes without -Name, and can be run again' {
        foreach ($run in 1, 2) {
            $result = Invoke-Answered "& '$path' rg adf"
            $result.Thrown | Should -BeNullOrEmpty
            $result.Output.Name | Should -Be 'ir-night', 'ir-ssis'
            $result.Output.State | Should -Be 'Started', 'Started'
        }
        @(Get-SentRequest) -like 'POST */start' | Should -HaveCount 2
    }

    It 'starts the other when one start fails' {
        Add-Fault @{ method = 'POST'; path = '/integrationRuntimes/ir-night/start'; status = 400; times = 1 }
        $result = Invoke-Answered "& '$path' rg adf"
        $result.Thrown.Message | Should -BeLike '1 of 2 *: ir-night.'
        Get-State ir-ssis | Should -Be 'Started'
    }

    It 'starts nothing with -WhatIf, and that is not a failure' {
        $result = Invoke-Answered "& '$path' rg adf -WhatIf"
        $result.Thrown | Should -BeNullOrEmpty
        @(Get-SentRequest) -like 'POST */start' | Should -BeNullOrEmpty
    }

    It 'starts nothing at No' {
        $result = Invoke-Answered "& '$path' rg adf -Name ir-ssis -Confirm" -Answer No
        $result.Thrown | Should -BeNullOrEmpty
        @(Get-SentRequest) -like 'POST */start' | Should -BeNullOrEmpty
    }
}
