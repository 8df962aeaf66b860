// A Function App on a Flex Consumption plan (Linux) that runs the watch of the fleet: a system-assigned identity for
// everything, storage without account keys, and Application Insights. The zip of New-FunctionPackage.ps1 for linux-x64
// is deployed afterwards.

@description('The region. It must have Flex Consumption plans.')
param location string = resourceGroup().location

@description('The name of the Function App.')
param appName string = 'func-fleet-${uniqueString(resourceGroup().id)}'

@description('The name of the storage account for the app, snapshots and reports.')
param storageName string = 'stfleet${uniqueString(resourceGroup().id)}'

@description('The schedule as an NCRONTAB expression in UTC. The default is each day at 05:00.')
param schedule string = '0 0 5 * * *'

@description('The management groups to check, separated by commas. Empty: all that the identity can read.')
param managementGroup string = ''

@description('The days before the expiry of a version from which on it is a finding.')
@minValue(1)
param expiresWithin int = 60

@description('The least severity that makes the run fail.')
@allowed([
  'Error'
  'Warning'
  'None'
])
param errorOnFinding string = 'Error'

@description('Whether to give the identity the role Integration Runtime Fleet Reader in this subscription.')
param assignRole bool = true

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${appName}-plan'
  location: location
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: appName
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: storage.outputs.packageUri
          authentication: {
            type: 'SystemAssignedIdentity'
          }
        }
      }
      runtime: {
        name: 'powershell'
        version: '7.6'
      }
      scaleAndConcurrency: {
        // One timer needs one instance. 40 is the least maximum that the plan takes.
        maximumInstanceCount: 40
        instanceMemoryMB: 2048
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__accountName: storageName
      AzureWebJobsStorage__credential: 'managedidentity'
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.outputs.connectionString
      FLEET_SCHEDULE: schedule
      FLEET_ENVIRONMENT: environment().name
      FLEET_REPORT_CONTAINER: storage.outputs.reportUri
      FLEET_MANAGEMENT_GROUP: managementGroup
      FLEET_EXPIRES_WITHIN: string(expiresWithin)
      FLEET_ERROR_ON_FINDING: errorOnFinding
    }
    dependsOn: [
      owner
    ]
  }
}

module storage 'storage.bicep' = {
  name: 'fleet-storage'
  params: {
    location: location
    name: storageName
  }
}

module owner 'storage-access.bicep' = {
  name: 'fleet-storage-access'
  params: {
    name: storageName
    principalId: app.identity.principalId
  }
}

module insights 'insights.bicep' = {
  name: 'fleet-insights'
  params: {
    location: location
    name: '${appName}-insights'
  }
}

module access '../access.bicep' = if (assignRole) {
  name: 'fleet-access'
  scope: subscription()
  params: {
    principalId: app.identity.principalId
  }
}

@description('The object id of the identity, for access-management-group.bicep.')
output principalId string = app.identity.principalId
output appName string = app.name
output reportContainer string = storage.outputs.reportUri
