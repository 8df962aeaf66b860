function Disable-AzPurviewIntegrationRuntimeInteractiveAuthoring {
    <#
    .SYNOPSIS
    Switches interactive authoring of a managed integration runtime of a Purview account off.

    .DESCRIPTION
    Switches interactive authoring of a managed integration runtime off, and waits until that is done where the service says how
    it goes on.

    .EXAMPLE
    Disable-AzPurviewIntegrationRuntimeInteractiveAuthoring -AccountName 'pv-prod' -Name 'ir-managed'

    Switches interactive authoring off.

    .EXAMPLE
    Get-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Name 'ir-managed' |
        Disable-AzPurviewIntegrationRuntimeInteractiveAuthoring

    Does the same of an integration runtime from the pipeline.

    .INPUTS
    AzIntegrationRuntime.Purview.IntegrationRuntime or AzIntegrationRuntime.Purview.Account. An integration runtime can be piped
    in, and so can a Purview account.

    .OUTPUTS
    AzIntegrationRuntime.Purview.ManagedIntegrationRuntimeStatus: the integration runtime with its status.

    .LINK
    Enable-AzPurviewIntegrationRuntimeInteractiveAuthoring

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'DisableByNameParameterSet', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('AzIntegrationRuntime.Purview.ManagedIntegrationRuntimeStatus')]
    param(
        # The resource group that holds the Purview account. Without it the group is found by the name of the account, which takes
        # one more request.
        [Parameter(ParameterSetName = 'DisableByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The Purview account.
        [Parameter(Mandatory, ParameterSetName = 'DisableByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument account @args })]
        [string]$AccountName,

        # The integration runtime's name.
        [Parameter(Mandatory, ParameterSetName = 'DisableByNameParameterSet')]
        [Parameter(Mandatory, ParameterSetName = 'DisableByParentObjectParameterSet')]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument purviewruntime @args })]
        [string]$Name,

        # A Purview account as Get-AzPurviewAccount returns it, in place of its name.
        [Parameter(Mandatory, ParameterSetName = 'DisableByParentObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('AzIntegrationRuntime.Purview.Account')]
        [psobject]$AccountObject,

        # The integration runtime's id as its objects have it: the account's resource id, '/integrationRuntimes/' and the name. Its
        # subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'DisableByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument purviewruntimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzPurviewIntegrationRuntime returns it, in place of the names.
        [Parameter(Mandatory, ParameterSetName = 'DisableByInputObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('AzIntegrationRuntime.Purview.IntegrationRuntime')]
        [psobject]$InputObject,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'purview.interactive.disable' -Argument $PSBoundParameters
    }
}
