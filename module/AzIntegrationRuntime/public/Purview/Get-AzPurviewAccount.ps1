function Get-AzPurviewAccount {
    <#
    .SYNOPSIS
    Gets Purview accounts.

    .DESCRIPTION
    Gets the Purview accounts of the subscription, those of a resource group, or one by name or resource id. A Purview account can
    be piped to the cmdlets for integration runtimes.

    Its ManagedStorageAccount and ManagedEventHubNamespace are the names that a firewall has to let a self-hosted integration
    runtime reach, and Endpoints has where the account's own services are.

    .EXAMPLE
    Get-AzPurviewAccount

    Lists the Purview accounts of the subscription.

    .EXAMPLE
    Get-AzPurviewAccount -Name 'pv-prod' | Get-AzPurviewIntegrationRuntime

    Lists the integration runtimes of a Purview account. Its resource group need not be known.

    .EXAMPLE
    Get-AzPurviewAccount -ResourceGroupName 'rg-data' -Name 'pv-*' |
        Select-Object Name, ManagedStorageAccount, ManagedEventHubNamespace

    Shows the storage accounts and event hubs that the nodes of self-hosted integration runtimes have to reach.

    .INPUTS
    None.

    .OUTPUTS
    AzIntegrationRuntime.Purview.Account

    .LINK
    Get-AzPurviewIntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'GetByNameParameterSet', PositionalBinding = $false)]
    [OutputType('AzIntegrationRuntime.Purview.Account')]
    param(
        # The resource group. Without it the Purview accounts of the whole subscription are looked at.
        [Parameter(ParameterSetName = 'GetByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The account's name; wildcards are allowed. Without it all are listed.
        [Parameter(ParameterSetName = 'GetByNameParameterSet')]
        [Alias('AccountName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument account @args })]
        [string]$Name,

        # The account's resource id, in place of the names. Its subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'GetByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument accountid @args })]
        [string]$ResourceId,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'purview.account.get' -Argument $PSBoundParameters
    }
}
