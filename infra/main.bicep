targetScope = 'resourceGroup'

@description('The first part of every name; lower-case letters, digits and hyphens.')
@minLength(3)
@maxLength(12)
param name string = 'samspil'

@description('Where everything stands, apart from the bot registration, which is global.')
param location string = resourceGroup().location

@description('The image in the registry, with its tag. Empty the first time: the registry must exist before an image can be in it, and the app is left out.')
param image string = ''

@description('Entra object ids of the administrators.')
@minLength(1)
param administrators string[]

@description('Entra tenant ids of partners whose people may come in shared channels.')
param partnerTenants string[] = []

@description('Where alerts are sent.')
param alertEmail string

@description('One replica at least, because the clock runs inside the bot.')
@minValue(1)
param minReplicas int = 1

@minValue(1)
param maxReplicas int = 3

@description('F0 has no charge; S1 comes with a service level agreement.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@allowed(['fatal', 'error', 'warn', 'info', 'debug', 'trace'])
param logLevel string = 'info'

var unique = uniqueString(resourceGroup().id)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-identity'
  location: location
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    name: '${replace(name, '-', '')}${unique}'
    location: location
    pullerPrincipalId: identity.properties.principalId
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    name: '${name}-${unique}'
    location: location
    writerPrincipalId: identity.properties.principalId
  }
}

module pages 'modules/pages.bicep' = {
  name: 'pages'
  params: {
    name: take('${replace(name, '-', '')}${unique}', 24)
    location: location
    writerPrincipalId: identity.properties.principalId
  }
}

module managedEnvironment 'modules/environment.bicep' = {
  name: 'environment'
  params: {
    name: name
    location: location
  }
}

var host = '${name}.${managedEnvironment.outputs.defaultDomain}'

module app 'modules/app.bicep' = if (!empty(image)) {
  name: 'app'
  params: {
    name: name
    location: location
    environmentId: managedEnvironment.outputs.id
    identityId: identity.id
    registryServer: registry.outputs.server
    image: image
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    settings: {
      // Read by Azure's sign-in: which identity commands run inside the container use.
      AZURE_CLIENT_ID: identity.properties.clientId
      MicrosoftAppId: identity.properties.clientId
      MicrosoftAppTenantId: identity.properties.tenantId
      MicrosoftAppType: 'UserAssignedMsi'
      SAMSPIL_ADMINISTRATORS: join(administrators, ',')
      SAMSPIL_PARTNER_TENANTS: join(partnerTenants, ',')
      SAMSPIL_STORE: 'cosmos:${cosmos.outputs.endpoint}'
      SAMSPIL_PAGES: pages.outputs.address
      SAMSPIL_PAGES_URL: '${pages.outputs.address}/'
      SAMSPIL_LOG_LEVEL: logLevel
      SAMSPIL_PUBLIC_URL: 'https://${host}'
    }
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-${unique}'
    sku: botSku
    endpoint: 'https://${host}/api/messages'
    identityId: identity.id
    appId: identity.properties.clientId
    tenantId: identity.properties.tenantId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    workspaceId: managedEnvironment.outputs.workspaceId
    insightsId: managedEnvironment.outputs.insightsId
    email: alertEmail
    address: 'https://${host}/healthz'
    enabled: !empty(image)
  }
}

@description('The bot\'s app id, for the Teams app package.')
output appId string = identity.properties.clientId

@description('Where the image is pushed.')
output registryServer string = registry.outputs.server

@description('Where the bot answers.')
output address string = 'https://${host}'

@description('Where published meetings are read; their list is index.html.')
output pages string = '${pages.outputs.address}/'

@description('The store\'s endpoint.')
output cosmosEndpoint string = cosmos.outputs.endpoint
