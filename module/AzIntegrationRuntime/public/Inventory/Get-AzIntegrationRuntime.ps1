function Get-AzIntegrationRuntime {
    <#
    .SYNOPSIS
    Gets integration runtimes of a data factory, a Synapse workspace or a Purview account.

    .DESCRIPTION
    Lists the integration runtimes of whatever holds some: a data factory, a Synapse workspace or a Purview account, given by name, by
    resource id or as an object. What comes are the objects that the service's own cmdlet returns, and each has these properties, whichever
    service it is of: Service, Parent, Kind, State and Version. State and Version come with -Status.

    Kind is Azure, AzureDefault (the AutoResolveIntegrationRuntime that every data factory and workspace has), AzureSsis, SelfHosted or
    Linked.

    .EXAMPLE
    Get-AzIntegrationRuntime -DataFactoryName 'adf-prod'

    Lists the integration runtimes of a data factory, whose resource group need not be known.

    .EXAMPLE
    Get-AzIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-azure*' -Status

    Shows how some of the integration runtimes of a Synapse workspace are doing.

    .EXAMPLE
    @(Get-AzDataFactoryV2) + @(Get-AzSynapseWorkspace) |
        Get-AzIntegrationRuntime -Status |
        Where-Object { $_.Kind -eq 'SelfHosted' -and $_.State -ne 'Online' } |
        Select-Object Service, Parent, Name, State, Version

    Finds the self-hosted integration runtimes of all data factories and workspaces of a subscription that are not online.

    .EXAMPLE
    'adf-prod', 'syn-prod' | Get-AzIntegrationRuntime | Where-Object Kind -EQ 'SelfHosted'

    Names and resource ids can be piped in too. What has the name is looked for among the data factories, workspaces and accounts of the
    subscription.

    .INPUTS
    A data factory, a workspace, a Purview account or an integration runtime can be piped in; so can their names and resource ids, and
    objects with the property Id.

    .OUTPUTS
    AzIntegrationRuntime.Runtime: the integration runtimes, as the cmdlets of their service return them.

    .LINK
    Get-AzDataFactoryV2IntegrationRuntime

    .LINK
    Get-AzSynapseIntegrationRuntime

    .LINK
    ConvertTo-AzIntegrationRuntimeReference

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByDataFactory', PositionalBinding = $false)]
    [OutputType('AzIntegrationRuntime.Runtime')]
    param(
        # The resource group of the data factory, workspace or account. Without it they are found by their name.
        [Parameter(ParameterSetName = 'ByDataFactory')]
        [Parameter(ParameterSetName = 'ByWorkspace')]
        [Parameter(ParameterSetName = 'ByAccount')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The data factory.
        [Parameter(Mandatory, ParameterSetName = 'ByDataFactory')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument factory @args })]
        [string]$DataFactoryName,

        # The Synapse workspace.
        [Parameter(Mandatory, ParameterSetName = 'ByWorkspace')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument workspace @args })]
        [string]$WorkspaceName,

        # The Purview account.
        [Parameter(Mandatory, ParameterSetName = 'ByAccount')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument account @args })]
        [string]$AccountName,

        # The resource id of a data factory, a workspace, an account, or an integration runtime of one. Its subscription is the one that is
        # used.
        [Parameter(Mandatory, ParameterSetName = 'ByResourceId', ValueFromPipelineByPropertyName)]
        [Alias('Id')]
        [ValidateNotNullOrEmpty()]
        [string]$ResourceId,

        # A data factory, a workspace, an account or an integration runtime, as the cmdlets here or those of Az return it; or the name or
        # resource id of one.
        [Parameter(Mandatory, ParameterSetName = 'ByInputObject', ValueFromPipeline)]
        [ValidateNotNull()]
        [psobject]$InputObject,

        # The integration runtime's name; wildcards are allowed. Without it all are listed.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument runtime @args })]
        [string]$Name,

        # Asks also for the state, version and nodes, which takes one more request for each integration runtime.
        [Parameter()]
        [switch]$Status,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'inventory.get' -Argument $PSBoundParameters
    }
}
