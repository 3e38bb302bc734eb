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

/** What has been written stands, whatever becomes of this. */
export async function touchLater(wire: Wire, sources: readonly CardSource[], at: number): Promise<void> {
  try {
    await touchInCosmos(wire, sources, at);
  } catch (fault) {
    if (!(fault instanceof StoreUnavailable)) throw fault;
  }
}

/** For a write that is no batch: the note first, so that a process that stops in between has only asked for a look too many. */
export async function touching<T>(wire: Wire, home: string, sources: readonly CardSource[], write: () => Promise<T>): Promise<T> {
  await wire.put('touch', written(touchItem(home, randomUUID(), sources)), null);
  const done = await write();
  await touchLater(wire, sources, 0);
  return done;
}

/** A process that starts goes by what was written while none was there; one that runs, by what was written since it last did, and a little before. */
const firstBackMs = 7 * 24 * 60 * 60_000;
const overlapMs = 2 * 60_000;

export function openSweep(wire: Wire): (now: number, most: number) => Promise<void> {
  let since: number | null = null;
  return async (now, most) => {
    await sweepCosmos(wire, since ?? now - firstBackMs, now, most);
    since = now - overlapMs;
  };
}

/** A card that was looked at after the write has seen it. */
async function sweepCosmos(wire: Wire, since: number, now: number, most: number): Promise<void> {
  const where = "c.type = 'touch' OR (c.type = 'cause' AND c.touchedAt > @since)";
  const written = await wire.ask<Stored<TouchItem | CauseItem>>('sweep', { partition: null, where, given: { since } });
  const newest = new Map<CardSource, number>();
  for (const { touchedAt: at, touches } of written) {
    for (const source of touches) newest.set(source, Math.max(newest.get(source) ?? 0, at === 0 ? Number.POSITIVE_INFINITY : at));
  }
  for (const card of await watching(wire, [...newest.keys()])) {
    const unseen = (was: KeptNotice) => was.watch.some((source) => (newest.get(source) ?? -1) >= (was.look?.at ?? 0));
    await asks(wire, card, (was) => (unseen(was) ? touched(was, now) : null));
  }
  const notes = written.filter(({ type }) => type === 'touch');
  await Promise.all(notes.map(({ pk, id }) => wire.erase('sweep', pk, id)));

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
