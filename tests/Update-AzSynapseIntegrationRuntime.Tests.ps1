BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-upd'
    $runtime = New-TestSynapseRuntime 'syn-upd' 'ir-upd'
    $path = '/workspaces/syn-upd/integrationRuntimes/ir-upd'
    $where = @{ ResourceGroupName = 'rg'; WorkspaceName = 'syn-upd'; IntegrationRuntimeName = 'ir-upd' }
    $call = 'Update-AzSynapseIntegrationRuntime -ResourceGroupName rg -WorkspaceName syn-upd ' +
        '-IntegrationRuntimeName ir-upd -AutoUpdate Off'
}

AfterAll { Stop-TestEmulator }

Describe 'Update-AzSynapseIntegrationRuntime' {
    BeforeEach { Clear-SentRequest }

    It 'sends what was asked, the offset in quotes of its own, and returns the plain runtime' {
        $updated = Update-AzSynapseIntegrationRuntime @where -AutoUpdate off -AutoUpdateDelayOffset '03:00:00'
        $updated.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntime'
        $updated.Name | Should -BeExactly 'ir-upd'
        Get-SentRequest | Should -Be "GET $path", "PATCH $path"
        $body = Get-SentBody PATCH
        @($body.PSObject.Properties.Name) | Should -BeExactly 'autoUpdate', 'updateDelayOffset'
        $body.autoUpdate | Should -BeExactly 'off'
        $body.updateDelayOffset | Should -BeExactly '"PT3H"'
        $status = $runtime | Get-AzSynapseIntegrationRuntime -Status
        $status.AutoUpdate | Should -Be 'Off'
        $status.UpdateDelayOffset | Should -Be ([timespan]'03:00:00')
    }

    It 'names the runtime -IntegrationRuntimeName and nothing else' {
        { Update-AzSynapseIntegrationRuntime -WorkspaceName syn-upd -Name ir-upd -AutoUpdate On } |
            Should -Throw -ErrorId ('NamedParameterNotFound,' +
                'Microsoft.Azure.Commands.Synapse.UpdateAzureSynapseIntegrationRuntime')
    }

    It 'takes a workspace, an id and a runtime' {
        ($workspace | Update-AzSynapseIntegrationRuntime -IntegrationRuntimeName ir-upd -AutoUpdate On).Name |
            Should -BeExactly 'ir-upd'
        (Update-AzSynapseIntegrationRuntime -ResourceId $runtime.Id -AutoUpdate On).Name | Should -BeExactly 'ir-upd'
        ($runtime | Update-AzSynapseIntegrationRuntime -AutoUpdate On).Name | Should -BeExactly 'ir-upd'
    }

    It 'refuses to do nothing, before any request' {
        (Get-Refusal { Update-AzSynapseIntegrationRuntime @where }).Exception.Message |
            Should -BeExactly 'No valid parameters.'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'never asks by itself, asks with -Confirm, and reads and does no more with -WhatIf' {
        (Invoke-Answered $call.Replace('Off', 'On')).Asked | Should -BeNullOrEmpty
        Clear-SentRequest
        $result = Invoke-Answered "$call -Confirm" -Answer No
        $result.Asked[0] |
            Should -BeLike "*""Updating integration runtime 'ir-upd' in workspace 'syn-upd'."" on target ""ir-upd""."
        $result = Invoke-Answered "$call -WhatIf"
        "$($result.Written)" |
            Should -BeLike ("*What if: Performing the operation ""Updating integration runtime 'ir-upd' in " +
                "workspace 'syn-upd'."" on target ""ir-upd"".")
        Get-SentRequest | Should -Be "GET $path", "GET $path"
    }

    It 'refuses a managed runtime in the words of upstream' {
        $null = Set-AzSynapseIntegrationRuntime -WorkspaceName syn-upd -Name ir-azure -Type Managed
        $records = Get-Refusal {
            $workspace | Update-AzSynapseIntegrationRuntime -IntegrationRuntimeName ir-azure -AutoUpdate On
        }
        $records[0].Exception.Message | Should -BeExactly 'The resource is not a valid self-hosted integration runtime.'
        Get-SentRequest | Should -Not -BeLike 'PATCH*'
    }

    It 'reports a missing runtime with -WhatIf too' {
        $result = Invoke-Answered ($call.Replace('ir-upd', 'ir-none') + ' -WhatIf; "went on"')
        $result.Output | Should -Be 'went on'
        Get-FiveLine $result.Errors[0] | Should -BeLike "HTTP Status Code: NotFound`nError Code: NotFound`n*"
        $result.Errors[0].FullyQualifiedErrorId |
            Should -BeExactly 'Microsoft.Azure.Commands.Synapse.UpdateAzureSynapseIntegrationRuntime'
    }
}
