import { drafted } from '../../../bot/governance/case/raise.ts';
import type { CaseFacts, RaisedCase, Result } from '../../../bot/governance/vocabulary/case/case.ts';

type Phase = RaisedCase['phase'];
type In<P extends Phase> = Extract<RaisedCase, { readonly phase: P }>;

const content = { title: { ref: '', mac: '' }, account: null, recommendations: [], papers: null, journal: null };
const begun = { body: 'panel', termsOn: '2015-01-01', by: null, matter: { kind: 'other', weighs: [] }, content } as const;
const result: Result = { body: 'panel', kind: 'decided', text: null, textsIn: 'case/k1', via: 'meeting' };
const concluded = { turns: [], result, recordedBy: null, written: null };
const plain: { readonly [P in Phase]: Omit<In<P>, keyof CaseFacts> } = {
  draft: { phase: 'draft', sentBack: null },
  withdrawn: { phase: 'withdrawn', sentBack: null },
  judging: { phase: 'judging', turns: [] },
  waiting: { phase: 'waiting', aim: null, written: null },
  written: { phase: 'written', written: { until: '2015-01-01', answers: [] } },
  confirming: { phase: 'confirming', ...concluded },
  returned: { phase: 'returned', ...concluded, receipt: null },
  closed: { phase: 'closed', ...concluded, receipt: 'somebody' },
};

/** A case in a phase, with what is said of it there; the rest is as plain as that phase allows. */
export function caseIn<P extends Phase>(phase: P, said: Partial<In<P>> = {}): In<P> {
  const { sentBack: _none, ...facts } = drafted('k1', { type: 'CaseDrafted', v: 1, ...begun, at: '2015-01-01T08:00:00Z' });
  return { ...facts, ...plain[phase], ...said } as unknown as In<P>;
}
