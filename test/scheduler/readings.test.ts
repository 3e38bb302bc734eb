import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { openLivingCharter } from '../../bot/decided-terms.ts';
import { asReadOn } from '../../bot/governance/charter/as-read.ts';
import type { Charter, Terms } from '../../bot/governance/charter/charter.ts';
import { competenceOn } from '../../bot/governance/charter/competence.ts';
import { type Handle, openHandle } from '../../bot/handle.ts';
import { readCharter } from '../../bot/model/read.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { Store } from '../../bot/store/store.ts';
import { adoptTerms } from '../../scheduler/adopt.ts';
import { body, charter, termsOf } from '../kit/charter.ts';
/** The versions of the five documents as a ledger knew them when the words of the model were part of their hash. */
import before from './terms-before.json' with { type: 'json' };

const read = readCharter(join(import.meta.dirname, '..', '..', 'seeds'));
if ('errors' in read) throw new Error('the seeds cannot be read');
const seeds = read.charter;
const now = Temporal.Instant.from('2026-12-01T08:00:00Z');
let store: Store;

beforeEach(() => {
  store = openSqlite(':memory:');
});

const handleOf = (model: Charter): Handle =>
  openHandle(
    store,
    () => model,
    async () => undefined,
  );
const start = (model: Charter) => adoptTerms(store, handleOf(model), model, now);
const happened = async () => (await store.history('charter')).map(({ event }) => event);
const panel = (terms: Partial<Terms>) => charter({ bodies: [{ ...body('panel'), terms: [{ ...termsOf('panel'), ...terms }] }] });
const corrected = (hash: string, was: string) =>
  panel({
    hash,
    readings: [{ was, why: { da: 'Læst forkert.', en: 'Read wrongly.' }, by: 'Sekretariatet', terms: termsOf('panel'), until: null }],
  });

/** A store that took in the versions under the hashes that it knew them by. */
async function storeFrom(hashes: Readonly<Record<string, string>>): Promise<void> {
  const versions = seeds.bodies.flatMap(({ terms }) => terms).map((terms) => ({ ...terms, hash: hashes[terms.id] ?? terms.hash }));
  const of = (id: string) => versions.filter((terms) => terms.body === id);
  await start({ ...seeds, bodies: seeds.bodies.map((each) => ({ ...each, terms: of(each.id) })) });
}

describe('the document is not our words for it', () => {
  test('a store made when the words were part of the hash starts with today’s model, and knows the versions by their content', async () => {
    await storeFrom(before);
    const known = (await happened()).length;
    await start(seeds);
    const since = (await happened()).slice(known);
    expect(since.filter(({ type }) => type === 'TermsHashRenewed')).toHaveLength(22);
    expect(since.filter(({ type }) => type === 'ReadingCorrected')).toHaveLength(9);
    expect(since).toHaveLength(31);
    const state = (await store.recall('charter'))?.state;
    const hashes = state?.kind === 'charter' ? Object.entries(state.versions).map(([id, { hash }]) => [id, hash]) : [];
    expect(Object.fromEntries(hashes)).toEqual(
      Object.fromEntries(seeds.bodies.flatMap(({ terms }) => terms).map(({ id, hash }) => [id, hash])),
    );
    await start(seeds);
    expect(await happened()).toHaveLength(known + 31);
  });

  test('a reading of terms in force that was wrong is corrected as an event of its own, which says why and who', async () => {
    await start(panel({ hash: 'first' }));
    await start(corrected('second', 'first'));
    expect((await happened()).at(-1)).toEqual({
      type: 'ReadingCorrected',
      v: 1,
      id: 'panel@2015-01-01',
      hash: 'second',
      was: 'first',
      why: { da: 'Læst forkert.', en: 'Read wrongly.' },
      by: 'Sekretariatet',
      on: '2026-12-01',
    });
  });

  test('terms in force that differ from the reading said to be corrected are refused, with what one can do', async () => {
    await start(panel({ hash: 'first' }));
    await expect(start(corrected('third', 'second'))).rejects.toThrow(/panel\.yaml:1: .*write under "corrected" how it was read before/);
  });

  test('a case raised before the correction keeps the reading it was raised under, and one raised since has the new', async () => {
    const decides = { clause: 'panel-decides', kinds: [], any: [], unless: [], verdict: 'decides', to: null } as const;
    const before: Terms = { ...termsOf('panel'), hash: 'first', competence: [decides] };
    const after: Terms = { ...termsOf('panel'), hash: 'second' };
    const model = charter({
      bodies: [
        { ...body('panel'), terms: [{ ...after, readings: [{ was: 'first', why: {}, by: 'Sekretariatet', terms: before, until: null }] }] },
        body('forum'),
      ],
    });
    const verdict = (read: Charter, raised: string) =>
      competenceOn(asReadOn(read, raised), 'panel', { kind: 'professional', weighs: [] }, raised).verdict;
    const living = openLivingCharter(store, model);
    await start(model);
    await living.refresh();
    expect(verdict(living.charter(), '2026-11-30')).not.toBe('decides');

    store = openSqlite(':memory:');
    await start({ ...model, bodies: [{ ...body('panel'), terms: [before] }, body('forum')] });
    const corrected = openLivingCharter(store, model);
    await start(model);
    await corrected.refresh();
    expect(verdict(corrected.charter(), '2026-11-30')).toBe('decides');
    expect(verdict(corrected.charter(), '2026-12-01')).not.toBe('decides');
  });
});
