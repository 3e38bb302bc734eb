import type { BodyId } from '../charter/charter.ts';

/** A file of the ledger. Ids inside are lower-case letters, digits, `-` and `.`; a channel's is a hash of Teams' own. */
export type Stream =
  | 'charter'
  | 'persons'
  | 'anchor'
  | `channel/${string}`
  | `body/${string}`
  | `meeting/${string}`
  | `case/${string}`
  | `year/${string}`
  | `request/${string}`
  | `group/${string}`
  | `experience/${string}`
  | `flag/${string}`
  | `milestone-plan/${string}`
  | `follow-up/${string}`
  | `initiative/${string}`
  | `portfolio/${string}`
  | `work-plan/${string}`;
export type Kind =
  | 'charter'
  | 'persons'
  | 'anchor'
  | 'channel'
  | 'body'
  | 'meeting'
  | 'case'
  | 'year'
  | 'request'
  | 'group'
  | 'experience'
  | 'flag'
  | 'milestone-plan'
  | 'follow-up'
  | 'initiative'
  | 'portfolio'
  | 'work-plan';

/** A random key; the name and the identities behind it are erasable and stand beside the ledger. */
export type PersonKey = string;
/** A hash of the Teams conversation id; the address behind it stands beside the ledger. */
export type ChannelKey = string;
/** An instant as ISO text in UTC, `2015-03-02T08:00:00Z`. */
export type IsoInstant = string;

/** Free text somebody typed: the ledger keeps a reference and an HMAC under the text's own key, so that the text can be erased. */
export interface TextRef {
  readonly ref: string;
  readonly mac: string;
}

/** Who acts. A person is always the verified identity, already joined to one key; `administrator` comes from configuration. */
export type Actor =
  | { readonly kind: 'person'; readonly person: PersonKey; readonly administrator: boolean }
  | { readonly kind: 'errand'; readonly errand: string }
  | { readonly kind: 'clock' }
  | { readonly kind: 'operator' };

/** What a stream's overview reads are answered from. `dueAt` in milliseconds since 1970, null: nothing is due. */
export interface Index {
  readonly kind: Kind;
  readonly body: string | null;
  readonly dueAt: number | null;
  readonly waitingOn: readonly PersonKey[];
  readonly open: boolean;
}

export interface BodyOfYear {
  readonly body: BodyId;
  readonly year: number;
}
