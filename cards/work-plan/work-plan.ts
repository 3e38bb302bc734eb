import { competenceOn } from '../../bot/governance/charter/competence.ts';
import { turnFor } from '../../bot/governance/people/two-secretaries.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { refusedLines } from '../care/refused-lines.ts';
import { leadsIn, nameIn, sitsIn } from '../initiative/file.ts';
import type { Card, Desk, Face, Viewer } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { answerRecorded, takesBack } from '../kit/own-answer.ts';
import { named, seatsAsked } from '../kit/people.ts';
import { type Button, type Field, type SheetPart, sheet, template } from '../kit/sheet.ts';
import { toldWords } from '../kit/told-words.ts';
import { openForm, runners } from '../kit/viewer.ts';

import { textIn } from '../text/languages.ts';
import { planAwaits, taskLines, tasksToFetch, type WorkPlanFile, workPlanFile } from './file.ts';
import { workPlanMost, workPlanVerbs } from './press.ts';

const forms = ['task', 'fetch', 'drop', 'no'] as const;
type Form = (typeof forms)[number];

/** A body's tasks for a year: drafted by those who sit in it, confirmed by its keys, and then with the body above. */
export const workPlanCard: Card<'work-plan'> = {
  name: 'work-plan',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const file = await workPlanFile(desk, about);
    return file && faceOf(desk, file, viewer);
  },
  verbs: workPlanVerbs,
};

async function faceOf(desk: Desk, file: WorkPlanFile, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { workPlan: text, back, summary, eyebrow } = textIn(language);
  const { state } = file;
  const of = nameIn(desk, state.body, language);
  const title = text.title(state.year);
  const answer = competenceOn(desk.charter, state.body, { kind: 'work-plan', weighs: [] }, dateAt(desk.charter, desk.now));
  const above = answer.to === null ? '' : nameIn(desk, answer.to, language);
  const tasks = await taskLines(desk, state, language);
  const form = mayWrite(desk, file, viewer) || mayAnswer(desk, file, viewer) ? openForm(viewer, forms) : null;
  const awaited = planAwaits(desk, file)?.persons ?? [];
  const names = await named(desk, awaited);
  const waits = state.phase === 'asked' ? (names.length > 0 ? text.waitsFor(names.join(', ')) : text.nobody) : '';
  const own = state.phase === 'asked' ? answerRecorded(desk, state.turns, viewer) : null;
  const question = form ? text.asks[form] : (own?.question ?? text.stands[state.phase](above));
  return {
    data: sheet({
      eyebrow: of,
      title,
      size: form ? 'Medium' : 'Large',
      under: '',
      question,
      byWhen: form ? (state.phase === 'asked' && form !== 'no' ? text.anew : text.notes[form]) : (own?.byWhen ?? waits),
      parts: form ? [] : await parts(desk, file, tasks, viewer),
      fields: form ? await fields(desk, file, form, tasks, viewer) : [],
      missing: text.required,
      buttons: form ? [send(file, form, viewer), { title: back, verb: 'view', sends: false }] : await buttons(desk, file, viewer),
      why: form ? [] : chainSaid(desk.charter, { chain: answer.chain.slice(0, 1), ours: answer.chain.length === 0 }, language),
    }),
    summary: summary(eyebrow(title, of), question),
    mentions: [],
    viewers: [...new Set([...awaited, ...runners(desk, file.body(state.body))])],
  };
}

async function parts(desk: Desk, { about, state }: WorkPlanFile, tasks: readonly string[], viewer: Viewer): Promise<readonly SheetPart[]> {
  const { workPlan: text } = textIn(viewer.language);
  const answers = (turns: WorkPlanFile['state']['turns']) =>
    Promise.all(
      turns.map(async ({ person, judgement }) => {
        const [name = ''] = await named(desk, [person]);
        return text.said(name, judgement.yes, await toldWords(desk, judgement.reason && { text: judgement.reason, in: about }, 300));
      }),
    );
  const list = (heading: string, lines: readonly string[]): SheetPart => ({ heading: lines.length > 0 ? heading : '', lines });
  return [
    list(textIn(viewer.language).turnedDown.titles['work-plan'], await answers(state.turnedDown)),
    list(text.tasks, tasks),
    list(text.answered, await answers(state.turns)),
    list(text.refused, await refusedLines(desk, about, state, viewer.language)),
  ];
}

