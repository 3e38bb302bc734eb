import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeDifference } from '../../bot/cli/model/diff.ts';
import { bodyOf } from '../../bot/governance/charter/terms.ts';
import { readCharter } from '../../bot/model/read.ts';

/** The group's terms hold what two documents say of one subject. */
const it = 'it-temagruppen';

test('terms that keep every clause have none in other words, also where two documents speak of one subject', () => {
  const read = readCharter(join(import.meta.dirname, '..', '..', 'seeds'));
  const body = 'charter' in read ? bodyOf(read.charter, it) : null;
  const terms = body?.terms.at(-1);
  if (!('charter' in read) || !body || !terms) throw new Error('the model cannot be read');
  const later = { ...terms, id: 'later', from: '2030-01-01', cadence: { stated: false } as const };
  const drafted = { ...body, terms: [{ ...terms, until: '2030-01-01' }, later] };
  const charter = { ...read.charter, bodies: read.charter.bodies.map((each) => (each.id === it ? drafted : each)) };
  const said = describeDifference(charter, drafted, '2029-12-31', '2030-01-01', 'da').join('\n');
  expect(said).toContain('How often it meets');
  expect(said).not.toMatch(/In other words|No longer said|New \(/);
});
