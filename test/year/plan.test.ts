import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { planYear } from '../../bot/governance/year/plan.ts';
import type { YearQuestion } from '../../bot/governance/year/series.ts';
import { body, charter, termsOf } from '../kit/charter.ts';
import { ask, at, cadence, closedBut, datesOf, everyDay, fjord, meets, planning, sits, together } from './laying.ts';
import { days, wrongs } from './rules.ts';

describe('the year of an invented collaboration', () => {
  it('a body that owes four meetings a year gets four, evenly spread over working days', () => {
    const [forum] = lay(fjord({ forum: 4 })).filter((each) => each.body === 'forum');
    expect(forum?.meetings).toHaveLength(4);
    expect(wrongs(ask(fjord({ forum: 4 })), lay(fjord({ forum: 4 })))).toEqual([]);
  });
  it('terms that ask for four to five meetings give four; terms that say "as needed" or nothing give none', () => {
    const model = charter({
      bodies: [meets('forum', { least: 4, most: 5 }), meets('bureau', { least: null, most: null, asNeeded: true }), body('panel')],
    });
    expect(lay(model).map((each) => [each.body, each.meetings.length])).toEqual([
      ['bureau', 0],
      ['forum', 4],
      ['panel', 0],
    ]);
  });
  it('a body whose terms give no cadence has one only by a setting, and the plan says so', () => {
    const model = planning({ cadences: [{ body: null, kind: 'group', least: 4, most: 4 }] }, charter({ bodies: [body('panel')] }));
    expect(lay(model)).toMatchObject([{ owed: { by: 'setting', clause: null }, meetings: { length: 4 } }]);
  });
  it('a body that prepares for another meets before each of its meetings, by the papers’ deadline', () => {
    const model = fjord({ panel: 4, forum: 4 });
    const plan = lay(model);
    const panel = datesOf(plan, 'panel');
    datesOf(plan, 'forum').forEach((date, nth) => {
      expect(days(panel[nth] ?? '', date)).toBeGreaterThanOrEqual(14);
      if (nth > 0) expect((panel[nth] ?? '') > (datesOf(plan, 'forum')[nth - 1] ?? '')).toBe(true);
    });
  });
  it('the papers’ deadline is that of the body for which the meeting prepares', () => {
    const model = fjord({ panel: 4, forum: 4 });
    const early = {
      ...model,
      bodies: model.bodies.map((each) => (each.id === 'forum' ? { ...each, deadlines: { itemsDays: 28 } } : each)),
    };
    const plan = lay(early);
    datesOf(plan, 'forum').forEach((date) => {
      for (const before of datesOf(plan, 'panel').filter((each) => each <= date)) expect(days(before, date)).toBeGreaterThanOrEqual(28);
    });
    const stands = [at('forum', '2015-03-10'), at('panel', '2015-02-24')];
    const settled = lay(early, { standing: stands, settled: new Set(['forum', 'panel']) });
    expect(settled.find((each) => each.body === 'panel')?.meetings.map((each) => each.breaks)).toEqual([['order']]);
  });
  it('the planner plans around dates set elsewhere, and moves none of them', () => {
    const council = ['2015-02-20', '2015-06-19', '2015-11-20'].map((date) => at('council', date));
    const model = charter({ bodies: [meets('forum', { least: 3, most: 3 }, 'council'), { ...body('council'), outside: true, terms: [] }] });
    const plan = lay(model, { standing: council, settled: new Set(['council']) });
    const forum = datesOf(plan, 'forum');
    council.forEach(({ date }, nth) => {
      expect(days(forum[nth] ?? '', date)).toBeGreaterThanOrEqual(14);
    });
    expect(datesOf(plan, 'council')).toEqual(council.map(({ date }) => date));
  });
  it('meetings that stand already count, and the planner lays out the rest around them', () => {
    const stands = [at('forum', '2015-03-10'), at('forum', '2015-09-15')];
    const plan = lay(fjord({ forum: 4 }), { standing: stands });
    expect(datesOf(plan, 'forum')).toEqual(expect.arrayContaining(['2015-03-10', '2015-09-15']));
    expect(datesOf(plan, 'forum')).toHaveLength(4);
  });
  it('a year under way is laid out over what is left of it', () => {
    const model = fjord({ panel: 4, forum: 4 });
    const plan = lay(model, { notBefore: '2015-03-02' });
    expect(wrongs(ask(model), plan)).toEqual([]);
    for (const id of ['panel', 'forum']) {
      expect(datesOf(plan, id)).toHaveLength(4);
      expect((datesOf(plan, id)[0] ?? '') >= '2015-03-02').toBe(true);
    }
  });
  it('nobody is planned into two meetings at the same hour; one of them gets another day', () => {
    const people = new Map([
      ['forum', sits('rita', 'arne')],
      ['bureau', sits('rita')],
    ]);
    const only = planning({ startTimes: ['09:00'] }, fjord({ forum: 12, bureau: 12 }));
    const plan = lay(only, { people });
    expect(datesOf(plan, 'forum').filter((date) => datesOf(plan, 'bureau').includes(date))).toEqual([]);
    expect(wrongs(ask(only, { people }), plan)).toEqual([]);
  });
  it('the school holidays are left free where that is possible, and used where it is not', () => {
    const weeks = lay(fjord({ forum: 26 })).flatMap((each) => each.meetings.map(({ date }) => Temporal.PlainDate.from(date).weekOfYear));
    expect(weeks).not.toContain(7);
    const cornered = planning({ avoidWeeks: Array.from({ length: 53 }, (_, week) => week + 1) }, fjord({ forum: 4 }));
    expect(datesOf(lay(cornered), 'forum')).toHaveLength(4);
  });
  it('the first meeting is in the month that the terms name, and the rest of that year follows from it', () => {
    const terms = {
      ...termsOf('forum'),
      firstMeeting: { stated: true, value: '2015-09', clause: 'forum-first' } as const,
      cadence: cadence({ least: 4, most: 4 }),
    };
    const model = charter({ bodies: [{ ...body('forum'), terms: [terms] }] });
    expect(datesOf(lay(model), 'forum').map((date) => date.slice(0, 7))).toEqual(['2015-09', '2015-12']);
  });
  it('a gathering of several bodies stands in the plan of the body that calls it, and clashes with none of their meetings', () => {
    const model = { ...fjord({ panel: 12, forum: 4 }), gatherings: [together] };
    const plan = lay(planning({ startTimes: ['09:00'] }, model));
    const [meeting] = plan.find((each) => each.gathering === 'together')?.meetings ?? [];
    expect(plan.find((each) => each.gathering === 'together')).toMatchObject({ body: 'forum', owed: { clause: 'together-clause' } });
    expect([...datesOf(plan, 'panel'), ...datesOf(plan, 'forum')]).not.toContain(meeting?.date);
  });
});

