# The walk-through of the article "How to create and configure Azure Integration Runtime", in both services: the script
# in examples/, and the article's own command as it stands.

BeforeAll {
    . $PSScriptRoot/common.ps1
    $shell = Get-PwshPath
    $path = Join-Path $script:Root 'examples/New-AzureRuntime.ps1'
}

Describe 'examples/New-AzureRuntime.ps1 -Service <Service>' -ForEach @(
    @{ Service = 'DataFactory'; Noun = 'AzDataFactoryV2IntegrationRuntime'; Parent = 'SampleV2DataFactory1'
        Listed = @('MySampleAzureIR +Azure') }
    @{ Service = 'Synapse'; Noun = 'AzSynapseIntegrationRuntime'; Parent = 'synapse-emulator'
        Listed = @('MySampleAzureIR +Azure', 'AutoResolveIntegrationRuntime +AzureDefault') }
) {
    BeforeAll {
        $output = & $shell -NoProfile -NonInteractive -File $path -Service $Service *>&1
        $exit = $LASTEXITCODE
        $text = ($output -join "`n") -replace '\x1b\[[0-9;]*m', '' -replace '\r', ''
        # By the titles of the steps.
        $steps = @{}
        foreach ($part in [regex]::Split($text, '(?m)^== \d+\. ')) {
            $steps[($part -split "`n")[0]] = $part
        }
    }

    It 'succeeds' {
        $exit | Should -Be 0 -Because $text
    }

    It 'creates it in the region of the article' {
        $steps['Create an Azure integration runtime in a region'] | Should -Match '(?m)^ +Location +: West Europe$'
    }

    It 'lists it beside the default runtime' {
        $list = $steps['List the integration runtimes']
        foreach ($line in $Listed) {
            $list | Should -Match "(?m)^ +$line +Managed +$Parent"
        }
    }

    It 'shows that the default runtime stays' {
        $steps['The default runtime cannot be removed'] | Should -Match 'Refused:\s+.*AutoResolveIntegrationRuntime'
    }

    It 'shows what the move changes, and moves' {
        $steps['What would a move to another region change?'] | Should -Match 'West Europe.*North Europe'
        $steps['What would a move to another region change?'] | Should -Match 'What if: '
        $steps['Move it'] | Should -Match '(?m)^ +Location +: North Europe$'
    }

    It 'repairs it when it is Limited, as the warning says' {
        $steps['How is it doing?'] | Should -Match '(?m)^ *MySampleAzureIR +Azure +Limited *$'
        $steps['How is it doing?'] | Should -Match "Set-$Noun -Force"
        $steps['And now?'] | Should -Match '(?m)^ *MySampleAzureIR +Azure +Online *$'
    }

    It 'writes the reference of the article' {
        $json = [regex]::Match($steps['Refer to it in the JSON of a linked service'],
            '(?s)\{\s*"(name|properties)".*\}').Value | ConvertFrom-Json
        $json.properties.connectVia.referenceName | Should -BeExactly 'MySampleAzureIR'
        $json.properties.connectVia.type | Should -BeExactly 'IntegrationRuntimeReference'
        @($json.properties.connectVia.PSObject.Properties) | Should -HaveCount 2
    }

    It 'cleans up' {
        $steps['Remove it'] | Should -Match "Remove-$Noun -Force"
        $steps['Remove it'] | Should -Not -Match 'WARNING:|Exception'
    }
}

