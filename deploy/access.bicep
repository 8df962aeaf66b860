// Gives an identity the role Integration Runtime Fleet Reader in one subscription. The name of a role is unique in a
// tenant: for several subscriptions use access-management-group.bicep.
targetScope = 'subscription'

@description('The object id of the managed identity or service principal.')
param principalId string

@description('Whether to create the role. Set it to false if the tenant has the role already.')
param createRole bool = true

@description('The id of the role if the tenant has it already, such as the output of an earlier deployment.')
param roleId string = ''

var role = loadJsonContent('role-definition.json')

resource definition 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (createRole) {
  name: guid(subscription().id, role.Name)
  properties: {
    roleName: role.Name
    description: role.Description
    type: 'CustomRole'
    permissions: [
      {
        actions: role.Actions
        notActions: role.NotActions
      }
    ]
    assignableScopes: [
      subscription().id
    ]
  }
}

var assignedRole = createRole ? definition.id : roleId

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(subscription().id, principalId, role.Name)
  properties: {
    roleDefinitionId: assignedRole
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

output roleId string = assignedRole
