# What the Synapse cmdlets write: each class, its base classes, and its properties in order with their .NET type. Written
# from the upstream classes' documentation, not from the code: the integration runtimes' are those of Data Factory, with
# the workspace in place of the factory.
#
# The members mean what they mean in DataFactory.psd1.
@{
    'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime' = @{
        Open = $true
        TypeNames = @()
        Properties = @(
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'WorkspaceName'; Type = 'System.String' }
            @{ Name = 'Description'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String' }
            @{ Name = 'Etag'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Service'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Parent'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Kind'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'State'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Version'; Type = 'System.String'; Ours = $true }
            @{ Name = 'SubscriptionId'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'PortalUrl'; Type = 'System.String'; Ours = $true }
        )
    }
    'Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntime' = @{
        TypeNames = @('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')
        Properties = @(
            @{ Name = 'Location'; Type = 'System.String' }
            @{ Name = 'NodeSize'; Type = 'System.String' }
            @{ Name = 'NodeCount'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'MaxParallelExecutionsPerNode'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'CatalogServerEndpoint'; Type = 'System.String' }
            @{ Name = 'CatalogAdminUserName'; Type = 'System.String' }
            @{ Name = 'CatalogAdminPassword'; Type = 'System.String' }
            @{ Name = 'CatalogPricingTier'; Type = 'System.String' }
            @{ Name = 'VNetId'; Type = 'System.String' }
            @{ Name = 'Subnet'; Type = 'System.String' }
            @{ Name = 'SubnetId'; Type = 'System.String' }
            @{ Name = 'VNetInjectionMethod'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'PublicIPs'; Type = 'System.String[]' }
            @{ Name = 'DataFlowCoreCount'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'DataFlowComputeType'; Type = 'System.String' }
            @{ Name = 'DataFlowTimeToLive'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'DataFlowEnableCleanUp'; Type = 'System.Nullable[System.Boolean]' }
            @{ Name = 'CopyComputeScaleDataIntegrationUnit'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'CopyComputeScaleTimeToLive'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'PipelineExternalComputeScaleTimeToLive'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'PipelineExternalComputeScaleNumberOfPipelineNodes'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'PipelineExternalComputeScaleNumberOfExternalNodes'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'State'; Type = 'System.String' }
            @{ Name = 'LicenseType'; Type = 'System.String' }
            @{ Name = 'SetupScriptContainerSasUri'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'DataProxyIntegrationRuntimeName'; Type = 'System.String' }
            @{ Name = 'DataProxyStagingLinkedServiceName'; Type = 'System.String' }
            @{ Name = 'DataProxyStagingPath'; Type = 'System.String' }
            @{ Name = 'Edition'; Type = 'System.String' }
            @{ Name = 'ExpressCustomSetup'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.Synapse.Models.CustomSetupBase]' }
            @{ Name = 'ManagedVirtualNetworkName'; Type = 'System.String'; Ours = $true }
            @{ Name = 'CredentialName'; Type = 'System.String'; Ours = $true }
            @{ Name = 'PackageStore'; Type = 'System.Collections.Hashtable'; Ours = $true }
            @{ Name = 'InteractiveAuthoring'; Type = 'System.Management.Automation.PSObject'; Ours = $true }
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'WorkspaceName'; Type = 'System.String' }
            @{ Name = 'Description'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String' }
            @{ Name = 'Etag'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Service'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Parent'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Kind'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Version'; Type = 'System.String'; Ours = $true; Empty = $true }
            @{ Name = 'SubscriptionId'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'PortalUrl'; Type = 'System.String'; Ours = $true }
        )
    }
    'Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntimeStatus' = @{
        TypeNames = @('Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntime', 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')
        Properties = @(
            @{ Name = 'CreateTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'Nodes'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.Synapse.Models.ManagedIntegrationRuntimeNode]' }
            @{ Name = 'OtherErrors'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.Synapse.Models.ManagedIntegrationRuntimeError]' }
            @{ Name = 'LastOperation'; Type = 'Microsoft.Azure.Management.Synapse.Models.ManagedIntegrationRuntimeOperationResult' }
            @{ Name = 'State'; Type = 'System.String' }
            @{ Name = 'Location'; Type = 'System.String' }
            @{ Name = 'NodeSize'; Type = 'System.String' }
            @{ Name = 'NodeCount'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'MaxParallelExecutionsPerNode'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'CatalogServerEndpoint'; Type = 'System.String' }
            @{ Name = 'CatalogAdminUserName'; Type = 'System.String' }
            @{ Name = 'CatalogAdminPassword'; Type = 'System.String' }
            @{ Name = 'CatalogPricingTier'; Type = 'System.String' }
            @{ Name = 'VNetId'; Type = 'System.String' }
            @{ Name = 'Subnet'; Type = 'System.String' }
            @{ Name = 'SubnetId'; Type = 'System.String' }
            @{ Name = 'VNetInjectionMethod'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'PublicIPs'; Type = 'System.String[]' }
            @{ Name = 'DataFlowCoreCount'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'DataFlowComputeType'; Type = 'System.String' }
            @{ Name = 'DataFlowTimeToLive'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'DataFlowEnableCleanUp'; Type = 'System.Nullable[System.Boolean]' }
            @{ Name = 'CopyComputeScaleDataIntegrationUnit'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'CopyComputeScaleTimeToLive'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'PipelineExternalComputeScaleTimeToLive'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'PipelineExternalComputeScaleNumberOfPipelineNodes'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'PipelineExternalComputeScaleNumberOfExternalNodes'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'LicenseType'; Type = 'System.String' }
            @{ Name = 'SetupScriptContainerSasUri'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'DataProxyIntegrationRuntimeName'; Type = 'System.String' }
            @{ Name = 'DataProxyStagingLinkedServiceName'; Type = 'System.String' }
            @{ Name = 'DataProxyStagingPath'; Type = 'System.String' }
            @{ Name = 'Edition'; Type = 'System.String' }
            @{ Name = 'ExpressCustomSetup'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.Synapse.Models.CustomSetupBase]' }
            @{ Name = 'ManagedVirtualNetworkName'; Type = 'System.String'; Ours = $true }
            @{ Name = 'CredentialName'; Type = 'System.String'; Ours = $true }
            @{ Name = 'PackageStore'; Type = 'System.Collections.Hashtable'; Ours = $true }
            @{ Name = 'InteractiveAuthoring'; Type = 'System.Management.Automation.PSObject'; Ours = $true }
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'WorkspaceName'; Type = 'System.String' }
            @{ Name = 'Description'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String' }
            @{ Name = 'Etag'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Service'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Parent'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Kind'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Version'; Type = 'System.String'; Ours = $true; Empty = $true }
            @{ Name = 'SubscriptionId'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'PortalUrl'; Type = 'System.String'; Ours = $true }
        )
    }
    'Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntime' = @{
        TypeNames = @('Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')
        Properties = @(
            @{ Name = 'SelfContainedInteractiveAuthoringEnabled'; Type = 'System.Nullable[System.Boolean]' }
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'WorkspaceName'; Type = 'System.String' }
            @{ Name = 'Description'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String' }
            @{ Name = 'Etag'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Service'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Parent'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Kind'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'State'; Type = 'System.String'; Ours = $true; Empty = $true }
            @{ Name = 'Version'; Type = 'System.String'; Ours = $true; Empty = $true }
            @{ Name = 'SubscriptionId'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'PortalUrl'; Type = 'System.String'; Ours = $true }
        )
    }
    'Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntimeStatus' = @{
        TypeNames = @('Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntime', 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')
        Properties = @(
            @{ Name = 'State'; Type = 'System.String' }
            @{ Name = 'Version'; Type = 'System.String' }
            @{ Name = 'CreateTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'AutoUpdate'; Type = 'System.String' }
            @{ Name = 'ScheduledUpdateDate'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'UpdateDelayOffset'; Type = 'System.Nullable[System.TimeSpan]' }
            @{ Name = 'LocalTimeZoneOffset'; Type = 'System.Nullable[System.TimeSpan]' }
            @{ Name = 'InternalChannelEncryption'; Type = 'System.String' }
            @{ Name = 'Capabilities'; Type = 'System.Collections.Generic.IDictionary[System.String,System.String]' }
            @{ Name = 'ServiceUrls'; Type = 'System.Collections.Generic.IList[System.String]' }
            @{ Name = 'Nodes'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.Synapse.Models.SelfHostedIntegrationRuntimeNode]' }
            @{ Name = 'Links'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.Synapse.Models.LinkedIntegrationRuntime]' }
            @{ Name = 'AutoUpdateETA'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'LatestVersion'; Type = 'System.String' }
            @{ Name = 'PushedVersion'; Type = 'System.String' }
            @{ Name = 'TaskQueueId'; Type = 'System.String' }
            @{ Name = 'VersionStatus'; Type = 'System.String' }
            @{ Name = 'SelfContainedInteractiveAuthoringEnabled'; Type = 'System.Nullable[System.Boolean]' }
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'WorkspaceName'; Type = 'System.String' }
            @{ Name = 'Description'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String' }
            @{ Name = 'Etag'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Service'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Parent'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Kind'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'SubscriptionId'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'PortalUrl'; Type = 'System.String'; Ours = $true }
        )
    }
    'Microsoft.Azure.Commands.Synapse.Models.PSLinkedIntegrationRuntime' = @{
        TypeNames = @('Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntime', 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')
        Properties = @(
            @{ Name = 'AuthorizationType'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'CredentialName'; Type = 'System.String'; Ours = $true }
            @{ Name = 'SelfContainedInteractiveAuthoringEnabled'; Type = 'System.Nullable[System.Boolean]' }
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'WorkspaceName'; Type = 'System.String' }
            @{ Name = 'Description'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String' }
            @{ Name = 'Etag'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Service'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Parent'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Kind'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'State'; Type = 'System.String'; Ours = $true; Empty = $true }
            @{ Name = 'Version'; Type = 'System.String'; Ours = $true; Empty = $true }
            @{ Name = 'SubscriptionId'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'PortalUrl'; Type = 'System.String'; Ours = $true }
        )
    }
    'Microsoft.Azure.Commands.Synapse.Models.PSLinkedIntegrationRuntimeStatus' = @{
        TypeNames = @('Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntimeStatus', 'Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntime', 'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntime')
        Properties = @(
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'WorkspaceName'; Type = 'System.String' }
            @{ Name = 'OriginalIntegrationRuntimeName'; Type = 'System.String' }
            @{ Name = 'OriginalDataFactoryName'; Type = 'System.String' }
            @{ Name = 'AuthorizationType'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'CredentialName'; Type = 'System.String'; Ours = $true }
            @{ Name = 'State'; Type = 'System.String' }
            @{ Name = 'Version'; Type = 'System.String' }
            @{ Name = 'CreateTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'AutoUpdate'; Type = 'System.String' }
            @{ Name = 'ScheduledUpdateDate'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'UpdateDelayOffset'; Type = 'System.Nullable[System.TimeSpan]' }
            @{ Name = 'LocalTimeZoneOffset'; Type = 'System.Nullable[System.TimeSpan]' }
            @{ Name = 'InternalChannelEncryption'; Type = 'System.String' }
            @{ Name = 'Capabilities'; Type = 'System.Collections.Generic.IDictionary[System.String,System.String]' }
            @{ Name = 'ServiceUrls'; Type = 'System.Collections.Generic.IList[System.String]' }
            @{ Name = 'Nodes'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.Synapse.Models.SelfHostedIntegrationRuntimeNode]' }
            @{ Name = 'Links'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.Synapse.Models.LinkedIntegrationRuntime]' }
            @{ Name = 'AutoUpdateETA'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'LatestVersion'; Type = 'System.String' }
            @{ Name = 'PushedVersion'; Type = 'System.String' }
            @{ Name = 'TaskQueueId'; Type = 'System.String' }
            @{ Name = 'VersionStatus'; Type = 'System.String' }
            @{ Name = 'SelfContainedInteractiveAuthoringEnabled'; Type = 'System.Nullable[System.Boolean]' }
            @{ Name = 'Description'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String' }
            @{ Name = 'Etag'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Service'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Parent'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'Kind'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'SubscriptionId'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'PortalUrl'; Type = 'System.String'; Ours = $true }
        )
    }
    'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeKeys' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'AuthKey1'; Type = 'System.String' }
            @{ Name = 'AuthKey2'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Commands.Synapse.Models.PSIntegrationRuntimeMetrics' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'IntegrationRuntimeName'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'WorkspaceName'; Type = 'System.String' }
            @{ Name = 'Nodes'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.Synapse.Models.IntegrationRuntimeNodeMonitoringData]' }
        )
    }
    'Microsoft.Azure.Management.Synapse.Models.IntegrationRuntimeNodeMonitoringData' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'AdditionalProperties'; Type = 'System.Collections.Generic.IDictionary[System.String,System.Object]' }
            @{ Name = 'NodeName'; Type = 'System.String' }
            @{ Name = 'AvailableMemoryInMb'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'CpuUtilization'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'ConcurrentJobsLimit'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'ConcurrentJobsRunning'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'MaxConcurrentJobs'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'SentBytes'; Type = 'System.Nullable[System.Double]' }
            @{ Name = 'ReceivedBytes'; Type = 'System.Nullable[System.Double]' }
        )
    }
    'Microsoft.Azure.Commands.Synapse.Models.PSSelfHostedIntegrationRuntimeNode' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'WorkspaceName'; Type = 'System.String' }
            @{ Name = 'IntegrationRuntimeName'; Type = 'System.String' }
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'MachineName'; Type = 'System.String' }
            @{ Name = 'HostServiceUri'; Type = 'System.String' }
            @{ Name = 'Status'; Type = 'System.String' }
            @{ Name = 'Capabilities'; Type = 'System.Collections.Generic.IDictionary[System.String,System.String]' }
            @{ Name = 'VersionStatus'; Type = 'System.String' }
            @{ Name = 'Version'; Type = 'System.String' }
            @{ Name = 'RegisterTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'LastConnectTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'ExpiryTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'LastStartTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'LastStopTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'LastUpdateResult'; Type = 'System.String' }
            @{ Name = 'LastStartUpdateTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'LastEndUpdateTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'IsActiveDispatcher'; Type = 'System.Nullable[System.Boolean]' }
            @{ Name = 'ConcurrentJobsLimit'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'MaxConcurrentJobs'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'IpAddress'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Commands.Synapse.Models.PSManagedIntegrationRuntimeNode' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'WorkspaceName'; Type = 'System.String' }
            @{ Name = 'IntegrationRuntimeName'; Type = 'System.String' }
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'NodeId'; Type = 'System.String' }
            @{ Name = 'Status'; Type = 'System.String' }
            @{ Name = 'Errors'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.Synapse.Models.ManagedIntegrationRuntimeError]' }
        )
    }
    'Microsoft.Azure.Management.Synapse.Models.SelfHostedIntegrationRuntimeNode' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'AdditionalProperties'; Type = 'System.Collections.Generic.IDictionary[System.String,System.Object]' }
            @{ Name = 'NodeName'; Type = 'System.String' }
            @{ Name = 'MachineName'; Type = 'System.String' }
            @{ Name = 'HostServiceUri'; Type = 'System.String' }
            @{ Name = 'Status'; Type = 'System.String' }
            @{ Name = 'Capabilities'; Type = 'System.Collections.Generic.IDictionary[System.String,System.String]' }
            @{ Name = 'VersionStatus'; Type = 'System.String' }
            @{ Name = 'Version'; Type = 'System.String' }
            @{ Name = 'RegisterTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'LastConnectTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'ExpiryTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'LastStartTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'LastStopTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'LastUpdateResult'; Type = 'System.String' }
            @{ Name = 'LastStartUpdateTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'LastEndUpdateTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'IsActiveDispatcher'; Type = 'System.Nullable[System.Boolean]' }
            @{ Name = 'ConcurrentJobsLimit'; Type = 'System.Nullable[System.Int32]' }
            @{ Name = 'MaxConcurrentJobs'; Type = 'System.Nullable[System.Int32]' }
        )
    }
    'Microsoft.Azure.Management.Synapse.Models.ManagedIntegrationRuntimeNode' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'AdditionalProperties'; Type = 'System.Collections.Generic.IDictionary[System.String,System.Object]' }
            @{ Name = 'NodeId'; Type = 'System.String' }
            @{ Name = 'Status'; Type = 'System.String' }
            @{ Name = 'Errors'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.Synapse.Models.ManagedIntegrationRuntimeError]' }
        )
    }
    'Microsoft.Azure.Management.Synapse.Models.ManagedIntegrationRuntimeError' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'AdditionalProperties'; Type = 'System.Collections.Generic.IDictionary[System.String,System.Object]' }
            @{ Name = 'Time'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'Code'; Type = 'System.String' }
            @{ Name = 'Parameters'; Type = 'System.Collections.Generic.IList[System.String]' }
            @{ Name = 'Message'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Management.Synapse.Models.ManagedIntegrationRuntimeOperationResult' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'AdditionalProperties'; Type = 'System.Collections.Generic.IDictionary[System.String,System.Object]' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'StartTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'Result'; Type = 'System.String' }
            @{ Name = 'ErrorCode'; Type = 'System.String' }
            @{ Name = 'Parameters'; Type = 'System.Collections.Generic.IList[System.String]' }
            @{ Name = 'ActivityId'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Management.Synapse.Models.LinkedIntegrationRuntime' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'SubscriptionId'; Type = 'System.String' }
            @{ Name = 'DataFactoryName'; Type = 'System.String' }
            @{ Name = 'DataFactoryLocation'; Type = 'System.String' }
            @{ Name = 'CreateTime'; Type = 'System.Nullable[System.DateTime]' }
        )
    }
    'AzIntegrationRuntime.Operation' = @{
        Ours = $true
        TypeNames = @()
        Properties = @(
            @{ Name = 'Id'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Kind'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Name'; Type = 'System.String'; Ours = $true }
            @{ Name = 'ResourceGroupName'; Type = 'System.String'; Ours = $true }
            @{ Name = 'DataFactoryName'; Type = 'System.String'; Ours = $true; Empty = $true }
            @{ Name = 'WorkspaceName'; Type = 'System.String'; Ours = $true }
            @{ Name = 'RuntimeId'; Type = 'System.String'; Ours = $true }
            @{ Name = 'StatusUrl'; Type = 'System.String'; Ours = $true }
            @{ Name = 'ResultUrl'; Type = 'System.String'; Ours = $true }
            @{ Name = 'StartTime'; Type = 'System.Nullable[System.DateTime]'; Ours = $true }
        )
    }
    'Microsoft.Azure.Commands.Synapse.Models.PSSynapseWorkspace' = @{
        TypeNames = @('Microsoft.Azure.Commands.Synapse.Models.PSSynapseTrackedResource', 'Microsoft.Azure.Commands.Synapse.Models.PSSynapseResource')
        Properties = @(
            @{ Name = 'DefaultDataLakeStorage'; Type = 'Microsoft.Azure.Commands.Synapse.Models.PSDataLakeStorageAccountDetails' }
            @{ Name = 'ManagedResourceGroupName'; Type = 'System.String' }
            @{ Name = 'ProvisioningState'; Type = 'System.String' }
            @{ Name = 'SqlAdministratorLogin'; Type = 'System.String' }
            @{ Name = 'VirtualNetworkProfile'; Type = 'Microsoft.Azure.Commands.Synapse.Models.PSVirtualNetworkProfile'; OurType = 'System.Object' }
            @{ Name = 'Identity'; Type = 'Microsoft.Azure.Commands.Synapse.Models.PSManagedIdentity' }
            @{ Name = 'ConnectivityEndpoints'; Type = 'System.Collections.Generic.IDictionary[System.String,System.String]' }
            @{ Name = 'ManagedVirtualNetwork'; Type = 'System.String' }
            @{ Name = 'PrivateEndpointConnections'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Commands.Synapse.Models.PSPrivateEndpointConnection]'; OurType = 'System.Collections.Generic.IList[System.Object]' }
            @{ Name = 'WorkspaceUID'; Type = 'System.String' }
            @{ Name = 'ExtraProperties'; Type = 'System.Collections.Generic.IDictionary[System.String,System.Object]' }
            @{ Name = 'ManagedVirtualNetworkSettings'; Type = 'Microsoft.Azure.Commands.Synapse.Models.PSManagedVirtualNetworkSettings'; OurType = 'System.Object' }
            @{ Name = 'Encryption'; Type = 'Microsoft.Azure.Commands.Synapse.Models.PSEncryptionDetails'; OurType = 'System.Object' }
            @{ Name = 'WorkspaceRepositoryConfiguration'; Type = 'Microsoft.Azure.Commands.Synapse.Models.PSWorkspaceRepositoryConfiguration'; OurType = 'System.Object' }
            @{ Name = 'CspWorkspaceAdminProperties'; Type = 'Microsoft.Azure.Commands.Synapse.Models.PSCspWorkspaceAdminProperties'; OurType = 'System.Object' }
            @{ Name = 'PublicNetworkAccess'; Type = 'System.String' }
            @{ Name = 'PurviewConfiguration'; Type = 'Microsoft.Azure.Commands.Synapse.Models.PSPurviewConfiguration'; OurType = 'System.Object' }
            @{ Name = 'PortalUrl'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Tags'; Type = 'System.Collections.Hashtable' }
            @{ Name = 'Location'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String' }
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String'; NotNull = $true; Ours = $true }
        )
    }
    'Microsoft.Azure.Commands.Synapse.Models.PSManagedIdentity' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'IdentityType'; Type = 'System.String' }
            @{ Name = 'PrincipalId'; Type = 'System.String' }
            @{ Name = 'TenantId'; Type = 'System.Nullable[System.Guid]' }
            @{ Name = 'UserAssignedIdentities'; Type = 'System.Collections.Generic.IDictionary[System.String,Microsoft.Azure.Commands.Synapse.Models.PSUserAssignedManagedIdentity]'; OurType = 'System.Collections.Generic.IDictionary[System.String,System.Object]' }
        )
    }
    'Microsoft.Azure.Commands.Synapse.Models.PSDataLakeStorageAccountDetails' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'DefaultDataLakeStorageAccountUrl'; Type = 'System.String' }
            @{ Name = 'DefaultDataLakeStorageFilesystem'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Management.Synapse.Models.SecretBase' = @{
        Made = $true
        TypeNames = @()
        Properties = @(
        )
    }
    'Microsoft.Azure.Management.Synapse.Models.SecureString' = @{
        Made = $true
        TypeNames = @('Microsoft.Azure.Management.Synapse.Models.SecretBase')
        Properties = @(
            @{ Name = 'Value'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Management.Synapse.Models.CustomSetupBase' = @{
        Made = $true
        TypeNames = @()
        Properties = @(
        )
    }
    'Microsoft.Azure.Management.Synapse.Models.CmdkeySetup' = @{
        Made = $true
        TypeNames = @('Microsoft.Azure.Management.Synapse.Models.CustomSetupBase')
        Properties = @(
            @{ Name = 'TargetName'; Type = 'System.Object' }
            @{ Name = 'UserName'; Type = 'System.Object' }
            @{ Name = 'Password'; Type = 'Microsoft.Azure.Management.Synapse.Models.SecretBase' }
        )
    }
    'Microsoft.Azure.Management.Synapse.Models.EnvironmentVariableSetup' = @{
        Made = $true
        TypeNames = @('Microsoft.Azure.Management.Synapse.Models.CustomSetupBase')
        Properties = @(
            @{ Name = 'VariableName'; Type = 'System.String' }
            @{ Name = 'VariableValue'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Management.Synapse.Models.ComponentSetup' = @{
        Made = $true
        TypeNames = @('Microsoft.Azure.Management.Synapse.Models.CustomSetupBase')
        Properties = @(
            @{ Name = 'ComponentName'; Type = 'System.String' }
            @{ Name = 'LicenseKey'; Type = 'Microsoft.Azure.Management.Synapse.Models.SecretBase' }
        )
    }
    'Microsoft.Azure.Management.Synapse.Models.AzPowerShellSetup' = @{
        Made = $true
        TypeNames = @('Microsoft.Azure.Management.Synapse.Models.CustomSetupBase')
        Properties = @(
            @{ Name = 'Version'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Management.Synapse.Models.IntegrationRuntimeCustomSetupScriptProperties' = @{
        Made = $true
        TypeNames = @()
        Properties = @(
            @{ Name = 'BlobContainerUri'; Type = 'System.String' }
            @{ Name = 'SasToken'; Type = 'Microsoft.Azure.Management.Synapse.Models.SecureString' }
        )
    }
}