describe('dates that people choose', () => {
  const breaks = (model: Charter, dates: readonly string[], change: Partial<YearQuestion> = {}) => {
    const standing = [...dates.map((date) => at('panel', date)), ...(change.standing ?? [])];
    const plan = lay(model, { ...change, standing, settled: new Set(['panel', ...(change.settled ?? [])]) });
    return plan.find((each) => each.body === 'panel')?.meetings.map((each) => each.breaks);
  };
  const model = fjord({ panel: 4, forum: 4 });
  it('the planner leaves dates that people chose as they are, and names the rules they break', () => {
    expect(breaks(model, ['2015-02-02', '2015-05-01', '2015-07-21', '2015-09-12'])).toEqual([
      [],
      ['days-off'],
      ['holiday-months'],
      ['days-off'],
    ]);
    expect(breaks(model, ['2015-02-02', '2015-02-23', '2015-12-01'])).toEqual([[], ['even-gaps'], ['even-gaps']]);
  });
  it('the planner says when a chosen date comes too late for the body above, or takes somebody from another meeting', () => {
    const forum = [at('forum', '2015-03-10')];
    expect(breaks(model, ['2015-02-24'], { standing: forum, settled: new Set(['forum']) })).toEqual([[]]);
    expect(breaks(model, ['2015-02-25'], { standing: forum, settled: new Set(['forum']) })).toEqual([['order']]);
    const people = new Map([
      ['panel', sits('rita')],
      ['bureau', sits('rita')],
    ]);
    const bureau = [{ ...at('bureau', '2015-02-25'), time: '11:30' }];
    expect(breaks(fjord({ panel: 4, bureau: 1 }), ['2015-02-25'], { standing: bureau, settled: new Set(['bureau']), people })).toEqual([
      ['nobody-in-two-places'],
    ]);
  });
});

