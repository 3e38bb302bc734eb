import { describe, expect, it } from 'vitest';
import type { Matter } from '../../bot/governance/charter/matter.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import type { BodyState } from '../../bot/governance/vocabulary/body.ts';
import type { Content } from '../../bot/governance/vocabulary/case.ts';
import type { Stream, TextRef } from '../../bot/governance/vocabulary/stream.ts';
import { chamber } from '../kit/chamber.ts';
import { body, charter } from '../kit/charter.ts';
import { person, seated } from '../kit/given.ts';

const rule = { kinds: [], any: [], unless: [], to: null } as const;
const panel = {
  above: 'forum',
  competence: [
    { ...rule, clause: 'panel-weighty', any: ['economic', 'scaling'], verdict: 'goes-to' },
    { ...rule, clause: 'panel-chairs', kinds: ['professional'], verdict: 'chairs-judge' },
  ],
  tells: [{ clause: 'panel-tells', kinds: ['professional'], any: [], body: 'forum' }],
} as const;
const forum = {
  above: 'board',
  competence: [
    { ...rule, clause: 'forum-strategic', kinds: ['strategic'], verdict: 'goes-to' },
    { ...rule, clause: 'forum-decides', verdict: 'decides' },
  ],
} as const;
const fjord = charter({
  bodies: [
    body('panel', panel),
    body('forum', forum),
    { ...body('board', { competence: [{ ...rule, clause: 'board-decides', verdict: 'decides' }] }), outsideTeams: true },
    body('bureau'),
  ],
});
const seats: readonly BodyState[] = [
  seated('panel', { 'regional-chair': ['rita'], 'municipal-chair': ['mona'], practitioner: ['gudrun'], 'regional-secretary': ['sigrid'] }),
  seated('forum', { 'regional-chair': ['frank'], 'municipal-chair': ['fie'], 'regional-secretary': ['stig'] }),
  seated('board', { 'regional-secretary': ['bente'] }),
  seated('bureau', { 'regional-secretary': ['bo'] }),
];
const text = (ref: string): TextRef => ({ ref, mac: `mac-${ref}` });
const content: Content = { title: text('title'), account: text('account'), recommendations: [text('at')], papers: null, journal: null };
const matter = (kind: Matter['kind'], ...weighs: Matter['weighs']): Matter => ({ kind, weighs });
const theCase: Stream = 'case/k1';
const judge = (says: 'here' | 'up' | 'back', edition = 1, reason: TextRef | null = text('because')): Command => ({
  type: 'Judge',
  judgement: { says, reason },
  edition,
});
const confirm = (right = true, report = 1): Command => ({ type: 'ConfirmResult', right, reason: right ? null : text('not so'), report });
const meeting = (of: string, day: string): Command => ({
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

function open(about: Matter = matter('professional')) {
  const room = chamber(fjord, '2015-02-02T08:00:00Z', seats, { bente: 'regional', bo: 'municipal', stig: 'regional' });
  room.ask('meeting/p1', meeting('panel', '2015-03-02'), person('sigrid'));
  room.ask('meeting/f1', meeting('forum', '2015-03-16'), person('stig'));
  room.ask(theCase, { type: 'DraftCase', body: 'panel', matter: about, content }, person('gudrun'));
  room.ask(theCase, { type: 'SendCase' }, person('gudrun'));
  return room;
}
function sentUp(about?: Matter) {
  const room = open(about);
  room.ask(theCase, judge('up'), person('rita'));
  room.ask(theCase, judge('up'), person('mona'));
  return room;
}
/** The forum's meeting comes to a result, and its minutes go out. */
function heldInForum(outcome: 'decided' | 'rejected' | 'sent-on' | 'sent-back' | 'carried', about?: Matter) {
  const room = sentUp(about);
  room.ask('meeting/f1', { type: 'SendAgenda' }, person('stig'));
  room.until('2015-03-16T13:00:00Z');
  const [item] = room.meeting('f1').items;
  room.ask('meeting/f1', { type: 'RecordOutcome', item: item?.id ?? '', outcome, text: text('decision') }, person('stig'));
  room.ask('meeting/f1', { type: 'SendMinutes' }, person('stig'));
  return room;
}

describe('raising a case', () => {
  it('is for those in a seat; a draft goes nowhere until it is sent, and then it bears a number', () => {
    const room = chamber(fjord, '2015-02-02T08:00:00Z', seats);
    const draft: Command = { type: 'DraftCase', body: 'panel', matter: matter('professional'), content };
    expect(room.ask(theCase, draft, person('stranger'))).toMatchObject({ refused: 'only-seat-holders' });
    room.ask(theCase, draft, person('gudrun'));
    expect(room.one('k1')).toMatchObject({ phase: 'draft', number: null });
    expect(room.ask(theCase, { type: 'SendCase' }, person('mona'))).toMatchObject({ refused: 'only-who-raised-it' });
    room.ask(theCase, { type: 'SendCase' }, person('gudrun'));
    expect(room.one('k1')).toMatchObject({ phase: 'judging', number: 'PANEL 2015-01', told: ['forum'] });
  });
  it('the body that is told early sees a card of its own, and its chair may state a direction', () => {
    const room = open();
    expect(noticesFor(theCase, { type: 'CaseSent', v: 1, told: ['forum'], at: '' }, room.one('k1'), fjord).map((each) => each.key)).toEqual(
      ['case/k1:case', 'case/k1:case-told@forum'],
    );
    expect(room.ask(theCase, { type: 'StateDirection', body: 'forum', text: text('that way') }, person('gudrun'))).toMatchObject({
      refused: 'only-chairs',
    });
    expect(room.ask(theCase, { type: 'StateDirection', body: 'forum', text: text('that way') }, person('fie'))).toMatchObject([
      { type: 'DirectionStated' },
    ]);
  });
  it('may be withdrawn while it has not moved', () => {
    expect(open().ask(theCase, { type: 'WithdrawCase', reason: null }, person('gudrun'))).toMatchObject([{ type: 'CaseWithdrawn' }]);
    expect(sentUp().ask(theCase, { type: 'WithdrawCase', reason: null }, person('gudrun'))).toMatchObject({ refused: 'case-has-moved' });
  });
});

describe('the two chairs judge', () => {
  it('goes up only when both chairs agree', () => {
    const room = open();
    room.ask(theCase, judge('up'), person('rita'));
    expect(room.one('k1').phase).toBe('judging');
    room.ask(theCase, judge('up'), person('mona'));
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', at: 'forum', way: [{ body: 'panel', left: 'up' }] });
  });
  it('one chair twice is one key; a member has none', () => {
    const room = open();
    room.ask(theCase, judge('up'), person('rita'));
    expect(room.ask(theCase, judge('up'), person('rita'))).toEqual([]);
    expect(room.ask(theCase, judge('up'), person('gudrun'))).toMatchObject({ refused: 'only-chairs' });
    expect(room.one('k1').turns).toHaveLength(1);
  });
  it('a judgement on words that have changed is refused, and the keys turned on them fall', () => {
    const room = open();
    room.ask(theCase, judge('up'), person('rita'));
    room.ask(
      theCase,
      { type: 'EditCase', matter: matter('professional'), content: { ...content, recommendations: [text('other')] } },
      person('gudrun'),
    );
    expect(room.one('k1')).toMatchObject({ edition: 2, turns: [] });
    expect(room.ask(theCase, judge('up', 1), person('mona'))).toMatchObject({ refused: 'changed-meanwhile' });
    expect(room.ask(theCase, judge('up', 2), person('mona'))).toMatchObject([{ type: 'KeyTurned' }]);
  });
  it('who disagree send it up with both reasonings', () => {
    const room = open();
    room.ask(theCase, judge('here'), person('rita'));
    room.ask(theCase, judge('up', 1, text('too big')), person('mona'));
    expect(room.one('k1').way).toMatchObject([
      { left: 'disagreed', reasons: [{ judgement: { says: 'here' } }, { judgement: { says: 'up', reason: { ref: 'too big' } } }] },
    ]);
  });
  it('may take their own key back until it has moved on', () => {
    const room = open();
    room.ask(theCase, judge('up'), person('rita'));
    room.ask(theCase, { type: 'TakeBack' }, person('rita'));
    expect(room.one('k1').turns).toEqual([]);
    room.ask(theCase, judge('up'), person('rita'));
    room.ask(theCase, judge('up'), person('mona'));
    expect(room.ask(theCase, { type: 'TakeBack' }, person('rita'))).toMatchObject({ refused: 'case-has-moved' });
  });
  it('cannot keep what the terms send up', () => {
    expect(open(matter('professional', 'economic')).ask(theCase, judge('here'), person('rita'))).toMatchObject({
      refused: 'not-ours-to-decide',
      clause: 'panel-weighty',
    });
  });
  it('may send it back for more, with a sentence', () => {
    const room = open();
    expect(room.ask(theCase, judge('back', 1, null), person('rita'))).toMatchObject({ refused: 'missing' });
    room.ask(theCase, judge('back'), person('rita'));
    room.ask(theCase, judge('back'), person('mona'));
    expect(room.one('k1').phase).toBe('draft');
  });
  it('what one judged stands when the seat changes hands between the two presses', () => {
    const room = open();
    room.ask(theCase, judge('up'), person('rita'));
    room.change('panel', (was) => ({
      ...was,
      appointments: was.appointments.map((each) => (each.person === 'rita' ? { ...each, person: 'rosa' } : each)),
    }));
    expect(room.ask(theCase, judge('here'), person('rita'))).toMatchObject({ refused: 'only-chairs' });
    room.ask(theCase, judge('up'), person('mona'));
    expect(room.one('k1').at).toBe('forum');
  });
  it('silence never approves: it is said after 5, 10 and 15 working days, and July counts for nothing', () => {
    const room = open();
    room.until('2015-02-28T08:00:00Z');
    const prompts = room.ledger.flatMap(({ event }) => (event.type === 'CasePrompted' ? [event.occasion] : []));
    expect(prompts).toEqual(['reminded-2015-02-09', 'deputy-2015-02-16', 'secretariat-2015-02-23']);
    expect(room.one('k1').phase).toBe('judging');
    const summer = chamber(fjord, '2015-06-26T08:00:00Z', seats);
    summer.ask(theCase, { type: 'DraftCase', body: 'panel', matter: matter('professional'), content }, person('gudrun'));
    summer.ask(theCase, { type: 'SendCase' }, person('gudrun'));
    summer.until('2015-08-06T08:00:00Z');
    expect(summer.ledger.flatMap(({ event }) => (event.type === 'CasePrompted' ? [event.occasion] : []))).toEqual(['reminded-2015-08-05']);
  });
});

describe('on its way', () => {
  it('aims for the earliest meeting whose papers can still be in time, and stands on its agenda', () => {
    const room = sentUp();
    expect(room.one('k1').aim).toEqual({ meeting: 'meeting/f1', start: '2015-03-16T12:00:00Z', papersBy: '2015-03-02' });
    expect(room.meeting('f1').items).toMatchObject([{ about: theCase, case: 'PANEL 2015-01', kind: 'decision' }]);
  });
  it('kept here, it comes on the body’s own agenda', () => {
    const room = open();
    room.ask(theCase, judge('here'), person('rita'));
    room.ask(theCase, judge('here'), person('mona'));
    expect(room.one('k1')).toMatchObject({ at: 'panel', aim: { meeting: 'meeting/p1' } });
  });
  it('follows a meeting that moves, and finds another when it is cancelled', () => {
    const room = sentUp();
    room.ask(
      'meeting/f1',
      { ...(meeting('forum', '2015-03-23') as Extract<Command, { type: 'PlanMeeting' }>), type: 'MoveMeeting', reason: text('ill') },
      person('stig'),
    );
    expect(room.one('k1').aim?.start).toBe('2015-03-23T12:00:00Z');
    room.ask('meeting/f2', meeting('forum', '2015-04-20'), person('stig'));
    room.ask('meeting/f1', { type: 'CancelMeeting', reason: text('no time') }, person('stig'));
    expect(room.one('k1').aim?.meeting).toBe('meeting/f2');
    expect(room.meeting('f2').items).toHaveLength(1);
  });
  it('with no meeting in reach it waits, says so, and takes the next one planned', () => {
    const room = chamber(fjord, '2015-02-02T08:00:00Z', seats);
    room.ask(theCase, { type: 'DraftCase', body: 'panel', matter: matter('professional'), content }, person('gudrun'));
    room.ask(theCase, { type: 'SendCase' }, person('gudrun'));
    room.ask(theCase, judge('up'), person('rita'));
    room.ask(theCase, judge('up'), person('mona'));
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', at: 'forum', aim: null, dealtWith: ['no-meeting-forum'] });
    room.ask('meeting/f9', meeting('forum', '2015-05-11'), person('stig'));
    expect(room.one('k1').aim?.meeting).toBe('meeting/f9');
  });
  it('a case carried over looks for the next meeting', () => {
    const room = sentUp();
    room.ask('meeting/f2', meeting('forum', '2015-04-20'), person('stig'));
    room.ask('meeting/f1', { type: 'SendAgenda' }, person('stig'));
    room.until('2015-03-16T13:00:00Z');
    const [item] = room.meeting('f1').items;
    room.ask('meeting/f1', { type: 'RecordOutcome', item: item?.id ?? '', outcome: 'carried', text: null }, person('stig'));
    room.ask('meeting/f1', { type: 'SendMinutes' }, person('stig'));
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', aim: { meeting: 'meeting/f2' } });
  });
});

describe('the decision', () => {
  it('in the minutes takes effect when both chairs have confirmed it, and returns', () => {
    const room = heldInForum('decided');
    expect(room.one('k1')).toMatchObject({ phase: 'confirming', result: { kind: 'decided', via: 'meeting', textsIn: 'meeting/f1' } });
    expect(room.ask(theCase, confirm(), person('rita'))).toMatchObject({ refused: 'only-chairs' });
    room.ask(theCase, confirm(), person('frank'));
    expect(room.one('k1').phase).toBe('confirming');
    room.ask(theCase, confirm(), person('fie'));
    expect(room.one('k1').phase).toBe('returned');
    expect(room.ask(theCase, { type: 'ReceiptAnswer' }, person('gudrun'))).toMatchObject({ refused: 'only-chairs' });
    room.ask(theCase, { type: 'ReceiptAnswer' }, person('mona'));
    expect(room.one('k1')).toMatchObject({ phase: 'closed', receipt: 'mona' });
    expect(room.body('panel').cases).toEqual([]);
  });
  it('said to be wrong by a chair, it does not take effect until a secretary has corrected it', () => {
    const room = heldInForum('decided');
    room.ask(theCase, confirm(), person('frank'));
    room.ask(theCase, confirm(false), person('fie'));
    expect(room.one('k1').phase).toBe('confirming');
    const corrected = { body: 'forum', kind: 'rejected', text: text('no'), textsIn: theCase, via: 'corrected' } as const;
    expect(room.ask(theCase, { type: 'ReportResult', result: corrected }, person('gudrun'))).toMatchObject({ refused: 'only-secretaries' });
    room.ask(theCase, { type: 'ReportResult', result: corrected }, person('stig'));
    expect(room.one('k1').turns).toEqual([]);
    room.ask(theCase, confirm(true, 2), person('frank'));
    room.ask(theCase, confirm(true, 2), person('fie'));
    expect(room.one('k1')).toMatchObject({ phase: 'returned', result: { kind: 'rejected' } });
  });
  it('a body decides only what it may; the rest it sends on', () => {
    const room = heldInForum('decided', matter('strategic', 'economic'));
    expect(room.refusedErrands).toMatchObject([{ refusal: { refused: 'not-ours-to-decide', clause: 'forum-strategic' } }]);
    const on = heldInForum('sent-on', matter('strategic', 'economic'));
    on.ask(theCase, confirm(), person('frank'));
    on.ask(theCase, confirm(), person('fie'));
    expect(on.one('k1')).toMatchObject({ phase: 'waiting', at: 'board', way: [{ body: 'panel' }, { body: 'forum', left: 'sent-on' }] });
  });
  it('outside Teams two secretaries of different sectors record it', () => {
    const room = heldInForum('sent-on', matter('strategic', 'economic'));
    room.ask(theCase, confirm(), person('frank'));
    room.ask(theCase, confirm(), person('fie'));
    const record: Command = { type: 'RecordOutside', kind: 'decided', text: text('so it is') };
    expect(room.ask(theCase, record, person('mona'))).toMatchObject({ refused: 'only-secretaries' });
    room.ask(theCase, record, person('bente'));
    expect(room.ask(theCase, { type: 'ConfirmOutside', report: 2 }, person('bente'))).toMatchObject({ refused: 'another-sector-confirms' });
    room.ask(theCase, { type: 'ConfirmOutside', report: 2 }, person('bo'));
    expect(room.one('k1')).toMatchObject({ phase: 'returned', at: 'board' });
  });
  it('a confirmation counts only for the result that was read', () => {
    const room = heldInForum('decided');
    room.ask(theCase, confirm(), person('frank'));
    const result = { body: 'forum', kind: 'decided', text: text('other words'), textsIn: theCase, via: 'corrected' } as const;
    room.ask(theCase, { type: 'ReportResult', result }, person('stig'));
    expect(room.ask(theCase, confirm(), person('fie'))).toMatchObject({ refused: 'changed-meanwhile' });
    expect(room.one('k1').turns).toEqual([]);
    room.ask(theCase, confirm(true, 2), person('fie'));
    room.ask(theCase, confirm(true, 2), person('frank'));
    expect(room.one('k1').phase).toBe('returned');
  });
  it('sent back, it is a draft again with the body that raised it', () => {
    const room = heldInForum('sent-back');
    room.ask(theCase, confirm(), person('frank'));
    room.ask(theCase, confirm(), person('fie'));
    expect(room.one('k1')).toMatchObject({ phase: 'draft', at: 'panel' });
    room.ask(theCase, { type: 'SendCase' }, person('gudrun'));
    expect(room.one('k1')).toMatchObject({ phase: 'judging', number: 'PANEL 2015-01' });
  });
  it('an answer nobody has receipted is asked about again and again', () => {
    const room = heldInForum('decided');
    room.ask(theCase, confirm(), person('frank'));
    room.ask(theCase, confirm(), person('fie'));
    room.until('2015-04-20T08:00:00Z');
    const asked = room.ledger.filter(({ event }) => event.type === 'CasePrompted' && event.prompt === 'receipt');
    expect(asked.length).toBeGreaterThanOrEqual(3);
  });
  it('a case that binds general practice is not closed before the practice plan says where', () => {
    const room = heldInForum('decided', matter('professional', 'practice-duty'));
    room.ask(theCase, confirm(), person('frank'));
    room.ask(theCase, confirm(), person('fie'));
    room.ask(theCase, { type: 'ReceiptAnswer' }, person('mona'));
    expect(room.one('k1').phase).toBe('returned');
    room.ask(theCase, { type: 'RecordPracticePlan', text: text('section 4'), told: [] }, person('sigrid'));
    expect(room.one('k1').phase).toBe('closed');
  });
  it('is opened again only by both chairs of the body that had the last word, each with a reason', () => {
    const room = heldInForum('decided');
    room.ask(theCase, confirm(), person('frank'));
    room.ask(theCase, confirm(), person('fie'));
    room.ask(theCase, { type: 'ReopenCase', reason: text('new facts') }, person('frank'));
    expect(room.one('k1').phase).toBe('returned');
    room.ask(theCase, { type: 'ReopenCase', reason: text('agreed') }, person('fie'));
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', at: 'forum' });
  });
});

describe('in writing', () => {
  const write: Command = { type: 'StartWritten', until: '2015-03-06' };
  const answers = (answer: 'for' | 'against' | 'meeting'): Command => ({
    type: 'AnswerWritten',
    answer,
    reason: text('because'),
    edition: 1,
  });
  it('every member answers; when all have, the secretary records what it came to', () => {
    const room = sentUp();
    expect(room.ask(theCase, write, person('gudrun'))).toMatchObject({ refused: 'only-secretaries' });
    room.ask(theCase, write, person('stig'));
    expect(room.meeting('f1').items).toEqual([]);
    expect(room.ask(theCase, answers('for'), person('stig'))).toMatchObject({ refused: 'only-seat-holders' });
    room.ask(theCase, answers('for'), person('frank'));
    expect(room.one('k1').phase).toBe('written');
    room.ask(theCase, answers('for'), person('fie'));
    expect(room.one('k1').phase).toBe('waiting');
    const result = { body: 'forum', kind: 'decided', text: text('yes'), textsIn: theCase, via: 'written' } as const;
    room.ask(theCase, { type: 'ReportResult', result }, person('stig'));
    expect(room.one('k1').phase).toBe('confirming');
  });
  it('one member may ask for a meeting instead', () => {
    const room = sentUp();
    room.ask(theCase, write, person('stig'));
    room.ask(theCase, answers('meeting'), person('fie'));
    expect(room.one('k1')).toMatchObject({ phase: 'waiting', aim: { meeting: 'meeting/f1' } });
  });
  it('ends when its last day has passed', () => {
    const room = sentUp();
    room.ask(theCase, write, person('stig'));
    room.until('2015-03-06T22:00:00Z');
    expect(room.one('k1').phase).toBe('written');
    room.until('2015-03-07T02:00:00Z');
    expect(room.one('k1').phase).toBe('waiting');
  });
});
