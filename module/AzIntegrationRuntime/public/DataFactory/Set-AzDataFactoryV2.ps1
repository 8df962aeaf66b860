function Set-AzDataFactoryV2 {
    <#
    .SYNOPSIS
    Creates or changes a data factory.

    .DESCRIPTION
    Creates a data factory in a resource group, with an identity of its own unless told otherwise. That identity is what other
    data factories grant access to when they share an integration runtime.

    Of an existing data factory only what is given is changed, after asking, unless -Force is given.

    .EXAMPLE
    Set-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-stage' -Location WestEurope

    Creates a data factory.

    .EXAMPLE
    $factory = Set-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-test' -Location WestEurope -Force
    $factory.Identity.PrincipalId

    Creates a data factory, or takes the existing one, and shows its identity's object id.

    .EXAMPLE
    Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod' | Set-AzDataFactoryV2 -Tag @{ team = 'data' } -Force

    Changes the tags of an existing data factory.

    .EXAMPLE
    $factory = Get-AzDataFactoryV2 -ResourceGroupName 'rg-data' -Name 'adf-prod'
    $factory | Set-AzDataFactoryV2 -IfMatch $factory.ETag -Force -Property @{
        globalParameters = @{ stage = @{ type = 'String'; value = 'production' } }
    }

    Sets a global parameter in the words of the service, unless somebody else has changed the data factory since it was read.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory. A data factory can be piped in; so can objects with the
    properties ResourceGroupName, Name and Location.

    .OUTPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory

    .LINK
    Get-AzDataFactoryV2

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByFactoryName', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory')]
    [Alias('New-AzDataFactoryV2')]
    param(
        # The resource group.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByFactoryName', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByFactoryNameFactoryRepoVstsConfig', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByFactoryNameFactoryRepoGitConfig', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The data factory's name, unique in all of Azure.
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ByFactoryName', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ByFactoryNameFactoryRepoVstsConfig', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ByFactoryNameFactoryRepoGitConfig', ValueFromPipelineByPropertyName)]
        [Alias('DataFactoryName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument factory @args })]
        [string]$Name,

        # The data factory's resource id, in place of group and name.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByResourceId', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByResourceIdFactoryRepoVstsConfig', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByResourceIdFactoryRepoGitConfig', ValueFromPipelineByPropertyName)]
        [Alias('Id', 'DataFactoryId')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument factoryid @args })]
        [string]$ResourceId,

        # A data factory as Get-AzDataFactoryV2 returns it, in place of group and name.
        [Parameter(Mandatory, ParameterSetName = 'ByInputObject', ValueFromPipeline)]
        [Parameter(Mandatory, ParameterSetName = 'ByInputObjectFactoryRepoVstsConfig', ValueFromPipeline)]
        [Parameter(Mandatory, ParameterSetName = 'ByInputObjectFactoryRepoGitConfig', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory')]
        [psobject]$InputObject,

        # The Azure region.
        [Parameter(Mandatory, Position = 2, ParameterSetName = 'ByFactoryName', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 2, ParameterSetName = 'ByFactoryNameFactoryRepoVstsConfig', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 2, ParameterSetName = 'ByFactoryNameFactoryRepoGitConfig', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ByResourceId', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ByResourceIdFactoryRepoVstsConfig', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ByResourceIdFactoryRepoGitConfig', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ByInputObject')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoVstsConfig')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoGitConfig')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument location @args })]
        [string]$Location,

        # Tags: names and values.
        [Parameter(Position = 3, ParameterSetName = 'ByFactoryName', ValueFromPipelineByPropertyName)]
        [Parameter(Position = 3, ParameterSetName = 'ByFactoryNameFactoryRepoVstsConfig', ValueFromPipelineByPropertyName)]
        [Parameter(Position = 3, ParameterSetName = 'ByFactoryNameFactoryRepoGitConfig', ValueFromPipelineByPropertyName)]
        [Parameter(Position = 2, ParameterSetName = 'ByResourceId', ValueFromPipelineByPropertyName)]
        [Parameter(Position = 2, ParameterSetName = 'ByResourceIdFactoryRepoVstsConfig', ValueFromPipelineByPropertyName)]
        [Parameter(Position = 2, ParameterSetName = 'ByResourceIdFactoryRepoGitConfig', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ByInputObject')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoVstsConfig')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoGitConfig')]
        [hashtable]$Tag,

        # The host of a GitHub repository.
        [Parameter(Mandatory, ParameterSetName = 'ByFactoryNameFactoryRepoGitConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByResourceIdFactoryRepoGitConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByInputObjectFactoryRepoGitConfig')]
        [ValidateNotNullOrEmpty()]
        [string]$HostName,

        # The project of an Azure DevOps repository.
        [Parameter(Mandatory, ParameterSetName = 'ByFactoryNameFactoryRepoVstsConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByResourceIdFactoryRepoVstsConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByInputObjectFactoryRepoVstsConfig')]
        [ValidateNotNullOrEmpty()]
        [string]$ProjectName,

        # The tenant of an Azure DevOps repository.
        [Parameter(ParameterSetName = 'ByFactoryNameFactoryRepoVstsConfig')]
        [Parameter(ParameterSetName = 'ByResourceIdFactoryRepoVstsConfig')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoVstsConfig')]
        [ValidateNotNullOrEmpty()]
        [string]$TenantId,

        # The account that holds the repository.
        [Parameter(Mandatory, ParameterSetName = 'ByFactoryNameFactoryRepoVstsConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByFactoryNameFactoryRepoGitConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByResourceIdFactoryRepoVstsConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByResourceIdFactoryRepoGitConfig')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoVstsConfig')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoGitConfig')]
        [ValidateNotNullOrEmpty()]
        [string]$AccountName,

        # The repository.
        [Parameter(Mandatory, ParameterSetName = 'ByFactoryNameFactoryRepoVstsConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByFactoryNameFactoryRepoGitConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByResourceIdFactoryRepoVstsConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByResourceIdFactoryRepoGitConfig')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoVstsConfig')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoGitConfig')]
        [ValidateNotNullOrEmpty()]
        [string]$RepositoryName,

        # The branch to work on together.
        [Parameter(Mandatory, ParameterSetName = 'ByFactoryNameFactoryRepoVstsConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByFactoryNameFactoryRepoGitConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByResourceIdFactoryRepoVstsConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByResourceIdFactoryRepoGitConfig')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoVstsConfig')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoGitConfig')]
        [ValidateNotNullOrEmpty()]
        [string]$CollaborationBranch,

        # The folder in the repository that holds the resources.
        [Parameter(Mandatory, ParameterSetName = 'ByFactoryNameFactoryRepoVstsConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByFactoryNameFactoryRepoGitConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByResourceIdFactoryRepoVstsConfig')]
        [Parameter(Mandatory, ParameterSetName = 'ByResourceIdFactoryRepoGitConfig')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoVstsConfig')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoGitConfig')]
        [ValidateNotNullOrEmpty()]
        [string]$RootFolder,

        # The latest commit that was published.
        [Parameter(ParameterSetName = 'ByFactoryNameFactoryRepoVstsConfig')]
        [Parameter(ParameterSetName = 'ByResourceIdFactoryRepoVstsConfig')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoVstsConfig')]
        [Parameter(ParameterSetName = 'ByFactoryNameFactoryRepoGitConfig')]
        [Parameter(ParameterSetName = 'ByResourceIdFactoryRepoGitConfig')]
        [Parameter(ParameterSetName = 'ByInputObjectFactoryRepoGitConfig')]
        [ValidateNotNullOrEmpty()]
        [string]$LastCommitId,

        # Switches publishing from the studio off.
        [Parameter()]
        [switch]$DisablePublish,

        # SystemAssigned (without anything said), UserAssigned or both, separated by a comma.
        [Parameter()]
        [string]$IdentityType,

        # The identities to assign: their resource ids as keys.
        [Parameter()]
        [System.Collections.Generic.IDictionary[string, object]]$UserAssignedIdentity,

        # Enabled or Disabled.
        [Parameter()]
        [string]$PublicNetworkAccess,

        # The address of the key vault with the encryption key.
        [Parameter()]
        [string]$EncryptionVaultBaseUrl,

        # The name of the encryption key.
        [Parameter()]
        [string]$EncryptionKeyName,

        # The version of the encryption key.
        [Parameter()]
        [string]$EncryptionKeyVersion,

        # The resource id of the identity that reads the encryption key.
        [Parameter()]
        [string]$EncryptionUserAssignedIdentity,

        # Global parameters: names, and objects or hashtables with Type and Value.
        [Parameter()]
        [System.Collections.IDictionary]$GlobalParameterDefinition,

        # What no other parameter can say: a hashtable, an object or a text of JSON, which is merged into the data factory's properties as
        # the service names them. Members that are null are removed.
        [Parameter()]
        [ValidateNotNull()]
        [object]$Property,

        # Fails when the data factory is of another version by now: the ETag of the object that was read, or * for any.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$IfMatch,

        # Does not ask whether an existing data factory may be changed.
        [Parameter()]
        [switch]$Force,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'factory.set' -Argument $PSBoundParameters
    }
}
