import type { Language } from '../../cards/text/languages.ts';

export interface About {
  /** At most 100 characters. */
  readonly name: string;
  /** At most 80 characters. */
  readonly short: string;
  readonly full: string;
}

/** What is said of the app where one chooses it, by language. */
export const about: Readonly<Record<Language, About>> = {
  da: {
    name: 'Samspil – møder, sager og aftaler på tværs',
    short: 'Møder, sager, årsplan og milepæle for grupper på tværs af region og kommuner.',
    full: [
      'Samspil bruges i et udvalgs, en styregruppes eller en temagruppes kanal i Teams.',
      'Samspil kender kommissoriet og medlemmerne. Når sekretæren indkalder, spørger Samspil, hvem der deltager, og minder arbejdsdagen før dem, der ikke har svaret. En sekretær kan registrere svar, der kom pr. telefon.',
      'Samspil holder øje med frister for dagsorden, referat og årsplan. En sag følger kommissoriets sagsgang og går først videre, når formandskabet har svaret.',
      'Hvert opslag siger, hvorfor du får det, med henvisning til kommissoriet. Alle svar står i en log, som ingen kan ændre, uden at det kan ses.',
      'Skriv @Samspil hjælp i kanalen for at komme i gang.',
    ].join('\n\n'),
  },
  en: {
    name: 'Samspil – keep what you have agreed alive',
    short: 'Reminds bodies of meetings, cases and year plan, and remembers the answers.',
    full: [
      'Samspil lives in the channel where a body meets: a committee, a steering group, a theme group.',
      "It knows the body's terms of reference and who holds which seat. When the secretary puts in a meeting, Samspil asks who is coming, and the day before reminds those who have not answered. A secretary can record what came by telephone.",
      'Samspil keeps an eye on the deadlines for agenda, minutes and year plan. A case follows the way its terms of reference lay down and goes on only when the chairs have answered.',
      'Every card says why you get it, with the clause of the terms. All answers are kept in a ledger that nobody can change unseen.',
      'Write @Samspil help in the channel to begin.',
    ].join('\n\n'),
  },
};
