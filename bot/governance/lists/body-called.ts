import type { Body, Charter } from '../charter/charter.ts';
import { fold, nearestWords, readings } from './fold.ts';

/** The body that goes by a name: its id, a name it has or has had, another name, or what stands in brackets after one. null: none, or several. */
export function bodyCalled({ bodies }: Pick<Charter, 'bodies'>, written: string): Body | null {
  const exact = bodies.find(({ id }) => id === written.trim());
  if (exact) return exact;
  const sought = readings(written);
  const named = bodies.map((body) => ({ body, names: namesOf(body) }));
  const ways = [
    (names: readonly string[]) => names.some((name) => fold(name) === fold(written)),
    (names: readonly string[]) => names.some((name) => readings(name).some((each) => sought.includes(each))),
  ];
  for (const fits of ways) {
    const found = named.filter(({ names }) => fits(names));
    if (found.length === 1) return found[0]?.body ?? null;
    if (found.length > 1) return null;
  }
  return null;
}

/** Names of bodies that somebody may have meant. */
export function bodiesNear({ bodies }: Pick<Charter, 'bodies'>, written: string): readonly string[] {
  return nearestWords(written, [...new Set(bodies.flatMap(namesOf))], 2);
}

function namesOf({ id, name, aliases, terms }: Body): readonly string[] {
  return [id, ...aliases, ...Object.values(name), ...terms.flatMap((each) => Object.values(each.name ?? {}))];
}
