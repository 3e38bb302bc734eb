import { expect, test } from 'vitest';
import { escapedId } from '../../bot/store/cosmos/items.ts';

test('no two names have the same escaped id, and no escaped id holds what Cosmos forbids', () => {
  const odd = [
    'a/b',
    'a_2f_b',
    'a_b',
    'a\\b',
    'a?b',
    'a#b',
    'æ',
    'Æ',
    '😀',
    ' ',
    '%2F',
    'x'.repeat(399),
    'x'.repeat(400),
    'x'.repeat(2_000),
    'æ'.repeat(2_000),
  ];
  expect(new Set(odd.map(escapedId)).size).toBe(odd.length);
  for (const name of odd) expect(escapedId(name)).toMatch(/^[A-Za-z0-9.:@_~-]{1,400}$/);
});
