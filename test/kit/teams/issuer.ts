import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { Cloud } from '../../../bot/teams/cloud.ts';

/** What a token is to say instead of what Teams would; `null` leaves a claim out. */
export interface InboundClaims {
  readonly iss?: string;
  readonly aud?: string;
  readonly serviceurl?: string | null;
  /** Seconds from now until it expires. */
  readonly lives?: number;
  readonly more?: Readonly<Record<string, unknown>>;
  /** `plain`: a key without endorsements; `other-channel`: endorsed for another channel; `unknown`: not published. */
  readonly key?: 'teams' | 'plain' | 'other-channel' | 'unknown';
  /** `HS256`: signed with the published key, as if it were a secret both know. */
  readonly alg?: 'RS256' | 'HS256' | 'none';
  /** Claims changed after signing. */
  readonly tampered?: boolean;
}

const issuerName = 'https://api.botframework.com';

const names = ['teams', 'plain', 'other-channel', 'unknown'] as const;
/** Making keys is slow: one set for all issuers of a test file. */
const keys = Promise.all(names.map(async (name) => [name, await generateKeyPair('RS256', { extractable: true })] as const));

/** Issues the tokens Teams would, with real keys that the bot fetches as it would in Teams. */
export async function openIssuer(appId: string) {
  const pairs = new Map(await keys);
  const published = await Promise.all(
    [
      { name: 'teams' as const, endorsements: ['msteams', 'webchat'] },
      { name: 'plain' as const },
      { name: 'other-channel' as const, endorsements: ['slack'] },
    ].map(async ({ name, ...more }) => {
      const pair = pairs.get(name);
      return { ...(pair ? await exportJWK(pair.publicKey) : {}), kid: name, use: 'sig', alg: 'RS256', ...more };
    }),
  );
  let asked = 0;
  return {
    appId,
    /** How often the bot asked for its keys. */
    asked: () => asked,
    /** The token the bot sends with; the same one for as long as the issuer lives. */
    ownToken: () => `own-token-of-${appId}`,
    answer: (path: string, origin: string): object | null => {
      if (path.endsWith('openidconfiguration')) {
        return { issuer: issuerName, jwks_uri: `${origin}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
      }
      if (path !== '/keys') return null;
      asked += 1;
      return { keys: published };
    },
    cloud: (origin: string): Cloud => ({
      issuer: issuerName,
      openIdMetadata: `${origin}/v1/.well-known/openidconfiguration`,
      emulatorOpenIdMetadata: `${origin}/emulator/openidconfiguration`,
      login: `${origin}/login`,
      scope: issuerName,
      oAuth: `${origin}/oauth`,
      serviceOrigins: [origin],
    }),
    token: async (claims: InboundClaims & { readonly serviceurl?: string | null }): Promise<string> => {
      const now = Math.floor(Date.now() / 1000);
      const said = {
        iss: claims.iss ?? issuerName,
        aud: claims.aud ?? appId,
        nbf: now - 600,
        exp: now + (claims.lives ?? 3600),
        ...(claims.serviceurl === null ? {} : { serviceurl: claims.serviceurl }),
        ...claims.more,
      };
      if (claims.alg === 'none') return new UnsecuredJWT(said).encode();
      const name = claims.key ?? 'teams';
      const pair = pairs.get(name);
      if (!pair) throw new Error(`no key is called ${name}`);
      if (claims.alg === 'HS256') {
        const known = new TextEncoder().encode(await exportSPKI(pair.publicKey));
        return new SignJWT(said).setProtectedHeader({ alg: 'HS256', kid: name, typ: 'JWT' }).sign(known);
      }
      const signed = await new SignJWT(said).setProtectedHeader({ alg: 'RS256', kid: name, typ: 'JWT' }).sign(pair.privateKey);
      return claims.tampered ? tampered(signed) : signed;
    },
  };
}

function tampered(token: string): string {
  const [head = '', body = '', signature = ''] = token.split('.');
  const claims: unknown = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  const changed = Buffer.from(JSON.stringify({ ...(claims as object), extra: 'added' })).toString('base64url');
  return `${head}.${changed}.${signature}`;
}
