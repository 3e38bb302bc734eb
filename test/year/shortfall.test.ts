import { describe, expect, it } from 'vitest';
import { shortfalls } from '../../bot/governance/year/shortfall.ts';
import { at, fjord, four, together } from './laying.ts';

describe('a year that falls short', () => {
  const model = fjord({ forum: 4 });
  const three = ['2015-02-10', '2015-05-12', '2015-09-08'].map((date) => at('forum', date));
  it('a year that ended with too few meetings falls short, with the clause that asked for more', () => {
    expect(shortfalls(model, 'forum', 2015, three, '2016-01-04')).toMatchObject([
      { how: 'fell-short', has: 3, owes: 4, by: 'terms', clause: 'forum-cadence' },
    ]);
    expect(shortfalls(model, 'forum', 2015, [...three, at('forum', '2015-12-01')], '2016-01-04')).toEqual([]);
  });
  it('a year with too few planned meetings falls short beforehand, from the day that the collaboration has set', () => {
    expect(shortfalls(model, 'forum', 2017, [], '2016-11-30')).toEqual([]);
    expect(shortfalls(model, 'forum', 2017, [], '2016-12-01')).toMatchObject([{ how: 'too-few-planned', has: 0, owes: 4 }]);
  });
  it('a gathering that bodies owe together counts by itself', () => {
    const both = { ...model, gatherings: [together] };
    expect(shortfalls(both, 'forum', 2017, four(2017), '2017-01-10')).toMatchObject([{ gathering: 'together', has: 0, owes: 1 }]);
  });
});
