import type { Breach } from '../../governance/year/remarks.ts';

/** What the plan and the wheel say. */
export interface PlanWords {
  readonly stands: Readonly<Record<'proposal' | 'proposed' | 'confirmed' | 'elsewhere', string>>;
  readonly notFromTerms: string;
  readonly ranOut: string;
  readonly cancelled: string;
  readonly beside: string;
  readonly with: (names: string) => string;
  readonly online: string;
  readonly nothing: (year: number) => string;
  readonly aYear: (least: number, most: number | null, about: boolean, asNeeded: boolean) => string;
  readonly tooFew: (has: number, owes: number) => string;
  readonly fellShort: (has: number, owes: number) => string;
  readonly impossible: (rules: string, bodies: string) => string;
  readonly notTried: string;
  readonly better: (rule: string, day: string) => string;
  readonly rules: Readonly<Record<Breach, string>>;
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly wheel: string;
  readonly leads: string;
  readonly solid: string;
  readonly together: string;
  readonly days: string;
}

const da: PlanWords = {
  stands: {
    proposal: 'forslag, ikke gemt',
    proposed: 'foreslået, afventer formandskabet',
    confirmed: 'bekræftet',
    elsewhere: 'datoer fastsat uden for Samspil',
  },
  notFromTerms: 'standard',
  ranOut: 'kommissoriet er udløbet',
  cancelled: 'aflyst',
  beside: 'ekstra møde',
  with: (names) => `fælles med ${names}`,
  online: 'virtuelt',
  nothing: (year) => `Der er ingen møder at planlægge i ${year}.`,
  aYear: (least, most, about, asNeeded) =>
    `${about ? 'ca. ' : ''}${most === null || most === least ? least : `${least}–${most}`} om året${asNeeded ? ' eller efter behov' : ''}`,
  tooFew: (has, owes) => `for få møder er planlagt: ${has} af ${owes}`,
  fellShort: (has, owes) => `${has} af ${owes} møder afholdt`,
  impossible: (rules, bodies) => `kan ikke lægges: ${rules} kan ikke holdes samtidig${bodies === '' ? '' : ` (på grund af ${bodies})`}`,
  notTried: 'ikke alle muligheder er prøvet',
  better: (rule, day) => `${rule}, bedre fra ${day}`,
  rules: {
    'days-off': 'fridage',
    'holiday-months': 'ferien',
    'even-gaps': 'jævn afstand mellem møderne',
    order: 'rækkefølgen mellem grupperne',
    'nobody-in-two-places': 'intet mødesammenfald',
    'first-meeting': 'måneden for det første møde',
    papers: 'fristerne falder samlet før ferien',
  },
  weekdays: ['man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn'],
  months: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
  wheel: 'Årshjul',
  leads: 'frist for punkter, dagsorden ude, mødet, referat ude',
  solid: 'godkendt eller fastsat uden for Samspil; forslag',
  together: 'på tværs af grupper og udvalg',
  days: 'fridage, ferie, skoleferie',
};

const en: PlanWords = {
  stands: {
    proposal: 'a proposal, not recorded',
    proposed: 'proposed, waiting for the chairs',
    confirmed: 'confirmed',
    elsewhere: 'dates set elsewhere',
  },
  notFromTerms: 'default',
  ranOut: 'the terms have run out and have not been replaced',
  cancelled: 'cancelled',
  beside: 'beside the plan',
  with: (names) => `joint with ${names}`,
  online: 'online',
  nothing: (year) => `There are no meetings to plan in ${year}.`,
  aYear: (least, most, about, asNeeded) =>
    `${about ? 'about ' : ''}${most === null || most === least ? least : `${least}–${most}`} a year${asNeeded ? ' or as needed' : ''}`,
  tooFew: (has, owes) => `too few meetings are planned: ${has} of ${owes}`,
  fellShort: (has, owes) => `the year came to ${has} of ${owes} meetings`,
  impossible: (rules, bodies) => `cannot be laid out: ${rules} cannot be kept together${bodies === '' ? '' : ` (because of ${bodies})`}`,
  notTried: 'not every possibility was tried',
  better: (rule, day) => `${rule}, better from ${day}`,
  rules: {
    'days-off': 'days off',
    'holiday-months': 'the holidays',
    'even-gaps': 'even gaps between meetings',
    order: 'the order of the bodies',
    'nobody-in-two-places': 'nobody in two places',
    'first-meeting': 'the month of the first meeting',
    papers: 'its deadlines fall together before the holidays',
  },
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  wheel: 'Year wheel',
  leads: 'items due, agenda out, the meeting, minutes out',
  solid: 'confirmed or set elsewhere; proposed',
  together: 'across bodies',
  days: 'days off, holidays, school holidays',
};

const planSaid: Readonly<Record<string, PlanWords>> = { da, en };

export function planWords(language: string): PlanWords {
  return planSaid[language] ?? en;
}
