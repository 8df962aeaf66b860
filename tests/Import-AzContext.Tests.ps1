BeforeAll {
    . $PSScriptRoot/common.ps1
    Start-TestEmulator
    $file = Join-Path $TestDrive 'contexts.json'
}

AfterAll { Stop-TestEmulator }

Describe 'Import-AzContext' {
    BeforeEach {
        $null = Clear-AzContext -Force
        $connected = Connect-AzAccount
    }

    It 'adds contexts with their saved credential' {
        Save-AzContext -Path $file -WithCredential -Force -WarningAction SilentlyContinue
        $null = Clear-AzContext -Force
        Get-AzContext | Should -BeNullOrEmpty
        $read = Import-AzContext -Path $file
        $read | Should -BeOfType [Microsoft.Azure.Commands.Profile.Models.Core.PSAzureProfile]
        $read.Context.Name | Should -BeExactly $connected.Context.Name
        (Get-AzContext).Account.Id | Should -BeExactly $script:Owner
        (Get-AzResourceGroup).ResourceGroupName | Should -Contain 'rg'
    }

    It 'takes the account of this process where the file has no credential' {
        Save-AzContext -Path $file -Force
        (Import-AzContext -Path $file).Context.Name | Should -BeExactly $connected.Context.Name
        $null = Clear-AzContext -Force
        (Get-Refusal { Import-AzContext -Path $file }).Exception.Message |
            Should -BeLike "No contexts were imported from '*has no credentials that can be used here*Connect-*"
    }

    It 'takes a profile' {
        $other = Set-AzContext -Subscription $script:SecondSubscriptionId
        $other.Name | Should -Not -Be $connected.Context.Name
        (Import-AzContext -AzureContext $connected).Context.Name | Should -BeExactly $connected.Context.Name
        (Get-AzContext).Name | Should -BeExactly $connected.Context.Name
    }

    It 'reads the contexts of a file of Az.Accounts, and none of its tokens' {
        @{
            DefaultContextKey = 'theirs'
            EnvironmentTable  = @{}
            Contexts          = @{ theirs = @{
                    Account      = @{ Id = 'somebody@contoso.com'; Type = 'User' }
                    Tenant       = @{ Id = $script:HomeTenant }
                    Subscription = @{ Id = $script:SubscriptionId; Name = 'One' }
                    Environment  = @{ Name = 'AzureCloud' }
                    TokenCache   = @{ CacheData = 'planted' }
                }
            }
        } | ConvertTo-Json -Depth 6 | Set-Content $file
        $record = Get-Refusal { Import-AzContext -Path $file }
        $record.Exception.Message | Should -BeLike (
            "No contexts were imported from '*Az.Accounts wrote the file, and its tokens and secrets are not used " +
            "here. It names the contexts 'theirs'.*")
        "$record" | Should -Not -Match 'planted'
    }

    It 'imports nothing with -WhatIf' {
        Save-AzContext -Path $file -WithCredential -Force -WarningAction SilentlyContinue
        $null = Clear-AzContext -Force
        Import-AzContext -Path $file -WhatIf | Should -BeNullOrEmpty
        Get-AzContext | Should -BeNullOrEmpty
    }

    It 'refuses what is no such file' {
        Set-Content $file '{}'
        (Get-Refusal { Import-AzContext -Path $file }).Exception.Message |
            Should -BeLike '*neither one that Save-AzContext of this module wrote nor one of Az.Accounts*'
        (Get-Refusal { Import-AzContext -Path (Join-Path $TestDrive 'none.json') }).Exception.Message |
            Should -BeLike "No contexts were imported from '*none.json': *"
    }
}
