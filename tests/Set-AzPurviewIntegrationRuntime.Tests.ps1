BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $account = New-TestAccount 'pv-set'
    $question = "An integration runtime with the name {0} in the Purview account pv-set exists. `nContinuing " +
        "execution may overwrite the existing one. " +
        "`nAre you sure you want to continue?"
}

AfterAll { Stop-TestEmulator }

Describe 'Set-AzPurviewIntegrationRuntime' {
    BeforeEach {
        $null = Set-AzPurviewIntegrationRuntime -AccountName pv-set -Name ir-set -Type SelfHosted `
            -Description 'before' -Force
        Clear-SentRequest
    }

    It 'creates one without a question, with what was given and nothing else' {
        $result = Invoke-Answered ('Set-AzPurviewIntegrationRuntime -ResourceGroupName rg -AccountName pv-set -Name ' +
            'ir-new -Type selfhosted -Description d')
        $result.Errors | Should -BeNullOrEmpty
        $result.Asked | Should -BeNullOrEmpty
        $result.Output[0].PSObject.TypeNames[0] |
            Should -BeExactly 'AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntime'
        $result.Output[0].Description | Should -BeExactly 'd'
        Get-ScanRequest | Should -Be 'GET /integrationruntimes/ir-new', 'PUT /integrationruntimes/ir-new'
        $body = (Get-ScanRequest -Whole)[-1].body
        $body.kind | Should -BeExactly 'SelfHosted'
        $body.properties.PSObject.Properties.Name | Should -Be 'description'
        $null = Remove-AzPurviewIntegrationRuntime -AccountName pv-set -Name ir-new -Force
    }

    It 'creates a managed one, and moves it' {
        $made = $account | Set-AzPurviewIntegrationRuntime -Name ir-azure -Kind Managed -Location eastus `
            -ManagedVirtualNetworkName defaultv2
        $made.Location | Should -BeExactly 'eastus'
        $made.ManagedVirtualNetworkName | Should -BeExactly 'defaultv2'
        $result = Invoke-Answered ('Set-AzPurviewIntegrationRuntime -AccountName pv-set -Name ir-azure ' +
            '-Location westeurope -WhatIf')
        $result.Written -join "`n" | Should -BeLike ("*Integration runtime 'ir-azure' in Purview account 'pv-set' " +
            "exists; this would change:*~ Location: 'eastus' -> 'westeurope'*")
        (Get-AzPurviewIntegrationRuntime -InputObject $made).Location | Should -BeExactly 'eastus'
        $moved = $made | Set-AzPurviewIntegrationRuntime -Location westeurope -Force
        $moved.Location | Should -BeExactly 'westeurope'
        $moved.ManagedVirtualNetworkName | Should -BeExactly 'defaultv2'
    }

    It 'asks before it changes one, and shows the change first' {
        $result = Invoke-Answered ('Set-AzPurviewIntegrationRuntime -AccountName pv-set -Name ir-set -Description ' +
            'after') -Answer Yes
        $result.Asked | Should -BeExactly ($question -f 'ir-set')
        $result.Written -join "`n" | Should -BeLike "*Description: 'before' -> 'after'*"
        $result.Output[0].Description | Should -BeExactly 'after'
    }

    It 'changes nothing and writes $null when the answer is no' {
        $result = Invoke-Answered ('Set-AzPurviewIntegrationRuntime -AccountName pv-set -Name ir-set -Description ' +
            'after') -Answer No
        $result.Output | Should -HaveCount 1
        $result.Output[0] | Should -BeNullOrEmpty
        Get-ScanRequest | Should -Be 'GET /integrationruntimes/ir-set'
    }

    It 'does not ask with <Switch>' -ForEach @(@{ Switch = '-Force' }, @{ Switch = '-Confirm:$false' }) {
        $result = Invoke-Answered ("Set-AzPurviewIntegrationRuntime -AccountName pv-set -Name ir-set -Description " +
            "after $Switch")
        $result.Asked | Should -BeNullOrEmpty
        $result.Output[0].Description | Should -BeExactly 'after'
    }

    It 'says what it would do with -WhatIf' {
        $result = Invoke-Answered ('Set-AzPurviewIntegrationRuntime -AccountName pv-set -Name ir-none -Type ' +
            'SelfHosted -WhatIf')
        $result.Written -join "`n" | Should -BeLike (
            "*Integration runtime 'ir-none' in Purview account 'pv-set' does not exist and would be created:*" +
            "+ Type: 'SelfHosted'*" +
            'What if: Performing the operation "Creating integration runtime ''ir-none'' in Purview account ' +
            '''pv-set''." on target "ir-none".*')
        Get-ScanRequest | Should -Be 'GET /integrationruntimes/ir-none'
    }

    It 'keeps what nobody knows, and takes a description away' {
        $id = "$($account.Id)/integrationRuntimes/ir-odd"
        $null = Invoke-Emulator PUT '/emulator/runtimes' @{
            runtimeId  = $id
            properties = @{
                kind = 'SelfHosted'
                newer = 1
                properties = @{ description = 'd'; other = @{ deep = $true } }
            }
        }
        try {
            $null = Get-Refusal { Set-AzPurviewIntegrationRuntime -ResourceId $id -Description '' -Force }
            $body = (Get-ScanRequest -Whole | Where-Object method -EQ 'PUT').body
            $body.PSObject.Properties.Name | Should -Not -Contain 'name'
            $body.newer | Should -Be 1
            $body.properties.other.deep | Should -BeTrue
            $body.properties.PSObject.Properties.Name | Should -Not -Contain 'description'
        } finally {
            $null = Remove-AzPurviewIntegrationRuntime -ResourceId $id -Force
        }
    }

    It 'refuses <What>' -ForEach @(
        @{ What = 'another type'; Arguments = @{ Name = 'ir-set'; Type = 'Managed' }
            Text = "The value for pramater 'Type' is different with existing integration runtime with name ir-set."
        }
        @{ What = 'a new one without a type'; Arguments = @{ Name = 'ir-none' }
            Text = "Pramater 'Type' must be provided when creating new integration runtime." }
        @{ What = 'a location of a self-hosted one'; Arguments = @{ Name = 'ir-set'; Location = 'eastus' }
            Text = "-Location is for managed integration runtimes; 'ir-set' is of type 'SelfHosted'. Nothing was " +
                "changed."
        }
        @{ What = 'a network of a self-hosted one'
            Arguments = @{ Name = 'ir-none'; Type = 'SelfHosted'; ManagedVirtualNetworkName = 'defaultv2' }
            Text = "-ManagedVirtualNetworkName is for managed integration runtimes; 'ir-none' is of type " +
                "'SelfHosted'. Nothing was changed."
        }
        @{ What = 'a name that cannot be'; Arguments = @{ Name = 'a_b'; Type = 'SelfHosted' }
            Text = "'a_b' is not a valid integration runtime name. *" }
    ) {
        $record = Get-Refusal { Set-AzPurviewIntegrationRuntime -AccountName pv-set -Force @Arguments }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeLike $Text
        Get-ScanRequest | Should -Not -Match '^PUT'
    }

    It 'passes on what the service refuses' {
        $record = Get-Refusal {
            Set-AzPurviewIntegrationRuntime -AccountName pv-set -Name ir-azure -ManagedVirtualNetworkName other -Force
        }
        $record.Exception.Message | Should -BeLike "HTTP Status Code: BadRequest*it can only be 'defaultv2'*"
    }
}
