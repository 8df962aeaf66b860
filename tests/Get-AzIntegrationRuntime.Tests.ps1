BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $factory = New-TestFactory 'adf-all'
    $workspace = New-TestWorkspace 'syn-all'
    $null = New-TestRuntime 'adf-all' 'ir-self'
    $azure = Set-AzDataFactoryV2IntegrationRuntime rg adf-all ir-azure -Type Managed -Location westeurope
    $null = New-TestSynapseRuntime 'syn-all' 'ir-self'
    $ssis = $workspace | Set-AzSynapseIntegrationRuntime -Name ir-ssis -Type Managed -Location eastus `
        -NodeSize Standard_D2_v3 -NodeCount 1
    $account = Get-AzPurviewAccount -Name purview-emulator
    $null = $account | Set-AzPurviewIntegrationRuntime -Name ir-scan -Type SelfHosted
}

AfterAll { Stop-TestEmulator }

Describe 'Get-AzIntegrationRuntime' {
    BeforeEach { Clear-SentRequest }

    It 'lists those of a data factory: <Name>' -ForEach @(
        @{ Name = 'by its name alone'; Call = { Get-AzIntegrationRuntime -DataFactoryName adf-all } }
        @{ Name = 'with its group'; Call = { Get-AzIntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-all } }
        @{ Name = 'by its id'; Call = { Get-AzIntegrationRuntime -ResourceId $factory.DataFactoryId } }
        @{ Name = 'as an object'; Call = { Get-AzIntegrationRuntime -InputObject $factory } }
        @{ Name = 'from the pipeline'; Call = { Get-AzDataFactoryV2 rg adf-all | Get-AzIntegrationRuntime } }
    ) {
        $list = @(& $Call)
        $list.Name | Sort-Object | Should -Be 'ir-azure', 'ir-self'
        $list.Service | Should -Be 'DataFactory', 'DataFactory'
        $list.Parent | Should -Be 'adf-all', 'adf-all'
        ($list | Where-Object Name -EQ 'ir-self').pstypenames |
            Should -Contain 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntime'
    }

    It 'lists those of all subscriptions' {
        $list = @(Get-AzIntegrationRuntime)
        $list.Service | Select-Object -Unique | Sort-Object | Should -Be 'DataFactory', 'Purview', 'Synapse'
        $list.SubscriptionId | Select-Object -Unique | Should -Be $script:SubscriptionId
        @($list | Where-Object Service -EQ 'DataFactory').Name | Sort-Object | Should -Be 'ir-azure', 'ir-self'
        (Get-AzIntegrationRuntime -Name 'ir-s*' -Status).Name | Sort-Object |
            Should -Be 'ir-scan', 'ir-self', 'ir-self', 'ir-ssis'
    }

    It 'lists those of a resource group, and tells near names of one that is not there' {
        (Get-AzIntegrationRuntime -ResourceGroupName rg-emulator).Service | Sort-Object -Unique |
            Should -Be 'Purview', 'Synapse'
        (Get-Refusal { Get-AzIntegrationRuntime -ResourceGroupName rg-none }).Exception.Message |
            Should -BeLike "*'rg-none'*"
        (Get-Refusal { Get-AzIntegrationRuntime -ResourceGroupName rg-emulatr }).Exception.Message |
            Should -BeLike "*Did you mean 'rg-emulator'?*"
    }

    It 'lists those of a workspace: <Name>' -ForEach @(
        @{ Name = 'by its name alone'; Call = { Get-AzIntegrationRuntime -WorkspaceName syn-all } }
        @{ Name = 'with its group'; Call = { Get-AzIntegrationRuntime -ResourceGroupName rg -WorkspaceName syn-all } }
        @{ Name = 'by its id'; Call = { Get-AzIntegrationRuntime -Id $workspace.Id } }
        @{ Name = 'as an object'; Call = { Get-AzIntegrationRuntime -InputObject $workspace } }
        @{ Name = 'from the pipeline'; Call = { Get-AzSynapseWorkspace -Name syn-all | Get-AzIntegrationRuntime } }
        @{ Name = 'by an object with an id'
            Call = { [pscustomobject]@{ Id = $workspace.Id } | Get-AzIntegrationRuntime } }
    ) {
        $list = @(& $Call)
        $list.Name | Sort-Object | Should -Be 'AutoResolveIntegrationRuntime', 'ir-self', 'ir-ssis'
        $list.Service | Select-Object -Unique | Should -Be 'Synapse'
        ($list | Sort-Object Name).Kind | Should -Be 'AzureDefault', 'SelfHosted', 'AzureSsis'
    }

    It 'lists those of a Purview account: <Name>' -ForEach @(
        @{ Name = 'by its name alone'; Call = { Get-AzIntegrationRuntime -AccountName purview-emulator } }
        @{ Name = 'with its group'; Call = {
            Get-AzIntegrationRuntime -ResourceGroupName rg-emulator -AccountName purview-emulator
        } }
        @{ Name = 'by its id'; Call = { Get-AzIntegrationRuntime -ResourceId $account.Id } }
        @{ Name = 'from the pipeline'; Call = { $account | Get-AzIntegrationRuntime } }
    ) {
        $list = @(& $Call)
        $list.Name | Should -Be 'ir-scan'
        $list[0].Service | Should -BeExactly 'Purview'
        $list[0].Parent | Should -BeExactly 'purview-emulator'
        $list[0].Kind | Should -BeExactly 'SelfHosted'
    }

    It 'gets the one that a runtime''s id or object names' {
        @(Get-AzIntegrationRuntime -ResourceId $azure.Id).Name | Should -Be 'ir-azure'
        @($azure, $ssis | Get-AzIntegrationRuntime).Name | Should -Be 'ir-azure', 'ir-ssis'
    }

    It 'takes names and ids from the pipeline, and says when a name is of nothing, or of several' {
        @('adf-all', 'syn-all', $account.Id | Get-AzIntegrationRuntime).Parent | Select-Object -Unique |
            Should -Be 'adf-all', 'syn-all', 'purview-emulator'
        $records = Get-Refusal { 'nothing' | Get-AzIntegrationRuntime }
        $records[0].Exception.Message |
            Should -BeLike "*no data factory, Synapse workspace or Purview account with the name 'nothing'*"
        $null = New-TestFactory 'syn-all'
        $records = Get-Refusal { 'syn-all' | Get-AzIntegrationRuntime }
        $records[0].Exception.Message |
            Should -BeLike "*data factory 'syn-all' and of workspace 'syn-all'*-WorkspaceName*"
    }

    It 'takes several of different services, and shows them by what holds them' {
        $all = @($factory, $workspace | Get-AzIntegrationRuntime)
        $all | Should -HaveCount 5
        $all | Select-Object Service, Parent, Kind, Name | ForEach-Object { $_.Parent } | Select-Object -Unique |
            Should -Be 'adf-all', 'syn-all'
        @($all | Out-String -Width 120 -Stream) -like '   Parent:*' |
            Should -Be '   Parent: adf-all (DataFactory)', '   Parent: syn-all (Synapse)'
    }

    It 'has rows for a file, with -Status too' {
        $rows = @(Get-AzIntegrationRuntime -Status | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv)
        $rows.Count | Should -BeGreaterThan 1
        $texts = @($rows | ForEach-Object { $_.PSObject.Properties.Value })
        $texts -match 'System\.|Microsoft\.Azure\.' | Should -BeNullOrEmpty
    }

    It 'gets states and versions with -Status' {
        $list = @($factory, $workspace | Get-AzIntegrationRuntime -Status)
        ($list | Where-Object Name -EQ 'ir-ssis').State | Should -BeExactly 'Initial'
        ($list | Where-Object Name -EQ 'ir-self').State | Should -Be 'NeedRegistration', 'NeedRegistration'
    }

    It 'takes wildcards in -Name' {
        @($factory, $workspace | Get-AzIntegrationRuntime -Name 'IR-S*').Name |
            Should -Be 'ir-self', 'ir-self', 'ir-ssis'
        @(Get-AzIntegrationRuntime -WorkspaceName syn-all -Name 'none-*') | Should -HaveCount 0
        @(Get-AzIntegrationRuntime -DataFactoryName adf-all -Name ir-azure).Name | Should -Be 'ir-azure'
        @(Get-AzIntegrationRuntime -DataFactoryName adf-all -Name ir-self, ir-azure).Name |
            Should -Be 'ir-self', 'ir-azure'
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'the id of something else'
            Call = { Get-AzIntegrationRuntime -ResourceId (
                $workspace.Id -replace 'Synapse/workspaces', 'Storage/storageAccounts'
            ) } }
        @{ Name = 'an object of something else'
            Call = { [pscustomobject]@{ Colour = 'red' } | Get-AzIntegrationRuntime } }
    ) {
        $records = Get-Refusal $Call
        $records | Should -HaveCount 1
        $records[0].Exception.Message | Should -BeLike '*data factory*'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'says what does not exist: <Name>' -ForEach @(
        @{ Name = 'a factory'; Call = { Get-AzIntegrationRuntime -DataFactoryName adf-none }; Like = '*adf-none*' }
        @{ Name = 'a workspace'; Call = { Get-AzIntegrationRuntime -WorkspaceName syn-none }
            Like = "*Could not find workspace: 'syn-none'*" }
        @{ Name = 'an account'; Call = { Get-AzIntegrationRuntime -AccountName pv-none }
            Like = "*Could not find Purview account: 'pv-none'*" }
        @{ Name = 'a runtime'; Call = { Get-AzIntegrationRuntime -DataFactoryName adf-all -Name ir-none }
            Like = '*NotFound*' }
    ) {
        $records = Get-Refusal $Call
        $records | Should -HaveCount 1
        $records[0].Exception.Message | Should -BeLike $Like
    }
}
