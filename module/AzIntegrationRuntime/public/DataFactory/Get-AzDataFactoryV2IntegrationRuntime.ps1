function Get-AzDataFactoryV2IntegrationRuntime {
    <#
    .SYNOPSIS
    Gets integration runtimes of a data factory.

    .DESCRIPTION
    Gets one integration runtime by name, id or object, or all of a data factory when no name is given.

    With -Status the service is also asked how the runtime is doing: its state, version, nodes and, of a shared one, the data
    factories that link to it. The status of a linked runtime is that of the runtime it shares. Of a list each runtime's status is
    got. An Azure runtime that is in the state Limited is mended by setting it again as it is; a warning says so.

    .EXAMPLE
    Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod'

    Lists the integration runtimes of a data factory.

    .EXAMPLE
    Get-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-west' -Status

    Gets the status of one.

    .EXAMPLE
    Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' |
        Where-Object Type -EQ 'SelfHosted' |
        Get-AzDataFactoryV2IntegrationRuntime -Status |
        Select-Object Name, State, Version

    Shows how each self-hosted runtime of a data factory is doing.

    .EXAMPLE
    $runtime = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-azure'
    $newer = $runtime | Get-AzDataFactoryV2IntegrationRuntime -IfNoneMatch $runtime.Etag
    if ($newer) { $runtime = $newer }

    Gets a runtime again only if somebody has changed it since.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime. An integration runtime can be piped in; so can objects
    with the properties ResourceGroupName, DataFactoryName and Name, or Id.

    .OUTPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime: of the kind Managed, SelfHosted or Linked; with -Status
    its status.

    .LINK
    Set-AzDataFactoryV2IntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByIntegrationRuntimeName', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')]
    [OutputType('Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntime')]
    [OutputType('Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntime')]
    [OutputType('Microsoft.Azure.Commands.DataFactoryV2.Models.PSLinkedIntegrationRuntime')]
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

        # The integration runtime's name. Without it all of the factory are listed.
        [Parameter(Position = 2, ParameterSetName = 'ByIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
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

        # Returns the status, which takes one more request for each integration runtime.
        [Parameter()]
        [switch]$Status,

        # Returns the integration runtime only if it is of another version by now: the Etag of the object that was read before.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$IfNoneMatch,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'runtime.get' -Argument $PSBoundParameters
    }
}
