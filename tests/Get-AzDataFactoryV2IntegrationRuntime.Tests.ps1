BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-get'
    foreach ($name in 'ir-1', 'ir-2', 'ir-3') {
        $null = New-TestRuntime 'adf-get' $name
    }
    $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-get ir-azure -Type Managed -Location westeurope
    $one = Get-AzDataFactoryV2IntegrationRuntime rg adf-get ir-1
    $models = 'Microsoft.Azure.Commands.DataFactoryV2.Models'
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzDataFactoryV2IntegrationRuntime' {
    BeforeEach { Clear-SentRequest }

    It 'gets one by name with one request' {
        $found = Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-get -Name ir-1
        @($found).Count | Should -Be 1
        $found.Name | Should -BeExactly 'ir-1'
        $found.Id |
            Should -BeLike ("/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/Microsoft.DataFactory/" +
                "factories/adf-get/integrationruntimes/ir-1")
        Get-SentRequest | Should -Be 'GET /factories/adf-get/integrationRuntimes/ir-1'
    }

    It 'gets one by positions and by the alias of -Name' {
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-get ir-2).Name | Should -Be 'ir-2'
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-get -IntegrationRuntimeName ir-2).Name | Should -Be 'ir-2'
    }

    It 'lists all without a name, one by one' {
        $list = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-get)
        $list.Name | Sort-Object | Should -Be 'ir-1', 'ir-2', 'ir-3', 'ir-azure'
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-get | ForEach-Object { $_.Name }).Count | Should -Be 4
    }

    It 'lists all pages' {
        Set-Emulator @{ pageSize = 1 }
        try {
            @(Get-AzDataFactoryV2IntegrationRuntime rg adf-get).Count | Should -Be 4
            @(Get-SentRequest).Count | Should -BeGreaterOrEqual 4
        } finally {
            Set-Emulator @{ pageSize = 50 }
        }
    }

    It 'writes the first object before it asks for the last page' {
        Set-Emulator @{ pageSize = 1 }
        try {
            $first = Get-AzDataFactoryV2IntegrationRuntime rg adf-get | Select-Object -First 1
            $first.Name | Should -Not -BeNullOrEmpty
            Add-Fault @{ method = 'GET'; path = 'integrationRuntimes'; skip = 3; times = 1; status = 400
                body = '{"error":{"code":"Broken","message":"The last page."}}' }
            $names = New-Object System.Collections.ArrayList
            $refused = Get-Refusal {
                Get-AzDataFactoryV2IntegrationRuntime rg adf-get | ForEach-Object { $null = $names.Add($_.Name) }
            }
            $names.Count | Should -Be 3
            $refused.Exception.Message | Should -BeLike "*Error Code: Broken`nError Message: The last page.*"
        } finally {
            Clear-Fault
            Set-Emulator @{ pageSize = 50 }
        }
    }

    It 'returns nothing for an empty factory' {
        $null = New-TestFactory 'adf-empty'
        Get-AzDataFactoryV2IntegrationRuntime rg adf-empty | Should -BeNullOrEmpty
    }

    It 'gets the one that a resource id names, not the whole factory' {
        $found = @(Get-AzDataFactoryV2IntegrationRuntime -ResourceId $one.Id)
        $found.Name | Should -BeExactly 'ir-1'
        $found = @(Get-AzDataFactoryV2IntegrationRuntime -Id $one.Id.ToUpperInvariant())
        $found.Count | Should -Be 1
    }

    It 'gets the one that is piped in, with its status when asked' {
        $found = @($one | Get-AzDataFactoryV2IntegrationRuntime)
        $found.Name | Should -BeExactly 'ir-1'
        $found = @($one | Get-AzDataFactoryV2IntegrationRuntime -Status)
        $found.State | Should -Be 'NeedRegistration'
        (Get-AzDataFactoryV2IntegrationRuntime -ResourceId $one.Id -Status).State | Should -Be 'NeedRegistration'
    }

    It 'binds a data factory and other objects by their properties' {
        $factory = Get-AzDataFactoryV2 rg adf-get
        @($factory | Get-AzDataFactoryV2IntegrationRuntime).Count | Should -Be 4
        $object = [pscustomobject]@{
            ResourceGroupName = 'rg'
            DataFactoryName = 'adf-get'
            IntegrationRuntimeName = 'ir-3'
        }
        ($object | Get-AzDataFactoryV2IntegrationRuntime).Name | Should -Be 'ir-3'
        ([pscustomobject]@{ Id = $one.Id } | Get-AzDataFactoryV2IntegrationRuntime).Name | Should -Be 'ir-1'
    }

    It 'asks for object and status when both are wanted' {
        $null = Get-AzDataFactoryV2IntegrationRuntime rg adf-get ir-1 -Status
        Get-SentRequest | Sort-Object | Should -Be @(
            'GET /factories/adf-get/integrationRuntimes/ir-1'
            'POST /factories/adf-get/integrationRuntimes/ir-1/getStatus')
    }

    It 'lists without status unless asked' {
        @(Get-AzDataFactoryV2IntegrationRuntime rg adf-get).Count | Should -Be 4
        Get-SentRequest | Should -Not -BeLike '*getStatus*'
    }

    It 'repeats group and factory as the caller wrote them' {
        $found = Get-AzDataFactoryV2IntegrationRuntime RG ADF-GET ir-1
        $found.ResourceGroupName | Should -BeExactly 'RG'
        $found.DataFactoryName | Should -BeExactly 'ADF-GET'
    }

    It 'names the command and its parameter set to the service' {
        $null = Get-AzDataFactoryV2IntegrationRuntime rg adf-get ir-1
        $headers = (Get-SentRequest -Whole)[0].headers
        $headers.commandname | Should -BeExactly 'Get-AzDataFactoryV2IntegrationRuntime'
        $headers.parametersetname | Should -BeExactly 'ByIntegrationRuntimeName'
        $headers.'x-ms-client-request-id' | Should -Match '^[0-9a-f-]{36}$'
    }

    Context 'the objects' {
        It 'have the properties of a self-hosted runtime, in order' {
            $one.PSObject.Properties.Name | Should -BeExactly @(
                'SelfContainedInteractiveAuthoringEnabled', 'Name', 'Type', 'ResourceGroupName', 'DataFactoryName',
                'Description', 'Id', 'Etag',
                'Service', 'Parent', 'Kind', 'State', 'Version', 'SubscriptionId', 'PortalUrl')
            $one.PSObject.TypeNames[0..1] |
                Should -BeExactly "$models.PSSelfHostedIntegrationRuntime", "$models.PSIntegrationRuntime"
            $one.Type | Should -BeExactly 'SelfHosted'
        }

        It 'have the properties of a managed runtime, in order' {
            $managed = Get-AzDataFactoryV2IntegrationRuntime rg adf-get ir-azure
            $managed.PSObject.Properties.Name | Should -BeExactly @(
                'Location', 'NodeSize', 'NodeCount', 'MaxParallelExecutionsPerNode', 'CatalogServerEndpoint',
                'CatalogAdminUserName',
                'CatalogAdminPassword', 'CatalogPricingTier', 'VNetId', 'Subnet', 'SubnetId', 'VNetInjectionMethod',
                'PublicIPs',
                'DataFlowCoreCount', 'DataFlowComputeType', 'DataFlowTimeToLive', 'DataFlowEnableCleanUp',
                'CopyComputeScaleDataIntegrationUnit', 'CopyComputeScaleTimeToLive',
                'PipelineExternalComputeScaleTimeToLive',
                'PipelineExternalComputeScaleNumberOfPipelineNodes',
                'PipelineExternalComputeScaleNumberOfExternalNodes', 'State',
                'LicenseType', 'SetupScriptContainerSasUri', 'DataProxyIntegrationRuntimeName',
                'DataProxyStagingLinkedServiceName',
                'DataProxyStagingPath', 'Edition', 'ExpressCustomSetup', 'ManagedVirtualNetworkName',
                'CredentialName', 'PackageStore', 'InteractiveAuthoring',
                'Name', 'Type', 'ResourceGroupName', 'DataFactoryName',
                'Description', 'Id', 'Etag', 'Service', 'Parent', 'Kind', 'Version',
                'SubscriptionId', 'PortalUrl')
            $managed.PSObject.TypeNames[0..1] |
                Should -BeExactly "$models.PSManagedIntegrationRuntime", "$models.PSIntegrationRuntime"
            $managed.Location | Should -Be 'westeurope'
            $managed.VNetInjectionMethod | Should -BeExactly 'Standard'
            $managed.SetupScriptContainerSasUri | Should -BeExactly ''
        }

        It 'have the properties and types of a self-hosted status' {
            $status = $one | Get-AzDataFactoryV2IntegrationRuntime -Status
            $status.PSObject.Properties.Name | Should -BeExactly @(
                'State', 'Version', 'CreateTime', 'AutoUpdate', 'ScheduledUpdateDate', 'UpdateDelayOffset',
                'LocalTimeZoneOffset',
                'InternalChannelEncryption', 'Capabilities', 'ServiceUrls', 'Nodes', 'Links', 'AutoUpdateETA',
                'LatestVersion',
                'PushedVersion', 'TaskQueueId', 'VersionStatus', 'SelfContainedInteractiveAuthoringEnabled', 'Name',
                'Type',
                'ResourceGroupName', 'DataFactoryName', 'Description', 'Id', 'Etag', 'Service', 'Parent', 'Kind',
                'SubscriptionId', 'PortalUrl')
            $status.PSObject.TypeNames[0] | Should -BeExactly "$models.PSSelfHostedIntegrationRuntimeStatus"
            $status.PSObject.TypeNames | Should -Contain "$models.PSIntegrationRuntime"
            $status.State | Should -BeExactly 'NeedRegistration'
            $status.Service | Should -BeExactly 'DataFactory'
            $status.Parent | Should -BeExactly $status.DataFactoryName
            $status.Kind | Should -BeExactly 'SelfHosted'
            $status.AutoUpdate | Should -BeExactly 'On'
            $status.Version | Should -BeNullOrEmpty
            $status.CreateTime | Should -BeOfType [datetime]
            $status.CreateTime.Kind | Should -Be 'Utc'
            @($status.Nodes).Count | Should -Be 0
            @($status.Links).Count | Should -Be 0
            $null -eq $status.Nodes | Should -BeFalse -Because 'an empty list is not $null'
            $status.LatestVersion | Should -Not -BeNullOrEmpty
        }

        It 'have nodes with their own types and dates' {
            $key = $one | Get-AzDataFactoryV2IntegrationRuntimeKey
            $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName 'node-1' `
                -Version '5.40.1.2'
            $status = $one | Get-AzDataFactoryV2IntegrationRuntime -Status
            $status.State | Should -Be 'Online'
            $status.Nodes[0].PSObject.TypeNames[0] |
                Should -BeExactly 'Microsoft.Azure.Management.DataFactory.Models.SelfHostedIntegrationRuntimeNode'
            $status.Nodes[0].NodeName | Should -BeExactly 'node-1'
            $status.Nodes[0].Version | Should -BeExactly '5.40.1.2'
            $status.Nodes[0].RegisterTime | Should -BeOfType [datetime]
            $status.Nodes[0].Capabilities | Should -BeOfType [System.Collections.IDictionary]
        }
    }

    Context 'what it refuses' {
        It 'says that a runtime is missing in the five lines of the service, without ending the pipeline' {
            $result = Invoke-Answered "Get-AzDataFactoryV2IntegrationRuntime rg adf-get ir-none; 'went on'"
            $result.Output | Should -Be 'went on'
            $result.Errors.Count | Should -Be 1
            $record = $result.Errors[0]
            Get-FiveLine $record | Should -BeLike (@(
                    'HTTP Status Code: NotFound'
                    'Error Code: NotFound'
                    ('Error Message: The document could not be retrieved because it does not exist. There is no ' +
                    "integration runtime '*' in data factory 'adf-get'*")
                    'Request Id: ID'
                    'Timestamp (Utc):NOW') -join "`n")
            $record.FullyQualifiedErrorId |
                Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.GetAzureDataFactoryIntegrationRuntimeCommand'
            $record.CategoryInfo.Category | Should -Be 'CloseError'
            $record.TargetObject | Should -BeLike '/subscriptions/*/factories/adf-get/integrationruntimes/*'
            $record.Exception.Data['ServiceCode'] | Should -BeExactly 'NotFound'
            $record.Exception.Data['StatusCode'] | Should -Be 404
            $record.Exception.Data['RequestId'] | Should -Match '^[0-9a-f-]{36}$'
        }

        It 'tells a missing factory apart from a missing runtime' {
            $record = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime rg adf-none ir-1 }
            $record.Exception.Data['ServiceCode'] | Should -BeExactly 'ResourceNotFound'
            $record.Exception.Message |
                Should -BeLike ("*The Resource 'Microsoft.DataFactory/factories/adf-none' under resource group 'rg' " +
                    "was not found.*")
        }

        It 'stops a script that says $ErrorActionPreference = Stop, as a compiled cmdlet does' {
            $result = Invoke-Answered (
                '& { $ErrorActionPreference = "Stop"; try { Get-AzDataFactoryV2IntegrationRuntime rg adf-get ' +
                'ir-none; "went on" } ' +
                'catch { "caught" } }')
            $result.Output | Should -Be 'caught'
        }

        It 'checks names by the published rules before any request: <Value>' -ForEach @(
            @{ Parameter = 'Name'; Value = 'ir'; What = 'integration runtime' }
            @{ Parameter = 'Name'; Value = 'ir--1'; What = 'integration runtime' }
            @{ Parameter = 'Name'; Value = 'ir/1'; What = 'integration runtime' }
            @{ Parameter = 'DataFactoryName'; Value = '-adf'; What = 'data factory' }
            @{ Parameter = 'DataFactoryName'; Value = 'adf_1'; What = 'data factory' }
        ) {
            $names = @{ ResourceGroupName = 'rg'; DataFactoryName = 'adf-get'; Name = 'ir-1' }
            $names[$Parameter] = $Value
            $record = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime @names }
            $record.Exception.Message | Should -BeExactly (
                "'$Value' is not a valid $What name. A name has 3 to 63 characters: letters, digits and single " +
                "dashes, " +
                'each dash between letters or digits.')
            $record.Exception | Should -BeOfType [System.Management.Automation.PSArgumentException]
            $record.Exception.ParamName | Should -BeExactly $Parameter
            Get-SentRequest | Should -BeNullOrEmpty
        }

        It 'checks the name of the resource group' {
            $record = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime 'rg.' adf-get ir-1 }
            $record.Exception.Message | Should -BeExactly (
                "'rg.' is not a valid resource group name. A name has 1 to 90 characters: letters, digits, '-', " +
                "'_', '.', '(' and " +
                "')', and does not end with a full stop.")
            Get-SentRequest | Should -BeNullOrEmpty
        }

        It 'refuses a resource id that is too short as upstream does' {
            $record = Get-Refusal {
                Get-AzDataFactoryV2IntegrationRuntime -ResourceId '/subscriptions/x/resourceGroups/rg'
            }
            $record.Exception.GetType().FullName | Should -Be 'System.ArgumentException'
            $record.Exception.Message | Should -BeLike 'Invalid format of the resource identifier.*idFromServer*'
            Get-SentRequest | Should -BeNullOrEmpty
        }

        It 'refuses the id of something else' {
            $factory = $one.Id -replace '/integrationruntimes/.*$'
            $record = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime -ResourceId $factory }
            $record.Exception.Message |
                Should -BeLike "'$factory' is not the resource id of an integration runtime in a data factory.*"
            Get-SentRequest | Should -BeNullOrEmpty
        }

        It 'refuses empty names in the binding' {
            { Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName '' -DataFactoryName adf-get } |
                Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        }

        It 'refuses an object of another kind as -InputObject' {
            { Get-AzDataFactoryV2IntegrationRuntime -InputObject ([pscustomobject]@{ Name = 'x' }) } |
                Should -Throw -ErrorId 'CannotConvertArgumentNoMessage*'
        }
    }
}

