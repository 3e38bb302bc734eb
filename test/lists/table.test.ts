import { describe, expect, test } from 'vitest';
import { linesOf } from '../../bot/files/lines.ts';
import { bodiesNear, bodyCalled } from '../../bot/governance/lists/body-called.ts';
import { fold, nearestWords } from '../../bot/governance/lists/fold.ts';
import { type Pointed, tableOf } from '../../bot/governance/lists/table.ts';
import { documentsCharter } from '../kit/read-once.ts';

type Column = 'day' | 'who';
const called = { day: ['dato', 'date'], who: ['hvem', 'who'] } as const;
function read(text: string, pointed: Pointed<Column> = {}) {
  const lines = linesOf(text);
  return 'wrong' in lines ? lines : tableOf(lines.lines, called, ['day'], pointed);
}

describe('the headings of a table', () => {
  test('the headings of a table are found below titles and empty lines, and empty columns and lines are ignored', () => {
    const table = read('Mødeplan 2027;;;\n;;;\n Dato ;HVEM:;;Note\n1.2.2027;A;;x\n;;;\n2.2.2027;B;;\n');
    expect(table).toMatchObject({ head: { line: 3 }, columns: { day: 0, who: 1 }, leftOut: ['Note'] });
    expect('rows' in table && table.rows.map(({ line }) => line)).toEqual([4, 6]);
  });
  test('a column with values but without a heading is named by its number', () => {
    expect(read('Dato;;\n1.2.2027;hov;\n')).toMatchObject({ leftOut: ['(2)'] });
  });
  test('a heading can be pointed out, and a missing heading is asked about', () => {
    expect(read('Hvornår;Who\n1.2.2027;A\n', { day: 'hvornår' })).toMatchObject({ columns: { day: 0, who: 1 } });
    expect(read('Hvornår;Who\n1.2.2027;A\n', { day: 'Tid' })).toMatchObject({
      wrong: [{ problem: 'no-heading-called', what: 'Tid', known: ['Hvornår', 'Who'] }, { problem: 'no-column' }],
    });
    expect(read('Dato;Who\n1.2.2027;A\n', { day: 'Who', who: 'Who' })).toMatchObject({
      wrong: [{ problem: 'column-twice' }, { problem: 'no-column' }],
    });
    expect(read('Dato;Who\n1.2.2027;A\n', { who: '' })).toMatchObject({ columns: { day: 0 }, leftOut: ['Who'] });
  });
});

describe('the names of bodies', () => {
  test('a name is the same however it is typed', () => {
    const ways = [
      'Økonomi- og opfølgningsgruppen',
      'OEKONOMI og  opfoelgningsgruppen',
      'økonomi & opfølgningsgruppen',
      ' Økonomi og opfølgningsgruppen.',
    ];
    expect(new Set(ways.map(fold))).toEqual(new Set(['oekonomi og opfoelgningsgruppen']));
    expect(fold('Café Åse')).toBe('cafe aase');
  });
  test('an unknown name brings the nearest known ones, and nothing when none is near', () => {
    expect(nearestWords('aflysst', ['aflyst', 'bekræftet'])).toEqual(['aflyst']);
    expect(nearestWords('kage', ['aflyst', 'bekræftet'])).toEqual([]);
  });
  test('every body of the model is found by its id, its name, its other names and its short name', () => {
    const model = documentsCharter();
    for (const body of model.bodies) {
      const names = [body.id, ...body.aliases, ...Object.values(body.name)];
      expect(names.map((name) => [name, bodyCalled(model, name.toUpperCase())?.id])).toEqual(names.map((name) => [name, body.id]));
    }
    expect(bodyCalled(model, 'Sundhedsstyregruppen (SSG)')?.id).toBe('sundhedsstyregruppen');
    expect(bodyCalled(model, 'SAS')?.id).toBe('faellessekretariatet');
    expect(bodyCalled(model, 'havnen')).toBeNull();
    expect(bodiesNear(model, 'Sundhedstyregruppen')).toContain('Sundhedsstyregruppen');
  });
});
