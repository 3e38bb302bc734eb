import { describe, expect, it } from 'vitest';
import { termsInForce } from '../../bot/governance/charter/terms.ts';
import { isSecretary, seatsHeld } from '../../bot/governance/people/roles.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import { body, charter, seat } from '../kit/charter.ts';
import { errand, given, person, seated } from '../kit/given.ts';

const secretary = person('sigrid');
const bodies = [seated('panel', { 'regional-secretary': ['sigrid'] })];
const scene = { stream: 'body/panel', bodies, by: secretary } as const;
const fill = (seat: string, who: string, from = '2015-02-02') =>
  ({ type: 'FillSeat', appointment: `a-${seat}-${who}`, seat, person: who, from }) as const;
const filled = (seat: string, who: string, sector: string | null = null) =>
  ({ type: 'SeatFilled', v: 1, appointment: `a-${seat}-${who}`, seat, person: who, from: '2015-02-02', sector }) as const;

describe('filling the seats of a body', () => {
  it('a secretary of the body fills a vacant seat', () => {
    given(scene).when(fill('practitioner', 'gudrun')).thenHappens({ type: 'SeatFilled', seat: 'practitioner', person: 'gudrun' });
  });
  it('an administrator and the operator may fill a seat too', () => {
    given(scene).when(fill('practitioner', 'gudrun'), person('anna', true)).thenHappens({ type: 'SeatFilled' });
    given(scene).when(fill('practitioner', 'gudrun'), { kind: 'operator' }).thenHappens({ type: 'SeatFilled' });
  });
  it('a member may not fill a seat', () => {
    given({ ...scene, bodies: [seated('panel', { practitioner: ['gudrun'] })] })
      .when(fill('adviser', 'gudrun'), person('gudrun'))
      .thenRefused('only-secretaries');
  });
  it('a secretary of another body may not fill a seat', () => {
    given({ ...scene, bodies: [seated('forum', { 'regional-secretary': ['sigrid'] })] })
      .when(fill('adviser', 'gudrun'))
      .thenRefused('only-secretaries');
  });
  it('a secretary whose appointment has ended may not fill a seat', () => {
    const ended = (state: BodyState) => ({ ...state, appointments: state.appointments.map((each) => ({ ...each, until: '2015-01-31' })) });
    given({ ...scene, bodies: bodies.map(ended) })
      .when(fill('practitioner', 'gudrun'))
      .thenRefused('only-secretaries');
  });
  it('a secretary’s deputy may fill a seat', () => {
    const deputised = (state: BodyState) => ({
      ...state,
      appointments: state.appointments.map((each) => ({ ...each, deputies: ['dorte'] })),
    });
    given({ ...scene, bodies: bodies.map(deputised) })
      .when(fill('practitioner', 'gudrun'), person('dorte'))
      .thenHappens({ type: 'SeatFilled' });
  });
  it('a seat that the terms do not name cannot be filled', () => {
    given(scene).when(fill('throne', 'gudrun')).thenRefused('not-in-model');
  });
  it('a seat holds no more people than its terms allow', () => {
    given(scene, filled('practitioner', 'gudrun')).when(fill('practitioner', 'holger')).thenRefused('seat-is-full');
  });
  it('a seat whose number is not stated is never full', () => {
    given(scene, filled('adviser', 'gudrun'), filled('adviser', 'holger'))
      .when(fill('adviser', 'inge'))
      .thenHappens({ type: 'SeatFilled' });
  });
  it('a seat is free again when the appointment has ended', () => {
    given(scene, filled('practitioner', 'gudrun'), {
      type: 'AppointmentEnded',
      v: 1,
      appointment: 'a-practitioner-gudrun',
      until: '2015-02-28',
    })
      .when(fill('practitioner', 'holger', '2015-03-01'))
      .thenHappens({ type: 'SeatFilled', person: 'holger' });
  });
  it('a successor cannot begin on the last day of the previous appointment', () => {
    given(scene, filled('practitioner', 'gudrun'), {
      type: 'AppointmentEnded',
      v: 1,
      appointment: 'a-practitioner-gudrun',
      until: '2015-02-28',
    })
      .when(fill('practitioner', 'holger', '2015-02-28'))
      .thenRefused('seat-is-full');
  });
  it('a chair’s seat is filled only by a person from that chair’s sector', () => {
    given({ ...scene, persons: { sectors: { mona: 'municipal' } } })
      .when(fill('regional-chair', 'mona'))
      .thenRefused('wrong-sector');
    given({ ...scene, persons: { sectors: { rita: 'regional' } } })
      .when(fill('regional-chair', 'rita'))
      .thenHappens({ type: 'SeatFilled', sector: 'regional' });
  });
  it('one person never holds two keys', () => {
    const twoKeys = charter({
      bodies: [
        body('panel', {
          seats: [
            seat('regional-chair', 'chair', null, 1, 'c'),
            seat('municipal-chair', 'chair', null, 1, 'c'),
            seat('regional-secretary', 'secretary', 'regional', 1, 'c'),
          ],
        }),
      ],
    });
    given({ ...scene, charter: twoKeys }, filled('regional-chair', 'rita'))
      .when(fill('municipal-chair', 'rita'))
      .thenRefused('one-person-two-keys');
  });
  it('two identities of one person never hold the same seat', () => {
    given({ ...scene, persons: { joined: { rita2: 'rita' } } }, filled('practitioner', 'rita'))
      .when(fill('practitioner', 'rita2'))
      .thenRefused('already-in-seat');
  });
  it('an appointment ends on a stated day, which cannot be before it began', () => {
    const seated = given(scene, filled('practitioner', 'gudrun'));
    seated
      .when({ type: 'EndAppointment', appointment: 'a-practitioner-gudrun', until: '2015-06-30' })
      .thenHappens({ type: 'AppointmentEnded', until: '2015-06-30' });
    seated.when({ type: 'EndAppointment', appointment: 'a-practitioner-gudrun', until: '2015-01-30' }).thenRefused('ends-before-it-starts');
    seated.when({ type: 'EndAppointment', appointment: 'a-nobody', until: '2015-06-30' }).thenRefused('no-such-appointment');
  });
  it('a deputy comes from the sector of the seat and is another person than the holder', () => {
    const chaired = given(
      { ...scene, persons: { sectors: { mona: 'municipal', rut: 'regional' }, joined: { rita2: 'rita' } } },
      filled('regional-chair', 'rita', 'regional'),
    );
    const name = (deputy: string) => ({ type: 'NameDeputy', appointment: 'a-regional-chair-rita', deputy }) as const;
    chaired.when(name('mona')).thenRefused('wrong-sector');
    chaired.when(name('rita2')).thenRefused('deputy-is-yourself');
    chaired.when(name('rut')).thenHappens({ type: 'DeputyNamed', deputy: 'rut', sector: 'regional' });
  });
  it('naming the same deputy twice changes nothing', () => {
    given(scene, filled('practitioner', 'gudrun'), {
      type: 'DeputyNamed',
      v: 1,
      appointment: 'a-practitioner-gudrun',
      deputy: 'holger',
      sector: null,
    })
      .when({ type: 'NameDeputy', appointment: 'a-practitioner-gudrun', deputy: 'holger' })
      .thenNothing();
  });
});

