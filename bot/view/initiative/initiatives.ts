import type { Temporal } from 'temporal-polyfill';
import type { Charter } from '../../governance/charter/charter.ts';
import { bareGoals, unassigned } from '../../governance/initiative/tree.ts';
import { leastOf, progressOf, saidNow, solutionsIn, stillOwed } from '../../governance/portfolio/portfolio.ts';
import { begun } from '../../governance/vocabulary/all.ts';
import type { InitiativeState } from '../../governance/vocabulary/initiative.ts';
import type { PortfolioState } from '../../governance/vocabulary/portfolio.ts';
import type { Kind, Stream, TextRef } from '../../governance/vocabulary/stream.ts';
import { streamOf } from '../../governance/vocabulary/stream.ts';
import type { Task } from '../../governance/vocabulary/work-plan.ts';
import { workPlanStream } from '../../governance/vocabulary/year/streams.ts';
import type { Store } from '../../store/store.ts';
import { erased } from '../ledger/show.ts';

type Named = Readonly<Record<string, string>>;
/** What is remembered is read through the store; `in` is the language names are in. */
export interface ReportDeps {
  readonly store: Store;
  readonly charter: Charter;
  readonly in: string;
  readonly now: Temporal.Instant;
}

export interface ShownInitiative {
  readonly id: string;
  readonly name: string;
  readonly owner: string | null;
  readonly stage: InitiativeState['stage'] | null;
  readonly under: readonly string[];
  readonly clusters: readonly string[];
  readonly patients: { readonly words: string; readonly on: string } | null;
  readonly deliverables: readonly { readonly kind: string; readonly title: string; readonly done: string | null }[];
  readonly indicators: readonly {
    readonly name: string;
    readonly unit: string;
    readonly baseline: number | null;
    readonly target: number | null;
    readonly values: readonly { readonly value: number; readonly of: string; readonly was: number | null }[];
  }[];
}

/** Every initiative, those of the agreement that nobody has among them, and the goals that nothing hangs under. */
export async function shownInitiatives(reading: ReportDeps, body: string | null) {
  const states = (await ofKind(reading, 'initiative')).filter(({ owner }) => owner !== null);
  const free = unassigned(reading.charter, states).map(
    ({ id, name, under }): ShownInitiative => ({
      id,
      name: inLanguage(reading, name),
      owner: null,
      stage: null,
      under,
      clusters: [],
      patients: null,
      deliverables: [],
      indicators: [],
    }),
  );
  const near = states.filter(({ owner, clusters }) => body === null || owner === body || clusters.includes(body));
  return {
    initiatives: [...(await Promise.all(near.map((state) => shownInitiative(reading, state)))), ...(body === null ? free : [])],
    bare: bareGoals(reading.charter, states).map(({ id, name }) => ({ id, name: inLanguage(reading, name) })),
  };
}

/** Each portfolio: its solutions with what was last said of them, and its wishes in order. */
export async function shownPortfolios(reading: ReportDeps, body: string | null) {
  const states = (await ofKind(reading, 'portfolio')).filter((state) => body === null || state.body === body);
  return Promise.all(
    states.map(async (state) => {
      const words = await wordsOf(reading, streamOf('portfolio', state.body));
      const owed = stillOwed(reading, state);
      return {
        body: state.body,
        asked: state.asked,
        solutions: solutionsIn(reading, state).map((id) => ({
          id,
          name: solutionName(reading, state, id, words),
          progress: progressOf(reading, state, id),
          answered: state.asked !== null && !owed.includes(id),
          followUp: followUpOf(state, id, words),
          use: state.use[id] ?? [],
        })),
        wishes: state.wishes.map(({ title, level, solution }) => ({ title: words(title), level, solution })),
      };
    }),
  );
}

/** Each work plan, its tasks in words. */
export async function shownWorkPlans(reading: ReportDeps, body: string | null) {
  const states = (await ofKind(reading, 'work-plan')).filter((state) => state.phase !== 'none' && (body === null || state.body === body));
  const milestones = await milestoneWords(reading);
  return Promise.all(
    states.map(async (state) => {
      const words = await wordsOf(reading, workPlanStream(state.body, state.year));
      return {
        body: state.body,
        year: state.year,
        phase: state.phase,
        tasks: state.tasks.map((task) => taskOf(reading, task, words, milestones)),
      };
    }),
  );
}

async function shownInitiative(reading: ReportDeps, state: InitiativeState): Promise<ShownInitiative> {
  const words = await wordsOf(reading, streamOf('initiative', state.initiative));
  const part = reading.charter.agreement.find(({ id }) => id === state.part);
  return {
    id: state.initiative,
    name: part ? inLanguage(reading, part.name) : words(state.title),
    owner: state.owner,
    stage: state.stage,
    under: state.under,
    clusters: state.clusters,
    patients: state.patients && { words: words(state.patients.text), on: state.patients.on },
    deliverables: state.deliverables.map(({ kind, title, done }) => ({ kind, title: words(title), done })),
    indicators: state.indicators.map(({ name, unit, baseline, target, values }) => ({
      name: words(name),
      unit: words(unit),
      baseline,
      target,
      values: values.map(({ value, of, was }) => ({ value, of, was })),
    })),
  };
}

function solutionName(
  { charter, in: language }: ReportDeps,
  { added }: PortfolioState,
  id: string,
  words: (text: TextRef | null) => string,
): string {
  const part = charter.agreement.find((each) => each.id === id);
  return part ? (part.name[language] ?? id) : words(added.find((each) => each.id === id)?.name ?? null);
}

function followUpOf(state: PortfolioState, id: string, words: (text: TextRef | null) => string) {
  const said = saidNow(state, id);
  const told = said.at(-1);
  const sentences = said.flatMap(({ text }) => (text === null ? [] : [words(text)]));
  return told ? { quarter: told.quarter, on: told.on, verdicts: leastOf(said), words: sentences.join(' ') } : null;
}

/** What is to be reached, by the key that a task names a milestone with. */
async function milestoneWords(reading: ReportDeps): Promise<ReadonlyMap<string, string>> {
  const plans = await ofKind(reading, 'milestone-plan');
  const said = plans.flatMap(({ body, inForce }) =>
    inForce.map(async ({ id, deliverable }) => [`${body}.${id}`, (await wordsOf(reading, deliverable.in))(deliverable.text)] as const),
  );
  return new Map(await Promise.all(said));
}

function taskOf(
  reading: ReportDeps,
  { title, from }: Task,
  words: (text: TextRef | null) => string,
  milestones: ReadonlyMap<string, string>,
): string {
  if (from === null) return words(title);
  if ('milestone' in from) return milestones.get(from.milestone) ?? from.milestone;
  const part = reading.charter.agreement.find(({ id }) => id === from.part);
  return part ? inLanguage(reading, part.name) : from.part;
}

async function wordsOf({ store }: ReportDeps, stream: Stream): Promise<(text: TextRef | null) => string> {
  const texts = await store.texts(stream);
  return (text) => (text ? (texts.get(text.ref)?.words.replace(/\p{C}/gu, ' ') ?? erased) : erased);
}

async function ofKind<K extends Kind>({ store }: ReportDeps, kind: K) {
  const states = await Promise.all((await store.ofKind(kind)).map(async (stream) => (await store.recall(stream))?.state));
  return states.flatMap((state) => begun(state, kind) ?? []);
}

function inLanguage({ in: language, charter }: ReportDeps, name: Named): string {
  return name[language] ?? name[charter.collaboration.languages[0] ?? ''] ?? '';
}
