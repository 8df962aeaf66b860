function Get-AzSynapseWorkspace {
    <#
    .SYNOPSIS
    Gets Synapse workspaces.

    .DESCRIPTION
    Gets the Synapse workspaces of the subscription, those of a resource group, or one by name or resource id. A workspace can be
    piped to the cmdlets for integration runtimes.

    .EXAMPLE
    Get-AzSynapseWorkspace

    Lists the workspaces of the subscription.

    .EXAMPLE
    Get-AzSynapseWorkspace -Name 'syn-prod' | Get-AzSynapseIntegrationRuntime

    Lists the integration runtimes of a workspace. Its resource group need not be known.

    .EXAMPLE
    Get-AzSynapseWorkspace -ResourceGroupName 'rg-data' -Name 'syn-*' |
        Get-AzSynapseIntegrationRuntime -Status |
        Sort-Object WorkspaceName, Name |
        Select-Object WorkspaceName, Name, Kind, State

    Shows how the integration runtimes of several workspaces are doing.

    .INPUTS
    None.

    .OUTPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace

    .LINK
    Get-AzSynapseIntegrationRuntime

    .LINK
    Get-AzIntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'GetByNameParameterSet', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace')]
    param(
        # The resource group. Without it the workspaces of the whole subscription are looked at.
        [Parameter(ParameterSetName = 'GetByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The workspace's name; wildcards are allowed. Without it all are listed.
        [Parameter(ParameterSetName = 'GetByNameParameterSet')]
        [Alias('WorkspaceName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument workspace @args })]
        [string]$Name,

        # The workspace's resource id, in place of the names. Its subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'GetByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument workspaceid @args })]
        [string]$ResourceId,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'synapse.workspace.get' -Argument $PSBoundParameters
    }
}
