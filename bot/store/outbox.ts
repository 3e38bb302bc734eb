import type { Errand } from '../governance/vocabulary/errand.ts';
import type { Notice } from '../governance/vocabulary/notice.ts';
import type { Stream } from '../governance/vocabulary/stream.ts';
import type { CardSource, Claim, Look, OutboxItem, Place, SettleOutcome, StandingNotice, Store } from './store.ts';

/** The part of a store that is its outbox. */
export type Outbox = Pick<
  Store,
  | 'claim'
  | 'settle'
  | 'renew'
  | 'watch'
  | 'touch'
  | 'sweep'
  | 'wear'
  | 'keepTrue'
  | 'notice'
  | 'noticesAbout'
  | 'standing'
  | 'redraw'
  | 'putOff'
  | 'letGo'
  | 'lift'
  | 'wake'
  | 'parked'
  | 'backlog'
>;

/** An outbox item as every store keeps it. The functions here say what happens to it; a store only reads, applies and writes. */
export type Kept = KeptNotice | KeptErrand;
export interface KeptNotice extends Sending {
  readonly kind: 'notice';
  readonly notice: Notice;
  readonly edition: number;
  readonly place: StandingNotice['place'];
  readonly uncertain: readonly number[];
  readonly printed: number;
  readonly worn: number | null;
  readonly watch: readonly CardSource[];
  /** `edition`: the one that was looked at. */
  readonly look: (Look & { readonly edition: number }) | null;
  /** Who has a form of this card open, and until when a redraw waits for them. */
  readonly typing: Readonly<Record<string, number>>;
}
export interface KeptErrand extends Sending {
  readonly kind: 'errand';
  readonly errand: Errand;
  readonly from: Stream;
}
interface Sending {
  readonly key: string;
  readonly state: StandingNotice['state'];
  readonly error: string | null;
  /** When it was asked to be sent; the earliest of several asks. */
  readonly askedFor: number;
  /** Not before, whoever asks: a try failed. */
  readonly heldUntil: number;
  readonly attempts: number;
  /** `edition`: the one being sent; 0 for an errand. */
  readonly lease: { readonly id: string; readonly until: number; readonly edition: number } | null;
  /** A try began, and whether it arrived is not known. */
  readonly unsure: boolean;
  readonly waitsFor: string | null;
}

const fresh = { state: 'open', error: null, heldUntil: 0, attempts: 0, lease: null, unsure: false, waitsFor: null } as const;

/** What an older Samspil has kept has never been looked at. */
const unlooked = { worn: null, watch: [], look: null } as const;

/** An item as it was read, whichever Samspil wrote it. */
export function read(item: Kept): Kept {
  return item.kind === 'notice' ? Object.assign({}, unlooked, { printed: item.edition }, item) : item;
}

export function newErrand(errand: Errand, from: Stream, now: number): KeptErrand {
  return { ...fresh, kind: 'errand', key: errand.id, errand, from, askedFor: now };
}

/** A notice asked for by an append: new, or one more edition of the one that is there, open again whatever became of the last. */
export function asked(was: Kept | null, notice: Notice, now: number): KeptNotice {
  const at = notice.dueAt === null ? now : Date.parse(notice.dueAt);
  if (was === null)
    return {
      ...fresh,
      ...unlooked,
      kind: 'notice',
      key: notice.key,
      notice,
      edition: 1,
      printed: 0,
      place: null,
      uncertain: [],
      typing: {},
      askedFor: at,
    };
  if (was.kind === 'errand') throw new Error(`${notice.key} is an errand's key`);
  const next = { ...redrawn(was, at), notice };
  return was.state === 'parked' || was.state === 'waiting' ? reopened(next, at) : next;
}

/** A card that was sent before it was kept: between its drawing and now something may have changed. */
export function posted(notice: Notice, place: Place, look: Look): KeptNotice {
  return { ...asked(null, notice, look.at), printed: 1, place, look: { ...look, edition: 0 } };
}

/** Asked to be drawn again with nothing new recorded: what was sent opens; what waits or is parked stays so. */
export function redrawn(was: KeptNotice, at: number): KeptNotice {
  const asking = was.state === 'open' && was.edition > (was.lease?.edition ?? 0);
  return {
    ...was,
    edition: was.edition + 1,
    askedFor: asking ? Math.min(was.askedFor, at) : at,
    state: was.state === 'sent' ? 'open' : was.state,
  };
}

/** Null: it is about to be drawn anyway. */
export function touched(was: KeptNotice, at: number): KeptNotice | null {
  const asked = was.state === 'open' && was.lease === null && (was.place === null || was.askedFor <= at);
  const stale = was.state === 'sent' && was.lease === null && (was.look?.staleAt ?? Number.POSITIVE_INFINITY) <= at;
  return asked || stale ? null : redrawn(was, at);
}

/** Null: another printing stands by now. */
export function wornOut(was: KeptNotice, printed: number, at: number): KeptNotice | null {
  return was.printed === printed && was.worn !== printed ? { ...redrawn(was, at), worn: printed } : null;
}

/** Null: the lease is somebody else's by now, or settled. */
export function watching(was: Kept, lease: string, sources: readonly CardSource[]): KeptNotice | null {
  if (was.kind === 'errand' || was.lease?.id !== lease) return null;
  return { ...was, watch: [...new Set([...was.watch, ...sources])] };
}

