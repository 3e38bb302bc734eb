import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { samspil as command } from '../kit/commands.ts';
import { ask, asking, noon, notice } from '../store/contract/appends.ts';
import { claim, place } from '../store/contract/sending.ts';

let directory: string;
let file: string;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'samspil-why-'));
  file = join(directory, 'samspil.db');
  const store = openSqlite(file);
  await ask(store, [notice('seen'), notice('quiet')]);
  const look = { at: noon, face: 'f', staleAt: noon + 1, keptUntil: null, closed: false };
  for (const each of await claim(store)) {
    const watch = each.key === 'seen' ? ['meeting/m1#items', 'body/panel#appointments'] : [];
    await store.settle(each, { kind: 'looked', place, sent: true, watch, look: watch.length > 0 ? look : { ...look, staleAt: null } });
  }
  await ask(store, [notice('unseen')]);
  await store.close();
});
afterEach(() => rmSync(directory, { recursive: true }));

const why = (what: string) => command({ SAMSPIL_STORE: file }, 'store', 'why', what);
const stands = '      stands in the channel c1, printed as edition 1 of 1; sent';

it('the command store why says what a card was drawn from, when it was looked at and when it will be again', async () => {
  const lines = [
    'seen',
    stands,
    '      looked at: 2015-03-02T12:00:00.000Z; again 2015-03-02T12:00:00.001Z at the latest',
    '      drawn from:',
    '        body/panel#appointments',
    '        meeting/m1#items',
  ];
  expect(await why('seen')).toEqual({ code: 0, out: `${lines.join('\n')}\n`, err: '' });
  expect((await why('unseen')).out).toContain('stands nowhere; open\n      not looked at yet\n');
});

it('the command store why takes a stream as well and explains every card about it', async () => {
  const { out } = await why(asking);
  expect(out.split('\n').filter((line) => /^\S/.test(line))).toEqual(['quiet', 'seen', 'unseen']);
  expect(out).toContain('again when something it was drawn from changes\n      drawn from: nothing that can change\n');
  expect(await why('meeting/none')).toEqual({ code: 1, out: '', err: 'There is no card meeting/none, and none about it.\n' });
});
