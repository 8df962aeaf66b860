function Update-AzSynapseIntegrationRuntime {
    <#
    .SYNOPSIS
    Changes when the nodes of a self-hosted integration runtime of a Synapse workspace are updated.

    .DESCRIPTION
    Switches the automatic update of the nodes of a self-hosted integration runtime on or off, and sets the hour of the day when
    it happens. Set-AzSynapseIntegrationRuntime changes everything else.

    The name of the runtime is -IntegrationRuntimeName here; there is no -Name.

    .EXAMPLE
    Update-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -IntegrationRuntimeName 'ir-west' `
        -AutoUpdate On -AutoUpdateDelayOffset '03:00:00'

    Lets the nodes be updated automatically, at three o'clock in the night.

    .EXAMPLE
    Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' |
        Where-Object Kind -EQ 'SelfHosted' |
        Update-AzSynapseIntegrationRuntime -AutoUpdate Off

    Switches the automatic update off for every self-hosted integration runtime of a workspace.

    .INPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime or .PSSynapseWorkspace. An integration runtime can be piped in,
    and so can a workspace.

    .OUTPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntime: the integration runtime. Its settings for updates are
    part of its status.

    .LINK
    Get-AzSynapseIntegrationRuntime

    .LINK
    Invoke-AzSynapseIntegrationRuntimeUpgrade

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'UpdateByNameParameterSet', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntimeStatus')]
    param(
        # The resource group that holds the workspace. Without it the group is found by the name of the workspace, which takes
        # one more request.
        [Parameter(ParameterSetName = 'UpdateByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The Synapse workspace.
        [Parameter(Mandatory, ParameterSetName = 'UpdateByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument workspace @args })]
        [string]$WorkspaceName,

        # The integration runtime's name.
        [Parameter(Mandatory, ParameterSetName = 'UpdateByNameParameterSet')]
        [Parameter(Mandatory, ParameterSetName = 'UpdateByParentObjectParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntime @args })]
        [string]$IntegrationRuntimeName,

        # A workspace as Get-AzSynapseWorkspace returns it, in place of its name.
        [Parameter(Mandatory, ParameterSetName = 'UpdateByParentObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace')]
        [psobject]$WorkspaceObject,

        # The integration runtime's resource id, in place of the names. Its subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'UpdateByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzSynapseIntegrationRuntime returns it, in place of the names.
        [Parameter(Mandatory, ParameterSetName = 'UpdateByInputObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')]
        [psobject]$InputObject,

        # On or Off: whether nodes are updated automatically.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [ValidateSet('On', 'Off')]
        [string]$AutoUpdate,

        # The time of the day at which nodes are updated, in their own time zone: '03:00:00' is three o'clock in the night.
        [Parameter()]
        [ValidateNotNull()]
        [System.Nullable[timespan]]$AutoUpdateDelayOffset,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'synapse.runtime.update' -Argument $PSBoundParameters
    }
}
