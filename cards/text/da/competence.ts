/** What a case is about, and who may decide it. */
export const deciding = {
  matter: {
    kinds: {
      professional: 'Faglig sag',
      strategic: 'Strategi',
      priority: 'Prioritering',
      agreement: 'Aftalen selv',
      'collaboration-agreement': 'Samarbejdsaftale',
      operation: 'Drift',
      'change-request': 'Ændringsønske',
      pilot: 'Pilotprojekt eller prøvehandling',
      'work-plan': 'Arbejdsplan',
      terms: 'Kommissorium',
      other: 'Andet',
    },
    weights: {
      economic: 'koster penge',
      organisational: 'ændrer organisationen',
      quality: 'betyder noget for kvaliteten',
      principle: 'er principiel',
      scaling: 'skal udbredes',
      'practice-duty': 'forpligter almen praksis',
      'changes-agreement': 'ændrer aftalen',
      'in-operation': 'gælder en løsning i drift',
      authorised: 'organet ovenover har givet bemyndigelse',
    },
    kindField: 'Hvad handler sagen om?',
    weightsField: 'Hvad vejer den? (sæt gerne flere kryds)',
    bindsField: 'Binder den nogen? (sæt gerne flere kryds)',
    operationField: 'Gælder den en løsning i drift?',
    operation: { no: 'Nej', running: 'Ja', authorised: 'Ja, og organet ovenover har givet bemyndigelse' },
    line: (kind: string, weights: string) => (weights === '' ? kind : `${kind} · ${weights}`),
  },

  verdict: {
    decides: (body: string) => `${body} afgør selv.`,
    'chairs-judge': (body: string, to: string) =>
      to === ''
        ? `Formændene for ${body} vurderer det.`
        : `Formændene for ${body} vurderer, om sagen afgøres her eller sendes op til ${to}.`,
    'goes-to': (body: string, to: string) => (to === '' ? `${body} kan ikke afgøre det selv.` : `Sagen går fra ${body} til ${to}.`),
    'not-ours': (body: string, to: string) =>
      to === '' ? `Det er ikke en sag for ${body}.` : `Det er ikke en sag for ${body}. Den går til ${to}.`,
    'not-stated': (body: string, to: string) =>
      to === ''
        ? `Kommissoriet siger ikke, hvem der afgør det. ${body} er sidste led.`
        : `Kommissoriet siger ikke, hvem der afgør det. Samspils vej er ${to} (ikke fra kommissoriet).`,
    told: (bodies: string) => `Orienteres: ${bodies}.`,
    way: (bodies: string) => `Vejen: ${bodies}.`,
    clause: (words: string, reference: string) => `${words} (${reference})`,
    ours: 'Ikke fra kommissoriet: Samspils egen regel',
    heading: 'Det siger kommissoriet',
    keys: (seats: string, reference: string) => `Nøgler: ${seats} (${reference})`,
    keysOurs: (seats: string) => `Nøgler: ${seats} (ikke fra kommissoriet)`,
  },

  whoDecides: {
    title: (body: string) => `Hvem kan beslutte dette? ${body}`,
    intro: 'Tryk på »Vis mine muligheder«, og svar på fire spørgsmål.',
    question: 'Svar på fire spørgsmål',
    ask: 'Hvem beslutter?',
    again: 'Spørg om noget andet',
    required: 'Vælg en',
  },
};
