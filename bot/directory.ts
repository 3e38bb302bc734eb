import { createHash, randomBytes } from 'node:crypto';
import type { Address } from './courier.ts';
import { personKey } from './governance/vocabulary/person-key.ts';
import type { ChannelKey, PersonKey } from './governance/vocabulary/stream.ts';
import { addressRecord, identityRecord, personRecord, type RecordName, rosterRecord } from './store/record-name.ts';
import type { Store } from './store/store.ts';

/** A person as Teams knows them. Erasable: the ledger has the key only. */
export interface PersonRecord {
  readonly name: string;
  readonly identities: readonly Identity[];
  /** The language of their Teams client when last heard. */
  readonly language: string | null;
}
/** `mri` is Teams' own `29:` id of this person with this bot, once seen. */
export interface Identity {
  readonly tenant: string;
  readonly aadObjectId: string;
  readonly mri: string | null;
}
export interface RosterRecord {
  readonly members: readonly { readonly person: PersonKey; readonly guest: boolean }[];
  readonly at: string;
}

/** Persons and channels by what Teams calls them. Names, Entra ids, `29:` ids and addresses live here, beside the ledger, and nowhere else. */
export interface Directory {
  /** The key of a verified identity, made at first sight. Two processes that see somebody first at once agree on one key. */
  readonly person: (identity: Identity, name: string | null, language: string | null) => Promise<PersonKey>;
  /** The key of an identity seen before; null: not yet, and none is made. */
  readonly known: (identity: Identity) => Promise<PersonKey | null>;
  readonly who: (person: PersonKey) => Promise<PersonRecord | null>;
  readonly everyone: () => Promise<ReadonlyMap<PersonKey, PersonRecord>>;
  readonly forget: (person: PersonKey) => Promise<void>;
  readonly address: (channel: ChannelKey) => Promise<Address | null>;
  readonly keepAddress: (address: Address) => Promise<void>;
  readonly roster: (channel: ChannelKey) => Promise<RosterRecord | null>;
  readonly keepRoster: (channel: ChannelKey, roster: RosterRecord) => Promise<void>;
}

/** The ledger's name for a Teams channel. */
export function channelKey(conversation: string): ChannelKey {
  return createHash('sha256').update(`channel|${conversation}`).digest('hex').slice(0, 24);
}

export function openDirectory(store: Store): Directory {
  return {
    person: async (identity, name, language) => {
      const mine = identityRecord(identity);
      const known = await store.record<{ person: PersonKey }>(...mine);
      if (known) {
        await keepPerson(store, known.value.person, identity, name, language);
        return known.value.person;
      }
      const person = personKey(randomBytes(12).toString('hex'));
      await keepPerson(store, person, identity, name, language);
      if (await store.putRecord(...mine, { person }, null)) return person;
      await store.eraseRecord(...personRecord(person));
      const winner = await store.record<{ person: PersonKey }>(...mine);
      if (!winner) throw new Error('an identity vanished while it was being made');
      return winner.value.person;
    },
    known: async (identity) => (await store.record<{ person: PersonKey }>(...identityRecord(identity)))?.value.person ?? null,
    who: async (person) => (await store.record<PersonRecord>(...personRecord(person)))?.value ?? null,
    everyone: async () => new Map((await store.records<PersonRecord>('person')).map((record) => [record.id, record.value])),
    forget: async (person) => {
      const record = await store.record<PersonRecord>(...personRecord(person));
      for (const identity of record?.value.identities ?? []) await store.eraseRecord(...identityRecord(identity));
      await store.eraseRecord(...personRecord(person));
    },
    address: async (channel) => (await store.record<Address>(...addressRecord(channel)))?.value ?? null,
    keepAddress: (address) => keep<Address>(store, addressRecord(address.channel), (was) => ({ ...was, ...address })),
    roster: async (channel) => (await store.record<RosterRecord>(...rosterRecord(channel)))?.value ?? null,
    keepRoster: (channel, roster) => keep<RosterRecord>(store, rosterRecord(channel), () => roster),
  };
}

function isSame(one: Identity, other: Identity): boolean {
  return identityRecord(one)[1] === identityRecord(other)[1];
}

function keepPerson(store: Store, person: PersonKey, identity: Identity, name: string | null, language: string | null): Promise<void> {
  return keep<PersonRecord>(store, personRecord(person), (was) => {
    const others = (was?.identities ?? []).filter((each) => !isSame(each, identity));
    const before = (was?.identities ?? []).find((each) => isSame(each, identity));
    return {
      name: name ?? was?.name ?? '',
      identities: [...others, { ...identity, mri: identity.mri ?? before?.mri ?? null }],
      language: language ?? was?.language ?? null,
    };
  });
}

/** Writes only what changed, and starts again when somebody else wrote meanwhile. */
async function keep<T>(store: Store, name: RecordName, next: (was: T | null) => T): Promise<void> {
  for (;;) {
    const was = await store.record<T>(...name);
    const value = next(was?.value ?? null);
    if (was && JSON.stringify(was.value) === JSON.stringify(value)) return;
    if (await store.putRecord(...name, value, was?.version ?? null)) return;
  }
}
