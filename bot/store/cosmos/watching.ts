import { randomUUID } from 'node:crypto';
import { isUnlooked, type KeptNotice, read, redrawn, touched } from '../outbox.ts';
import { type CardSource, StoreUnavailable } from '../store.ts';
import { type CauseItem, type Gone, type OutboxEntry, outboxItem, type TouchItem, touchItem } from './items.ts';
import { type Stored, type Wire, written } from './wire.ts';

/** Sources asked for in one query. */
const atOnce = 30;

/**
 * Every card that watches one of these asks to be looked at again. A batch reaches one partition only: so a write leaves a note of what it
 * touched, in its own batch, and the sweep makes good what was cut off between the two.
 */
export async function touchInCosmos(wire: Wire, sources: readonly CardSource[], at: number): Promise<void> {
  const cards = await watching(wire, sources);
  await Promise.all(cards.map((card) => asks(wire, card, (was) => touched(was, at))));
}

/** How what was written reaches the cards that were drawn from it. */
export interface Touches {
  /** Of an append that stands, whatever becomes of this; what is cut off here is made good by a sweep. */
  readonly afterAppend: (append: WrittenAt, sources: readonly CardSource[]) => Promise<void>;
  /** For a write that is no batch: the note first, so that a process that stops in between has only asked for a look too many. */
  readonly touching: <T>(home: string, sources: readonly CardSource[], write: () => Promise<T>) => Promise<T>;
  readonly sweep: (now: number, most: number) => Promise<void>;
}
interface WrittenAt extends Pick<CauseItem, 'id' | 'pk'> {
  readonly at: number;
}

/** A process that starts goes by what was written while none was there; one that runs, by what was written since it last did, and a little before. */
const firstBackMs = 7 * 24 * 60 * 60_000;
const overlapMs = 3 * 60_000;
/**
 * What was written at a time may have become readable so much later, by the clock of whoever looked: clocks differ, and a store in trouble is
 * asked again.
 */
const lateMs = 2 * 60_000;

/** One to a process, for it remembers which writes need no more looks. */
export function openTouches(wire: Wire): Touches {
  let since: number | null = null;
  let notes: ReadonlySet<string> = new Set();
  const seen = new Map<string, number>();

  async function reached(sources: readonly CardSource[], at: number): Promise<boolean> {
    try {
      await touchInCosmos(wire, sources, at);
      return true;
    } catch (fault) {
      if (!(fault instanceof StoreUnavailable)) throw fault;
      return false;
    }
  }

  return {
    afterAppend: async (append, sources) => {
      if (await reached(sources, append.at)) seen.set(nameOf(append), append.at);
    },
    touching: async (home, sources, write) => {
      await wire.put('touch', written(touchItem(home, randomUUID(), sources)), null);
      const done = await write();
      await reached(sources, 0);
      return done;
    },
    sweep: async (now, most) => {
      const where = "c.type = 'touch' OR (c.type = 'cause' AND c.touchedAt > @since)";
      const given = { since: since ?? now - firstBackMs };
      const all = await wire.ask<Stored<TouchItem | CauseItem>>('sweep', { partition: null, where, given });
      const unseen = all.filter((each) => !seen.has(nameOf(each)));
      await lookAgain(wire, readableUntil(unseen, since === null), now);
      for (const each of unseen) if (each.type === 'cause') seen.set(nameOf(each), each.touchedAt);
      for (const [name, at] of seen) if (at < now - 2 * overlapMs) seen.delete(name);
      notes = await eraseOld(wire, all, notes);
      await lookAtUnlooked(wire, now, most);
      since = now - overlapMs;
    },
  };
}

function nameOf({ pk, id }: Pick<CauseItem, 'pk' | 'id'>): string {
  return `${pk} ${id}`;
}

/**
 * Until when each source may have been read without what was written. Whoever ran while others wrote has gone by their writes: a process that
 * starts doubts only the newest, among which is what a process that died has left undone.
 */
function readableUntil(all: readonly (TouchItem | CauseItem)[], first: boolean): ReadonlyMap<CardSource, number> {
  const newest = all.reduce((latest, { touchedAt }) => Math.max(latest, touchedAt), 0);
  const until = new Map<CardSource, number>();
  for (const { touchedAt: at, touches } of all) {
    const doubted = !first || at >= newest - overlapMs;
    const last = at === 0 ? Number.POSITIVE_INFINITY : at + (doubted ? lateMs : 0);
    for (const source of touches) until.set(source, Math.max(until.get(source) ?? 0, last));
  }
  return until;
}

/** A card that was looked at later than that has seen what was written. */
async function lookAgain(wire: Wire, until: ReadonlyMap<CardSource, number>, now: number): Promise<void> {
  for (const card of await watching(wire, [...until.keys()])) {
    const unseen = (was: KeptNotice) => was.watch.some((source) => (until.get(source) ?? -1) >= (was.look?.at ?? 0));
    await asks(wire, card, (was) => (unseen(was) ? touched(was, now) : null));
  }
}

/** A note may stand before what it is about is written: only one that stood at the last sweep goes. Those that stay. */
async function eraseOld(wire: Wire, all: readonly (TouchItem | CauseItem)[], stood: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const notes = all.filter(({ type }) => type === 'touch');
  const old = notes.filter((note) => stood.has(nameOf(note)));
  await Promise.all(old.map(({ pk, id }) => wire.erase('sweep', pk, id)));
  return new Set(notes.filter((note) => !old.includes(note)).map(nameOf));
}

async function lookAtUnlooked(wire: Wire, now: number, most: number): Promise<void> {
  const unlooked = await wire.ask<Stored<OutboxEntry>>('sweep', {
    partition: null,
    where: "c.type = 'outbox' AND c.kind = 'notice' AND c.state = 'sent' AND (NOT IS_DEFINED(c.looked) OR c.looked = false)",
    top: most,
  });
  for (const card of unlooked) await asks(wire, card, (was) => (isUnlooked(was) ? redrawn(was, now) : was));
}

async function watching(wire: Wire, sources: readonly CardSource[]): Promise<readonly Stored<OutboxEntry>[]> {
  const found = new Map<string, Stored<OutboxEntry>>();
  for (let from = 0; from < sources.length; from += atOnce) {
    const some = sources.slice(from, from + atOnce);
    const where = some.map((_each, at) => `ARRAY_CONTAINS(c.watch, @s${at})`).join(' OR ');
    const given = Object.fromEntries(some.map((source, at) => [`s${at}`, source]));
    const cards = await wire.ask<Stored<OutboxEntry>>('touch', { partition: null, where: `c.type = 'outbox' AND (${where})`, given });
    for (const card of cards) found.set(card.key, card);
  }
  return [...found.values()];
}

/** Written at once over what was found; read again where somebody has written since. */
async function asks(wire: Wire, card: Stored<OutboxEntry>, next: (was: KeptNotice) => KeptNotice | null): Promise<void> {
  const item = of(card, next);
  if (item === null || (await wire.put('touch', written(item), card._etag))) return;
  await wire.swap<OutboxEntry | Gone>('touch', card.pk, card.id, (was) => (was?.type === 'outbox' ? of(was, next) : null));
}

function of({ pk, kept }: Pick<OutboxEntry, 'pk' | 'kept'>, next: (was: KeptNotice) => KeptNotice | null) {
  const was = read(kept);
  const item = was.kind === 'notice' ? next(was) : null;
  return item && outboxItem(pk, item);
}
