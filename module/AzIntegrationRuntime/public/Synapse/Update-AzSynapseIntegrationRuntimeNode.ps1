function Update-AzSynapseIntegrationRuntimeNode {
    <#
    .SYNOPSIS
    Changes how many jobs a node of a self-hosted integration runtime of a Synapse workspace runs at once.

    .DESCRIPTION
    Sets the number of jobs that a node of a self-hosted integration runtime may run at the same time. The most that the node can
    do is its property MaxConcurrentJobs.

    .EXAMPLE
    Update-AzSynapseIntegrationRuntimeNode -WorkspaceName 'syn-prod' -IntegrationRuntimeName 'ir-west' -Name 'west-1' `
        -ConcurrentJobsLimit 3

    Lets a node run three jobs at once.

    .EXAMPLE
    $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -Status
    foreach ($node in $runtime.Nodes) {
        $runtime | Update-AzSynapseIntegrationRuntimeNode -Name $node.NodeName -ConcurrentJobsLimit $node.MaxConcurrentJobs
    }

    Lets every node of an integration runtime run as many jobs as it can.

    .INPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime or .PSSynapseWorkspace. An integration runtime can be piped in,
    and so can a workspace.

    .OUTPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntimeNode: the changed node.

    .LINK
    Get-AzSynapseIntegrationRuntimeNode

    .LINK
    Get-AzSynapseIntegrationRuntimeMetric

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

        # The node's name; that of the integration runtime is -IntegrationRuntimeName.
        [Parameter(Mandatory)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapsenode @args })]
        [string]$Name,

        # The number of jobs, from 1 to what the node can do.
        [Parameter(Mandatory)]
        [int]$ConcurrentJobsLimit,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'synapse.node.update' -Argument $PSBoundParameters
    }
}
