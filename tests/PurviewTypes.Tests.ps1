# What the Purview cmdlets write, held against contract/types/Purview.psd1: type names, properties in order, types of
# the values.

BeforeDiscovery {
    $table = Import-PowerShellDataFile (Join-Path $PSScriptRoot 'contract/types/Purview.psd1')
    # Nodes are those of Data Factory.
    $shared = Import-PowerShellDataFile (Join-Path $PSScriptRoot 'contract/types/DataFactory.psd1')
    $types = foreach ($name in $table.Keys | Sort-Object) {
        @{ Name = $name; Short = $name -replace '^.*\.'; Contract = $table[$name] }
    }
}

BeforeAll {
    . $PSScriptRoot/common.ps1
    . $PSScriptRoot/types.ps1
    Start-TestEmulator
    function Set-Planted {
        # Puts a runtime, and its status, there as the service would have it.
        param([string]$Name, $Resource, $Status)

        $body = @{ runtimeId = "$($account.Id)/integrationRuntimes/$Name"; properties = $Resource; status = $Status }
        $null = Invoke-Emulator PUT '/emulator/runtimes' $body
    }

    $account = New-TestAccount 'pv-types'
    $account | Add-Seen
    Get-AzPurviewAccount | Add-Seen
    $self = New-TestPurviewRuntime 'pv-types' 'ir-self'
    $self | Add-Seen
    $self | Get-AzPurviewIntegrationRuntime -Status | Add-Seen
    $key = $self | Get-AzPurviewIntegrationRuntimeKey
    $key | Add-Seen
    $null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName node-1
    $self | New-AzPurviewIntegrationRuntimeKey -KeyName AuthKey2 -Force | Add-Seen
    $managed = $account | Set-AzPurviewIntegrationRuntime -Name ir-managed -Type Managed -Location eastus `
        -ManagedVirtualNetworkName defaultv2 -Description d
    $managed | Add-Seen
    $managed | Enable-AzPurviewIntegrationRuntimeInteractiveAuthoring -AutoTerminationMinutes 5 | Add-Seen
    $managed | Disable-AzPurviewIntegrationRuntimeInteractiveAuthoring | Add-Seen
    # What no PUT makes: a status with all it may have, one with nothing, and a kind that nobody knows.
    $time = '2026-11-01T01:02:03Z'
    Set-Planted 'ir-full' @{ kind = 'SelfHosted'; properties = @{ description = 'd' } } @{
        name       = 'ir-full'
        kind       = 'SelfHosted'
        properties = @{
            state          = 'Online'
            typeProperties = @{
                createTime = $time; taskQueueId = 'q'; internalChannelEncryption = 'NotSet'; version = '5.1'
                nodes = @(@{ nodeName = 'n'; status = 'Online' })
                scheduledUpdateDate = $time; updateDelayOffset = 'PT3H'; localTimeZoneOffset = 'PT1H'
                capabilities = @{ a = 'b' }; serviceUrls = @('u')
                autoUpdate = 'On'; versionStatus = 'UpToDate'; pushedVersion = '5.0'; latestVersion = '5.1'
                autoUpdateETA = $time; newer = @{ x = 1 }
            }
        }
    }
    Set-Planted 'ir-bare' @{ kind = 'SelfHosted' } @{ name = 'ir-bare'; kind = 'SelfHosted'; properties = @{} }
    Set-Planted 'ir-bare-managed' @{ kind = 'Managed' } @{
        name = 'ir-bare-managed'
        kind = 'Managed'
        properties = @{ state = 'Online' }
    }
    Set-Planted 'ir-odd' @{ kind = 'Kubernetes'; properties = @{ x = 1 } } @{
        name = 'ir-odd'
        kind = 'Kubernetes'
        properties = @{ state = 'Odd' }
    }
    Get-AzPurviewIntegrationRuntime -AccountName pv-types | Add-Seen
    Get-AzPurviewIntegrationRuntime -AccountName pv-types -Status | Add-Seen
}

AfterAll { Stop-TestEmulator }

Describe 'The types of Purview' {
    It 'are all in the contract' -ForEach @(@{ Names = @($table.Keys) + @($shared.Keys) }) {
        $script:Seen.Keys | Where-Object { $Names -notcontains $_ } | Should -BeNullOrEmpty
    }

    It '<Short> is written as the contract has it' -ForEach $types {
        Get-TypeDifference -Name $Name -Contract $Contract | Should -BeNullOrEmpty
    }
}
