import { createHash } from 'node:crypto';
import { ClientSecretCredential, ManagedIdentityCredential } from '@azure/identity';
import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Cloud } from './cloud.ts';
import { type Endorsed, openEndorsements } from './endorsements.ts';
import type { Credentials } from './settings.ts';

/** The bot's own token for what it sends to Teams. */
export type OwnToken = () => Promise<string>;

type Authentication = ConfigurationBotFrameworkAuthentication;
type Verdict = Awaited<ReturnType<Authentication['authenticateRequest']>>;
type Identity = Parameters<Authentication['createConnectorFactory']>[0];
type ConnectorFactory = ReturnType<Authentication['createConnectorFactory']>;
type CredentialsFactory = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]>;
type UserTokenClient = ReturnType<Authentication['createUserTokenClient']>;
type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;

const mostVerdicts = 500;

/** Narrow on purpose: only the identity that the settings name is asked, never whatever else the machine may hold. */
export function ownTokenFrom(bot: Credentials, cloud: Cloud): OwnToken {
  const credential =
    bot.appType === 'UserAssignedMsi'
      ? new ManagedIdentityCredential({ clientId: bot.appId })
      : new ClientSecretCredential(bot.tenant, bot.appId, bot.password ?? '');
  return async () => (await credential.getToken(`${cloud.scope}/.default`)).token;
}

/**
 * botbuilder's own check of tokens, narrowed to Teams' issuer and Teams' channel. A verdict is kept by the token's hash until the
 * token expires; service URL and channel are compared on every request all the same. Outgoing clients are kept per service URL.
 */
export class KeptAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #verdicts = new Map<string, { readonly verdict: Verdict; readonly until: number }>();
  readonly #clients = new Map<string, Promise<ConnectorClient>>();
  readonly #now: () => number;
  readonly #open: boolean;
  readonly #endorsed: Endorsed;
  #userTokens: UserTokenClient | null = null;
  #hasKeys = false;
  #firstCheck: Promise<unknown> = Promise.resolve();

  constructor(bot: Credentials | null, cloud: Cloud, ownToken: OwnToken, now: () => number) {
    super(endpoints(bot, cloud), credentialsFor(bot, ownToken), claimsOnlyFrom(cloud));
    this.#now = now;
    this.#open = bot === null;
    this.#endorsed = openEndorsements(cloud, now);
  }

  override async authenticateRequest(activity: Activity, authHeader: string): Promise<Verdict> {
    const key = createHash('sha256').update(authHeader).digest('base64');
    const kept = this.#verdicts.get(key);
    if (kept && kept.until > this.#now()) {
      const { claimsIdentity } = kept.verdict;
      if (activity.channelId === 'msteams' && claimsIdentity.getClaimValue('serviceurl') === activity.serviceUrl) return kept.verdict;
      throw new Error('a kept token was sent with another channel or service URL');
    }
    const verdict = await this.#withKeys(() => super.authenticateRequest(activity, authHeader));
    if (!this.#open && !(await this.#endorsed(kidOf(authHeader), activity.channelId)))
      throw new Error('a key that may not speak for Teams');
    const narrowed = { ...verdict, connectorFactory: this.createConnectorFactory(verdict.claimsIdentity) };
    if (!this.#open) this.#keep(key, narrowed);
    return narrowed;
  }

  /** botbuilder calls its keys fetched a moment before it has them; until one token has been checked, tokens are checked one by one. */
  async #withKeys(check: () => Promise<Verdict>): Promise<Verdict> {
    if (this.#hasKeys) return check();
    const mine = this.#firstCheck.then(check);
    this.#firstCheck = mine.catch(() => undefined);
    const verdict = await mine;
    this.#hasKeys = true;
    return verdict;
  }

  override createConnectorFactory(identity: Identity): ConnectorFactory {
    const factory = super.createConnectorFactory(identity);
    return {
      create: (serviceUrl, audience) => {
        const kept = this.#clients.get(serviceUrl) ?? factory.create(serviceUrl, audience);
        this.#clients.set(serviceUrl, kept);
        return kept;
      },
    };
  }

  override createUserTokenClient(identity: Identity): UserTokenClient {
    this.#userTokens ??= super.createUserTokenClient(identity);
    return this.#userTokens;
  }

  #keep(key: string, verdict: Verdict): void {
    const expires = Number(verdict.claimsIdentity.getClaimValue('exp'));
    if (!Number.isFinite(expires)) return;
    this.#verdicts.delete(key);
    this.#verdicts.set(key, { verdict, until: expires * 1000 });
    const [oldest] = this.#verdicts.keys();
    if (this.#verdicts.size > mostVerdicts && oldest !== undefined) this.#verdicts.delete(oldest);
  }
}

/** Named by a token whose signature has been verified with that key. */
function kidOf(authHeader: string): string {
  const head: unknown = JSON.parse(Buffer.from(authHeader.split(/[ .]/)[1] ?? '', 'base64url').toString('utf8'));
  const kid = typeof head === 'object' && head !== null && 'kid' in head ? head.kid : null;
  return typeof kid === 'string' ? kid : '';
}

function endpoints(bot: Credentials | null, cloud: Cloud) {
  return {
    MicrosoftAppId: bot?.appId ?? '',
    MicrosoftAppTenantId: bot?.tenant ?? '',
    ToBotFromChannelTokenIssuer: cloud.issuer,
    ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadata,
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.emulatorOpenIdMetadata,
    ToChannelFromBotLoginUrl: cloud.login,
    ToChannelFromBotOAuthScope: cloud.scope,
    OAuthUrl: cloud.oAuth,
    CallerId: '',
  };
}

function credentialsFor(bot: Credentials | null, ownToken: OwnToken): CredentialsFactory {
  return {
    isValidAppId: async (appId) => bot !== null && appId === bot.appId,
    isAuthenticationDisabled: async () => bot === null,
    createCredentials: async () => ({
      signRequest: async (request) => {
        if (bot !== null) request.headers.set('authorization', `Bearer ${await ownToken()}`);
        return request;
      },
    }),
  };
}

function claimsOnlyFrom(cloud: Cloud) {
  return {
    requiredEndorsements: ['msteams'],
    validateClaims: async (claims: readonly { readonly type: string; readonly value: string }[]) => {
      if (claims.find((claim) => claim.type === 'iss')?.value !== cloud.issuer) throw new Error('not a token from Teams');
    },
  };
}
