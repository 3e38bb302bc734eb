import { Temporal } from 'temporal-polyfill';
import { hasNoAnswer } from '../../bot/governance/milestone/standing.ts';
import { holdings } from '../../bot/governance/people/roles.ts';
import type { FollowUpRow } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Card, Desk, Face, Viewer } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { mentioned } from '../kit/people.ts';
import { bodyName } from '../kit/said.ts';
import type { Button, Sheet } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { type Table, tabled, template } from '../kit/table.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { answerForm, answerWhich, isInPlan, rowOpened } from './check-in-form.ts';
import { checkInVerbs } from './check-in-press.ts';
import { bodyAbout, type FollowFile, followFile, lineOf, milestoneClauses, silentOwners } from './file.ts';

const most = { rows: 8, page: 28, names: 25 };

/** One body's milestones on one occasion: the table fills as they are answered, and only owners who have not are named. */
export const checkIn: Card<'check-in'> = {
  name: 'check-in',
  template,
  show: async (desk, about, occasion, viewer) => {
    const id = bodyAbout(desk, about);
    if (id === null) return null;
    const file = await followFile(desk, id);
    const on = readOccasion('check-in', occasion)?.mark ?? null;
    const over = viewer.kind === 'everyone' ? overSaid(desk, file, on, viewer.language) : null;
    if (over !== null) return { data: tabled(bare(over), []), summary: over, mentions: [], viewers: [] };
    return faceOf(desk, file, on, viewer);
  },
  verbs: checkInVerbs,
};

async function faceOf(desk: Desk, file: FollowFile, occasion: string | null, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { checkIn: text, milestone, back, summary, date } = textIn(language);
  const form = await answerForm(desk, file, viewer);
  const asked = askedOn(file, occasion);
  const now = file.state?.checkIns.find(({ on }) => on === occasion) ?? null;
  const day = date(Temporal.PlainDate.from(now?.on ?? file.today));
  const title = text.title(bodyName(desk.charter, file.body.body, language, file.today));
  const silent = silentOwners(desk, asked);
  const mentions = form || viewer.kind === 'person' ? [] : await mentioned(desk, silent.slice(0, most.names));
  const nobody = asked.filter((row) => row.owner === null && hasNoAnswer(row)).length;
  const anybody = nobody === 0 ? [] : holdings(desk.charter, file.body, file.today).map(({ appointment }) => desk.one(appointment.person));
  const viewers = [...new Set([...silent, ...runners(desk, file.body), ...anybody])];
  const leave: Button = { title: back, verb: 'view', sends: false };
  if (form)
    return {
      data: tabled({ ...bare(title), size: 'Medium', ...form, buttons: [form.submit, leave] }, []),
      summary: title,
      mentions,
      viewers,
    };
  const { table, from } = await tableOf(desk, asked, viewer);
  const all = openForm(viewer, ['all']) !== null;
  const which = all ? null : await answerWhich(desk, file, viewer);
  const waiting = asked.some((row) => hasNoAnswer(row));
  const names = mentions.map(({ name }) => `<at>${name}</at>`).join(', ');
  const said = [
    ...(asked.length > 0 && now ? [text.answered(asked.filter((row) => !hasNoAnswer(row)).length, asked.length)] : []),
    ...(names === '' ? [] : [text.waits(names)]),
    ...(nobody > 0 ? [text.anybody(nobody)] : []),
  ];
  const gone = openForm(viewer, ['answer', 'why']) !== null && rowOpened(file, viewer) === null;
  const next = all && from + most.page < asked.length ? Math.min(most.page, asked.length - from - most.page) : 0;
  return {
    data: tabled(
      {
        ...bare(title),
        under: now ? text.on(day, now.quarterly) : text.now(day),
        question: asked.length === 0 ? text.none : waiting ? text.question : '',
        byWhen: gone
          ? isInPlan(file, viewer)
            ? text.theirs
            : text.gone
          : viewer.kind === 'person' && asked.length > 0 && which === null && !all
            ? text.readOnly
            : waiting && now && now.answerBy >= file.today
              ? text.byWhen(date(Temporal.PlainDate.from(now.answerBy)))
              : '',
        parts: all ? [] : [{ heading: '', lines: said }],
        fields: which?.fields ?? [],
        missing: milestone.required,
        buttons: [
          ...(which?.buttons ?? []),
          ...(next > 0
            ? [{ title: milestone.next(next), verb: 'open', open: 'all', of: String(from + most.page), sends: false } as const]
            : []),
          ...(!all && viewer.kind === 'person' && asked.length > most.rows
            ? [{ title: milestone.all, verb: 'open', open: 'all', sends: false } as const]
            : []),
          ...(all ? [leave] : []),
        ],
        why: [milestone.clause, ...chainSaid(desk.charter, { chain: milestoneClauses(desk, file), ours: false }, language)],
      },
      [table],
    ),
    summary: summary(title, said.map((each) => each.replace(/<\/?at>/gu, '')).join(' ') || text.none),
    mentions,
    viewers,
  };
}

/** The rows an occasion asked about, and on the newest card what earlier ones still wait for; without an occasion, all there are. */
function askedOn({ state, rows }: FollowFile, occasion: string | null): readonly FollowUpRow[] {
  const now = state?.checkIns.find(({ on }) => on === occasion);
  const newest = now === state?.checkIns.at(-1);
  return now ? rows.filter((row) => now.rows.includes(row.key) || (newest && hasNoAnswer(row))) : rows;
}

/** The one line a check-in's card shrinks to: a newer one stands, or all have answered; null: it still asks. */
function overSaid(desk: Desk, file: FollowFile, occasion: string | null, language: Language): string | null {
  if (occasion === null) return null;
  const { checkIn: text, date } = textIn(language);
  const name = bodyName(desk.charter, file.body.body, language, file.today);
  const day = date(Temporal.PlainDate.from(occasion));
  const now = file.state?.checkIns.find(({ on }) => on === occasion);
  if (!now || now !== file.state?.checkIns.at(-1)) return text.newer(name, day);
  return askedOn(file, occasion).some((row) => hasNoAnswer(row)) ? null : text.allAnswered(name, day);
}

async function tableOf(
  desk: Desk,
  rows: readonly FollowUpRow[],
  viewer: Viewer,
): Promise<{ readonly table: Table; readonly from: number }> {
  const { milestone: text } = textIn(viewer.language);
  const all = openForm(viewer, ['all']) !== null;
  const from = all && viewer.kind === 'person' ? pageFrom(viewer.picks.case ?? '') : 0;
  const { shown, left } = all ? { shown: rows.slice(from, from + most.page), left: 0 } : shorten(rows, most.rows);
  const { milestone, status, date } = text.columns;
  const lines = await Promise.all(shown.map((row) => lineOf(desk, row, viewer.language)));
  return { table: { heading: '', columns: [milestone, status, date], lines, more: left > 0 ? text.more(left) : '' }, from };
}

function pageFrom(words: string): number {
  const from = Number(words);
  return Number.isSafeInteger(from) && from > 0 ? from : 0;
}

function bare(title: string): Sheet {
  return { title, size: 'Large', under: '', question: '', byWhen: '', parts: [], fields: [], missing: '', buttons: [], why: [] };
}
