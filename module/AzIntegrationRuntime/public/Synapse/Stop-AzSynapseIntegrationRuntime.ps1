function Stop-AzSynapseIntegrationRuntime {
    <#
    .SYNOPSIS
    Stops an Azure-SSIS integration runtime of a Synapse workspace.

    .DESCRIPTION
    Stops the nodes of an Azure-SSIS integration runtime, which then costs nothing, and waits until it is stopped. Its settings
    stay. It asks first, unless -Force is given.

    With -NoWait it returns as soon as the service has begun, and Wait-AzSynapseIntegrationRuntime takes what is returned. With
    -AsJob it waits in a job. Stopping the wait with Ctrl+C does not stop what the service has begun.

    .EXAMPLE
    Stop-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-ssis-running' -Force

    Stops an Azure-SSIS integration runtime without asking, and waits until it is stopped.

    .EXAMPLE
    Start-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-ssis' -Force
    Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Status |
        Where-Object { $_.Kind -eq 'AzureSsis' -and $_.State -eq 'Started' } |
        Stop-AzSynapseIntegrationRuntime -Force -NoWait

    Starts one for the night's packages, and afterwards stops every one that is started, without waiting for it.

    .INPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime or .PSSynapseWorkspace. An integration runtime can be piped in,
    and so can a workspace.

    .OUTPUTS
    None. With -NoWait an AzIntegrationRuntime.Operation, with -AsJob a job.

    .LINK
    Start-AzSynapseIntegrationRuntime

    .LINK
    Wait-AzSynapseIntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'StopByNameParameterSet', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType([void])]
    [OutputType('AzIntegrationRuntime.Operation')]
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
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntime @args })]
        [string]$Name,

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

        # Returns as soon as the service has taken the request, with an object that Wait-AzSynapseIntegrationRuntime takes, in
        # another session too.
        [Parameter()]
        [switch]$NoWait,

        # Asks its questions and then goes on in a job, which is returned. Needs Start-ThreadJob.
        [Parameter()]
        [switch]$AsJob,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'synapse.runtime.stop' -Argument $PSBoundParameters
    }
}
