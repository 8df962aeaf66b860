@{
    RootModule = 'AzIntegrationRuntime.Standalone.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = 'acfd8336-50d5-4900-81b1-f97fc8ee5349'
    Author                 = 'AzIntegrationRuntime contributors'
    CompanyName            = 'AzIntegrationRuntime contributors'
    Copyright              = '(c) AzIntegrationRuntime contributors. MIT licence.'
    Description            = 'The few cmdlets of Az.Accounts and Az.Resources that scripts for integration runtimes use, for those who do not have the Az modules. Goes with AzIntegrationRuntime.'
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'
    RequiredModules        = @(
        @{ ModuleName = 'AzIntegrationRuntime'; ModuleVersion = '0.1.0' }
    )
    FormatsToProcess       = @('formats/AzIntegrationRuntime.Standalone.format.ps1xml')
    FunctionsToExport      = @(
        'Add-AzEnvironment'
        'Clear-AzContext'
        'Connect-AzAccount'
        'Disable-AzContextAutosave'
        'Disconnect-AzAccount'
        'Enable-AzContextAutosave'
        'Get-AzAccessToken'
        'Get-AzContext'
        'Get-AzEnvironment'
        'Get-AzResourceGroup'
        'Get-AzRoleAssignment'
        'Get-AzRoleDefinition'
        'Get-AzSubscription'
        'Get-AzTenant'
        'New-AzResourceGroup'
        'New-AzRoleAssignment'
        'Remove-AzContext'
        'Remove-AzEnvironment'
        'Remove-AzResourceGroup'
        'Remove-AzRoleAssignment'
        'Rename-AzContext'
        'Select-AzContext'
        'Set-AzContext'
        'Set-AzResourceGroup'
    )
    AliasesToExport        = @(
        'Add-AzAccount'
        'Get-AzDomain'
        'Login-AzAccount'
        'Logout-AzAccount'
        'Remove-AzAccount'
        'Select-AzSubscription'
    )
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
