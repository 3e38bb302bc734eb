import type { GovernanceEvent, State } from '../governance/vocabulary/all.ts';
import type { Head } from '../governance/vocabulary/anchor.ts';
import type { Errand } from '../governance/vocabulary/errand.ts';
import type { Notice } from '../governance/vocabulary/notice.ts';
import type { Index, IsoInstant, Kind, PersonKey, Stream } from '../governance/vocabulary/stream.ts';
import type { Cause } from './cause.ts';

/**
 * What is remembered. Every store signs `test/store/contract.ts`; a promise without a test there is not a promise.
 * Times are passed in. A store that cannot answer throws `StoreUnavailable`; sending the same append again is always safe.
 */
export interface Store {
  /** The stream's newest snapshot, or null where nothing was ever appended. */
  recall(stream: Stream): Promise<Recalled | null>;
  /** The first entry this cause wrote on the stream, if it ever did. */
  seen(stream: Stream, cause: string): Promise<{ readonly seq: number } | null>;
  /**
   * All or nothing: entries, snapshot, texts, notices, errands. Nothing is written on 'conflict' or 'seen'; 'seen' comes first, so that the
   * same append sent again is never a conflict. A notice is open from the last entry's `at` or its own `dueAt` on. One whose key is known is
   * one more edition of it, open again even if it waited or was parked; several asks not yet drawn are drawn once, at the earliest time asked for.
   * Every other card that watches one of `touches` asks to be looked at again.
   */
  append(append: Append): Promise<Appended>;
  /** Entries in order, from `after` (exclusive) on. */
  history(stream: Stream, options?: { readonly after?: number; readonly limit?: number }): Promise<readonly Entry[]>;
  /** The texts of a stream that have not been erased, by reference. */
  texts(stream: Stream): Promise<ReadonlyMap<string, SealedText>>;
  /** The entry stays and still verifies; the words and their key are gone, and every card that watches the stream's texts asks to be looked at. */
  eraseText(stream: Stream, ref: string): Promise<void>;

  /** Streams whose `dueAt` has passed, the longest overdue first. */
  due(now: number, limit: number): Promise<readonly Stream[]>;
  /** Streams of a kind in a body; `open` only, where asked. In order of `dueAt`, then name; those never due come last. */
  ofBody(kind: Kind, body: string, options: { readonly openOnly: boolean }): Promise<readonly Stream[]>;
  /** By name, like all lists of streams that say nothing else. */
  ofKind(kind: Kind): Promise<readonly Stream[]>;
  waitingOn(person: PersonKey): Promise<readonly Stream[]>;
  /** Heads, of one kind or of all, whose newest entry was written after `since` (milliseconds; null: all) and not after `until`, by name. */
  heads(since: number | null, until: number, kind?: Kind): Promise<readonly Head[]>;
  /** Replaces a snapshot and its index without an event: after an upgrade or a new calendar. False when the stream has moved on. */
  reindex(stream: Stream, expect: number, state: State, index: Index): Promise<boolean>;

