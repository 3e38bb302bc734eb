import type { Temporal } from 'temporal-polyfill';
import type { Text } from '../text.ts';
import { askTexts } from './asks.ts';
import { bodies } from './body.ts';
import { calendar } from './calendar.ts';
import { care } from './care.ts';
import { cases } from './cases.ts';
import { commands } from './commands.ts';
import { deciding } from './competence.ts';
import { files } from './files.ts';
import { groups } from './groups.ts';
import { home } from './home.ts';
import { initiatives } from './initiatives.ts';
import { knowledge } from './knowledge.ts';
import { life } from './life.ts';
import { meetings } from './meetings.ts';
import { milestones } from './milestones.ts';
import { plans } from './plans.ts';
import { refusals } from './refusals.ts';
import { requests } from './requests.ts';
import { tables } from './tables.ts';
import { terms } from './terms.ts';
import { yearPlan } from './year.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
type Day = Temporal.PlainDate | Temporal.ZonedDateTime;
const date = (day: Day, thisYear?: number) => `${day.day} ${months[day.month - 1]}${day.year === thisYear ? '' : ` ${day.year}`}`;
const weekday = (day: Day, thisYear?: number) => `${weekdays[day.dayOfWeek - 1]} ${date(day, thisYear)}`;
const clock = (at: Temporal.ZonedDateTime) => `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`;

/** Midnight is the end of the day that it ends. */
const endsThatDay = (start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime) =>
  start.toPlainDate().equals(end.subtract({ seconds: 1 }).toPlainDate());

export const en: Text = {
  viewMine: 'Show my options',
  asItWas: (day: string) => `This is how it looked on ${day}`,
  takenDownSince: (day: string) => `What stood here was of ${day}. Write to Samspil again to see how it looks now.`,
  over: 'This reminder no longer matters.',
  comesIn: (channels) => `The card will be in ${channels} in a moment.`,
  standsIn: (channel) => `The card is in ${channel}.`,
  comesLater: (noun) => `The card will come when ${noun} has a channel.`,
  anyBody: { noun: 'the body', of: 'the body’s' },
  takenDown: 'What stood here has been taken down.',
  takenDownAfter: (day: string) => `What stood here was true until ${day}. Write to Samspil to see how it looks now.`,
  back: 'Back',
  notKnown: 'Place not known',
  notStated: 'The terms do not say',
  left: (n) => `… and ${n} more`,
  more: (n) => `… and ${n} more. Press "Show my options" to show all.`,
  moreChoices: (n) => `${n} more cannot be shown here. Search for a longer part of the name.`,
  summary: (title, line) => `${title} – ${line}`,

  date,
  weekday,
  period: (start, end, thisYear) =>
    endsThatDay(start, end)
      ? `${weekday(start, thisYear)}, ${clock(start)}–${start.day === end.day ? clock(end) : '24:00'}`
      : `${weekday(start, thisYear)}, ${clock(start)} to ${weekday(end, thisYear)}, ${clock(end)}`,
  moment: (at, thisYear) => `${weekday(at, thisYear)} at ${clock(at)}`,
  month: (day) => `${months[day.month - 1]} ${day.year}`,

  eyebrow: (kind, of) => (of === '' ? kind : `${kind} · ${of}`),
  leaf: (day) => ({
    month: (months[day.month - 1] ?? '').slice(0, 3).toLocaleUpperCase('en'),
    day: String(day.day),
    weekday: (weekdays[day.dayOfWeek - 1] ?? '').slice(0, 3),
  }),
  kinds: {
    meeting: 'Meeting',
    agenda: 'Agenda',
    minutes: 'Minutes',
    newMeeting: 'New meeting',
    meetings: 'Coming meetings',
    seats: 'Members',
    organ: 'The terms in short',
    checkIn: 'Milestone status',
    status: 'Status',
    milestones: 'Milestones',
    milestonePlan: 'Milestone plan',
    experience: 'Experience',
    flag: 'Flag',
    initiative: 'Initiative',
    request: 'Request',
    part: 'Part of a request',
    ours: 'Samspil',
  },
  anatomy: { why: 'Why you get this', rest: 'Show more' },
  why: {
    clause: (reference) => reference,
    runOut: (until) => ` (ran out ${until}; used until new terms are approved)`,
    ours: 'A default of Samspil',
    setup: 'Samspil was added to the channel',
    asked: 'You get this because somebody wrote a word to Samspil in this channel',
  },
  ownAnswer: {
    recorded: (yes) => (yes ? 'Your answer is recorded: approved.' : 'Your answer is recorded: rejected.'),
    until: 'You can take it back until everybody has answered.',
    takeBack: 'Take answer back',
  },
  ...home,
  ...commands,
  ...bodies,
  ...calendar,
  ...files,
  ...tables,
  ...meetings,
  ...care,
  ...askTexts,

  ...cases,
  ...deciding,

  ...life,

  ...milestones,

  ...requests,

  ...groups,

  ...knowledge,
  ...initiatives,

  ...plans,

  ...terms,

  ...yearPlan,

  refusals,
};
