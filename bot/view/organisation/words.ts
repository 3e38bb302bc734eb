/** What the picture of the organisation says around the model's own words. */
export interface OrganisationWords {
  readonly locale: string;
  readonly title: (date: string) => string;
  readonly inside: string;
  readonly unplaced: string;
  readonly ties: Readonly<Record<'refers' | 'delegated' | 'serves', string>>;
  readonly links: Readonly<Record<'appointed-by' | 'approved-by' | 'board-of' | 'works-with', (names: string) => string>>;
  readonly ranOut: (year: string) => string;
}

const da: OrganisationWords = {
  locale: 'da-DK',
  title: (date) => `Organisering pr. ${date}`,
  inside: 'En boks inde i en anden refererer til den.',
  unplaced: 'Placering fremgår ikke af dokumenterne',
  ties: { refers: 'refererer hertil', delegated: 'får uddelegeret opgaver herfra', serves: 'betjener' },
  links: {
    'appointed-by': (names) => `Udpeges af: ${names}`,
    'approved-by': (names) => `Aftalen godkendes af: ${names}`,
    'board-of': (names) => `Er bestyrelse for: ${names}`,
    'works-with': (names) => `Arbejder sammen med: ${names}`,
  },
  ranOut: (year) => `Kommissoriet udløb i ${year}`,
};

const en: OrganisationWords = {
  locale: 'en-GB',
  title: (date) => `Organisation as of ${date}`,
  inside: 'A box inside another reports to it.',
  unplaced: 'Not placed by the documents',
  ties: { refers: 'reports here', delegated: 'is delegated tasks from here', serves: 'serves' },
  links: {
    'appointed-by': (names) => `Appointed by: ${names}`,
    'approved-by': (names) => `The agreement is approved by: ${names}`,
    'board-of': (names) => `Is the board of: ${names}`,
    'works-with': (names) => `Works with: ${names}`,
  },
  ranOut: (year) => `Its terms ran out in ${year}`,
};

const organisationSaid: Readonly<Record<string, OrganisationWords>> = { da, en };

export function organisationWords(language: string): OrganisationWords {
  return organisationSaid[language] ?? en;
}
