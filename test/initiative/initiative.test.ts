import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { indicatorsMissing, indicatorsToAsk, initiativeDue, patientsToAsk } from '../../bot/governance/initiative/silence.ts';
import { bareGoals, unassigned } from '../../bot/governance/initiative/tree.ts';
import type { GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { InitiativeState, Measure } from '../../bot/governance/vocabulary/initiative.ts';
import { charter } from '../kit/charter.ts';
import { clock, given, person, seated, text } from '../kit/given.ts';
import { agreement } from '../kit/parts.ts';
import fc from '../kit/seeded.ts';

const fjord = charter({ agreement });
const bodies = [
  seated('panel', {
    'regional-chair': ['rita'],
    'municipal-chair': ['mogens'],
    'municipal-leader': ['mia'],
    'regional-secretary': ['sara'],
  }),
  seated('forum', { 'municipal-leader': ['frida'] }),
  seated('bureau', { 'regional-secretary': ['bo'] }),
];
const scene = { stream: 'initiative/quit', charter: fjord, bodies } as const;
const assigned: GovernanceEvent = {
  type: 'InitiativeAssigned',
  v: 1,
  owner: 'panel',
  before: null,
  under: ['health'],
  at: '2015-02-02T08:00:00Z',
};
const measure: Measure = {
  id: 'i1',
  name: text('smokers'),
  unit: text('percent'),
  baseline: 18,
  target: 15,
  direction: 'down',
  reportedBy: 'forum',
  every: 'quarter',
};
const set: GovernanceEvent = { type: 'IndicatorSet', v: 1, since: '2015-02-02', ...measure };
const stateOf = (...events: readonly GovernanceEvent[]) => given(scene, ...events).state as InitiativeState;
const at = (time: string) => Temporal.Instant.from(time);

describe('an initiative of the agreement gets an owner', () => {
  test('the secretariat gives an initiative an owner, and the initiative falls under the goals that the model names', () =>
    given(scene)
      .when({ type: 'AssignInitiative', owner: 'panel' }, person('bo'))
      .thenHappens({ type: 'InitiativeAssigned', owner: 'panel', under: ['health'] }));

  test('nobody but the secretariat gives an initiative an owner, not even a chair of the body that would own it', () =>
    given(scene).when({ type: 'AssignInitiative', owner: 'panel' }, person('rita')).thenRefused('only-secretaries'));

  test('only a body that meets may own an initiative', () =>
    given(scene).when({ type: 'AssignInitiative', owner: 'council' }, person('bo')).thenRefused('not-in-model'));

  test('an initiative that is not in the agreement cannot be given an owner', () =>
    given({ ...scene, stream: 'initiative/audit' })
      .when({ type: 'AssignInitiative', owner: 'panel' }, person('bo'))
      .thenRefused('no-such-initiative'));

  test('an initiative that gets a new owner stays under its goals', () => {
    const moved = given(scene, assigned, { type: 'StageSet', v: 1, stage: 'framework' });
    moved
      .when({ type: 'AssignInitiative', owner: 'forum' }, person('bo'))
      .thenHappens({ type: 'InitiativeAssigned', owner: 'forum', before: 'panel', under: ['health'] });
  });
});

describe('an initiative of one\u2019s own', () => {
  const own = { ...scene, stream: 'initiative/a1' } as const;
  test('a chair begins an initiative of the body’s own under goals that exist', () =>
    given(own)
      .when({ type: 'ProposeInitiative', owner: 'panel', title: text('t'), under: ['near'] }, person('rita'))
      .thenHappens({ type: 'InitiativeProposed', owner: 'panel' }));
  test('an initiative cannot be placed under a task or a solution', () =>
    given(own)
      .when({ type: 'ProposeInitiative', owner: 'panel', title: text('t'), under: ['audit'] }, person('rita'))
      .thenRefused('not-there'));
  test('a member alone cannot begin an initiative', () =>
    given(own)
      .when({ type: 'ProposeInitiative', owner: 'panel', title: text('t'), under: [] }, person('mia'))
      .thenRefused('only-who-lead'));
});

describe('the progress of an initiative', () => {
  test.each(['rita', 'sara'])('%s sets the stage of an initiative as a chair or a secretary of its owner', (who) =>
    given(scene, assigned).when({ type: 'SetStage', stage: 'implementation' }, person(who)).thenHappens({ type: 'StageSet' }),
  );
  test('a member does not set the stage of an initiative', () =>
    given(scene, assigned).when({ type: 'SetStage', stage: 'implementation' }, person('mia')).thenRefused('only-who-lead'));
  test('a closed initiative cannot be changed except by taking it up again', () => {
    const closed = given(scene, assigned, { type: 'StageSet', v: 1, stage: 'closed' });
    closed.when({ type: 'TellPatients', text: text('x') }, person('rita')).thenRefused('initiative-is-closed');
    closed.when({ type: 'SetStage', stage: 'follow-up' }, person('rita')).thenHappens({ type: 'StageSet' });
  });
  test('a deliverable is not finished on a day in the future', () => {
    const told = { type: 'SetDeliverable', id: 'd1', kind: 'tool', title: text('d'), link: null } as const;
    given(scene, assigned)
      .when({ ...told, done: '2015-03-01' }, person('rita'))
      .thenRefused('not-yet');
    given(scene, assigned)
      .when({ ...told, done: '2015-02-01' }, person('rita'))
      .thenHappens({ type: 'DeliverableSet', done: '2015-02-01' });
  });
});

describe('an indicator\u2019s values', () => {
  test('anyone with a seat in the reporting body reports a value, which is recorded with the person and the day', () =>
    given(scene, assigned, set)
      .when({ type: 'ReportIndicator', id: 'i1', value: 17, of: '2015-01-31' }, person('frida'))
      .thenHappens({ type: 'IndicatorReported', value: 17, was: null, person: 'frida', on: '2015-02-02' }));
  test('a value is not reported by a person from another body, nor for a future day', () => {
    const asked = given(scene, assigned, set);
    asked.when({ type: 'ReportIndicator', id: 'i1', value: 17, of: '2015-01-31' }, person('mia')).thenRefused('only-seat-holders');
    asked.when({ type: 'ReportIndicator', id: 'i1', value: 17, of: '2015-02-03' }, person('frida')).thenRefused('not-yet');
  });
  test('a second value for the same period is a correction that keeps the earlier value', () => {
    const first = { value: 17, of: '2015-01-31', was: null, on: '2015-02-02', person: 'frida' } as const;
    const again = given(scene, assigned, set, { type: 'IndicatorReported', v: 1, id: 'i1', ...first });
    again
      .when({ type: 'ReportIndicator', id: 'i1', value: 16.5, of: '2015-02-01' }, person('frida'))
      .thenHappens({ type: 'IndicatorReported', value: 16.5, was: 17 });
    again.when({ type: 'ReportIndicator', id: 'i1', value: 17, of: '2015-01-31' }, person('frida')).thenNothing();
  });
});

describe('any sequence of values and corrections', () => {
  const days = ['2014-12-31', '2015-01-15', '2015-01-31', '2015-02-01'] as const;
  const report = fc.record({ of: fc.constantFrom(...days), value: fc.integer({ min: 0, max: 3 }), who: fc.constantFrom('frida', 'mia') });

  test('no sequence of reports and corrections loses a value or shows one that nobody reported', () => {
    fc.assert(
      fc.property(fc.array(report, { maxLength: 20 }), (reports) => {
        const said = new Map<string, number>();
        let events: readonly GovernanceEvent[] = [assigned, set];
        for (const { of, value, who } of reports) {
          const { decided } = given(scene, ...events).when({ type: 'ReportIndicator', id: 'i1', value, of }, person(who));
          if ('refused' in decided) {
            expect(who).toBe('mia');
            continue;
          }
          const quarter = of.slice(0, 4);
          expect(decided).toHaveLength(said.get(quarter) === value ? 0 : 1);
          for (const event of decided) expect(event).toMatchObject({ value, of, was: said.get(quarter) ?? null });
          said.set(quarter, value);
          events = [...events, ...decided];
        }
        const shown = stateOf(...events).indicators[0]?.values ?? [];
        expect(shown.map(({ of, value }) => [of.slice(0, 4), value])).toEqual([...said].toSorted(([a], [b]) => (a < b ? -1 : 1)));
      }),
    );
  });
});

describe('the question how patients are involved', () => {
  test('the owner is asked how patients are involved once it has had the initiative for five working days', () => {
    expect(patientsToAsk(fjord, stateOf(assigned), at('2015-02-06T09:00:00Z'))).toBeNull();
    expect(patientsToAsk(fjord, stateOf(assigned), at('2015-02-09T09:00:00Z'))).toBe('2015-H1');
  });
  test('the owner is asked about patients again each half-year, after the holiday month, whether or not it answered', () => {
    const asked = stateOf(assigned, { type: 'PatientsAsked', v: 1, half: '2015-H1' });
    const told = stateOf(assigned, { type: 'PatientsTold', v: 1, text: text('p'), on: '2015-02-03', person: 'rita' });
    for (const state of [asked, told]) {
      expect(patientsToAsk(fjord, state, at('2015-06-30T09:00:00Z'))).toBeNull();
      expect(patientsToAsk(fjord, state, at('2015-07-15T09:00:00Z'))).toBeNull();
      expect(patientsToAsk(fjord, state, at('2015-08-03T09:00:00Z'))).toBe('2015-H2');
    }
  });
  test('patients are not asked about in a closed initiative, nor twice in a half-year', () => {
    const closed = stateOf(assigned, { type: 'StageSet', v: 1, stage: 'closed' });
    expect(initiativeDue(fjord, closed, at('2016-03-01T09:00:00Z'))).toEqual([]);
    given({ ...scene, now: '2015-08-03T09:00:00Z' }, assigned, { type: 'PatientsAsked', v: 1, half: '2015-H2' })
      .when({ type: 'AskPatients', half: '2015-H2' }, clock)
      .thenNothing();
  });
});

describe('the question for an indicator’s values', () => {
  test('at the start of a quarter one question asks for all values of the quarter that ended', () => {
    expect(indicatorsToAsk(fjord, stateOf(assigned, set), at('2015-03-31T09:00:00Z'))).toBeNull();
    const two = stateOf(assigned, set, { ...set, id: 'i2' } as GovernanceEvent);
    expect(indicatorsToAsk(fjord, two, at('2015-04-01T09:00:00Z'))).toEqual({ quarter: '2015-Q2', indicators: ['i1', 'i2'] });
  });
  test('only values that nobody has reported are asked for', () => {
    const value = { value: 17, of: '2015-03-20', was: null, on: '2015-03-20', person: 'frida' } as const;
    const reported = stateOf(assigned, set, { ...set, id: 'i2' } as GovernanceEvent, {
      type: 'IndicatorReported',
      v: 1,
      id: 'i1',
      ...value,
    });
    expect(indicatorsToAsk(fjord, reported, at('2015-04-01T09:00:00Z'))).toEqual({ quarter: '2015-Q2', indicators: ['i2'] });
  });
  test('a value counts for the one period its day lies in, so that a value of the running quarter leaves the last one open', () => {
    const value = { value: 17, of: '2015-04-11', was: null, on: '2015-04-11', person: 'frida' } as const;
    const reported = stateOf(assigned, set, { type: 'IndicatorReported', v: 1, id: 'i1', ...value });
    expect(indicatorsToAsk(fjord, reported, at('2015-04-13T09:00:00Z'))?.quarter).toBe('2015-Q2');
    expect(indicatorsMissing(reported, '2015-Q3')).toEqual([]);
  });
  test('a value is asked for again in the next quarter, although the previous quarter has one', () => {
    const value = { value: 17, of: '2015-03-20', was: null, on: '2015-03-20', person: 'frida' } as const;
    const reported = stateOf(assigned, set, { type: 'IndicatorReported', v: 1, id: 'i1', ...value });
    expect(indicatorsToAsk(fjord, reported, at('2015-06-30T09:00:00Z'))).toBeNull();
    expect(indicatorsToAsk(fjord, reported, at('2015-08-03T09:00:00Z'))).toEqual({ quarter: '2015-Q3', indicators: ['i1'] });
  });
  test('a yearly value is asked for in January, and a half-yearly one also after the holidays', () => {
    const yearly = stateOf(assigned, { ...set, every: 'year' } as GovernanceEvent);
    expect(indicatorsToAsk(fjord, yearly, at('2015-10-01T09:00:00Z'))).toBeNull();
    expect(indicatorsToAsk(fjord, yearly, at('2016-01-04T09:00:00Z'))?.quarter).toBe('2016-Q1');
    const half = stateOf(assigned, { ...set, every: 'half-year' } as GovernanceEvent);
    expect(indicatorsToAsk(fjord, half, at('2015-04-01T09:00:00Z'))).toBeNull();
    expect(indicatorsToAsk(fjord, half, at('2015-08-03T09:00:00Z'))?.quarter).toBe('2015-Q3');
  });
  test('after missed quarters only the newest one is asked for', () =>
    expect(indicatorsToAsk(fjord, stateOf(assigned, set), at('2015-12-01T09:00:00Z'))?.quarter).toBe('2015-Q4'));
});

describe('initiatives and goals without a place', () => {
  test('initiatives without an owner and goals with nothing under them are listed', () => {
    expect(unassigned(fjord, []).map(({ id }) => id)).toEqual(['quit']);
    expect(bareGoals(fjord, []).map(({ id }) => id)).toEqual(['near']);
  });
  test('a goal whose initiative is moved away is listed as having nothing under it', () => {
    const moved = stateOf(assigned, { type: 'HungUnder', v: 1, under: ['near'] });
    expect(unassigned(fjord, [moved])).toEqual([]);
    expect(bareGoals(fjord, [moved]).map(({ id }) => id)).toEqual(['health']);
  });
});
