import { Temporal } from 'temporal-polyfill';
import { answerOf } from '../../bot/governance/meeting/attendance.ts';
import { commentsOn, commentsOpenUntil } from '../../bot/governance/meeting/minutes.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { CalledMeeting } from '../../bot/governance/vocabulary/meeting.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { isId, isStream, streamOf } from '../../bot/governance/vocabulary/stream.ts';
import { toInitiative } from '../initiative/initiatives.ts';
import { followButtons, following, followParts } from '../kit/calendar.ts';
import type { Card, Desk, Form, Reading, Viewer } from '../kit/card.ts';
import { opens } from '../kit/form.ts';
import { type Button, type SheetPart, sheet, template } from '../kit/sheet.ts';
import { shorten } from '../kit/shorten.ts';
import { runs } from '../kit/viewer.ts';
import { toExperience } from '../knowledge/experiences.ts';
import { toFlag } from '../knowledge/flags.ts';
import { goTo, meetingIn } from '../meeting/agenda-press.ts';
import { type AttendanceFile, period, sitting, titleOf, whoIsAsked } from '../meeting/attendance.ts';
import { isMember } from '../meeting/items.ts';
import { toCard } from '../milestone/press.ts';
import { type Language, textIn } from '../text/languages.ts';
import { asksAwaiting, toAsked } from './asks.ts';
import { casesAsking } from './cases.ts';
import { knowledgeAsking } from './knowledge.ts';
import { milestonesAsking } from './milestones.ts';
import { plansAsking } from './plans.ts';
import { yearsAsked } from './years.ts';

/** Each row carries buttons; more than this is too much for one card. */
const mostRows = 8;

/** One thing that is asked, with the buttons that answer it or lead there. */
interface AskedRow {
  readonly title: string;
  readonly when: string;
  readonly line: string;
  readonly asked: string;
  readonly meeting: string;
  readonly case?: string;
  readonly verb: string;
  readonly open: string;
  readonly yes: string;
  readonly no: string;
}
interface Asked {
  readonly about: 'attendance' | 'comments' | 'agenda' | 'minutes' | 'publish';
  readonly line: string;
}

/** All that the presser is asked right now, in every body. For everyone it only says how to see it. */
export const mine: Card<'mine'> = {
  name: 'mine',
  template,
  show: async (desk, _about, _occasion, viewer) => {
    const { language } = viewer;
    const text = textIn(language);
    const rows = await rowsFor(desk, viewer);
    const { shown, left } = shorten(rows, mostRows);
    const { follow, follows, address, renews } = await following(
      desk,
      viewer,
      viewer.kind === 'person' ? { of: 'person', person: viewer.person } : null,
      true,
    );
    return {
      data: sheet({
        eyebrow: text.kinds.ours,
        title: text.mine.title,
        under: viewer.kind === 'everyone' ? text.mine.line : rows.length === 0 ? text.mine.none : text.mine.question,
        question: follows ? text.calendar.question : '',
        byWhen: '',
        parts: follows
          ? followParts(address, language)
          : [...shown.map(partOf), { heading: '', lines: left > 0 ? [text.mine.more(left)] : [] }],
        fields: [],
        missing: '',
        buttons: follows
          ? followButtons(renews, language)
          : follow
            ? [{ title: text.calendar.follow, verb: 'open', open: 'calendar', sends: false }]
            : [],
        why: [text.why.asked],
      }),
      summary: text.mine.title,
      mentions: [],
      viewers: [],
    };
  },
  verbs: {
    open: opens,
    ask: toAsked,
    renew: () => ({ read: 'command', stream: 'persons', command: { type: 'RenewOwnCalendar' }, next: { open: 'calendar', picks: {} } }),
    coming: (form) => answers(form, 'coming'),
    absent: (form) => answers(form, 'absent'),
    meeting: (form) => goTo(form, 'meeting'),
    agenda: (form) => goTo(form, 'agenda'),
    minutes: (form) => goTo(form, 'minutes'),
    case: ({ picks }) => ({ read: 'card', card: 'case', about: streamOf('case', picks.case ?? ''), open: null, picks: {} }),
    experience: toExperience,
    flag: toFlag,
    'check-in': (form) => toCard(form, 'check-in', 'follow-up'),
    'milestone-plan': (form) => toCard(form, 'milestone-plan', 'milestone-plan'),
    milestones: (form) => toCard(form, 'milestones', 'body'),
    initiative: toInitiative,
    'work-plan': (form) => toOwn(form, 'work-plan'),
    portfolio: (form) => toOwn(form, 'portfolio'),
    year: ({ picks }) => {
      const about = streamOf('year', picks.meeting ?? '');
      if (!isStream(about)) return { refused: 'no-year-plan' };
      return { read: 'card', card: 'year', about, open: null, picks: {} };
    },
  },
};

