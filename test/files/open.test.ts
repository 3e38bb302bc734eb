import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvText, xlsxBytes } from '../../bot/files/cells.ts';
import { decoded } from '../../bot/files/decode.ts';
import { linesOf } from '../../bot/files/lines.ts';
import { opened } from '../../bot/files/open.ts';
import { encoded, type Letters, letters } from '../kit/letters.ts';
import fc from '../kit/seeded.ts';

const table = (text: string) => {
  const read = linesOf(text);
  return 'wrong' in read ? read.wrong : read.lines.map(({ line, cells }) => [line, ...cells]);
};

describe('the letters of a file', () => {
  test.each(letters)('letters that Excel writes as %s are read right', (as) => {
    expect(decoded(encoded('Åse Ærø;på øen', as))?.text.replace('\uFEFF', '')).toBe('Åse Ærø;på øen');
  });
  test('garbled letters are marked as doubtful', () => {
    const twice = Buffer.from(Buffer.from('Åse Ærø på øen', 'utf8').toString('latin1'), 'utf8');
    expect(decoded(twice)).toMatchObject({ as: 'utf-8', doubtful: true });
    expect(decoded(Buffer.from([0x53, 0xbf, 0x72, 0x65, 0x6e]))).toMatchObject({ text: 'S¿ren', doubtful: true });
    expect(decoded(encoded('Søren på Ærø', 'windows-1252'))).toMatchObject({ as: 'windows-1252', doubtful: false });
  });
  test('a picture is not read as text', () => {
    expect(decoded(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0, 0, 1]))).toBeNull();
  });
  test('text cut in the middle of a letter is not read', () => {
    const wide = encoded('Åse', 'utf-16le');
    expect(decoded(wide.subarray(0, wide.length - 1))).toBeNull();
  });
});

describe('the lines of a table', () => {
  test('a table’s separator is the one that Excel names, or the one that every line has equally often', () => {
    expect(table('sep=,\na,b;c\n1,2\n')).toEqual([
      [2, 'a', 'b;c'],
      [3, '1', '2'],
    ]);
    expect(table('Hvem, hvad;Dato\nA, b, c;1\nD, e;2\n')).toEqual([
      [1, 'Hvem, hvad', 'Dato'],
      [2, 'A, b, c', '1'],
      [3, 'D, e', '2'],
    ]);
    expect(table('a\tb\n1, 2\t3\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1, 2', '3'],
    ]);
  });
  test('lines keep their numbers despite empty lines and line breaks in a cell', () => {
    expect(table('a;b\r\n\r\n"x\r\ny";2\r\n;;\r\nz;3\r\n')).toEqual([
      [1, 'a', 'b'],
      [2, ''],
      [3, 'x\ny', '2'],
      [5, '', '', ''],
      [6, 'z', '3'],
    ]);
  });
  test('a last line without an end is noticed', () => {
    expect(linesOf('a;b\n1;2')).toMatchObject({ unended: true });
    expect(linesOf('a;b\n1;2\n')).toMatchObject({ unended: false });
  });
});

describe('what is written as a table', () => {
  const cell = fc.stringMatching(/^[a-zæøå0-9 ";,'=+@\n\t-]{0,8}$/).map((text) => text.trim());
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
  const head = ['Et', 'To', 'Tre'];

  test('a table written as text in any encoding is read back cell by cell, and no cell is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom<Letters>(...letters), async (cells, as) => {
        const text = csvText({ head, rows: cells });
        const read = await opened(encoded(text.slice(1), as));
        expect(read.is === 'table' && read.lines.map((line) => line.cells)).toEqual([head, ...cells]);
        const raw: string[][] = parse(text, { bom: true, delimiter: ';' });
        for (const each of raw.flat()) expect(each).not.toMatch(/^[=+@\t-]/);
      }),
      { numRuns: 200 },
    );
  });
  test('a table written as .xlsx is read back cell by cell', async () => {
    const full = rows.filter((all) => all.every((row) => (row.at(-1) ?? '') !== ''));
    await fc.assert(
      fc.asyncProperty(full, async (cells) => {
        const read = await opened(await xlsxBytes({ head, rows: cells }));
        expect(read.is === 'table' && read.lines.map((line) => line.cells)).toEqual([head, ...cells]);
      }),
      { numRuns: 40 },
    );
  });
});
