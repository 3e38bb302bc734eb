import { createHash } from 'node:crypto';
import type { ChannelKey, PersonKey } from '../governance/vocabulary/stream.ts';
import type { RecordKind } from './store.ts';

/** The kind and the id of a record beside the ledger. Every record of the house is named here. */
export type RecordName = readonly [RecordKind, string];

/** A name and the identities behind it. */
export function personRecord(person: PersonKey): RecordName {
  return ['person', person];
}

/** Whose a verified identity is: a hash, so that nobody reads it off the name. */
export function identityRecord({ tenant, aadObjectId }: { readonly tenant: string; readonly aadObjectId: string }): RecordName {
  const hash = createHash('sha256').update(`identity|${tenant.toLowerCase()}|${aadObjectId.toLowerCase()}`).digest('hex');
  return ['identity', hash];
}

/** Where a channel is reached. */
export function addressRecord(channel: ChannelKey): RecordName {
  return ['address', channel];
}

/** Who has been seen in a channel. */
export function rosterRecord(channel: ChannelKey): RecordName {
  return ['roster', channel];
}

/** What a note has said along with its own ask, or the note that says it in its place. */
export function togetherRecord(notice: string): RecordName {
  return ['together', notice];
}

/** The notes of the last hour in a channel that may say more than their own ask. */
export function hostsRecord(channel: ChannelKey): RecordName {
  return ['together', `in ${channel}`];
}

/** The rules that snapshots were made by. */
export const stampRecord: RecordName = ['installation', 'stamp'];
/** The model and the words that cards were drawn with. */
export const facesRecord: RecordName = ['installation', 'faces'];
/** What local mode's clock showed when it was last set. */
export const localClockRecord: RecordName = ['installation', 'local-clock'];
/** What addresses of calendars are signed with. */
export const calendarKeyRecord: RecordName = ['installation', 'calendar-key'];
/** What addresses of pictures are signed with. */
export const pictureKeyRecord: RecordName = ['installation', 'picture-key'];
