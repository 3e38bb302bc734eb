import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSeats } from '../../bot/cli/body/seats-read.ts';
import { fillSeats, rehearse } from '../../bot/cli/body/seats-record.ts';
import { openDirectory } from '../../bot/directory.ts';
import { linesOf } from '../../bot/files/lines.ts';
import type { Fault } from '../../bot/governance/lists/line.ts';
import { openHandle } from '../../bot/handle.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { samspil as command, samspilAlone } from '../kit/commands.ts';
import { documentsCharter } from '../kit/read-once.ts';

let directory: string;
let store: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'samspil-'));
  store = join(directory, 'samspil.db');
});
afterEach(() => rmSync(directory, { recursive: true }));

const charter = documentsCharter();
const tenant = '11111111-0000-4000-8000-000000000000';
const person = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`;
const group = 'it-temagruppen';
const head = 'organ;plads;navn;tenant;aadObjectId;fra';
const row = (seat: string, name: string, digit: string) => [group, seat, name, tenant, person(digit), '2026-01-01'].join(';');
const good = [head, row('regional-formand', 'Rita Regn', 'a'), row('kommunal-formand', 'Mads Muld', 'b'), row('plo', 'Palle Praksis', 'c')];

async function imports(lines: readonly string[], ...flags: readonly string[]) {
  const file = join(directory, 'seats.csv');
  writeFileSync(file, `${lines.join('\r\n')}\r\n`);
  return samspil(['seats', 'import', file, ...flags]);
}

const settings = () => ({ SAMSPIL_STORE: store });
const samspil = (words: readonly string[]) => command(settings(), ...words);

const now = Temporal.Instant.from('2026-03-01T08:00:00Z');
function rowsOf(text: string) {
  const lines = linesOf(text);
  return readSeats(charter, 'wrong' in lines ? [] : lines.lines, '2026-03-01');
}

async function wrongIn(text: string): Promise<readonly Fault[]> {
  const open = openSqlite(':memory:');
  try {
    return (await rehearse({ store: open, directory: openDirectory(open), charter, now, language: 'da' }, rowsOf(text))).faults;
  } finally {
    await open.close();
  }
}

/** Tells for each line whether it still fills a seat after the first one's appointment was made and ended. */
async function afterItEnded(lines: readonly string[]): Promise<readonly boolean[]> {
  const read = rowsOf(lines.join('\n'));
  const open = openSqlite(':memory:');
  try {
    const around = { store: open, directory: openDirectory(open), charter, now, language: 'da' } as const;
    const first = read.rows[0] ?? never();
    await fillSeats(around, { changes: [{ how: 'new', line: 2, is: first, was: null }], faults: [], remarks: [] });
    const state = (await open.recall(`body/${group}`))?.state;
    const appointment = (state?.kind === 'body' ? state.appointments[0]?.id : null) ?? '';
    const handle = openHandle(
      open,
      () => charter,
      () => Promise.resolve(),
    );
    const ends = { type: 'EndAppointment', appointment, until: '2026-03-01' } as const;
    await handle({ stream: `body/${group}`, command: ends, by: { kind: 'operator' }, cause: 'operator:ends', now });
    return (await rehearse(around, read)).changes.map(({ how }) => how === 'new');
  } finally {
    await open.close();
  }
}

function never(): never {
  throw new Error('there is no line');
}

async function ends(seat: string, until: string): Promise<void> {
  const open = openSqlite(store);
  try {
    const state = (await open.recall(`body/${group}`))?.state;
    const held = state?.kind === 'body' ? state.appointments.find((each) => each.seat === seat) : undefined;
    const handle = openHandle(
      open,
      () => charter,
      () => Promise.resolve(),
    );
    const command = { type: 'EndAppointment', appointment: held?.id ?? '', until } as const;
    await handle({ stream: `body/${group}`, command, by: { kind: 'operator' }, cause: 'operator:ends', now });
  } finally {
    await open.close();
  }
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

describe('samspil seats import', () => {
  it('an import fills each seat under a cause of its own, and importing the same table again changes nothing', async () => {
    expect(await imports(good)).toMatchObject({ code: 0, out: expect.stringContaining('3 nye, 0 ændrede, 0 udgår, 0 uændrede.') });
    const first = await remembered();
    expect(first.seats).toEqual(['regional-formand', 'kommunal-formand', 'plo']);
    expect(first.names).toEqual(['Mads Muld', 'Palle Praksis', 'Rita Regn']);
    expect(new Set(first.causes).size).toBe(3);
    expect(await imports(good)).toMatchObject({ code: 0, out: expect.stringContaining('Intet nyt.') });
    expect(await remembered()).toEqual(first);
  });

  it('a printed table of seats is readable by people, and importing it again changes nothing', async () => {
    await imports(good);
    const { code, out } = await samspil(['seats', 'show', group, '--csv']);
    expect(code).toBe(0);
    const lines = out.replace('\uFEFF', '').split('\r\n');
    expect(lines[0]).toBe('Gruppe;Plads;Navn;Tenant;Entra-id;Fra;Til;Stedfortrædere');
    expect(lines[1]).toBe(
      `Temagruppen for sundheds-it og digitale arbejdsgange;Regional formand;Rita Regn;${tenant};${person('a')};2026-01-01;;`,
    );
    const file = join(directory, 'seats-shown.csv');
    for (const language of ['da', 'en']) {
      expect((await samspil(['seats', 'show', '--csv', '--to', file, '--language', language])).code).toBe(0);
      expect(await samspil(['seats', 'import', file])).toMatchObject({ code: 0, out: expect.stringContaining('Intet nyt.') });
    }
    expect((await samspil(['seats', 'show', group, '--xlsx'])).err).toContain('--to');
    await ends('plo', '2026-03-01');
    const shownOn = async (day: string) => (await samspil(['seats', 'show', group, '--as-of', day])).out;
    expect(await shownOn('2026-03-01')).toContain('2026-01-01;2026-03-01');
    expect(await shownOn('2026-03-02')).not.toContain('Palle Praksis');
  });

  it('an import does not refill a seat when the same line filled it before and the appointment has ended since', async () => {
    expect(await afterItEnded([head, row('plo', 'Palle Praksis', 'c')])).toEqual([false]);
    const later = row('plo', 'Palle Praksis', 'c').replace('2026-01-01', '2026-04-01');
    expect(await afterItEnded([head, row('plo', 'Palle Praksis', 'c'), later])).toEqual([false, true]);
  });

  it('an import reads English column names, in any order and separated by commas', async () => {
    const english = ['seat,body,from,name,aadObjectId,tenant', `Regional formand,${group},2026-01-01,Rita Regn,${person('a')},${tenant}`];
    expect(await imports(english)).toMatchObject({ code: 0, out: expect.stringContaining('1 ny,') });
    expect((await remembered()).seats).toEqual(['regional-formand']);
  });

  it('a dry run says what would change and records nothing', async () => {
    const { code, out } = await imports(good, '--dry-run');
    expect([code, out]).toEqual([0, expect.stringContaining(`${group}: Rita Regn, regional-formand, fra 2026-01-01`)]);
    expect(out).toContain('3 nye, 0 ændrede, 0 udgår, 0 uændrede.\nIntet er ændret.');
    expect(await remembered()).toEqual({ seats: [], names: [], causes: [] });
  });

  it.each([
    ['a seat that does not exist', [...good, row('throne', 'Lone Lund', 'd')], 5, 'no-seat-called'],
    ['a date that does not exist', [head, ...good.slice(1, 2), row('plo', 'P', 'c').replace('2026-01-01', '2026-02-30')], 3, 'not-a-date'],
    ['a malformed id', [head, row('plo', 'P', 'c').replace(person('c'), 'c')], 2, 'not-an-entra-id'],
    ['a body that does not exist', [head, row('plo', 'P', 'c').replace(group, 'havnen')], 2, 'no-body-called'],
    ['an empty cell', [head, row('plo', '', 'c')], 2, 'empty-cell'],
    ['a line cut short', [...good, group], 5, 'cells'],
    ['one person with two keys', [...good.slice(0, 2), row('kommunal-formand', 'Rita Regn', 'a')], 3, 'refused'],
    ['more people than the seat holds', [...good, row('plo', 'Poul Prøve', 'd')], 5, 'refused'],
  ])('an import refuses %s and names the line', async (_what, lines, line, problem) => {
    expect(await wrongIn(lines.join('\n'))).toMatchObject([{ line, problem }]);
  });
  it('an import asks for every missing column and names a column that it ignores', async () => {
    expect((await wrongIn('organ;plads;navn\na;b;c')).map(({ problem, what }) => [problem, what])).toEqual([
      ['no-column', 'tenant'],
      ['no-column', 'aadObjectId'],
      ['no-column', 'from'],
    ]);
    const { rows, remarks } = rowsOf([`${head};note`, `${row('plo', 'P', 'c')};husk kage`].join('\n'));
    expect([rows.length, remarks]).toMatchObject([1, [{ says: 'left-out', what: 'note' }]]);
  });

  it('an import names all errors at once and changes nothing', async () => {
    const { code, err } = await imports([...good, row('throne', 'A', 'd'), row('crown', 'B', 'e')]);
    expect(err.match(/linje \d+: Ingen plads/g)).toEqual(['linje 5: Ingen plads', 'linje 6: Ingen plads']);
    expect([code, err]).toEqual([1, expect.stringContaining('Intet er ændret.')]);
    expect(existsSync(store)).toBe(false);
  });
});

describe('samspil seats check', () => {
  const checks = (...words: readonly string[]) => samspil(['seats', 'check', ...words]);

  it('a check of a store that does not exist yet says that it is empty and which seats should be filled', async () => {
    const { code, out } = await samspilAlone(settings(), 'seats', 'check', group, '--language', 'en', '--as-of', '2016-01-01');
    expect([code, out]).toEqual([0, expect.stringContaining('is empty: there is no such file yet.')]);
    expect(out).toContain('0 of 6 clusters are represented; all should be.  {D1 §2, lines 112-114}');
    expect(existsSync(store)).toBe(false);
  });

  it('a check names each vacancy with its source and shows the balance of the sectors', async () => {
    await imports(good);
    const { out } = await checks(group, '--language', 'en');
    expect(out).not.toContain('Regional chair');
    expect(out).toContain(
      'Vacant: 5 × Hospital representative from a somatic cluster (management level, mainly IT)  {D0 §2, lines 115-117}',
    );
    expect(out).toMatch(/Chairs and members: Region 1 of \d+, Municipalities 1 of \d+, General practice 1 of 1 {2}\{ours\}/);
  });
});
