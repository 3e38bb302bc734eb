import type { deciding as measure } from '../da/competence.ts';

export const deciding: typeof measure = {
  matter: {
    kinds: {
      professional: 'A professional matter',
      strategic: 'Strategy',
      priority: 'Priorities',
      agreement: 'The agreement itself',
      'collaboration-agreement': 'A collaboration agreement',
      operation: 'Operation',
      'change-request': 'A request for change',
      pilot: 'A pilot or a trial',
      'work-plan': 'A work plan',
      terms: 'Terms of reference',
      other: 'Something else',
    },
    weights: {
      economic: 'of significant economic importance',
      organisational: 'changes the organisation',
      quality: 'matters for quality',
      principle: 'is a matter of principle',
      scaling: 'is to be spread',
      'practice-duty': 'binds general practice',
      'changes-agreement': 'changes the agreement',
      'in-operation': 'is about a solution in operation',
      authorised: 'the body above has authorised it',
    },
    kindField: 'What is the case about?',
    weightsField: 'Why is the case important? (tick all that apply)',
    bindsField: 'Does it bind anybody? (tick all that fit)',
    operationField: 'Is it about a solution in operation?',
    operation: { no: 'No', running: 'Yes', authorised: 'Yes, and it has been authorised' },
    line: (kind, weights) => (weights === '' ? kind : `${kind} · ${weights}`),
  },

  verdict: {
    decides: (body) => `${body} decides.`,
    'chairs-judge': (body, to) =>
      to === '' ? `The chairs of ${body} consider it.` : `The chairs of ${body} consider whether the case goes to ${to}.`,
    'goes-to': (body, to) => (to === '' ? `${body} cannot decide it.` : `The case goes from ${body} to ${to}.`),
    'not-ours': (body, to) => (to === '' ? `It is no case for ${body}.` : `It is no case for ${body}. It goes to ${to}.`),
    'not-stated': (body, to) =>
      to === ''
        ? `The terms of reference do not say who decides. ${body} is the last instance.`
        : `The terms of reference do not say who decides. Samspil suggests ${to}.`,
    told: (bodies) => `Informed: ${bodies}.`,
    way: (bodies) => `The way: ${bodies}.`,
    clause: (words, reference) => `${words} (${reference})`,
    ours: "Not from the terms: Samspil's own rule",
    heading: 'What the terms say',
    keys: (seats, reference) => `Decided by ${seats} (${reference})`,
    keysOurs: (seats) => `Decided by ${seats} (default)`,
  },

  whoDecides: {
    title: 'Who can decide this?',
    intro: 'Press "Show my options" and answer four questions.',
    question: 'Answer four questions',
    ask: 'Who decides?',
    again: 'Ask again',
    required: 'Choose one',
  },
};
