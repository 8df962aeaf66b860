BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzContext' {
    BeforeEach { $null = Connect-AzAccount }

    It 'gets who is signed in, where' {
        $context = Get-AzContext
        $context.PSObject.TypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext'
        $context.PSObject.Properties.Name[0..4] | Should -BeExactly 'Name', 'Account', 'Environment', 'Subscription', 'Tenant'
        $context.Account.Id | Should -Be $script:Owner
        $context.Subscription.Id | Should -Be $script:SubscriptionId
        $context.Subscription.PSObject.TypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.Profile.Models.PSAzureSubscription'
        $context.Tenant.Id | Should -Be $script:HomeTenant
        $context.Tenant.PSObject.TypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.Profile.Models.PSAzureTenant'
    }

    It 'lists all contexts' {
        @(Get-AzContext -ListAvailable).Subscription.Name | Sort-Object | Should -Contain 'Emulator Second'
    }

    It 'gets one by name' {
        $context = Get-AzContext
        (Get-AzContext -Name $context.Name).Name | Should -BeExactly $context.Name
        (Get-Refusal { Get-AzContext 'no such' }).Exception.Message |
            Should -BeExactly "There is no context 'no such'. Get-AzContext -ListAvailable shows the contexts."
    }

    It 'returns nothing when nobody is signed in' {
        $null = Disconnect-AzAccount
        Get-AzContext | Should -BeNullOrEmpty
    }
}
