import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askKinds } from '../../bot/governance/vocabulary/ask/ask.ts';
import { cardNames } from '../../bot/governance/vocabulary/card-name.ts';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'standing-cards.md'), 'utf8');
const rows = page.split('\n').flatMap((line) => {
  const [, card = '', from = '', mentions = ''] = line.split('|').map((cell) => cell.trim());
  return cardNames.some((name) => name === card) ? [{ card, from, mentions }] : [];
});

test('the page of standing cards says of every card that stands what keeps it true and when it mentions', () => {
  const code = globSync('{bot/governance,scheduler}/**/*.ts', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
  const stand = code.flatMap((text) => [...text.matchAll(/\bstanding(?:For)?\(\s*'([a-z-]+)'/g)].map(([, card = '']) => card));
  expect(stand.length).toBeGreaterThan(20);
  const told = new Set(rows.map(({ card }) => card));
  expect([...new Set(stand)].filter((card) => card !== 'page' && !told.has(card))).toEqual([]);
  expect(rows.filter(({ from, mentions }) => from === '' || mentions === '')).toEqual([]);
});

test('the page of standing cards says where everything that is asked of somebody mentions them', () => {
  const said = rows.map(({ mentions }) => mentions).join(' ');
  expect(askKinds.filter((kind) => !said.includes(`\`${kind}\``))).toEqual([]);
});
