function Start-AzDataFactoryV2IntegrationRuntime {
    <#
    .SYNOPSIS
    Starts an Azure-SSIS integration runtime.

    .DESCRIPTION
    Starts the nodes of an Azure-SSIS integration runtime and waits until it is started, which takes up to half an hour in Azure; the
    progress shows the state that the service reports. It asks first, unless -Force is given.

    With -NoWait it returns as soon as the service has begun, and Wait-AzDataFactoryV2IntegrationRuntime takes what is returned. With
    -AsJob it waits in a job. Stopping the wait with Ctrl+C does not stop what the service has begun.

    .EXAMPLE
    Start-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-ssis' -Force

    Starts an Azure-SSIS integration runtime without asking, and waits until it is started.

    .EXAMPLE
    Stop-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis-running' -Force
    $operation = Start-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis-running' -Force -NoWait
    $operation | Wait-AzDataFactoryV2IntegrationRuntime -Timeout 3600

    Restarts one. The script has its hands free between the last two lines.

    .EXAMPLE
    $runtime = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis'
    $job = $runtime | Start-AzDataFactoryV2IntegrationRuntime -Force -AsJob
    $job | Receive-Job -Wait -AutoRemoveJob

    Starts one in a job, and receives its status from there.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime. An integration runtime can be piped in; so can objects
    with the properties ResourceGroupName, DataFactoryName and Name, or Id.

    .OUTPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntimeStatus: the status of the started integration runtime.
    With -NoWait an AzIntegrationRuntime.Operation, with -AsJob a job.

    .LINK
    Stop-AzDataFactoryV2IntegrationRuntime

    .LINK
    Wait-AzDataFactoryV2IntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByIntegrationRuntimeName', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntimeStatus')]
    [OutputType('AzIntegrationRuntime.Operation')]
    param(
        # The resource group that holds the data factory.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The data factory.
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ByIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument factory @args })]
        [string]$DataFactoryName,

        # The integration runtime's name.
        [Parameter(Mandatory, Position = 2, ParameterSetName = 'ByIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument runtime @args })]
        [string]$Name,

        # The integration runtime's resource id, in place of the three names. Its subscription is the one that is used.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByResourceId', ValueFromPipelineByPropertyName)]
        [Alias('Id')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument runtimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzDataFactoryV2IntegrationRuntime returns it, in place of the three names.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByIntegrationRuntimeObject', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')]
        [psobject]$InputObject,

        # Does not ask.
        [Parameter()]
        [switch]$Force,

        # Returns as soon as the service has taken the request, with an object that Wait-AzDataFactoryV2IntegrationRuntime takes, in
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
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'runtime.start' -Argument $PSBoundParameters
    }
}
