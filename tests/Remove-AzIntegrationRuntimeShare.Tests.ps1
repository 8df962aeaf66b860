BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    . $PSScriptRoot/fixtures/sharing.ps1
}

AfterAll { Stop-TestEmulator }

Describe 'Remove-AzIntegrationRuntimeShare' {
    BeforeEach {
        $shared = New-SharingScene -Factory 'adf-dev', 'adf-test'
        $null = $shared | New-AzIntegrationRuntimeShare -With 'adf-dev', 'adf-test' -ErrorAction Stop
        Clear-SentRequest
    }

    It 'takes link, linked runtime and role away, in this order' {
        $result = $shared | Remove-AzIntegrationRuntimeShare -With adf-dev -Force
        $result | Should -BeNullOrEmpty
        $writes = @(Get-SentRequest) -match '^(PUT|DELETE)|removeLinks'
        $writes[0] | Should -Be 'POST /factories/adf-hub/integrationRuntimes/ir-shared/removeLinks'
        $writes[1] | Should -Be 'DELETE /factories/adf-dev/integrationRuntimes/ir-shared'
        $writes[2] | Should -BeLike 'DELETE */roleAssignments/*'
        $writes | Should -HaveCount 3
        ($shared | Get-AzIntegrationRuntimeShare).DataFactoryName | Should -Be 'adf-test'
    }

    It 'takes shares from the pipeline and returns them with -PassThru' {
        $removed = $shared | Get-AzIntegrationRuntimeShare | Remove-AzIntegrationRuntimeShare -Force -PassThru
        $removed.Outcome | Should -Be 'Removed', 'Removed'
        $removed.Grant | Should -Be 'Removed', 'Removed'
        $shared | Get-AzIntegrationRuntimeShare | Should -BeNullOrEmpty
        # Again there is nothing, and that is no error.
        ($shared | Remove-AzIntegrationRuntimeShare -With adf-dev -Force -PassThru).Outcome | Should -Be 'Removed'
    }

    It 'asks, and the question names the linked services' {
        Set-TestLinkedService adf-dev lake ir-shared
        $command = "Remove-AzIntegrationRuntimeShare -ResourceId '$($shared.Id)' -With adf-dev"
        Clear-SentRequest
        $result = Invoke-Answered $command -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Asked[0] | Should -BeLike (
            "Linked service 'lake' of data factory 'adf-dev' connects through the linked integration runtime " +
            "'ir-shared' and will stop working.*Are you sure you want to stop sharing*")
        $result = Invoke-Answered "$command -WhatIf"
        "$($result.Written)" | Should -BeLike '*the link, the linked integration runtime*the role on the shared*'
        Get-SentRequest | Should -Not -BeLike 'DELETE*'
    }

    It 'says what stays where linked services are in the way, and completes it later' {
        Set-TestLinkedService adf-dev lake ir-shared
        $command = "Remove-AzIntegrationRuntimeShare -ResourceId '$($shared.Id)' -With adf-dev -Force -PassThru"
        $result = Invoke-Answered $command
        $result.Warnings | Should -BeLike "Linked service 'lake' of data factory 'adf-dev' connects*"
        $result.Output.Outcome | Should -Be 'PartlyRemoved'
        $result.Output.Error |
            Should -BeLike 'BadRequest: The document cannot be deleted since it is referenced by lake.'
        $result.Errors[0].Exception.Message | Should -BeLike '*Change their connectVia*'
        $null = Remove-AzDataFactoryV2LinkedService -ResourceGroupName rg -DataFactoryName adf-dev -Name lake -Force
        (Invoke-Answered $command).Output.Outcome | Should -Be 'Removed'
    }

    It 'wants to know with whom' {
        $records = Get-Refusal { $shared | Remove-AzIntegrationRuntimeShare -Force }
        $records[0].Exception.Message | Should -BeLike 'Say with -With which data factories*'
    }
}
