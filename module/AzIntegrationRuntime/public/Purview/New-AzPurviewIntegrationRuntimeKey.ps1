function New-AzPurviewIntegrationRuntimeKey {
    <#
    .SYNOPSIS
    Replaces an authentication key of a self-hosted integration runtime of a Purview account.

    .DESCRIPTION
    Makes a new authentication key in place of the named one, which is no longer valid from then on. It asks first, unless -Force
    is given.

    Only the new key is returned; the property of the other one is $null. A managed integration runtime has no keys.

    .EXAMPLE
    New-AzPurviewIntegrationRuntimeKey -AccountName 'pv-prod' -Name 'ir-west' -KeyName AuthKey1 -Force

    Replaces the first key without asking.

    .EXAMPLE
    Get-AzPurviewIntegrationRuntime -AccountName 'pv-prod' |
        Where-Object Kind -EQ 'SelfHosted' |
        New-AzPurviewIntegrationRuntimeKey -KeyName AuthKey2 -Force

    Replaces the second key of all self-hosted integration runtimes of a Purview account.

    .INPUTS
    AzIntegrationRuntime.Purview.IntegrationRuntime or AzIntegrationRuntime.Purview.Account. An integration runtime can be piped
    in, and so can a Purview account.

    .OUTPUTS
    AzIntegrationRuntime.Purview.IntegrationRuntimeKeys: the new key in AuthKey1 or AuthKey2.

    .LINK
    Get-AzPurviewIntegrationRuntimeKey

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'NewByNameParameterSet', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('AzIntegrationRuntime.Purview.IntegrationRuntimeKeys')]
    param(
        # The resource group that holds the Purview account. Without it the group is found by the name of the account, which takes
        # one more request.
        [Parameter(ParameterSetName = 'NewByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The Purview account.
        [Parameter(Mandatory, ParameterSetName = 'NewByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument account @args })]
        [string]$AccountName,

        # The integration runtime's name.
        [Parameter(Mandatory, ParameterSetName = 'NewByNameParameterSet')]
        [Parameter(Mandatory, ParameterSetName = 'NewByParentObjectParameterSet')]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument purviewruntime @args })]
        [string]$Name,

        # A Purview account as Get-AzPurviewAccount returns it, in place of its name.
        [Parameter(Mandatory, ParameterSetName = 'NewByParentObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('AzIntegrationRuntime.Purview.Account')]
        [psobject]$AccountObject,

        # The integration runtime's id as its objects have it: the account's resource id, '/integrationRuntimes/' and the name. Its
        # subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'NewByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument purviewruntimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzPurviewIntegrationRuntime returns it, in place of the names.
        [Parameter(Mandatory, ParameterSetName = 'NewByInputObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('AzIntegrationRuntime.Purview.IntegrationRuntime')]
        [psobject]$InputObject,

        # Which key: AuthKey1 or AuthKey2.
        [Parameter(Mandatory)]
        [ValidateSet('AuthKey1', 'AuthKey2')]
        [string]$KeyName,

        # Does not ask.
        [Parameter()]
        [switch]$Force,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'purview.key.new' -Argument $PSBoundParameters
    }
}
