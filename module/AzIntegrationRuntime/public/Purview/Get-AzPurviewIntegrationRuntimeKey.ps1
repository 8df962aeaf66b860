function Get-AzPurviewIntegrationRuntimeKey {
    <#
    .SYNOPSIS
    Gets the authentication keys of a self-hosted integration runtime of a Purview account.

    .DESCRIPTION
    Gets the two keys with which a machine registers as a node of a self-hosted integration runtime. Either of them will do. A
    managed integration runtime has none.

    .EXAMPLE
    Get-AzPurviewIntegrationRuntimeKey -AccountName 'pv-prod' -Name 'ir-west'

    Gets both keys.

    .EXAMPLE
    $account = Get-AzPurviewAccount -Name 'pv-prod'
    (Get-AzPurviewIntegrationRuntimeKey -AccountObject $account -Name 'ir-west').AuthKey1 | Set-Content -Path ./key.txt

    Writes the first key to a file, for the installer on the machine that is to become a node.

    .INPUTS
    AzIntegrationRuntime.Purview.IntegrationRuntime or AzIntegrationRuntime.Purview.Account. An integration runtime can be piped
    in, and so can a Purview account.

    .OUTPUTS
    AzIntegrationRuntime.Purview.IntegrationRuntimeKeys: AuthKey1 and AuthKey2.

    .LINK
    New-AzPurviewIntegrationRuntimeKey

    .LINK
    Set-AzPurviewIntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'GetByNameParameterSet', PositionalBinding = $false)]
    [OutputType('AzIntegrationRuntime.Purview.IntegrationRuntimeKeys')]
    param(
        # The resource group that holds the Purview account. Without it the group is found by the name of the account, which takes
        # one more request.
        [Parameter(ParameterSetName = 'GetByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The Purview account.
        [Parameter(Mandatory, ParameterSetName = 'GetByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument account @args })]
        [string]$AccountName,

        # The integration runtime's name.
        [Parameter(Mandatory, ParameterSetName = 'GetByNameParameterSet')]
        [Parameter(Mandatory, ParameterSetName = 'GetByParentObjectParameterSet')]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument purviewruntime @args })]
        [string]$Name,

        # A Purview account as Get-AzPurviewAccount returns it, in place of its name.
        [Parameter(Mandatory, ParameterSetName = 'GetByParentObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('AzIntegrationRuntime.Purview.Account')]
        [psobject]$AccountObject,

        # The integration runtime's id as its objects have it: the account's resource id, '/integrationRuntimes/' and the name. Its
        # subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'GetByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument purviewruntimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzPurviewIntegrationRuntime returns it, in place of the names.
        [Parameter(Mandatory, ParameterSetName = 'GetByInputObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('AzIntegrationRuntime.Purview.IntegrationRuntime')]
        [psobject]$InputObject,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'purview.key.get' -Argument $PSBoundParameters
    }
}
