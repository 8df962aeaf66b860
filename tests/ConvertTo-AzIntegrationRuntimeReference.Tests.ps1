BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-ref'
    $workspace = New-TestWorkspace 'syn-ref'
    $azure = Set-AzDataFactoryV2IntegrationRuntime rg adf-ref ir-azure -Type Managed -Location westeurope
    $self = New-TestSynapseRuntime 'syn-ref' 'ir-self'
}

AfterAll { Stop-TestEmulator }

Describe 'ConvertTo-AzIntegrationRuntimeReference' {
    BeforeEach { Clear-SentRequest }

    It 'makes the connectVia of a linked service of <Name>, and asks nobody' -ForEach @(
        @{ Name = 'a runtime of a data factory'; Call = { $azure | ConvertTo-AzIntegrationRuntimeReference }
            Wanted = 'ir-azure' }
        @{ Name = 'a runtime of a workspace'; Call = { ConvertTo-AzIntegrationRuntimeReference -InputObject $self }
            Wanted = 'ir-self' }
        @{ Name = 'a runtime by position'; Call = { ConvertTo-AzIntegrationRuntimeReference $self }
            Wanted = 'ir-self' }
    ) {
        $reference = & $Call
        $reference | Should -BeOfType [System.Management.Automation.PSCustomObject]
        $reference.PSObject.Properties.Name | Should -BeExactly 'referenceName', 'type'
        $reference.referenceName | Should -BeExactly $Wanted
        $reference.type | Should -BeExactly 'IntegrationRuntimeReference'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'is JSON as the service reads it' {
        $azure | ConvertTo-AzIntegrationRuntimeReference | ConvertTo-Json -Compress |
            Should -BeExactly '{"referenceName":"ir-azure","type":"IntegrationRuntimeReference"}'
    }

    It 'makes one of each that is piped in, those with a status and the workspace''s own too' {
        @($workspace | Get-AzSynapseIntegrationRuntime -Status |
            ConvertTo-AzIntegrationRuntimeReference).referenceName | Sort-Object |
            Should -Be 'AutoResolveIntegrationRuntime', 'ir-self'
    }

    It 'takes what was stored and read back' {
        $file = Join-Path $TestDrive 'runtime.xml'
        $self | Export-Clixml $file
        (Import-Clixml $file | ConvertTo-AzIntegrationRuntimeReference).referenceName | Should -BeExactly 'ir-self'
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'a data factory'; Object = { Get-AzDataFactoryV2 rg adf-ref } }
        @{ Name = 'a workspace'; Object = { $workspace } }
        @{ Name = 'anything else'; Object = { [pscustomobject]@{ Name = 'ir-self'; Location = 'here' } } }
        @{ Name = 'a text'; Object = { 'ir-self' } }
    ) {
        $records = Get-Refusal { & $Object | ConvertTo-AzIntegrationRuntimeReference }
        $records | Should -HaveCount 1
        $records[0].Exception.Message | Should -BeLike '*integration runtime*'
        $records[0].FullyQualifiedErrorId | Should -BeLike '*ConvertToAzIntegrationRuntimeReferenceCommand'
    }
}
