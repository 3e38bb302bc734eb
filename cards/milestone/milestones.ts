import type { Card, Desk, Face, Viewer } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { named } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { type Button, type Sheet, type SheetPart, type SheetRow, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { type Table, tabled } from '../kit/table.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { textIn } from '../text/languages.ts';
import { answersAs, bodyAbout, type FollowFile, followFile, lineOf, milestoneClauses, type PlanFile, planFile } from './file.ts';
import { mayWrite, milestoneForm, planButtons } from './forms.ts';
import { milestoneVerbs } from './press.ts';
import { draftLines, planLines, silentLines, versionSaid, waitingKeys } from './said.ts';

const most = { everyone: 8, person: 8, draft: 10, page: 20 };

/** A body's milestones: its plan, wherever it is carried out; the draft of the next; and what it carries out for others. */
export const milestonesCard: Card<'milestones'> = {
  name: 'milestones',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const id = bodyAbout(desk, about);
    if (id === null) return null;
    const [file, own] = await Promise.all([planFile(desk, id), followFile(desk, id)]);
    return faceOf(desk, file, own, viewer);
  },
  verbs: milestoneVerbs,
};

async function faceOf(desk: Desk, file: PlanFile, own: FollowFile, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { plan: text, milestone, back, summary, kinds } = textIn(language);
  const of = shortBody(desk.charter, file.body.body, language, file.today);
  const title = text.title(of);
  const leave: Button = { title: back, verb: 'view', sends: false };
  const bare: Sheet = {
    eyebrow: of,
    title: kinds.milestones,
    size: 'Medium',
    under: '',
    question: '',
    byWhen: '',
    parts: [],
    fields: [],
    missing: milestone.required,
    buttons: [leave],
    why: [],
  };
  const heard = { mentions: [], viewers: runners(desk, file.body) };
  const form = await milestoneForm(desk, file, viewer);
  if (form) return { data: tabled({ ...bare, ...form, buttons: [...form.buttons, leave] }, []), summary: title, ...heard };
  const lines = await planLines(desk, file, language);
  if (viewer.kind === 'person' && openForm(viewer, ['all'])) {
    const from = pageFrom(viewer.picks.case ?? '');
    const left = Math.max(0, lines.length - from - most.page);
    const next: readonly Button[] =
      left > 0
        ? [{ title: milestone.next(Math.min(left, most.page)), verb: 'open', open: 'all', of: String(from + most.page), sends: false }]
        : [];
    const table = tableOf(text.inForce, lines.slice(from, from + most.page), most.page, viewer);
    return { data: tabled({ ...bare, buttons: [...next, leave] }, [table]), summary: title, ...heard };
  }
  const others = await Promise.all(
    own.rows
      .filter(({ plan }) => plan !== file.body.body)
      .map(async (row) => lineOf(desk, row, language, shortBody(desk.charter, row.plan, language, file.today))),
  );
  const version = await versionSaid(desk, file.plan, language);
  const question = await asked(desk, file, others.length, viewer);
  const tables = [
    tableOf(text.inForce, lines, most[viewer.kind], viewer),
    await draftTable(desk, file, viewer),
    tableOf(text.carriedHere, others, most[viewer.kind], viewer),
  ];
  return {
    data: tabled(
      {
        ...bare,
        size: 'Large',
        under: version,
        question,
        byWhen: file.plan?.phase === 'empty' || !file.plan ? text.intro : '',
        parts: await parts(desk, file, own, lines.length, viewer),
        buttons: planButtons(desk, file, viewer),
        why: [milestone.clause, ...chainSaid(desk.charter, { chain: milestoneClauses(desk, file), ours: false }, language)],
      },
      tables,
    ),
    summary: summary(title, question || version),
    ...heard,
  };
}

async function asked(desk: Desk, file: PlanFile, others: number, viewer: Viewer): Promise<string> {
  const { plan: text, milestonePlan } = textIn(viewer.language);
  const waits = waitingKeys(file);
  if (waits) return waits.persons.length > 0 ? text.asked((await named(desk, waits.persons)).join(', ')) : milestonePlan.vacant;
  const may = mayWrite(desk, file, viewer);
  if (file.plan?.phase === 'drafting') return text.drafting;
  if (file.plan?.phase === 'in-force') return may ? text.change : '';
  return others > 0 ? '' : may ? text.begin : text.none;
}

async function parts(desk: Desk, file: PlanFile, own: FollowFile, lines: number, viewer: Viewer): Promise<readonly SheetPart[]> {
  const { plan: text, milestone } = textIn(viewer.language);
  const silent = await silentLines(desk, file, viewer.language);
  if (viewer.kind === 'everyone') return [{ heading: silent.length > 0 ? text.silent : '', lines: silent }];
  const mine = own.rows.some((row) => row.answer?.status !== 'done' && answersAs(own, row, desk.one(viewer.person)) !== null);
  const lead = (open: string, verb: string, of: string): SheetPart => ({ heading: '', lines: [], leads: { open, verb, of } });
  return [
    ...(lines > most.person ? [lead(milestone.all, 'all', '')] : []),
    { heading: silent.length > 0 ? text.silent : '', lines: silent },
    ...(mine ? [lead(text.toCheckIn, 'check-in', own.body.body)] : []),
  ];
}

async function draftTable(desk: Desk, { plan }: PlanFile, viewer: Viewer): Promise<Table> {
  const { plan: text } = textIn(viewer.language);
  const lines = await draftLines(desk, plan?.draft ?? [], viewer.language);
  return tableOf(text.draft, lines, most.draft, viewer);
}

function tableOf(heading: string, lines: readonly SheetRow[], longest: number, viewer: Viewer): Table {
  const { milestone: text } = textIn(viewer.language);
  const { shown, left } = shorten(lines, longest);
  return { heading, lines: shown, more: left > 0 ? text.more(left) : '' };
}

function pageFrom(words: string): number {
  const from = Number(words);
  return Number.isSafeInteger(from) && from > 0 ? from : 0;
}
