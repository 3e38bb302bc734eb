import { subjectOf } from '../../../bot/governance/tables/subjects.ts';
import type { State } from '../../../bot/governance/vocabulary/all.ts';
import type { AskKind } from '../../../bot/governance/vocabulary/ask/ask.ts';
import type { Stream } from '../../../bot/governance/vocabulary/stream.ts';
import { caseIn } from './case.ts';

export const since = '2015-02-02T08:00:00Z';
const text = { ref: 't', mac: 'm' };

/** What asks, and in which state its subject then is. The panel has two chairs, a practitioner and a secretary; the bureau serves it. */
export const asking: Readonly<Record<string, readonly [AskKind, Stream, object]>> = {
  'a case is to be judged': ['case-judge', 'case/c', caseIn('judging', { body: 'panel', at: 'panel', since })],
  'an answer is to be acknowledged': ['case-receipt', 'case/c', caseIn('returned', { body: 'panel', at: 'forum', since })],
  'a case came back to who raised it': [
    'case-back',
    'case/c',
    caseIn('draft', { body: 'panel', at: 'panel', by: 'gudrun', since, sentBack: { body: 'forum', reasons: [], result: null } }),
  ],
  'a case waits for a meeting': [
    'case-stands',
    'case/c',
    caseIn('waiting', { body: 'panel', at: 'panel', since, aim: null, dealtWith: ['no-meeting-panel'] }),
  ],
  'a request is to be accepted': [
    'request-accept',
    'request/r',
    { from: 'forum', to: 'panel', termsOn: '2015-02-02', phase: 'asked', question: { ask: 'accept' }, since },
  ],
  'a group nears its end': [
    'group-ends',
    'group/g',
    {
      bodies: ['panel'],
      phase: 'running',
      since,
      mandate: { purpose: text, whoDoesWhat: null, persons: ['gudrun'], until: '2015-02-20', serves: null },
    },
  ],
  'somebody has spoken up': ['flag-answer', 'flag/f', { body: 'panel', phase: 'open', since }],
  'minutes are to be sent': [
    'meeting-minutes',
    'meeting/m',
    {
      body: 'panel',
      joint: [],
      answers: [],
      items: [],
      minutes: 'none',
      phase: 'over',
      plannedAt: since,
      agendaSent: true,
      deadlines: { minutes: '2015-02-09' },
    },
  ],
  'patients are to be told of': [
    'initiative-patients',
    'initiative/i',
    { owner: 'panel', stage: 'development', since, patientsAsked: '2015-H1' },
  ],
  'a milestone is asked about': [
    'check-in',
    'follow-up/panel',
    { rows: [{ key: 'panel.a', plan: 'panel', owner: 'gudrun', askedOn: '2015-02-02', answer: null, withdrawn: false }] },
  ],
  'dates are to be confirmed': ['year', 'year/panel.2016', { body: 'panel', phase: 'proposed', askedAt: since }],
};

/** The subject of an ask in that state, or in the one that another change makes of it. */
export function stateOfAsk(name: string, changed: object = {}): { readonly what: AskKind; readonly about: Stream; readonly state: State } {
  const [what, about, change] = asking[name] ?? [];
  if (!what || !about || !change) throw new Error(`nothing is called ${name}`);
  return { what, about, state: { ...subjectOf(about).initial(about), ...change, ...changed } as State };
}
