function Enable-AzPurviewIntegrationRuntimeInteractiveAuthoring {
    <#
    .SYNOPSIS
    Switches interactive authoring of a managed integration runtime of a Purview account on.

    .DESCRIPTION
    Switches interactive authoring of a managed integration runtime on, and waits until that is done where the service says how it
    goes on. The Purview portal needs it to test connections and browse sources. The service switches it off again after the given
    minutes without use.

    Self-hosted integration runtimes have no such thing.

    .EXAMPLE
    Enable-AzPurviewIntegrationRuntimeInteractiveAuthoring -AccountName 'pv-prod' -Name 'ir-managed' -AutoTerminationMinutes 60

    Switches interactive authoring on; it ends an hour after its last use.

    .EXAMPLE
    Get-AzPurviewIntegrationRuntime -AccountName 'pv-prod' |
        Where-Object Kind -EQ 'Azure' |
        Enable-AzPurviewIntegrationRuntimeInteractiveAuthoring |
        Select-Object Name, @{ Name = 'Interactive'; Expression = { $_.InteractiveQuery.Status } }

    Switches it on for all managed integration runtimes of an account, and shows what is in force then.

    .INPUTS
    AzIntegrationRuntime.Purview.IntegrationRuntime or AzIntegrationRuntime.Purview.Account. An integration runtime can be piped
    in, and so can a Purview account.

    .OUTPUTS
    AzIntegrationRuntime.Purview.ManagedIntegrationRuntimeStatus: the integration runtime with its status, whose InteractiveQuery
    says what is in force.

    .LINK
    Disable-AzPurviewIntegrationRuntimeInteractiveAuthoring

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'EnableByNameParameterSet', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('AzIntegrationRuntime.Purview.ManagedIntegrationRuntimeStatus')]
    param(
        # The resource group that holds the Purview account. Without it the group is found by the name of the account, which takes
        # one more request.
        [Parameter(ParameterSetName = 'EnableByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The Purview account.
        [Parameter(Mandatory, ParameterSetName = 'EnableByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument account @args })]
        [string]$AccountName,

        # The integration runtime's name.
        [Parameter(Mandatory, ParameterSetName = 'EnableByNameParameterSet')]
        [Parameter(Mandatory, ParameterSetName = 'EnableByParentObjectParameterSet')]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument purviewruntime @args })]
        [string]$Name,

        # A Purview account as Get-AzPurviewAccount returns it, in place of its name.
        [Parameter(Mandatory, ParameterSetName = 'EnableByParentObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('AzIntegrationRuntime.Purview.Account')]
        [psobject]$AccountObject,

        # The integration runtime's id as its objects have it: the account's resource id, '/integrationRuntimes/' and the name. Its
        # subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'EnableByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument purviewruntimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzPurviewIntegrationRuntime returns it, in place of the names.
        [Parameter(Mandatory, ParameterSetName = 'EnableByInputObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('AzIntegrationRuntime.Purview.IntegrationRuntime')]
        [psobject]$InputObject,

        # After how many minutes without use the service switches it off again. Without it the service decides.
        [Parameter()]
        [ValidateRange(1, 2147483647)]
        [int]$AutoTerminationMinutes,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'purview.interactive.enable' -Argument $PSBoundParameters
    }
}
