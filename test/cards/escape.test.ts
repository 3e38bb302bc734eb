import { describe, expect, test } from 'vitest';
import { plain } from '../../cards/kit/escape.ts';
import fc from '../kit/seeded.ts';

/** These words have more markup in them than people would type. */
const typed = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'*_~`[]()<>#$&{}\\!|-+.:/ \n\t',
      '**',
      '](',
      '<at>',
      '</at>',
      '${',
      '{{DATE(',
      '&lt;',
      'https://',
      'www.',
      'mailto:',
      '1. ',
      '\u202e',
      '\u200b',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
  ),
  maxLength: 60,
});

describe('words that somebody typed', () => {
  test.each([
    ['a mention', /<\/?at/i],
    ['a tag or a quote', /[<>]/],
    ['an entity', /&(#|[a-z]+;)/i],
    ['bold, code or struck text', /[*`~\\]/],
    ['text in italics', /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u],
    ['a link or a picture', /\][([:]/],
    ['a bare address', /:\/\/|www\.|mailto:/i],
    ['a template expression or a date function', /\$\{|\{\{/],
    ['a heading or a list', /^([-+]|#{1,6}|\d{1,9}[.)]) /],
    ['a second line', /[\n\r\u2028\u2029]/],
    ['turned or hidden letters', /[\u202a-\u202e\u2066-\u2069\u200b]/],
  ])('typed words never become %s', (_what, markup) => {
    fc.assert(fc.property(typed, (words) => !markup.test(plain(words))));
  });

  test('typed words are cut to the requested length', () => {
    fc.assert(fc.property(typed, fc.integer({ min: 1, max: 40 }), (words, most) => plain(words, most).length <= most + 20));
  });

  test('escaping words that are already escaped changes nothing', () => {
    fc.assert(fc.property(typed, (words) => plain(plain(words, 300), 300) === plain(words, 300)));
  });

  test('harmless words stay as they are', () => {
    for (const words of ['Anna Østergård-Sørensen', "Bo O'Brien (kommune)", 'Lokale 3_12, Viborg', '👩‍⚕️ Dorthe', 'A & B', 'kl. 9.00'])
      expect(plain(words)).toBe(words);
  });

  test('words are cut between letters and never inside one', () => {
    expect(plain('👩‍⚕️👩‍⚕️👩‍⚕️', 8)).toBe('👩‍⚕️…');
  });
});
