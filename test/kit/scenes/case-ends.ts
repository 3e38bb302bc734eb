import type { Charter } from '../../../bot/governance/charter/charter.ts';
import type { CaseFacts, CaseState, Judgement, Result } from '../../../bot/governance/vocabulary/case/case.ts';
import type { Turn } from '../../../bot/governance/vocabulary/turn.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';
import { desk, type OnTheDesk } from '../desk.ts';
import { caseIn } from '../states/case.ts';
import type { CardScene } from './scene.ts';

interface Ending {
  readonly facts: Partial<CaseFacts>;
  readonly result: Result;
  readonly members: readonly [string, string];
  readonly wanted: Turn<Judgement>;
}

/** A written procedure that has ended, a result that somebody wants to open again, and terms that the case has put in force. */
export function caseEndScenes(
  on: OnTheDesk & { readonly charter: Charter },
  { facts, result, members, wanted }: Ending,
  viewers: { readonly everyone: Viewer; readonly secretary: Viewer; readonly chair: Viewer },
): readonly CardScene[] {
  const [one, other] = members;
  const { since = '', body = '' } = facts;
  const text = { ref: 'why', mac: '' };
  const answered = (last: 'for' | 'against') => ({
    until: '2015-03-06',
    answers: [
      { person: one, answer: 'for' as const, reason: null },
      { person: other, answer: last, reason: last === 'for' ? null : text },
    ],
    missing: [],
  });
  const approved = caseIn('waiting', { ...facts, written: answered('for') });
  const divided = caseIn('waiting', { ...facts, written: { ...answered('against'), missing: [one] } });
  const silent = caseIn('waiting', { ...facts, written: { until: '2015-03-06', answers: [], missing: [...members] } });
  const reopening = caseIn('closed', { ...facts, result, receipt: one, turns: [wanted] });
  const terms = { from: '2015-06-01', hash: 'decided-here', text };
  const decided = caseIn('closed', { ...facts, result, receipt: one, terms });
  const drawn = (state: CaseState, charter = on.charter): Desk => desk({ ...on, charter, states: { 'case/k1': state } });
  const withVersion = (decidedIn?: 'case/k1'): Charter => ({
    ...on.charter,
    bodies: on.charter.bodies.map((each) => {
      const [last] = each.terms.slice(-1);
      if (each.id !== body || !last) return each;
      const next = { ...last, id: `${body}@2015-06-01`, from: '2015-06-01', hash: terms.hash };
      return { ...each, terms: [...each.terms, decidedIn ? { ...next, decidedIn } : next] };
    }),
  });
  const card = (state: string, from: Desk, viewer = viewers.everyone): CardScene => ({
    card: 'case',
    state,
    about: 'case/k1',
    occasion: null,
    viewer,
    desk: from,
  });
  const ask = (what: string, state: string, of: CaseState): CardScene => ({
    card: 'ask',
    state,
    about: 'case/k1',
    occasion: `${what}-${since}`,
    viewer: viewers.everyone,
    desk: drawn(of),
  });
  return [
    card('approved-in-writing', drawn(approved)),
    card('approved-in-writing-secretary', drawn(approved), viewers.secretary),
    card('divided-in-writing-secretary', drawn(divided), viewers.secretary),
    card('reopening-asked', drawn(reopening)),
    card('reopening-chair', drawn(reopening), viewers.chair),
    card('new-terms-without-file', drawn(decided, withVersion('case/k1'))),
    card('new-terms', drawn(decided, withVersion())),
    ask('case-result', 'result-approved', approved),
    ask('case-result', 'result-divided', divided),
    ask('case-result', 'result-silent', silent),
    ask('case-reopen', 'reopen', reopening),
  ];
}
