import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Charter, IsoDate, Terms } from '../../bot/governance/charter/charter.ts';
import { begun } from '../../bot/governance/vocabulary/all.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { body, charter, termsOf } from '../kit/charter.ts';
import { startConnector } from '../kit/teams/connector.ts';
import { openWorld, type World } from '../kit/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'samspil-correction-'));
const connector = await startConnector({ now: () => 0 });
let world: World;
afterAll(async () => {
  await world.close();
  await connector.close();
  rmSync(folder, { recursive: true });
});

const yearly = (from: IsoDate, until: IsoDate | null, times: number): Terms => ({
  ...termsOf('panel', { from, until }),
  cadence: { stated: true, value: { least: times, most: times, about: false, asNeeded: false }, clause: 'panel-seats' },
});
const first = yearly('2015-01-01', '2018-12-31', 4);
const correction = yearly('2015-03-01', null, 6);
const model = (...terms: readonly Terms[]): Charter => charter({ bodies: [{ ...body('panel'), terms }, body('bureau')] });

async function opens(charter: Charter, at: string): Promise<void> {
  world = await openWorld({ at, channels: { Panelet: 'panel' }, store: join(folder, 'samspil.db'), connector, charter });
}
async function plans(meeting: string, date: string): Promise<void> {
  const [start, end] = [`${date}T12:00:00Z`, `${date}T14:00:00Z`];
  const nothing = { joint: [], place: { ref: 'place', mac: '0' }, link: null, extraordinary: false, reason: null };
  await world.given(`meeting/${meeting}`, { type: 'PlanMeeting', body: 'panel', start, end, ...nothing });
  await world.settle();
}
async function termsOfMeeting(stream: Stream): Promise<string | null> {
  return begun((await world.store.recall(stream))?.state, 'meeting')?.terms ?? null;
}

describe('a correction is a new version of the terms', () => {
  test('a meeting is planned under the first terms', async () => {
    await opens(model(first), '2015-02-24T09:00');
    await plans('before', '2015-03-10');
    expect(await termsOfMeeting('meeting/before')).toBe(first.hash);
    await world.close();
  });

  test('the ledger takes in the corrected terms beside the old', async () => {
    await opens(model(first, correction), '2015-03-02T09:00');
    const adopted = (await world.store.history('charter')).map(({ event }) => event);
    expect(adopted.filter((event) => event.type === 'TermsAdopted' && event.body === 'panel')).toMatchObject([
      { id: first.id, hash: first.hash },
      { id: correction.id, hash: correction.hash, from: '2015-03-01' },
    ]);
  });

  test('a meeting planned before the correction keeps its terms, and a new meeting gets the corrected ones', async () => {
    await plans('after', '2015-03-17');
    expect(await termsOfMeeting('meeting/before')).toBe(first.hash);
    expect(await termsOfMeeting('meeting/after')).toBe(correction.hash);
    expect(world.faults).toEqual([]);
  });
});
