BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-rem'
    $where = @{ ResourceGroupName = 'rg'; WorkspaceName = 'syn-rem' }
    $call = 'Remove-AzSynapseIntegrationRuntime -ResourceGroupName rg -WorkspaceName syn-rem -Name ir-rem'
    $delete = 'DELETE /workspaces/syn-rem/integrationRuntimes/ir-rem'

    function Get-RuntimeName {
        @(Get-AzSynapseIntegrationRuntime @where | Where-Object Kind -NE 'AzureDefault' | ForEach-Object { $_.Name })
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Remove-AzSynapseIntegrationRuntime' {
    BeforeEach {
        $runtime = New-TestSynapseRuntime 'syn-rem' 'ir-rem'
        Clear-SentRequest
    }

    It 'always asks, and removes nothing when the answer is no' {
        $result = Invoke-Answered $call -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Asked[0] |
            Should -BeLike "*Are you sure you want to remove integration runtime 'ir-rem' in workspace 'syn-rem'?"
        Get-SentRequest | Should -Not -BeLike 'DELETE*'
    }

    It 'removes it when the answer is yes, follows the operation, and returns nothing' {
        $result = Invoke-Answered $call -Answer Yes
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        $sent = @(Get-SentRequest)
        $sent | Should -Contain $delete
        $sent[-1] | Should -BeLike 'GET /workspaces/syn-rem/operationResults/*'
        Get-RuntimeName | Should -BeNullOrEmpty
    }

    It 'does not ask with <With>' -ForEach @(@{ With = '-Force' }, @{ With = '-Confirm:$false' }) {
        $result = Invoke-Answered "$call $With"
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        Get-RuntimeName | Should -BeNullOrEmpty
    }

    It 'removes nothing with -WhatIf' {
        $result = Invoke-Answered "$call -WhatIf"
        "$($result.Written)" |
            Should -BeLike ("What if: Performing the operation ""Removing the integration runtime 'ir-rem' in the " +
                "workspace 'syn-rem'."" on target ""ir-rem"".")
        Get-SentRequest | Should -Not -BeLike 'DELETE*'
    }

    It 'takes <Name>' -ForEach @(
        @{ Name = 'the workspace''s name alone'
            Call = { Remove-AzSynapseIntegrationRuntime -WorkspaceName syn-rem -IntegrationRuntimeName ir-rem -Force } }
        @{ Name = 'a workspace'; Call = { $workspace | Remove-AzSynapseIntegrationRuntime -Name ir-rem -Force } }
        @{ Name = 'an id'; Call = { Remove-AzSynapseIntegrationRuntime -ResourceId $runtime.Id -Force } }
        @{ Name = 'a runtime'; Call = { $runtime | Remove-AzSynapseIntegrationRuntime -Force } }
    ) {
        & $Call
        Get-RuntimeName | Should -BeNullOrEmpty
    }

    It 'warns when there is nothing to remove' {
        $result = Invoke-Answered ($call.Replace('ir-rem', 'ir-none') + ' -Force')
        $result.Warnings | Should -BeExactly "Integration runtime 'ir-none' does not exist in the workspace 'syn-rem'."
        $result.Errors | Should -BeNullOrEmpty
    }

    It 'never removes the runtime that every workspace has, not even from a pipeline with -Force' {
        $records = Get-Refusal {
            $workspace | Get-AzSynapseIntegrationRuntime |
                Remove-AzSynapseIntegrationRuntime -Force -ErrorAction Continue
        }
        $records | Should -HaveCount 1
        $records[0].Exception.Message | Should -BeLike '*AutoResolveIntegrationRuntime*'
        Get-SentRequest | Should -Not -BeLike 'DELETE */AutoResolveIntegrationRuntime'
        Get-RuntimeName | Should -BeNullOrEmpty
    }

    It 'knows no links' {
        { Remove-AzSynapseIntegrationRuntime @where -Name ir-rem -LinkedDataFactoryName x -Force } |
            Should -Throw -ErrorId ('NamedParameterNotFound,' +
                'Microsoft.Azure.Commands.Synapse.RemoveAzureSynapseIntegrationRuntime')
    }
}
