function Add-AzEnvironment {
    <#
    .SYNOPSIS
    Adds an Azure cloud that one can sign in to.

    .DESCRIPTION
    Adds an environment: by its addresses, or by the address of its Resource Manager alone, which then is asked to describe its
    cloud, or all clouds that a list has. An environment of that name that was added before is changed: what is not given stays.

    Connect-AzAccount -Environment signs in to it.

    .EXAMPLE
    Add-AzEnvironment -Name 'China' -ARMEndpoint 'https://management.chinacloudapi.cn'

    Adds a cloud by the address of its Resource Manager. One that is not built in is asked to describe itself.

    .EXAMPLE
    Add-AzEnvironment -Name 'Lab' -ResourceManagerEndpoint 'https://management.lab.contoso.com' -ActiveDirectoryEndpoint 'https://login.microsoftonline.com' -ActiveDirectoryServiceEndpointResourceId 'https://management.lab.contoso.com/'

    Adds a cloud by its addresses: where its resources are managed, where one signs in, and what its tokens are for.

    .EXAMPLE
    Add-AzEnvironment -AutoDiscover

    Adds the clouds that the public cloud's list has.

    .INPUTS
    Objects with properties of the same names as the parameters.

    .OUTPUTS
    Microsoft.Azure.Commands.Profile.Models.PSAzureEnvironment: what was added; with AutoDiscover all that are built in or in the list.

    .LINK
    Get-AzEnvironment

    .LINK
    Remove-AzEnvironment

    .LINK
    Connect-AzAccount

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'Name', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.Profile.Models.PSAzureEnvironment')]
    param(
        # The name to give.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ARMEndpoint', ValueFromPipelineByPropertyName)]
        [string]$Name,

        # Where files with publishing settings are downloaded.
        [Parameter(Position = 1, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [string]$PublishSettingsFileUrl,

        # The address of the classic service management.
        [Parameter(Position = 2, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Alias('ServiceManagement', 'ServiceManagementUrl')]
        [string]$ServiceEndpoint,

        # The address of the portal.
        [Parameter(Position = 3, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [string]$ManagementPortalUrl,

        # What the names of storage services end in.
        [Parameter(Position = 4, ParameterSetName = 'Name')]
        [Parameter(Position = 2, ParameterSetName = 'ARMEndpoint')]
        [Alias('StorageEndpointSuffix')]
        [string]$StorageEndpoint,

        # Where one signs in, without the tenant.
        [Parameter(Position = 5, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Alias('AdEndpointUrl', 'ActiveDirectory', 'ActiveDirectoryAuthority')]
        [string]$ActiveDirectoryEndpoint,

        # The address of Resource Manager.
        [Parameter(Position = 6, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Alias('ResourceManager', 'ResourceManagerUrl')]
        [string]$ResourceManagerEndpoint,

        # The address of a Resource Manager that describes its cloud.
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ARMEndpoint', ValueFromPipelineByPropertyName)]
        [Alias('ArmUrl')]
        [string]$ARMEndpoint,

        # The address of the gallery of templates.
        [Parameter(Position = 7, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Alias('Gallery', 'GalleryUrl')]
        [string]$GalleryEndpoint,

        # What a token for Resource Manager is asked for. Without it, the address of Resource Manager.
        [Parameter(Position = 8, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [string]$ActiveDirectoryServiceEndpointResourceId,

        # The address of the old directory service.
        [Parameter(Position = 9, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Alias('Graph', 'GraphUrl')]
        [string]$GraphEndpoint,

        # What the names of key vaults end in.
        [Parameter(Position = 10, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Parameter(Position = 3, ParameterSetName = 'ARMEndpoint', ValueFromPipelineByPropertyName)]
        [string]$AzureKeyVaultDnsSuffix,

        # What a token for key vaults is asked for.
        [Parameter(Position = 11, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Parameter(Position = 4, ParameterSetName = 'ARMEndpoint', ValueFromPipelineByPropertyName)]
        [string]$AzureKeyVaultServiceEndpointResourceId,

        # What the names of Traffic Manager services end in.
        [Parameter(Position = 12, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [string]$TrafficManagerDnsSuffix,

        # What the names of SQL database servers end in.
        [Parameter(Position = 13, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [string]$SqlDatabaseDnsSuffix,

        # What the names of Data Lake stores end in.
        [Parameter(Position = 14, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [string]$AzureDataLakeStoreFileSystemEndpointSuffix,

        # What the names of Data Lake analytics services end in.
        [Parameter(Position = 15, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [string]$AzureDataLakeAnalyticsCatalogAndJobEndpointSuffix,

        # One signs in with AD FS. This module cannot do that.
        [Parameter(Position = 16, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Alias('OnPremise')]
        [switch]$EnableAdfsAuthentication,

        # The tenant where one signs in unless told otherwise.
        [Parameter(Position = 17, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [string]$AdTenant,

        # What a token for the old directory service is asked for.
        [Parameter(Position = 18, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Alias('GraphEndpointResourceId', 'GraphResourceId')]
        [string]$GraphAudience,

        # What a token for Data Lake services is asked for.
        [Parameter(Position = 19, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Parameter(Position = 19, ParameterSetName = 'ARMEndpoint', ValueFromPipelineByPropertyName)]
        [Alias('DataLakeEndpointResourceId', 'DataLakeResourceId')]
        [string]$DataLakeAudience,

        # What a token for Batch is asked for.
        [Parameter(Position = 20, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Parameter(Position = 20, ParameterSetName = 'ARMEndpoint', ValueFromPipelineByPropertyName)]
        [Alias('BatchResourceId', 'BatchAudience')]
        [string]$BatchEndpointResourceId,

        # What a token for Log Analytics is asked for.
        [Parameter(Position = 21, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Parameter(Position = 21, ParameterSetName = 'ARMEndpoint', ValueFromPipelineByPropertyName)]
        [string]$AzureOperationalInsightsEndpointResourceId,

        # The address of Log Analytics.
        [Parameter(Position = 22, ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Parameter(Position = 22, ParameterSetName = 'ARMEndpoint', ValueFromPipelineByPropertyName)]
        [string]$AzureOperationalInsightsEndpoint,

        # What the names of Analysis Services end in.
        [Parameter(ParameterSetName = 'Name')]
        [Parameter(ParameterSetName = 'ARMEndpoint')]
        [string]$AzureAnalysisServicesEndpointSuffix,

        # What a token for Analysis Services is asked for.
        [Parameter(ParameterSetName = 'Name')]
        [Parameter(ParameterSetName = 'ARMEndpoint')]
        [string]$AzureAnalysisServicesEndpointResourceId,

        # What the names of attestation services end in.
        [Parameter(ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ARMEndpoint', ValueFromPipelineByPropertyName)]
        [string]$AzureAttestationServiceEndpointSuffix,

        # What a token for attestation services is asked for.
        [Parameter(ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ARMEndpoint', ValueFromPipelineByPropertyName)]
        [string]$AzureAttestationServiceEndpointResourceId,

        # What the names of Synapse workspaces end in.
        [Parameter(ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ARMEndpoint', ValueFromPipelineByPropertyName)]
        [string]$AzureSynapseAnalyticsEndpointSuffix,

        # What a token for Synapse is asked for.
        [Parameter(ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ARMEndpoint', ValueFromPipelineByPropertyName)]
        [string]$AzureSynapseAnalyticsEndpointResourceId,

        # What the names of container registries end in.
        [Parameter(ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [Parameter(ParameterSetName = 'ARMEndpoint', ValueFromPipelineByPropertyName)]
        [string]$ContainerRegistryEndpointSuffix,

        # What a token for Microsoft Graph is asked for.
        [Parameter(ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [string]$MicrosoftGraphEndpointResourceId,

        # The address of Microsoft Graph.
        [Parameter(ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [string]$MicrosoftGraphUrl,

        # Has no effect; older scripts give it.
        [Parameter(ParameterSetName = 'Name', ValueFromPipelineByPropertyName)]
        [string]$SshAuthScope,

        # Adds the clouds that a list has.
        [Parameter(Mandatory, ParameterSetName = 'Discovery')]
        [switch]$AutoDiscover,

        # The address of the list, if it is not that of the public cloud.
        [Parameter(ParameterSetName = 'Discovery')]
        [uri]$Uri,

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
        Invoke-MainOperation -Cmdlet $PSCmdlet -Name 'environment.add' -Argument $PSBoundParameters
    }
}
