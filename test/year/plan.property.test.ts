import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { planYear } from '../../bot/governance/year/plan.ts';
import type { YearQuestion } from '../../bot/governance/year/series.ts';
import fc from '../kit/seeded.ts';
import { ask, at, closedBut, everyDay, fjord, persons, planning, sits } from './laying.ts';
import { days, wrongs } from './rules.ts';

describe('thirty years at random', () => {
  const cadences = fc.record({
    forum: fc.integer({ min: 1, max: 6 }),
    panel: fc.integer({ min: 1, max: 8 }),
    bureau: fc.integer({ min: 1, max: 10 }),
  });
  const seated = fc.record({ forum: persons(), panel: persons(), bureau: persons() });
  const off = fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 60 });
  const papers = fc.integer({ min: 7, max: 28 });
  it('every random year keeps every rule or says which cannot be kept, and the same question has the same answer', () => {
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
        expect(plan.flatMap((laid) => laid.meetings.flatMap(({ breaks }) => breaks.filter((each) => each !== 'papers')))).toEqual([]);
        for (const laid of plan) {
          if (laid.conflict) expect(laid.conflict.rules.length).toBeGreaterThan(0);
          else expect(laid.meetings).toHaveLength(laid.owed.propose);
        }
        if (plan.every((laid) => laid.conflict === null)) possible += 1;
      });
      fc.assert(random, { numRuns: 2, seed: year });
    }
    expect(possible).toBeGreaterThanOrEqual(30);
  }, 240_000);
});

describe('small years against trying everything', () => {
  const open = fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { minLength: 1, maxLength: 7 });
  const counts = fc.record({
    panel: fc.integer({ min: 0, max: 2 }),
    forum: fc.integer({ min: 0, max: 2 }),
    bureau: fc.integer({ min: 0, max: 1 }),
  });
  it('the planner finds a layout exactly where trying everything finds one', () => {
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
  it('the planner puts as few meetings as possible in weeks that should stay free', () => {
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

/** Tries every choice of dates and says whether any keeps every one of the slow rules. */
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
