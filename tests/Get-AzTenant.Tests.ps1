BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzTenant' {
    It 'gets the tenants that the account sees' {
        $tenant = Get-AzTenant
        $tenant.PSObject.TypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.Profile.Models.PSAzureTenant'
        $tenant.Id | Should -Be $script:HomeTenant
        $tenant.TenantId | Should -Be $script:HomeTenant
        $tenant.Name | Should -BeExactly 'Emulator Home'
        $tenant.TenantCategory | Should -BeExactly 'Home'
        $tenant.Domains.GetType() | Should -Be ([string[]])
        $tenant.DefaultDomain | Should -BeExactly $tenant.Domains[0]
    }

    It 'gets one by <By>' -ForEach @(
        @{ By = 'id'; Tenant = '11111111-1111-4111-8111-111111111111' },
        @{ By = 'domain'; Tenant = 'HOME.azir.example' }
    ) {
        (Get-AzTenant $Tenant).Id | Should -Be $script:HomeTenant
        (Get-AzTenant -Domain $Tenant).Id | Should -Be $script:HomeTenant
        ([pscustomobject]@{ TenantId = $Tenant } | Get-AzTenant).Id | Should -Be $script:HomeTenant
    }

    It 'returns nothing for a tenant that the account does not see' {
        $result = Invoke-Answered "Get-AzTenant -TenantId $script:OtherTenant -Verbose"
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        $result.Verbose | Should -Contain "Account '$script:Owner' sees no tenant '$script:OtherTenant'."
    }

    It 'shows id, name, category and domains as a table' {
        $lines = @((Get-AzTenant | Out-String -Width 200) -split '\r?\n' | Where-Object { $_ })
        $lines[0] -split '\s+' | Should -Be 'Id', 'Name', 'Category', 'Domains'
        $lines[2] | Should -Match "^$script:HomeTenant\s+Emulator Home\s+Home\s+\{home\.azir\.example\}"
    }

    It 'gives what Set-AzContext takes' {
        (Get-AzTenant | Set-AzContext).Tenant.Id | Should -Be $script:HomeTenant
    }

    It 'is what Get-AzDomain means' {
        (Get-Command Get-AzDomain).ResolvedCommand.Name | Should -Be 'Get-AzTenant'
    }
}
