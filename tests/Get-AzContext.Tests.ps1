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
        $context.PSObject.Properties.Name[0..4] |
            Should -BeExactly 'Name', 'Account', 'Environment', 'Subscription', 'Tenant'
        $context.Account.Id | Should -Be $script:Owner
        $context.Subscription.Id | Should -Be $script:SubscriptionId
        $context.Subscription.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.Profile.Models.PSAzureSubscription'
        $context.Tenant.Id | Should -Be $script:HomeTenant
        $context.Tenant.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.Profile.Models.PSAzureTenant'
    }

    It 'lists all contexts' {
        @(Get-AzContext -ListAvailable).Subscription.Name | Sort-Object | Should -Contain 'Emulator Second'
    }

    It 'makes contexts for subscriptions that are new with -RefreshContextFromTokenCache' {
        Get-AzContext -ListAvailable | Where-Object { $_.Subscription.Name -eq 'Emulator Second' } | Remove-AzContext
        (Get-AzContext -ListAvailable).Subscription.Name | Should -Not -Contain 'Emulator Second'
        (Get-AzContext -ListAvailable -RefreshContextFromTokenCache).Subscription.Name |
            Should -Contain 'Emulator Second'
        (Get-AzContext).Subscription.Name | Should -BeExactly 'Emulator'
    }

    It 'gets the context that -DefaultProfile names' {
        $second = (Get-AzContext -ListAvailable | Where-Object { $_.Subscription.Name -eq 'Emulator Second' })
        (Get-AzContext -DefaultProfile $second).Name | Should -BeExactly $second.Name
    }

    It 'shows name, account, subscription, environment and tenant as a table' {
        $lines = @((Get-AzContext | Out-String -Width 300) -split '\r?\n' | Where-Object { $_ })
        $lines[0] -split '\s+' | Where-Object { $_ } |
            Should -Be 'Name', 'Account', 'SubscriptionName', 'Environment', 'TenantId'
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
