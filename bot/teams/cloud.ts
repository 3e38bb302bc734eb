/** Where Teams and its tokens live: the public cloud, or another with the same services under other names. */
export interface Cloud {
  /** The exact issuer of tokens that Teams sends with its activities. */
  readonly issuer: string;
  readonly openIdMetadata: string;
  readonly emulatorOpenIdMetadata: string;
  readonly login: string;
  readonly scope: string;
  readonly oAuth: string;
  /** Origins an activity may name as its service URL; `https://*.example.com` takes any host under it. */
  readonly serviceOrigins: readonly string[];
}

export const publicCloud: Cloud = {
  issuer: 'https://api.botframework.com',
  openIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  emulatorOpenIdMetadata: 'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
  login: 'https://login.microsoftonline.com/botframework.com',
  scope: 'https://api.botframework.com',
  oAuth: 'https://api.botframework.com',
  serviceOrigins: ['https://smba.trafficmanager.net', 'https://*.botframework.com'],
};

/** Local mode's stand-in for Teams runs on this machine, on a port of its own choosing. */
export const thisMachine = ['http://127.0.0.1:*', 'http://localhost:*'];

export function allowsOrigin(origins: readonly string[], serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  if (url.username !== '' || url.password !== '') return false;
  return origins.some((origin) => {
    if (origin.endsWith(':*')) return `${url.protocol}//${url.hostname}` === origin.slice(0, -2);
    const [scheme, host = ''] = origin.split('://');
    if (host.startsWith('*.')) return url.protocol === `${scheme}:` && url.port === '' && url.hostname.endsWith(host.slice(1));
    return url.origin === origin;
  });
}
