import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { dayIn, periodsToReport, reportedFor } from '../../bot/governance/initiative/period.ts';
import { isGoal } from '../../bot/governance/initiative/tree.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import { frequencies, type InitiativeState, stages } from '../../bot/governance/vocabulary/initiative.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import type { Choice } from '../kit/people.ts';
import { said } from '../kit/said.ts';
import type { Button, Field } from '../kit/sheet.ts';
import { type Language, textIn } from '../text/languages.ts';
import { type InitiativeFile, leadsIn, nameIn, sitsIn, worded } from './file.ts';
import { numberSaid, patientsAnswered, periodSaid } from './said.ts';

/** The forms of an initiative's card, each opened by a button of the same name. */
export const initiativeForms = [
  'edit',
  'stage',
  'patients',
  'clusters',
  'under',
  'which-deliverable',
  'deliverable',
  'which-indicator',
  'indicator',
  'report',
  'drop',
] as const;
export type InitiativeForm = (typeof initiativeForms)[number];
export const initiativeMost = { title: 200, patients: 600, unit: 30, link: 500 };
/** What is chosen where a new line is to be written. */
export const newLine = 'new';

/** What the viewer is asked, then what they may do besides. */
export function initiativeButtons(desk: Desk, file: InitiativeFile, viewer: Viewer): readonly Button[] {
  const { buttons: text } = textIn(viewer.language).initiative;
  const { state } = file;
  const leading = leadsIn(desk, file.body, file.owner, viewer);
  const open = state.stage !== 'closed';
  const answered = patientsAnswered(state.patients?.on ?? null, state.patientsAsked);
  return [
    ...(leading && open && !answered ? [opening(text.patients, 'patients')] : []),
    ...(open && reportable(desk, file, viewer).length > 0 ? [opening(text.report, 'report')] : []),
    ...(leading ? [open ? opening(text.edit, 'edit') : opening(text.stage, 'stage')] : []),
  ];
}

/** Everything that can be set right, behind one button. */
function editChoices({ state }: InitiativeFile, language: Language): readonly Choice[] {
  const { buttons: text } = textIn(language).initiative;
  const choice = (title: string, value: InitiativeForm): Choice => ({ title, value });
  const lines = state.deliverables.length + state.indicators.length > 0;
  return [
    choice(text.stage, 'stage'),
    choice(text.patients, 'patients'),
    choice(text.clusters, 'clusters'),
    choice(text.deliverable, state.deliverables.length > 0 ? 'which-deliverable' : 'deliverable'),
    choice(text.indicator, state.indicators.length > 0 ? 'which-indicator' : 'indicator'),
    choice(text.under, 'under'),
    ...(lines ? [choice(text.drop, 'drop')] : []),
  ];
}

/** May open this form now. */
export function mayOpen(desk: Desk, file: InitiativeFile, form: InitiativeForm, viewer: Viewer): boolean {
  return form === 'report' ? reportable(desk, file, viewer).length > 0 : leadsIn(desk, file.body, file.owner, viewer);
}

