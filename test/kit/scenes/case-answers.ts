import type { Charter } from '../../../bot/governance/charter/charter.ts';
import type { CaseFacts, CaseState, Judgement, Result } from '../../../bot/governance/vocabulary/case/case.ts';
import type { Turn } from '../../../bot/governance/vocabulary/turn.ts';
import type { Desk, Viewer } from '../../../cards/kit/card.ts';
import { desk, type OnTheDesk } from '../desk.ts';
import { caseIn } from '../states/case.ts';
import { deciding } from './case-trials.ts';
import type { CardScene } from './scene.ts';

interface Answering {
  readonly facts: Partial<CaseFacts>;
  readonly result: Result;
  readonly up: string;
  readonly outsider: string;
  readonly turn: (seat: number, says: Judgement['says'], reason?: string) => Turn<Judgement>;
}

/** What somebody has answered, as they see it; a case that chairs disagree on, one decided outside Teams, and one with a long way behind it. */
export function caseAnswerScenes(
  on: OnTheDesk & { readonly charter: Charter },
  { facts, result, up, outsider, turn }: Answering,
  viewers: {
    readonly everyone: Viewer;
    readonly secretary: Viewer;
    readonly chair: Viewer;
    readonly other: Viewer;
    readonly keeping: Viewer;
  },
): readonly CardScene[] {
  const { everyone, secretary, chair, other, keeping } = viewers;
  const { body = '', since = '' } = facts;
  const [one, two] = [turn(0, 'up').person, turn(1, 'up').person];
  const why = { ref: 'why-against', mac: '' };
  const drawn = (state: CaseState, charter = on.charter): Desk => desk({ ...on, charter, states: { 'case/k1': state } });
  const card = (state: string, viewer: Viewer, of: CaseState, charter?: Charter): CardScene => ({
    ...{ card: 'case', state, about: 'case/k1', occasion: null, viewer },
    desk: drawn(of, charter),
  });
  const written = {
    until: '2015-03-06',
    answers: [
      { person: one, answer: 'for', reason: null },
      { person: two, answer: 'against', reason: why },
    ],
  } as const;
  const asked = { until: '2015-03-06', answers: [{ person: two, answer: 'meeting', reason: why }], missing: [] } as const;
  const inWriting = caseIn('written', { ...facts, written });
  const disagreed = caseIn('judging', { ...facts, turns: [turn(0, 'up'), turn(1, 'here')] });
  const confirming = caseIn('confirming', { ...facts, result, turns: [turn(0, 'right')] });
  const abroad = { ...facts, at: outsider, way: [{ body, left: 'up', reasons: [turn(0, 'up', 'why')], at: since }] } as const;
  const told = caseIn('confirming', { ...abroad, result: { ...result, body: outsider, via: 'outside' }, recordedBy: one });
  const reopening = caseIn('closed', { ...facts, result, receipt: one, turns: [turn(0, 'reopen', 'why-reopen')] });
  const decided = { result, decided: '2015-01-20T09:00:00Z', turns: [turn(0, 'reopen', 'why-reopen')] };
  const long = caseIn('closed', {
    ...facts,
    way: [
      { body, left: 'sent-on', reasons: [], at: since },
      { body: up, left: 'sent-back', reasons: [turn(0, 'back', 'why')], at: since },
    ],
    directions: [{ body: up, person: two, text: why }],
    practicePlan: { ref: 'practice-plan', mac: '' },
    matter: { kind: 'professional', weighs: ['practice-duty'] },
    reopenings: [
      { ...decided, opened: true },
      { ...decided, opened: false, turns: [...decided.turns, turn(1, 'keep', 'why')] },
    ],
    result,
    receipt: one,
    recordedBy: two,
  });
  const note = (state: string, of: CaseState): CardScene => ({
    ...{ card: 'case-note', state, about: 'case/k1', occasion: `outcome-${since}-in-${body}`, viewer: everyone },
    desk: drawn(of),
  });
  const own = { ...facts, matter: { kind: 'professional', weighs: [] } } as const;
  return [
    card('chairs-differ', everyone, disagreed),
    card('chairs-differ-chair', other, disagreed),
    card('chair-sent-back', chair, caseIn('judging', { ...facts, turns: [turn(0, 'back', 'why')] })),
    card('own-matter', chair, caseIn('judging', own), deciding(on.charter)),
    card('own-matter-deciding', { ...chair, open: 'here' } as Viewer, caseIn('judging', own), deciding(on.charter)),
    card('kept-here', everyone, caseIn('waiting', { ...facts, kept: [turn(0, 'here', 'why'), turn(1, 'here')] })),
    card('written-for', chair, inWriting),
    card('written-against-own', other, inWriting),
    card('meeting-asked', secretary, caseIn('waiting', { ...facts, written: asked })),
    card('confirmed-by-one', chair, confirming),
    card('outside', everyone, caseIn('waiting', abroad)),
    card('told-from-outside', secretary, told),
    card('decided-here', everyone, caseIn('returned', { ...facts, result, recordedBy: two })),
    card('reopening-kept', keeping, reopening),
    card('long-way', everyone, long),
    note('reopened', caseIn('judging', { ...facts, since: '2015-02-22T09:00:00Z' })),
  ];
}
