BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $factory = New-TestFactory 'adf-rest'
    $path = "$($factory.DataFactoryId)?api-version=2018-06-01"
}

AfterAll { Stop-TestEmulator }

Describe 'Invoke-AzRestMethod' {
    BeforeEach { Clear-SentRequest }

    It 'gets: <Name>' -ForEach @(
        @{ Name = 'by a path'; Call = { Invoke-AzRestMethod -Path $path } }
        @{ Name = 'by an address'; Call = { Invoke-AzRest "$($global:TestEmulator.Endpoint.TrimEnd('/'))$path" } }
        @{ Name = 'by parameters'; Call = {
                Invoke-AzRestMethod -ResourceGroupName rg -ResourceProviderName Microsoft.DataFactory `
                    -ResourceType factories -Name adf-rest -ApiVersion 2018-06-01
            }
        }
    ) {
        $response = & $Call
        $response | Should -BeOfType [Microsoft.Azure.Commands.Profile.Models.PSHttpResponse]
        $response.StatusCode | Should -Be 200
        $response.Method | Should -BeExactly 'GET'
        ($response.Content | ConvertFrom-Json).name | Should -BeExactly 'adf-rest'
        Get-SentRequest | Should -Be 'GET /factories/adf-rest'
    }

    It 'has the headers of the response in the class that Az has' {
        $headers = (Invoke-AzRestMethod -Path $path).Headers
        , $headers | Should -BeOfType [System.Net.Http.Headers.HttpResponseHeaders]
        ($headers | Where-Object Key -EQ 'x-ms-request-id').Value | Should -Not -BeNullOrEmpty
    }

    It 'makes no error of an error status' {
        $response = Invoke-AzRestMethod -Path ($path -replace 'adf-rest', 'adf-none') -ErrorAction Stop
        $response.StatusCode | Should -Be 404
        ($response.Content | ConvertFrom-Json).error.code | Should -BeExactly 'ResourceNotFound'
    }

    It 'sends a body, and asks as ShouldProcess does' {
        $body = @{ tags = @{ team = 'rest' } } | ConvertTo-Json
        (Invoke-AzRestMethod -Path $path -Method PATCH -Payload $body).StatusCode | Should -Be 200
        (Get-AzDataFactoryV2 rg adf-rest).Tags['team'] | Should -BeExactly 'rest'
        Clear-SentRequest
        $null = Invoke-Answered "Invoke-AzRestMethod -Path '$path' -Method DELETE -WhatIf"
        Get-SentRequest | Should -BeNullOrEmpty
    }

    It 'waits for a long-running operation' {
        $null = New-AzResourceGroup rg-rest eastus
        Set-Emulator @{ operationSeconds = 1 }
        try {
            $group = "/subscriptions/$script:SubscriptionId/resourcegroups/rg-rest?api-version=2021-04-01"
            $response = Invoke-AzRestMethod -Path $group -Method DELETE -WaitForCompletion
            $response.StatusCode | Should -BeIn 200, 204
        } finally {
            Set-Emulator @{ operationSeconds = 0 }
        }
        (Get-AzResourceGroup).ResourceGroupName | Should -Not -Contain 'rg-rest'
    }

    It 'refuses <Name>' -ForEach @(
        @{ Name = 'a path that is none'; Call = { Invoke-AzRestMethod -Path 'subscriptions' }
            Words = "-Path 'subscriptions' is not a path at Azure Resource Manager.*" }
        @{ Name = 'another host while the emulator is in use'
            Call = { Invoke-AzRestMethod -Uri 'https://management.azure.com/subscriptions?api-version=2021-04-01' }
            Words = "The request to 'management.azure.com' was not sent:*" }
    ) {
        (Get-Refusal $Call).Exception.Message | Should -BeLike $Words
        Get-SentRequest | Should -BeNullOrEmpty
    }
}
