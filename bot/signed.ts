import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { RecordName } from './store/record-name.ts';
import type { Store } from './store/store.ts';

/** Addresses that cannot be guessed: what they say is signed with a key of this installation. */
export interface Signer {
  readonly sign: (what: unknown) => Promise<string>;
  /** null: not signed by us. */
  readonly read: (token: string) => Promise<unknown>;
}

/** A key is made once for an installation; processes that make one at once agree on the first. */
export function openSigner(store: Pick<Store, 'record' | 'putRecord'>, name: RecordName): Signer {
  const key = async () => {
    for (;;) {
      const known = await store.record<{ readonly key: string }>(...name);
      if (known) return known.value.key;
      const made = randomBytes(32).toString('hex');
      if (await store.putRecord(...name, { key: made }, null)) return made;
    }
  };
  return {
    sign: async (what) => {
      const said = Buffer.from(JSON.stringify(what)).toString('base64url');
      return `${said}.${macOf(await key(), said)}`;
    },
    read: async (token) => {
      const [said = '', mac = '', ...more] = token.split('.');
      const ours = Buffer.from(macOf(await key(), said));
      const theirs = Buffer.from(mac);
      if (more.length > 0 || ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return null;
      return JSON.parse(Buffer.from(said, 'base64url').toString());
    },
  };
}

function macOf(key: string, words: string): string {
  return createHmac('sha256', key).update(words).digest('base64url');
}
