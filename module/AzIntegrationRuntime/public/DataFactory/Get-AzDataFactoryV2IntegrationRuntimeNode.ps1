function Get-AzDataFactoryV2IntegrationRuntimeNode {
    <#
    .SYNOPSIS
    Gets a node of an integration runtime.

    .DESCRIPTION
    Gets one node by name: of a self-hosted integration runtime by the name with which it registered, of an Azure-SSIS one by its node
    id. Capital and small letters count. With -IpAddress the service is also asked for the address of a self-hosted node.

    The nodes of a runtime are listed in the property Nodes of its status.

    .EXAMPLE
    Get-AzDataFactoryV2IntegrationRuntimeNode -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -IntegrationRuntimeName 'ir-west' `
        -Name 'west-1'

    Gets a node.

    .EXAMPLE
    Get-AzDataFactoryV2IntegrationRuntimeNode -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -IntegrationRuntimeName 'ir-west' `
        -Name 'west-1' -IpAddress

    Gets a node with its address.

    .EXAMPLE
    $runtime = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west' -Status
    $runtime.Nodes |
        ForEach-Object { $runtime | Get-AzDataFactoryV2IntegrationRuntimeNode -Name $_.NodeName -IpAddress } |
        Select-Object Name, Status, Version, IpAddress

    Lists the nodes of an integration runtime with their addresses.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime. An integration runtime can be piped in; so can objects
    with the properties ResourceGroupName, DataFactoryName and IntegrationRuntimeName, or Id.

    .OUTPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeNode or, of an Azure-SSIS integration runtime,
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntimeNode.

    .LINK
    Get-AzDataFactoryV2IntegrationRuntime

    .LINK
    Update-AzDataFactoryV2IntegrationRuntimeNode

    .LINK
    Remove-AzDataFactoryV2IntegrationRuntimeNode

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByIntegrationRuntimeName', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntimeNode')]
    [OutputType('Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeNode')]
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
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument runtime @args })]
        [string]$IntegrationRuntimeName,

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

        # The node's name; that of the integration runtime is -IntegrationRuntimeName.
        [Parameter(Mandatory)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument node @args })]
        [string]$Name,

        # Also gets the address of a self-hosted node, which takes one more request.
        [Parameter()]
        [switch]$IpAddress,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'node.get' -Argument $PSBoundParameters
    }
}
