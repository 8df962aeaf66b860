# Scripts as people have them for Az.Synapse, run as they stand.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestWorkspace 'syn-prod'
    $null = New-TestWorkspace 'syn-dev'

    function Invoke-UserScript {
        # Runs a script from a file.
        param([string]$Text, [string[]]$Answer = @())

        $path = Join-Path $TestDrive "script-$([guid]::NewGuid().ToString('N')).ps1"
        Set-Content -LiteralPath $path -Value ("Set-StrictMode -Off`n" + $Text) -Encoding UTF8
        Invoke-Answered "& '$path'" -Answer $Answer
    }

    function Assert-Clean {
        # It ran to its end, asked what was foreseen and complained of nothing.
        param($Result)

        $Result.Thrown | Should -BeNullOrEmpty
        $Result.Errors | ForEach-Object { $_.Exception.Message } | Should -BeNullOrEmpty
        $Result.Warnings | Should -BeNullOrEmpty
        $Result.Unanswered | Should -Be 0
    }
}

AfterAll { Stop-TestEmulator }

Describe 'A script that sets up a self-hosted integration runtime' {
    BeforeAll {
        $result = Invoke-UserScript -Answer Yes @'
            $resourceGroup = "rg"
            $workspace = "syn-prod"
            $irName = "shir-onprem"

            Connect-AzAccount | Out-Null
            $ws = Get-AzSynapseWorkspace -ResourceGroupName $resourceGroup -Name $workspace
            if (-not (Get-AzSynapseIntegrationRuntime -WorkspaceObject $ws | Where-Object { $_.Name -eq $irName })) {
                Set-AzSynapseIntegrationRuntime -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $irName -Type SelfHosted -Description "on-premises" | Out-Null
            }
            $ir = Get-AzSynapseIntegrationRuntime -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $irName
            $keys = Get-AzSynapseIntegrationRuntimeKey -ResourceGroupName $resourceGroup -WorkspaceName $workspace -Name $irName
            # In place of dmgcmd.exe -RegisterNewNode
            Register-AzIntegrationRuntimeEmulatorNode -AuthKey $keys.AuthKey1 -NodeName "VM-A" | Out-Null
            Register-AzIntegrationRuntimeEmulatorNode -AuthKey $keys.AuthKey1 -NodeName "VM-B" -Version "5.40.1.1" | Out-Null

            Update-AzSynapseIntegrationRuntime -InputObject $ir -AutoUpdate On -AutoUpdateDelayOffset "02:00:00" | Out-Null
            Update-AzSynapseIntegrationRuntimeNode -WorkspaceName $workspace -IntegrationRuntimeName $irName -Name "VM-A" -ConcurrentJobsLimit 4 | Out-Null
            Sync-AzSynapseIntegrationRuntimeCredential -WorkspaceName $workspace -IntegrationRuntimeName $irName -Force
            Invoke-AzSynapseIntegrationRuntimeUpgrade -WorkspaceName $workspace -Name $irName
            Remove-AzSynapseIntegrationRuntimeNode -WorkspaceName $workspace -IntegrationRuntimeName $irName -NodeName "VM-B"
            New-AzSynapseIntegrationRuntimeKey -WorkspaceName $workspace -Name $irName -KeyName AuthKey1 -Force | Out-Null

            Get-AzSynapseIntegrationRuntime -WorkspaceName $workspace -Name $irName -Status
            (Get-AzSynapseIntegrationRuntimeMetric -WorkspaceName $workspace -Name $irName).Nodes
'@
        $status, $metrics = $result.Output
    }

    It 'runs to its end, and asks about the node' {
        Assert-Clean $result
        $result.Asked |
            Should -BeExactly "Are you sure you want to remove node VM-B in integration runtime 'shir-onprem''?"
    }

    It 'leaves it as it was asked to be' {
        $status.State | Should -BeExactly 'Online'
        $status.VersionStatus | Should -BeExactly 'UpToDate'
        $status.AutoUpdate | Should -BeExactly 'On'
        $status.UpdateDelayOffset | Should -Be ([timespan]'02:00:00')
        $status.Nodes.NodeName | Should -Be 'VM-A'
        $metrics.NodeName | Should -Be 'VM-A'
        $metrics.ConcurrentJobsLimit | Should -Be 4
    }
}

