import { afterAll, beforeAll, expect, test } from 'vitest';
import { standingFor } from '../../bot/governance/vocabulary/notice.ts';
import { openCases } from '../kit/case-world.ts';
import type { World } from '../kit/world.ts';

let world: World;
beforeAll(async () => {
  world = await openCases('2015-02-02T09:00');
});
afterAll(() => world.close());

test('a case that a body was told of by an older Samspil keeps its one card in that body’s channel', async () => {
  const text = (ref: string) => ({ ref, mac: ref });
  const content = { title: text('t'), account: null, recommendations: [text('r')], papers: null, journal: null };
  await world.given('case/k1', { type: 'DraftCase', body: 'panel', matter: { kind: 'strategic', weighs: [] }, content });
  const { channel } = world.channel('Forum').place;
  const card = await postedBefore(channel);
  const place = { channel: world.channel('Forum').key, conversation: card.conversation, activity: card.activity };
  const told = standingFor('case-told', 'case/k1', { body: 'forum' }, { what: '', mark: 'forum' });
  await world.store.keepTrue(told, place, { at: 0, face: '', staleAt: null, keptUntil: null, closed: false });

  const posts = () => world.connector.posts().filter((each) => each.channel === channel);
  const before = posts().length;
  await world.given('case/k1', { type: 'SendCase' });
  await world.settle();
  expect(posts()).toHaveLength(before);
  expect(posts().filter(({ summary }) => summary.includes('PANEL 2015-01'))).toMatchObject([{ activity: card.activity }]);
});

/** What an older Samspil has posted in a channel. */
async function postedBefore(channel: string) {
  const { url, ownToken, posts } = world.connector;
  const content = { type: 'AdaptiveCard', version: '1.5', body: [] };
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
  const activity = { type: 'message', from: { id: '28:bot' }, summary: 'En sag', attachments };
  await fetch(`${url}v3/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await ownToken()}` },
    body: JSON.stringify({ isGroup: true, channelData: { channel: { id: channel } }, activity }),
  });
  const card = posts().findLast((each) => each.channel === channel);
  if (!card) throw new Error('no card stands in the forum');
  return card;
}
