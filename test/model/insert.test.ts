import { describe, expect, test } from 'vitest';
import { withItem, withWords } from '../../bot/model/insert.ts';

const into = (text: string) => withWords(text, 'clauses', [{ path: ['ranges', 0], words: ['one', 'two'] }], 'nothing');

describe('more words in a list that stands on one line', () => {
  test('they come after those that are there, and begin a list that is empty', () => {
    expect(into('ranges:\n  - clauses: [zero] # read\n')).toBe('ranges:\n  - clauses: [zero, one, two] # read\n');
    expect(into('ranges:\n  - clauses: []\n')).toBe('ranges:\n  - clauses: [one, two]\n');
  });

  test('they take the place of what says that nothing is there', () => {
    expect(into('ranges:\n  - lines: 1-4\n    nothing: true\n')).toBe('ranges:\n  - lines: 1-4\n    clauses: [one, two]\n');
  });

  test('a list of several lines is left alone, and the fault names its place', () => {
    expect(() => into('ranges:\n  - clauses:\n      - zero\n')).toThrow('ranges 0 clauses');
  });
});

test('an item is not added to a list that is written on one line', () => {
  expect(withItem('bodies:\n  - id: it\n# the end\n', ['bodies'], { id: 'new' })).toBe('bodies:\n  - id: it\n  - id: new\n# the end\n');
  expect(() => withItem('bodies: [{ id: it }]\n', ['bodies'], { id: 'new' })).toThrow('bodies');
});
