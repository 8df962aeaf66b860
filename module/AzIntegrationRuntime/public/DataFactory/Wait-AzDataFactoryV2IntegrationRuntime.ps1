function Wait-AzDataFactoryV2IntegrationRuntime {
    <#
    .SYNOPSIS
    Waits for an integration runtime to reach a state, or for an operation to end.

    .DESCRIPTION
    Waits until an integration runtime has one of the given states, or until what a cmdlet began with -NoWait has ended. That may have
    been begun in another session: the object that -NoWait returns can be stored and read back.

    The progress shows the state that the service reports and the time that has passed. Ctrl+C ends the wait and nothing else. An Azure
    runtime that is in the state Limited is mended by setting it again as it is; a warning says so.

    .EXAMPLE
    $operation = Start-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis' -Force -NoWait
    $operation | Wait-AzDataFactoryV2IntegrationRuntime -Timeout 3600

    Waits until an Azure-SSIS integration runtime is started, at most an hour.

    .EXAMPLE
    Wait-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-west' `
        -State Online, Limited -Timeout 600

    Waits until a node of a self-hosted integration runtime is there, at most ten minutes.

    .EXAMPLE
    $file = Join-Path ([System.IO.Path]::GetTempPath()) 'stop.xml'
    Stop-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis-running' -Force -NoWait | Export-Clixml $file
    Import-Clixml $file | Wait-AzDataFactoryV2IntegrationRuntime

    Stores an operation and waits for it; the last line can run in another session.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime or AzIntegrationRuntime.Operation. An integration runtime or an
    operation can be piped in; so can objects with the properties ResourceGroupName, DataFactoryName and Name, or Id.

    .OUTPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime: the integration runtime with its status. With -AsJob a job.

    .LINK
    Start-AzDataFactoryV2IntegrationRuntime

    .LINK
    Stop-AzDataFactoryV2IntegrationRuntime

    .LINK
    Get-AzDataFactoryV2IntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByIntegrationRuntimeName', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')]
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

        # An integration runtime as Get-AzDataFactoryV2IntegrationRuntime returns it, or an operation as -NoWait returns it, in place of
        # the three names. Such an operation may have been stored and read back.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByIntegrationRuntimeObject', ValueFromPipeline)]
        [ValidateNotNull()]
        [psobject]$InputObject,

        # The states to wait for, such as Started, Stopped or Online: one of them is enough. Without it the wait is for a state that is not
        # on the way to another.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({
                param($CommandName, $ParameterName, $WordToComplete)
                @('Limited', 'NeedRegistration', 'Offline', 'Online', 'Started', 'Stopped') -like
                ($WordToComplete.Trim([char]34, [char]39) + '*')
            })]
        [string[]]$State,

        # How many seconds to wait at most; then it is an error. Without it there is no end.
        [Parameter()]
        [ValidateRange(1, 2147483647)]
        [int]$Timeout,

        # How many seconds to let pass between two looks. Without it the service says.
        [Parameter()]
        [ValidateRange(1, 2147483647)]
        [int]$Interval,

        # Waits in a job, which is returned. Needs Start-ThreadJob.
        [Parameter()]
        [switch]$AsJob,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'runtime.wait' -Argument $PSBoundParameters
    }
}
