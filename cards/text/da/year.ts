import type { YearPrompt } from '../../../bot/governance/vocabulary/year/year.ts';

/** The year plan: what is owed, the dates, who has confirmed, and what is missing. */
export const yearPlan = {
  year: {
    title: (body: string, year: number) => `Årsplan ${year}: ${body}`,
    nothing: (year: number) => `Der er ingen møder at planlægge i ${year}.`,
    stands: {
      proposal: 'Samspils forslag. Der er ikke gemt en plan endnu.',
      proposed: 'Foreslået, venter på formændene.',
      confirmed: 'Bekræftet.',
      elsewhere: 'Datoerne sættes et andet sted og er læst ind her.',
    },
    dates: { proposal: 'Forslag til datoer', proposed: 'Foreslåede datoer', confirmed: 'Datoer', elsewhere: 'Datoer' },
    noDates: 'Ingen.',
    owed: 'Så tit skal organet mødes',
    notOwed: 'Kommissoriet siger ikke, hvor tit organet mødes.',
    share: (year: number, least: number) => `, i ${year} mindst ${least}`,
    ours: 'ikke fra kommissoriet',
    ranOut: '. Kommissoriet er udløbet og gælder, til det afløses',
    firstBy: (day: string) => `Første møde senest ${day}`,
    of: (what: string, words: string) => `${what}: ${words}`,
    cancelled: 'aflyst',
    beside: 'ved siden af planen',
    breaks: (rule: string) => `obs: ${rule}`,
    better: (rule: string, day: string) => `${rule}, bedre fra ${day}`,
    rules: {
      'days-off': 'fridag',
      'holiday-months': 'i ferien',
      'even-gaps': 'ujævn afstand til mødet før',
      order: 'for tæt på mødet i organet over',
      'nobody-in-two-places': 'nogen skal være to steder',
      'first-meeting': 'efter måneden for det første møde',
      papers: 'fristerne falder samlet før ferien',
    },
    falls: 'Det mangler',
    short: {
      'too-few-planned': (year: number, has: number, owes: number) =>
        `${has} ${has === 1 ? 'møde' : 'møder'} er planlagt i ${year}, og der skal mindst være ${owes}`,
      'fell-short': (year: number, has: number, owes: number) =>
        `${year} sluttede med ${has} ${has === 1 ? 'møde' : 'møder'}, og der skulle mindst have været ${owes}`,
    },
    impossible: (rules: string, bodies: string) =>
      `Der er ikke fundet en plan, der holder dette på én gang: ${rules}${bodies === '' ? '' : ` (på grund af ${bodies})`}.`,
    keys: 'Bekræftet af',
    vacant: 'pladsen er ledig',
    missing: 'mangler',
    confirmedBy: (name: string) => name,
    proposeIt: 'Skal forslaget lægges frem for formændene?',
    propose: 'Læg forslaget frem',
    confirmIt: 'Passer datoerne?',
    byWhen: (day: string) => `Formændene bekræfter senest ${day}.`,
    confirm: 'Bekræft årsplanen',
    forms: { move: 'Flyt en dato', out: 'Tag en dato ud', add: 'Sæt en dato ind' },
    which: 'Dato i planen',
    date: 'Ny dato',
    from: 'Fra kl.',
    save: 'Gem',
    required: 'Udfyld feltet',
    show: (year: number) => `Vis ${year}`,
    see: 'Se årsplanen',
    wheel: (body: string, year: number) => `Årshjul ${year} for ${body}. Datoerne står nedenfor.`,

    note: {
      titles: { reminded: 'Passer datoerne?', secretariat: 'En årsplan ligger stille' } satisfies Readonly<Record<YearPrompt, string>>,
      reminded: (names: string) => `${names}: årsplanen venter på jer.`,
      secretariat: (names: string) => `Årsplanen har ventet i tre uger. Der mangler ${names}.`,
      vacant: (seats: string) => `Ingen kan bekræfte, for pladsen er ledig: ${seats}.`,
      confirmed: (name: string) => `${name} er bekræftet. Tak.`,
      changed: (name: string) => `${name} er ændret siden. Det nye står på kortet.`,
      ours: 'Samspil minder efter 5 og 15 arbejdsdage (ikke fra kommissoriet)',
    },

    shortage: {
      title: 'Der er for få møder i året',
      ask: 'Læg datoer ind, eller sæt det på dagsordenen, hvis organet vil mødes sjældnere.',
      done: (body: string) => `Beskeden om for få møder gælder ikke mere: ${body}.`,
      again: (body: string) => `Samspil har talt igen siden: ${body}.`,
      why: 'Samspil tæller efter hvert kvartal, og når næste år skal være planlagt (ikke fra kommissoriet)',
    },
  },
};