/** The fields of a form, as they stand. */
export async function initiativeFields(desk: Desk, file: InitiativeFile, form: InitiativeForm, viewer: Viewer): Promise<readonly Field[]> {
  const { language } = viewer;
  const { fields: text, stages: stageWords, kinds, directions, every } = textIn(language).initiative;
  const { state, about } = file;
  const picks = viewer.kind === 'person' ? viewer.picks : {};
  const one = (id: string, label: string, choices: readonly Choice[], value = picks[id] ?? ''): Field => ({
    kind: 'one',
    id,
    label,
    choices,
    style: choices.length > 6 ? 'compact' : 'expanded',
    value,
  });
  const chosen = <W extends string>(of: readonly W[], words: Readonly<Record<W, string>>): readonly Choice[] =>
    of.map((value) => ({ title: words[value], value }));
  switch (form) {
    case 'edit':
      return [{ kind: 'one', id: 'what', label: text.what, choices: editChoices(file, language), style: 'expanded', value: 'stage' }];
    case 'stage':
      return [one('stage', text.stage, chosen(stages, stageWords), state.stage)];
    case 'patients': {
      const value = picks.patients ?? (await worded(desk, about, state.patients?.text ?? null, initiativeMost.patients));
      return [{ kind: 'text', id: 'patients', label: text.patients, most: initiativeMost.patients, long: true, required: true, value }];
    }
    case 'clusters':
      return [
        {
          kind: 'several',
          id: 'clusters',
          label: text.clusters,
          choices: clusterChoices(desk, file.owner, language),
          value: state.clusters.join(','),
        },
      ];
    case 'under':
      return [{ kind: 'several', id: 'under', label: text.under, choices: goalChoices(desk, language), value: state.under.join(',') }];
    case 'which-deliverable':
    case 'which-indicator': {
      const of = form === 'which-deliverable' ? 'deliverable' : 'indicator';
      return [one('line', text.line, [{ title: text.newLine[of], value: newLine }, ...(await lineChoices(desk, file, of))], newLine)];
    }
    case 'deliverable': {
      const was = state.deliverables.find(({ id }) => id === picks.line);
      const title = await worded(desk, about, was?.title ?? null, initiativeMost.title);
      const link = was?.link ? ((await desk.words(about, was.link)) ?? '') : '';
      return [
        one('kind', text.kind, chosen(['tool', 'framework-agreement'], kinds), was?.kind ?? 'tool'),
        { kind: 'text', id: 'title', label: text.title, most: initiativeMost.title, required: true, value: picks.title ?? title },
        {
          kind: 'text',
          id: 'papers',
          label: text.link,
          most: initiativeMost.link,
          required: false,
          hint: 'https://',
          value: picks.papers ?? link,
        },
        { kind: 'date', id: 'done', label: text.done, required: false, value: picks.done ?? was?.done ?? '' },
      ];
    }
    case 'indicator': {
      const was = state.indicators.find(({ id }) => id === picks.line);
      const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : numberSaid(value, language));
      const short = (id: string, label: string, value: string, required: boolean, most = initiativeMost.unit): Field => ({
        kind: 'text',
        id,
        label,
        most,
        required,
        value: picks[id] ?? value,
      });
      const reporters = [...new Set([file.owner, ...state.clusters])].map((value) => ({ title: nameIn(desk, value, language), value }));
      return [
        short('title', text.name, await worded(desk, about, was?.name ?? null, initiativeMost.title), true, initiativeMost.title),
        short('unit', text.unit, await worded(desk, about, was?.unit ?? null, initiativeMost.unit), true),
        short('baseline', text.baseline, number(was?.baseline), false),
        short('target', text.target, number(was?.target), false),
        one('direction', text.direction, chosen(['up', 'down'], directions), was?.direction ?? 'up'),
        one('reportedBy', text.reportedBy, reporters, was?.reportedBy ?? file.owner),
        one('every', text.every, chosen(frequencies, every), was?.every ?? 'quarter'),
      ];
    }
    case 'report': {
      const choices = await valueChoices(desk, file, viewer);
      return [
        one('line', text.which, choices, picks.line ?? choices[0]?.value ?? ''),
        { kind: 'text', id: 'value', label: text.value, most: initiativeMost.unit, required: true, value: picks.value ?? '' },
      ];
    }
    case 'drop':
      return [one('line', text.drop, [...(await lineChoices(desk, file, 'deliverable')), ...(await lineChoices(desk, file, 'indicator'))])];
  }
}

/** Goals of the agreement that something may hang under. */
export function goalChoices(desk: Desk, language: Language): readonly Choice[] {
  return desk.charter.agreement.filter(isGoal).map(({ id, name }) => ({ title: said(name, language, desk.charter), value: id }));
}

/** The bodies that carry out locally: of the kinds that some body's terms delegate to; where none do, the others. */
export function clusterChoices(desk: Desk, owner: BodyId, language: Language): readonly Choice[] {
  const links = desk.charter.bodies.flatMap(({ terms }) => terms.flatMap((each) => each.links)).filter(({ how }) => how === 'delegates-to');
  const kinds = new Set(desk.charter.bodies.filter(({ id }) => links.some(({ body }) => body === id)).map(({ kind }) => kind));
  const others = desk.charter.bodies.filter(({ id, outside }) => !outside && id !== owner);
  const local = others.filter(({ kind }) => kinds.has(kind));
  return (local.length > 0 ? local : others).map(({ id }) => ({ title: nameIn(desk, id, language), value: id }));
}

/** Indicators the viewer may report a value of. */
function reportable(desk: Desk, file: InitiativeFile, viewer: Viewer): InitiativeState['indicators'] {
  return file.state.indicators.filter(
    ({ reportedBy }) => leadsIn(desk, file.body, reportedBy, viewer) || sitsIn(desk, file.body(reportedBy), viewer),
  );
}

/** Each number with each period it may be of; what is missing stands first. */
async function valueChoices(desk: Desk, file: InitiativeFile, viewer: Viewer): Promise<readonly Choice[]> {
  const today = dateAt(desk.charter, desk.now);
  const { language } = viewer;
  const all = await Promise.all(
    reportable(desk, file, viewer).map(async (each) => {
      const name = (await worded(desk, file.about, each.name, 80)) || each.id;
      return periodsToReport(each, today).map((period, at) => {
        const has = reportedFor(each, period);
        const said = periodSaid(each.every, period.from, language);
        const title = textIn(language).initiative.indicator.choice(name, said, has === null ? null : numberSaid(has.value, language));
        return { at: has === null && period.until < today ? -1 : at, title, value: `${each.id} ${dayIn(period, today)}` };
      });
    }),
  );
  return all.flat().toSorted((one, other) => one.at - other.at);
}

async function lineChoices(
  desk: Desk,
  { about, state }: InitiativeFile,
  of: 'deliverable' | 'indicator',
  indicators: InitiativeState['indicators'] = state.indicators,
): Promise<readonly Choice[]> {
  const lines = of === 'deliverable' ? state.deliverables.map(({ id, title }) => ({ id, name: title })) : indicators;
  return Promise.all(lines.map(async ({ id, name }) => ({ title: (await worded(desk, about, name, 80)) || id, value: id })));
}

function opening(title: string, open: InitiativeForm): Button {
  return { title, verb: 'open', open, sends: false };
}
