function Start-AzSynapseIntegrationRuntime {
    <#
    .SYNOPSIS
    Starts an Azure-SSIS integration runtime of a Synapse workspace.

    .DESCRIPTION
    Starts the nodes of an Azure-SSIS integration runtime and waits until it is started, which takes up to half an hour in Azure;
    the progress shows the state that the service reports. It asks first, unless -Force is given.

    With -NoWait it returns as soon as the service has begun, and Wait-AzSynapseIntegrationRuntime takes what is returned. With
    -AsJob it waits in a job. Stopping the wait with Ctrl+C does not stop what the service has begun.

    .EXAMPLE
    Start-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-ssis' -Force

    Starts an Azure-SSIS integration runtime without asking, and waits until it is started.

    .EXAMPLE
    Stop-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-ssis-running' -Force
    $operation = Start-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-ssis-running' -Force -NoWait
    $operation | Wait-AzSynapseIntegrationRuntime -Timeout 3600

    Restarts one. The script has its hands free between the last two lines.

    .EXAMPLE
    $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-ssis'
    $job = $runtime | Start-AzSynapseIntegrationRuntime -Force -AsJob
    $job | Receive-Job -Wait -AutoRemoveJob

    Starts one in a job, and receives its status from there.

    .INPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime or .PSSynapseWorkspace. An integration runtime can be piped in,
    and so can a workspace.

    .OUTPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntimeStatus: the status of the started integration runtime. With
    -NoWait an AzIntegrationRuntime.Operation, with -AsJob a job.

    .LINK
    Stop-AzSynapseIntegrationRuntime

    .LINK
    Wait-AzSynapseIntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'StartByNameParameterSet', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntimeStatus')]
    [OutputType('AzIntegrationRuntime.Operation')]
    param(
        # The resource group that holds the workspace. Without it the group is found by the name of the workspace, which takes
        # one more request.
        [Parameter(ParameterSetName = 'StartByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The Synapse workspace.
        [Parameter(Mandatory, ParameterSetName = 'StartByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument workspace @args })]
        [string]$WorkspaceName,

        # The integration runtime's name.
        [Parameter(Mandatory, ParameterSetName = 'StartByNameParameterSet')]
        [Parameter(Mandatory, ParameterSetName = 'StartByParentObjectParameterSet')]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntime @args })]
        [string]$Name,

        # A workspace as Get-AzSynapseWorkspace returns it, in place of its name.
        [Parameter(Mandatory, ParameterSetName = 'StartByParentObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace')]
        [psobject]$WorkspaceObject,

        # The integration runtime's resource id, in place of the names. Its subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'StartByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzSynapseIntegrationRuntime returns it, in place of the names.
        [Parameter(Mandatory, ParameterSetName = 'StartByInputObjectParameterSet', ValueFromPipeline)]
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
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'synapse.runtime.start' -Argument $PSBoundParameters
    }
}
