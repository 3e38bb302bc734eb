import type { CardName } from '../../../bot/governance/vocabulary/card-name.ts';

const otherWords: Readonly<Record<string, CardName>> = { bemanding: 'seats' };

/** What opens a card, who meets in a channel, and the help card. */
export const home = {
  /** What somebody writes to Samspil in a channel, by the card it brings. */
  words: {
    help: 'hjælp',
    organ: 'organ',
    organisation: 'organisation',
    seats: 'medlemmer',
    meetings: 'møder',
    year: 'årsplan',
    'new-meeting': 'nyt møde',
    agenda: 'dagsorden',
    minutes: 'referat',
    mine: 'mine',
    'raise-case': 'rejs sag',
    cases: 'sager',
    decisions: 'beslutninger',
    'who-decides': 'hvem beslutter',
    requests: 'bestillinger',
    groups: 'grupper',
    experiences: 'del erfaring',
    flags: 'meld',
    initiatives: 'indsatser',
    milestones: 'milepæle',
    'work-plan': 'arbejdsplan',
    status: 'status',
    portfolio: 'portefølje',
  } satisfies Readonly<Partial<Record<CardName, string>>>,

  /** Words that open a card too: those it was once called by. */
  otherWords,

  /** Words that something follows, by the card they bring. */
  wordsOf: {
    case: 'sag',
  } satisfies Readonly<Partial<Record<CardName, string>>>,

  welcome: {
    shut: 'Samspil kan ikke skrive i denne kanal, så gruppen får intet at se her. I private kanaler kan apps ikke skrive. Brug en standardkanal eller en delt kanal, og vælg gruppen dér.',
    title: 'Hvilken gruppe bruger kanalen?',
    intro: 'Samspil følger én gruppe eller ét udvalg i hver kanal. Vælg her, hvem det er. Det kan en sekretær eller en administrator.',
    byWhen: 'Samspil skriver ikke i kanalen, før der er valgt.',
    meets: (body: string) => `Kanalen bruges af ${body}`,
    words: (help: string) => `Skriv @Samspil ${help} for at se kommandoerne.`,
    choose: 'Gruppe eller udvalg',
    elsewhere: (body: string, channel: string) => `${body} (bruger nu ${channel})`,
    unnamedChannel: 'en anden kanal',
    moves: 'En gruppe bruger kun én kanal. Vælger du en, der bruger en anden, flyttes den hertil.',
    save: 'Gem valget',
    change: 'Skift gruppe',
    notYou: 'Kun en sekretær eller en administrator kan vælge.',
    pick: 'Vælg gruppe',
  },

  help: {
    title: 'Kommandoer til Samspil',
    intro: 'Skriv @Samspil og en kommando:',
    does: {
      help: 'viser denne liste',
      organ: 'kommissoriet i korte træk',
      organisation: 'organisationsdiagram',
      seats: 'medlemmer, sekretærer og stedfortrædere',
      meetings: 'de kommende møder',
      year: 'årets mødedatoer',
      'new-meeting': 'indkald til et møde (sekretærer)',
      agenda: 'dagsorden til næste møde; foreslå et punkt',
      minutes: 'referatet af det seneste møde',
      mine: 'det, der venter på dig',
      'raise-case': 'rejs en sag (medlemmer og sekretærer)',
      cases: 'de åbne sager',
      decisions: 'gruppens beslutninger',
      case: 'en bestemt sag, f.eks. sag IT 2015-07',
      'who-decides': 'hvem kan afgøre en sag?',
      requests: 'bestillinger; afgiv en bestilling',
      groups: 'ad hoc-grupper; nedsæt en gruppe',
      experiences: 'erfaringer; del en erfaring',
      flags: 'udfordringer og behov for justering af aftalen',
      initiatives: 'indsatser, og hvem der har dem',
      milestones: 'milepælsplan og status',
      'work-plan': 'årets opgaver',
      status: 'overblik over milepæle og mål',
      portfolio: 'løsninger i drift, og ønsker til dem',
    },
    noBody: 'Der er endnu ikke valgt en gruppe for kanalen.',
  },
};
