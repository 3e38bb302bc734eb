import { Temporal } from 'temporal-polyfill';
import { localClockRecord } from './store/record-name.ts';
import type { Store } from './store/store.ts';

/** Local mode's time: it begins where it is told, goes as fast as the clock on the wall, can be moved on, and never goes back, whatever that clock does. */
export interface LocalTime {
  readonly now: () => Temporal.Instant;
  readonly move: (by: Temporal.Duration) => void;
  /** It goes on from there. */
  readonly to: (time: Temporal.Instant) => void;
}

export function openLocalTime(start: Temporal.Instant, wall: () => Temporal.Instant, timeZone: string): LocalTime {
  const began = wall();
  let at = start;
  let latest = start;
  const notBefore = (time: Temporal.Instant) => {
    if (Temporal.Instant.compare(time, latest) > 0) latest = time;
    return latest;
  };
  const now = () => notBefore(at.add(began.until(wall())));
  const goesOn = (time: Temporal.Instant) => {
    at = time.add(wall().until(began));
    notBefore(time);
  };
  return {
    now,
    move: (by) => {
      goesOn(now().toZonedDateTimeISO(timeZone).add(by).toInstant());
    },
    to: goesOn,
  };
}

/** The bot's clock as it was last set, for a command beside it; the wall's where no bot has set one. */
export async function localClock(store: Store, wall: () => Temporal.Instant): Promise<() => Temporal.Instant> {
  const set = (await store.record<ClockSet>(...localClockRecord))?.value;
  if (!set) return wall;
  return () => Temporal.Instant.from(set.shows).add(Temporal.Instant.from(set.at).until(wall()));
}

/** Written down whenever the clock begins or is moved. */
export async function noteLocalClock(store: Store, { now }: Pick<LocalTime, 'now'>, wall: () => Temporal.Instant): Promise<void> {
  const known = await store.record<ClockSet>(...localClockRecord);
  const value: ClockSet = { shows: now().toString(), at: wall().toString() };
  await store.putRecord<ClockSet>(...localClockRecord, value, known?.version ?? null);
}

interface ClockSet {
  readonly shows: string;
  readonly at: string;
}

/** Where the time may begin: as asked, but never before what the ledger already holds. */
export async function notBeforeTheLedger(store: Store, asked: Temporal.Instant): Promise<Temporal.Instant> {
  let latest = asked;
  for (const { stream, seq } of await store.heads(asked.epochMilliseconds, Number.MAX_SAFE_INTEGER)) {
    const [entry] = await store.history(stream, { after: seq - 1, limit: 1 });
    if (entry && Temporal.Instant.compare(entry.at, latest) > 0) latest = Temporal.Instant.from(entry.at);
  }
  return latest;
}
