import { describe, expect, it } from 'vitest';
import { nextStep } from '../../bot/governance/case/next.ts';
import { aimIn } from '../../bot/governance/case/phases.ts';
import type { Charter } from '../../bot/governance/charter/charter.ts';
import { decisionsIn } from '../../bot/governance/register/register.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { chamber } from '../kit/chamber.ts';
import { body, charter, termsOf } from '../kit/charter.ts';
import { person, seated, text } from '../kit/given.ts';

const rule = { kinds: [], any: [], unless: [], to: null } as const;
const panel = { above: 'forum', competence: [{ ...rule, clause: 'panel-chairs', verdict: 'chairs-judge' }] } as const;
const forum = { competence: [{ ...rule, clause: 'forum-decides', verdict: 'decides' }] } as const;
const fjord = charter({ bodies: [body('panel', panel), body('forum', forum), body('bureau')] });
const seats: readonly BodyState[] = [
  seated('panel', { 'regional-chair': ['rita'], 'municipal-chair': ['mona'], 'regional-secretary': ['sigrid'] }),
  seated('forum', { 'regional-chair': ['frank'], 'municipal-chair': ['fie'], 'regional-secretary': ['stig'] }),
];
const theCase: Stream = 'case/k1';
const judge = (says: 'here' | 'up'): Command => ({ type: 'Judge', judgement: { says, reason: null }, edition: 1 });
const plan = (of: string, day: string): Command => ({
  type: 'PlanMeeting',
  body: of,
  joint: [],
  start: `${day}T12:00:00Z`,
  end: `${day}T14:00:00Z`,
  place: text('place'),
  link: null,
  extraordinary: false,
  reason: null,
});

function raised(at: string, on: Charter = fjord, among = seats) {
  const room = chamber(on, '2015-02-02T08:00:00Z', among);
  room.ask('meeting/f1', plan('forum', '2015-03-16'), person('stig'));
  room.ask('meeting/f2', plan('forum', '2015-04-20'), person('stig'));
  room.until(at);
  const content = { title: text('title'), account: null, recommendations: [text('at')], papers: null, journal: null };
  room.ask(theCase, { type: 'DraftCase', body: 'panel', matter: { kind: 'professional', weighs: [] }, content }, person('rita'));
  room.ask(theCase, { type: 'SendCase' }, person('rita'));
  return room;
}
function sentUp(room: ReturnType<typeof raised>) {
  for (const who of ['rita', 'mona']) room.ask(theCase, judge('up'), person(who));
  return room;
}

describe('a case at the edges', () => {
  it('a case raised on the day before the agenda goes out aims for the meeting after', () => {
    const room = sentUp(raised('2015-03-08T08:00:00Z'));
    expect(aimIn(room.one('k1'))).toMatchObject({ meeting: 'meeting/f2' });
    expect(room.meeting('f1').items).toEqual([]);
  });

  it('a case raised on the last day for items aims for that meeting', () => {
    const room = sentUp(raised('2015-03-02T08:00:00Z'));
    expect(aimIn(room.one('k1'))).toMatchObject({ meeting: 'meeting/f1', papersBy: '2015-03-02' });
  });

  it('a result waits while a chair’s seat in the body is vacant, and filling the seat is the next step', () => {
    const vacant = [...seats.slice(0, 1), seated('forum', { 'regional-chair': ['frank'], 'regional-secretary': ['stig'] })];
    const room = sentUp(raised('2015-02-02T08:00:00Z', fjord, vacant));
    const result = { body: 'forum', kind: 'decided', text: text('so'), textsIn: theCase, via: 'corrected' } as const;
    room.ask(theCase, { type: 'ReportResult', result }, person('stig'));
    room.ask(theCase, { type: 'ConfirmResult', right: true, reason: null, report: 1 }, person('frank'));
    const around = { charter: fjord, now: room.now(), one: (each: string) => each, body: room.body };
    expect(room.one('k1').phase).toBe('confirming');
    expect(nextStep(room.one('k1'), around)).toEqual({ step: 'fill-seats', seats: ['municipal-chair'] });
  });

  it('a case keeps the terms it was raised under when they change on its way, and the register names them', () => {
    const later = termsOf('panel', {
      from: '2015-03-01',
      above: 'forum',
      competence: [{ ...rule, clause: 'panel-now', verdict: 'goes-to' }],
    });
    const panelTwice = { ...body('panel', panel), terms: [termsOf('panel', panel), later] };
    const changed = charter({ bodies: [panelTwice, body('forum', forum), body('bureau')] });
    const room = raised('2015-02-25T08:00:00Z', changed);
    room.until('2015-03-03T09:00:00Z');
    for (const who of ['rita', 'mona'])
      expect(room.ask(theCase, judge('here'), person(who))).not.toMatchObject({ refused: expect.anything() });
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', at: 'panel', termsOn: '2015-02-25' });
    const entries = room.ledger
      .filter(({ stream }) => stream === theCase)
      .map(({ event }, at) => ({ seq: at + 1, at: '2015-03-03T09:00:00Z', event }));
    expect(decisionsIn(changed, theCase, entries)).toMatchObject([
      { kind: 'here', clauses: ['panel-chairs', 'panel-above', 'panel-seats'], terms: { hash: 'hash-of-panel-2015-01-01' } },
    ]);
  });
});
