// The storage account of the Function App, without account keys, with containers for the package and for reports.

param location string
param name string

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource package 'containers' = {
      name: 'app-package'
    }

    resource reports 'containers' = {
      name: 'fleet-reports'
    }
  }
}

output packageUri string = '${account.properties.primaryEndpoints.blob}app-package'
output reportUri string = '${account.properties.primaryEndpoints.blob}fleet-reports'