describe('the identities and sectors of a person', () => {
  const desk = { stream: 'persons', bodies, by: secretary } as const;
  it('a secretary joins two identities of one person', () => {
    given(desk)
      .when({ type: 'JoinPersons', body: 'panel', keep: 'gudrun', join: 'gudrun2' })
      .thenHappens({ type: 'PersonsJoined', keep: 'gudrun', join: 'gudrun2' });
    given(desk)
      .when({ type: 'JoinPersons', body: 'panel', keep: 'gudrun', join: 'gudrun2' }, person('gudrun'))
      .thenRefused('only-secretaries');
  });
  it('joined identities all lead to one person, in whichever order they were joined', () => {
    const { state } = given(
      desk,
      { type: 'PersonsJoined', v: 1, keep: 'b', join: 'c' },
      { type: 'PersonsJoined', v: 1, keep: 'a', join: 'b' },
    );
    expect(state).toMatchObject({ joined: { b: 'a', c: 'a' } });
  });
  it('a regional and a municipal person cannot be joined as one', () => {
    given(
      desk,
      { type: 'SectorStated', v: 1, person: 'a', sector: 'regional' },
      { type: 'SectorStated', v: 1, person: 'b', sector: 'municipal' },
    )
      .when({ type: 'JoinPersons', body: 'panel', keep: 'a', join: 'b' })
      .thenRefused('two-sectors');
  });
  it('a person’s sector is set once from a seat, and only a secretary changes it', () => {
    const stated = given(desk, { type: 'SectorStated', v: 1, person: 'a', sector: 'regional' });
    const change = { type: 'StateSector', body: 'panel', person: 'a', sector: 'municipal' } as const;
    stated.when(change, errand).thenRefused('two-sectors');
    stated.when(change, person('a')).thenRefused('only-secretaries');
    stated.when(change, secretary).thenHappens({ type: 'SectorStated', sector: 'municipal' });
    stated.when({ ...change, sector: 'regional' }, errand).thenNothing();
  });
});

describe('roles on a date', () => {
  const one = (key: string) => key;
  it('a person’s roles on a date follow from the terms in force that day', () => {
    const later = body('panel', { from: '2016-01-01', seats: [seat('practitioner', 'member', 'practice', 1, 'c')] });
    const both = charter({ bodies: [{ ...later, terms: [...body('panel').terms, ...later.terms] }] });
    const state = seated('panel', { 'regional-secretary': ['sigrid'], practitioner: ['gudrun'] });
    expect(isSecretary(both, state, 'sigrid', '2015-12-31', one)).toBe(true);
    expect(isSecretary(both, state, 'sigrid', '2016-01-01', one)).toBe(false);
    expect(seatsHeld(both, state, 'gudrun', '2016-01-01', one)).toHaveLength(1);
  });
  it('terms that have run out stay in force until replaced', () => {
    expect(termsInForce(charter(), 'panel', '2024-05-01')?.from).toBe('2015-01-01');
    expect(termsInForce(charter(), 'panel', '2014-12-31')).toBeNull();
  });
});
