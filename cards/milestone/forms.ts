import { mostDeliverable } from '../../bot/governance/milestone/list.ts';
import { holdings, seatsHeld } from '../../bot/governance/people/roles.ts';
import { servesHere } from '../../bot/governance/people/two-secretaries.ts';
import type { Milestone } from '../../bot/governance/vocabulary/milestone/plan.ts';
import { initiativeName } from '../initiative/file.ts';
import { clusterChoices } from '../initiative/forms.ts';
import type { Desk, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { type Choice, named } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import type { Button, Field } from '../kit/sheet.ts';
import { toldWords } from '../kit/told-words.ts';
import { openForm, runs } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { deliverableOf, type OpenForm, type PlanFile } from './file.ts';
import { listForm } from './list.ts';

export const milestoneMost = { deliverable: mostDeliverable, reason: 600 };
/** What stands for "none" in a list of choices, where nothing may be empty. */
export const none = 'none';

/** Anyone in a seat of the body, and whoever runs or serves it. Draws buttons only. */
export function mayWrite(desk: Desk, { body, today, around }: PlanFile, viewer: Viewer): boolean {
  if (viewer.kind === 'everyone') return false;
  const seated = seatsHeld(desk.charter, body, viewer.person, today, desk.one).length > 0;
  return seated || runs(desk, body, viewer) || servesHere(body.body, desk.one(viewer.person), around);
}

export function planButtons(desk: Desk, file: PlanFile, viewer: Viewer): readonly Button[] {
  const { plan: text } = textIn(viewer.language);
  const { plan, body } = file;
  const see: Button = { title: text.toPlan, verb: 'plan', of: body.body, sends: false };
  const asked = plan?.phase === 'asked' && viewer.kind === 'person' ? [see] : [];
  if (!mayWrite(desk, file, viewer)) return asked;
  const opening = (title: string, open: string): Button => ({ title, verb: 'open', open, sends: false });
  const some = (plan?.draft ?? plan?.inForce ?? []).length > 0;
  return [
    ...asked,
    ...(plan?.phase === 'drafting' ? [opening(text.buttons.propose, 'propose')] : []),
    opening(text.buttons.write, 'write'),
    ...(some ? [opening(text.buttons.edit, 'edit')] : []),
    opening(text.buttons.list, plan?.list ? 'match' : 'list'),
    ...(plan?.draft ? [opening(text.buttons.drop, 'drop')] : []),
  ];
}

/** The form that the viewer has opened; null: none, or not theirs. */
export async function milestoneForm(desk: Desk, file: PlanFile, viewer: Viewer): Promise<OpenForm | null> {
  const form = openForm(viewer, ['write', 'edit', 'editing', 'propose', 'drop', 'list', 'match']);
  if (form === null || viewer.kind === 'everyone' || !mayWrite(desk, file, viewer)) return null;
  const { language } = viewer;
  const { plan: text } = textIn(language);
  const now = file.plan?.draft ?? file.plan?.inForce ?? [];
  const asks = (question: string, byWhen: string, fields: readonly Field[], buttons: readonly Button[]): OpenForm => ({
    question,
    byWhen,
    parts: [],
    fields,
    buttons,
  });
  switch (form) {
    case 'write':
      return asks(text.ask.write, '', await fieldsOf(desk, file, null, language), [{ title: text.buttons.save, verb: 'set', sends: true }]);
    case 'edit': {
      if (now.length === 0) return null;
      const which: Field = {
        kind: 'one',
        id: 'which',
        label: text.fields.which,
        choices: await choicesOf(desk, now, language),
        style: 'compact',
      };
      return asks(
        text.ask.edit,
        '',
        [which],
        [
          { title: text.buttons.editNow, verb: 'open', open: 'editing', sends: true },
          { title: text.buttons.outNow, verb: 'out', sends: true },
        ],
      );
    }
    case 'editing': {
      const milestone = now.find(({ id }) => id === viewer.picks.which);
      if (!milestone) return null;
      const fields = await fieldsOf(desk, file, milestone, language);
      return asks(text.ask.write, '', fields, [{ title: text.buttons.save, verb: 'set', of: milestone.id, sends: true }]);
    }
    case 'propose': {
      const again = (file.plan?.version ?? 0) > 0;
      const why: Field = { kind: 'text', id: 'reason', label: text.fields.reason, most: milestoneMost.reason, long: true, required: true };
      return asks(text.ask.propose, text.note.propose, again ? [why] : [], [
        { title: text.buttons.proposeNow, verb: 'propose', sends: true },
      ]);
    }
    case 'drop':
      return asks(text.ask.drop, '', [], [{ title: text.buttons.dropNow, verb: 'drop', sends: false }]);
    case 'list':
    case 'match':
      return listForm(desk, file, form, viewer);
  }
}

async function fieldsOf(desk: Desk, file: PlanFile, of: Milestone | null, language: Language): Promise<readonly Field[]> {
  const { fields, nobody, noInitiative } = textIn(language).plan;
  const now = (file.plan?.draft ?? file.plan?.inForce ?? []).filter(({ id }) => id !== of?.id);
  const carriers = carriersFor(desk, file, of, language);
  const initiatives = await initiativesFor(desk, file, language);
  const others = await choicesOf(desk, now, language);
  const several = (id: string, label: string, choices: readonly Choice[], value: readonly string[]): readonly Field[] =>
    choices.length === 0 ? [] : [{ kind: 'several', id, label, choices, value: value.join(',') }];
  return [
    {
      kind: 'text',
      id: 'deliverable',
      label: fields.deliverable,
      most: milestoneMost.deliverable,
      required: true,
      value: await toldWords(desk, of?.deliverable ?? null, milestoneMost.deliverable),
    },
    { kind: 'date', id: 'due', label: fields.due, required: true, value: of?.due ?? '' },
    { kind: 'date', id: 'begins', label: fields.from, required: false, value: of?.from ?? '' },
    {
      kind: 'one',
      id: 'owner',
      label: fields.owner,
      choices: [{ title: nobody, value: none }, ...(await ownersFor(desk, file, of))],
      style: 'compact',
      value: of?.owner ?? none,
    },
    ...several('dependsOn', fields.dependsOn, others, of?.dependsOn ?? []),
    ...several('carriedBy', fields.carriedBy, carriers, of?.carriedBy ?? []),
    ...(initiatives.length === 0
      ? []
      : [
          {
            kind: 'one',
            id: 'initiative',
            label: fields.initiative,
            choices: [{ title: noInitiative, value: none }, ...initiatives],
            style: 'compact',
            value: of?.initiative ?? none,
          } as const,
        ]),
  ];
}

async function choicesOf(desk: Desk, milestones: readonly Milestone[], language: Language): Promise<readonly Choice[]> {
  const { plan: text, milestone } = textIn(language);
  const line = async (each: Milestone) => text.row(await deliverableOf(desk, each, language, 50), milestone.day(each.due));
  return Promise.all(milestones.map(async (each) => ({ title: await line(each), value: each.id })));
}

/** Initiatives and solutions of the agreement, and the body's own. */
async function initiativesFor(desk: Desk, { body }: PlanFile, language: Language): Promise<readonly Choice[]> {
  const parts = desk.charter.agreement.filter(({ kind }) => kind === 'initiative' || kind === 'solution').map(({ id }) => id);
  const own = (await desk.initiatives()).filter(({ part, owner, stage }) => part === null && owner === body.body && stage !== 'closed');
  const ids = [...parts, ...own.map(({ initiative }) => initiative)];
  return Promise.all(ids.map(async (value) => ({ title: plain(await initiativeName(desk, value, language), 80), value })));
}

/** Those who sit in the body now. */
async function ownersFor(desk: Desk, { body, today }: PlanFile, of: Milestone | null): Promise<readonly Choice[]> {
  const seated = holdings(desk.charter, body, today).map(({ appointment }) => desk.one(appointment.person));
  const persons = [...new Set([...(of?.owner ? [desk.one(of.owner)] : []), ...seated])].slice(0, mostPersons);
  const names = await named(desk, persons);
  return persons.map((value, at) => ({ title: names[at] ?? '', value }));
}
const mostPersons = 50;

/** Bodies that carry out locally, and whatever carries something of the plan already. */
function carriersFor(desk: Desk, { body, plan, today }: PlanFile, of: Milestone | null, language: Language): readonly Choice[] {
  const local = clusterChoices(desk, body.body, language);
  const carrying = [...(plan?.inForce ?? []), ...(plan?.draft ?? []), ...(of ? [of] : [])].flatMap(({ carriedBy }) => carriedBy);
  const others = [...new Set(carrying)].filter((id) => !local.some(({ value }) => value === id));
  return [...local, ...others.map((id) => ({ title: shortBody(desk.charter, id, language, today), value: id }))];
}