Describe 'examples/New-AzureRuntime.ps1 where an emulator runs' {
    BeforeAll {
        Start-TestEmulator
        $null = Set-AzDataFactoryV2 rg adf-mine eastus -Tag @{ team = 'data' } -ErrorAction Stop
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-mine ir-mine -Type Managed -Location eastus

        function Get-Inventory {
            # All groups, data factories with their tags, and runtimes with their versions.
            Get-AzResourceGroup | ForEach-Object { $_.ResourceId }
            Get-AzDataFactoryV2 | ForEach-Object {
                "$($_.DataFactoryId) $($_.ETag)"
                $_ | Get-AzDataFactoryV2IntegrationRuntime | ForEach-Object { "$($_.Id) $($_.Etag)" }
            }
            Get-AzSynapseIntegrationRuntime -WorkspaceName synapse-emulator | ForEach-Object { $_.Id }
        }
        $before = @(Get-Inventory)
        $mine = '-ResourceGroupName rg -DataFactoryName adf-mine'
    }

    BeforeEach {
        Clear-Fault
        Clear-SentRequest
    }

    AfterEach {
        (Get-AzIntegrationRuntimeEmulator).Endpoint | Should -Be $global:TestEmulator.Endpoint
        @(Get-Inventory) | Should -Be $before
    }

    AfterAll { Stop-TestEmulator }

    It 'uses it and a data factory that exists, and removes only the runtime (<Argument>)' -ForEach @(
        @{ Argument = '-ResourceGroupName rg -DataFactoryName adf-mine' }
        @{ Argument = '-ResourceGroupName rg -DataFactoryName adf-new' }
        @{ Argument = '-ResourceGroupName rg-new -DataFactoryName adf-new' }
        @{ Argument = '-Service Synapse' }
    ) {
        foreach ($run in 1, 2) {
            $result = Invoke-Answered "& '$path' $Argument"
            $result.Thrown | Should -BeNullOrEmpty
            $result.Errors | Should -HaveCount 0
            $result.Asked | Should -BeNullOrEmpty
        }
    }

    It 'ends before any change when the runtime exists' {
        $result = Invoke-Answered "& '$path' $mine -Name ir-mine"
        $result.Thrown.Message | Should -BeLike "Integration runtime 'ir-mine' exists in data factory*"
        @(Get-SentRequest) -notlike 'GET *' | Should -BeNullOrEmpty
    }

    It 'stops at No, before any change' {
        $result = Invoke-Answered "& '$path' $mine -Confirm" -Answer No
        $result.Asked | Should -HaveCount 1
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'changes nothing with -WhatIf' {
        $result = Invoke-Answered "& '$path' $mine -WhatIf"
        $result.Errors | Should -BeNullOrEmpty
        "$($result.Written)" | Should -BeLike '*remove what the script created*'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'removes the runtime when a later step fails' {
        Add-Fault @{ method = 'POST'; path = '/integrationRuntimes/MySampleAzureIR/getStatus'; status = 400; times = 9 }
        $result = Invoke-Answered "& '$path' $mine"
        "$($result.Thrown)$($result.Errors)" | Should -Not -BeNullOrEmpty
    }

    It 'refuses -UseAzure' {
        (Invoke-Answered "& '$path' -UseAzure").Thrown.Message | Should -BeLike '*another PowerShell process*'
    }
}

Describe 'The command of the article' {
    BeforeAll {
        Start-TestEmulator
        $null = New-AzResourceGroup ADFV2SampleRG westeurope
        $null = Set-AzDataFactoryV2 ADFV2SampleRG SampleV2DataFactory1 westeurope
    }

    AfterAll { Stop-TestEmulator }

    It 'works as it stands, and again with another location' {
        $result = Invoke-Answered (
            'Set-AzDataFactoryV2IntegrationRuntime -DataFactoryName "SampleV2DataFactory1" -Name "MySampleAzureIR" ' +
            '-ResourceGroupName "ADFV2SampleRG" -Type Managed -Location "West Europe"')
        $result.Errors | Should -BeNullOrEmpty
        $result.Asked | Should -BeNullOrEmpty
        $result.Output[0].Location | Should -BeExactly 'West Europe'
        ($result.Output[0] | Get-AzDataFactoryV2IntegrationRuntime -Status).State | Should -BeExactly 'Online'
        $result = Invoke-Answered -Answer Yes (
            'Set-AzDataFactoryV2IntegrationRuntime -DataFactoryName "SampleV2DataFactory1" -Name "MySampleAzureIR" ' +
            '-ResourceGroupName "ADFV2SampleRG" -Type Managed -Location "North Europe"')
        $result.Asked | Should -HaveCount 1
        $result.Asked[0] | Should -BeLike '*exists.*'
        $result.Output[0].Location | Should -BeExactly 'North Europe'
        "$($result.Information)" | Should -BeLike '*West Europe*North Europe*'
    }
}
