BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = Set-AzContext -Subscription $script:SecondSubscriptionId
}

AfterAll { Stop-TestEmulator }

Describe 'Register-AzResourceProvider' {
    It 'registers nothing with -WhatIf' {
        $before = Get-AzResourceProvider -ProviderNamespace Microsoft.Synapse
        $null = Invoke-Answered 'Register-AzResourceProvider -ProviderNamespace Microsoft.Synapse -WhatIf'
        (Get-AzResourceProvider -ProviderNamespace Microsoft.Synapse)[0].RegistrationState |
            Should -BeExactly $before[0].RegistrationState
    }

    It 'writes the provider, and the registration comes to its end' {
        $provider = Register-AzResourceProvider -ProviderNamespace Microsoft.Synapse
        $provider.ProviderNamespace | Should -BeExactly 'Microsoft.Synapse'
        $provider.RegistrationState | Should -BeIn 'Registering', 'Registered'
        (Get-AzResourceProvider -ProviderNamespace Microsoft.Synapse)[0].RegistrationState |
            Should -BeExactly 'Registered'
    }

    It 'says that one is missing' {
        (Get-Refusal { Register-AzResourceProvider -ProviderNamespace Microsoft.Nothing }).Exception.Message |
            Should -BeLike '*Microsoft.Nothing*'
    }
}
