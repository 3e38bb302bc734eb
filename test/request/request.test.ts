import { describe, expect, it } from 'vitest';
import { requestAsks } from '../../bot/governance/request/asks.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import { person, text } from '../kit/given.ts';
import { accepted, fjord, hand, open, place, report, theRequest } from './ordering.ts';

describe('a body orders from another', () => {
  it('two secretaries of different sectors order for a body that meets outside Teams', () => {
    const room = open();
    room.ask(theRequest, place(), person('bente'));
    expect(room.state()).toMatchObject({ phase: 'ordering', clause: 'forum-above', turns: [{ seat: 'secretary-regional' }] });
    expect(room.says('boris')).toMatchObject({ refused: 'another-sector-confirms' });
    expect(room.says('forum-r')).toMatchObject({ refused: 'only-secretaries' });
    room.says('bo');
    expect(room.state()).toMatchObject({ phase: 'asked', question: { ask: 'accept' } });
  });
  it('all chairs with a key order for a body that has keys', () => {
    const room = open();
    expect(room.ask(theRequest, place('forum', 'panel'), person('forum-s'))).toMatchObject({ refused: 'only-chairs' });
    room.ask(theRequest, place('forum', 'panel'), person('forum-r'));
    expect(room.says('forum-r')).toEqual([]);
    room.says('forum-m');
    expect(room.state().phase).toBe('asked');
  });
  it('a body orders only from bodies below it or to which its terms let it hand work', () => {
    const room = open();
    expect(room.ask(theRequest, place('board', 'west'), person('bente'))).toMatchObject({ refused: 'not-theirs-to-order' });
    expect(room.ask(theRequest, place('panel', 'forum'), person('panel-r'))).toMatchObject({ refused: 'not-theirs-to-order' });
    room.ask(theRequest, place('forum', 'west'), person('forum-r'));
    expect(room.state().clause).toBe('forum-hands-on');
  });
  it('nothing is ordered when those who order disagree', () => {
    const room = open();
    room.ask(theRequest, place('forum', 'panel'), person('forum-r'));
    expect(room.says('forum-m', false)).toMatchObject([{}, { type: 'QuestionTurnedDown', ask: 'order' }]);
    expect(room.state().phase).toBe('withdrawn');
  });
  it('an order may be withdrawn until it is accepted', () => {
    const room = open();
    room.ask(theRequest, place('forum', 'panel'), person('forum-r'));
    room.says('forum-m');
    const back: Command = { type: 'WithdrawRequest', reason: text('no need') };
    expect(room.ask(theRequest, back, person('panel-r'))).toMatchObject({ refused: 'only-chairs' });
    room.ask(theRequest, back, person('forum-m'));
    expect(room.state().phase).toBe('withdrawn');
    expect(accepted().ask(theRequest, back, person('bente'))).toMatchObject({ refused: 'request-has-moved' });
  });
});

