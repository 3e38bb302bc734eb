import type { Temporal } from 'temporal-polyfill';
import { emptyBody } from '../../governance/body/body.ts';
import type { BodyId, Charter } from '../../governance/charter/charter.ts';
import { dateAt } from '../../governance/time/calendar.ts';
import { type Begun, begun } from '../../governance/vocabulary/all.ts';
import type { Kind, PersonKey, Stream } from '../../governance/vocabulary/stream.ts';
import { streamOf } from '../../governance/vocabulary/stream.ts';
import { yearStream } from '../../governance/vocabulary/year/streams.ts';
import { datesIn } from '../../governance/year/dates.ts';
import { type BodyYear, yearFacts } from '../../governance/year/facts.ts';
import type { StandingYear } from '../../governance/year/take.ts';
import type { Store } from '../../store/store.ts';

/** Every body's year as it stands in the store: what is recorded, or where nothing is, what would be proposed. */
export async function readYear(store: Store, charter: Charter, year: number, now: Temporal.Instant): Promise<readonly BodyYear[]> {
  const ids = charter.bodies.map(({ id }) => id);
  const streams = (await Promise.all(ids.map((id) => store.ofBody('meeting', id, { openOnly: false })))).flat();
  const plans = ids.flatMap((id) => [year - 1, year, year + 1].map((of) => yearStream(id, of)));
  const persons = await state(store, 'persons', 'persons');
  const records = {
    plans: await states(store, 'year', plans),
    meetings: await states(store, 'meeting', streams),
    bodies: await Promise.all(ids.map(async (id) => (await state(store, 'body', streamOf('body', id))) ?? emptyBody(id))),
    one: (person: PersonKey) => persons?.joined[person] ?? person,
  };
  return yearFacts(charter, year, records, dateAt(charter, now));
}

/** One body's year as it is recorded, without laying out what is not. */
export async function readStanding(store: Store, charter: Charter, body: BodyId, year: number): Promise<StandingYear> {
  const plan = await state(store, 'year', yearStream(body, year));
  const streams = await store.ofBody('meeting', body, { openOnly: false });
  const meetings = await states(store, 'meeting', streams);
  return { phase: plan?.phase ?? 'empty', meetings: datesIn(charter, year, body, plan, meetings) };
}

async function states<K extends Kind>(store: Store, kind: K, streams: readonly Stream[]) {
  const found = await Promise.all(streams.map((stream) => state(store, kind, stream)));
  return found.filter((each) => each !== null);
}

async function state<K extends Kind>(store: Store, kind: K, stream: Stream): Promise<Begun<K> | null> {
  return begun((await store.recall(stream))?.state, kind);
}
