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
    name: 'Samspil – hold samarbejdets aftaler ved lige',
    short: 'Minder organer om møder, sager og årsplan, og husker, hvad der blev svaret.',
    full: [
      'Samspil bor i den kanal, hvor et organ mødes: et udvalg, en styregruppe, en temagruppe.',
      'Det kender organets kommissorium og ved, hvem der sidder på hvilke pladser. Når sekretæren sætter et møde ind, spørger Samspil, hvem der kommer, og minder dagen før dem, der mangler at svare. En sekretær kan skrive det ind, der kom pr. telefon.',
      'Dagsorden, referat og årsplan kommer til tiden. En sag går den vej, kommissoriet siger, og først videre, når de rette har sagt ja.',
      'Hvert kort siger, hvorfor du får det, med henvisning til kommissoriet. Alle svar står i en protokol, som ingen kan rette i, uden at det kan ses.',
      'Skriv @Samspil hjælp i kanalen for at komme i gang.',
    ].join('\n\n'),
  },
  en: {
    name: 'Samspil – keep what you have agreed alive',
    short: 'Reminds bodies of meetings, cases and year plan, and remembers the answers.',
    full: [
      'Samspil lives in the channel where a body meets: a committee, a steering group, a theme group.',
      "It knows the body's terms of reference and who holds which seat. When the secretary puts in a meeting, Samspil asks who is coming, and the day before reminds those who have not answered. A secretary can record what came by telephone.",
      'Every card says why you get it, with the clause of the terms. All answers stand in a ledger that nobody can change unseen.',
      'Write @Samspil help in the channel to begin.',
    ].join('\n\n'),
  },
};
