BeforeAll {
    . $PSScriptRoot/common.ps1
    Reset-TestProcess
}

Describe 'Get-AzEnvironment' {
    It 'lists the built-in environments, signed in or not' {
        $all = Get-AzEnvironment
        $all.Name | Should -Be 'AzureCloud', 'AzureChinaCloud', 'AzureUSGovernment'
        $all.Type | Should -Be 'Built-in', 'Built-in', 'Built-in'
        $all[0].PSObject.TypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.Profile.Models.PSAzureEnvironment'
    }

    It 'gets one by name, in any casing, by position and from the pipeline' {
        (Get-AzEnvironment azurechinacloud).Name | Should -BeExactly 'AzureChinaCloud'
        ([pscustomobject]@{ Name = 'AzureCloud' } | Get-AzEnvironment).Name | Should -BeExactly 'AzureCloud'
        Get-AzEnvironment -Name 'Nowhere' | Should -BeNullOrEmpty
    }

    It 'has the addresses that Az has: <Member> of <Name>' -ForEach @(
        @{ Name = 'AzureCloud'; Member = 'ResourceManagerUrl'; Value = 'https://management.azure.com/' }
        @{ Name = 'AzureCloud'; Member = 'ActiveDirectoryServiceEndpointResourceId'
            Value = 'https://management.core.windows.net/' }
        @{ Name = 'AzureChinaCloud'; Member = 'ActiveDirectoryAuthority'; Value = 'https://login.chinacloudapi.cn/' }
        @{ Name = 'AzureChinaCloud'; Member = 'AzureSynapseAnalyticsEndpointSuffix'
            Value = 'dev.azuresynapse.azure.cn' }
        @{ Name = 'AzureUSGovernment'; Member = 'SqlDatabaseDnsSuffix'; Value = '.database.usgovcloudapi.net' }
        @{ Name = 'AzureUSGovernment'; Member = 'DataLakeEndpointResourceId'; Value = $null }
        @{ Name = 'AzureUSGovernment'; Member = 'BatchEndpointResourceId'
            Value = 'https://batch.core.usgovcloudapi.net/' }
        @{ Name = 'AzureUSGovernment'; Member = 'OnPremise'; Value = $false }
    ) {
        (Get-AzEnvironment $Name).$Member | Should -BeExactly $Value
    }

    It 'has the members of Az in their order' {
        $members = (Get-AzEnvironment AzureCloud).PSObject.Properties.Name
        $members[0..4] | Should -BeExactly 'Name', 'Type', 'EnableAdfsAuthentication', 'OnPremise',
            'ActiveDirectoryServiceEndpointResourceId'
        $members[-3..-1] | Should -BeExactly 'VersionProfiles', 'ExtendedProperties', 'BatchEndpointResourceId'
        $members | Should -HaveCount 34
    }

    It 'shows name, addresses and type as a table' {
        $lines = @((Get-AzEnvironment | Out-String -Width 200) -split '\r?\n' | Where-Object { $_ })
        $lines[0] -split '\s{2,}' | Should -Be 'Name', 'Resource Manager Url', 'ActiveDirectory Authority', 'Type'
        $lines[2] |
            Should -Match '^AzureCloud +https://management\.azure\.com/ +https://login\.microsoftonline\.com/ +Built-in'
    }

    It 'has the emulator too while it runs' {
        Start-TestEmulator
        try {
            $own = Get-AzEnvironment -Name (Get-AzContext).Environment.Name
            $own.ResourceManagerUrl | Should -Be "$($global:TestEmulator.Endpoint.TrimEnd('/'))/"
        } finally {
            Stop-TestEmulator
        }
        (Get-AzEnvironment).Name | Should -HaveCount 3
    }

    It 'completes names' {
        $line = 'Get-AzEnvironment -Name azurec'
        [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length,
            $null).CompletionMatches.CompletionText |
            Should -Be 'AzureCloud', 'AzureChinaCloud'
    }
}
