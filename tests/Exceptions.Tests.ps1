# Errors of a service as exceptions: the classes that scripts name in catch, with the members that they read.

BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $null = New-TestFactory 'adf-caught'
    $null = New-TestRuntime 'adf-caught' 'ir-caught'
    $null = New-TestWorkspace 'syn-caught'

    function Get-Caught {
        # Which of the typed blocks of a script runs, and the record that it gets.
        param([scriptblock]$Command)
        try {
            & $Command
        } catch [Microsoft.Rest.Azure.CloudException] {
            return 'CloudException', $_
        } catch [Microsoft.Azure.Management.DataFactory.Models.ErrorResponseException] {
            return 'DataFactory', $_
        } catch [Microsoft.Azure.Commands.Synapse.Models.Exceptions.SynapseException] {
            return 'SynapseException', $_
        } catch [Microsoft.Azure.Management.Authorization.Models.ErrorResponseException] {
            return 'Authorization', $_
        } catch [ArgumentException] {
            return 'ArgumentException', $_
        } catch {
            return 'other', $_
        }
    }
}

AfterAll {
    Stop-TestEmulator
}

Describe 'A typed catch' {
    It 'gets <Wanted> of <Command>' -ForEach @(
        @{ Wanted = 'CloudException'
            Command = { Get-AzDataFactoryV2IntegrationRuntime rg adf-caught nope -ErrorAction Stop } }
        @{ Wanted = 'CloudException'; Command = { Get-AzDataFactoryV2 rg nope -ErrorAction Stop } }
        @{ Wanted = 'SynapseException'
            Command = { Get-AzSynapseIntegrationRuntime -ResourceGroupName rg -WorkspaceName syn-caught -Name nope `
                    -ErrorAction Stop } }
        @{ Wanted = 'ArgumentException'; Command = { Remove-AzResourceGroup -Name nope -Force -ErrorAction Stop } }
        @{ Wanted = 'ArgumentException'
            Command = { Get-AzDataFactoryV2IntegrationRuntime rg adf-caught 'a_b c' -ErrorAction Stop } }
    ) {
        (Get-Caught $Command)[0] | Should -BeExactly $Wanted
    }

    It 'names an exception that does not come, and another block runs' {
        $caught = try {
            Remove-AzResourceGroup -Name nope -Force -ErrorAction Stop
        } catch [Microsoft.Rest.Azure.CloudException] {
            'cloud'
        } catch {
            $_.Exception.Message
        }
        $caught | Should -BeExactly 'Provided resource group does not exist.'
    }

    It 'gets what a refused role assignment is' {
        Add-Fault @{ path = 'roleAssignments'; status = 403; times = 1
            body = '{"error":{"code":"AuthorizationFailed","message":"Not allowed."}}' }
        try {
            (Get-Caught { Get-AzRoleAssignment -ErrorAction Stop })[0] | Should -BeExactly 'Authorization'
        } finally {
            Clear-Fault
        }
    }
}

Describe 'The exception' {
    It 'has request, answer and body in Data Factory' {
        $record = (Get-Caught { Get-AzDataFactoryV2IntegrationRuntime rg adf-caught ir-cauhgt -ErrorAction Stop })[1]
        $exception = $record.Exception
        $exception.GetType().FullName | Should -BeExactly 'Microsoft.Rest.Azure.CloudException'
        $exception.Response.StatusCode | Should -Be ([Net.HttpStatusCode]::NotFound)
        [int]$exception.Response.StatusCode | Should -Be 404
        $exception.Response.ReasonPhrase | Should -BeExactly 'Not Found'
        $exception.Response.Content | Should -Match '"code"'
        $exception.Response.Headers['x-ms-request-id'] | Should -BeExactly $exception.RequestId
        $exception.Body.Code | Should -BeExactly $exception.Data['ServiceCode']
        $exception.Body.Message | Should -BeExactly $exception.Data['ServiceMessage']
        "$($exception.Request.Method)" | Should -BeExactly 'GET'
        $exception.Request.RequestUri.AbsolutePath | Should -Match '/integrationruntimes/ir-cauhgt$'
        $exception.Message | Should -Match "Did you mean 'ir-caught'\?"
        $record.TargetObject | Should -Match '/integrationruntimes/ir-cauhgt$'
        $record.FullyQualifiedErrorId | Should -Match 'Microsoft\.Azure\.Commands\.DataFactoryV2\.'
    }

    It 'has them in its cause, in Synapse' {
        $command = {
            Get-AzSynapseIntegrationRuntime -ResourceGroupName rg -WorkspaceName syn-caught -Name nope -ErrorAction Stop
        }
        $record = (Get-Caught $command)[1]
        $cause = $record.Exception.InnerException
        $cause.GetType().FullName |
            Should -BeExactly 'Microsoft.Azure.Management.Synapse.Models.ErrorResponseException'
        $cause.Response.StatusCode | Should -Be ([Net.HttpStatusCode]::NotFound)
        $cause.Body.Error.Code | Should -Not -BeNullOrEmpty
        $cause.Request.RequestUri.Host | Should -Not -BeNullOrEmpty
        $record.TargetObject | Should -Match '/integrationruntimes/nope$'
    }

    It 'has no token and no unknown header' {
        $record = (Get-Caught { Get-AzDataFactoryV2 rg nope -ErrorAction Stop })[1]
        $record.Exception.Request.Headers.Count | Should -Be 0
        # What a script keeps of an error. The whole record as JSON would go through .NET's own reflection.
        $text = [System.Management.Automation.PSSerializer]::Serialize($record, 6) +
            (ConvertTo-Json @($record.Exception.Request, $record.Exception.Response, $record.Exception.Body) -Depth 6)
        $text | Should -Not -Match 'Bearer'
    }
}
