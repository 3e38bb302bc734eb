import { describe, expect, it } from 'vitest';
import { groupKeyFor } from '../../bot/governance/group/group.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { GroupState, Mandate } from '../../bot/governance/vocabulary/group.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { chamber } from '../kit/chamber.ts';
import { body, charter } from '../kit/charter.ts';
import { person, seated, text } from '../kit/given.ts';

const grouping = (id: string, above: string | null = null) => {
  const known = body(id, above ? { above } : {});
  return { ...known, terms: known.terms.map((terms) => ({ ...terms, groups: `${id}-groups` })) };
};
const fjord = charter({
  bodies: [grouping('panel', 'forum'), grouping('circle'), body('forum'), body('quiet'), body('bureau', { seats: [] })],
});
const seats: readonly BodyState[] = ['panel', 'circle', 'forum', 'quiet'].map((of) =>
  seated(of, { 'regional-chair': [`${of}-r`], 'municipal-chair': [`${of}-m`], 'regional-secretary': [`${of}-s`] }),
);
const theGroup: Stream = 'group/g1';
const mandate: Mandate = { purpose: text('why'), whoDoesWhat: null, persons: ['gudrun', 'gorm'], until: '2015-05-29', serves: null };
const setUp = (bodies: readonly string[] = ['panel'], change: Partial<Mandate> = {}): Command => ({
  type: 'SetUpGroup',
  bodies,
  mandate: { ...mandate, ...change },
});
const report: Command = { type: 'ReportGroup', report: text('found') };

function open(begins = '2015-02-02T08:00:00Z') {
  const room = chamber(fjord, begins, seats);
  const state = (): GroupState => {
    const found = room.states.get(theGroup);
    if (found?.kind !== 'group') throw new Error('no group');
    return found;
  };
  const says = (who: string, yes = true, edition = state().edition) =>
    room.ask(theGroup, { type: 'AnswerGroup', yes, reason: yes ? null : text('no'), edition }, person(who));
  const prompts = () => room.ledger.flatMap(({ event }) => (event.type === 'AskReminded' ? [`${event.ask} ${event.rung}`] : []));
  return { ...room, state, says, prompts };
}
function running() {
  const room = open();
  room.ask(theGroup, setUp(), person('panel-r'));
  room.says('panel-m');
  return room;
}

describe('a group for one task', () => {
  it('a group is set up by all keys of a body whose terms allow it', () => {
    const room = open();
    expect(room.ask(theGroup, setUp(['quiet']), person('quiet-r'))).toMatchObject({ refused: 'may-not-group' });
    expect(room.ask(theGroup, setUp(), person('panel-s'))).toMatchObject({ refused: 'only-chairs' });
    room.ask(theGroup, setUp(), person('panel-r'));
    expect(room.state()).toMatchObject({ phase: 'proposed', clauses: ['panel-groups'] });
    expect(room.says('circle-r')).toMatchObject({ refused: 'only-chairs' });
    room.says('panel-m');
    expect(room.state().phase).toBe('running');
  });
  it('a group has an end date and members from the first day', () => {
    const room = open();
    expect(room.ask(theGroup, setUp(['panel'], { until: '2015-02-02' }), person('panel-r'))).toMatchObject({
      refused: 'meeting-in-the-past',
    });
    expect(room.ask(theGroup, setUp(['panel'], { persons: [] }), person('panel-r'))).toMatchObject({
      refused: 'missing',
      field: 'persons',
    });
  });
  it('a group of two bodies needs the keys of both and says who does what', () => {
    const room = open();
    const both = ['panel', 'circle'];
    expect(room.ask(theGroup, setUp(both), person('panel-r'))).toMatchObject({ refused: 'missing', field: 'whoDoesWhat' });
    expect(room.ask(theGroup, setUp(['panel', 'quiet'], { whoDoesWhat: text('w') }), person('panel-r'))).toMatchObject({
      refused: 'may-not-group',
    });
    room.ask(theGroup, setUp(both, { whoDoesWhat: text('w') }), person('circle-m'));
    for (const who of ['panel-r', 'panel-m']) {
      room.says(who);
      expect(room.state().phase).toBe('proposed');
    }
    room.says('circle-r');
    expect(room.state()).toMatchObject({ phase: 'running', clauses: ['panel-groups', 'circle-groups'] });
    expect(room.ledger.filter(({ event }) => event.type === 'GroupAnswered')).toHaveLength(4);
  });
  it('a group is not set up when the chairs disagree', () => {
    const room = open();
    room.ask(theGroup, setUp(), person('panel-r'));
    expect(room.says('panel-m', false)).toMatchObject([{}, { type: 'GroupTurnedDown' }]);
    expect(room.state().phase).toBe('turned-down');
  });
  it('a person who chairs both bodies never turns two keys for a group', () => {
    const room = open();
    room.change('circle', (was) => ({
      ...was,
      appointments: was.appointments.map((each) => (each.person === 'circle-r' ? { ...each, person: 'panel-r' } : each)),
    }));
    room.ask(theGroup, setUp(['panel', 'circle'], { whoDoesWhat: text('w') }), person('panel-r'));
    room.says('panel-m');
    room.says('circle-m');
    expect(room.says('panel-r')).toEqual([]);
    expect(room.state().phase).toBe('proposed');
    const around = { charter: fjord, now: room.now(), one: (key: string) => key, body: room.body, sectorOf: () => null };
    expect(groupKeyFor(room.state(), 'panel-r', around)).toBe('panel:regional-chair');
  });
});

