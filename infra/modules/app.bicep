param name string
param location string
param environmentId string
param identityId string
param registryServer string
param image string
param minReplicas int
param maxReplicas int

@description('Environment variables, by name. Those with no value are left out.')
param settings object

var port = 3978
var given = filter(items(settings), setting => !empty(setting.value))

resource app 'Microsoft.App/containerApps@2026-01-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        { server: registryServer, identity: identityId }
      ]
    }
    template: {
      // Longer than the bot takes to finish the press and the card in hand.
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: name
          image: '${registryServer}/${image}'
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(
            [
              { name: 'SAMSPIL_HOST', value: '0.0.0.0' }
              { name: 'SAMSPIL_PORT', value: string(port) }
            ],
            map(given, setting => { name: setting.key, value: setting.value })
          )
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 2
              failureThreshold: 60
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: { path: '/readyz', port: port }
              periodSeconds: 5
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'presses'
            http: { metadata: { concurrentRequests: '50' } }
          }
        ]
      }
    }
  }
}
