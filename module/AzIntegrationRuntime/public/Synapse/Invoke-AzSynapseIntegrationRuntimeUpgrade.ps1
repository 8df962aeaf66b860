function Invoke-AzSynapseIntegrationRuntimeUpgrade {
    <#
    .SYNOPSIS
    Upgrades the nodes of a self-hosted integration runtime of a Synapse workspace.

    .DESCRIPTION
    Tells the service to upgrade the nodes of a self-hosted integration runtime to the latest version, if they have an older one.
    The nodes are upgraded one after the other; their status shows how far they are.

    .EXAMPLE
    Invoke-AzSynapseIntegrationRuntimeUpgrade -WorkspaceName 'syn-prod' -Name 'ir-west'

    Upgrades the nodes of an integration runtime.

    .EXAMPLE
    Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Status |
        Where-Object { $_.Kind -eq 'SelfHosted' -and $_.VersionStatus -eq 'UpdateAvailable' } |
        Invoke-AzSynapseIntegrationRuntimeUpgrade

    Upgrades every self-hosted integration runtime of a workspace for which there is a newer version.

    .INPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime or .PSSynapseWorkspace. An integration runtime can be piped in,
    and so can a workspace.

    .OUTPUTS
    None.

    .LINK
    Update-AzSynapseIntegrationRuntime

    .LINK
    Get-AzSynapseIntegrationRuntimeNode

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'InvokeByNameParameterSet', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType([void])]
    param(
        # The resource group that holds the workspace. Without it the group is found by the name of the workspace, which takes
        # one more request.
        [Parameter(ParameterSetName = 'InvokeByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The Synapse workspace.
        [Parameter(Mandatory, ParameterSetName = 'InvokeByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument workspace @args })]
        [string]$WorkspaceName,

        # The integration runtime's name.
        [Parameter(Mandatory, ParameterSetName = 'InvokeByNameParameterSet')]
        [Parameter(Mandatory, ParameterSetName = 'InvokeByParentObjectParameterSet')]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntime @args })]
        [string]$Name,

        # A workspace as Get-AzSynapseWorkspace returns it, in place of its name.
        [Parameter(Mandatory, ParameterSetName = 'InvokeByParentObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace')]
        [psobject]$WorkspaceObject,

        # The integration runtime's resource id, in place of the names. Its subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'InvokeByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzSynapseIntegrationRuntime returns it, in place of the names.
        [Parameter(Mandatory, ParameterSetName = 'InvokeByInputObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')]
        [psobject]$InputObject,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'synapse.runtime.upgrade' -Argument $PSBoundParameters
    }
}
