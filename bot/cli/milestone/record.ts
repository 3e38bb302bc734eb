import { createHash, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { namesIn } from '../../../cards/kit/said.ts';
import { namedInModel } from '../../../cards/milestone/list.ts';
import type { Language } from '../../../cards/text/languages.ts';
import { refusalSentence } from '../../../cards/text/languages.ts';
import type { Directory } from '../../directory.ts';
import { emptyBody } from '../../governance/body/body.ts';
import type { BodyId, Charter } from '../../governance/charter/charter.ts';
import { fault } from '../../governance/lists/line.ts';
import { cellIn, type ListTable } from '../../governance/lists/table.ts';
import type { Trial } from '../../governance/lists/trial.ts';
import { asWritten, type ListColumn, type ListedMilestone, type Listing, milestonesIn } from '../../governance/milestone/list.ts';
import { listTrial, type StandingMilestone, type TriedMilestone } from '../../governance/milestone/list-trial.ts';
import { milestonePlan } from '../../governance/milestone/plan.ts';
import { holdings } from '../../governance/people/roles.ts';
import { dateAt } from '../../governance/time/calendar.ts';
import type { BodyState } from '../../governance/vocabulary/body.ts';
import type { Milestone, MilestonePlanState, WrittenMilestone } from '../../governance/vocabulary/milestone/plan.ts';
import { isRefusal } from '../../governance/vocabulary/refusal.ts';
import type { Told } from '../../governance/vocabulary/request.ts';
import type { PersonKey, Stream } from '../../governance/vocabulary/stream.ts';
import { streamOf } from '../../governance/vocabulary/stream.ts';
import type { Around } from '../../governance/vocabulary/subject.ts';
import { openHandle } from '../../handle.ts';
import { operatorCause } from '../../store/cause.ts';
import { macOf } from '../../store/chain.ts';
import type { SealedText, Store } from '../../store/store.ts';

export interface ListDeps {
  readonly store: Store;
  readonly directory: Directory;
  readonly charter: Charter;
  readonly now: Temporal.Instant;
  readonly language: Language;
}
/** A list that was read against a plan: what it would do, and what it takes to do it. */
export interface ListRead {
  readonly trial: Trial<TriedMilestone>;
  readonly listing: Listing;
}

/** What a list would draft, held against the rules. Nothing is written. */
export async function readList(where: ListDeps, body: BodyId, table: ListTable<ListColumn>, whole: boolean): Promise<ListRead> {
  const { store, directory, charter, now, language } = where;
  const plan = await planOf(store, body);
  const before = await standing(store, plan.draft ?? plan.inForce);
  const older = await standing(store, plan.draft ? plan.inForce : []);
  const here = (await store.recall(streamOf('body', body)))?.state;
  const state = here?.kind === 'body' ? here : emptyBody(body);
  const everyone = await directory.everyone();
  const one = await joined(store);
  const today = dateAt(charter, now);
  const seated = new Set(holdings(charter, state, today).map(({ appointment }) => one(appointment.person)));
  const listing = milestonesIn(table, {
    ...namedInModel(charter),
    people: [...seated].map((person) => ({ person, name: everyone.get(person)?.name ?? '' })),
    milestones: [...before, ...older].map(({ milestone: { id }, words }) => ({ id, deliverable: words })),
    newId,
    year: Number(today.slice(0, 4)),
  });
  const trial = listTrial(listing, before, whole);
  if (trial.faults.length > 0) return { trial, listing };
  const command = commandOf(listing, before, streamOf('milestone-plan', body), whole);
  const decided = milestonePlan.decide(plan, command.command, rulesAround(where, state, one));
  if (!isRefusal(decided)) return { trial, listing };
  const refused = fault(0, 'refused', refusalSentence(language, decided, namesIn(charter, body, language, now)));
  return { trial: { ...trial, faults: [refused] }, listing };

  /** The same file gives the same ids, and a line that was changed a new one. */
  function newId(line: number): string {
    const row = table.rows.find((each) => each.line === line);
    return fingerprint([body, plan.edition, row && cellIn(table, row, 'deliverable')]).slice(0, 16);
  }
}

/** Drafts the plan as the list has it. */
export async function takeList({ store, charter, now }: ListDeps, body: BodyId, { listing }: ListRead, whole: boolean): Promise<void> {
  const stream = streamOf('milestone-plan', body);
  const plan = await planOf(store, body);
  const { command, texts } = commandOf(listing, await standing(store, plan.draft ?? plan.inForce), stream, whole);
  const handle = openHandle(
    store,
    () => charter,
    (ms) => setTimeout(ms),
  );
  const cause = operatorCause(`milestones/${fingerprint([body, plan.edition, listing.milestones, whole])}`);
  const handled = await handle({ stream, command, by: { kind: 'operator' }, cause, texts, now });
  if (handled.result === 'refused') throw new Error(`a list was refused after it was tried: ${handled.refusal.refused}`);
}

/** Words that stand already are not sealed anew. */
function commandOf({ milestones, keep }: Listing, before: readonly StandingMilestone[], stream: Stream, whole: boolean) {
  const sealed = milestones.map((listed) => writtenAs(listed, before, stream));
  return {
    command: { type: 'TakeList', milestones: sealed.map(({ milestone }) => milestone), whole, keep, sameWords: [] } as const,
    texts: sealed.flatMap(({ text }) => text ?? []),
  };
}

/** Milestones with their words. */
async function standing(store: Store, milestones: readonly Milestone[]): Promise<readonly StandingMilestone[]> {
  return Promise.all(
    milestones.map(async (milestone) => {
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

function writtenAs(
  listed: ListedMilestone,
  before: readonly StandingMilestone[],
  stream: Stream,
): { readonly milestone: WrittenMilestone; readonly text: SealedText | null } {
  const { id, line, deliverable } = listed;
  const was = before.find(({ milestone, words }) => milestone.id === id && words === deliverable);
  if (was) return { milestone: asWritten(listed, was.milestone.deliverable), text: null };
  const text = { ref: `${randomBytes(8).toString('hex')}.deliverable-${line}`, key: randomBytes(32).toString('hex'), words: deliverable };
  const told: Told = { text: { ref: text.ref, mac: macOf(text.key, text.words) }, in: stream };
  return { milestone: asWritten(listed, told), text };
}

async function joined(store: Store): Promise<(person: PersonKey) => PersonKey> {
  const persons = (await store.recall('persons'))?.state;
  return (person) => (persons?.kind === 'persons' ? persons.joined[person] : undefined) ?? person;
}

function rulesAround({ charter, now }: ListDeps, state: BodyState, one: Around['one']): Around {
  const body = (id: BodyId) => (id === state.body ? state : emptyBody(id));
  return { now, by: { kind: 'operator' }, charter, one, sectorOf: () => null, body, meetings: () => [], dates: () => [] };
}

function fingerprint(of: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('hex');
}
