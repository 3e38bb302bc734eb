import { describe, expect, test } from 'vitest';
import { withoutAnswer } from '../../bot/governance/people/take-back.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { GovernanceEvent, State } from '../../bot/governance/vocabulary/all.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { around, clock, person } from '../kit/given.ts';

const turn = (who: string) => ({ seat: `seat-of-${who}`, person: who, judgement: { yes: true, reason: null }, at: '2015-02-02T08:00:00Z' });
const turns = [turn('rita'), turn('mona')];
const asked: readonly (readonly [Stream, object, object, string])[] = [
  ['work-plan/panel-2015', { phase: 'asked' }, { phase: 'sent' }, 'plan-has-moved'],
  ['request/r1', { phase: 'asked', question: { ask: 'accept' } }, { phase: 'accepted' }, 'request-has-moved'],
  ['group/g1', { phase: 'proposed', question: { ask: 'set-up' } }, { phase: 'running' }, 'group-has-moved'],
  ['milestone-plan/panel', { phase: 'asked' }, { phase: 'in-force' }, 'plan-has-changed'],
];

describe('taking back an answer that others are still asked for', () => {
  test.each(asked)('%s: one’s own answer falls while the others are asked, and no longer', (stream, asking, settled, refusal) => {
    const subject = subjectOf(stream);
    const decide = (said: object, by = person('rita')) =>
      subject.decide({ ...subject.initial(stream), ...said, turns } as State, { type: 'TakeBackAnswer' }, around({ stream }, by));
    const answer = decide(asking);
    if (isRefusal(answer)) throw new Error(answer.refused);
    expect(answer).toEqual([{ type: 'AnswerTakenBack', v: 1, seat: 'seat-of-rita', person: 'rita' }]);
    const before = { ...subject.initial(stream), ...asking, turns } as State;
    expect(subject.evolve(before, answer[0] as GovernanceEvent)).toMatchObject({ ...asking, turns: [turn('mona')] });
    expect(decide(settled)).toEqual({ refused: refusal });
    expect(decide(asking, person('stranger'))).toEqual({ refused: refusal });
    expect(decide(asking, clock)).toEqual({ refused: refusal });
  });

  test('the other answers stay', () => {
    expect(withoutAnswer(turns, { type: 'AnswerTakenBack', v: 1, seat: 'seat-of-mona', person: 'mona' })).toEqual([turn('rita')]);
  });
});
