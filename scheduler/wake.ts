import { channelServing, isReached, openDesk } from '../bot/desk.ts';
import type { BodyId, Charter, IsoDate } from '../bot/governance/charter/charter.ts';
import { standsInFor } from '../bot/governance/people/two-secretaries.ts';
import { dateAt } from '../bot/governance/time/calendar.ts';
import { idIn, kindOf, type Stream } from '../bot/governance/vocabulary/stream.ts';
import type { DeliverDeps } from './delivering.ts';

/**
 * A body meets in a channel from now on, or its channel is back: what waited for one goes out, its own and that of the bodies it is
 * secretariat for; and what should stand in it is looked for there.
 */
export async function wakeServedBy(deps: DeliverDeps, stream: Stream): Promise<void> {
  const { store } = deps;
  const charter = deps.charter();
  const now = deps.now();
  const today = dateAt(charter, now);
  const meets = idIn(stream, 'body');
  const served = new Set(charter.bodies.map((body) => body.id).filter((id) => id === meets || standsInFor(charter, id, today) === meets));
  for (const body of served) await store.wake(body, now.epochMilliseconds);
  const channel = await channelServing(await openDesk(store, deps.directory, charter, now), meets);
  for (const { notice, place, printed, look } of await store.standing()) {
    const theirs = 'body' in notice.to ? served.has(notice.to.body) : 'channel' in notice.to && notice.to.channel === channel;
    if (!theirs || look?.closed) continue;
    const stays = place?.channel === channel || (notice.under === null && (await isOpen(store, notice.about)));
    if (stays) await store.wear(notice.key, printed, now.epochMilliseconds);
  }

  for (const item of await store.parked()) {
    if (item.kind !== 'notice' || !('body' in item.standing.notice.to)) continue;
    const away = item.standing.error?.startsWith('not-in-channel') ?? false;
    if (away && served.has(item.standing.notice.to.body)) await store.lift(item.key, now.epochMilliseconds);
  }

  for (const body of besideIt(charter, meets, today)) if (!served.has(body)) await store.wake(body, now.epochMilliseconds);
}

/** The others that its secretariat serves: one card stood there for them all, and it may have been this body's. */
function besideIt(charter: Charter, body: BodyId, today: IsoDate): readonly BodyId[] {
  const secretariat = standsInFor(charter, body, today);
  return secretariat === null ? [] : charter.bodies.map(({ id }) => id).filter((id) => standsInFor(charter, id, today) === secretariat);
}

/** The body may have been given a channel between the look and the wait. */
export async function wakeIfServed(
  { store, directory, charter, now }: DeliverDeps,
  { body, own }: { readonly body: BodyId; readonly own?: true },
): Promise<void> {
  const desk = await openDesk(store, directory, charter(), now());
  const channel = own ? (await desk.body(body)).channel : await channelServing(desk, body);
  if (channel !== null && (await isReached(desk, channel))) await store.wake(body, now().epochMilliseconds);
}

/** Of what is over nothing is posted in another channel. */
async function isOpen(store: DeliverDeps['store'], about: Stream): Promise<boolean> {
  return kindOf(about) !== 'body' && ((await store.recall(about))?.index.open ?? false);
}
