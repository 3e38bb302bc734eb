import { describe, expect, it } from 'vitest';
import { turnedIn } from '../../bot/governance/case/phases.ts';
import { noticesFor } from '../../bot/governance/tables/notices.ts';
import type { Command } from '../../bot/governance/vocabulary/all.ts';
import { chamber } from '../kit/chamber.ts';
import { person, text } from '../kit/given.ts';
import { content, fjord, judge, matter, open, seats, sentUp, theCase } from './panel-case.ts';

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
    expect(turnedIn(room.one('k1'))).toHaveLength(1);
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
    expect(turnedIn(room.one('k1'))).toEqual([]);
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
