# What people and Synapse give that they should not. People get an error record that names the thing and the next step,
# and nothing is written; of the service's odd answers the object is shown with its raw value, or an error record says
# what is wrong.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-bad'
    $factory = New-TestFactory 'adf-bad'
    $self = New-TestSynapseRuntime 'syn-bad' 'ir-self'
    $where = @{ ResourceGroupName = 'rg'; WorkspaceName = 'syn-bad' }
    $azure = Set-AzSynapseIntegrationRuntime @where -Name ir-azure -Type Managed -Location westeurope
    $ssis = Set-AzSynapseIntegrationRuntime @where -Name ir-ssis -Type Managed -Location westeurope `
        -NodeSize Standard_D2_v3 -NodeCount 1
    $factoryRuntime = New-TestRuntime 'adf-bad' 'ir-factory'
    $models = 'Microsoft.Azure.Commands.Synapse.Models'

    function Assert-Refusal {
        # One error record in words like these, after requests with these methods only.
        param([scriptblock]$Command, [string]$Like, [string]$Sent = '')

        Clear-SentRequest
        $records = @(Get-Refusal $Command)
        $methods = @(Get-SentRequest) -replace '^POST .*/getStatus$', 'STATUS' -replace ' .*$', ''
        $records | Should -HaveCount 1
        $records[0].Exception.Message | Should -BeLike $Like
        $records[0].InvocationInfo.PositionMessage | Should -Not -Match 'AzIntegrationRuntime\.psm1'
        ($methods | Sort-Object -Unique) -join ' ' | Should -Be $Sent
    }

    function Set-Planted {
        # Stores a runtime, or what its status shall be, as no PUT would make it.
        param([string]$Name, [string]$Property = '{"type":"SelfHosted"}', [string]$Status = 'null')

        $body = '{{"runtimeId":"{0}/integrationRuntimes/{1}","properties":{2},"status":{3}}}' -f $workspace.Id, $Name,
            $Property, $Status
        $null = Invoke-RestMethod -Method Put -Uri "$($global:TestEmulator.Endpoint)/emulator/runtimes" `
            -SkipCertificateCheck -NoProxy -Body $body -ContentType 'application/json; charset=utf-8'
    }
}

AfterAll { Stop-TestEmulator }

Describe 'A workspace where a data factory was meant, and the reverse' {
    It 'is told by the id: <Case>' -ForEach @(
        @{ Case = 'a factory''s runtime in a Synapse cmdlet'
            Like = "*is not the resource id of an integration runtime in a " +
                "workspace*Get-AzDataFactoryV2IntegrationRuntime*"
            Call = { Get-AzSynapseIntegrationRuntime -ResourceId $factoryRuntime.Id } }
        @{ Case = 'a workspace''s runtime in a Data Factory cmdlet'
            Like = "*is not the resource id of an integration runtime in a data " +
                "factory*Get-AzSynapseIntegrationRuntime*"
            Call = { Get-AzDataFactoryV2IntegrationRuntime -ResourceId $self.Id } }
        @{ Case = 'a workspace where its runtime is wanted'
            Like = "*is not the resource id of an integration runtime in a workspace*"
            Call = { Get-AzSynapseIntegrationRuntime -ResourceId $workspace.Id } }
        @{ Case = 'a factory where a workspace is wanted'; Like = "*is not the resource id of a workspace*"
            Call = { Get-AzSynapseWorkspace -ResourceId $factory.DataFactoryId } }
        @{ Case = 'an id that is too short'; Like = 'Invalid format of the resource identifier.*'
            Call = { Get-AzSynapseIntegrationRuntime -ResourceId '/subscriptions/x' } }
    ) {
        Assert-Refusal $Call $Like
    }

    It 'is told by the name: there is no such workspace' {
        Assert-Refusal { Get-AzSynapseIntegrationRuntime -WorkspaceName adf-bad } (
            "Could not find workspace: 'adf-bad' in any resource group in the currently selected subscription: *. " +
            'Please ensure this workspace exists and that the current user has access to it.*') 'GET'
    }

    It 'is told by the object in the binding: <Case>' -ForEach @(
        @{ Case = 'a runtime of a factory'; Type = 'PSIntegrationRuntime'
            Call = { Get-AzSynapseIntegrationRuntime -InputObject $factoryRuntime } }
        @{ Case = 'a factory'; Type = 'PSSynapseWorkspace'
            Call = { Get-AzSynapseIntegrationRuntime -WorkspaceObject $factory } }
        @{ Case = 'a workspace as a runtime'; Type = 'PSIntegrationRuntime'
            Call = { Set-AzSynapseIntegrationRuntime -InputObject $workspace -Force } }
        @{ Case = 'a runtime as a workspace'; Type = 'PSSynapseWorkspace'
            Call = { Remove-AzSynapseIntegrationRuntime -WorkspaceObject $self -Name x -Force } }
    ) {
        Assert-Refusal $Call "*$models.$Type*"
    }

    It 'is told from the pipeline' {
        Assert-Refusal { $factory | Get-AzSynapseIntegrationRuntime } '*cannot be*'
        Assert-Refusal { $factoryRuntime | Remove-AzSynapseIntegrationRuntime -Force } '*cannot be*'
    }
}

