function Set-AzSynapseIntegrationRuntime {
    <#
    .SYNOPSIS
    Creates or changes an integration runtime of a Synapse workspace.

    .DESCRIPTION
    Creates an integration runtime of the type Managed or SelfHosted in a Synapse workspace.

    Of an existing one only what is given is changed; it asks first, unless -Force is given. What would change is shown before the
    question, and with -WhatIf. Should somebody else have changed the runtime in the meantime, nothing is overwritten and the
    error says so.

    Setting a runtime again as it is, with -Force and nothing else, mends an Azure runtime that is in the state Limited.

    The AutoResolveIntegrationRuntime that every workspace has stays where it is: to run somewhere else, create a runtime of
    another name with that -Location.

    .EXAMPLE
    Set-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-europe' -Type Managed -Location WestEurope

    Creates an Azure integration runtime in a region.

    .EXAMPLE
    Set-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-azure' -Location NorthEurope -WhatIf
    Set-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-azure' -Location NorthEurope -Force

    Shows what moving an Azure integration runtime to another region would change, and moves it.

    .EXAMPLE
    Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-azure' | Set-AzSynapseIntegrationRuntime -Force

    Sets a runtime again as it is, which repairs one in the state Limited.

    .EXAMPLE
    Get-AzSynapseWorkspace -Name 'syn-prod' |
        Set-AzSynapseIntegrationRuntime -Name 'ir-east' -Type SelfHosted -Description 'Runs in the east office'

    Creates a self-hosted integration runtime. Its nodes register with a key of Get-AzSynapseIntegrationRuntimeKey.

    .EXAMPLE
    $password = ConvertTo-SecureString $env:SQL_PASSWORD -AsPlainText -Force
    $ssis = @{
        WorkspaceName          = 'syn-prod'
        Name                   = 'ir-packages'
        Type                   = 'Managed'
        Location               = 'WestEurope'
        NodeSize               = 'Standard_D4_v3'
        NodeCount              = 2
        CatalogServerEndpoint  = 'sql-data.database.windows.net'
        CatalogAdminCredential = [pscredential]::new('sqladmin', $password)
        CatalogPricingTier     = 'S1'
    }
    Set-AzSynapseIntegrationRuntime @ssis

    Creates an Azure-SSIS integration runtime with a catalog. Start-AzSynapseIntegrationRuntime starts it.

    .EXAMPLE
    Set-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -Description 'Moved north' -Force
    Set-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-west' -Clear Description -Force

    Changes the description of an existing runtime without being asked, and takes it away again.

    .EXAMPLE
    $runtime = Get-AzSynapseIntegrationRuntime -WorkspaceName 'syn-prod' -Name 'ir-azure'
    $runtime | Set-AzSynapseIntegrationRuntime -IfMatch $runtime.Etag -Force -Property @{
        typeProperties = @{ computeProperties = @{ location = 'NorthEurope' } }
    }

    Changes what the service calls computeProperties.location, unless somebody else has changed the runtime since it was read.

    .INPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime or .PSSynapseWorkspace. An integration runtime can be piped in,
    and so can a workspace.

    .OUTPUTS
    Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime: of the kind Managed or SelfHosted. Nothing was changed when it
    is $null.

    .LINK
    Get-AzSynapseIntegrationRuntime

    .LINK
    Remove-AzSynapseIntegrationRuntime

    .LINK
    about_AzIntegrationRuntime
    #>
    [CmdletBinding(DefaultParameterSetName = 'SetByIntegrationRuntimeName', PositionalBinding = $false, SupportsShouldProcess)]
    [OutputType('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')]
    param(
        # The resource group that holds the workspace. Without it the group is found by the name of the workspace, which takes
        # one more request.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByLinkedIntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument group @args })]
        [string]$ResourceGroupName,

        # The Synapse workspace.
        [Parameter(Mandatory, ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(Mandatory, ParameterSetName = 'SetByLinkedIntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument workspace @args })]
        [string]$WorkspaceName,

        # The integration runtime's name.
        [Parameter(Mandatory, ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(Mandatory, ParameterSetName = 'SetByLinkedIntegrationRuntimeName')]
        [Parameter(Mandatory, ParameterSetName = 'SetByParentObject')]
        [Parameter(Mandatory, ParameterSetName = 'SetByLinkedIntegrationRuntimeParentObject')]
        [Alias('IntegrationRuntimeName')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntime @args })]
        [string]$Name,

        # A workspace as Get-AzSynapseWorkspace returns it, in place of its name.
        [Parameter(Mandatory, ParameterSetName = 'SetByParentObject', ValueFromPipeline)]
        [Parameter(Mandatory, ParameterSetName = 'SetByLinkedIntegrationRuntimeParentObject', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace')]
        [psobject]$WorkspaceObject,

        # The integration runtime's resource id, in place of the names. Its subscription is the one that is used.
        [Parameter(Mandatory, ParameterSetName = 'SetByResourceId')]
        [Parameter(Mandatory, ParameterSetName = 'SetByLinkedIntegrationRuntimeResourceId')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntimeid @args })]
        [string]$ResourceId,

        # An integration runtime as Get-AzSynapseIntegrationRuntime returns it, in place of the names.
        [Parameter(Mandatory, ParameterSetName = 'SetByIntegrationRuntimeObject', ValueFromPipeline)]
        [Parameter(Mandatory, ParameterSetName = 'SetByLinkedIntegrationRuntimeObject', ValueFromPipeline)]
        [ValidateNotNull()]
        [PSTypeName('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')]
        [psobject]$InputObject,

        # Managed (Azure and Azure-SSIS) or SelfHosted. Needed to create one; of an existing one it cannot be changed.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [ValidateSet('Managed', 'SelfHosted')]
        [string]$Type,

        # A description.
        [Parameter()]
        [ValidateNotNullOrEmpty()]
        [string]$Description,

        # The resource id of the self-hosted runtime to link to. Synapse itself does not share runtimes, and says so; the
        # parameter is here because scripts may have it.
        [Parameter(Mandatory, ParameterSetName = 'SetByLinkedIntegrationRuntimeName')]
        [Parameter(Mandatory, ParameterSetName = 'SetByLinkedIntegrationRuntimeParentObject')]
        [Parameter(Mandatory, ParameterSetName = 'SetByLinkedIntegrationRuntimeResourceId')]
        [Parameter(Mandatory, ParameterSetName = 'SetByLinkedIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument runtimeid @args })]
        [string]$SharedIntegrationRuntimeResourceId,

        # Does not ask whether an existing integration runtime may be changed.
        [Parameter()]
        [switch]$Force,

        # Managed: the Azure region that runs it, such as WestEurope, or AutoResolve.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument location @args })]
        [string]$Location,

        # Azure-SSIS: the size of its virtual machines.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [string]$NodeSize,

        # Azure-SSIS: how many nodes.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [System.Nullable[int]]$NodeCount,

        # Azure-SSIS: how many packages a node runs at once.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [System.Nullable[int]]$MaxParallelExecutionsPerNode,

        # Azure-SSIS: the database server of the catalog SSISDB.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [string]$CatalogServerEndpoint,

        # Azure-SSIS: the server administrator's name and password, of at most 128 characters.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNull()]
        [System.Management.Automation.PSCredential]$CatalogAdminCredential,

        # Azure-SSIS: the pricing tier of the catalog.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [string]$CatalogPricingTier,

        # The resource id of the virtual network to join. Of a runtime that is in one already it can be changed alone; an empty
        # text takes it away.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNull()]
        [string]$VNetId,

        # The name of the subnet to join. As with -VNetId, it can be changed alone, and an empty text takes it away.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [Alias('SubnetName')]
        [ValidateNotNull()]
        [string]$Subnet,

        # Azure-SSIS: the resource ids of two static public addresses to bring. Needs -VNetId in the same call.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [Alias('PublicIPs')]
        [ValidateNotNull()]
        [string[]]$PublicIP,

        # The kind of compute for data flows: General, MemoryOptimized or ComputeOptimized.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({
                param($CommandName, $ParameterName, $WordToComplete)
                @('General', 'MemoryOptimized', 'ComputeOptimized') -like
                ($WordToComplete.Trim([char]34, [char]39) + '*')
            })]
        [string]$DataFlowComputeType,

        # The number of cores for data flows.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [System.Nullable[int]]$DataFlowCoreCount,

        # Minutes that the compute for data flows is kept after its last use.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [System.Nullable[int]]$DataFlowTimeToLive,

        # Azure-SSIS: the address, with its shared access signature, of the container with the set-up script.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [string]$SetupScriptContainerSasUri,

        # Azure-SSIS: set-up steps without a script: CmdkeySetup, EnvironmentVariableSetup, ComponentSetup and AzPowerShellSetup
        # objects of Microsoft.Azure.Management.Synapse.Models (or .DataFactory.Models), or hashtables with the same members and
        # a type.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [System.Collections.ArrayList]$ExpressCustomSetup,

        # Azure-SSIS: Standard or Enterprise.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [ValidateSet('Standard', 'Enterprise')]
        [string]$Edition,

        # Azure-SSIS: LicenseIncluded, or BasePrice with a licence of your own.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [ValidateSet('LicenseIncluded', 'BasePrice')]
        [string]$LicenseType,

        # Azure-SSIS: the self-hosted runtime that serves as its proxy.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [ArgumentCompleter({ & (Get-Module AzIntegrationRuntime) Complete-NativeArgument synapseruntime @args })]
        [string]$DataProxyIntegrationRuntimeName,

        # Azure-SSIS: the linked service of the storage where the proxy stages data.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [string]$DataProxyStagingLinkedServiceName,

        # Azure-SSIS: the path in that storage.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [string]$DataProxyStagingPath,

        # The authentication key of a self-hosted runtime of somebody else to link to. Only when the linked runtime is created.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNull()]
        [System.Security.SecureString]$AuthKey,

        # Data integration units for copy activities in a managed virtual network.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [System.Nullable[int]]$ManagedVNetCopyComputeScaleDataIntegrationUnit,

        # Minutes that the compute for copy activities is kept.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [System.Nullable[int]]$ManagedVNetCopyComputeScaleTimeToLive,

        # Minutes that the compute for pipeline and external activities is kept.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [System.Nullable[int]]$ManagedVNetPipelineExternalComputeScaleTimeToLive,

        # Nodes for pipeline activities, from 1 to 10.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [System.Nullable[int]]$ManagedVNetNumberOfPipelineNodeCount,

        # Nodes for external activities, from 1 to 10.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [System.Nullable[int]]$ManagedVNetNumberOfExternalNodeCount,

        # Self-hosted: interactive authoring without a connection to Azure Relay. With :$false it is switched off.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [switch]$SelfContainedInteractiveAuthoringEnabled,

        # Managed: the managed virtual network of the workspace that the runtime is in, such as default.
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeName')]
        [Parameter(ParameterSetName = 'SetByParentObject')]
        [Parameter(ParameterSetName = 'SetByResourceId')]
        [Parameter(ParameterSetName = 'SetByIntegrationRuntimeObject')]
        [ValidateNotNullOrEmpty()]
        [string]$ManagedVirtualNetworkName,

        # What to remove from an existing runtime: Description, VirtualNetwork, PublicIPs, CustomSetup, ExpressCustomSetup,
        # DataProxy or ManagedVirtualNetwork.
        [Parameter()]
        [ValidateSet('Description', 'VirtualNetwork', 'PublicIPs', 'CustomSetup', 'ExpressCustomSetup', 'DataProxy', 'ManagedVirtualNetwork')]
        [string[]]$Clear,

        # What no other parameter can say: a hashtable, an object or a text of JSON, which is merged into the runtime's
        # properties as the service names them. Members that are null are removed.
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
        Invoke-NativeOperation -Cmdlet $PSCmdlet -Name 'synapse.runtime.set' -Argument $PSBoundParameters
    }
}