async function buttons(desk: Desk, file: WorkPlanFile, viewer: Viewer): Promise<readonly Button[]> {
  if (viewer.kind === 'everyone') return [];
  const { buttons: text } = textIn(viewer.language).workPlan;
  const { state } = file;
  const year = String(state.year);
  const shown = String(state.edition);
  const opening = (title: string, open: Form): Button => ({ title, verb: 'open', open, of: year, sends: false });
  const writes = mayWrite(desk, file, viewer);
  const answers = mayAnswer(desk, file, viewer);
  const mine = state.turns.find(({ person }) => desk.one(person) === desk.one(viewer.person))?.judgement;
  const drafting = writes && state.phase !== 'asked';
  const running = Number(dateAt(desk.charter, desk.now).slice(0, 4));
  const other = state.year === running ? running + 1 : running;
  return [
    ...(await seatsAsked(desk, file.about, state, viewer)),
    ...(answers && !mine ? [{ title: text.yes, verb: 'yes', shown, of: year, sends: false }, opening(text.no, 'no')] : []),
    ...(state.phase === 'asked' && mine ? [{ ...takesBack(viewer.language), of: year }] : []),
    ...(drafting && state.tasks.length > 0 ? [{ title: text.propose, verb: 'propose', of: year, sends: false }] : []),
    ...(writes ? [opening(text.task, 'task')] : []),
    ...(drafting && (await tasksToFetch(desk, file, viewer.language)).length > 0 ? [opening(text.fetch, 'fetch')] : []),
    ...(writes && state.tasks.length > 0 ? [opening(text.drop, 'drop')] : []),
    { title: text.year(other), verb: 'year', of: String(other), sends: false },
  ];
}

function send({ state }: WorkPlanFile, form: Form, { language }: Viewer): Button {
  const { buttons: text } = textIn(language).workPlan;
  const titles: Readonly<Record<Form, string>> = { task: text.taskNow, fetch: text.fetchNow, drop: text.dropNow, no: text.noNow };
  return { title: titles[form], verb: form, shown: String(state.edition), of: String(state.year), sends: true };
}

async function fields(
  desk: Desk,
  file: WorkPlanFile,
  form: Form,
  tasks: readonly string[],
  { language }: Viewer,
): Promise<readonly Field[]> {
  const { fields: text } = textIn(language).workPlan;
  switch (form) {
    case 'task':
      return [{ kind: 'text', id: 'title', label: text.task, most: workPlanMost.task, long: true, required: true }];
    case 'fetch':
      return [{ kind: 'several', id: 'tasks', label: text.fetch, choices: await tasksToFetch(desk, file, language) }];
    case 'drop': {
      const choices = file.state.tasks.map(({ id }, at) => ({ title: tasks[at] ?? id, value: id }));
      return [{ kind: 'one', id: 'task', label: text.drop, choices, style: 'expanded' }];
    }
    case 'no':
      return [{ kind: 'text', id: 'reason', label: text.reason, most: workPlanMost.reason, long: true, required: true }];
  }
}

function mayWrite(desk: Desk, { state, body }: WorkPlanFile, viewer: Viewer): boolean {
  return state.phase !== 'sent' && (sitsIn(desk, body(state.body), viewer) || leadsIn(desk, body, state.body, viewer));
}

function mayAnswer(desk: Desk, { state, body }: WorkPlanFile, viewer: Viewer): boolean {
  if (viewer.kind === 'everyone' || state.phase !== 'asked') return false;
  const { charter, now, one, sectorOf } = desk;
  return typeof turnFor(state, one(viewer.person), { charter, now, one, sectorOf, body }) === 'string';
}
