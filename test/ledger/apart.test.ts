import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { Packed } from '../../bot/store/movable.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { type Decision, expectSameApart } from '../kit/apart.ts';
import { charter } from '../kit/charter.ts';

const folder = new URL('../ledgers/', import.meta.url);

/** Every decision of more than one event in the recorded ledgers, of whatever subject: entries of one stream with one cause. */
async function decisionsIn(file: string): Promise<readonly Decision[]> {
  const store = openSqlite(':memory:');
  for (const line of readFileSync(new URL(file, folder), 'utf8').trim().split('\n')) await store.importItem(JSON.parse(line) as Packed);
  const found: Decision[] = [];
  for (const { stream } of await store.heads(null, Number.MAX_SAFE_INTEGER)) {
    const subject = subjectOf(stream);
    let state = subject.initial(stream);
    const together: { cause: string; version: number; events: GovernanceEvent[]; before: typeof state }[] = [];
    for (const { seq, cause, event } of await store.history(stream)) {
      const last = together.at(-1);
      if (last?.cause === cause) last.events.push(event);
      else together.push({ cause, version: seq - 1, events: [event], before: state });
      state = subject.evolve(state, event);
    }
    found.push(...together.map(({ version, events, before }) => ({ charter: charter(), stream, version, events, before })));
  }
  await store.close();
  return found.filter(({ events }) => events.length > 1);
}

test('what a decision of several events leads to is what its events lead to one after another, whatever it is about', async () => {
  const all = (
    await Promise.all(
      readdirSync(folder)
        .filter((file) => file.endsWith('.jsonl'))
        .map(decisionsIn),
    )
  ).flat();
  for (const each of all) expectSameApart(each);
  expect(new Set(all.map(({ stream }) => stream.split('/')[0])).size).toBeGreaterThan(3);
});
