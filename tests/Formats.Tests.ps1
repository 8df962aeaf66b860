# How results look in a console: one table for an object however it was got, lists where a table has no room.

BeforeDiscovery {
    $services = @(
        @{
            Service = 'DataFactory'
            Own     = 'Microsoft.Azure.Commands.DataFactoryV2.Models'
            Sdk     = 'Microsoft.Azure.Management.DataFactory.Models'
        }
        @{
            Service = 'Synapse'
            Own     = 'Microsoft.Azure.Commands.Synapse.Models'
            Sdk     = 'Microsoft.Azure.Management.Synapse.Models'
        }
    )
    $states = @(
        foreach ($state in 'Online', 'Started', 'Available') { @{ State = $state; Color = 'Green' } }
        $yellow = 'Starting', 'Stopping', 'Recycling', 'Limited', 'Upgrading', 'NeedRegistration', 'Initializing'
        foreach ($state in $yellow) { @{ State = $state; Color = 'Yellow' } }
        foreach ($state in 'Offline', 'InitializeFailed', 'AccessDenied', 'Unavailable') {
            @{ State = $state; Color = 'Red' }
        }
    )
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    . $PSScriptRoot/types.ps1

    function Get-Table {
        # The rows of what the console would show, each as its cells by the columns' names; nothing when it is no table.
        param([Parameter(ValueFromPipeline)]$Object, [int]$Width = 200)
        begin { $all = @() }
        process { $all += $Object }
        end {
            # Each group has its own heading and its own columns.
            $lines = @($all | Out-String -Width $Width -Stream |
                    Where-Object { $_ -ne '' -and $_ -notmatch '^   \w+: ' })
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
                    $length = if ($column.NextMatch().Success) { $column.Length } else { 50 }
                    $cell = { param($Text) $Text.PadRight(250).Substring($column.Index, $length).Trim() }
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

    function New-Node {
        param([string]$Sdk, [string]$Name, [string]$Status = 'Online')
        New-Model "$Sdk.SelfHostedIntegrationRuntimeNode" @{ NodeName = $Name; Status = $Status; Version = '5.44' }
    }

    function New-List {
        # A runtime of each kind.
        param([string]$Service, [string]$Own, [string]$Sdk)
        $parent = @{ Parent = 'adf'; Service = $Service }
        New-Model "$Own.PSSelfHostedIntegrationRuntime" ($parent + @{ Name = 'ir-plain'; Type = 'SelfHosted' })
        New-Model "$Own.PSSelfHostedIntegrationRuntimeStatus" ($parent + @{
                Name = 'ir-status'; Type = 'SelfHosted'; State = 'Online'; Version = '5.44'
                Nodes = @((New-Node $Sdk 'n1'), (New-Node $Sdk 'n2'))
            })
        New-Model "$Own.PSLinkedIntegrationRuntimeStatus" ($parent + @{
                Name = 'ir-linked'; Type = 'SelfHosted(Linked)'; State = 'Limited'; Nodes = @()
            })
        New-Model "$Own.PSManagedIntegrationRuntime" ($parent + @{
                Name = 'ir-ssis'; Type = 'Managed'; State = 'Stopped'; NodeCount = 2
            })
        New-Model "$Own.PSIntegrationRuntime" ($parent + @{ Name = 'ir-odd'; Kind = 'Airflow' })
    }
}

Describe 'Runtimes of <Service>' -ForEach $services {
    It 'have one table' {
        $table = @(New-List $Service $Own $Sdk | Get-Table)
        $table[0].PSObject.Properties.Name | Should -Be 'Name', 'Type', 'State', 'Nodes', 'Version'
        $table.Name | Should -Be 'ir-plain', 'ir-status', 'ir-linked', 'ir-ssis', 'ir-odd'
        $table.Type | Should -Be 'SelfHosted', 'SelfHosted', 'SelfHosted(Linked)', 'Managed', 'Airflow'
        $table.State | Should -Be '', 'Online', 'Limited', 'Stopped', ''
        $table.Nodes | Should -Be '', '2', '0', '2', ''
        $table.Version | Should -Be '', '5.44', '', '', ''
    }

    It 'have it each alone, and with Format-Table' {
        foreach ($runtime in New-List $Service $Own $Sdk) {
            ($runtime | Get-Table).Name | Should -Be $runtime.Name
            ($runtime | Format-Table | Get-Table).Name | Should -Be $runtime.Name
        }
    }

    It 'fit in 80 columns' {
        $table = @(New-List $Service $Own $Sdk | Get-Table -Width 80)
        $table.Type | Should -Be 'SelfHosted', 'SelfHosted', 'SelfHosted(Linked)', 'Managed', 'Airflow'
    }

    It 'have everything in a list, in order' {
        $one = @(New-List $Service $Own $Sdk)[1]
        $shown = $one | Format-List | Out-String -Stream | Where-Object { $_ -match '^(?<name>\w+) +:' } |
            ForEach-Object { $Matches['name'] }
        $shown | Should -Be $one.PSObject.Properties.Name
    }

    It 'say above them whose they are' {
        $lines = @(New-List $Service $Own $Sdk | Out-String -Width 120 -Stream)
        $lines -like '   Parent:*' | Should -Be "   Parent: adf ($Service)"
    }

    It 'have the table when they come from a file' {
        $path = Join-Path $TestDrive 'list.xml'
        New-List $Service $Own $Sdk | Export-Clixml -Path $path
        @(Import-Clixml -Path $path | Get-Table).Nodes | Should -Be '', '2', '0', '2', ''
    }

    It 'are shown without a new error in $Error, in strict mode too' {
        $list = @(New-List $Service $Own $Sdk)
        $before = $global:Error.Count
        $table = @(& { Set-StrictMode -Version Latest; $list | Get-Table })
        $global:Error.Count | Should -Be $before
        $table.Nodes | Should -Be '', '2', '0', '2', ''
    }

    It 'are shown in Constrained Language Mode' {
        $list = @(New-List $Service $Own $Sdk)
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddCommand('Import-Module').AddParameter('Name', $script:MainManifest).Invoke()
            $shell.Commands.Clear()
            $shell.Runspace.SessionStateProxy.LanguageMode = 'ConstrainedLanguage'
            $shown = $shell.AddCommand('Out-String').AddParameter('Width', 200).Invoke($list) -join ''
        } finally {
            $shell.Dispose()
        }
        $shown | Should -Match 'ir-status +SelfHosted +Online +2 +5\.44'
    }

    It 'have keys that are seen whole, and what follows too' {
        $values = @{ AuthKey1 = 'IR@1@' + 'a' * 90; AuthKey2 = 'IR@1@' + 'b' * 90 }
        $lines = @((New-Model "$Own.PSIntegrationRuntimeKeys" $values), (New-List $Service $Own $Sdk)[1] |
                Out-String -Width 120 -Stream)
        $lines[1] | Should -BeExactly "AuthKey1 : $($values.AuthKey1)"
        $lines[2] | Should -BeExactly "AuthKey2 : $($values.AuthKey2)"
        $lines -match 'ir-status' | Should -Not -BeNullOrEmpty
    }

    It 'have metrics with a row a node' {
        $nodes = foreach ($name in 'n1', 'n2', 'n3') {
            $values = @{ NodeName = $name; ConcurrentJobsRunning = 1; ConcurrentJobsLimit = 4 }
            if ($name -ne 'n2') { $values['CpuUtilization'] = 7 }
            New-Model "$Sdk.IntegrationRuntimeNodeMonitoringData" $values
        }
        $metric = New-Model "$Own.PSIntegrationRuntimeMetrics" @{ IntegrationRuntimeName = 'ir'; Nodes = $nodes }
        $wanted = 'NodeName', 'CpuUtilization', 'AvailableMemoryInMb', 'JobsRunning', 'JobsLimit'
        foreach ($table in @($metric | Get-Table), @($metric.Nodes | Get-Table), @($metric | Get-Table -Width 80)) {
            $table[0].PSObject.Properties.Name | Should -Be $wanted
            $table.NodeName | Should -Be 'n1', 'n2', 'n3'
            $table.CpuUtilization | Should -Be '7', '', '7'
            $table.JobsLimit | Should -Be '4', '4', '4'
        }
    }

    It 'have nodes and links' {
        $columns = 'Name', 'Status', 'Version', 'JobsLimit', 'JobsMax', 'LastConnectTime'
        $inner = @((New-Node $Sdk 'n1'), (New-Node $Sdk 'n2' 'Offline') | Get-Table)
        $outer = @(New-Model "$Own.PSSelfHostedIntegrationRuntimeNode" @{ Name = 'n1'; Status = 'Online' } | Get-Table)
        $inner[0].PSObject.Properties.Name | Should -Be $columns
        $outer[0].PSObject.Properties.Name | Should -Be $columns
        $inner.Name | Should -Be 'n1', 'n2'
        $outer.Name | Should -Be 'n1'

        $errors = 1, 2 | ForEach-Object { New-Model "$Sdk.ManagedIntegrationRuntimeError" @{ Code = "$_" } }
        $table = New-Model "$Sdk.ManagedIntegrationRuntimeNode" @{ NodeId = 'n'; Errors = $errors } | Get-Table
        $table.PSObject.Properties.Name | Should -Be 'NodeId', 'Status', 'Errors'
        $table.Errors | Should -Be '2'

        $link = New-Model "$Sdk.LinkedIntegrationRuntime" @{ Name = 'ir'; DataFactoryName = 'adf-other' } | Get-Table
        $link.PSObject.Properties.Name | Should -Be 'Name', 'DataFactoryName', 'DataFactoryLocation', 'CreateTime'
    }
}

Describe 'Other results' {
    It 'a runtime of Purview has the same table' {
        $table = New-Model 'AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntimeStatus' @{
            Name = 'ir'; Type = 'SelfHosted'; State = 'Online'; Version = '5.1'
        } | Get-Table
        $table.PSObject.Properties.Name | Should -Be 'Name', 'Type', 'State', 'Nodes', 'Version'
    }

    It 'a data factory, a workspace and an account have a table' {
        $columns = 'ResourceGroupName', 'Location', 'ProvisioningState'
        $commands = 'Microsoft.Azure.Commands'
        $factory = New-Model "$commands.DataFactoryV2.Models.PSDataFactory" @{ DataFactoryName = 'adf' } | Get-Table
        $factory.PSObject.Properties.Name | Should -Be (@('DataFactoryName') + $columns)
        foreach ($class in "$commands.Synapse.Models.PSSynapseWorkspace", 'AzIntegrationRuntime.Purview.Account') {
            $parent = New-Model $class @{ Name = 'parent' } | Get-Table
            $parent.PSObject.Properties.Name | Should -Be (@('Name') + $columns)
        }
    }

    It 'operations and findings have a table' {
        $operation = New-Model 'AzIntegrationRuntime.Operation' @{ Kind = 'Start'; Name = 'ir' } | Get-Table
        $operation.PSObject.Properties.Name | Should -Be 'Kind', 'Name', 'ResourceGroupName', 'StartTime', 'Id'
        $values = @{ Area = 'a'; Check = 'c'; Result = 'Passed' }
        $finding = New-Model 'AzIntegrationRuntime.PrerequisiteFinding' $values | Get-Table
        $finding.PSObject.Properties.Name | Should -Be 'Result', 'Check', 'Required', 'Found'
    }

    It 'findings, changes and verdicts of a fleet have a table' {
        $values = @{ Code = 'AZIR101'; Severity = 'Error'; Title = 't'; Due = [datetime]'2026-12-01T05:00:00Z' }
        $finding = New-Model 'AzIntegrationRuntime.FleetFinding' $values | Get-Table
        $finding.PSObject.Properties.Name | Should -Be 'Severity', 'Code', 'Resource', 'Due', 'Title'
        $finding.Due | Should -Match '^2026-1\d-\d\d$'
        $change = New-Model 'AzIntegrationRuntime.FleetChange' @{ Change = 'New' } | Get-Table
        $change.PSObject.Properties.Name | Should -Be 'Change', 'Resource', 'Before', 'After'
        $verdict = New-Model 'AzIntegrationRuntime.FleetVerdict' @{ Verdict = 'Healthy' } | Get-Table
        $verdict.PSObject.Properties.Name | Should -Be 'Verdict', 'Resource', 'State', 'Findings', 'Due'
    }

    It 'those of a fleet can be read in 80 columns: no name and no word is cut' {
        $values = @{
            Code = 'AZIR101'; Severity = 'Information'; Title = 'The version of a node has expired'
            Parent = 'adf-integration-hub'; Runtime = 'ir-onprem-shared'; Node = 'SHIR-WEU-01'
            Verdict = 'Information'; State = 'NeedRegistration'; Change = 'Version'; Before = '5.59.9420.1'
            After = '5.62.9510.2'; IntegrationRuntime = 'ir-onprem-shared'; NodeName = 'SHIR-WEU-01'
            Status = 'Online'; Version = '5.62.9510.2'
        }
        foreach ($class in 'FleetFinding', 'FleetChange', 'FleetVerdict') {
            $type = "AzIntegrationRuntime.$class" -as [type]
            $own = @{}
            $type.GetProperties().Name | Where-Object { $values.ContainsKey($_) } |
                ForEach-Object { $own[$_] = $values[$_] }
            $text = New-Model $type.FullName $own | Out-String -Width 80
            foreach ($word in 'adf-integration-hub', 'ir-onprem-shared') { $text | Should -Match $word -Because $class }
            $text -split '\r?\n' | ForEach-Object { $_.Length | Should -BeLessOrEqual 90 }
        }
    }

    It 'a context shows the parts of it' {
        $models = 'Microsoft.Azure.Commands.Profile.Models'
        $context = New-Model "$models.Core.PSAzureContext" @{
            Name         = 'work'
            Account      = New-Model "$models.PSAzureRmAccount" @{ Id = 'me@contoso.com' }
            Environment  = New-Model "$models.PSAzureEnvironment" @{ Name = 'AzureCloud' }
            Subscription = New-Model "$models.PSAzureSubscription" @{ Id = 'sub' }
            Tenant       = New-Model "$models.PSAzureTenant" @{ Id = 'tenant' }
        }
        $table = $context | Get-Table
        $table.Account, $table.SubscriptionName, $table.Environment, $table.TenantId |
            Should -Be 'me@contoso.com', 'sub', 'AzureCloud', 'tenant'
        $signedIn = New-Model "$models.Core.PSAzureProfile" @{ Context = $context } | Get-Table
        $signedIn.Account, $signedIn.SubscriptionName, $signedIn.Environment, $signedIn.TenantId |
            Should -Be 'me@contoso.com', 'sub', 'AzureCloud', 'tenant'
    }
}

Describe 'Colours' -Skip:($PSVersionTable.PSVersion.Major -le 5) {
    BeforeAll {
        $own = 'Microsoft.Azure.Commands.DataFactoryV2.Models'
        $sdk = 'Microsoft.Azure.Management.DataFactory.Models'
        function New-InState {
            param([string]$State)
            New-Model "$own.PSSelfHostedIntegrationRuntimeStatus" @{ Name = 'a'; Type = 'SelfHosted'; State = $State }
        }
    }

    It '<State> is <Color>' -ForEach $states {
        $wanted = [regex]::Escape("$($PSStyle.Foreground.$Color)$State$($PSStyle.Reset)")
        New-InState $State | Get-Colored | Should -Match $wanted
        New-Node $sdk 'a' $State | Get-Colored | Should -Match $wanted
        $managed = New-Model "$sdk.ManagedIntegrationRuntimeNode" @{ NodeId = 'a'; Status = $State }
        $managed | Get-Colored | Should -Match $wanted
    }

    It '<State> has none' -ForEach @(@{ State = 'Stopped' }, @{ State = 'Initial' }, @{ State = 'Newer' }) {
        New-InState $State | Get-Colored | Should -Match "SelfHosted +$State"
    }

    It 'leave the columns in line' {
        $list = 'Online', 'NeedRegistration', 'Stopped', 'Offline' | ForEach-Object { New-InState $_ }
        $plain = ($list | Get-Colored) -replace '\x1b\[[\d;]*m'
        ($plain -replace ' +(?=\r?\n)') | Should -BeExactly (($list | Out-String -Width 200) -replace ' +(?=\r?\n)')
    }

    It 'do not go into files and texts' {
        $list = 'Online', 'NeedRegistration' | ForEach-Object { New-InState $_ }
        $file = Join-Path $TestDrive 'list.txt'
        $before = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'Host'
        try {
            $list > $file
            [IO.File]::ReadAllText($file) | Should -Match 'NeedRegistration'
            [IO.File]::ReadAllText($file) | Should -Not -Match ([string][char]27)
            $list | Out-String | Should -Not -Match ([string][char]27)
        } finally {
            $PSStyle.OutputRendering = $before
        }
        $list.State | Should -Not -Match ([string][char]27)
    }
}
