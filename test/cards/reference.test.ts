import { describe, expect, it } from 'vitest';
import type { Charter, Clause, Source } from '../../bot/governance/charter/charter.ts';
import { reference, references, sourceSaid } from '../../cards/kit/said.ts';
import { languages } from '../../cards/text/languages.ts';
import { body, charter, termsOf } from '../kit/charter.ts';
import { documentsCharter } from '../kit/read-once.ts';

function clause(id: string, section: string, lines?: readonly [number, number], document = 'F1'): Clause {
  const source: Source = lines ? { document, section, lines } : { document, section };
  return { id, kind: 'duty', text: { da: id, en: id }, source, state: { kind: 'not-automated', because: 'a test' } };
}
const terms = {
  ...termsOf('panel'),
  clauses: [
    clause('a', '§2', [104, 108]),
    clause('b', '§2', [133, 133]),
    clause('c', '§2', [109, 110]),
    clause('d', '§3'),
    clause('g', 'Opfølgning'),
    clause('h', 'hoved'),
  ],
};
const model = charter({
  bodies: [
    { ...body('panel'), terms: [terms] },
    { ...body('forum'), terms: [{ ...termsOf('forum'), clauses: [clause('e', '§1', [7, 7])] }] },
  ],
  clauses: [clause('f', '§9', [1, 2], 'F2')],
});
const elsewhere: Charter = {
  ...model,
  collaboration: {
    ...model.collaboration,
    documents: [
      { short: 'F1', title: 'F1', file: 'f1.txt', sha256: '', lines: 200, sections: { '§2': 'Opgaver' }, unnamed: ['hoved'] },
      { short: 'F2', title: 'F2', file: 'f2.txt', sha256: '', lines: 9, cited: { da: 'notat af 2. maj', en: 'note of 2 May' } },
    ],
  },
};
const said = (id: string, model: Charter = elsewhere) => reference(model, terms, id, 'da');

describe('a reference to a clause', () => {
  it('a reference names the document and the section, and never a line', () => {
    expect([said('a'), said('b'), said('d')]).toEqual(['F1, afsnit 2 Opgaver', 'F1, afsnit 2 Opgaver', 'F1, afsnit 3']);
    expect(reference(elsewhere, terms, 'a', 'en')).toBe('F1, section 2 Opgaver');
  });
  it('a section without a number stands as the document writes it, and one the document does not name is left out', () => {
    expect([said('g'), said('h')]).toEqual(['F1, »Opfølgning«', 'F1']);
    expect(reference(elsewhere, terms, 'g', 'en')).toBe('F1, “Opfølgning”');
  });
  it('a clause is found in other terms and among those that hold for everyone, whose document is cited as the model says', () => {
    expect([said('e'), said('f')]).toEqual(['F1, afsnit 1', 'notat af 2. maj, afsnit 9']);
  });
  it('a reference to several clauses names each section once', () => {
    expect(references(elsewhere, terms, ['b', 'a', 'c', 'd', 'f'], 'da')).toBe(
      'F1, afsnit 2 Opgaver; F1, afsnit 3; notat af 2. maj, afsnit 9',
    );
  });
  it('a reference to an unknown clause names the document', () => {
    expect(said('nothing')).toBe('F1');
  });
});

describe('the clauses of the real model', () => {
  const model = documentsCharter();
  const all = [...model.clauses, ...model.bodies.flatMap((each) => each.terms).flatMap(({ clauses }) => clauses)];
  it.each(languages)('every clause is cited by its document and section, and by no line, in %s', (language) => {
    expect(all.length).toBeGreaterThan(100);
    const odd = all.filter(({ source }) => /D\d|§|linje|line|undefined/.test(sourceSaid(model, source, language)));
    expect(odd.map(({ id }) => id)).toEqual([]);
    const numbered = all.filter(({ source }) => /^§\d/.test(source.section));
    const named = new RegExp(language === 'da' ? 'afsnit \\d [A-ZÆØÅ]' : 'section \\d [A-ZÆØÅ]');
    expect(numbered.filter(({ source }) => !named.test(sourceSaid(model, source, language))).map(({ id }) => id)).toEqual([]);
  });
});
