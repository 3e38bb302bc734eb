import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { type Columns, guessedColumns, type Known, milestonesIn } from '../../bot/governance/milestone/list.ts';
import { linesOf } from '../../bot/governance/milestone/list-rows.ts';
import fc from '../kit/seeded.ts';

const known: Known = {
  people: [
    { person: 'p-lone', name: 'Lone Lund' },
    { person: 'p-ole', name: 'Ole Old' },
    { person: 'p-ole2', name: 'Ole Old' },
  ],
  bodies: [
    { id: 'klynge-nord', names: ['Klynge Nord', 'Nord'] },
    { id: 'klynge-syd', names: ['Klynge Syd'] },
  ],
  initiatives: [{ id: 'rehab', names: ['Genoptræning'] }],
  milestones: [{ id: 'm-old', deliverable: 'Fælles skabelon' }],
  newId: (line) => `new-${line}`,
  year: 2015,
};

function read(text: string, columns?: Columns) {
  const lines = linesOf(text);
  if ('wrong' in lines) return lines;
  const [head] = lines;
  if (!head) throw new Error('no head');
  return milestonesIn(lines, columns ?? guessedColumns(head), known);
}

describe('a list of milestones', () => {
  test('is read under headings people use, in Danish or English, in any order', () => {
    const danish = 'Ansvarlig;Leverance;Frist;Nr.\nLone Lund;Fælles skabelon;1.9.2015;1\n;Pilot i drift;2015-10-01;2\n';
    expect(read(danish)).toMatchObject({
      milestones: [
        { line: 2, id: 'm-old', deliverable: 'Fælles skabelon', owner: 'p-lone', due: '2015-09-01' },
        { line: 3, id: 'new-3', deliverable: 'Pilot i drift', owner: null, due: '2015-10-01' },
      ],
    });
    expect(read('Title,Due date,Responsible\nA,31 August 2015,lone  lund\n')).toMatchObject({
      milestones: [{ deliverable: 'A', due: '2015-08-31', owner: 'p-lone' }],
    });
  });

  test('is read whatever its columns are called when they are pointed out', () => {
    expect(read('Hvad\tHvornår\nSkabelon\t1/9-2015\n', { deliverable: 0, due: 1 })).toMatchObject({ milestones: [{ due: '2015-09-01' }] });
    expect(read('Hvad\tHvornår\nSkabelon\t1/9-2015\n')).toEqual({
      wrong: [
        { line: 1, problem: 'no-column', what: 'deliverable' },
        { line: 1, problem: 'no-column', what: 'due' },
      ],
    });
  });

  test('says what each line waits for and who carries it out', () => {
    const list =
      'Nr;Leverance;Frist;Venter på;Klynger;Indsats\n1;A;1.9.2015;;;Genoptræning\n2;B;1.10.2015;1;"Nord, Klynge Syd";\n3;C;1.11.2015;"1/b";;\n';
    expect(read(list)).toMatchObject({
      milestones: [
        { id: 'new-2', initiative: 'rehab', dependsOn: [], carriedBy: [] },
        { id: 'new-3', dependsOn: ['new-2'], carriedBy: ['klynge-nord', 'klynge-syd'] },
        { id: 'new-4', dependsOn: ['new-2', 'new-3'] },
      ],
    });
  });

  test('is refused as a whole, with every line that is wrong', () => {
    const list = [
      'Leverance;Frist;Start;Ansvarlig;Klynge;Venter på;Indsats',
      'A;31.9.2015;;;;;',
      ';1.9.2015;;;;;',
      'B;1.9.2015;1.10.2015;;;;',
      'C;1.9.2015;;Ida Is;Vest;D;Søvn',
      'C;1.9.2015;;Ole Old;;c;',
    ].join('\r\n');
    expect(read(list)).toEqual({
      wrong: [
        { line: 2, problem: 'not-a-date', what: '31.9.2015' },
        { line: 3, problem: 'no-deliverable', what: '' },
        { line: 4, problem: 'ends-before-it-starts', what: '1.9.2015' },
        { line: 5, problem: 'no-initiative-called', what: 'Søvn' },
        { line: 5, problem: 'no-body-called', what: 'Vest' },
        { line: 5, problem: 'no-line-called', what: 'D' },
        { line: 5, problem: 'nobody-called', what: 'Ida Is' },
        { line: 6, problem: 'twice', what: 'C' },
        { line: 6, problem: 'several-called', what: 'Ole Old' },
      ],
    });
    expect(read('Leverance;Frist\nA;1.9.2015;mere\nB\n')).toEqual({
      wrong: [
        { line: 2, problem: 'cells', what: 'A | 1.9.2015 | mere' },
        { line: 3, problem: 'cells', what: 'B' },
      ],
    });
    expect(read('Leverance;Frist\n"A;1.9.2015\nB;2.9.2015\n')).toMatchObject({ wrong: [{ line: 2, problem: 'open-quote' }] });
    expect(read('')).toEqual({ wrong: [{ line: 1, problem: 'empty', what: '' }] });
    expect(read('Leverance;Frist\n')).toEqual({ wrong: [{ line: 1, problem: 'empty', what: '' }] });
  });

  test('is taken apart as any reader of such tables does, whatever its cells hold', () => {
    const cell = fc.stringMatching(/^[a-zæ0-9 ";,\n\t]{0,8}$/).map((text) => text.trim());
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
      .filter((rows) => rows.every((row) => row.some((each) => each !== '')));
    fc.assert(
      fc.property(table, fc.constantFrom(';', '\t', ','), fc.constantFrom('\n', '\r\n'), (rows, between, end) => {
        const head = rows[0]?.map((_, at) => `k${at}`) ?? [];
        const quoted = (text: string) => (/[";,\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        const text = [head, ...rows].map((row) => row.map(quoted).join(between)).join(end);
        const lines = linesOf(text);
        if (head.length === 1) return;
        const independent: string[][] = parse(text, { delimiter: between, skip_empty_lines: true });
        expect('wrong' in lines ? lines : lines.map(({ cells }) => cells)).toEqual(independent);
        const starts = [head, ...rows].map(
          (_, at) =>
            [head, ...rows]
              .slice(0, at)
              .map((row) => row.map(quoted).join(between))
              .join(end)
              .split('\n').length + (at > 0 ? 1 : 0),
        );
        expect('wrong' in lines ? [] : lines.map(({ line }) => line)).toEqual(starts);
      }),
    );
  });
});

test('a date may be a period, which is shown before it is taken; a line that says it has no date is left out, and named', () => {
  expect(read('Leverance;Frist\nA;4. kvartal 2015\nB;Løbende\nC;uge 34\nD;1.9.15\n')).toMatchObject({
    milestones: [
      { deliverable: 'A', due: '2015-12-31', guessed: '4. kvartal 2015' },
      { deliverable: 'C', due: '2015-08-21', guessed: 'uge 34' },
      { deliverable: 'D', due: '2015-09-01', guessed: '1.9.15' },
    ],
    undated: [{ line: 3, what: 'B' }],
  });
  expect(read('Leverance;Frist\nA;tirsdag den 15. januar 2020\n')).toEqual({
    wrong: [{ line: 2, problem: 'weekday', what: 'tirsdag den 15. januar 2020' }],
  });
});
