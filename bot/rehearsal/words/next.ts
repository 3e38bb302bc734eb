import { type Language, textIn } from '../../../cards/text/languages.ts';
import type { AskKind } from '../../governance/vocabulary/ask/ask.ts';
import type { PromptCard } from '../../governance/vocabulary/meeting.ts';

type Of = (body: string) => string;
interface NextWords {
  readonly reminder: (what: AskKind, where: string) => string;
  readonly prompts: Readonly<Record<PromptCard, Of>>;
  /** By the command that the clock gives. */
  readonly commands: Readonly<Record<string, Of>>;
  readonly other: Of;
}

const da: NextWords = {
  reminder: (what, where) => `Påmindelse i ${where}: ${lower(textIn('da').ask.titles[what])}`,
  prompts: {
    call: (body) => `Samspil beder ${body} om punkter til mødet`,
    reminder: (body) => `Påmindelse om mødet i ${body}`,
  },
  commands: {
    CloseMeeting: (body) => `Mødet i ${body} er slut`,
    CheckIn: (body) => `Samspil beder ${body} om status på milepæle`,
    SaySilence: (body) => `Formandskabet for ${body} får besked om manglende status`,
    SayStatus: (body) => `${body} får kvartalets status`,
    SayTermsRunOut: (body) => `Kommissoriet for ${body} er udløbet`,
    AskAssessment: (body) => `Samspil beder ${body} vurdere kommissoriet`,
    AskPortfolio: (body) => `Samspil beder ${body} følge op på løsningerne`,
    SayVacancy: (body) => `Besked om ubesat plads i ${body}`,
    SayUnanswered: () => 'Fællessekretariatet får listen over spørgsmål uden svar',
    CheckYears: (body) => `Årsplanen for ${body} efterses`,
    CloseWritten: (body) => `Den skriftlige behandling i ${body} er slut`,
    AskPatients: (body) => `Samspil beder ${body} beskrive patientinddragelse`,
    AskIndicators: (body) => `Samspil beder ${body} indberette tal`,
  },
  other: (body) => (body === '' ? 'Samspil gør det, der er planlagt' : `Samspil gør det, der er planlagt i ${body}`),
};
const en: NextWords = {
  reminder: (what, where) => `Reminder in ${where}: ${lower(textIn('en').ask.titles[what])}`,
  prompts: {
    call: (body) => `Samspil asks ${body} for agenda items`,
    reminder: (body) => `Reminder of the meeting of ${body}`,
  },
  commands: {
    CloseMeeting: (body) => `The meeting of ${body} is over`,
    CheckIn: (body) => `Samspil asks ${body} how its milestones are going`,
    SaySilence: (body) => `The chairs of ${body} are told that status is missing`,
    SayStatus: (body) => `${body} gets the status of the quarter`,
    SayTermsRunOut: (body) => `The terms of ${body} have run out`,
    AskAssessment: (body) => `Samspil asks ${body} to assess its terms`,
    AskPortfolio: (body) => `Samspil asks ${body} to follow up on its solutions`,
    SayVacancy: (body) => `A vacant seat in ${body} is announced`,
    SayUnanswered: () => 'The secretariat gets the list of unanswered questions',
    CheckYears: (body) => `The year plan of ${body} is checked`,
    CloseWritten: (body) => `The written procedure in ${body} is over`,
    AskPatients: (body) => `Samspil asks ${body} to describe patient involvement`,
    AskIndicators: (body) => `Samspil asks ${body} to report figures`,
  },
  other: (body) => (body === '' ? 'Samspil does what is planned' : `Samspil does what is planned in ${body}`),
};

export function nextWords(language: string): NextWords {
  return ({ da, en } satisfies Record<Language, NextWords>)[language === 'en' ? 'en' : 'da'];
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
