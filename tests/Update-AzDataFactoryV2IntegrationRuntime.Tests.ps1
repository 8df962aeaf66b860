BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-upd'
    $runtime = New-TestRuntime 'adf-upd' 'ir-upd'
    $path = '/factories/adf-upd/integrationRuntimes/ir-upd'

    function Get-Setting {
        Get-AzDataFactoryV2IntegrationRuntime rg adf-upd ir-upd -Status | Select-Object AutoUpdate, UpdateDelayOffset
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Update-AzDataFactoryV2IntegrationRuntime' {
    BeforeEach { Clear-SentRequest }

    It 'sends what was asked, the offset in quotes of its own, and returns the plain runtime' {
        $updated = Update-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-upd `
            -Name ir-upd -AutoUpdate off -AutoUpdateDelayOffset '03:00:00'
        $updated.PSObject.TypeNames[0] |
            Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntime'
        $updated.Name | Should -BeExactly 'ir-upd'
        Get-SentRequest | Should -Be "GET $path", "PATCH $path"
        $body = Get-SentBody PATCH
        @($body.PSObject.Properties.Name) | Should -BeExactly 'autoUpdate', 'updateDelayOffset'
        # As it was typed.
        $body.autoUpdate | Should -BeExactly 'off'
        $body.updateDelayOffset | Should -BeExactly '"PT3H"'
        $setting = Get-Setting
        $setting.AutoUpdate | Should -Be 'Off'
        $setting.UpdateDelayOffset | Should -Be ([timespan]'03:00:00')
    }

    It 'sends one of the two alone' {
        $null = Update-AzDataFactoryV2IntegrationRuntime rg adf-upd ir-upd -AutoUpdate On
        @((Get-SentBody PATCH).PSObject.Properties.Name) | Should -BeExactly 'autoUpdate'
        $null = Update-AzDataFactoryV2IntegrationRuntime rg adf-upd ir-upd `
            -AutoUpdateDelayOffset ([timespan]::FromMinutes(90))
        @((Get-SentBody PATCH).PSObject.Properties.Name) | Should -BeExactly 'updateDelayOffset'
        (Get-SentBody PATCH).updateDelayOffset | Should -BeExactly '"PT1H30M"'
        $setting = Get-Setting
        $setting.AutoUpdate | Should -Be 'On'
        $setting.UpdateDelayOffset | Should -Be ([timespan]'01:30:00')
    }

    It 'refuses to do nothing, before any request' {
        $records = Get-Refusal { Update-AzDataFactoryV2IntegrationRuntime rg adf-upd ir-upd }
        $records | Should -HaveCount 1
        $records[0].Exception.Message | Should -BeExactly 'No valid parameters.'
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'takes the alias of -Name, the id, an object and what is piped in' {
        (Update-AzDataFactoryV2IntegrationRuntime rg adf-upd -IntegrationRuntimeName ir-upd -AutoUpdate On).Name |
            Should -BeExactly 'ir-upd'
        (Update-AzDataFactoryV2IntegrationRuntime -ResourceId $runtime.Id -AutoUpdate On).Name |
            Should -BeExactly 'ir-upd'
        (Update-AzDataFactoryV2IntegrationRuntime -InputObject $runtime -AutoUpdate On).Name |
            Should -BeExactly 'ir-upd'
        (Get-AzDataFactoryV2IntegrationRuntime rg adf-upd |
            Update-AzDataFactoryV2IntegrationRuntime -AutoUpdate On).Name | Should -Contain 'ir-upd'
    }

    It 'never asks by itself, and knows neither -Force nor -Description' {
        $result = Invoke-Answered 'Update-AzDataFactoryV2IntegrationRuntime rg adf-upd ir-upd -AutoUpdate On'
        $result.Asked | Should -BeNullOrEmpty
        $result.Errors | Should -BeNullOrEmpty
        foreach ($extra in @{ Force = $true }, @{ Description = 'new' }) {
            { Update-AzDataFactoryV2IntegrationRuntime rg adf-upd ir-upd -AutoUpdate On @extra } |
                Should -Throw -ErrorId ('NamedParameterNotFound,' +
                    'Microsoft.Azure.Commands.DataFactoryV2.UpdateAzureDataFactoryIntegrationRuntimeCommand')
        }
    }

    It 'asks with -Confirm, and changes nothing when the answer is no' {
        $result = Invoke-Answered ('Update-AzDataFactoryV2IntegrationRuntime rg adf-upd ir-upd -AutoUpdate Off ' +
            '-Confirm') -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Asked[0] |
            Should -BeLike "*""Updating integration runtime 'ir-upd' in data factory 'adf-upd'."" on target ""ir-upd""."
        Get-SentRequest | Should -Be "GET $path"
    }

    It 'reads and does no more with -WhatIf' {
        $result = Invoke-Answered 'Update-AzDataFactoryV2IntegrationRuntime rg adf-upd ir-upd -AutoUpdate Off -WhatIf'
        "$($result.Written)" |
            Should -BeLike ("*What if: Performing the operation ""Updating integration runtime 'ir-upd' in data " +
                "factory 'adf-upd'."" on target ""ir-upd"".")
        $result.Output | Should -BeNullOrEmpty
        Get-SentRequest | Should -Be "GET $path"
    }

    It 'reports a missing runtime with -WhatIf too' {
        $result = Invoke-Answered ('Update-AzDataFactoryV2IntegrationRuntime rg adf-upd ir-none -AutoUpdate On ' +
            '-WhatIf; "went on"')
        $result.Output | Should -Be 'went on'
        Get-FiveLine $result.Errors[0] | Should -BeLike "HTTP Status Code: NotFound`nError Code: NotFound`n*"
        $result.Errors[0].CategoryInfo.Category | Should -Be 'CloseError'
        $result.Errors[0].FullyQualifiedErrorId |
            Should -BeExactly 'Microsoft.Azure.Commands.DataFactoryV2.UpdateAzureDataFactoryIntegrationRuntimeCommand'
    }

    It 'refuses a managed runtime in the words of upstream' {
        $null = Set-AzDataFactoryV2IntegrationRuntime rg adf-upd ir-azure -Type Managed
        $records = Get-Refusal { Update-AzDataFactoryV2IntegrationRuntime rg adf-upd ir-azure -AutoUpdate On }
        $records[0].Exception.Message | Should -BeExactly 'The resource is not a valid self-hosted integration runtime.'
        Get-SentRequest | Should -Not -BeLike 'PATCH*'
    }

    It 'lets the service decide of a linked runtime' {
        $user = New-TestFactory 'adf-user'
        $null = New-AzRoleAssignment -ObjectId $user.Identity.PrincipalId -RoleDefinitionName Contributor `
            -Scope $runtime.Id
        $null = Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName rg -DataFactoryName adf-user -Name ir-linked `
            -Type SelfHosted -SharedIntegrationRuntimeResourceId $runtime.Id
        Clear-SentRequest
        $records = Get-Refusal { Update-AzDataFactoryV2IntegrationRuntime rg adf-user ir-linked -AutoUpdate On }
        Get-FiveLine $records[0] | Should -BeLike "HTTP Status Code: BadRequest`nError Code: BadRequest`n*"
        Get-SentRequest | Should -Contain 'PATCH /factories/adf-user/integrationRuntimes/ir-linked'
    }

    It 'says in the verbose stream what upstream says' {
        $result = Invoke-Answered ('Update-AzDataFactoryV2IntegrationRuntime rg adf-upd ir-upd -AutoUpdate On ' +
            '-AutoUpdateDelayOffset 02:00 -Verbose')
        $result.Verbose -match 'integration runtime$|^Handled|PT2H' |
            Should -BeExactly 'Got integration runtime', 'Handled AutoUpdate', '"PT2H"', 'Handled AutoUpdateDelayOffset'
    }

    It 'takes On and Off only' {
        { Update-AzDataFactoryV2IntegrationRuntime rg adf-upd ir-upd -AutoUpdate Sometimes } |
            Should -Throw -ErrorId ('ParameterArgumentValidationError,' +
                'Microsoft.Azure.Commands.DataFactoryV2.UpdateAzureDataFactoryIntegrationRuntimeCommand')
    }
}
