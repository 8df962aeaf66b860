# How results look in a console: tables for lists, everything for one.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-look'
    $null = New-TestFactory 'adf-other'
    $null = New-TestRuntime 'adf-look' 'ir-new'
    $null = New-TestRuntime 'adf-look' 'ir-west'
    $key = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-look ir-west
    foreach ($name in 'west-1', 'west-2') {
        $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName $name
    }
    $shared = Get-AzDataFactoryV2IntegrationRuntime rg adf-look ir-west
    $identity = (Get-AzDataFactoryV2 rg adf-other).Identity.PrincipalId
    $null = New-AzRoleAssignment -ObjectId $identity -RoleDefinitionName Contributor -Scope $shared.Id
    $null = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-other -Name ir-linked `
        -Type SelfHosted -SharedIntegrationRuntimeResourceId $shared.Id -Force
    $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-look ir-azure -Type Managed -Location westeurope -Force
    $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-look ir-ssis -Type Managed -Location westeurope `
        -NodeSize Standard_D2_v3 -NodeCount 2 -Force

    function Get-Table {
        # The rows of what the console would show, each as its cells by the columns' names; nothing when it is no table.
        param([Parameter(ValueFromPipeline)]$Object)
        begin { $all = @() }
        process { $all += $Object }
        end {
            # Each group has its own heading and its own columns.
            $lines = @($all | Out-String -Width 200 -Stream |
                Where-Object { $_ -ne '' -and $_ -notlike '   Parent: *' })
            $columns = $null
            for ($index = 0; $index -lt $lines.Count; $index++) {
                if ($index + 1 -lt $lines.Count -and $lines[$index + 1] -match '^-[- ]*$') {
                    $heading = $lines[$index]
                    $columns = [regex]::Matches($lines[$index + 1], '-+ *')
                    $index++
                    continue
                }
                if ($null -eq $columns) {
                    return
                }
                $row = [ordered]@{}
                foreach ($column in $columns) {
                    $cell = { param($Text) $Text.PadRight(250).Substring($column.Index,
                        $(if ($column.NextMatch().Success) { $column.Length } else { 50 })).Trim() }
                    $row[(& $cell $heading)] = & $cell $lines[$index]
                }
                [pscustomobject]$row
            }
        }
    }

    function Get-Colored {
        # What the console would show with colours.
        param([Parameter(ValueFromPipeline)]$Object)
        begin { $all = @() }
        process { $all += $Object }
        end {
            $before = $PSStyle.OutputRendering
            $PSStyle.OutputRendering = 'Ansi'
            try {
                $all | Out-String -Width 200
            } finally {
                $PSStyle.OutputRendering = $before
            }
        }
    }

    function New-Shown {
        param([string]$TypeName, [hashtable]$Member)
        $object = [pscustomobject]$Member
        $object.PSObject.TypeNames.Insert(0, "AzIntegrationRuntime.$TypeName")
        $object
    }
}

AfterAll { Stop-TestEmulator }

