import { describe, expect, it } from 'vitest';
import { nextStep } from '../../bot/governance/case/next.ts';
import { aimIn } from '../../bot/governance/case/phases.ts';
import type { Body, Charter } from '../../bot/governance/charter/charter.ts';
import type { Matter } from '../../bot/governance/charter/matter.ts';
import { decisionsIn } from '../../bot/governance/register/register.ts';
import { asksOf } from '../../bot/governance/tables/asks.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import type { Command, GovernanceEvent } from '../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { Stream } from '../../bot/governance/vocabulary/stream.ts';
import { chamber } from '../kit/chamber.ts';
import { body, charter } from '../kit/charter.ts';
import { person, seated, text } from '../kit/given.ts';

const rule = { kinds: [], any: [], unless: [], to: null } as const;
const decides = (clause: string) => ({ ...rule, clause, verdict: 'decides' }) as const;
const practice = [{ clause: 'forum-practice', kinds: [], any: ['practice-duty'], body: 'practice' }] as const;
const panel = { above: 'forum', competence: [{ ...rule, clause: 'panel-chairs', verdict: 'chairs-judge' }] } as const;
const forum = {
  above: 'board',
  competence: [{ ...rule, clause: 'forum-on', kinds: ['strategic'], verdict: 'goes-to' }, decides('forum-decides')],
  tells: [...practice, { clause: 'forum-tells', kinds: [], any: ['quality'], body: 'board' }],
} as const;
function keyless(each: Body): Body {
  return { ...each, terms: each.terms.map((terms) => ({ ...terms, keyRule: { seats: [], clause: null } })) };
}
const { collaboration } = charter();
const fjord: Charter = charter({
  bodies: [
    body('panel', panel),
    body('forum', forum),
    { ...keyless(body('board', { competence: [decides('board-decides')] })), outsideTeams: true },
    keyless(body('bureau')),
    { ...body('practice'), terms: [], outside: true },
  ],
  collaboration: { ...collaboration, defaults: { ...collaboration.defaults, wayUp: ['bureau', 'forum'] } },
});
const seats: readonly BodyState[] = [
  seated('panel', { 'regional-chair': ['rita'], 'municipal-chair': ['mona'], practitioner: ['gudrun'], 'regional-secretary': ['sigrid'] }),
  seated('forum', { 'regional-chair': ['frank'], 'municipal-chair': ['fie'], 'regional-secretary': ['stig'] }),
  seated('bureau', { 'regional-secretary': ['bo', 'bente'] }),
];
const theCase: Stream = 'case/k1';
const content = { title: text('title'), account: null, recommendations: [text('at')], papers: null, journal: null };

function raised(matter: Matter, from = 'panel', by = 'gudrun') {
  const room = chamber(fjord, '2015-02-02T08:00:00Z', seats, { bo: 'regional', bente: 'municipal' });
  const two = (first: string, second: string, command: (state: ReturnType<typeof room.one>) => Command) => {
    for (const each of [first, second]) room.ask(theCase, command(room.one('k1')), person(each));
  };
  const answers = (kind: 'decided' | 'sent-on' | 'sent-back') => {
    const result = { body: 'forum', kind, text: text('result'), textsIn: theCase, via: 'corrected' } as const;
    room.ask(theCase, { type: 'ReportResult', result }, person('stig'));
    two('frank', 'fie', ({ reports }) => ({ type: 'ConfirmResult', right: true, reason: null, report: reports }));
  };
  room.ask(theCase, { type: 'DraftCase', body: from, matter, content }, person(by));
  const around = () => ({ charter: fjord, now: room.now(), one: (each: string) => each, body: room.body });
  return {
    ...room,
    two,
    answers,
    next: () => nextStep(room.one('k1'), around()),
    sent: (who = by) => room.ask(theCase, { type: 'SendCase' }, person(who)),
    goesUp: () => two('rita', 'mona', ({ edition }) => ({ type: 'Judge', judgement: { says: 'up', reason: null }, edition })),
    cards: (event: GovernanceEvent) => noticesFor(theCase, event, room.one('k1'), fjord).map(({ key }) => key.slice(theCase.length + 1)),
    last: (type: GovernanceEvent['type']) => room.ledger.findLast(({ event }) => event.type === type)?.event as GovernanceEvent,
  };
}
function inForum(matter: Matter = { kind: 'professional', weighs: [] }) {
  const room = raised(matter);
  room.sent();
  room.goesUp();
  return room;
}
const plan = (day: string): Command => ({
  type: 'PlanMeeting',
  body: 'forum',
  joint: [],
  start: `${day}T12:00:00Z`,
  end: `${day}T14:00:00Z`,
  place: text('place'),
  link: null,
  extraordinary: false,
  reason: null,
});

