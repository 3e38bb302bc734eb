import { channelServing, openDesk } from '../bot/desk.ts';
import type { BodyId } from '../bot/governance/charter/charter.ts';
import { standsInFor } from '../bot/governance/people/two-secretaries.ts';
import { dateAt } from '../bot/governance/time/calendar.ts';
import type { Stream } from '../bot/governance/vocabulary/stream.ts';
import { idIn } from '../bot/governance/vocabulary/stream.ts';
import type { DeliverDeps } from './delivering.ts';

/** A body meets in a channel from now on: what waited for one goes out, its own and that of the bodies it is secretariat for. */
export async function wakeServedBy(deps: DeliverDeps, stream: Stream): Promise<void> {
  const { store } = deps;
  const charter = deps.charter();
  const now = deps.now();
  const today = dateAt(charter, now);
  const meets = idIn(stream, 'body');
  const served = new Set(charter.bodies.map((body) => body.id).filter((id) => id === meets || standsInFor(charter, id, today) === meets));
  for (const body of served) await store.wake(body, now.epochMilliseconds);

  for (const item of await store.parked()) {
    if (item.kind !== 'notice' || !('body' in item.standing.notice.to)) continue;
    const away = item.standing.error?.startsWith('not-in-channel') ?? false;
    if (away && served.has(item.standing.notice.to.body)) await store.lift(item.key, now.epochMilliseconds);
  }
}

/** The body may have been given a channel between the look and the wait. */
export async function wakeIfServed({ store, directory, charter, now }: DeliverDeps, body: BodyId): Promise<void> {
  const desk = await openDesk(store, directory, charter(), now());
  if ((await channelServing(desk, body)) !== null) await store.wake(body, now().epochMilliseconds);
}
