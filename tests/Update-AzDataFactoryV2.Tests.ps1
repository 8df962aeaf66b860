BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $path = '/factories/adf-upd'
    $identity = "/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/Microsoft.ManagedIdentity/" +
        "userAssignedIdentities/id-data"

    function New-IdentityTable {
        $table = New-Object 'System.Collections.Generic.Dictionary[string,object]'
        $table[$identity] = @{}
        , $table
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Update-AzDataFactoryV2' {
    BeforeEach {
        $factory = Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-upd -Location eastus -Tag @{ stage = 'test' } `
            -PublicNetworkAccess Disabled -Force
        Clear-SentRequest
    }

    It 'changes tags only when only tags are given: public access stays off' {
        $updated = Update-AzDataFactoryV2 -ResourceGroupName rg -Name adf-upd -Tag @{ team = 'data' }
        $updated.PSObject.TypeNames[0] | Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory'
        $updated.DataFactoryName | Should -BeExactly 'adf-upd'
        $updated.Tags.Keys | Should -Be 'team'
        Get-SentRequest | Should -Be "PATCH $path"
        @((Get-SentBody PATCH).PSObject.Properties.Name) | Should -BeExactly 'tags'
        $updated.Identity.PrincipalId | Should -Be $factory.Identity.PrincipalId
    }

    It 'changes public access only when only that is given' {
        $updated = Update-AzDataFactoryV2 rg adf-upd -PublicNetworkAccess Enabled
        $updated.Tags['stage'] | Should -Be 'test'
        $body = Get-SentBody PATCH
        @($body.PSObject.Properties.Name) | Should -BeExactly 'properties'
        @($body.properties.PSObject.Properties.Name) | Should -BeExactly 'publicNetworkAccess'
    }

    It 'adds an identity and keeps the one that is there' {
        $updated = Update-AzDataFactoryV2 rg adf-upd -UserAssignedIdentity (New-IdentityTable)
        $updated.Identity.Type | Should -BeExactly 'SystemAssigned,UserAssigned'
        $updated.Identity.PrincipalId | Should -Be $factory.Identity.PrincipalId
        (Get-SentBody PATCH).identity.userAssignedIdentities.PSObject.Properties.Name | Should -BeExactly $identity
        # A hashtable is taken too: the advice for a missing identity has one.
        Clear-SentRequest
        $null = Update-AzDataFactoryV2 rg adf-upd -UserAssignedIdentity @{ $identity = @{} }
        (Get-SentBody PATCH).identity.userAssignedIdentities.PSObject.Properties.Name | Should -BeExactly $identity
        $updated = Update-AzDataFactoryV2 rg adf-upd -IdentityType SystemAssigned
        $updated.Identity.Type | Should -BeExactly 'SystemAssigned'
        $updated.Identity.PrincipalId | Should -Be $factory.Identity.PrincipalId
    }

    It 'writes the whole factory for an encryption, with the version that was read' {
        $null = Update-AzDataFactoryV2 rg adf-upd -EncryptionVaultBaseUrl 'https://kv.vault.azure.net' `
            -EncryptionKeyName 'key' -EncryptionKeyVersion '1'
        Get-SentRequest | Should -Be "GET $path", "PUT $path"
        $body = Get-SentBody PUT
        $body.location | Should -BeExactly 'eastus'
        $body.tags.stage | Should -BeExactly 'test'
        $body.properties.publicNetworkAccess | Should -BeExactly 'Disabled'
        $body.properties.encryption.vaultBaseUrl | Should -BeExactly 'https://kv.vault.azure.net'
        $body.properties.encryption.keyName | Should -BeExactly 'key'
        $headers = @(Get-SentRequest -Whole | Where-Object method -EQ PUT)[-1].headers
        $headers.'if-match' | Should -BeExactly $factory.ETag
    }

    It 'refuses an encryption without its key' {
        $null = New-TestFactory 'adf-plain'
        Clear-SentRequest
        $records = Get-Refusal {
            Update-AzDataFactoryV2 rg adf-plain -EncryptionVaultBaseUrl 'https://kv.vault.azure.net'
        }
        $records | Should -HaveCount 1
        $records[0].Exception.Message | Should -BeLike '*-EncryptionKeyName*'
        Get-SentRequest | Should -Not -BeLike 'P*'
    }

    It 'refuses to do nothing' {
        $records = Get-Refusal { Update-AzDataFactoryV2 rg adf-upd }
        $records[0].Exception.Message | Should -BeLike 'There is nothing to update.*'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'takes the alias of -Name, the id, an object and what is piped in' {
        (Update-AzDataFactoryV2 rg -DataFactoryName adf-upd -Tag @{ a = '1' }).Tags['a'] | Should -Be '1'
        (Update-AzDataFactoryV2 -ResourceId $factory.DataFactoryId -Tag @{ a = '2' }).Tags['a'] | Should -Be '2'
        (Update-AzDataFactoryV2 -InputObject $factory -Tag @{ a = '3' }).Tags['a'] | Should -Be '3'
        (Get-AzDataFactoryV2 rg adf-upd | Update-AzDataFactoryV2 -Tag @{ a = '4' }).Tags['a'] | Should -Be '4'
        ([pscustomobject]@{ ResourceId = $factory.DataFactoryId } |
            Update-AzDataFactoryV2 -Tag @{ a = '5' }).Tags['a'] | Should -Be '5'
    }

    It 'takes no names from the pipeline' {
        # PowerShell asks for what is mandatory and was not bound; this host cannot.
        $result = Invoke-Answered ('[pscustomobject]@{ ResourceGroupName = "rg"; Name = "adf-upd" } | ' +
            'Update-AzDataFactoryV2 -Tag @{ a = "1" }')
        @($result.Errors) + @($result.Thrown) | Should -Not -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'never asks by itself, and knows no -Force' {
        $result = Invoke-Answered 'Update-AzDataFactoryV2 rg adf-upd -Tag @{ a = "1" }'
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        { Update-AzDataFactoryV2 rg adf-upd -Tag @{ a = '1' } -Force } |
            Should -Throw -ErrorId ('NamedParameterNotFound,' +
                'Microsoft.Azure.Commands.DataFactoryV2.UpdateAzureDataFactoryCommand')
    }

    It 'asks with -Confirm, and changes nothing when the answer is no' {
        $result = Invoke-Answered 'Update-AzDataFactoryV2 rg adf-upd -Tag @{ a = "1" } -Confirm' -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Asked[0] | Should -BeLike '*on target "adf-upd".'
        $result.Output | Should -BeNullOrEmpty
        Get-SentRequest | Should -Not -BeLike 'P*'
    }

    It 'changes nothing with -WhatIf' {
        $result = Invoke-Answered 'Update-AzDataFactoryV2 rg adf-upd -Tag @{ a = "1" } -WhatIf'
        "$($result.Written)" | Should -BeLike '*What if: Performing the operation "*" on target "adf-upd".'
        $result.Output | Should -BeNullOrEmpty
        Get-SentRequest | Should -Not -BeLike 'P*'
        (Get-AzDataFactoryV2 rg adf-upd).Tags['stage'] | Should -Be 'test'
    }

    It 'passes on that there is no such factory, and creates none' {
        $result = Invoke-Answered 'Update-AzDataFactoryV2 rg adf-none -Tag @{ a = "1" }; "went on"'
        $result.Output | Should -Be 'went on'
        Get-FiveLine $result.Errors[0] | Should -BeLike "HTTP Status Code: NotFound`nError Code: ResourceNotFound`n*"
        $result.Errors[0].CategoryInfo.Category | Should -Be 'CloseError'
        $result.Errors[0].FullyQualifiedErrorId |
            Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.UpdateAzureDataFactoryCommand'
        @(Get-AzDataFactoryV2 rg).DataFactoryName | Should -Not -Contain 'adf-none'
    }
}
