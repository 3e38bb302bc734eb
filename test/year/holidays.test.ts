import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { firstUncrowded } from '../../bot/governance/meeting/deadlines.ts';
import { planYear } from '../../bot/governance/year/plan.ts';
import { ask, fjord } from './laying.ts';

describe('the days after the holidays', () => {
  it('the planner leaves the days after the holidays free while the deadlines before them would fall together in June', () => {
    for (const forum of [1, 2, 3, 4, 5, 6]) {
      const plan = planYear(ask(fjord({ forum, panel: forum })));
      expect(plan.flatMap((laid) => laid.meetings.flatMap(({ breaks }) => breaks))).toEqual([]);
    }
  });
  it('the planner proposes a day right after the holidays where nothing else is left, and says why', () => {
    const closed = Array.from({ length: 149 }, (_, at) => Temporal.PlainDate.from('2015-08-05').add({ days: at }).toString());
    const model = { ...fjord({ forum: 1 }), daysOff: new Set(['2015-08-03', ...closed]) };
    expect(planYear(ask(model, { notBefore: '2015-08-01' })).filter(({ body: id }) => id === 'forum')).toMatchObject([
      { conflict: null, meetings: [{ date: '2015-08-04', breaks: ['papers'] }] },
    ]);
    expect(firstUncrowded(fjord({}), 'forum', '2015-08-04')).toBe('2015-08-17');
  });
});
