# What scripts use of Az besides its cmdlets: type tests, casts, typed catch, generic lists, text forms, module names. Each
# script runs as in Scripts.Tests.ps1.

BeforeAll {
    . $PSScriptRoot/common.ps1
    . $PSScriptRoot/scripts.ps1
    Start-TestEmulator
}

AfterAll { Stop-TestEmulator }

Describe 'Scripts that need what Az has besides cmdlets' {
    BeforeAll {
        $null = New-AzResourceGroup rg-kinds eastus
        $null = Set-AzDataFactoryV2 rg-kinds adf-kinds eastus
        $null = Set-AzDataFactoryV2IntegrationRuntime rg-kinds adf-kinds ir-sh -Type SelfHosted
        $null = Set-AzDataFactoryV2IntegrationRuntime rg-kinds adf-kinds ir-az -Type Managed -Location westeurope
        $null = Set-AzDataFactoryV2IntegrationRuntime rg-kinds adf-kinds ir-ssis -Type Managed -Location eastus `
            -NodeSize Standard_D2_v3 -NodeCount 1
    }

    It 'by the type of a runtime' {
        $result = Invoke-UserScript @'
            foreach ($ir in Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg-kinds -DataFactoryName adf-kinds | Sort-Object Name) {
                switch ($ir.GetType().Name) {
                    'PSManagedIntegrationRuntime' { "$($ir.Name) managed" }
                    'PSSelfHostedIntegrationRuntime' { "$($ir.Name) self-hosted" }
                    default { throw "ADFIR: Type $_ is not supported." }
                }
                if ($ir -is [Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntime]) { 'is' }
            }
            $found = Get-AzDataFactoryV2IntegrationRuntime rg-kinds adf-kinds ir-sh
            ([Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime]$found).Name
'@
        Assert-Clean $result
        $result.Output | Should -Be 'ir-az managed', 'ir-sh self-hosted', 'is', 'ir-ssis managed', 'ir-sh'
    }

    It 'with typed parameters and generic lists' {
        $result = Invoke-UserScript @'
            function Add-Runtime {
                param(
                    [Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory]$Factory,
                    [System.Collections.Generic.List[Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime]]$To
                )
                Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName $Factory.ResourceGroupName -DataFactoryName $Factory.DataFactoryName |
                    ForEach-Object { $To.Add($_) }
            }
            $list = New-Object 'System.Collections.Generic.List[Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime]'
            Add-Runtime -Factory (Get-AzDataFactoryV2 -ResourceGroupName rg-kinds -Name adf-kinds) -To $list
            $list.Count
            $all = [System.Collections.Generic.List[Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime]]@(
                Get-AzDataFactoryV2IntegrationRuntime rg-kinds adf-kinds)
            ($all | Where-Object { $_.Type -eq 'SelfHosted' }).Name
            try { $list.Add('a text'); 'taken' } catch { 'refused' }
'@
        Assert-Clean $result
        $result.Output | Should -Be 3, 'ir-sh', 'refused'
    }

    It 'with an exception by its class, or any' {
        $result = Invoke-UserScript @'
            try { Remove-AzResourceGroup -Name nope -Force -ErrorAction Stop; 'none' }
            catch [Microsoft.Rest.Azure.CloudException] { 'cloud' }
            catch { "any: $($_.Exception.GetType().Name): $($_.Exception.Message)" }
            try { Get-AzDataFactoryV2IntegrationRuntime rg-kinds adf-kinds nope -ErrorAction Stop; 'none' }
            catch [Microsoft.Rest.Azure.CloudException], [Microsoft.Azure.Management.DataFactory.Models.ErrorResponseException] { 'service' }
            catch { 'any' }
'@
        $result.Thrown | Should -BeNullOrEmpty
        $result.Output[0] | Should -BeExactly 'any: ArgumentException: Provided resource group does not exist.'
        $result.Output[1] | Should -BeIn 'service', 'any'
        $result.Output | Should -HaveCount 2
    }

    It 'with the texts of a context, and none of a key' {
        $result = Invoke-UserScript @'
            $context = Get-AzContext
            (Set-AzContext -SubscriptionName (Get-AzContext).Subscription -DefaultProfile (Get-AzContext)).Subscription.Id
            "$($context.Subscription) $($context.Tenant) $($context.Account) $($context.Environment)"
            "keys: $(Get-AzDataFactoryV2IntegrationRuntimeKey rg-kinds adf-kinds ir-sh)"
'@
        Assert-Clean $result
        $result.Output[0] | Should -BeExactly $script:SubscriptionId
        $result.Output[1] |
            Should -BeExactly "$script:SubscriptionId $script:HomeTenant $script:Owner AzureEmulator"
        $result.Output[2] |
            Should -BeExactly 'keys: Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeKeys'
    }

    It 'with metrics as JSON' {
        $result = Invoke-UserScript @'
            $key = (Get-AzDataFactoryV2IntegrationRuntimeKey rg-kinds adf-kinds ir-sh).AuthKey1
            Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key -NodeName n-1 | Out-Null
            Get-AzDataFactoryV2IntegrationRuntimeMetric rg-kinds adf-kinds ir-sh | ConvertTo-Json
'@
        Assert-Clean $result
        $json = ConvertFrom-Json $result.Output[0]
        $json.Nodes[0].NodeName | Should -BeExactly 'n-1'
        $json.Nodes[0].AdditionalProperties | Should -BeNullOrEmpty
        $result.Output[0] | Should -Not -Match 'System\.Collections'
    }

    It 'in parallel, with a context from outside' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $result = Invoke-UserScript @'
            $context = Get-AzContext
            1..16 | ForEach-Object -ThrottleLimit 8 -Parallel {
                (Get-AzDataFactoryV2IntegrationRuntime rg-kinds adf-kinds ir-sh -DefaultProfile $using:context).Name
            }
'@
        Assert-Clean $result
        $result.Output | Should -HaveCount 16
        $result.Output | Sort-Object -Unique | Should -Be 'ir-sh'
    }

    It 'in parallel, each with a subscription of its own' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $result = Invoke-UserScript @'
            Get-AzSubscription -TenantId 11111111-1111-4111-8111-111111111111 | ForEach-Object -ThrottleLimit 4 -Parallel {
                Set-AzContext -Subscription $_.Id | Out-Null
                foreach ($turn in 1..10) {
                    if ((Get-AzContext).Subscription.Id -ne $_.Id) { "another: $turn" }
                    foreach ($factory in Get-AzDataFactoryV2) {
                        if ($factory.DataFactoryId -notlike "/subscriptions/$($_.Id)/*") { "foreign: $($factory.DataFactoryId)" }
                    }
                }
                "done $($_.Id)"
            }
            (Get-AzContext).Subscription.Id
'@
        Assert-Clean $result
        $result.Output | Sort-Object | Should -Be (@(
                "done $script:SubscriptionId", "done $script:SecondSubscriptionId", $script:SubscriptionId) | Sort-Object)
    }

    It 'with a job that fails when the cmdlet fails' {
        Add-Fault @{ method = 'POST'; path = '/ir-ssis/start\?'; status = 400
            body = '{"error":{"code":"Broken","message":"Not today."}}' }
        try {
            $result = Invoke-UserScript @'
                $job = Start-AzDataFactoryV2IntegrationRuntime rg-kinds adf-kinds ir-ssis -Force -AsJob
                $first = $job.State
                $job | Wait-Job | Out-Null
                $job.Name, $job.State, ($first -in 'Running', 'Failed')
                $job.Error[0].FullyQualifiedErrorId
'@
        } finally {
            Clear-Fault
        }
        $result.Thrown | Should -BeNullOrEmpty
        $result.Output[0..2] | Should -Be 'Start ir-ssis', 'Failed', $true
        $result.Output[3] |
            Should -BeLike '*Microsoft.Azure.Commands.DataFactoryV2.StartAzureDataFactoryIntegrationRuntimeCommand'
    }

    It 'with the token of this session, a subscription of another tenant, and a role for storage' {
        $result = Invoke-UserScript @'
            Set-AzContext -Subscription 55555555-5555-4555-8555-555555555555 -Tenant 22222222-2222-4222-8222-222222222222 | Out-Null
            (Set-AzContext -Subscription 33333333-3333-4333-8333-333333333333).Subscription.Id
            $factory = Get-AzDataFactoryV2 rg-kinds adf-kinds
            (New-AzRoleAssignment -ObjectId $factory.Identity.PrincipalId -RoleDefinitionName 'Storage Blob Data Contributor' -Scope $factory.DataFactoryId).RoleDefinitionName
            (Connect-AzAccount -AccessToken (Get-AzAccessToken).Token -AccountId me).Context.Account.Id
            @(Get-AzDataFactoryV2IntegrationRuntime rg-kinds adf-kinds).Count
            Connect-AzAccount | Out-Null
'@
        Assert-Clean $result
        $result.Output | Should -Be $script:SubscriptionId, 'Storage Blob Data Contributor', 'me', 3
    }

    It 'with an edit of an object that is piped back' {
        $result = Invoke-UserScript @'
            $ir = Get-AzDataFactoryV2IntegrationRuntime rg-kinds adf-kinds ir-sh
            $ir.Description = 'edited by hand'
            $ir | Set-AzDataFactoryV2IntegrationRuntime -Force | Out-Null
            (Get-AzDataFactoryV2IntegrationRuntime rg-kinds adf-kinds ir-sh).Description
'@
        # Written where Az writes it; elsewhere it is said that it is not.
        if ($result.Output -ne 'edited by hand') {
            $result.Warnings -join ' ' | Should -BeLike '*Description*'
        }
        $result.Errors | Should -BeNullOrEmpty
    }

    It 'with the names of the modules of Az, once that is asked for' {
        $script = Join-Path $TestDrive 'names.ps1'
        Set-Content -LiteralPath $script -Value @'
#Requires -Modules Az.Accounts, Az.DataFactory
Import-Module Az.DataFactory
Connect-AzAccount | Out-Null
New-AzResourceGroup rg eastus | Out-Null
Az.DataFactory\Set-AzDataFactoryV2 -ResourceGroupName rg -Name adf-names -Location eastus | Out-Null
(Az.DataFactory\Get-AzDataFactoryV2 -ResourceGroupName rg -Name adf-names).DataFactoryName
'@
        $start = Join-Path $TestDrive 'start.ps1'
        Set-Content -LiteralPath $start -Value @"
`$ErrorActionPreference = 'Stop'
Import-Module AzIntegrationRuntime.Standalone, AzIntegrationRuntime
try { & '$script'; 'ran' } catch { "before: `$(`$_.FullyQualifiedErrorId)" }
Enable-AzIntegrationRuntimeCompatibility | Out-Null
`$null = Start-AzIntegrationRuntimeEmulator -WarningAction SilentlyContinue
try { & '$script' } finally { Stop-AzIntegrationRuntimeEmulator }
"@
        $said = & (Get-PwshPath) -NoProfile -NonInteractive -File $start 2>&1 | ForEach-Object { "$_" }
        if ($said -contains 'ran') {
            Set-ItResult -Skipped -Because 'the modules of Az are installed'
            return
        }
        $said | Should -Be 'before: ScriptRequiresMissingModules', 'adf-names'
    }
}
