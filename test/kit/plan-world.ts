import { Temporal } from 'temporal-polyfill';
import { proposalOf, record, tryPlan } from '../../bot/cli/year/plan-record.ts';
import { opened } from '../../bot/files/open.ts';
import type { BodyId, Charter } from '../../bot/governance/charter/charter.ts';
import type { PlanTaken } from '../../bot/governance/year/take.ts';
import { openHandle } from '../../bot/handle.ts';
import type { Store } from '../../bot/store/store.ts';
import { datesInFile } from '../../bot/view/year/dates-in.ts';
import { readYear } from '../../bot/view/year/plan.ts';
import { body, charter, termsOf } from './charter.ts';

export const now = Temporal.Instant.from('2015-10-01T08:00:00Z');

export interface How {
  readonly body?: BodyId;
  readonly year?: number;
  readonly replace?: true;
  readonly elsewhere?: true;
  readonly at?: Temporal.Instant;
  readonly pointed?: Parameters<typeof datesInFile>[2]['pointed'];
}

/** A file is tried, and taken where nothing in it is wrong. */
export async function importing(store: Store, model: Charter, file: string | Uint8Array, how: How = {}): Promise<PlanTaken['trial']> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const reading = { body: how.body ?? null, year: how.year ?? null, pointed: how.pointed ?? {} };
  const read = datesInFile(model, await opened(bytes), reading);
  const where = { store, charter: model, now: how.at ?? now, language: 'da' } as const;
  const { trial, asked } = await tryPlan(where, read, { replace: how.replace ?? false, elsewhere: how.elsewhere ?? false });
  if (trial.faults.length === 0) await record(where, asked);
  return trial;
}

/** Records what the bot proposes for a year. */
export async function proposing(store: Store, model: Charter, year: number): Promise<void> {
  const years = await readYear(store, model, year, now);
  await record({ store, charter: model, now, language: 'da' }, years.map(proposalOf));
}

type Asked = Parameters<ReturnType<typeof openHandle>>[0];
let nth = 0;
export async function asking(store: Store, model: Charter, stream: Asked['stream'], command: Asked['command']): Promise<void> {
  const handle = openHandle(
    store,
    () => model,
    async () => undefined,
  );
  const handled = await handle({ stream, command, by: { kind: 'operator' }, cause: `operator:test-${++nth}`, now });
  if (handled.result === 'refused') throw new Error(handled.refusal.refused);
}

/** The lines of one event in a calendar of its own. */
export function calendarOf(lines: readonly string[], zone: readonly string[] = []): string {
  return ['BEGIN:VCALENDAR', ...zone, 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
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
  const daysOff = new Set([2015, 2016, 2017].map((year) => `${year}-01-01`));
  return { ...base, daysOff, collaboration: { ...collaboration, defaults: { ...defaults, planning: { ...defaults.planning, cadences } } } };
}
