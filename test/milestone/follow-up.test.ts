import { describe, expect, test } from 'vitest';
import { mayAnswerRow } from '../../bot/governance/milestone/follow-up-answer.ts';
import type { Command, GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { Status } from '../../bot/governance/vocabulary/milestone/follow-up.ts';
import { checkSnapshot } from '../../bot/store/limits.ts';
import { around, clock, errand, given, person, text } from '../kit/given.ts';
import { answered, dueAt, having, row, says, scene, set, sets, stands, stateAfter } from './answering.ts';

describe('the answer for a milestone', () => {
  const may = (who: string, of: string, at = set) => {
    const state = stateAfter(at);
    const found = state.rows.find(({ key }) => key === of);
    return found ? mayAnswerRow(state, found, who, around(scene)) : null;
  };
  const everyone = ['ulla', 'uffe', 'egon', 'dorte', 'finn', 'rita', 'gerda'];

  test('a milestone’s owner and the chairs answer for it; anyone in a seat does where it has no owner', () => {
    expect(everyone.filter((who) => may(who, 'panel.m1'))).toEqual(['ulla', 'egon', 'dorte']);
    expect(everyone.filter((who) => may(who, 'panel.m2'))).toEqual(['ulla', 'uffe', 'egon', 'dorte', 'finn']);
    given(scene, ...set)
      .when(says('follows'), person('uffe'))
      .thenRefused('only-who-owns-it');
    given(scene, ...set)
      .when(says('follows'), clock)
      .thenRefused('only-who-owns-it');
    const joined = { ...scene, persons: { joined: { 'ulla-guest': 'ulla' } } };
    given(joined, ...set)
      .when(says('follows'), person('ulla-guest'))
      .thenHappens(answered({ person: 'ulla' }));
  });

  test('an owner without a seat in the body that carries out the milestone is no owner there', () => {
    const elsewhere = having(['2015-02-02', 'errand', sets(1, row('m1', { owner: 'rita' }))]);
    expect(stateAfter(elsewhere).rows[0]?.owner).toBeNull();
    expect(may('uffe', 'panel.m1', elsewhere)).toBe(true);
  });

  test('a secretary who was told records the answer, and the ledger names both people', () => {
    given(scene, ...set)
      .when(says('follows', { toldBy: 'ulla' }), person('finn'))
      .thenHappens(answered({ person: 'ulla', recordedBy: 'finn' }));
    given(scene, ...set)
      .when(says('follows', { toldBy: 'ulla' }), person('gerda'))
      .thenHappens({ type: 'MilestoneAnswered' });
    given(scene, ...set)
      .when(says('follows', { toldBy: 'ulla' }), person('uffe'))
      .thenRefused('only-who-owns-it');
    given(scene, ...set)
      .when(says('follows', { toldBy: 'rita' }), person('finn'))
      .thenRefused('only-seat-holders');
    given(scene, ...set)
      .when(says('follows', { toldBy: 'ulla' }), person('ulla'))
      .thenHappens(answered({ recordedBy: null }));
  });

  test('only the answers at risk and late ask why, and what is needed', () => {
    const asks = (command: Command) => given(scene, ...set).when(command, person('ulla'));
    asks(says('at-risk', { why: null })).thenRefused('missing');
    asks(says('late', { needs: null, expected: '2015-07-01' })).thenRefused('missing');
    asks(says('follows', { why: text('why'), needs: text('needs') })).thenHappens(answered({ why: null, needs: null }));
    asks(says('at-risk')).thenHappens({ type: 'MilestoneAnswered', attention: null });
  });

  test('a late milestone is expected after its due date and not in the past, and a done one is not done in the future', () => {
    const asks = (status: Status, expected: string | null) => given(scene, ...set).when(says(status, { expected }), person('ulla'));
    asks('late', null).thenRefused('missing');
    asks('late', '2015-06-15').thenRefused('expected-before-due');
    asks('late', '2015-06-16').thenHappens({ type: 'MilestoneAnswered', attention: 'late' });
    asks('follows', '2015-06-16').thenRefused('expected-after-due');
    asks('follows', '2015-06-15').thenHappens({ type: 'MilestoneAnswered' });
    asks('follows', '2015-02-30').thenRefused('not-a-date');
    asks('done', '2015-02-03').thenRefused('done-in-the-future');
    asks('done', null).thenHappens(answered({ expected: '2015-02-02' }));
    const overdue = { ...scene, now: '2015-08-10T09:00:00Z' };
    given(overdue, ...set)
      .when(says('late', { expected: '2015-08-01' }), person('ulla'))
      .thenRefused('expected-before-due');
  });

  test('a corrected answer leaves both answers in the ledger, and the last one counts', () => {
    const corrected = having(
      ['2015-02-02', 'errand', sets(1, row('m1', { owner: 'ulla' }))],
      ['2015-02-03', 'ulla', says('follows')],
      ['2015-02-04', 'ulla', says('late', { expected: '2015-07-01' })],
    );
    expect(corrected).toMatchObject([
      {},
      { corrects: false, answer: { status: 'follows' } },
      { corrects: true, answer: { status: 'late' } },
    ]);
    expect(stateAfter(corrected).rows).toMatchObject([{ answer: { status: 'late' }, corrections: 1 }]);
    const again = given({ ...scene, now: '2015-02-04T10:00:00Z' }, ...corrected);
    again.when(says('late', { expected: '2015-07-01' }), person('ulla')).thenNothing();
    const asked = having(
      ['2015-02-02', 'errand', sets(1, row('m1', { owner: 'ulla' }))],
      ['2015-02-03', 'ulla', says('follows')],
      ['2015-04-01', 'time'],
      ['2015-04-02', 'ulla', says('follows')],
    );
    expect(asked.at(-1)).toMatchObject({ corrects: false });
  });

  test('nobody can answer for a milestone that was taken out of the plan, or was never in it', () => {
    const withdrawn = having(['2015-02-02', 'errand', sets(1, row('m1'), row('m2'))], ['2015-02-03', 'errand', sets(2, row('m2'))]);
    given(scene, ...withdrawn)
      .when(says('follows'), person('ulla'))
      .thenRefused('milestone-withdrawn');
    given(scene, ...withdrawn)
      .when(says('follows', { row: 'panel.m9' }), person('ulla'))
      .thenRefused('no-such-milestone');
  });
});

describe('what a plan asks of a body', () => {
  test('a body knows a plan by its newest version, however late an older one arrives', () => {
    const newer = having(['2015-02-02', 'errand', sets(2, row('m1'))]);
    given(scene, ...newer)
      .when(sets(1, row('m1'), row('m2')), errand)
      .thenNothing();
    given(scene, ...newer)
      .when(sets(2, row('m1')), errand)
      .thenNothing();
  });

  test('a milestone that comes back into the plan keeps its answer', () => {
    const back = having(
      ['2015-02-02', 'errand', sets(1, row('m1'))],
      ['2015-02-03', 'ulla', says('follows')],
      ['2015-02-04', 'errand', sets(2)],
      ['2015-02-05', 'errand', sets(3, row('m1', { owner: 'uffe' }))],
    );
    expect(stateAfter(back).rows).toMatchObject([{ withdrawn: false, owner: 'uffe', answer: { person: 'ulla', status: 'follows' } }]);
    expect(stands(back, '2015-02-05')).toEqual(['follows']);
  });

  test('a milestone is not asked about for days that had passed when it was moved', () => {
    const moved = having(
      ['2015-02-02', 'errand', sets(1, row('m1', { due: '2016-12-01' }))],
      ['2015-04-01', 'time'],
      ['2015-05-26', 'errand', sets(2, row('m1', { due: '2015-06-15' }))],
    );
    expect(dueAt(moved)).toBe('2015-06-08T06:30');
  });

  test('one plan changes nothing of what another plan asks of the body', () => {
    const both = having(
      ['2015-02-02', 'errand', sets(1, row('m1'))],
      ['2015-02-02', 'errand', { type: 'SetMilestones', plan: 'forum', version: 1, rows: [row('m1')] }],
      ['2015-02-03', 'errand', sets(2)],
    );
    expect(stateAfter(both).rows.map(({ key, withdrawn }) => [key, withdrawn])).toEqual([
      ['forum.m1', false],
      ['panel.m1', true],
    ]);
  });

  test('a body is asked about no more milestones than it can answer for, and one snapshot holds them with every answer', () => {
    const ref = 'r'.repeat(70);
    const long = { ref, mac: 'f'.repeat(64) };
    const many = (plan: string, count: number) =>
      Array.from({ length: count }, (_, at) =>
        row(`milestone-with-a-long-name-${at}`, { deliverable: { text: long, in: `milestone-plan/${plan}` }, owner: 'p'.repeat(22) }),
      );
    const first = given(scene).when({ type: 'SetMilestones', plan: 'forum', version: 1, rows: many('forum', 60) }, errand)
      .decided as readonly GovernanceEvent[];
    given(scene, ...first)
      .when(sets(1, ...many('panel', 11)), errand)
      .thenRefused('too-much');
    const full = having(
      ['2015-02-02', 'errand', { type: 'SetMilestones', plan: 'forum', version: 1, rows: many('forum', 60) }],
      ['2015-02-02', 'errand', sets(1, ...many('panel', 10))],
      ['2015-04-01', 'time'],
      ...['2015-04-07', '2015-05-18', '2015-06-08', '2015-06-15', '2015-06-22', '2015-08-03', '2015-08-10'].map(
        (day) => [day, 'time'] as const,
      ),
    );
    const state = stateAfter(full);
    const answer = {
      status: 'late',
      expected: '2015-12-01',
      why: long,
      needs: long,
      textsIn: scene.stream,
      person: 'p'.repeat(22),
      recordedBy: 'p'.repeat(22),
      on: '2015-06-01',
      at: '2015-06-01T10:00:00.123Z',
    } as const;
    const rows = state.rows.map((each) => ({ ...each, answer, attention: 'late' as const }));
    const noted = Array.from({ length: 8 }, (_, at) => ({
      plan: `plan-${at}`,
      on: '2015-06-01',
      rows: at < 2 ? rows.map(({ key }) => key) : [],
    }));
    expect(state.checkIns.length).toBeGreaterThan(3);
    expect(() => checkSnapshot(scene.stream, { ...state, rows, noted })).not.toThrow();
  });
});
