import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Body, Charter, Planning } from '../../bot/governance/charter/charter.ts';
import type { Cadence } from '../../bot/governance/charter/meetings.ts';
import { planYear } from '../../bot/governance/year/plan.ts';
import type { MeetingDate, People, YearQuestion } from '../../bot/governance/year/series.ts';
import { shortfalls } from '../../bot/governance/year/shortfall.ts';
import { readCharter } from '../../bot/model/read.ts';
import { body, charter, termsOf } from '../kit/charter.ts';
import { days, wrongs } from './rules.ts';

describe('the year of an invented collaboration', () => {
  it('four a year are four, evenly, on working days', () => {
    const [forum] = lay(fjord({ forum: 4 })).filter((each) => each.body === 'forum');
    expect(forum?.meetings).toHaveLength(4);
    expect(wrongs(ask(fjord({ forum: 4 })), lay(fjord({ forum: 4 })))).toEqual([]);
  });
  it('"4-5" is met by four; "as needed" and nothing stated add nothing', () => {
    const model = charter({
      bodies: [meets('forum', { least: 4, most: 5 }), meets('bureau', { least: null, most: null, asNeeded: true }), body('panel')],
    });
    expect(lay(model).map((each) => [each.body, each.meetings.length])).toEqual([
      ['bureau', 0],
      ['forum', 4],
      ['panel', 0],
    ]);
  });
  it('a body whose terms give no cadence has one only by a setting, and it says so', () => {
    const model = planning({ cadences: [{ body: null, kind: 'group', least: 4, most: 4 }] }, charter({ bodies: [body('panel')] }));
    expect(lay(model)).toMatchObject([{ owed: { by: 'setting', clause: null }, meetings: { length: 4 } }]);
  });
  it('who prepares for another meets before it by the papers’ deadline, also before the first', () => {
    const model = fjord({ panel: 4, forum: 4 });
    const plan = lay(model);
    const panel = datesOf(plan, 'panel');
    datesOf(plan, 'forum').forEach((date, nth) => {
      expect(days(panel[nth] ?? '', date)).toBeGreaterThanOrEqual(14);
      if (nth > 0) expect((panel[nth] ?? '') > (datesOf(plan, 'forum')[nth - 1] ?? '')).toBe(true);
    });
  });
  it('the papers’ deadline is that of the body prepared for', () => {
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
  it('dates set elsewhere are planned around, and are nobody’s to move', () => {
    const council = ['2015-02-20', '2015-06-19', '2015-11-20'].map((date) => at('council', date));
    const model = charter({ bodies: [meets('forum', { least: 3, most: 3 }, 'council'), { ...body('council'), outside: true, terms: [] }] });
    const plan = lay(model, { standing: council, settled: new Set(['council']) });
    const forum = datesOf(plan, 'forum');
    council.forEach(({ date }, nth) => {
      expect(days(forum[nth] ?? '', date)).toBeGreaterThanOrEqual(14);
    });
    expect(datesOf(plan, 'council')).toEqual(council.map(({ date }) => date));
  });
  it('meetings that stand count, and the rest is laid out around them', () => {
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
  it('nobody is asked to be in two places: an hour lies between, or another day is found', () => {
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
  it('a first meeting is in the month the terms name, and the rest of that year follows from there', () => {
    const terms = {
      ...termsOf('forum'),
      firstMeeting: { stated: true, value: '2015-09', clause: 'forum-first' } as const,
      cadence: cadence({ least: 4, most: 4 }),
    };
    const model = charter({ bodies: [{ ...body('forum'), terms: [terms] }] });
    expect(datesOf(lay(model), 'forum').map((date) => date.slice(0, 7))).toEqual(['2015-09', '2015-12']);
  });
  it('what bodies owe together stands in the plan of the one that calls it, and clashes with none of theirs', () => {
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
  it('are left as they are, and the rules they break are named', () => {
    expect(breaks(model, ['2015-02-02', '2015-05-01', '2015-07-21', '2015-09-12'])).toEqual([
      [],
      ['days-off'],
      ['holiday-months'],
      ['days-off'],
    ]);
    expect(breaks(model, ['2015-02-02', '2015-02-23', '2015-12-01'])).toEqual([[], ['even-gaps'], ['even-gaps']]);
  });
  it('also where they come too late for the body above, or take somebody from another meeting', () => {
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

describe('a year that cannot be', () => {
  it('names the rules in conflict, and no rule that has nothing to do with it', () => {
    const off = planning({}, fjord({ forum: 4 }));
    const shut = { ...off, daysOff: new Set(everyDay(2015).filter((date) => date < '2015-11-01')) };
    expect(lay(shut).find((each) => each.body === 'forum')?.conflict).toMatchObject({ rules: ['even-gaps', 'days-off'], proved: true });
  });
  it('names the body whose dates are in the way', () => {
    const council = everyDay(2015)
      .filter((_, nth) => nth % 14 === 0)
      .map((date) => at('council', date));
    const model = charter({ bodies: [meets('forum', { least: 2, most: 2 }, 'council'), { ...body('council'), outside: true, terms: [] }] });
    const forum = lay(model, { standing: council, settled: new Set(['council']) }).find((each) => each.body === 'forum');
    expect(forum?.conflict).toMatchObject({ rules: ['order'], with: ['council'], proved: true });
    expect(forum?.meetings).toEqual([]);
  });
  it('is not said before every layout has been tried: who went first makes way', () => {
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
  it('nor before both have given way: each one’s best dates would leave the other without', () => {
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
  it('where the two days left lie too far apart, or the month of the first meeting has none', () => {
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

describe('thirty years at random', () => {
  const cadences = fc.record({
    forum: fc.integer({ min: 1, max: 6 }),
    panel: fc.integer({ min: 1, max: 8 }),
    bureau: fc.integer({ min: 1, max: 10 }),
  });
  const seated = fc.record({ forum: persons(), panel: persons(), bureau: persons() });
  const off = fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 60 });
  const papers = fc.integer({ min: 7, max: 28 });
  it('keep every rule, or say which cannot be kept; and the same question has the same answer', () => {
    let possible = 0;
    for (let year = 2010; year < 2040; year++) {
      const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
      const random = fc.property(cadences, seated, off, papers, (counts, seats, days, itemsDays) => {
        const daysOff = new Set(days.map((day) => first.add({ days: day }).toString()));
        const bodies = fjord(counts).bodies.map((each) => (each.id === 'forum' ? { ...each, deadlines: { itemsDays } } : each));
        const model = { ...fjord(counts), bodies, daysOff };
        const people = new Map(Object.entries(seats).map(([id, each]) => [id, sits(...each)]));
        const question = ask(model, { year, people });
        const plan = planYear(question);
        expect(wrongs(question, plan)).toEqual([]);
        expect(planYear(question)).toEqual(plan);
        expect(plan.flatMap((laid) => laid.meetings.flatMap((each) => each.breaks))).toEqual([]);
        for (const laid of plan) {
          if (laid.conflict) expect(laid.conflict.rules.length).toBeGreaterThan(0);
          else expect(laid.meetings).toHaveLength(laid.owed.propose);
        }
        if (plan.every((laid) => laid.conflict === null)) possible += 1;
      });
      fc.assert(random, { numRuns: 2 });
    }
    expect(possible).toBeGreaterThan(40);
  }, 60_000);
});

describe('small years against trying everything', () => {
  const open = fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { minLength: 1, maxLength: 7 });
  const counts = fc.record({
    panel: fc.integer({ min: 0, max: 2 }),
    forum: fc.integer({ min: 0, max: 2 }),
    bureau: fc.integer({ min: 0, max: 1 }),
  });
  it('a layout is found exactly where there is one', () => {
    let possible = 0;
    let runs = 0;
    fc.assert(
      fc.property(open, counts, fc.record({ panel: persons(), forum: persons(), bureau: persons() }), (days, owed, seats) => {
        const dates = days.map((day) => Temporal.PlainDate.from('2015-01-01').add({ days: day }).toString());
        const model = planning({ startTimes: ['09:00'] }, { ...fjord(owed), daysOff: closedBut(...dates) });
        const question = ask(model, { people: new Map(Object.entries(seats).map(([id, each]) => [id, sits(...each)])) });
        const plan = planYear(question);
        const found = plan.every((each) => each.conflict === null);
        const exists = anyLayout(question, dates.sort(), owed);
        runs += 1;
        if (exists) possible += 1;
        expect(found).toBe(exists);
        if (!found) expect(plan.find((each) => each.conflict)?.conflict?.proved).toBe(true);
      }),
      { numRuns: 80 },
    );
    expect(possible).toBeGreaterThan(runs / 20);
    expect(possible).toBeLessThan(runs);
  });
  it('as few meetings as can be lie in weeks to leave free', () => {
    const weeks = fc.uniqueArray(fc.integer({ min: 1, max: 52 }), { maxLength: 40 });
    fc.assert(
      fc.property(open, weeks, fc.integer({ min: 1, max: 3 }), (days, avoidWeeks, count) => {
        const dates = days.map((day) => Temporal.PlainDate.from('2015-01-01').add({ days: day }).toString()).sort();
        const question = ask(planning({ avoidWeeks }, { ...fjord({ forum: count }), daysOff: closedBut(...dates) }));
        const avoided = (chosen: readonly string[]) =>
          chosen.filter((date) => avoidWeeks.includes(Temporal.PlainDate.from(date).weekOfYear ?? 0)).length;
        const [skeleton] = planYear(question).filter((each) => each.body === 'forum');
        if (!skeleton || skeleton.conflict) return;
        const sound = choose(dates, count).filter((chosen) => {
          const meetings = chosen.map((date) => ({ ...at('forum', date), standing: false, breaks: [] }));
          return wrongs(question, [{ ...skeleton, meetings }]).length === 0;
        });
        expect(avoided(skeleton.meetings.map(({ date }) => date))).toBe(Math.min(...sound.map(avoided)));
      }),
      { numRuns: 80 },
    );
  });
});

describe('a year that falls short', () => {
  const model = fjord({ forum: 4 });
  const three = ['2015-02-10', '2015-05-12', '2015-09-08'].map((date) => at('forum', date));
  it('is said when it is over, with the clause', () => {
    expect(shortfalls(model, 'forum', 2015, three, '2016-01-04')).toMatchObject([
      { how: 'fell-short', has: 3, owes: 4, by: 'terms', clause: 'forum-cadence' },
    ]);
    expect(shortfalls(model, 'forum', 2015, [...three, at('forum', '2015-12-01')], '2016-01-04')).toEqual([]);
  });
  it('is said beforehand when too few are planned by the day that the collaboration has set', () => {
    expect(shortfalls(model, 'forum', 2017, [], '2016-11-30')).toEqual([]);
    expect(shortfalls(model, 'forum', 2017, [], '2016-12-01')).toMatchObject([{ how: 'too-few-planned', has: 0, owes: 4 }]);
  });
  it('what bodies owe together counts by itself', () => {
    const both = { ...model, gatherings: [together] };
    expect(shortfalls(both, 'forum', 2017, four(2017), '2017-01-10')).toMatchObject([{ gathering: 'together', has: 0, owes: 1 }]);
  });
});

describe('the years of the model', () => {
  const read = readCharter('seeds');
  it.each([2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023])(
    '%i has what terms and settings require, and nothing is impossible',
    (year) => {
      if ('errors' in read) throw new Error(JSON.stringify(read.errors));
      const question = ask(read.charter, { year });
      const plan = planYear(question);
      expect(plan.filter((each) => each.conflict)).toEqual([]);
      expect(wrongs(question, plan)).toEqual([]);
      expect(plan.filter((each) => each.meetings.length !== each.owed.propose)).toEqual([]);
      for (const each of plan.flatMap((laid) => laid.meetings)) {
        expect([7, 42]).not.toContain(Temporal.PlainDate.from(each.date).weekOfYear);
      }
      prepared(read.charter, year, plan);
    },
  );

  /** Stronger than the rule: who meets as often as the body above has met between each two of its meetings. */
  function prepared(model: Charter, year: number, plan: ReturnType<typeof planYear>): void {
    for (const lower of plan.filter((each) => each.gathering === null && each.meetings.length > 0)) {
      const above = model.bodies.find((each) => each.id === lower.body)?.terms.findLast((each) => each.from <= `${year}-12-31`)?.above;
      const upper = above?.stated ? datesOf(plan, above.value) : [];
      if (upper.length === 0 || lower.meetings.length < upper.length) continue;
      upper.forEach((date, nth) => {
        const between = lower.meetings.filter((each) => each.date > (upper[nth - 1] ?? '') && days(each.date, date) >= 14);
        expect(between, `${lower.body} before ${date}`).not.toEqual([]);
      });
    }
  }
});

function cadence(change: Partial<Cadence>) {
  return { stated: true, value: { least: 0, most: null, about: false, asNeeded: false, ...change }, clause: 'forum-cadence' } as const;
}
function meets(id: string, change: Partial<Cadence>, above?: string): Body {
  const terms = termsOf(id, above ? { above } : {});
  return { ...body(id), terms: [{ ...terms, cadence: { ...cadence(change), clause: `${id}-cadence` } }] };
}
/** Panel prepares for forum; bureau stands beside them. */
function fjord(counts: Readonly<Record<string, number>>): Charter {
  const one = (id: string, above?: string) =>
    counts[id] ? [meets(id, { least: counts[id], most: counts[id] }, above)] : [body(id, above ? { above } : {})];
  return charter({ bodies: [...one('panel', 'forum'), ...one('forum'), ...one('bureau')] });
}
function planning(change: Partial<Planning>, model: Charter): Charter {
  const { collaboration } = model;
  const { defaults } = collaboration;
  return { ...model, collaboration: { ...collaboration, defaults: { ...defaults, planning: { ...defaults.planning, ...change } } } };
}
function ask(model: Charter, change: Partial<YearQuestion> = {}): YearQuestion {
  return { charter: model, year: 2015, standing: [], settled: new Set(), people: new Map(), notBefore: null, ...change };
}
function lay(model: Charter, change: Partial<YearQuestion> = {}) {
  return planYear(ask(model, change));
}
function datesOf(plan: ReturnType<typeof planYear>, id: string): readonly string[] {
  return plan.filter((each) => each.body === id && each.gathering === null).flatMap((each) => each.meetings.map(({ date }) => date));
}
function at(id: string, date: string): MeetingDate {
  return { body: id, gathering: null, date, time: '09:00', minutes: 120 };
}
function four(year: number): readonly MeetingDate[] {
  return ['02-10', '05-12', '09-08', '12-01'].map((day) => at('forum', `${year}-${day}`));
}
function sits(...persons: readonly string[]): People {
  return { everyone: new Set(persons), chairs: new Set() };
}
function persons() {
  return fc.subarray(['rita', 'mona', 'arne', 'gudrun'], { minLength: 1, maxLength: 2 });
}
function everyDay(year: number): readonly string[] {
  return Array.from({ length: 365 }, (_, day) => Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: day }).toString());
}
function closedBut(...dates: readonly string[]): ReadonlySet<string> {
  return new Set(everyDay(2015).filter((date) => !dates.includes(date)));
}
const together = {
  id: 'together',
  name: { da: 'Fællesmøde' },
  host: 'forum',
  who: [
    { body: 'forum', kind: null, seats: 'everyone' },
    { body: 'panel', kind: null, seats: 'chairs' },
  ],
  least: 1,
  most: 1,
  minutes: null,
  from: '2015-01-01',
  until: null,
  clause: 'together-clause',
} as const;

/** Whether any choice of dates keeps every rule: all of them are tried, and judged by the slow rules. */
function anyLayout(question: YearQuestion, dates: readonly string[], owed: Readonly<Record<string, number>>): boolean {
  const skeleton = planYear({ ...question, charter: { ...question.charter, daysOff: new Set() } });
  const ids = ['panel', 'forum', 'bureau'];
  const options = ids.map((id) => choose(dates, owed[id] ?? 0));
  const first = options[0] ?? [];
  return first.some((panel) =>
    (options[1] ?? []).some((forum) =>
      (options[2] ?? []).some((bureau) => {
        const chosen: Readonly<Record<string, readonly string[]>> = { panel, forum, bureau };
        const plan = skeleton.map((laid) => ({
          ...laid,
          conflict: null,
          meetings: (chosen[laid.body] ?? []).map((date) => ({ ...at(laid.body, date), standing: false, breaks: [] })),
        }));
        return wrongs(question, plan).length === 0 && readyForFirst(panel, forum, question.charter, owed);
      }),
    ),
  );
}

/** Panel meets at least as often as forum does in its reach, so it meets before forum's first, where there is a day for that. */
function readyForFirst(
  panel: readonly string[],
  forum: readonly string[],
  model: Charter,
  owed: Readonly<Record<string, number>>,
): boolean {
  const open = everyDay(2015).find((date) => wrongDayOf(model, date) === false);
  const inReach = forum.filter((date) => open !== undefined && days(open, date) >= 14);
  const [first] = inReach;
  const count = owed.panel ?? 0;
  if (!first || count === 0 || count < inReach.length) return true;
  return days(panel[0] ?? '', first) >= 14;
}
function wrongDayOf(model: Charter, date: string): boolean {
  const day = Temporal.PlainDate.from(date);
  return day.dayOfWeek > 5 || model.daysOff.has(date) || day.month === 7;
}
function choose(dates: readonly string[], count: number): readonly (readonly string[])[] {
  if (count === 0) return [[]];
  return dates.flatMap((date, at) => choose(dates.slice(at + 1), count - 1).map((rest) => [date, ...rest]));
}
