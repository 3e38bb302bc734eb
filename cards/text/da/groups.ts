import type { GroupState } from '../../../bot/governance/vocabulary/group.ts';

/** Groups for one task. */
export const groups = {
  group: {
    title: (bodies: string, phase: GroupState['phase']) =>
      phase === 'none' || phase === 'proposed' || phase === 'turned-down'
        ? `Forslag om en gruppe: ${bodies}`
        : `Gruppe nedsat af ${bodies}`,
    waitsFor: (names: string) => `Venter på ${names}.`,
    nobody: (bodies: string) => `Der er ikke udpeget nogen, som kan svare for ${bodies}. En sekretær kan udpege under »medlemmer«.`,
    required: 'Udfyld feltet',
    asks: {
      'set-up': (until: string) => `Skal gruppen nedsættes (til og med ${until})?`,
      extend: (until: string) => `Skal gruppen fortsætte til ${until}?`,
    },
    stands: {
      none: () => '',
      proposed: () => 'Gruppen er foreslået.',
      running: (until: string, late: boolean) =>
        late ? `Gruppens frist var ${until}. Rapporten mangler.` : `Gruppen arbejder til ${until}.`,
      reported: () => 'Gruppen har afleveret sin rapport.',
      closed: () => 'Gruppen er afsluttet.',
      'turned-down': () => 'Forslaget om gruppen blev afvist.',
    },
    report: 'Rapporten',
    reportedBy: (who: string) => `Afleveret af ${who}.`,
    purpose: 'Formål og opgave',
    whoDoesWhat: 'Rollefordeling',
    persons: 'Medlemmer',
    until: (day: string) => `Slutter ${day}.`,
    answered: 'Formandskabets svar',
    buttons: {
      yes: { 'set-up': 'Nedsæt gruppen', extend: 'Forlæng' },
      no: 'Afvis',
      noNow: 'Send svar',
      report: 'Aflevér rapporten',
      reportNow: 'Aflevér',
      extend: 'Foreslå forlængelse',
      extendNow: 'Foreslå',
      receipt: 'Kvittér',
    },
    ask: {
      no: 'Hvad er begrundelsen for afvisningen?',
      extend: 'Hvornår skal gruppen være færdig?',
      report: 'Hvad er gruppens konklusion?',
      closes: 'Gruppen afsluttes, når en formand har kvitteret.',
      allAgree: 'Gælder, når formandskabet har godkendt.',
    },
    fields: { reason: 'Begrundelse', until: 'Ny slutdato', report: 'Rapport eller link til den' },
  },

  groupList: {
    title: 'Grupper',
    none: 'Der er ingen grupper i gang.',
    mayNot: 'Kommissoriet giver ikke adgang til at nedsætte grupper.',
    more: (n: number) => (n === 1 ? '… og 1 til.' : `… og ${n} til.`),
    show: 'Åbn gruppen',
    open: 'Nedsæt en gruppe',
    ask: 'Gruppens formål og opgave',
    proposed: 'Gruppen er foreslået og afventer godkendelse.',
    send: 'Foreslå gruppen',
    purpose: 'Formål og opgave',
    persons: 'Medlemmer',
    until: 'Slutdato',
    partner: 'Fælles med en anden gruppe?',
    alone: 'Nej',
    whoDoesWhat: 'Rollefordeling (ved to grupper)',
    serves: 'Hører gruppen til en bestilling?',
    servesNone: 'Nej',
  },

  groupNote: {
    of: (bodies: string, purpose: string) => (purpose === '' ? bodies : `${bodies}: ${purpose}`),
  },

  assess: {
    title: 'Vurdering af kommissoriet',
    question: 'Skal kommissoriet revideres?',
    byWhen: (day: string) => `Vurderes på et møde inden ${day}.`,
    concluded: 'Kommissoriet er vurderet',
    keep: 'Nej, ingen revision',
    revise: 'Ja, kommissoriet revideres',
    by: (who: string, day: string) => `Registreret af ${who}, ${day}`,
    write: 'Registrér konklusion',
    again: 'Ret konklusion',
    raise: 'Rejs sag',
    conclusion: 'Konklusion',
    words: 'Begrundelse og næste skridt',
    save: 'Gem',
    required: 'Udfyld feltet',
  },
};
