import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LineWrong, readSeats } from '../../bot/cli/body/seats-read.ts';
import { fillSeats, rehearse } from '../../bot/cli/body/seats-record.ts';
import { openDirectory } from '../../bot/directory.ts';
import { openHandle } from '../../bot/handle.ts';
import { readCharter } from '../../bot/model/read.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { samspil as command, samspilAlone } from '../kit/commands.ts';

let directory: string;
let store: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'samspil-'));
  store = join(directory, 'samspil.db');
});
afterEach(() => rmSync(directory, { recursive: true }));

const read = readCharter(join(import.meta.dirname, '..', '..', 'seeds'));
if ('errors' in read) throw new Error(JSON.stringify(read.errors[0]));
const { charter } = read;
const tenant = '11111111-0000-4000-8000-000000000000';
const person = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`;
const group = 'it-temagruppen';
const head = 'organ;plads;navn;tenant;aadObjectId;fra';
const row = (seat: string, name: string, digit: string) => [group, seat, name, tenant, person(digit), '2026-01-01'].join(';');
const good = [head, row('regional-formand', 'Rita Regn', 'a'), row('kommunal-formand', 'Mads Muld', 'b'), row('plo', 'Palle Praksis', 'c')];

async function imports(lines: readonly string[], ...flags: readonly string[]) {
  const file = join(directory, 'seats.csv');
  writeFileSync(file, lines.join('\r\n'));
  return samspil(['seats', 'import', file, ...flags]);
}

const settings = () => ({ SAMSPIL_STORE: store });
const samspil = (words: readonly string[]) => command(settings(), ...words);

async function wrongIn(text: string): Promise<readonly LineWrong[]> {
  const rows = readSeats(charter, text, '2026-03-01');
  if ('wrong' in rows) return rows.wrong;
  const open = openSqlite(':memory:');
  try {
    const now = Temporal.Instant.from('2026-03-01T08:00:00Z');
    const rehearsed = await rehearse({ store: open, directory: openDirectory(open), charter, now }, rows);
    return 'wrong' in rehearsed ? rehearsed.wrong : [];
  } finally {
    await open.close();
  }
}

/** Whether each line still fills a seat after the first one was filled, and then ended. */
async function afterItEnded(lines: readonly string[]): Promise<readonly boolean[]> {
  const rows = readSeats(charter, lines.join('\n'), '2026-03-01');
  if ('wrong' in rows) throw new Error('the lines are wrong');
  const open = openSqlite(':memory:');
  try {
    const now = Temporal.Instant.from('2026-03-01T08:00:00Z');
    const around = { store: open, directory: openDirectory(open), charter, now };
    await fillSeats(around, [{ row: rows[0] ?? never(), fills: true }]);
    const state = (await open.recall(`body/${group}`))?.state;
    const appointment = (state?.kind === 'body' ? state.appointments[0]?.id : null) ?? '';
    const handle = openHandle(
      open,
      () => charter,
      () => Promise.resolve(),
    );
    const ends = { type: 'EndAppointment', appointment, until: '2026-03-01' } as const;
    await handle({ stream: `body/${group}`, command: ends, by: { kind: 'operator' }, cause: 'operator:ends', now });
    const outcomes = await rehearse(around, rows);
    return 'wrong' in outcomes ? [] : outcomes.map(({ fills }) => fills);
  } finally {
    await open.close();
  }
}

function never(): never {
  throw new Error('there is no line');
}

async function remembered() {
  const open = openSqlite(store);
  try {
    const state = (await open.recall(`body/${group}`))?.state;
    const held = state?.kind === 'body' ? state.appointments : [];
    const persons = await open.records<{ name: string }>('person');
    return {
      seats: held.map(({ seat }) => seat),
      names: persons.map(({ value }) => value.name).sort(),
      causes: (await open.history(`body/${group}`)).map(({ cause }) => cause),
    };
  } finally {
    await open.close();
  }
}

describe('seats import', () => {
  it('fills the seats of a table, each by a cause of its own; the same table again changes nothing', async () => {
    expect(await imports(good)).toMatchObject({ code: 0, out: expect.stringContaining('3 seats filled, 0 as before.') });
    const first = await remembered();
    expect(first.seats).toEqual(['regional-formand', 'kommunal-formand', 'plo']);
    expect(first.names).toEqual(['Mads Muld', 'Palle Praksis', 'Rita Regn']);
    expect(new Set(first.causes).size).toBe(3);
    expect(await imports(good)).toMatchObject({ code: 0, out: expect.stringContaining('0 seats filled, 3 as before.') });
    expect(await remembered()).toEqual(first);
  });

  it('does not fill a seat again that was filled by the same line and has ended since', async () => {
    expect(await afterItEnded([head, row('plo', 'Palle Praksis', 'c')])).toEqual([false]);
    const later = row('plo', 'Palle Praksis', 'c').replace('2026-01-01', '2026-04-01');
    expect(await afterItEnded([head, row('plo', 'Palle Praksis', 'c'), later])).toEqual([false, true]);
  });

  it('reads the columns in English and in any order, with commas', async () => {
    const english = ['seat,body,from,name,aadObjectId,tenant', `Regional formand,${group},2026-01-01,Rita Regn,${person('a')},${tenant}`];
    expect(await imports(english)).toMatchObject({ code: 0, out: expect.stringContaining('1 seat filled') });
    expect((await remembered()).seats).toEqual(['regional-formand']);
  });

  it('says in a dry run what would change, and makes neither a store nor a person', async () => {
    const { code, out } = await imports(good, '--dry-run');
    expect([code, out]).toEqual([0, expect.stringContaining(`${group}: Rita Regn would become regional-formand from 2026-01-01.`)]);
    expect(out).toContain('3 seats would be filled, 0 as before. Nothing was changed.');
    expect(await remembered()).toEqual({ seats: [], names: [], causes: [] });
  });

  it.each([
    ['a seat that is not there', [...good, row('throne', 'Lone Lund', 'd')], 'seats.csv:5: it-temagruppen has no seat "throne"'],
    [
      'a date that does not exist',
      [head, ...good.slice(1, 2), row('plo', 'P', 'c').replace('2026-01-01', '2026-02-30')],
      'seats.csv:3: "2026-02-30" is not a date',
    ],
    ['an id that is none', [head, row('plo', 'P', 'c').replace(person('c'), 'c')], 'seats.csv:2: "c" in "aadObjectId" is not an Entra id'],
    ['a body that is not there', [head, row('plo', 'P', 'c').replace(group, 'havnen')], 'seats.csv:2: there is no body "havnen"'],
    ['an empty cell', [head, row('plo', '', 'c')], 'seats.csv:2: "name" is empty'],
    ['a line cut short', [...good, group], 'seats.csv:5: this line has more or fewer cells than the head'],
    ['a column too many', [`${head};note`], 'seats.csv:1: the column "note" is not known'],
    ['a column missing', ['organ;plads;navn'], 'seats.csv:1: there is no column "tenant"'],
    ['one person with two keys', [...good.slice(0, 2), row('kommunal-formand', 'Rita Regn', 'a')], 'seats.csv:3: '],
    ['more people than places', [...good, row('plo', 'Poul Prøve', 'd')], 'seats.csv:5: '],
  ])('refuses %s, and names the line', async (_what, lines, said) => {
    const wrong = await wrongIn(lines.join('\n'));
    expect(wrong.map(({ line, message }) => `seats.csv:${line}: ${message}`)).toEqual([expect.stringContaining(said)]);
  });

  it('names all that is wrong at once, and changes nothing at all', async () => {
    const { code, err } = await imports([...good, row('throne', 'A', 'd'), row('crown', 'B', 'e')]);
    expect(err.match(/seats\.csv:\d+:/g)).toEqual(['seats.csv:5:', 'seats.csv:6:']);
    expect([code, err]).toEqual([1, expect.stringContaining('Nothing was changed.')]);
    expect(existsSync(store)).toBe(false);
  });
});

describe('seats check', () => {
  const checks = (...words: readonly string[]) => samspil(['seats', 'check', ...words]);

  it('says of a store without anybody in it that it is empty, and what is owed', async () => {
    const { code, out } = await samspilAlone(settings(), 'seats', 'check', group, '--language', 'en', '--as-of', '2016-01-01');
    expect([code, out]).toEqual([0, expect.stringContaining('is empty: there is no such file yet.')]);
    expect(out).toContain('0 of 6 clusters are represented; all should be.  {D1 §2, lines 112-114}');
    expect(existsSync(store)).toBe(false);
  });

  it('names vacancies with their source, and the balance of sectors', async () => {
    await imports(good);
    const { out } = await checks(group, '--language', 'en');
    expect(out).not.toContain('Regional chair');
    expect(out).toContain('Vacant: 5 × Hospital manager from a somatic cluster (mainly IT)  {D0 §2, lines 115-117}');
    expect(out).toMatch(/Chairs and members: Region 1 of \d+, Municipalities 1 of \d+, General practice 1 of 1 {2}\{ours\}/);
  });
});
