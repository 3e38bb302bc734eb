import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { refusalSentence } from '../../../cards/text/languages.ts';
import { emptyBody } from '../../governance/body/body.ts';
import type { BodyId, Charter } from '../../governance/charter/charter.ts';
import { bodyOf } from '../../governance/charter/terms.ts';
import { subjectOf } from '../../governance/tables/subjects.ts';
import type { Command } from '../../governance/vocabulary/all.ts';
import { isRefusal } from '../../governance/vocabulary/refusal.ts';
import type { Stream } from '../../governance/vocabulary/stream.ts';
import type { GivenDate } from '../../governance/vocabulary/year.ts';
import { yearStream } from '../../governance/vocabulary/year-streams.ts';
import type { BodyYear } from '../../governance/year/facts.ts';
import { owedBy } from '../../governance/year/owed.ts';
import { openHandle } from '../../handle.ts';
import { type Cause, operatorCause } from '../../store/cause.ts';
import type { Store } from '../../store/store.ts';
import type { ReadDate } from '../../view/year/import.ts';
import { readYear } from '../../view/year/plan.ts';
import { CommandFailed } from '../open.ts';

/** One body's year that is to be recorded. */
export interface ToRecord {
  readonly body: BodyId;
  readonly year: number;
  readonly command: Extract<Command, { type: 'ProposeYear' | 'SetElsewhere' }>;
}

/** The commands that a file's dates come to: a proposal for a body that plans here, dates set elsewhere for another. */
export async function commandsFor(
  store: Store,
  charter: Charter,
  dates: readonly ReadDate[],
  elsewhere: boolean,
  now: Temporal.Instant,
): Promise<readonly ToRecord[]> {
  const keys = [...new Set(dates.map(({ body, date }) => `${body} ${date.slice(0, 4)}`))].sort();
  const asked: ToRecord[] = [];
  for (const key of keys) {
    const [body = '', of = ''] = key.split(' ');
    const mine = dates.filter((each) => each.body === body && each.date.startsWith(`${of}-`));
    const stands = (await readYear(store, charter, Number(of), now)).find((each) => each.body === body) ?? null;
    const meetings = numbered(mine.filter(({ cancelled }) => !cancelled));
    if (stands && stands.stands !== 'proposal' && sameAs(stands, meetings)) continue;
    const type = elsewhere || setByOthers(charter, body, Number(of), stands, mine) ? 'SetElsewhere' : 'ProposeYear';
    asked.push({ body, year: Number(of), command: { type, meetings } });
  }
  return asked;
}

export function proposalOf({ body, year, meetings }: BodyYear): ToRecord {
  const own = meetings.filter(({ cancelled, beside }) => !cancelled && !beside);
  const given = own.map(({ id, gathering, date, time, minutes }) => ({ id, gathering, date, time, minutes }));
  return { body, year, command: { type: 'ProposeYear', meetings: given } };
}

const plainNames = {
  body: (id: string) => id,
  seat: (id: string) => id,
  sector: (id: string) => id,
  clause: (id: string | null) => (id === null ? '' : ` (${id})`),
};

/** All or none: what one year's rules would refuse stops the rest before anything is written. */
export async function mayRecord(store: Store, charter: Charter, asked: readonly ToRecord[], now: Temporal.Instant): Promise<void> {
  for (const { body, year, command } of asked) {
    const stream = yearStream(body, year);
    const subject = subjectOf(stream);
    const state = (await store.recall(stream))?.state ?? subject.initial(stream);
    const one = (person: string) => person;
    const decided = subject.decide(state, command, {
      now,
      by: { kind: 'operator' },
      charter,
      one,
      sectorOf: () => null,
      body: emptyBody,
      meetings: () => [],
      dates: () => [],
    });
    if (isRefusal(decided)) throw new CommandFailed(`${body} ${year}: ${refusalSentence('en', decided, plainNames)} Nothing was changed.`);
  }
}

export async function record(
  store: Store,
  charter: Charter,
  asked: readonly ToRecord[],
  now: Temporal.Instant,
): Promise<readonly string[]> {
  const handle = openHandle(
    store,
    () => charter,
    (ms) => setTimeout(ms),
  );
  const said: string[] = [];
  for (const { body, year, command } of asked) {
    const stream = yearStream(body, year);
    const handled = await handle({ stream, command, by: { kind: 'operator' }, cause: await causeOf(store, stream, command), now });
    if (handled.result === 'refused') throw new CommandFailed(`${body} ${year}: ${refusalSentence('en', handled.refusal, plainNames)}`);
    const what = command.type === 'ProposeYear' ? 'proposed, for the chairs to confirm' : 'set elsewhere, and planned around';
    const dates = `${command.meetings.length} ${command.meetings.length === 1 ? 'date' : 'dates'}`;
    said.push(`${body} ${year}: ${dates} ${handled.result === 'done' ? what : 'as they were'}.`);
  }
  return said;
}

/** The same file twice in a row is one act; after other dates it is a new one. */
async function causeOf(store: Store, stream: Stream, command: Command): Promise<Cause> {
  const version = (await store.recall(stream))?.version ?? 0;
  const act = JSON.stringify([stream, version, command]);
  return operatorCause(createHash('sha256').update(act).digest('hex'));
}

function setByOthers(charter: Charter, body: BodyId, year: number, stands: BodyYear | null, dates: readonly ReadDate[]): boolean {
  if (stands && stands.stands !== 'proposal') return stands.stands === 'elsewhere';
  if (bodyOf(charter, body)?.outside) return true;
  return owedBy(charter, body, year).by === 'nothing' && dates.every(({ gathering }) => gathering === null);
}

function sameAs(plan: BodyYear, given: readonly GivenDate[]): boolean {
  const line = ({ id, date, time, minutes }: GivenDate) => [id, date, time, minutes].join();
  const before = plan.meetings
    .filter(({ cancelled, beside }) => !cancelled && !beside)
    .map(line)
    .sort();
  const now = given.map(line).sort();
  return before.length === now.length && before.every((each, at) => each === now[at]);
}

/** Dates without an id of their own are numbered in order of time. */
function numbered(dates: readonly ReadDate[]): readonly GivenDate[] {
  const inOrder = [...dates].sort((a, b) => (`${a.date} ${a.time}` < `${b.date} ${b.time}` ? -1 : 1));
  const taken = new Set(dates.flatMap(({ id }) => id ?? []));
  return inOrder.map(({ id, gathering, date, time, minutes }) => {
    let nth = 1;
    const name = () => (gathering === null ? `${nth}` : `${gathering}-${nth}`);
    if (id === null) while (taken.has(name())) nth++;
    const own = id ?? name();
    taken.add(own);
    return { id: own, gathering, date, time, minutes };
  });
}
