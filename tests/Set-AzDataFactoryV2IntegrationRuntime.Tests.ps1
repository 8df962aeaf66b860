BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $factory = New-TestFactory 'adf-set'
    $models = 'Microsoft.Azure.Commands.DataFactoryV2.Models'
    $question = "An integration runtime with the name {0} in the data factory adf-set exists. `n" +
        "Continuing execution may overwrite the existing one. `nAre you sure you want to continue?"
}

AfterAll { Stop-TestEmulator }

Describe 'Set-AzDataFactoryV2IntegrationRuntime' {
    BeforeEach { Clear-SentRequest }

    Context 'a self-hosted runtime' {
        It 'is created after one GET, without a question' {
            $result = Invoke-Answered ("Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg " +
                "-DataFactoryName adf-set -Name ir-new -Type selfhosted -Description 'West'")
            $result.Asked | Should -BeNullOrEmpty
            $result.Errors | Should -BeNullOrEmpty
            $result.Output[0].Name | Should -BeExactly 'ir-new'
            $result.Output[0].Type | Should -BeExactly 'SelfHosted'
            $result.Output[0].Description | Should -BeExactly 'West'
            $result.Output[0].PSObject.TypeNames[0] | Should -BeExactly "$models.PSSelfHostedIntegrationRuntime"
            Get-SentRequest | Should -Be @(
                'GET /factories/adf-set/integrationRuntimes/ir-new',
                'PUT /factories/adf-set/integrationRuntimes/ir-new')
            $body = Get-SentBody PUT
            $body.properties.type | Should -BeExactly 'SelfHosted'
            $body.properties.description | Should -BeExactly 'West'
            $body.PSObject.Properties.Name | Should -Be 'properties'
        }

        It 'asks before it is changed, and sends nothing when the answer is no' {
            $null = New-TestRuntime adf-set ir-ask
            Clear-SentRequest
            $result = Invoke-Answered 'Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-ask -Description new' `
                -Answer No
            $result.Asked | Should -BeExactly ($question -f 'ir-ask')
            $result.Output | Should -HaveCount 1
            $result.Output[0] | Should -BeNullOrEmpty
            Get-SentRequest | Should -Be 'GET /factories/adf-set/integrationRuntimes/ir-ask'
        }

        It 'is changed when the answer is yes' {
            $result = Invoke-Answered 'Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-ask -Description new' `
                -Answer Yes
            $result.Output[0].Description | Should -BeExactly 'new'
        }

        It 'is changed without a question with <With>' -ForEach @(@{ With = '-Force' }, @{ With = '-Confirm:$false' }) {
            $result = Invoke-Answered ("Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-ask -Description 'by " +
                "$($With.Trim('-'))' $($With.Replace('`', ''))")
            $result.Asked | Should -BeNullOrEmpty
            $result.Errors | Should -BeNullOrEmpty
            $result.Output[0].Name | Should -Be 'ir-ask'
        }

        It 'asks ShouldProcess with -Confirm, even with -Force' {
            $result = Invoke-Answered ('Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-ask -Description c ' +
                '-Force -Confirm') -Answer Yes
            $result.Asked | Should -HaveCount 1
            $result.Asked[0] |
                Should -BeLike ("*Performing the operation ""Updating integration runtime 'ir-ask' in data factory " +
                    "'adf-set'."" on target ""ir-ask"".")
        }

        It 'is not written with -WhatIf, though it is read' {
            $result = Invoke-Answered 'Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-ask -Description x -WhatIf'
            $result.Asked | Should -BeNullOrEmpty
            $result.Written[-1] |
                Should -BeLike ("What if: Performing the operation ""Updating integration runtime 'ir-ask' in data " +
                    "factory 'adf-set'."" on target ""ir-ask"".")
            $result.Output[0] | Should -BeNullOrEmpty
            Get-SentRequest | Should -Be 'GET /factories/adf-set/integrationRuntimes/ir-ask'
        }

        It 'says why where nobody can be asked, and writes nothing' {
            $result = Invoke-Answered 'Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-ask -Description x'
            $result.Errors | Should -HaveCount 1
            $result.Errors[0].Exception.Message |
                Should -BeLike 'Nobody is here to answer. *exists. *Use -Force or -Confirm:$false to *'
            $result.Errors[0].CategoryInfo.Category | Should -Be 'CloseError'
            Get-SentRequest | Should -Be 'GET /factories/adf-set/integrationRuntimes/ir-ask'
        }

        It 'needs no type when it exists, and takes id and object' {
            $runtime = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-ask -Description one -Force
            (Set-AzDataFactoryV2IntegrationRuntime -ResourceId $runtime.Id -Description two -Force).Description |
                Should -Be 'two'
            ($runtime | Set-AzDataFactoryV2IntegrationRuntime -Description three -Force).Description |
                Should -Be 'three'
        }

        It 'keeps its description when none is given' {
            (Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-ask -Type SelfHosted -Force).Description |
                Should -Be 'three'
        }

        It 'is refused when somebody else changed it meanwhile, and nothing is overwritten' {
            Add-Fault @{ method = 'PUT'; path = 'ir-ask'; status = 412
                body = '{"error":{"code":"PreconditionFailed","message":"The etag does not match."}}' }
            # It is read before the write, and again after the refusal: by then it has another version.
            Add-Fault @{ method = 'GET'; path = 'ir-ask'; skip = 1
                body = '{"name":"ir-ask","etag":"a-later-one","properties":{"type":"SelfHosted"}}' }
            $record = Get-Refusal { Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-ask -Description lost -Force }
            $record.Exception.Data['StatusCode'] | Should -Be 412
            $sent = @(Get-SentRequest -Whole | Where-Object method -EQ PUT)
            $sent.Count | Should -Be 1
            $sent[0].headers.'if-match' | Should -Match '^"?[^*]+"?$'
            (Get-AzDataFactoryV2IntegrationRuntime rg adf-set ir-ask).Description | Should -Be 'three'
            Clear-Fault
        }

        It 'takes the self-contained switch when it is created' {
            $made = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-self -Type SelfHosted `
                -SelfContainedInteractiveAuthoringEnabled
            $made.SelfContainedInteractiveAuthoringEnabled | Should -BeTrue
        }
    }

    Context 'a managed runtime' {
        It 'is created in a location, with a canonical type' {
            $made = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-azure -Type MANAGED -Location WestEurope `
                -Description d
            $made.Type | Should -BeExactly 'Managed'
            $made.Location | Should -BeExactly 'WestEurope'
            $body = Get-SentBody PUT
            $body.properties.type | Should -BeExactly 'Managed'
            $body.properties.typeProperties.computeProperties.location | Should -BeExactly 'WestEurope'
        }

        It 'moves with a second Set, and the difference is shown before' {
            $result = Invoke-Answered ('Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-azure -Location ' +
                'NorthEurope -WhatIf')
            "$($result.Information)" | Should -BeLike "*Location: 'WestEurope' -> 'NorthEurope'*"
            Get-SentRequest | Should -Not -BeLike 'PUT*'
            (Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-azure -Location NorthEurope -Force).Location |
                Should -BeExactly 'NorthEurope'
        }

        It 'is explained when it is Limited, and repaired by setting it again as it is' {
            $runtime = Get-AzDataFactoryV2IntegrationRuntime rg adf-set ir-azure
            $null = Invoke-Emulator PATCH '/emulator/runtimes' @{ runtimeId = $runtime.Id; state = 'Limited' }
            $result = Invoke-Answered 'Get-AzDataFactoryV2IntegrationRuntime rg adf-set ir-azure -Status'
            $result.Output.State | Should -BeExactly 'Limited'
            $result.Warnings | Should -HaveCount 1
            # The command that the warning ends with does it.
            $repair = [regex]::Match($result.Warnings[0], 'Get-AzDataFactoryV2IntegrationRuntime .*-Force').Value
            (Invoke-Answered $repair).Errors | Should -BeNullOrEmpty
            ($runtime | Get-AzDataFactoryV2IntegrationRuntime -Status).State | Should -BeExactly 'Online'
        }

        It 'is not moved when it is the one that every data factory has' {
            $record = Get-Refusal {
                Set-AzDataFactoryV2IntegrationRuntime rg adf-set AutoResolveIntegrationRuntime -Type Managed `
                    -Location WestEurope -Force
            }
            $record | Should -HaveCount 1
            $record.Exception.Message |
                Should -BeLike ("'AutoResolveIntegrationRuntime' is the default integration runtime, which every " +
                    "data factory has: its location is not changed.*another name*")
            Get-SentRequest | Should -Not -BeLike 'PUT*'
        }

        It 'puts each parameter where the service wants it' {
            $setup = New-Object System.Collections.ArrayList
            $null = $setup.Add((New-Object Microsoft.Azure.Management.DataFactory.Models.CmdkeySetup `
                -ArgumentList 'server', 'domain\user',
                    (New-Object Microsoft.Azure.Management.DataFactory.Models.SecureString `
                        -ArgumentList 'planted-cmdkey')))
            $null = $setup.Add((New-Object Microsoft.Azure.Management.DataFactory.Models.EnvironmentVariableSetup `
                -ArgumentList 'NAME', 'value'))
            $null = $setup.Add(@{ type = 'AzPowerShellSetup'; version = '5.5.0' })
            $password = ConvertTo-SecureString 'planted-catalog' -AsPlainText -Force
            $argument = @{
                NodeSize                                           = 'Standard_D4_v3'
                NodeCount                                          = 2
                MaxParallelExecutionsPerNode                       = 4
                CatalogServerEndpoint                              = 'sql.database.windows.net'
                CatalogAdminCredential                             = New-Object PSCredential 'admin', $password
                CatalogPricingTier                                 = 'S1'
                SubnetId                                           =
                    '/subscriptions/x/resourceGroups/n/providers/Microsoft.Network/virtualNetworks/v/subnets/s'
                PublicIPs                                          = '/ip/1', '/ip/2'
                DataFlowComputeType                                = 'General'
                DataFlowCoreCount                                  = 8
                DataFlowTimeToLive                                 = 10
                DataFlowEnableQuickReuse                           = $true
                ManagedVNetCopyComputeScaleDataIntegrationUnit     = 4
                ManagedVNetCopyComputeScaleTimeToLive              = 5
                ManagedVNetPipelineExternalComputeScaleTimeToLive  = 6
                ManagedVNetNumberOfPipelineNodeCount               = 3
                ManagedVNetNumberOfExternalNodeCount               = 2
                SetupScriptContainerSasUri                         =
                    'https://store.blob.core.windows.net/setup?sv=1&sig=planted-sas'
                ExpressCustomSetup                                 = $setup
                Edition                                            = 'standard'
                LicenseType                                        = 'LicenseIncluded'
                DataProxyIntegrationRuntimeName                    = 'ir-new'
                DataProxyStagingLinkedServiceName                  = 'store'
                DataProxyStagingPath                               = 'path'
            }
            $made = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-ssis -Type Managed -Location EastUS @argument
            $kind = (Get-SentBody PUT).properties.typeProperties
            $compute = $kind.computeProperties
            $compute.nodeSize | Should -BeExactly 'Standard_D4_v3'
            $compute.numberOfNodes | Should -Be 2
            $compute.maxParallelExecutionsPerNode | Should -Be 4
            $compute.vNetProperties.subnetId | Should -BeExactly $argument.SubnetId
            $compute.vNetProperties.publicIPs | Should -Be '/ip/1', '/ip/2'
            $compute.dataFlowProperties.computeType | Should -BeExactly 'General'
            $compute.dataFlowProperties.coreCount | Should -Be 8
            $compute.dataFlowProperties.timeToLive | Should -Be 10
            $compute.dataFlowProperties.cleanup | Should -BeFalse
            $compute.copyComputeScaleProperties.dataIntegrationUnit | Should -Be 4
            $compute.copyComputeScaleProperties.timeToLive | Should -Be 5
            $compute.pipelineExternalComputeScaleProperties.timeToLive | Should -Be 6
            $compute.pipelineExternalComputeScaleProperties.numberOfPipelineNodes | Should -Be 3
            $compute.pipelineExternalComputeScaleProperties.numberOfExternalNodes | Should -Be 2
            $ssis = $kind.ssisProperties
            $ssis.catalogInfo.catalogServerEndpoint | Should -BeExactly 'sql.database.windows.net'
            $ssis.catalogInfo.catalogAdminUserName | Should -BeExactly 'admin'
            $ssis.catalogInfo.catalogAdminPassword.type | Should -BeExactly 'SecureString'
            $ssis.catalogInfo.catalogPricingTier | Should -BeExactly 'S1'
            $ssis.customSetupScriptProperties.blobContainerUri |
                Should -BeExactly 'https://store.blob.core.windows.net/setup'
            $ssis.customSetupScriptProperties.sasToken.type | Should -BeExactly 'SecureString'
            $ssis.edition | Should -BeExactly 'standard'
            $ssis.licenseType | Should -BeExactly 'LicenseIncluded'
            $ssis.dataProxyProperties.connectVia.type | Should -BeExactly 'IntegrationRuntimeReference'
            $ssis.dataProxyProperties.connectVia.referenceName | Should -BeExactly 'ir-new'
            $ssis.dataProxyProperties.stagingLinkedService.type | Should -BeExactly 'LinkedServiceReference'
            $ssis.dataProxyProperties.stagingLinkedService.referenceName | Should -BeExactly 'store'
            $ssis.dataProxyProperties.path | Should -BeExactly 'path'
            $ssis.expressCustomSetupProperties.type |
                Should -BeExactly 'CmdkeySetup', 'EnvironmentVariableSetup', 'AzPowerShellSetup'
            $ssis.expressCustomSetupProperties[0].typeProperties.targetName | Should -BeExactly 'server'
            $ssis.expressCustomSetupProperties[0].typeProperties.password.type | Should -BeExactly 'SecureString'
            $ssis.expressCustomSetupProperties[1].typeProperties.variableName | Should -BeExactly 'NAME'
            $ssis.expressCustomSetupProperties[2].typeProperties.version | Should -BeExactly '5.5.0'

            $made.NodeCount | Should -Be 2
            $made.NodeCount | Should -BeOfType [int]
            , $made.PublicIPs | Should -BeOfType [string[]]
            $made.DataFlowEnableCleanUp | Should -BeFalse
            $made.CatalogAdminUserName | Should -BeExactly 'admin'
            $made.CatalogAdminPassword | Should -Not -Match 'planted'
        }

        It 'keeps what is not given: only what was asked changes' {
            $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-ssis -NodeCount 3 -Force
            $kind = (Get-SentBody PUT).properties.typeProperties
            $kind.computeProperties.numberOfNodes | Should -Be 3
            $kind.computeProperties.nodeSize | Should -BeExactly 'Standard_D4_v3'
            $kind.computeProperties.dataFlowProperties.cleanup | Should -BeFalse
            $kind.computeProperties.vNetProperties.publicIPs | Should -Be '/ip/1', '/ip/2'
            $kind.ssisProperties.edition | Should -BeExactly 'standard'
        }

        It 'refuses <Case>' -ForEach @(
            @{ Case = 'a network without its subnet'; With = @{ VNetId = '/v' }; Parameter = 'Type'
                Text = 'Both VNetId and Subnet must be set.' }
            @{ Case = 'a subnet id beside a network'; With = @{ SubnetId = '/s'; VNetId = '/v'; Subnet = 's' }
                Parameter = 'SubnetId'
                Text = 'When subnetId as VNet property of Azure - SSIS integration runtime is provided, the other ' +
                    'subnet and vnetId properties must be empty.' }
            @{ Case = 'Express without a subnet id'; With = @{ VNetInjectionMethod = 'Express' }; Parameter = 'SubnetId'
                Text = 'SubnetId must be set for express Azure-SSIS integration runtime.' }
            @{ Case = 'public addresses without a network'; With = @{ PublicIPs = '/1', '/2' }; Parameter = 'SubnetId'
                Text = 'Please provide a subnet resource ID to bring static public IP addresses for your Azure-SSIS ' +
                    'Integration Runtime.' }
            @{ Case = 'one public address'; With = @{ PublicIPs = '/1'; SubnetId = '/s' }; Parameter = 'PublicIPs'
                Text = 'Please provide two static public IP addresses for your Azure-SSIS Integration Runtime.' }
        ) {
            $record = Get-Refusal {
                Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-refused -Type Managed -Location EastUS @With
            }
            $record.Exception.Message | Should -BeExactly $Text
            $record.Exception | Should -BeOfType [System.Management.Automation.PSArgumentException]
            $record.Exception.ParamName | Should -BeExactly $Parameter
            Get-SentRequest | Should -Not -BeLike 'PUT*'
        }

        It 'refuses a catalog password of more than 128 characters' {
            $credential = New-Object PSCredential 'admin', (ConvertTo-SecureString ('x' * 129) -AsPlainText -Force)
            $record = Get-Refusal {
                Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-refused -Type Managed `
                    -CatalogAdminCredential $credential
            }
            $record.Exception.Message | Should -BeExactly "The password exceeds maximum length of '128'"
        }
    }

    Context 'what it refuses' {
        It 'to create one without a type' {
            $record = Get-Refusal { Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-none -Description d }
            $record.Exception.Message |
                Should -BeExactly "Pramater 'Type' must be provided when creating new integration runtime."
            $record.Exception.ParamName | Should -BeExactly 'Type'
            $record.FullyQualifiedErrorId |
                Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.SetAzureDataFactoryIntegrationRuntimeCommand'
        }

        It 'another type than the existing one' {
            $record = Get-Refusal { Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-ask -Type Managed -Force }
            $record.Exception.Message |
                Should -BeExactly ("The value for pramater 'Type' is different with existing integration runtime " +
                    "with name ir-ask.")
        }

        It 'an authentication key for an existing one' {
            $key = ConvertTo-SecureString 'IR@planted-key' -AsPlainText -Force
            $record = Get-Refusal { Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-ask -AuthKey $key -Force }
            $record.Exception.Message |
                Should -BeExactly ("Updating the authentication key of linked integration runtime 'ir-ask' is not " +
                    "allowed.")
        }

        It 'to share a managed one, before any request' {
            $key = ConvertTo-SecureString 'IR@planted-key' -AsPlainText -Force
            $record = Get-Refusal {
                Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-shared -Type managed -AuthKey $key
            }
            $record.Exception.Message | Should -BeExactly 'Only self-hosted integration runtime can be shared.'
            $record.Exception.ParamName | Should -BeExactly 'AuthKey'
            Get-SentRequest | Should -BeNullOrEmpty
        }

        It 'a type that there is not, in the binding' {
            { Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-x -Type Linked } |
                Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        }

        It 'shared id and detail parameters together, in the binding' {
            { Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-set -Name ir-x `
                -SharedIntegrationRuntimeResourceId /x -Location EastUS } |
                Should -Throw -ErrorId 'AmbiguousParameterSet*'
        }
    }
}

