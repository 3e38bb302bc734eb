import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { openPictures } from '../../bot/pictures.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { openWorld, type World } from '../kit/world.ts';

let world: World;
let here: string;
beforeAll(async () => {
  world = await openWorld({ at: '2015-02-24T09:00', channels: { Panelet: 'panel' }, people: ['Frida Fjeld', 'Rita Regn'] });
  here = new URL(world.address).origin;
});
afterAll(() => world.close());

const public_ = 'https://samspil.example';
const pictureOn = (card: { readonly body?: unknown }) =>
  (card.body as readonly { type: string; url?: string; altText?: string }[]).find(({ type }) => type === 'Image');
const fetched = async (address: string) => fetch(address.replace(public_, here));

describe('the picture of the organisation', () => {
  let address = '';
  it('the card of the organisation has its picture, described in words too', async () => {
    await world.person('Rita Regn').writes('organisation', 'Panelet');
    const image = pictureOn(world.standing('Organisering').card);
    expect(image?.altText).toContain('panel refererer til forum.');
    address = image?.url ?? '';
    expect(address).toMatch(/^https:\/\/samspil\.example\/billeder\/[\w-]+\.[\w-]{43}\.png$/);
  });

  it('the picture is fetched from its address without signing in', async () => {
    const answer = await fetched(address);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  it('the picture’s address cannot be guessed or altered', async () => {
    const [what = '', mac = ''] = (address.split('/').at(-1) ?? '').split('.');
    const other = Buffer.from(JSON.stringify(['organisation', '2016-01-01', 'da', 4_000_000_000_000])).toString('base64url');
    const tokens = [`${other}.${mac}`, `${what}.${mac.slice(1)}x`, `${what}.`, `.${mac}`, what, 'x', '', `${what}.${mac}.${mac}`];
    for (const token of tokens) expect((await fetched(`${public_}/billeder/${token}.png`)).status, token).toBe(404);
    expect((await fetched(`${public_}/billeder/${what}.${mac}`)).status).toBe(404);
  });

  it('the organisation can be shown as of another date', async () => {
    const rita = world.person('Rita Regn');
    await rita.presses('Vis pr. dato', { on: 'Organisering' });
    expect(await rita.presses('Vis', { on: 'Organisering', with: { 'Vis pr. dato': '2016-03-01' } })).toBe('');
  });

  it('the picture is gone after at most a week and a day', async () => {
    await world.at('2015-03-03T09:00');
    expect((await fetched(address)).status).toBe(200);
    await world.at('2015-03-04T12:00');
    expect((await fetched(address)).status).toBe(404);
    expect(world.faults).toEqual([]);
  });
});

test('a picture’s address stays the same all day and after a restart, and differs in another installation', async () => {
  const [store, other] = [openSqlite(':memory:'), openSqlite(':memory:')];
  const asked = { of: 'organisation', asOf: '2015-06-01', language: 'da' } as const;
  const pictures = (on: typeof store, time: string, publicUrl: string | null = public_) =>
    openPictures({ store: on, charter: () => world.charter, now: () => Temporal.Instant.from(time), publicUrl });
  const first = await pictures(store, '2015-02-24T08:00:00Z').address(asked);
  expect(await pictures(store, '2015-02-24T22:00:00Z').address(asked)).toBe(first);
  expect(await pictures(store, '2015-02-25T08:00:00Z').address(asked)).not.toBe(first);
  expect(await pictures(other, '2015-02-24T08:00:00Z').address(asked)).not.toBe(first);
  expect(await pictures(store, '2015-02-24T08:00:00Z', null).address(asked)).toBeNull();
  await Promise.all([store.close(), other.close()]);
});
