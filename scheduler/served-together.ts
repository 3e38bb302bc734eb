import { channelServing } from '../bot/desk.ts';
import type { Notice, NoticeCard } from '../bot/governance/vocabulary/notice.ts';
import type { ChannelKey } from '../bot/governance/vocabulary/stream.ts';
import type { Claim, Place, StandingNotice } from '../bot/store/store.ts';
import type { Desk } from '../cards/kit/card.ts';
import type { DeliverDeps } from './delivering.ts';

/** Cards that say the same with each of the bodies they are for; where one channel serves several of those, one of them is enough. */
const alike: ReadonlySet<NoticeCard> = new Set<NoticeCard>(['experience', 'experience-note']);

/** It may be one card for several bodies. */
export function isOneForSeveral({ card }: Notice): boolean {
  return alike.has(card);
}

/** A body that is served in another's channel needs no card of its own there, where the same stands, or comes, for another of those it is for. */
export async function standsForOthers(
  { store }: DeliverDeps,
  desk: Desk,
  { key, standing: { notice } }: Extract<Claim, { kind: 'notice' }>,
  channel: ChannelKey,
): Promise<boolean> {
  if (!('body' in notice.to) || (await desk.body(notice.to.body)).channel === channel) return false;
  const others = (await store.noticesAbout(notice.about)).filter((each) => each.notice.key !== key && isAlike(each.notice, notice));
  if (others.some(({ place }) => place?.channel === channel)) return true;
  const here = await Promise.all(others.map(async (each) => ((await comesHere(desk, each, channel)) ? [each.notice] : [])));
  for (const each of here.flat()) if ('body' in each.to && (await desk.body(each.to.body)).channel === channel) return true;
  return here.flat().some((each) => each.key < key);
}

/** The thread of the card that stands in a channel for several; null: none does. */
export async function threadBeside({ store }: DeliverDeps, notice: Notice, channel: ChannelKey): Promise<Place | null> {
  const under = notice.under === null ? null : await store.notice(notice.under);
  if (!under) return null;
  const beside = (await store.noticesAbout(notice.about)).find(
    (each) => each.place?.channel === channel && isAlike(each.notice, under.notice),
  );
  return beside?.place ?? null;
}

async function comesHere(desk: Desk, { notice, state, place }: StandingNotice, channel: ChannelKey): Promise<boolean> {
  if (!('body' in notice.to) || state === 'parked' || (place !== null && place.channel !== channel)) return false;
  return (await channelServing(desk, notice.to.body)) === channel;
}

function isAlike(one: Notice, other: Notice): boolean {
  return one.card === other.card && one.said === undefined && without(one) === without(other);
}

/** On which occasion, whosever channel it is in. */
function without({ occasion }: Notice): string {
  return (occasion ?? '').replace(/(^|-)in-.*$/, '');
}
