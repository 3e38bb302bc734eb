import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { askErrands } from '../../bot/governance/tables/ask-errands.ts';
import { dueNow } from '../../bot/governance/tables/dues.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import { charter } from '../kit/charter.ts';
import { clock, errand, given, text } from '../kit/given.ts';

const fjord = charter();
const stream = 'body/bureau';
const scene = { stream, now: '2015-03-09T09:00:00Z' } as const;
const entry = (at: number) => ({ about: `flag/f${at}`, ask: `flag-answer-${at}` }) as const;
const listed = (at: number): GovernanceEvent => ({ type: 'UnansweredListed', v: 1, ...entry(at) });
const said = (on: string): GovernanceEvent => ({ type: 'UnansweredSaid', v: 1, on });
const due = (now: string, ...events: readonly GovernanceEvent[]) =>
  dueNow(stream, fjord, given(scene, ...events).state, Temporal.Instant.from(now)).filter(
    ({ command }) => command.type === 'SayUnanswered',
  );

describe('the secretariat’s list of what nobody answers', () => {
  it('the list takes each question once, and strikes what stands on it', () => {
    const list = { type: 'ListUnanswered', ...entry(1) } as const;
    const strike = { type: 'StrikeUnanswered', ...entry(1) } as const;
    given(scene).when(list, errand).thenHappens(listed(1));
    given(scene, listed(1)).when(list, errand).thenNothing();
    given(scene, listed(1), listed(2))
      .when(strike, errand)
      .thenHappens({ type: 'UnansweredStruck', ...entry(1) });
    given(scene, listed(2)).when(strike, errand).thenNothing();
  });

  it('it is spoken of at once, and then every tenth working day, in prompt hours, while anything stands on it', () => {
    expect(due('2015-02-23T09:00:00Z')).toEqual([]);
    expect(due('2015-02-23T09:00:00Z', listed(1))).toHaveLength(1);
    expect(due('2015-02-23T20:00:00Z', listed(1))).toEqual([]);
    expect(due('2015-03-06T09:00:00Z', listed(1), said('2015-02-23'))).toEqual([]);
    expect(due('2015-03-09T09:00:00Z', listed(1), said('2015-02-23'))).toHaveLength(1);
    expect(due('2015-07-20T09:00:00Z', listed(1), said('2015-02-23'))).toEqual([]);
    expect(due('2015-03-09T09:00:00Z', listed(1), said('2015-02-23'), { type: 'UnansweredStruck', v: 1, ...entry(1) })).toEqual([]);
  });

  it('what is new on it within ten working days does not bring another mention', () => {
    const say = { type: 'SayUnanswered' } as const;
    given(scene, listed(1), said('2015-02-24')).when(say, clock).thenNothing();
    given(scene, listed(1), said('2015-02-23'), listed(2)).when(say, clock).thenHappens(said('2015-03-09'));
    given(scene).when(say, clock).thenNothing();
  });

  it('a mention is over once the list has been empty, and does not ask again for a day when it fills', () => {
    const over = (...events: readonly GovernanceEvent[]) => {
      const { state } = given(scene, listed(1), said('2015-02-23'), ...events);
      return state.kind === 'body' && (state.unansweredOver ?? false);
    };
    const struck = (at: number): GovernanceEvent => ({ type: 'UnansweredStruck', v: 1, ...entry(at) });
    expect([over(), over(listed(2), struck(1))]).toEqual([false, false]);
    expect([over(struck(1)), over(struck(1), listed(2))]).toEqual([true, true]);
    expect(over(struck(1), listed(2), said('2015-03-09'))).toBe(false);
  });

  it('it asks to be looked at when it is next spoken of', () => {
    const next = (...events: readonly GovernanceEvent[]) => subjectOf(stream).index(given(scene, ...events).state, fjord).dueAt;
    expect(next(listed(1), said('2015-02-23'))).toBe(Date.parse('2015-03-09T07:30:00Z'));
    expect(next()).toBeNull();
  });

  it('one card stands for all of it, and each mention is a reply in its thread', () => {
    const { state } = given(scene, listed(1), said('2015-03-09'));
    expect(noticesFor(stream, listed(1), state, fjord).map(({ key }) => key)).toEqual(['body/bureau:unanswered']);
    expect(noticesFor(stream, said('2015-03-09'), state, fjord).map(({ key, under }) => [key, under])).toEqual([
      ['body/bureau:unanswered', null],
      ['body/bureau:unanswered-note@said-2015-03-09', 'body/bureau:unanswered'],
    ]);
  });

  it.each([
    ['answered', { type: 'FlagAnswered', v: 1, text: text('answer'), person: 'rita', at: '2015-02-25T08:00:00Z' }],
    ['let lie', { type: 'AskLetLie', v: 1, ask: 'flag-answer-2015-02-02T08:00:00Z', reason: text('why'), person: 'bente' }],
    ['closed after a year', { type: 'AskUnanswered', v: 1, ask: 'flag-answer-2015-02-02T08:00:00Z', on: '2016-02-02' }],
  ] as const)('a question comes onto it after the last reminder, and off it when it is %s', (_how, end) => {
    const about = 'flag/f1';
    const [raised, told, silent]: readonly GovernanceEvent[] = [
      {
        type: 'FlagRaised',
        v: 1,
        body: 'panel',
        by: 'gudrun',
        clause: null,
        concern: 'problem',
        text: text('t'),
        at: '2015-02-02T08:00:00Z',
      },
      { type: 'AskReminded', v: 1, ask: 'flag-answer-2015-02-02T08:00:00Z', rung: 10, on: '2015-02-16' },
      { type: 'AskReminded', v: 1, ask: 'flag-answer-2015-02-02T08:00:00Z', rung: 15, on: '2015-02-23' },
    ];
    if (!raised || !told || !silent) throw new Error('the question has not been asked');
    const stateAfter = (...events: readonly GovernanceEvent[]) => given({ stream: about }, ...events).state;
    const leadsTo = (events: readonly GovernanceEvent[], last: GovernanceEvent) =>
      askErrands(about, 9, stateAfter(...events), stateAfter(...events, last), fjord).map(({ to, command }) => [to, command.type]);
    expect(leadsTo([raised], told)).toEqual([]);
    expect(leadsTo([raised, told], silent)).toEqual([[stream, 'ListUnanswered']]);
    expect(leadsTo([raised, told, silent], end)).toEqual([[stream, 'StrikeUnanswered']]);
    expect(leadsTo([raised], end)).toEqual([]);
  });
});
