function Set-AzDataFactoryV2IntegrationRuntime {
    <#
    .SYNOPSIS
    Creates or changes an integration runtime.

    .DESCRIPTION
    Creates an integration runtime of the type Managed or SelfHosted, or a linked one that shares a self-hosted runtime of
    another data factory.

    Of an existing one only what is given is changed; it asks first, unless -Force is given. What would change is shown before the
    question, and with -WhatIf. Should somebody else have changed the runtime in the meantime, nothing is overwritten and the
    error says so.

    Setting a runtime again as it is, with -Force and nothing else, mends an Azure runtime that is in the state Limited.

    The AutoResolveIntegrationRuntime that every data factory has stays where it is: to run somewhere else, create a runtime of
    another name with that -Location.

    .EXAMPLE
    Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-east' `
        -Type SelfHosted -Description 'Runs in the east office'

    Creates a self-hosted integration runtime. Its nodes register with a key of Get-AzDataFactoryV2IntegrationRuntimeKey.

    .EXAMPLE
    Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-prod' -Name 'ir-flow' `
        -Type Managed -Location WestEurope -DataFlowComputeType General -DataFlowCoreCount 8 -DataFlowTimeToLive 10

    Creates an Azure integration runtime in a region, for data flows.

    .EXAMPLE
    $password = ConvertTo-SecureString $env:SQL_PASSWORD -AsPlainText -Force
    $ssis = @{
        ResourceGroupName      = 'rg-data'
        DataFactoryName        = 'adf-prod'
        Name                   = 'ir-packages'
        Type                   = 'Managed'
        Location               = 'WestEurope'
        NodeSize               = 'Standard_D4_v3'
        NodeCount              = 2
        Edition                = 'Standard'
        LicenseType            = 'BasePrice'
        CatalogServerEndpoint  = 'sql-data.database.windows.net'
        CatalogAdminCredential = [pscredential]::new('sqladmin', $password)
        CatalogPricingTier     = 'S1'
    }
    Set-AzDataFactoryV2IntegrationRuntime @ssis

    Creates an Azure-SSIS integration runtime with a catalog. Start-AzDataFactoryV2IntegrationRuntime starts it.

    .EXAMPLE
    Set-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-ssis' -NodeCount 1 -SetupScriptContainerSasUri $env:SAS_URI -Force

    Scales a stopped Azure-SSIS integration runtime down, and gives it a set-up script. All else stays, the catalog's password too.

    .EXAMPLE
    $shared = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-shared'
    Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-test' -Name 'ir-second' `
        -Type SelfHosted -SharedIntegrationRuntimeResourceId $shared.Id

    Links to a shared runtime of another data factory. The identity of 'adf-test' has been granted the role Contributor on it.

    .EXAMPLE
    $key = ConvertTo-SecureString $env:IR_KEY -AsPlainText -Force
    Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName 'rg-data' -DataFactoryName 'adf-test' -Name 'ir-by-key' `
        -Type SelfHosted -AuthKey $key -WhatIf

    Shows what linking by an authentication key would do.

    .EXAMPLE
    Set-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west' -Description 'Moved north' -Force
    Set-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-west' -Clear Description -Force

    Changes the description of an existing runtime without being asked, and takes it away again.

    .EXAMPLE
    Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-azure' | Set-AzDataFactoryV2IntegrationRuntime -Force

    Sets a runtime again as it is, which repairs one in the state Limited.

    .EXAMPLE
    Set-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-azure' -Location NorthEurope -WhatIf
    Set-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-azure' -Location NorthEurope -Force

    Shows what moving an Azure integration runtime to another region would change, and moves it.

    .EXAMPLE
    $runtime = Get-AzDataFactoryV2IntegrationRuntime 'rg-data' 'adf-prod' 'ir-azure'
    $runtime | Set-AzDataFactoryV2IntegrationRuntime -IfMatch $runtime.Etag -Force -Property @{
        typeProperties = @{ computeProperties = @{ location = 'NorthEurope' } }
    }

    Changes what the service calls computeProperties.location, unless somebody else has changed the runtime since it was read.

    .INPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime. An integration runtime can be piped in; so can objects
    with the properties ResourceGroupName, DataFactoryName and Name, or Id.

    .OUTPUTS
    Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime: of the kind Managed, SelfHosted or Linked. Nothing was
    changed when it is $null.

    .LINK
    Get-AzDataFactoryV2IntegrationRuntime

    .LINK
    Remove-AzDataFactoryV2IntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByIntegrationRuntimeName', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')]
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute(
        'PSAvoidUsingPlainTextForPassword', 'CredentialName', Justification = 'The name of a resource, which holds no secret itself')]
    param(
        # The resource group that holds the data factory.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByLinkedIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The data factory.
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ByIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'ByLinkedIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument factory @args })]
        [string]$DataFactoryName,

        # The integration runtime's name.
        [Parameter(Mandatory, Position = 2, ParameterSetName = 'ByIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 2, ParameterSetName = 'ByLinkedIntegrationRuntimeName', ValueFromPipelineByPropertyName)]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument runtime @args })]
        [string]$Name,

        # The integration runtime's resource id, in place of the three names. Its subscription is the one that is used.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByResourceId', ValueFromPipelineByPropertyName)]
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByLinkedIntegrationRuntimeResourceId', ValueFromPipelineByPropertyName)]
        [Alias('Id')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument runtimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzDataFactoryV2IntegrationRuntime returns it, in place of the three names.
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByIntegrationRuntimeObject', ValueFromPipeline)]
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByLinkedIntegrationRuntimeObject', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')]
        [psobject]$InputObject,

        # Managed (Azure and Azure-SSIS) or SelfHosted. Needed to create one, a linked one too; of an existing one it cannot be
        # changed.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [ValidateSet('Managed', 'SelfHosted')]
        [string]$Type,

        # A description.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$Description,

        # The resource id of the self-hosted runtime to link to. Its owner must have granted the identity of this data factory
        # the role Contributor on it.
        [Parameter(Mandatory, ParameterSetName = 'ByLinkedIntegrationRuntimeName')]
        [Parameter(Mandatory, ParameterSetName = 'ByLinkedIntegrationRuntimeResourceId')]
        [Parameter(Mandatory, ParameterSetName = 'ByLinkedIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument runtimeid @args })]
        [string]$SharedIntegrationRuntimeResourceId,

        # Does not ask whether an existing integration runtime may be changed.
        [Parameter()]
        [switch]$Force,

        # Managed: the Azure region that runs it, such as WestEurope, or AutoResolve.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument location @args })]
        [string]$Location,

        # Azure-SSIS: the size of its virtual machines.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [string]$NodeSize,

        # Azure-SSIS: how many nodes.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [System.Nullable[int]]$NodeCount,

        # Azure-SSIS: how many packages a node runs at once.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [System.Nullable[int]]$MaxParallelExecutionsPerNode,

        # Azure-SSIS: the database server of the catalog SSISDB.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [string]$CatalogServerEndpoint,

        # Azure-SSIS: the server administrator's name and password, of at most 128 characters.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNull()]
        [System.Management.Automation.PSCredential]$CatalogAdminCredential,

        # Azure-SSIS: the pricing tier of the catalog.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [string]$CatalogPricingTier,

        # The resource id of the virtual network to join; goes with -Subnet.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNull()]
        [string]$VNetId,

        # The name of the subnet to join; goes with -VNetId.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [Alias('SubnetName')]
        [ValidateNotNull()]
        [string]$Subnet,

        # The resource id of the subnet to join, in place of -VNetId and -Subnet.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNull()]
        [string]$SubnetId,

        # How an Azure-SSIS runtime joins the subnet of -SubnetId: Standard or Express.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateSet('Standard', 'Express')]
        [string]$VNetInjectionMethod,

        # Azure-SSIS: the resource ids of two static public addresses to bring. Needs -VNetId or -SubnetId in the same call.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNull()]
        [string[]]$PublicIPs,

        # The kind of compute for data flows: General, MemoryOptimized or ComputeOptimized.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({
                param($CommandName, $ParameterName, $WordToComplete)
                @('General', 'MemoryOptimized', 'ComputeOptimized') -like ($WordToComplete.Trim([char]34, [char]39) + '*')
            })]
        [string]$DataFlowComputeType,

        # The number of cores for data flows.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [System.Nullable[int]]$DataFlowCoreCount,

        # Minutes that the compute for data flows is kept after its last use.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [System.Nullable[int]]$DataFlowTimeToLive,

        # Keeps the cluster of a data flow for the next activity.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [switch]$DataFlowEnableQuickReuse,

        # Data integration units for copy activities in a managed virtual network.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [System.Nullable[int]]$ManagedVNetCopyComputeScaleDataIntegrationUnit,

        # Minutes that the compute for copy activities is kept.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [System.Nullable[int]]$ManagedVNetCopyComputeScaleTimeToLive,

        # Minutes that the compute for pipeline and external activities is kept.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [System.Nullable[int]]$ManagedVNetPipelineExternalComputeScaleTimeToLive,

        # Nodes for pipeline activities, from 1 to 10.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [System.Nullable[int]]$ManagedVNetNumberOfPipelineNodeCount,

        # Nodes for external activities, from 1 to 10.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [System.Nullable[int]]$ManagedVNetNumberOfExternalNodeCount,

        # Azure-SSIS: the address, with its shared access signature, of the container with the set-up script.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [string]$SetupScriptContainerSasUri,

        # Azure-SSIS: set-up steps without a script: CmdkeySetup, EnvironmentVariableSetup, ComponentSetup and AzPowerShellSetup
        # objects of Microsoft.Azure.Management.DataFactory.Models, or hashtables with the same members and a type.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [System.Collections.ArrayList]$ExpressCustomSetup,

        # Azure-SSIS: Standard or Enterprise.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateSet('Standard', 'Enterprise')]
        [string]$Edition,

        # Azure-SSIS: LicenseIncluded, or BasePrice with a licence of your own.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateSet('LicenseIncluded', 'BasePrice')]
        [string]$LicenseType,

        # Azure-SSIS: the self-hosted runtime that serves as its proxy.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument runtime @args })]
        [string]$DataProxyIntegrationRuntimeName,

        # Azure-SSIS: the linked service of the storage where the proxy stages data.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [string]$DataProxyStagingLinkedServiceName,

        # Azure-SSIS: the path in that storage.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [string]$DataProxyStagingPath,

        # The authentication key of a self-hosted runtime of somebody else to link to. Only when the linked runtime is created.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNull()]
        [System.Security.SecureString]$AuthKey,

        # Self-hosted: interactive authoring without a connection to Azure Relay. With :$false it is switched off.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [switch]$SelfContainedInteractiveAuthoringEnabled,

        # Managed: the managed virtual network of the data factory that the runtime is in, such as default.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [string]$ManagedVirtualNetworkName,

        # Azure-SSIS: the package stores: their names, and the linked service of each. They take the place of those that are there.
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'ByResourceId')]
        [Parameter(ParameterSetName = 'ByIntegrationRuntimeObject')]
        [ValidateNotNull()]
        [hashtable]$PackageStore,

        # Azure-SSIS: the credential of the data factory with the user-assigned identity to use. Of a linked runtime the credential
        # with which the shared one is reached.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$CredentialName,

        # What to remove from an existing runtime: Description, VirtualNetwork, PublicIPs, CustomSetup, ExpressCustomSetup, DataProxy,
        # PackageStore, Credential or ManagedVirtualNetwork.
        [Parameter()]
        [ValidateSet(
            'Description', 'VirtualNetwork', 'PublicIPs', 'CustomSetup', 'ExpressCustomSetup', 'DataProxy', 'PackageStore', 'Credential',
            'ManagedVirtualNetwork')]
        [string[]]$Clear,

        # What no other parameter can say: a hashtable, an object or a text of JSON, which is merged into the runtime's properties as
        # the service names them. Members that are null are removed.
        [Parameter()]
        [ValidateNotNull()]
        [object]$Property,

        # Fails when the runtime is of another version by now: the Etag of the object that was read, or * for any.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$IfMatch,

        # The context to use in place of the current one: an object that Get-AzContext returns.
        [Parameter()]
        [Alias('AzContext', 'AzureRmContext', 'AzureCredential')]
        [object]$DefaultProfile
    )

    process {
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'runtime.set' -Argument $PSBoundParameters
    }
}
