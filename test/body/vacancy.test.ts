import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { emptySeats, nextVacancyAt } from '../../bot/governance/body/vacancy.ts';
import { dueNow } from '../../bot/governance/tables/dues.ts';
import type { Appointment, BodyState } from '../../bot/governance/vocabulary/body.ts';
import { body, charter } from '../kit/charter.ts';
import { clock, given, seated } from '../kit/given.ts';
import { openPanelAndBureau } from '../kit/panel.ts';

const fjord = charter({ bodies: [body('panel'), body('bureau')] });
const held = (seat: string, person: string, from: string, until: string | null): Appointment => {
  return { id: `a-${seat}-${person}`, seat, person, from, until, deputies: [] };
};
const panel = (...appointments: readonly Appointment[]): BodyState => ({ ...seated('panel', {}), appointments });
const rita = held('regional-chair', 'rita', '2015-01-01', null);
const mona = held('municipal-chair', 'mona', '2015-01-01', '2015-02-10');
const due = (state: BodyState, now: string) =>
  dueNow('body/panel', fjord, state, Temporal.Instant.from(now)).flatMap(({ command }) =>
    command.type === 'SayVacancy' ? [command.since] : [],
  );

describe('a seat that holds a key', () => {
  test('stands empty from the day after whoever had it left, and not where somebody follows', () => {
    expect(emptySeats(fjord, panel(rita, mona), '2015-02-10')).toEqual([]);
    expect(emptySeats(fjord, panel(rita, mona), '2015-02-11')).toEqual([{ seat: 'municipal-chair', since: '2015-02-11' }]);
    const next = held('municipal-chair', 'nora', '2015-02-20', null);
    expect(emptySeats(fjord, panel(rita, mona, next), '2015-02-11')).toHaveLength(1);
    expect(emptySeats(fjord, panel(rita, mona, next), '2015-02-20')).toEqual([]);
  });

  test('that nobody has ever held is no news, and neither is a seat without a key', () => {
    expect(emptySeats(fjord, panel(rita), '2015-02-11')).toEqual([]);
    expect(emptySeats(fjord, panel(held('practitioner', 'palle', '2015-01-01', '2015-02-10')), '2015-02-11')).toEqual([]);
  });

  test('is said to stand empty once, on the same day, in the hours of prompts', () => {
    const state = panel(rita, mona);
    expect(due(state, '2015-02-10T09:00:00Z')).toEqual([]);
    expect(due(state, '2015-02-11T05:00:00Z')).toEqual([]);
    expect(due(state, '2015-02-11T09:00:00Z')).toEqual(['2015-02-11']);
    const scene = { stream: 'body/panel', charter: fjord, now: '2015-02-11T09:00:00Z', bodies: [state] } as const;
    const filled = {
      type: 'SeatFilled',
      v: 1,
      appointment: 'a',
      seat: 'municipal-chair',
      person: 'mona',
      from: '2015-01-01',
      sector: null,
    } as const;
    const ended = { type: 'AppointmentEnded', v: 1, appointment: 'a', until: '2015-02-10' } as const;
    const said = { type: 'VacancySaid', v: 1, since: '2015-02-11', seats: ['municipal-chair'] } as const;
    given(scene, filled, ended).when({ type: 'SayVacancy', since: '2015-02-11' }, clock).thenHappens(said);
    given(scene, filled, ended, said).when({ type: 'SayVacancy', since: '2015-02-11' }, clock).thenNothing();
    given(scene, filled).when({ type: 'SayVacancy', since: '2015-02-11' }, clock).thenNothing();
  });

  test('is due when it says it is, and again when its next holder leaves', () => {
    const next = (...all: readonly Appointment[]) => {
      const at = nextVacancyAt(fjord, panel(...all));
      return at === null ? null : Temporal.Instant.fromEpochMilliseconds(at).toString();
    };
    expect(next(rita)).toBeNull();
    expect(next(rita, mona)).toBe('2015-02-11T07:30:00Z');
    const nora = held('municipal-chair', 'nora', '2015-02-11', '2015-05-29');
    expect(next(rita, mona, nora)).toBe('2015-05-30T06:30:00Z');
    const said = { ...panel(rita, mona), vacanciesSaid: [{ seat: 'municipal-chair', since: '2015-02-11' }] };
    expect(nextVacancyAt(fjord, said)).toBeNull();
  });
});

test('the secretariat hears the same day that a chair has left, and sees when somebody follows', async () => {
  const world = await openPanelAndBureau(
    '2015-02-10T10:00',
    [
      ['panel', 'Rita Regn', 'regional-chair'],
      ['panel', 'Mads Muld', 'municipal-chair'],
      ['bureau', 'Bente Bæk', 'regional-secretary'],
    ],
    { people: ['Nora Nes'] },
  );
  await world.given('body/panel', { type: 'EndAppointment', appointment: 'panel-municipal-chair', until: '2015-02-10' });
  await world.at('2015-02-11T09:00');
  const said = world.stands('Ubesat plads: panel', 'Sekretariatet').join(' ');
  expect(said).toContain('har været ubesat siden 11. februar 2015');
  expect(said).toContain('Bente Bæk');
  const person = await world.key('Nora Nes');
  await world.given('body/panel', { type: 'FillSeat', appointment: 'next', seat: 'municipal-chair', person, from: '2015-02-11' });
  await world.settle();
  expect(world.stands('panel: pladsen er besat', 'Sekretariatet')).toEqual(['panel: pladsen er besat.']);
  await world.close();
});
