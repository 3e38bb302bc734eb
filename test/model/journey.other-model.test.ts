import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { readCharter } from '../../bot/model/read.ts';
import { initModel } from '../../bot/model/starter.ts';
import { anchorLines, checkLedger } from '../../bot/view/ledger/ledger.ts';
import { administrator, openWorld, type World } from '../kit/world.ts';

const dir = mkdtempSync(join(tmpdir(), 'other-model-'));
let world: World;

/** The model that `init` writes becomes another, with three sectors, three chairs, Norway's holidays and only English. */
function otherModel(): Charter {
  initModel(dir);
  change('collaboration.yaml', 'country: DK', 'country: NO');
  change('collaboration.yaml', 'Europe/Copenhagen', 'Europe/Oslo');
  change('collaboration.yaml', '  - id: south\n', '  - id: island\n    name: { en: The island }\n  - id: south\n');
  change('collaboration.yaml', 'keySectors: [north, south]', 'keySectors: [north, south, island]');
  change(
    'bodies.yaml',
    '          - id: member\n',
    [
      '          - id: island-chair',
      '            name: { en: Chair from the island }',
      '            role: chair',
      '            sector: island',
      '            count: 1',
      '            source: T1 §2, line 11',
      '            enforced: one-person-two-keys',
      '          - id: member\n',
    ].join('\n'),
  );
  const read = readCharter(dir);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.charter;
}

function change(file: string, replace: string, by: string): void {
  const text = readFileSync(join(dir, file), 'utf8');
  expect(text).toContain(replace);
  writeFileSync(join(dir, file), text.replace(replace, by));
}

beforeAll(async () => {
  const people = ['Sigrid Sand', 'Nora Nord', 'Sven Syd', 'Iben Island', 'Mona Mole', 'Dagny Dock'];
  world = await openWorld({ at: '2026-04-27T09:00', people, charter: otherModel() });
});
afterAll(async () => {
  await world.close();
  rmSync(dir, { recursive: true });
});

describe('a first meeting under another collaboration’s model, with no change in code', () => {
  test('the three chairs of the other model hold the keys', () => {
    expect(world.charter.bodies[0]?.terms[0]?.keyRule.seats).toEqual(['north-chair', 'south-chair', 'island-chair']);
  });

  test('an administrator chooses the channel’s body, and the seats are filled, each chair from their own sector', async () => {
    await world.channel('Harbour').installs();
    const sigrid = world.person('Sigrid Sand');
    const ditte = world.person(administrator);
    await ditte.presses('Save', { on: 'Which body', with: { Body: 'The working group' } });
    await sigrid.writes('seats', 'Harbour');
    const seats = [
      ['Secretary', 'Sigrid'],
      ['Chair from the north side', 'Nora'],
      ['Chair from the south side', 'Sven'],
      ['Chair from the island', 'Iben'],
      ['Member', 'Mona'],
    ];
    for (const [seat = '', name = ''] of seats) {
      const who = seat === 'Secretary' ? ditte : sigrid;
      await who.presses('Fill a seat', { on: 'Members', in: 'Harbour' });
      await who.presses('Find', { on: 'Members', in: 'Harbour', with: { Seat: seat, 'Name or part of it': name } });
      expect(await who.presses('Save', { on: 'Members', in: 'Harbour', with: { Person: name } })).toBe('');
    }
    expect(world.stands('Members', 'Harbour').join('\n')).toContain('The island');
  });

  test('the secretary plans a meeting and a chair answers it, in English', async () => {
    const sigrid = world.person('Sigrid Sand');
    await sigrid.writes('new meeting', 'Harbour');
    await sigrid.presses('Add a meeting', { on: 'New meeting' });
    const meeting = { Date: '2026-05-04', From: '13:00', To: '15:00', 'Place or link': 'The lighthouse' };
    expect(await sigrid.presses('Add the meeting', { on: 'New meeting', with: meeting })).toBe('');
    await world.person('Nora Nord').presses('Coming', { on: 'Meeting: ' });
    expect(world.stands('Meeting: ').join('\n')).toContain('The north side: 1 coming');
  });

  test('one chair sends a deputy, and the secretary records what another chair told her', async () => {
    const sven = world.person('Sven Syd');
    await sven.presses('My deputy comes', { on: 'Meeting: ' });
    expect(await sven.presses('Save', { on: 'Meeting: ', with: { 'Who comes in your place?': 'Dagny Dock' } })).toBe('');
    const sigrid = world.person('Sigrid Sand');
    await sigrid.presses('Record an answer', { on: 'Meeting: ' });
    expect(await sigrid.presses('Save', { on: 'Meeting: ', with: { Who: 'Iben Island', Answer: 'Not coming' } })).toBe('');
    expect(world.stands('Meeting: ')).toEqual(
      expect.arrayContaining(['The island: 0 coming · 1 not coming', 'The south side: 0 coming · 1 by deputy']),
    );
  });

  test('the reminder is sent before the first of May, which is a holiday in Norway but not in Denmark', async () => {
    await world.at('2026-04-30T08:00');
    expect(() => world.standing('Are you coming on ', 'Harbour')).toThrow();
    await world.at('2026-04-30T08:30');
    const reminder = world.standing('Are you coming on ', 'Harbour');
    expect(reminder.root).toBe(false);
    expect(JSON.stringify(reminder.card.msteams)).toMatch(/^(?!.*(Nora|Sven|Iben|Sigrid)).*Mona Mole/);
    await world.person('Mona Mole').presses('Coming', { on: 'Are you coming on ' });
    expect(world.stands('Everyone has answered')).toHaveLength(1);
  });

  test('the ledger holds the whole journey and names nobody', async () => {
    const [meeting] = await world.store.ofKind('meeting');
    const history = await world.store.history(meeting ?? 'anchor');
    expect(history.map(({ event }) => event.type)).toEqual([
      'MeetingPlanned',
      'AttendanceAnswered',
      'AttendanceAnswered',
      'AttendanceAnswered',
      'Prompted',
      'AttendanceAnswered',
    ]);
    expect(JSON.stringify(history)).not.toMatch(/Nora|Sven|Iben|Mona|Dagny|lighthouse/);
    expect((await checkLedger(world.store, await anchorLines(world.store))).findings).toEqual([]);
    expect(world.faults).toEqual([]);
  });
});
