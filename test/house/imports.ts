import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export interface Import {
  readonly file: string;
  /** The specifier is as it is written, a package or a relative file. */
  readonly from: string;
  /** It leads to this file, or to a package when null. */
  readonly to: string | null;
}

/** Lists every import below these folders, type-only imports included. */
export function importsIn(...folders: readonly string[]): readonly Import[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => importsOf(join(folder, file), readFileSync(join(root, folder, file), 'utf8'))),
  );
}

export function importsOf(file: string, text: string): readonly Import[] {
  const stated = text.matchAll(/^(?:import|export)\s(?:type\s)?(?:[\w$*{},\s]*?\sfrom\s)?'([^']+)'/gm);
  const inPlace = text.matchAll(/\bimport\('([^']+)'\)/g);
  return [...stated, ...inPlace].map(([, from = '']) => ({
    file,
    from,
    to: from.startsWith('.') ? relative(root, join(root, dirname(file), from)) : null,
  }));
}

/** Lists the paths that lead back to where they began, `a -> b -> a`. */
export function ringsIn(ways: readonly (readonly [string, string])[]): readonly string[] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of ways) next.set(from, (next.get(from) ?? new Set()).add(to));
  const done = new Set<string>();
  const rings: string[] = [];
  const walk = (at: string, way: readonly string[]): void => {
    if (way.includes(at)) rings.push([...way.slice(way.indexOf(at)), at].join(' -> '));
    if (done.has(at) || way.includes(at)) return;
    for (const each of next.get(at) ?? []) walk(each, [...way, at]);
    done.add(at);
  };
  for (const at of next.keys()) walk(at, []);
  return rings;
}

export function waysBetween(imports: readonly Import[]): readonly (readonly [string, string])[] {
  return imports.flatMap(({ file, to }) => (to === null ? [] : [[file, to] as const]));
}