describe('a body that is asked', () => {
  it('a request is accepted only when all keys of the asked body have accepted it', () => {
    const room = open();
    room.ask(theRequest, place(), person('bente'));
    room.says('bo');
    room.says('forum-r');
    expect(room.state().phase).toBe('asked');
    expect(room.says('forum-s')).toMatchObject({ refused: 'only-chairs' });
    room.says('forum-m');
    expect(room.state().phase).toBe('accepted');
  });
  it('a request is sent back with a reason unless all accept, and may then be ordered again', () => {
    const room = open();
    room.ask(theRequest, place(), person('bente'));
    room.says('bo');
    expect(room.ask(theRequest, { type: 'AnswerRequest', yes: false, reason: null, edition: 2 }, person('forum-r'))).toMatchObject({
      refused: 'missing',
    });
    room.says('forum-r', false);
    room.says('forum-m');
    expect(room.state()).toMatchObject({ phase: 'sent-back', turnedDown: { ask: 'accept' } });
    room.ask(theRequest, place(), person('bo'));
    room.says('bente');
    expect(room.state().phase).toBe('asked');
  });
  it('an answer to a request that has changed since it was read is refused', () => {
    const room = open();
    room.ask(theRequest, place(), person('bente'));
    room.says('bo');
    expect(room.says('forum-r', true, 'r1', 1)).toMatchObject({ refused: 'changed-meanwhile' });
  });
  it('the asked body hands parts on by its clause, and reports once every part is answered', () => {
    const room = accepted();
    expect(room.ask(theRequest, hand('p0', 'panel'), person('forum-r'))).toMatchObject({ refused: 'not-theirs-to-order' });
    for (const [child, to] of [
      ['p1', 'west'],
      ['p2', 'east'],
    ] as const) {
      room.ask(theRequest, hand(child, to), person('forum-r'));
      expect(room.states.has(`request/${child}`)).toBe(false);
      room.says('forum-m');
      expect(room.state(child)).toMatchObject({ phase: 'asked', from: 'forum', to, parent: theRequest, clause: 'forum-hands-on' });
    }
    expect(room.ask(theRequest, report, person('forum-r'))).toMatchObject({ refused: 'parts-not-answered' });
    room.says('west-r', true, 'p1');
    room.says('west-m', true, 'p1');
    room.ask('request/p1', report, person('west-r'));
    room.says('west-m', true, 'p1');
    expect(room.state().delegations).toMatchObject([{ phase: 'reported', report: { in: 'request/p1' } }, { phase: 'given' }]);
    expect(room.says('east-r', true, 'p2')).toMatchObject({ refused: 'only-secretaries' });
    room.says('east-s', false, 'p2');
    room.change('east', (was) => ({
      ...was,
      appointments: [
        ...was.appointments,
        { id: 'a2', seat: 'regional-secretary', person: 'bo', from: '2015-01-01', until: null, deputies: [] },
      ],
    }));
    room.says('bo', true, 'p2');
    expect(room.state('p2').phase).toBe('sent-back');
    expect(room.state().delegations[1]?.phase).toBe('declined');
    room.ask(theRequest, report, person('forum-m'));
    room.says('forum-r');
    expect(room.state()).toMatchObject({ phase: 'reported', report: { text: { ref: 'done' } } });
    // Nobody need acknowledge a part any more when the whole has been answered.
    expect(room.state('p1')).toMatchObject({ phase: 'closed', receipt: null });
    expect(requestAsks('request/p1', room.state('p1'), fjord)).toEqual([]);
    expect(room.ask(theRequest, { type: 'ReceiptReport' }, person('forum-r'))).toMatchObject({ refused: 'only-chairs' });
    room.ask(theRequest, { type: 'ReceiptReport' }, person('bo'));
    expect(room.state()).toMatchObject({ phase: 'closed', receipt: 'bo' });
    expect(room.refusedErrands).toEqual([]);
  });
  it('a report on which the chairs disagree is not sent, and may be proposed again', () => {
    const room = accepted();
    room.ask(theRequest, report, person('forum-r'));
    room.says('forum-m', false);
    expect(room.state()).toMatchObject({ phase: 'accepted', question: null, turnedDown: { ask: 'report' } });
    room.ask(theRequest, report, person('forum-m'));
    room.says('forum-r');
    expect(room.state().phase).toBe('reported');
  });
});

describe('silence about a request', () => {
  const prompts = (room: ReturnType<typeof open>) =>
    room.ledger.flatMap(({ event }) =>
      event.type === 'AskReminded' ? [`${event.ask.replace(/-2015-.*/, '')} ${event.rung} ${event.on}`] : [],
    );
  it('silence never accepts a request, and is pointed out after 5, 10 and 15 working days', () => {
    const room = open();
    room.ask(theRequest, place(), person('bente'));
    room.says('bo');
    room.until('2015-03-20T08:00:00Z');
    expect(prompts(room)).toEqual(['request-accept 5 2015-02-09', 'request-accept 10 2015-02-16', 'request-accept 15 2015-02-23']);
    expect(room.state().phase).toBe('asked');
  });
  it('the body is reminded as the wanted day nears and again when it has passed', () => {
    const room = accepted('2015-04-15');
    room.until('2015-05-10T08:00:00Z');
    expect(prompts(room)).toEqual([
      'request-due -10 2015-03-27',
      'request-due 1 2015-04-16',
      'request-due 5 2015-04-22',
      'request-due 10 2015-04-29',
      'request-due 15 2015-05-07',
    ]);
  });
  it('a report that nobody acknowledges is reminded of again and again', () => {
    const room = accepted();
    room.ask(theRequest, report, person('forum-r'));
    room.says('forum-m');
    room.until('2015-02-26T08:00:00Z');
    expect(prompts(room)).toEqual(['request-receipt 5 2015-02-09', 'request-receipt 10 2015-02-16', 'request-receipt 15 2015-02-23']);
  });
});
