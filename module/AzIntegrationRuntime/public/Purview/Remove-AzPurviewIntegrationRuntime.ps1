function Remove-AzPurviewIntegrationRuntime {
    <#
    .SYNOPSIS
    Removes an integration runtime of a Purview account.

    .DESCRIPTION
    Removes an integration runtime. Ongoing scans that rely on it fail then, and so do later ones. It asks first and says so,
    unless -Force is given. Removing what does not exist is a warning.

    .EXAMPLE
    Remove-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Name 'ir-west' -WhatIf
    Remove-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Name 'ir-west' -Force

    Shows what would be removed, and removes it without asking.

    .EXAMPLE
    Get-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Status |
        Where-Object State -EQ 'NeedRegistration' |
        Remove-AzPurviewIntegrationRuntime -Force

    Removes the self-hosted integration runtimes that no node has registered with.

    .INPUTS
    AzIntegrationRuntime.Purview.IntegrationRuntime or AzIntegrationRuntime.Purview.Account. An integration runtime can be piped
    in, and so can a Purview account.

    .OUTPUTS
    None.

    .LINK
    Set-AzPurviewIntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'RemoveByNameParameterSet', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType([void])]
    param(
        # The resource group that holds the Purview account. Without it the group is found by the name of the account, which takes
        # one more request.
        [Parameter(ParameterSetName = 'RemoveByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The Purview account.
        [Parameter(Mandatory, ParameterSetName = 'RemoveByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument account @args })]
        [string]$AccountName,

        # The integration runtime's name.
        [Parameter(Mandatory, ParameterSetName = 'RemoveByNameParameterSet')]
        [Parameter(Mandatory, ParameterSetName = 'RemoveByParentObjectParameterSet')]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument purviewruntime @args })]
        [string]$Name,

        # A Purview account as Get-AzPurviewAccount returns it, in place of its name.
        [Parameter(Mandatory, ParameterSetName = 'RemoveByParentObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('AzIntegrationRuntime.Purview.Account')]
        [psobject]$AccountObject,

        # The integration runtime's id as its objects have it: the account's resource id, '/integrationRuntimes/' and the name. Its
        # subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'RemoveByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument purviewruntimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzPurviewIntegrationRuntime returns it, in place of the names.
        [Parameter(Mandatory, ParameterSetName = 'RemoveByInputObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('AzIntegrationRuntime.Purview.IntegrationRuntime')]
        [psobject]$InputObject,

        # Does not ask.
        [Parameter()]
        [switch]$Force,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'purview.runtime.remove' -Argument $PSBoundParameters
    }
}
