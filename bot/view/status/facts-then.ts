import { Temporal } from 'temporal-polyfill';
import type { Charter, IsoDate } from '../../governance/charter/charter.ts';
import type { Facts } from '../../governance/status/status.ts';
import { subjectOf } from '../../governance/tables/subjects.ts';
import { instantOf } from '../../governance/time/calendar.ts';
import type { State } from '../../governance/vocabulary/all.ts';
import type { Stream } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';

/** The last moment of a date, on the collaboration's clocks. */
export function endOfDay(charter: Charter, date: IsoDate): Temporal.Instant {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  return instantOf(charter, next, '00:00').subtract({ milliseconds: 1 });
}

/** What a status is made from as it was known at the end of a date, made again from the ledger's entries up to then. */
export async function factsThen(store: Store, charter: Charter, date: IsoDate): Promise<Facts> {
  const until = endOfDay(charter, date);
  const followUps = await Promise.all((await store.ofKind('follow-up')).map((stream) => stateThen(store, stream, until)));
  const initiatives = await Promise.all((await store.ofKind('initiative')).map((stream) => stateThen(store, stream, until)));
  return {
    followUps: followUps.flatMap((state) => (state?.kind === 'follow-up' ? [state] : [])),
    initiatives: initiatives.flatMap((state) => (state?.kind === 'initiative' ? [state] : [])),
  };
}

/** null: it had not begun. */
async function stateThen(store: Store, stream: Stream, until: Temporal.Instant): Promise<State | null> {
  const subject = subjectOf(stream);
  const entries = (await store.history(stream)).filter(({ at }) => Temporal.Instant.compare(at, until) <= 0);
  return entries.length === 0 ? null : entries.reduce((state, { event }) => subject.evolve(state, event), subject.initial(stream));
}
