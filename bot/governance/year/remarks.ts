import { Temporal } from 'temporal-polyfill';
import { isCrowded } from '../meeting/deadlines.ts';
import { dayOf } from '../time/days.ts';
import { type Board, clash, gapLimits, isTooLate, preparedBy, type Rule } from './rules.ts';
import type { Series, Slot } from './series.ts';

/** What is said at a date. `papers`: the holidays push its deadlines together; a proposal has that only where nothing else is left. */
export type Breach = Rule | 'papers';

/** The rules that a date breaks where it now lies. Dates set elsewhere are nobody's to remark on. */
export function breaksOf(board: Board, series: Series, slot: Slot): readonly Breach[] {
  if (series.owed.propose === 0) return [];
  const day = board.days.find((each) => each.day === slot.day);
  const mine = board.placed.get(series.key) ?? [];
  const before = mine[mine.indexOf(slot) - 1];
  return [
    ...(day?.off ? (['days-off'] as const) : []),
    ...(day?.holidays ? (['holiday-months'] as const) : []),
    ...(before && !isEven(series, slot.day - before.day) ? (['even-gaps'] as const) : []),
    ...(comesTooLate(board, series, slot.day) ? (['order'] as const) : []),
    ...(isElsewhereToo(board, series, slot) ? (['nobody-in-two-places'] as const) : []),
    ...(series.owed.firstBy && mine[0] === slot && slot.day > dayOf(series.owed.firstBy.date) ? (['first-meeting'] as const) : []),
    ...(!day?.holidays && isCrowded(board.charter, series.body, dateOf(slot.day)) ? (['papers'] as const) : []),
  ];
}

function isEven(series: Series, days: number): boolean {
  const gap = gapLimits(series);
  return days >= gap.least && days <= gap.most;
}

function comesTooLate(board: Board, series: Series, day: number): boolean {
  const { charter, placed } = board;
  return preparedBy(board, series).some((upper) => (placed.get(upper.key) ?? []).some((slot) => isTooLate(charter, day, upper, slot.day)));
}

/** With another body that somebody also sits in, or with another meeting of its own. */
function isElsewhereToo({ charter, all, placed }: Board, series: Series, slot: Slot): boolean {
  const others = all.filter((each) => each.key === series.key || series.shares.has(each.key));
  return others.some((each) => (placed.get(each.key) ?? []).some((other) => other !== slot && clash(charter, slot, other)));
}

function dateOf(day: number): string {
  return Temporal.PlainDate.from('1970-01-01').add({ days: day }).toString();
}
