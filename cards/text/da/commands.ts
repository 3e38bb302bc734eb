import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';

/** Other words for a card, singular, plural and definite; a word that is known is never forgotten, whatever it is called today. */
const otherWords: Readonly<Partial<Record<CardName, readonly string[]>>> = {
  help: ['hej', 'kommandoer', 'kommando', 'hvad kan du'],
  mine: ['mine', 'mig', 'mit', 'til mig', 'min opgave', 'mangler', 'hvad mangler', 'venter', 'hvad venter'],
  meetings: [
    'møde',
    'mødet',
    'møderne',
    'næste møde',
    'mødeplan',
    'mødeplanen',
    'mødekalender',
    'kalender',
    'kalenderen',
    'datoer',
    'hvornår',
  ],
  'new-meeting': ['indkald', 'indkald møde', 'nyt møde', 'opret møde'],
  agenda: ['dagsordenen', 'dagsordner', 'dagsordenspunkt', 'punkter', 'punkt', 'foreslå punkt', 'foreslå et punkt'],
  minutes: ['referatet', 'referater', 'referaterne', 'beslutningsreferat', 'bemærkninger'],
  cases: ['sag', 'sagen', 'sagerne', 'åbne sager', 'sagsliste', 'sagslisten'],
  'raise-case': ['rejs en sag', 'ny sag', 'opret sag', 'opret en sag', 'indstilling'],
  decisions: ['beslutning', 'beslutningen', 'beslutningerne', 'hvad er besluttet'],
  'who-decides': ['hvem beslutter', 'hvem afgør sagen', 'må vi', 'kompetence', 'kompetencen'],
  milestones: ['milepæl', 'milepælen', 'milepælene', 'milepælsplan', 'milepælsplanen', 'tidsplan', 'tidsplanen', 'frister', 'frist'],
  status: ['overblik', 'overblikket'],
  experiences: ['del en erfaring', 'erfaring', 'erfaringen', 'erfaringer', 'erfaringerne', 'videndeling'],
  flags: [
    'udfordringen',
    'udfordringer',
    'meld',
    'problem',
    'problemer',
    'opmærksomhedspunkt',
    'opmærksomhedspunkter',
    'justering',
    'gør opmærksom',
  ],
  seats: [
    ...['bemanding', 'medlem', 'medlemmerne', 'deltagere', 'deltagerne', 'sammensætning', 'hvem sidder', 'stedfortræder', 'stedfortrædere'],
    ...['formænd', 'formand', 'formændene', 'sekretær', 'sekretærer', 'sekretæren'],
  ],
  requests: ['bestilling', 'bestillingen', 'bestillingerne', 'bestil'],
  initiatives: ['indsats', 'indsatsen', 'indsatserne', 'initiativ', 'initiativer', 'patientinddragelse', 'indikatorer'],
  year: ['årsplanen', 'årshjul', 'årshjulet', 'planlæg møder', 'næste år'],
  'work-plan': ['arbejdsplanen', 'årets opgaver'],
  organ: ['kommissoriet', 'kommissorier', 'organ', 'opdrag', 'opdraget'],
  organisation: ['organisation', 'organisationen', 'organiseringen', 'diagram', 'organisationsdiagram'],
  groups: ['gruppe', 'grupperne', 'arbejdsgruppe', 'arbejdsgrupper', 'nedsæt gruppe', 'nedsæt en gruppe', 'ad hoc-gruppe'],
  portfolio: ['løsningerne', 'portefølje', 'porteføljen', 'drift', 'løsninger i drift', 'ønsker'],
};

/** A word that may stand for several cards asks which. */
const eitherOf: Readonly<Record<string, readonly CardName[]>> = { opgaver: ['mine', 'work-plan'] };

/** May stand before any word. */
const askedWith: readonly string[] = ['vis', 'se', 'åbn', 'show'];

/** What somebody writes to Samspil, and the card that says what there is to write. */
export const commands = {
  /** The word that stands in the menu and on the help card, by the card it brings. */
  words: {
    mine: 'mine opgaver',
    meetings: 'møder',
    agenda: 'dagsorden',
    minutes: 'referat',
    cases: 'sager',
    'raise-case': 'rejs sag',
    milestones: 'milepæle',
    status: 'status',
    flags: 'udfordring',
    experiences: 'del erfaring',
    seats: 'medlemmer',
    help: 'hjælp',
    'new-meeting': 'indkald til møde',
    decisions: 'beslutninger',
    'who-decides': 'hvem afgør',
    requests: 'bestillinger',
    initiatives: 'indsatser',
    year: 'årsplan',
    'work-plan': 'arbejdsplan',
    organ: 'kommissorium',
    organisation: 'organisering',
    groups: 'grupper',
    portfolio: 'løsninger',
  } satisfies Readonly<Partial<Record<CardName, string>>>,

  otherWords,
  eitherOf,
  askedWith,

  /** Words that something follows, by the card they bring. */
  wordsOf: {
    case: 'sag',
  } satisfies Readonly<Partial<Record<CardName, string>>>,

  help: {
    title: 'Kommandoer til Samspil',
    intro: 'Skriv @Samspil og en kommando:',
    all: 'Alle',
    member: 'Medlemmer',
    chair: 'Formænd',
    secretary: 'Sekretærer',
    secretariat: 'Sekretariatet',
    others: (words: string) => `Desuden: ${words}.`,
    more: 'Tryk på »Vis handlinger« for at se dine kommandoer.',
    does: {
      help: 'kommandoerne',
      organ: 'kommissoriet i korte træk',
      organisation: 'organisationsdiagram',
      seats: 'medlemmer, sekretærer, stedfortrædere',
      meetings: 'kommende møder',
      year: 'årets mødedatoer',
      'new-meeting': 'indkaldelse til et møde',
      agenda: 'dagsordenen til næste møde',
      minutes: 'referatet af seneste møde',
      mine: 'det, der venter på dig',
      'raise-case': 'en ny sag',
      cases: 'åbne sager',
      decisions: 'beslutninger i sager',
      case: 'en bestemt sag, f.eks. sag IT 2015-07',
      'who-decides': 'hvem kan afgøre en sag?',
      requests: 'bestillinger til og fra jer',
      groups: 'ad hoc-grupper',
      experiences: 'erfaringer, egne og andres',
      flags: 'udfordringer og justering af aftalen',
      initiatives: 'indsatser og ansvarlige',
      milestones: 'milepælsplan og status',
      'work-plan': 'årets opgaver',
      status: 'milepæle og mål',
      portfolio: 'løsninger i drift og ønsker',
    },
    noBody: 'Der er endnu ikke valgt en gruppe for kanalen.',
  },

  /** What is said to the one who wrote a word that nobody knows. */
  nearMiss: {
    title: 'Samspil kender ikke kommandoen',
    several: 'Kommandoen kan betyde flere ting',
    ask: 'Måske mente du:',
    line: (word: string, does: string) => `${word} – ${does}`,
  },
};