describe('the end of a group', () => {
  it('a group’s end is announced ten working days before, and again and again once it has passed', () => {
    const room = running();
    room.until('2015-06-22T08:00:00Z');
    const ends = 'group-ends-2015-05-29';
    expect(room.prompts()).toEqual([`${ends} -10`, `${ends} 1`, `${ends} 5`, `${ends} 10`, `${ends} 15`]);
  });
  it('a group’s end is postponed only when all keys agree, and its reminders move with it', () => {
    const room = running();
    const extend: Command = { type: 'ExtendGroup', until: '2015-09-30' };
    expect(room.ask(theGroup, { type: 'ExtendGroup', until: '2015-05-01' }, person('panel-r'))).toMatchObject({
      refused: 'meeting-in-the-past',
    });
    room.ask(theGroup, extend, person('panel-r'));
    room.says('panel-m', false);
    expect(room.state()).toMatchObject({ phase: 'running', mandate: { until: '2015-05-29' } });
    room.ask(theGroup, extend, person('panel-m'));
    expect(room.state().mandate.until).toBe('2015-05-29');
    room.says('panel-r');
    expect(room.state().mandate.until).toBe('2015-09-30');
    room.until('2015-06-22T08:00:00Z');
    expect(room.prompts()).toEqual([]);
  });
  it('a group ends with a report by one of its members, which a chair acknowledges', () => {
    const room = running();
    expect(room.ask(theGroup, report, person('stranger'))).toMatchObject({ refused: 'only-in-the-group' });
    room.ask(theGroup, report, person('gudrun'));
    expect(room.state()).toMatchObject({ phase: 'reported', reportedBy: 'gudrun' });
    room.until('2015-02-18T08:00:00Z');
    expect(room.prompts()).toEqual(['group-receipt-2015-02-02T08:00:00Z-in-panel 5', 'group-receipt-2015-02-02T08:00:00Z-in-panel 10']);
    expect(room.ask(theGroup, { type: 'ReceiptGroup' }, person('gudrun'))).toMatchObject({ refused: 'only-chairs' });
    room.ask(theGroup, { type: 'ReceiptGroup' }, person('panel-m'));
    expect(room.state().phase).toBe('closed');
  });
});

describe('a group that serves a request', () => {
  it('a group takes on a part of a request, and its report goes back to the request', () => {
    const room = open();
    const title = { text: text('t'), in: 'request/r1' } as const;
    room.ask(
      'request/r1',
      { type: 'PlaceRequest', from: 'forum', to: 'panel', order: { title, account: null, papers: null, until: null } },
      person('forum-r'),
    );
    const answer = (who: string, edition: number) =>
      room.ask('request/r1', { type: 'AnswerRequest', yes: true, reason: null, edition }, person(who));
    answer('forum-m', 1);
    answer('panel-r', 2);
    answer('panel-m', 2);
    room.ask(theGroup, setUp(['panel'], { serves: 'request/r1' }), person('panel-r'));
    room.says('panel-m');
    expect(room.ask('request/r1', { type: 'ReportRequest', text: text('r') }, person('panel-r'))).toMatchObject({
      refused: 'parts-not-answered',
    });
    room.ask(theGroup, report, person('gorm'));
    expect(room.states.get('request/r1')).toMatchObject({
      delegations: [{ child: theGroup, phase: 'reported', report: { in: theGroup } }],
    });
    expect(room.ask('request/r1', { type: 'ReportRequest', text: text('r') }, person('panel-r'))).toMatchObject([
      { type: 'QuestionAsked' },
      { type: 'QuestionAnswered' },
    ]);
    expect(room.refusedErrands).toEqual([]);
  });
});
