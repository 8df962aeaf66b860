function Get-AzRoleDefinition {
    <#
    .SYNOPSIS
    Gets roles.

    .DESCRIPTION
    Gets the roles that can be assigned at a scope, or in the subscription: all, the custom ones, or the one with a name or an
    id, with what they allow.

    .EXAMPLE
    Get-AzRoleDefinition -Name 'Data Factory Contributor'

    Gets a role by its name.

    .EXAMPLE
    (Get-AzRoleDefinition -Id 'acdd72a7-3385-48ef-bd42-f606fba81ae7').Actions

    Lists what a role allows.

    .EXAMPLE
    Get-AzRoleDefinition -Custom

    Lists the custom roles.

    .INPUTS
    A scope; objects with the properties Name, Id or Custom.

    .OUTPUTS
    Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleDefinition

    .LINK
    New-AzRoleAssignment

    .LINK
    Get-AzRoleAssignment

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'RoleDefinitionNameParameterSet', PositionalBinding = $false)]
    [OutputType('Microsoft.Azure.Commands.Resources.Models.Authorization.PSRoleDefinition')]
    param(
        # The name of the role.
        [Parameter(Position = 0, ParameterSetName = 'RoleDefinitionNameParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [string]$Name,

        # The id of the role.
        [Parameter(Mandatory, ParameterSetName = 'RoleDefinitionIdParameterSet', ValueFromPipelineByPropertyName)]
        [ValidateScript({ if ($_ -eq [guid]::Empty) { throw "The id must not be empty." } else { $true } })]
        [guid]$Id,

        # The scope: a resource id.
        [Parameter(ParameterSetName = 'RoleDefinitionNameParameterSet', ValueFromPipeline)]
        [Parameter(ParameterSetName = 'RoleDefinitionIdParameterSet', ValueFromPipeline)]
        [Parameter(ParameterSetName = 'RoleDefinitionCustomParameterSet', ValueFromPipeline)]
        [ValidateNotNullOrEmpty()]
        [string]$Scope,

        # Gets the custom roles only.
        [Parameter(Mandatory, ParameterSetName = 'RoleDefinitionCustomParameterSet', ValueFromPipelineByPropertyName)]
        [switch]$Custom,

        # Does not check the form of the scope.
        [Parameter()]
        [switch]$SkipClientSideScopeValidation,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'roledefinition.get' -Argument $PSBoundParameters
    }
}
