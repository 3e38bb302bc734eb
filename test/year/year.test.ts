import { describe, expect, it } from 'vitest';
import { errandsFor } from '../../bot/governance/tables/errands.ts';
import { subjectOf } from '../../bot/governance/tables/subjects.ts';
import type { GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { YearEvent, YearMeeting, YearState } from '../../bot/governance/vocabulary/year/year.ts';
import { body, charter, termsOf } from '../kit/charter.ts';
import { clock, errand, given, person, seated } from '../kit/given.ts';

const stream = 'year/panel.2016';
const panel = seated('panel', {
  'regional-chair': ['rita'],
  'municipal-chair': ['mona'],
  practitioner: ['gudrun'],
  'regional-secretary': ['sigrid'],
});
const scene = { stream, bodies: [panel], now: '2015-10-01T08:00:00Z' } as const;
const spring = { id: '1', gathering: null, date: '2016-03-01', time: '09:00', minutes: 120, joint: [], online: false };
const autumn = { id: '2', gathering: null, date: '2016-11-01', time: '13:00', minutes: 120, joint: [], online: false };
const at = '2015-10-01T08:00:00Z';
const stands = (given: typeof spring, change: Partial<YearMeeting> = {}): YearMeeting => ({
  ...given,
  revision: 0,
  cancelled: false,
  ...change,
});
const proposed: YearEvent = { type: 'YearProposed', v: 2, meetings: [stands(spring), stands(autumn)], asked: ['rita', 'mona'], at };
const turned = (who: string, seat: string): YearEvent => ({
  type: 'YearKeyTurned',
  v: 1,
  edition: 1,
  asked: [],
  seat,
  person: who,
  judgement: 'confirmed',
  at,
});
const confirmed: YearEvent = { type: 'YearConfirmed', v: 1, meetings: [] };
const confirm = { type: 'ConfirmYear', seen: 1 } as const;
const propose = { type: 'ProposeYear', meetings: [spring, autumn] } as const;
const move = { type: 'AdjustMeeting', meeting: '1', to: { date: '2016-03-08', time: '09:00', minutes: 120 } } as const;
const yearOf = (...events: readonly GovernanceEvent[]) => given(scene, ...events).state as YearState;

describe('proposing a year', () => {
  it('a secretary proposes a year to the chairs, who are then waited for', () => {
    given(scene).when(propose, person('sigrid')).thenHappens(proposed);
    expect(subjectOf(stream).index(yearOf(proposed), charter())).toMatchObject({ body: 'panel', open: true, waitingOn: ['rita', 'mona'] });
  });
  it('a member may not propose a year', () => {
    given(scene).when(propose, person('gudrun')).thenRefused('only-secretaries');
  });
  it('proposing the same year again changes nothing, before and after it is confirmed', () => {
    given(scene, proposed).when(propose, person('sigrid')).thenNothing();
    given(scene, proposed, confirmed).when(propose, person('sigrid')).thenNothing();
  });
  it.each([[{ date: '2016-02-30' }], [{ date: '2015-12-01' }], [{ time: '24:00' }], [{ minutes: 0 }], [{ id: '2' }], [{ id: 'Ø' }]])(
    'a proposed year is refused when one of its meetings has %j',
    (wrong) => {
      given(scene)
        .when({ ...propose, meetings: [{ ...spring, ...wrong }, autumn] }, person('sigrid'))
        .thenRefused('not-a-date');
    },
  );
  it('a new proposal moves a date that keeps its id and cancels a date it leaves out, each with a higher revision', () => {
    const later = { ...spring, date: '2016-03-15' };
    given(scene, proposed)
      .when({ ...propose, meetings: [later] }, person('sigrid'))
      .thenHappens({ type: 'YearProposed', meetings: [stands(later, { revision: 1 }), stands(autumn, { revision: 1, cancelled: true })] });
  });
});

describe('adjusting a proposed year', () => {
  it('a secretary moves a date of a proposed year, takes one out, and puts one in', () => {
    const scenes = given(scene, proposed);
    scenes.when(move, person('sigrid')).thenHappens({ meeting: stands({ ...spring, date: '2016-03-08' }, { revision: 1 }) });
    scenes.when({ ...move, to: null }, person('sigrid')).thenHappens({ meeting: stands(spring, { revision: 1, cancelled: true }) });
    scenes.when({ ...move, meeting: '3' }, person('sigrid')).thenHappens({ meeting: stands({ ...spring, id: '3', date: '2016-03-08' }) });
    scenes.when({ ...move, to: { date: spring.date, time: '09:00', minutes: 120 } }, person('sigrid')).thenNothing();
  });
  it('a chair who had confirmed the old dates is asked again', () => {
    const adjusted: YearEvent = {
      type: 'YearAdjusted',
      v: 2,
      meeting: stands({ ...spring, date: '2016-03-08' }),
      asked: ['rita', 'mona'],
      at,
    };
    expect(yearOf(proposed, turned('rita', 'regional-chair'), adjusted)).toMatchObject({
      turns: [],
      edition: 2,
      waitingOn: ['rita', 'mona'],
    });
  });
  it('a year that is confirmed, or was never proposed, cannot be adjusted', () => {
    given(scene, proposed, confirmed).when(move, person('sigrid')).thenRefused('year-is-confirmed');
    given(scene).when(move, person('sigrid')).thenRefused('no-year-plan');
  });
});

describe('confirming a proposed year', () => {
  it('one chair is not enough to confirm a year; the second makes it stand, and its meetings are planned', () => {
    given(scene, proposed)
      .when(confirm, person('rita'))
      .thenHappens({ type: 'YearKeyTurned', person: 'rita', asked: ['mona'] });
    given(scene, proposed, turned('rita', 'regional-chair'))
      .when(confirm, person('mona'))
      .thenHappens(
        { type: 'YearKeyTurned', person: 'mona', seat: 'municipal-chair', asked: [] },
        {
          type: 'YearConfirmed',
          meetings: [
            { id: '1', start: '2016-03-01T08:00:00Z', end: '2016-03-01T10:00:00Z', joint: [] },
            { id: '2', start: '2016-11-01T12:00:00Z', end: '2016-11-01T14:00:00Z', joint: [] },
          ],
        },
      );
  });
  it('one person cannot turn both keys of a year, under whichever of their identities', () => {
    const joined = { ...scene, persons: { joined: { rita2: 'rita' } } };
    const both = seated('panel', { 'regional-chair': ['rita'], 'municipal-chair': ['rita2'] });
    given({ ...joined, bodies: [both] }, proposed, turned('rita', 'regional-chair'))
      .when(confirm, person('rita'))
      .thenNothing();
  });
  it('nobody but a chair confirms a year, and a chair only the dates they have seen', () => {
    given(scene, proposed).when(confirm, person('sigrid')).thenRefused('only-chairs');
    given(scene, proposed).when(confirm, clock).thenRefused('only-chairs');
    given(scene, proposed)
      .when({ ...confirm, seen: 0 }, person('rita'))
      .thenRefused('year-has-changed');
    given(scene).when(confirm, person('rita')).thenRefused('no-year-plan');
  });
  it('where the terms give no keys, a secretary confirms the year', () => {
    const keyless = { ...body('panel'), terms: [{ ...termsOf('panel'), keyRule: { seats: [], clause: null } }] };
    const model = charter({ bodies: [keyless] });
    given({ ...scene, charter: model }, proposed)
      .when(confirm, person('sigrid'))
      .thenHappens({ type: 'YearConfirmed' });
    given({ ...scene, charter: model }, proposed)
      .when(confirm, person('rita'))
      .thenRefused('only-secretaries');
  });
  it('a date that has passed when the year is confirmed is not planned as a meeting', () => {
    const [, stood] = given({ ...scene, now: '2016-06-01T08:00:00Z' }, proposed, turned('rita', 'regional-chair')).when(
      confirm,
      person('mona'),
    ).decided as readonly YearEvent[];
    expect(stood).toMatchObject({ type: 'YearConfirmed', meetings: [{ id: '2' }] });
  });
  it('each date of a confirmed year becomes an errand to a meeting of its own, and a refused errand is kept', () => {
    const meetings = [{ id: '1', start: '2016-03-01T08:00:00Z', end: '2016-03-01T10:00:00Z', joint: [] }];
    expect(errandsFor(stream, 4, { ...confirmed, meetings }, yearOf(proposed))).toMatchObject([
      {
        id: 'year/panel.2016#4/plan-1',
        to: 'meeting/panel.2016-1',
        command: { type: 'PlanMeeting', body: 'panel', start: '2016-03-01T08:00:00Z' },
      },
    ]);
    given(scene, proposed, confirmed)
      .when({ type: 'NoteErrandRefused', errand: 'e', rule: 'plan-1', refusal: { refused: 'meeting-in-the-past' } }, errand)
      .thenHappens({ type: 'ErrandRefused', rule: 'plan-1' });
  });
  it('the errand of a confirmed year plans a meeting without a place', () => {
    const plan = {
      type: 'PlanMeeting',
      body: 'panel',
      joint: [],
      start: '2016-03-01T08:00:00Z',
      end: '2016-03-01T10:00:00Z',
      place: null,
      link: null,
      extraordinary: false,
      reason: null,
    } as const;
    given({ ...scene, stream: 'meeting/panel.2016-1' })
      .when(plan, errand)
      .thenHappens({ type: 'MeetingPlanned', place: null });
  });
});

describe('dates set elsewhere', () => {
  const council = { stream: 'year/council.2016', bodies: [], now: at } as const;
  const set = { type: 'SetElsewhere', meetings: [spring] } as const;
  it('the operator reads in dates set elsewhere, also for a body that does not meet here; other bodies’ secretaries do not', () => {
    given(council)
      .when(set, { kind: 'operator' })
      .thenHappens({ type: 'YearSetElsewhere', meetings: [stands(spring)] });
    given(council).when(set, person('sigrid')).thenRefused('only-secretaries');
  });
  it('a year is either set elsewhere or planned here', () => {
    const elsewhere: YearEvent = { type: 'YearSetElsewhere', v: 2, meetings: [stands(spring)] };
    given(scene, elsewhere).when(propose, person('sigrid')).thenRefused('year-is-elsewhere');
    given(scene, proposed).when(set, person('sigrid')).thenRefused('year-is-ours');
    given(council, elsewhere).when(set, { kind: 'operator' }).thenNothing();
  });
});
