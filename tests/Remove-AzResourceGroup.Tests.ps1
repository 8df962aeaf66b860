BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
}

AfterAll {
    Set-Emulator @{ operationSeconds = 0 }
    Stop-TestEmulator
}

Describe 'Remove-AzResourceGroup' {
    BeforeEach { $group = New-AzResourceGroup rg-rem eastus -Force }

    It 'always asks, and removes nothing when the answer is no' {
        $result = Invoke-Answered 'Remove-AzResourceGroup rg-rem' -Answer No
        $result.Asked | Should -HaveCount 1
        $result.Asked[0] | Should -Match "Are you sure you want to remove resource group 'rg-rem'"
        (Get-AzResourceGroup).ResourceGroupName | Should -Contain 'rg-rem'
        $result.Output[0] | Should -BeTrue -Because 'upstream writes it whatever the answer'
    }

    It 'removes it, waits until it is gone, and returns $true' {
        Set-Emulator @{ operationSeconds = 1 }
        $result = Invoke-Answered 'Remove-AzResourceGroup rg-rem' -Answer Yes
        Set-Emulator @{ operationSeconds = 0 }
        $result.Errors | Should -BeNullOrEmpty
        $result.Output | Should -Be $true
        (Get-AzResourceGroup).ResourceGroupName | Should -Not -Contain 'rg-rem'
    }

    It 'takes the id and what is piped in, without a question with -Force' {
        Remove-AzResourceGroup -Id $group.ResourceId -Force | Should -BeTrue
        New-AzResourceGroup rg-rem eastus | Remove-AzResourceGroup -Force | Should -BeTrue
        (Get-AzResourceGroup).ResourceGroupName | Should -Not -Contain 'rg-rem'
    }

    It 'asks first and then goes on as a job' {
        $result = Invoke-Answered 'Remove-AzResourceGroup rg-rem -AsJob' -Answer Yes
        $result.Asked | Should -HaveCount 1
        $job = $result.Output[0]
        $job | Should -BeOfType [System.Management.Automation.Job]
        ($job | Wait-Job -Timeout 30 | Receive-Job) | Should -BeTrue
        (Get-AzResourceGroup).ResourceGroupName | Should -Not -Contain 'rg-rem'
    }

    It 'starts no job when the answer is no' {
        $result = Invoke-Answered 'Remove-AzResourceGroup rg-rem -AsJob' -Answer No
        $result.Output | Where-Object { $_ -is [System.Management.Automation.Job] } | Should -BeNullOrEmpty
        (Get-AzResourceGroup).ResourceGroupName | Should -Contain 'rg-rem'
    }

    It 'removes nothing with -WhatIf' {
        $null = Invoke-Answered 'Remove-AzResourceGroup rg-rem -WhatIf'
        (Get-AzResourceGroup).ResourceGroupName | Should -Contain 'rg-rem'
    }

    It 'says that one is missing' {
        $record = Get-Refusal { Remove-AzResourceGroup rg-none -Force }
        $record | Should -HaveCount 1
        $record.Exception.Message | Should -BeExactly 'Provided resource group does not exist.'
        $record.Exception | Should -BeOfType [ArgumentException]
    }
}
