export type Path = readonly PropertyKey[];

/** What is left of a file when its faulty parts are taken out, and where each thing in it stood before. */
export interface Rest {
  readonly value: unknown;
  readonly origin: (path: Path) => Path;
}

/** Takes out fields and items of lists. An item's place in the rest is not its place in the file, so `origin` tells that. */
export function without(value: unknown, faulty: readonly Path[]): Rest {
  const out = new Set(faulty.map(keyOf));
  const places = new Map<string, readonly number[]>();
  const copy = (each: unknown, was: Path, is: Path): unknown => {
    if (Array.isArray(each)) {
      const kept = each.map((_, at) => at).filter((at) => !out.has(keyOf([...was, at])));
      places.set(keyOf(is), kept);
      return kept.map((at, now) => copy(each[at], [...was, at], [...is, now]));
    }
    if (typeof each !== 'object' || each === null) return each;
    const fields = Object.entries(each).filter(([name]) => !out.has(keyOf([...was, name])));
    return Object.fromEntries(fields.map(([name, inner]) => [name, copy(inner, [...was, name], [...is, name])]));
  };
  const rest = copy(value, [], []);
  const origin = (path: Path) =>
    path.map((key, at) => (typeof key === 'number' ? (places.get(keyOf(path.slice(0, at)))?.[key] ?? key) : key));
  return { value: rest, origin };
}

/** The nearest item of a list around a path; null: it is in none. */
export function itemAround(path: Path): Path | null {
  const last = path.findLastIndex((key) => typeof key === 'number');
  return last === -1 ? null : path.slice(0, last + 1);
}

function keyOf(path: Path): string {
  return path.map(String).join(' ');
}
