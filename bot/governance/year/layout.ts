import { dayOf } from '../time/days.ts';
import { type Board, type Candidate, candidates, firstNoLaterThan, gapLimits, paperDays, preparedBy, type Rule } from './rules.ts';
import type { Series, Slot } from './series.ts';

/** A week that should be left free weighs more than any distance from even. */
const avoidedWeighs = 1e7;
/** A day on which others meet already is left free where a neighbour is as good. */
const companyWeighs = 60;
/** A day whose papers are due in the holidays: only where nothing else is left. */
const rushedWeighs = 1e6;
/** A gap to the year before or after that is out of proportion. */
const unevenNewYearWeighs = 1e5;

/** The best layout of one series around what is placed, or null where there is none. Exact: no other costs less. */
export function layOut(board: Board, series: Series, rules: ReadonlySet<Rule>): readonly Slot[] | null {
  const nodes = nodesOf(board, series, rules);
  const first = firstNoLaterThan(board, series, rules);
  const gap = gapLimits(series);
  const ideal = ideals(board, series);
  const fixedBefore = running(nodes);
  let row: readonly Reached[] = nodes.map((node, at) =>
    fixedBefore[at] === 0 && (node.standing || node.day <= first)
      ? { cost: costOf(node, ideal[0] ?? 0) + edge(series, node, 'before'), from: -1 }
      : never,
  );
  const rows = [row];
  for (let nth = 1; nth < series.count; nth++) {
    const before = row;
    row = nodes.map((node, at) => {
      let best = never;
      for (let from = 0; from < at; from++) {
        const reached = before[from];
        const earlier = nodes[from];
        if (!reached || !earlier || reached.cost === Number.POSITIVE_INFINITY) continue;
        if ((fixedBefore[at] ?? 0) - (fixedBefore[from] ?? 0) > (earlier.standing ? 1 : 0)) continue;
        if (!fitsIn(earlier, node, gap, rules)) continue;
        const cost = reached.cost + costOf(node, ideal[nth] ?? 0);
        if (cost < best.cost) best = { cost, from };
      }
      return best;
    });
    rows.push(row);
  }
  return series.count === 0 ? [] : readBack(nodes, rows, series, fixedBefore);
}

/** Whether two of a series may follow each other; two that stand may, wherever they are. */
export function fitsIn(
  earlier: Slot & { standing: boolean },
  later: Slot & { standing: boolean },
  gap: { least: number; most: number },
  rules: ReadonlySet<Rule>,
): boolean {
  if (earlier.standing && later.standing) return true;
  const days = later.day - earlier.day;
  return days > 0 && (!rules.has('even-gaps') || (days >= gap.least && days <= gap.most));
}

export interface Node extends Candidate {
  readonly standing: boolean;
}

/** Everything the series may use, in order of time: days it may choose, and meetings that stand. */
export function nodesOf(board: Board, series: Series, rules: ReadonlySet<Rule>, times: 'first' | 'every' = 'first'): readonly Node[] {
  const standing = series.standing.map((slot) => ({ ...slot, avoided: false, rushed: false, others: 0, standing: true }));
  const free = series.count > standing.length ? candidates(board, series, rules, times) : [];
  const open = free.filter((each) => standing.every((slot) => slot.day !== each.day)).map((each) => ({ ...each, standing: false }));
  return [...standing, ...open].sort((a, b) => a.day - b.day || a.start - b.start);
}

interface Reached {
  readonly cost: number;
  readonly from: number;
}
const never: Reached = { cost: Number.POSITIVE_INFINITY, from: -1 };

function readBack(
  nodes: readonly Node[],
  rows: readonly (readonly Reached[])[],
  series: Series,
  fixedBefore: readonly number[],
): readonly Slot[] | null {
  let best = { cost: Number.POSITIVE_INFINITY, at: -1 };
  rows.at(-1)?.forEach((reached, at) => {
    const node = nodes[at];
    const left = series.standing.length - (fixedBefore[at] ?? 0) - (node?.standing ? 1 : 0);
    const cost = reached.cost + (node ? edge(series, node, 'after') : 0);
    if (left === 0 && cost < best.cost) best = { cost, at };
  });
  if (best.at < 0) return null;
  const slots: Slot[] = [];
  for (let nth = rows.length - 1, at = best.at; nth >= 0; at = rows[nth]?.[at]?.from ?? -1, nth--) {
    const node = nodes[at];
    if (node) slots.unshift({ day: node.day, start: node.start, end: node.end });
  }
  return slots;
}

/** How many meetings that stand lie before each node. */
function running(nodes: readonly Node[]): readonly number[] {
  let count = 0;
  return nodes.map((node) => (node.standing ? count++ : count));
}

function costOf(node: Node, ideal: number): number {
  return node.standing
    ? 0
    : (node.day - ideal) ** 2 + node.others * companyWeighs + (node.rushed ? rushedWeighs : 0) + (node.avoided ? avoidedWeighs : 0);
}

function edge(series: Series, slot: Slot, side: 'before' | 'after'): number {
  const gap = gapLimits(series);
  const beside = series.beside.filter((each) => (side === 'before' ? each.day < slot.day : each.day > slot.day));
  const nearest = side === 'before' ? beside.at(-1) : beside[0];
  if (!nearest) return 0;
  const days = Math.abs(slot.day - nearest.day);
  return days >= gap.least && days <= gap.most ? 0 : unevenNewYearWeighs;
}

/**
 * Where each meeting would best lie: in the middle of its share of the time; one that prepares as often as the body above meets,
 * in the weeks before each of its meetings, in turn with the others that do so; one that is prepared for, a little later. After a first
 * meeting in a month that the terms name, from the middle of that month on.
 */
function ideals(board: Board, series: Series): readonly number[] {
  const { charter, placed, all } = board;
  const above = preparedBy(board, series).find(({ key }) => placed.get(key)?.length === series.count);
  const paper = paperDays(charter, (above ?? series).body);
  if (above) return (placed.get(above.key) ?? []).map((slot) => slot.day - paper - 4 - ((series.turn * 5) % 28));
  const [from, until] = [series.from, dayOf(series.owed.until)];
  const { firstBy, yearly } = series.owed;
  if (firstBy) {
    const middle = (from + dayOf(firstBy.date)) / 2;
    return Array.from({ length: series.count }, (_, nth) => Math.min(middle + nth * (365.25 / yearly), until));
  }
  const phase = series.gathering === null ? 0.5 : series.turn % 2 === 0 ? 0.35 : 0.8;
  const later = all.some((each) => each.prepares.includes(series.key)) ? 1.5 * paper : 0;
  return Array.from({ length: series.count }, (_, nth) => from + ((nth + phase) / series.count) * (until - from) + later);
}
