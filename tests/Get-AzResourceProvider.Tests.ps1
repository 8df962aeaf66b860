BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzResourceProvider' {
    It 'lists the registered ones' {
        $all = @(Get-AzResourceProvider)
        $all[0] |
            Should -BeOfType [Microsoft.Azure.Commands.ResourceManager.Cmdlets.SdkModels.PSResourceProvider]
        $all.RegistrationState | Select-Object -Unique | Should -BeExactly 'Registered'
        $all.ProviderNamespace | Should -Contain 'Microsoft.DataFactory'
    }

    It 'lists all with -ListAvailable' {
        @(Get-AzResourceProvider -ListAvailable).Count | Should -Be 5
    }

    It 'gets the resource types of one' {
        $kinds = Get-AzResourceProvider -ProviderNamespace Microsoft.DataFactory
        $kinds.ResourceTypes.ResourceTypeName | Sort-Object |
            Should -Be 'factories', 'factories/integrationRuntimes', 'factories/linkedservices'
        $kinds[0].ResourceTypes[0].ApiVersions | Should -Contain '2018-06-01'
        $kinds[0].Locations | Should -Contain 'West Europe'
    }

    It 'picks those of a location' {
        @(Get-AzResourceProvider -ListAvailable -Location 'West Europe').Count | Should -BeGreaterThan 0
        (Get-Refusal { Get-AzResourceProvider -Location moon }).Exception.Message | Should -BeLike "*'moon'*"
    }

    It 'says that one is missing' {
        (Get-Refusal { Get-AzResourceProvider -ProviderNamespace Microsoft.Nothing }).Exception.Message |
            Should -BeLike '*Microsoft.Nothing*'
    }
}
