import { describe, expect, test } from 'vitest';
import type { RowTold, Status } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import { given, person } from '../kit/given.ts';
import { cards, dueAt, having, row, type Step, says, scene, sets, stateAfter } from './answering.ts';

describe('milestones that need the attention of the chairs whose plan it is', () => {
  test('chairs are told of a late milestone, and of one expected after the day on which others need it', () => {
    const needed = having(['2015-02-02', 'errand', sets(1, row('m1', { neededBy: '2015-06-20' }))]);
    const said = (status: Status, expected: string | null) => given(scene, ...needed).when(says(status, { expected }), person('ulla'));
    said('late', '2015-06-16').thenHappens({ type: 'MilestoneAnswered', attention: 'late' });
    said('at-risk', '2015-06-21').thenHappens({ type: 'MilestoneAnswered', attention: 'dependant' });
    said('at-risk', '2015-06-20').thenHappens({ type: 'MilestoneAnswered', attention: null });
    said('follows', null).thenHappens({ type: 'MilestoneAnswered', attention: null });
    const late = having(['2015-02-02', 'errand', sets(1, row('m1'))], ['2015-02-03', 'ulla', says('late', { expected: '2015-07-01' })]);
    expect(cards(late)).toEqual([['milestone-note@attention-panel-2015-02-03', 'panel']]);
  });

  test('chairs get one note for each plan and day, and the note is drawn again when an answer needs no attention any more', () => {
    const noted = having(
      ['2015-02-02', 'errand', sets(1, row('m1'), row('m2'))],
      ['2015-02-03', 'ulla', says('late', { expected: '2015-07-01' })],
      ['2015-02-03', 'ulla', says('late', { expected: '2015-07-01', row: 'panel.m2' })],
      ['2015-02-10', 'ulla', says('follows')],
    );
    expect(stateAfter(noted)).toMatchObject({
      rows: [{ attention: null }, { attention: 'late' }],
      noted: [{ plan: 'panel', on: '2015-02-03', rows: ['panel.m1', 'panel.m2'] }],
    });
    expect(cards(noted)).toEqual([['milestone-note@attention-panel-2015-02-03', 'panel']]);
  });

  test('a new dependency may bring an old answer to the chairs, and a due date that is moved may settle it', () => {
    const said = having(['2015-02-02', 'errand', sets(1, row('m1'))], ['2015-02-03', 'ulla', says('at-risk', { expected: '2015-07-01' })]);
    const steps = (second: RowTold): readonly Step[] => [
      ['2015-02-02', 'errand', sets(1, row('m1'))],
      ['2015-02-03', 'ulla', says('at-risk', { expected: '2015-07-01' })],
      ['2015-02-05', 'errand', sets(2, second)],
    ];
    expect(stateAfter(said).rows[0]?.attention).toBeNull();
    const needed = having(...steps(row('m1', { neededBy: '2015-06-20' })));
    expect(stateAfter(needed)).toMatchObject({ rows: [{ attention: 'dependant' }], noted: [{ on: '2015-02-05' }] });
    expect(cards(needed)).toEqual([['milestone-note@attention-panel-2015-02-05', 'panel']]);
    const late: readonly Step[] = [
      ['2015-02-02', 'errand', sets(1, row('m1'))],
      ['2015-02-03', 'ulla', says('late', { expected: '2015-07-01' })],
      ['2015-02-05', 'errand', sets(2, row('m1', { due: '2015-07-01' }))],
    ];
    expect(stateAfter(having(...late)).rows[0]).toMatchObject({ attention: null, answer: { status: 'late' } });
  });

  test('chairs are told of a milestone when two quarterly check-ins have passed without an answer', () => {
    const quiet: readonly Step[] = [
      ['2015-02-02', 'errand', sets(1, row('m1', { due: '2016-12-01' }))],
      ['2015-04-01', 'time'],
      ['2015-08-03', 'time'],
    ];
    const before = having(...quiet, ['2015-08-10', 'time']);
    expect(stateAfter(before).rows[0]).toMatchObject({ attention: null, silentQuarters: 2 });
    expect(dueAt(before)).toBe('2015-08-11T06:30');
    const said = having(...quiet, ['2015-08-11', 'time'], ['2015-08-12', 'time']);
    expect(said.filter(({ type }) => type === 'SilenceSaid')).toEqual([
      { type: 'SilenceSaid', v: 1, rows: ['panel.m1'], on: '2015-08-11' },
    ]);
    expect(stateAfter(said).rows[0]).toMatchObject({ attention: 'silent' });
    expect(cards(said)).toEqual([['milestone-note@attention-panel-2015-08-11', 'panel']]);
    const spoken = having(...quiet, ['2015-08-05', 'ulla', says('follows')], ['2015-08-11', 'time']);
    expect(spoken.at(-1)).toMatchObject({ type: 'MilestoneAnswered' });
    const answeredBetween = having(...quiet.slice(0, 2), ['2015-04-02', 'ulla', says('follows')], ...quiet.slice(2), [
      '2015-08-11',
      'time',
    ]);
    expect(answeredBetween.at(-1)).toMatchObject({ type: 'CheckedIn', on: '2015-08-03' });
  });

  test('only quarterly check-ins count towards silence, and a milestone told as late may be told as silent later', () => {
    const near = having(
      ['2015-02-02', 'errand', sets(1, row('m1', { due: '2015-05-04' }))],
      ...['2015-04-01', '2015-04-27', '2015-05-04', '2015-05-11', '2015-05-18'].map((day) => [day, 'time'] as const),
    );
    expect(near.filter(({ type }) => type === 'SilenceSaid')).toEqual([]);
    const dues = ['2015-08-11', '2015-08-12', '2015-08-13', '2015-08-14', '2015-08-17'];
    const busy = having(
      [
        '2015-02-02',
        'errand',
        sets(1, row('m1', { due: '2016-12-01' }), ...dues.map((due, at) => row(`n${at}`, { due, from: '2015-08-04' }))),
      ],
      ['2015-02-03', 'ulla', says('late', { expected: '2016-12-24' })],
      ...['2015-04-01', '2015-08-03', '2015-08-04', '2015-08-05', '2015-08-06', '2015-08-07', '2015-08-10'].map(
        (day) => [day, 'time'] as const,
      ),
      ['2015-08-11', 'time'],
    );
    expect(busy.filter(({ type }) => type === 'SilenceSaid')).toEqual([
      { type: 'SilenceSaid', v: 1, rows: ['panel.m1'], on: '2015-08-11' },
    ]);
  });
});
