import { Temporal } from 'temporal-polyfill';
import { answerOf, asked, missing, tally } from '../bot/governance/attendance.ts';
import type { BodyState } from '../bot/governance/body.ts';
import { dateAt, wall, workingDaysBefore } from '../bot/governance/calendar.ts';
import type { Terms } from '../bot/governance/charter.ts';
import type { MeetingState } from '../bot/governance/meeting.ts';
import type { Stream } from '../bot/governance/model.ts';
import { bodyOf, termsInForce } from '../bot/governance/terms.ts';
import type { Desk, Form, Language, Reading, Viewer } from './card.ts';
import { plain } from './escape.ts';
import { sectorName } from './said.ts';
import { textIn } from './text/languages.ts';

/** A meeting with what the cards about it look at; null: there is none. */
export interface Sitting {
  readonly meeting: MeetingState;
  readonly body: BodyState;
  /** The terms it was planned under. */
  readonly terms: Terms | null;
  readonly over: boolean;
}

export async function sitting(desk: Desk, about: Stream): Promise<Sitting | null> {
  const meeting = await desk.state('meeting', about);
  if (!meeting || meeting.phase === 'unplanned') return null;
  const planned = bodyOf(desk.charter, meeting.body)?.terms.find((each) => each.hash === meeting.terms);
  const terms = planned ?? termsInForce(desk.charter, meeting.body, dateAt(desk.charter, Temporal.Instant.from(meeting.start)));
  const over = meeting.phase === 'over' || Temporal.Instant.compare(desk.now, meeting.end) >= 0;
  return { meeting, body: await desk.body(meeting.body), terms, over };
}

/** When it is, on the collaboration's clocks. */
export function period(desk: Desk, meeting: MeetingState, language: Language): string {
  const at = (instant: string) => wall(desk.charter, Temporal.Instant.from(instant));
  return textIn(language).period(at(meeting.start), at(meeting.end));
}

/** Where it is: a place, or a link to open. */
export async function whereabouts(desk: Desk, meeting: MeetingState): Promise<{ readonly place: string; readonly link: string }> {
  const about: Stream = `meeting/${meeting.meeting}`;
  const place = meeting.place && (await desk.words(about, meeting.place));
  const link = meeting.link && (await desk.words(about, meeting.link));
  return { place: plain(place ?? '', 200), link: link ?? '' };
}

/** The day by which an answer is wanted: the one on which those missing are reminded. */
export function answerBy(desk: Desk, { meeting }: Sitting, language: Language): string {
  const text = textIn(language);
  const day = workingDaysBefore(desk.charter, dateAt(desk.charter, Temporal.Instant.from(meeting.start)), meeting.remindWorkingDays);
  return day > dateAt(desk.charter, desk.now) ? text.meeting.byWhen(text.weekday(Temporal.PlainDate.from(day))) : text.meeting.byNow;
}

/** How many come, by sector. */
export function counts(desk: Desk, { meeting, body }: Sitting, language: Language): readonly { title: string; value: string }[] {
  const text = textIn(language).meeting;
  return tally(desk.charter, body, meeting, desk.sectorOf, desk.one).map((row) => ({
    title: sectorName(desk.charter, row.sector, language) ?? text.noSector,
    value: text.tally(row),
  }));
}

export function whoIsAsked(desk: Desk, { meeting, body }: Sitting) {
  return asked(desk.charter, body, meeting, desk.one);
}
export function whoIsMissing(desk: Desk, { meeting, body }: Sitting) {
  return missing(desk.charter, body, meeting, desk.one);
}

/** A viewer's own answer, in a sentence; nothing for everyone's card. */
export async function ownAnswer(desk: Desk, { meeting }: Sitting, viewer: Viewer, isAsked: boolean): Promise<string> {
  if (viewer.kind === 'everyone') return '';
  const { mine } = textIn(viewer.language).meeting;
  const answer = answerOf(meeting, viewer.person, desk.one);
  if (!answer) return isAsked ? mine.none : mine.notAsked;
  const deputy = answer.deputy ? plain(await desk.name(answer.deputy), 60) : '';
  const own = answer.attendance === 'deputy' ? mine.deputy(deputy) : mine[answer.attendance];
  return answer.recordedBy ? `${own} ${mine.recorded(plain(await desk.name(answer.recordedBy), 60))}` : own;
}

/** The two public buttons of every card that asks "are you coming?". */
export const answering: Readonly<Record<'coming' | 'absent', (form: Form) => Reading>> = {
  coming: (form) => ({
    read: 'command',
    stream: form.about,
    command: { type: 'AnswerAttendance', attendance: 'coming', deputy: null },
  }),
  absent: (form) => ({
    read: 'command',
    stream: form.about,
    command: { type: 'AnswerAttendance', attendance: 'absent', deputy: null },
  }),
};