describe('a case that nobody may leave waiting', () => {
  it('a case sent back shows so on the card of the body that asked for more, and the member who raised it is reminded', () => {
    const room = inForum();
    room.answers('sent-back');
    const back = room.last('CaseSentBack');
    expect(room.cards(back)).toEqual(expect.arrayContaining(['case', 'case@in-forum']));
    expect(asksOf('case/k1', room.one('k1'), fjord)).toMatchObject([{ what: 'case-back', of: { persons: ['gudrun'] } }]);
    room.until('2015-03-20T08:00:00Z');
    const again = room.ledger.filter(({ event }) => event.type === 'AskReminded' && event.ask.startsWith('case-back'));
    expect(again).toHaveLength(1);
    room.sent();
    expect(asksOf('case/k1', room.one('k1'), fjord)).toMatchObject([{ what: 'case-judge' }]);
  });

  it('the answer to a case is told where it was raised, and for information where it came by', () => {
    const room = inForum({ kind: 'strategic', weighs: [] });
    room.answers('sent-on');
    room.ask(theCase, { type: 'RecordOutside', kind: 'decided', text: text('so') }, person('bo'));
    room.ask(theCase, { type: 'ConfirmOutside', report: 2 }, person('bente'));
    const notes = room.cards(room.last('CaseDecided')).filter((key) => key.startsWith('case-note'));
    const { since } = room.one('k1');
    expect(notes).toEqual([`case-note@outcome-${since}-in-forum`]);
    room.two('bo', 'bente', () => ({ type: 'ReopenCase', reason: text('new facts') }));
    expect(room.cards(room.last('CaseReopened'))).toEqual(expect.arrayContaining(notes));
  });

  it('secretaries are reminded of a case with no meeting in reach, until a meeting takes it up', () => {
    const room = inForum();
    room.until('2015-03-20T08:00:00Z');
    const asked = () => room.ledger.filter(({ event }) => event.type === 'AskReminded' && event.ask.startsWith('case-stands')).length;
    expect(asked()).toBe(1);
    room.ask('meeting/f1', plan('2015-05-11'), person('stig'));
    expect(asksOf('case/k1', room.one('k1'), fjord)).toEqual([]);
    room.until('2015-05-01T08:00:00Z');
    expect(asked()).toBe(1);
  });

  it('a case takes a meeting that is moved into reach', () => {
    const room = raised({ kind: 'professional', weighs: [] });
    room.ask('meeting/f1', plan('2015-02-09'), person('stig'));
    room.sent();
    room.goesUp();
    expect(aimIn(room.one('k1'))).toBeNull();
    const moved = {
      ...(plan('2015-03-23') as Extract<Command, { type: 'PlanMeeting' }>),
      type: 'MoveMeeting',
      reason: text('ill'),
    } as const;
    room.ask('meeting/f1', moved, person('stig'));
    expect(aimIn(room.one('k1'))).toMatchObject({ meeting: 'meeting/f1', start: '2015-03-23T12:00:00Z' });
    expect(room.meeting('f1').items).toHaveLength(1);
  });

  it('a case settled outside the meeting leaves that meeting’s agenda', () => {
    const room = raised({ kind: 'professional', weighs: [] });
    room.ask('meeting/f1', plan('2015-03-23'), person('stig'));
    room.sent();
    room.goesUp();
    expect(room.meeting('f1').items).toHaveLength(1);
    room.answers('decided');
    expect(room.meeting('f1').items).toEqual([]);
  });

  it('a case raised where nobody holds keys goes straight on to a body that does, and the register has no decision on it', () => {
    const room = raised({ kind: 'professional', weighs: [] }, 'bureau', 'bo');
    room.sent();
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', at: 'forum', way: [{ body: 'bureau', reasons: [] }] });
    const entries = room.ledger
      .filter(({ stream }) => stream === theCase)
      .map(({ event }, at) => ({ seq: at + 1, at: '2015-02-02T08:00:00Z', event }));
    expect(decisionsIn(fjord, theCase, entries)).toEqual([]);
    expect(room.next()).toEqual({ step: 'find-meeting' });
  });

  it('a case decided outside Teams is opened again by two secretaries of different sectors', () => {
    const room = inForum({ kind: 'strategic', weighs: [] });
    room.answers('sent-on');
    room.ask(theCase, { type: 'RecordOutside', kind: 'decided', text: text('so') }, person('bo'));
    room.ask(theCase, { type: 'ConfirmOutside', report: 2 }, person('bente'));
    const reopen: Command = { type: 'ReopenCase', reason: text('new facts') };
    expect(room.ask(theCase, reopen, person('rita'))).toMatchObject({ refused: 'only-secretaries' });
    room.ask(theCase, reopen, person('bo'));
    expect(room.ask(theCase, reopen, person('bo'))).toEqual([]);
    expect(room.one('k1').phase).toBe('returned');
    room.ask(theCase, reopen, person('bente'));
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', at: 'board', written: null });
  });

  it('a case that is opened and answered again asks for its receipt as soon as the first time', () => {
    const room = inForum();
    room.answers('decided');
    room.until('2015-03-02T08:00:00Z');
    room.two('frank', 'fie', () => ({ type: 'ReopenCase', reason: text('new facts') }));
    room.answers('decided');
    const before = room.ledger.length;
    room.until('2015-03-09T08:00:00Z');
    expect(room.ledger.slice(before).map(({ event }) => event.type)).toContain('AskReminded');
  });
});