/** What is asked, with the answer beside it where one press is enough. */
function partOf({ title, when, line, asked, meeting, case: of = '', verb, open, yes, no }: AskedRow): SheetPart {
  const picks = { meeting };
  const answers: readonly Button[] =
    asked === 'attendance'
      ? [
          { title: yes, verb: 'coming', picks, sends: false },
          { title: no, verb: 'absent', picks, sends: false },
        ]
      : [];
  return { heading: title, lines: [when, line].filter(Boolean), buttons: [...answers, { title: open, verb, of, picks, sends: false }] };
}

async function rowsFor(desk: Desk, viewer: Viewer): Promise<readonly AskedRow[]> {
  if (viewer.kind === 'everyone') return [];
  const own = [
    ...(await casesAsking(desk, viewer)),
    ...(await milestonesAsking(desk, viewer)),
    ...(await knowledgeAsking(desk, viewer)),
    ...(await plansAsking(desk, viewer)),
  ];
  const meetings = await meetingsAsking(desk, viewer);
  const known = new Set([...own, ...meetings].map((each) => `${each.verb}/${each.case || each.meeting}`));
  return [...own, ...(await asksAwaiting(desk, viewer, (about) => known.has(about))), ...meetings];
}

/** The presser's own view of a card of the same name as what it is about. */
function toOwn({ picks }: Form, card: 'work-plan' | 'portfolio'): Reading {
  const of = picks.case ?? '';
  return isId(of) ? { read: 'card', card, about: streamOf(card, of), open: null, picks: {} } : { refused: 'not-there' };
}

function answers(form: Form, attendance: 'coming' | 'absent'): Reading {
  const stream = meetingIn(form);
  return isRefusal(stream) ? stream : { read: 'command', stream, command: { type: 'AnswerAttendance', attendance, deputy: null } };
}

/** Every body's open meetings are looked through: they are few, and whom a meeting asks follows from the seats on its day. */
async function meetingsAsking(desk: Desk, viewer: Viewer) {
  const bodies = desk.charter.bodies.filter(({ outside }) => !outside);
  const meetings = (await Promise.all(bodies.map(({ id }) => desk.meetings(id, { openOnly: true })))).flat();
  const rows = await Promise.all(
    meetings
      .toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start))
      .map(async (meeting) => {
        const here = await sitting(desk, streamOf('meeting', meeting.meeting));
        return here ? askedIn(desk, here, viewer).map((each) => row(desk, here, each, viewer.language)) : [];
      }),
  );
  return [...(await yearsAsked(desk, viewer)), ...rows.flat()];
}

function askedIn(desk: Desk, here: AttendanceFile, viewer: Viewer): readonly Asked[] {
  if (viewer.kind === 'everyone') return [];
  const { mine: text, weekday } = textIn(viewer.language);
  const { meeting } = here;
  const day = (date: string) => weekday(Temporal.PlainDate.from(date));
  const today = dateAt(desk.charter, desk.now);
  const person = desk.one(viewer.person);
  const until = commentsOpenUntil(meeting, today);
  const unanswered =
    here.asks && meeting.showFrom === undefined && whoIsAsked(desk, here).includes(person) && !answerOf(meeting, person, desk.one);
  const comments = until !== null && isMember(desk, here, viewer) && !hasCommented(desk, meeting, person);
  const running = runs(desk, here.body, { ...viewer, administrator: false });
  return [
    ...(unanswered ? [{ about: 'attendance', line: text.coming } as const] : []),
    ...(comments ? [{ about: 'comments', line: text.comments(day(until)) } as const] : []),
    ...(running ? owed(desk, here, today, day, text) : []),
  ];
}

/** What a secretary owes a meeting now. */
function owed(
  desk: Desk,
  { meeting }: AttendanceFile,
  today: string,
  day: (date: string) => string,
  text: ReturnType<typeof textIn>['mine'],
): readonly Asked[] {
  const { items, agenda, minutes } = meeting.deadlines;
  const begun = Temporal.Instant.compare(desk.now, meeting.start) >= 0;
  const ended = Temporal.Instant.compare(desk.now, meeting.end) >= 0;
  if (!begun) return !meeting.agendaSent && agenda && items && today > items ? [{ about: 'agenda', line: text.agenda(day(agenda)) }] : [];
  if (ended && meeting.minutes === 'none' && meeting.items.length > 0) return [{ about: 'minutes', line: text.minutes(day(minutes)) }];
  return meeting.minutes === 'sent' && today > meeting.commentsUntil ? [{ about: 'publish', line: text.publish }] : [];
}

function row(desk: Desk, here: AttendanceFile, { about, line }: Asked, language: Language) {
  const { mine: text } = textIn(language);
  const verb = about === 'attendance' ? 'meeting' : about === 'agenda' ? 'agenda' : 'minutes';
  return {
    title: titleOf(desk, here, language),
    when: period(desk, here.meeting, language),
    line,
    asked: about,
    meeting: here.meeting.meeting,
    case: '',
    verb,
    open: { meeting: text.open, agenda: text.openAgenda, minutes: text.openMinutes }[verb],
    yes: text.yes,
    no: text.no,
  };
}

function hasCommented(desk: Desk, meeting: CalledMeeting, person: string): boolean {
  return commentsOn(meeting).some((each) => desk.one(each.person) === person);
}
