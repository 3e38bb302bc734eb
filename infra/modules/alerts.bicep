@description('Of the app whose lines are watched.')
param name string
param location string
param workspaceId string
param insightsId string
param email string

@description('Asked from outside, to see that the bot can be reached.')
param address string

@description('False until there is an app.')
param enabled bool

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      { name: 'operators', emailAddress: email, useCommonAlertSchema: true }
    ]
  }
}

resource reach 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-reach'
  location: location
  kind: 'standard'
  tags: { 'hidden-link:${insightsId}': 'Resource' }
  properties: {
    SyntheticMonitorId: '${name}-reach'
    Name: '${name}-reach'
    Enabled: enabled
    Kind: 'standard'
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [
      { Id: 'emea-nl-ams-azr' }
      { Id: 'emea-se-sto-edge' }
      { Id: 'emea-gb-db3-azr' }
    ]
    Request: { RequestUrl: address, HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

var lines = 'ContainerAppConsoleLogs | where ContainerAppName == "${name}" | extend line = parse_json(Log)'

var rules = [
  {
    name: 'undelivered'
    // A backlog that grows is never empty; neither is one in which a single card is tried again and again.
    says: 'For half an hour there was no moment without undelivered notices.'
    severity: 2
    window: 'PT30M'
    query: '${lines} | where line.msg == "tick" | summarize value = min(toint(line.open))'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'errors'
    says: 'The bot has logged an error.'
    severity: 2
    window: 'PT5M'
    query: '${lines} | where toint(line.level) >= 50 | summarize value = count()'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'no-tick'
    says: 'No replica has looked for what is due for ten minutes.'
    severity: 1
    window: 'PT10M'
    query: '${lines} | where line.msg == "tick" | summarize value = count()'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'unreachable'
    says: 'The bot did not answer from outside, from more than one place.'
    severity: 1
    window: 'PT10M'
    query: 'AppAvailabilityResults | where Name == "${name}-reach" and Success == false | summarize value = dcount(Location)'
    operator: 'GreaterThan'
    threshold: 1
  }
]

resource alert 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    kind: 'LogAlert'
    properties: {
      displayName: '${name}: ${rule.name}'
      description: rule.says
      severity: rule.severity
      enabled: enabled
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      // The tables come into being with the first line that is logged.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Maximum'
            metricMeasureColumn: 'value'
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]
