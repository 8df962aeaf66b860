BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-get'
    foreach ($name in 'ir-1', 'ir-2') {
        $null = New-TestSynapseRuntime 'syn-get' $name
    }
    $null = Set-AzSynapseIntegrationRuntime -WorkspaceName syn-get -Name ir-azure -Type Managed -Location westeurope
    $where = @{ ResourceGroupName = 'rg'; WorkspaceName = 'syn-get' }
    $one = Get-AzSynapseIntegrationRuntime @where -Name ir-1
    $models = 'Microsoft.Azure.Commands.Synapse.Models'
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzSynapseIntegrationRuntime' {
    BeforeEach { Clear-SentRequest }

    It 'gets one by name with one request' {
        $found = @(Get-AzSynapseIntegrationRuntime @where -Name ir-1)
        $found | Should -HaveCount 1
        $found[0].Name | Should -BeExactly 'ir-1'
        $found[0].Id |
            Should -BeLike ("/subscriptions/$script:SubscriptionId/resourceGroups/rg/providers/Microsoft.Synapse/" +
                "workspaces/syn-get/integrationruntimes/ir-1")
        Get-SentRequest | Should -Be 'GET /workspaces/syn-get/integrationRuntimes/ir-1'
        (Get-AzSynapseIntegrationRuntime @where -IntegrationRuntimeName ir-1).Name | Should -BeExactly 'ir-1'
    }

    It 'finds the resource group by the name of the workspace' {
        (Get-AzSynapseIntegrationRuntime -WorkspaceName syn-get -Name ir-1).ResourceGroupName | Should -Be 'rg'
        Get-SentRequest | Should -Be 'GET /workspaces', 'GET /workspaces/syn-get/integrationRuntimes/ir-1'
    }

    It 'lists all without a name, the workspace''s own among them' {
        $list = @(Get-AzSynapseIntegrationRuntime @where)
        $list.Name | Sort-Object | Should -Be 'AutoResolveIntegrationRuntime', 'ir-1', 'ir-2', 'ir-azure'
        ($list | Where-Object Kind -EQ 'AzureDefault').Name | Should -BeExactly 'AutoResolveIntegrationRuntime'
        ($list | Where-Object Kind -EQ 'Azure').Name | Should -BeExactly 'ir-azure'
        Get-SentRequest | Should -Be 'GET /workspaces/syn-get/integrationRuntimes'
    }

    It 'lists all pages' {
        Set-Emulator @{ pageSize = 1 }
        try {
            @(Get-AzSynapseIntegrationRuntime @where).Count | Should -Be 4
        } finally {
            Set-Emulator @{ pageSize = 50 }
        }
    }

    It 'takes a workspace, an id and a runtime, by name and from the pipeline' {
        (Get-AzSynapseIntegrationRuntime -WorkspaceObject $workspace -Name ir-2).Name | Should -BeExactly 'ir-2'
        @($workspace | Get-AzSynapseIntegrationRuntime).Count | Should -Be 4
        (Get-AzSynapseIntegrationRuntime -ResourceId $one.Id).Name | Should -BeExactly 'ir-1'
        (Get-AzSynapseIntegrationRuntime -InputObject $one).Name | Should -BeExactly 'ir-1'
        @($one | Get-AzSynapseIntegrationRuntime).Name | Should -BeExactly 'ir-1'
    }

    It 'takes Az''s own workspace, whose group is in its id only' {
        $foreign = [pscustomobject]@{
            PSTypeName = "$models.PSSynapseWorkspace"
            Name = 'syn-get'
            Id = $workspace.Id
            Location = 'eastus'
        }
        ($foreign | Get-AzSynapseIntegrationRuntime -Name ir-1).ResourceGroupName | Should -Be 'rg'
    }

    It 'gets the status with -Status, by <Name>' -ForEach @(
        @{ Name = 'name'; Call = { Get-AzSynapseIntegrationRuntime @where -Name ir-1 -Status } }
        @{ Name = 'id'; Call = { Get-AzSynapseIntegrationRuntime -ResourceId $one.Id -Status } }
        @{ Name = 'object'; Call = { $one | Get-AzSynapseIntegrationRuntime -Status } }
    ) {
        (& $Call).State | Should -BeExactly 'NeedRegistration'
        Get-SentRequest | Sort-Object | Should -Be @(
            'GET /workspaces/syn-get/integrationRuntimes/ir-1'
            'POST /workspaces/syn-get/integrationRuntimes/ir-1/getStatus')
    }

    It 'gets the status of each of a list' {
        $list = @(Get-AzSynapseIntegrationRuntime @where -Status)
        $list.Count | Should -Be 4
        ($list | Where-Object Name -EQ 'ir-2').State | Should -BeExactly 'NeedRegistration'
        ($list | Where-Object Name -EQ 'ir-azure').State | Should -BeExactly 'Online'
    }

    It 'returns it with -IfNoneMatch only when somebody has changed it' {
        Get-AzSynapseIntegrationRuntime @where -Name ir-1 -IfNoneMatch $one.Etag | Should -BeNullOrEmpty
        $null = Set-AzSynapseIntegrationRuntime @where -Name ir-1 -Description changed -Force
        (Get-AzSynapseIntegrationRuntime @where -Name ir-1 -IfNoneMatch $one.Etag).Description |
            Should -BeExactly 'changed'
    }

    It 'binds nothing by property name, and nothing by position' {
        { [pscustomobject]@{
            WorkspaceName = 'syn-get'
            Name = 'ir-1'
        } | Get-AzSynapseIntegrationRuntime -ErrorAction Stop } | Should -Throw -ErrorId 'AmbiguousParameterSet*'
        { Get-AzSynapseIntegrationRuntime syn-get ir-1 } | Should -Throw -ErrorId 'PositionalParameterNotFound*'
    }

    It 'has the properties of Az with the workspace''s name, and ours after them' {
        $one.PSObject.TypeNames[0] | Should -BeExactly "$models.PSSelfHostedIntegrationRuntime"
        $one.PSObject.TypeNames | Should -Contain "$models.PSIntegrationRuntime"
        $names = @($one.PSObject.Properties.Name)
        $names | Should -Contain 'WorkspaceName'
        $names | Should -Not -Contain 'DataFactoryName'
        $names[-7..-1] | Should -BeExactly @(
            'Service', 'Parent', 'Kind', 'State', 'Version', 'SubscriptionId', 'PortalUrl')
        $one.WorkspaceName | Should -BeExactly 'syn-get'
        $one.Service | Should -BeExactly 'Synapse'
        $one.Parent | Should -BeExactly 'syn-get'
        $one.Kind | Should -BeExactly 'SelfHosted'
        $managed = Get-AzSynapseIntegrationRuntime @where -Name ir-azure
        $managed.PSObject.TypeNames[0] | Should -BeExactly "$models.PSManagedIntegrationRuntime"
        $managed.Location | Should -BeExactly 'westeurope'
        ($managed | Get-AzSynapseIntegrationRuntime -Status).PSObject.TypeNames[0] |
            Should -BeExactly "$models.PSManagedIntegrationRuntimeStatus"
    }

    It 'explains a Limited one, with the repair' {
        $managed = Get-AzSynapseIntegrationRuntime @where -Name ir-azure
        $null = Invoke-Emulator PATCH '/emulator/runtimes' @{ runtimeId = $managed.Id; state = 'Limited' }
        $result = Invoke-Answered 'param($Id) Get-AzSynapseIntegrationRuntime -ResourceId $Id -Status' `
            -Argument @{ Id = $managed.Id }
        $result.Output.State | Should -BeExactly 'Limited'
        $result.Warnings | Should -HaveCount 1
        $result.Warnings[0] | Should -BeLike '*Limited*Set-AzSynapseIntegrationRuntime -Force*'
    }

    It 'says that a runtime is missing in five lines, and goes on' {
        $result = Invoke-Answered ("Get-AzSynapseIntegrationRuntime -ResourceGroupName rg -WorkspaceName syn-get " +
            "-Name ir-none; 'went on'")
        $result.Output | Should -Be 'went on'
        Get-FiveLine $result.Errors[0] |
            Should -BeLike ("HTTP Status Code: NotFound`nError Code: NotFound`nError Message: The document could " +
                "not be retrieved because it does not exist.*")
        $result.Errors[0].CategoryInfo.Category | Should -Be 'CloseError'
        $result.Errors[0].FullyQualifiedErrorId |
            Should -BeExactly 'Microsoft.Azure.Commands.Synapse.GetAzureSynapseIntegrationRuntime'
    }
}
