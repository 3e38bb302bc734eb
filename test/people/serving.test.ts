import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { mayRun } from '../../bot/governance/people/roles.ts';
import { openHandle } from '../../bot/handle.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { Store } from '../../bot/store/store.ts';
import { charter } from '../kit/charter.ts';
import { around, person, seated } from '../kit/given.ts';

const served = seated('panel', { 'regional-secretary': ['sigrid'] });
const bureau = seated('bureau', { 'regional-secretary': ['bo'] });
const runs = (who: string, ...bodies: Parameters<typeof around>[0]['bodies'] & object) =>
  mayRun(around({ stream: 'body/panel', bodies }, person(who)), 'panel');

describe('who runs a body', () => {
  test('its own secretary does, and the secretariat’s does not', () => {
    expect([runs('sigrid', served, bureau), runs('bo', served, bureau)]).toEqual([true, false]);
  });

  test('where it has no secretary, one of the secretariat that serves it does', () => {
    expect([runs('bo', seated('panel', {}), bureau), runs('sigrid', seated('panel', {}), bureau)]).toEqual([true, false]);
  });

  test('the secretariat is looked at where a person asks and nobody is secretary, and nowhere else', async () => {
    const bureauToo = [...(await lookedAt('bo', {})), ...(await lookedAt('sigrid', { panel: 'sigrid' })), ...(await lookedAt(null, {}))];
    expect(bureauToo).toEqual(['done', true, 'done', false, 'done', false]);
  });
});

/** A meeting of the panel is planned by somebody, or by the operator: what came of it, and whether the bureau was read. */
async function lookedAt(by: string | null, secretaries: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  const store = openSqlite(':memory:');
  const read: string[] = [];
  const recall: Store['recall'] = (stream) => {
    read.push(stream);
    return store.recall(stream);
  };
  const handle = openHandle({ ...store, recall }, charter, async () => undefined);
  const now = Temporal.Instant.from('2015-02-02T08:00:00Z');
  for (const [id, who] of Object.entries({ bureau: 'bo', ...secretaries })) {
    const fill = { type: 'FillSeat', appointment: `a-${who}`, seat: 'regional-secretary', person: who, from: '2015-01-01' } as const;
    await handle({ stream: `body/${id}`, command: fill, by: { kind: 'operator' }, cause: `operator:${id}`, now });
  }
  read.length = 0;
  const told = { place: null, link: { ref: 'none', mac: 'none' }, reason: null } as const;
  const when = { start: '2015-03-02T12:00:00Z', end: '2015-03-02T14:00:00Z' } as const;
  const plan = { type: 'PlanMeeting', body: 'panel', joint: [], extraordinary: false, ...told, ...when } as const;
  const actor = by === null ? ({ kind: 'operator' } as const) : person(by);
  const { result } = await handle({ stream: 'meeting/m1', command: plan, by: actor, cause: 'operator:plan', now });
  await store.close();
  return [result, read.includes('body/bureau')];
}
