import { Temporal } from 'temporal-polyfill';
import { quarterDay } from '../../bot/governance/milestone/check-in-dates.ts';
import { hasNoAnswer, rowStanding, type Standing } from '../../bot/governance/milestone/standing.ts';
import { awaited } from '../../bot/governance/people/awaited.ts';
import { holdings } from '../../bot/governance/people/roles.ts';
import { openAsks } from '../../bot/governance/tables/asks.ts';
import type { Ask } from '../../bot/governance/vocabulary/ask/ask.ts';
import type { CheckIn, FollowUpRow } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import { readOccasion } from '../../bot/governance/vocabulary/occasion.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import type { Card, Desk, Face, Viewer } from '../kit/card.ts';
import { chainSaid } from '../kit/clauses.ts';
import { aroundAsk, mentioned, named } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { type Button, type Sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { type Table, tabled } from '../kit/table.ts';
import { openForm, runners } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { answerForm, answerWhich, isInPlan, rowOpened } from './check-in-form.ts';
import { checkInVerbs } from './check-in-press.ts';
import { bodyAbout, type FollowFile, followFile, lineOf, milestoneClauses } from './file.ts';

const most = { rows: 8, page: 20, names: 25 };

/** One body's milestones through one quarter: the table fills as they are answered, and only those who must answer are named. */
export const checkIn: Card<'check-in'> = {
  name: 'check-in',
  template,
  show: async (desk, about, occasion, viewer) => {
    const id = bodyAbout(desk, about);
    if (id === null) return null;
    const file = await followFile(desk, id);
    const on = readOccasion('check-in', occasion)?.mark ?? null;
    const over = viewer.kind === 'everyone' ? overSaid(desk, file, on, viewer.language) : null;
    const idle = newestOf(desk, file, on) === null;
    if (over !== null) return { data: tabled(bare(over), []), summary: over, mentions: [], viewers: [], idle };
    return faceOf(desk, about, file, on, viewer);
  },
  verbs: checkInVerbs,
};

async function faceOf(desk: Desk, about: Stream, file: FollowFile, occasion: string | null, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const { checkIn: text, milestone, back, summary, date, eyebrow, kinds } = textIn(language);
  const form = await answerForm(desk, file, viewer);
  const asked = shownOn(file, occasion);
  const now = newestOf(desk, file, occasion);
  const day = date(Temporal.PlainDate.from(now?.on ?? file.today));
  const name = shortBody(desk.charter, file.body.body, language, file.today);
  const title = text.title(name);
  const when = now ? text.on(day, now.quarterly) : text.now(day);
  const head = { ...bare(when), eyebrow: eyebrow(kinds.checkIn, name) };
  const waits = await waitedFor(desk, about, file);
  const everyone = viewer.kind === 'everyone';
  const mentions = everyone ? await mentioned(desk, waits.here.slice(0, most.names)) : [];
  const nobody = asked.filter((row) => row.owner === null && hasNoAnswer(row)).length;
  const anybody = nobody === 0 ? [] : holdings(desk.charter, file.body, file.today).map(({ appointment }) => desk.one(appointment.person));
  const viewers = [...new Set([...waits.here, ...waits.inThread, ...runners(desk, file.body), ...anybody])];
  const leave: Button = { title: back, verb: 'view', sends: false };
  if (form)
    return {
      data: tabled({ ...head, size: 'Medium', ...form, buttons: [form.submit, leave] }, []),
      summary: title,
      mentions,
      viewers,
    };
  const all = openForm(viewer, ['all']) !== null;
  const which = all ? null : await answerWhich(desk, file, viewer);
  // The one milestone that is asked about stands in the question.
  const { table, from } = await tableOf(
    desk,
    asked.filter(({ key }) => key !== which?.asks?.row),
    viewer,
  );
  const waiting = asked.some((row) => hasNoAnswer(row));
  const others = everyone ? await named(desk, waits.inThread.slice(0, most.names - mentions.length)) : [];
  const names = [...mentions.map(({ name }) => `<at>${name}</at>`), ...others].join(', ');
  const inQuestion = asked.filter((row) => isAsked(row, occasion));
  const answered =
    inQuestion.length > 0 && now ? text.answered(inQuestion.filter((row) => !hasNoAnswer(row)).length, inQuestion.length) : '';
  const waited = [...(names === '' ? [] : [text.waits(names)]), ...(nobody > 0 ? [text.anybody(nobody)] : [])];
  const said = [...(answered === '' ? [] : [answered]), ...waited];
  const gone = openForm(viewer, ['answer', 'why']) !== null && rowOpened(file, viewer) === null;
  const next = all && from + most.page < asked.length ? Math.min(most.page, asked.length - from - most.page) : 0;
  return {
    data: tabled(
      {
        ...head,
        question: asked.length === 0 ? text.none : (which?.asks?.question ?? (waiting ? text.question : '')),
        byWhen: gone
          ? isInPlan(file, viewer)
            ? text.theirs
            : text.gone
          : viewer.kind === 'person' && asked.length > 0 && which === null && !all
            ? text.readOnly
            : which?.asks
              ? which.asks.byWhen
              : waiting && now && now.answerBy >= file.today
                ? text.byWhen(date(Temporal.PlainDate.from(now.answerBy)))
                : '',
        under: all ? '' : answered,
        waits: all || which?.asks ? [] : waited,
        counts: all || asked.every((row) => hasNoAnswer(row)) ? [] : figures(desk, file, asked, language),
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

/** The figures of the status, of this card's milestones. */
function figures(desk: Desk, { today }: FollowFile, rows: readonly FollowUpRow[], language: Language): NonNullable<Sheet['counts']> {
  const { figures: words } = textIn(language).status;
  const stands = rows.map((row) => rowStanding(desk.charter, row, today));
  const count = (...which: readonly Standing[]) => stands.filter((each) => which.includes(each)).length;
  return [
    { value: count('follows', 'done'), word: words.follows, tone: 'good' },
    { value: count('at-risk'), word: words['at-risk'], tone: 'warning' },
    { value: count('late'), word: words.late, tone: 'attention' },
    { value: count('no-answer'), word: words['no-answer'], tone: 'none' },
  ];
}

/** The newest check-in, on the card of its quarter; null: that quarter is over, or the card is of none. */
function newestOf(desk: Desk, { state }: FollowFile, occasion: string | null): CheckIn | null {
  const newest = state?.checkIns.at(-1);
  return newest && quarterDay(desk.charter, newest.on) === occasion ? newest : null;
}

/** Every row that has begun and was not done before the quarter; without an occasion, all there are. */
function shownOn({ rows, today }: FollowFile, occasion: string | null): readonly FollowUpRow[] {
  if (occasion === null) return rows;
  const was = (row: FollowUpRow) => row.answer?.status === 'done' && row.answer.on < occasion;
  return rows.filter((row) => isAsked(row, occasion) || (!was(row) && (row.from === null || row.from <= today)));
}

function isAsked(row: FollowUpRow, occasion: string | null): boolean {
  return hasNoAnswer(row) || (row.askedOn !== null && occasion !== null && row.askedOn >= occasion);
}

/** Whom its asks fall to: those who hear it by this card, and those who hear it in its thread. */
async function waitedFor(desk: Desk, about: Stream, { state }: FollowFile) {
  const asks = state === null ? [] : openAsks(about, state, desk.charter).filter(({ what }) => what === 'check-in');
  const fallen = await Promise.all(asks.map(async (ask) => ({ ask, now: awaited(ask, await aroundAsk(desk, ask)).now })));
  const of = (said: Ask['said']) => [...new Set(fallen.flatMap(({ ask, now }) => (ask.said === said ? now : [])))];
  const here = of('card');
  return { here, inThread: of('reply').filter((person) => !here.includes(person)) };
}

/** The one line a check-in's card shrinks to: a newer one stands, or all have answered and nothing is late; null: it still asks. */
function overSaid(desk: Desk, file: FollowFile, occasion: string | null, language: Language): string | null {
  if (occasion === null) return null;
  const { checkIn: text, date } = textIn(language);
  const name = shortBody(desk.charter, file.body.body, language, file.today);
  const now = newestOf(desk, file, occasion);
  const day = date(Temporal.PlainDate.from(now?.on ?? occasion));
  if (!now) return text.newer(name, day);
  const stays = shownOn(file, occasion).some((row) => hasNoAnswer(row) || row.answer?.status === 'late');
  return stays ? null : text.allAnswered(name, day);
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
  const lines = await Promise.all(shown.map((row) => lineOf(desk, row, viewer.language)));
  return { table: { heading: '', lines, more: left > 0 ? text.more(left) : '' }, from };
}

function pageFrom(words: string): number {
  const from = Number(words);
  return Number.isSafeInteger(from) && from > 0 ? from : 0;
}

function bare(title: string): Sheet {
  return {
    eyebrow: '',
    title,
    size: 'Large',
    under: '',
    question: '',
    byWhen: '',
    parts: [],
    fields: [],
    missing: '',
    buttons: [],
    why: [],
  };
}
