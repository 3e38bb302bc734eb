import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import express from 'express';
import type { Cloud } from '../bot/teams/cloud.ts';
import { appId, tenant } from '../test/kit/teams/connector.ts';

interface Told {
  readonly cloud: Cloud;
}

/** botbuilder as its samples have it, with the same token check, answering every press with a small card and remembering nothing. */
const { cloud }: Told = JSON.parse(process.argv[2] ?? '');
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'never asked for',
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: tenant,
    ToBotFromChannelTokenIssuer: cloud.issuer,
    ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadata,
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.emulatorOpenIdMetadata,
    ToChannelFromBotLoginUrl: cloud.login,
    ToChannelFromBotOAuthScope: cloud.scope,
    OAuthUrl: cloud.oAuth,
    CallerId: '',
  }),
);
const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Tak', wrap: true }] };
const answer = async (context: TurnContext) => {
  const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
};
const http = express().post('/api/messages', express.json(), (request, response) => adapter.process(request, response, answer));
const server = createServer(http).listen(0, '127.0.0.1');
await once(server, 'listening');
process.send?.((server.address() as AddressInfo).port);
await once(process, 'disconnect');
process.exit();
