BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $workspace = New-TestWorkspace 'syn-wait'
    $self = New-TestSynapseRuntime 'syn-wait' 'ir-self'
}

AfterAll { Stop-TestEmulator }

Describe 'Wait-AzSynapseIntegrationRuntime' {
    BeforeEach {
        Set-Emulator @{ operationSeconds = 0 }
        $ssis = $workspace | Set-AzSynapseIntegrationRuntime -Name "ir-ssis-$(Get-Random)" -Type Managed `
            -Location eastus -NodeSize Standard_D2_v3 -NodeCount 1 -Force
    }

    It 'waits for what -NoWait began, and writes the status' {
        $operation = $ssis | Start-AzSynapseIntegrationRuntime -Force -NoWait
        $status = $operation | Wait-AzSynapseIntegrationRuntime
        $status.pstypenames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntimeStatus'
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
        $operation = $ssis | Start-AzSynapseIntegrationRuntime -Force -NoWait
        $again = & $Store $operation (Join-Path $TestDrive 'operation')
        ($again | Wait-AzSynapseIntegrationRuntime).State | Should -BeExactly 'Started'
    }

    It 'follows an operation until it ends' {
        Set-Emulator @{ operationSeconds = 2 }
        $operation = $ssis | Start-AzSynapseIntegrationRuntime -Force -NoWait
        ($ssis | Get-AzSynapseIntegrationRuntime -Status).State | Should -BeExactly 'Starting'
        ($operation | Wait-AzSynapseIntegrationRuntime -Interval 1).State | Should -BeExactly 'Started'
    }

    It 'waits for a state of a runtime given by <Name>' -ForEach @(
        @{ Name = 'names'; Call = {
            Wait-AzSynapseIntegrationRuntime -ResourceGroupName rg -WorkspaceName syn-wait -Name ir-self `
                -State NeedRegistration, Online
        } }
        @{ Name = 'the workspace''s name alone'
            Call = { Wait-AzSynapseIntegrationRuntime -WorkspaceName syn-wait -Name ir-self -State NeedRegistration,
                Online } }
        @{ Name = 'a workspace'; Call = {
            $workspace | Wait-AzSynapseIntegrationRuntime -Name ir-self -State NeedRegistration, Online
        } }
        @{ Name = 'id'; Call = {
            Wait-AzSynapseIntegrationRuntime -ResourceId $self.Id -State needregistration, Online
        } }
        @{ Name = 'object'; Call = { $self | Wait-AzSynapseIntegrationRuntime -State NeedRegistration, Online } }
    ) {
        (& $Call).Name | Should -BeExactly 'ir-self'
    }

    It 'gives up at its time, and says how to go on' {
        $record = Get-Refusal { $ssis | Wait-AzSynapseIntegrationRuntime -State Started -Timeout 1 -Interval 1 }
        $record.FullyQualifiedErrorId |
            Should -BeExactly 'WaitTimeout,AzIntegrationRuntime.Cmdlets.WaitAzSynapseIntegrationRuntimeCommand'
        $record.CategoryInfo.Category | Should -Be 'OperationTimeout'
        $record.Exception.Message |
            Should -BeLike "*was still 'Initial' after 1 seconds.*Wait-AzSynapseIntegrationRuntime again*"
    }

    It 'waits in a job with -AsJob' {
        $job = $ssis | Wait-AzSynapseIntegrationRuntime -State Initial -AsJob
        ($job | Wait-Job | Receive-Job).Name | Should -Be $ssis.Name
    }

    It 'names what is missing' {
        (Get-Refusal { $workspace | Wait-AzSynapseIntegrationRuntime -Name ir-none -State Online }).Exception.Message |
            Should -BeLike 'HTTP Status Code: NotFound*'
        (Get-Refusal { [pscustomobject]@{ Foo = 1 } | Wait-AzSynapseIntegrationRuntime }).Exception.Message |
            Should -BeLike '*has no Name: it is not an integration runtime*'
    }
}
