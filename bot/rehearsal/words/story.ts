/** What has been written in the story, in the language of the model. */
export interface StoryWords {
  readonly items: readonly string[];
  readonly outcomes: readonly string[];
  readonly milestones: readonly string[];
  readonly case: { readonly title: string; readonly account: string; readonly recommendations: readonly string[] };
}

const da: StoryWords = {
  items: ['Fælles medicinkort ved udskrivning', 'Årets arbejdsplan'],
  outcomes: [
    'Gruppen anbefaler, at alle afdelinger ajourfører det fælles medicinkort, før patienten udskrives.',
    'Arbejdsplanen er godkendt med de ændringer, der blev drøftet på mødet.',
  ],
  milestones: [
    'Fælles vejledning om medicin ved udskrivning',
    'Elektroniske meldinger afprøvet i to kommuner',
    'Plan for udbredelse til alle kommuner',
  ],
  case: {
    title: 'Nyt afsnit om medicin ved udskrivning',
    account: 'Oplysninger om medicin går tabt, når patienter udskrives. Aftalen siger ikke, hvem der ajourfører medicinkortet.',
    recommendations: ['sundhedsaftalen får et afsnit om medicin ved udskrivning', 'afsnittet evalueres efter et år'],
  },
};
const en: StoryWords = {
  items: ['The shared medication record at discharge', 'This year’s work plan'],
  outcomes: [
    'The group recommends that every ward updates the shared medication record before the patient is discharged.',
    'The work plan is approved with the changes discussed at the meeting.',
  ],
  milestones: [
    'Joint guidance on medication at discharge',
    'Electronic messages tried in two municipalities',
    'Plan for all municipalities',
  ],
  case: {
    title: 'A new section on medication at discharge',
    account: 'Details of medication are lost at discharge. The agreement does not say who updates the medication record.',
    recommendations: ['the health agreement gets a section on medication at discharge', 'the section is evaluated after a year'],
  },
};

export function storyWords(language: string): StoryWords {
  return language === 'da' ? da : en;
}
