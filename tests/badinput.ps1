# Dot-sourced by tests of what people and services give that they should not: runtimes of each kind in the emulator, and
# what an error has to be.

Start-TestEmulator
$factory = New-TestFactory 'adf-bad'
$user = New-TestFactory 'adf-user'
$self = New-TestRuntime 'adf-bad' 'ir-self'
$key = Get-AzDataFactoryV2IntegrationRuntimeKey rg adf-bad ir-self
$null = Register-AzIntegrationRuntimeEmulatorNode -AuthKey $key.AuthKey1 -NodeName 'Node-A'
$ssis = Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-ssis -Type Managed -Location eastus `
    -NodeSize Standard_D2_v3 -NodeCount 1 -Force
$null = Set-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-runs -Type Managed -Location eastus `
    -NodeSize Standard_D2_v3 -NodeCount 1 -Force
$null = Start-AzDataFactoryV2IntegrationRuntime rg adf-bad ir-runs -Force
$null = New-AzRoleAssignment -ObjectId $user.Identity.PrincipalId -RoleDefinitionName Contributor -Scope $self.Id
$linkedName = @{ ResourceGroupName = 'rg'; DataFactoryName = 'adf-user'; Name = 'ir-linked' }
$linked = Set-AzDataFactoryV2IntegrationRuntime @linkedName -Type SelfHosted `
    -SharedIntegrationRuntimeResourceId $self.Id -Force
$fresh = $linkedName.Clone()
$fresh.Name = 'ir-fresh'

function Get-Picture {
    # All that the service has, versions and nodes included: whatever is written changes it.
    'adf-bad', 'adf-user' | ForEach-Object { Get-AzDataFactoryV2IntegrationRuntime rg $_ -Status } |
        ConvertTo-Json -Depth 8
}

function Assert-Record {
    # An error that is the library's or the binding's own, in words like these, and nothing from inside the module.
    param($Record, [string]$Like)

    $Record | Should -HaveCount 1
    $type = $Record[0].Exception.GetType()
    $known = [InvalidOperationException], [ArgumentException], [TimeoutException],
        [Microsoft.Rest.Azure.CloudException],
        [Microsoft.Azure.Commands.Synapse.Models.Exceptions.SynapseException],
    [System.Management.Automation.PSArgumentException], [System.Management.Automation.PSInvalidOperationException]
    ($type -in $known -or $Record[0].Exception -is [System.Management.Automation.ParameterBindingException]) |
        Should -BeTrue -Because "$type is not one of ours: $($Record[0].Exception.Message)"
    $Record[0].InvocationInfo.PositionMessage | Should -Not -Match 'AzIntegrationRuntime\.psm1'
    $Record[0].Exception.Message | Should -BeLike $Like
}

function Assert-Refusal {
    # The command is refused in words like these, after these requests only, and changes nothing.
    param([scriptblock]$Command, [string]$Like, [string]$Sent = '')

    $before = Get-Picture
    Clear-SentRequest
    $record = @(Get-Refusal $Command)
    $methods = @(Get-SentRequest) -replace '^POST .*/getStatus$', 'STATUS' -replace ' .*$', ''
    Assert-Record $record $Like
    ($methods | Sort-Object -Unique) -join ' ' | Should -Be $Sent
    Get-Picture | Should -BeExactly $before
}

function New-Pretender {
    # An object that passes for a runtime in the binding.
    param([hashtable]$Member)

    $object = [pscustomobject]$Member
    $object.pstypenames.Insert(0, 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')
    $object
}
