import { Temporal } from 'temporal-polyfill';
import type { Terms } from '../../bot/governance/charter/charter.ts';
import { gatheringCalled } from '../../bot/governance/charter/gathering.ts';
import { bodyOf, isNamedBy, termsInForce } from '../../bot/governance/charter/terms.ts';
import { answerOf, askedToMeeting, expectedFrom, tally, unansweredAt } from '../../bot/governance/meeting/attendance.ts';
import { partakers } from '../../bot/governance/meeting/partaking.ts';
import { seatsHeld } from '../../bot/governance/people/roles.ts';
import { dateAt, wall } from '../../bot/governance/time/calendar.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { Attendance, CalledMeeting } from '../../bot/governance/vocabulary/meeting.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { PersonKey, Stream } from '../../bot/governance/vocabulary/stream.ts';
import { streamOf } from '../../bot/governance/vocabulary/stream.ts';
import type { Desk, Form, Reading, Viewer } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { chosenPerson, opens } from '../kit/form.ts';
import { inChannel } from '../kit/people.ts';
import { said, sectorName, shortBody } from '../kit/said.ts';
import { type Language, textIn } from '../text/languages.ts';

/** A meeting with what the cards about it look at; null: there is none. */
export interface AttendanceFile {
  readonly meeting: CalledMeeting;
  readonly body: BodyState;
  /** The body whose meeting it is, and those that meet with it. */
  readonly bodies: readonly BodyState[];
  /** The terms it was planned under. */
  readonly terms: Terms | null;
  /** Held, or called off: nothing is asked any more. */
  readonly over: boolean;
  /** People are asked whether they come: it has not begun, and nothing has been minuted. */
  readonly asks: boolean;
}

export async function sitting(desk: Desk, about: Stream): Promise<AttendanceFile | null> {
  const meeting = await desk.state('meeting', about);
  if (!meeting) return null;
  const planned = bodyOf(desk.charter, meeting.body)?.terms.find((each) => isNamedBy(each, meeting.terms));
  const terms = planned ?? termsInForce(desk.charter, meeting.body, dateAt(desk.charter, Temporal.Instant.from(meeting.start)));
  const over = meeting.phase !== 'planned' || Temporal.Instant.compare(desk.now, meeting.end) >= 0;
  const asks = !over && meeting.minutes === 'none' && Temporal.Instant.compare(desk.now, meeting.start) < 0;
  const bodies = await Promise.all([meeting.body, ...meeting.joint].map((id) => desk.body(id)));
  return { meeting, body: await desk.body(meeting.body), bodies, terms, over, asks };
}

/** When it is, on the collaboration's clocks; the year is said where it is not this one. */
export function period(desk: Desk, meeting: CalledMeeting, language: Language): string {
  return periodIn(desk, meeting, language, wall(desk.charter, desk.now).year);
}

/** When it begins; the year is said where it is not this one. */
export function beginsAt({ charter, now }: Desk, { start }: CalledMeeting, language: Language): string {
  return textIn(language).moment(wall(charter, Temporal.Instant.from(start)), wall(charter, now).year);
}

/** When it was, with its year: for what is kept. */
export function wholePeriod(desk: Desk, meeting: CalledMeeting, language: Language): string {
  return periodIn(desk, meeting, language);
}

function periodIn({ charter }: Desk, { start, end }: CalledMeeting, language: Language, thisYear?: number): string {
  return textIn(language).period(wall(charter, Temporal.Instant.from(start)), wall(charter, Temporal.Instant.from(end)), thisYear);
}

/** When it is, as a title. */
export function asTitle(when: string): string {
  return when.charAt(0).toLocaleUpperCase('da') + when.slice(1);
}

/** Where it is: a place, or a link to open. */
export async function whereabouts(desk: Desk, meeting: CalledMeeting): Promise<{ readonly place: string; readonly link: string }> {
  const about: Stream = streamOf('meeting', meeting.meeting);
  const place = meeting.place && (await desk.words(about, meeting.place));
  const link = meeting.link && (await desk.words(about, meeting.link));
  return { place: plain(place ?? '', 200), link: link ?? '' };
}

/** The day by which an answer is wanted: the one on which those missing are reminded. */
export function answerBy(desk: Desk, { meeting }: AttendanceFile, language: Language): string {
  const text = textIn(language);
  const day = meeting.deadlines.reminder;
  return day !== null && day > dateAt(desk.charter, desk.now)
    ? text.meeting.byWhen(text.weekday(Temporal.PlainDate.from(day), wall(desk.charter, desk.now).year))
    : text.meeting.byNow;
}

/** How many come, by sector. */
export function counts(desk: Desk, { meeting, bodies }: AttendanceFile, language: Language): readonly { title: string; value: string }[] {
  const text = textIn(language).meeting;
  return tally(desk.charter, bodies, meeting, desk.sectorOf, desk.one).map((row) => ({
    title: sectorName(desk.charter, row.sector, language) ?? text.noSector,
    value: text.tally(row),
  }));
}

/** Who is expected from where; said only where that does not go without saying. */
export function fromEach(desk: Desk, { meeting, bodies }: AttendanceFile, language: Language): readonly { title: string; value: string }[] {
  const { from } = textIn(language).meeting;
  const rows = expectedFrom(desk.charter, bodies, meeting, desk.one);
  const day = dateAt(desk.charter, Temporal.Instant.from(meeting.start));
  return rows.length === 1 && meeting.who === undefined
    ? []
    : rows.map((row) => ({
        title: shortBody(desk.charter, row.body, language, day),
        value: `${from[row.seats]} · ${from.answered(row.asked, row.answered)}`,
      }));
}

