function Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata {
    <#
    .SYNOPSIS
    Gets the folders, projects, packages and environments in the catalog of an Azure-SSIS integration runtime.

    .DESCRIPTION
    Gets what the service knows of the catalog of an Azure-SSIS integration runtime: its folders, projects, packages and environments, as
    they were when Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata was last called. The integration runtime has to be started.

    .EXAMPLE
    $null = Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata 'rg-data' 'adf-prod' 'ir-ssis-running'
    Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-ssis-running'

    Refreshes what the service knows, and lists it.

    .EXAMPLE
    Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis-running' |
        Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata -MetadataPath 'ssisFolders'

    Lists the folders of the catalog.

    .EXAMPLE
    $objects = Get-AzDataFactoryV2IntegrationRuntimeObjectMetadata 'rg-data' 'adf-prod' 'ir-ssis-running'
    $objects | Where-Object Type -EQ 'Package' | Select-Object Id, Name

    Lists the packages of the catalog.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime. An integration runtime can be piped in; so can objects
    with the properties ResourceGroupName, DataFactoryName and Name, or Id.

    .OUTPUTS
    AzIntegrationRuntime.ObjectMetadata: one for each folder, project, package and environment.

    .LINK
    Update-AzDataFactoryV2IntegrationRuntimeObjectMetadata

    .LINK
    Start-AzDataFactoryV2IntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByIntegrationRuntimeName', PositionalBinding = $false)]
    [OutputType('AzIntegrationRuntime.ObjectMetadata')]
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

        # The path of what to get. Without it everything is listed.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$MetadataPath,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'metadata.get' -Argument $PSBoundParameters
    }
}
