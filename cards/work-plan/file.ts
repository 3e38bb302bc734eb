import { emptyBody } from '../../bot/governance/body/body.ts';
import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { bodyOf, secretariatOf } from '../../bot/governance/charter/terms.ts';
import { waitedForIn } from '../../bot/governance/people/two-secretaries.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { idIn, isOf, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Task, WorkPlanState } from '../../bot/governance/vocabulary/work-plan.ts';
import { bodyYearIn, workPlanStream } from '../../bot/governance/vocabulary/year/streams.ts';
import { planCase, workPlan } from '../../bot/governance/work-plan/work-plan.ts';
import { type InitiativeFile, worded } from '../initiative/file.ts';
import type { Desk } from '../kit/card.ts';
import type { Choice } from '../kit/people.ts';
import { said } from '../kit/said.ts';
import { toldWords } from '../kit/told-words.ts';

import { type Language, textIn } from '../text/languages.ts';

/** A body's work plan for a year, written or not, with what the cards about it look at. */
export interface WorkPlanFile {
  readonly about: Stream;
  readonly state: WorkPlanState;
  readonly body: InitiativeFile['body'];
}

/** A card is about a body, and then shows the running year, or about one of its plans; null: there is no such body. */
export async function workPlanFile(desk: Desk, about: Stream): Promise<WorkPlanFile | null> {
  const today = dateAt(desk.charter, desk.now);
  const asked = planAbout(about, Number(today.slice(0, 4)));
  if (!asked || bodyOf(desk.charter, asked.body)?.outside !== false) return null;
  const stream = workPlanStream(asked.body, asked.year);
  const { secretariat } = desk.charter.collaboration;
  const ids = [...new Set([asked.body, secretariatOf(desk.charter, asked.body, today) ?? secretariat, secretariat])];
  const bodies = new Map(await Promise.all(ids.map(async (id) => [id, await desk.body(id)] as const)));
  const state = (await desk.state('work-plan', stream)) ?? workPlan.initial(stream);
  return { about: stream, state, body: (id) => bodies.get(id) ?? emptyBody(id) };
}

/** The body and the year a stream names; of a body alone, the running year. */
export function planAbout(about: Stream, running: number): { readonly body: BodyId; readonly year: number } | null {
  return bodyYearIn(about, 'work-plan') ?? (isOf(about, 'body') ? { body: idIn(about, 'body'), year: running } : null);
}

/** Who is waited for. */
export function planAwaits(desk: Desk, { state, body }: WorkPlanFile) {
  const { charter, now, one, sectorOf } = desk;
  return state.phase === 'asked' ? waitedForIn(state, { charter, now, one, sectorOf, body }) : null;
}

/** A plan's tasks, each in one line. */
export async function taskLines(desk: Desk, state: WorkPlanState, language: Language): Promise<readonly string[]> {
  return Promise.all(state.tasks.map((task, at) => taskLine(desk, state, task, at, language)));
}

/** What a body may take into its plan: what the agreement sets for that year, and what is due in it of its milestones. */
export async function tasksToFetch(desk: Desk, { state }: WorkPlanFile, language: Language): Promise<readonly Choice[]> {
  const { workPlan: text } = textIn(language);
  const taken = new Set(state.tasks.flatMap(({ from }) => (from === null ? [] : ['part' in from ? from.part : from.milestone])));
  const year = String(state.year);
  const parts = desk.charter.agreement.filter(
    ({ kind, when }) => kind === 'task' && when?.split('/').some((each) => each.startsWith(year)),
  );
  const plan = await desk.state('milestone-plan', streamOf('milestone-plan', state.body));
  const milestones = await Promise.all(
    (plan?.inForce ?? [])
      .filter(({ due }) => due.startsWith(year))
      .map(async ({ id, deliverable, due }) => ({
        title: text.milestone(await toldWords(desk, deliverable, 120), due),
        value: `milestone:${state.body}.${id}`,
      })),
  );
  return [...parts.map(({ id, name }) => ({ title: said(name, language, desk.charter), value: `part:${id}` })), ...milestones].filter(
    ({ value }) => !taken.has(value.slice(value.indexOf(':') + 1)),
  );
}

/** The plan that a case lays before a body; null: it lays none, or the plan has been taken up anew since. */
export async function planLaid(desk: Desk, about: Stream, origin: Stream | null): Promise<WorkPlanState | null> {
  const state = origin && isOf(origin, 'work-plan') ? await desk.state('work-plan', origin) : null;
  return state && planCase(state) === about ? state : null;
}

async function taskLine(desk: Desk, state: WorkPlanState, { title, from }: Task, at: number, language: Language): Promise<string> {
  const { workPlan: text } = textIn(language);
  const about = workPlanStream(state.body, state.year);
  if (from === null) return text.task(at + 1, (await worded(desk, about, title, 200)) || text.erased);
  if ('part' in from) {
    const part = desk.charter.agreement.find(({ id }) => id === from.part);
    return text.task(at + 1, part ? said(part.name, language, desk.charter, 200) : text.erased);
  }
  const [, body = '', id = ''] = /^([^.]+)\.(.+)$/.exec(from.milestone) ?? [];
  const plan = await desk.state('milestone-plan', streamOf('milestone-plan', body));
  const milestone = plan?.inForce.find((each) => each.id === id);
  const words = milestone ? await toldWords(desk, milestone.deliverable, 160) : '';
  return text.task(at + 1, milestone && words ? text.milestone(words, milestone.due) : text.gone);
}
