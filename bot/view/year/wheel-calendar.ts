import { Temporal } from 'temporal-polyfill';
import type { Charter } from '../../governance/charter/charter.ts';
import type { PlanWords } from './plan-words.ts';
import { angleOf, band, isLowerHalf, pointAt, round, spoke, textLine } from './wheel-shapes.ts';

/** The year itself: months and weeks around the rings, and behind them the holidays, the weeks to leave free and the days off. */
export function yearRing(charter: Charter, year: number, inner: number, outer: number, words: PlanWords): string {
  const months = Array.from({ length: 12 }, (_, at) => Temporal.PlainYearMonth.from({ year, month: at + 1 }));
  const { calendar, defaults } = charter.collaboration;
  const days = Array.from({ length: months.reduce((sum, each) => sum + each.daysInMonth, 0) }, (_, at) =>
    Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: at }),
  );
  const holidays = months.filter(({ month }) => calendar.holidayMonths.includes(month));
  const avoided = days.filter((day) => defaults.planning.avoidWeeks.includes(day.weekOfYear ?? 0));
  const off = days.filter((day) => day.dayOfWeek <= 5 && charter.daysOff.has(day.toString()));
  const day = (each: Temporal.PlainDate) => band(inner, outer - 30, angleOf(each.toString()), angleOf(each.toString(), 1));
  return [
    ...months.map((each, at) => monthBand(each, inner, outer, at)),
    ...holidays.map((each) => `<path d="${monthPath(each, inner, outer - 30)}" fill="#f3dfae" fill-opacity="0.75"/>`),
    ...avoided.map((each) => `<path d="${day(each)}" fill="#dcebd2"/>`),
    ...off.map((each) => `<path d="${day(each)}" fill="#e5b9b0"/>`),
    ...months.map((each) => `<path d="${spoke(angleOf(`${each.toString()}-01`), inner, outer + 130)}" stroke="#b9c2c9" stroke-width="3"/>`),
    ...weeks(days, outer),
    ...months.map((each, at) => monthName(each, outer, words.months[at] ?? '')),
  ].join('\n');
}

function monthBand(month: Temporal.PlainYearMonth, inner: number, outer: number, at: number): string {
  return [
    `<path d="${monthPath(month, inner, outer - 30)}" fill="${at % 2 === 0 ? '#f6f8f9' : '#eef2f4'}"/>`,
    `<path d="${monthPath(month, outer + 34, outer + 130)}" fill="${at % 2 === 0 ? '#2f4858' : '#3f5c6e'}"/>`,
  ].join('');
}

function monthPath(month: Temporal.PlainYearMonth, inner: number, outer: number): string {
  const first = `${month.toString()}-01`;
  const last = `${month.toString()}-${String(month.daysInMonth).padStart(2, '0')}`;
  return band(inner, outer, angleOf(first), angleOf(last, 1));
}

function monthName(month: Temporal.PlainYearMonth, outer: number, name: string): string {
  const from = angleOf(`${month.toString()}-01`);
  const until = angleOf(`${month.toString()}-${month.daysInMonth}`, 1);
  const id = `month-${month.month}`;
  const radius = isLowerHalf((from + until) / 2) ? outer + 103 : outer + 62;
  return [
    `<path id="${id}" d="${textLine(radius, from, until)}" fill="none"/>`,
    `<text font-size="58" font-weight="bold" fill="#ffffff" text-anchor="middle"><textPath href="#${id}" startOffset="50%">${name}</textPath></text>`,
  ].join('');
}

/** The number of each week at its Thursday, which is the day that says which year it belongs to. */
function weeks(days: readonly Temporal.PlainDate[], outer: number): readonly string[] {
  return days.flatMap((each) => {
    const tick =
      each.dayOfWeek === 1
        ? [`<path d="${spoke(angleOf(each.toString()), outer - 30, outer + 4)}" stroke="#9aa7b0" stroke-width="2"/>`]
        : [];
    if (each.dayOfWeek !== 4) return tick;
    const [x, y] = pointAt(angleOf(each.toString(), 0.5), outer + 4);
    return [
      ...tick,
      `<text x="${round(x)}" y="${round(y + 9)}" font-size="25" text-anchor="middle" fill="#5b6872">${each.weekOfYear ?? ''}</text>`,
    ];
  });
}
