import { isServed, turnFor } from '../../bot/governance/people/two-secretaries.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { MilestonePlanCommand } from '../../bot/governance/vocabulary/milestone/plan.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { PersonKey } from '../../bot/governance/vocabulary/stream.ts';
import { isOf, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { refusedPart } from '../care/refused-lines.ts';
import type { Card, Desk, Face, Form, Reading, Viewer } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { opens } from '../kit/form.ts';
import { answerRecorded, takesBack } from '../kit/own-answer.ts';
import { named } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { type Button, type Sheet, type SheetPart, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { type Table, tabled } from '../kit/table.ts';
import { toldWords } from '../kit/told-words.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { sealed } from '../meeting/agenda-press.ts';
import { textIn } from '../text/languages.ts';
import { bodyAbout, milestoneClauses, type PlanFile, planFile } from './file.ts';
import { toCard } from './press.ts';
import { answersSaid, changeLines, draftLines, planLines, versionSaid, waitingKeys } from './said.ts';

const most = { rows: 18, changes: 12, reason: 600 };

/** A version of a plan as it was put forward: what is new, and the keys' answers. It stands for that version, until a later one is in force. */
export const milestonePlanCard: Card<'milestone-plan'> = {
  name: 'milestone-plan',
  template,
  show: async (desk, about, occasion, viewer) => {
    const id = bodyAbout(desk, about);
    const file = id === null ? null : await planFile(desk, id);
    if (!file?.plan) return null;
    const { milestonePlan: text } = textIn(viewer.language);
    const version = readOccasion('milestone-plan', occasion)?.mark ?? Number.NaN;
    const of = shortBody(desk.charter, file.body.body, viewer.language, file.today);
    if (viewer.kind === 'everyone' && version < file.plan.version) {
      const over = text.overtaken(text.title(of), version);
      return { data: tabled(bare('', over), []), summary: over, mentions: [], viewers: [] };
    }
    return faceOf(desk, file, of, viewer);
  },
  verbs: {
    open: opens,
    yes: (form) => asks(form, { type: 'AnswerPlan', yes: true, reason: null, edition: shown(form) }),
    no: (form) => {
      const reason = sealed(form, 'reason', most.reason, form.seal);
      if (isRefusal(reason)) return reason;
      return asks(form, { type: 'AnswerPlan', yes: false, reason, edition: shown(form) });
    },
    'take-back': (form) => asks(form, { type: 'TakeBackAnswer' }),
    milestones: (form) => toCard(form, 'milestones', 'body'),
  },
};

async function faceOf(desk: Desk, file: PlanFile, of: string, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { milestonePlan: text, milestone, plan: words, back, summary, kinds } = textIn(language);
  const { plan } = file;
  if (!plan) throw new Error(`${file.body.body} has no plan to show`);
  const asked = plan.phase === 'asked';
  const waits = waitingKeys(file);
  const holds = viewer.kind === 'person' ? keyOf(file, viewer.person) : null;
  const edition = String(plan.edition);
  const see: Button = { title: text.toPlan, verb: 'milestones', of: plan.body, sends: false };
  const heard = { mentions: [], viewers: [...new Set([...(waits?.persons ?? []), ...runners(desk, file.body)])] };
  if (holds !== null && openForm(viewer, ['no']))
    return {
      data: tabled(
        {
          ...bare(of, kinds.milestonePlan),
          question: text.whyNot,
          fields: [{ kind: 'text', id: 'reason', label: text.words, most: most.reason, long: true, required: true }],
          missing: milestone.required,
          buttons: [
            { title: text.noNow, verb: 'no', shown: edition, sends: true },
            { title: back, verb: 'view', sends: false },
          ],
        },
        [],
      ),
      summary: text.title(of),
      ...heard,
    };
  const mine = plan.turns.find(({ seat }) => seat === holds)?.judgement.yes;
  const buttons: readonly Button[] = [
    ...(holds !== null && mine === undefined
      ? [
          { title: text.yes, verb: 'yes', shown: edition, sends: false } as const,
          { title: text.no, verb: 'open', open: 'no', sends: false } as const,
        ]
      : []),
    ...(asked && mine !== undefined ? [takesBack(language)] : []),
    ...(viewer.kind === 'person' ? [see] : []),
  ];
  const own = asked ? answerRecorded(desk, plan.turns, viewer) : null;
  const question = own?.question ?? (asked ? text.question : text.stands[plan.phase]);
  const names = waits ? (await named(desk, waits.persons)).join(', ') : '';
  const waiting = waits === null ? '' : names === '' ? text.vacant : text.waits(names);
  const served = isServed(desk.charter, plan.body, dateAt(desk.charter, desk.now));
  const readOnly = served ? text.readServed : text.readOnly;
  const clauses = milestoneClauses(desk, file);
  const draft = plan.draft !== null;
  const lines = draft ? await draftLines(desk, plan.draft, language) : await planLines(desk, file, language);
  const { shown: rows, left } = shorten(lines, most.rows);
  const table: Table = {
    heading: asked ? text.proposal : draft ? words.draft : words.inForce,
    lines: rows,
    more: left > 0 ? milestone.more(left) : '',
  };
  return {
    data: tabled(
      {
        ...bare(of, kinds.milestonePlan),
        size: 'Large',
        under: await versionSaid(desk, plan, language),
        question,
        byWhen: own?.byWhen ?? (viewer.kind === 'person' && asked && holds === null ? readOnly : waiting),
        parts: await parts(desk, file, language),
        buttons,
        why: chainSaid(desk.charter, { chain: clauses, ours: clauses.length === 0 }, language),
      },
      [table],
    ),
    summary: summary(text.title(of), question),
    ...heard,
  };
}

async function parts(desk: Desk, { plan, body }: PlanFile, language: Viewer['language']): Promise<readonly SheetPart[]> {
  if (!plan) return [];
  const { milestonePlan: text, milestone } = textIn(language);
  const about = streamOf('milestone-plan', body.body);
  const part = (heading: string, lines: readonly string[]): SheetPart => ({ heading: lines.length > 0 ? heading : '', lines });
  const reason = await toldWords(desk, plan.draftReason && { text: plan.draftReason, in: about }, 400);
  const { shown: changes, left } = shorten(
    plan.draft === null || plan.version === 0 ? [] : await changeLines(desk, plan, language),
    most.changes,
  );
  return [
    part(text.reason, reason === '' ? [] : [reason]),
    part(text.changes, left > 0 ? [...changes, milestone.more(left)] : changes),
    part(text.answered, await answersSaid(desk, about, plan.turns, language)),
    part(textIn(language).turnedDown.titles['milestone-plan'], await answersSaid(desk, about, plan.turnedDown ?? [], language)),
    await refusedPart(desk, about, plan, language),
  ];
}

/** The key this person may turn on a plan that has been put forward; null: none. */
export function keyOf({ plan, around }: PlanFile, person: PersonKey): string | null {
  if (plan?.phase !== 'asked') return null;
  const seat = turnFor({ body: plan.body, since: plan.since, turns: plan.turns }, around.one(person), around);
  return typeof seat === 'string' ? seat : null;
}

function shown({ picks }: Form): number {
  const edition = Number(picks.shown ?? '');
  return Number.isSafeInteger(edition) ? edition : 0;
}

function asks({ about }: Form, command: MilestonePlanCommand): Reading {
  if (!isOf(about, 'milestone-plan')) return { refused: 'not-in-model', what: 'card' };
  return { read: 'command', stream: about, command };
}

function bare(eyebrow: string, title: string): Sheet {
  return { eyebrow, title, size: 'Medium', under: '', question: '', byWhen: '', parts: [], fields: [], missing: '', buttons: [], why: [] };
}
