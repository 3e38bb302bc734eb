import { Temporal } from 'temporal-polyfill';
import { commandsFor, mayRecord, proposalOf, record } from '../../bot/cli/year/plan-record.ts';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { openHandle } from '../../bot/handle.ts';
import type { SqliteStore } from '../../bot/store/sqlite.ts';
import { fromIcs } from '../../bot/view/calendar/ics-read.ts';
import { fromCsv } from '../../bot/view/year/csv.ts';
import { readYear } from '../../bot/view/year/plan.ts';
import { body, charter, termsOf } from '../kit/charter.ts';

export const now = Temporal.Instant.from('2015-10-01T08:00:00Z');

export const model: Charter = fjord();

export async function importing(into: SqliteStore, text: string, format: 'ics' | 'csv', whose: string | null = null, elsewhere = false) {
  const dates = format === 'ics' ? fromIcs(model, text, whose) : fromCsv(model, text, whose);
  const asked = await commandsFor(into, model, dates, elsewhere, now);
  await mayRecord(into, model, asked, now);
  return record(into, model, asked, now);
}

export async function propose(store: SqliteStore) {
  const years = await readYear(store, model, 2016, now);
  await record(store, model, years.map(proposalOf), now);
}

export type Asked = Parameters<ReturnType<typeof openHandle>>[0];

let nth = 0;

export async function on(store: SqliteStore, stream: Asked['stream'], command: Asked['command']) {
  const handle = openHandle(
    store,
    () => model,
    async () => undefined,
  );
  const handled = await handle({ stream, command, by: { kind: 'operator' }, cause: `operator:test-${++nth}`, now });
  if (handled.result === 'refused') throw new Error(handled.refusal.refused);
}

/** A panel that the terms give four meetings, under a forum that has four by a setting and calls one gathering. */
export function fjord(names: { readonly forum?: string } = {}): Charter {
  const clause = {
    id: 'panel-cadence',
    kind: 'cadence',
    text: { da: 'Mødes fire gange om året.' },
    source: { document: 'F1', section: '§3' },
    state: { kind: 'waits', for: 'year wheel' },
  } as const;
  const value = { least: 4, most: 4, about: false, asNeeded: false };
  const panel = {
    ...termsOf('panel', { above: 'forum', until: null }),
    cadence: { stated: true, value, clause: clause.id },
    clauses: [clause],
  } as const;
  const forum = { ...body('forum', { until: null }), name: { da: names.forum ?? 'Forum', en: 'forum' }, kind: 'steering-group' };
  const base = charter({
    bodies: [{ ...body('panel'), terms: [panel] }, forum, { ...body('council'), outside: true, terms: [] }],
    gatherings: [
      {
        id: 'dag',
        name: { da: 'Temadag', en: 'Theme day' },
        host: 'forum',
        who: [{ body: 'panel', kind: null, seats: 'chairs' }],
        least: 1,
        most: 2,
        minutes: 360,
        from: '2015-01-01',
        until: null,
        clause: clause.id,
      },
    ],
  });
  const { collaboration } = base;
  const { defaults } = collaboration;
  const cadences = [{ body: 'forum', kind: null, least: 4, most: 5 }];
  return { ...base, collaboration: { ...collaboration, defaults: { ...defaults, planning: { ...defaults.planning, cadences } } } };
}
