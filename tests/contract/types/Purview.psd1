# What the Purview cmdlets write: each class, its base classes, and its properties in order with their .NET type. Upstream
# has none of them: they are the properties of the other services' runtimes, and the members of the account in Microsoft's
# description of Resource Manager.
#
# OurType is the type that stands here for one that exists only in Az. What upstream has not is marked Ours. A value may be
# null unless it is marked NotNull; it always is where it is marked Empty: the runtimes of all services have that property,
# and this kind has no such thing. An Open type has further properties, as the service has them.
@{
    'AzIntegrationRuntime.Purview.Account' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'Name'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'ResourceGroupName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Location'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Id'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Type'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'ManagedStorageAccount'; Type = 'System.String' }
            @{ Name = 'ManagedEventHubNamespace'; Type = 'System.String' }
            @{ Name = 'ManagedResourceGroupName'; Type = 'System.String' }
            @{ Name = 'ManagedResources'; Type = 'System.Object' }
            @{ Name = 'Endpoints'; Type = 'System.Object' }
            @{ Name = 'Identity'; Type = 'System.Object' }
            @{ Name = 'Sku'; Type = 'System.Object' }
            @{ Name = 'FriendlyName'; Type = 'System.String' }
            @{ Name = 'ProvisioningState'; Type = 'System.String' }
            @{ Name = 'PublicNetworkAccess'; Type = 'System.String' }
            @{ Name = 'ManagedResourcesPublicNetworkAccess'; Type = 'System.String' }
            @{ Name = 'ManagedEventHubState'; Type = 'System.String' }
            @{ Name = 'PrivateEndpointConnections'; Type = 'System.Object[]' }
            @{ Name = 'CreatedAt'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'CreatedBy'; Type = 'System.String' }
            @{ Name = 'Tags'; Type = 'System.Collections.Hashtable' }
            @{ Name = 'PortalUrl'; Type = 'System.String' }
        )
    }
    'AzIntegrationRuntime.Purview.IntegrationRuntime' = @{
        Open = $true
        TypeNames = @()
        Properties = @(
            @{ Name = 'Name'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'AccountName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Description'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Service'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Parent'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Kind'; Type = 'System.String' }
            @{ Name = 'State'; Type = 'System.String' }
            @{ Name = 'Version'; Type = 'System.String' }
            @{ Name = 'SubscriptionId'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'PortalUrl'; Type = 'System.String' }
        )
    }
    'AzIntegrationRuntime.Purview.ManagedIntegrationRuntime' = @{
        TypeNames = @('AzIntegrationRuntime.Purview.IntegrationRuntime')
        Properties = @(
            @{ Name = 'Location'; Type = 'System.String' }
            @{ Name = 'ManagedVirtualNetworkName'; Type = 'System.String' }
            @{ Name = 'Name'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Type'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'ResourceGroupName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'AccountName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Description'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Service'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Parent'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Kind'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'State'; Type = 'System.String'; Empty = $true }
            @{ Name = 'Version'; Type = 'System.String'; Empty = $true }
            @{ Name = 'SubscriptionId'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'PortalUrl'; Type = 'System.String' }
        )
    }
    'AzIntegrationRuntime.Purview.ManagedIntegrationRuntimeStatus' = @{
        TypeNames = @('AzIntegrationRuntime.Purview.ManagedIntegrationRuntime', 'AzIntegrationRuntime.Purview.IntegrationRuntime')
        Properties = @(
            @{ Name = 'State'; Type = 'System.String' }
            @{ Name = 'CreateTime'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'InteractiveQuery'; Type = 'System.Object' }
            @{ Name = 'AdditionalProperties'; Type = 'System.Collections.Generic.IDictionary[System.String,System.Object]' }
            @{ Name = 'Location'; Type = 'System.String' }
            @{ Name = 'ManagedVirtualNetworkName'; Type = 'System.String' }
            @{ Name = 'Name'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Type'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'ResourceGroupName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'AccountName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Description'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Service'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Parent'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Kind'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Version'; Type = 'System.String'; Empty = $true }
            @{ Name = 'SubscriptionId'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'PortalUrl'; Type = 'System.String' }
        )
    }
    'AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntime' = @{
        TypeNames = @('AzIntegrationRuntime.Purview.IntegrationRuntime')
        Properties = @(
            @{ Name = 'Name'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Type'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'ResourceGroupName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'AccountName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Description'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Service'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Parent'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Kind'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'State'; Type = 'System.String'; Empty = $true }
            @{ Name = 'Version'; Type = 'System.String'; Empty = $true }
            @{ Name = 'SubscriptionId'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'PortalUrl'; Type = 'System.String' }
        )
    }
    'AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntimeStatus' = @{
        TypeNames = @('AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntime', 'AzIntegrationRuntime.Purview.IntegrationRuntime')
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
            @{ Name = 'AutoUpdateETA'; Type = 'System.Nullable[System.DateTime]' }
            @{ Name = 'LatestVersion'; Type = 'System.String' }
            @{ Name = 'PushedVersion'; Type = 'System.String' }
            @{ Name = 'TaskQueueId'; Type = 'System.String' }
            @{ Name = 'VersionStatus'; Type = 'System.String' }
            @{ Name = 'AdditionalProperties'; Type = 'System.Collections.Generic.IDictionary[System.String,System.Object]' }
            @{ Name = 'Name'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Type'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'ResourceGroupName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'AccountName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Description'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Service'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Parent'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Kind'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'SubscriptionId'; Type = 'System.String'; NotNull = $true; Ours = $true }
            @{ Name = 'PortalUrl'; Type = 'System.String' }
        )
    }
    'AzIntegrationRuntime.Purview.IntegrationRuntimeKeys' = @{
        TypeNames = @()
        Properties = @(
            @{ Name = 'AuthKey1'; Type = 'System.String' }
            @{ Name = 'AuthKey2'; Type = 'System.String' }
        )
    }
}
