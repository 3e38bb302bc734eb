import type { Temporal } from 'temporal-polyfill';
import type { ItemKind, OutcomeKind } from '../governance/vocabulary/meeting.ts';

/** Published and filed pages are in Danish, whatever language the cards are in. */
export const language = 'da';

const months = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'];
const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];

const clock = (at: Temporal.ZonedDateTime) => `${at.hour}.${String(at.minute).padStart(2, '0')}`;
const date = (at: Temporal.PlainDate | Temporal.ZonedDateTime) => `${at.day}. ${months[at.month - 1]} ${at.year}`;
const weekday = (at: Temporal.ZonedDateTime) => `${weekdays[at.dayOfWeek - 1]} ${date(at)}`;

const kinds: Readonly<Record<ItemKind, string>> = {
  decision: 'Til beslutning',
  discussion: 'Til drøftelse',
  information: 'Til orientering',
};
const outcomes: Readonly<Record<OutcomeKind, string>> = {
  decided: 'Besluttet',
  rejected: 'Afvist',
  'sent-on': 'Sendt videre',
  'sent-back': 'Sendt tilbage',
  discussed: 'Drøftet',
  noted: 'Taget til efterretning',
  carried: 'Udsat til næste møde',
};

/** What published pages say. */
export const pageWords = {
  date,
  weekday,
  period: (start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime) =>
    start.toPlainDate().equals(end.toPlainDate())
      ? `${weekday(start)} kl. ${clock(start)}–${clock(end)}`
      : `${weekday(start)} kl. ${clock(start)} til ${weekday(end)} kl. ${clock(end)}`,
  kinds,
  outcomes,
  skip: 'Spring til indholdet',
  all: 'Alle møder',
  minutes: (bodies: string) => `Referat: ${bodies}`,
  when: 'Hvornår',
  where: 'Hvor',
  extraordinary: 'Ekstraordinært møde',
  overview: 'Punkter og resultat',
  number: 'Nr.',
  item: 'Punkt',
  items: 'Punkter',
  treatment: 'Behandling',
  result: 'Resultat',
  noItems: 'Mødet havde ingen åbne punkter.',
  recommended: 'Det indstilles,',
  at: (recommendation: string) => `at ${recommendation}`,
  case: (number: string) => `Sag ${number}`,
  dissent: 'Afvigende mening',
  dissents: 'Afvigende meninger',
  member: 'et medlem',
  name: 'navn udeladt',
  body: 'Mødeforum',
  meeting: 'Møde',
  inYear: (year: number) => `Møder i ${year}`,
  meetings: (collaboration: string) => `Møder i ${collaboration}`,
  none: 'Der er ikke offentliggjort referater endnu.',
  foot: 'Lukkede punkter og deltagernes navne offentliggøres ikke.',
};
