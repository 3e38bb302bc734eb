import { createHash, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { namedInModel } from '../../../cards/milestone/list.ts';
import { refusalSentence } from '../../../cards/text/languages.ts';
import type { Directory } from '../../directory.ts';
import { emptyBody } from '../../governance/body/body.ts';
import type { BodyId, Charter } from '../../governance/charter/charter.ts';
import { asWritten, type Columns, type ListedMilestone, milestonesIn } from '../../governance/milestone/list.ts';
import type { ListLine, ListWrong } from '../../governance/milestone/list-rows.ts';
import { milestonePlan } from '../../governance/milestone/plan.ts';
import { holdings } from '../../governance/people/roles.ts';
import { dateAt } from '../../governance/time/calendar.ts';
import type { BodyState } from '../../governance/vocabulary/body.ts';
import type { Milestone, MilestonePlanState, WrittenMilestone } from '../../governance/vocabulary/milestone-plan.ts';
import { isRefusal, type Refusal } from '../../governance/vocabulary/refusal.ts';
import type { Told } from '../../governance/vocabulary/request.ts';
import type { PersonKey, Stream } from '../../governance/vocabulary/stream.ts';
import { streamOf } from '../../governance/vocabulary/stream.ts';
import type { Around } from '../../governance/vocabulary/subject.ts';
import { openHandle } from '../../handle.ts';
import { operatorCause } from '../../store/cause.ts';
import { macOf } from '../../store/chain.ts';
import type { SealedText, Store } from '../../store/store.ts';

export interface Where {
  readonly store: Store;
  readonly directory: Directory;
  readonly charter: Charter;
  readonly now: Temporal.Instant;
}
/** A line of the list, and what it is to the plan as it stands. */
export interface Listed {
  readonly milestone: ListedMilestone;
  /** Its name, as the list has it. */
  readonly owner: string | null;
  readonly change: 'new' | 'changed' | 'same';
}
type Read = { readonly listed: readonly Listed[]; readonly gone: readonly string[] };

/** What a list would draft, held against the rules. Nothing is written. */
export async function readList(
  where: Where,
  body: BodyId,
  lines: readonly ListLine[],
  columns: Columns,
): Promise<Read | { readonly wrong: readonly ListWrong[] } | { readonly refused: string }> {
  const { store, directory, charter, now } = where;
  const plan = await planOf(store, body);
  const before = await standing(store, plan);
  const here = (await store.recall(streamOf('body', body)))?.state;
  const state = here?.kind === 'body' ? here : emptyBody(body);
  const everyone = await directory.everyone();
  const one = await joined(store);
  const seated = new Set(holdings(charter, state, dateAt(charter, now)).map(({ appointment }) => one(appointment.person)));
  const people = [...seated].map((person) => ({ person, name: everyone.get(person)?.name ?? '' }));
  const known = {
    ...namedInModel(charter),
    people,
    milestones: before.map(({ milestone: { id }, words }) => ({ id, deliverable: words })),
    newId,
    year: Number(dateAt(charter, now).slice(0, 4)),
  };
  const read = milestonesIn(lines, columns, known);
  if ('wrong' in read) return read;

  const written = read.milestones.map((each) => writtenAs(each, before, streamOf('milestone-plan', body)).milestone);
  const decided = milestonePlan.decide(plan, { type: 'TakeList', milestones: written }, rulesAround(where, state, one));
  if (isRefusal(decided)) return { refused: sentence(decided) };
  const listed = read.milestones.map((milestone): Listed => {
    const was = before.find((each) => each.milestone.id === milestone.id);
    const owner = people.find(({ person }) => person === milestone.owner)?.name ?? null;
    return { milestone, owner, change: was === undefined ? 'new' : isSame(was, milestone) ? 'same' : 'changed' };
  });
  const gone = before.filter(({ milestone: { id } }) => !listed.some((each) => each.milestone.id === id)).map(({ words }) => words);
  return { listed, gone };

  /** The same file gives the same ids, and a line that was changed a new one. */
  function newId(line: number): string {
    const cells = lines.find((each) => each.line === line)?.cells ?? [];
    return fingerprint([body, plan.edition, cells[columns.deliverable ?? 0]]).slice(0, 16);
  }
}

/** Drafts the plan as the list has it; a sentence where that is refused. */
export async function takeList({ store, charter, now }: Where, body: BodyId, listed: readonly Listed[]): Promise<string | null> {
  const stream = streamOf('milestone-plan', body);
  const plan = await planOf(store, body);
  const before = await standing(store, plan);
  if (listed.every(({ change }) => change === 'same') && listed.length === before.length) return null;
  const sealed = listed.map(({ milestone }) => writtenAs(milestone, before, stream));
  const handle = openHandle(
    store,
    () => charter,
    (ms) => setTimeout(ms),
  );
  const handled = await handle({
    stream,
    command: { type: 'TakeList', milestones: sealed.map(({ milestone }) => milestone) },
    by: { kind: 'operator' },
    cause: operatorCause(`milestones/${fingerprint([body, plan.edition, listed.map(({ milestone }) => milestone)])}`),
    texts: sealed.flatMap(({ text }) => text ?? []),
    now,
  });
  return handled.result === 'refused' ? sentence(handled.refusal) : null;
}

interface Standing {
  readonly milestone: Milestone;
  readonly words: string;
}

/** The plan as it is being written, or is in force, with its words. */
async function standing(store: Store, plan: MilestonePlanState): Promise<readonly Standing[]> {
  return Promise.all(
    (plan.draft ?? plan.inForce).map(async (milestone) => {
      const texts = await store.texts(milestone.deliverable.in);
      return { milestone, words: texts.get(milestone.deliverable.text.ref)?.words ?? '' };
    }),
  );
}

async function planOf(store: Store, body: BodyId): Promise<MilestonePlanState> {
  const stream: Stream = streamOf('milestone-plan', body);
  const state = (await store.recall(stream))?.state;
  return state?.kind === 'milestone-plan' ? state : milestonePlan.initial(stream);
}

/** Words that stand already are not sealed anew. */
function writtenAs(
  listed: ListedMilestone,
  before: readonly Standing[],
  stream: Stream,
): { readonly milestone: WrittenMilestone; readonly text: SealedText | null } {
  const { id, line, deliverable } = listed;
  const was = before.find(({ milestone, words }) => milestone.id === id && words === deliverable);
  if (was) return { milestone: asWritten(listed, was.milestone.deliverable), text: null };
  const text = { ref: `${randomBytes(8).toString('hex')}.deliverable-${line}`, key: randomBytes(32).toString('hex'), words: deliverable };
  const told: Told = { text: { ref: text.ref, mac: macOf(text.key, text.words) }, in: stream };
  return { milestone: asWritten(listed, told), text };
}

function isSame({ milestone: was, words }: Standing, listed: ListedMilestone): boolean {
  const line = ({ initiative, owner, from, due, dependsOn, carriedBy }: Omit<WrittenMilestone, 'deliverable'>) =>
    JSON.stringify([initiative, owner, from, due, dependsOn, carriedBy]);
  return words === listed.deliverable && line(was) === line(listed);
}

async function joined(store: Store): Promise<(person: PersonKey) => PersonKey> {
  const persons = (await store.recall('persons'))?.state;
  return (person) => (persons?.kind === 'persons' ? persons.joined[person] : undefined) ?? person;
}

function rulesAround({ charter, now }: Where, state: BodyState, one: Around['one']): Around {
  const body = (id: BodyId) => (id === state.body ? state : emptyBody(id));
  return { now, by: { kind: 'operator' }, charter, one, sectorOf: () => null, body, meetings: () => [], dates: () => [] };
}

function sentence(refusal: Refusal): string {
  const plain = (id: string) => id;
  return refusalSentence('en', refusal, { body: plain, seat: plain, sector: plain, clause: (id) => (id === null ? '' : ` (${id})`) });
}

function fingerprint(of: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('hex');
}
