import type { Charter } from '../bot/governance/charter/charter.ts';
import { subjectOf } from '../bot/governance/tables/subjects.ts';
import type { State } from '../bot/governance/vocabulary/all.ts';
import { kinds, type Stream } from '../bot/governance/vocabulary/stream.ts';
import { stampRecord } from '../bot/store/record-name.ts';
import type { Store } from '../bot/store/store.ts';
import { stampOf, whereNew } from './stamp.ts';

const rules = new URL('../bot/governance/', import.meta.url);

/** After an upgrade, or with a new calendar or new terms, snapshots and due times are made again from the ledger. Returns how many streams that were. */
export async function reindexIfNew(store: Store, charter: Charter): Promise<number> {
  const rebuilt = await whereNew(store, stampRecord, await codeAndCalendar(charter), async () => {
    let streams = 0;
    for (const kind of kinds) {
      for (const stream of await store.ofKind(kind)) {
        await rebuild(store, charter, stream);
        streams++;
      }
    }
    return streams;
  });
  return rebuilt ?? 0;
}

/** Starts over when somebody has written meanwhile. */
async function rebuild(store: Store, charter: Charter, stream: Stream): Promise<void> {
  const subject = subjectOf(stream);
  for (;;) {
    let state: State = subject.initial(stream);
    let version = 0;
    for (const entry of await store.history(stream)) {
      state = subject.evolve(state, entry.event);
      version = entry.seq;
    }
    if (await store.reindex(stream, version, state, subject.index(state, charter))) return;
  }
}

function codeAndCalendar({ bodies, collaboration, daysOff }: Charter): Promise<string> {
  const { timeZone, calendar, defaults } = collaboration;
  const periods = bodies.flatMap(({ terms }) => terms.map(({ id, until }) => [id, until]));
  return stampOf([rules], [timeZone, calendar, defaults, periods, [...daysOff].sort()]);
}
