// An Automation account that runs the watch of the fleet on a schedule: a system-assigned identity, a PowerShell 7.6
// runtime environment without Az, both modules as packages, the runbook, its schedule, and a container for reports.

@description('The region.')
param location string = resourceGroup().location

@description('The name of the Automation account.')
param accountName string = 'aa-fleet-${uniqueString(resourceGroup().id)}'

@description('The name of the storage account for snapshots and reports.')
param storageName string = 'stfleet${uniqueString(resourceGroup().id)}'

@description('The https address of AzIntegrationRuntime.zip of the release, with a SAS if it needs one.')
@secure()
param moduleUri string

@description('The https address of AzIntegrationRuntime.Standalone.zip of the release.')
@secure()
param standaloneUri string

@description('The https address of Watch-IntegrationRuntimeFleet.ps1.')
@secure()
param runbookUri string

@description('The version of both modules.')
param moduleVersion string

@description('The SHA-256 hash of AzIntegrationRuntime.zip in SHA256SUMS. Empty: the content is not checked.')
param moduleSha256 string = ''

@description('The SHA-256 hash of AzIntegrationRuntime.Standalone.zip in SHA256SUMS.')
param standaloneSha256 string = ''

@description('The first run, at least five minutes ahead. Later runs are at the same time of the day, in UTC.')
param firstRun string = dateTimeAdd(utcNow(), 'PT1H')

@description('The hours between two runs.')
@minValue(1)
@maxValue(24)
param intervalHours int = 24

@description('Whether to connect the runbook with the schedule. Set it to false when you deploy again.')
param connectSchedule bool = true

@description('The management groups to check, separated by commas. Empty: all that the identity can read.')
param managementGroup string = ''

@description('The days before the expiry of a version from which on it is a finding.')
@minValue(1)
param expiresWithin int = 60

@description('The least severity that makes the job fail.')
@allowed([
  'Error'
  'Warning'
  'None'
])
param errorOnFinding string = 'Error'

@description('Whether to give the identity the role Integration Runtime Fleet Reader in this subscription.')
param assignRole bool = true

var runbookName = 'Watch-IntegrationRuntimeFleet'
var environmentName = 'fleet-powershell-76'
var hash = {
  module: empty(moduleSha256) ? {} : { contentHash: { algorithm: 'sha256', value: moduleSha256 } }
  standalone: empty(standaloneSha256) ? {} : { contentHash: { algorithm: 'sha256', value: standaloneSha256 } }
}

resource account 'Microsoft.Automation/automationAccounts@2024-10-23' = {
  name: accountName
  location: location
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    sku: {
      name: 'Basic'
    }
    disableLocalAuth: true
  }
}

resource runtime 'Microsoft.Automation/automationAccounts/runtimeEnvironments@2024-10-23' = {
  parent: account
  name: environmentName
  location: location
  properties: {
    runtime: {
      language: 'PowerShell'
      version: '7.6'
    }
    // Without Az: AzIntegrationRuntime.Standalone has its own sign-in, and the commands of both have the same names.
    defaultPackages: {}
  }
}

resource module 'Microsoft.Automation/automationAccounts/runtimeEnvironments/packages@2024-10-23' = {
  parent: runtime
  name: 'AzIntegrationRuntime'
  properties: {
    contentLink: union({ uri: moduleUri, version: moduleVersion }, hash.module)
  }
}

resource standalone 'Microsoft.Automation/automationAccounts/runtimeEnvironments/packages@2024-10-23' = {
  parent: runtime
  name: 'AzIntegrationRuntime.Standalone'
  properties: {
    contentLink: union({ uri: standaloneUri, version: moduleVersion }, hash.standalone)
  }
  dependsOn: [
    module
  ]
}

resource runbook 'Microsoft.Automation/automationAccounts/runbooks@2024-10-23' = {
  parent: account
  name: runbookName
  location: location
  properties: {
    description: 'Checks all integration runtimes and fails if one has stopped or will stop.'
    runbookType: 'PowerShell'
    runtimeEnvironment: runtime.name
    logProgress: false
    logVerbose: false
    publishContentLink: {
      uri: runbookUri
    }
  }
  dependsOn: [
    standalone
  ]
}

resource schedule 'Microsoft.Automation/automationAccounts/schedules@2024-10-23' = {
  parent: account
  name: 'watch-fleet'
  properties: {
    startTime: firstRun
    frequency: 'Hour'
    interval: intervalHours
    timeZone: 'Etc/UTC'
  }
}

resource connection 'Microsoft.Automation/automationAccounts/jobSchedules@2024-10-23' = if (connectSchedule) {
  parent: account
  name: guid(account.id, runbookName, schedule.name)
  properties: {
    runbook: {
      name: runbook.name
    }
    schedule: {
      name: schedule.name
    }
    parameters: {
      Environment: environment().name
      ReportContainer: reports.outputs.containerUri
      ManagementGroup: managementGroup
      ExpiresWithin: string(expiresWithin)
      ErrorOnFinding: errorOnFinding
    }
  }
}

module reports '../reports.bicep' = {
  name: 'fleet-reports'
  params: {
    location: location
    name: storageName
    principalId: account.identity.principalId
  }
}

module access '../access.bicep' = if (assignRole) {
  name: 'fleet-access'
  scope: subscription()
  params: {
    principalId: account.identity.principalId
  }
}

@description('The object id of the identity, for access-management-group.bicep.')
output principalId string = account.identity.principalId
output reportContainer string = reports.outputs.containerUri
