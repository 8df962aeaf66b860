function Update-AzDataFactoryV2 {
    <#
    .SYNOPSIS
    Changes an existing data factory.

    .DESCRIPTION
    Changes tags, identity, public network access or encryption of a data factory that exists. What is not given stays as it is.

    .EXAMPLE
    Update-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod' -Tag @{ team = 'data'; stage = 'production' }

    Sets the tags of a data factory.

    .EXAMPLE
    Update-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod' -PublicNetworkAccess Disabled

    Lets a data factory be reached through private endpoints only.

    .EXAMPLE
    Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' |
        Update-AzDataFactoryV2 -Tag @{ costCenter = '4711' }

    Sets the tags of all data factories of a resource group.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory. A data factory can be piped in; so can objects with the property
    ResourceId.

    .OUTPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory

    .LINK
    Get-AzDataFactoryV2

    .LINK
    Set-AzDataFactoryV2

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByFactoryName', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory')]
    param(
        # The resource group.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByFactoryName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The data factory's name.
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ByFactoryName')]
        [Alias('DataFactoryName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument factory @args })]
        [string]$Name,

        # A data factory as Get-AzDataFactoryV2 returns it, in place of group and name.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByFactoryObject', ValueFromPipeline)]
        [ValidateNotNullOrEmpty()]
        [PSTypeName('Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory')]
        [psobject]$InputObject,

        # The data factory's resource id, in place of group and name.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByResourceId', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument factoryid @args })]
        [string]$ResourceId,

        # Tags: names and values. They take the place of those that are there.
        [Parameter()]
        [hashtable]$Tag,

        # SystemAssigned, UserAssigned or both, separated by a comma.
        [Parameter()]
        [string]$IdentityType,

        # The identities to assign: their resource ids as keys.
        [Parameter()]
        [System.Collections.Generic.IDictionary[string, object]]$UserAssignedIdentity,

        # Enabled or Disabled.
        [Parameter()]
        [string]$PublicNetworkAccess,

        # The address of the key vault with the encryption key. Goes with -EncryptionKeyName.
        [Parameter()]
        [string]$EncryptionVaultBaseUrl,

        # The name of the encryption key. Goes with -EncryptionVaultBaseUrl.
        [Parameter()]
        [string]$EncryptionKeyName,

        # The version of the encryption key.
        [Parameter()]
        [string]$EncryptionKeyVersion,

        # The resource id of the identity that reads the encryption key.
        [Parameter()]
        [string]$EncryptionUserAssignedIdentity,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'factory.update' -Argument $PSBoundParameters
    }
}
