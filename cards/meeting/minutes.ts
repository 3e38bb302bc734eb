import { Temporal } from 'temporal-polyfill';
import { settingsOf } from '../../bot/governance/meeting/deadlines.ts';
import { commentsOn, commentsOpenUntil } from '../../bot/governance/meeting/minutes.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Item } from '../../bot/governance/vocabulary/meeting.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { idIn, isOf, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { refusedLines } from '../care/refused-lines.ts';
import type { Card, Desk, Face, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { named } from '../kit/people.ts';
import { shortBody } from '../kit/said.ts';
import { sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { openForm, runners, runsHere } from '../kit/viewer.ts';
import { type Language, textIn } from '../text/languages.ts';
import { opensForm } from './agenda-forms.ts';
import { type AttendanceFile, asTitle, eyebrowOf, meetingName, sitting, whoIsAsked, wholePeriod } from './attendance.ts';
import { agendaRow, behindItems, fittingRows, type ItemRow, isMember, itemTitle, pageStart, readsClosed, signed } from './items.ts';
import { type MinutesForm, minutesButtons, minutesForm, minutesForms, nothingMay } from './minutes-forms.ts';
import { minutesVerbs } from './minutes-press.ts';

const room = { everyone: 5_000, person: 7_000 };
const decisionLength = { everyone: 300, person: 1_500 };
const mostComments = 8;

/** A meeting's minutes, or those a body has under way: what was decided, who dissented, and "do you have comments?". */
export const minutes: Card<'minutes'> = {
  name: 'minutes',
  template,
  show: async (desk, about, _occasion, viewer) => {
    const here = await meetingFor(desk, about);
    return here ? minutesOf(desk, here, viewer) : noMinutes(desk, about, viewer);
  },
  verbs: minutesVerbs,
};

/** The meeting itself, or the newest of a body's that has begun and whose minutes are not published; else the newest whose are. */
async function meetingFor(desk: Desk, about: Stream): Promise<AttendanceFile | null> {
  if (!isOf(about, 'body')) return sitting(desk, about);
  const body = idIn(about, 'body');
  const open = await desk.meetings(body, { openOnly: true });
  const begun = open.findLast(({ start }) => Temporal.Instant.compare(start, desk.now) <= 0);
  const newest = begun ?? (await desk.meetings(body, { openOnly: false })).findLast((each) => each.minutes === 'published');
  return newest ? sitting(desk, streamOf('meeting', newest.meeting)) : null;
}

async function minutesOf(desk: Desk, here: AttendanceFile, viewer: Viewer): Promise<Face> {
  const { language } = viewer;
  const text = textIn(language);
  const { meeting } = here;
  const may = await mayDo(desk, here, viewer);
  const shown = formFor(here, viewer, may);
  const members = readsClosed(desk, here, viewer);
  const from = pageStart(viewer, meeting.items.length);
  const page = await fittingRows(meeting.items, from, room[viewer.kind], (item, at) => minutesRow(desk, here, item, at, viewer));
  const comments = members && shown === null ? shorten(commentsOn(meeting).toReversed(), mostComments).shown : [];
  const writers = await named(
    desk,
    comments.map(({ person }) => person),
  );
  const titles = await Promise.all(meeting.items.map((item, at) => itemTitle(desk, item, at, true, viewer)));
  const choices = meeting.items.map((item, at) => {
    const title = titles[at] ?? '';
    return { title: shown === 'outcome' && item.outcome ? text.minutes.done(title) : title, value: item.id };
  });
  const people = shown === 'dissent' && (await runsHere(desk, here.body, viewer)) ? shorten(whoIsAsked(desk, here), 60).shown : [];
  const names = await named(desk, people);
  const when = wholePeriod(desk, meeting, language);
  const head = {
    eyebrow: eyebrowOf(desk, text.kinds.minutes, here, language),
    title: asTitle(when),
    under: '',
    missing: text.minutes.required,
  };
  const why = [ours(desk, here, language)];
  const given = { choices, people: people.map((person, at) => ({ title: names[at] ?? '', value: person })) };
  const left = page.next === null ? '' : text.agenda.rest(meeting.items.length - page.next);
  const refused = await refusedLines(desk, streamOf('meeting', meeting.meeting), meeting, language);
  const said = await Promise.all(
    comments.map(async (each, at) => {
      const words = plain((await desk.words(streamOf('meeting', meeting.meeting), each.text)) ?? '', decisionLength.everyone);
      return text.minutes.commentLine(writers[at] ?? '', words);
    }),
  );
  return {
    data: shown
      ? sheet({ ...head, parts: [], why, ...minutesForm(shown, here, language, given) })
      : sheet({
          ...head,
          ...asking(desk, here, language, may.outcome),
          settled: meeting.minutes === 'published',
          parts: [
            ...page.rows.map(({ heading, notes, lines }) => ({ heading, lines: [notes, ...lines] })),
            { heading: '', lines: left === '' ? [] : [left] },
            ...behindItems(page.rows, language),
            { heading: refused.length > 0 ? text.refusedErrand.title : '', lines: refused },
            { heading: said.length > 0 ? text.minutes.comments : '', lines: said },
          ],
          fields: [],
          buttons: minutesButtons(meeting.meeting, may, language, meeting.minutes === 'published' ? desk.page(meeting.meeting) : null),
          below: [
            ...(page.next !== null && viewer.kind === 'person'
              ? [opensForm(text.minutes.next, 'page', meeting.meeting, { page: String(page.next) })]
              : []),
            ...(viewer.kind === 'person'
              ? [{ title: text.minutes.toMeeting, verb: 'meeting', picks: { meeting: meeting.meeting }, sends: false }]
              : []),
          ],
          why,
        }),
    summary: text.summary(text.minutes.title(meetingName(desk, here, language)), when),
    mentions: [],
    viewers: [...new Set(here.bodies.flatMap((body) => runners(desk, body)))],
  };
}

async function noMinutes(desk: Desk, about: Stream, viewer: Viewer): Promise<Face | null> {
  if (!isOf(about, 'body')) return null;
  const text = textIn(viewer.language);
  const body = await desk.body(idIn(about, 'body'));
  const title = text.minutes.title(shortBody(desk.charter, body.body, viewer.language, dateAt(desk.charter, desk.now)));
  return {
    data: sheet({
      eyebrow: shortBody(desk.charter, body.body, viewer.language, dateAt(desk.charter, desk.now)),
      title: text.kinds.minutes,
      under: '',
      question: text.minutes.noMeeting,
      byWhen: '',
      parts: [],
      fields: [],
      missing: '',
      buttons: [],
      why: [text.why.asked],
    }),
    idle: true,
    summary: text.summary(title, text.minutes.noMeeting),
    mentions: [],
    viewers: runners(desk, body),
  };
}

/** An item as the minutes have it: what was proposed, what became of it, and who disagreed. */
async function minutesRow(desk: Desk, here: AttendanceFile, item: Item, at: number, viewer: Viewer): Promise<ItemRow> {
  const text = textIn(viewer.language).minutes;
  const row = await agendaRow(desk, here, item, at, viewer);
  if (item.closed && !readsClosed(desk, here, viewer)) return row;
  const longest = decisionLength[viewer.kind];
  const outcome = item.outcome
    ? text.outcome(text.outcomes[item.outcome.kind], await outcomeWords(desk, here, item, longest))
    : text.noOutcome;
  const dissents = await Promise.all(
    item.dissents.map(async ({ person, text: reason }) =>
      text.dissent(await signed(desk, here, person, viewer), reason ? await said(desk, here, reason, longest) : ''),
    ),
  );
  return { ...row, lines: [outcome, ...dissents] };
}

/** What was written at the meeting stands in the meeting's own stream, wherever the item was first proposed. */
function outcomeWords(desk: Desk, here: AttendanceFile, item: Item, longest: number): Promise<string> {
  const words = item.outcome?.text ?? null;
  return words ? said(desk, here, words, longest) : Promise.resolve('');
}

async function said(desk: Desk, { meeting }: AttendanceFile, text: NonNullable<Item['papers']>, longest: number): Promise<string> {
  return plain((await desk.words(streamOf('meeting', meeting.meeting), text)) ?? '', longest);
}

/** After a decision comes the next item that lacks one. */
function formFor({ meeting }: AttendanceFile, viewer: Viewer, may: typeof nothingMay): MinutesForm | null {
  const form = openForm(viewer, [...minutesForms, 'next-outcome']);
  if (form === 'next-outcome') return may.outcome && meeting.items.some(({ outcome }) => outcome === null) ? 'outcome' : null;
  return form && may[form] ? form : null;
}

/** What the card asks now. */
function asking(
  desk: Desk,
  { meeting }: AttendanceFile,
  language: Language,
  writes: boolean,
): { readonly question: string; readonly byWhen: string } {
  const text = textIn(language);
  const quiet = (question: string) => ({ question, byWhen: '' });
  if (Temporal.Instant.compare(desk.now, meeting.start) < 0) return quiet(text.minutes.notBegun);
  if (meeting.items.length === 0) return quiet(text.minutes.noItems);
  switch (meeting.minutes) {
    case 'none':
      return quiet(writes ? text.minutes.writingAsk : text.minutes.writing);
    case 'sent': {
      const until = commentsOpenUntil(meeting, dateAt(desk.charter, desk.now));
      if (until === null) return quiet(text.minutes.commentsOver);
      const day = text.weekday(Temporal.PlainDate.from(until));
      return { question: text.minutes.comment, byWhen: text.minutes.commentsUntil(day) };
    }
    case 'published':
      return quiet(text.minutes.published);
  }
}

async function mayDo(desk: Desk, here: AttendanceFile, viewer: Viewer): Promise<Readonly<Record<MinutesForm, boolean>>> {
  const { meeting } = here;
  const begun = Temporal.Instant.compare(desk.now, meeting.start) >= 0;
  if (viewer.kind === 'everyone' || !begun || meeting.phase === 'cancelled') return nothingMay;
  const items = meeting.items.length > 0;
  // An agenda that has gone out owes minutes, also where everything on it was withdrawn since.
  if (!items && !meeting.agendaSent) return nothingMay;
  const running = await runsHere(desk, here.body, viewer);
  const member = isMember(desk, here, viewer);
  const commentsRun = commentsOpenUntil(meeting, dateAt(desk.charter, desk.now)) !== null;
  const writing = meeting.minutes === 'none';
  return {
    outcome: items && writing && running,
    correct: items && meeting.minutes === 'sent' && running,
    dissent: items && meeting.minutes !== 'published' && (running || member),
    comment: commentsRun && member,
    send: writing && running && meeting.items.every(({ outcome }) => outcome !== null),
    publish: meeting.minutes === 'sent' && !commentsRun && running,
  };
}

function ours({ charter }: Desk, { meeting }: AttendanceFile, language: Language): string {
  const { note } = textIn(language);
  const { minutesDays, commentWorkingDays } = settingsOf(charter, meeting.body);
  return meeting.minutes === 'none' ? note.minutesOurs(minutesDays) : note.commentsOurs(commentWorkingDays);
}
