/** What a case is about, and who may decide it. */
export const deciding = {
  matter: {
    kinds: {
      professional: 'Sundhedsfagligt forhold',
      strategic: 'Strategi',
      priority: 'Prioritering',
      agreement: 'Sundhedsaftalen',
      'collaboration-agreement': 'Samarbejdsaftale',
      operation: 'Drift',
      'change-request': 'Ændringsønske',
      pilot: 'Pilotprojekt eller prøvehandling',
      'work-plan': 'Arbejdsplan',
      terms: 'Kommissorium',
      other: 'Andet',
    },
    weights: {
      economic: 'væsentlig økonomisk betydning',
      organisational: 'væsentlig organisatorisk betydning',
      quality: 'væsentlig kvalitetsmæssig betydning',
      principle: 'principiel og væsentlig betydning',
      scaling: 'skalering eller udbredelse',
      'practice-duty': 'forpligter almen praksis',
      'changes-agreement': 'ændrer sundhedsaftalen',
      'in-operation': 'vedrører en løsning i drift',
      authorised: 'bemyndigelse er givet',
    },
    kindField: 'Hvad handler sagen om?',
    weightsField: 'Hvilken betydning har sagen? (sæt gerne flere kryds)',
    bindsField: 'Forpligter eller ændrer sagen noget? (sæt gerne flere kryds)',
    operationField: 'Vedrører sagen en løsning i drift?',
    operation: { no: 'Nej', running: 'Ja', authorised: 'Ja, og der er givet bemyndigelse' },
    line: (kind: string, weights: string) => (weights === '' ? kind : `${kind} · ${weights}`),
  },

  verdict: {
    decides: (body: string) => `${body} kan afgøre sagen.`,
    'chairs-judge': (body: string, to: string) =>
      to === '' ? `Formandskabet for ${body} vurderer det.` : `Formandskabet for ${body} vurderer, om sagen skal forelægges ${to}.`,
    'goes-to': (body: string, to: string) => (to === '' ? `${body} kan ikke afgøre sagen.` : `Sagen skal forelægges ${to}.`),
    'not-ours': (body: string, to: string) =>
      to === '' ? `Det er ikke en sag for ${body}.` : `Det er ikke en sag for ${body}. Den går til ${to}.`,
    'not-stated': (body: string, to: string) =>
      to === ''
        ? `Kommissoriet fastlægger ikke, hvem der afgør det, og ${body} er øverste led.`
        : `Kommissoriet fastlægger ikke, hvem der afgør det. Samspil foreslår ${to}.`,
    told: (bodies: string) => `Orienteres: ${bodies}.`,
    way: (bodies: string) => `Sagsgang: ${bodies}.`,
    clause: (words: string, reference: string) => `${words} (${reference})`,
    ours: 'Standard i Samspil',
    heading: 'Grundlag',
    keys: (seats: string, reference: string) => `Afgøres af ${seats} (${reference})`,
    keysOurs: (seats: string) => `Afgøres af ${seats} (standard)`,
  },

  whoDecides: {
    title: 'Hvem afgør sagen?',
    intro: 'Svar på fire spørgsmål under »Vis handlinger«.',
    question: 'Svar på fire spørgsmål',
    ask: 'Vis svar',
    again: 'Spørg igen',
    required: 'Vælg en',
  },
};
