import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CosmosClient } from '@azure/cosmos';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCosmos } from '../../bot/store/cosmos.ts';
import { schema } from '../../bot/store/sqlite/schema.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { Store } from '../../bot/store/store.ts';
import settings from '../../infra/cosmos-container.json' with { type: 'json' };
import { startCosmosFake } from '../kit/cosmos/fake.ts';
import { key } from '../kit/cosmos/opened.ts';
import { noon, notice } from './contract/appends.ts';
import { claim, keys, place } from './contract/sending.ts';

/** Returns a standing card as the first Samspil kept it. */
const sent = (of: string) => ({
  ...{ kind: 'notice', key: of, notice: notice(of), edition: 3, place, uncertain: [], typing: {}, askedFor: noon, heldUntil: 0 },
  ...{ state: 'sent', error: null, attempts: 0, lease: null, unsure: false, waitsFor: null },
});

async function looksAtOnce(store: Store): Promise<void> {
  expect(await store.notice('old')).toMatchObject({ edition: 3, printed: 3, worn: null, watch: [], look: null });
  await store.touch(['body/it'], noon);
  expect(await claim(store)).toEqual([]);
  await store.sweep(noon, 10);
  expect(await claim(store)).toMatchObject([{ key: 'old', standing: { edition: 4, printed: 3, place } }]);
}

describe('a file from before cards were watched', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'samspil-older-'));
    file = join(folder, 'samspil.db');
    const db = new DatabaseSync(file);
    db.exec(`CREATE TABLE schema_versions (version INTEGER PRIMARY KEY) STRICT; INSERT INTO schema_versions VALUES (1); ${schema[0]}`);
    older(db, 'old');
    db.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('a file from before cards were watched is opened as it is, and each standing card is looked at', async () => {
    const store = openSqlite(file);
    await looksAtOnce(store);
    await store.close();
  });

  test('a process from before cards were watched may still write to the file, and what it sends is looked at', async () => {
    const old = new DatabaseSync(file);
    const store = openSqlite(file);
    await store.sweep(noon, 10);
    await claim(store);
    older(old, 'later');
    await store.sweep(noon, 10);
    expect(keys(await claim(store))).toEqual(['later']);
    old.close();
    await store.close();
  });

  function older(db: DatabaseSync, of: string): void {
    const row = 'INSERT OR REPLACE INTO outbox (key, about, state, due_at, claimable_from, waits_for, item) VALUES (?, ?, ?, ?, ?, ?, ?)';
    db.prepare(row).run(of, 'channel/c1', 'sent', noon, null, null, JSON.stringify(sent(of)));
  }
});

describe('a Cosmos store from before cards were watched', () => {
  let fake: Awaited<ReturnType<typeof startCosmosFake>>;
  let store: Store;
  beforeEach(async () => {
    fake = await startCosmosFake();
    store = await openCosmos({ endpoint: fake.endpoint, key, pause: () => Promise.resolve() });
  });
  afterEach(async () => {
    await store.close();
    await fake.close();
  });

  test('each standing card in a Cosmos store from before cards were watched is looked at', async () => {
    const client = new CosmosClient({ endpoint: fake.endpoint, key });
    const found = { kind: 'notice', key: 'old', about: 'channel/c1', state: 'sent', waitsFor: null, sendAt: null, claimFrom: null };
    const item = { id: 'notice~old', pk: 'channel/c1', type: 'outbox', write: 'w', ...found, kept: sent('old') };
    await client.database(settings.database).container(settings.container.id).items.create(item);
    await looksAtOnce(store);
    client.dispose();
  });
});
