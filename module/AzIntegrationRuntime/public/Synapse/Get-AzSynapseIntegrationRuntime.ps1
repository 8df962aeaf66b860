function Get-AzSynapseIntegrationRuntime {
    <#
    .SYNOPSIS
    Gets integration runtimes of a Synapse workspace.

    .DESCRIPTION
    Gets one integration runtime by name, id or object, or all of a workspace when no name is given. The list has the workspace's
    own AutoResolveIntegrationRuntime too, which every workspace has: its Kind is AzureDefault.

    With -Status the service is also asked how the runtime is doing: its state, version and nodes. Of a list each runtime's status
    is got. An Azure runtime that is in the state Limited is mended by setting it again as it is; a warning says so.

    .EXAMPLE
    Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod'

    Lists the integration runtimes of a workspace.

    .EXAMPLE
    Get-AzSynapseIntegrationRuntime -ResourceGroupName 'rg-data' -WorkspaceName 'syn-prod' -Name 'ir-west' -Status

    Gets the status of one.

    .EXAMPLE
    Get-AzSynapseWorkspace -Name 'syn-prod' |
        Get-AzSynapseIntegrationRuntime |
        Where-Object Kind -EQ 'Azure' |
        Select-Object Name, Location

    Shows the Azure integration runtimes that somebody made, without the one that every workspace has.

    .EXAMPLE
    $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-azure'
    $newer = $runtime | Get-AzSynapseIntegrationRuntime -IfNoneMatch $runtime.Etag
    if ($newer) { $runtime = $newer }

    Gets a runtime again only if somebody has changed it since.

    .INPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime or .PSSynapseWorkspace. An integration runtime can be piped in,
    and so can a workspace.

    .OUTPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime: of the kind Managed or SelfHosted; with -Status its status.

    .LINK
    Get-AzSynapseWorkspace

    .LINK
    Set-AzSynapseIntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'GetByNameParameterSet', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')]
    param(
        # The resource group that holds the workspace. Without it the group is found by the name of the workspace, which takes
        # one more request.
        [Parameter(ParameterSetName = 'GetByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The Synapse workspace.
        [Parameter(Mandatory, ParameterSetName = 'GetByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument workspace @args })]
        [string]$WorkspaceName,

        # The integration runtime's name. Without it all of the workspace are listed.
        [Parameter(ParameterSetName = 'GetByNameParameterSet')]
        [Parameter(ParameterSetName = 'GetByParentObjectParameterSet')]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntime @args })]
        [string]$Name,

        # A workspace as Get-AzSynapseWorkspace returns it, in place of its name.
        [Parameter(Mandatory, ParameterSetName = 'GetByParentObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace')]
        [psobject]$WorkspaceObject,

        # The integration runtime's resource id, in place of the names. Its subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'GetByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzSynapseIntegrationRuntime returns it, in place of the names.
        [Parameter(Mandatory, ParameterSetName = 'GetByInputObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')]
        [psobject]$InputObject,

        # Returns the status, which takes one more request for each integration runtime.
        [Parameter()]
        [switch]$Status,

        # Returns the integration runtime only if it is of another version by now: the Etag of the object that was read before.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$IfNoneMatch,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'synapse.runtime.get' -Argument $PSBoundParameters
    }
}
