import { describe, expect, test } from 'vitest';
import { linesOf } from '../../bot/files/lines.ts';
import { type Pointed, tableOf } from '../../bot/governance/lists/table.ts';
import { type ListAround, type ListColumn, listCalled, milestonesIn, neededColumns } from '../../bot/governance/milestone/list.ts';

const known: ListAround = {
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

function read(text: string, pointed: Pointed<ListColumn> = {}) {
  const lines = linesOf(text);
  const table = 'wrong' in lines ? lines : tableOf(lines.lines, listCalled, neededColumns, pointed);
  return 'wrong' in table ? { milestones: [], faults: table.wrong, remarks: [] } : milestonesIn(table, known);
}
const wrongIn = (text: string) => read(text).faults.map(({ line, problem, what }) => [line, problem, what]);

describe('a list of milestones', () => {
  test('a list of milestones is read under the headings people use, in Danish or English, in any order', () => {
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

  test('a list is read whatever its columns are called when they are pointed out', () => {
    const list = 'Hvad gør vi\tKlar til\nSkabelon\t1/9-2015\n';
    expect(read(list, { deliverable: 'hvad gør vi', due: 'Klar til' })).toMatchObject({ milestones: [{ due: '2015-09-01' }] });
    expect(wrongIn(list)).toEqual([
      [1, 'no-column', 'deliverable'],
      [1, 'no-column', 'due'],
    ]);
  });

  test('a list may say what each line waits for and who carries it out', () => {
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

  test('a list is refused as a whole, with every line that is wrong', () => {
    const list = [
      'Leverance;Frist;Start;Ansvarlig;Klynge;Venter på;Indsats',
      'A;31.9.2015;;;;;',
      ';1.9.2015;;;;;',
      'B;1.9.2015;1.10.2015;;;;',
      'C;1.9.2015;;Ida Is;Vest;D;Søvn',
      'C;1.9.2015;;Ole Old;;c;',
    ].join('\r\n');
    expect(wrongIn(list)).toEqual([
      [2, 'not-a-date', '31.9.2015'],
      [3, 'no-deliverable', ''],
      [4, 'ends-before-it-starts', '1.9.2015'],
      [5, 'no-initiative-called', 'Søvn'],
      [5, 'no-body-called', 'Vest'],
      [5, 'no-line-called', 'D'],
      [5, 'nobody-called', 'Ida Is'],
      [6, 'twice', 'C'],
      [6, 'several-called', 'Ole Old'],
    ]);
    expect(wrongIn('Leverance;Frist\nA;1.9.2015;mere\nB\n')).toEqual([
      [2, 'cells', 'A | 1.9.2015 | mere'],
      [3, 'cells', 'B'],
    ]);
    expect(wrongIn('Leverance;Frist\n"A;1.9.2015\nB;2.9.2015\n')).toEqual([[2, 'open-quote', '"A;1.9.2015']]);
    expect([wrongIn(''), wrongIn('Leverance;Frist\n')]).toEqual([[[1, 'empty', '']], [[1, 'empty', '']]]);
  });

  test('a partial list may wait for milestones of the plan, and changes nothing in columns it does not have', () => {
    expect(read('Leverance;Frist;Afhænger af\nB;1.10.2015;Fælles skabelon\n')).toMatchObject({
      milestones: [{ dependsOn: ['m-old'] }],
      keep: ['from', 'owner', 'initiative', 'carriedBy'],
    });
  });

  test('a long cell is kept whole, and a cell that no card could show is refused', () => {
    const long = 'x'.repeat(900);
    expect(read(`Leverance;Frist\n${long};1.9.2015\n`).milestones).toMatchObject([{ deliverable: long }]);
    expect(wrongIn(`Leverance;Frist\n${long}${long};1.9.2015\n`)).toEqual([[2, 'cell-too-long', `${long}${long}`]]);
  });
});

test('a date in a list may be a period, which is told; a line that says it has no date is left out, and named', () => {
  const { milestones, remarks } = read('Leverance;Frist\nA;4. kvartal 2015\nB;Løbende\nC;uge 34\nD;1.9.15\n');
  expect(milestones.map(({ deliverable, due }) => [deliverable, due])).toEqual([
    ['A', '2015-12-31'],
    ['C', '2015-08-21'],
    ['D', '2015-09-01'],
  ]);
  expect(remarks.map(({ says, guess, lines, what, day }) => [says, guess, lines, what, day])).toEqual([
    ['no-date', false, [3], 'B', null],
    ['read-as', false, [2], '4. kvartal 2015', '2015-12-31'],
    ['read-as', true, [4], 'uge 34', '2015-08-21'],
    ['read-as', true, [5], '1.9.15', '2015-09-01'],
  ]);
  expect(wrongIn('Leverance;Frist\nA;tirsdag den 15. januar 2020\n')).toEqual([[2, 'weekday', 'tirsdag den 15. januar 2020']]);
});
