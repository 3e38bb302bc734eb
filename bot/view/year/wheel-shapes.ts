import { arc } from 'd3-shape';
import { Temporal } from 'temporal-polyfill';

/** Round things, in tenths of a millimetre, the year beginning at the top and going with the clock. */
const whole = 2 * Math.PI;

/** Where in the circle a date lies. `part`: how far into the day. */
export function angleOf(date: string, part = 0): number {
  const day = Temporal.PlainDate.from(date);
  return ((day.dayOfYear - 1 + part) / day.daysInYear) * whole;
}

export function pointAt(angle: number, radius: number): readonly [number, number] {
  return [radius * Math.sin(angle), -radius * Math.cos(angle)];
}

/** A band of the ring between two radii, from one angle to another. */
export function band(inner: number, outer: number, from: number, until: number, round = 0): string {
  return arc<null>().innerRadius(inner).outerRadius(outer).startAngle(from).endAngle(until).cornerRadius(round)(null) ?? '';
}

/** A line for text to run along; in the lower half it turns round, so that no word stands on its head. */
export function textLine(radius: number, from: number, until: number): string {
  const middle = ((from + until) / 2) % whole;
  const down = middle > whole / 4 && middle < (3 * whole) / 4;
  const [start, end] = down ? [until, from] : [from, until];
  const [x0, y0] = pointAt(start, radius);
  const [x1, y1] = pointAt(end, radius);
  return `M${round(x0)},${round(y0)}A${round(radius)},${round(radius)} 0 0 ${down ? 0 : 1} ${round(x1)},${round(y1)}`;
}

export function isLowerHalf(angle: number): boolean {
  const within = ((angle % whole) + whole) % whole;
  return within > whole / 4 && within < (3 * whole) / 4;
}

export function spoke(angle: number, inner: number, outer: number): string {
  const [x0, y0] = pointAt(angle, inner);
  const [x1, y1] = pointAt(angle, outer);
  return `M${round(x0)},${round(y0)}L${round(x1)},${round(y1)}`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