  /**
   * Takes up to `limit` outbox items that are due and not leased, and leases them; the longest claimable first. A card that stands is due
   * when its look grows stale. A lease that has ended is anybody's: the item comes again, `uncertain`. Its edition is marked too where no
   * card stood, for a second one may then appear.
   */
  claim(ask: { readonly now: number; readonly leaseMs: number; readonly limit: number }): Promise<readonly Claim[]>;
  /** False: somebody else has leased it since, or it was settled, and nothing was written. A lease that merely ended still settles. */
  settle(claim: Claim, outcome: SettleOutcome): Promise<boolean>;
  /** The claim to go on with; null: as for `settle`. */
  renew(claim: Claim, now: number, leaseMs: number): Promise<Claim | null>;
  /** What a claimed notice is being drawn from, before it is drawn for good: from now on a touch asks for one more edition. False: as for `settle`. */
  watch(claim: Claim, sources: readonly CardSource[]): Promise<boolean>;
  /** Every card that watches one of these asks to be looked at again; one not looked at yet is about to be. */
  touch(sources: readonly CardSource[], now: number): Promise<void>;
  /**
   * What touches were cut short is made good, and up to `most` cards that stand unlooked at, since an older Samspil sent them, ask to be
   * looked at. Asked for every minute.
   */
  sweep(now: number, most: number): Promise<void>;
  /** The printing of an edition has been pressed: where it still stands another is sent, also with the same face. */
  wear(key: string, printed: number, now: number): Promise<void>;
  /** A card that stands already, as edition 1 of a notice: it is looked at once more, and from then on like every other. Where its key is known, nothing happens. */
  keepTrue(notice: Notice, place: Place, look: Look): Promise<void>;
  /** Where a notice stands, whatever its state. */
  notice(key: string): Promise<StandingNotice | null>;
  /** Notices about a stream, by key. */
  noticesAbout(stream: Stream): Promise<readonly StandingNotice[]>;
  /** Every notice whose card stands somewhere and waits for nothing, by key. */
  standing(): Promise<readonly StandingNotice[]>;
  /** A notice that asks to be drawn again, not before `dueAt`; one that waits or is parked stays so. False where no such notice is. */
  redraw(key: string, dueAt: number): Promise<boolean>;
  /** Puts off every redraw of a notice that is asked for before `until`, already or yet, so that nobody's typing is lost. */
  putOff(key: string, who: string, until: number): Promise<void>;
  /** They have pressed: what was put off for them need not wait any longer, unless somebody else still types. */
  letGo(key: string, who: string): Promise<void>;
  /** Sends a parked notice or errand after all, due now. False where nothing is parked under that key. */
  lift(key: string, now: number): Promise<boolean>;
  /** Opens everything that waits for this body to have a channel. Who settles with 'wait' looks for the channel once more afterwards. */
  wake(body: string, now: number): Promise<void>;
  /** By key. */
  parked(): Promise<readonly OutboxItem[]>;
  /** Open items, leased ones and those not yet due among them, and how long the oldest has been due, in milliseconds. */
  backlog(now: number): Promise<{ readonly open: number; readonly oldestMs: number; readonly parked: number }>;

  /** Erasable records beside the ledger: persons, identities, channel addresses, rosters, settings of this installation, what was said together. */
  record<T>(kind: RecordKind, id: string): Promise<BesideRecord<T> | null>;
  /** By id. */
  records<T>(kind: RecordKind): Promise<readonly BesideRecord<T>[]>;
  /** Whatever was drawn from a record asks to be looked at when it is written or erased. `expect: null`: must not exist yet. False: somebody else wrote first, and nothing was written. No version comes twice, even after erasing. */
  putRecord<T>(kind: RecordKind, id: string, value: T, expect: number | null): Promise<boolean>;
  eraseRecord(kind: RecordKind, id: string): Promise<void>;

  close(): Promise<void>;
}

export const recordKinds = ['person', 'identity', 'address', 'roster', 'installation', 'together'] as const;
export type RecordKind = (typeof recordKinds)[number];
export interface BesideRecord<T> {
  readonly id: string;
  readonly version: number;
  readonly value: T;
}

export interface Recalled {
  /** The seq of the newest entry; the version an append expects. */
  readonly version: number;
  readonly hash: string;
  readonly state: State;
  readonly index: Index;
}

/** One line of the ledger. `hash` covers everything else in it, `previous` included. */
export interface Entry {
  readonly stream: Stream;
  readonly seq: number;
  readonly at: IsoInstant;
  readonly cause: Cause;
  /** The acting person's key, as verified (before joining); null for errands, the clock and operators. */
  readonly by: PersonKey | null;
  readonly event: GovernanceEvent;
  readonly previous: string;
  readonly hash: string;
}
export type Unchained = Omit<Entry, 'previous' | 'hash' | 'seq' | 'stream'>;

export interface SealedText {
  readonly ref: string;
  readonly key: string;
  readonly words: string;
}

