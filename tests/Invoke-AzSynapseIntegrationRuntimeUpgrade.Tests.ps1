BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-up'
    $runtime = New-TestSynapseRuntime 'syn-up' 'ir-up'
    $key = $runtime | Get-AzSynapseIntegrationRuntimeKey
    $request = 'POST /workspaces/syn-up/integrationRuntimes/ir-up/upgrade'
    $call = 'Invoke-AzSynapseIntegrationRuntimeUpgrade -ResourceGroupName rg -WorkspaceName syn-up -Name ir-up'
}

AfterAll { Stop-TestEmulator }

Describe 'Invoke-AzSynapseIntegrationRuntimeUpgrade' {
    BeforeEach {
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName 'west-1' -Version '5.40.1.1'
        Clear-SentRequest
    }

    It 'upgrades the nodes with one request, without asking, and returns nothing' {
        ($runtime | Get-AzSynapseIntegrationRuntime -Status).VersionStatus | Should -Be 'UpdateAvailable'
        Clear-SentRequest
        $result = Invoke-Answered $call
        $result.Asked | Should -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be $request
        ($runtime | Get-AzSynapseIntegrationRuntime -Status).VersionStatus | Should -Be 'UpToDate'
    }

    It 'takes the alias of -Name, a workspace, an id and a runtime' {
        Invoke-AzSynapseIntegrationRuntimeUpgrade -WorkspaceName syn-up -IntegrationRuntimeName ir-up
        $workspace | Invoke-AzSynapseIntegrationRuntimeUpgrade -Name ir-up
        Invoke-AzSynapseIntegrationRuntimeUpgrade -ResourceId $runtime.Id
        $runtime | Invoke-AzSynapseIntegrationRuntimeUpgrade
        @(Get-SentRequest) -eq $request | Should -HaveCount 4
    }

    It 'asks with -Confirm, and sends nothing when the answer is no or with -WhatIf' {
        $result = Invoke-Answered "$call -Confirm" -Answer No
        $result.Asked[0] | Should -BeLike "*""Upgrading integration runtime 'ir-up'."" on target ""ir-up""."
        $result = Invoke-Answered "$call -WhatIf"
        $result.Written |
            Should -BeExactly ("What if: Performing the operation ""Upgrading integration runtime 'ir-up'."" on " +
                "target ""ir-up"".")
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'passes on what the service refuses, and goes on' {
        $null = Set-AzSynapseIntegrationRuntime -WorkspaceName syn-up -Name ir-azure -Type Managed
        foreach ($pair in @('ir-azure', 'BadRequest'), @('ir-none', 'NotFound')) {
            $result = Invoke-Answered ($call.Replace('ir-up', $pair[0]) + '; "went on"')
            $result.Output | Should -Be 'went on'
            Get-FiveLine $result.Errors[0] | Should -BeLike "HTTP Status Code: $($pair[1])`nError Code: $($pair[1])`n*"
        }
    }
}