Describe 'Set-AzDataFactoryV2IntegrationRuntime with a shared runtime' {
    BeforeAll {
        $owner = New-TestFactory 'adf-owner'
        $shared = New-TestRuntime 'adf-owner' 'ir-shared'
        $null = New-TestFactory 'adf-user'
        $identity = (Get-AzDataFactoryV2 rg adf-user).Identity.PrincipalId
    }

    BeforeEach { Clear-SentRequest }

    It 'warns without the grant, says how to grant it, and lets the service decide' {
        $record = Get-Refusal {
            $names = @{ ResourceGroupName = 'rg'; DataFactoryName = 'adf-user'; Name = 'ir-linked' }
            Set-AzDataFactoryV2IntegrationRuntime @names -Type SelfHosted `
                -SharedIntegrationRuntimeResourceId $shared.Id `
                -WarningVariable script:warned -WarningAction SilentlyContinue
        }
        "$script:warned" | Should -BeExactly (
            "No role of data factory 'adf-user' on the shared integration runtime 'ir-shared' of data factory " +
            "'adf-owner' was found, so the service may refuse the link. Grant one to its managed identity with: " +
            "New-AzRoleAssignment -ObjectId $identity " +
            "-RoleDefinitionName 'Contributor' -Scope '$($shared.Id)'.")
        $record.Exception.Message | Should -BeLike '*Error Code: *'
        Get-SentRequest | Select-Object -Last 1 | Should -BeLike 'PUT*'
        Get-AzDataFactoryV2IntegrationRuntime rg adf-user | Should -BeNullOrEmpty
    }

    It 'refuses a factory without an identity, and says how to give it one' {
        $url = "$($global:TestEmulator.Endpoint)/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/" +
            "Microsoft.DataFactory/factories/adf-bare?api-version=2018-06-01"
        $token = Invoke-RestMethod -SkipCertificateCheck -NoProxy -Method Post `
            -Uri "$($global:TestEmulator.Endpoint)/$script:HomeTenant/oauth2/v2.0/token" -Body @{
            grant_type = 'client_credentials'; client_id = $script:Owner; client_secret = $script:OwnerSecret
            scope = 'https://management.azure.com/.default' }
        $null = Invoke-RestMethod -SkipCertificateCheck -NoProxy -Method Put -Uri $url -ContentType 'application/json' `
            -Body '{"location":"eastus"}' -Headers @{
            Authorization = "Bearer $($token.access_token)" }
        $record = Get-Refusal {
            Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-bare -Name ir-linked `
                -Type SelfHosted -SharedIntegrationRuntimeResourceId $shared.Id
        }
        $record.Exception.Message |
            Should -BeLike ("Data factory 'adf-bare' has no managed identity, so nothing can be shared with it. " +
                "Give it one with: Set-AzDataFactoryV2 *Nothing was changed.")
        Get-SentRequest | Should -Not -BeLike 'PUT /factories/adf-bare/integrationRuntimes*'
    }

    It 'refuses a managed type in the linked sets' {
        $record = Get-Refusal {
            Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-user -Name ir-linked `
                -Type Managed -SharedIntegrationRuntimeResourceId $shared.Id
        }
        $record.Exception.Message | Should -BeExactly 'Only self-hosted integration runtime can be shared.'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'refuses to create a linked one without a type, as upstream does' {
        $record = Get-Refusal { Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-user `
            -Name ir-linked -SharedIntegrationRuntimeResourceId $shared.Id }
        $record.Exception.Message |
            Should -BeExactly "Pramater 'Type' must be provided when creating new integration runtime."
    }

    Context 'after the grant' {
        BeforeAll {
            $null = New-AzRoleAssignment -ObjectId $identity -RoleDefinitionName Contributor -Scope $shared.Id
        }

        It 'links by resource id, exactly as it is written' {
            $linked = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-user `
                -Name ir-linked -Type SelfHosted -SharedIntegrationRuntimeResourceId $shared.Id -Description 'Borrowed'
            $linked.PSObject.TypeNames[0..2] |
                Should -BeExactly "$models.PSLinkedIntegrationRuntime", "$models.PSSelfHostedIntegrationRuntime",
                "$models.PSIntegrationRuntime"
            $linked.AuthorizationType | Should -BeExactly 'RBAC'
            $linked.Type | Should -BeExactly 'SelfHosted'
            $info = (Get-SentBody PUT).properties.typeProperties.linkedInfo
            $info.authorizationType | Should -BeExactly 'RBAC'
            $info.resourceId | Should -BeExactly $shared.Id
        }

        It 'shows the status of the shared one through the linked one' {
            $status = Get-AzDataFactoryV2IntegrationRuntime rg adf-user ir-linked -Status
            $status.PSObject.TypeNames[0] | Should -BeExactly "$models.PSLinkedIntegrationRuntimeStatus"
            $status.Name | Should -BeExactly 'ir-linked'
            $status.Type | Should -BeExactly 'SelfHosted(Linked)'
            $status.OriginalIntegrationRuntimeName | Should -BeExactly 'ir-shared'
            $status.OriginalDataFactoryName | Should -BeExactly 'adf-owner'
            $status.DataFactoryName | Should -BeExactly 'adf-user'
            $status.AuthorizationType | Should -BeExactly 'RBAC'
        }

        It 'is among the links of the shared one' {
            $links = (Get-AzDataFactoryV2IntegrationRuntime rg adf-owner ir-shared -Status).Links
            $links[0].PSObject.TypeNames[0] |
                Should -BeExactly 'Microsoft.Azure.Management.DataFactory.Models.LinkedIntegrationRuntime'
            $links[0].DataFactoryName | Should -BeExactly 'adf-user'
            $links[0].Name | Should -BeExactly 'ir-linked'
            $links[0].CreateTime | Should -BeOfType [datetime]
        }

        It 'links by key' {
            $keys = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-owner ir-shared
            $key = ConvertTo-SecureString $keys.AuthKey1 -AsPlainText -Force
            $linked = Set-AzDataFactoryV2IntegrationRuntime rg adf-user ir-by-key -Type SelfHosted -AuthKey $key
            $linked.AuthorizationType | Should -BeExactly 'Key'
        }

        It 'does not turn an ordinary runtime into a linked one' {
            $null = New-TestRuntime adf-user ir-own
            $record = Get-Refusal {
                Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-user -Name ir-own `
                -SharedIntegrationRuntimeResourceId $shared.Id -Force
            }
            $record.Exception.Message | Should -BeExactly (
                "Integration runtime 'ir-own' in data factory 'adf-user' exists and is not a linked one. Turning it " +
                "into one would cut off its " +
                'nodes. Choose another name, or remove it first. Nothing was changed.')
        }

        It 'refuses to link to a linked one' {
            $linked = Get-AzDataFactoryV2IntegrationRuntime rg adf-user ir-linked
            $record = Get-Refusal {
                Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-owner -Name ir-chain `
                    -Type SelfHosted -SharedIntegrationRuntimeResourceId $linked.Id
            }
            $record.Exception.Message | Should -BeExactly (
                "Integration runtime 'ir-linked' of data factory 'adf-user' is itself linked to another one. Give " +
                "the resource id of the one that " +
                'has the nodes. Nothing was changed.')
        }

        It 'refuses a shared runtime that does not exist' {
            $record = Get-Refusal {
                Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-user -Name ir-x `
                    -Type SelfHosted -SharedIntegrationRuntimeResourceId ($shared.Id + '-none')
            }
            $record | Should -HaveCount 1
            Get-SentRequest | Should -Not -BeLike 'PUT*'
        }
    }
}

Describe 'Set-AzDataFactoryV2IntegrationRuntime shows what would change' {
    BeforeAll {
        $password = ConvertTo-SecureString 'planted-password' -AsPlainText -Force
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-seen -Type Managed -Location eastus `
            -NodeSize Standard_D2_v3 -NodeCount 2 -CatalogServerEndpoint 'sql.example' `
            -CatalogAdminCredential ([pscredential]::new('sa', $password)) -Description old -Force
        $change = "Integration runtime 'ir-seen' in data factory 'adf-set' exists; this would change:`n" +
            "  ~ NodeCount: 2 -> 4`n  ~ Description: 'old' -> 'new'`n  2 to change"
        $call = 'Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-seen -NodeCount 4 -Description new'
    }

    It 'before its question, which keeps its words' {
        $result = Invoke-Answered $call -Answer No
        $result.Information | Should -BeExactly $change
        $result.Written[0] | Should -BeExactly $change
        $result.Asked | Should -BeExactly ($question -f 'ir-seen')
    }

    It 'before the stock line of -WhatIf, also with $WhatIfPreference' {
        foreach ($script in "$call -WhatIf", "& { `$WhatIfPreference = `$true; $call }") {
            $result = Invoke-Answered $script
            $result.Written[0] | Should -BeExactly $change
            $result.Written[1] | Should -BeLike 'What if: Performing the operation *'
        }
    }

    It 'before ShouldProcess asks' {
        (Invoke-Answered "$call -Confirm" -Answer No).Information | Should -BeExactly $change
    }

    It 'and nothing where nobody looks' {
        (Invoke-Answered "$call -Force").Information | Should -BeNullOrEmpty
        (Invoke-Answered 'Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-quiet -Type SelfHosted').Information |
            Should -BeNullOrEmpty
    }

    It 'and says when it is a creation, or no change' {
        $result = Invoke-Answered ('Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-fresh -Type SelfHosted ' +
            '-Description d -WhatIf')
        $result.Information | Should -BeExactly (
            "Integration runtime 'ir-fresh' in data factory 'adf-set' does not exist and would be created:`n" +
            "  + Type: 'SelfHosted'`n  + Description: 'd'`n  1 to create")
        $result = Invoke-Answered 'Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-seen -WhatIf'
        $result.Information |
            Should -BeExactly "Integration runtime 'ir-seen' in data factory 'adf-set' exists; nothing would change."
    }

    It 'with secrets masked' {
        $result = Invoke-Answered @'
            $password = ConvertTo-SecureString 'planted-again' -AsPlainText -Force
            $administrator = [pscredential]::new('sa', $password)
            Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-seen -CatalogAdminCredential $administrator `
                -SetupScriptContainerSasUri 'https://a.blob.core.windows.net/c?sig=planted-signature' -WhatIf
'@
        $result.Information | Should -BeLike '*CatalogAdminPassword: (secret) -> (another secret)*'
        "$($result.Information)$($result.Written)" | Should -Not -BeLike '*planted*'
    }

    It 'and can be caught or silenced' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-seen -NodeCount 5 -WhatIf `
            -InformationVariable told 6> $null
        $told[0].Tags | Should -Contain 'AzIntegrationRuntime.Change'
        $result = Invoke-Answered "$call -WhatIf -InformationAction Ignore"
        $result.Information | Should -BeNullOrEmpty
        "$($result.Written)" | Should -BeLike 'What if: *'
    }
}

Describe 'Set-AzDataFactoryV2IntegrationRuntime beyond upstream' {
    BeforeEach { Clear-SentRequest }

    It 'clears a description' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-clear -Type SelfHosted -Description d -Force
        (Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-clear -Clear Description -Force).Description |
            Should -BeNullOrEmpty
        @((Get-SentBody PUT).properties.PSObject.Properties.Name) | Should -Not -Contain 'description'
    }

    It 'clears a virtual network and what goes with it, and keeps the rest' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-net -Type Managed -Location eastus `
            -NodeSize Standard_D2_v3 -NodeCount 1 -SubnetId '/subscriptions/s/subnet' -PublicIPs '/ip/1', '/ip/2' -Force
        $runtime = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-net -Clear VirtualNetwork -Force
        $runtime.SubnetId | Should -BeNullOrEmpty
        $runtime.PublicIPs | Should -BeNullOrEmpty
        $runtime.NodeSize | Should -BeExactly 'Standard_D2_v3'
        $runtime.VNetInjectionMethod | Should -BeExactly 'Standard'
    }

    It 'refuses to clear what it sets' {
        (Get-Refusal {
            Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-clear -Clear Description -Description x -Force
        }).Exception.Message |
            Should -BeExactly '-Clear Description and -Description contradict each other. Give one of them.'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'puts a runtime into a managed virtual network' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-vnet -Type Managed -Location AutoResolve `
            -ManagedVirtualNetworkName default -Force
        $sent = (Get-SentBody PUT).properties.managedVirtualNetwork
        $sent.type | Should -BeExactly 'ManagedVirtualNetworkReference'
        $sent.referenceName | Should -BeExactly 'default'
    }

    It 'gives an Azure-SSIS runtime a credential and package stores' {
        $null = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-set -Name ir-stores `
            -Type Managed -Location eastus `
            -NodeSize Standard_D2_v3 -NodeCount 1 -CredentialName cred-one -PackageStore @{ files = 'ls-files' } -Force
        $sent = (Get-SentBody PUT).properties.typeProperties.ssisProperties
        $sent.credential.type | Should -BeExactly 'CredentialReference'
        $sent.credential.referenceName | Should -BeExactly 'cred-one'
        $sent.packageStores[0].name | Should -BeExactly 'files'
        $sent.packageStores[0].packageStoreLinkedService.referenceName | Should -BeExactly 'ls-files'
    }

    It 'refuses these for a self-hosted runtime: <Name>' -ForEach @(
        @{ Name = '-CredentialName'; Argument = @{ CredentialName = 'c' } }
        @{ Name = '-ManagedVirtualNetworkName'; Argument = @{ ManagedVirtualNetworkName = 'default' } }
        @{ Name = '-PackageStore'; Argument = @{ PackageStore = @{ a = 'b' } } }
    ) {
        (Get-Refusal { Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-clear -Force @Argument }).Exception.Message |
            Should -BeLike "$Name is for managed*"
        Get-SentRequest | Should -Not -BeLike 'PUT*'
    }

    It 'merges -Property given as <Form>' -ForEach @(
        @{ Form = 'a hashtable'; Given = @{
            typeProperties = @{ computeProperties = @{ newMember = @{ a = 1 }; location = $null } }
        } }
        @{ Form = 'JSON'
            Given = '{"typeProperties": {"computeProperties": {"newMember": {"a": 1}, "location": null}}}' }
        @{ Form = 'an object'; Given = [pscustomobject]@{
            typeProperties = @{ computeProperties = @{ newMember = [pscustomobject]@{ a = 1 }; location = $null } }
        } }
    ) {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-raw -Type Managed -Location AutoResolve `
            -DataFlowCoreCount 8 -Force
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-raw -Property $Given -Force
        $sent = (Get-SentBody PUT).properties.typeProperties.computeProperties
        $sent.newMember.a | Should -Be 1
        @($sent.PSObject.Properties.Name) | Should -Not -Contain 'location'
        $sent.dataFlowProperties.coreCount | Should -Be 8
    }

    It 'sends a SecureString in -Property as a secret, and shows it nowhere' {
        $secret = ConvertTo-SecureString 'planted-raw' -AsPlainText -Force
        $result = Invoke-Answered @'
            param($Secret)
            $property = @{ typeProperties = @{ hidden = $Secret } }
            Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-raw -Property $property -WhatIf -Verbose -Debug
'@ -Argument @{ Secret = $secret }
        $result.Information | Should -BeLike '*+ typeProperties.hidden.value: (secret)*'
        "$($result.Information)$($result.Written)$($result.Verbose)$($result.Debug)" |
            Should -Not -BeLike '*planted-raw*'
    }

    It 'writes only over the version given as -IfMatch' {
        $runtime = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-version -Type SelfHosted -Force
        $runtime.Etag | Should -Not -BeNullOrEmpty
        $next = Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-version -Description one -IfMatch $runtime.Etag `
            -Force
        $next.Etag | Should -Not -Be $runtime.Etag
        $record = Get-Refusal {
            Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-version -Description two -IfMatch $runtime.Etag -Force
        }
        $record.Exception.Data['StatusCode'] | Should -Be 412
        $record.Exception.Message |
            Should -BeLike '*was changed since it was read. Nothing was overwritten.*'
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-set ir-version).Description | Should -BeExactly 'one'
        (Set-AzDataFactoryV2IntegrationRuntime rg adf-set ir-version -Description two -IfMatch * -Force).Description |
            Should -BeExactly 'two'
    }
}
