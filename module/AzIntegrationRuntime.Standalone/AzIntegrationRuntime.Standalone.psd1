@{
    RootModule             = 'AzIntegrationRuntime.Standalone.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = 'acfd8336-50d5-4900-81b1-f97fc8ee5349'
    Author                 = 'AzIntegrationRuntime contributors'
    CompanyName            = 'AzIntegrationRuntime contributors'
    Copyright              = '(c) AzIntegrationRuntime contributors. MIT licence.'
    Description            = 'The cmdlets of Az.Accounts and Az.Resources that scripts for integration runtimes use, for computers without the Az modules. Requires AzIntegrationRuntime.'
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'
    RequiredModules        = @(
        @{ ModuleName = 'AzIntegrationRuntime'; RequiredVersion = '0.1.0' }
    )
    TypesToProcess         = @('types/AzIntegrationRuntime.Standalone.types.ps1xml')
    FormatsToProcess       = @('formats/AzIntegrationRuntime.Standalone.format.ps1xml')
    CmdletsToExport        = @(
        'Add-AzEnvironment'
        'Clear-AzContext'
        'Connect-AzAccount'
        'Disable-AzContextAutosave'
        'Disconnect-AzAccount'
        'Enable-AzContextAutosave'
        'Get-AzAccessToken'
        'Get-AzContext'
        'Get-AzEnvironment'
        'Get-AzResource'
        'Get-AzResourceGroup'
        'Get-AzResourceProvider'
        'Get-AzRoleAssignment'
        'Get-AzRoleDefinition'
        'Get-AzSubscription'
        'Get-AzTenant'
        'Import-AzContext'
        'Invoke-AzRestMethod'
        'New-AzResourceGroup'
        'New-AzRoleAssignment'
        'Register-AzResourceProvider'
        'Remove-AzContext'
        'Remove-AzEnvironment'
        'Remove-AzResourceGroup'
        'Remove-AzRoleAssignment'
        'Rename-AzContext'
        'Save-AzContext'
        'Select-AzContext'
        'Set-AzContext'
        'Set-AzResourceGroup'
    )
    AliasesToExport        = @(
        'Add-AzAccount'
        'Get-AzDomain'
        'Invoke-AzRest'
        'Login-AzAccount'
        'Logout-AzAccount'
        'Remove-AzAccount'
        'Save-AzProfile'
        'Select-AzSubscription'
    )
    FunctionsToExport      = @()
    VariablesToExport      = @()
    DscResourcesToExport   = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('Azure', 'DataFactory', 'Synapse', 'Purview', 'IntegrationRuntime', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = 'CHANGELOG.md in the folder of the module lists the changes.'
        }
    }
}
