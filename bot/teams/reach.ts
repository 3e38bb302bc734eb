import type { Desk } from '../../cards/kit/card.ts';
import { channelServing } from '../desk.ts';
import type { BodyId } from '../governance/charter/charter.ts';
import { isOfBody } from '../governance/people/roles.ts';
import { concerned, isThereFromStart } from '../governance/tables/reach.ts';
import { subjectOf } from '../governance/tables/subjects.ts';
import { dateAt } from '../governance/time/calendar.ts';
import type { ChannelKey, PersonKey, Stream } from '../governance/vocabulary/stream.ts';
import { streamOf } from '../governance/vocabulary/stream.ts';
import type { Store } from '../store/store.ts';

/** Whether what a stream holds may be shown to everybody in a channel: it is the channel's own, its body's, or stands there already. */
export async function standsHere(store: Store, desk: Desk, channel: ChannelKey, about: Stream): Promise<boolean> {
  if (about === streamOf('channel', channel)) return true;
  const bodies = await bodiesOf(store, desk, about);
  if (bodies === null) return true;
  const here = await desk.bodyIn(channel);
  if (here !== null && bodies.includes(here)) return true;
  const serving = await Promise.all(bodies.map((id) => channelServing(desk, id)));
  if (serving.includes(channel)) return true;
  return (await store.noticesAbout(about)).some(({ notice, place }) => !notice.said && place?.channel === channel);
}

/** Whether somebody may open a card about a stream: it stands in the channel they pressed in, or they sit in a body it is for. */
export async function reaches(
  store: Store,
  desk: Desk,
  who: { readonly person: PersonKey; readonly administrator: boolean; readonly channel: ChannelKey },
  about: Stream,
): Promise<boolean> {
  if (who.administrator || (await standsHere(store, desk, who.channel, about))) return true;
  const bodies = await bodiesOf(store, desk, about);
  const today = dateAt(desk.charter, desk.now);
  const sits = (bodies ?? []).map(async (id) => isOfBody(desk.charter, await desk.body(id), who.person, today, desk.one));
  return (await Promise.all(sits)).includes(true);
}

/** Null: there is nothing to show. */
async function bodiesOf(store: Store, desk: Desk, about: Stream): Promise<readonly BodyId[] | null> {
  const remembered = (await store.recall(about))?.state;
  if (!remembered && !isThereFromStart(about)) return null;
  const state = remembered ?? subjectOf(about).initial(about);
  return concerned(desk.charter, state, dateAt(desk.charter, desk.now));
}
