import type { BodyId, Charter } from '../../governance/charter/charter.ts';
import { wayUp } from '../../governance/charter/terms.ts';
import type { BodyYear } from '../../governance/year/facts.ts';

/** One body's ring; `number` stands on it and in the list. */
export interface Ring {
  readonly number: number;
  readonly plan: BodyYear;
  readonly radius: number;
  /** Half of the room it has. */
  readonly half: number;
  readonly colour: string;
  /** The only one in the picture: it needs no number. */
  readonly alone: boolean;
}

/** Dark enough for white letters, and told apart in print; the number tells them apart for everybody. */
const colours = [
  '#1b4f8f',
  '#a4372a',
  '#2a6e3f',
  '#6f3f94',
  '#a14a10',
  '#0b6b75',
  '#9c2464',
  '#55641a',
  '#3a3f93',
  '#7a5a0c',
  '#2f5c6e',
  '#6b4434',
  '#4b4f57',
  '#b0224a',
];

/** The rings from outside in: who refers to others outermost, who is referred to innermost. */
export function ringsOf(charter: Charter, year: number, plans: readonly BodyYear[], outer: number, inner: number): readonly Ring[] {
  const depth = (body: BodyId) => wayUp(charter, body, `${year}-12-31`).length;
  const ordered = [...plans].sort(
    (a, b) => depth(a.body) - depth(b.body) || b.meetings.length - a.meetings.length || (a.body < b.body ? -1 : 1),
  );
  const step = Math.min(72, (outer - inner) / Math.max(1, ordered.length));
  const half = ordered.length === 1 ? 62 : step / 2;
  return ordered.reverse().map((plan, at) => ({
    number: at + 1,
    plan,
    radius: Math.round(outer - step * (at + 0.5)),
    half,
    colour: colours[at % colours.length] ?? '#26323b',
    alone: ordered.length === 1,
  }));
}
