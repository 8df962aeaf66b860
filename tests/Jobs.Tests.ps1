# What -AsJob returns: its state, its streams, and how it ends.

BeforeAll {
    . $PSScriptRoot/boundary.ps1
    Start-BoundaryTest
}

AfterAll { Stop-TestEmulator }

Describe 'A job' {
    BeforeAll {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Type Managed -Location eastus `
            -NodeSize Standard_D2_v3 -NodeCount 1 -Force
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-vnet -Type Managed -Location eastus `
            -ManagedVirtualNetworkName default -Force
        $wait = '| ForEach-Object { $job = $_; Wait-Job $job | Out-Null; $job }'
    }

    AfterAll { Get-Job | Remove-Job -Force }

    It 'begins after the last question: <Name>' -ForEach @(
        @{ Name = 'two questions'; Text = 'Start-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Confirm -AsJob'
            Answer = 'Yes', 'Yes' }
        @{ Name = 'one, by its own'; Text = 'Stop-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -AsJob'
            Answer = 'Yes' }
        @{ Name = 'one, by -Confirm'
            Text = 'Start-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Force -Confirm -AsJob'; Answer = 'Yes' }
        @{ Name = 'none with -Force'; Text = 'Stop-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Force -AsJob'
            Answer = @() }
        @{ Name = 'none with -Confirm:$false'
            Text = 'Start-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Confirm:$false -AsJob'; Answer = @() }
        @{ Name = 'a cmdlet with ShouldProcess only'
            Text = 'Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring rg adf-pump ir-vnet -AsJob'
            Answer = @() }
        @{ Name = 'the same with -Confirm'
            Text = 'Disable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring rg adf-pump ir-vnet -Confirm -AsJob'
            Answer = 'Yes' }
        @{ Name = 'a cmdlet without questions'
            Text = 'Wait-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -State Started -AsJob'; Answer = @() }
    ) {
        $result = Invoke-Answered "$Text $wait" -Answer $Answer
        $result.Errors | Should -BeNullOrEmpty
        $result.Unanswered | Should -Be 0
        $result.Output | Should -HaveCount 1
        $job = $result.Output[0]
        $job.GetType().FullName | Should -BeExactly 'AzIntegrationRuntime.Jobs.NativeJob'
        $job.Name | Should -BeExactly "$(($Text -split '-')[0]) $(($Text -split ' ')[3])"
        $job.Command | Should -BeExactly ($Text -split ' ')[0]
        $job.State | Should -BeExactly 'Completed'
        $job.Error | Should -BeNullOrEmpty
    }

    It 'has failed where the cmdlet would have failed, with the cmdlet''s error' {
        $result = Invoke-Answered "Stop-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-none -AsJob $wait"
        $result.Errors | Should -BeNullOrEmpty
        $job = $result.Output[0]
        $job.State | Should -BeExactly 'Failed'
        $job.Error[0].Exception.Message | Should -BeLike 'HTTP Status Code: NotFound*'
        $job.Error[0].FullyQualifiedErrorId | Should -BeExactly (
            (Get-Command Stop-AzDataFactoryV2IntegrationRuntime).ImplementingType.FullName)
    }

    It 'has failed where the cmdlet would have failed before its question' {
        $result = Invoke-Answered "Start-AzDataFactoryV2IntegrationRuntime -ResourceId '/not/one' -AsJob $wait"
        $result.Errors | Should -BeNullOrEmpty
        $result.Output[0].State | Should -BeExactly 'Failed'
        $result.Output[0].Error | Should -HaveCount 1
    }

    It 'does not begin: <Name>' -ForEach @(
        @{ Name = 'the answer is no'; Text = 'Start-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -AsJob'
            Answer = 'No' }
        @{ Name = 'the first answer is no'
            Text = 'Start-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Confirm -AsJob'; Answer = 'No' }
        @{ Name = '-WhatIf'; Text = 'Stop-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Force -WhatIf -AsJob'
            Answer = @() }
    ) {
        $result = Invoke-Answered $Text -Answer $Answer
        $result.Output | Should -BeNullOrEmpty
        $result.Unanswered | Should -Be 0
    }

    It 'writes an operation with -NoWait, and is as talkative as its cmdlet' {
        $result = Invoke-Answered ("Stop-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Force -NoWait -Debug " +
            "-AsJob $wait")
        $result.Output[0].Output[0].Kind | Should -BeExactly 'Stop'
        $result.Output[0].Output[0].PSObject.TypeNames[0] | Should -BeExactly 'AzIntegrationRuntime.Operation'
        $result.Output[0].Debug.Count | Should -BeGreaterThan 0
        $result = Invoke-Answered ("Stop-AzDataFactoryV2IntegrationRuntime rg adf-pump ir-job -Force -NoWait -AsJob " +
            "$wait")
        $result.Output[0].Debug.Count | Should -Be 0
    }

    It 'runs at once, is among the session''s jobs, and stops: <Way>' -ForEach @(
        @{ Way = 'Stop-Job'; Stop = { Stop-Job $args[0] } }
        @{ Way = 'Remove-Job -Force'; Stop = { Remove-Job $args[0] -Force } }
        @{ Way = 'Dispose'; Stop = { $args[0].Dispose() } }
    ) {
        $job = Invoke-QuietProbe selftest.wait -AsJob
        $job.State | Should -BeExactly 'Running'
        (Get-Job -Id $job.Id).InstanceId | Should -Be $job.InstanceId
        $watch = [System.Diagnostics.Stopwatch]::StartNew()
        & $Stop $job
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 5
        $job.State | Should -BeExactly 'Stopped'
        # The library's operation is closed, too.
        $job.GetType().GetField('operation', $script:Hidden).GetValue($job).IsClosed | Should -BeTrue
        if ($Way -ne 'Remove-Job -Force') { Remove-Job $job -Force }
    }

    It 'gives what it has to Receive-Job, waiting where that is wanted' {
        $received = Invoke-QuietProbe selftest.values -AsJob | Wait-Job | Receive-Job
        # Receive-Job leaves the null out.
        @($received).Count | Should -Be 4
        $received[2] | Should -BeExactly 'bare'
        $records = Get-Refusal { Invoke-QuietProbe selftest.panic -AsJob | Wait-Job | Receive-Job }
        $records.Exception.Message | Should -BeLike 'A mistake in AzIntegrationRuntime*'
        # PowerShell shows it before the message.
        $records.CategoryInfo.Activity | Should -Not -BeNullOrEmpty
    }
}
