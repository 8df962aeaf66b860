function Get-AzPurviewIntegrationRuntime {
    <#
    .SYNOPSIS
    Gets integration runtimes of a Purview account.

    .DESCRIPTION
    Gets one integration runtime by name, id or object, or all of a Purview account when no name is given.

    With -Status the service is also asked how the runtime is doing: of a self-hosted one its state, version and nodes, of a
    managed one its state and whether interactive authoring is on. Of a list each runtime's status is got.

    Purview has roles of its own: who manages integration runtimes needs the role Data source administrator of a collection in the
    account. A role in Azure is not enough, and not needed where -ResourceGroupName is given.

    .EXAMPLE
    Get-AzPurviewIntegrationRuntime -AccountName 'pv-prod'

    Lists the integration runtimes of a Purview account.

    .EXAMPLE
    Get-AzPurviewIntegrationRuntime -ResourceGroupName 'rg-data' -AccountName 'pv-prod' -Name 'ir-west' -Status

    Gets the status of one.

    .EXAMPLE
    Get-AzPurviewAccount |
        Get-AzPurviewIntegrationRuntime -Status |
        Where-Object State -NE 'Online' |
        Select-Object AccountName, Name, State

    Shows the integration runtimes of all Purview accounts of the subscription that are not online.

    .EXAMPLE
    (Get-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Name 'ir-west' -Status).Nodes

    Shows the nodes of a self-hosted integration runtime.

    .INPUTS
    AzIntegrationRuntime.Purview.IntegrationRuntime or AzIntegrationRuntime.Purview.Account. An integration runtime can be piped
    in, and so can a Purview account.

    .OUTPUTS
    AzIntegrationRuntime.Purview.IntegrationRuntime: of the type Managed or SelfHosted; with -Status its status.

    .LINK
    Get-AzPurviewAccount

    .LINK
    Set-AzPurviewIntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'GetByNameParameterSet', PositionalBinding = $false)]
    [OutputType('AzIntegrationRuntime.Purview.IntegrationRuntime')]
    [OutputType('AzIntegrationRuntime.Purview.ManagedIntegrationRuntime')]
    [OutputType('AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntime')]
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

        # The integration runtime's name. Without it all of the account are listed.
        [Parameter(ParameterSetName = 'GetByNameParameterSet')]
        [Parameter(ParameterSetName = 'GetByParentObjectParameterSet')]
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

        # Returns the status, which takes one more request for each integration runtime.
        [Parameter()]
        [switch]$Status,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'purview.runtime.get' -Argument $PSBoundParameters
    }
}
