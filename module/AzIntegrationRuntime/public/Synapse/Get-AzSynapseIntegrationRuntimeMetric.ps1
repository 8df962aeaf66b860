function Get-AzSynapseIntegrationRuntimeMetric {
    <#
    .SYNOPSIS
    Gets how busy the nodes of an integration runtime of a Synapse workspace are.

    .DESCRIPTION
    Gets the memory, processor use, jobs and traffic of each node of an integration runtime.

    .EXAMPLE
    Get-AzSynapseIntegrationRuntimeMetric -WorkspaceName 'syn-prod' -Name 'ir-west'

    Gets the metrics of a self-hosted integration runtime.

    .EXAMPLE
    Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' |
        Where-Object Kind -EQ 'SelfHosted' |
        Get-AzSynapseIntegrationRuntimeMetric |
        ForEach-Object { $_.Nodes } |
        Sort-Object CpuUtilization -Descending |
        Select-Object NodeName, CpuUtilization, AvailableMemoryInMb, ConcurrentJobsRunning

    Shows the nodes of all self-hosted integration runtimes of a workspace, the busiest first.

    .INPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime or .PSSynapseWorkspace. An integration runtime can be piped in,
    and so can a workspace.

    .OUTPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeMetrics: the names, and Nodes with the metrics of each.

    .LINK
    Get-AzSynapseIntegrationRuntime

    .LINK
    Get-AzSynapseIntegrationRuntimeNode

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'GetByNameParameterSet', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeMetrics')]
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

        # The integration runtime's name.
        [Parameter(Mandatory, ParameterSetName = 'GetByNameParameterSet')]
        [Parameter(Mandatory, ParameterSetName = 'GetByParentObjectParameterSet')]
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

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'synapse.metric.get' -Argument $PSBoundParameters
    }
}
