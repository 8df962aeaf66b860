function Remove-AzSynapseIntegrationRuntimeNode {
    <#
    .SYNOPSIS
    Removes a node of a self-hosted integration runtime of a Synapse workspace.

    .DESCRIPTION
    Takes a node out of a self-hosted integration runtime. The software stays on its machine, which can register again with a key.
    It asks first, unless -Force is given. Removing what does not exist is a warning.

    .EXAMPLE
    Remove-AzSynapseIntegrationRuntimeNode -WorkspaceName 'syn-prod' -IntegrationRuntimeName 'ir-west' -NodeName 'west-2' -Force

    Removes a node without asking.

    .EXAMPLE
    $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -Status
    $runtime.Nodes |
        Where-Object Status -EQ 'Offline' |
        ForEach-Object { $_.NodeName } |
        Remove-AzSynapseIntegrationRuntimeNode -WorkspaceName 'syn-prod' -IntegrationRuntimeName 'ir-west' -Force

    Removes the dead nodes of an integration runtime.

    .EXAMPLE
    Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' |
        Remove-AzSynapseIntegrationRuntimeNode -NodeName 'west-1' -WhatIf

    Shows what would be removed.

    .INPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime, .PSSynapseWorkspace or System.String. An integration runtime can
    be piped in, and so can a workspace, or the names of nodes.

    .OUTPUTS
    None.

    .LINK
    Get-AzSynapseIntegrationRuntimeNode

    .LINK
    Get-AzSynapseIntegrationRuntimeKey

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'RemoveByNameParameterSet', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType([void])]
    param(
        # The resource group that holds the workspace. Without it the group is found by the name of the workspace, which takes
        # one more request.
        [Parameter(ParameterSetName = 'RemoveByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The Synapse workspace.
        [Parameter(Mandatory, ParameterSetName = 'RemoveByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument workspace @args })]
        [string]$WorkspaceName,

        # The integration runtime's name.
        [Parameter(Mandatory, ParameterSetName = 'RemoveByNameParameterSet')]
        [Parameter(Mandatory, ParameterSetName = 'RemoveByParentObjectParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntime @args })]
        [string]$IntegrationRuntimeName,

        # A workspace as Get-AzSynapseWorkspace returns it, in place of its name.
        [Parameter(Mandatory, ParameterSetName = 'RemoveByParentObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace')]
        [psobject]$WorkspaceObject,

        # The integration runtime's resource id, in place of the names. Its subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'RemoveByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzSynapseIntegrationRuntime returns it, in place of the names.
        [Parameter(Mandatory, ParameterSetName = 'RemoveByInputObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')]
        [psobject]$InputObject,

        # The node's name.
        [Parameter(Mandatory, ValueFromPipeline)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapsenode @args })]
        [string]$NodeName,

        # Does not ask.
        [Parameter()]
        [switch]$Force,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'synapse.node.remove' -Argument $PSBoundParameters
    }
}