export interface Append {
  readonly stream: Stream;
  /** 0 for a stream that must be new. */
  readonly expect: number;
  readonly cause: Cause;
  readonly entries: readonly Unchained[];
  readonly state: State;
  readonly index: Index;
  readonly texts: readonly SealedText[];
  readonly notices: readonly Notice[];
  readonly errands: readonly Errand[];
  readonly touches: readonly CardSource[];
}
export type Appended =
  | { readonly result: 'appended'; readonly version: number; readonly hash: string }
  /** This cause had already written here. */
  | { readonly result: 'seen'; readonly seq: number }
  | { readonly result: 'conflict' };

/** Where a sent card stands in Teams. */
export interface Place {
  readonly channel: string;
  readonly conversation: string;
  readonly activity: string;
}
export interface StandingNotice {
  readonly notice: Notice;
  readonly edition: number;
  readonly place: Place | null;
  readonly state: 'open' | 'sent' | 'waiting' | 'parked';
  /** Editions whose first sending may or may not have arrived, so that a second card may stand. */
  readonly uncertain: readonly number[];
  readonly error: string | null;
  /** The edition whose printing stands, and the one that somebody has pressed. */
  readonly printed: number;
  readonly worn: number | null;
  readonly watch: readonly CardSource[];
  readonly look: Look | null;
}
/** Something a card can be drawn from, in words a store can look up again. `sources.ts` alone puts them together, and nobody takes them apart. */
export type CardSource = string;
/** What was seen the last time a card was looked at. */
export interface Look {
  readonly at: number;
  /** A hash of what the card says: the same face need not be sent again. */
  readonly face: string;
  /** When it says something else by itself. */
  readonly staleAt: number | null;
  /** From then on it is left as it stands: it says how something was. */
  readonly keptUntil: number | null;
  /** It is over, and asks nobody. */
  readonly closed: boolean;
}
export type OutboxItem =
  | { readonly kind: 'notice'; readonly key: string; readonly standing: StandingNotice; readonly dueAt: number; readonly attempts: number }
  | {
      readonly kind: 'errand';
      readonly key: string;
      readonly errand: Errand;
      readonly from: Stream;
      readonly dueAt: number;
      readonly attempts: number;
    };
export type Claim = OutboxItem & {
  readonly lease: string;
  readonly leaseUntil: number;
  /** An earlier claim began and was never settled: what it sent may have arrived. */
  readonly uncertain: boolean;
};
export type SettleOutcome =
  /** A notice asked for again meanwhile stays open for its newer edition. */
  | { readonly kind: 'done'; readonly place: Place | null }
  /** A card was drawn; `sent`: and printed anew. */
  | {
      readonly kind: 'looked';
      readonly place: Place | null;
      readonly sent: boolean;
      readonly watch: readonly CardSource[];
      readonly look: Look;
    }
  /** `uncertain`: the try may have arrived. `waits`: for something else to come first; nothing was tried, and it does not count among the attempts. */
  | {
      readonly kind: 'retry';
      readonly at: number;
      readonly error: string;
      readonly uncertain: boolean;
      readonly forgetPlace: boolean;
      readonly waits?: true;
    }
  /** Nowhere to send it until the body has a channel. */
  /** `own`: until the body has a channel of its own, and not only one it is served in. */
  | { readonly kind: 'wait'; readonly body: string; readonly own?: true }
  | { readonly kind: 'park'; readonly error: string };

/** One request to a store that charges by the request, for whoever counts; `status` is a connection's fault where no answer came. */
export interface RoundTrip {
  readonly call: string;
  readonly status: number | string;
  readonly units: number;
}

/** The store did not answer. 'unknown': the write may have happened; sending the same append again is safe. */
export class StoreUnavailable extends Error {
  readonly code = 'store-unavailable';
  readonly written: 'no' | 'unknown';
  readonly retryAfterMs: number | null;
  constructor(message: string, written: 'no' | 'unknown', retryAfterMs: number | null, cause?: unknown) {
    super(message, { cause });
    this.written = written;
    this.retryAfterMs = retryAfterMs;
  }
}
/** More than one append may hold: 30 entries, 30 notices, 30 errands, 90 of these and texts together, 1.5 MB, a snapshot of 100 KB. Thrown before any I/O. */
export class AppendTooLarge extends Error {
  readonly code = 'append-too-large';
}
