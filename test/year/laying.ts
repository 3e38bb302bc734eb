import { Temporal } from 'temporal-polyfill';
import type { Body, Charter, Planning } from '../../bot/governance/charter/charter.ts';
import type { Cadence } from '../../bot/governance/charter/meetings.ts';
import type { planYear } from '../../bot/governance/year/plan.ts';
import type { MeetingDate, People, YearQuestion } from '../../bot/governance/year/series.ts';
import { body, charter, termsOf } from '../kit/charter.ts';
import fc from '../kit/seeded.ts';

export function cadence(change: Partial<Cadence>) {
  return { stated: true, value: { least: 0, most: null, about: false, asNeeded: false, ...change }, clause: 'forum-cadence' } as const;
}

export function meets(id: string, change: Partial<Cadence>, above?: string): Body {
  const terms = termsOf(id, above ? { above } : {});
  return { ...body(id), terms: [{ ...terms, cadence: { ...cadence(change), clause: `${id}-cadence` } }] };
}

/** The panel prepares for the forum, and the bureau stands beside them. */
export function fjord(counts: Readonly<Record<string, number>>): Charter {
  const one = (id: string, above?: string) =>
    counts[id] ? [meets(id, { least: counts[id], most: counts[id] }, above)] : [body(id, above ? { above } : {})];
  return charter({ bodies: [...one('panel', 'forum'), ...one('forum'), ...one('bureau')] });
}

export function planning(change: Partial<Planning>, model: Charter): Charter {
  const { collaboration } = model;
  const { defaults } = collaboration;
  return { ...model, collaboration: { ...collaboration, defaults: { ...defaults, planning: { ...defaults.planning, ...change } } } };
}

export function ask(model: Charter, change: Partial<YearQuestion> = {}): YearQuestion {
  return { charter: model, year: 2015, standing: [], settled: new Set(), people: new Map(), notBefore: null, ...change };
}

export function datesOf(plan: ReturnType<typeof planYear>, id: string): readonly string[] {
  return plan.filter((each) => each.body === id && each.gathering === null).flatMap((each) => each.meetings.map(({ date }) => date));
}

export function at(id: string, date: string): MeetingDate {
  return { body: id, gathering: null, date, time: '09:00', minutes: 120, joint: [] };
}

export function four(year: number): readonly MeetingDate[] {
  return ['02-10', '05-12', '09-08', '12-01'].map((day) => at('forum', `${year}-${day}`));
}

export function sits(...persons: readonly string[]): People {
  return { everyone: new Set(persons), chairs: new Set() };
}

export function persons() {
  return fc.subarray(['rita', 'mona', 'arne', 'gudrun'], { minLength: 1, maxLength: 2 });
}

export function everyDay(year: number): readonly string[] {
  return Array.from({ length: 365 }, (_, day) => Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: day }).toString());
}

export function closedBut(...dates: readonly string[]): ReadonlySet<string> {
  return new Set(everyDay(2015).filter((date) => !dates.includes(date)));
}

export const together = {
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