Describe 'A script that provisions an Azure-SSIS integration runtime' {
    It 'runs to its end, and has it started, resized, stopped and gone' {
        $result = Invoke-UserScript @'
            $params = @{ ResourceGroupName = "rg"; WorkspaceName = "syn-prod"; Name = "ssis-ir" }
            $credential = New-Object System.Management.Automation.PSCredential("ssisadmin", (ConvertTo-SecureString "planted-Passw0rd" -AsPlainText -Force))
            $setup = New-Object System.Collections.ArrayList
            $setup.Add((New-Object Microsoft.Azure.Management.Synapse.Models.EnvironmentVariableSetup("STAGE", "prod"))) | Out-Null
            Set-AzSynapseIntegrationRuntime @params -Type Managed -Location "EastUS" -NodeSize Standard_D4_v3 -NodeCount 2 -Edition Standard -LicenseType LicenseIncluded `
                -MaxParallelExecutionsPerNode 4 -CatalogServerEndpoint "contoso.database.windows.net" -CatalogAdminCredential $credential -CatalogPricingTier S1 -ExpressCustomSetup $setup | Out-Null
            Set-AzSynapseIntegrationRuntime @params -VNetId "/subscriptions/x/resourceGroups/n/providers/Microsoft.Network/virtualNetworks/hub" -Subnet ssis -PublicIPs "/ip/1", "/ip/2" -Force | Out-Null
            Start-AzSynapseIntegrationRuntime @params -Force
            Stop-AzSynapseIntegrationRuntime @params -Force
            $ir = Get-AzSynapseIntegrationRuntime @params
            $ir | Set-AzSynapseIntegrationRuntime -NodeCount 1 -Force
            (Get-AzSynapseIntegrationRuntime @params -Status).State
            Remove-AzSynapseIntegrationRuntime -ResourceId $ir.Id -Force
            @(Get-AzSynapseIntegrationRuntime -WorkspaceName syn-prod | Where-Object { $_.Name -eq "ssis-ir" }).Count
'@
        Assert-Clean $result
        $started, $smaller, $state, $left = $result.Output
        $started.State | Should -BeExactly 'Started'
        $started.Nodes | Should -HaveCount 2
        $started.CatalogServerEndpoint | Should -BeExactly 'contoso.database.windows.net'
        $started.Subnet | Should -BeExactly 'ssis'
        $started.PublicIPs | Should -Be '/ip/1', '/ip/2'
        $smaller.NodeCount | Should -Be 1
        $smaller.Edition | Should -BeExactly 'Standard'
        $smaller.ExpressCustomSetup[0].VariableName | Should -BeExactly 'STAGE'
        $state | Should -BeExactly 'Stopped'
        $left | Should -Be 0
        $result.Output | Out-String -Width 4000 | Should -Not -Match 'planted'
    }
}

Describe 'A script that reports on all workspaces' {
    It 'has a row for each runtime' {
        $null = Set-AzSynapseIntegrationRuntime -WorkspaceName syn-dev -Name ir-weu -Type Managed -Location westeurope
        $result = Invoke-UserScript @'
            foreach ($ws in Get-AzSynapseWorkspace -ResourceGroupName rg) {
                foreach ($ir in (Get-AzSynapseIntegrationRuntime -WorkspaceName $ws.Name -ResourceGroupName $ws.Id.Split("/")[4])) {
                    $status = Get-AzSynapseIntegrationRuntime -ResourceId $ir.Id -Status
                    [pscustomobject]@{ Workspace = $ws.Name; Region = $ws.Location; Name = $ir.Name; Type = $ir.Type; State = $status.State }
                }
            }
'@
        Assert-Clean $result
        $result.Output | ForEach-Object { '{0} {1} {2}' -f $_.Workspace, $_.Name, $_.State } | Sort-Object |
            Should -Be @(
            'syn-dev AutoResolveIntegrationRuntime Online'
            'syn-dev ir-weu Online'
            'syn-prod AutoResolveIntegrationRuntime Online'
            'syn-prod shir-onprem Online')
    }
}
