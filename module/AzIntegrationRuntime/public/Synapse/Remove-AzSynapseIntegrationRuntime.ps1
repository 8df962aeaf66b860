function Remove-AzSynapseIntegrationRuntime {
    <#
    .SYNOPSIS
    Removes an integration runtime of a Synapse workspace.

    .DESCRIPTION
    Removes an integration runtime. It asks first, unless -Force is given. Removing what does not exist is a warning.

    The AutoResolveIntegrationRuntime that every workspace has cannot be removed; that is refused before anything is sent, with
    -Force too.

    .EXAMPLE
    Remove-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -WhatIf
    Remove-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -Force

    Shows what would be removed, and removes it without asking.

    .EXAMPLE
    Get-AzSynapseWorkspace -Name 'syn-prod' |
        Get-AzSynapseIntegrationRuntime |
        Where-Object { $_.Kind -eq 'Azure' -and $_.Name -like 'ir-azure*' } |
        Remove-AzSynapseIntegrationRuntime -Force

    Removes several Azure integration runtimes of a workspace.

    .INPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime or .PSSynapseWorkspace. An integration runtime can be piped in,
    and so can a workspace.

    .OUTPUTS
    None.

    .LINK
    Set-AzSynapseIntegrationRuntime

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
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntime @args })]
        [string]$Name,

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

        # Does not ask.
        [Parameter()]
        [switch]$Force,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'synapse.runtime.remove' -Argument $PSBoundParameters
    }
}
