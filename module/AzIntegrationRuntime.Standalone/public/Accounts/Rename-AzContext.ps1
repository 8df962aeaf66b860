function Rename-AzContext {
    <#
    .SYNOPSIS
    Gives a context another name.

    .DESCRIPTION
    Gives a context another name, which Select-AzContext and -DefaultProfile then take. If another context has that name, you
    are asked whether it shall go.

    .EXAMPLE
    Get-AzContext | Rename-AzContext -TargetName 'work'

    Names the current context.

    .EXAMPLE
    Rename-AzContext -SourceName (Get-AzContext).Name -TargetName 'production' -Force -PassThru

    Renames a context, whatever had that name.

    .INPUTS
    A context.

    .OUTPUTS
    Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext, with PassThru.

    .LINK
    Get-AzContext

    .LINK
    Select-AzContext

    .LINK
    Remove-AzContext

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'RenameByInputObject', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')]
    param(
        # A context, as Get-AzContext returns it.
        [Parameter(Mandatory, ParameterSetName = 'RenameByInputObject', ValueFromPipeline)]
        [ValidateNotNullOrEmpty()]
        [PSTypeName('Microsoft.Azure.Commands.Profile.Models.Core.PSAzureContext')]
        [psobject]$InputObject,

        # The name that the context has.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'RenameByName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument context @args })]
        [string]$SourceName,

        # The name that it shall have.
        [Parameter(Mandatory, Position = 1)]
        [ValidateNotNullOrEmpty()]
        [string]$TargetName,

        # Does not ask when another context has that name.
        [Parameter()]
        [switch]$Force,

        # Returns the context.
        [Parameter()]
        [switch]$PassThru,

        # Process changes this process only, CurrentUser later ones too.
        [Parameter()]
        [ValidateSet('Process', 'CurrentUser')]
        [string]$Scope,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'context.rename' -Argument $PSBoundParameters
    }
}
