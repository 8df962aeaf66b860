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
    FunctionsToExport      = @(
        'Get-AzDataFactoryV2'
        'Get-AzDataFactoryV2IntegrationRuntime'
        'Get-AzDataFactoryV2IntegrationRuntimeKey'
        'New-AzDataFactoryV2IntegrationRuntimeKey'
        'Register-AzIntegrationRuntimeEmulatorNode'
        'Remove-AzDataFactoryV2'
        'Remove-AzDataFactoryV2IntegrationRuntime'
        'Set-AzDataFactoryV2'
        'Set-AzDataFactoryV2IntegrationRuntime'
        'Start-AzIntegrationRuntimeEmulator'
        'Stop-AzIntegrationRuntimeEmulator'
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
