import type { Temporal } from 'temporal-polyfill';
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

const months = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'];
const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
type Day = Temporal.PlainDate | Temporal.ZonedDateTime;
/** A day of the year that one is in (`thisYear`) needs no year. */
const date = (day: Day, thisYear?: number) => `${day.day}. ${months[day.month - 1]}${day.year === thisYear ? '' : ` ${day.year}`}`;
const weekday = (day: Day, thisYear?: number) => `${weekdays[day.dayOfWeek - 1]} ${date(day, thisYear)}`;
const clock = (at: Temporal.ZonedDateTime) => `${at.hour}.${String(at.minute).padStart(2, '0')}`;

/** Midnight is the end of the day that it ends. */
const endsThatDay = (start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime) =>
  start.toPlainDate().equals(end.subtract({ seconds: 1 }).toPlainDate());

export const da = {
  viewMine: 'Vis handlinger',
  asItWas: (day: string) => `Sådan så det ud ${day}`,
  takenDownSince: (day: string) => `Det, der stod her, gjaldt ${day}. Skriv til Samspil igen for at se, hvordan det ser ud nu.`,
  over: 'Påmindelsen er ikke længere aktuel.',
  comesIn: (channels: string) => `Opslaget kommer om lidt i ${channels}.`,
  standsIn: (channel: string) => `Opslaget står i ${channel}.`,
  comesLater: (noun: string) => `Opslaget kommer, når ${noun} har en kanal.`,
  anyBody: { noun: 'gruppen', of: 'gruppens' },
  takenDown: 'Det, der stod her, er taget ned.',
  takenDownAfter: (day: string) => `Det, der stod her, gjaldt indtil ${day}. Skriv til Samspil for at se, hvordan det ser ud nu.`,
  back: 'Tilbage',
  notKnown: 'Mødested følger',
  notStated: 'Fremgår ikke af kommissoriet',
  left: (n: number) => `… og ${n} til`,
  more: (n: number) => `… og ${n} til. Tryk på »Vis handlinger« for at se alle.`,
  moreChoices: (n: number) => `${n} flere kan ikke vises. Skriv mere af navnet.`,
  summary: (title: string, line: string) => `${title} – ${line}`,

  date,
  weekday,
  period: (start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime, thisYear?: number) =>
    endsThatDay(start, end)
      ? `${weekday(start, thisYear)} kl. ${clock(start)}–${start.day === end.day ? clock(end) : '24.00'}`
      : `${weekday(start, thisYear)} kl. ${clock(start)} til ${weekday(end, thisYear)} kl. ${clock(end)}`,
  moment: (at: Temporal.ZonedDateTime, thisYear?: number) => `${weekday(at, thisYear)} kl. ${clock(at)}`,
  month: (day: Day) => `${months[day.month - 1]} ${day.year}`,

  eyebrow: (kind: string, of: string) => (of === '' ? kind : `${kind} · ${of}`),
  leaf: (day: Day) => ({
    month: (months[day.month - 1] ?? '').slice(0, 3).toLocaleUpperCase('da'),
    day: String(day.day),
    weekday: (weekdays[day.dayOfWeek - 1] ?? '').slice(0, 3),
  }),
  kinds: {
    meeting: 'Møde',
    agenda: 'Dagsorden',
    minutes: 'Referat',
    newMeeting: 'Nyt møde',
    meetings: 'Kommende møder',
    seats: 'Medlemmer',
    organ: 'Kommissoriet kort',
    checkIn: 'Status på milepæle',
    status: 'Status',
    milestones: 'Milepæle',
    milestonePlan: 'Milepælsplan',
    experience: 'Erfaring',
    flag: 'Opmærksomhedspunkt',
    initiative: 'Indsats',
    request: 'Bestilling',
    part: 'Del af en bestilling',
    ours: 'Samspil',
  },
  anatomy: { why: 'Derfor får du dette', rest: 'Vis flere' },
  why: {
    clause: (reference: string) => reference,
    runOut: (until: string) => ` (udløb ${until}; bruges, til et nyt er godkendt)`,
    ours: 'Standard i Samspil',
    setup: 'Samspil er tilføjet i kanalen',
    asked: 'Svar på en besked til Samspil i kanalen',
  },
  ownAnswer: {
    recorded: (yes: boolean): string => (yes ? 'Dit svar er registreret: godkendt.' : 'Dit svar er registreret: afvist.'),
    until: 'Du kan fortryde, indtil alle har svaret.',
    takeBack: 'Fortryd svar',
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
