import type { BodyId, Charter } from '../charter/charter.ts';
import { fitsIn, layOut, nodesOf } from './layout.ts';
import { type Board, everyRule, firstNoLaterThan, gapLimits, type Rule, wasPreparedFor, type YearDay } from './rules.ts';
import type { Series, Slot } from './series.ts';

/** The rules that cannot be kept together, none of which can be left out; and the bodies they have to do with. */
export interface Conflict {
  readonly rules: readonly Rule[];
  readonly with: readonly BodyId[];
  /** No other layout of the whole year would do either; false: none was found in the time there is. */
  readonly proved: boolean;
}
export interface Searched {
  readonly placed: ReadonlyMap<string, readonly Slot[]>;
  readonly conflicts: ReadonlyMap<string, Conflict>;
}

/** So many meetings are tried before the search for another layout gives up. */
const patience = 60_000;

/**
 * Each body gets its best dates around those above it. Where that leaves somebody without, those who did not fit go first, and if
 * that does not help either, every layout is tried.
 */
export function searchYear(charter: Charter, days: readonly YearDay[], series: readonly Series[]): Searched {
  const board = (placed: Board['placed']): Board => ({ charter, days, all: series, placed });
  const fixed = new Map(series.filter(isFixed).map((each) => [each.key, each.standing]));
  const open = series.filter((each) => !isFixed(each));
  let order = open;
  let plain: InTurn | null = null;
  for (let round = 0; round <= open.length; round++) {
    const tried = inTurn(order, fixed, board);
    plain ??= tried;
    if (tried.stuck.size === 0) return { placed: tried.placed, conflicts: new Map() };
    const stuck = order.filter((each) => tried.stuck.has(each.key));
    const next = [...stuck, ...order.filter((each) => !tried.stuck.has(each.key))];
    if (next.every((each, at) => each === order[at])) break;
    order = next;
  }
  if (!plain) return { placed: fixed, conflicts: new Map() };
  const all = everyLayout(open, fixed, board);
  if (all.found) return { placed: all.found, conflicts: new Map() };
  const alone = (key: string) => open.some((each) => each.key === key && layOut(board(fixed), each, everyRule) === null);
  const conflicts = new Map([...plain.stuck].map(([key, conflict]) => [key, { ...conflict(), proved: all.exhausted || alone(key) }]));
  return { placed: plain.placed, conflicts };
}

/** Nothing is left to choose: what stands is all there will be. */
function isFixed(series: Series): boolean {
  return series.count === series.standing.length;
}

/** What is found by placing one after the other; why those that are stuck are is looked into only when somebody is told. */
interface InTurn {
  readonly placed: Board['placed'];
  readonly stuck: ReadonlyMap<string, () => Conflict>;
}

function inTurn(order: readonly Series[], fixed: Board['placed'], board: (placed: Board['placed']) => Board): InTurn {
  const placed = new Map(fixed);
  const stuck = new Map<string, () => Conflict>();
  for (const series of order) {
    const slots = layOut(board(placed), series, everyRule);
    placed.set(series.key, slots ?? series.standing);
    if (slots && wasPreparedFor(board(placed), series)) continue;
    placed.set(series.key, series.standing);
    const then = board(new Map(placed));
    stuck.set(series.key, () => conflictOf(then, series));
  }
  return { placed, stuck };
}

/** The fewest rules that cannot be kept together: each is left out in turn, and stays out if there is still no layout. */
function conflictOf(board: Board, series: Series): Conflict {
  let rules = everyRule;
  for (const rule of everyRule) {
    const without = new Set([...rules].filter((each) => each !== rule));
    if (layOut(board, series, without) === null) rules = without;
  }
  const related = board.all.filter(
    (other) =>
      (rules.has('nobody-in-two-places') && series.shares.has(other.key)) ||
      (rules.has('order') && (series.prepares.includes(other.key) || other.prepares.includes(series.key))),
  );
  const bodies = [...new Set(related.filter((each) => (board.placed.get(each.key) ?? []).length > 0).map((each) => each.body))];
  return { rules: [...rules], with: bodies.sort(), proved: false };
}

interface Everything {
  readonly found: ReadonlyMap<string, readonly Slot[]> | null;
  readonly exhausted: boolean;
}

/** Tries every layout of every series, until one keeps all rules. */
function everyLayout(series: readonly Series[], fixed: Board['placed'], board: (placed: Board['placed']) => Board): Everything {
  let left = patience;
  const search = (at: number, placed: ReadonlyMap<string, readonly Slot[]>): ReadonlyMap<string, readonly Slot[]> | null => {
    const next = series[at];
    if (!next) return placed;
    for (const slots of layouts(board(placed), next, () => --left < 0)) {
      const now = new Map([...placed, [next.key, slots]]);
      const found = wasPreparedFor(board(now), next) ? search(at + 1, now) : null;
      if (found || left < 0) return found;
    }
    return null;
  };
  const found = search(0, fixed);
  return { found, exhausted: left >= 0 };
}

function* layouts(board: Board, series: Series, spent: () => boolean): Generator<readonly Slot[]> {
  const nodes = nodesOf(board, series, everyRule, 'every');
  const first = firstNoLaterThan(board, series, everyRule);
  const gap = gapLimits(series);
  function* from(at: number, chosen: readonly (typeof nodes)[number][]): Generator<readonly Slot[]> {
    if (chosen.length === series.count) {
      if (nodes.slice(at).every((node) => !node.standing)) yield chosen.map(({ day, start, end }) => ({ day, start, end }));
      return;
    }
    for (let next = at; next < nodes.length; next++) {
      const node = nodes[next];
      if (!node || spent()) return;
      const last = chosen.at(-1);
      const may = last ? fitsIn(last, node, gap, everyRule) : node.standing || node.day <= first;
      if (may) yield* from(next + 1, [...chosen, node]);
      if (node.standing) return;
    }
  }
  yield* from(0, []);
}
