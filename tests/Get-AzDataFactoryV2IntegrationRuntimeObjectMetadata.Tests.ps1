# Get- and Update-...ObjectMetadata: what the one shows is what the other has read.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-meta'
    $runtime = Set-AzDataFactoryV2IntegrationRuntime rg adf-meta ir-ssis -Type Managed -Location eastus `
        -NodeSize Standard_D2_v3 -NodeCount 1 -CatalogServerEndpoint 'sql.example' -CatalogPricingTier Basic -Force
}

AfterAll { Stop-TestEmulator }

Describe 'Object metadata of a runtime that is not started' {
    It 'is refused by the service, in its words, for <_>' -ForEach 'Get', 'Update' {
        $name = "$_-AzDataFactoryV2IntegrationRuntimeObjectMetadata"
        (Get-Refusal { & $name rg adf-meta ir-ssis }).Exception.Message | Should -BeLike 'HTTP Status Code: BadRequest*'
    }
}

Describe 'Object metadata of a started runtime' {
    BeforeAll {
        $null = Start-AzDataFactoryV2IntegrationRuntime rg adf-meta ir-ssis -Force
    }

    BeforeEach { Clear-SentRequest }

    It 'is read anew, and the state of that written' {
        $status = Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata rg adf-meta ir-ssis
        $status.pstypenames[0] | Should -BeExactly 'AzIntegrationRuntime.ObjectMetadataStatus'
        $status.Status | Should -BeExactly 'Succeeded'
        @(Get-SentRequest)[0] | Should -Be 'POST /factories/adf-meta/integrationRuntimes/ir-ssis/refreshObjectMetadata'
    }

    It 'is read anew in the background with -NoWait and -AsJob' {
        $operation = $runtime | Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata -NoWait
        $operation.Kind | Should -BeExactly 'RefreshObjectMetadata'
        ($operation | Wait-AzDataFactoryV2IntegrationRuntime).State | Should -BeExactly 'Started'
        $job = Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata -ResourceId $runtime.Id -AsJob
        ($job | Wait-Job | Receive-Job).Status | Should -BeExactly 'Succeeded'
    }

    It 'is not read anew with -WhatIf' {
        $result = Invoke-Answered 'Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata rg adf-meta ir-ssis -WhatIf'
        "$($result.Written)" |
            Should -BeLike ('What if: *Refreshing the object metadata of integration runtime ''ir-ssis'' in data ' +
                'factory ''adf-meta''.*')
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'is listed, each kind with its members' {
        $null = Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata rg adf-meta ir-ssis
        $objects = @(Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata rg adf-meta ir-ssis)
        $objects.Count | Should -BeGreaterThan 1
        foreach ($object in $objects) {
            $object.pstypenames[0] | Should -BeExactly 'AzIntegrationRuntime.ObjectMetadata'
            $object.Name | Should -Not -BeNullOrEmpty
            $object.Type | Should -BeIn 'Folder', 'Project', 'Package', 'Environment'
        }
    }

    It 'is narrowed with -MetadataPath, by id, object and pipeline' {
        $all = @(Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata -ResourceId $runtime.Id)
        $some = @(Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata -InputObject $runtime -MetadataPath 'ssisFolders')
        (Get-SentBody POST).metadataPath | Should -BeExactly 'ssisFolders'
        $some.Count | Should -BeLessOrEqual $all.Count
        @($runtime | Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata).Count | Should -Be $all.Count
    }
}
