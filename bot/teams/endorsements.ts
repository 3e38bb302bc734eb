import type { Cloud } from './cloud.ts';

/** Which channels a signing key may speak for. botbuilder takes a key without endorsements as good for all; for us it is good for none. */
export type Endorsed = (kid: string, channel: string) => Promise<boolean>;

const freshMs = 24 * 3_600_000;
/** A key we do not know yet may be new; asked for at most this often. */
const againMs = 3_600_000;
const patienceMs = 5_000;

type Keys = ReadonlyMap<string, readonly string[]>;

export function openEndorsements(cloud: Cloud, now: () => number): Endorsed {
  let kept: { readonly at: number; readonly keys: Promise<Keys> } | null = null;
  const keys = (olderThanMs: number): Promise<Keys> => {
    if (kept && now() - kept.at < olderThanMs) return kept.keys;
    const asked = { at: now(), keys: publishedKeys(cloud) };
    kept = asked;
    asked.keys.catch(() => {
      if (kept === asked) kept = null;
    });
    return asked.keys;
  };
  return async (kid, channel) => {
    const endorsements = (await keys(freshMs)).get(kid) ?? (await keys(againMs)).get(kid) ?? [];
    return endorsements.includes(channel);
  };
}

async function publishedKeys(cloud: Cloud): Promise<Keys> {
  const { jwks_uri } = await json(cloud.openIdMetadata);
  if (typeof jwks_uri !== 'string') throw new Error('the OpenID metadata names no keys');
  const { keys } = await json(jwks_uri);
  if (!Array.isArray(keys)) throw new Error('no keys are published');
  return new Map(
    keys
      .filter(isRecord)
      .flatMap(({ kid, endorsements }) =>
        typeof kid === 'string' && Array.isArray(endorsements)
          ? [[kid, endorsements.filter((each) => typeof each === 'string')] as const]
          : [],
      ),
  );
}

async function json(url: string): Promise<Readonly<Record<string, unknown>>> {
  const answered = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
  const read: unknown = await answered.json();
  if (!answered.ok || !isRecord(read)) throw new Error(`${url} answered ${answered.status}`);
  return read;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