/** Nobody is asked, though there is a meeting: nobody sits where those who take part would. */
export function nobodyAsked({ meeting }: AttendanceFile, language: Language): string {
  const { noneAsked, noChairs } = textIn(language).meeting;
  return partakers(meeting).every(({ seats }) => seats === 'chairs') ? noChairs : noneAsked;
}

export function whoIsAsked(desk: Desk, { meeting, bodies }: AttendanceFile) {
  return askedToMeeting(desk.charter, bodies, meeting, desk.one);
}
export function whoIsMissing(desk: Desk, { meeting, bodies }: AttendanceFile) {
  return unansweredAt(desk.charter, bodies, meeting, desk.one);
}

/** A viewer's own answer, in a sentence; nothing for everyone's card. */
export async function ownAnswer(desk: Desk, { meeting, bodies }: AttendanceFile, viewer: Viewer, isAsked: boolean): Promise<string> {
  if (viewer.kind === 'everyone') return '';
  const { mine } = textIn(viewer.language).meeting;
  const answer = answerOf(meeting, viewer.person, desk.one);
  const sits = heldBy(desk, bodies, viewer.person).length > 0;
  if (!answer) return isAsked ? mine.none : sits && meeting.who ? mine.notNamed : mine.notAsked;
  const deputy = answer.deputy ? plain(await desk.name(answer.deputy), 60) : '';
  const own = answer.attendance === 'deputy' ? mine.deputy(deputy) : mine[answer.attendance];
  return answer.recordedBy ? `${own} ${mine.recorded(plain(await desk.name(answer.recordedBy), 60))}` : own;
}

/** The seats somebody holds today in the bodies that meet. */
export function heldBy(desk: Desk, bodies: readonly BodyState[], person: PersonKey) {
  return bodies.flatMap((body) => seatsHeld(desk.charter, body, person, dateAt(desk.charter, desk.now), desk.one));
}

/** What the meeting is called: the gathering it is, or the bodies that meet. */
export function meetingName(desk: Desk, { meeting, bodies }: AttendanceFile, language: Language): string {
  const gathering = gatheringCalled(desk.charter, meeting.body, meeting.gathering ?? null);
  if (gathering) return said(gathering.name, language, desk.charter);
  const today = dateAt(desk.charter, desk.now);
  return bodies.map(({ body }) => shortBody(desk.charter, body, language, today)).join(' + ');
}

export function titleOf(desk: Desk, here: AttendanceFile, language: Language): string {
  return textIn(language).meeting.title(meetingName(desk, here, language));
}

/** What stands above the title of a card about the meeting: what kind of card it is, and the bodies that meet. */
export function eyebrowOf(desk: Desk, kind: string, { meeting, bodies }: AttendanceFile, language: Language): string {
  const gathering = gatheringCalled(desk.charter, meeting.body, meeting.gathering ?? null);
  if (gathering) return textIn(language).eyebrow(kind, said(gathering.name, language, desk.charter));
  const today = dateAt(desk.charter, desk.now);
  return textIn(language).eyebrow(kind, bodies.map(({ body }) => shortBody(desk.charter, body, language, today)).join(' + '));
}

/** The day of the meeting as a leaf of a calendar. */
export function leafOf(desk: Desk, { start }: CalledMeeting, language: Language) {
  return textIn(language).leaf(wall(desk.charter, Temporal.Instant.from(start)));
}

/** Why it was called, moved or called off, where somebody said. */
export async function reasonGiven(desk: Desk, { meeting }: AttendanceFile, language: Language): Promise<string> {
  const words = meeting.reason && (await desk.words(streamOf('meeting', meeting.meeting), meeting.reason));
  return words ? textIn(language).meeting.reason(plain(words, 300)) : '';
}

/** Who may come in somebody's place: the seat's named deputies first, then others seen in the channel. */
export async function standIns(desk: Desk, { body, bodies }: AttendanceFile, viewer: Viewer, form: 'deputy' | 'record') {
  if (viewer.kind === 'everyone') return { choices: [], left: 0 };
  const own = form === 'deputy' ? heldBy(desk, bodies, viewer.person) : [];
  return inChannel(desk, body.body, viewer.language, {
    part: '',
    first: own.flatMap(({ appointment }) => appointment.deputies),
    without: form === 'deputy' ? [viewer.person] : [],
    joined: true,
  });
}

/** The answers of every card that asks "are you coming?": two public buttons, and a form for one's deputy. */
export const answering: Readonly<Record<'coming' | 'absent' | 'open' | 'deputy', (form: Form) => Reading>> = {
  coming: (form) => answer(form, 'coming', null),
  absent: (form) => answer(form, 'absent', null),
  open: opens,
  deputy: (form) => {
    const deputy = chosenPerson(form, 'deputy');
    return isRefusal(deputy) ? deputy : answer(form, 'deputy', deputy);
  },
};

function answer(form: Form, attendance: Attendance, deputy: PersonKey | null): Reading {
  return { read: 'command', stream: form.about, command: { type: 'AnswerAttendance', attendance, deputy } };
}
