import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { planYear } from '../../bot/governance/year/plan.ts';
import { documentsCharter } from '../kit/read-once.ts';
import { ask, datesOf } from './laying.ts';
import { days, wrongs } from './rules.ts';

describe('the years of the model', () => {
  const charter = documentsCharter();
  it.each([2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023])(
    'the plan of %i has every meeting that terms and settings require, and nothing is impossible',
    (year) => {
      const question = ask(charter, { year });
      const plan = planYear(question);
      expect(plan.filter((each) => each.conflict)).toEqual([]);
      expect(wrongs(question, plan)).toEqual([]);
      expect(plan.filter((each) => each.meetings.length !== each.owed.propose)).toEqual([]);
      for (const each of plan.flatMap((laid) => laid.meetings)) {
        expect([7, 42]).not.toContain(Temporal.PlainDate.from(each.date).weekOfYear);
      }
      prepared(charter, year, plan);
    },
  );

  /** This is stronger than the rule: a body that meets as often as the one above meets between each two of its meetings. */
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
