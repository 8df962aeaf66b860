BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzSubscription' {
    It 'lists those of the tenants that the account belongs to' {
        (Get-AzSubscription).Name | Sort-Object | Should -Be 'Emulator', 'Emulator Second'
    }

    It 'gets one by id, by name and from the pipeline' {
        $one = Get-AzSubscription -SubscriptionId $script:SubscriptionId
        $one.Name | Should -BeExactly 'Emulator'
        $one.Id | Should -BeExactly $script:SubscriptionId
        $one.SubscriptionId | Should -BeExactly $script:SubscriptionId
        $one.TenantId | Should -BeExactly $script:HomeTenant
        $one.State | Should -BeExactly 'Enabled'
        $one.PSObject.TypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.Profile.Models.PSAzureSubscription'
        (Get-AzSubscription -SubscriptionName 'Emulator Second').Id | Should -BeExactly $script:SecondSubscriptionId
        ([pscustomobject]@{ SubscriptionId = $script:SubscriptionId } | Get-AzSubscription).Name |
            Should -BeExactly 'Emulator'
    }

    It 'lists those of a tenant' {
        (Get-AzSubscription -TenantId $script:OtherTenant).Name | Should -Be 'Emulator Other Tenant'
    }

    It 'shows as a table of name, id, tenant and state' {
        $lines = @((Get-AzSubscription | Out-String -Width 300) -split '\r?\n' | Where-Object { $_ })
        $lines[0] -split '\s+' | Where-Object { $_ -match '^[A-Z]' } | Should -Be 'Name', 'Id', 'TenantId', 'State'
    }

    It 'says that one is not there' {
        $record = Get-Refusal { Get-AzSubscription -SubscriptionName 'Nowhere' }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeLike "*Nowhere*"
    }

    It 'runs as a job' {
        $job = Get-AzSubscription -SubscriptionName 'Emulator' -AsJob
        $job | Should -BeOfType [System.Management.Automation.Job]
        ($job | Wait-Job -Timeout 30 | Receive-Job).Name | Should -BeExactly 'Emulator'
        $job | Remove-Job
    }
}
