BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'Set-AzContext' {
    BeforeEach { $null = Connect-AzAccount }

    It 'selects a subscription by <By>' -ForEach @(
        @{ By = 'name'; With = @{ Subscription = 'Emulator Second' } }
        @{ By = 'id'; With = @{ SubscriptionId = '44444444-4444-4444-8444-444444444444' } }
        @{ By = 'the name older scripts use'; With = @{ SubscriptionName = 'emulator second' } }
    ) {
        $context = Set-AzContext @With
        $context.Subscription.Name | Should -BeExactly 'Emulator Second'
        (Get-AzContext).Subscription.Name | Should -BeExactly 'Emulator Second'
    }

    It 'is what Select-AzSubscription means' {
        (Select-AzSubscription -SubscriptionName 'Emulator Second').Subscription.Name |
            Should -BeExactly 'Emulator Second'
        (Get-Command Select-AzSubscription).ResolvedCommand.Name | Should -Be 'Set-AzContext'
    }

    It 'is what the following cmdlets use' {
        $null = Set-AzContext 'Emulator Second'
        $null = New-AzResourceGroup -Name rg-second -Location eastus
        (Get-AzResourceGroup rg-second).ResourceId | Should -BeLike "/subscriptions/$script:SecondSubscriptionId/*"
    }

    It 'takes a context, a subscription and a tenant, also from the pipeline' {
        $first = Get-AzContext
        (Get-AzSubscription -SubscriptionName 'Emulator Second' | Set-AzContext).Subscription.Name |
            Should -BeExactly 'Emulator Second'
        (Set-AzContext $first).Subscription.Name | Should -BeExactly 'Emulator'
        (Set-AzContext -TenantObject $first.Tenant).Tenant.Id | Should -Be $script:HomeTenant
    }

    It 'goes to another tenant' {
        (Set-AzContext -Subscription 'Emulator Other Tenant' -Tenant $script:OtherTenant).Tenant.Id |
            Should -Be $script:OtherTenant
        (Set-AzContext -Tenant $script:HomeTenant).Tenant.Id | Should -Be $script:HomeTenant
    }

    It 'says that there is no such subscription, and stays' {
        $record = Get-Refusal { Set-AzContext 'Nowhere' }
        $record.Exception.Message | Should -BeLike "Subscription 'Nowhere' was not found *"
        (Get-AzContext).Subscription.Name | Should -BeExactly 'Emulator'
    }

    It 'changes nothing with -WhatIf' {
        $null = Invoke-Answered "Set-AzContext 'Emulator Second' -WhatIf"
        (Get-AzContext).Subscription.Name | Should -BeExactly 'Emulator'
    }

    It 'leaves the current context alone where -DefaultProfile is given' {
        $first = Get-AzContext
        $null = Set-AzContext 'Emulator Second'
        $groups = Get-AzResourceGroup -DefaultProfile $first
        $groups.ResourceGroupName | Should -Contain 'rg'
        (Get-AzContext).Subscription.Name | Should -BeExactly 'Emulator Second'
        @(Get-AzResourceGroup -AzContext $first).ResourceGroupName | Should -Contain 'rg'
    }

    It 'asks before it takes the name of another context' {
        $null = Set-AzContext 'Emulator Second' -Name work
        $null = Set-AzContext 'Emulator'
        $result = Invoke-Answered "Set-AzContext 'Emulator' -Name work" -Answer 'No'
        $result.Asked | Should -Be "Are you sure you want to replace existing context 'work'?"
        $result.Captions | Should -Be "Overwrite existing context 'work'"
        (Get-AzContext -Name work).Subscription.Name | Should -BeExactly 'Emulator Second'
        $null = Set-AzContext 'Emulator' -Name work -Force
        (Get-AzContext -Name work).Subscription.Name | Should -BeExactly 'Emulator'
    }

    It 'notes down -ExtendedProperty with the context until another subscription is selected' {
        $property = New-Object 'System.Collections.Generic.Dictionary[string,string]'
        $property['Team'] = 'Blue'
        (Set-AzContext 'Emulator' -ExtendedProperty $property).ExtendedProperties['Team'] | Should -BeExactly 'Blue'
        (Get-AzContext).ExtendedProperties['Team'] | Should -BeExactly 'Blue'
        (Set-AzContext 'Emulator Second').ExtendedProperties.Count | Should -Be 0
    }
}