describe('an impossible year', () => {
  it('an impossible year names the rules in conflict, and no rule that has nothing to do with it', () => {
    const off = planning({}, fjord({ forum: 4 }));
    const shut = { ...off, daysOff: new Set(everyDay(2015).filter((date) => date < '2015-11-01')) };
    expect(lay(shut).find((each) => each.body === 'forum')?.conflict).toMatchObject({ rules: ['even-gaps', 'days-off'], proved: true });
  });
  it('an impossible year names the body whose dates are in the way', () => {
    const council = everyDay(2015)
      .filter((_, nth) => nth % 14 === 0)
      .map((date) => at('council', date));
    const model = charter({ bodies: [meets('forum', { least: 2, most: 2 }, 'council'), { ...body('council'), outside: true, terms: [] }] });
    const forum = lay(model, { standing: council, settled: new Set(['council']) }).find((each) => each.body === 'forum');
    expect(forum?.conflict).toMatchObject({ rules: ['order'], with: ['council'], proved: true });
    expect(forum?.meetings).toEqual([]);
  });
  it('the planner lets a body that was laid out first make way before it calls a year impossible', () => {
    const model = planning(
      { startTimes: ['09:00'] },
      { ...fjord({ bureau: 1, forum: 1 }), daysOff: closedBut('2015-04-13', '2015-04-14') },
    );
    const taken = [at('panel', '2015-04-14')];
    const people = new Map([
      ['bureau', sits('rita')],
      ['forum', sits('rita', 'mona')],
      ['panel', sits('mona')],
    ]);
    const plan = lay(model, { standing: taken, settled: new Set(['panel']), people });
    expect(datesOf(plan, 'forum')).toEqual(['2015-04-13']);
    expect(datesOf(plan, 'bureau')).toEqual(['2015-04-14']);
  });
  it('the planner lets both bodies give up their best dates where either’s would leave the other without', () => {
    const [early, spring, summer, autumn] = ['2015-02-02', '2015-03-02', '2015-08-31', '2015-09-28'] as const;
    const model = fjord({ forum: 2, bureau: 2 });
    const shut = { ...model, bodies: [...model.bodies, body('desk')], daysOff: closedBut(early, spring, summer, autumn) };
    const people = new Map([
      ['forum', sits('rita', 'mona')],
      ['bureau', sits('rita', 'arne')],
      ['panel', sits('mona')],
      ['desk', sits('arne')],
    ]);
    const standing = [at('panel', summer), at('desk', early)];
    const plan = lay(planning({ startTimes: ['09:00'] }, shut), { standing, settled: new Set(['panel', 'desk']), people });
    expect([datesOf(plan, 'forum'), datesOf(plan, 'bureau')]).toEqual([
      [early, autumn],
      [spring, summer],
    ]);
  });
  it('a year is impossible when its two open days lie too far apart, or the month of its first meeting has none', () => {
    const model = fjord({ forum: 2 });
    const apart = lay({ ...model, daysOff: closedBut('2015-01-05', '2015-12-14') });
    expect(apart.find((each) => each.body === 'forum')?.conflict).toMatchObject({ rules: ['even-gaps', 'days-off'], proved: true });
    const [terms] = meets('forum', { least: 4, most: 4 }).terms;
    if (!terms) throw new Error('no terms');
    const first = { ...terms, firstMeeting: { stated: true, value: '2015-09', clause: 'forum-first' } as const };
    const late = charter({
      bodies: [{ ...body('forum'), terms: [first] }],
      daysOff: new Set(everyDay(2015).filter((date) => date < '2015-10-01')),
    });
    expect(lay(late)[0]?.conflict).toMatchObject({ rules: ['first-meeting', 'days-off'], proved: true });
  });
});

function lay(model: Charter, change: Partial<YearQuestion> = {}) {
  return planYear(ask(model, change));
}
