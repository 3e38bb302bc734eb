import type { Attendance } from '../governance/answer.ts';

const attendance: Readonly<Record<Attendance, string>> = { coming: 'Kommer', absent: 'Afbud', deputy: 'Stedfortræder' };

/** What a filed meeting and a newsletter say. */
export const fileWords = {
  title: (bodies: string, day: string) => `Møde til journalen: ${bodies}, ${day}`,
  journal: 'Journalnummer',
  meeting: 'Mødets nummer',
  filed: 'Udskrevet',
  state: 'Referatet',
  states: { none: 'ikke sendt ud', sent: 'sendt til bemærkninger', published: 'offentliggjort' },
  cancelled: 'aflyst',
  closed: 'Lukket punkt',
  attendance: 'Fremmøde',
  attendances: attendance,
  person: 'Person',
  seat: 'Plads',
  answer: 'Svar',
  comments: 'Bemærkninger til referatet',
  papers: 'Bilag',
  paper: 'Punkt',
  link: 'Link',
  dissent: (who: string) => `Afvigende mening, ${who}`,
  ledger: 'Udskrift af protokollen',
  entry: 'Nr.',
  at: 'Tidspunkt',
  what: 'Hændelse',
  by: 'Af',
  hash: 'Kontroltal',
  sound: 'Protokollen er kontrolleret: ingen hændelse er ændret, fjernet eller tilføjet.',
  broken: 'Protokollen stemmer ikke:',
  erased: '[slettet]',
  foot: 'Til myndighedens journalsystem. Indeholder navne og lukkede punkter.',

  newsletter: (collaboration: string, from: string, to: string) => `Nyt fra ${collaboration}, ${from} til ${to}`,
  draft: 'Udkast fra Samspil. Læs det igennem og ret det til, før det sendes.',
  decided: 'Besluttet',
  nothingDecided: 'Ingen offentliggjorte beslutninger i perioden.',
  started: 'Sat i gang',
  nothingStarted: 'Intet nyt er begyndt i perioden.',
  terms: (body: string, day: string) => `${body} arbejder efter et nyt kommissorium fra ${day}.`,
  case: (number: string) => ` (sag ${number})`,
};
