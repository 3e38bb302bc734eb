import type { BodyId, Charter } from '../governance/charter/charter.ts';

/** What a body is called where there is little room. */
export function shortName({ bodies, collaboration }: Charter, id: BodyId, language: string): string {
  const body = bodies.find((each) => each.id === id);
  const words = body?.short ?? body?.name;
  return words?.[language] ?? words?.[collaboration.languages[0] ?? ''] ?? id;
}
