import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages, refusalSentence, textIn } from '../../cards/text/languages.ts';

const root = join(import.meta.dirname, '..', '..');
const names = { body: () => '', seat: () => '', sector: () => '', clause: () => '' };

/** Every field that a rule or a form may say is missing, as it is named in the code. */
const fields = ['bot', 'cards'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const code = readFileSync(join(root, folder, file), 'utf8');
      return [...code.matchAll(/(?:sealed|needed|dateIn|timeIn)\(form, '([\w-]+)'|field: '([\w-]+)'/g)].map(
        ([, one, other]) => one ?? other ?? '',
      );
    }),
);

describe('what is missing is named', () => {
  test.each(languages)('every field has words of its own in %s, so that nobody reads only that a field is missing', (language) => {
    const said = (field: string) => refusalSentence(language, { refused: 'missing', field }, names);
    const nameless = [...new Set(fields)].filter((field) => said(field) === said('nothing-that-is-called-so'));
    expect(fields.length).toBeGreaterThan(30);
    expect(nameless).toEqual([]);
  });

  test('a recommendation that somebody began with its own word does not begin with it twice', () => {
    expect(textIn('da').case.at('at planen godkendes')).toBe('at planen godkendes');
    expect(textIn('da').case.at('planen godkendes')).toBe('at planen godkendes');
  });
});
