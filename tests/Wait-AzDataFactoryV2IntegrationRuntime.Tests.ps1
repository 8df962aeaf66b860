BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-wait'
    $self = New-TestRuntime 'adf-wait' 'ir-self'
    $key = (Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-wait ir-self).AuthKey1
}

AfterAll { Stop-TestEmulator }

Describe 'Wait-AzDataFactoryV2IntegrationRuntime' {
    BeforeEach {
        Set-Emulator @{ operationSeconds = 0 }
        $ssis = Set-AzDataFactoryV2IntegrationRuntime rg adf-wait "ir-ssis-$(Get-Random)" -Type Managed `
            -Location eastus -NodeSize Standard_D2_v3 -NodeCount 1 -Force
    }

    It 'waits for what -NoWait began, and writes the status' {
        $operation = Start-AzDataFactoryV2IntegrationRuntime -InputObject $ssis -Force -NoWait
        $status = $operation | Wait-AzDataFactoryV2IntegrationRuntime
        $status.pstypenames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntimeStatus'
        $status.State | Should -BeExactly 'Started'
    }

    It 'picks up an operation that was stored as <Format>' -ForEach @(
        @{ Format = 'CLIXML'; Store = {
            param($Operation, $Path)
            $Operation | Export-Clixml $Path
            Import-Clixml $Path
        } }
        @{ Format = 'JSON'; Store = {
            param($Operation, $Path)
            $Operation | ConvertTo-Json | Set-Content $Path
            Get-Content $Path -Raw | ConvertFrom-Json
        } }
    ) {
        $operation = Start-AzDataFactoryV2IntegrationRuntime -InputObject $ssis -Force -NoWait
        $again = & $Store $operation (Join-Path $TestDrive 'operation')
        ($again | Wait-AzDataFactoryV2IntegrationRuntime).State | Should -BeExactly 'Started'
        (Wait-AzDataFactoryV2IntegrationRuntime -InputObject $again).State | Should -BeExactly 'Started'
    }

    It 'follows an operation until it ends' {
        Set-Emulator @{ operationSeconds = 2 }
        $operation = Start-AzDataFactoryV2IntegrationRuntime -InputObject $ssis -Force -NoWait
        (Get-AzDataFactoryV2IntegrationRuntime -ResourceId $ssis.Id -Status).State | Should -BeExactly 'Starting'
        ($operation | Wait-AzDataFactoryV2IntegrationRuntime -Interval 1).State | Should -BeExactly 'Started'
    }

    It 'waits for several, one after the other' {
        $other = Set-AzDataFactoryV2IntegrationRuntime rg adf-wait "ir-two-$(Get-Random)" -Type Managed `
            -Location eastus -NodeSize Standard_D2_v3 -NodeCount 1 -Force
        $states = $ssis, $other | Start-AzDataFactoryV2IntegrationRuntime -Force -NoWait |
            Wait-AzDataFactoryV2IntegrationRuntime
        $states.State | Should -Be 'Started', 'Started'
        $states.Name | Should -Be $ssis.Name, $other.Name
    }

    It 'waits for a state of a runtime given by <Name>' -ForEach @(
        @{ Name = 'names'; Call = {
            Wait-AzDataFactoryV2IntegrationRuntime rg adf-wait ir-self -State NeedRegistration, Online
        } }
        @{ Name = 'id'; Call = {
            Wait-AzDataFactoryV2IntegrationRuntime -ResourceId $self.Id -State needregistration, Online
        } }
        @{ Name = 'object'; Call = { $self | Wait-AzDataFactoryV2IntegrationRuntime -State NeedRegistration, Online } }
    ) {
        (& $Call).Name | Should -BeExactly 'ir-self'
    }

    It 'needs no state: it waits until nothing is on the way' {
        Set-Emulator @{ operationSeconds = 1 }
        $null = Start-AzDataFactoryV2IntegrationRuntime -InputObject $ssis -Force -NoWait
        (Wait-AzDataFactoryV2IntegrationRuntime -ResourceId $ssis.Id -Interval 1).State | Should -BeExactly 'Started'
    }

    It 'gives up at its time, says whether Azure goes on, and can be called again' {
        $record = Get-Refusal {
            Wait-AzDataFactoryV2IntegrationRuntime -ResourceId $ssis.Id -State Started -Timeout 1 -Interval 1
        }
        $record.FullyQualifiedErrorId |
            Should -BeExactly 'WaitTimeout,AzIntegrationRuntime.Cmdlets.WaitAzDataFactoryV2IntegrationRuntimeCommand'
        $record.CategoryInfo.Category | Should -Be 'OperationTimeout'
        $record.Exception.Message |
            Should -BeLike ("*was still 'Initial' after 1 seconds. Nothing is under way in Azure that changes this. " +
                "Start it with Start-*; then run Wait-*")
        Set-Emulator @{ operationSeconds = 30 }
        $null = Start-AzDataFactoryV2IntegrationRuntime -InputObject $ssis -Force -NoWait
        $record = Get-Refusal {
            Wait-AzDataFactoryV2IntegrationRuntime -ResourceId $ssis.Id -State Started -Timeout 1 -Interval 1
        }
        $record.Exception.Message |
            Should -BeLike "*was still 'Starting' after 1 seconds. Azure goes on with it; run Wait-*"
    }

    It 'does not wait for a state that cannot come any more' {
        Set-Emulator @{ startFailure = 'InvalidVnetConfiguration' }
        try {
            $operation = Start-AzDataFactoryV2IntegrationRuntime -InputObject $ssis -Force -NoWait
            $failed = Get-Refusal { $operation | Wait-AzDataFactoryV2IntegrationRuntime }
            $failed.Exception.Message |
                Should -BeLike 'An error occurred while requesting the status*InvalidVnetConfiguration*'
            $never = Get-Refusal { Wait-AzDataFactoryV2IntegrationRuntime -ResourceId $ssis.Id -State Started }
        } finally {
            Set-Emulator @{ startFailure = $null }
        }
        $never.FullyQualifiedErrorId |
            Should -BeExactly ('StateNotReached,' +
                'AzIntegrationRuntime.Cmdlets.WaitAzDataFactoryV2IntegrationRuntimeCommand')
    }

    It 'warns of a state that it does not know' {
        $result = Invoke-Answered ('param($Id) Wait-AzDataFactoryV2IntegrationRuntime -ResourceId $Id -State Dozing ' +
            '-Timeout 1 -Interval 1') -Argument @{ Id = $ssis.Id }
        $result.Warnings | Should -BeLike "'Dozing' is not a known state*"
    }

    It 'waits in a job with -AsJob' {
        $job = Wait-AzDataFactoryV2IntegrationRuntime -ResourceId $ssis.Id -State Initial -AsJob
        ($job | Wait-Job | Receive-Job).Name | Should -Be $ssis.Name
    }

    It 'ends within a moment when the pipeline is stopped, and the operation goes on' {
        Set-Emulator @{ operationSeconds = 3 }
        $null = Start-AzDataFactoryV2IntegrationRuntime -InputObject $ssis -Force -NoWait
        $shell = [powershell]::Create().AddScript('param($Path, $Id) Import-Module $Path; ' +
            'Wait-AzDataFactoryV2IntegrationRuntime -ResourceId $Id -State Stopped').
            AddArgument(@($script:MainManifest, $script:StandaloneManifest)).AddArgument($ssis.Id)
        $running = $shell.BeginInvoke()
        while ($shell.Streams.Progress.Count -eq 0) { Start-Sleep -Milliseconds 20 }
        $shell.Stop()
        $running.IsCompleted | Should -BeTrue
        $shell.Dispose()
        (Wait-AzDataFactoryV2IntegrationRuntime -ResourceId $ssis.Id -State Started -Interval 1).State |
            Should -BeExactly 'Started'
    }

    It 'names what is missing' {
        (Get-Refusal { Wait-AzDataFactoryV2IntegrationRuntime rg adf-wait ir-none -State Online }).Exception.Message |
            Should -BeLike 'HTTP Status Code: NotFound*'
        (Get-Refusal { [pscustomobject]@{ Foo = 1 } | Wait-AzDataFactoryV2IntegrationRuntime }).Exception.Message |
            Should -BeLike '*has no Name: it is not an integration runtime, nor an operation that -NoWait wrote.'
    }
}
