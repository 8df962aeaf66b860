function New-AzSynapseIntegrationRuntimeKey {
    <#
    .SYNOPSIS
    Replaces an authentication key of a self-hosted integration runtime of a Synapse workspace.

    .DESCRIPTION
    Makes a new authentication key in place of the named one, which is no longer valid from then on. It asks first, unless -Force
    is given.

    Only the new key is returned; the property of the other one is $null.

    .EXAMPLE
    New-AzSynapseIntegrationRuntimeKey -WorkspaceName 'syn-prod' -Name 'ir-west' -KeyName AuthKey1 -Force

    Replaces the first key without asking.

    .EXAMPLE
    Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' |
        Where-Object Kind -EQ 'SelfHosted' |
        New-AzSynapseIntegrationRuntimeKey -KeyName AuthKey2 -Force

    Replaces the second key of all self-hosted integration runtimes of a workspace.

    .INPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime or .PSSynapseWorkspace. An integration runtime can be piped in,
    and so can a workspace.

    .OUTPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeKeys: the new key in AuthKey1 or AuthKey2.

    .LINK
    Get-AzSynapseIntegrationRuntimeKey

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'NewByNameParameterSet', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeKeys')]
    param(
        # The resource group that holds the workspace. Without it the group is found by the name of the workspace, which takes
        # one more request.
        [Parameter(ParameterSetName = 'NewByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The Synapse workspace.
        [Parameter(Mandatory, ParameterSetName = 'NewByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument workspace @args })]
        [string]$WorkspaceName,

        # The integration runtime's name.
        [Parameter(Mandatory, ParameterSetName = 'NewByNameParameterSet')]
        [Parameter(Mandatory, ParameterSetName = 'NewByParentObjectParameterSet')]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntime @args })]
        [string]$Name,

        # A workspace as Get-AzSynapseWorkspace returns it, in place of its name.
        [Parameter(Mandatory, ParameterSetName = 'NewByParentObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace')]
        [psobject]$WorkspaceObject,

        # The integration runtime's resource id, in place of the names. Its subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'NewByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzSynapseIntegrationRuntime returns it, in place of the names.
        [Parameter(Mandatory, ParameterSetName = 'NewByInputObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')]
        [psobject]$InputObject,

        # Which key: AuthKey1 or AuthKey2.
        [Parameter(Mandatory)]
        [ValidateSet('AuthKey1', 'AuthKey2')]
        [string]$KeyName,

        # Does not ask.
        [Parameter()]
        [switch]$Force,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'synapse.key.new' -Argument $PSBoundParameters
    }
}
