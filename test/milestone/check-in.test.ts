import { describe, expect, test } from 'vitest';
import { asksOf } from '../../bot/governance/tables/asks.ts';
import { dueNow } from '../../bot/governance/tables/dues.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import { around } from '../kit/given.ts';
import { cards, charter, dueAt, having, row, type Step, says, scene, set, sets, stands, stateAfter } from './answering.ts';

describe('a check-in', () => {
  test('a check-in asks on the quarter’s day about milestones under way, once, on one card', () => {
    const asked = having(
      ['2015-02-02', 'errand', sets(1, row('m1'), row('m2', { from: '2015-05-01' }), row('m3'), row('m4'))],
      ['2015-02-03', 'uffe', says('done', { row: 'panel.m3' })],
      ['2015-02-04', 'uffe', says('follows', { row: 'panel.m4' })],
      ['2015-04-01', 'time'],
      ['2015-04-01', 'time'],
    );
    expect(asked.slice(3)).toEqual([
      { type: 'CheckedIn', v: 1, on: '2015-04-01', rows: ['panel.m1', 'panel.m4'], quarterly: true, answerBy: '2015-04-13' },
    ]);
    expect(stands(asked, '2015-04-01')).toEqual(['no-answer', 'not-asked', 'done', 'no-answer']);
    expect(cards(asked)).toEqual([['check-in@check-in-2015-04-01', 'forum']]);
  });

  test('a check-in leaves out milestones just answered for, and there is no card where none is left', () => {
    const fresh = having(
      ['2015-02-02', 'errand', sets(1, row('m1'), row('m2'))],
      ['2015-03-26', 'ulla', says('follows')],
      ['2015-04-01', 'time'],
    );
    expect(fresh.at(-1)).toMatchObject({ type: 'CheckedIn', rows: ['panel.m2'] });
    const all = having(['2015-02-02', 'errand', sets(1, row('m1'))], ['2015-03-26', 'ulla', says('follows')], ['2015-04-01', 'time']);
    expect(all.at(-1)).toMatchObject({ type: 'MilestoneAnswered' });
    expect(dueAt(all)).toBe('2015-05-15T06:30');
    const early = having(['2015-02-02', 'errand', sets(1, row('m1'))], ['2015-03-25', 'ulla', says('follows')], ['2015-04-01', 'time']);
    expect(early.at(-1)).toMatchObject({ type: 'CheckedIn' });
  });

  test('check-ins that were missed come late as one, under the newest day, with every milestone to be asked about', () => {
    const late = having(['2015-02-02', 'errand', sets(1, row('m1'), row('m2', { due: '2015-04-20' }))], ['2015-04-16', 'time']);
    expect(late.at(-1)).toMatchObject({
      type: 'CheckedIn',
      on: '2015-04-13',
      rows: ['panel.m1', 'panel.m2'],
      quarterly: true,
      answerBy: '2015-04-23',
    });
  });

  test('a check-in waits for the hours and days when prompts go out', () => {
    const state = stateAfter(set);
    const due = (now: string) => dueNow(scene.stream, charter, state, around({ ...scene, now }).now).map(({ occasion }) => occasion);
    expect(due('2015-04-01T06:29:00Z')).toEqual([]);
    expect(due('2015-04-01T06:30:00Z')).toEqual(['check-in-2015-04-01']);
    expect(due('2015-04-02T09:00:00Z')).toEqual([]);
    expect(due('2015-07-06T09:00:00Z')).toEqual([]);
    expect(dueAt(set)).toBe('2015-04-01T06:30');
  });

  test('a check-in comes each week while a milestone is overdue, and never again when it is done', () => {
    const overdue = having(
      ['2015-02-02', 'errand', sets(1, row('m1', { due: '2015-02-16' }))],
      ['2015-02-16', 'time'],
      ['2015-02-23', 'time'],
      ['2015-03-02', 'time'],
    );
    expect(overdue.map((event) => (event.type === 'CheckedIn' ? event.on : event.type))).toEqual([
      'MilestonesSet',
      '2015-02-16',
      '2015-02-23',
      '2015-03-02',
    ]);
    const done = [
      ...overdue,
      ...having(['2015-02-02', 'errand', sets(1, row('m1', { due: '2015-02-16' }))], ['2015-03-02', 'egon', says('done')]).slice(1),
    ];
    expect(dueAt(done)).toBeNull();
  });

  test('all check-ins of a quarter stand on one card; the next quarter has its own, and the one before is drawn again', () => {
    const set: Step = ['2015-02-02', 'errand', sets(1, row('m1', { due: '2015-02-16' }))];
    const week = having(set, ['2015-02-16', 'time'], ['2015-02-23', 'time']);
    expect(cards(week).map(([key]) => key)).toEqual(['check-in@check-in-2015-01-02']);
    const quarter = having(set, ['2015-02-23', 'time'], ['2015-04-01', 'time']);
    expect(cards(quarter).map(([key]) => key)).toEqual(['check-in@check-in-2015-01-02', 'check-in@check-in-2015-04-01']);
  });

  test('a milestone is asked about at most once a week: neither shortly before the quarter’s day nor shortly after it', () => {
    const days = (due: string, ...times: readonly string[]) =>
      having(['2015-02-02', 'errand', sets(1, row('m1', { due }))], ...times.map((day): Step => [day, 'time'])).flatMap((event) =>
        event.type === 'CheckedIn' ? [event.on] : [],
      );
    expect(days('2015-03-30', '2015-03-23', '2015-03-30', '2015-04-01', '2015-04-07', '2015-04-13')).toEqual([
      '2015-03-23',
      '2015-04-01',
      '2015-04-13',
    ]);
  });

  test('what waits already falls to nobody anew when it is asked about again, until the next quarter', () => {
    const asks = (...times: readonly string[]) =>
      asksOf('follow-up/forum', stateAfter(having(...overdue, ...times.map((day): Step => [day, 'time']))), charter).map(
        ({ id, said, under, of }) => [id, said, under?.slice(-10), 'persons' in of ? of.persons : 'chairs'],
      );
    const overdue: readonly Step[] = [['2015-02-02', 'errand', sets(1, row('m1', { due: '2015-02-16', owner: 'ulla' }), row('m2'))]];
    const first = ['check-in-2015-02-16', 'reply', '2015-01-02', ['ulla']];
    expect(asks('2015-02-16')).toEqual([first]);
    expect(asks('2015-02-16', '2015-02-23', '2015-03-02')).toEqual([first]);
    expect(asks('2015-02-16', '2015-04-01')).toEqual([
      ['check-in-2015-04-01', 'card', '2015-04-01', ['ulla']],
      ['check-in-2015-04-01-chairs', 'card', '2015-04-01', 'chairs'],
    ]);
  });

  test('a check-in waits for owners by name until they have answered', () => {
    const waiting = (events: readonly GovernanceEvent[]) => subjectOf('follow-up/forum').index(stateAfter(events), charter).waitingOn;
    const asked: readonly Step[] = [
      ['2015-02-02', 'errand', sets(1, row('m1', { owner: 'ulla' }), row('m2', { owner: 'uffe' }))],
      ['2015-04-01', 'time'],
    ];
    expect(waiting(having(...asked))).toEqual(['ulla', 'uffe']);
    expect(waiting(having(...asked, ['2015-04-02', 'egon', says('follows')]))).toEqual(['uffe']);
  });

  test('an answer from an earlier quarter is not shown as this quarter’s status, though nobody has been asked yet', () => {
    const answered = having(['2015-02-02', 'errand', sets(1, row('m1'))], ['2015-02-10', 'ulla', says('follows')]);
    expect(['2015-02-10', '2015-03-31', '2015-04-01', '2015-04-20'].map((day) => stands(answered, day))).toEqual([
      ['follows'],
      ['follows'],
      ['not-asked'],
      ['not-asked'],
    ]);
  });
});
