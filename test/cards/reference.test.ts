import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Charter, Clause, Source } from '../../bot/governance/charter/charter.ts';
import { reference, references, sourceSaid } from '../../cards/kit/said.ts';
import { languages } from '../../cards/text/languages.ts';
import { body, charter, termsOf } from '../kit/charter.ts';
import { readOnce } from '../kit/read-once.ts';

function clause(id: string, section: string, lines?: readonly [number, number], document = 'F1'): Clause {
  const source: Source = lines ? { document, section, lines } : { document, section };
  return { id, kind: 'duty', text: { da: id, en: id }, source, state: { kind: 'not-automated', because: 'a test' } };
}
const terms = {
  ...termsOf('panel'),
  clauses: [clause('a', '§2', [104, 108]), clause('b', '§2', [133, 133]), clause('c', '§2', [109, 110]), clause('d', '§3')],
};
const elsewhere = charter({
  bodies: [
    { ...body('panel'), terms: [terms] },
    { ...body('forum'), terms: [{ ...termsOf('forum'), clauses: [clause('e', '§1', [7, 7])] }] },
  ],
  clauses: [clause('f', '§9', [1, 2], 'F2')],
});
const said = (id: string, model: Charter = elsewhere) => reference(model, terms, id, 'da');

describe('a reference to a clause', () => {
  it('a reference names the section, the document and the lines', () => {
    expect([said('a'), said('b'), said('d')]).toEqual(['§2, F1, linje 104–108', '§2, F1, linje 133', '§3, F1']);
    expect(reference(elsewhere, terms, 'a', 'en')).toBe('§2, F1, lines 104–108');
    expect(reference(elsewhere, terms, 'b', 'en')).toBe('§2, F1, line 133');
  });
  it('a clause is found in other terms and among those that hold for everyone', () => {
    expect([said('e'), said('f')]).toEqual(['§1, F1, linje 7', '§9, F2, linje 1–2']);
  });
  it('a reference to several clauses names each section once and joins adjacent lines', () => {
    expect(references(elsewhere, terms, ['b', 'a', 'c', 'd', 'f'], 'da')).toBe('§2, F1, linje 104–110 og 133; §3, F1; §9, F2, linje 1–2');
    expect(references(elsewhere, terms, ['a', 'a'], 'da')).toBe('§2, F1, linje 104–108');
  });
  it('a reference to an unknown clause names the document', () => {
    expect(said('nothing')).toBe('F1');
  });
});

describe('the clauses of the real model', () => {
  const read = readOnce(join(import.meta.dirname, '..', '..', 'seeds'));
  if ('errors' in read) throw new Error(JSON.stringify(read.errors[0]));
  const all = [...read.charter.clauses, ...read.charter.bodies.flatMap((each) => each.terms).flatMap(({ clauses }) => clauses)];
  it.each(languages)('every clause leads to lines of its document, in %s', (language) => {
    expect(all.length).toBeGreaterThan(100);
    const lost = all.filter(({ source }) => !/, D\d, (linje|lines?) \d/.test(sourceSaid(source, language)));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});
