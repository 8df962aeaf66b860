# The scenarios of upstream's own tests, in our words, each run as a script.

BeforeAll {
    . $PSScriptRoot/common.ps1
    . $PSScriptRoot/scripts.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'The scenarios of Az.DataFactory''s own tests' {
    # In our words: reference names in parentheses. What has to be true there is asserted in the script itself, as it is
    # there.
    BeforeAll {
        $scenario = @'
            function Assert-That { param($Condition, $What) if (-not $Condition) { throw "Not so: $What" } }
            $group = 'rg-' + [guid]::NewGuid().ToString('N').Substring(0, 8)
            $factory = 'adf-' + [guid]::NewGuid().ToString('N').Substring(0, 8)
            New-AzResourceGroup -Name $group -Location 'West Europe' -Force | Out-Null
            try {
                $made = Set-AzDataFactoryV2 -ResourceGroupName $group -Name $factory -Location 'West Europe' -Force
                Assert-That ($made.DataFactoryName -eq $factory) 'the factory has its name'
                {0}
            } finally {
                Remove-AzDataFactoryV2 -ResourceGroupName $group -Name $factory -Force
                Remove-AzResourceGroup -Name $group -Force | Out-Null
            }
            'done'
'@

        function Assert-Scenario {
            param([string]$Text)

            $result = Invoke-UserScript $scenario.Replace('{0}', $Text)
            Assert-Clean $result
            $result.Output[-1] | Should -BeExactly 'done'
            $result.Asked | Should -BeNullOrEmpty
        }
    }

    It 'self-hosted: made, read, described and removed (Test-SelfHosted-IntegrationRuntime)' {
        Assert-Scenario @'
            $name = 'selfhosted-test-integrationruntime'
            $actual = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name $name -Type 'SelfHosted' -Force
            Assert-That ($actual.Name -eq $name) 'Set returns the name'
            $read = Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name $name
            Assert-That ($read.Name -eq $actual.Name) 'Get by names'
            $byId = Get-AzDataFactoryV2IntegrationRuntime -ResourceId $actual.Id
            Assert-That ($byId.Name -eq $actual.Name) 'Get by id'
            $status = Get-AzDataFactoryV2IntegrationRuntime -ResourceId $actual.Id -Status
            Assert-That ($null -ne $status) 'Get by id with status'
            $metric = Get-AzDataFactoryV2IntegrationRuntimeMetric -ResourceGroupName $group -DataFactoryName $factory -Name $name
            Assert-That ($null -ne $metric) 'metrics'
            $described = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name $name -Description 'SelfHosted integration runtime' -Force
            Assert-That ($described.Description -eq 'SelfHosted integration runtime') 'a description without a type'
            $status = Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name $name -Status
            Assert-That ($null -ne $status.LatestVersion) 'the latest version'
            Remove-AzDataFactoryV2IntegrationRuntime -ResourceId $actual.Id -Force
'@
    }

    It 'Azure-SSIS with everything: made, started, stopped and removed (Test-SsisAzure-IntegrationRuntime)' {
        Assert-Scenario @'
            $proxy = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name 'proxy-selfhosted-integrationruntime' -Type 'SelfHosted' -Force
            $name = 'ssis-azure-ir'
            $password = ConvertTo-SecureString 'placeholder' -AsPlainText -Force
            $credential = New-Object System.Management.Automation.PSCredential('admin', $password)
            $sdk = 'Microsoft.Azure.Management.DataFactory.Models'
            $steps = New-Object System.Collections.ArrayList
            $steps.Add((New-Object "$sdk.CmdkeySetup"('server', 'user', (New-Object "$sdk.SecureString"('secret'))))) | Out-Null
            $steps.Add((New-Object "$sdk.EnvironmentVariableSetup"('name', 'value'))) | Out-Null
            $steps.Add((New-Object "$sdk.AzPowerShellSetup"('2.2.0'))) | Out-Null
            $actual = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name $name -Type Managed -Location 'West Europe' `
                -NodeSize Standard_A4_v2 -NodeCount 1 -CatalogServerEndpoint 'test.database.windows.net' -CatalogAdminCredential $credential -CatalogPricingTier 'S1' `
                -MaxParallelExecutionsPerNode 1 -LicenseType LicenseIncluded -Edition Enterprise -DataProxyIntegrationRuntimeName $proxy.Name `
                -DataProxyStagingLinkedServiceName 'test-linkedservice' -DataProxyStagingPath 'test' -ExpressCustomSetup $steps -VNetId '/vnet' -Subnet 'default' `
                -PublicIPs @('/ip1', '/ip2') -Force
            $read = Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name $name
            Assert-That ($read.Name -eq $actual.Name) 'Get returns what Set made'
            Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint -ResourceGroupName $group -DataFactoryName $factory -Name $name | Out-Null
            Start-AzDataFactoryV2IntegrationRuntime -ResourceId $actual.Id -Force | Out-Null
            $status = Get-AzDataFactoryV2IntegrationRuntime -ResourceId $actual.Id -Status
            Assert-That ($status.State -eq 'Started') 'it runs'
            Stop-AzDataFactoryV2IntegrationRuntime -ResourceId $actual.Id -Force
            Remove-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name $name -Force
            Remove-AzDataFactoryV2IntegrationRuntime -ResourceId $proxy.Id -Force
'@
    }

    It 'Azure without any details (Test-Azure-IntegrationRuntime)' {
        Assert-Scenario @'
            $name = 'test-ManagedElastic-integrationruntime'
            $actual = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name $name -Type Managed -Description 'ManagedElastic' -Force
            $read = Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name $name
            Assert-That ($read.Name -eq $actual.Name) 'Get returns what Set made'
            Get-AzDataFactoryV2IntegrationRuntime -ResourceId $actual.Id -Status | Out-Null
            Remove-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name $name -Force
'@
    }

    It 'Azure-SSIS in a subnet<Case> (<Reference>)' -ForEach @(
        @{ Case = ''; Reference = 'Test-Azure-IntegrationRuntime-SubnetId'; With = ''; Method = 'Standard' }
        @{ Case = ', express'; Reference = 'Test-Azure-Express-IntegrationRuntime'
            With = "-VNetInjectionMethod 'Express'"; Method = 'Express' }
    ) {
        Assert-Scenario (@'
            $name = 'test-subnet-integrationruntime'
            $subnet = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/default'
            $actual = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name $name -Type Managed -Location 'West Europe' `
                -NodeSize Standard_D4_v3 -NodeCount 1 -MaxParallelExecutionsPerNode 1 -LicenseType LicenseIncluded -Edition standard -SubnetId $subnet {1} -Force
            $read = Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name $name
            Assert-That ($read.Name -eq $actual.Name) 'Get returns what Set made'
            Assert-That ($read.SubnetId -eq $subnet) 'the subnet'
            Assert-That ($read.VNetInjectionMethod -eq '{2}') 'the injection method'
            Get-AzDataFactoryV2IntegrationRuntime -ResourceId $actual.Id -Status | Out-Null
            Remove-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name $name -Force
'@.Replace('{1}', $With).Replace('{2}', $Method))
    }

    It 'everything by pipeline (Test-IntegrationRuntime-Piping)' {
        Assert-Scenario @'
            $name = 'test-integrationruntime-for-piping'
            Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name $name -Type SelfHosted -Force | Get-AzDataFactoryV2IntegrationRuntime | Out-Null
            $ir = @{ ResourceGroupName = $group; DataFactoryName = $factory; Name = $name }
            $again = Get-AzDataFactoryV2IntegrationRuntime @ir | Get-AzDataFactoryV2IntegrationRuntime
            Assert-That ($again.Name -eq $name) 'Get to Get'
            $keys = Get-AzDataFactoryV2IntegrationRuntime @ir | Get-AzDataFactoryV2IntegrationRuntimeKey
            Assert-That ($keys.AuthKey1) 'Get to Get key'
            $new = Get-AzDataFactoryV2IntegrationRuntime @ir | New-AzDataFactoryV2IntegrationRuntimeKey -KeyName AuthKey1 -Force
            Assert-That ($new.AuthKey1 -and $new.AuthKey1 -ne $keys.AuthKey1) 'Get to New key'
            $metric = Get-AzDataFactoryV2IntegrationRuntime @ir | Get-AzDataFactoryV2IntegrationRuntimeMetric
            Assert-That ($null -ne $metric) 'Get to Metric'
            Get-AzDataFactoryV2IntegrationRuntime @ir | Remove-AzDataFactoryV2IntegrationRuntime -Force
            Assert-That ($null -eq (Get-AzDataFactoryV2IntegrationRuntime $group $factory)) 'nothing is left'
'@
    }

    It 'sharing, and its end (Test-Shared-IntegrationRuntime)' {
        Assert-Scenario @'
            $linkedFactory = $factory + '-linked'
            $linkedMade = Set-AzDataFactoryV2 -ResourceGroupName $group -Name $linkedFactory -Location 'West Europe' -Force
            $shared = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $factory -Name 'test-shared-ir' -Type SelfHosted -Force
            New-AzRoleAssignment -ObjectId $linkedMade.Identity.PrincipalId -RoleDefinitionName 'Contributor' -Scope $shared.Id | Out-Null
            $linked = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $group -DataFactoryName $linkedFactory -Name 'test-linked-ir' -Type SelfHosted `
                -Description 'This is a linked integration runtime' -SharedIntegrationRuntimeResourceId $shared.Id -Force
            $metric = Get-AzDataFactoryV2IntegrationRuntimeMetric -ResourceGroupName $group -DataFactoryName $linkedFactory -Name $linked.Name
            Assert-That ($null -ne $metric) 'metrics of the linked one'
            $status = Get-AzDataFactoryV2IntegrationRuntime -ResourceId $linked.Id -Status
            Assert-That ($null -ne $status) 'status of the linked one'
            Remove-AzDataFactoryV2IntegrationRuntime -ResourceId $shared.Id -LinkedDataFactoryName $linkedFactory -Force
            Assert-That ($shared.Id -eq (Get-AzDataFactoryV2IntegrationRuntime -ResourceId $shared.Id).Id) 'the shared one is still there'
            Remove-AzRoleAssignment -ObjectId $linkedMade.Identity.PrincipalId -RoleDefinitionName 'Contributor' -Scope $shared.Id | Out-Null
            Remove-AzDataFactoryV2IntegrationRuntime -ResourceId $linked.Id -Force
            Remove-AzDataFactoryV2IntegrationRuntime -ResourceId $shared.Id -Force
            Remove-AzDataFactoryV2 -ResourceGroupName $group -Name $linkedFactory -Force
'@
    }
}