Describe 'A list of runtimes' {
    It 'is a table' {
        $table = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-look | Get-Table)
        $table[0].PSObject.Properties.Name | Should -Be 'Name', 'Kind', 'State', 'Location/Nodes', 'Version'
        $table.Name | Should -Be 'ir-azure', 'ir-new', 'ir-ssis', 'ir-west'
        $table.Kind | Should -Be 'Azure', 'SelfHosted', 'AzureSsis', 'SelfHosted'
        $table.'Location/Nodes' | Should -Be 'westeurope', '', 'westeurope', ''
    }

    It 'shows states, nodes and versions with -Status' {
        $table = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-look -Status | Get-Table)
        $table.State | Should -Be 'Online', 'NeedRegistration', 'Initial', 'Online'
        $table.'Location/Nodes' | Should -Be 'westeurope', '0 nodes', 'westeurope', '2 nodes'
        $table.Version[3] | Should -Match '^\d+(\.\d+){3}$'
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-other -Status | Get-Table).Kind | Should -Be 'Linked'
    }

    It 'is a table too where each came through the pipeline' {
        $table = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-look | Get-AzDataFactoryV2IntegrationRuntime -Status |
            Get-Table)
        $table.State | Should -Be 'Online', 'NeedRegistration', 'Initial', 'Online'
    }

    It 'says one node, not 1 nodes' {
        $table = 1, 3 | ForEach-Object {
            New-Shown RuntimeInList @{ Name = 'a'; Type = 'SelfHosted'; Nodes = @('n') * $_ }
        } | Get-Table
        $table.'Location/Nodes' | Should -Be '1 node', '3 nodes'
    }

    It 'shows a runtime of an unknown kind' {
        $table = New-Shown RuntimeInList @{ Name = 'a'; Type = 'Airflow'; Kind = 'Airflow'; Properties = @{ x = 1 } } |
            Get-Table
        $table.Kind | Should -BeExactly 'Airflow'
        $table.State | Should -BeExactly ''
    }

    It 'says whose the runtimes are above them' {
        $lines = @(Get-AzDataFactoryV2 rg | Get-AzDataFactoryV2IntegrationRuntime | Out-String -Width 120 -Stream)
        $lines -like '   Parent:*' | Should -Be '   Parent: adf-look (DataFactory)',
            '   Parent: adf-other (DataFactory)'
        $lines[1] | Should -BeExactly '   Parent: adf-look (DataFactory)'
    }

    It 'looks the same for every service' {
        $null = Set-AzPurviewIntegrationRuntime -AccountName purview-emulator -Name ir-scan -Type SelfHosted -Force
        $null = Set-AzSynapseIntegrationRuntime -WorkspaceName synapse-emulator -Name ir-azure -Type Managed `
            -Location westeurope -Force
        $all = @(Get-AzDataFactoryV2 rg adf-look) + @(Get-AzSynapseWorkspace) + @(Get-AzPurviewAccount) |
            Get-AzIntegrationRuntime -Status
        $table = @($all | Get-Table)
        $table[0].PSObject.Properties.Name | Should -Be 'Name', 'Kind', 'State', 'Location/Nodes', 'Version'
        $table.Name | Should -Be 'ir-azure', 'ir-new', 'ir-ssis', 'ir-west', 'AutoResolveIntegrationRuntime',
            'ir-azure', 'ir-scan'
        $table.Kind | Should -Be 'Azure', 'SelfHosted', 'AzureSsis', 'SelfHosted', 'AzureDefault', 'Azure', 'SelfHosted'
        $table.'Location/Nodes' | Should -Be 'westeurope', '0 nodes', 'westeurope', '2 nodes', 'AutoResolve',
            'westeurope', '0 nodes'
        @($all | Out-String -Width 120 -Stream) -like '   Parent:*' |
            Should -Be '   Parent: adf-look (DataFactory)', '   Parent: synapse-emulator (Synapse)',
            '   Parent: purview-emulator (Purview)'
    }

    It 'is shown without a new error in $Error, in strict mode too' {
        $list = Get-AzDataFactoryV2IntegrationRuntime rg adf-look
        $before = $global:Error.Count
        $null = & { Set-StrictMode -Version Latest; $list | Out-String }
        $global:Error.Count | Should -Be $before
    }
}

Describe 'One runtime' {
    It 'is shown with everything, in upstream''s order' {
        $one = Get-AzDataFactoryV2IntegrationRuntime rg adf-look ir-west -Status
        $shown = $one | Out-String -Stream | Where-Object { $_ -match '^(?<name>\w+) +:' } |
            ForEach-Object { $Matches['name'] }
        $shown | Should -Be $one.PSObject.Properties.Name
    }

    It 'is shown so when it was written' {
        New-TestRuntime 'adf-look' 'ir-new' | Get-Table | Should -BeNullOrEmpty
    }

    It 'has no view of its own for the names of upstream''s types' {
        $file = Join-Path (Split-Path $script:MainManifest) 'formats/AzIntegrationRuntime.format.ps1xml'
        $formats = [xml][IO.File]::ReadAllText($file)
        $formats.SelectNodes('//TypeName').InnerText | Should -Not -BeLike 'Microsoft.*'
        $formats.SelectNodes('//TypeName').InnerText.Count | Should -BeGreaterThan 0
    }
}

Describe 'Other results' {
    It 'data factories: a table for a list, everything for one' {
        $table = @(Get-AzDataFactoryV2 rg | Get-Table)
        $table[0].PSObject.Properties.Name |
            Should -Be 'DataFactoryName', 'ResourceGroupName', 'Location', 'ProvisioningState'
        $table.DataFactoryName | Should -Be 'adf-look', 'adf-other'
        $table.ProvisioningState | Should -Be 'Succeeded', 'Succeeded'
        Get-AzDataFactoryV2 rg adf-look | Get-Table | Should -BeNullOrEmpty
    }

    It 'workspaces and Purview accounts: a table for a list, everything for one' {
        foreach ($name in 'Get-AzSynapseWorkspace', 'Get-AzPurviewAccount') {
            $table = @(& $name | Get-Table)
            $table[0].PSObject.Properties.Name | Should -Be 'Name', 'ResourceGroupName', 'Location', 'ProvisioningState'
            $table.Name | Should -BeLike '*-emulator'
            $table.ProvisioningState | Should -Be 'Succeeded'
            & $name -ResourceGroupName rg-emulator -Name $table.Name | Get-Table | Should -BeNullOrEmpty
        }
    }

    It 'nodes of a self-hosted runtime' {
        $table = @((Get-AzDataFactoryV2IntegrationRuntime rg adf-look ir-west -Status).Nodes | Get-Table)
        $table[0].PSObject.Properties.Name |
            Should -Be 'Name', 'Status', 'Version', 'JobsLimit', 'JobsMax', 'LastConnectTime'
        $table.Name | Should -Be 'west-1', 'west-2'
        $table.Status | Should -Be 'Online', 'Online'
        $table[0].LastConnectTime | Should -Not -BeNullOrEmpty
        $table = @(Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-look ir-west -Name west-2 | Get-Table)
        $table.Name | Should -Be 'west-2'
    }

    It 'nodes of a managed runtime' {
        $null = Start-AzDataFactoryV2IntegrationRuntime rg adf-look ir-ssis -Force
        $table = @((Get-AzDataFactoryV2IntegrationRuntime rg adf-look ir-ssis -Status).Nodes | Get-Table)
        $table[0].PSObject.Properties.Name | Should -Be 'NodeId', 'Status', 'Errors'
        $table.Status | Should -Be 'Available', 'Available'
        $table.Errors | Should -Be '0', '0'
        (New-Shown ManagedNode @{ NodeId = 'n'; Status = 'Unavailable'; Errors = @('a', 'b') } | Get-Table).Errors |
            Should -Be '2'
    }

    It 'links, metrics and operations' {
        $table = @((Get-AzDataFactoryV2IntegrationRuntime rg adf-look ir-west -Status).Links | Get-Table)
        $table[0].PSObject.Properties.Name | Should -Be 'Name', 'DataFactoryName', 'DataFactoryLocation', 'CreateTime'
        $table.DataFactoryName | Should -Be 'adf-other'
        $table = @((Get-AzDataFactoryV2IntegrationRuntimeMetric rg adf-look ir-west).Nodes | Get-Table)
        $table[0].PSObject.Properties.Name |
            Should -Be 'NodeName', 'CpuUtilization', 'AvailableMemoryInMb', 'JobsRunning', 'JobsLimit'
        $table.NodeName | Should -Be 'west-1', 'west-2'
        $operation = Stop-AzDataFactoryV2IntegrationRuntime rg adf-look ir-ssis -Force -NoWait
        $table = @($operation | Get-Table)
        $table[0].PSObject.Properties.Name | Should -Be 'Kind', 'Name', 'Parent', 'StartTime', 'Id'
        $table.Parent | Should -Be 'adf-look'
        $table.Id | Should -Be $operation.Id
    }
}

Describe 'Colours' {
    It '<State> is <Color>' -ForEach @(
        foreach ($state in 'Online', 'Started', 'Available') { @{ State = $state; Color = 'Green' } }
        foreach ($state in 'Starting', 'Stopping', 'Recycling', 'Limited', 'Upgrading', 'NeedRegistration',
            'Initializing') { @{ State = $state; Color = 'Yellow' } }
        foreach ($state in 'Offline', 'InitializeFailed', 'AccessDenied', 'Unavailable') {
            @{ State = $state; Color = 'Red' }
        }
    ) {
        $wanted = [regex]::Escape("$($PSStyle.Foreground.$Color)$State$($PSStyle.Reset)")
        New-Shown RuntimeInList @{ Name = 'a'; Type = 'SelfHosted'; Kind = 'SelfHosted'; State = $State } |
            Get-Colored | Should -Match $wanted
        New-Shown Node @{ NodeName = 'a'; Status = $State } | Get-Colored | Should -Match $wanted
        New-Shown ManagedNode @{ NodeId = 'a'; Status = $State; Errors = @() } | Get-Colored | Should -Match $wanted
    }

    It '<State> has none' -ForEach @(@{ State = 'Stopped' }, @{ State = 'Initial' }, @{ State = 'Newer' }) {
        $shown = New-Shown RuntimeInList @{ Name = 'a'; Type = 'SelfHosted'; Kind = 'SelfHosted'; State = $State } |
            Get-Colored
        $shown | Should -Match "SelfHosted +$State"
    }

    It 'leave the columns in line' {
        $list = 'Online', 'NeedRegistration', 'Stopped', 'Offline' |
            ForEach-Object {
                New-Shown RuntimeInList @{
                    Name = 'a'
                    Type = 'SelfHosted'
                    Kind = 'SelfHosted'
                    State = $_
                    Version = '5.5'
                }
            }
        $plain = ($list | Get-Colored) -replace '\x1b\[[\d;]*m'
        ($plain -replace ' +(?=\r?\n)') | Should -BeExactly (($list | Out-String -Width 200) -replace ' +(?=\r?\n)')
    }

    It 'do not go into files and texts' {
        $list = Get-AzDataFactoryV2IntegrationRuntime rg adf-look -Status
        $file = Join-Path $TestDrive 'list.txt'
        $before = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'Host'
        try {
            $list > $file
            [IO.File]::ReadAllText($file) | Should -Match 'NeedRegistration'
            [IO.File]::ReadAllText($file) | Should -Not -Match "`e"
            $list | Out-String | Should -Not -Match "`e"
        } finally {
            $PSStyle.OutputRendering = $before
        }
        $list.State | Should -Not -Match "`e"
    }
}
