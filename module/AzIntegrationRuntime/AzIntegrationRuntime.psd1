@{
    RootModule             = 'AzIntegrationRuntime.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = '1ad91297-e485-4e38-96c2-07f818581dce'
    Author                 = 'AzIntegrationRuntime contributors'
    CompanyName            = 'AzIntegrationRuntime contributors'
    Copyright              = '(c) AzIntegrationRuntime contributors. MIT licence.'
    Description            = 'Manages integration runtimes of Azure Data Factory under the cmdlet names that scripts already use, through one native library. Brings an emulator, so that scripts can be tried without an Azure subscription.'
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess       = @('formats/AzIntegrationRuntime.format.ps1xml')
    FunctionsToExport      = @(
        'Disable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring'
        'Disable-AzPurviewIntegrationRuntimeInteractiveAuthoring'
        'Enable-AzDataFactoryV2IntegrationRuntimeInteractiveAuthoring'
        'Enable-AzPurviewIntegrationRuntimeInteractiveAuthoring'
        'Get-AzDataFactoryV2'
        'Get-AzDataFactoryV2IntegrationRuntime'
        'Get-AzDataFactoryV2IntegrationRuntimeConnectionInfo'
        'Get-AzDataFactoryV2IntegrationRuntimeKey'
        'Get-AzDataFactoryV2IntegrationRuntimeMetric'
        'Get-AzDataFactoryV2IntegrationRuntimeNode'
        'Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata'
        'Get-AzDataFactoryV2IntegrationRuntimeOutboundNetworkDependenciesEndpoint'
        'Get-AzPurviewAccount'
        'Get-AzPurviewIntegrationRuntime'
        'Get-AzPurviewIntegrationRuntimeKey'
        'Invoke-AzDataFactoryV2IntegrationRuntimeUpgrade'
        'New-AzDataFactoryV2IntegrationRuntimeKey'
        'New-AzDataFactoryV2IntegrationRuntimeLink'
        'New-AzPurviewIntegrationRuntimeKey'
        'Register-AzIntegrationRuntimeEmulatorNode'
        'Remove-AzDataFactoryV2'
        'Remove-AzDataFactoryV2IntegrationRuntime'
        'Remove-AzDataFactoryV2IntegrationRuntimeNode'
        'Remove-AzPurviewIntegrationRuntime'
        'Set-AzDataFactoryV2'
        'Set-AzDataFactoryV2IntegrationRuntime'
        'Set-AzPurviewIntegrationRuntime'
        'Start-AzDataFactoryV2IntegrationRuntime'
        'Start-AzIntegrationRuntimeEmulator'
        'Stop-AzDataFactoryV2IntegrationRuntime'
        'Stop-AzIntegrationRuntimeEmulator'
        'Sync-AzDataFactoryV2IntegrationRuntimeCredential'
        'Test-AzIntegrationRuntimePrerequisite'
        'Update-AzDataFactoryV2'
        'Update-AzDataFactoryV2IntegrationRuntime'
        'Update-AzDataFactoryV2IntegrationRuntimeNode'
        'Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata'
        'Wait-AzDataFactoryV2IntegrationRuntime'
    )
    AliasesToExport        = @('New-AzDataFactoryV2')
    CmdletsToExport        = @()
    VariablesToExport      = @()
    DscResourcesToExport   = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('Azure', 'DataFactory', 'IntegrationRuntime', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