/** A card that stands and that this Samspil has not looked at as it was last asked for. */
export function isUnlooked(item: Kept): boolean {
  return item.kind === 'notice' && item.state === 'sent' && item.place !== null && item.look?.edition !== item.edition;
}

export function heldBack(was: KeptNotice, who: string, until: number): KeptNotice {
  return { ...was, typing: { ...was.typing, [who]: Math.max(was.typing[who] ?? 0, until) } };
}

/** Null: nothing was put off for them. */
export function letGo(was: KeptNotice, who: string): KeptNotice | null {
  if (!(who in was.typing)) return null;
  const { [who]: _done, ...typing } = was.typing;
  return { ...was, typing };
}

/** Due now, after it waited or was parked. */
export function reopened<K extends Kept>(was: K, now: number): K {
  return { ...was, state: 'open', error: null, waitsFor: null, askedFor: now, heldUntil: 0, attempts: 0 };
}

/** The time from which it may be claimed; null: not as things stand. */
export function claimableFrom(item: Kept): number | null {
  if (item.kind === 'notice' && item.state === 'sent' && item.lease === null) return item.look?.staleAt ?? null;
  return item.state === 'open' ? Math.max(dueAt(item), item.lease?.until ?? 0) : null;
}

export function dueAt(item: Kept): number {
  const typing = item.kind === 'notice' ? Object.values(item.typing) : [];
  return Math.max(item.askedFor, item.heldUntil, ...typing);
}

/** A lease that ended unsettled leaves its mark: what was posted under it may stand beside what is posted now. */
export function claimed(item: Kept, lease: string, until: number): Kept {
  const was = item.kind === 'notice' && item.state === 'sent' ? redrawn(item, item.look?.staleAt ?? 0) : item;
  const taken = was.lease ? doubted(was, was.kind === 'notice' && was.place === null) : was;
  const edition = was.kind === 'notice' ? was.edition : 0;
  return { ...taken, attempts: was.attempts + 1, lease: { id: lease, until, edition } };
}

/** Null: the lease is somebody else's by now, or settled. */
export function renewed(was: Kept, lease: string, until: number): Kept | null {
  return was.lease?.id === lease ? { ...was, lease: { ...was.lease, until } } : null;
}

/** 'gone': an errand that is done. Null: the lease is somebody else's by now, or settled; nothing changes. */
export function settled(was: Kept, lease: string, outcome: SettleOutcome): Kept | 'gone' | null {
  if (was.lease?.id !== lease) return null;
  const newer = was.kind === 'notice' && was.edition > was.lease.edition;
  const free = { ...was, lease: null };
  switch (outcome.kind) {
    case 'done':
      if (free.kind === 'errand') return 'gone';
      return { ...free, place: outcome.place, state: newer ? 'open' : 'sent', error: null, attempts: 0, unsure: false };
    case 'looked':
      if (free.kind === 'errand') throw new Error(`${was.key} is no card`);
      return {
        ...free,
        ...{ place: outcome.place, state: newer ? 'open' : 'sent', error: null, attempts: 0, unsure: false },
        ...{ watch: outcome.watch, look: { ...outcome.look, edition: was.lease.edition } },
        ...(outcome.sent ? { printed: was.lease.edition } : {}),
      };
    case 'retry': {
      const known = outcome.uncertain ? { ...doubted(was, was.kind === 'notice' && was.place === null), lease: null } : free;
      const attempts = was.attempts - (outcome.waits ? 1 : 0);
      const later = { ...known, attempts, heldUntil: Math.max(known.heldUntil, outcome.at), error: outcome.error };
      return later.kind === 'notice' && outcome.forgetPlace ? { ...later, place: null } : later;
    }
    case 'wait':
      return newer ? free : { ...free, state: 'waiting', waitsFor: outcome.body };
    case 'park':
      return newer ? { ...free, error: outcome.error } : { ...free, state: 'parked', error: outcome.error };
  }
}

export function toClaim(item: Kept): Claim {
  if (!item.lease) throw new Error(`${item.key} is not leased`);
  return { ...toItem(item), lease: item.lease.id, leaseUntil: item.lease.until, uncertain: item.unsure };
}

export function toItem(item: Kept): OutboxItem {
  const { key, attempts } = item;
  if (item.kind === 'errand') return { kind: 'errand', key, errand: item.errand, from: item.from, dueAt: dueAt(item), attempts };
  return { kind: 'notice', key, standing: toStanding(item), dueAt: dueAt(item), attempts };
}

export function toStanding({ notice, edition, place, state, uncertain, error, printed, worn, watch, look }: KeptNotice): StandingNotice {
  const seen = look && { at: look.at, face: look.face, staleAt: look.staleAt, keptUntil: look.keptUntil, closed: look.closed };
  return { notice, edition, place, state, uncertain, error, printed, worn, watch, look: seen };
}

/** `second`: if it did arrive, the next try puts a second card beside it. */
function doubted(was: Kept, second: boolean): Kept {
  if (was.kind === 'errand' || !second || was.lease === null) return { ...was, unsure: true };
  return { ...was, unsure: true, uncertain: [...new Set([...was.uncertain, was.lease.edition])] };
}
