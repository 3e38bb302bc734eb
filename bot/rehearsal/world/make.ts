import { channelKey } from '../../directory.ts';
import type { BodyId, IsoDate } from '../../governance/charter/charter.ts';
import { streamOf } from '../../governance/vocabulary/stream.ts';
import type { Store } from '../../store/store.ts';
import { storyWords } from '../words/story.ts';
import { leadsOf } from './cast.ts';
import { type Making, openDoing } from './doing.ts';
import { opensOn, tells } from './story.ts';

export interface RunningWorld extends Making {
  readonly store: Store;
  readonly first: IsoDate;
  readonly channels: readonly { readonly id: string; readonly body: BodyId }[];
}

/** A collaboration that has been at work for seven weeks: everybody in their seats, and the story told by the commands that people send. */
export async function makeWorld(world: RunningWorld): Promise<void> {
  const { charter, store, first, channels, cast } = world;
  const doing = openDoing(world, first);
  doing.goesTo(4, '09:00');
  for (const { id, body } of channels) {
    await doing.does(null, streamOf('channel', channelKey(id)), () => ({ type: 'BindBody', body }));
  }
  const held = new Map<string, number>();
  for (const role of cast) {
    const person = await doing.keyOf(role);
    for (const { body, seat } of role.seats) {
      const nth = (held.get(`${body}-${seat}`) ?? 0) + 1;
      held.set(`${body}-${seat}`, nth);
      const appointment = nth === 1 ? `${body}-${seat}` : `${body}-${seat}-${nth}`;
      await doing.does(null, streamOf('body', body), () => ({ type: 'FillSeat', appointment, seat, person, from: first }));
    }
  }
  await doing.settle();
  const { group, above } = leadsOf(charter, first);
  if (group !== null && above !== null) {
    await tells({ doing, store, group, above, words: storyWords(charter.collaboration.languages[0] ?? 'da') });
  }
  doing.goesTo(opensOn, '09:00');
}
