function Sync-AzSynapseIntegrationRuntimeCredential {
    <#
    .SYNOPSIS
    Makes the credentials on all nodes of a self-hosted integration runtime of a Synapse workspace the same.

    .DESCRIPTION
    Copies the credentials of data stores that are kept on the nodes of a self-hosted integration runtime from the node that hands
    out the work to all others. It asks first, unless -Force is given.

    .EXAMPLE
    Sync-AzSynapseIntegrationRuntimeCredential -WorkspaceName 'syn-prod' -IntegrationRuntimeName 'ir-west' -Force

    Synchronizes the credentials of the nodes without asking.

    .EXAMPLE
    Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' |
        Where-Object Kind -EQ 'SelfHosted' |
        Sync-AzSynapseIntegrationRuntimeCredential -Force

    Does so for every self-hosted integration runtime of a workspace.

    .INPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime or .PSSynapseWorkspace. An integration runtime can be piped in,
    and so can a workspace.

    .OUTPUTS
    None.

    .LINK
    Get-AzSynapseIntegrationRuntimeNode

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'StopByNameParameterSet', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType([void])]
    param(
        # The resource group that holds the workspace. Without it the group is found by the name of the workspace, which takes
        # one more request.
        [Parameter(ParameterSetName = 'StopByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The Synapse workspace.
        [Parameter(Mandatory, ParameterSetName = 'StopByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument workspace @args })]
        [string]$WorkspaceName,

        # The integration runtime's name.
        [Parameter(Mandatory, ParameterSetName = 'StopByNameParameterSet')]
        [Parameter(Mandatory, ParameterSetName = 'StopByParentObjectParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntime @args })]
        [string]$IntegrationRuntimeName,

        # A workspace as Get-AzSynapseWorkspace returns it, in place of its name.
        [Parameter(Mandatory, ParameterSetName = 'StopByParentObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace')]
        [psobject]$WorkspaceObject,

        # The integration runtime's resource id, in place of the names. Its subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'StopByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzSynapseIntegrationRuntime returns it, in place of the names.
        [Parameter(Mandatory, ParameterSetName = 'StopByInputObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')]
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
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'synapse.runtime.sync' -Argument $PSBoundParameters
    }
}
