import type { Refusals } from './text.ts';

const fields: Readonly<Record<string, string>> = {
  date: 'datoen',
  from: 'starttidspunktet',
  to: 'sluttidspunktet',
  until: 'den sidste dag',
  asOf: 'datoen',
  place: 'sted eller link',
  deputy: 'stedfortræder',
  person: 'person',
  keep: 'person',
  join: 'person',
  seat: 'plads',
  appointment: 'udpegning',
  sector: 'sektor',
  attendance: 'svar',
  body: 'organ',
  search: 'navn',
  notice: 'kort',
};
const field = (name: string) => fields[name] ?? 'feltet';

export const refusals: Refusals = {
  'not-in-model': ({ what }) =>
    ({
      body: 'Det organ findes ikke i modellen.',
      seat: 'Den plads eller sektor findes ikke i kommissoriet.',
      card: 'Det kort kender Samspil ikke mere. Skriv ordet igen for at få et nyt.',
    })[what],
  'no-body-here': () => 'Der er ikke valgt et organ for denne kanal endnu.',
  'only-secretaries': () => 'Det kan kun organets sekretærer gøre.',
  'only-administrators': () => 'Det kan kun administratorer gøre.',
  'only-seat-holders': () => 'Det kan kun den, der har en plads i organet.',
  'only-members-of-the-channel': () => 'Det kan kun medlemmer af kanalen gøre.',
  'already-bound': ({ body }, names) => `Her mødes allerede ${names.body(body)}. En administrator kan flytte det.`,
  'seat-is-full': ({ clause }, names) => `Pladsen er besat. Afslut først den udpegning, der er${names.clause(clause)}.`,
  'wrong-sector': ({ seat, sector, clause }, names) =>
    `Pladsen »${names.seat(seat)}« er for ${names.sector(sector)}, og personen hører til en anden sektor${names.clause(clause)}.`,
  'one-person-two-keys': ({ clause }, names) => `Den samme person kan ikke have begge nøgler${names.clause(clause)}.`,
  'already-in-seat': () => 'Personen sidder allerede på den plads.',
  'unknown-person': () => 'Samspil kender ikke den person. Vælg en fra listen.',
  'two-sectors': () => 'De hører til hver sin sektor, så de kan ikke være samme person. Ret sektoren først.',
  'not-this-tenant': () => 'Din organisation er ikke med i samarbejdet her i Teams, så Samspil kan ikke tage imod dit svar.',
  'no-such-appointment': () => 'Den udpegning findes ikke mere.',
  'no-such-meeting': () => 'Det møde findes ikke.',
  'meeting-is-over': () => 'Mødet er holdt, så svaret kan ikke ændres.',
  'meeting-in-the-past': () => 'Det tidspunkt er allerede gået. Vælg et, der kommer.',
  'not-a-date': ({ field: name }) => `Se på ${field(name)}: den dag eller det klokkeslæt findes ikke.`,
  'ends-before-it-starts': () => 'Det slutter, før det begynder. Ret datoen eller klokkeslættet.',
  missing: ({ field: name }) => `Der mangler noget: ${field(name)}.`,
  'too-long': ({ field: name, most }) => `For langt: ${field(name)} må højst være ${most} tegn.`,
  'not-a-link': () => 'Linket skal begynde med https:// og være en rigtig adresse.',
  'deputy-is-yourself': () => 'Man kan ikke være sin egen stedfortræder. Vælg en anden.',
  'changed-meanwhile': () => 'Sagen er ændret, siden du så den. Her er den nye.',
  'terms-in-force': ({ file, line }) => `Kommissoriet har været i kraft og kan ikke ændres (${file}, linje ${line}).`,
  'too-much': () => 'Det er for meget på én gang. Del det op.',
  'try-again': () => 'Det gik ikke lige nu. Prøv igen om lidt.',
};
