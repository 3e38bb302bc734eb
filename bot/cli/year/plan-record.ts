import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { namesIn } from '../../../cards/kit/said.ts';
import type { Language } from '../../../cards/text/languages.ts';
import { refusalSentence, textIn } from '../../../cards/text/languages.ts';
import { emptyBody } from '../../governance/body/body.ts';
import type { Charter } from '../../governance/charter/charter.ts';
import { type Fault, fault } from '../../governance/lists/line.ts';
import { subjectOf } from '../../governance/tables/subjects.ts';
import type { Command } from '../../governance/vocabulary/all.ts';
import { isRefusal, type Refusal } from '../../governance/vocabulary/refusal.ts';
import type { Stream } from '../../governance/vocabulary/stream.ts';
import { yearStream } from '../../governance/vocabulary/year/streams.ts';
import type { BodyYear } from '../../governance/year/facts.ts';
import type { DatesRead } from '../../governance/year/read-date.ts';
import { type PlanTaken, planTaken, type StandingYear, type ToRecord } from '../../governance/year/take.ts';
import { openHandle } from '../../handle.ts';
import { type Cause, operatorCause } from '../../store/cause.ts';
import type { Store } from '../../store/store.ts';
import { readStanding } from '../../view/year/plan.ts';

export interface PlanDeps {
  readonly store: Store;
  readonly charter: Charter;
  readonly now: Temporal.Instant;
  readonly language: Language;
}

/** What a file's dates would do, held against the rules: what one year would refuse is a fault of its lines. Nothing is written. */
export async function tryPlan(
  where: PlanDeps,
  read: DatesRead,
  how: { readonly replace: boolean; readonly elsewhere: boolean },
): Promise<PlanTaken> {
  const { store, charter } = where;
  const standing = new Map<Stream, StandingYear>();
  for (const { body, date, planned } of read.dates) {
    const of = [Number(date.slice(0, 4)), ...(planned === null ? [] : [planned])];
    for (const year of of.flatMap((each) => [each - 1, each, each + 1])) {
      const stream = yearStream(body, year);
      if (!standing.has(stream)) standing.set(stream, await readStanding(store, charter, body, year));
    }
  }
  const years = (body: string, year: number) => standing.get(yearStream(body, year)) ?? { phase: 'empty' as const, meetings: [] };
  const taken = planTaken(charter, read, { ...how, years });
  const refused: Fault[] = [];
  for (const each of taken.asked) {
    const no = await refusalOf(where, each);
    if (no) refused.push(fault(each.lines[0] ?? 0, 'refused', refusedDate(where, each, no)));
  }
  return { ...taken, trial: { ...taken.trial, faults: [...taken.trial.faults, ...refused] } };
}

export function proposalOf({ body, year, meetings }: BodyYear): ToRecord {
  const own = meetings.filter(({ cancelled, beside }) => !cancelled && !beside);
  const given = own.map(({ id, gathering, date, time, minutes, joint, online }) => ({ id, gathering, date, time, minutes, joint, online }));
  return { body, year, command: { type: 'ProposeYear', meetings: given }, lines: [] };
}

/** What the rules would say; null: they would take it. */
export async function refusalOf({ store, charter, now }: PlanDeps, { body, year, command }: ToRecord): Promise<Refusal | null> {
  const stream = yearStream(body, year);
  const subject = subjectOf(stream);
  const state = (await store.recall(stream))?.state ?? subject.initial(stream);
  const decided = subject.decide(state, command, {
    now,
    by: { kind: 'operator' },
    charter,
    one: (person) => person,
    sectorOf: () => null,
    body: emptyBody,
    meetings: () => [],
    dates: () => [],
  });
  return isRefusal(decided) ? decided : null;
}

/** Each year by a cause of its own. Returns a sentence for each. */
export async function record(where: PlanDeps, asked: readonly ToRecord[]): Promise<readonly string[]> {
  const { store, charter, now, language } = where;
  const handle = openHandle(
    store,
    () => charter,
    (ms) => setTimeout(ms),
  );
  const said: string[] = [];
  for (const each of asked) {
    const { body, year, command } = each;
    const stream = yearStream(body, year);
    const handled = await handle({ stream, command, by: { kind: 'operator' }, cause: await causeOf(store, stream, command), now });
    if (handled.result === 'refused') throw new Error(`${body} ${year}: ${refusedDate(where, each, handled.refusal)}`);
    const { files: text } = textIn(language);
    said.push(text.at(`${body} ${year}`, text[command.type === 'ProposeYear' ? 'proposed' : 'elsewhere'](command.meetings.length)));
  }
  return said;
}

export function refusedDate({ charter, now, language }: PlanDeps, { body, year }: ToRecord, refusal: Refusal): string {
  return `${body} ${year}: ${refusalSentence(language, refusal, namesIn(charter, body, language, now))}`;
}

/** The same file twice in a row is one act; after other dates it is a new one. */
async function causeOf(store: Store, stream: Stream, command: Command): Promise<Cause> {
  const version = (await store.recall(stream))?.version ?? 0;
  const act = JSON.stringify([stream, version, command]);
  return operatorCause(createHash('sha256').update(act).digest('hex'));
}