Describe 'Get-AzDataFactoryV2IntegrationRuntime beyond upstream' {
    BeforeAll {
        $null = New-TestFactory 'adf-more'
        foreach ($name in 'ir-one', 'ir-two') {
            $null = New-TestRuntime 'adf-more' $name
        }
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-more ir-azure -Type Managed -Force
    }

    BeforeEach { Clear-SentRequest }

    It 'lists with status when asked' {
        $all = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-more -Status)
        $all.Name | Should -Be 'ir-azure', 'ir-one', 'ir-two'
        $all.State | Should -Be 'Online', 'NeedRegistration', 'NeedRegistration'
        $all[1].pstypenames |
            Should -Contain 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeStatus'
        @(Get-SentRequest | Where-Object { $_ -like 'POST */getStatus' }) | Should -HaveCount 3
    }

    It 'shows one whose status cannot be had without it, and tells why' {
        Add-Fault @{ method = 'POST'; path = 'ir-one/getStatus'; status = 403
            body = '{"error":{"code":"Nope","message":"Not this one."}}' }
        $result = Invoke-Answered 'Get-AzDataFactoryV2IntegrationRuntime rg adf-more -Status'
        Clear-Fault
        $result.Output.Name | Should -Be 'ir-azure', 'ir-one', 'ir-two'
        $result.Errors | Should -HaveCount 1
        $result.Errors[0].Exception.Message | Should -BeLike '*Not this one.*'
    }

    It 'writes nothing while the version is the one given' {
        $runtime = Get-AzDataFactoryV2IntegrationRuntime rg adf-more ir-one
        $runtime.Etag | Should -Not -BeNullOrEmpty
        Get-AzDataFactoryV2IntegrationRuntime rg adf-more ir-one -IfNoneMatch $runtime.Etag | Should -BeNullOrEmpty
        $runtime | Get-AzDataFactoryV2IntegrationRuntime -IfNoneMatch $runtime.Etag -Status | Should -BeNullOrEmpty
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-more ir-one -Description changed -Force
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-more ir-one -IfNoneMatch $runtime.Etag).Description |
            Should -BeExactly 'changed'
        (Get-Refusal { Get-AzDataFactoryV2IntegrationRuntime rg adf-more -IfNoneMatch x }).Exception.Message |
            Should -BeLike '-IfNoneMatch is about one*'
    }
}