describe('bodies that are told of a case', () => {
  it('a body is told of a case when an edit gives the case a weight that concerns the body', () => {
    const room = raised({ kind: 'professional', weighs: [] });
    room.sent();
    expect(room.one('k1').told).toEqual([]);
    room.ask(theCase, { type: 'EditCase', matter: { kind: 'professional', weighs: ['practice-duty'] }, content }, person('gudrun'));
    expect(room.one('k1')).toMatchObject({ phase: 'judging', told: ['practice'], edition: 2 });
    expect(room.cards(room.last('CaseSent'))).toContain('case@in-practice');
  });

  it('a body outside Teams states a direction only through a secretary who serves it', () => {
    const room = inForum({ kind: 'professional', weighs: ['quality'] });
    const direction: Command = { type: 'StateDirection', body: 'board', text: text('that way') };
    expect(room.ask(theCase, direction, person('sigrid'))).toMatchObject({ refused: 'only-chairs' });
    expect(room.ask(theCase, direction, person('bo'))).toMatchObject([{ type: 'DirectionStated', body: 'board', person: 'bo' }]);
  });

  it('a case that binds general practice is not closed before the practice body is recorded as told', () => {
    const room = inForum({ kind: 'professional', weighs: ['practice-duty'] });
    expect(room.one('k1').told).toEqual(['practice']);
    room.answers('decided');
    room.ask(theCase, { type: 'ReceiptAnswer' }, person('mona'));
    const record = (told: readonly string[]): Command => ({ type: 'RecordPracticePlan', text: text('section 4'), told });
    expect(room.ask(theCase, record([]), person('sigrid'))).toMatchObject({ refused: 'missing', field: 'told' });
    expect(room.one('k1').phase).toBe('returned');
    room.ask(theCase, record(['practice']), person('sigrid'));
    expect(room.one('k1').phase).toBe('closed');
    expect(room.last('PracticePlanRecorded')).toMatchObject({ told: ['practice'] });
  });
});
