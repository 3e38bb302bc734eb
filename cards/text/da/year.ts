import type { YearPrompt } from '../../../bot/governance/vocabulary/year/year.ts';

/** The year plan: what is owed, the dates, who has confirmed, and what is missing. */
export const yearPlan = {
  year: {
    title: (body: string, year: number) => `Årsplan ${year}: ${body}`,
    nothing: (year: number) => `Der er ingen møder at planlægge i ${year}.`,
    stands: {
      proposal: 'Samspils forslag. Der er ikke gemt en plan endnu.',
      proposed: 'Afventer formandskabets godkendelse.',
      confirmed: 'Godkendt.',
      elsewhere: 'Datoerne fastsættes uden for Samspil og er importeret.',
    },
    dates: { proposal: 'Forslag til datoer', proposed: 'Foreslåede datoer', confirmed: 'Datoer', elsewhere: 'Datoer' },
    noDates: 'Ingen.',
    owed: 'Krav til antal møder',
    notOwed: 'Kommissoriet fastlægger ikke et antal møder.',
    share: (year: number, least: number) => `, i ${year} mindst ${least}`,
    ours: 'standard',
    ranOut: '. Kommissoriet er udløbet og bruges, til et nyt er godkendt',
    firstBy: (day: string) => `Første møde senest ${day}`,
    of: (what: string, words: string) => `${what}: ${words}`,
    cancelled: 'aflyst',
    beside: 'ekstra møde',
    breaks: (rule: string) => `bemærk: ${rule}`,
    better: (rule: string, day: string) => `${rule}, bedre fra ${day}`,
    rules: {
      'days-off': 'falder på en fridag',
      'holiday-months': 'i ferien',
      'even-gaps': 'for kort eller lang afstand til forrige møde',
      order: 'for tæt på mødet i den gruppe, I refererer til',
      'nobody-in-two-places': 'sammenfald for et medlem',
      'first-meeting': 'efter måneden for det første møde',
      papers: 'fristerne falder samlet før ferien',
    },
    falls: 'Mangler',
    short: {
      'too-few-planned': (year: number, has: number, owes: number) =>
        `${has} ${has === 1 ? 'møde' : 'møder'} planlagt i ${year}; der skal være mindst ${owes}`,
      'fell-short': (year: number, has: number, owes: number) =>
        `${has} ${has === 1 ? 'møde' : 'møder'} afholdt i ${year}; der skulle være mindst ${owes}`,
    },
    impossible: (rules: string, bodies: string) =>
      `Der kan ikke lægges en plan, der overholder: ${rules}${bodies === '' ? '' : ` (på grund af ${bodies})`}.`,
    keys: 'Godkendt af',
    vacant: 'ubesat',
    missing: 'har ikke svaret',
    confirmedBy: (name: string) => name,
    proposeIt: 'Skal forslaget sendes til formandskabet?',
    propose: 'Send forslaget',
    confirmIt: 'Godkender du mødedatoerne?',
    byWhen: (day: string) => `Formandskabet svarer senest ${day}.`,
    confirm: 'Godkend datoer',
    forms: { move: 'Flyt en dato', out: 'Fjern en dato', add: 'Tilføj en dato' },
    which: 'Dato i planen',
    date: 'Ny dato',
    from: 'Fra kl.',
    save: 'Gem',
    required: 'Udfyld feltet',
    show: (year: number) => `Vis ${year}`,
    see: 'Se årsplanen',
    wheel: (body: string, year: number) => `Årshjul ${year} for ${body}. Datoerne står under billedet.`,

    note: {
      titles: { reminded: 'Passer datoerne?', secretariat: 'Årsplan uden svar i 15 arbejdsdage' } satisfies Readonly<
        Record<YearPrompt, string>
      >,
      reminded: (names: string) => `${names}: årsplanen afventer jeres svar.`,
      secretariat: (names: string) => `Der mangler svar fra ${names}.`,
      vacant: (seats: string) => `Ubesat: ${seats}. Derfor kan ingen godkende.`,
      confirmed: (name: string) => `${name} er godkendt.`,
      changed: (name: string) => `${name} er siden ændret.`,
      ours: 'Påmindelse efter 5 og 15 arbejdsdage (standard)',
    },

    shortage: {
      title: 'Der er for få møder i året',
      ask: 'Tilføj mødedatoer, eller tag antallet af møder op på et møde.',
      done: (body: string) => `${body}: kravet til antal møder er opfyldt, eller beskeden er ikke længere aktuel.`,
      again: (body: string) => `${body}: optællingen er erstattet af en nyere.`,
      why: 'Tælles op hvert kvartal og ved årets planlægning (standard)',
    },
  },
};
