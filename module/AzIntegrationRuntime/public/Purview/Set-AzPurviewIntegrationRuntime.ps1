function Set-AzPurviewIntegrationRuntime {
    <#
    .SYNOPSIS
    Creates or changes an integration runtime of a Purview account.

    .DESCRIPTION
    Creates an integration runtime of the type SelfHosted, which runs on your own machines, or Managed, which Azure runs in a
    managed virtual network.

    Of an existing one only what is given is changed; it asks first, unless -Force is given. What would change is shown before the
    question, and with -WhatIf. The service keeps no versions: of two changes at the same time the later one stays.

    A self-hosted integration runtime of Purview cannot share a machine with one of Data Factory or Synapse.

    .EXAMPLE
    Set-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Name 'ir-east' -Type SelfHosted -Description 'The east office'

    Creates a self-hosted integration runtime. Its nodes register with a key of Get-AzPurviewIntegrationRuntimeKey.

    .EXAMPLE
    Set-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Name 'ir-west' -Description 'Moved north' -WhatIf
    Set-AzPurviewIntegrationRuntime -AccountName 'pv-prod' -Name 'ir-west' -Description 'Moved north' -Force

    Shows what a new description would change, and changes it without asking.

    .EXAMPLE
    Get-AzPurviewAccount -Name 'pv-prod' |
        Set-AzPurviewIntegrationRuntime -Name 'ir-europe' -Type Managed -Location WestEurope -ManagedVirtualNetworkName defaultv2

    Creates a managed integration runtime in the account's managed virtual network.

    .EXAMPLE
    Get-AzPurviewIntegrationRuntime -AccountName 'pv-prod' |
        Where-Object Type -EQ 'SelfHosted' |
        Set-AzPurviewIntegrationRuntime -Description '' -Force

    Takes the descriptions of all self-hosted integration runtimes away.

    .INPUTS
    AzIntegrationRuntime.Purview.IntegrationRuntime or AzIntegrationRuntime.Purview.Account. An integration runtime can be piped
    in, and so can a Purview account.

    .OUTPUTS
    AzIntegrationRuntime.Purview.IntegrationRuntime: the integration runtime as it is then. $null when it was declined.

    .LINK
    Get-AzPurviewIntegrationRuntime

    .LINK
    Get-AzPurviewIntegrationRuntimeKey

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'SetByNameParameterSet', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('AzIntegrationRuntime.Purview.IntegrationRuntime')]
    param(
        # The resource group that holds the Purview account. Without it the group is found by the name of the account, which takes
        # one more request.
        [Parameter(ParameterSetName = 'SetByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The Purview account.
        [Parameter(Mandatory, ParameterSetName = 'SetByNameParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument account @args })]
        [string]$AccountName,

        # The integration runtime's name.
        [Parameter(Mandatory, ParameterSetName = 'SetByNameParameterSet')]
        [Parameter(Mandatory, ParameterSetName = 'SetByParentObjectParameterSet')]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument purviewruntime @args })]
        [string]$Name,

        # A Purview account as Get-AzPurviewAccount returns it, in place of its name.
        [Parameter(Mandatory, ParameterSetName = 'SetByParentObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('AzIntegrationRuntime.Purview.Account')]
        [psobject]$AccountObject,

        # The integration runtime's id as its objects have it: the account's resource id, '/integrationRuntimes/' and the name. Its
        # subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'SetByResourceIdParameterSet')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument purviewruntimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzPurviewIntegrationRuntime returns it, in place of the names.
        [Parameter(Mandatory, ParameterSetName = 'SetByInputObjectParameterSet', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('AzIntegrationRuntime.Purview.IntegrationRuntime')]
        [psobject]$InputObject,

        # SelfHosted or Managed. Needed to create an integration runtime; an existing one cannot become one of the other type.
        [Parameter()]
        [Alias('Kind')]
        [ValidateSet('Managed', 'SelfHosted')]
        [string]$Type,

        # What it is for. An empty text takes the description away.
        [Parameter()]
        [string]$Description,

        # The region of a managed integration runtime.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument location @args })]
        [string]$Location,

        # The managed virtual network of a managed integration runtime. An account has one, which is called defaultv2.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({
                param($CommandName, $ParameterName, $WordToComplete)
                @('defaultv2') -like ($WordToComplete.Trim([char]34, [char]39) + '*')
            })]
        [string]$ManagedVirtualNetworkName,

        # Does not ask.
        [Parameter()]
        [switch]$Force,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'purview.runtime.set' -Argument $PSBoundParameters
    }
}
