function Get-AzSynapseIntegrationRuntimeNode {
    <#
    .SYNOPSIS
    Gets a node of an integration runtime of a Synapse workspace.

    .DESCRIPTION
    Gets one node by name: of a self-hosted integration runtime by the name with which it registered, of an Azure-SSIS one by its
    node id. Capital and small letters count. With -IpAddress the service is also asked for the address of a self-hosted node.

    The nodes of a runtime are listed in the property Nodes of its status.

    .EXAMPLE
    Get-AzSynapseIntegrationRuntimeNode -WorkspaceName 'syn-prod' -IntegrationRuntimeName 'ir-west' -Name 'west-1'

    Gets a node.

    .EXAMPLE
    Get-AzSynapseIntegrationRuntimeNode -WorkspaceName 'syn-prod' -IntegrationRuntimeName 'ir-west' -Name 'west-1' -IpAddress

    Gets a node with its address.

    .EXAMPLE
    $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -Status
    $runtime.Nodes |
        ForEach-Object { $runtime | Get-AzSynapseIntegrationRuntimeNode -Name $_.NodeName -IpAddress } |
        Select-Object Name, Status, Version, IpAddress

    Lists the nodes of an integration runtime with their addresses.

    .INPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime or .PSSynapseWorkspace. An integration runtime can be piped in,
    and so can a workspace.

    .OUTPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntimeNode or, of an Azure-SSIS integration runtime,
    Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntimeNode.

    .LINK
    Get-AzSynapseIntegrationRuntime

    .LINK
    Update-AzSynapseIntegrationRuntimeNode

    .LINK
    Remove-AzSynapseIntegrationRuntimeNode

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'GetByNameParameterSet', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntimeNode')]
    [OutputType('Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntimeNode')]
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
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntime @args })]
        [string]$IntegrationRuntimeName,

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

        # The node's name; that of the integration runtime is -IntegrationRuntimeName.
        [Parameter(Mandatory)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapsenode @args })]
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
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'synapse.node.get' -Argument $PSBoundParameters
    }
}
