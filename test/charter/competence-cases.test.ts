import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { competenceOn } from '../../bot/governance/charter/competence.ts';
import { matterKinds, weights } from '../../bot/governance/charter/matter.ts';
import { readOnce } from '../kit/read-once.ts';

const table = z.object({
  cases: z.array(
    z.strictObject({
      n: z.number(),
      body: z.string(),
      on: z.string(),
      kind: z.enum(matterKinds),
      weighs: z.array(z.enum(weights)),
      verdict: z.enum(['decides', 'chairs-judge', 'goes-to', 'not-ours', 'not-stated']),
      to: z.string().nullable(),
      told: z.array(z.string()),
      clauses: z.array(z.string()),
      by: z.string(),
    }),
  ),
});
const { cases } = table.parse(parse(readFileSync(join(import.meta.dirname, 'competence-cases.yaml'), 'utf8')));
const read = readOnce(join(import.meta.dirname, '..', '..', 'seeds'));

describe('who may decide, as it was worked out by hand from the documents', () => {
  test('the table has at least 40 cases, each with a number of its own and its source', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(new Set(cases.map(({ n }) => n)).size).toBe(cases.length);
    expect(cases.every(({ by }) => by !== '')).toBe(true);
  });

  test.each(cases.map((each) => [`${each.n}: ${each.body} on ${each.on}, ${[each.kind, ...each.weighs].join(' + ')}`, each] as const))(
    'the model decides as the documents do in case %s',
    (_title, { body, on, kind, weighs, verdict, to, told, clauses }) => {
      if ('errors' in read) throw new Error('the seeds do not hold together');
      const { chain, ours, ...answer } = competenceOn(read.charter, body, { kind, weighs }, on);
      expect({ ...answer, clauses: chain }).toEqual({ verdict, to, told, clauses });
      expect(ours).toBe(verdict === 'not-stated');
    },
  );
});
