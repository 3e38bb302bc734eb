import type { BodyId } from '../../bot/governance/charter/charter.ts';
import { standsInFor } from '../../bot/governance/people/two-secretaries.ts';
import { dateAt } from '../../bot/governance/time/calendar.ts';
import type { Desk } from '../kit/card.ts';
import { plain } from '../kit/escape.ts';
import { nounOf } from '../kit/said.ts';
import { type Language, textIn } from '../text/languages.ts';

/** Where the card of what was made stands, as long as it can be read; '': nowhere yet. */
export async function standsIn(desk: Desk, body: BodyId, language: Language): Promise<string> {
  const channel = await channelOf(desk, body);
  const name = channel && plain((await desk.channelName(channel)) ?? '');
  return name ? textIn(language).standsIn(name) : '';
}

/** Where the card comes to stand that a press has brought about elsewhere, said to whoever pressed: in the channels of these bodies. */
export async function comesIn(desk: Desk, bodies: readonly BodyId[], language: Language): Promise<string> {
  const channels = await Promise.all(bodies.map((id) => channelOf(desk, id)));
  const names = await Promise.all([...new Set(channels)].map(async (channel) => channel && plain((await desk.channelName(channel)) ?? '')));
  const known = names.filter(Boolean);
  const { comesIn: text, comesLater, anyBody } = textIn(language);
  if (known.length > 0) return text(known.join(', '));
  const [only, ...more] = bodies;
  return comesLater(only !== undefined && more.length === 0 ? nounOf(desk.charter, only, language).noun : anyBody.noun);
}

async function channelOf(desk: Desk, id: BodyId) {
  const { channel } = await desk.body(id);
  if (channel !== null) return channel;
  const serving = standsInFor(desk.charter, id, dateAt(desk.charter, desk.now));
  return serving === null ? null : (await desk.body(serving)).channel;
}
