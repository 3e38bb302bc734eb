import { describe, expect, test } from 'vitest';
import { plain } from '../../cards/kit/escape.ts';
import { addressesTyped, linked } from '../../cards/kit/linked.ts';
import fc from '../kit/seeded.ts';

const shown = (words: string, most = 300) => linked(plain(words, most));

describe('an address in words that somebody typed', () => {
  test.each([
    ['Rapporten: https://dok.example/r_1.', 'Rapporten: [dok.example/r_1](https://dok.example/r%5f1).'],
    ['https://www.dok.example/a?b=c&d=e.', '[www․dok.example/a?b=c&d=e](https://www.dok.example/a?b=c&d=e).'],
    ['[klik](https://dok.example)', '[klik] (https:∕∕dok.example)'],
    ['https://dok.example', '[dok.example](https://dok.example/)'],
    ['http://dok.example', 'http:∕∕dok.example'],
    ['https://navn:kode@dok.example', 'https:∕∕navn:kode@dok.example'],
    ['javascript://dok.example', 'javascript:∕∕dok.example'],
  ])('%s is shown as %s', (words, expected) => expect(shown(words)).toBe(expected));

  test('an address that was cut is no link', () => {
    expect(shown(`https://dok.example/${'a'.repeat(80)}`, 40)).not.toContain('](');
  });

  test('nobody gives a link another name than where it leads', () => {
    const parts = fc.constantFrom('https://', 'a.example', '/x', '[', ']', '(', ')', ' ', '*', '_', '<', '\\', '`', 'https://evil.example');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (typed) => {
        for (const [, name = '', to = ''] of shown(typed.join('')).matchAll(/\[([^\]]*)\]\(([^)]*)\)/g))
          expect(new URL(to).host).toBe(name.split(/[/?#]/)[0]);
      }),
    );
  });

  test('in a field it stands as it was typed', () => {
    expect(addressesTyped(plain('Se https://dok.example/*a_b*', 300))).toBe('Se https://dok.example/*a_b*');
  });
});
