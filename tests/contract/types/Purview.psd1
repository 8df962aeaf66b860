# What the Purview cmdlets write: each type, its further type names, and its properties in order with their .NET type. Upstream has none of them: they
# are the properties of the other services' runtimes, and the members of the account in Microsoft's description of Resource Manager.
#
# Items is the type name of the objects in a list. A value may be null unless it is marked NotNull; it always is where it is marked Empty: the runtimes of
# all services have that property, and this kind has no such thing. An Open type has further properties, as the service has them.
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
            @{ Name = 'ManagedResources'; Type = 'System.Management.Automation.PSCustomObject' }
            @{ Name = 'Endpoints'; Type = 'System.Management.Automation.PSCustomObject' }
            @{ Name = 'Identity'; Type = 'System.Management.Automation.PSCustomObject' }
            @{ Name = 'Sku'; Type = 'System.Management.Automation.PSCustomObject' }
            @{ Name = 'FriendlyName'; Type = 'System.String' }
            @{ Name = 'ProvisioningState'; Type = 'System.String' }
            @{ Name = 'PublicNetworkAccess'; Type = 'System.String' }
            @{ Name = 'ManagedResourcesPublicNetworkAccess'; Type = 'System.String' }
            @{ Name = 'ManagedEventHubState'; Type = 'System.String' }
            @{ Name = 'PrivateEndpointConnections'; Type = 'System.Object[]' }
            @{ Name = 'CreatedAt'; Type = 'System.DateTime' }
            @{ Name = 'CreatedBy'; Type = 'System.String' }
            @{ Name = 'Tags'; Type = 'System.Collections.Hashtable' }
        )
    }
    'AzIntegrationRuntime.Purview.IntegrationRuntime' = @{
        Open = $true
        TypeNames = @('AzIntegrationRuntime.Runtime')
        Properties = @(
            @{ Name = 'Name'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Type'; Type = 'System.String' }
            @{ Name = 'ResourceGroupName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'AccountName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Description'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Properties'; Type = 'System.Management.Automation.PSCustomObject' }
            @{ Name = 'Service'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Parent'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Kind'; Type = 'System.String' }
            @{ Name = 'State'; Type = 'System.String' }
            @{ Name = 'Version'; Type = 'System.String' }
        )
    }
    'AzIntegrationRuntime.Purview.ManagedIntegrationRuntime' = @{
        TypeNames = @('AzIntegrationRuntime.Purview.IntegrationRuntime', 'AzIntegrationRuntime.Runtime')
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
        )
    }
    'AzIntegrationRuntime.Purview.ManagedIntegrationRuntimeStatus' = @{
        TypeNames = @('AzIntegrationRuntime.Purview.ManagedIntegrationRuntime', 'AzIntegrationRuntime.Purview.IntegrationRuntime', 'AzIntegrationRuntime.Runtime')
        Properties = @(
            @{ Name = 'State'; Type = 'System.String' }
            @{ Name = 'CreateTime'; Type = 'System.DateTime' }
            @{ Name = 'InteractiveQuery'; Type = 'System.Management.Automation.PSCustomObject' }
            @{ Name = 'AdditionalProperties'; Type = 'System.Collections.Hashtable'; NotNull = $true }
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
        )
    }
    'AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntime' = @{
        TypeNames = @('AzIntegrationRuntime.Purview.IntegrationRuntime', 'AzIntegrationRuntime.Runtime')
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
        )
    }
    'AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntimeStatus' = @{
        TypeNames = @('AzIntegrationRuntime.Purview.SelfHostedIntegrationRuntime', 'AzIntegrationRuntime.Purview.IntegrationRuntime', 'AzIntegrationRuntime.Runtime')
        Properties = @(
            @{ Name = 'State'; Type = 'System.String' }
            @{ Name = 'Version'; Type = 'System.String' }
            @{ Name = 'CreateTime'; Type = 'System.DateTime' }
            @{ Name = 'AutoUpdate'; Type = 'System.String' }
            @{ Name = 'ScheduledUpdateDate'; Type = 'System.DateTime' }
            @{ Name = 'UpdateDelayOffset'; Type = 'System.TimeSpan' }
            @{ Name = 'LocalTimeZoneOffset'; Type = 'System.TimeSpan' }
            @{ Name = 'InternalChannelEncryption'; Type = 'System.String' }
            @{ Name = 'Capabilities'; Type = 'System.Collections.Hashtable' }
            @{ Name = 'ServiceUrls'; Type = 'System.Collections.ArrayList' }
            @{ Name = 'Nodes'; Type = 'System.Collections.ArrayList'; Items = 'Microsoft.Azure.Management.DataFactory.Models.SelfHostedIntegrationRuntimeNode' }
            @{ Name = 'AutoUpdateETA'; Type = 'System.DateTime' }
            @{ Name = 'LatestVersion'; Type = 'System.String' }
            @{ Name = 'PushedVersion'; Type = 'System.String' }
            @{ Name = 'TaskQueueId'; Type = 'System.String' }
            @{ Name = 'VersionStatus'; Type = 'System.String' }
            @{ Name = 'AdditionalProperties'; Type = 'System.Collections.Hashtable'; NotNull = $true }
            @{ Name = 'Name'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Type'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'ResourceGroupName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'AccountName'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Description'; Type = 'System.String' }
            @{ Name = 'Id'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Service'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Parent'; Type = 'System.String'; NotNull = $true }
            @{ Name = 'Kind'; Type = 'System.String'; NotNull = $true }
        )
    }
    'AzIntegrationRuntime.Purview.IntegrationRuntimeKeys' = @{
        TypeNames = @('AzIntegrationRuntime.Keys')
        Properties = @(
            @{ Name = 'AuthKey1'; Type = 'System.String' }
            @{ Name = 'AuthKey2'; Type = 'System.String' }
        )
    }
}
