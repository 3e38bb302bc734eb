import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Charter } from '../bot/governance/charter/charter.ts';
import { subjectOf } from '../bot/governance/tables/subjects.ts';
import type { State } from '../bot/governance/vocabulary/all.ts';
import { kinds, type Stream } from '../bot/governance/vocabulary/stream.ts';
import { stampRecord } from '../bot/store/record-name.ts';
import type { Store } from '../bot/store/store.ts';

const rules = new URL('../bot/governance/', import.meta.url);
interface Stamp {
  readonly stamp: string;
}

/** After an upgrade, or with a new calendar or new terms, snapshots and due times are made again from the ledger. Returns how many streams that were. */
export async function reindexIfNew(store: Store, charter: Charter): Promise<number> {
  const stamp = await codeAndCalendar(charter);
  const known = await store.record<Stamp>(...stampRecord);
  if (known?.value.stamp === stamp) return 0;
  let streams = 0;
  for (const kind of kinds) {
    for (const stream of await store.ofKind(kind)) {
      await rebuild(store, charter, stream);
      streams++;
    }
  }
  await store.putRecord<Stamp>(...stampRecord, { stamp }, known?.version ?? null);
  return streams;
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

async function codeAndCalendar({ bodies, collaboration, daysOff }: Charter): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await readdir(rules, { recursive: true })).filter((each) => each.endsWith('.ts')).sort())
    hash.update(file).update(await readFile(new URL(file, rules)));
  const { timeZone, calendar, defaults } = collaboration;
  const periods = bodies.flatMap(({ terms }) => terms.map(({ id, until }) => [id, until]));
  return hash.update(JSON.stringify([timeZone, calendar, defaults, periods, [...daysOff].sort()])).digest('hex');
}
