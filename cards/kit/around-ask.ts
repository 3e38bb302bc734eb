import { emptyBody } from '../../bot/governance/body/body.ts';
import { type AwaitedAround, bodiesAsked } from '../../bot/governance/people/awaited.ts';
import type { Ask } from '../../bot/governance/vocabulary/ask/ask.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { Desk } from './card.ts';

/** What is looked at to know whom an ask falls to. */
export async function aroundAsk(desk: Desk, ask: Ask): Promise<AwaitedAround> {
  const bodies = new Map<string, BodyState>(
    await Promise.all(bodiesAsked(desk.charter, ask).map(async (id) => [id, await desk.body(id)] as const)),
  );
  const body = (id: string) => bodies.get(id) ?? emptyBody(id);
  return { charter: desk.charter, now: desk.now, one: desk.one, sectorOf: desk.sectorOf, body };
}