Describe 'Names' {
    It 'are checked before any request: <Case>' -ForEach @(
        @{ Case = 'of a workspace'; Like = "'bad/name' is not a valid Synapse workspace name.*"
            Call = { Get-AzSynapseIntegrationRuntime -ResourceGroupName rg -WorkspaceName 'bad/name' } }
        @{ Case = 'of a runtime'; Like = "'ir/1' is not a valid integration runtime name.*"
            Call = { Get-AzSynapseIntegrationRuntime -WorkspaceName syn-bad -Name 'ir/1' } }
        @{ Case = 'of a group'; Like = "'rg.' is not a valid resource group name.*"
            Call = { Get-AzSynapseIntegrationRuntime -ResourceGroupName 'rg.' -WorkspaceName syn-bad } }
        @{ Case = 'of a node'; Like = "'a b' is not a valid node name.*"
            Call = { Get-AzSynapseIntegrationRuntimeNode -WorkspaceName syn-bad -IntegrationRuntimeName ir-self `
                -Name 'a b' } }
    ) {
        Assert-Refusal $Call $Like
    }

    It 'that two resource groups have are not guessed' {
        $list = @{ value = @('rg', 'rg-two' |
            ForEach-Object {
                @{ id = $workspace.Id -replace '/resourceGroups/rg/', "/resourceGroups/$_/"; name = 'syn-bad'
                    location = 'eastus' }
            }) }
        Add-Fault @{ method = 'GET'; path = 'Microsoft.Synapse/workspaces\?'; body = (ConvertTo-Json $list -Depth 5) }
        Assert-Refusal {
            Get-AzSynapseIntegrationRuntime -WorkspaceName syn-bad
        } "*'syn-bad'*rg*rg-two*-ResourceGroupName*" 'GET'
    }

    It 'of a workspace that does not exist, with its group' {
        Assert-Refusal {
            Get-AzSynapseIntegrationRuntime -ResourceGroupName rg -WorkspaceName syn-none -Name ir-self
        } "*Microsoft.Synapse/workspaces/syn-none*" 'GET'
    }
}

Describe 'Objects that pass for a workspace or a runtime' {
    It 'say what they lack: <Case>' -ForEach @(
        @{ Case = 'a workspace without a name'; Type = 'PSSynapseWorkspace'; Member = @{ Location = 'here' }
            Like = '*has no Name*' }
        @{ Case = 'a workspace without group and id'; Type = 'PSSynapseWorkspace'; Member = @{ Name = 'syn-bad' }
            Like = '*ResourceGroupName*' }
        @{ Case = 'a runtime without a workspace'; Type = 'PSIntegrationRuntime'
            Member = @{ Name = 'ir-self'; ResourceGroupName = 'rg' }; Like = '*WorkspaceName*' }
    ) {
        $object = [pscustomobject]$Member
        $object.pstypenames.Insert(0, "$models.$Type")
        Assert-Refusal { $object | Get-AzSynapseIntegrationRuntime } $Like
    }
}

Describe 'A kind that cannot do it' {
    It '<Case>' -ForEach @(
        @{ Case = 'a self-hosted one is not started'; Sent = 'GET'
            Like = "Integration runtime 'ir-self' in workspace 'syn-bad' is self-hosted. Only an Azure-SSIS*"
            Call = { $self | Start-AzSynapseIntegrationRuntime -Force } }
        @{ Case = 'an Azure one is not started'; Sent = 'GET POST'; Like = '*'
            Call = { $azure | Start-AzSynapseIntegrationRuntime -Force } }
        @{ Case = 'a managed one has no keys'; Sent = 'POST'; Like = 'HTTP Status Code: BadRequest*'
            Call = { $azure | Get-AzSynapseIntegrationRuntimeKey } }
        @{ Case = 'a managed one is not updated'; Sent = 'GET'
            Like = 'The resource is not a valid self-hosted integration runtime.'
            Call = { $azure | Update-AzSynapseIntegrationRuntime -AutoUpdate On } }
    ) {
        Assert-Refusal $Call $Like $Sent
    }

    It 'and the runtime that every workspace has is neither removed nor moved' {
        foreach ($name in 'AutoResolveIntegrationRuntime', 'autoresolveintegrationruntime') {
            Assert-Refusal {
                Remove-AzSynapseIntegrationRuntime @where -Name $name -Force
            } '*AutoResolveIntegrationRuntime*'
        }
        (Get-Refusal {
            Set-AzSynapseIntegrationRuntime @where -Name AutoResolveIntegrationRuntime -Location WestEurope -Force
        }).Exception.Message |
            Should -BeLike '*AutoResolveIntegrationRuntime*-Location*'
        (Get-Refusal {
            Set-AzSynapseIntegrationRuntime @where -Name AutoResolveIntegrationRuntime -Property @{
                typeProperties = @{ computeProperties = @{ location = 'WestEurope' } }
            } -Force
        }).Exception.Message |
            Should -BeLike '*AutoResolveIntegrationRuntime*'
        Get-SentRequest | Should -Not -BeLike 'PUT*'
        Get-SentRequest | Should -Not -BeLike 'DELETE*'
    }
}

Describe 'What the service answers' {
    AfterEach { Clear-Fault }

    It 'has errors without an envelope, and their code and words come through' {
        Add-Fault @{ method = 'GET'; path = 'integrationRuntimes/ir-self'; status = 404; times = 1
            body = '{"code":"NotFound","message":"The document could not be retrieved because it does not ' +
                'exist.","target":"x","details":null,"error":null}' }
        Assert-Refusal { Get-AzSynapseIntegrationRuntime @where -Name ir-self } (
            "HTTP Status Code: NotFound`nError Code: NotFound`nError Message: The document could not be retrieved " +
            "because it does not exist.*") 'GET'
    }

    It 'is 201 where 200 is usual: a runtime that is written at once' {
        Add-Fault @{ method = 'PUT'; path = 'ir-made'; status = 201
            body = "{""id"":""$($workspace.Id)/integrationruntimes/ir-made"",""name"":""ir-made"",""type"":""x""," +
                '"properties":{"type":"SelfHosted","description":"at once"}}' }
        (Set-AzSynapseIntegrationRuntime @where -Name ir-made -Type SelfHosted).Description |
            Should -BeExactly 'at once'
    }

    It 'is 204 where 200 is usual: <Case>' -ForEach @(
        @{ Case = 'a DELETE of what is not there is a warning'; Path = 'integrationRuntimes/ir-self'; Method = 'DELETE'
            Call = 'Remove-AzSynapseIntegrationRuntime -ResourceGroupName rg -WorkspaceName syn-bad -Name ir-self ' +
                '-Force'; Warning = "Integration runtime 'ir-self' does not exist in the workspace 'syn-bad'." }
        @{ Case = 'an upgrade says nothing'; Path = 'upgrade'; Method = 'POST'
            Call = 'Invoke-AzSynapseIntegrationRuntimeUpgrade -ResourceGroupName rg -WorkspaceName syn-bad -Name ' +
                'ir-self'; Warning = $null }
    ) {
        Add-Fault @{ method = $Method; path = $Path; status = 204; body = '' }
        $result = Invoke-Answered $Call
        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
        "$($result.Warnings)" | Should -BeExactly "$Warning"
    }

    It 'is an operation that fails: its words come through' {
        Add-Fault @{ path = 'operationResults'; status = 400; times = 0
            body = '{"code":"VnetNotReady","message":"The managed network is not ' +
                'ready.","target":null,"details":null,"error":null}' }
        $records = @(Get-Refusal { Set-AzSynapseIntegrationRuntime @where -Name ir-late -Type Managed })
        $records | Should -HaveCount 1
        $records[0].Exception.Message | Should -BeLike '*VnetNotReady*The managed network is not ready.*'
    }

    It 'is a GET with null for a runtime: an error, not an object of nulls' {
        Add-Fault @{ method = 'GET'; path = 'integrationRuntimes/ir-self'; body = 'null' }
        @(Get-Refusal { Get-AzSynapseIntegrationRuntime @where -Name ir-self }) | Should -HaveCount 1
    }

    It 'has a first service address that is null' {
        $status = '{"name":"ir-self","properties":{"type":"SelfHosted","state":"Online","dataFactoryName":"syn-bad",' +
            '"typeProperties":{"serviceUrls":[null,"wu2.frontend.clouddatahub.net"],"nodes":[]}}}'
        Add-Fault @{ method = 'POST'; path = 'ir-self/getStatus'; body = $status }
        $found = $self | Get-AzSynapseIntegrationRuntime -Status
        $found.State | Should -BeExactly 'Online'
        $found.ServiceUrls | Should -Contain 'wu2.frontend.clouddatahub.net'
    }

    It 'has a state that nobody knows' {
        Add-Fault @{ method = 'POST'; path = 'ir-azure/getStatus'
            body = '{"name":"ir-azure","properties":{"type":"Managed","state":"Hibernating","typeProperties":{}}}' }
        ($azure | Get-AzSynapseIntegrationRuntime -Status).State | Should -BeExactly 'Hibernating'
    }

    It 'has a type that nobody knows' {
        Set-Planted 'ir-odd' '{"type":"Airflow","typeProperties":{"computeProperties":{"location":5}}}'
        $odd = Get-AzSynapseIntegrationRuntime @where -Name ir-odd
        $odd.Kind | Should -BeExactly 'Airflow'
        $odd.Properties.typeProperties.computeProperties.location | Should -Be 5
    }

    It 'has no secret in any error or stream' {
        $secret = ConvertTo-SecureString 'planted-secret' -AsPlainText -Force
        Add-Fault @{ method = 'PUT'; path = 'ir-secret'; status = 400; body = '{"code":"BadRequest","message":"no"}' }
        $result = Invoke-Answered ('param($Secret, $Where) Set-AzSynapseIntegrationRuntime @Where -Name ir-secret ' +
            '-Type Managed -CatalogServerEndpoint s -CatalogAdminCredential ([pscredential]::new("a", $Secret)) ' +
            '-SetupScriptContainerSasUri "https://a/c?sig=planted-sas" -Verbose -Debug') -Argument @{
            Secret = $secret; Where = $where }
        $result.Errors | Should -HaveCount 1
        ($result | Out-String -Width 4000) + ($result.Errors | Format-List * -Force | Out-String) +
            ($result.Verbose + $result.Debug + $result.Information + $result.Written | Out-String) |
            Should -Not -Match 'planted'
    }
}
