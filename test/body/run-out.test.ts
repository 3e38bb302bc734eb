import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';
import { body as bodyRules, emptyBody } from '../../bot/governance/body/body.ts';
import { nextRunOutAt } from '../../bot/governance/body/run-out.ts';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { dueNow } from '../../bot/governance/tables/dues.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import { mayPrompt } from '../../bot/governance/time/calendar.ts';
import { quarterOf } from '../../bot/governance/time/periods.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import { isRefusal } from '../../bot/governance/vocabulary/refusal.ts';
import { body, charter, termsOf } from '../kit/charter.ts';
import { around, clock, given, seated } from '../kit/given.ts';
import fc from '../kit/seeded.ts';

const meeting = { type: 'ChannelChosen', v: 1, channel: 'c1' } as const;
const scene = { stream: 'body/panel', now: '2019-01-02T09:00:00Z', by: clock } as const;
const say = (quarter: `${number}-Q${number}`) => ({ type: 'SayTermsRunOut', quarter }) as const;
const meets: BodyState = { ...seated('panel', { 'regional-chair': ['rita'] }), channel: 'c1' };
const at = (time: string) => Temporal.Instant.from(time);
const due = (state: BodyState, time: string, model = charter()) =>
  dueNow('body/panel', model, state, at(time)).map(({ occasion }) => occasion);

describe('terms that have run out', () => {
  it('a body that meets in a channel is told once a quarter that its terms have run out', () => {
    given(scene, meeting)
      .when(say('2019-Q1'))
      .thenHappens({ type: 'TermsRunOutSaid', quarter: '2019-Q1', terms: 'hash-of-panel-2015-01-01' });
    given(scene, meeting, { type: 'TermsRunOutSaid', v: 1, quarter: '2019-Q1', terms: 'x' }).when(say('2019-Q1')).thenNothing();
  });
  it('a body without a channel is told nothing, nor is a body whose terms still run', () => {
    given(scene).when(say('2019-Q1')).thenNothing();
    given({ ...scene, now: '2018-12-31T09:00:00Z' }, meeting)
      .when(say('2018-Q4'))
      .thenNothing();
  });
  it('the body is no longer told once new terms have replaced those that ran out', () => {
    const replaced = charter({
      bodies: [{ ...body('panel'), terms: [termsOf('panel'), termsOf('panel', { from: '2019-02-01', until: null })] }],
    });
    given({ ...scene, charter: replaced }, meeting)
      .when(say('2019-Q1'))
      .thenHappens({ type: 'TermsRunOutSaid' });
    given({ ...scene, charter: replaced, now: '2019-02-01T09:00:00Z' }, meeting)
      .when(say('2019-Q1'))
      .thenNothing();
  });
  it('the body is told from the first prompt hour after the last day of its terms, never on a weekend or in July', () => {
    expect(due(meets, '2019-01-01T07:29:00Z')).toEqual([]);
    expect(due(meets, '2019-01-01T07:30:00Z')).toEqual(['run-out-2019-Q1']);
    expect(due(meets, '2019-01-05T09:00:00Z')).toEqual([]);
    expect(due({ ...meets, runOutSaid: '2019-Q2' }, '2019-07-10T09:00:00Z')).toEqual([]);
    expect(due({ ...meets, runOutSaid: '2019-Q2' }, '2019-08-01T09:00:00Z')).toEqual(['run-out-2019-Q3']);
    expect(due({ ...meets, runOutSaid: '2019-Q3' }, '2019-08-02T09:00:00Z')).toEqual([]);
  });
  it('a body where nobody is seated has it said once, until somebody is', () => {
    const empty: BodyState = { ...emptyBody('panel'), channel: 'c1' };
    expect(due(empty, '2019-01-01T07:30:00Z')).toEqual(['run-out-2019-Q1']);
    expect(due({ ...empty, runOutSaid: '2019-Q1' }, '2019-04-02T09:00:00Z')).toEqual([]);
    expect(nextRunOutAt(charter(), { ...empty, runOutSaid: '2019-Q1' })).toBeNull();
    expect(due({ ...meets, runOutSaid: '2019-Q1' }, '2019-04-02T09:00:00Z')).toEqual(['run-out-2019-Q2']);
  });
  it('the bot looks at the terms again when the body may next be told', () => {
    const next = (state: BodyState) => {
      const when = nextRunOutAt(charter(), state);
      return when === null ? null : Temporal.Instant.fromEpochMilliseconds(when).toString();
    };
    expect(next(emptyBody('panel'))).toBeNull();
    expect(next(meets)).toBe('2019-01-01T07:30:00Z');
    expect(next({ ...meets, runOutSaid: '2019-Q1' })).toBe('2019-04-01T06:30:00Z');
    expect(next({ ...meets, runOutSaid: '2019-Q2' })).toBe('2019-08-01T06:30:00Z');
    expect(nextRunOutAt(charter({ bodies: [body('panel', { until: null })] }), meets)).toBeNull();
  });
  it('a card in the body’s channel says for each quarter that the terms have run out', () => {
    const said = { type: 'TermsRunOutSaid', v: 1, quarter: '2019-Q1', terms: 'x' } as const;
    expect(noticesFor('body/panel', said, meets, charter())).toEqual([
      expect.objectContaining({ key: 'body/panel:terms-run-out@run-out-2019-Q1', to: { body: 'panel' }, card: 'terms-run-out' }),
    ]);
  });
});

/** The clock may go forward, stand still or go back a little, and the bot looks only when the index says so. */
function live(model: Charter, steps: readonly number[]): { readonly said: readonly string[]; readonly outside: number } {
  let state = meets;
  let now = at('2018-11-01T09:00:00Z');
  let outside = 0;
  const said: string[] = [];
  for (const hours of steps) {
    now = now.add({ hours });
    const dueAt = bodyRules.index(state, model).dueAt;
    if (dueAt === null || dueAt > now.epochMilliseconds) continue;
    for (const { command } of dueNow('body/panel', model, state, now)) {
      if (command.type !== 'SayTermsRunOut') continue;
      const decided = bodyRules.decide(state, command, around({ ...scene, charter: model, now: now.toString() }));
      if (isRefusal(decided)) throw new Error(decided.refused);
      state = decided.reduce((each, event) => bodyRules.evolve(each, event), state);
      if (!mayPrompt(model, now)) outside++;
      said.push(...decided.flatMap((event) => (event.type === 'TermsRunOutSaid' ? [event.quarter] : [])));
    }
  }
  return { said, outside };
}

test('a body is told of terms that have run out at most once a quarter, whatever the clock does', () => {
  const steps = fc.array(fc.oneof(fc.integer({ min: -200, max: 600 }), fc.constant(0), fc.integer({ min: 0, max: 30 })), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(steps, (each) => {
      const { said, outside } = live(charter(), each);
      expect(new Set(said).size).toBe(said.length);
      expect([...said].sort()).toEqual(said);
      expect(outside).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('a bot that runs all the time tells a body of terms that have run out in every quarter', () => {
  const { said } = live(charter(), Array(8 * 500).fill(3));
  expect(said).toEqual(['2019-Q1', '2019-Q2', '2019-Q3', '2019-Q4', '2020-Q1']);
  expect(quarterOf('2019-12-31')).toBe('2019-Q4');
});
