# What the Data Factory cmdlets write: each class, its base classes, and its properties in order with their .NET type. A
# derived class's own properties come first. Written from the upstream classes' documentation, not from the code.
#
# OurType is the type that stands here for one that exists only in Az. What upstream has not is marked Ours. A value may be
# null unless it is marked NotNull; it always is where it is marked Empty: the runtimes of all services have that property,
# and this kind has no such thing. An Open type has further properties, as the service has them. Scripts make objects of
# a type that is marked Made; they stand in others as the service sends them.
@{
    'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime' = @{
        Open = $true
        TypeNames = @()
        Properties = @(
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'DataFactoryName'; Type = 'System.String' }
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
    'Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntime' = @{
        TypeNames = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')
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
            @{ Name = 'ExpressCustomSetup'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.DataFactory.Models.CustomSetupBase]' }
            @{ Name = 'ManagedVirtualNetworkName'; Type = 'System.String'; Ours = $true }
            @{ Name = 'CredentialName'; Type = 'System.String'; Ours = $true }
            @{ Name = 'PackageStore'; Type = 'System.Collections.Hashtable'; Ours = $true }
            @{ Name = 'InteractiveAuthoring'; Type = 'System.Management.Automation.PSObject'; Ours = $true }
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'DataFactoryName'; Type = 'System.String' }
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
    'Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntimeStatus' = @{
        TypeNames = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntime', 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')
        Properties = @(
            @{ Name = 'CreateTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'Nodes'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.DataFactory.Models.ManagedIntegrationRuntimeNode]' }
            @{ Name = 'OtherErrors'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.DataFactory.Models.ManagedIntegrationRuntimeError]' }
            @{ Name = 'LastOperation'; Type = 'Microsoft.Azure.Management.DataFactory.Models.ManagedIntegrationRuntimeOperationResult' }
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
            @{ Name = 'ExpressCustomSetup'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.DataFactory.Models.CustomSetupBase]' }
            @{ Name = 'ManagedVirtualNetworkName'; Type = 'System.String'; Ours = $true }
            @{ Name = 'CredentialName'; Type = 'System.String'; Ours = $true }
            @{ Name = 'PackageStore'; Type = 'System.Collections.Hashtable'; Ours = $true }
            @{ Name = 'InteractiveAuthoring'; Type = 'System.Management.Automation.PSObject'; Ours = $true }
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'DataFactoryName'; Type = 'System.String' }
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
    'Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntime' = @{
        TypeNames = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')
        Properties = @(
            @{ Name = 'SelfContainedInteractiveAuthoringEnabled'; Type = 'System.Nullable[System.Boolean]' }
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'DataFactoryName'; Type = 'System.String' }
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
    'Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeStatus' = @{
        TypeNames = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntime', 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')
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
            @{ Name = 'Nodes'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.DataFactory.Models.SelfHostedIntegrationRuntimeNode]' }
            @{ Name = 'Links'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.DataFactory.Models.LinkedIntegrationRuntime]' }
            @{ Name = 'AutoUpdateETA'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'LatestVersion'; Type = 'System.String' }
            @{ Name = 'PushedVersion'; Type = 'System.String' }
            @{ Name = 'TaskQueueId'; Type = 'System.String' }
            @{ Name = 'VersionStatus'; Type = 'System.String' }
            @{ Name = 'SelfContainedInteractiveAuthoringEnabled'; Type = 'System.Nullable[System.Boolean]' }
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'DataFactoryName'; Type = 'System.String' }
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
    'Microsoft.Azure.Commands.DataFactoryV2.Models.PSLinkedIntegrationRuntime' = @{
        TypeNames = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntime', 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')
        Properties = @(
            @{ Name = 'AuthorizationType'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'CredentialName'; Type = 'System.String'; Ours = $true }
            @{ Name = 'SelfContainedInteractiveAuthoringEnabled'; Type = 'System.Nullable[System.Boolean]' }
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'DataFactoryName'; Type = 'System.String' }
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
    'Microsoft.Azure.Commands.DataFactoryV2.Models.PSLinkedIntegrationRuntimeStatus' = @{
        TypeNames = @('Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeStatus', 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntime', 'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntime')
        Properties = @(
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'DataFactoryName'; Type = 'System.String' }
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
            @{ Name = 'Nodes'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.DataFactory.Models.SelfHostedIntegrationRuntimeNode]' }
            @{ Name = 'Links'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.DataFactory.Models.LinkedIntegrationRuntime]' }
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
    'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeKeys' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'AuthKey1'; Type = 'System.String' }
            @{ Name = 'AuthKey2'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeMetrics' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'IntegrationRuntimeName'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'DataFactoryName'; Type = 'System.String' }
            @{ Name = 'Nodes'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.DataFactory.Models.IntegrationRuntimeNodeMonitoringData]' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.IntegrationRuntimeNodeMonitoringData' = @{
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
    'Microsoft.Azure.Commands.DataFactoryV2.Models.PSSelfHostedIntegrationRuntimeNode' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'DataFactoryName'; Type = 'System.String' }
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
    'Microsoft.Azure.Commands.DataFactoryV2.Models.PSManagedIntegrationRuntimeNode' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'DataFactoryName'; Type = 'System.String' }
            @{ Name = 'IntegrationRuntimeName'; Type = 'System.String' }
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'NodeId'; Type = 'System.String' }
            @{ Name = 'Status'; Type = 'System.String' }
            @{ Name = 'Errors'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.DataFactory.Models.ManagedIntegrationRuntimeError]' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.SelfHostedIntegrationRuntimeNode' = @{
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
    'Microsoft.Azure.Management.DataFactory.Models.ManagedIntegrationRuntimeNode' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'AdditionalProperties'; Type = 'System.Collections.Generic.IDictionary[System.String,System.Object]' }
            @{ Name = 'NodeId'; Type = 'System.String' }
            @{ Name = 'Status'; Type = 'System.String' }
            @{ Name = 'Errors'; Type = 'System.Collections.Generic.IList[Microsoft.Azure.Management.DataFactory.Models.ManagedIntegrationRuntimeError]' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.ManagedIntegrationRuntimeError' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'AdditionalProperties'; Type = 'System.Collections.Generic.IDictionary[System.String,System.Object]' }
            @{ Name = 'Time'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'Code'; Type = 'System.String' }
            @{ Name = 'Parameters'; Type = 'System.Collections.Generic.IList[System.String]' }
            @{ Name = 'Message'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.ManagedIntegrationRuntimeOperationResult' = @{
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
    'Microsoft.Azure.Management.DataFactory.Models.LinkedIntegrationRuntime' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'SubscriptionId'; Type = 'System.String' }
            @{ Name = 'DataFactoryName'; Type = 'System.String' }
            @{ Name = 'DataFactoryLocation'; Type = 'System.String' }
            @{ Name = 'CreateTime'; Type = 'System.Nullable[System.DateTime]' }
        )
    }
    'Microsoft.Azure.Commands.DataFactoryV2.Models.PSIntegrationRuntimeOutboundNetworkDependenciesCategoryEndpoint' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'Category'; Type = 'System.String' }
            @{ Name = 'EndPoint'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Commands.DataFactoryV2.Models.PSDataFactory' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'DataFactoryName'; Type = 'System.String' }
            @{ Name = 'DataFactoryId'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'Location'; Type = 'System.String' }
            @{ Name = 'Tags'; Type = 'System.Collections.Generic.IDictionary[System.String,System.String]' }
            @{ Name = 'Identity'; Type = 'Microsoft.Azure.Management.DataFactory.Models.FactoryIdentity' }
            @{ Name = 'ProvisioningState'; Type = 'System.String' }
            @{ Name = 'RepoConfiguration'; Type = 'Microsoft.Azure.Management.DataFactory.Models.FactoryRepoConfiguration' }
            @{ Name = 'GlobalParameters'; Type = 'System.Collections.Generic.IDictionary[System.String,Microsoft.Azure.Management.DataFactory.Models.GlobalParameterSpecification]' }
            @{ Name = 'ETag'; Type = 'System.String'; Ours = $true }
            @{ Name = 'PublicNetworkAccess'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Encryption'; Type = 'System.Management.Automation.PSObject'; Ours = $true }
            @{ Name = 'PortalUrl'; Type = 'System.String'; Ours = $true }
        )
    }
    'Microsoft.Azure.Commands.DataFactoryV2.Models.PSLinkedService' = @{
        TypeNames = @('Microsoft.Azure.Commands.DataFactoryV2.Models.AdfSubResource')
        Properties = @(
            @{ Name = 'Name'; Type = 'System.String' }
            @{ Name = 'Properties'; Type = 'Microsoft.Azure.Management.DataFactory.Models.LinkedService'; OurType = 'System.Object' }
            @{ Name = 'Id'; Type = 'System.String' }
            @{ Name = 'ETag'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String' }
            @{ Name = 'DataFactoryName'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.FactoryIdentity' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'PrincipalId'; Type = 'System.Nullable[System.Guid]' }
            @{ Name = 'TenantId'; Type = 'System.Nullable[System.Guid]' }
            @{ Name = 'UserAssignedIdentities'; Type = 'System.Collections.Generic.IDictionary[System.String,System.Object]' }
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
            @{ Name = 'DataFactoryName'; Type = 'System.String'; Ours = $true }
            @{ Name = 'WorkspaceName'; Type = 'System.String'; Ours = $true; Empty = $true }
            @{ Name = 'RuntimeId'; Type = 'System.String'; Ours = $true }
            @{ Name = 'StatusUrl'; Type = 'System.String'; Ours = $true }
            @{ Name = 'ResultUrl'; Type = 'System.String'; Ours = $true }
            @{ Name = 'StartTime'; Type = 'System.Nullable[System.DateTime]'; Ours = $true }
        )
    }
    'AzIntegrationRuntime.ConnectionInfo' = @{
        Ours = $true
        TypeNames = @()
        Properties = @(
            @{ Name = 'ServiceToken'; Type = 'System.String'; Ours = $true }
            @{ Name = 'IdentityCertThumbprint'; Type = 'System.String'; Ours = $true }
            @{ Name = 'HostServiceUri'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Version'; Type = 'System.String'; Ours = $true }
            @{ Name = 'PublicKey'; Type = 'System.String'; Ours = $true }
            @{ Name = 'IsIdentityCertExpired'; Type = 'System.Nullable[System.Boolean]'; Ours = $true }
        )
    }
    'AzIntegrationRuntime.ObjectMetadata' = @{
        Ours = $true
        Open = $true
        TypeNames = @()
        Properties = @(
            @{ Name = 'Type'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Id'; Type = 'System.Nullable[System.Int32]'; Ours = $true }
            @{ Name = 'Name'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Description'; Type = 'System.String'; Ours = $true }
        )
    }
    'AzIntegrationRuntime.ObjectMetadataStatus' = @{
        Ours = $true
        TypeNames = @()
        Properties = @(
            @{ Name = 'Name'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Status'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Properties'; Type = 'System.String'; Ours = $true }
            @{ Name = 'Error'; Type = 'System.String'; Ours = $true }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.SecretBase' = @{
        Made = $true
        TypeNames = @()
        Properties = @(
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.SecureString' = @{
        Made = $true
        TypeNames = @('Microsoft.Azure.Management.DataFactory.Models.SecretBase')
        Properties = @(
            @{ Name = 'Value'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.CustomSetupBase' = @{
        Made = $true
        TypeNames = @()
        Properties = @(
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.CmdkeySetup' = @{
        Made = $true
        TypeNames = @('Microsoft.Azure.Management.DataFactory.Models.CustomSetupBase')
        Properties = @(
            @{ Name = 'TargetName'; Type = 'System.Object' }
            @{ Name = 'UserName'; Type = 'System.Object' }
            @{ Name = 'Password'; Type = 'Microsoft.Azure.Management.DataFactory.Models.SecretBase' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.EnvironmentVariableSetup' = @{
        Made = $true
        TypeNames = @('Microsoft.Azure.Management.DataFactory.Models.CustomSetupBase')
        Properties = @(
            @{ Name = 'VariableName'; Type = 'System.String' }
            @{ Name = 'VariableValue'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.ComponentSetup' = @{
        Made = $true
        TypeNames = @('Microsoft.Azure.Management.DataFactory.Models.CustomSetupBase')
        Properties = @(
            @{ Name = 'ComponentName'; Type = 'System.String' }
            @{ Name = 'LicenseKey'; Type = 'Microsoft.Azure.Management.DataFactory.Models.SecretBase' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.AzPowerShellSetup' = @{
        Made = $true
        TypeNames = @('Microsoft.Azure.Management.DataFactory.Models.CustomSetupBase')
        Properties = @(
            @{ Name = 'Version'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.IntegrationRuntimeCustomSetupScriptProperties' = @{
        Made = $true
        TypeNames = @()
        Properties = @(
            @{ Name = 'BlobContainerUri'; Type = 'System.String' }
            @{ Name = 'SasToken'; Type = 'Microsoft.Azure.Management.DataFactory.Models.SecureString' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.FactoryRepoConfiguration' = @{
        Made = $true
        TypeNames = @()
        Properties = @(
            @{ Name = 'AccountName'; Type = 'System.String' }
            @{ Name = 'RepositoryName'; Type = 'System.String' }
            @{ Name = 'CollaborationBranch'; Type = 'System.String' }
            @{ Name = 'RootFolder'; Type = 'System.String' }
            @{ Name = 'LastCommitId'; Type = 'System.String' }
            @{ Name = 'DisablePublish'; Type = 'System.Nullable[System.Boolean]' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.FactoryVSTSConfiguration' = @{
        Made = $true
        TypeNames = @('Microsoft.Azure.Management.DataFactory.Models.FactoryRepoConfiguration')
        Properties = @(
            @{ Name = 'ProjectName'; Type = 'System.String' }
            @{ Name = 'TenantId'; Type = 'System.String' }
            @{ Name = 'AccountName'; Type = 'System.String' }
            @{ Name = 'RepositoryName'; Type = 'System.String' }
            @{ Name = 'CollaborationBranch'; Type = 'System.String' }
            @{ Name = 'RootFolder'; Type = 'System.String' }
            @{ Name = 'LastCommitId'; Type = 'System.String' }
            @{ Name = 'DisablePublish'; Type = 'System.Nullable[System.Boolean]' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.GitHubClientSecret' = @{
        Made = $true
        TypeNames = @()
        Properties = @(
            @{ Name = 'ByoaSecretAkvUrl'; Type = 'System.String' }
            @{ Name = 'ByoaSecretName'; Type = 'System.String' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.FactoryGitHubConfiguration' = @{
        Made = $true
        TypeNames = @('Microsoft.Azure.Management.DataFactory.Models.FactoryRepoConfiguration')
        Properties = @(
            @{ Name = 'HostName'; Type = 'System.String' }
            @{ Name = 'ClientId'; Type = 'System.String' }
            @{ Name = 'ClientSecret'; Type = 'Microsoft.Azure.Management.DataFactory.Models.GitHubClientSecret' }
            @{ Name = 'AccountName'; Type = 'System.String' }
            @{ Name = 'RepositoryName'; Type = 'System.String' }
            @{ Name = 'CollaborationBranch'; Type = 'System.String' }
            @{ Name = 'RootFolder'; Type = 'System.String' }
            @{ Name = 'LastCommitId'; Type = 'System.String' }
            @{ Name = 'DisablePublish'; Type = 'System.Nullable[System.Boolean]' }
        )
    }
    'Microsoft.Azure.Management.DataFactory.Models.GlobalParameterSpecification' = @{
        Made = $true
        TypeNames = @()
        Properties = @(
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'Value'; Type = 'System.Object' }
        )
    }
}
