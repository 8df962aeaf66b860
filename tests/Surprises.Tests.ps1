# What somebody who reimplements the cmdlets of Az.DataFactory gets wrong: each surprise, and which way it goes here.
# Most go upstream's way; those that do not are in docs/deviations.md. The comment before a test says what is surprising
# about upstream.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $factory = New-TestFactory 'adf-own'
    $user = New-TestFactory 'adf-user'
    $self = New-TestRuntime 'adf-own' 'ir-self'
    $key = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-own ir-self
    $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName 'Node-A'
    $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-ssis -Type Managed -Location eastus `
        -NodeSize Standard_D2_v3 -NodeCount 1 -Force
    $null = New-AzRoleAssignment -ObjectId $user.Identity.PrincipalId -RoleDefinitionName Contributor -Scope $self.Id
    $linkedName = @{ ResourceGroupName = 'rg'; DataFactoryName = 'adf-user'; Name = 'ir-linked' }
    $linked = Set-AzDataFactoryV2IntegrationRuntime @linkedName -Type SelfHosted `
        -SharedIntegrationRuntimeResourceId $self.Id -Force

    function Set-Planted {
        # Stores a runtime as the service might have it, whatever a PUT would allow.
        param([string]$Name, $Property)

        $null = Invoke-Emulator PUT '/emulator/runtimes' @{
            runtimeId = "$($factory.DataFactoryId)/integrationRuntimes/$Name"; properties = $Property }
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Prompting' {
    # 1: -Confirm:$false silences nothing there. Here it does.
    It 'is silenced by -Confirm:$false: <Case>' -ForEach @(
        @{ Case = 'Set'
            Command = 'Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self -Description d -Confirm:$false' }
        @{ Case = 'New key'
            Command = 'New-AzDataFactoryV2IntegrationRuntimeKey rg adf-own ir-self -KeyName AuthKey2 -Confirm:$false' }
        @{ Case = 'Sync'
            Command = 'Sync-AzDataFactoryV2IntegrationRuntimeCredential rg adf-own ir-self -Confirm:$false' }
        @{ Case = 'Remove node'
            Command = 'Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-own ir-self -NodeName none -Confirm:$false' }
        @{ Case = 'Remove'; Command = 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-own ir-none -Confirm:$false' }
    ) {
        $result = Invoke-Answered $Command
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
    }

    # 2: Start asks on every call, in words about overwriting; Remove, Remove node and Sync ask on every call too.
    It 'is on every call of <Case>, and No does nothing' -ForEach @(
        @{ Case = 'Start'; Command = 'Start-AzDataFactoryV2IntegrationRuntime rg adf-own ir-ssis'
            Text = "An integration runtime with the name ir-ssis in the data factory adf-own exists. `nContinuing " +
                "execution may overwrite the existing one. `nAre you sure you want to continue?" }
        @{ Case = 'Remove'; Command = 'Remove-AzDataFactoryV2IntegrationRuntime rg adf-own ir-none'
            Text = "Are you sure you want to remove integration runtime 'ir-none' in data factory 'adf-own'?" }
        @{ Case = 'Remove node'
            Command = 'Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-own ir-self -NodeName Node-A'
            Text = "Are you sure you want to remove node Node-A in integration runtime 'ir-self''?" }
        @{ Case = 'Sync'; Command = 'Sync-AzDataFactoryV2IntegrationRuntimeCredential rg adf-own ir-self'
            Text = "Are you sure you want to sync node credentials in integration runtime 'ir-self'." }
    ) {
        Clear-SentRequest
        $result = Invoke-Answered $Command -Answer No
        $result.Asked | Should -BeExactly $Text
        Get-SentRequest | Where-Object { $_ -match '^(PUT|PATCH|DELETE)|^POST.*/(start|syncCredentials)$' } |
            Should -BeNullOrEmpty
    }

    # 2, the other half: Set, Stop and New key ask only about what exists.
    It 'is only about what exists with <Case>' -ForEach @(
        @{ Case = 'Set'; Command = 'Set-AzDataFactoryV2IntegrationRuntime rg adf-own {0} -Type SelfHosted'
            There = 'ir-self'; Text = 'An integration runtime with the name ir-self *' }
        @{ Case = 'Stop'; Command = 'Stop-AzDataFactoryV2IntegrationRuntime rg adf-own {0}'; There = 'ir-ssis'
            Text = 'An integration runtime with the name ir-ssis *' }
        @{ Case = 'New key'; Command = 'New-AzDataFactoryV2IntegrationRuntimeKey rg adf-own {0} -KeyName AuthKey1'
            There = 'ir-self'; Text = 'Continuing execution will renegerate *' }
    ) {
        $result = Invoke-Answered ($Command -f $There) -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Asked | Should -BeLike $Text
        $result = Invoke-Answered ($Command -f 'ir-fresh') -Answer No
        $result.Asked | Should -BeNullOrEmpty
        $result.Unanswered | Should -Be 1
        $null = Remove-AzDataFactoryV2IntegrationRuntime rg adf-own ir-fresh -Force -WarningAction SilentlyContinue
    }

    # 3: three cmdlets change something and have no -Force.
    It 'has no -Force in <Name>' -ForEach @(
        @{ Name = 'Update-AzDataFactoryV2IntegrationRuntime'
            Class = 'UpdateAzureDataFactoryIntegrationRuntimeCommand' }
        @{ Name = 'Update-AzDataFactoryV2IntegrationRuntimeNode'
            Class = 'UpdateAzureDataFactoryIntegrationRuntimeNodeCommand' }
        @{ Name = 'Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade'
            Class = 'InvokeAzureDataFactoryIntegrationRuntimeUpgradeCommand' }
    ) {
        { & $Name -Force } |
            Should -Throw -ErrorId "NamedParameterNotFound,Microsoft.Azure.Commands.DataFactoryV2.$Class"
    }

    # 4: upstream calls a creation an update; here it is called what it is.
    It 'calls a creation a creation' {
        $result = Invoke-Answered 'Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-fresh -Type SelfHosted -WhatIf'
        $result.Written | Should -Contain ('What if: Performing the operation "Creating integration runtime ' +
            '''ir-fresh'' in data factory ''adf-own''." on target "ir-fresh".')
    }

    # 5: with -LinkedDataFactoryName it is links that go, and the question is about the runtime.
    It 'asks about the runtime where only its links are removed' {
        $result = Invoke-Answered ('Remove-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self ' +
            '-LinkedDataFactoryName adf-none') -Answer Yes
        $result.Asked |
            Should -BeExactly "Are you sure you want to remove integration runtime 'ir-self' in data factory 'adf-own'?"
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self).Name | Should -BeExactly 'ir-self'
    }

    # 6: scripts match on the typing errors.
    It 'keeps the misspelling <Word>' -ForEach @(
        @{ Word = 'pramater'
            Command = 'Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self -Type Managed -Force' }
        @{ Word = 'Pramater'; Command = 'Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-fresh -Force' }
        @{ Word = 'renegerate'
            Command = 'New-AzDataFactoryV2IntegrationRuntimeKey rg adf-own ir-self -KeyName AuthKey1' }
        @{ Word = 'Renegerate'
            Command = 'New-AzDataFactoryV2IntegrationRuntimeKey rg adf-own ir-self -KeyName AuthKey1 -WhatIf' }
        @{ Word = 'exisiting'; Command = 'Set-AzDataFactoryV2 rg adf-own eastus' }
        @{ Word = "'ir-self''"
            Command = 'Remove-AzDataFactoryV2IntegrationRuntimeNode rg adf-own ir-self -NodeName Node-A' }
    ) {
        $result = Invoke-Answered $Command -Answer No
        @($result.Asked) + @($result.Written) + @($result.Errors | ForEach-Object { $_.Exception.Message }) -join "`n" |
            Should -MatchExactly ([regex]::Escape($Word))
    }
}

Describe 'Requests' {
    BeforeEach { Clear-SentRequest }

    # 7: Set reads first, always, and writes the whole resource with what it does not know. There without a version;
    # here with it.
    It 'of Set begin with a GET, with <With> too' `
        -ForEach @(@{ With = '-Force'; Writes = 1 }, @{ With = '-WhatIf'; Writes = 0 }) {
        $null = Invoke-Answered "Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self -Description d $With"
        $sent = @(Get-SentRequest)
        $sent[0] | Should -Be 'GET /factories/adf-own/integrationRuntimes/ir-self'
        @($sent -like 'PUT*').Count | Should -Be $Writes
    }

    It 'carry all that was read, known or not, and its version' {
        Set-Planted 'ir-odd' @{ type = 'SelfHosted'; novelty = @{ deep = 1 }; typeProperties = @{ future = 'x' } }
        $before = Get-AzDataFactoryV2IntegrationRuntime rg adf-own ir-odd
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-odd -Description d -Force
        $body = Get-SentBody PUT
        @($body.PSObject.Properties.Name) | Should -Be 'properties'
        $body.properties.novelty.deep | Should -Be 1
        $body.properties.typeProperties.future | Should -BeExactly 'x'
        $body.properties.description | Should -BeExactly 'd'
        (Get-SentRequest -Whole | Where-Object method -EQ PUT).headers.'if-match' | Should -BeExactly $before.Etag
        $null = Remove-AzDataFactoryV2IntegrationRuntime rg adf-own ir-odd -Force
    }

    # 8: that a linked runtime is self-hosted has to be said all the same.
    It 'for a new linked runtime need -Type too' {
        $name = $linkedName + @{ SharedIntegrationRuntimeResourceId = $self.Id }
        $name.Name = 'ir-fresh'
        $record = Get-Refusal { Set-AzDataFactoryV2IntegrationRuntime @name -Force }
        $record.Exception.Message |
            Should -BeExactly "Pramater 'Type' must be provided when creating new integration runtime."
        Get-SentRequest | Should -Not -BeLike 'PUT*'
    }

    # 9: a shared id makes a linked runtime of an ordinary one there. Here it is refused.
    It 'that would cut off nodes are not sent: an ordinary runtime does not become a linked one' {
        $null = New-TestRuntime 'adf-user' 'ir-own'
        Clear-SentRequest
        $record = Get-Refusal {
            Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-user -Name ir-own `
                -SharedIntegrationRuntimeResourceId $self.Id -Force
        }
        $record.Exception.Message | Should -BeLike "*'ir-own'*is not a linked one.*Nothing was changed."
        Get-SentRequest | Should -Not -BeLike 'PUT*'
    }

    # 10: the refusal of -AuthKey calls any runtime a linked one.
    It 'with -AuthKey are for creations only, in words about linked runtimes' {
        $secret = ConvertTo-SecureString $key.AuthKey1 -AsPlainText -Force
        $record = Get-Refusal { Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-ssis -AuthKey $secret -Force }
        $record.Exception.Message |
            Should -BeExactly "Updating the authentication key of linked integration runtime 'ir-ssis' is not allowed."
    }

    # 11: the self-contained switch counts at creation only there. Here it can be switched later, both ways.
    It 'switch self-contained authoring on and off later too, but not in the linked sets' {
        (Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self -SelfContainedInteractiveAuthoringEnabled `
            -Force).SelfContainedInteractiveAuthoringEnabled | Should -BeTrue
        (Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self -Description d `
            -Force).SelfContainedInteractiveAuthoringEnabled | Should -BeTrue
        $off = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self `
            -SelfContainedInteractiveAuthoringEnabled:$false -Force
        $off.SelfContainedInteractiveAuthoringEnabled | Should -BeFalse
        { Set-AzDataFactoryV2IntegrationRuntime @linkedName -SharedIntegrationRuntimeResourceId $self.Id `
            -SelfContainedInteractiveAuthoringEnabled } |
            Should -Throw -ErrorId 'AmbiguousParameterSet*'
    }

    # 12: an empty description is refused and a network cannot be taken away there. Here -Clear does both.
    It 'can clear a description and a network' {
        { Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-ssis -Description '' } |
            Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-ssis -Description d -SubnetId /subnets/a -Force
        $cleared = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-ssis -Clear Description, VirtualNetwork -Force
        $cleared.Description | Should -BeNullOrEmpty
        $cleared.SubnetId | Should -BeNullOrEmpty
        $cleared.NodeSize | Should -BeExactly 'Standard_D2_v3'
    }

    # 13: each managed PUT carries dataFlowProperties there, and cleanup is lost when it is not repeated. Here neither.
    It 'about something else leave the data flow alone' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-ssis -Description d -Force
        (Get-SentBody PUT).properties.typeProperties.computeProperties.PSObject.Properties.Name |
            Should -Not -Contain 'dataFlowProperties'
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-flow -Type Managed -Location eastus `
            -DataFlowCoreCount 8 -DataFlowEnableQuickReuse
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-flow -DataFlowTimeToLive 10 -Force
        $flow = (Get-SentBody PUT).properties.typeProperties.computeProperties.dataFlowProperties
        $flow.cleanup | Should -BeFalse
        $flow.coreCount | Should -Be 8
        $flow.timeToLive | Should -Be 10
    }

    # 14: a node count alone makes it an Azure-SSIS runtime.
    It 'with -NodeCount make an Azure-SSIS runtime' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-count -Type Managed -Location eastus `
            -NodeSize Standard_D2_v3 -Force
        (Get-SentBody PUT).properties.typeProperties.PSObject.Properties.Name | Should -Not -Contain 'ssisProperties'
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-count -NodeCount 2 -Force
        $ssis = (Get-SentBody PUT).properties.typeProperties.ssisProperties
        $null -eq $ssis | Should -BeFalse
        @($ssis.PSObject.Properties).Count | Should -Be 0
    }

    # 15: a network parameter replaces all of vNetProperties there. Here the public addresses stay.
    It 'with another network keep the public addresses' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-ssis -SubnetId /subnets/a -PublicIPs /ip/1,
            /ip/2 -Force
        $moved = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-ssis -VNetId /networks/b -Subnet default -Force
        $moved.PublicIPs | Should -Be '/ip/1', '/ip/2'
        $moved.VNetId | Should -BeExactly '/networks/b'
        $moved.SubnetId | Should -BeNullOrEmpty
    }

    # 16: the check of the injection method takes any casing, its comparison does not there. Here both do.
    It 'take -VNetInjectionMethod in any casing' {
        $express = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-ssis -SubnetId /subnets/e `
            -VNetInjectionMethod express -Force
        $express.VNetInjectionMethod | Should -BeExactly 'Express'
        (Get-SentBody PUT).properties.typeProperties.customerVirtualNetwork.subnetId | Should -BeExactly '/subnets/e'
    }

    # 17: what was typed goes on the wire as it was typed, but for the type.
    It 'have values in the casing that was typed, and the type in the service''s' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-case -Type managed -Location eastus `
            -NodeSize Standard_D2_v3 -NodeCount 1 -Edition enterprise -LicenseType baseprice
        $properties = (Get-SentBody PUT).properties
        $properties.type | Should -BeExactly 'Managed'
        $properties.typeProperties.ssisProperties.edition | Should -BeExactly 'enterprise'
        $properties.typeProperties.ssisProperties.licenseType | Should -BeExactly 'baseprice'
        $null = New-AzDataFactoryV2IntegrationRuntimeKey rg adf-own ir-self -KeyName AUTHKEY2 -Force
        (Get-SentBody POST).keyName | Should -BeExactly 'AUTHKEY2'
        $null = Update-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self -AutoUpdate ON
        (Get-SentBody PATCH).autoUpdate | Should -BeExactly 'ON'
    }

    # 18: the delay is a JSON text within the text.
    It 'have quotes within the delay of updates' {
        $null = Update-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self `
            -AutoUpdateDelayOffset (New-TimeSpan -Hours 3)
        (Get-SentBody PATCH).updateDelayOffset | Should -BeExactly '"PT3H"'
        @((Get-SentBody PATCH).PSObject.Properties).Count | Should -Be 1
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self -Status).UpdateDelayOffset |
            Should -Be (New-TimeSpan -Hours 3)
    }

    # 19: unlinking is done at the shared runtime and names the other factory, bare.
    It 'that unlink go to the shared runtime, with the linked factory''s bare name' {
        $null = Remove-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self `
            -LinkedDataFactoryName "$($user.DataFactoryId)-none" -Force
        Get-SentRequest | Should -Be 'POST /factories/adf-own/integrationRuntimes/ir-self/removeLinks'
        $body = Get-SentBody POST
        $body.factoryName | Should -BeExactly 'adf-user-none'
        @($body.PSObject.Properties).Count | Should -Be 1
    }

    # 20: the subscription in an id is ignored there. Here it is used, in the id of an object too.
    It 'go to the subscription that an id names' {
        $second = Set-AzContext -Subscription $script:SecondSubscriptionId
        try {
            $null = New-AzResourceGroup rg westeurope -Force
            $null = Set-AzDataFactoryV2 rg adf-second westeurope -Force
            $far = Set-AzDataFactoryV2IntegrationRuntime rg adf-second ir-far -Type SelfHosted -Force
        } finally {
            $null = Set-AzContext -Subscription $script:SubscriptionId
        }
        $second.Subscription.Id | Should -Be $script:SecondSubscriptionId
        Clear-SentRequest
        (Get-AzDataFactoryV2IntegrationRuntime -ResourceId $far.Id).Name | Should -BeExactly 'ir-far'
        (Get-AzDataFactoryV2IntegrationRuntime -InputObject $far).Name | Should -BeExactly 'ir-far'
        (Get-SentRequest -Whole).url | Should -BeLike "*/subscriptions/$script:SecondSubscriptionId/*"
    }

    # 21: a missing factory is a missing runtime to Set there, until the PUT fails. Here it is told at once.
    It 'to a missing factory end with the GET, and a look for a workspace of the name and for near names' {
        $record = Get-Refusal { Set-AzDataFactoryV2IntegrationRuntime rg adf-none ir-x -Type SelfHosted -Force }
        $record.Exception.Message | Should -BeLike '*adf-none*was not found*'
        $sent = @(Get-SentRequest)
        $sent[0] | Should -Be 'GET /factories/adf-none/integrationRuntimes/ir-x'
        # The third is for names that are near.
        $sent | Select-Object -Skip 1 | Should -Be 'GET /workspaces/adf-none', 'GET /factories'
    }

    # 22: lists end with the first page there. Here they do not.
    It 'for a list follow its pages' {
        $all = @(Get-AzDataFactoryV2IntegrationRuntime rg adf-own).Name
        $all.Count | Should -BeGreaterThan 3
        Set-Emulator @{ pageSize = 2 }
        try {
            @(Get-AzDataFactoryV2IntegrationRuntime rg adf-own).Name | Should -Be $all
        } finally {
            Set-Emulator @{ pageSize = 50 }
        }
    }

    # 23: nothing is said about updates by the cmdlet; On is the service's.
    It 'say nothing of automatic updates unless asked: the service says On' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-auto -Type SelfHosted
        Get-SentBody PUT | ConvertTo-Json -Depth 8 | Should -Not -Match 'autoUpdate'
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-own ir-auto -Status).AutoUpdate | Should -BeExactly 'On'
    }
}

Describe 'Output' {
    # 24: by id or object the whole factory comes, without status, there. Here it is the one that was named.
    It 'by <By> is one runtime, with its status' -ForEach @(
        @{ By = 'id'; Call = { Get-AzDataFactoryV2IntegrationRuntime -ResourceId $self.Id -Status } }
        @{ By = 'object'; Call = { Get-AzDataFactoryV2IntegrationRuntime -InputObject $self -Status } }
        @{ By = 'pipeline'; Call = { $self | Get-AzDataFactoryV2IntegrationRuntime -Status } }
    ) {
        $found = @(& $Call)
        $found.Name | Should -BeExactly 'ir-self'
        $found.State | Should -BeExactly 'Online'
    }

    # 25: a linked runtime is SelfHosted, its status SelfHosted(Linked); where the shared one is, it does not say;
    # metrics do not bear its name.
    It 'of a linked runtime has two types, no id of the shared one, and metrics in the shared one''s name' {
        $linked.Type | Should -BeExactly 'SelfHosted'
        $linked.AuthorizationType | Should -BeExactly 'RBAC'
        $status = Get-AzDataFactoryV2IntegrationRuntime @linkedName -Status
        $status.Type | Should -BeExactly 'SelfHosted(Linked)'
        $status.OriginalIntegrationRuntimeName | Should -BeExactly 'ir-self'
        ($linked, $status | ConvertTo-Json -Depth 6) | Should -Not -Match ([regex]::Escape($self.Id))
        $metric = Get-AzDataFactoryV2IntegrationRuntimeMetric @linkedName
        $metric.IntegrationRuntimeName | Should -BeExactly 'ir-self'
        $metric.DataFactoryName | Should -BeExactly 'adf-user'
    }

    # 26: Update says that it returns a status and does not.
    It 'of Update is a plain runtime, though a status is declared' {
        (Get-Command Update-AzDataFactoryV2IntegrationRuntime).OutputType.Name |
            Should -Contain 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeStatus'
        $updated = Update-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self -AutoUpdate On
        $updated.PSTypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntime'
        $updated.PSObject.Properties.Name | Should -Not -Contain 'AutoUpdate'
    }

    # 27: of two keys only the new one is there.
    It 'of New key is the new one alone' {
        $new = New-AzDataFactoryV2IntegrationRuntimeKey rg adf-own ir-self -KeyName AuthKey2 -Force
        $new.AuthKey2 | Should -Match '^IR@'
        $null -eq $new.AuthKey1 | Should -BeTrue
        $new.AuthKey2 | Should -BeExactly (Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-own ir-self).AuthKey2
    }

    # 28: nothing done is a $null in the pipeline.
    It 'is one $null when <Case>' -ForEach @(
        @{ Case = 'Set is declined'
            Command = 'Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self -Description x' }
        @{ Case = 'Set has -WhatIf'
            Command = 'Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self -Description x -WhatIf' }
        @{ Case = 'New key is declined'
            Command = 'New-AzDataFactoryV2IntegrationRuntimeKey rg adf-own ir-self -KeyName AuthKey1' }
        @{ Case = 'New key has -WhatIf'
            Command = 'New-AzDataFactoryV2IntegrationRuntimeKey rg adf-own ir-self -KeyName AuthKey1 -WhatIf' }
    ) {
        $result = Invoke-Answered "@($Command).Count; @($Command)[0] -eq `$null" -Answer No, No
        $result.Output | Should -Be 1, $true
    }

    # 29: to remove what is not there is a warning, and Remove returns nothing though its help says $true.
    It 'of Remove is nothing, and a warning when there was nothing' {
        $null = New-TestRuntime 'adf-own' 'ir-gone'
        $result = Invoke-Answered ('Remove-AzDataFactoryV2IntegrationRuntime rg adf-own ir-gone -Force; ' * 2)
        $result.Output | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        $result.Warnings |
            Should -BeExactly "Integration runtime 'ir-gone' does not exist in the data factory 'adf-own'."
    }

    # 30: group and factory are shown as they were typed, the name as the service has it.
    It 'repeats the caller''s casing of group and factory' {
        $found = Get-AzDataFactoryV2IntegrationRuntime RG ADF-Own IR-SELF
        $found.ResourceGroupName | Should -BeExactly 'RG'
        $found.DataFactoryName | Should -BeExactly 'ADF-Own'
        $found.Name | Should -BeExactly 'ir-self'
    }

    # 31: a factory has neither Name nor Id.
    It 'of factories has DataFactoryName and DataFactoryId' {
        $found = Get-AzDataFactoryV2 rg adf-own
        $found.DataFactoryName | Should -BeExactly 'adf-own'
        $found.DataFactoryId | Should -BeLike '/subscriptions/*/factories/adf-own'
        $found.PSObject.Properties.Name | Should -Not -Contain 'Name'
        $found.PSObject.Properties.Name | Should -Not -Contain 'Id'
    }

    # 32: upstream shows one runtime as a list. Here it is a table as of many, and Format-List shows all of it, what is
    # its own class's first.
    It 'of one runtime is a table, and the list of its properties with Format-List' {
        $runtime = Get-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self
        ($runtime | Out-String -Width 200) -replace '\x1b\[[\d;]*m' |
            Should -Match '(?m)^Name +Type +State +Nodes +Version *\r?$'
        $lines = ($runtime | Format-List | Out-String -Width 400).Trim() -replace '\x1b\[[\d;]*m' -split '\r?\n'
        $lines[0] | Should -Match '^SelfContainedInteractiveAuthoringEnabled\s+:'
        $lines[1] | Should -Match '^Name\s+: ir-self$'
        $lines.Count |
            Should -Be (Get-AzDataFactoryV2IntegrationRuntime rg adf-own ir-self).PSObject.Properties.Name.Count
    }
}

Describe 'Errors and names' {
    # 33: errors go on, with category CloseError and an empty id of their own: the class stands for the id.
    # What upstream's lack, the target, is set.
    It 'go on after an error of <Case>' -ForEach @(
        @{ Case = 'Get'; Command = 'Get-AzDataFactoryV2IntegrationRuntime rg adf-own ir-none'
            Class = 'GetAzureDataFactoryIntegrationRuntimeCommand'; Target = 'ir-none' }
        @{ Case = 'Set'; Command = 'Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-none'
            Class = 'SetAzureDataFactoryIntegrationRuntimeCommand'; Target = 'ir-none' }
        @{ Case = 'Get key'; Command = 'Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-user ir-linked'
            Class = 'GetAzureDataFactoryIntegrationRuntimeKeyCommand'; Target = 'ir-linked' }
        @{ Case = 'Update node'; Class = 'UpdateAzureDataFactoryIntegrationRuntimeNodeCommand'
            Target = 'none'
            Command = 'Update-AzDataFactoryV2IntegrationRuntimeNode rg adf-own ir-self -Name none ' +
                '-ConcurrentJobsLimit 1' }
        @{ Case = 'Get node, of the service'; Class = 'GetAzureDataFactoryIntegrationRuntimeNodeCommand'
            Target = 'ir-none'
            Command = 'Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-own ir-none -Name none' }
    ) {
        $result = Invoke-Answered "try { $Command; 'went on' } catch { 'caught' }"
        $result.Output | Should -Be 'went on'
        $result.Errors | Should -HaveCount 1
        $result.Errors[0].FullyQualifiedErrorId | Should -BeExactly "Microsoft.Azure.Commands.DataFactoryV2.$Class"
        $result.Errors[0].CategoryInfo.Category | Should -Be 'CloseError'
        $result.Errors[0].TargetObject | Should -BeLike "*$Target"
    }

    # 33, the exception: two errors of Get node end the script.
    It 'are terminating in Get node only: <Case>' -ForEach @(
        @{ Case = 'no such node'; Command = 'Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-own ir-self -Name none' }
        @{ Case = 'the address of a managed one'
            Command = 'Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-own ir-ssis -Name none -IpAddress' }
    ) {
        $result = Invoke-Answered ("try { $Command; 'went on' } catch { 'caught ' + `$_.CategoryInfo.Category + ' ' " +
            "+ `$_.Exception.GetType() }")
        $result.Output | Should -Be 'caught ObjectNotFound System.InvalidOperationException'
    }

    # 34: five lines, and no space after the last colon.
    It 'are five lines for errors of the service' {
        $record = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-user ir-linked }
        Get-FiveLine $record | Should -BeExactly (@(
                'HTTP Status Code: BadRequest'
                'Error Code: BadRequest'
                ('Error Message: Authentication keys exist only for a self-hosted integration runtime that is not ' +
                'linked.')
                'Request Id: ID'
                'Timestamp (Utc):NOW') -join "`n")
    }

    # 35: -Name is the runtime, but in two cmdlets the node; a third calls the node -NodeName; and where -Name is taken
    # there is no alias.
    It 'have -Name for the <What> in <Cmdlet>' -ForEach @(
        @{ Cmdlet = 'Get-AzDataFactoryV2IntegrationRuntime'; What = 'runtime'; Runtime = 'Name'; Node = $null }
        @{ Cmdlet = 'Get-AzDataFactoryV2IntegrationRuntimeNode'; What = 'node'; Runtime = 'IntegrationRuntimeName'
            Node = 'Name' }
        @{ Cmdlet = 'Update-AzDataFactoryV2IntegrationRuntimeNode'; What = 'node'; Runtime = 'IntegrationRuntimeName'
            Node = 'Name' }
        @{ Cmdlet = 'Remove-AzDataFactoryV2IntegrationRuntimeNode'; What = 'nobody'; Runtime = 'IntegrationRuntimeName'
            Node = 'NodeName' }
        @{ Cmdlet = 'Sync-AzDataFactoryV2IntegrationRuntimeCredential'; What = 'nobody'
            Runtime = 'IntegrationRuntimeName'; Node = $null }
    ) {
        $parameters = (Get-Command $Cmdlet).Parameters
        $parameters[$Runtime].ParameterSets['ByIntegrationRuntimeName'].Position | Should -Be 2
        if ($Runtime -eq 'Name') {
            $parameters['Name'].Aliases | Should -Be 'IntegrationRuntimeName'
        } else {
            $parameters[$Runtime].Aliases | Should -BeNullOrEmpty
        }
        if ($Node) {
            $parameters[$Node].ParameterSets.Values.IsMandatory | Sort-Object -Unique | Should -BeTrue
            $parameters[$Node].Aliases | Should -BeNullOrEmpty
        }
        'Name', 'NodeName' | Where-Object { $_ -notin $Runtime, $Node } |
            ForEach-Object { $parameters.ContainsKey($_) | Should -BeFalse }
    }

    # 36: nodes are found by their exact name, in the status: the node itself is not asked for.
    It 'of nodes are compared with case, in the status' {
        Clear-SentRequest
        (Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-own ir-self -Name Node-A).Name | Should -BeExactly 'Node-A'
        Get-SentRequest | Should -Not -BeLike '*/nodes/*'
        $record = Get-Refusal { Get-AzDataFactoryV2IntegrationRuntimeNode rg adf-own ir-self -Name node-a }
        $record[-1].Exception.Message |
            Should -BeLike "The node with node name node-a in integration runtime ir-self was not found.`n*'Node-A'*"
    }

    # 37: nothing there has -AsJob, -PassThru or -NoWait, and Start and Stop block. Here the two can go on elsewhere; by
    # default they block.
    It 'are waited for by Start and Stop unless -NoWait or -AsJob is given; -PassThru is nowhere' {
        $cmdlets = Get-Command -Module AzIntegrationRuntime -Name '*-AzDataFactoryV2*'
        $cmdlets.Count | Should -BeGreaterThan 15
        $cmdlets | Where-Object { $_.Parameters.ContainsKey('PassThru') } | Should -BeNullOrEmpty
        foreach ($name in 'Start', 'Stop') {
            $parameters = (Get-Command "$name-AzDataFactoryV2IntegrationRuntime").Parameters
            $parameters.Keys | Should -Contain 'NoWait'
            $parameters.Keys | Should -Contain 'AsJob'
        }
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-own ir-run -Type Managed -Location eastus `
            -NodeSize Standard_D2_v3 -NodeCount 1 -Force
        Clear-SentRequest
        (Start-AzDataFactoryV2IntegrationRuntime rg adf-own ir-run -Force).State | Should -BeExactly 'Started'
        Get-SentRequest | Where-Object { $_ -like '*/start/operationstatuses/*' } | Should -Not -BeNullOrEmpty
        Clear-SentRequest
        (Stop-AzDataFactoryV2IntegrationRuntime rg adf-own ir-run -Force -NoWait).Kind | Should -BeExactly 'Stop'
        Get-SentRequest | Should -Be 'POST /factories/adf-own/integrationRuntimes/ir-run/stop'
    }

    # 38: New- is an alias for factories, and not for runtimes.
    It 'have New- as another name for factories only' {
        (Get-Command New-AzDataFactoryV2).ResolvedCommand.Name | Should -BeExactly 'Set-AzDataFactoryV2'
        Get-Command New-AzDataFactoryV2IntegrationRuntime -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    # 39: Set-AzDataFactoryV2 replaces the factory and Update-AzDataFactoryV2 opens it there. Here both change what was
    # asked for.
    It 'of factories keep what is not named' {
        $null = Set-AzDataFactoryV2 rg adf-kept eastus -Tag @{ a = '1' } -PublicNetworkAccess Disabled -Force
        Clear-SentRequest
        $kept = Set-AzDataFactoryV2 rg adf-kept eastus -GlobalParameterDefinition @{
            p = @{ Type = 'String'; Value = 'v' }
        } -Force
        $kept.Tags['a'] | Should -BeExactly '1'
        (Get-SentBody PUT).properties.publicNetworkAccess | Should -BeExactly 'Disabled'
        $null = Update-AzDataFactoryV2 rg adf-kept -Tag @{ b = '2' }
        @((Get-SentBody PATCH).PSObject.Properties.Name) | Should -Be 'tags'
        (Get-AzDataFactoryV2 rg adf-kept).Identity.PrincipalId | Should -BeExactly $kept.Identity.PrincipalId
    }
}
