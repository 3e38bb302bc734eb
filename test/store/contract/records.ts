import { expect } from 'vitest';
import type { Keeps } from './contract.ts';

export function recordPromises(keeps: Keeps): void {
  keeps('the store keeps a record beside the ledger until it is erased', async ({ store }) => {
    expect(await store.record('person', 'p-1')).toBeNull();
    expect(await store.putRecord('person', 'p-1', { name: 'Ænne "Å"', at: null }, null)).toBe(true);
    expect(await store.record('person', 'p-1')).toMatchObject({ id: 'p-1', value: { name: 'Ænne "Å"', at: null } });
    expect(await store.record('identity', 'p-1')).toBeNull();
    await store.eraseRecord('person', 'p-1');
    await store.eraseRecord('person', 'p-1');
    expect(await store.record('person', 'p-1')).toBeNull();
  });

  keeps('a record is overwritten only by a writer who saw its newest version', async ({ store }) => {
    await store.putRecord('person', 'p-1', 'a', null);
    const seen = await store.record<string>('person', 'p-1');
    expect(await store.putRecord('person', 'p-1', 'b', null)).toBe(false);
    expect(await store.putRecord('person', 'p-1', 'b', seen?.version ?? null)).toBe(true);
    expect(await store.putRecord('person', 'p-1', 'c', seen?.version ?? null)).toBe(false);
    expect(await store.putRecord('person', 'p-2', 'c', 1)).toBe(false);
    expect((await store.record('person', 'p-1'))?.value).toBe('b');
    expect(await store.record('person', 'p-2')).toBeNull();
  });

  keeps('the store never reuses a record’s version, even after the record was erased', async ({ store }) => {
    await store.putRecord('person', 'p-1', 'a', null);
    const seen = await store.record('person', 'p-1');
    await store.eraseRecord('person', 'p-1');
    await store.putRecord('person', 'p-1', 'b', null);
    expect(await store.putRecord('person', 'p-1', 'c', seen?.version ?? null)).toBe(false);
  });

  keeps('only one of many simultaneous writers creates a record', async ({ store, another }) => {
    const stores = [store, await another()];
    const made = await Promise.all(Array.from({ length: 20 }, (_, at) => (stores[at % 2] ?? store).putRecord('identity', 'i', at, null)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect((await store.record('identity', 'i'))?.value).toBe(made.indexOf(true));
  });

  keeps('the store lists the records of a kind by id, whatever their ids look like', async ({ store }) => {
    const ids = ['..', '19:abc@thread.tacv2', 'A', 'a', 'a%2Fb', 'a/b\\c?#', 'æ 😀'];
    for (const id of [...ids].reverse()) await store.putRecord('address', id, { id }, null);
    await store.putRecord('roster', 'a', {}, null);
    expect((await store.records('address')).map((record) => [record.id, record.value])).toEqual(ids.map((id) => [id, { id }]));
    expect(await store.records('installation')).toEqual([]);
  });
}
