BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $question = "A data factory with the name adf-one in the resource group rg exists. `n" +
        "Continuing execution may overwrite the exisiting one. `nAre you sure you want to continue?"
}

AfterAll { Stop-TestEmulator }

Describe 'Set-AzDataFactoryV2' {
    BeforeEach { Clear-SentRequest }

    It 'creates a factory with an identity, without a question' {
        $result = Invoke-Answered ('Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-one -Location EastUS -Tag ' +
            '@{ team = "data" }')
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        $made = $result.Output[0]
        $made.PSObject.TypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory'
        $made.PSObject.Properties.Name | Should -BeExactly @(
            'DataFactoryName', 'DataFactoryId', 'ResourceGroupName', 'Location', 'Tags', 'Identity',
            'ProvisioningState', 'RepoConfiguration',
            'GlobalParameters', 'ETag', 'PublicNetworkAccess', 'Encryption', 'PortalUrl')
        $made.DataFactoryName | Should -BeExactly 'adf-one'
        $made.Identity.Type | Should -BeExactly 'SystemAssigned'
        $made.Identity.PrincipalId | Should -BeOfType [guid]
        $made.Identity.TenantId | Should -Be ([guid]$script:HomeTenant)
        $made.Tags['team'] | Should -BeExactly 'data'
        $made.ProvisioningState | Should -BeExactly 'Succeeded'
        Get-SentRequest | Should -Be 'GET /factories/adf-one', 'PUT /factories/adf-one'
        $body = Get-SentBody PUT
        $body.location | Should -BeExactly 'EastUS'
        $body.identity.type | Should -BeExactly 'SystemAssigned'
        $body.tags.team | Should -BeExactly 'data'
    }

    It 'asks before it changes an existing one; no leaves it and returns it' {
        $result = Invoke-Answered 'Set-AzDataFactoryV2 rg adf-one EastUS' -Answer No
        $result.Asked | Should -BeExactly $question
        $result.Output[0].DataFactoryName | Should -BeExactly 'adf-one'
        Get-SentRequest | Should -Not -BeLike 'PUT*'
    }

    It 'keeps what is not given' {
        $made = Set-AzDataFactoryV2 rg adf-one EastUS -PublicNetworkAccess Disabled -Force
        $made.Tags['team'] | Should -BeExactly 'data'
        $again = Set-AzDataFactoryV2 rg adf-one EastUS -Tag @{ other = 'x' } -Force
        $again.Tags['other'] | Should -BeExactly 'x'
        $again.Identity.PrincipalId | Should -Be $made.Identity.PrincipalId
        (Get-SentBody PUT).properties.publicNetworkAccess | Should -BeExactly 'Disabled'
    }

    It 'writes nothing with -WhatIf' {
        $result = Invoke-Answered 'Set-AzDataFactoryV2 rg adf-what EastUS -WhatIf'
        $result.Errors | Should -BeNullOrEmpty
        $result.Written[-1] |
            Should -BeExactly ('What if: Performing the operation "Creating data factory ''adf-what'' in resource ' +
                'group ''rg''." on target "adf-what".')
        Get-SentRequest | Should -Not -BeLike 'PUT*'
    }

    It 'takes id and object, and its alias' {
        $made = New-AzDataFactoryV2 -ResourceGroupName rg -Name adf-two -Location EastUS
        (Set-AzDataFactoryV2 -ResourceId $made.DataFactoryId -Location EastUS -Tag @{ a = 'b' } -Force).Tags['a'] |
            Should -Be 'b'
        ($made | Set-AzDataFactoryV2 -Tag @{ c = 'd' } -Force).Tags['c'] | Should -Be 'd'
    }

    It 'connects a repository of Azure DevOps' {
        $null = Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-two -Location EastUS -AccountName acc `
            -RepositoryName repo -CollaborationBranch main -RootFolder / -ProjectName proj -Force
        $repository = (Get-SentBody PUT).properties.repoConfiguration
        $repository.type | Should -BeExactly 'FactoryVSTSConfiguration'
        $repository.projectName | Should -BeExactly 'proj'
        $repository.accountName | Should -BeExactly 'acc'
    }

    It 'connects a repository of GitHub' {
        $null = Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-two -Location EastUS -AccountName acc `
            -RepositoryName repo -CollaborationBranch main -RootFolder / -HostName https://github.com -Force
        $repository = (Get-SentBody PUT).properties.repoConfiguration
        $repository.type | Should -BeExactly 'FactoryGitHubConfiguration'
        $repository.hostName | Should -BeExactly 'https://github.com'
    }

    It 'passes on that the resource group is missing' {
        $record = Get-Refusal { Set-AzDataFactoryV2 rg-none adf-three EastUS }
        $record.Exception.Data['ServiceCode'] | Should -BeExactly 'ResourceGroupNotFound'
        $record.Exception.Message |
            Should -BeLike ("HTTP Status Code: NotFound`nError Code: ResourceGroupNotFound`nError Message: Resource " +
                "group 'rg-none' could not be found.*")
    }

    It 'checks the name before any request' {
        $record = Get-Refusal { Set-AzDataFactoryV2 rg adf_three EastUS }
        $record.Exception.Message | Should -BeLike "'adf_three' is not a valid data factory name.*"
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'registers the resource provider where it is not, and goes on' {
        Set-Emulator @{ providerRegistered = $false }
        try {
            (Set-AzDataFactoryV2 rg adf-four EastUS).DataFactoryName | Should -Be 'adf-four'
            @(Get-SentRequest -Whole | Where-Object {
                $_.url -like '*/providers/Microsoft.DataFactory/register*'
            }).Count | Should -Be 1
        } finally {
            Set-Emulator @{ providerRegistered = $true }
        }
    }
}

Describe 'Set-AzDataFactoryV2 beyond upstream' {
    BeforeAll { $null = Set-AzDataFactoryV2 rg adf-more eastus -Force }

    BeforeEach { Clear-SentRequest }

    It 'shows what would change with -WhatIf, and before its question' {
        $told = "Data factory 'adf-more' exists; this would change:`n  + tags.a: 'b'`n  1 to add"
        $result = Invoke-Answered "Set-AzDataFactoryV2 rg adf-more eastus -Tag @{ a = 'b' } -WhatIf"
        $result.Information | Should -BeExactly $told
        $result.Written[1] | Should -BeLike 'What if: *'
        $result = Invoke-Answered "Set-AzDataFactoryV2 rg adf-more eastus -Tag @{ a = 'b' }" -Answer No
        $result.Information | Should -BeExactly $told
        Get-SentRequest | Should -Not -BeLike 'PUT*'
    }

    It 'merges -Property' {
        $null = Set-AzDataFactoryV2 rg adf-more eastus -Property @{
            purviewConfiguration = @{ purviewResourceId = '/p' }
        } -Force
        (Get-SentBody PUT).properties.purviewConfiguration.purviewResourceId | Should -BeExactly '/p'
        $null = Set-AzDataFactoryV2 rg adf-more eastus -Property '{"purviewConfiguration": null}' -Force
        @((Get-SentBody PUT).properties.PSObject.Properties | ForEach-Object Name) |
            Should -Not -Contain 'purviewConfiguration'
    }

    It 'writes only over the version given as -IfMatch' {
        $factory = Get-AzDataFactoryV2 rg adf-more
        $null = Set-AzDataFactoryV2 rg adf-more eastus -Tag @{ a = '1' } -IfMatch $factory.ETag -Force
        $record = Get-Refusal { Set-AzDataFactoryV2 rg adf-more eastus -Tag @{ a = '2' } -IfMatch $factory.ETag -Force }
        $record.Exception.Data['StatusCode'] | Should -Be 412
        (Get-AzDataFactoryV2 rg adf-more).Tags['a'] | Should -BeExactly '1'
    }
}
