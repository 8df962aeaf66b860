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

    It 'ends well' {
        $exit | Should -Be 0 -Because $text
    }

    It 'creates it in the region of the article' {
        $steps['Create an Azure integration runtime in a region'] | Should -Match '(?m)^ +Location +: West Europe$'
    }

    It 'lists it, and tells the one that is there already apart' {
        $list = $steps['List what is there']
        $list | Should -Match "Parent: $Parent \($Service\)"
        foreach ($line in $Listed) {
            $list | Should -Match "(?m)^ +$line"
        }
    }

    It 'shows that the one that is there already stays' {
        $steps['It is never removed by mistake'] | Should -Match 'Refused:\s+.*AutoResolveIntegrationRuntime'
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
